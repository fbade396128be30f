// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which columns a list has: every field, the values that occur in the attached data, and any other
// value by its path. A popup; each change is told at once. Owned by its parent.

#pragma once

#include "rows/collection.h"
#include "rows/column.h"

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace closeout::ui {

class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    explicit ColumnChooser(rows::Subject subject, QWidget *parent);

    // place: of the upper left corner, on the screen.
    void open(const QList<rows::Column> &columns, const rows::Snapshot &snapshot,
              const QPoint &place);

signals:
    void chosen(const QList<closeout::rows::Column> &columns);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void offer(const rows::Column &column);
    void offerData(const QStringList &paths);
    void narrow();
    void makeShownCurrent();
    void take(QListWidgetItem *item);
    void moveCurrent(int by); // places in the list of rows
    void addTyped();
    Result<rows::Column> typed() const;

    rows::Subject m_subject;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QLabel *m_hint;
    QList<rows::Column> m_offered; // as the items
    QList<rows::Column> m_columns; // chosen
};

} // namespace closeout::ui
