// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where the window is pointed at: the environment, how far the way to it has come, and the
// connection once it is open. One for the window, owned by its workspace.
//
// The password comes from CLOSEOUT_PASSWORD, else from the system's password store, else from a
// person (signIn). It is held here as long as the connection is, and never shown.

#pragma once

#include "client/contextservices.h"
#include "environments/environment.h"

#include <QtCore/QObject>

#include <functional>

namespace closeout::environments {
class SecretStore;
}

namespace closeout::ui {

class Destination : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Closed,
        ReadingAuthorities, // the file of certificates
        AskingStore, // for the password
        PasswordNeeded, // whyPassword() says why; signIn() goes on
        Open, // services() is there; nothing has been sent yet
        Failed, // error(): the environment cannot be used as it is set up
    };
    enum class Remember : quint8 { No, InStore };

    Destination(environments::SecretStore &store, QObject *parent = nullptr);

    void open(const environments::Environment &environment); // leaves the one before
    // The same with a password that is known to be taken there.
    void open(const environments::Environment &environment, const QString &password);
    void signIn(const QString &password, Remember remember); // when it is needed
    void signOut(); // forgets the password that is in use; one that is kept stays
    void askAgain(const Error &why); // the server did not take the password
    // The environment in use was set up otherwise. What has nothing to do with the way there
    // (safety level, colour, stuck rules) counts at once; false: the way is another, so it must be
    // opened anew.
    bool amend(const environments::Environment &environment);
    void close();

    State state() const { return m_state; }
    const environments::Environment &environment() const { return m_environment; }
    const std::optional<client::Connection> &connection() const { return m_connection; }
    const std::optional<Error> &error() const { return m_error; }
    // In the language of the moment:
    QString whyPassword() const; // one or two sentences; empty: none is needed
    QString whyNotKept() const; // empty: the store works
    QString whyNotKeptDetail() const;

    // To read with, while it is open; belongs to the Destination, as its transport does.
    client::ContextServices *services() const { return m_services; }

signals:
    // services() is there for the last time: whoever uses it lets go now.
    void aboutToClose();
    void changed();
    void amended(); // environment() is another, services() are the same
    void storeFailed(const closeout::Error &error); // the password was not kept; it is used still

private:
    enum class Why : quint8 { None, NotKept, NoStore, SignedOut, NotTaken };
    using Next = std::function<void(Destination &)>;

    void check(const environments::Environment &environment, const Next &next);
    void takeChecked(const Result<client::Connection> &connection, const Next &next);
    void askForWhatIsKept();
    void letGo();
    void takeKept(const Result<std::optional<QString>> &kept);
    void askAnew(Why why, const QString &said);
    void askForPassword(Why why);
    void finish(const QString &password);
    void keep(const QString &password);
    void become(State state);

    environments::SecretStore &m_store; // not owned
    environments::Environment m_environment;
    State m_state = State::Closed;
    client::Connection m_checked; // to the environment; no password in it
    std::optional<client::Connection> m_connection;
    client::Transport *m_transport = nullptr; // child
    client::ContextServices *m_services = nullptr; // child of the transport
    std::optional<Error> m_error;
    Why m_why = Why::None; // a person is asked for the password
    QString m_whyNotTaken; // the server's reason
    std::optional<Error> m_storeError; // nothing: the password store works
    int m_question = 0; // of disk and password store; an answer to an older one is dropped
};

} // namespace closeout::ui
