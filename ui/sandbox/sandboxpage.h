// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page of the sandbox: what it is, how it answers, and how to begin anew. It takes the place of
// the centre of the window until it is closed.

#pragma once

#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace closeout::ui {

class IconLabel;
class LocalSandbox;
class Notice;

class SandboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit SandboxPage(LocalSandbox &sandbox, QWidget *parent = nullptr);

    MenuActions menuActions() const; // of use while the page is shown

signals:
    void closed();
    void needed(); // an action wants the page in sight
    void useRequested(); // to be pointed at

private:
    void makeActions();
    void makeLayout();
    QWidget *makeHead();
    QWidget *makeForm();
    QWidget *makeChoices(QButtonGroup *group, const QList<QStringList> &choices);
    void wire();
    void showState();
    void copyUrl();
    void askToStartAfresh();
    void startAfresh();

    LocalSandbox &m_sandbox; // not owned
    QAction *m_back = nullptr;
    QAction *m_use = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_afresh = nullptr;
    QAction *m_reallyAfresh = nullptr;
    QAction *m_keepIt = nullptr;
    QAction *m_tryAgain = nullptr;
    IconLabel *m_stateIcon;
    QLabel *m_state;
    QLineEdit *m_url;
    QButtonGroup *m_dialect;
    QButtonGroup *m_attachedData;
    Notice *m_notice; // what to know of it as it runs
    Notice *m_question;
};

} // namespace closeout::ui
