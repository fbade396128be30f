// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The sandbox without its sockets: a store, a router and a clock that the test turns.
//
//     Site site;
//     const QString id = site.startService();
//     QCOMPARE(site.ask("POST /services/" + id + "/end").status, 204);
//     QCOMPARE(site.read("/services/" + id, u"/disposition"), "10");

#pragma once

#include "sandbox/http/request.h"
#include "sandbox/options.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace closeout::sandbox {
class Handler;
class Router;
class ServerClock;
class StoreThread;
} // namespace closeout::sandbox

namespace closeout::test {

// 2026-03-01T12:00:00.000Z
constexpr qint64 noon = 1772366400000;

struct Answer
{
    int status = 0;
    QByteArray body; // a stream's pieces put together
    QList<QByteArray> pieces;
    QByteArray allow;

    QByteArray at(const QString &pointer) const; // as spelled; empty: absent, or no JSON
    QString text(const QString &pointer) const; // what a string there says
};

// Without the defaults of business attributes, so that an answer shows what was sent.
class Site
{
public:
    explicit Site(sandbox::Options options = {});
    ~Site();

    // "GET /services/1?extensions=*": below the dialect's prefix.
    Answer ask(const QByteArray &what, const QByteArray &body = {});
    Answer askPath(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    QByteArray read(const QByteArray &target, const QString &pointer);

    // Each must succeed; the new id.
    QByteArray startService(const QByteArray &more = {}); // ,"key":value
    QByteArray startState(const QByteArray &service, const QByteArray &more = {});
    QByteArray startTask(const QByteArray &service, const QByteArray &more = {});
    void createSchema(const QByteArray &entity, const QByteArray &schema);

    sandbox::Handler &handler(); // that answers all this
    const sandbox::ServerClock &clock() const { return *m_clock; }

    sandbox::Options options;
    qint64 now = noon;

private:
    QByteArray start(const QByteArray &path, const QByteArray &body, const QString &id);

    std::unique_ptr<sandbox::StoreThread> m_store;
    std::unique_ptr<sandbox::ServerClock> m_clock;
    std::unique_ptr<sandbox::Router> m_router;
};

sandbox::Options options81();
sandbox::Options checking(); // 8.5 that refuses what the documents do not print

} // namespace closeout::test
