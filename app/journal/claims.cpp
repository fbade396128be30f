// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/claims.h"

#include "journal/rows.h"
#include "journal/sendingmarks.h"
#include "journal/statements.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

using State = Claim::State;

constexpr std::array stateNames{"free"_L1, "open"_L1, "done"_L1, "passed"_L1}; // as State has them

// Nodes of a cluster agree after seconds; one that was away is told what it missed within hours.
constexpr std::chrono::seconds aMoment = std::chrono::hours(1);

QVariantList keyOf(const Intention &meant, const QString &deployment)
{
    return {text(deployment), contract::kindName(meant.target.kind), text(meant.target.serviceId),
            text(meant.target.id)};
}

tl::unexpected<Error> contradiction(const Database &database, const Intention &meant)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 is damaged: what it holds about the %2 contradicts "
                          "itself. Put the file aside, and look at the server before anything is "
                          "sent again.")
                       .arg(database.path(), meant.target.name()));
}

Result<Claim> readClaim(const Database &database, const Intention &meant, const QString &deployment)
{
    const QVariantList key = keyOf(meant, deployment);
    Result<QSqlQuery> row = database.query(sql::selectClaim, key);
    const Result<qint64> newest = row ? database.number(sql::newestGeneration, key)
                                      : tl::unexpected(row.error());
    if (!newest)
        return tl::unexpected(newest.error());
    if (!row->next())
        return *newest == 0 ? Result<Claim>(Claim()) : contradiction(database, meant);
    QVariantList values;
    for (int column = 0; column < 7; ++column)
        values.append(row->value(column));
    const auto name = std::find(stateNames.begin(), stateNames.end(), row->value(6).toString());
    const Claim claim{row->value(4).toInt(), row->value(5).toLongLong(),
                      State(name - stateNames.begin())};
    if (name == stateNames.end() || row->value(7).toByteArray() != checksumOf(values)
        || claim.generation != *newest)
        return contradiction(database, meant);
    return claim;
}

Result<void> writeClaim(const Database &database, const Intention &meant, const QString &deployment,
                        const Claim &claim)
{
    QVariantList values = keyOf(meant, deployment);
    values += {claim.generation, claim.entry, QString(stateNames.at(std::size_t(claim.state)))};
    values.append(checksumOf(values));
    return database.execute(sql::replaceClaim, values);
}

Result<Entry> soundEntry(const Database &database, EntryId id)
{
    Result<std::optional<Entry>> entry = findEntry(database, id);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!*entry || (*entry)->isDamaged)
        return damaged(database, id);
    return **entry;
}

// The newest end that may have had an effect, from this one on backwards.
Result<Claim> standOf(const Database &database, EntryId id, int generation)
{
    while (id != 0) {
        const Result<Entry> entry = soundEntry(database, id);
        if (!entry)
            return tl::unexpected(entry.error());
        switch (entry->outcome()) {
        case Outcome::Completed:
        case Outcome::Skipped:
            return Claim{generation, id, State::Done};
        case Outcome::Unknown:
            return Claim{generation, id, State::Open};
        case Outcome::Held:
        case Outcome::Failed:
            // Ends are followed by newer ones only; anything else would never end.
            if (entry->follows >= id)
                return damaged(database, id);
            id = entry->follows;
            break;
        }
    }
    return Claim{generation, 0, State::Free};
}

// Names of the deployment, the one that is written first.
QStringList namesOf(const contract::Deployment &deployment)
{
    QStringList names{deployment.id};
    for (const QString &address : deployment.addresses) {
        if (!names.contains(address))
            names.append(address);
    }
    return names;
}

bool isFresh(const Entry &entry)
{
    const QDateTime at = entry.review ? entry.review->at : entry.recorded->at;
    // A clock that was put back is no proof of a long time either.
    return std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < aMoment.count();
}

std::optional<Standing::Kind> standingKind(const Claim &claim, const Entry &entry,
                                           const SendingMarks &marks, Shown shown)
{
    if (claim.state != State::Done)
        return !entry.recorded && marks.isSet(entry.id) ? Standing::Kind::UnderWay
                                                        : Standing::Kind::Unknown;
    const bool isTold = entry.outcome() == Outcome::Completed;
    if (isTold && shown == Shown::Open && isFresh(entry))
        return Standing::Kind::ShownOpen;
    return {};
}

} // namespace

Result<Claim> claimOf(const Database &database, const Intention &meant)
{
    return readClaim(database, meant, meant.deployment.id);
}

Result<Found> findStanding(const Database &database, const SendingMarks &marks,
                           const Intention &meant, Shown shown)
{
    Claim newest;
    for (const QString &name : namesOf(meant.deployment)) {
        const Result<Claim> claim = readClaim(database, meant, name);
        if (!claim)
            return tl::unexpected(claim.error());
        if (claim->entry > newest.entry)
            newest = *claim;
    }
    Found found;
    found.follows = newest.entry;
    if (newest.entry == 0)
        return found;
    Result<Entry> entry = soundEntry(database, newest.entry);
    if (!entry)
        return tl::unexpected(entry.error());
    if (const auto kind = standingKind(newest, *entry, marks, shown)) {
        entry->isUnderWay = *kind == Standing::Kind::UnderWay;
        found.standing = Standing{*kind, std::move(*entry)};
    }
    return found;
}

bool isInsistedOn(const Standing &standing, const Insistence &insistence)
{
    if (insistence.about != 0 && insistence.about != standing.entry.id)
        return false; // of that one nobody was told
    switch (standing.kind) {
    case Standing::Kind::UnderWay:
        return false;
    case Standing::Kind::Unknown:
        return insistence.evenIfUnknown;
    case Standing::Kind::ShownOpen:
        return insistence.evenIfShownOpen;
    }
    return false;
}

Result<void> occupy(const Database &database, const Entry &entry)
{
    return writeClaim(database, entry.intention, entry.intention.deployment.id,
                      {entry.generation, entry.id, State::Open});
}

Result<void> takeOver(const Database &database, const Entry &entry, const Claim &before)
{
    Claim claim{entry.generation, entry.id, State::Open};
    switch (entry.outcome()) {
    case Outcome::Completed:
    case Outcome::Skipped:
        claim.state = State::Done;
        break;
    case Outcome::Unknown:
        break;
    case Outcome::Held:
    case Outcome::Failed:
        claim.entry = before.entry;
        claim.state = before.state;
        break;
    }
    return writeClaim(database, entry.intention, entry.intention.deployment.id, claim);
}

Result<void> passOver(const Database &database, const Entry &entry)
{
    for (const QString &name : namesOf(entry.intention.deployment).sliced(1)) {
        Result<Claim> claim = readClaim(database, entry.intention, name);
        if (!claim)
            return tl::unexpected(claim.error());
        if (claim->state != State::Open)
            continue;
        claim->state = State::Passed;
        if (const Result<void> done = writeClaim(database, entry.intention, name, *claim); !done)
            return done;
    }
    return {};
}

Result<void> settleClaim(const Database &database, EntryId entry)
{
    const Result<Entry> known = soundEntry(database, entry);
    if (!known)
        return tl::unexpected(known.error());
    QStringList names{known->intention.deployment.id};
    // Under another name of the deployment, where an end that was insisted on had no effect.
    Result<QSqlQuery> others = database.query(sql::namesInDoubtOf, {entry});
    if (!others)
        return tl::unexpected(others.error());
    while (others->next())
        names.append(others->value(0).toString());
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        const Result<Claim> claim = readClaim(database, known->intention, name);
        if (!claim)
            return tl::unexpected(claim.error());
        if (claim->entry != entry) // a newer end has it
            continue;
        const Result<Claim> stand = standOf(database, entry, claim->generation);
        const Result<void> done = stand ? writeClaim(database, known->intention, name, *stand)
                                        : tl::unexpected(stand.error());
        if (!done)
            return done;
    }
    return {};
}

} // namespace closeout::journal
