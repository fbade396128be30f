// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The tab that shows what becomes of attached data. Looks at the draft only while it is seen.

#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace closeout::ui {

class ChangesModel;
class ExactText;
class Draft;
class TableView;

class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(Draft &draft, QWidget *parent = nullptr); // the draft outlives it

    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showCurrent();

    Draft &m_draft;
    ChangesModel *m_model;
    QLabel *m_summary;
    TableView *m_table;
    ExactText *m_inFull; // the current row: its cells are too narrow for it
};

} // namespace closeout::ui
