// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/dispositions.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

void Dispositions::load(const std::optional<client::Connection> &connection)
{
    m_services.reset(); // and with them the question that is under way
    m_transport.reset();
    m_values.clear();
    m_error.reset();
    emit changed();
    if (!connection)
        return;
    m_transport = std::make_unique<client::Transport>(*connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_services->readDocument(client::queryBusinessAttributes(), this,
                             [this](const client::Answer<json::Document> &answer) {
                                 take(answer.value);
                             });
}

void Dispositions::take(const Result<json::Document> &answer)
{
    if (!answer) {
        m_error = answer.error();
    } else if (answer->root().isArray()) {
        for (const json::Value attribute : answer->root())
            takeAttribute(attribute);
    } else {
        takeAttribute(answer->root());
    }
    emit changed();
}

void Dispositions::takeAttribute(const json::Value &attribute)
{
    QList<SuggestedValue> values;
    for (const json::Value value : attribute.member(u"values")) {
        const QString name = value.member(u"name").text();
        const QString shown = value.member(u"display_name").text();
        values.append({value.member(u"dbid").text(), shown.isEmpty() ? name : shown});
    }
    for (const json::Value field : attribute.member(u"cv_attributes"))
        m_values.insert(field.text(), values);
}

QString Dispositions::hint() const
{
    return m_error ? tr("The server offers no values to choose from: %1").arg(m_error->message)
                   : QString();
}

QList<SuggestedValue> Dispositions::valuesFor(contract::Target::Kind kind,
                                              const QString &field) const
{
    using Kind = contract::Target::Kind;
    const QString entity = kind == Kind::Service ? u"Service."_s
        : kind == Kind::State                    ? u"State."_s
                                                 : u"Task."_s;
    return m_values.value(entity + field);
}

} // namespace closeout::ui
