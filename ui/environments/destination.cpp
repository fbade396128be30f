// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/destination.h"

#include "environments/secretstore.h"
#include "ui/environments/storefailure.h"

namespace closeout::ui {

using environments::Environment;

Destination::Destination(environments::SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void Destination::open(const Environment &environment)
{
    letGo();
    m_environment = environment;
    // What is wrong with the environment itself is said before anybody is asked for a password.
    if (const auto connection = environments::connectionTo(environment, {}); !connection) {
        m_error = connection.error();
        become(State::Failed);
        return;
    }
    if (environment.user.isEmpty()) {
        finish({});
        return;
    }
    if (qEnvironmentVariableIsSet("CLOSEOUT_PASSWORD")) {
        finish(qEnvironmentVariable("CLOSEOUT_PASSWORD"));
        return;
    }
    become(State::AskingStore);
    m_store.read(environments::secretKey(environment), this,
                 [this, question = m_question](const Result<std::optional<QString>> &kept) {
                     if (question == m_question)
                         takeKept(kept);
                 });
}

void Destination::open(const Environment &environment, const QString &password)
{
    letGo();
    m_environment = environment;
    finish(password);
}

void Destination::takeKept(const Result<std::optional<QString>> &kept)
{
    m_whyNotKept = kept ? Error() : storeFailure(kept.error());
    if (kept && *kept)
        finish(**kept);
    else if (!kept)
        askForPassword(m_whyNotKept.message);
    else
        askForPassword(tr("No password is kept for “%1” yet.").arg(m_environment.user));
}

void Destination::signIn(const QString &password, Remember remember)
{
    if (m_state != State::PasswordNeeded)
        return;
    if (remember == Remember::InStore)
        keep(password);
    finish(password);
}

void Destination::keep(const QString &password)
{
    m_store.write(environments::secretKey(m_environment), password, this,
                  [this](const Result<void> &kept) {
                      m_whyNotKept = kept ? Error() : storeFailure(kept.error());
                      if (!kept)
                          emit storeFailed(m_whyNotKept);
                  });
}

void Destination::askAgain(const Error &why)
{
    if (m_state != State::Open || m_environment.user.isEmpty())
        return;
    letGo();
    askForPassword(why.message);
}

bool Destination::amend(const Environment &environment)
{
    Environment before = m_environment;
    before.safety = environment.safety;
    before.colour = environment.colour;
    if (before != environment)
        return false;
    m_environment = environment;
    emit amended();
    return true;
}

void Destination::close()
{
    letGo();
    m_environment = {};
    become(State::Closed);
}

void Destination::letGo()
{
    ++m_question;
    m_error.reset();
    m_whyPassword.clear();
    if (!m_services)
        return;
    emit aboutToClose();
    // Later: this may have been asked for from within an answer of theirs.
    m_transport->deleteLater();
    m_transport = nullptr;
    m_services = nullptr;
    m_connection.reset();
}

void Destination::askForPassword(const QString &why)
{
    m_whyPassword = why;
    become(State::PasswordNeeded);
}

void Destination::finish(const QString &password)
{
    const Result<client::Connection> connection = environments::connectionTo(m_environment,
                                                                             password);
    if (!connection) {
        m_error = connection.error();
        become(State::Failed);
        return;
    }
    m_connection = *connection;
    m_transport = new client::Transport(*connection, this);
    m_services = new client::ContextServices(*m_transport, m_transport);
    m_whyPassword.clear();
    become(State::Open);
}

void Destination::become(State state)
{
    m_state = state;
    emit changed();
}

} // namespace closeout::ui
