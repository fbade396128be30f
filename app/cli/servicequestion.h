// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What “services” is asked for: by its options, and by a saved view where they leave something
// open.

#pragma once

#include "cli/command.h"
#include "find/column.h"
#include "find/filter.h"
#include "find/query.h"

namespace closeout::cli {

struct ServiceQuestion
{
    find::Query query;
    find::Filter filter;
    QList<find::Column> columns;
    bool wasSorted = false; // the view has an order, which a list that is never held cannot have

    find::Subject subject() const { return filter.subject(); } // what a row is to be about
    // Must the services be judged before they are printed, or taken apart?
    bool needsJudgement() const
    {
        return !filter.isEmpty() || asksForStuck() || subject() == find::Subject::Task;
    }
    bool asksForStuck() const
    {
        return columns.contains(find::Column{find::Field::Stuck})
            || filter.asks(find::Field::Stuck);
    }
};

// An Error names the option. Of a filter that is wrong its detail is the filter, and in a second
// line marks under what is wrong.
Result<ServiceQuestion> serviceQuestionFrom(const Arguments &arguments);

} // namespace closeout::cli
