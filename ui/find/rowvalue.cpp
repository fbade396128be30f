// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/rowvalue.h"

#include "find/filtertree.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using find::Column;
using find::Field;
using find::FieldKind;
using find::RowStatus;

namespace {

QString fieldTerm(const QString &name, const QString &value)
{
    return name + u':' + (value.isEmpty() ? u"\"\""_s : quotedTerm(value));
}

QString statusTerm(RowStatus status)
{
    switch (status) {
    case RowStatus::Active:
        return u"active"_s;
    case RowStatus::Completed:
        return u"completed"_s;
    case RowStatus::Vanished:
        break;
    }
    return u"vanished"_s;
}

} // namespace

QString quotedTerm(const QString &value)
{
    return find::quotedValue(value);
}

QString termFor(const find::Snapshot &snapshot, find::Subject subject, quint32 row,
                const Column &column)
{
    const find::Rows &rows = snapshot.rows(subject);
    const QString name(find::specOf(column.field).shortName);
    switch (find::specOf(column.field).kind) {
    case FieldKind::Word:
        return fieldTerm(name, QString::fromUtf8(snapshot.text(rows, row, column.field)));
    case FieldKind::Json: {
        if (column.path.isEmpty())
            return {};
        QByteArray made;
        const QByteArrayView data = snapshot.text(rows, row, column.field);
        return fieldTerm(column.name(),
                         QString::fromUtf8(
                             find::textOfValue(find::dataValueAt(data, column.path), made)));
    }
    case FieldKind::Count: {
        const qint32 number = rows.number(row, column.field);
        return number == find::noNumber ? QString() : name + u'=' + QString::number(number);
    }
    case FieldKind::Seconds: {
        const qint32 seconds = rows.number(row, column.field);
        return seconds == find::noNumber ? QString()
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
