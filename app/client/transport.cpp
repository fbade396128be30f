// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/transport.h"

#include "client/failures.h"
#include "client/uploadonce.h"
#include "contract/answers.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslConfiguration>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr qint64 largestAnswer = qint64(64) << 20; // bytes, of what is kept
constexpr qint64 readBuffer = qint64(1) << 20; // bytes that may wait to be read
// Bytes of a stream that are handed on at once: pieces that the heap gives again and again, where
// larger ones would be new pages each time.
constexpr qint64 pieceOfStream = qint64(64) << 10;

QNetworkRequest networkRequest(const Connection &connection, const OutgoingRequest &outgoing)
{
    QNetworkRequest request(outgoing.url);
    for (const Header &header : outgoing.headers)
        request.setRawHeader(header.name, header.value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setTransferTimeout(int(connection.timeout.count()));
    if (!connection.authorities.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(connection.authorities));
        request.setSslConfiguration(tls);
    }
    return request;
}

} // namespace

// Watches one QNetworkReply until the exchange is whole.
class ReplyCall : public Call
{
    Q_OBJECT

public:
    ReplyCall(Transport *transport, const OutgoingRequest &request)
        : Call(transport)
        , m_transport(transport)
    {
        m_exchange.request = request.masked();
        m_exchange.startedAt = QDateTime::currentDateTimeUtc();
        m_clock.start();
    }

    ~ReplyCall() override
    {
        if (m_reply) {
            m_reply->disconnect(this); // first: aborting would call back into a dying object
            m_reply->abort();
        }
    }

    void watch(QNetworkReply *reply, UploadOnce *upload, QObject *context, Transport::Bytes bytes,
               Transport::Done done);
    void cancel() override;
    void hold() override { m_isHeld = true; }
    void goOn() override;
    qint64 promisedBytes() const override;

private:
    void readAnswerHead();
    void readArrived();
    void readStream();
    void finish();
    std::optional<Error> failureOf() const;

    Transport *m_transport;
    QPointer<QNetworkReply> m_reply; // child
    UploadOnce *m_upload = nullptr; // child, none for a GET
    QPointer<QObject> m_context;
    Transport::Bytes m_bytes;
    Transport::Done m_done;
    Exchange m_exchange;
    QElapsedTimer m_clock;
    QList<QSslError> m_certificateErrors;
    qint64 m_received = 0; // bytes of the body
    bool m_cancelled = false;
    bool m_tooLarge = false;
    bool m_isHeld = false;
    bool m_endWaits = false; // the reply is finished, and we are held
};

void ReplyCall::watch(QNetworkReply *reply, UploadOnce *upload, QObject *context,
                      Transport::Bytes bytes, Transport::Done done)
{
    m_reply = reply;
    m_reply->setParent(this);
    m_upload = upload;
    m_context = context;
    m_bytes = std::move(bytes);
    m_done = std::move(done);
    // Without it an answer without end would be buffered faster than it is read here.
    reply->setReadBufferSize(readBuffer);
    connect(reply, &QNetworkReply::readyRead, this, &ReplyCall::readArrived);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificateErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, &ReplyCall::finish, Qt::QueuedConnection);
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
}

void ReplyCall::cancel()
{
    m_cancelled = true;
    if (m_reply)
        m_reply->abort();
    goOn();
}

// Through the event loop: whoever lets it go on may be in the middle of something.
void ReplyCall::goOn()
{
    if (!std::exchange(m_isHeld, false))
        return;
    QMetaObject::invokeMethod(this, m_endWaits ? &ReplyCall::finish : &ReplyCall::readArrived,
                              Qt::QueuedConnection);
}

qint64 ReplyCall::promisedBytes() const
{
    bool told = false;
    const qint64 bytes = m_reply ? m_reply->rawHeader("Content-Length").toLongLong(&told) : 0;
    return told ? bytes : -1;
}

void ReplyCall::readAnswerHead()
{
    m_exchange.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_exchange.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute)
                            .toByteArray();
    m_exchange.answerHeaders.clear();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_exchange.answerHeaders.append(maskedAnswerHeader({name, value}));
}

void ReplyCall::readArrived()
{
    if (m_isHeld || !m_reply->isOpen()) // or aborted
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_bytes && contract::isSuccess(status)) {
        readStream();
        return;
    }
    const QByteArray arrived = m_reply->readAll();
    m_received += arrived.size();
    m_exchange.answerBody += arrived;
    if (m_exchange.answerBody.size() > largestAnswer) {
        m_tooLarge = true;
        m_reply->abort();
    }
}

void ReplyCall::readStream()
{
    const QPointer<ReplyCall> alive(this); // a callback may end the transport and us with it
    while (alive && !m_isHeld && m_reply->isOpen() && m_reply->bytesAvailable() > 0) {
        const QByteArray arrived = m_reply->read(pieceOfStream);
        m_received += arrived.size();
        if (m_exchange.answerBody.size() < 4096)
            m_exchange.answerBody += arrived.first(std::min<qsizetype>(arrived.size(), 4096));
        if (m_context)
            m_bytes(arrived);
    }
}

std::optional<Error> ReplyCall::failureOf() const
{
    const QString where = whatAndWhere(m_exchange.request);
    if (m_cancelled)
        return Error{ErrorKind::Cancelled, Tr::tr("%1 was cancelled.").arg(where)};
    if (m_tooLarge) {
        return Error{ErrorKind::NotContextServices,
                     Tr::tr("%1: the answer is longer than %2 MiB; it was not read to its end.")
                         .arg(where, QString::number(largestAnswer >> 20))};
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    // A refusal is reported as an error too, and so is a 307 whose body cannot be sent again: the
    // status already says it.
    const bool statusSaysIt = m_exchange.status >= 300
        && error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure;
    if (error != QNetworkReply::NoError && !statusSaysIt) {
        return describeFailure(error, m_reply->errorString(), m_exchange.request,
                               m_transport->connection(), m_certificateErrors);
    }
    // The network layer takes a body that ends early for a whole one.
    bool told = false;
    const qint64 promised = m_exchange.answerHeader("content-length").toLongLong(&told);
    if (told && m_exchange.status != 204 && m_received < promised) {
        return Error{ErrorKind::ConnectionLost,
                     Tr::tr("%1: the answer ended after %2 of %3 bytes.")
                         .arg(where, QString::number(m_received), QString::number(promised))};
    }
    return {};
}

void ReplyCall::finish()
{
    m_endWaits = m_isHeld;
    if (m_isHeld)
        return;
    const QPointer<ReplyCall> alive(this); // a callback may end the transport and us with it
    readAnswerHead();
    readArrived();
    if (!alive)
        return;
    m_endWaits = m_isHeld && m_reply->bytesAvailable() > 0;
    if (m_endWaits)
        return;
    m_isHeld = false; // that was the last of it
    m_exchange.milliseconds = m_clock.elapsed();
    m_exchange.departure = !m_upload || m_upload->wasTouched() ? Departure::Sent
                                                               : Departure::NotSent;
    m_exchange.error = failureOf();
    if (m_context)
        m_done(m_exchange);
    if (alive)
        deleteLater();
}

Transport::Transport(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setAutoDeleteReplies(false);
}

Transport::~Transport()
{
    // Before the manager goes, which would abort the replies and let them report.
    qDeleteAll(findChildren<Call *>(Qt::FindDirectChildrenOnly));
}

QPointer<Call> Transport::send(const Request &request, QObject *context, Done done)
{
    return read(request, context, {}, std::move(done));
}

QPointer<Call> Transport::stream(const Request &request, QObject *context, Bytes bytes, Done done)
{
    return read(request, context, std::move(bytes), std::move(done));
}

QPointer<Call> Transport::read(const Request &request, QObject *context, Bytes bytes, Done done)
{
    const OutgoingRequest outgoing = prepare(m_connection, request);
    auto *call = new ReplyCall(this, outgoing);
    QNetworkReply *reply = m_network->get(networkRequest(m_connection, outgoing));
    call->watch(reply, nullptr, context, std::move(bytes), std::move(done));
    return call;
}

QPointer<Call> Transport::write(WritePermit permit, const Write &write, QObject *context, Done done)
{
    if (!permit.isGood())
        qFatal("a permit is good for one write");
    const OutgoingRequest outgoing = prepare(m_connection, write);
    auto *call = new ReplyCall(this, outgoing);
    auto *upload = new UploadOnce(outgoing.body, call);
    QNetworkReply *reply = m_network->post(networkRequest(m_connection, outgoing), upload);
    call->watch(reply, upload, context, {}, std::move(done));
    return call;
}

} // namespace closeout::client

#include "transport.moc"
