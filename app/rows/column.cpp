// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/column.h"

using namespace Qt::StringLiterals;

namespace closeout::rows {

Result<Column> Column::fromName(QStringView name, Subject subject)
{
    const QStringView trimmed = name.trimmed();
    const qsizetype point = trimmed.indexOf(u'.');
    const FieldSpec *spec = findField(point < 0 ? trimmed : trimmed.first(point));
    if (!spec || !spec->subjects.testFlag(subject) || (point >= 0 && spec->field != Field::Data)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "There is no column “%1”. A column is a field such as service_type, or "
                           "a value in the attached data such as data.Feedback.rating.")
                           .arg(trimmed));
    }
    if (point < 0)
        return Column{spec->field, {}};
    const Result<DataPath> path = DataPath::parse(trimmed.sliced(point + 1));
    if (!path)
        return tl::unexpected(path.error());
    return Column{Field::Data, *path};
}

QString Column::name() const
{
    const FieldSpec &spec = specOf(field);
    return path.isEmpty() ? QString(spec.name) : spec.shortName + u'.' + path.toString();
}

QString Column::title() const
{
    return path.isEmpty() ? Tr::tr(specOf(field).title) : path.toString();
}

QList<Column> withContactKeys(QList<Column> columns)
{
    const qsizetype customer = columns.indexOf(Column{Field::CustomerId});
    if (customer >= 0 && !columns.contains(Column{Field::ContactKey}))
        columns.insert(customer + 1, Column{Field::ContactKey});
    return columns;
}

} // namespace closeout::rows
