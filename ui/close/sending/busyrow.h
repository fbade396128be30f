// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// In the place of the button while a draft is under way: whether it is checked still or has left.

#pragma once

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace closeout::ui {

class Completing;

class BusyRow : public QWidget
{
    Q_OBJECT

public:
    // completing and the action that gives up outlive it.
    BusyRow(Completing &completing, QAction *giveUp, QWidget *parent = nullptr);

    void refresh();

private:
    Completing &m_completing;
    QLabel *m_words;
    QProgressBar *m_progress;
};

} // namespace closeout::ui
