// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/query.h"

namespace closeout::find {

QString Source::name() const
{
    switch (kind) {
    case Kind::All:
        return Tr::tr("all services");
    case Kind::Customer:
        return Tr::tr("customer %1").arg(key);
    case Kind::ContactKey:
        return Tr::tr("contact key %1").arg(key);
    case Kind::Service:
        return Tr::tr("service %1").arg(key);
    }
    return {};
}

void Query::add(const Source &source)
{
    switch (source.kind) {
    case Source::Kind::All:
        everything = true;
        break;
    case Source::Kind::Customer:
        customers.append(source.key);
        break;
    case Source::Kind::ContactKey:
        contactKeys.append(source.key);
        break;
    case Source::Kind::Service:
        serviceIds.append(source.key);
        break;
    }
}

bool Query::isOfSame(const Query &other) const
{
    return customers == other.customers && contactKeys == other.contactKeys
        && serviceIds == other.serviceIds && completeness == other.completeness
        && range.from == other.range.from && range.to == other.range.to
        && asksForAll() == other.asksForAll();
}

} // namespace closeout::find
