// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// "complete service", "complete state" and "complete task": one completion the whole way.

#include "cli/commands.h"
#include "cli/completereport.h"
#include "cli/endeventoptions.h"
#include "cli/output.h"
#include "cli/servercommand.h"
#include "close/run.h"
#include "contract/ids.h"
#include "environments/environmentfile.h"
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
using journal::Standing;

namespace {

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
    CompleteCommand(const Arguments &arguments, Target::Kind kind)
        : ServerCommand(arguments)
    {
        m_completion.target = contract::serviceTarget(arguments.positional(0));
        if (kind != Target::Kind::Service)
            m_completion.target = {kind, arguments.positional(0), arguments.positional(1)};
    }

    // Before the destination is looked for: what is wrong here needs no password and no network.
    void start() override
    {
        const auto event = endEventFrom(arguments(), m_completion.target.kind);
        if (!event) {
            QStringList messages;
            for (const Error &error : event.error()) {
                printError(error.message);
                messages.append(error.message);
            }
            printError(u"Nothing was sent."_s);
            tellNotSent({ErrorKind::InvalidInput, messages.join(u' ')});
            emit finished(ExitRefusedHere);
            return;
        }
        m_completion.event = *event;
        ServerCommand::start();
    }

protected:
    void reachServer() override
    {
        const QList<Error> ids = contract::checkIds(dialect(), m_completion.target);
        if (!ids.isEmpty()) {
            fail(ids.constFirst());
            return;
        }
        if (arguments().has(u"dry-run"_s) && !arguments().has(u"keep-data"_s)) {
            printRequest();
            return;
        }
        services().read(m_completion.target, this,
                        [this](const client::Answer<Record> &answer) { examine(answer.value); });
    }

private:
    void examine(const Result<Record> &record);
    void refuse(const Finding &obstacle);
    void fail(const Error &error) override;
    void tellNotSent(const Error &error) const;
    Result<environments::WritePermit> askPermission() const;
    void run(const environments::WritePermit &permit);
    contract::Deployment deployment() const;
    void finish(const ItemReport &report);
    void printRequest();

    Completion m_completion;
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
    if (const Finding *unseen = examination.find(Verdict::DataNotShown);
        unseen && arguments().has(u"keep-data"_s)) {
        fail({ErrorKind::NotAllowed,
              u"Nothing was sent. %1 So --keep-data cannot keep them."_s.arg(unseen->message)});
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
        placesFrom(arguments()).journal);
    if (!journal) {
        fail({journal.error().kind, u"Nothing was sent. %1"_s.arg(journal.error().message)});
        return;
    }
    m_journal = std::move(*journal);
    const Result<environments::WritePermit> permit = askPermission();
    if (permit)
        run(*permit);
    else
        fail(permit.error());
}

// For whoever reads standard output; a person is told on standard error.
void CompleteCommand::tellNotSent(const Error &error) const
{
    const Format format = formatFrom(arguments());
    if (format != Format::Table && !arguments().has(u"dry-run"_s))
        printReport(format, m_completion, notSent(error));
}

void CompleteCommand::fail(const Error &error)
{
    tellNotSent(error);
    ServerCommand::fail(error);
}

void CompleteCommand::refuse(const Finding &obstacle)
{
    printError(obstacle.message);
    if (obstacle.verdict == Verdict::AlreadyCompleted)
        printNote(u"Use --even-if-completed to end it once more."_s);
    if (obstacle.kind == ErrorKind::TlsFailed)
        printNote(u"--ca-file FILE names certificates to trust."_s);
    printError(u"Nothing was sent."_s);
    tellNotSent({obstacle.kind, obstacle.message});
    emit finished(obstacle.verdict == Verdict::NotReadable
                      ? cli::exitCodeOf(Error{obstacle.kind, {}})
                      : int(ExitRefusedHere));
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
                                 .arg(m_completion.target.name(), destination().name(),
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

// An address belongs to the deployment that lists it, also where it was given as a bare URL.
contract::Deployment CompleteCommand::deployment() const
{
    const environments::EnvironmentFile file(placesFrom(arguments()).environments);
    const auto loaded = file.load();
    if (!loaded) {
        printNote(loaded.error().message);
        return environments::deploymentOf(destination().environment, {});
    }
    if (destination().environment.name.isEmpty()) { // else they were told already
        for (const QString &warning : loaded->warnings)
            printNote(warning);
    }
    return environments::deploymentOf(destination().environment, loaded->environments);
}

void CompleteCommand::run(const environments::WritePermit &permit)
{
    close::RunSettings settings;
    settings.insistence.evenIfCompleted = arguments().has(u"even-if-completed"_s);
    settings.insistence.evenIfShownOpen = arguments().has(u"even-if-completed"_s);
    settings.insistence.evenIfUnknown = arguments().has(u"even-if-unknown"_s);
    settings.environment = destination().environment.name;
    settings.deployment = deployment();
    m_run = std::make_unique<close::Run>(close::Plan{m_completion}, settings, permit, services(),
                                         *m_journal);
    connect(m_run.get(), &close::Run::itemFinished, this,
            [this](qsizetype, const ItemReport &report) { finish(report); });
    m_stop = std::make_unique<process::StopSignals>();
    connect(m_stop.get(), &process::StopSignals::received, m_run.get(), &close::Run::stop);
    m_run->start();
}

void CompleteCommand::finish(const ItemReport &report)
{
    m_stop.reset(); // from here on the outcome decides the exit code
    printReport(formatFrom(arguments()), m_completion, report);
    if (!report.message.isEmpty())
        printError(report.message);
    if (report.standing && report.standing->kind == Standing::Kind::Unknown)
        printNote(u"--even-if-unknown sends it once more."_s);
    if (report.standing && report.standing->kind == Standing::Kind::ShownOpen)
        printNote(u"--even-if-completed sends it once more."_s);
    if (!report.journalProblem.isEmpty()) {
        const QString headline = report.isOutcomeRecorded
            ? u"What happened could not be written to the journal. %1"_s
            : u"What happened could not be written to the journal, which may show it as unknown. %1"_s;
        printError(headline.arg(report.journalProblem));
    }
    emit finished(cli::exitCodeOf(report));
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

CommandSpec completeCommand(Target::Kind kind)
{
    CommandSpec spec;
    spec.words = {u"complete"_s, contract::kindName(kind)};
    spec.positionals = {u"SERVICE_ID"_s};
    spec.description =
        u"The record is read first: something that is completed already, or not there, is not "
        "sent (exit code 3). Attached data that would be lost, and open tasks and states, are "
        "named on standard error. Something whose earlier end had no answer, or that another "
        "program is ending at this moment, is not sent again (exit code 3), nor what the journal "
        "knows to be completed a moment ago and the server still shows open. The intention is "
        "written to the journal, then the end is sent, once. If the answer is lost the record is "
        "read again; if that does not tell, the outcome is unknown (exit code 2). Exit code 1 "
        "means that the server could not be read or refused the end: it was not ended.\n\n"_s
        + reportShapeInWords();
    spec.options = endEventOptions(kind) + QList<Option>{formatOption()} + destinationOptions();
    spec.needsDestination = true;
    spec.make = [kind](const Arguments &arguments) {
        return std::make_unique<CompleteCommand>(arguments, kind);
    };
    return spec;
}

} // namespace

CommandSpec completeServiceCommand()
{
    CommandSpec spec = completeCommand(Target::Kind::Service);
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

CommandSpec completeStateCommand()
{
    CommandSpec spec = completeCommand(Target::Kind::State);
    spec.positionals.append(u"STATE_ID"_s);
    spec.summary = u"Ends one state of a service."_s;
    spec.examples = {
        {u"complete state 95 24 --disposition 10 --url http://127.0.0.1:8080"_s,
         u"Its tasks are ended on their own, before it:"_s},
    };
    return spec;
}

CommandSpec completeTaskCommand()
{
    CommandSpec spec = completeCommand(Target::Kind::Task);
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
