// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/settings.h"

#include "contract/timestamp.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// A name may hold anything; in a key of the file a slash would be a group.
QString viewKey(const QString &environment, const QString &what)
{
    return u"views/%1/%2"_s.arg(QString::fromLatin1(environment.toUtf8().toHex()), what);
}

QString written(const QDateTime &moment)
{
    return moment.isValid() ? contract::formatTimestamp(moment) : QString();
}

QDateTime momentFrom(const QVariant &value)
{
    return contract::readTimestamp(value.toString()).value_or(QDateTime());
}

} // namespace

Settings::Settings(const QString &path)
    : m_file(path, QSettings::IniFormat)
{
}

Appearance::Choice Settings::appearance() const
{
    return Appearance::choiceFromName(m_file.value(u"appearance"_s).toString());
}

void Settings::setAppearance(Appearance::Choice choice)
{
    m_file.setValue(u"appearance"_s, Appearance::choiceName(choice));
}

QString Settings::language() const
{
    return m_file.value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &code)
{
    m_file.setValue(u"language"_s, code);
}

QString Settings::environment() const
{
    return m_file.value(u"environment"_s).toString();
}

void Settings::setEnvironment(const QString &name)
{
    m_file.setValue(u"environment"_s, name);
}

contract::Dialect Settings::sandboxDialect() const
{
    return contract::dialectFromName(m_file.value(u"sandbox-dialect"_s).toString())
        .value_or(contract::Dialect::V85);
}

quint16 Settings::sandboxPort() const
{
    return quint16(m_file.value(u"sandbox-port"_s).toUInt());
}

void Settings::setSandbox(contract::Dialect dialect, quint16 port)
{
    m_file.setValue(u"sandbox-dialect"_s, contract::dialectName(dialect));
    if (port != 0)
        m_file.setValue(u"sandbox-port"_s, port);
}

find::Query Settings::query(const QString &environment) const
{
    find::Query query;
    query.customers = m_file.value(viewKey(environment, u"customers"_s)).toStringList();
    query.contactKeys = m_file.value(viewKey(environment, u"contact-keys"_s)).toStringList();
    query.serviceIds = m_file.value(viewKey(environment, u"services"_s)).toStringList();
    query.everything = m_file.value(viewKey(environment, u"everything"_s)).toBool();
    query.range.from = momentFrom(m_file.value(viewKey(environment, u"started-from"_s)));
    query.range.to = momentFrom(m_file.value(viewKey(environment, u"started-to"_s)));
    const QString name = m_file.value(viewKey(environment, u"completeness"_s)).toString();
    if (const Result<contract::Completeness> known = contract::completenessFromName(name))
        query.completeness = *known;
    return query;
}

QString Settings::service(const QString &environment) const
{
    return m_file.value(viewKey(environment, u"service"_s)).toString();
}

void Settings::setView(const QString &environment, const find::Query &query,
                       const QString &serviceId)
{
    m_file.setValue(viewKey(environment, u"customers"_s), query.customers);
    m_file.setValue(viewKey(environment, u"contact-keys"_s), query.contactKeys);
    m_file.setValue(viewKey(environment, u"services"_s), query.serviceIds);
    m_file.setValue(viewKey(environment, u"everything"_s), query.everything);
    m_file.setValue(viewKey(environment, u"started-from"_s), written(query.range.from));
    m_file.setValue(viewKey(environment, u"started-to"_s), written(query.range.to));
    m_file.setValue(viewKey(environment, u"completeness"_s),
                    contract::completenessName(query.completeness));
    m_file.setValue(viewKey(environment, u"service"_s), serviceId);
}

QByteArray Settings::layout(const QString &pane) const
{
    return m_file.value(u"layout/"_s + pane).toByteArray();
}

void Settings::setLayout(const QString &pane, const QByteArray &layout)
{
    m_file.setValue(u"layout/"_s + pane, layout);
}

bool Settings::save()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

} // namespace closeout::ui
