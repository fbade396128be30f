// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The values that the server knows for fields that a business attribute is mapped to: dispositions,
// media types. They are suggestions; any text or number can be sent.
// Source: "Query Business Attribute Schema" 8.1, "Configuring Business Attributes" 8.5.1.

#pragma once

#include "client/contextservices.h"

#include <QtCore/QHash>

namespace closeout::ui {

struct SuggestedValue
{
    QString id;
    QString name;

    friend bool operator==(const SuggestedValue &, const SuggestedValue &) = default;
};

class Dispositions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Asks the server of the connection; nothing: forgets what it had.
    void load(const std::optional<client::Connection> &connection);

    QList<SuggestedValue> valuesFor(contract::Target::Kind kind, const QString &field) const;
    // Why there are none; empty while all is well. A hint, because nothing depends on it.
    QString hint() const;

signals:
    void changed();

private:
    void take(const Result<json::Document> &answer);
    void takeAttribute(const json::Value &attribute);

    std::unique_ptr<client::Transport> m_transport; // of the question under way
    std::unique_ptr<client::ContextServices> m_services;
    QHash<QString, QList<SuggestedValue>> m_values; // by "Service.disposition"
    std::optional<Error> m_error;
};

} // namespace closeout::ui
