// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The whole window without a widget: from the list to the journal, over the real sandbox.

#include "sandbox/server.h"
#include "support/journals.h"
#include "ui/payload/payloaddocument.h"
#include "ui/workspace.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

namespace {

const contract::Field &field(contract::Target::Kind target, QStringView name)
{
    return *contract::findField(contract::endEventOf(target), name);
}

void writeEnvironment(const QString &path, const QByteArray &members)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"environments\":[{" + members + "}]}");
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void closesATaskAndItsService();
    void aTaskThatIsChosenIsWhatTheFormIsAbout();
    void theListFollowsWhatIsReadBelowIt();
    void anEndInDoubtStaysSoWhenTheNextIsRefused();
    void aDraftSurvivesARestart();
    void aSelectionSurvivesARestart();
    void startingAfreshDropsTheDrafts();
    void whatSomebodyElseCompletedIsHeld();
    void switchingEnvironmentsLeavesNothingBehind();
    void aWrongPasswordIsAskedForAgain();
    void aReadOnlyLevelHoldsAtOnce();
    void otherRulesHoldAtOnceAndNothingIsLoaded();
    void anotherTimeLimitKeepsTheSignIn();
    void signingInAgainKeepsTheForm();
    void theOutcomeOfOnePlaceDoesNothingInAnother();
    void anUnknownEnvironmentIsSaidAndTheSandboxShown();
    void aBrokenFileOfEnvironmentsIsSaid();

private:
    void start(const QString &environment = {});
    void open(const QString &serviceId);
    void fill(contract::Target::Kind target);
    void send();
    void somebodyElseEnds(const QString &serviceId);
    bool isListed(const QString &serviceId) const;
    void signInAtALockedServer(const sandbox::Server &server);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestWorkspace::init()
{
    qunsetenv("CLOSEOUT_PASSWORD");
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestWorkspace::cleanup()
{
    m_workspace.reset();
    m_folder.reset();
}

void TestWorkspace::start(const QString &environment)
{
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
    m_workspace->start(environment);
}

void TestWorkspace::open(const QString &serviceId)
{
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    m_workspace->atHand().open(serviceId);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QCOMPARE(m_workspace->completing().draft()->target().serviceId, serviceId);
}

void TestWorkspace::fill(contract::Target::Kind target)
{
    Draft &draft = *m_workspace->completing().draft();
    QTRY_VERIFY(!draft.isLoading());
    draft.setFieldText(field(target, u"disposition"), u"10"_s);
    draft.setFieldText(field(target, u"disposition_desc"), u"SUCCESS"_s);
}

void TestWorkspace::send()
{
    QSignalSpy finished(&m_workspace->completing(), &Completing::finished);
    const Result<void> sent = m_workspace->completing().send({true, 1});
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().message));
    QTRY_COMPARE(finished.size(), 1);
}

// A second window at the same sandbox.
void TestWorkspace::somebodyElseEnds(const QString &serviceId)
{
    Workspace other(Places::below(m_folder->filePath(u"other"_s)));
    environments::Environment environment = m_workspace->sandbox().environment();
    environment.name = u"Other"_s;
    other.use(environment, {});
    QTRY_COMPARE(other.destination().state(), Destination::State::Open);
    other.atHand().open(serviceId);
    QTRY_COMPARE(other.atHand().opened().state(), OpenedService::State::Shown);
    QTRY_VERIFY(!other.completing().draft()->isLoading());
    const QSignalSpy finished(&other.completing(), &Completing::finished);
    QVERIFY(other.completing().send({true, 1}).has_value());
    QTRY_COMPARE(finished.size(), 1);
}

bool TestWorkspace::isListed(const QString &serviceId) const
{
    const Listing &listing = m_workspace->listing();
    const std::optional<quint32> row = listing.rowOf(serviceId);
    return row && listing.snapshot().services.status(*row) == rows::Status::Active;
}

void TestWorkspace::closesATaskAndItsService()
{
    start();
    open(u"36981723"_s);
    const auto tasks = m_workspace->atHand().opened().record()->openTasks();
    QVERIFY(!tasks.isEmpty());
    const QString taskId = tasks.constFirst().id();

    m_workspace->atHand().begin(
        {contract::Target::Kind::Task, m_workspace->atHand().opened().serviceId(), taskId});
    const Completing &completing = m_workspace->completing();
    QTRY_COMPARE(completing.draft()->target().kind, contract::Target::Kind::Task);
    QCOMPARE(completing.draft()->target().id, taskId);
    fill(contract::Target::Kind::Task);
    send();
    QCOMPARE(completing.reported()->report.outcome, journal::Outcome::Completed);
    QVERIFY(isListed(u"36981723"_s));
    QTRY_COMPARE(m_workspace->atHand().opened().record()->openTasks().size(), tasks.size() - 1);
    // How it went stays in sight although the service was read again.
    QVERIFY(completing.reported().has_value());

    m_workspace->atHand().begin(
        contract::serviceTarget(m_workspace->atHand().opened().serviceId()));
    QCOMPARE(completing.draft()->target().kind, contract::Target::Kind::Service);
    fill(contract::Target::Kind::Service);
    send();
    QCOMPARE(completing.reported()->report.outcome, journal::Outcome::Completed);
    QVERIFY(!isListed(u"36981723"_s));
    QTRY_COMPARE(m_workspace->history().model()->rowCount(), 2);
    QTRY_VERIFY(m_workspace->atHand().opened().record()->isCompleted());
}

// Although its service is read at the same time, whichever answer comes first.
void TestWorkspace::aTaskThatIsChosenIsWhatTheFormIsAbout()
{
    start();
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    const Completing &completing = m_workspace->completing();
    m_workspace->atHand().open(u"36981723"_s);
    m_workspace->atHand().begin(
        {contract::Target::Kind::Task, m_workspace->atHand().opened().serviceId(), u"0"_s});
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QTRY_COMPARE(completing.draft()->target().id, u"0"_s);
    QCOMPARE(completing.draft()->target().kind, contract::Target::Kind::Task);
    // A task that is not there leaves the form to its service.
    m_workspace->atHand().open(u"95"_s);
    m_workspace->atHand().begin(
        {contract::Target::Kind::Task, m_workspace->atHand().opened().serviceId(), u"4711"_s});
    QTRY_COMPARE(completing.draft()->target().serviceId, u"95"_s);
    QCOMPARE(completing.draft()->target().kind, contract::Target::Kind::Service);
}

void TestWorkspace::theListFollowsWhatIsReadBelowIt()
{
    start();
    open(u"36981723"_s);
    somebodyElseEnds(u"36981723"_s);
    QVERIFY(isListed(u"36981723"_s));
    m_workspace->atHand().readDraftAgain();
    QTRY_VERIFY(!isListed(u"36981723"_s));
}

void TestWorkspace::anEndInDoubtStaysSoWhenTheNextIsRefused()
{
    start();
    open(u"36981723"_s);
    const auto record = [this](journal::Outcome outcome) {
        const auto journal = journal::Journal::open(Places::below(m_folder->path()).journal);
        journal::Intention meant;
        meant.at = QDateTime::currentDateTimeUtc();
        meant.baseUrl = m_workspace->destination().connection()->baseUrl.toString();
        meant.target.serviceId = u"36981723"_s;
        journal::ExchangeRecord check;
        check.startedAt = meant.at;
        const journal::EntryId entry = test::intend(**journal, meant, check);
        QVERIFY(entry > 0 && (*journal)->recordOutcome(entry, {meant.at, outcome, 0, {}}));
        m_workspace->refresh();
    };
    record(journal::Outcome::Unknown);
    QTRY_VERIFY(m_workspace->completing().isDoubtful());
    record(journal::Outcome::Failed);
    QTRY_COMPARE(m_workspace->history().model()->rowCount(), 2);
    QVERIFY(m_workspace->completing().isDoubtful());
    record(journal::Outcome::Completed);
    QTRY_VERIFY(!m_workspace->completing().isDoubtful());
}

void TestWorkspace::aDraftSurvivesARestart()
{
    start();
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    const QByteArray payload = R"({"Survey":{"rating":7.50,"big":18446744073709551615}})";
    QVERIFY(m_workspace->completing().draft()->payload()->load(payload).has_value());
    m_workspace->keep();

    start(); // the sandbox listens on another port now
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    Draft &draft = *m_workspace->completing().draft();
    QCOMPARE(draft.target().serviceId, u"36981723"_s);
    QTRY_COMPARE(draft.payload()->text(), payload);
    QCOMPARE(draft.fieldText(field(contract::Target::Kind::Service, u"disposition_desc")),
             u"SUCCESS"_s);
}

void TestWorkspace::aSelectionSurvivesARestart()
{
    start();
    open(u"36981723"_s);
    QTRY_VERIFY(m_workspace->finding().services.count() > 0);
    m_workspace->finding().selectedServices.setSelected(*m_workspace->listing().rowOf(u"95"_s),
                                                        true);
    // Not only when the window is closed.
    const QString file = Places::below(m_folder->path()).settings;
    QTRY_VERIFY([&file] {
        QFile kept(file);
        return kept.open(QIODevice::ReadOnly) && kept.readAll().contains("selected=@ByteArray");
    }());
    start();
    QTRY_COMPARE(m_workspace->finding().selectedServices.words(), u"1 selected"_s);
    QVERIFY(
        m_workspace->finding().selectedServices.contains(*m_workspace->listing().rowOf(u"95"_s)));
    const QSignalSpy renewed(&m_workspace->sandbox(), &LocalSandbox::renewed);
    m_workspace->sandbox().startAfresh(); // the same ids are others then
    QTRY_COMPARE(renewed.size(), 1);
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    QCOMPARE(m_workspace->finding().selectedServices.count(), 0U);
}

void TestWorkspace::startingAfreshDropsTheDrafts()
{
    start();
    open(u"95"_s);
    fill(contract::Target::Kind::Service); // and is on the disk when the next one is opened
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    const QSignalSpy renewed(&m_workspace->sandbox(), &LocalSandbox::renewed);
    m_workspace->sandbox().startAfresh();
    QTRY_COMPARE(renewed.size(), 1);
    QTRY_COMPARE(m_workspace->destination().state(), Destination::State::Open);
    for (const QString &id : {u"36981723"_s, u"95"_s}) {
        open(id);
        const Draft &draft = *m_workspace->completing().draft();
        QTRY_VERIFY(!draft.isLoading());
        QVERIFY2(!draft.isTouched(), qPrintable(id));
    }
    m_workspace.reset();
    const QDir drafts(m_folder->filePath(u"drafts"_s));
    QCOMPARE(drafts.entryList(QDir::Files), QStringList());
}

void TestWorkspace::whatSomebodyElseCompletedIsHeld()
{
    start();
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    somebodyElseEnds(u"36981723"_s);

    send();
    const Completing &completing = m_workspace->completing();
    QCOMPARE(completing.reported()->report.outcome, journal::Outcome::Skipped);
    QVERIFY(!completing.reported()->report.sent);
    // What was typed is not lost.
    QCOMPARE(completing.draft()->fieldText(field(contract::Target::Kind::Service, u"disposition")),
             u"10"_s);
}

void TestWorkspace::switchingEnvironmentsLeavesNothingBehind()
{
    const auto server = sandbox::Server::start({.seed = sandbox::Seed::services(3)});
    QVERIFY(server.has_value());
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Three\",\"url\":\"" + (*server)->baseUrl().toEncoded()
                         + "\",\"safety\":\"read-only\"");
    start();
    open(u"36981723"_s);
    m_workspace->environments().refresh();
    QTRY_VERIFY(m_workspace->environments().find(u"Three"_s) != nullptr);
    m_workspace->use(*m_workspace->environments().find(u"Three"_s), {});
    QVERIFY(m_workspace->atHand().opened().serviceId().isEmpty());
    QVERIFY(m_workspace->completing().draft()->isEmpty());
    QTRY_COMPARE(m_workspace->listing().count(), 3);
    QVERIFY(m_workspace->completing().isReadOnly());

    start(); // where it was the last time
    QTRY_COMPARE(m_workspace->listing().count(), 3);
}

void TestWorkspace::aWrongPasswordIsAskedForAgain()
{
    const auto server = sandbox::Server::start(
        {.seed = sandbox::Seed::services(2), .user = u"demo"_s, .password = u"secret"_s});
    QVERIFY(server.has_value());
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Locked\",\"url\":\"" + (*server)->baseUrl().toEncoded()
                         + "\",\"user\":\"demo\"");
    qputenv("CLOSEOUT_PASSWORD", "wrong");
    start(u"Locked"_s);
    Destination &destination = m_workspace->destination();
    QTRY_COMPARE(destination.state(), Destination::State::PasswordNeeded);
    QVERIFY(!destination.whyPassword().isEmpty());
    destination.signIn(u"secret"_s, Destination::Remember::No);
    QTRY_COMPARE(m_workspace->listing().count(), 2);
}

void TestWorkspace::aReadOnlyLevelHoldsAtOnce()
{
    const auto server = sandbox::Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(server.has_value());
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Demo\",\"url\":\"" + (*server)->baseUrl().toEncoded()
                         + "\",\"safety\":\"confirm\"");
    start(u"Demo"_s);
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    const Completing &completing = m_workspace->completing();
    QCOMPARE(completing.whyNotSendable(), QString());

    environments::Environment careful = m_workspace->destination().environment();
    careful.safety = environments::SafetyLevel::ReadOnly;
    m_workspace->environments().save(careful, careful.name);
    QTRY_VERIFY(completing.isReadOnly());
    QVERIFY(!m_workspace->completing().send({true, 1}).has_value());
    // Nothing else has changed: the service is open still, and so is its form.
    QCOMPARE(m_workspace->atHand().opened().serviceId(), u"36981723"_s);
    QCOMPARE(completing.draft()->fieldText(field(contract::Target::Kind::Service, u"disposition")),
             u"10"_s);
}

void TestWorkspace::signInAtALockedServer(const sandbox::Server &server)
{
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Locked\",\"url\":\"" + server.baseUrl().toEncoded()
                         + "\",\"user\":\"demo\"");
    start(u"Locked"_s);
    QTRY_COMPARE(m_workspace->destination().state(), Destination::State::PasswordNeeded);
    m_workspace->destination().signIn(u"secret"_s, Destination::Remember::No);
    open(u"36981723"_s);
}

void TestWorkspace::otherRulesHoldAtOnceAndNothingIsLoaded()
{
    const auto server = sandbox::Server::start(
        {.seed = sandbox::Seed::demo(), .user = u"demo"_s, .password = u"secret"_s});
    QVERIFY(server.has_value());
    signInAtALockedServer(**server);
    const quint16 load = m_workspace->listing().snapshot().load;
    environments::Environment other = m_workspace->destination().environment();
    other.stuckRules = {u"old: age>1h"_s};
    m_workspace->environments().save(other, other.name);
    QTRY_COMPARE(m_workspace->finding().services.rules().rules().size(), 1);
    QCOMPARE(m_workspace->destination().state(), Destination::State::Open);
    QCOMPARE(m_workspace->listing().snapshot().load, load);
    QCOMPARE(m_workspace->atHand().opened().serviceId(), u"36981723"_s);
}

void TestWorkspace::anotherTimeLimitKeepsTheSignIn()
{
    const auto server = sandbox::Server::start(
        {.seed = sandbox::Seed::demo(), .user = u"demo"_s, .password = u"secret"_s});
    QVERIFY(server.has_value());
    signInAtALockedServer(**server);
    environments::Environment other = m_workspace->destination().environment();
    other.timeoutSeconds = 7;
    m_workspace->environments().save(other, other.name);
    QTRY_COMPARE(m_workspace->destination().environment().timeoutSeconds, 7);
    QCOMPARE(m_workspace->destination().state(), Destination::State::Open);
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    other.user = u"another"_s;
    m_workspace->environments().save(other, other.name);
    QTRY_COMPARE(m_workspace->destination().state(), Destination::State::PasswordNeeded);
}

void TestWorkspace::signingInAgainKeepsTheForm()
{
    const auto server = sandbox::Server::start(
        {.seed = sandbox::Seed::demo(), .user = u"demo"_s, .password = u"secret"_s});
    QVERIFY(server.has_value());
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Locked\",\"url\":\"" + (*server)->baseUrl().toEncoded()
                         + "\",\"user\":\"demo\"");
    qputenv("CLOSEOUT_PASSWORD", "secret");
    start(u"Locked"_s);
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    Destination &destination = m_workspace->destination();
    destination.askAgain(Error{ErrorKind::SignInNeeded, u"The session has ended."_s});
    const Draft &draft = *m_workspace->completing().draft();
    QCOMPARE(draft.target().serviceId, u"36981723"_s);
    QVERIFY(!m_workspace->completing().whyNotSendable().isEmpty());

    destination.signIn(u"secret"_s, Destination::Remember::No);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QCOMPARE(m_workspace->atHand().opened().serviceId(), u"36981723"_s);
    QCOMPARE(draft.fieldText(field(contract::Target::Kind::Service, u"disposition")), u"10"_s);
    QCOMPARE(m_workspace->completing().whyNotSendable(), QString());
}

void TestWorkspace::theOutcomeOfOnePlaceDoesNothingInAnother()
{
    const auto server = sandbox::Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(server.has_value());
    writeEnvironment(m_folder->filePath(u"environments.json"_s),
                     "\"name\":\"Other\",\"url\":\"" + (*server)->baseUrl().toEncoded() + '"');
    start();
    open(u"36981723"_s);
    fill(contract::Target::Kind::Service);
    m_workspace->environments().refresh();
    QTRY_VERIFY(m_workspace->environments().find(u"Other"_s) != nullptr);
    QSignalSpy finished(&m_workspace->completing(), &Completing::finished);
    QVERIFY(m_workspace->completing().send({true, 1}).has_value());
    m_workspace->use(*m_workspace->environments().find(u"Other"_s), {});
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    QVERIFY(isListed(u"36981723"_s)); // it has that id, too, and is open there
    QTRY_COMPARE(m_workspace->history().model()->rowCount(), 1);
}

void TestWorkspace::anUnknownEnvironmentIsSaidAndTheSandboxShown()
{
    m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
    QSignalSpy failed(m_workspace.get(), &Workspace::failed);
    m_workspace->start(u"Nowhere"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains("Nowhere"_L1));
    QTRY_COMPARE(m_workspace->destination().environment().name, LocalSandbox::name());
}

// Where the window was, and at each start from then on: the file is another name away from loss.
void TestWorkspace::aBrokenFileOfEnvironmentsIsSaid()
{
    const auto server = sandbox::Server::start({.seed = sandbox::Seed::services(2)});
    QVERIFY(server.has_value());
    const QString file = m_folder->filePath(u"environments.json"_s);
    writeEnvironment(file, "\"name\":\"Live\",\"url\":\"" + (*server)->baseUrl().toEncoded() + '"');
    start(u"Live"_s);
    QTRY_COMPARE(m_workspace->listing().count(), 2);
    m_workspace->keep();
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"environments\":[") > 0);
    broken.close();
    for (const QString &said : {u"“Live”"_s, u"environments"_s}) {
        m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
        QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        m_workspace->start({});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed.at(0).at(0).toString().contains(said),
                 qPrintable(failed.at(0).at(0).toString()));
        const auto error = failed.at(0).at(1).value<Error>();
        QVERIFY2(error.message.contains(".broken-"_L1), qPrintable(error.message));
        QTRY_COMPARE(m_workspace->destination().environment().name, LocalSandbox::name());
        m_workspace->keep();
    }
}

QTEST_MAIN(TestWorkspace)

#include "tst_workspace.moc"
