// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/servernames.h"

namespace closeout::ui {

QString ServerNames::of(rows::Field field, const QString &value) const
{
    const auto names = m_names.constFind(field);
    return names == m_names.constEnd() ? value : names->value(value, value);
}

void ServerNames::set(rows::Field field, const Names &names)
{
    if (m_names.value(field) == names)
        return;
    m_names.insert(field, names);
    emit changed();
}

void ServerNames::clear()
{
    if (m_names.isEmpty())
        return;
    m_names.clear();
    emit changed();
}

} // namespace closeout::ui
