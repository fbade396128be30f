// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/connection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

// These say how the message is framed or who sends it; two of them would contradict each other.
constexpr std::array ownHeaders{
    "host",       "content-length",  "content-type",      "connection",
    "accept",     "accept-encoding", "transfer-encoding", "accept-language",
    "user-agent",
};

constexpr int longestNameTold = 32; // characters

// RFC 9110, section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

QByteArray hostAndPort(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

OutgoingRequest begun(const QByteArray &method, const Connection &connection,
                      const QByteArray &path)
{
    OutgoingRequest outgoing;
    outgoing.method = method;
    outgoing.url = QUrl::fromEncoded(connection.baseUrl.toEncoded() + path);
    outgoing.headers.append(Header{"Host", hostAndPort(connection.baseUrl)});
    return outgoing;
}

void addCommonHeaders(QList<Header> &headers, const Connection &connection,
                      const QByteArray &persistence)
{
    headers.append(Header{"Accept", "application/json"});
    // What arrives is kept and shown as it came, so it should come as it is.
    headers.append(Header{"Accept-Encoding", "identity"});
    headers.append(Header{"Accept-Language", "en"});
    headers.append(Header{"User-Agent", "Closeout/" CLOSEOUT_VERSION});
    headers.append(Header{"Connection", persistence});
    if (!connection.user.isEmpty()) {
        const QByteArray pair = (connection.user + u':' + connection.password).toUtf8();
        headers.append(Header{"Authorization", "Basic " + pair.toBase64()});
    }
    headers += connection.headers;
}

} // namespace

Result<Header> parseHeader(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const Header header{text.first(std::max<qsizetype>(colon, 0)).trimmed().toUtf8(),
                        text.sliced(colon + 1).trimmed().toUtf8()};
    const bool isName = !header.name.isEmpty()
        && std::all_of(header.name.begin(), header.name.end(), isTokenCharacter);
    if (colon < 0 || !isName) {
        // Not all of it, which may be a token that was given without its name.
        const QString start = text.section(u':', 0, 0).section(u' ', 0, 0).left(longestNameTold);
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("“%1” does not begin a header. Write it as “Name: value”, for "
                              "instance “ContactCenterId: 1”.")
                           .arg(start));
    }
    if (std::any_of(header.value.begin(), header.value.end(),
                    [](char c) { return uchar(c) < 0x20 || c == 0x7f; })) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The value of the header %1 contains a control character.")
                           .arg(QString::fromUtf8(header.name)));
    }
    if (std::any_of(ownHeaders.begin(), ownHeaders.end(), [&](const char *own) {
            return header.name.compare(own, Qt::CaseInsensitive) == 0;
        })) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The header %1 is written by Closeout itself and cannot be given.")
                           .arg(QString::fromUtf8(header.name)));
    }
    return header;
}

OutgoingRequest prepare(const Connection &connection, const Request &request)
{
    OutgoingRequest outgoing = begun("GET", connection, request.path);
    addCommonHeaders(outgoing.headers, connection, "keep-alive");
    return outgoing;
}

OutgoingRequest prepare(const Connection &connection, const Write &write)
{
    OutgoingRequest outgoing = begun("POST", connection, write.path);
    outgoing.body = write.body;
    outgoing.headers.append(Header{"Content-Type", "application/json;charset=UTF-8"});
    outgoing.headers.append(Header{"Content-Length", QByteArray::number(write.body.size())});
    addCommonHeaders(outgoing.headers, connection, "close"); // it has one of its own
    return outgoing;
}

} // namespace closeout::client
