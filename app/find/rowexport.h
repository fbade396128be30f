// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Rows of a snapshot into a file, piece by piece: a million of them are never held as text.

#pragma once

#include "filter/stuckrules.h"
#include "rows/writer.h"

#include <atomic>
#include <memory>

namespace closeout::find {

struct RowExport
{
    QString path;
    rows::Format format = rows::Format::Csv;
    char separator = ','; // of CSV
    QList<rows::Column> columns;
    rows::Snapshot snapshot;
    rows::Subject subject = rows::Subject::Service;
    std::vector<quint32> rows; // in the order in which they are written
    filter::StuckRules rules;
    std::shared_ptr<const std::vector<quint32>> reasons; // by row number, as StuckRules says
    rows::Moment now = 0; // of ages
};

// From how the name of a file ends: .csv (for programs), .json, .jsonl, .md. An Error lists them.
Result<rows::Format> formatForFile(const QString &path);

// The row as it was read; its texts are views into the snapshot.
rows::Row rowOf(const rows::Snapshot &snapshot, const rows::Rows &rows, quint32 number);

// written: how many rows so far, for whoever watches. Of a failure or when it is cancelled a file
// that was there before stays as it was.
Result<qint64> exportRows(const RowExport &job, std::atomic<qint64> &written,
                          const std::atomic_bool &cancelled);

} // namespace closeout::find
