// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/servicefilter.h"

#include "find/rowexport.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

constexpr quint32 batchSize = 4096; // services

} // namespace

ServiceFilter::ServiceFilter(filter::Filter filter, filter::StuckRules rules,
                             ServicePrinter &printer)
    : m_filter(std::move(filter))
    , m_rules(std::move(rules))
    , m_printer(printer)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
}

bool ServiceFilter::take(const rows::Reader &service)
{
    if (!m_seen.isNew(service.service().text(rows::Field::ServiceId)))
        return false;
    m_batch.put(service.service(), service.tasks());
    if (m_batch.snapshot().services.count() == batchSize)
        letThrough();
    return true;
}

void ServiceFilter::settle()
{
    letThrough();
    m_printer.settle();
}

void ServiceFilter::letThrough()
{
    const std::atomic_bool cancelled = false;
    const rows::Snapshot &snapshot = m_batch.snapshot();
    const auto found = m_filter.find(snapshot, {m_now, &m_rules}, cancelled);
    if (found && !found->problem.isEmpty())
        m_problem = found->problem;
    const rows::Rows &rows = snapshot.rows(m_filter.subject());
    std::vector<quint32> reasons(rows.count(), 0);
    if (m_printer.shows(rows::Field::Stuck))
        reasons = *m_rules.reasons(snapshot, m_filter.subject(), m_now, cancelled);
    for (const quint32 row : found ? found->rows : std::vector<quint32>()) {
        m_printer.print(find::rowOf(snapshot, rows, row),
                        m_rules.namesOf(reasons[row]).join(u", "_s));
    }
    m_batch = rows::Collection();
}

} // namespace closeout::cli
