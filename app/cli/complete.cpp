// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// "complete service" and "complete task": one completion the whole way.

#include "cli/commands.h"
#include "cli/endeventoptions.h"
#include "cli/output.h"
#include "cli/servercommand.h"
#include "close/run.h"
#include "contract/ids.h"
#include "contract/timestamp.h"
#include "process/stopsignals.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using client::Record;
using close::Completion;
using close::Finding;
using close::ItemReport;
using close::Verdict;
using contract::Target;
using journal::Outcome;

namespace {

int exitCodeOf(const ItemReport &report)
{
    switch (report.outcome) {
    case Outcome::Completed:
        // Done, but it cannot be proven: a script must not take that for a clean end.
        return report.isOutcomeRecorded ? ExitDone : ExitUnknown;
    case Outcome::Unknown:
        return ExitUnknown;
    case Outcome::Failed:
        return ExitRefused;
    case Outcome::Held:
    case Outcome::Skipped:
        return ExitRefusedHere;
    }
    return ExitUnknown;
}

QByteArray dryRunAsJson(const client::OutgoingRequest &request)
{
    QByteArray headers;
    for (const client::Header &header : request.headers) {
        headers += (headers.isEmpty() ? "" : ",")
            + json::spell(QString::fromUtf8(header.name + ": " + header.value));
    }
    return "{\"method\":" + json::spell(QString::fromLatin1(request.method))
        + ",\"url\":" + json::spell(request.url.toString(QUrl::FullyEncoded)) + ",\"headers\":["
        + headers + "],\"body\":" + json::spell(QString::fromUtf8(request.body)) + "}\n";
}

class CompleteCommand : public ServerCommand
{
    Q_OBJECT

public:
    CompleteCommand(const Arguments &arguments, Target target)
        : ServerCommand(arguments)
    {
        m_completion.target = target;
        m_completion.serviceId = arguments.positional(0);
        if (target == Target::Task)
            m_completion.taskId = arguments.positional(1);
    }

    // Before the destination is looked for: what is wrong here needs no password and no network.
    void start() override
    {
        const auto event = endEventFrom(arguments(), m_completion.target);
        if (!event) {
            for (const Error &error : event.error())
                printError(error.message);
            printError(u"Nothing was sent."_s);
            emit finished(ExitRefusedHere);
            return;
        }
        m_completion.event = *event;
        ServerCommand::start();
    }

protected:
    void reachServer() override
    {
        Result<void> ids = contract::checkServiceId(dialect(), m_completion.serviceId);
        if (ids && m_completion.target == Target::Task)
            ids = contract::checkTaskId(dialect(), m_completion.taskId);
        if (!ids) {
            fail(ids.error());
            return;
        }
        if (arguments().has(u"dry-run"_s) && !arguments().has(u"keep-data"_s)) {
            printRequest();
            return;
        }
        services().readTarget(m_completion.target, m_completion.serviceId, m_completion.taskId,
                              this, [this](const client::Answer<Record> &answer) {
                                  examine(answer.value);
                              });
    }

private:
    void examine(const Result<Record> &record);
    void refuse(const Finding &obstacle);
    void stop();
    Result<void> checkDoubt() const;
    Result<environments::WritePermit> askPermission() const;
    void run(const environments::WritePermit &permit);
    void printReport(const ItemReport &report) const;
    void printRequest();

    Completion m_completion;
    bool m_wasCompleted = false; // as it was read
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<close::Run> m_run;
    std::unique_ptr<process::StopSignals> m_stop;
};

void CompleteCommand::examine(const Result<Record> &record)
{
    if (record) {
        m_completion.beforeImage = record->json();
        if (arguments().has(u"keep-data"_s))
            close::keepAttachedData(m_completion.event, *record);
    }
    const close::Examination examination = close::examine(m_completion, dialect(), record);
    const close::Insistence insistence{arguments().has(u"even-if-completed"_s)};
    if (const Finding *obstacle = examination.obstacle(insistence)) {
        refuse(*obstacle);
        return;
    }
    for (const Verdict told :
         {Verdict::LosesData, Verdict::DataNotShown, Verdict::HasOpenChildren}) {
        if (const Finding *finding = examination.find(told)) {
            const bool canKeep = told == Verdict::LosesData;
            printNote(u"Warning: "_s + finding->message
                      + (canKeep ? u" Use --keep-data to send them again."_s : QString()));
        }
    }
    if (arguments().has(u"dry-run"_s)) {
        printRequest();
        return;
    }
    Result<std::unique_ptr<journal::Journal>> journal = journal::Journal::open(
        pathsFrom(arguments()).journal);
    if (!journal) {
        fail({journal.error().kind, u"Nothing was sent. %1"_s.arg(journal.error().message)});
        return;
    }
    m_journal = std::move(*journal);
    m_wasCompleted = examination.find(Verdict::AlreadyCompleted) != nullptr;
    const Result<environments::WritePermit> permit = askPermission();
    // After the question, which may have waited for long.
    const Result<void> certain = permit ? checkDoubt() : Result<void>();
    if (!permit)
        fail(permit.error());
    else if (!certain)
        fail(certain.error());
    else
        run(*permit);
}

// A script that tries again until it is done must not send an end twice.
Result<void> CompleteCommand::checkDoubt() const
{
    journal::Intention meant;
    meant.baseUrl = destination().connection.baseUrl.toString(QUrl::FullyEncoded);
    meant.target = m_completion.target;
    meant.serviceId = m_completion.serviceId;
    meant.taskId = m_completion.taskId;
    const Result<std::optional<journal::Entry>> doubt = m_journal->doubtAbout(meant);
    if (!doubt)
        return failure(doubt.error().kind, u"Nothing was sent. %1"_s.arg(doubt.error().message));
    if (!*doubt || arguments().has(u"even-if-unknown"_s))
        return {};
    const QString seen = m_wasCompleted ? u"may be what completed it"_s
                                        : u"may have been done, although it is shown open"_s;
    return failure(ErrorKind::NotAllowed,
                   u"Nothing was sent. An earlier end of the %1, of %2, had no answer: it %3. Look "
                   "again later; --even-if-unknown sends it once more."_s
                       .arg(m_completion.name(), contract::formatTimestamp((*doubt)->intention.at),
                            seen));
}

void CompleteCommand::refuse(const Finding &obstacle)
{
    printError(obstacle.message);
    if (obstacle.verdict == Verdict::AlreadyCompleted)
        printNote(u"Use --even-if-completed to end it once more."_s);
    if (obstacle.kind == ErrorKind::TlsFailed)
        printNote(u"--ca-file FILE names certificates to trust."_s);
    printError(u"Nothing was sent."_s);
    emit finished(obstacle.verdict == Verdict::NotReadable ? cli::exitCodeOf({obstacle.kind, {}})
                                                           : int(ExitRefusedHere));
}

// Whoever stops the program is told how things stand.
void CompleteCommand::stop()
{
    if (!m_run->isSending()) {
        printError(u"Stopped. Nothing was sent."_s);
        emit finished(ExitRefusedHere);
        return;
    }
    printError(
        u"Stopped while the end was under way: nobody can say whether the %1 was ended. Read "
        "it again before you send it once more; the journal has it as unknown."_s.arg(
            m_completion.name()));
    emit finished(ExitUnknown);
}

Result<environments::WritePermit> CompleteCommand::askPermission() const
{
    using environments::SafetyLevel;
    const environments::Environment &environment = destination().environment;
    const auto permit = [&](const environments::Confirmation &confirmation) {
        return environments::permitWrite(environment.safety, destination().name(), 1, confirmation);
    };
    if (arguments().has(u"yes"_s)) {
        const QString count = arguments().value(u"yes"_s);
        const bool wantsCount = environment.safety == SafetyLevel::ConfirmCount && count.isEmpty();
        Result<environments::WritePermit> permitted = permit(
            {true, count.isEmpty() ? std::optional<qsizetype>() : count.toLongLong()});
        if (!permitted && wantsCount)
            permitted.error().message += u" Give --yes 1."_s;
        return permitted;
    }
    const Result<environments::WritePermit> unasked = permit({});
    const bool askable = environment.safety == SafetyLevel::Confirm
        || environment.safety == SafetyLevel::ConfirmCount;
    if (unasked || !askable)
        return unasked;
    if (!canAsk()) {
        return failure(ErrorKind::NotAllowed,
                       unasked.error().message
                           + (environment.safety == SafetyLevel::Confirm ? u" Give --yes."_s
                                                                         : u" Give --yes 1."_s));
    }
    const QString question = u"End the %1 in %2 (%3)?"_s
                                 .arg(m_completion.name(), destination().name(),
                                      destination().connection.baseUrl.toString());
    if (environment.safety == SafetyLevel::Confirm) {
        const QString answer = ask(question + u" Type yes to do it:"_s).value_or(QString());
        return permit({answer.trimmed() == "yes"_L1, {}});
    }
    const QString answer = ask(question + u" Type the number of completions to do it:"_s)
                               .value_or(QString());
    bool isNumber = false;
    const qsizetype count = answer.trimmed().toLongLong(&isNumber);
    return permit({isNumber, isNumber ? std::optional(count) : std::nullopt});
}

void CompleteCommand::run(const environments::WritePermit &permit)
{
    close::RunSettings settings;
    settings.insistence.evenIfCompleted = arguments().has(u"even-if-completed"_s);
    settings.environment = destination().environment.name;
    m_run = std::make_unique<close::Run>(close::Plan{m_completion}, settings, permit, services(),
                                         *m_journal);
    connect(m_run.get(), &close::Run::itemFinished, this,
            [this](qsizetype, const ItemReport &report) {
                m_stop.reset(); // from here on the outcome decides the exit code
                printReport(report);
                emit finished(exitCodeOf(report));
            });
    m_stop = std::make_unique<process::StopSignals>();
    connect(m_stop.get(), &process::StopSignals::received, this, &CompleteCommand::stop);
    m_run->start();
}

void CompleteCommand::printReport(const ItemReport &report) const
{
    const Format format = formatFrom(arguments());
    const QString reason = report.sent ? QString::fromUtf8(report.sent->reason) : QString();
    const QString status = report.status == 0
        ? QString()
        : u"%1 %2"_s.arg(QString::number(report.status), reason).trimmed();
    const QByteArray milliseconds = report.sent ? QByteArray::number(report.sent->milliseconds)
                                                : QByteArray("null");
    const QString name = m_completion.name();
    RowWriter rows(format,
                   {{u"target"_s, u"Target"_s, int(name.size())},
                    {u"outcome"_s, u"Outcome"_s, 9},
                    {u"status"_s, u"Answer"_s, int(std::max<qsizetype>(status.size(), 6))},
                    {u"milliseconds"_s, u"ms"_s, 0}});
    rows.begin();
    rows.row({{name},
              {journal::outcomeName(report.outcome)},
              {format == Format::Table ? status : status.section(u' ', 0, 0),
               report.status == 0 ? QByteArray("null") : QByteArray::number(report.status)},
              {report.sent ? QString::fromLatin1(milliseconds) : QString(), milliseconds}});
    rows.end();
    if (!report.message.isEmpty())
        printError(report.message);
    if (!report.journalProblem.isEmpty()) {
        printError((report.isOutcomeRecorded
                        ? u"A part of the exchange could not be written to the journal. %1"_s
                        : u"What happened could not be written to the journal, where it will be "
                          "shown as unknown. %1"_s)
                       .arg(report.journalProblem));
    }
}

void CompleteCommand::printRequest()
{
    const client::OutgoingRequest request =
        client::prepare(destination().connection, m_completion.request()).masked();
    if (formatFrom(arguments()) == Format::Json) {
        printOut(dryRunAsJson(request));
    } else {
        printNote(u"Would send to %1:"_s.arg(request.url.toString(QUrl::FullyEncoded)));
        printOut(request.head() + request.body);
        if (standardOutputIsTerminal())
            printOut(QByteArray("\n"));
    }
    emit finished(ExitDone);
}

CommandSpec completeCommand(Target target)
{
    CommandSpec spec;
    spec.words = {u"complete"_s, contract::targetName(target)};
    spec.positionals = {u"SERVICE_ID"_s};
    spec.description =
        u"The record is read first: something that is completed already, or not there, is not "
        "sent (exit code 3). Attached data that would be lost, and open tasks and states, are "
        "named on standard error. Something whose earlier end had no answer is not sent again "
        "(exit code 3). The intention is written to the journal, then the end is sent, "
        "once. If the answer is lost the record is read again; if that does not tell, the "
        "outcome is unknown (exit code 2)."_s;
    spec.options = endEventOptions(target) + QList<Option>{formatOption()} + destinationOptions();
    spec.needsDestination = true;
    spec.make = [target](const Arguments &arguments) {
        return std::make_unique<CompleteCommand>(arguments, target);
    };
    return spec;
}

} // namespace

CommandSpec completeServiceCommand()
{
    CommandSpec spec = completeCommand(Target::Service);
    spec.summary = u"Ends one service."_s;
    spec.examples = {
        {u"complete service 36981723 --disposition 10 --disposition-desc SUCCESS --data data.json "
         "--url http://127.0.0.1:8080"_s,
         u"With a disposition and attached data:"_s},
        {u"complete service 36981723 --disposition 10 --keep-data --env Production --yes"_s,
         u"Keeping the attached data it has:"_s},
        {u"complete service 36981723 --data data.json --dry-run --url http://127.0.0.1:8080"_s,
         u"To see what would be sent:"_s},
    };
    return spec;
}

CommandSpec completeTaskCommand()
{
    CommandSpec spec = completeCommand(Target::Task);
    spec.positionals.append(u"TASK_ID"_s);
    spec.summary = u"Ends one task of a service."_s;
    spec.examples = {
        {u"complete task 95 3 --set state_id=24 --disposition 10 --data data.json "
         "--url http://127.0.0.1:8080 --dialect 8.1"_s,
         u"In the 8.1 dialect, with the state it belongs to:"_s},
    };
    return spec;
}

} // namespace closeout::cli

#include "complete.moc"
