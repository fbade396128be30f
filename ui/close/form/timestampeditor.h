// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// When the end happened: the server's time, the moment of sending, or one that is chosen, to the
// millisecond, in UTC with the local time beside it.

#pragma once

#include <QtWidgets/QWidget>

class QButtonGroup;
class QDateTimeEdit;
class QLabel;

namespace closeout::ui {

class Draft;

class TimestampEditor : public QWidget
{
    Q_OBJECT

public:
    explicit TimestampEditor(Draft &draft, QWidget *parent = nullptr); // the draft outlives it

    void refresh();

private:
    void takeStamp(int id);

    Draft &m_draft;
    QButtonGroup *m_stamps;
    QDateTimeEdit *m_moment;
    QLabel *m_local;
};

} // namespace closeout::ui
