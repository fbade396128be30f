// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/connectiontest.h"

#include "contract/urls.h"
#include "ui/environments/peercertificate.h"
#include "ui/widgets/background.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Dialect;
using environments::Environment;

namespace {

Dialect otherThan(Dialect dialect)
{
    return dialect == Dialect::V85 ? Dialect::V81 : Dialect::V85;
}

// A list that is surely short, read with an operation that tells the dialects apart. The server's
// status would not: a proxy may answer for it without asking for a password.
client::Request questionIn(Dialect dialect)
{
    const QDateTime epoch = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    if (dialect == Dialect::V85)
        return client::exportServices(contract::Completeness::Active, {epoch, epoch.addSecs(1)});
    return client::queryAnonymousServices(u"closeout-connection-test"_s,
                                          contract::Completeness::Active, {});
}

// A contact key that nobody has may be an empty list, or not found in the server's own words.
std::optional<Error> failureOf(const client::Answer<json::Document> &answer)
{
    if (answer.value)
        return {};
    const Error &error = answer.value.error();
    const bool isServersWord = error.kind == ErrorKind::NotFound
        && answer.exchange.request.line().contains("/services/anonymous/")
        && answer.exchange.answerBody.contains("NotFoundException");
    return isServersWord ? std::optional<Error>() : error;
}

} // namespace

ConnectionTest::ConnectionTest(QObject *parent)
    : QObject(parent)
{
}

void ConnectionTest::start(const Environment &environment, const QString &password)
{
    letGo();
    m_environment = environment;
    m_password = password;
    m_findings.clear();
    m_error.reset();
    m_ownError.reset();
    m_certificate.clear();
    m_authorities.clear();
    if (environment.authoritiesFile.isEmpty()) {
        takeChecked(environments::connectionTo(environment, {}));
        return;
    }
    m_state = State::Running;
    const int question = m_question;
    emit changed();
    // The file of certificates may lie on another machine.
    inBackground(
        this, [environment] { return environments::connectionTo(environment, {}); },
        [this, question](const Result<client::Connection> &connection) {
            if (question == m_question)
                takeChecked(connection);
        });
}

void ConnectionTest::takeChecked(const Result<client::Connection> &connection)
{
    if (!connection) {
        finish(connection.error());
        return;
    }
    m_authorities = connection->authorities;
    m_state = State::Running;
    if (connection->baseUrl.scheme() == "https"_L1)
        askCertificate(*connection);
    else
        askOwn();
    emit changed();
}

void ConnectionTest::askCertificate(const client::Connection &connection)
{
    m_asked = new PeerCertificate(this);
    connect(m_asked, &PeerCertificate::answered, this, [this](const QString &sentence) {
        m_certificate = sentence;
        askOwn();
    });
    m_asked->ask(connection);
}

void ConnectionTest::askOwn()
{
    ask(m_environment.dialect, &ConnectionTest::takeOwn);
}

void ConnectionTest::cancel()
{
    letGo();
    m_password.clear();
    m_findings.clear();
    m_error.reset();
    m_state = State::Idle;
    emit changed();
}

void ConnectionTest::ask(Dialect dialect, void (ConnectionTest::*take)(const Answer &))
{
    letGo();
    Environment asked = m_environment;
    asked.dialect = dialect;
    asked.authoritiesFile.clear(); // it was read
    Result<client::Connection> connection = environments::connectionTo(asked, m_password);
    if (!connection) { // the other dialect may have other URLs
        finish(connection.error());
        return;
    }
    connection->authorities = m_authorities;
    m_transport = new client::Transport(*connection, this);
    auto *services = new client::ContextServices(*m_transport, m_transport);
    services->readDocument(questionIn(dialect), m_transport,
                           [this, transport = m_transport, take](const Answer &answer) {
                               if (transport == m_transport)
                                   (this->*take)(answer);
                           });
}

void ConnectionTest::takeOwn(const Answer &answer)
{
    letGo();
    m_ownError = failureOf(answer);
    m_milliseconds = answer.exchange.milliseconds;
    const bool isReached = answer.exchange.status != 0;
    if (isReached)
        m_findings.append(tr("%1 was reached.").arg(serverName()));
    if (isReached && answer.exchange.request.url.scheme() == "https"_L1)
        m_findings.append(trustSentence());
    if (!m_certificate.isEmpty())
        m_findings.append(m_certificate); // all the more if it is not trusted
    if (!isReached) {
        finish(m_ownError);
        return;
    }
    const bool isRefused = m_ownError
        && (m_ownError->kind == ErrorKind::SignInNeeded
            || m_ownError->kind == ErrorKind::RoleMissing);
    if (isRefused) {
        finish(m_ownError);
        return;
    }
    m_findings.append(m_environment.user.isEmpty()
                          ? tr("The server wants no sign-in.")
                          : tr("The server lets “%1” in.").arg(m_environment.user));
    // What answers the export is an 8.5 server; all else that is said there could be either.
    if (!m_ownError && m_environment.dialect == Dialect::V85)
        finish({});
    else
        ask(otherThan(m_environment.dialect), &ConnectionTest::takeOther);
}

QString ConnectionTest::trustSentence() const
{
    return m_environment.authoritiesFile.isEmpty()
        ? tr("The connection is encrypted, and this system trusts the server's certificate.")
        : tr("The connection is encrypted, and the server's certificate is trusted by this system "
             "or by your CA file.");
}

void ConnectionTest::takeOther(const Answer &answer)
{
    letGo();
    if (failureOf(answer)) {
        finish(m_ownError);
        return;
    }
    const QString other = contract::dialectName(otherThan(m_environment.dialect));
    finish(Error{ErrorKind::InvalidInput,
                 tr("This looks like an %1 server: it answers what only %1 has. Choose the dialect "
                    "%1.")
                     .arg(other),
                 m_ownError ? m_ownError->message : QString()});
}

void ConnectionTest::finish(const std::optional<Error> &error)
{
    if (error)
        m_password.clear();
    m_error = error;
    m_state = error ? State::Failed : State::Passed;
    if (!error) {
        m_findings.append(tr("It answers as a Context Services server of dialect %1.")
                              .arg(contract::dialectName(m_environment.dialect)));
        m_findings.append(tr("It took %1 ms to answer.").arg(QLocale().toString(m_milliseconds)));
    }
    emit changed();
}

bool ConnectionTest::isOf(const Environment &environment) const
{
    Environment tried = m_environment;
    tried.name = environment.name;
    tried.safety = environment.safety;
    tried.colour = environment.colour;
    return tried == environment;
}

QString ConnectionTest::takenPassword(const Environment &environment) const
{
    return m_state == State::Passed && isOf(environment) ? m_password : QString();
}

void ConnectionTest::letGo()
{
    ++m_question;
    if (m_transport)
        m_transport->deleteLater(); // this may be an answer of its own
    m_transport = nullptr;
    if (m_asked) {
        m_asked->disconnect(this);
        m_asked->deleteLater(); // for the same reason
    }
    m_asked = nullptr;
}

QString ConnectionTest::serverName() const
{
    const Result<QUrl> url = contract::checkBaseUrl(m_environment.dialect, m_environment.url);
    return url ? url->authority() : m_environment.url;
}

} // namespace closeout::ui
