// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/keptoutcome.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

constexpr char heading[] = "Closeout outcome 1\n";
constexpr qsizetype hashBytes = 32;

QString prefixOf(const QString &journalPath)
{
    return journalPath + ".outcome-"_L1;
}

QString pathOf(const QString &journalPath, EntryId entry)
{
    return prefixOf(journalPath) + QString::number(entry);
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray written(const KeptOutcome &kept)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    const OutcomeRecord &outcome = kept.outcome;
    out << kept.entry << outcome.at << quint8(outcome.outcome) << outcome.status << outcome.message
        << kept.exchanges.size();
    for (const ExchangeRecord &exchange : kept.exchanges) {
        out << quint8(exchange.purpose) << exchange.startedAt << exchange.milliseconds
            << exchange.requestHead << exchange.requestBody << exchange.status
            << exchange.answerHead << exchange.answerBody << exchange.error;
    }
    return heading + hashOf(bytes) + bytes;
}

KeptOutcome read(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    KeptOutcome kept;
    quint8 outcome = 0;
    qsizetype count = 0;
    in >> kept.entry >> kept.outcome.at >> outcome >> kept.outcome.status >> kept.outcome.message
        >> count;
    kept.outcome.outcome = Outcome(outcome);
    for (qsizetype i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        ExchangeRecord exchange;
        quint8 purpose = 0;
        in >> purpose >> exchange.startedAt >> exchange.milliseconds >> exchange.requestHead
            >> exchange.requestBody >> exchange.status >> exchange.answerHead >> exchange.answerBody
            >> exchange.error;
        exchange.purpose = ExchangeRecord::Purpose(purpose);
        kept.exchanges.append(exchange);
    }
    return kept;
}

void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    QFile folder(QFileInfo(path).absolutePath());
    if (folder.open(QIODevice::ReadOnly | QIODevice::ExistingOnly))
        ::fsync(folder.handle());
#else
    Q_UNUSED(path)
#endif
}

} // namespace

Result<void> keepOutcome(const QString &journalPath, const KeptOutcome &kept)
{
    const QString path = pathOf(journalPath, kept.entry);
    QFile file(path + ".new"_L1);
    const QByteArray bytes = written(kept);
    bool done = file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                          QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush();
#ifdef Q_OS_UNIX
    done = done && ::fsync(file.handle()) == 0;
#endif
    file.close();
    done = done && (!QFile::exists(path) || QFile::remove(path)) && file.rename(path);
    if (done) {
        syncFolder(path);
        return {};
    }
    const QString why = file.errorString();
    file.remove();
    return failure(ErrorKind::Storage, Tr::tr("%1 cannot be written: %2.").arg(path, why));
}

QList<EntryId> keptEntries(const QString &journalPath)
{
    const QFileInfo prefix(prefixOf(journalPath));
    QList<EntryId> entries;
    for (const QString &name :
         prefix.dir().entryList({prefix.fileName() + u'*'}, QDir::Files, QDir::Name)) {
        bool isNumber = false;
        const EntryId entry = name.sliced(prefix.fileName().size()).toLongLong(&isNumber);
        if (isNumber)
            entries.append(entry);
    }
    return entries;
}

std::optional<KeptOutcome> keptOutcome(const QString &journalPath, EntryId entry)
{
    QFile file(pathOf(journalPath, entry));
    if (!file.exists() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const qsizetype head = qsizetype(sizeof(heading)) - 1;
    if (!bytes.startsWith(heading) || bytes.size() < head + hashBytes)
        return {};
    const QByteArray content = bytes.sliced(head + hashBytes);
    if (hashOf(content) != bytes.sliced(head, hashBytes))
        return {};
    const KeptOutcome kept = read(content);
    return kept.entry == entry ? std::optional(kept) : std::nullopt;
}

void forgetOutcome(const QString &journalPath, EntryId entry)
{
    QFile::remove(pathOf(journalPath, entry));
}

} // namespace closeout::journal
