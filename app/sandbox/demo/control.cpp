// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/control.h"

#include "sandbox/demo/endslog.h"
#include "sandbox/demo/faultyhandler.h"
#include "sandbox/operations/answers.h"
#include "sandbox/operations/moments.h"
#include "sandbox/operations/query.h"
#include "sandbox/operations/serverclock.h"
#include "json/document.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

// Empty: there is no such place.
QByteArrayList methodsAt(const QByteArray &place)
{
    if (place == "faults")
        return {"GET", "PUT", "POST", "DELETE"};
    if (place == "clock")
        return {"GET", "POST"};
    if (place == "ends")
        return {"GET", "DELETE"};
    return {};
}

} // namespace

Control::Control(const Parts &parts, contract::Dialect dialect)
    : m_parts(parts)
    , m_dialect(dialect)
{
}

Response Control::answer(const Request &request)
{
    const QByteArray below = contract::pathPrefix(m_dialect) + "/sandbox/";
    if (!request.path.startsWith(below))
        return m_parts.next.answer(request);
    if (request.peer != Peer::Loopback) {
        return refuse(403, Tr::tr("The sandbox is steered from its own machine only."), request);
    }
    const QByteArray name = request.path.mid(below.size());
    const QByteArrayList allowed = methodsAt(name);
    if (allowed.isEmpty()) {
        return refuse(404,
                      Tr::tr("There is nothing to steer the sandbox with at %1.")
                          .arg(QString::fromUtf8(request.path)),
                      request);
    }
    if (!allowed.contains(request.method)) {
        const QByteArray methods = allowed.join(", ");
        Response response = refuse(405,
                                   Tr::tr("%1 is not possible here; possible are: %2.")
                                       .arg(QString::fromUtf8(request.method),
                                            QString::fromLatin1(methods)),
                                   request);
        response.headers.append({"Allow", methods});
        return response;
    }
    Result<Response> response = carryOut(name, request);
    return response ? std::move(*response) : refusal(m_dialect, response.error(), request);
}

Result<Response> Control::carryOut(const QByteArray &what, const Request &request)
{
    if (what == "clock")
        return request.method == "POST" ? setClock(request) : shownClock();
    if (what == "ends") {
        if (request.method == "GET")
            return content(m_parts.ends.shown(Query(request.query).text("service"_L1)));
        m_parts.ends.clear();
        return noContent();
    }
    if (request.method == "GET")
        return content(m_parts.faults.shown());
    if (request.method != "DELETE")
        return setFaults(request);
    m_parts.faults.setFaults({});
    return noContent();
}

Result<Response> Control::setFaults(const Request &request)
{
    const Result<FaultList> list = readFaults(request.body);
    if (!list)
        return tl::unexpected(list.error());
    m_parts.faults.setFaults(*list);
    return content(m_parts.faults.shown());
}

Result<Response> Control::setClock(const Request &request)
{
    const Result<json::Document> body = json::Document::parse(request.body);
    if (!body)
        return tl::unexpected(body.error());
    bool isWhole = false;
    const qint64 seconds = body->root().member(u"forward").raw().toByteArray().toLongLong(&isWhole);
    if (!isWhole || body->root().size() != 1) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The clock takes an object with “forward”, a whole number of "
                              "seconds, and nothing else."));
    }
    if (const Result<void> set = m_parts.clock.setForward(seconds); !set)
        return tl::unexpected(set.error());
    return shownClock();
}

Response Control::shownClock() const
{
    return content("{\"now\":" + shownMoment(m_parts.clock.now())
                   + ",\"forward\":" + QByteArray::number(m_parts.clock.secondsForward()) + '}');
}

Response Control::refuse(int status, const QString &message, const Request &request) const
{
    return refusal(m_dialect, {ErrorKind::InvalidInput, message, {}, status}, request);
}

} // namespace closeout::sandbox
