// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All hosts of finding: what was loaded, which services and tasks of it are shown, which are
// selected, and an export of them. Owned by the workspace.

#pragma once

#include "ui/find/exporting.h"
#include "ui/find/sources/listing.h"
#include "ui/find/table/rowselection.h"

namespace closeout::ui {

struct Finding
{
    Finding() { tasks.setAwake(false); } // until somebody looks at them

    Listing listing;
    ShownRows services{listing, rows::Subject::Service};
    ShownRows tasks{listing, rows::Subject::Task};
    RowSelection selectedServices{listing, services};
    RowSelection selectedTasks{listing, tasks};
    Exporting exporting;
};

} // namespace closeout::ui
