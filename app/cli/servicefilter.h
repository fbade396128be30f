// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Lets through to the printer what a filter finds, services or their tasks, and says why it is
// stuck; a few thousand services at a time, never the whole list.

#pragma once

#include "cli/serviceprinter.h"
#include "find/filter.h"
#include "find/stuckrules.h"

namespace closeout::cli {

class ServiceFilter : public find::ServiceTaker
{
public:
    ServiceFilter(find::Filter filter, find::StuckRules rules,
                  ServicePrinter &printer); // not owned

    bool take(const find::RowReader &service) override;
    void settle() override;

    const QString &problem() const { return m_problem; } // why some could not be judged

private:
    void letThrough();

    find::Filter m_filter;
    find::StuckRules m_rules;
    ServicePrinter &m_printer;
    find::Moment m_now;
    find::SeenIds m_seen;
    find::Collection m_batch;
    QString m_problem;
};

} // namespace closeout::cli
