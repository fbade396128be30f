// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What stands between the window and its end: an end that is under way, whose outcome must be in
// the journal first, and what is written nowhere. It asks in the window's message line, never in a
// dialog. Owned by the window that it guards.

#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <functional>

class QAction;

namespace closeout::ui {

class Notice;
class Workspace;

class ClosingGuard : public QObject
{
    Q_OBJECT

public:
    // notice: where it asks; dismiss: puts that away.
    ClosingGuard(Workspace &workspace, Notice *notice, QAction *dismiss, QWidget *window);

    // Asked before closing: whether something that is being typed cannot be taken.
    void setUnsettled(std::function<bool()> isUnsettled) { m_isUnsettled = std::move(isUnsettled); }

    bool allowsClosing(); // or has asked
    void closeWhenDone(); // at once, or when the end under way is in the journal

private:
    QAction *makeAnswer(const QString &text);
    void askAboutEnd();
    void askAboutLost(const QString &lost);
    QString lost() const; // sentences; empty: nothing

    Workspace &m_workspace;
    Notice *m_notice;
    QAction *m_dismiss;
    QWidget *m_window;
    QAction *m_whenDone;
    QAction *m_anyway;
    QPointer<QWidget> m_focusBefore; // the question
    bool m_mayLose = false; // somebody has said so
    std::function<bool()> m_isUnsettled;
};

} // namespace closeout::ui
