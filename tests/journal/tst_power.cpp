// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The power goes, at every write and sync of the journal. What it has reported as recorded is there
// afterwards, what is there is whole, and it can be used.

#include "somerecords.h"
#include "support/powervfs.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::journal;
using namespace closeout::test;

namespace {

Intention intentionFor(const QString &service, qsizetype bodySize)
{
    Intention meant = ofService(service);
    meant.requestBody = "{\"data\":\"" + QByteArray(bodySize, 'x') + "\"}";
    return meant;
}

} // namespace

class TestPower : public QObject
{
    Q_OBJECT

private slots:
    void nothingThatWasReportedIsLost_data();
    void nothingThatWasReportedIsLost();
    void aDiskThatForgetsIsFound();

private:
    // An end, and from which step on each part of it was reported as recorded; -1: it never was.
    struct Told
    {
        EntryId entry = 0;
        Intention meant;
        qsizetype intention = -1;
        qsizetype exchange = -1;
        qsizetype outcome = -1;
    };

    static QString whatIsWrong(const Entry &entry, const Told &told, qsizetype at);
    void record(const QString &path, const QList<qsizetype> &bodySizes);
    QList<qsizetype> cuts() const;
    QString lookAfterCut(qsizetype at, quint32 seed, Disk disk) const;
    QString lookAt(const QString &path, qsizetype at) const;

    QList<DiskStep> m_steps;
    QList<Told> m_told;
};

// Why the entry is not as it was recorded; empty: it is.
QString TestPower::whatIsWrong(const Entry &entry, const Told &told, qsizetype at)
{
    const bool hasExchange = told.exchange >= 0 && told.exchange <= at;
    const bool hasOutcome = told.outcome >= 0 && told.outcome <= at;
    if (entry.isDamaged)
        return u"it is damaged"_s;
    if (entry.intention.requestBody != told.meant.requestBody
        || entry.intention.beforeImage != told.meant.beforeImage)
        return u"its intention is another"_s;
    if (entry.exchanges.isEmpty()
        || entry.exchanges.constFirst().purpose != ExchangeRecord::Purpose::Check)
        return u"it lacks the reading that came before it"_s;
    if (hasExchange && entry.exchanges.size() < 2)
        return u"it lacks the exchange"_s;
    if (hasOutcome && !entry.recorded)
        return u"it lacks the outcome"_s;
    if (entry.recorded && entry.exchanges.size() < 3)
        return u"its outcome came without its exchange"_s;
    if (entry.recorded && entry.recorded->outcome != Outcome::Completed)
        return u"its outcome is another"_s;
    return {};
}

// Ends, one after the other, each in a program of its own: the last to close writes the log back.
void TestPower::record(const QString &path, const QList<qsizetype> &bodySizes)
{
    m_told.clear();
    PowerVfs vfs;
    for (const qsizetype size : bodySizes) {
        const auto journal = Journal::open(path);
        QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().message));
        Told told;
        told.meant = intentionFor(QString::number(m_told.size()), size);
        told.entry = intend(**journal, told.meant, check());
        told.intention = vfs.steps().size();
        QVERIFY(told.entry > 0);
        QVERIFY((*journal)->recordExchange(told.entry, exchange(ExchangeRecord::Purpose::Send)));
        told.exchange = vfs.steps().size();
        QVERIFY((*journal)->recordOutcome(told.entry, {now(), Outcome::Completed, 204, {}},
                                          {exchange(ExchangeRecord::Purpose::Settle)}));
        told.outcome = vfs.steps().size();
        m_told.append(told);
    }
    m_steps = vfs.steps();
    QVERIFY2(!m_steps.isEmpty(), "Qt does not use the system's SQLite, so nothing is shown.");
}

// All of them; of a long row of writes between two syncs a few, and those at its ends.
QList<qsizetype> TestPower::cuts() const
{
    const auto isWrite = [this](qsizetype step) {
        return step >= 0 && step < m_steps.size() && m_steps.at(step).kind == DiskStep::Kind::Write;
    };
    QList<qsizetype> cuts;
    for (qsizetype at = 0; at <= m_steps.size(); ++at) {
        const bool isBetween = isWrite(at - 5) && isWrite(at) && isWrite(at + 5);
        if (!isBetween || at % 200 == 0 || m_steps.size() < 500)
            cuts.append(at);
    }
    return cuts;
}

QString TestPower::lookAt(const QString &path, qsizetype at) const
{
    const auto journal = Journal::open(path);
    if (!journal)
        return journal.error().message;
    const QList<Entry> entries = entriesOf(path);
    for (const Told &told : m_told) {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry &entry) { return entry.id == told.entry; });
        const bool isThere = found != entries.end();
        if (!isThere && told.intention <= at)
            return u"entry %1 is lost"_s.arg(told.entry);
        const QString wrong = isThere ? whatIsWrong(*found, told, at) : QString();
        if (!wrong.isEmpty())
            return u"entry %1: %2"_s.arg(told.entry).arg(wrong);
        const auto standing = (*journal)->standing(told.meant, Shown::Open);
        if (!standing)
            return standing.error().message;
        if (standing->has_value() != isThere)
            return u"entry %1 and the claim on its target disagree"_s.arg(told.entry);
    }
    const EntryId next = intend(**journal, ofService(u"another"_s), check());
    return next > 0 ? QString() : u"it takes no new intention"_s;
}

// Empty, or what is wrong and how to see it again.
QString TestPower::lookAfterCut(qsizetype at, quint32 seed, Disk disk) const
{
    const PowerVfs quick; // whose syncs take no time
    const QTemporaryDir folder;
    if (!PowerCut(m_steps, at, disk).leaveIn(folder.path(), seed))
        return u"no room to look at it"_s;
    const QString wrong = lookAt(folder.filePath(u"journal.sqlite"_s), at);
    if (wrong.isEmpty())
        return {};
    const QString next = at < m_steps.size() ? m_steps.at(at).inWords() : u"the end"_s;
    return u"%1 (power gone before step %2 of %3, “%4”, seed %5)"_s.arg(wrong)
        .arg(at)
        .arg(m_steps.size())
        .arg(next)
        .arg(seed);
}

void TestPower::nothingThatWasReportedIsLost_data()
{
    QTest::addColumn<QList<qsizetype>>("bodySizes");
    QTest::addColumn<quint32>("seeds");
    QTest::newRow("a new journal, two ends") << QList<qsizetype>{10, 20'000} << 6U;
    // More than 1000 pages: the log is written back while it is in use.
    QTest::newRow("a large end") << QList<qsizetype>{4'000'000} << 3U;
}

void TestPower::nothingThatWasReportedIsLost()
{
    QFETCH(const QList<qsizetype>, bodySizes);
    QFETCH(quint32, seeds);
    if (qEnvironmentVariableIsSet("CLOSEOUT_LONG"))
        seeds *= 100;
    const QTemporaryDir folder;
    record(folder.filePath(u"journal.sqlite"_s), bodySizes);
    const QList<qsizetype> points = cuts();
    for (const qsizetype at : points) {
        for (quint32 seed = 0; seed < seeds; ++seed) {
            const QString wrong = lookAfterCut(at, seed, Disk::Honest);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
    qInfo("%d cuts in %d steps, %u seeds each", int(points.size()), int(m_steps.size()), seeds);
}

// As PRAGMA synchronous = OFF would make it: what was reported is lost, and that is seen.
void TestPower::aDiskThatForgetsIsFound()
{
    const QTemporaryDir folder;
    record(folder.filePath(u"journal.sqlite"_s), {10});
    int found = 0;
    for (qsizetype at = m_told.constFirst().intention; at <= m_steps.size(); ++at)
        found += lookAfterCut(at, quint32(at), Disk::Forgetful).isEmpty() ? 0 : 1;
    QVERIFY2(found > 10, qPrintable(QString::number(found)));
    qInfo("found after %d cuts", found);
}

QTEST_GUILESS_MAIN(TestPower)
#include "tst_power.moc"
