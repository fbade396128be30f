// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page on which environments are set up: all of them at the left, one of them as a form at the
// right. It takes the place of the centre of the window until it is closed.

#pragma once

#include "environments/environment.h"
#include "ui/widgets/action.h"
#include "ui/widgets/look/theme.h"

#include <QtWidgets/QWidget>

class QListWidget;
class QStackedWidget;

namespace closeout::ui {

class ConnectionTest;
class EmptyState;
class EnvironmentFields;
class EnvironmentForm;
class EnvironmentList;
class Notice;

class EnvironmentsPage : public QWidget
{
    Q_OBJECT

public:
    EnvironmentsPage(EnvironmentList &list, EnvironmentForm &form, ConnectionTest &test,
                     QWidget *parent = nullptr);

    MenuActions menuActions() const; // of use while the page is shown

    void editRules(const QString &environment); // what counts as stuck there
    void setInUse(const QString &environment); // by name: is marked, and shown first

signals:
    void closed();
    void needed(); // an action wants the page in sight
    // To be pointed at; password: that the test has shown to be taken there, or empty.
    void chosen(const closeout::environments::Environment &environment, const QString &password);

private:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void makeActions();
    void makeLayout();
    QWidget *makeListSide();
    QWidget *makeFormSide();
    void wire();
    void showList();
    void showActions();
    void updateActions();
    void showTest();
    bool tellTest(Status status, const QString &headline, const QString &text);
    void showFailure(const Error &error);
    void selectCurrent();
    void select(const QString &environment); // if there is one of that name
    void takeSelection();
    void startNew();
    void duplicate();
    void runTest();
    void use();
    void askRemoval();
    void remove();
    void takeRemoved();

    EnvironmentList &m_list; // not owned
    EnvironmentForm &m_form; // not owned
    ConnectionTest &m_test; // not owned
    QAction *m_back = nullptr;
    QAction *m_new = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_testAction = nullptr;
    QAction *m_cancelTest = nullptr;
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_reallyRemove = nullptr;
    QAction *m_keepIt = nullptr;
    QAction *m_use = nullptr;
    QListWidget *m_names;
    EnvironmentFields *m_fields;
    EmptyState *m_empty;
    Notice *m_listNotice;
    Notice *m_testNotice;
    Notice *m_formNotice;
    QStackedWidget *m_stack;
    QString m_inUse; // name of the environment that the window is pointed at
    bool m_isNewShown = false; // the form is for one that is not in the list
};

} // namespace closeout::ui
