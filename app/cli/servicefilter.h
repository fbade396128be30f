// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Lets through what a filter finds, a few thousand services at a time: never the whole list.

#pragma once

#include "find/filter.h"
#include "find/servicesearch.h"
#include "find/stuckrules.h"

namespace closeout::cli {

class ServiceFilter : public find::ServiceTaker
{
public:
    ServiceFilter(find::Filter filter, find::StuckRules rules,
                  find::ServiceTaker &next); // not owned

    void take(const find::RowReader &service) override;
    void settle() override;

    const QString &problem() const { return m_problem; } // why some could not be judged

private:
    void letThrough();

    find::Filter m_filter;
    find::StuckRules m_rules;
    find::ServiceTaker &m_next;
    find::Moment m_now;
    find::Collection m_batch;
    std::vector<QByteArray> m_services; // of the batch, as they came
    QString m_problem;
};

} // namespace closeout::cli
