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
    forget();
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
        m_error = connection.error();
        finish(Trouble::Told);
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
    connect(m_asked, &PeerCertificate::answered, this, [this](const QSslCertificate &certificate) {
        m_certificate = certificate;
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
    forget();
    m_state = State::Idle;
    emit changed();
}

void ConnectionTest::forget()
{
    m_isReached = false;
    m_isLetIn = false;
    m_trouble = Trouble::None;
    m_error.reset();
    m_certificate.clear();
    m_authorities.clear();
}

void ConnectionTest::ask(Dialect dialect, void (ConnectionTest::*take)(const Answer &))
{
    letGo();
    Environment asked = m_environment;
    asked.dialect = dialect;
    asked.authoritiesFile.clear(); // it was read
    Result<client::Connection> connection = environments::connectionTo(asked, m_password);
    if (!connection) { // the other dialect may have other URLs
        m_error = connection.error();
        finish(Trouble::Told);
        return;
    }
    connection->authorities = m_authorities;
    connection->authoritiesFile = m_environment.authoritiesFile;
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
    m_error = failureOf(answer);
    m_milliseconds = answer.exchange.milliseconds;
    m_isReached = answer.exchange.status != 0;
    if (!m_isReached) {
        finish(Trouble::Told);
        return;
    }
    // The server cannot tell a password that was not given from a wrong one.
    if (m_error && m_error->kind == ErrorKind::SignInNeeded && !m_environment.user.isEmpty()
        && m_password.isEmpty()) {
        finish(Trouble::NoPassword);
        return;
    }
    const bool isRefused = m_error
        && (m_error->kind == ErrorKind::SignInNeeded || m_error->kind == ErrorKind::RoleMissing);
    if (isRefused) {
        finish(Trouble::Told);
        return;
    }
    m_isLetIn = true;
    // What answers the export is an 8.5 server; all else that is said there could be either.
    if (!m_error && m_environment.dialect == Dialect::V85)
        finish(Trouble::None);
    else
        ask(otherThan(m_environment.dialect), &ConnectionTest::takeOther);
}

void ConnectionTest::takeOther(const Answer &answer)
{
    letGo();
    if (!failureOf(answer))
        finish(Trouble::OtherDialect);
    else
        finish(m_error ? Trouble::Told : Trouble::None);
}

void ConnectionTest::finish(Trouble trouble)
{
    m_trouble = trouble;
    m_state = trouble == Trouble::None ? State::Passed : State::Failed;
    if (m_state == State::Failed)
        m_password.clear();
    emit changed();
}

QStringList ConnectionTest::findings() const
{
    QStringList findings;
    if (m_isReached)
        findings.append(tr("%1 was reached.").arg(serverName()));
    if (m_isReached && serverUrl().scheme() == "https"_L1)
        findings.append(trustSentence());
    if (!m_certificate.isNull())
        findings.append(certificateSentence()); // all the more if it is not trusted
    if (m_isLetIn) {
        findings.append(m_environment.user.isEmpty()
                            ? tr("The server wants no sign-in.")
                            : tr("The server lets “%1” in.").arg(m_environment.user));
    }
    if (m_state == State::Passed) {
        findings.append(tr("It answers as a Context Services server of dialect %1.")
                            .arg(contract::dialectName(m_environment.dialect)));
        findings.append(tr("It took %1 ms to answer.").arg(QLocale().toString(m_milliseconds)));
    }
    return findings;
}

std::optional<Error> ConnectionTest::error() const
{
    switch (m_trouble) {
    case Trouble::None:
        return {};
    case Trouble::Told:
        return m_error;
    case Trouble::NoPassword:
        return Error{m_error->kind,
                     tr("The server wants the password of “%1”, and none was given. Type it and "
                        "test again.")
                         .arg(m_environment.user),
                     m_error->detail, m_error->httpStatus};
    case Trouble::OtherDialect:
        return Error{ErrorKind::InvalidInput,
                     tr("This looks like an %1 server: it answers what only %1 has. Choose the "
                        "dialect %1.")
                         .arg(contract::dialectName(otherThan(m_environment.dialect))),
                     m_error ? m_error->message : QString()};
    }
    return {};
}

QString ConnectionTest::trustSentence() const
{
    return m_environment.authoritiesFile.isEmpty()
        ? tr("The connection is encrypted, and this system trusts the server's certificate.")
        : tr("The connection is encrypted, and the server's certificate is trusted by this system "
             "or by your CA file.");
}

QString ConnectionTest::certificateSentence() const
{
    return tr("Its certificate was issued to “%1” by “%2” and is valid until %3.")
        .arg(m_certificate.subjectDisplayName(), m_certificate.issuerDisplayName(),
             QLocale().toString(m_certificate.expiryDate().date(), QLocale::ShortFormat));
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

QUrl ConnectionTest::serverUrl() const
{
    return contract::checkBaseUrl(m_environment.dialect, m_environment.url).value_or(QUrl());
}

QString ConnectionTest::serverName() const
{
    const QUrl url = serverUrl();
    return url.isEmpty() ? m_environment.url : url.authority();
}

} // namespace closeout::ui
