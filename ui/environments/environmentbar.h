// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The top of the window: where it is pointed at, always in sight, and the way to another
// environment.

#pragma once

#include "environments/environment.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace closeout::ui {

class Destination;
class EnvironmentList;
class IconLabel;
class UrlField;

class EnvironmentBar : public QWidget
{
    Q_OBJECT

public:
    EnvironmentBar(Destination &destination, EnvironmentList &list, QWidget *parent = nullptr);

    QMenu *menu() const { return m_menu; } // of the environments; follows their list

signals:
    void environmentChosen(const closeout::environments::Environment &environment);
    void sandboxChosen();
    void environmentsPageRequested();

private:
    void makeLayout();
    void fillMenu();
    void refillMenu();
    void markCurrent();
    void showDestination();
    void showState();
    void paintEvent(QPaintEvent *event) override;

    Destination &m_destination; // not owned
    EnvironmentList &m_list; // not owned
    QAction *m_edit;
    QList<environments::Environment> m_offered; // by the menu
    QToolButton *m_switcher;
    QMenu *m_menu;
    UrlField *m_url;
    QLabel *m_dialect;
    IconLabel *m_stateIcon;
    QLabel *m_state;
    IconLabel *m_lockIcon;
    QLabel *m_lock;
};

} // namespace closeout::ui
