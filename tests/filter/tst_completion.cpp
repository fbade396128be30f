// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/completion.h"
#include "filter/reference.h"
#include "filter/stuckrules.h"
#include "support/rows.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offers_data();
    void offers();
    void replacesWhatIsTyped_data();
    void replacesWhatIsTyped();
    void tellsMeaningsAndCounts();
    void whatIsOfferedIsUnderstood();
    void placesInAttachedData();
    void thePageIsUpToDate();

private:
    Completion at(const QString &marked) const; // the cursor is at |

    Collection m_collection;
    StuckRules m_rules = StuckRules::standard();
};

void TestCompletion::initTestCase()
{
    QList<TestRow> rows;
    for (int i = 0; i < 100; ++i) {
        rows.append({{{Field::ServiceId, QByteArray::number(i)},
                      {Field::ServiceType, i % 3 ? "Bill Payment" : "Call-back"},
                      {Field::MediaType, i < 10 ? "" : "voice"},
                      {Field::CustomerId, "c" + QByteArray::number(i)},
                      {Field::Data,
                       R"({"Feedback":{"rating":)" + QByteArray::number(i % 4)
                           + R"(,"the notes":"x y"},"Fax":1})"}}});
    }
    putAll(m_collection, rows);
}

Completion TestCompletion::at(const QString &marked) const
{
    return complete(QString(marked).remove(u'|'), marked.indexOf(u'|'), Subject::Service,
                    m_collection.snapshot(), &m_rules);
}

void TestCompletion::offers_data()
{
    using What = Completion::What;
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("texts"); // the first ones
    const auto row = [](const char *marked, What what, const char *texts) {
        QTest::newRow(marked) << int(what) << QString::fromUtf8(texts);
    };
    row("|", What::Field, "service: type: customer:");
    row("a |", What::Field, "service: type: customer:");
    row("(|", What::Field, "service: type: customer:");
    row("-|", What::Field, "service: type: customer:");
    row("ty|", What::Field, "type:");
    row("-ty|", What::Field, "type:");
    row("x (SERVICE_TY|", What::Field, "type:");
    row("da|", What::Field, "data.");
    row("exp|", What::Field, "expires> expected> expiresin>");
    row("no|", What::Field, "NOT");
    row("tasks|", What::Operator, "tasks: tasks!= tasks< tasks<= tasks> tasks>=");
    row("type|", What::Operator, "type: type!= type:");
    row("type:|", What::Value, "\"Bill Payment\" Call-back");
    row("type:bi|", What::Value, "\"Bill Payment\"");
    row("type:\"bill p|", What::Value, "\"Bill Payment\"");
    row("type:x,ca|", What::Value, "Call-back");
    row("type:x,|", What::Value, "\"Bill Payment\" Call-back");
    row("media:|", What::Value, "voice \"\"");
    row("type:zzz|", What::Nothing, "");
    row("nofield:|", What::Nothing, "");
    row("type:\"Bill Payment\"|", What::Nothing, "");
    row("type:\"Bill Payment\" |", What::Field, "service:");
    row("\"a b\"|", What::Nothing, "");
    row("/a|", What::Nothing, "");
    row("is:|", What::Value, "active completed vanished");
    row("is:c|", What::Value, "completed");
    row("stuck:|", What::Value, "yes no overdue silent \"left behind\"");
    row("age>|", What::Value, "30m 1h 4h");
    row("age > |", What::Value, "30m 1h 4h");
    row("age>4|", What::Unit, "4ms 4s 4m 4min 4h 4d 4w");
    row("age>1h3|", What::Unit, "1h3ms");
    row("started>|", What::Value, "-30m -1h");
    row("started>-2|", What::Unit, "-2ms");
    row("started>2026-11-0|", What::Nothing, "");
    row("tasks>=|", What::Value, "0 1 2");
    row("data.|", What::DataKey, "Fax Feedback");
    row("data.fe|", What::DataKey, "Feedback");
    row("data.Feedback.|", What::DataKey, "\"the notes\" rating");
    row("data.Feedback.\"the n|", What::DataKey, "\"the notes\"");
    row("data.Feedback.rating|", What::DataKey, "rating rating: rating!= rating<");
    row("data.Feedback.rating:|", What::Value, "0 1 2 3");
    row("data.Feedback.\"the notes\":|", What::Value, "\"x y\"");
}

void TestCompletion::offers()
{
    QFETCH(const int, what);
    QFETCH(const QString, texts);
    const Completion completion = at(QString::fromUtf8(QTest::currentDataTag()));
    QStringList offered;
    for (const Candidate &candidate : completion.candidates)
        offered.append(candidate.text);
    const QString all = offered.join(u' ');
    QVERIFY2(texts.isEmpty() ? all.isEmpty() : all.startsWith(texts), qPrintable(all));
    QCOMPARE(int(completion.what), what);
}

void TestCompletion::replacesWhatIsTyped_data()
{
    QTest::addColumn<QString>("result"); // of taking the first one
    const auto row = [](const char *marked, const char *result) {
        QTest::newRow(marked) << QString::fromUtf8(result);
    };
    row("a ty| b", "a type: b");
    row("a t|y b", "a type: b");
    row("type:bi|", "type:\"Bill Payment\"");
    row("type:\"bi|", "type:\"Bill Payment\"");
    row("type:x,ca|ll) z", "type:x,Call-back) z");
    row("age>4| z", "age>4ms z");
    row("x data.Feedback.\"th|", "x data.Feedback.\"the notes\"");
    row("age > |", "age > 30m");
    row("-med|", "-media:");
}

void TestCompletion::replacesWhatIsTyped()
{
    QFETCH(const QString, result);
    const QString marked = QString::fromUtf8(QTest::currentDataTag());
    const Completion completion = at(marked);
    QVERIFY(!completion.candidates.empty());
    QString text = QString(marked).remove(u'|');
    text.replace(completion.at, completion.length, completion.candidates.front().text);
    QCOMPARE(text, result);
}

void TestCompletion::tellsMeaningsAndCounts()
{
    QCOMPARE(at(u"typ|"_s).candidates.front(),
             (Candidate{u"type:"_s, u"The type of the service."_s}));
    QCOMPARE(at(u"type:|"_s).candidates.front(), (Candidate{u"\"Bill Payment\""_s, {}, 66}));
    QCOMPARE(at(u"media:|"_s).candidates.back(), (Candidate{u"\"\""_s, u"not said"_s, 10}));
    QCOMPARE(at(u"age>4|"_s).candidates.back(), (Candidate{u"4w"_s, u"weeks"_s}));
    QCOMPARE(at(u"customer:|"_s).candidates.size(), 50U); // of 100
}

void TestCompletion::whatIsOfferedIsUnderstood()
{
    for (const QString &marked :
         {u"type:|"_s, u"media:|"_s, u"is:|"_s, u"stuck:|"_s, u"age>|"_s, u"age>4|"_s,
          u"started>|"_s, u"tasks>|"_s, u"data.Feedback.\"the notes\":|"_s}) {
        const Completion completion = at(marked);
        for (const Candidate &candidate : completion.candidates) {
            const QString text = QString(marked).remove(u'|').replace(completion.at,
                                                                      completion.length,
                                                                      candidate.text);
            QVERIFY2(Filter::parse(text, Subject::Service), qPrintable(text));
        }
    }
}

void TestCompletion::placesInAttachedData()
{
    QCOMPARE(dataPathsIn(m_collection.snapshot(), Subject::Service),
             (QStringList{u"Fax"_s, u"Feedback.\"the notes\""_s, u"Feedback.rating"_s}));
    QCOMPARE(dataPathsIn(m_collection.snapshot(), Subject::Task), QStringList());
}

void TestCompletion::thePageIsUpToDate()
{
    QFile page(QStringLiteral(TEST_DATA "/../../docs/filter.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY2(page.readAll() == reference().toUtf8(),
             "docs/filter.md is out of date: closeoutctl help filter >docs/filter.md");
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
