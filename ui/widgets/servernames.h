// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the server calls the values that its records have as numbers: types and media, as its
// business attributes tell them. What is not told is shown as it stands.

#pragma once

#include "rows/fields.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace closeout::ui {

class ServerNames : public QObject
{
    Q_OBJECT

public:
    using Names = QHash<QString, QString>; // by id
    using QObject::QObject;

    QString of(rows::Field field, const QString &value) const;
    void set(rows::Field field, const Names &names);
    void clear();

signals:
    void changed();

private:
    QHash<rows::Field, Names> m_names;
};

} // namespace closeout::ui
