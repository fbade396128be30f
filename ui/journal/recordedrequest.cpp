// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/recordedrequest.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using client::OutgoingRequest;

OutgoingRequest writeOf(const journal::Intention &intention)
{
    OutgoingRequest request;
    const QList<QByteArray> lines = intention.requestHead.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    request.method = words.constFirst();
    const QUrl server = QUrl(intention.baseUrl).adjusted(QUrl::RemovePath);
    request.url = QUrl::fromEncoded(server.toEncoded() + words.value(1));
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    request.body = intention.requestBody;
    return request;
}

QString shortRequest(const OutgoingRequest &request)
{
    const QString method = QString::fromLatin1(request.method);
    const QString path = request.url.path(QUrl::FullyEncoded);
    const qsizetype services = path.lastIndexOf("/services/"_L1);
    const QString end = services < 0 ? path : u"…/"_s + path.sliced(services + 10);
    return method + u' ' + end;
}

} // namespace closeout::ui
