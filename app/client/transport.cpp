// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/transport.h"

#include "client/certificates.h"
#include "client/failures.h"
#include "client/proxies.h"
#include "client/wirecall.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

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
    request.setTransferTimeout(int(connection.timeout.count()));
    request.setSslConfiguration(tlsConfiguration(connection));
    return request;
}

bool isInterim(int status)
{
    return status >= 100 && status < 200 && status != 101;
}

} // namespace

// A read: watches one QNetworkReply until the exchange is whole.
class ReplyCall : public CallInProgress
{
    Q_OBJECT

public:
    ReplyCall(const Connection &connection, const Secrets &secrets, const QNetworkProxy &proxy,
              const OutgoingRequest &request, Listener listener, QObject *parent)
        : CallInProgress(connection, secrets, request, std::move(listener), parent)
        , m_request(request)
        , m_proxy(proxy)
    {
    }

    ~ReplyCall() override
    {
        if (m_reply) {
            m_reply->disconnect(this); // first: aborting would call back into a dying object
            m_reply->abort();
        }
    }

    void watch(QNetworkReply *reply);
    void cancel() override;
    void hold() override;
    void goOn() override;
    qint64 promisedBytes() const override;

protected:
    void giveUp() override;

private:
    void checkCertificate();
    void readAnswerHead();
    void readArrived();
    void finish();
    void askAgain();
    std::optional<Error> failureOf() const;

    OutgoingRequest m_request; // with its secrets
    QNetworkProxy m_proxy;
    QPointer<QNetworkReply> m_reply; // child
    QPointer<WireCall> m_again; // child; what has taken over
    QList<QSslError> m_certificateErrors;
    std::optional<Error> m_whyEnded; // by us
    bool m_endWaits = false; // the reply is finished, and we are held
};

void ReplyCall::watch(QNetworkReply *reply)
{
    m_reply = reply;
    m_reply->setParent(this);
    // Without it an answer without end would be buffered faster than it is read here.
    reply->setReadBufferSize(readBuffer);
    connect(reply, &QNetworkReply::encrypted, this, &ReplyCall::checkCertificate);
    connect(reply, &QNetworkReply::readyRead, this, &ReplyCall::readArrived);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificateErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, &ReplyCall::finish, Qt::QueuedConnection);
    limitDuration();
}

// Before the request leaves, and its secrets with it.
void ReplyCall::checkCertificate()
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (isIssuedFor(certificate, m_request.url.host()))
        return;
    m_certificateErrors = {QSslError(QSslError::HostNameMismatch, certificate)};
    m_reply->abort();
}

void ReplyCall::cancel()
{
    if (m_again) {
        m_again->cancel();
        return;
    }
    m_whyEnded = wasCancelled();
    if (m_reply)
        m_reply->abort();
    goOn();
}

void ReplyCall::giveUp()
{
    m_whyEnded = tookTooLong();
    if (m_reply)
        m_reply->abort();
    goOn();
}

void ReplyCall::hold()
{
    if (m_again)
        m_again->hold();
    else
        setHeld(true);
}

// Through the event loop: whoever lets it go on may be in the middle of something.
void ReplyCall::goOn()
{
    if (m_again) {
        m_again->goOn();
        return;
    }
    if (!isHeld())
        return;
    setHeld(false);
    QMetaObject::invokeMethod(this, m_endWaits ? &ReplyCall::finish : &ReplyCall::readArrived,
                              Qt::QueuedConnection);
}

qint64 ReplyCall::promisedBytes() const
{
    if (m_again)
        return m_again->promisedBytes();
    bool told = false;
    const qint64 bytes = m_reply ? m_reply->rawHeader("Content-Length").toLongLong(&told) : 0;
    return told ? bytes : -1;
}

void ReplyCall::readAnswerHead()
{
    exchange().status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange().reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute)
                            .toByteArray();
    exchange().answerHeaders.clear();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        exchange().answerHeaders.append(Header{name, value});
}

void ReplyCall::readArrived()
{
    if (m_again)
        return;
    exchange().status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QPointer<ReplyCall> alive(this); // a callback may end the transport and us with it
    while (alive && !isHeld() && m_reply->isOpen() && m_reply->bytesAvailable() > 0) {
        const bool goesOn = take(m_reply->read(pieceOfStream));
        if (alive && !goesOn) {
            m_whyEnded = tooLarge();
            m_reply->abort();
        }
    }
}

std::optional<Error> ReplyCall::failureOf() const
{
    if (m_whyEnded)
        return m_whyEnded;
    const QNetworkReply::NetworkError error = m_reply->error();
    // A refusal is reported as an error too, and so is a 307 whose body cannot be sent again: the
    // status already says it.
    const bool statusSaysIt = exchange().status >= 300
        && error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure;
    if (error != QNetworkReply::NoError && !statusSaysIt) {
        return describeFailure(error, m_reply->errorString(), m_request, connection(), m_proxy,
                               m_certificateErrors);
    }
    // The network layer takes a body that ends early for a whole one.
    bool told = false;
    const qint64 promised = exchange().answerHeader("content-length").toLongLong(&told);
    if (told && exchange().status != 204 && received() < promised) {
        return Error{ErrorKind::ConnectionLost,
                     Tr::tr("%1: the answer ended after %2 of %3 bytes.")
                         .arg(whatAndWhere(m_request), QString::number(received()),
                              QString::number(promised))};
    }
    return {};
}

void ReplyCall::finish()
{
    m_endWaits = isHeld();
    if (m_endWaits)
        return;
    const QPointer<ReplyCall> alive(this); // a callback may end the transport and us with it
    readAnswerHead();
    if (isInterim(exchange().status) && !m_whyEnded) {
        askAgain();
        return;
    }
    readArrived();
    if (!alive)
        return;
    m_endWaits = isHeld() && m_reply->bytesAvailable() > 0;
    if (m_endWaits)
        return;
    setHeld(false); // that was the last of it
    conclude(Departure::Sent, failureOf());
}

// The network layer takes an interim answer for the answer itself and throws away what follows.
// What changes nothing can be asked for again, where such answers are read past.
void ReplyCall::askAgain()
{
    m_reply->disconnect(this);
    m_reply->abort();
    Listener whole = listener();
    whole.done = [this, done = listener().done](const Exchange &exchange) {
        done(exchange);
        deleteLater();
    };
    m_again = new WireCall(connection(), secrets(), m_request, std::move(whole), this);
    m_again->start(m_proxy);
}

Transport::Transport(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_secrets(m_connection)
{
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

// Asked for once: the system's settings may be a script that has to be fetched.
const QNetworkProxy &Transport::proxy()
{
    if (!m_proxy) {
        m_proxy = proxyFor(m_connection.baseUrl);
        m_secrets.addSignIn(m_proxy->user(), m_proxy->password());
    }
    return *m_proxy;
}

QNetworkAccessManager *Transport::network()
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setAutoDeleteReplies(false);
        m_network->setProxy(proxy());
    }
    return m_network;
}

QPointer<Call> Transport::read(const Request &request, QObject *context, Bytes bytes, Done done)
{
    const OutgoingRequest outgoing = prepare(m_connection, request);
    auto *call = new ReplyCall(m_connection, m_secrets, proxy(), outgoing,
                               {context, std::move(bytes), std::move(done)}, this);
    QNetworkRequest toSend = networkRequest(m_connection, outgoing);
    if (const Header signIn = signInTo(proxy(), toSend.url()); !signIn.name.isEmpty())
        toSend.setRawHeader(signIn.name, signIn.value);
    call->watch(network()->get(toSend));
    return call;
}

QPointer<Call> Transport::write(WritePermit permit, const Write &write, QObject *context, Done done)
{
    if (!permit.isGood())
        qFatal("a permit is good for one write");
    auto *call = new WireCall(m_connection, m_secrets, prepare(m_connection, write),
                              {context, {}, std::move(done)}, this);
    call->start(proxy());
    return call;
}

} // namespace closeout::client

#include "transport.moc"
