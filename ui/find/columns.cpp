// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/columns.h"

#include "ui/widgets/tableview.h"

#include <QtWidgets/QHeaderView>

namespace closeout::ui {

void fitColumns(TableView *table, const QList<int> &widths)
{
    table->setWidths(widths);
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const int needed = header->sectionSizeHint(column);
        if (header->sectionSize(column) < needed)
            header->resizeSection(column, needed);
    }
}

} // namespace closeout::ui
