// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/contextservices.h"

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

// The start of an answer for a person to look at: one line, and no control characters.
QString firstBytes(const QByteArray &body)
{
    QString shown = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 120)))
                        .simplified();
    return body.isEmpty() ? Tr::tr("an empty body") : u"“%1”"_s.arg(shown);
}

Error anotherRecord(const Exchange &exchange)
{
    return {ErrorKind::NotContextServices,
            Tr::tr("%1: the answer is about something else than was asked for, it begins with %2. "
                   "Check the base URL, and for a proxy in between.")
                .arg(whatAndWhere(exchange.request), firstBytes(exchange.answerBody)),
            {},
            exchange.status};
}

// 8.5 sends {"message","exception"}; 8.1 an object with code and description, perhaps one level
// down. An HTML page has neither.
contract::ErrorBody errorBodyOf(const Exchange &exchange)
{
    const Result<json::Document> document = json::Document::parse(exchange.answerBody);
    if (!document)
        return {};
    json::Value body = document->root();
    if (body.member(u"error").isObject())
        body = body.member(u"error");
    contract::ErrorBody parts;
    parts.message = body.member(u"message").text();
    if (parts.message.isEmpty())
        parts.message = body.member(u"description").text();
    parts.exception = body.member(u"exception").text();
    parts.code = body.member(u"code").text();
    return parts;
}

} // namespace

Error notContextServices(const Exchange &exchange, const QString &why)
{
    const QByteArray encoding = exchange.answerHeader("content-encoding");
    const bool compressed = !encoding.isEmpty() && encoding != "identity";
    const QString message = compressed
        ? Tr::tr("%1: the answer came compressed (%2) although that was not asked for. Check for a "
                 "proxy in between.")
              .arg(whatAndWhere(exchange.request), QString::fromLatin1(encoding))
        : Tr::tr("%1: this is not a Context Services answer, it begins with %2. Check host, port "
                 "and path of the base URL.")
              .arg(whatAndWhere(exchange.request), firstBytes(exchange.answerBody));
    return {ErrorKind::NotContextServices, message, why, exchange.status};
}

std::optional<Error> refusalOf(const Exchange &exchange, const Connection &connection)
{
    if (exchange.error)
        return exchange.error;
    if (contract::isSuccess(exchange.status))
        return {};
    contract::ErrorBody body = errorBodyOf(exchange);
    Error error = contract::describeRefusal(exchange.status, body, whatAndWhere(exchange.request),
                                            connection.user);
    if (body.message.isEmpty() && !exchange.answerBody.isEmpty())
        error.message += Tr::tr(" The answer begins with %1.").arg(firstBytes(exchange.answerBody));
    return error;
}

WriteAnswer writeAnswerOf(const Exchange &exchange, const Connection &connection)
{
    using contract::WriteEffect;
    const std::optional<Error> refusal = refusalOf(exchange, connection);
    if (exchange.status == 0) {
        const bool nothingLeft = exchange.departure == Departure::NotSent;
        return {nothingLeft ? WriteEffect::NotDone : WriteEffect::Unknown, refusal};
    }
    const WriteEffect effect = contract::effectOfAnswer(exchange.status, errorBodyOf(exchange));
    if (effect != WriteEffect::Done)
        return {effect, refusal};
    const bool hasBody = exchange.status != 204 && !exchange.answerBody.trimmed().isEmpty();
    if (!hasBody && (!exchange.error || exchange.status == 204))
        return {WriteEffect::Done, {}};
    const Result<json::Document> body = jsonOf(exchange, connection);
    if (!body)
        return {WriteEffect::Unknown, body.error()};
    // An error in the shape of either dialect, whatever the status says.
    const contract::ErrorBody said = errorBodyOf(exchange);
    if (!said.exception.isEmpty() || !said.code.isEmpty())
        return {WriteEffect::Unknown, notContextServices(exchange, said.message)};
    return {WriteEffect::Done, {}};
}

Result<json::Document> jsonOf(const Exchange &exchange, const Connection &connection)
{
    if (const std::optional<Error> refusal = refusalOf(exchange, connection))
        return tl::unexpected(*refusal);
    Result<json::Document> document = json::Document::parse(exchange.answerBody);
    if (!document)
        return tl::unexpected(notContextServices(exchange, document.error().message));
    return document;
}

ContextServices::ContextServices(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

QPointer<Call> ContextServices::readService(const QString &serviceId, QObject *context,
                                            RecordDone done)
{
    const auto isTheOne = [serviceId](const Record &record) { return record.id() == serviceId; };
    return readRecord(Record::Kind::Service, queryService(serviceId), isTheOne, context,
                      std::move(done));
}

QPointer<Call> ContextServices::readTask(const QString &serviceId, const QString &taskId,
                                         QObject *context, RecordDone done)
{
    // The pages disagree on whether a task carries its ids; what it carries must be right.
    const auto isTheOne = [serviceId, taskId](const Record &record) {
        const bool rightTask = record.id().isEmpty() || record.id() == taskId;
        const bool rightService = record.serviceId().isEmpty() || record.serviceId() == serviceId;
        const bool isTask = !record.id().isEmpty() || record.root().member(u"started").exists();
        return rightTask && rightService && isTask;
    };
    return readRecord(Record::Kind::Task, queryTask(serviceId, taskId), isTheOne, context,
                      std::move(done));
}

QPointer<Call> ContextServices::readTarget(contract::Target target, const QString &serviceId,
                                           const QString &taskId, QObject *context, RecordDone done)
{
    return target == contract::Target::Service
        ? readService(serviceId, context, std::move(done))
        : readTask(serviceId, taskId, context, std::move(done));
}

QPointer<Call> ContextServices::readDocument(const Request &request, QObject *context,
                                             DocumentDone done)
{
    return m_transport.send(request, context, [this, done](const Exchange &exchange) {
        done({jsonOf(exchange, connection()), exchange});
    });
}

QPointer<Call> ContextServices::readRecord(Record::Kind kind, const Request &request,
                                           Check isTheOne, QObject *context, RecordDone done)
{
    return readDocument(request, context,
                        [kind, isTheOne, done](const Answer<json::Document> &answer) {
                            if (!answer.value) {
                                done({tl::unexpected(answer.value.error()), answer.exchange});
                                return;
                            }
                            Result<Record> record = Record::fromJson(kind, answer.value->text());
                            if (!record)
                                record = tl::unexpected(
                                    notContextServices(answer.exchange, record.error().message));
                            else if (!isTheOne(*record))
                                record = tl::unexpected(anotherRecord(answer.exchange));
                            done({std::move(record), answer.exchange});
                        });
}

QPointer<Call> ContextServices::readList(Record::Kind kind, const Request &request,
                                         QObject *context, RecordsDone done)
{
    return readDocument(request, context, [kind, done](const Answer<json::Document> &answer) {
        if (!answer.value) {
            done({tl::unexpected(answer.value.error()), answer.exchange});
            return;
        }
        const json::Value list = answer.value->root();
        QList<Record> records;
        for (const json::Value element : list) {
            Result<Record> record = Record::fromJson(kind, element.raw().toByteArray());
            if (!record)
                break;
            records.append(std::move(*record));
        }
        if (!list.isArray() || records.size() != list.size()) {
            done({tl::unexpected(
                      notContextServices(answer.exchange, Tr::tr("not an array of objects"))),
                  answer.exchange});
            return;
        }
        done({std::move(records), answer.exchange});
    });
}

QPointer<Call> ContextServices::readBytes(const Request &request, QObject *context, BytesDone done)
{
    return m_transport.send(request, context, [this, done](const Exchange &exchange) {
        if (std::optional<Error> refusal = refusalOf(exchange, connection()))
            done({tl::unexpected(std::move(*refusal)), exchange});
        else
            done({exchange.answerBody, exchange});
    });
}

QPointer<Call> ContextServices::streamExport(contract::Completeness completeness,
                                             const StartRange &range, QObject *context,
                                             Transport::Bytes bytes, StreamDone done)
{
    return m_transport.stream(exportServices(completeness, range), context, std::move(bytes),
                              [this, done](const Exchange &exchange) {
                                  if (std::optional<Error> refusal = refusalOf(exchange,
                                                                               connection()))
                                      done(tl::unexpected(std::move(*refusal)), exchange);
                                  else
                                      done({}, exchange);
                              });
}

} // namespace closeout::client
