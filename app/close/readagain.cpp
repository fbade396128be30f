// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/readagain.h"

#include "close/recording.h"
#include "journal/journal.h"

#include <QtCore/QSysInfo>

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::Answer;
using client::Record;
using journal::Journal;
using journal::Outcome;
using journal::Review;

namespace {

constexpr int mostTries = 50; // at a journal that another program holds

// The end event as it was sent, taken apart again.
EndEvent eventFrom(const journal::Intention &meant)
{
    EndEvent event;
    const Result<json::Document> body = json::Document::parse(meant.requestBody);
    if (!body)
        return event;
    for (const json::Value member : body->root()) {
        using contract::FieldValue;
        const contract::Field *field = contract::findField(contract::endEventOf(meant.target.kind),
                                                           member.key());
        if (!field) {
            event.attachedData.append({member.rawKey().toByteArray(), member.raw().toByteArray()});
            continue;
        }
        const bool isText = member.type() == json::Type::String;
        event.set(field,
                  {isText ? FieldValue::Kind::Text : FieldValue::Kind::Integer, member.text()});
    }
    return event;
}

Completion completionOf(const journal::Intention &meant)
{
    return {meant.target, eventFrom(meant), meant.beforeImage};
}

Review reviewBy(Outcome outcome, const QString &message)
{
    return {QDateTime::currentDateTimeUtc(), systemUser(), QSysInfo::machineHostName(), outcome,
            message};
}

Seen judged(const journal::Intention &meant, const Answer<Record> &answer)
{
    const Completion completion = completionOf(meant);
    const Result<Record> before = Record::fromJson(meant.target.kind, meant.beforeImage);
    const Result<Settlement> settlement = answer.value.and_then(
        [&](const Record &after) -> Result<Settlement> {
            if (!before)
                return after.isCompleted() ? Settlement::CannotTell : Settlement::StillOpen;
            return settle(completion.event, *before, after);
        });
    const Outcome outcome = settlement == Settlement::Done ? Outcome::Completed : Outcome::Unknown;
    return {reviewBy(outcome, whatReadingShows(completion, settlement)),
            {exchangeRecord(journal::ExchangeRecord::Purpose::Settle, answer.exchange)}};
}

} // namespace

QString whyNotReadAgain(const journal::Entry &entry)
{
    if (entry.isUnderWay)
        return Tr::tr("It is under way: wait for what comes of it.");
    if (entry.outcome() != Outcome::Unknown)
        return Tr::tr("Its outcome is known.");
    return {};
}

void readAgain(const journal::Entry &entry, client::ContextServices &services, QObject *context,
               std::function<void(const Seen &)> done)
{
    const journal::Intention meant = entry.intention;
    services.read(meant.target, context,
                  [meant, done = std::move(done)](const Answer<Record> &answer) {
                      done(judged(meant, answer));
                  });
}

Seen saidBy(Outcome outcome, const QString &message)
{
    return {reviewBy(outcome, message), {}};
}

Result<void> recordSeen(const QString &journalPath, journal::EntryId entry, const Seen &seen)
{
    const auto journal = Journal::open(journalPath);
    if (!journal)
        return tl::unexpected(journal.error());
    for (int i = 0; i < mostTries; ++i) { // each waits for the journal
        const Result<Journal::Written> written = (*journal)->recordReview(entry, seen.review,
                                                                          seen.exchanges);
        if (!written)
            return tl::unexpected(written.error());
        if (*written == Journal::Written::Yes)
            return {};
    }
    return failure(ErrorKind::Storage,
                   Tr::tr(
                       "It could not be recorded: another program holds the journal and does not "
                       "let go of it."));
}

} // namespace closeout::close
