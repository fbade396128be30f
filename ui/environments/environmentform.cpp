// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentform.h"

#include "contract/urls.h"
#include "environments/secretstore.h"
#include "filter/stuckrules.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/storefailure.h"
#include "ui/widgets/background.h"

#include <QtNetwork/QHostAddress>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using environments::Environment;

namespace {

// The message of what connectionTo() says of one member alone.
QString problemOf(const Environment &probe)
{
    const Result<client::Connection> connection = environments::connectionTo(probe, {});
    return connection ? QString() : connection.error().message;
}

Environment harmless()
{
    Environment environment;
    environment.url = u"http://localhost"_s;
    return environment;
}

} // namespace

EnvironmentForm::EnvironmentForm(EnvironmentList &list, environments::SecretStore &store,
                                 QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_store(store)
{
    connect(&list, &EnvironmentList::saved, this, &EnvironmentForm::takeSaved);
    connect(&list, &EnvironmentList::removed, this, &EnvironmentForm::forgetPassword);
    connect(&list, &EnvironmentList::failed, this, &EnvironmentForm::takeFailure);
    connect(&list, &EnvironmentList::changed, this, &EnvironmentForm::changed); // names are taken
}

void EnvironmentForm::load(const Environment &stored)
{
    begin(stored, stored.name);
}

void EnvironmentForm::startNew(const Environment &pattern)
{
    Environment fresh = pattern;
    const QString base = pattern.name.isEmpty() ? QString() : tr("Copy of %1").arg(pattern.name);
    fresh.name = base;
    for (int i = 2; !base.isEmpty() && m_list.find(fresh.name); ++i)
        fresh.name = tr("%1 (%2)").arg(base, QString::number(i));
    begin(fresh, {});
}

void EnvironmentForm::revert()
{
    begin(m_stored, m_storedName);
}

void EnvironmentForm::begin(const Environment &value, const QString &storedName)
{
    m_stored = value;
    m_value = value;
    m_storedName = storedName;
    m_password.clear();
    m_keep = Keep::No;
    m_kept.reset();
    m_isSaving = false;
    checkAuthorities();
    askStore();
    emit loaded();
    emit changed();
}

void EnvironmentForm::setValue(const Environment &value)
{
    const bool isOtherFile = value.authoritiesFile != m_value.authoritiesFile;
    m_value = value;
    if (isOtherFile)
        checkAuthorities();
    emit changed();
}

void EnvironmentForm::setPassword(const QString &password, Keep keep)
{
    m_password = password;
    m_keep = keep;
    emit changed();
}

QString EnvironmentForm::passwordToTry() const
{
    if (!m_password.isEmpty() || m_value.user.isEmpty())
        return m_password;
    if (m_kept && environments::secretKey(m_value) == environments::secretKey(m_stored))
        return *m_kept;
    return qEnvironmentVariable("CLOSEOUT_PASSWORD");
}

bool EnvironmentForm::isDirty() const
{
    const Environment &clean = isNew() ? Environment() : m_stored; // a copy is worth saving
    return m_value != clean || (!m_password.isEmpty() && m_keep == Keep::InStore);
}

void EnvironmentForm::save()
{
    if (!whyNotSavable().isEmpty())
        return;
    m_isSaving = true;
    m_list.save(m_value, m_storedName);
    emit changed();
}

void EnvironmentForm::takeSaved(const Environment &environment)
{
    if (!m_isSaving)
        return;
    m_isSaving = false;
    m_stored = environment;
    m_storedName = environment.name;
    if (!m_password.isEmpty() && m_keep == Keep::InStore && !environment.user.isEmpty()) {
        m_store.write(environments::secretKey(environment), m_password, this,
                      [this](const Result<void> &kept) {
                          if (!kept)
                              emit passwordNotKept(storeFailure(kept.error()));
                          askStore();
                      });
    }
    m_keep = Keep::No;
    emit saved(environment);
    emit changed();
}

void EnvironmentForm::forgetPassword(const Environment &removed)
{
    if (!environments::hasPasswordOfItsOwn(removed, m_list.environments()))
        return;
    m_store.remove(environments::secretKey(removed), this,
                   [this, name = removed.name](const Result<void> &forgotten) {
                       if (forgotten)
                           return;
                       emit passwordNotForgotten(
                           Error{forgotten.error().kind,
                                 tr("“%1” is removed. If its password was kept on this computer, "
                                    "it is there still: remove it in the system's password store.")
                                     .arg(name),
                                 forgotten.error().message});
                   });
}

void EnvironmentForm::takeFailure(const Error &error)
{
    if (!m_isSaving)
        return;
    m_isSaving = false;
    emit failed(error);
    emit changed();
}

QString EnvironmentForm::problem(Field field) const
{
    Environment probe = harmless();
    switch (field) {
    case Field::Name:
        return nameProblem();
    case Field::Url:
        probe.url = m_value.url;
        return problemOf(probe);
    case Field::User:
        probe.user = m_value.user;
        return problemOf(probe);
    case Field::Headers:
        return headersProblem();
    case Field::AuthoritiesFile:
        return m_authoritiesProblem;
    case Field::StuckRules:
        return rulesProblem();
    }
    return {};
}

QString EnvironmentForm::nameProblem() const
{
    const QString &name = m_value.name;
    if (name.trimmed().isEmpty())
        return tr("Give it a name, for instance “Production”.");
    if (name == "Sandbox"_L1)
        return tr("“Sandbox” is the name of the sandbox that is built in. Choose another one.");
    if (name != m_storedName && m_list.find(name))
        return tr("There is an environment of that name already.");
    return {};
}

QString EnvironmentForm::headersProblem() const
{
    Environment probe = harmless();
    probe.headers = m_value.headers;
    const Result<client::Connection> connection = environments::connectionTo(probe, {});
    if (!connection)
        return connection.error().message;
    for (const client::Header &header : connection->headers) {
        if (client::looksSecret(header)) {
            return tr("The header %1 looks like a secret, which is never kept in a file. Remove "
                      "it.")
                .arg(QString::fromUtf8(header.name));
        }
    }
    return {};
}

QString EnvironmentForm::rulesProblem() const
{
    const auto rules = filter::StuckRules::fromLines(m_value.stuckRules);
    return rules.problems().isEmpty() ? QString() : rules.problems().constFirst().message;
}

QString EnvironmentForm::whyNotSavable() const
{
    if (m_isSaving)
        return tr("It is being saved.");
    for (const Field field : {Field::Name, Field::Url, Field::User, Field::Headers,
                              Field::AuthoritiesFile, Field::StuckRules}) {
        if (const QString found = problem(field); !found.isEmpty())
            return found;
    }
    return isDirty() ? QString() : tr("There is nothing to save.");
}

bool EnvironmentForm::isPasswordReadable() const
{
    const QUrl url(usedUrl());
    const QString host = url.host();
    return !m_value.user.isEmpty() && url.scheme() == "http"_L1 && host != "localhost"_L1
        && !QHostAddress(host).isLoopback();
}

QString EnvironmentForm::usedUrl() const
{
    const Result<QUrl> url = contract::checkBaseUrl(m_value.dialect, m_value.url);
    return url ? url->toString() : QString();
}

QString EnvironmentForm::whyNotKept() const
{
    return m_storeError ? storeFailure(*m_storeError).message : QString();
}

QString EnvironmentForm::whyNotKeptDetail() const
{
    return m_storeError ? storeFailure(*m_storeError).detail : QString();
}

// The file may lie on another machine, so it is not read on the window's thread.
void EnvironmentForm::checkAuthorities()
{
    m_authoritiesProblem.clear();
    if (m_value.authoritiesFile.isEmpty())
        return;
    Environment probe = harmless();
    probe.authoritiesFile = m_value.authoritiesFile;
    inBackground(
        this, [probe] { return problemOf(probe); },
        [this, file = probe.authoritiesFile](const QString &found) {
            if (file != m_value.authoritiesFile)
                return;
            m_authoritiesProblem = found;
            emit changed();
        });
}

// Reading tells whether there is a store, and whether it has the password.
void EnvironmentForm::askStore()
{
    const QString key = environments::secretKey(m_stored);
    m_store.read(key.isEmpty() ? u"closeout"_s : key, this,
                 [this, question = ++m_question](const Result<std::optional<QString>> &kept) {
                     if (question != m_question)
                         return;
                     m_storeError = kept ? std::optional<Error>() : kept.error();
                     m_kept = kept && !m_stored.user.isEmpty() ? *kept : std::nullopt;
                     emit changed();
                 });
}

} // namespace closeout::ui
