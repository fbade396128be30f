// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Prints services or tasks as they are found, on the thread that reads them, and never holds the
// list.

#pragma once

#include "cli/output.h"
#include "find/seenids.h"
#include "find/servicesearch.h"
#include "rows/writer.h"

namespace closeout::cli {

enum class ListFormat : quint8 { Table, Json, JsonLines, Csv, Spreadsheet, Markdown };

ListFormat listFormatFrom(const Arguments &arguments);
Option listFormatOption();

class ServicePrinter : public find::ServiceTaker
{
public:
    ServicePrinter(ListFormat format, const QList<rows::Column> &columns);

    void begin();
    bool shows(rows::Field field) const;
    rows::Reader::Needs needs() const override;
    bool take(const rows::Reader &service) override;
    void print(const rows::Row &row, const QString &whyStuck);
    void settle() override;
    void end(); // from any thread, when nothing more is taken

    qint64 count() const { return m_count; }

private:
    QString cell(const rows::Column &column, const rows::Row &row) const;

    QList<rows::Column> m_columns;
    rows::Moment m_now;
    std::optional<rows::Writer> m_writer; // for programs
    std::optional<RowWriter> m_table; // for people
    find::SeenIds m_seen;
    QByteArray m_out; // written and not yet printed
    qint64 m_count = 0;
};

} // namespace closeout::cli
