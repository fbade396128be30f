// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/statements.h"
#include "somerecords.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::journal;
using namespace closeout::test;

class TestClaims : public QObject
{
    Q_OBJECT

private slots:
    void onlyOneGetsATarget();
    void whoeverDiedIsInDoubt();
    void insistenceIsMeantAgainstOneEnd();
    void insistenceIsRecorded();
    void aDeploymentIsOne();
    void completedAndStillShownOpen();
    void refusedGivesTheTargetBack();
    void reviewSettlesADoubt();
    void whatIsKnownIsNotReviewedAgain();
    void tellsOfAnEndInDoubt();
    void timeGrowsWithWhatIsShown();

private:
    QString path() const { return m_folder->filePath(u"deep/journal.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestClaims::onlyOneGetsATarget()
{
    const auto one = Journal::open(path());
    const auto other = Journal::open(path());
    const auto mine = (*one)->recordIntention(intention(), check(), Shown::Open, {});
    QVERIFY(mine && mine->entry > 0 && !mine->standing);
    // Neither is it anybody else's, nor does insisting help while it is under way.
    for (const Insistence &insistence : {Insistence(), Insistence{true, true, true, 0}}) {
        const auto theirs = (*other)->recordIntention(intention(), check(), Shown::Open,
                                                      insistence);
        QVERIFY(theirs);
        QCOMPARE(theirs->entry, 0);
        QVERIFY(theirs->standing);
        QCOMPARE(theirs->standing->kind, Standing::Kind::UnderWay);
        QCOMPARE(theirs->standing->entry.intention.user, u"ada"_s);
        QCOMPARE(theirs->standing->entry.intention.process, 4711);
        QCOMPARE(theirs->standing->entry.intention.at, intention().at);
    }
    QCOMPARE(entriesOf(path()).size(), 1);
    QVERIFY((*one)->recordOutcome(mine->entry, {intention().at, Outcome::Failed, 400, {}}));
    (*one)->release(mine->entry);
    QVERIFY((*other)->recordIntention(intention(), check(), Shown::Open, {})->entry > 0);
}

void TestClaims::whoeverDiedIsInDoubt()
{
    QVERIFY(intend(**Journal::open(path()), intention(), check())); // and nothing more of it
    const auto other = Journal::open(path());
    const auto claimed = (*other)->recordIntention(intention(), check(), Shown::Open, {});
    QCOMPARE(claimed->standing->kind, Standing::Kind::Unknown);
    QCOMPARE(claimed->entry, 0);
}

void TestClaims::insistenceIsMeantAgainstOneEnd()
{
    const auto journal = Journal::open(path());
    const EntryId first = intend(**journal, intention(), check());
    QVERIFY((*journal)->recordOutcome(first, {now(), Outcome::Unknown, 0, {}}));
    const auto insisting = [](EntryId about) { return Insistence{false, true, false, about}; };
    const auto again = (*journal)->recordIntention(intention(), check(), Shown::Open,
                                                   insisting(first));
    QVERIFY(again->entry > first);
    QVERIFY((*journal)->recordOutcome(again->entry, {now(), Outcome::Unknown, 0, {}}));
    // Of the second nobody was told when the first one was insisted on.
    const auto third = (*journal)->recordIntention(intention(), check(), Shown::Open,
                                                   insisting(first));
    QCOMPARE(third->entry, 0);
    QCOMPARE(third->standing->entry.id, again->entry);
}

void TestClaims::insistenceIsRecorded()
{
    const auto journal = Journal::open(path());
    const EntryId first = intend(**journal, intention(), check());
    QVERIFY((*journal)->recordOutcome(first, {now(), Outcome::Unknown, 0, {}}));
    QVERIFY(intend(**journal, intention(), check()));
    const QList<Entry> entries = entriesOf(path());
    QCOMPARE(entries.first().insisted, Insisted::OnNothing);
    QCOMPARE(entries.first().generation, 1);
    QCOMPARE(entries.last().insisted, Insisted::EvenIfUnknown);
    QCOMPARE(entries.last().generation, 2);
    QCOMPARE(entries.last().follows, first);
}

void TestClaims::aDeploymentIsOne()
{
    const auto journal = Journal::open(path());
    Intention old = intention(); // from before anybody said that the two are one
    old.deployment = contract::deploymentAt(QUrl(u"http://south/genesys/1/cs"_s));
    const auto before = (*journal)->recordIntention(old, check(), Shown::Open, {});
    QVERIFY((*journal)->recordOutcome(before->entry, {now(), Outcome::Unknown, 0, {}}));
    Intention meant = intention();
    meant.deployment = {u"cluster"_s,
                        {u"http://north:80/genesys/1/cs"_s, u"http://south:80/genesys/1/cs"_s}};
    const auto claimed = (*journal)->recordIntention(meant, check(), Shown::Open, {});
    QVERIFY(claimed->standing);
    QCOMPARE(claimed->standing->entry.id, before->entry);
    // What is insisted on is in doubt no more; what had no effect gives it back.
    const auto again = (*journal)->recordIntention(meant, check(), Shown::Open,
                                                   {false, true, false, 0});
    QVERIFY(again->entry > 0);
    QCOMPARE(doubtsOf(path()).size(), 1);
    QCOMPARE(doubtsOf(path()).constFirst().id, again->entry);
    QVERIFY((*journal)->recordOutcome(again->entry, {now(), Outcome::Failed, 0, {}}));
    QCOMPARE(doubtsOf(path()).constFirst().id, before->entry);
    QVERIFY((*journal)->standing(meant, Shown::Open).value().has_value());
    // And so does finding out about it.
    QVERIFY((*journal)->recordReview(before->entry, {now(), {}, {}, Outcome::Completed, {}}, {}));
    QCOMPARE(doubtsOf(path()).size(), 0);
    QVERIFY(!(*journal)->standing(meant, Shown::Completed).value());
}

void TestClaims::completedAndStillShownOpen()
{
    const auto journal = Journal::open(path());
    const EntryId first = intend(**journal, intention(), check());
    QVERIFY((*journal)->recordOutcome(first, {now(), Outcome::Completed, 204, {}}));
    const auto claim = [&](Shown shown, const Insistence &insistence) {
        return *(*journal)->recordIntention(intention(), check(), shown, insistence);
    };
    const Journal::Claimed stale = claim(Shown::Open, {true, true, false, 0});
    QCOMPARE(stale.standing->kind, Standing::Kind::ShownOpen);
    QCOMPARE(stale.standing->entry.id, first);
    QVERIFY(claim(Shown::Open, {false, false, true, first}).entry > first);
    // A day later it is open again, and no stale reading.
    Intention other = ofService(u"7"_s);
    const EntryId old = intend(**journal, other, check());
    QVERIFY((*journal)->recordOutcome(old, {now().addDays(-1), Outcome::Completed, 204, {}}));
    other.deployment = contract::deploymentAt(QUrl(other.baseUrl));
    QVERIFY(!(*journal)->standing(other, Shown::Open).value());
}

void TestClaims::refusedGivesTheTargetBack()
{
    const auto journal = Journal::open(path());
    const auto meant = intention();
    QVERIFY((*journal)->recordOutcome(intend(**journal, meant, check()),
                                      {now(), Outcome::Held, 0, {}}));
    QVERIFY(!(*journal)->standing(meant, Shown::Open).value());
    const EntryId doubt = intend(**journal, meant, check());
    QVERIFY((*journal)->recordOutcome(doubt, {now(), Outcome::Unknown, 0, {}}));
    for (int i = 0; i < 3; ++i) { // each in spite of the doubt, and refused
        const EntryId refused = intend(**journal, meant, check());
        QVERIFY((*journal)->recordOutcome(refused, {now(), Outcome::Failed, 409, {}}));
    }
    QCOMPARE((*journal)->standing(meant, Shown::Open).value()->entry.id, doubt);
}

void TestClaims::reviewSettlesADoubt()
{
    const auto journal = Journal::open(path());
    const EntryId doubt = intend(**journal, intention(), check());
    const Review open{now(), u"eve"_s, u"desk"_s, Outcome::Unknown, u"still open"_s};
    QVERIFY((*journal)->recordReview(doubt, open, {exchange(ExchangeRecord::Purpose::Settle)}));
    QCOMPARE(doubtsOf(path()).size(), 1);
    QCOMPARE(doubtsOf(path()).constFirst().review->message, u"still open"_s);
    QVERIFY(
        (*journal)->recordReview(doubt, {now(), u"eve"_s, {}, Outcome::Failed, u"never"_s}, {}));
    QCOMPARE(doubtsOf(path()).size(), 0);
    const Entry entry = entriesOf(path()).constFirst();
    QCOMPARE(entry.outcome(), Outcome::Failed);
    QVERIFY(!entry.recorded); // what the program itself knew stays what it was
    QCOMPARE(entry.exchanges.size(), 2);
    QVERIFY((*journal)->recordIntention(intention(), check(), Shown::Open, {})->entry > 0);
}

// Who read it again, and took long, while somebody else found out: what was read may be an end that
// came after it.
void TestClaims::whatIsKnownIsNotReviewedAgain()
{
    const auto journal = Journal::open(path());
    const EntryId doubt = intend(**journal, intention(), check());
    QVERIFY((*journal)->recordReview(doubt, {now(), u"eve"_s, {}, Outcome::Failed, {}}, {}));
    const auto late = (*journal)->recordReview(doubt, {now(), u"ada"_s, {}, Outcome::Completed, {}},
                                               {exchange(ExchangeRecord::Purpose::Settle)});
    QVERIFY(!late);
    const Entry entry = entriesOf(path()).constFirst();
    QCOMPARE(entry.outcome(), Outcome::Failed);
    QCOMPARE(entry.exchanges.size(), 1);
}

void TestClaims::tellsOfAnEndInDoubt()
{
    const auto journal = Journal::open(path());
    const auto end = [&](const Intention &meant, std::optional<Outcome> outcome) {
        const EntryId id = intend(**journal, meant, check());
        if (outcome)
            QVERIFY((*journal)->recordOutcome(id, {meant.at, *outcome, 0, {}}));
    };
    const auto isInDoubt = [&](Intention meant) {
        meant.deployment = contract::deploymentAt(QUrl(meant.baseUrl));
        return (*journal)->standing(meant, Shown::Completed).value().has_value();
    };
    QVERIFY(!isInDoubt(intention()));
    end(intention(), Outcome::Completed);
    QVERIFY(!isInDoubt(intention()));
    end(intention(), {}); // the program died
    QVERIFY(isInDoubt(intention()));
    QCOMPARE(doubtsOf(path()).constFirst().id, 2);
    end(intention(), Outcome::Failed); // says nothing about the one before
    end(intention(), Outcome::Held);
    QVERIFY(isInDoubt(intention()));
    Intention other = intention();
    other.target.id = u"4"_s;
    QVERIFY(!isInDoubt(other));
    other = intention();
    other.baseUrl = u"http://elsewhere/genesys/1/cs"_s;
    other.deployment = {};
    QVERIFY(!isInDoubt(other));
    other = intention();
    other.target = contract::serviceTarget(other.target.serviceId);
    end(other, Outcome::Unknown);
    QVERIFY(isInDoubt(other));
    end(intention(), Outcome::Skipped); // it was seen completed
    QVERIFY(!isInDoubt(intention()));
    // All of them at once, each by its newest.
    end(other, Outcome::Unknown);
    const QList<Entry> doubts = doubtsOf(path());
    QCOMPARE(doubts.size(), 1);
    QCOMPARE(doubts.constFirst().intention.target.kind, contract::Target::Kind::Service);
    QCOMPARE(doubts.constFirst().id, entriesOf(path()).constLast().id);
}

void TestClaims::timeGrowsWithWhatIsShown()
{
    QVERIFY(Journal::open(path()));
    const OtherConnection other(path());
    for (const char *statement : {sql::thoseInDoubt, sql::theLast}) {
        const QString plan = other.planOf(QByteArray(sql::selectEntries) + statement);
        QVERIFY2(!plan.contains("SCAN claim\n"_L1) && !plan.contains("TEMP B-TREE"_L1)
                     && !plan.contains("SCAN o"_L1),
                 qPrintable(plan));
    }
    for (const char *statement : {sql::selectClaim, sql::newestGeneration, sql::selectExchanges,
                                  sql::selectReview, sql::namesInDoubtOf, sql::theOne}) {
        const bool isPart = statement == sql::theOne;
        const QString plan = other.planOf((isPart ? sql::selectEntries : "")
                                          + QByteArray(statement));
        QVERIFY2(plan.contains("SEARCH"_L1) && !plan.contains("SCAN"_L1)
                     && !plan.contains("TEMP B-TREE"_L1),
                 qPrintable(plan));
    }
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
