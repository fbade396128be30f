// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/httpadapter.h"

#include "sandbox/http/access.h"
#include "sandbox/http/answerwriter.h"
#include "sandbox/http/connection.h"
#include "sandbox/http/connections.h"
#include "sandbox/http/handler.h"
#include "sandbox/http/tls.h"

#include <httplib.h>

#include <future>

namespace closeout::sandbox {

namespace {

constexpr qint64 headLimit = 64 * 1024; // of a request line and its headers
constexpr int backlog = 512;
constexpr char jsonType[] = "application/json;charset=utf-8";
constexpr char anyPath[] = "/";
// Where the declared type of a body stands while the library must not see it; no request can have
// a header of that name.
constexpr char typeOfBody[] = "type of body";

std::string toStd(const QByteArray &bytes)
{
    return bytes.toStdString();
}

// What httplib reads from and writes to: one request and its answer.
class ConnectionStream final : public httplib::Stream
{
public:
    ConnectionStream(Connection &connection, Pause &pause)
        : m_connection(connection)
        , m_writer(connection, pause)
    {
        current = this;
    }
    ~ConnectionStream() override { current = nullptr; }

    // The library passes neither to whom it calls, but a request is answered on one thread.
    static Peer peer() { return current->m_peer; }
    static void deliver(const Delivery &delivery) { current->m_writer.deliver(delivery); }

    bool isBrokenOff() const { return m_writer.isBrokenOff(); }

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char *data, size_t size) override { return m_connection.read(data, qint64(size)); }
    ssize_t write(const char *data, size_t size) override
    {
        return m_writer.write(data, qint64(size)) ? ssize_t(size) : -1;
    }
    void get_remote_ip_and_port(std::string &, int &) const override { }
    void get_local_ip_and_port(std::string &, int &) const override { }
    socket_t socket() const override { return m_connection.socket(); }

private:
    static thread_local ConnectionStream *current;

    Connection &m_connection;
    AnswerWriter m_writer;
    Peer m_peer = m_connection.isFromLoopback() ? Peer::Loopback : Peer::Elsewhere;
};

thread_local ConnectionStream *ConnectionStream::current = nullptr;

// What httplib hands its connections to.
class Threads final : public httplib::TaskQueue
{
public:
    explicit Threads(Connections &connections)
        : m_connections(connections)
    {
    }
    void enqueue(std::function<void()> serve) override { m_connections.serve(std::move(serve)); }
    void shutdown() override { m_connections.stop(); }

private:
    Connections &m_connections;
};

Request plainRequest(const httplib::Request &from)
{
    const QByteArray target = QByteArray::fromStdString(from.target);
    const qsizetype mark = target.indexOf('?');
    return {.method = QByteArray::fromStdString(from.method),
            .path = mark < 0 ? target : target.left(mark),
            .query = mark < 0 ? QByteArray() : target.mid(mark + 1),
            .body = {},
            .peer = ConnectionStream::peer()};
}

std::optional<QByteArray> header(const httplib::Request &from, const char *name)
{
    if (!from.has_header(name))
        return {};
    return QByteArray::fromStdString(from.get_header_value(name));
}

bool declaresJson(const httplib::Request &from)
{
    const QByteArray type =
        header(from, typeOfBody).value_or(QByteArray()).split(';').constFirst().trimmed().toLower();
    return type == "application/json" || type.endsWith("+json");
}

} // namespace

class HttpAdapter::Listener final : public httplib::Server
{
public:
    Listener(sandbox::Handler &handler, RefusalText refusal, const sandbox::Options &options,
             Tls tls);

    int bind(); // the port, or less than 1
    void run(const std::function<void()> &started);

private:
    bool process_and_close_socket(socket_t socket) override;
    void serve(Connection &connection);
    bool serveRequest(Connection &connection); // false: it was the last

    HandlerResponse before(const httplib::Request &from, httplib::Response &to);
    bool isRefused(const httplib::Request &from, httplib::Response &to); // whatever its body says
    void withBody(const httplib::Request &from, httplib::Response &to,
                  const httplib::ContentReader &reader);
    void refuse(int status, const QString &message, const httplib::Request &from,
                httplib::Response &to);

    sandbox::Handler &m_handler; // httplib has another one
    RefusalText m_refusal;
    const sandbox::Options &m_options; // httplib has a function of that name
    Tls m_tls;
    Connections m_connections{m_options.connectionLimit};
};

namespace {

void fill(httplib::Response &to, Response &&from)
{
    to.status = from.status;
    std::string type = jsonType;
    for (const auto &[name, value] : from.headers) {
        to.set_header(toStd(name), toStd(value));
        if (name.compare("Content-Type", Qt::CaseInsensitive) == 0)
            type = toStd(value);
    }
    if (from.delivery)
        ConnectionStream::deliver(*from.delivery);
    if (!from.stream) {
        if (!from.body.isEmpty())
            to.set_content(from.body.constData(), size_t(from.body.size()), type);
        return;
    }
    to.set_chunked_content_provider(type,
                                    [stream = std::move(from.stream)](size_t,
                                                                      httplib::DataSink &sink) {
                                        const Result<QByteArray> piece = stream();
                                        if (!piece)
                                            return false;
                                        if (piece->isEmpty())
                                            sink.done();
                                        else
                                            sink.write(piece->constData(), size_t(piece->size()));
                                        return true;
                                    });
}

} // namespace

HttpAdapter::Listener::Listener(sandbox::Handler &handler, RefusalText refusal,
                                const sandbox::Options &options, Tls tls)
    : m_handler(handler)
    , m_refusal(std::move(refusal))
    , m_options(options)
    , m_tls(std::move(tls))
{
    // The library's default lets a second sandbox take the same port in silence.
    set_socket_options([](socket_t socket) {
        const int on = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    set_keep_alive_timeout(m_options.idleTimeout.count() / 1000); // for the header that tells it
    set_keep_alive_max_count(1000000);
    set_pre_routing_handler(
        [this](const httplib::Request &from, httplib::Response &to) { return before(from, to); });
    const auto body = [this](const httplib::Request &from, httplib::Response &to,
                             const httplib::ContentReader &reader) { withBody(from, to, reader); };
    Post(anyPath, body);
    Put(anyPath, body);
    Patch(anyPath, body);
    set_expect_100_continue_handler([this](const httplib::Request &from, httplib::Response &to) {
        return isRefused(from, to) ? to.status : 100;
    });
    set_post_routing_handler([](const httplib::Request &, httplib::Response &to) {
        if (to.status == 204)
            to.headers.erase("Content-Length"); // RFC 9110, 8.6
    });
    // What httplib itself refuses has no body yet: 400, 414, 416.
    set_error_handler([this](const httplib::Request &from, httplib::Response &to) {
        if (to.body.empty())
            refuse(to.status, Tr::tr("This is no HTTP request that can be answered."), from, to);
    });
}

int HttpAdapter::Listener::bind()
{
    const std::string host = m_options.address.toStdString();
    const int port = m_options.port == 0
        ? bind_to_any_port(host)
        : (bind_to_port(host, m_options.port) ? int(m_options.port) : -1);
    // The library queues five; many clients may come at once.
    if (port > 0)
        ::listen(svr_sock_, backlog);
    return port;
}

void HttpAdapter::Listener::run(const std::function<void()> &started)
{
    new_task_queue = [this, started]() -> httplib::TaskQueue * {
        started();
        return new Threads(m_connections);
    };
    listen_after_bind();
}

bool HttpAdapter::Listener::process_and_close_socket(socket_t socket)
{
    Connection connection(socket, m_tls.get());
    const Connections::Entry entry = m_connections.enter(connection);
    if (entry == Connections::Entry::TooMany && !m_tls) {
        constexpr char answer[] = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n"
                                  "Content-Length: 0\r\n\r\n";
        connection.write(answer, sizeof answer - 1);
        connection.flush();
    }
    if (entry != Connections::Entry::Granted)
        return false;
    serve(connection);
    m_connections.leave(connection);
    return true;
}

void HttpAdapter::Listener::serve(Connection &connection)
{
    if (!connection.handshake(m_options.requestTimeout))
        return;
    auto patience = m_options.requestTimeout;
    while (connection.waitForData(patience)) {
        if (!serveRequest(connection))
            return;
        patience = m_options.idleTimeout;
    }
}

bool HttpAdapter::Listener::serveRequest(Connection &connection)
{
    ConnectionStream stream(connection, m_connections.pause());
    connection.expectRequest(m_options.requestTimeout, headLimit);
    bool understood = false;
    bool closes = false;
    qint64 bodyLength = 0;
    const auto begin = [&](httplib::Request &request) {
        connection.expectBody();
        understood = true;
        bodyLength = QByteArray::fromStdString(request.get_header_value("Content-Length"))
                         .toLongLong();
        // A chunked body that was refused half-way has no known end.
        closes = closes || request.has_header("Transfer-Encoding");
        // The router reads the target as it was sent: an id may hold a slash. And the answer is
        // never a part, compressed, or a form that the library takes apart.
        request.path = std::string(anyPath); // GCC 12 sees ghosts in assigning a literal
        request.ranges.clear();
        request.headers.erase("Accept-Encoding");
        const std::string type = request.get_header_value("Content-Type");
        request.headers.erase("Content-Type");
        request.headers.emplace(typeOfBody, type);
    };
    const bool answered = process_request(stream, false, closes, begin);
    if (!connection.flush())
        return false;
    if (stream.isBrokenOff()) {
        connection.closeGently();
        return false;
    }
    const bool leftUnread = bodyLength != connection.bytesRead();
    if (answered && understood && !closes && !leftUnread)
        return true;
    connection.closeGently();
    return false;
}

bool HttpAdapter::Listener::isRefused(const httplib::Request &from, httplib::Response &to)
{
    if (isForeign(m_options, header(from, "Host"), header(from, "Origin"))) {
        refuse(403,
               Tr::tr("This sandbox answers no page of another host: Host and Origin must be its "
                      "own."),
               from, to);
        return true;
    }
    if (!isSignedIn(m_options, header(from, "Authorization").value_or(QByteArray()))) {
        to.set_header("WWW-Authenticate",
                      "Basic realm=\"Genesys Application Configuration Needed\"");
        refuse(401, Tr::tr("This sandbox wants a user name and a password."), from, to);
        return true;
    }
    if (isTooLong(m_options, header(from, "Content-Length").value_or(QByteArray()))) {
        refuse(413, Tr::tr("The body is longer than %1 bytes.").arg(m_options.bodyLimit), from, to);
        return true;
    }
    return false;
}

httplib::Server::HandlerResponse HttpAdapter::Listener::before(const httplib::Request &from,
                                                               httplib::Response &to)
{
    if (isRefused(from, to))
        return HandlerResponse::Handled;
    const bool hasBody = from.has_header("Content-Length") || from.has_header("Transfer-Encoding");
    const bool isRead = from.method == "POST" || from.method == "PUT" || from.method == "PATCH";
    if (hasBody && isRead)
        return HandlerResponse::Unhandled; // withBody() will be called
    fill(to, m_handler.answer(plainRequest(from)));
    return HandlerResponse::Handled;
}

void HttpAdapter::Listener::withBody(const httplib::Request &from, httplib::Response &to,
                                     const httplib::ContentReader &reader)
{
    Request request = plainRequest(from);
    bool tooLong = false;
    const bool whole = reader([&](const char *data, size_t size) {
        tooLong = request.body.size() + qint64(size) > m_options.bodyLimit;
        if (!tooLong)
            request.body.append(data, qsizetype(size));
        return !tooLong;
    });
    if (tooLong) {
        refuse(413, Tr::tr("The body is longer than %1 bytes.").arg(m_options.bodyLimit), from, to);
    } else if (!whole) {
        refuse(400, Tr::tr("The body ended too early or could not be decoded."), from, to);
    } else if (!request.body.isEmpty() && !declaresJson(from)) {
        refuse(415,
               Tr::tr("The body is not declared as JSON. Its Content-Type must be "
                      "application/json."),
               from, to);
    } else {
        fill(to, m_handler.answer(request));
    }
}

void HttpAdapter::Listener::refuse(int status, const QString &message, const httplib::Request &from,
                                   httplib::Response &to)
{
    fill(to, m_refusal(status, message, plainRequest(from)));
}

HttpAdapter::HttpAdapter() = default;

Result<std::unique_ptr<HttpAdapter>> HttpAdapter::listen(Handler &handler, RefusalText refusal,
                                                         const Options &options)
{
    Result<Tls> tls = makeTls(options);
    if (!tls)
        return tl::unexpected(tls.error());
    std::unique_ptr<HttpAdapter> self(new HttpAdapter);
    self->m_listener = std::make_unique<Listener>(handler, std::move(refusal), options,
                                                  std::move(*tls));
    const int port = self->m_listener->bind();
    if (port < 1) {
        return failure(ErrorKind::ConnectionFailed,
                       Tr::tr(
                           "The sandbox cannot listen on %1, port %2. Another program may use the "
                           "port; choose another, or 0 for any.")
                           .arg(options.address)
                           .arg(options.port));
    }
    self->m_port = quint16(port);
    std::promise<void> started;
    self->m_thread = std::thread([listener = self->m_listener.get(), &started] {
        listener->run([&started] { started.set_value(); });
    });
    started.get_future().wait();
    return self;
}

HttpAdapter::~HttpAdapter()
{
    if (!m_thread.joinable())
        return;
    m_listener->stop();
    m_thread.join();
}

} // namespace closeout::sandbox
