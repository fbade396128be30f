// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/operations.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;
using contract::Completeness;
using contract::serviceTarget;

class TestOperations : public QObject
{
    Q_OBJECT

private slots:
    void asksAsPrinted_data();
    void asksAsPrinted();
    void endsAsPrinted();
};

void TestOperations::asksAsPrinted_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const Request &request, const QByteArray &path) {
        QTest::newRow(name) << request << path;
    };
    const StartRange range{QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC), {}};
    const QByteArray children = "active_states=true&completed_states=true&active_tasks=true"
                                "&completed_tasks=true&extensions=%2A";

    row("service", query(serviceTarget(u"361-a/b"_s)), "/services/361-a%2Fb?" + children);
    row("task", query({contract::Target::Kind::Task, u"95"_s, u"3"_s}),
        "/services/95/tasks/3?extensions=%2A");
    row("done tasks", queryTasks(u"95"_s, Completeness::Completed),
        "/services/95/tasks/completed?extensions=%2A");
    row("customer", queryCustomerServices(u"c 1"_s, Completeness::Active, range),
        "/customers/c%201/services/active?started_from=2026-05-01T00%3A00%3A00.000Z&" + children);
    row("contact key", queryAnonymousServices(u"+49 30"_s, Completeness::All, {}),
        "/services/anonymous/%2B49%2030?" + children);
    row("export", exportServices(Completeness::All, {}),
        "/maintenance/services/stream?time_from=1970-01-01T00%3A00%3A00.000Z&filter_events=started"
        "&export_content=true");
    row("business attributes", queryBusinessAttributes(), "/metadata/business-attributes");
    row("service alone", withoutDataAndChildren(query(serviceTarget(u"95"_s))), "/services/95");
    row("customer's services alone",
        withoutDataAndChildren(queryCustomerServices(u"c"_s, Completeness::All, range)),
        "/customers/c/services?started_from=2026-05-01T00%3A00%3A00.000Z");
    row("what has no children", withoutDataAndChildren(queryBusinessAttributes()),
        "/metadata/business-attributes");
}

void TestOperations::asksAsPrinted()
{
    QFETCH(const Request, request);
    QFETCH(const QByteArray, path);
    QCOMPARE(request.path, path);
}

void TestOperations::endsAsPrinted()
{
    const Write service = complete(serviceTarget(u"36981723"_s), "{}");
    QCOMPARE(service.path, "/services/36981723/end");
    QCOMPARE(service.body, "{}");
    QCOMPARE(complete({contract::Target::Kind::Task, u"95"_s, u"3"_s}, "{}").path,
             "/services/95/tasks/3/end");
}

QTEST_APPLESS_MAIN(TestOperations)
#include "tst_operations.moc"
