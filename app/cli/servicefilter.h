// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Lets through to the printer what a filter finds, services or their tasks, and says why it is
// stuck; a few thousand services at a time, never the whole list.

#pragma once

#include "cli/serviceprinter.h"
#include "filter/filter.h"
#include "filter/stuckrules.h"

namespace closeout::cli {

class ServiceFilter : public find::ServiceTaker
{
public:
    ServiceFilter(filter::Filter filter, filter::StuckRules rules,
                  ServicePrinter &printer); // not owned

    bool take(const rows::Reader &service) override;
    void settle() override;

    const QString &problem() const { return m_problem; } // why some could not be judged

private:
    void letThrough();

    filter::Filter m_filter;
    filter::StuckRules m_rules;
    ServicePrinter &m_printer;
    rows::Moment m_now;
    find::SeenIds m_seen;
    rows::Collection m_batch;
    QString m_problem;
};

} // namespace closeout::cli
