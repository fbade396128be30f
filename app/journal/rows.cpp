// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/rows.h"

#include "contract/timestamp.h"
#include "journal/statements.h"

#include <QtSql/QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

constexpr int entryColumns = 18; // of a completion, its checksum behind them
constexpr int firstOfOutcome = entryColumns + 1;
constexpr int outcomeColumns = 5;

constexpr Outcome outcomes[]{Outcome::Completed, Outcome::Skipped, Outcome::Held, Outcome::Failed,
                             Outcome::Unknown};
constexpr ExchangeRecord::Purpose purposes[]{ExchangeRecord::Purpose::Check,
                                             ExchangeRecord::Purpose::Send,
                                             ExchangeRecord::Purpose::Settle};
constexpr Insisted insistences[]{Insisted::OnNothing, Insisted::EvenIfUnknown,
                                 Insisted::EvenIfCompleted};

template<typename Enum, size_t count>
Enum fromName(const Enum (&known)[count], QString (*name)(Enum), const QString &text,
              Enum otherwise)
{
    const auto found = std::find_if(std::begin(known), std::end(known),
                                    [&](Enum value) { return name(value) == text; });
    return found == std::end(known) ? otherwise : *found;
}

QString stamp(const QDateTime &moment)
{
    return contract::formatTimestamp(moment);
}

QDateTime moment(const QVariant &text)
{
    return contract::parseTimestamp(text.toString()).value_or(QDateTime());
}

QVariantList withChecksum(QVariantList values)
{
    values.append(checksumOf(values));
    return values;
}

// Version 1 had no checksums: there is nothing to fit.
bool fits(const QSqlQuery &row, int first, int count)
{
    const QVariant checksum = row.value(first + count);
    if (checksum.isNull())
        return true;
    QVariantList values;
    for (int column = first; column < first + count; ++column)
        values.append(row.value(column));
    return checksum.toByteArray() == checksumOf(values);
}

Outcome outcomeFrom(const QVariant &name)
{
    return fromName(outcomes, outcomeName, name.toString(), Outcome::Unknown);
}

} // namespace

Result<void> insertEntry(const Database &database, const Entry &entry)
{
    const Intention &meant = entry.intention;
    return database.execute(sql::insertCompletion,
                            withChecksum({entry.id, stamp(meant.at), text(meant.user),
                                          text(meant.host), meant.process, text(meant.environment),
                                          text(meant.baseUrl), text(meant.deployment.id),
                                          contract::dialectName(meant.dialect),
                                          contract::kindName(meant.target.kind),
                                          text(meant.target.serviceId), text(meant.target.id),
                                          entry.generation, insistedName(entry.insisted),
                                          entry.follows, bytes(meant.requestHead),
                                          bytes(meant.requestBody), bytes(meant.beforeImage)}));
}

Result<void> insertExchange(const Database &database, EntryId entry, const ExchangeRecord &exchange,
                            const Intention &intention)
{
    const bool isWrite = exchange.purpose == ExchangeRecord::Purpose::Send;
    const auto unlessSame = [](const QByteArray &value, const QByteArray &its, bool mayBe) {
        return mayBe && value == its ? QVariant(QMetaType::fromType<QByteArray>()) : bytes(value);
    };
    return database.execute(sql::insertExchange,
                            withChecksum(
                                {entry, purposeName(exchange.purpose), stamp(exchange.startedAt),
                                 exchange.milliseconds,
                                 unlessSame(exchange.requestHead, intention.requestHead, isWrite),
                                 unlessSame(exchange.requestBody, intention.requestBody, isWrite),
                                 exchange.status, bytes(exchange.answerHead),
                                 unlessSame(exchange.answerBody, intention.beforeImage,
                                            exchange.purpose == ExchangeRecord::Purpose::Check),
                                 text(exchange.error)}));
}

Result<void> insertOutcome(const Database &database, EntryId entry, const OutcomeRecord &outcome)
{
    return database.execute(sql::insertOutcome,
                            withChecksum({entry, stamp(outcome.at), outcomeName(outcome.outcome),
                                          outcome.status, text(outcome.message)}));
}

Result<void> insertReview(const Database &database, EntryId entry, const Review &review)
{
    return database.execute(sql::insertReview,
                            withChecksum({entry, stamp(review.at), text(review.user),
                                          text(review.host), outcomeName(review.outcome),
                                          text(review.message)}));
}

Entry entryFrom(const QSqlQuery &row)
{
    Entry entry;
    entry.id = row.value(0).toLongLong();
    Intention &meant = entry.intention;
    meant.at = moment(row.value(1));
    meant.user = row.value(2).toString();
    meant.host = row.value(3).toString();
    meant.process = row.value(4).toLongLong();
    meant.environment = row.value(5).toString();
    meant.baseUrl = row.value(6).toString();
    meant.deployment.id = row.value(7).toString();
    meant.dialect = contract::dialectFromName(row.value(8).toString())
                        .value_or(contract::Dialect::V85);
    const auto kind = contract::kindFromName(row.value(9).toString());
    meant.target = {kind.value_or(contract::Target::Kind::Service), row.value(10).toString(),
                    row.value(11).toString()};
    entry.generation = row.value(12).toInt();
    entry.insisted = fromName(insistences, insistedName, row.value(13).toString(),
                              Insisted::EvenIfUnknown);
    entry.follows = row.value(14).toLongLong();
    meant.requestHead = row.value(15).toByteArray();
    meant.requestBody = row.value(16).toByteArray();
    meant.beforeImage = row.value(17).toByteArray();
    entry.isDamaged = !kind || !fits(row, 0, entryColumns);
    if (!row.isNull(firstOfOutcome)) {
        const int first = firstOfOutcome;
        entry.recorded = OutcomeRecord{moment(row.value(first + 1)),
                                       outcomeFrom(row.value(first + 2)),
                                       row.value(first + 3).toInt(),
                                       row.value(first + 4).toString()};
        entry.isDamaged = entry.isDamaged || !fits(row, first, outcomeColumns);
    }
    return entry;
}

Result<QList<ExchangeRecord>> exchangesOf(const Database &database, Entry &entry,
                                          const char *statement)
{
    Result<QSqlQuery> row = database.query(statement, {entry.id});
    if (!row)
        return tl::unexpected(row.error());
    const Intention &meant = entry.intention;
    const auto orSame = [&row](int column, const QByteArray &its) {
        return row->isNull(column) ? its : row->value(column).toByteArray();
    };
    QList<ExchangeRecord> exchanges;
    while (row->next()) {
        exchanges.append({fromName(purposes, purposeName, row->value(1).toString(),
                                   ExchangeRecord::Purpose::Send),
                          moment(row->value(2)), row->value(3).toLongLong(),
                          orSame(4, meant.requestHead), orSame(5, meant.requestBody),
                          row->value(6).toInt(), row->value(7).toByteArray(),
                          orSame(8, meant.beforeImage), row->value(9).toString()});
        entry.isDamaged = entry.isDamaged || !fits(*row, 0, 10);
    }
    if (row->lastError().isValid())
        return storageFailure(database.path(), row->lastError());
    return exchanges;
}

Result<std::optional<Review>> reviewOf(const Database &database, EntryId entry)
{
    Result<QSqlQuery> row = database.query(sql::selectReview, {entry});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return std::optional<Review>();
    Review review{moment(row->value(1)), row->value(2).toString(), row->value(3).toString(),
                  outcomeFrom(row->value(4)), row->value(5).toString()};
    if (!fits(*row, 0, 6))
        return damaged(database, entry);
    return review;
}

Result<std::optional<Entry>> findEntry(const Database &database, EntryId id)
{
    const QByteArray statement = QByteArray(sql::selectEntries) + sql::theOne;
    Result<QSqlQuery> row = database.query(statement.constData(), {id});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return std::optional<Entry>();
    Entry entry = entryFrom(*row);
    const Result<std::optional<Review>> review = reviewOf(database, id);
    if (!review)
        return tl::unexpected(review.error());
    entry.review = *review;
    return entry;
}

tl::unexpected<Error> damaged(const Database &database, EntryId entry)
{
    return failure(ErrorKind::Storage,
                   Tr::tr(
                       "The journal %1 is damaged: its entry %2 is not what was written. Put the "
                       "file aside, and look at the server before anything is sent again.")
                       .arg(database.path(), QString::number(entry)));
}

} // namespace closeout::journal
