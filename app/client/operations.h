// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The operations of the API as request values: pure functions, sent by Transport.
// Source: operation pages CV.WS.SRV.3, 9 to 16, "Query Services", "Export Services Stream" 8.5 and
// "Query Business Attribute Schema".

#pragma once

#include "client/exchange.h"
#include "contract/urls.h"

namespace closeout::client {

// Of when a service was started; either end may be open (an invalid moment).
struct StartRange
{
    QDateTime from; // at or after
    QDateTime to; // strictly before
};

// With everything the server has: states and tasks, open and done, and all attached data.
Request query(const contract::Target &target);
Request queryTasks(const QString &serviceId, contract::Completeness completeness);

Request queryCustomerServices(const QString &customerId, contract::Completeness completeness,
                              const StartRange &range);
Request queryAnonymousServices(const QString &contactKey, contract::Completeness completeness,
                               const StartRange &range);

// 8.5 only. The stream wants a start: without one it is asked from 1970 on.
Request exportServices(contract::Completeness completeness, const StartRange &range);

Request queryBusinessAttributes();

// The same for a server that does not know extensions=*: without attached data. And for one that
// does not know how to nest either: without states and tasks. What asks for none of them stays.
Request withoutData(const Request &request);
Request withoutDataAndChildren(const Request &request);
bool asksForData(const OutgoingRequest &request);
bool asksForChildren(const OutgoingRequest &request);

Write complete(const contract::Target &target, QByteArray body);

} // namespace closeout::client
