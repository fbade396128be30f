// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/settings.h"

#include "contract/timestamp.h"
#include "environments/ownfile.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QIODevice>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace closeout::ui {

namespace {

constexpr auto writtenAfter = 500ms; // many changes, one write

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

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    const QSettings file(path, QSettings::IniFormat);
    for (const QString &key : file.allKeys())
        m_values.insert(key, file.value(key));
    m_soon.setSingleShot(true);
    m_soon.setInterval(writtenAfter);
    connect(&m_soon, &QTimer::timeout, this, &Settings::writeInBackground);
}

Settings::~Settings()
{
    save();
}

void Settings::set(const QString &key, const QVariant &value)
{
    const auto known = m_values.constFind(key);
    if (known != m_values.constEnd() && *known == value)
        return;
    m_values.insert(key, value);
    if (!m_soon.isActive())
        m_soon.start();
}

void Settings::save()
{
    if (m_soon.isActive())
        writeInBackground();
    m_disk.wait();
}

void Settings::writeInBackground()
{
    m_soon.stop();
    if (!m_isOthers)
        m_disk.start([path = m_path, values = m_values] { write(path, values); });
}

// QSettings spells it, elsewhere: written by itself, a full disk would leave an empty file in place
// of the one that is there, and everybody could read it.
void Settings::write(const QString &path, const Values &values)
{
    const QTemporaryDir scratch;
    const QString spelled = scratch.filePath(u"window.ini"_s);
    QSettings file(spelled, QSettings::IniFormat);
    for (auto each = values.begin(); each != values.end(); ++each)
        file.setValue(each.key(), each.value());
    file.sync();
    QFile text(spelled);
    const bool isSpelled = file.status() == QSettings::NoError && text.open(QIODevice::ReadOnly);
    const Result<void> written = isSpelled
        ? environments::writeFile(path, text.readAll(), environments::Keeper::Us)
        : failure(ErrorKind::Storage, text.errorString());
    if (!written)
        qWarning("How the window was left could not be kept: %s",
                 qPrintable(written.error().message));
}

Appearance::Choice Settings::appearance() const
{
    return Appearance::choiceFromName(value(u"appearance"_s).toString());
}

void Settings::setAppearance(Appearance::Choice choice)
{
    set(u"appearance"_s, Appearance::choiceName(choice));
}

QString Settings::language() const
{
    return value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &code)
{
    set(u"language"_s, code);
}

QString Settings::environment() const
{
    return value(u"environment"_s).toString();
}

void Settings::setEnvironment(const QString &name)
{
    set(u"environment"_s, name);
}

contract::Dialect Settings::sandboxDialect() const
{
    return contract::dialectFromName(value(u"sandbox-dialect"_s).toString())
        .value_or(contract::Dialect::V85);
}

quint16 Settings::sandboxPort() const
{
    return quint16(value(u"sandbox-port"_s).toUInt());
}

void Settings::setSandbox(contract::Dialect dialect, quint16 port)
{
    set(u"sandbox-dialect"_s, contract::dialectName(dialect));
    if (port != 0)
        set(u"sandbox-port"_s, port);
}

find::Query Settings::query(const QString &environment) const
{
    find::Query query;
    query.customers = value(viewKey(environment, u"customers"_s)).toStringList();
    query.contactKeys = value(viewKey(environment, u"contact-keys"_s)).toStringList();
    query.serviceIds = value(viewKey(environment, u"services"_s)).toStringList();
    query.everything = value(viewKey(environment, u"everything"_s)).toBool();
    query.range.from = momentFrom(value(viewKey(environment, u"started-from"_s)));
    query.range.to = momentFrom(value(viewKey(environment, u"started-to"_s)));
    const QString name = value(viewKey(environment, u"completeness"_s)).toString();
    if (const Result<contract::Completeness> known = contract::completenessFromName(name))
        query.completeness = *known;
    return query;
}

QString Settings::service(const QString &environment) const
{
    return value(viewKey(environment, u"service"_s)).toString();
}

void Settings::setView(const QString &environment, const find::Query &query,
                       const QString &serviceId)
{
    set(viewKey(environment, u"customers"_s), query.customers);
    set(viewKey(environment, u"contact-keys"_s), query.contactKeys);
    set(viewKey(environment, u"services"_s), query.serviceIds);
    set(viewKey(environment, u"everything"_s), query.everything);
    set(viewKey(environment, u"started-from"_s), written(query.range.from));
    set(viewKey(environment, u"started-to"_s), written(query.range.to));
    set(viewKey(environment, u"completeness"_s), contract::completenessName(query.completeness));
    set(viewKey(environment, u"service"_s), serviceId);
}

KeptSelection Settings::selection(const QString &environment) const
{
    KeptSelection selection;
    QDataStream in(value(viewKey(environment, u"selected"_s)).toByteArray());
    in >> selection.services >> selection.tasks;
    return in.status() == QDataStream::Ok ? selection : KeptSelection();
}

void Settings::setSelection(const QString &environment, const KeptSelection &selection)
{
    QByteArray kept;
    QDataStream out(&kept, QIODevice::WriteOnly);
    if (!selection.services.isEmpty() || !selection.tasks.isEmpty())
        out << selection.services << selection.tasks;
    set(viewKey(environment, u"selected"_s), kept);
}

QByteArray Settings::layout(const QString &pane) const
{
    return value(u"layout/"_s + pane).toByteArray();
}

void Settings::setLayout(const QString &pane, const QByteArray &layout)
{
    set(u"layout/"_s + pane, layout);
}

} // namespace closeout::ui
