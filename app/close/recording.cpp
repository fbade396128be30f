// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/recording.h"

#include "contract/timestamp.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::Exchange;
using journal::ExchangeRecord;
using journal::Shown;
using journal::Standing;

namespace {

QByteArray answerHead(const Exchange &exchange)
{
    if (exchange.status == 0)
        return {};
    QByteArray head = "HTTP/1.1 " + QByteArray::number(exchange.status) + ' ' + exchange.reason
        + "\r\n";
    for (const client::Header &header : exchange.answerHeaders)
        head += header.name + ": " + header.value + "\r\n";
    return head + "\r\n";
}

// "ada on desk"
QString whose(const journal::Intention &intention)
{
    return Tr::tr("%1 on %2").arg(intention.user, intention.host);
}

} // namespace

QString systemUser()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return qEnvironmentVariable("USERNAME");
}

ExchangeRecord exchangeRecord(ExchangeRecord::Purpose purpose, const Exchange &exchange)
{
    return {purpose,
            exchange.startedAt,
            exchange.milliseconds,
            exchange.request.head(),
            exchange.request.body,
            exchange.status,
            answerHead(exchange),
            exchange.answerBody,
            exchange.error ? exchange.error->message : QString()};
}

QString whyStanding(const Completion &completion, const Standing &standing, Shown shown)
{
    const journal::Intention &earlier = standing.entry.intention;
    const QString name = completion.target.name();
    const QString at = contract::formatTimestamp(earlier.at);
    switch (standing.kind) {
    case Standing::Kind::UnderWay:
        return Tr::tr("Nothing was sent. The %1 is being ended at this moment by %2 (process %3), "
                      "since %4. Wait for what comes of it.")
            .arg(name, whose(earlier), QString::number(earlier.process), at);
    case Standing::Kind::Unknown:
        return shown == Shown::Completed
            ? Tr::tr("Nothing was sent. An earlier end of the %1, of %2 by %3, had no answer: it "
                     "may be what completed it. Look again later.")
                  .arg(name, at, whose(earlier))
            : Tr::tr("Nothing was sent. An earlier end of the %1, of %2 by %3, had no answer: it "
                     "may have been done, although it is shown open. Look again later.")
                  .arg(name, at, whose(earlier));
    case Standing::Kind::ShownOpen:
        return Tr::tr("Nothing was sent. The %1 was completed at %2 by %3 (entry %4 of the "
                      "journal), and is still shown open, which may be an old answer. Look again "
                      "later.")
            .arg(name, at, whose(earlier), QString::number(standing.entry.id));
    }
    return {};
}

QString whatReadingShows(const Completion &completion, const Result<Settlement> &settlement)
{
    const QString name = completion.target.name();
    if (!settlement)
        return Tr::tr("Reading the %1 again failed: %2").arg(name, settlement.error().message);
    switch (*settlement) {
    case Settlement::Done:
        return Tr::tr("Reading the %1 again shows it completed.").arg(name);
    case Settlement::StillOpen:
        return Tr::tr("Reading the %1 again still shows it open, which may be an old answer. Look "
                      "again later before you send it again.")
            .arg(name);
    case Settlement::Unchanged:
        return Tr::tr("Reading the %1 again shows it completed as it was before, which may be an "
                      "old answer.")
            .arg(name);
    case Settlement::NotOurs:
        return Tr::tr("Reading the %1 again shows it completed, but not with what was sent: "
                      "somebody else may have done it.")
            .arg(name);
    case Settlement::CannotTell:
        return Tr::tr("Reading the %1 again shows it completed anew, but not by whom.").arg(name);
    }
    return {};
}

} // namespace closeout::close
