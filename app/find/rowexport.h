// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Rows of a snapshot into a file, piece by piece: a million of them are never held as text.

#pragma once

#include "find/rowwriter.h"
#include "find/stuckrules.h"

#include <atomic>
#include <memory>

namespace closeout::find {

struct RowExport
{
    QString path;
    RowFormat format = RowFormat::Csv;
    char separator = ','; // of CSV
    QList<Column> columns;
    Snapshot snapshot;
    Subject subject = Subject::Service;
    std::vector<quint32> rows; // in the order in which they are written
    StuckRules rules;
    std::shared_ptr<const std::vector<quint32>> reasons; // by row number, as StuckRules says
    Moment now = 0; // of ages
};

// From how the name of a file ends: .csv (for programs), .json, .jsonl, .md. An Error lists them.
Result<RowFormat> formatForFile(const QString &path);

// The row as it was read; its texts are views into the snapshot.
Row rowOf(const Snapshot &snapshot, const Rows &rows, quint32 number);

// written: how many rows so far, for whoever watches. Of a failure or when it is cancelled a file
// that was there before stays as it was.
Result<qint64> exportRows(const RowExport &job, std::atomic<qint64> &written,
                          const std::atomic_bool &cancelled);

} // namespace closeout::find
