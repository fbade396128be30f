// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The service that is looked at: read from the server when it is opened, and again on demand. While
// it is read again, and if that fails, what was read before stays.
//
// Owned by the workspace; what it reads through is not its own.

#pragma once

#include "client/contextservices.h"

#include <QtCore/QPointer>

#include <optional>

namespace closeout::ui {

class OpenedService : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Nothing, Reading, Shown, Failed };

    explicit OpenedService(QObject *parent = nullptr);

    // nullptr: none. Closes what is open. To be called before the ones in use are destroyed.
    void setServices(client::ContextServices *services);

    void open(const QString &serviceId); // "": closes; of the one that is open: nothing
    void read(); // again

    State state() const { return m_state; }
    const QString &serviceId() const { return m_serviceId; } // empty: nothing is open
    const std::optional<client::Record> &record() const { return m_record; }
    const std::optional<Error> &error() const { return m_error; } // of the last read
    QDateTime asOf() const { return m_asOf; } // when the record was asked for

signals:
    void changed();

private:
    void close();
    void take(const Result<client::Record> &service, const QDateTime &asked);

    QPointer<client::ContextServices> m_services; // not owned
    QPointer<client::Call> m_call;
    QString m_serviceId;
    std::optional<client::Record> m_record;
    std::optional<Error> m_error;
    QDateTime m_asOf;
    int m_question = 0; // answers to an earlier one are dropped
    State m_state = State::Nothing;
};

} // namespace closeout::ui
