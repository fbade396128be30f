// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/outcomewords.h"

#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using close::Completion;
using close::Finding;
using close::ItemReport;
using close::Verdict;
using journal::Outcome;

namespace {

constexpr qsizetype shownBytes = 2000; // of an answer

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::OutcomeWords)
};

QString joined(const QStringList &sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(u'\n'); // each on a line: what others say may lack its full stop
}

QString answerInWords(const ItemReport &report, const QDateTime &at)
{
    if (!report.sent)
        return {};
    if (report.status == 0) {
        return Words::tr("It ended without an answer after %1 ms, at %2.")
            .arg(QString::number(report.sent->milliseconds), localMoment(at));
    }
    const QString reason = QString::fromUtf8(report.sent->reason);
    return Words::tr("The server answered %1 after %2 ms, at %3.")
        .arg(u"%1 %2"_s.arg(QString::number(report.status), reason).trimmed(),
             QString::number(report.sent->milliseconds), localMoment(at));
}

QString answerBody(const ItemReport &report)
{
    return report.sent ? json::decoded(
               report.sent->answerBody.first(std::min(report.sent->answerBody.size(), shownBytes)))
                       : QString();
}

// What no answer has said is not claimed as if one had.
QString completedHeadline(const ItemReport &report)
{
    if (!report.isSettled)
        return Words::tr("Completed: %1");
    if (report.status == 0)
        return Words::tr("The answer was lost; reading again shows it completed: %1");
    return Words::tr("The answer left it open; reading again shows it completed: %1");
}

void sayHeld(OutcomeWords &words, const Completion &completion, const ItemReport &report)
{
    words.status = Status::Caution;
    words.headline = Words::tr("Not sent: %1").arg(completion.target.name());
    words.text = report.message;
    if (const Finding *changed = report.examination.find(Verdict::Changed);
        changed && report.kind == ErrorKind::Changed) {
        words.wantsReading = true;
        words.text = joined({report.message,
                             Words::tr("Nothing was sent. Read it again and look at what is "
                                       "different; what you typed stays.")});
        words.detail = changed->names.join(u'\n');
    } else if (!report.message.startsWith(Words::tr("Nothing was sent."))) {
        words.text = joined({report.message, Words::tr("Nothing was sent.")});
    }
    if (report.kind == ErrorKind::NotFound)
        words.wantsReading = true;
}

QString at(const journal::Entry &entry)
{
    return localMoment(entry.intention.at);
}

void sayJournal(OutcomeWords &words, const ItemReport &report)
{
    if (report.journalProblem.isEmpty())
        return;
    words.journalHeadline = report.isOutcomeRecorded
        ? Words::tr("The outcome is kept beside the journal.")
        : Words::tr("What happened is not in the journal.");
    words.journalText = report.isOutcomeRecorded
        ? report.journalProblem
        : joined({Words::tr("The journal may show it as unknown."), report.journalProblem});
}

} // namespace

OutcomeWords wordsFor(const Completion &completion, const ItemReport &report, const QDateTime &at)
{
    OutcomeWords words;
    const QString name = completion.target.name();
    switch (report.outcome) {
    case Outcome::Completed:
        words.status = report.isSettled ? Status::Caution : Status::Good;
        words.headline = completedHeadline(report).arg(name);
        words.text = joined({answerInWords(report, at), report.message});
        break;
    case Outcome::Skipped:
        words.status = Status::Caution;
        words.headline = Words::tr("Already completed: %1").arg(name);
        words.text = joined({withLocalMoments(report.message), Words::tr("Nothing was sent.")});
        words.wantsReading = true;
        break;
    case Outcome::Held:
        sayHeld(words, completion, report);
        break;
    case Outcome::Failed:
        words.status = Status::Bad;
        words.headline = Words::tr("Not completed: %1").arg(name);
        words.text = joined(
            {report.message,
             report.sent ? answerInWords(report, at) : Words::tr("Nothing was sent.")});
        words.detail = answerBody(report);
        break;
    case Outcome::Unknown:
        words.status = Status::Unknown;
        words.headline = Words::tr("Unknown outcome: %1").arg(name);
        // First what must not be cut off a long text.
        words.text = joined({Words::tr("Read it again before you do anything else: sending it "
                                       "blindly could end it twice."),
                             report.message});
        words.detail = answerBody(report);
        words.wantsReading = true;
        break;
    }
    sayJournal(words, report);
    return words;
}

StandingWords wordsFor(const journal::Standing &standing)
{
    const journal::Intention &earlier = standing.entry.intention;
    switch (standing.kind) {
    case journal::Standing::Kind::UnderWay:
        return {Words::tr("It is being completed at this moment."),
                Words::tr("Another program is at it, since %1.").arg(at(standing.entry))};
    case journal::Standing::Kind::Unknown:
        return {Words::tr("An earlier end of it had no answer."),
                Words::tr("It may be completed already, and this may be an old reading of it.")};
    case journal::Standing::Kind::ShownOpen:
        return {Words::tr("It was completed at %1, by %2.")
                    .arg(at(standing.entry), shown(earlier.user)),
                Words::tr("It is still shown open, which may be an old reading of it.")};
    }
    return {};
}

} // namespace closeout::ui
