// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/secretstore.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

const auto service = u"closeout"_s;

tl::unexpected<Error> keychainFailure(const QKeychain::Job &job)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The system's password store cannot be used: %1.")
                       .arg(job.errorString()));
}

Result<void> resultOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
        return {};
    return keychainFailure(job);
}

void prepare(QKeychain::Job *job, const QString &key)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
}

} // namespace

void SecretStore::read(const QString &key, QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    prepare(job, key);
    connect(job, &QKeychain::Job::finished, context, [job, done](const QKeychain::Job *) {
        if (job->error() == QKeychain::EntryNotFound)
            done(std::optional<QString>());
        else if (job->error() != QKeychain::NoError)
            done(keychainFailure(*job));
        else
            done(std::optional(job->textData()));
    });
    job->start();
}

void SecretStore::write(const QString &key, const QString &password, QObject *context, Written done)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    prepare(job, key);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, context,
            [job, done](const QKeychain::Job *) { done(resultOf(*job)); });
    job->start();
}

void SecretStore::remove(const QString &key, QObject *context, Written done)
{
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    prepare(job, key);
    connect(job, &QKeychain::Job::finished, context,
            [job, done](const QKeychain::Job *) { done(resultOf(*job)); });
    job->start();
}

} // namespace closeout::environments
