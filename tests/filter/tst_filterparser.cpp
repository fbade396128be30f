// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a filter says in canonical form, and what is told of a wrong one and where.

#include "filter/filter.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestFilterParser : public QObject
{
    Q_OBJECT

private slots:
    void canonical_data();
    void canonical();
    void errors_data();
    void errors();
    void deepParentheses();
};

void TestFilterParser::canonical_data()
{
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *text, const char *printed) {
        QTest::newRow(text) << QString::fromUtf8(printed);
    };
    row("", "");
    row("  bill   payment ", "bill payment");
    row("a AND b", "a b");
    row("a and (b c)", "a b c");
    row("a or b OR (c Or d)", "a OR b OR c OR d");
    row("a b or c", "a b OR c");
    row("a (b or c)", "a (b OR c)");
    row("not a", "-a");
    row("NOT (a OR b)", "-(a OR b)");
    row("-(a b)", "-(a b)");
    row("not -a", "a");
    row("-\"-x\"", "-\"-x\"");
    row("\"a b\"", "\"a b\"");
    row("\"plain\"", "plain");
    row("\"and\"", "\"and\"");
    row("\"a:b\"", "\"a:b\"");
    row("\"a \\\"q\\\" \\\\ b\"", "\"a \\\"q\\\" \\\\ b\"");
    row("service_type:X", "type:X");
    row("TYPE:\"X\"", "type:X");
    row("type = x", "type=x");
    row("type:\"\"", "type:\"\"");
    row("type:\"a b\",c,\"d,e\"", "type:\"a b\",c,\"d,e\"");
    row("type:a\\*", "type:\"a\\*\"");
    row("type:a\\b", "type:\"a\\\\b\"");
    row("type:/a b\\/c/", "type:/a b\\/c/");
    row("age > 4h", "age>4h");
    // a unit behind a blank, or in words
    row("age > 4 h", "age>4h");
    row("age>4 hours bill", "age>4hours bill");
    row("age>3 d 4 h bill", "age>3d4h bill");
    row("age>3d 4h", "age>3d4h");
    row("age>4 H and idle>2 d", "age>4H idle>2d");
    row("(age>4 h)", "age>4h");
    row("age>4h 36981723", "age>4h 36981723");
    row("age>4h bill", "age>4h bill");
    row("overdue>0 bill", "overdue>0 bill");
    row("age>90 type:x", "age>90 type:x");
    row("age>90 -bill", "age>90 -bill");
    row("age>90 OR bill", "age>90 OR bill");
    row("age>\"4 h\"", "age>\"4 h\"");
    row("tasks>4 h", "tasks>4 h");
    row("started>-2 d", "started>-2d");
    row("started>2026-11-01 10:42 bill", "started>2026-11-01T10:42 bill");
    row("started>2026-11-01 36981723", "started>2026-11-01 36981723");
    row("started<2026-11-01T10:42:07Z", "started<2026-11-01T10:42:07Z");
    row("attached_data.a.\"b\".\"c.d\"<5", "data.a.b.\"c.d\"<5");
    row("a!", "\"a!\"");
    row("50%", "50%");
    row("x,y", "x,y");
}

void TestFilterParser::canonical()
{
    QFETCH(const QString, printed);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto filter = Filter::parse(text, Subject::Service);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
    QCOMPARE(print(filter->root()), printed);
    QCOMPARE(filter->isEmpty(), printed.isEmpty());
    QCOMPARE(print(Filter::parse(printed, Subject::Service)->root()), printed);
}

void TestFilterParser::errors_data()
{
    QTest::addColumn<QString>("wrong"); // what stands at the place of the error
    QTest::addColumn<QString>("message"); // its beginning
    const auto row = [](const char *text, const char *wrong, const char *message) {
        QTest::newRow(text) << QString::fromUtf8(wrong) << QString::fromUtf8(message);
    };
    row("a tyype:x", "tyype", "There is no field “tyype”. Did you mean “type”?");
    row("mediatype:x", "mediatype", "There is no field “mediatype”. Did you mean “media_type”?");
    row("http://x", "http", "There is no field “http”. To search");
    row("customer.name:x", "customer.name", "There is no field “customer.name”.");
    row("tasktype:x", "tasktype", "“tasktype” is a field of tasks, and these are services.");
    row("type:", ":", "A value is missing behind “type:”.");
    row("type: x", ":", "A value is missing behind “type:”.");
    row("type:a,", ":a,", "A value is missing behind “type:a,”.");
    row("age>", ">", "A value is missing behind “age>”.");
    row("type:(a b)", ":", "A value cannot be in parentheses.");
    row(":x", ":", "A field is missing before “:”.");
    row("tasks>two", "two", "“two” is no whole number.");
    row("age>long", "long", "“long” is no duration.");
    row("age>4hh", "4hh", "“hh” is no unit of time. There are ms");
    row("age>4y", "4y", "“y” is no unit of time.");
    row("age>.", ".", "“.” is no duration.");
    row("age>99999999999d", "99999999999d", "“99999999999d” is too long.");
    row("age>4 hurs", "hurs", "“hurs” is no unit of time, and “4” has none. Write 4s if you mean");
    row("age>90 36981723", "36981723", "“36981723” is no unit of time, and “90” has none.");
    row("started<soon", "soon", "“soon” is no moment.");
    row("started<27-11-2026", "27-11-2026", "“27-11-2026” is no moment.");
    row("started<2026-02-30", "2026-02-30", "“2026-02-30” is no moment.");
    row("started<2d", "2d", "“2d” is no moment.");
    row("started>-2x", "-2x", "“x” is no unit of time.");
    row("x \"open", "\"open", "The quote that opens here is not closed.");
    row("type:\"open", "\"open", "The quote that opens here is not closed.");
    row("data.\"a:5", "\"a:5", "The quote that opens here is not closed.");
    row("\"\"", "\"\"", "There is nothing between the two quotes.");
    row("/open", "/open", "The regular expression that opens here is not closed.");
    row("/open\\", "/open\\", "The regular expression that opens here is not closed.");
    row("//", "//", "There is nothing between the two slashes");
    row("a /b(c/", "/", "The regular expression is wrong here: missing closing parenthesis");
    row("type:/[z-a]/", "a", "The regular expression is wrong here: range out of order");
    row("/a/b", "b", "Put a blank before “b”.");
    row("\"a\"b", "b", "Put a blank before “b”.");
    row("(a", "(", "The parenthesis that opens here is not closed.");
    row("(", "(", "The parenthesis that opens here is not closed.");
    row("a)", ")", "No parenthesis was opened");
    row(")", ")", "No parenthesis was opened");
    row("a ()", "(", "There is nothing between these parentheses.");
    row("a AND", "AND", "Something is missing behind “AND”.");
    row("a or", "or", "Something is missing behind “or”.");
    row("a OR AND b", "OR", "Something is missing behind “OR”.");
    row("(a OR)", "OR", "Something is missing behind “OR”.");
    row("NOT", "NOT", "Something is missing behind “NOT”.");
    row("OR a", "OR", "Something is missing before “OR”.");
    row("a - b", "-", "The minus excludes what stands directly behind it");
    row("--a", "-", "The minus excludes what stands directly behind it");
    row("type<5", "<", "“type” is text and has no order.");
    row("data<5", "<", "“data” is text and has no order.");
    row("is>active", ">", "“is” has no order.");
    row("stuck<yes", "<", "“stuck” has no order.");
    row("is:dead", "dead", "There is no status “dead”");
    row("age:/x/", "/x/", "“age” is no text");
    row("completed:*", "*", "“completed” is no text");
    row("age>1h,2h", "2h", "“>” takes one value only.");
    row("data.a</x/", "/x/", "“<” needs a number or a text behind it.");
    row("age>\"\"", "\"\"", "“” is no duration.");
    row("data.a..b:x", "data.a..b", "“a..b” is no path into attached data.");
    row("data.:x", "data.", "“” is no path into attached data.");
    row("stuck:\"\"", "\"\"", "“stuck” needs yes, no or the name of a rule.");
}

void TestFilterParser::errors()
{
    QFETCH(const QString, wrong);
    QFETCH(const QString, message);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto filter = Filter::parse(text, Subject::Service);
    QVERIFY2(!filter, "it should be wrong");
    const Fault error = filter.error();
    QVERIFY2(error.message.startsWith(message), qPrintable(error.message));
    QCOMPARE(text.mid(error.at, error.length), wrong);
}

void TestFilterParser::deepParentheses()
{
    const QString fine = QString(100, u'(') + u'a' + QString(100, u')');
    QVERIFY(Filter::parse(fine, Subject::Service));
    const auto tooDeep = Filter::parse(QString(100'000, u'('), Subject::Service);
    QVERIFY(!tooDeep);
    QVERIFY(tooDeep.error().message.contains(u"more than 100 parentheses"));
    QCOMPARE(print(Filter::parse(u"not "_s.repeated(100'000) + u'a', Subject::Service)->root()),
             u"a"_s);
}

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
