// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/rowexport.h"

#include "environments/ownfile.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace closeout::find {

namespace {

constexpr qsizetype writtenAtOnce = 256 * 1024; // bytes

rows::Remarks remarksOn(const RowExport &job, const rows::Rows &rows, quint32 row)
{
    rows::Remarks remarks{};
    switch (rows.status(row)) {
    case rows::Status::Active:
        remarks.status = "active";
        break;
    case rows::Status::Completed:
        remarks.status = "completed";
        break;
    case rows::Status::Vanished:
        remarks.status = "vanished";
        break;
    }
    if (job.reasons && row < job.reasons->size() && (*job.reasons)[row] != 0)
        remarks.reasons = job.rules.namesOf((*job.reasons)[row]).join(u", "_s).toUtf8();
    return remarks;
}

Result<qint64> writeRows(const RowExport &job, environments::OwnFile &file,
                         std::atomic<qint64> &written, const std::atomic_bool &cancelled)
{
    const rows::Rows &rows = job.snapshot.rows(job.subject);
    rows::Writer writer(job.format, job.columns, job.now);
    writer.setSeparator(job.separator);
    QByteArray out;
    writer.begin(out);
    const auto flush = [&] {
        const Result<void> done = file.write(out);
        out.resize(0);
        written = writer.count();
        return done;
    };
    for (const quint32 row : job.rows) {
        if (cancelled)
            return failure(ErrorKind::Cancelled, Tr::tr("The export was cancelled."));
        if (row >= rows.count())
            continue; // of another snapshot
        writer.write(out, rowOf(job.snapshot, rows, row), remarksOn(job, rows, row));
        if (out.size() < writtenAtOnce)
            continue;
        if (const Result<void> done = flush(); !done)
            return tl::unexpected(done.error());
    }
    writer.end(out);
    if (const Result<void> done = flush(); !done)
        return tl::unexpected(done.error());
    return writer.count();
}

} // namespace

Result<rows::Format> formatForFile(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "csv"_L1)
        return rows::Format::Csv;
    if (suffix == "json"_L1)
        return rows::Format::Json;
    if (suffix == "jsonl"_L1 || suffix == "ndjson"_L1)
        return rows::Format::JsonLines;
    if (suffix == "md"_L1 || suffix == "markdown"_L1)
        return rows::Format::Markdown;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("The format of %1 is not known. Give it a name that ends in .csv, .json, "
                          ".jsonl or .md.")
                       .arg(path));
}

rows::Row rowOf(const rows::Snapshot &snapshot, const rows::Rows &rows, quint32 number)
{
    rows::Row row;
    for (int i = 0; i < rows::fieldCount; ++i) {
        const rows::Field field = rows::Field(i);
        if (!rows.has(field))
            continue;
        if (i < rows::wordFields)
            row.text(field) = snapshot.text(rows, number, field);
        else if (i < rows::wordFields + rows::momentFields)
            row.moment(field) = rows.moment(number, field);
        else if (i < rows::wordFields + rows::momentFields + rows::numberFields)
            row.number(field) = rows.number(number, field);
    }
    row.hasNumericDisposition = rows.hasNumericDisposition(number);
    row.isCompleted = rows.status(number) != rows::Status::Active; // then it has no age
    return row;
}

Result<qint64> exportRows(const RowExport &job, std::atomic<qint64> &written,
                          const std::atomic_bool &cancelled)
{
    environments::OwnFile file(job.path, environments::Keeper::Person);
    if (const Result<void> opened = file.open(); !opened)
        return tl::unexpected(opened.error());
    const Result<qint64> count = writeRows(job, file, written, cancelled);
    if (!count)
        return count;
    return file.commit().map([&count] { return *count; });
}

} // namespace closeout::find
