// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowvalue.h"

#include "filter/tree.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using rows::Column;
using rows::Field;
using rows::FieldKind;

namespace {

QString fieldTerm(const QString &name, const QString &value)
{
    return name + u':' + (value.isEmpty() ? u"\"\""_s : quotedTerm(value));
}

QString statusTerm(rows::Status status)
{
    switch (status) {
    case rows::Status::Active:
        return u"active"_s;
    case rows::Status::Completed:
        return u"completed"_s;
    case rows::Status::Vanished:
        break;
    }
    return u"vanished"_s;
}

} // namespace

QString quotedTerm(const QString &value)
{
    return filter::quotedValue(value);
}

QString termFor(const rows::Snapshot &snapshot, rows::Subject subject, quint32 row,
                const Column &column)
{
    const rows::Rows &rows = snapshot.rows(subject);
    const QString name(rows::specOf(column.field).shortName);
    switch (rows::specOf(column.field).kind) {
    case FieldKind::Word:
        return fieldTerm(name, QString::fromUtf8(snapshot.text(rows, row, column.field)));
    case FieldKind::Json: {
        if (column.path.isEmpty())
            return {};
        QByteArray made;
        const QByteArrayView data = snapshot.text(rows, row, column.field);
        return fieldTerm(column.name(),
                         QString::fromUtf8(
                             rows::textOfValue(rows::dataValueAt(data, column.path), made)));
    }
    case FieldKind::Count: {
        const qint32 number = rows.number(row, column.field);
        return number == rows::noNumber ? QString() : name + u'=' + QString::number(number);
    }
    case FieldKind::Seconds: {
        const qint32 seconds = rows.number(row, column.field);
        return seconds == rows::noNumber ? QString()
                                         : name + u'=' + QString::number(seconds) + u's';
    }
    case FieldKind::Status:
        return fieldTerm(name, statusTerm(rows.status(row)));
    case FieldKind::Moment:
    case FieldKind::Duration:
    case FieldKind::Reasons: // which asks the rules: see RowDeeds
        break;
    }
    return {};
}

} // namespace closeout::ui
