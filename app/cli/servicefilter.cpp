// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/servicefilter.h"

#include <QtCore/QDateTime>

namespace closeout::cli {

namespace {

constexpr size_t batchSize = 4096; // services

} // namespace

ServiceFilter::ServiceFilter(find::Filter filter, find::StuckRules rules, find::ServiceTaker &next)
    : m_filter(std::move(filter))
    , m_rules(std::move(rules))
    , m_next(next)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
}

void ServiceFilter::take(const find::RowReader &service)
{
    m_batch.put(service.service(), service.tasks());
    m_services.push_back(service.json().toByteArray());
    if (m_services.size() == batchSize)
        letThrough();
}

void ServiceFilter::settle()
{
    letThrough();
    m_next.settle();
}

void ServiceFilter::letThrough()
{
    const std::atomic_bool cancelled = false;
    const auto found = m_filter.find(m_batch.snapshot(), {m_now, &m_rules}, cancelled);
    if (found && !found->problem.isEmpty())
        m_problem = found->problem;
    find::RowReader reader;
    for (const quint32 row : found ? found->rows : std::vector<quint32>()) {
        json::Cursor cursor(m_services[row]);
        if (reader.read(cursor))
            m_next.take(reader);
    }
    m_services.clear();
    m_batch = find::Collection();
}

} // namespace closeout::cli
