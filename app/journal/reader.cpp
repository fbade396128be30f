// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/reader.h"

#include "journal/keptoutcome.h"
#include "journal/place.h"
#include "journal/rows.h"
#include "journal/schema.h"
#include "journal/sendingmarks.h"
#include "journal/statements.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtSql/QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

constexpr auto readOnly = "QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_L1;

} // namespace

Reader::Reader() = default;
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const QString &path)
{
    const Result<Place> place = lookAtPlace(path);
    if (!place)
        return tl::unexpected(place.error());
    std::unique_ptr<Reader> reader(new Reader);
    reader->m_path = path;
    if (*place == Place::File) {
        if (const Result<void> connected = reader->connect(path); !connected)
            return tl::unexpected(connected.error());
    }
    return reader;
}

Result<void> Reader::connect(const QString &path)
{
    Result<std::unique_ptr<Database>> database = Database::connect(path, readOnly);
    Result<FileKind> kind = database ? kindOf(**database) : tl::unexpected(database.error());
    // SQLite wants a file of its own beside the write-ahead log, which a folder that cannot be
    // written does not take. Without a log the file alone is the whole truth; with one, a copy is.
    if (!kind && cannotBeOpened(kind.error())) {
        const bool hasLog = QFileInfo(path + "-wal"_L1).size() > 0;
        QString name = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded())
            + "?immutable=1"_L1;
        QString options = readOnly + ";QSQLITE_OPEN_URI"_L1;
        if (hasLog) {
            m_copy = std::make_unique<QTemporaryDir>();
            name = m_copy->filePath(u"journal.sqlite"_s);
            options.clear();
            if (!QFile::copy(path, name) || !QFile::copy(path + "-wal"_L1, name + "-wal"_L1))
                return tl::unexpected(kind.error());
            QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
            QFile::setPermissions(name + "-wal"_L1, QFile::ReadOwner | QFile::WriteOwner);
        }
        database = Database::connect(path, options, name);
        kind = database ? kindOf(**database) : tl::unexpected(database.error());
    }
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind == FileKind::Newer || *kind == FileKind::Foreign)
        return notUsable(path, *kind);
    m_isVersion1 = *kind == FileKind::Version1;
    m_marks = std::make_unique<SendingMarks>(path, SendingMarks::Use::Look);
    if (*kind != FileKind::Empty)
        m_database = std::move(*database);
    return {};
}

Result<QList<Entry>> Reader::select(const char *which, const QVariantList &values) const
{
    QList<Entry> entries;
    if (!m_database)
        return entries;
    const QByteArray statement = QByteArray(m_isVersion1 ? sql::selectEntriesOfVersion1
                                                         : sql::selectEntries)
        + which;
    Result<QSqlQuery> row = m_database->query(statement.constData(), values);
    if (!row)
        return tl::unexpected(row.error());
    while (row->next())
        entries.append(entryFrom(*row));
    if (row->lastError().isValid())
        return storageFailure(m_path, row->lastError());
    for (Entry &entry : entries) {
        if (const Result<void> done = complete(entry); !done)
            return tl::unexpected(done.error());
    }
    return entries;
}

// What stands beside its row.
Result<void> Reader::complete(Entry &entry) const
{
    if (!entry.recorded) {
        entry.isUnderWay = m_marks->isSet(entry.id);
        if (const std::optional<KeptOutcome> kept = keptOutcome(m_path, entry.id)) {
            entry.recorded = kept->outcome;
            entry.exchanges = kept->exchanges;
        }
    }
    if (m_isVersion1)
        return {};
    const Result<std::optional<Review>> review = reviewOf(*m_database, entry.id);
    if (review)
        entry.review = *review;
    else if (review.error().detail.isEmpty()) // it is there, and is not what was written
        entry.isDamaged = true;
    else
        return tl::unexpected(review.error());
    return {};
}

Result<void> Reader::addExchanges(QList<Entry> &entries) const
{
    for (Entry &entry : entries) {
        Result<QList<ExchangeRecord>> exchanges = exchangesOf(*m_database, entry,
                                                              m_isVersion1
                                                                  ? sql::selectExchangesOfVersion1
                                                                  : sql::selectExchanges);
        if (!exchanges)
            return tl::unexpected(exchanges.error());
        entry.exchanges = *exchanges + entry.exchanges;
    }
    return {};
}

Result<QList<Entry>> Reader::newest(int count) const
{
    Result<QList<Entry>> entries = select(sql::theLast, {count});
    if (!entries)
        return entries;
    std::reverse(entries->begin(), entries->end());
    return addExchanges(*entries).map([&entries] { return *entries; });
}

Result<EntryId> Reader::firstOfNewest(qint64 count) const
{
    if (!m_database || count == 0)
        return 0;
    const Result<qint64> first = m_database->number(sql::firstOfTheLast, {count - 1}, -1);
    if (!first || *first >= 0)
        return first;
    return m_database->number("SELECT coalesce(min(id), 0) FROM completion"); // there are fewer
}

Result<QList<Entry>> Reader::from(EntryId first, int count) const
{
    Result<QList<Entry>> entries = select(sql::thoseFrom, {first, count});
    if (!entries)
        return entries;
    return addExchanges(*entries).map([&entries] { return *entries; });
}

Result<std::optional<Entry>> Reader::find(EntryId id) const
{
    Result<QList<Entry>> entries = select(sql::theOne, {id});
    if (!entries)
        return tl::unexpected(entries.error());
    return addExchanges(*entries).map(
        [&entries] { return entries->isEmpty() ? std::optional<Entry>() : entries->constFirst(); });
}

Result<QList<Entry>> Reader::doubts(int count) const
{
    Result<QList<Entry>> entries = select(m_isVersion1 ? sql::thoseInDoubtOfVersion1
                                                       : sql::thoseInDoubt,
                                          {count});
    if (entries) // what is kept beside, and not entered yet, is known all the same
        entries->removeIf([](const Entry &entry) { return entry.outcome() != Outcome::Unknown; });
    return entries;
}

} // namespace closeout::journal
