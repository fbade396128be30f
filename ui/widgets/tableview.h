// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one table of the window: whole rows, one current row, columns that a person can sort, move,
// size and hide, and headers whose state can be kept.

#pragma once

#include "ui/widgets/spoken.h"

#include <QtCore/QTimer>
#include <QtWidgets/QTableView>

namespace closeout::ui {

class TableView : public Spoken<QTableView>
{
    Q_OBJECT

public:
    explicit TableView(const QString &name, QWidget *parent = nullptr); // name: for screen readers

    QByteArray saveColumns() const;
    // A state of other columns is passed over, and so are first widths in it: in another language
    // they are others.
    void restoreColumns(const QByteArray &state);
    // The first widths, before a restore: in pixels, or in characters of the font. Columns that
    // nobody has sized follow the width there is: where it is short they are narrower, though not
    // below the least widths, if that spares a scroll bar; where there is more, those that have a
    // least width of their own grow as far as their texts in sight need it, and then share the
    // rest.
    void setFirstWidths(const QList<int> &widths, const QList<int> &leastWidths = {});
    void setWidths(const QList<int> &widths);
    bool isSized(int column) const; // by a person: it has another width than the first one
    void showFrom(int row); // as the first that is seen, as far as there are enough below it
    // Rows alone: sideways it goes by the keys and by the scroll bar only.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void activatedRow(const QModelIndex &index); // Return, or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void reset() override;

private:
    bool isStretched(int column) const;
    QList<int> elasticColumns() const; // that are shown and follow the width there is
    void fitFirstWidths();
    void growInto(int room, const QList<int> &columns);
    void measureTexts();

    bool m_goesSideways = false; // by a key
    QList<int> m_wantedWidths;
    QList<int> m_leastWidths; // as many
    QList<int> m_firstWidths; // what they were made of the two
    QList<int> m_textWidths; // of the widest text that has been in sight, for columns that grow
    QTimer m_measureSoon;
};

} // namespace closeout::ui
