// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/server.h"

#include "sandbox/demo/control.h"
#include "sandbox/demo/demodata.h"
#include "sandbox/demo/endslog.h"
#include "sandbox/demo/faultyhandler.h"
#include "sandbox/http/httpadapter.h"
#include "sandbox/operations/router.h"
#include "sandbox/operations/serverclock.h"
#include "sandbox/store/storethread.h"

#include <QtNetwork/QHostAddress>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

Result<void> checkOptions(const Options &options)
{
    const QHostAddress address(options.address);
    if (address.isNull()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("“%1” is no address to listen on. Give an IP address, as 127.0.0.1.")
                           .arg(options.address));
    }
    if (!address.isLoopback() && options.password.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The sandbox listens on %1, which others can reach, only with a "
                              "password.")
                           .arg(options.address));
    }
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("TLS needs a certificate and its key."));
    if (options.seed.kind == Seed::Kind::Count && options.seed.count < 0)
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The number of services cannot be negative."));
    return {};
}

} // namespace

Server::Server(const Options &options)
    : m_options(options)
{
}

Server::~Server()
{
    stop();
}

Result<std::unique_ptr<Server>> Server::start(const Options &options)
{
    if (const Result<void> checked = checkOptions(options); !checked)
        return tl::unexpected(checked.error());
    std::unique_ptr<Server> self(new Server(options));
    Result<std::unique_ptr<StoreThread>> store = StoreThread::start(options.storePath,
                                                                    options.dialect);
    if (!store)
        return tl::unexpected(store.error());
    self->m_store = std::move(*store);
    const Result<void> filled = self->m_store->run(
        [&](Store &open) { return fill(open, self->m_options); });
    if (!filled)
        return tl::unexpected(filled.error());
    self->m_clock = std::make_unique<ServerClock>(options.clock);
    self->m_router = std::make_unique<Router>(*self->m_store, *self->m_clock, self->m_options);
    self->m_faults = std::make_unique<FaultyHandler>(*self->m_router, options.dialect);
    self->m_ends = std::make_unique<EndsLog>(*self->m_faults, *self->m_clock, options.dialect);
    self->m_control = std::make_unique<Control>(Control::Parts{.next = *self->m_ends,
                                                               .faults = *self->m_faults,
                                                               .ends = *self->m_ends,
                                                               .clock = *self->m_clock},
                                                options.dialect);
    Result<std::unique_ptr<HttpAdapter>> http = HttpAdapter::listen(
        *self->m_control,
        [router = self->m_router.get()](int status, const QString &message,
                                        const Request &request) {
            return router->refuse(status, message, request);
        },
        self->m_options);
    if (!http)
        return tl::unexpected(http.error());
    self->m_http = std::move(*http);
    self->m_port = self->m_http->port();
    return self;
}

QUrl Server::baseUrl() const
{
    QUrl url;
    url.setScheme(m_options.certificateFile.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(m_options.address);
    url.setPort(m_port);
    url.setPath(QString::fromLatin1(contract::pathPrefix(m_options.dialect)));
    return url;
}

void Server::stop()
{
    if (m_faults)
        m_faults->stop();
    m_http.reset(); // from here on nobody asks
    m_control.reset();
    m_ends.reset();
    m_faults.reset();
    m_router.reset();
    m_clock.reset();
    m_store.reset();
}

} // namespace closeout::sandbox
