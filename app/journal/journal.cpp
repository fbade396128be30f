// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/journal.h"

#include "journal/claims.h"
#include "journal/database.h"
#include "journal/keptoutcome.h"
#include "journal/place.h"
#include "journal/rows.h"
#include "journal/schema.h"
#include "journal/sendingmarks.h"
#include "journal/statements.h"

#include <QtCore/QLockFile>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

// Another program's transaction takes about as long as two syncs of the disk.
constexpr auto shortWait = "PRAGMA busy_timeout = 100"_L1;

// Made by an earlier opening, as nearly always.
Result<bool> isReady(const Database &database, FileKind kind)
{
    Result<QSqlQuery> mode = database.query("PRAGMA journal_mode");
    if (!mode)
        return tl::unexpected(mode.error());
    return kind == FileKind::Current && mode->next() && mode->value(0).toString() == "wal"_L1;
}

// SQLite does not wait for its turn when two programs turn the write-ahead log on at once. A lock
// whose maker died before it had written who it was is told by its age alone; one that is broken
// while its maker lives does no harm, because what takes long is done in a transaction.
Result<void> takeTurn(QLockFile &turn, const QString &path)
{
    turn.setStaleLockTime(5000);
    if (turn.tryLock(30000))
        return {};
    if (turn.error() == QLockFile::LockFailedError) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The journal %1 is being opened by another program that does not let "
                              "go of it. If none runs, remove %1.lock.")
                           .arg(path));
    }
    return cannotBeWritten(path, Tr::tr("its folder takes no new file (is the disk full?)"));
}

Result<void> makeReady(const Database &database)
{
    const Result<FileKind> kind = kindOf(database);
    if (!kind)
        return tl::unexpected(kind.error());
    // Before anything of it is changed.
    if (*kind == FileKind::Newer || *kind == FileKind::Foreign)
        return notUsable(database.path(), *kind);
    const Result<bool> ready = isReady(database, *kind);
    if (!ready)
        return tl::unexpected(ready.error());
    if (*ready)
        return {};
    QLockFile turn(database.path() + ".lock"_L1);
    return takeTurn(turn, database.path())
        .and_then([&] { return database.run("PRAGMA journal_mode = WAL"_L1); })
        .and_then([&] { return migrate(database); });
}

// It may have been settled since somebody began to read again, and ended once more since then: what
// was read then is that newer end.
Result<void> checkInDoubt(const Database &database, EntryId id)
{
    const Result<std::optional<Entry>> entry = findEntry(database, id);
    if (!entry)
        return tl::unexpected(entry.error());
    if (*entry && (*entry)->outcome() == Outcome::Unknown)
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("Somebody else has found out meanwhile what came of it. Look at the "
                          "journal."));
}

Journal::Written writtenFrom(Database::Turn turn)
{
    return turn == Database::Turn::Taken ? Journal::Written::Yes : Journal::Written::Locked;
}

} // namespace

Journal::Journal(QString path, std::unique_ptr<Database> database)
    : m_path(std::move(path))
    , m_database(std::move(database))
    , m_marks(std::make_unique<SendingMarks>(m_path, SendingMarks::Use::Set))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &path)
{
    if (const Result<Place> place = lookAtPlace(path); !place)
        return tl::unexpected(place.error());
    if (const Result<void> prepared = prepareFile(path); !prepared)
        return tl::unexpected(prepared.error());
    Result<std::unique_ptr<Database>> database = Database::connect(path,
                                                                   u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    if (!database)
        return tl::unexpected(database.error());
    Result<void> done = makeReady(**database);
    // FULL: a commit returns when it is on the disk, which is what "before it leaves" means.
    for (const auto statement :
         {"PRAGMA synchronous = FULL"_L1, "PRAGMA foreign_keys = ON"_L1, shortWait}) {
        if (done)
            done = (*database)->run(statement);
    }
    if (!done)
        return tl::unexpected(done.error());
    std::unique_ptr<Journal> journal(new Journal(path, std::move(*database)));
    journal->enterKept();
    return journal;
}

// What cannot be entered now stays beside, and is shown from there.
void Journal::enterKept()
{
    for (const EntryId id : keptEntries(m_path)) {
        const std::optional<KeptOutcome> kept = keptOutcome(m_path, id);
        if (!kept)
            continue;
        const Result<Database::Turn> turn = m_database->write([&]() -> Result<void> {
            const Result<qint64> there = m_database->number(sql::selectOutcome, {id});
            if (!there || *there == id)
                return there.map([](qint64) {});
            return addExchanges(id, kept->exchanges)
                .and_then([&] { return insertOutcome(*m_database, id, kept->outcome); })
                .and_then([&] { return settleClaim(*m_database, id); });
        });
        if (turn && *turn == Database::Turn::Taken)
            forgetOutcome(m_path, id);
    }
}

Result<void> Journal::checkWritable(const QString &path)
{
    const Result<Place> place = lookAtPlace(path);
    if (!place)
        return tl::unexpected(place.error());
    if (*place == Place::Missing)
        return checkFolder(path);
    const Result<std::unique_ptr<Database>> database =
        Database::connect(path, u"QSQLITE_BUSY_TIMEOUT=100"_s);
    if (!database)
        return tl::unexpected(database.error());
    const Result<FileKind> kind = kindOf(**database);
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind == FileKind::Newer || *kind == FileKind::Foreign)
        return notUsable(path, *kind);
    const Result<bool> ready = isReady(**database, *kind);
    if (!ready || !*ready) // whoever opens it first must have it alone
        return ready.map([](bool) {});
    const Result<Database::Turn> turn = (*database)->begin();
    if (!turn)
        return tl::unexpected(turn.error());
    // Another program writes: an end would wait for its turn.
    return *turn == Database::Turn::Locked ? Result<void>() : (*database)->run("ROLLBACK"_L1);
}

Result<Journal::Claimed> Journal::recordIntention(const Intention &intention,
                                                  const ExchangeRecord &check, Shown shown,
                                                  const Insistence &insistence)
{
    Claimed claimed;
    const Result<Database::Turn> turn = m_database->write(
        [&] { return claim(intention, check, shown, insistence, claimed); });
    if (!turn) {
        m_marks->clear(claimed.entry);
        return tl::unexpected(turn.error());
    }
    claimed.written = writtenFrom(*turn);
    return claimed;
}

Result<void> Journal::claim(const Intention &intention, const ExchangeRecord &check, Shown shown,
                            const Insistence &insistence, Claimed &claimed)
{
    const Result<Found> found = findStanding(*m_database, *m_marks, intention, shown);
    if (!found)
        return tl::unexpected(found.error());
    const std::optional<Standing> &standing = found->standing;
    if (standing && !isInsistedOn(*standing, insistence)) {
        claimed.standing = standing;
        return {};
    }
    const Result<Claim> before = claimOf(*m_database, intention);
    const Result<qint64> id = before ? m_database->number(sql::nextId)
                                     : tl::unexpected(before.error());
    if (!id)
        return tl::unexpected(id.error());
    Entry entry;
    entry.id = claimed.entry = *id;
    entry.intention = intention;
    entry.generation = before->generation + 1;
    entry.follows = found->follows;
    const bool isAgain = shown == Shown::Completed && insistence.evenIfCompleted;
    if (standing && standing->kind == Standing::Kind::Unknown)
        entry.insisted = Insisted::EvenIfUnknown;
    else if (standing || isAgain)
        entry.insisted = Insisted::EvenIfCompleted;
    m_marks->set(entry.id); // before anybody can see it
    return insertEntry(*m_database, entry)
        .and_then([&] { return addExchanges(entry.id, {check}); })
        .and_then([&] { return passOver(*m_database, entry); })
        .and_then([&] { return occupy(*m_database, entry); });
}

Result<void> Journal::addExchanges(EntryId entry, const QList<ExchangeRecord> &exchanges) const
{
    if (exchanges.isEmpty())
        return {};
    const Result<std::optional<Entry>> known = findEntry(*m_database, entry);
    if (!known)
        return tl::unexpected(known.error());
    for (const ExchangeRecord &exchange : exchanges) {
        const Result<void> done = insertExchange(*m_database, entry, exchange,
                                                 *known ? (*known)->intention : Intention());
        if (!done)
            return done;
    }
    return {};
}

Result<Journal::Written> Journal::recordExchange(EntryId entry, const ExchangeRecord &exchange)
{
    return m_database->write([&] { return addExchanges(entry, {exchange}); }).map(writtenFrom);
}

Result<Journal::Written> Journal::recordOutcome(EntryId entry, const OutcomeRecord &outcome,
                                                const QList<ExchangeRecord> &exchanges)
{
    return m_database
        ->write([&] {
            return addExchanges(entry, exchanges)
                .and_then([&] { return insertOutcome(*m_database, entry, outcome); })
                .and_then([&] { return settleClaim(*m_database, entry); });
        })
        .map(writtenFrom);
}

Result<void> Journal::keepBeside(EntryId entry, const OutcomeRecord &outcome,
                                 const QList<ExchangeRecord> &exchanges) const
{
    return keepOutcome(m_path, {entry, exchanges, outcome});
}

Result<Journal::Written> Journal::recordReview(EntryId entry, const Review &review,
                                               const QList<ExchangeRecord> &exchanges)
{
    return m_database
        ->write([&] {
            return checkInDoubt(*m_database, entry)
                .and_then([&] { return addExchanges(entry, exchanges); })
                .and_then([&] { return insertReview(*m_database, entry, review); })
                .and_then([&] { return settleClaim(*m_database, entry); });
        })
        .map(writtenFrom);
}

void Journal::release(EntryId entry)
{
    m_marks->clear(entry);
}

Result<std::optional<Standing>> Journal::standing(const Intention &meant, Shown shown) const
{
    return findStanding(*m_database, *m_marks, meant, shown).map([](const Found &found) {
        return found.standing;
    });
}

} // namespace closeout::journal
