// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Tries an environment before it is saved: whether its server is reached, takes the sign-in and
// speaks the dialect. Only reads, and nothing that holds a customer's data. The server of the other
// dialect is recognized, because that is what is set wrongly most often.

#pragma once

#include "client/contextservices.h"
#include "environments/environment.h"

#include <QtCore/QObject>
#include <QtNetwork/QSslCertificate>

namespace closeout::ui {

class PeerCertificate;

class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Idle, Running, Passed, Failed };

    explicit ConnectionTest(QObject *parent = nullptr);

    // What was under way is dropped.
    void start(const environments::Environment &environment, const QString &password);
    void cancel();

    State state() const { return m_state; }
    // What was found holds for this environment, too: the way there is the same.
    bool isOf(const environments::Environment &environment) const;
    // That the server has taken there; empty: none is known.
    QString takenPassword(const environments::Environment &environment) const;
    const environments::Environment &environment() const { return m_environment; } // that was tried
    // In the language of the moment:
    QStringList findings() const; // what worked, as whole sentences
    std::optional<Error> error() const; // what did not

signals:
    void changed();

private:
    using Answer = client::Answer<json::Document>;
    // Told: as m_error says it.
    enum class Trouble : quint8 { None, Told, NoPassword, OtherDialect };

    void takeChecked(const Result<client::Connection> &connection);
    void askCertificate(const client::Connection &connection);
    void askOwn();
    void ask(contract::Dialect dialect, void (ConnectionTest::*take)(const Answer &));
    void takeOwn(const Answer &answer);
    void takeOther(const Answer &answer);
    void finish(Trouble trouble);
    void forget(); // what was found
    void letGo();
    QUrl serverUrl() const; // empty: it is none
    QString serverName() const;
    QString trustSentence() const;
    QString certificateSentence() const;

    environments::Environment m_environment;
    QString m_password; // while a test runs, and after it has passed
    State m_state = State::Idle;
    bool m_isReached = false;
    bool m_isLetIn = false;
    Trouble m_trouble = Trouble::None;
    std::optional<Error> m_error; // of the dialect that was set
    qint64 m_milliseconds = 0;
    QByteArray m_authorities; // what the file of certificates holds
    int m_question = 0; // an answer to an older one is dropped
    QSslCertificate m_certificate; // of the server; null: not known
    PeerCertificate *m_asked = nullptr; // child; while it is asked for
    client::Transport *m_transport = nullptr; // child; of the request under way
};

} // namespace closeout::ui
