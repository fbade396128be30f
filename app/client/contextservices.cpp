// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/contextservices.h"

#include <algorithm>
#include <array>

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

QStringList schemesAskedFor(const Exchange &exchange)
{
    QByteArrayList challenges;
    for (const Header &header : exchange.answerHeaders) {
        if (header.name.compare("www-authenticate", Qt::CaseInsensitive) == 0)
            challenges.append(header.value);
    }
    return contract::signInSchemes(challenges.join(", "));
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

// The check read the record a moment ago. So it is a node that does not know it yet, or a proxy
// that lost an answer and asked another one.
Error contradictsTheCheck(const Exchange &exchange, const Error &refusal)
{
    return {ErrorKind::NotFound,
            Tr::tr("%1: answered that it is not there, although it was read just before. A proxy "
                   "that sends again by itself can be the reason.")
                .arg(whatAndWhere(exchange.request)),
            refusal.message, exchange.status};
}

bool isSurelyEmpty(const Exchange &exchange)
{
    const bool isFramed = !exchange.answerHeader("content-length").isEmpty()
        || !exchange.answerHeader("transfer-encoding").isEmpty();
    return isFramed && exchange.answerBody.isEmpty();
}

// The documents answer an end with 204. A success with a body may be a page, an error of which the
// status says nothing, or the answer to something else.
Error saysMoreThanDone(const Exchange &exchange)
{
    return {ErrorKind::NotContextServices,
            Tr::tr(
                "%1: answered with status %2 and %3, which does not say surely that it was done.")
                .arg(whatAndWhere(exchange.request), QString::number(exchange.status),
                     firstBytes(exchange.answerBody)),
            {},
            exchange.status};
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
                                            {connection.user, schemesAskedFor(exchange)});
    if (body.message.isEmpty() && !exchange.answerBody.isEmpty())
        error.message += Tr::tr(" The answer begins with %1.").arg(firstBytes(exchange.answerBody));
    return error;
}

WriteAnswer writeAnswerOf(const Exchange &exchange, const Connection &connection)
{
    using contract::WriteEffect;
    const std::optional<Error> refusal = refusalOf(exchange, connection);
    if (exchange.departure == Departure::NotSent)
        return {WriteEffect::NotDone, refusal};
    // A proxy that wants to be signed in to has passed nothing on.
    if (exchange.error && exchange.status != 407)
        return {WriteEffect::Unknown, refusal};
    const WriteEffect effect = contract::effectOfAnswer(exchange.status, errorBodyOf(exchange));
    if (refusal && refusal->kind == ErrorKind::NotFound)
        return {WriteEffect::Unknown, contradictsTheCheck(exchange, *refusal)};
    if (effect != WriteEffect::Done)
        return {effect, refusal};
    if (exchange.status == 204 || isSurelyEmpty(exchange))
        return {WriteEffect::Done, {}};
    if (!exchange.answerBody.trimmed().isEmpty()) {
        if (const Result<json::Document> body = jsonOf(exchange, connection); !body)
            return {WriteEffect::Unknown, body.error()};
    }
    return {WriteEffect::Unknown, saysMoreThanDone(exchange)};
}

Result<json::Document> jsonOf(const Exchange &exchange, const Connection &connection)
{
    if (const std::optional<Error> refusal = refusalOf(exchange, connection))
        return tl::unexpected(*refusal);
    Result<json::Document> document = json::Document::parse(exchange.unmaskedBody);
    if (!document && json::isBeyondLimits(document.error())) {
        return tl::unexpected(
            Error{ErrorKind::NotContextServices,
                  u"%1: %2"_s.arg(whatAndWhere(exchange.request), document.error().message),
                  {},
                  exchange.status});
    }
    if (!document)
        return tl::unexpected(notContextServices(exchange, document.error().message));
    return document;
}

// Two questions one after the other, for whoever waits one call.
class AskedAgain : public Call
{
    Q_OBJECT

public:
    using Call::Call;

    void follow(const QPointer<Call> &call)
    {
        m_now = call;
        if (m_now && m_isHeld)
            m_now->hold();
        if (m_now && m_isCancelled)
            m_now->cancel();
    }
    void cancel() override
    {
        m_isCancelled = true;
        if (m_now)
            m_now->cancel();
    }
    void hold() override
    {
        m_isHeld = true;
        if (m_now)
            m_now->hold();
    }
    void goOn() override
    {
        m_isHeld = false;
        if (m_now)
            m_now->goOn();
    }
    qint64 promisedBytes() const override { return m_now ? m_now->promisedBytes() : -1; }

private:
    QPointer<Call> m_now;
    bool m_isCancelled = false;
    bool m_isHeld = false;
};

ContextServices::ContextServices(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

QPointer<Call> ContextServices::read(const contract::Target &target, QObject *context,
                                     RecordDone done)
{
    const auto isTheOne = [target](const Record &record) {
        if (target.isService())
            return record.id() == target.serviceId;
        // The pages disagree on whether a task carries its ids; what it carries must be right.
        const bool isIt = record.id().isEmpty() || record.id() == target.id;
        const bool isOfService = record.serviceId().isEmpty()
            || record.serviceId() == target.serviceId;
        const bool isOne = !record.id().isEmpty() || record.root().member(u"started").exists();
        return isIt && isOfService && isOne;
    };
    return readRecord(target.kind, query(target), isTheOne, context, std::move(done));
}

QPointer<Call> ContextServices::readDocument(const Request &request, QObject *context,
                                             DocumentDone done)
{
    return ask(request, context, [this, done](const Exchange &exchange) {
        done({jsonOf(exchange, connection()), exchange});
    });
}

// The documents of 8.1 know neither "*" nor the flags that nest. A refusal that is about something
// else is not asked about twice.
bool ContextServices::mayNotKnow(const Exchange &exchange) const
{
    constexpr std::array other{401, 403, 407, 408, 429};
    return connection().dialect == contract::Dialect::V81 && !exchange.error
        && exchange.status >= 400 && exchange.status < 500
        && std::find(other.begin(), other.end(), exchange.status) == other.end();
}

Request ContextServices::as(Shows shows, const Request &request)
{
    switch (shows) {
    case Shows::Everything:
        return request;
    case Shows::NotData:
        return withoutData(request);
    case Shows::RecordsAlone:
        return withoutDataAndChildren(request);
    }
    return request;
}

QPointer<Call> ContextServices::ask(const Request &request, QObject *context, Transport::Done done)
{
    const Request now = as(m_shows, request);
    const bool canBeLess = withoutDataAndChildren(request).path != now.path;
    if (!canBeLess || connection().dialect != contract::Dialect::V81)
        return m_transport.send(now, context, std::move(done));
    auto *asked = new AskedAgain(this);
    connect(context, &QObject::destroyed, asked, &QObject::deleteLater);
    askAs(m_shows, request, context, asked, done);
    return asked;
}

// For less each time, as long as the server says no and there is less to ask for.
void ContextServices::askAs(Shows shows, const Request &request, QObject *context,
                            AskedAgain *asked, const Transport::Done &done)
{
    const auto take = [this, shows, request, context, asked, done](const Exchange &exchange) {
        const Request now = as(shows, request);
        auto less = Shows::NotData;
        while (less <= shows || as(less, request).path == now.path) {
            if (less == Shows::RecordsAlone)
                break;
            less = Shows::RecordsAlone;
        }
        if (mayNotKnow(exchange) && as(less, request).path != now.path) {
            askAs(less, request, context, asked, done);
            return;
        }
        asked->deleteLater();
        const bool isIt = !exchange.error && contract::isSuccess(exchange.status);
        if (isIt && shows > m_shows) {
            m_shows = shows;
            emit foundToShowLess();
        }
        done(exchange);
    };
    asked->follow(m_transport.send(as(shows, request), context, take));
}

Record::Shown ContextServices::shownBy(const Exchange &exchange, const Record &record) const
{
    if (connection().dialect != contract::Dialect::V81)
        return Record::Shown::Everything;
    if (record.kind() != Record::Kind::Task && !asksForChildren(exchange.request))
        return Record::Shown::RecordAlone;
    return asksForData(exchange.request) && !record.attachedData().isEmpty()
        ? Record::Shown::Everything
        : Record::Shown::PerhapsNotData;
}

QPointer<Call> ContextServices::readRecord(Record::Kind kind, const Request &request,
                                           Check isTheOne, QObject *context, RecordDone done)
{
    return readDocument(request, context,
                        [this, kind, isTheOne, done](const Answer<json::Document> &answer) {
                            if (!answer.value) {
                                done({tl::unexpected(answer.value.error()), answer.exchange});
                                return;
                            }
                            Result<Record> record = Record::fromDocument(kind, *answer.value);
                            if (!record)
                                record = tl::unexpected(
                                    notContextServices(answer.exchange, record.error().message));
                            else if (!isTheOne(*record))
                                record = tl::unexpected(anotherRecord(answer.exchange));
                            else
                                record->setShown(shownBy(answer.exchange, *record));
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
    return ask(request, context, [this, done](const Exchange &exchange) {
        if (std::optional<Error> refusal = refusalOf(exchange, connection()))
            done({tl::unexpected(std::move(*refusal)), exchange});
        else
            done({exchange.unmaskedBody, exchange});
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

#include "contextservices.moc"
