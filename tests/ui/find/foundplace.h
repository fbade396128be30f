// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The hosts of finding, over a server that says what it is told: what most tests of this room
// begin with.
//
//     FoundPlace place;
//     place.list(R"([{"service_id":1}])");
//     QVERIFY(place.load());

#pragma once

#include "support/rawserver.h"
#include "ui/find/finding.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

namespace closeout::test {

class FoundPlace
{
public:
    FoundPlace()
        : server(std::make_unique<RawServer>())
    {
        followAnswers();
        connectTo();
    }
    ~FoundPlace() { finding.listing.setServices(nullptr); }
    FoundPlace(const FoundPlace &) = delete;

    // To every request the answer that is known for its path, below the base and without query.
    void followAnswers()
    {
        server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
            const QByteArray bytes = answers.value(pathOf(request));
            socket->write(bytes.isEmpty() ? RawServer::answer("404 Not Found") : bytes);
        });
    }
    static QByteArray pathOf(const QByteArray &request)
    {
        const QByteArray target = request.split(' ').value(1);
        return target.first(target.contains('?') ? target.indexOf('?') : target.size()).mid(13);
    }
    void answer(const QByteArray &path, const QByteArray &body)
    {
        answers.insert(path, RawServer::answer("200 OK", body));
    }
    void list(const QByteArray &all) { answer("/maintenance/services/stream", all); }

    void connectTo(contract::Dialect dialect = contract::Dialect::V85)
    {
        connectTo(server->url(QStringLiteral("/genesys/1/cs")), dialect);
    }
    void connectTo(const QUrl &url, contract::Dialect dialect = contract::Dialect::V85)
    {
        finding.listing.setServices(nullptr);
        client::Connection connection;
        connection.baseUrl = url;
        connection.dialect = dialect;
        connection.timeout = std::chrono::seconds(10);
        services.reset();
        transport = std::make_unique<client::Transport>(connection);
        services = std::make_unique<client::ContextServices>(*transport);
        finding.listing.setServices(services.get());
    }

    // All has been loaded, and what is shown is of it. False: that took too long.
    [[nodiscard]] bool load()
    {
        finding.listing.load();
        return settle();
    }
    [[nodiscard]] bool refresh()
    {
        finding.listing.refresh();
        return settle();
    }
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return !finding.listing.isLoading() && !finding.services.isBusy()
                    && !finding.tasks.isBusy();
            },
            15'000);
    }

    // Of what is shown, in its order.
    QStringList shownIds(rows::Field field = rows::Field::ServiceId,
                         rows::Subject subject = rows::Subject::Service) const
    {
        const ui::ShownRows &shown = subject == rows::Subject::Service ? finding.services
                                                                       : finding.tasks;
        const rows::Snapshot &snapshot = shown.shown()->snapshot;
        QStringList ids;
        for (const quint32 row : shown.shown()->rows)
            ids.append(QString::fromUtf8(snapshot.text(snapshot.rows(subject), row, field)));
        return ids;
    }
    // Of all that was loaded, by row number: "1", "2 completed", "3 gone".
    QStringList loaded() const
    {
        const rows::Snapshot &snapshot = finding.listing.snapshot();
        QStringList lines;
        for (quint32 row = 0; row < snapshot.services.count(); ++row) {
            static constexpr std::array words{"", " completed", " gone"};
            lines.append(
                QString::fromUtf8(snapshot.text(snapshot.services, row, rows::Field::ServiceId))
                + QLatin1StringView(words[size_t(snapshot.services.status(row))]));
        }
        return lines;
    }

    std::unique_ptr<RawServer> server;
    QHash<QByteArray, QByteArray> answers; // path → bytes
    std::unique_ptr<client::Transport> transport;
    std::unique_ptr<client::ContextServices> services;
    ui::Finding finding;
};

inline find::Query ofCustomers(const QStringList &customers)
{
    find::Query query;
    query.customers = customers;
    return query;
}

inline constexpr auto serviceWithTasks =
    R"({"service_id":1,"service_type":"Bill","Note":"of service",
    "started":{"timestamp":"2026-11-01T08:00:00.000Z"},
    "active_tasks":[{"task_id":3,"started":{"timestamp":"2026-11-01T09:00:00.000Z"}},
                    {"task_id":4,"Note":"of task","started":{"timestamp":"2026-11-01T10:00:00.000Z"}}],
    "completed_tasks":[{"task_id":2,"completed":{"disposition":1}}]})";

// As a server writes a moment: so many seconds before now.
inline QByteArray ago(qint64 seconds)
{
    return QDateTime::currentDateTimeUtc()
        .addSecs(-seconds)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"))
        .toLatin1();
}

} // namespace closeout::test
