// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What “services” is asked for: by its options, and by a saved view where they leave something
// open.

#pragma once

#include "cli/command.h"
#include "filter/filter.h"
#include "find/query.h"
#include "rows/column.h"

namespace closeout::cli {

struct ServiceQuestion
{
    find::Query query;
    filter::Filter filter;
    QList<rows::Column> columns;
    bool wasSorted = false; // the view has an order, which a list that is never held cannot have

    rows::Subject subject() const { return filter.subject(); } // what a row is to be about
    // Must the services be judged before they are printed, or taken apart?
    bool needsJudgement() const
    {
        return !filter.isEmpty() || asksForStuck() || subject() == rows::Subject::Task;
    }
    bool asksForStuck() const
    {
        return columns.contains(rows::Column{rows::Field::Stuck})
            || filter.asks(rows::Field::Stuck);
    }
};

// An Error names the option. Of a filter that is wrong its detail is the filter, and in a second
// line marks under what is wrong.
Result<ServiceQuestion> serviceQuestionFrom(const Arguments &arguments);

} // namespace closeout::cli
