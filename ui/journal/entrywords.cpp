// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/entrywords.h"

#include "contract/timestamp.h"
#include "ui/widgets/targetwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using journal::Entry;
using journal::ExchangeRecord;
using journal::Outcome;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalEntry)
};

constexpr qsizetype longest = qsizetype(256) << 10; // bytes of one body that are shown

} // namespace

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed:
        return Words::tr("Completed");
    case Outcome::Skipped:
        return Words::tr("Skipped");
    case Outcome::Held:
        return Words::tr("Held");
    case Outcome::Failed:
        return Words::tr("Failed");
    case Outcome::Unknown:
        return Words::tr("Unknown");
    }
    return {};
}

Status outcomeStatus(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed:
        return Status::Good;
    case Outcome::Skipped:
    case Outcome::Held:
        return Status::Caution;
    case Outcome::Failed:
        return Status::Bad;
    case Outcome::Unknown:
        return Status::Unknown;
    }
    return Status::Neutral;
}

QString messageOf(const Entry &entry)
{
    if (entry.isDamaged) {
        return Words::tr("This entry is damaged: it is not what was written. Look at the server "
                         "before anything is sent again.");
    }
    if (entry.review)
        return entry.review->message;
    if (entry.recorded)
        return entry.recorded->message;
    if (entry.isUnderWay)
        return Words::tr("It is under way at this moment.");
    return Words::tr("No outcome yet: it is still under way, or the program ended before it knew. "
                     "Read the record again before you send it once more.");
}

QString purposeWords(ExchangeRecord::Purpose purpose)
{
    switch (purpose) {
    case ExchangeRecord::Purpose::Check:
        return Words::tr("Check before sending");
    case ExchangeRecord::Purpose::Send:
        return Words::tr("Sent");
    case ExchangeRecord::Purpose::Settle:
        return Words::tr("Read again to find out");
    }
    return {};
}

const ExchangeRecord *sentExchange(const Entry &entry)
{
    for (const ExchangeRecord &exchange : entry.exchanges) {
        if (exchange.purpose == ExchangeRecord::Purpose::Send)
            return &exchange;
    }
    return nullptr;
}

int statusOf(const Entry &entry)
{
    const ExchangeRecord *sent = sentExchange(entry);
    if (sent)
        return sent->status;
    return entry.recorded ? entry.recorded->status : 0;
}

QString readable(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), longest)));
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(QChar::Null, QChar::ReplacementCharacter);
    if (bytes.size() <= longest)
        return text;
    return text + u'\n'
        + Words::tr("… cut here: it has %1 bytes, and all of them are in the journal.")
              .arg(QLocale().toString(bytes.size()));
}

QString entryText(const Entry &entry)
{
    const journal::Intention &intention = entry.intention;
    const QString place = intention.environment.isEmpty()
        ? intention.baseUrl
        : u"%1 (%2)"_s.arg(intention.environment, intention.baseUrl);
    QStringList lines{contract::formatTimestamp(intention.at), place, titleOf(intention.target),
                      outcomeWord(entry.outcome())};
    if (const QString message = messageOf(entry); !message.isEmpty())
        lines.append(message);
    for (const ExchangeRecord &exchange : entry.exchanges) {
        lines.append(QString());
        lines.append(Words::tr("%1, %2, %3 ms")
                         .arg(purposeWords(exchange.purpose),
                              contract::formatTimestamp(exchange.startedAt),
                              QString::number(exchange.milliseconds)));
        for (const QByteArray &part : {exchange.requestHead, exchange.requestBody,
                                       exchange.answerHead, exchange.answerBody}) {
            if (!part.isEmpty())
                lines.append(readable(part).trimmed() + u'\n');
        }
        if (!exchange.error.isEmpty())
            lines.append(exchange.error);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace closeout::ui
