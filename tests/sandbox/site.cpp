// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/site.h"

#include "sandbox/demo/demodata.h"
#include "sandbox/operations/router.h"
#include "sandbox/operations/serverclock.h"
#include "sandbox/store/storethread.h"
#include "json/document.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace closeout::test {

QByteArray Answer::at(const QString &pointer) const
{
    const Result<json::Document> document = json::Document::parse(body);
    const std::optional<json::NodeId> node = document ? document->find(pointer) : std::nullopt;
    return node ? json::Value(&*document, *node).raw().toByteArray() : QByteArray();
}

QString Answer::text(const QString &pointer) const
{
    const Result<json::Document> document = json::Document::parse(body);
    const std::optional<json::NodeId> node = document ? document->find(pointer) : std::nullopt;
    return node ? json::Value(&*document, *node).text() : QString();
}

Site::Site(sandbox::Options given)
    : options(std::move(given))
{
    options.clock = [this] { return now; };
    options.attributes = options.attributes.withoutDefaults();
    auto store = sandbox::StoreThread::start(options.storePath, options.dialect);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    m_store = std::move(*store);
    const Result<void> filled = m_store->run(
        [this](sandbox::Store &open) { return sandbox::fill(open, options); });
    if (!filled)
        qFatal("%s", qPrintable(filled.error().message));
    m_clock = std::make_unique<sandbox::ServerClock>(options.clock);
    m_router = std::make_unique<sandbox::Router>(*m_store, *m_clock, options);
}

Site::~Site() = default;

sandbox::Handler &Site::handler()
{
    return *m_router;
}

Answer Site::ask(const QByteArray &what, const QByteArray &body)
{
    const qsizetype blank = what.indexOf(' ');
    return askPath(what.left(blank), contract::pathPrefix(options.dialect) + what.mid(blank + 1),
                   body);
}

Answer Site::askPath(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    const qsizetype mark = target.indexOf('?');
    const sandbox::Request request{method, mark < 0 ? target : target.left(mark),
                                   mark < 0 ? QByteArray() : target.mid(mark + 1), body};
    const sandbox::Response response = m_router->answer(request);
    Answer answer{response.status, response.body, {}, {}};
    for (const auto &[name, value] : response.headers) {
        if (name == "Allow")
            answer.allow = value;
    }
    while (response.stream) {
        const Result<QByteArray> piece = response.stream();
        if (!piece)
            qFatal("%s", qPrintable(piece.error().message));
        if (piece->isEmpty())
            break;
        answer.pieces.append(*piece);
        answer.body += *piece;
    }
    return answer;
}

QByteArray Site::read(const QByteArray &target, const QString &pointer)
{
    return ask("GET " + target).at(pointer);
}

QByteArray Site::start(const QByteArray &path, const QByteArray &body, const QString &id)
{
    const Answer answer = ask("POST " + path, body);
    if (answer.status != 201)
        qFatal("%d %s", answer.status, answer.body.constData());
    return answer.text(id).toUtf8();
}

QByteArray Site::startService(const QByteArray &more)
{
    return start("/services/start", R"({"customer_id":"C1","service_type":1)" + more + '}',
                 u"/service_id"_s);
}

QByteArray Site::startState(const QByteArray &service, const QByteArray &more)
{
    return start("/services/" + service + "/states/start", R"({"state_type":1)" + more + '}',
                 u"/state_id"_s);
}

QByteArray Site::startTask(const QByteArray &service, const QByteArray &more)
{
    return start("/services/" + service + "/tasks/start", R"({"task_type":1)" + more + '}',
                 u"/task_id"_s);
}

void Site::createSchema(const QByteArray &entity, const QByteArray &schema)
{
    start("/metadata/" + entity + "/extensions", schema, u"/name"_s);
}

sandbox::Options checking()
{
    return {.dataValidation = sandbox::DataValidation::On};
}

sandbox::Options options81()
{
    return {.dialect = contract::Dialect::V81};
}

} // namespace closeout::test
