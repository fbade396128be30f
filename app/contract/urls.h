// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where each operation lives: paths below the base URL, percent-encoded. Pure functions; the ids
// must have passed their check (ids.h).
// Source: operation pages CV.WS.SRV.1 to 18, "Export Services Stream" and
// "Query Business Attribute Schema" of 8.5.

#pragma once

#include "contract/dialect.h"
#include "contract/target.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace closeout::contract {

// What a person typed as base URL: http or https, a host, no user name or password in it (they
// would end up in records), no query. A URL without a path gets the dialect's prefix; one with a
// path is taken as it stands, because proxies choose their own.
Result<QUrl> checkBaseUrl(Dialect dialect, const QString &text);

// The one spelling of a base URL, for whatever must not depend on how somebody wrote it: scheme and
// host in lower case, the host without a final dot, its port made explicit, the path without a
// final slash. The names of this very machine (127.0.0.1, ::1) are “localhost”.
QString canonicalBaseUrl(const QUrl &url);

// The server alone, of a password's key: no path, a port only where it is not the scheme's own.
// The names of this machine stay what they are, for a password goes where it was meant to.
QString canonicalServer(const QUrl &url);

// What several addresses may lead to: the cluster that holds the records. An end is claimed for its
// id; what stands recorded under one of its addresses, from before they were known to be one,
// counts as well.
struct Deployment
{
    QString id;
    QStringList addresses; // canonical base URLs
};

Deployment deploymentAt(const QUrl &baseUrl); // of an address that nobody lists: itself

using QueryItem = std::pair<QByteArray, QString>; // name, value not yet encoded

QByteArray withQuery(QByteArray path, const QList<QueryItem> &items);

enum class Completeness : quint8 { All, Active, Completed };

QString completenessName(Completeness completeness); // "all", "active", "completed"
Result<Completeness> completenessFromName(QStringView name);

QByteArray pathOf(const Target &target);
QByteArray endPathOf(const Target &target);
QByteArray tasksPath(const QString &serviceId, Completeness completeness);
QByteArray customerServicesPath(const QString &customerId, Completeness completeness);
QByteArray anonymousServicesPath(const QString &contactKey, Completeness completeness);
QByteArray exportStreamPath();
QByteArray businessAttributesPath();

} // namespace closeout::contract
