// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How a completion ended, in place of its form, with what can be done now.

#pragma once

#include <QtWidgets/QWidget>

class QAction;
class QPushButton;
class QVBoxLayout;

namespace closeout::ui {

class Completing;
class Notice;

class OutcomeView : public QWidget
{
    Q_OBJECT

public:
    struct Actions // of the pane
    {
        QAction *next;
        QAction *back;
        QAction *readAgain;
        QAction *showJournal;
        QAction *completeService;
    };

    explicit OutcomeView(const Actions &actions, QWidget *parent = nullptr);

    void tell(const Completing &completing); // of what it has reported
    void clear();
    void focusFirst();

private:
    void makeButtons();
    void offer(); // those that can be used
    bool isOffered(const QAction *action) const;

    Actions m_actions;
    bool m_isDone = false;
    Notice *m_outcome;
    Notice *m_journal;
    QVBoxLayout *m_layoutOfButtons;
    QList<std::pair<QPushButton *, QAction *>> m_buttons;
};

} // namespace closeout::ui
