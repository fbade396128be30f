// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/destination.h"

#include "environments/secretstore.h"
#include "ui/environments/storefailure.h"
#include "ui/widgets/background.h"

namespace closeout::ui {

using environments::Environment;

Destination::Destination(environments::SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void Destination::open(const Environment &environment)
{
    check(environment, &Destination::askForWhatIsKept);
}

void Destination::open(const Environment &environment, const QString &password)
{
    check(environment, [password](Destination &self) { self.finish(password); });
}

// What is wrong with the environment itself is said before anybody is asked for a password. Its
// file of certificates may lie on another machine, so it is not read on the window's thread.
void Destination::check(const Environment &environment, const Next &next)
{
    letGo();
    m_environment = environment;
    m_checked = {};
    if (environment.authoritiesFile.isEmpty()) {
        takeChecked(environments::connectionTo(environment, {}), next);
        return;
    }
    const int question = m_question;
    become(State::ReadingAuthorities);
    inBackground(
        this, [environment] { return environments::connectionTo(environment, {}); },
        [this, next, question](const Result<client::Connection> &connection) {
            if (question == m_question)
                takeChecked(connection, next);
        });
}

void Destination::takeChecked(const Result<client::Connection> &connection, const Next &next)
{
    if (connection) {
        m_checked = *connection;
        next(*this);
        return;
    }
    m_error = connection.error();
    become(State::Failed);
}

void Destination::askForWhatIsKept()
{
    if (m_environment.user.isEmpty()) {
        finish({});
        return;
    }
    if (qEnvironmentVariableIsSet("CLOSEOUT_PASSWORD")) {
        finish(qEnvironmentVariable("CLOSEOUT_PASSWORD"));
        return;
    }
    become(State::AskingStore);
    m_store.read(environments::secretKey(m_environment), this,
                 [this, question = m_question](const Result<std::optional<QString>> &kept) {
                     if (question == m_question)
                         takeKept(kept);
                 });
}

void Destination::takeKept(const Result<std::optional<QString>> &kept)
{
    m_storeError = kept ? std::optional<Error>() : kept.error();
    if (kept && *kept)
        finish(**kept);
    else
        askForPassword(kept ? Why::NotKept : Why::NoStore);
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
                      m_storeError = kept ? std::optional<Error>() : kept.error();
                      if (!kept)
                          emit storeFailed(storeFailure(kept.error()));
                  });
}

void Destination::signOut()
{
    askAnew(Why::SignedOut, {});
}

void Destination::askAgain(const Error &why)
{
    askAnew(Why::NotTaken, why.message);
}

void Destination::askAnew(Why why, const QString &said)
{
    if (m_state != State::Open || m_environment.user.isEmpty())
        return;
    letGo();
    m_whyNotTaken = said;
    askForPassword(why);
}

bool Destination::amend(const Environment &environment)
{
    Environment before = m_environment;
    before.safety = environment.safety;
    before.colour = environment.colour;
    before.stuckRules = environment.stuckRules;
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
    m_why = Why::None;
    if (!m_services)
        return;
    emit aboutToClose();
    // Later: this may have been asked for from within an answer of theirs.
    m_transport->deleteLater();
    m_transport = nullptr;
    m_services = nullptr;
    m_connection.reset();
}

void Destination::askForPassword(Why why)
{
    m_why = why;
    become(State::PasswordNeeded);
}

void Destination::finish(const QString &password)
{
    m_connection = m_checked;
    m_connection->password = password;
    m_transport = new client::Transport(*m_connection, this);
    m_services = new client::ContextServices(*m_transport, m_transport);
    m_why = Why::None;
    become(State::Open);
}

QString Destination::whyPassword() const
{
    switch (m_why) {
    case Why::None:
        return {};
    case Why::NotKept:
        return tr("No password is kept for “%1” yet.").arg(m_environment.user);
    case Why::NoStore:
        return whyNotKept();
    case Why::SignedOut:
        return tr("You have signed out.");
    case Why::NotTaken:
        return m_whyNotTaken;
    }
    return {};
}

QString Destination::whyNotKept() const
{
    return m_storeError ? storeFailure(*m_storeError).message : QString();
}

QString Destination::whyNotKeptDetail() const
{
    return m_storeError ? storeFailure(*m_storeError).detail : QString();
}

void Destination::become(State state)
{
    m_state = state;
    emit changed();
}

} // namespace closeout::ui
