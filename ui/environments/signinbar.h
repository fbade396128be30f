// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Asks for the password below the top of the window while a Destination needs one; takes no room
// otherwise. The focus that it is given goes to the password.

#pragma once

#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace closeout::ui {

class Destination;
class IconLabel;

class SignInBar : public QWidget
{
    Q_OBJECT

public:
    explicit SignInBar(Destination &destination, QWidget *parent = nullptr);

    MenuActions menuActions() const;

private:
    void makeActions();
    void makeLayout();
    void updateActions();
    void showState();
    void showReadiness();
    void signIn();
    void paintEvent(QPaintEvent *event) override;

    Destination &m_destination; // not owned
    IconLabel *m_icon;
    QLabel *m_why;
    QLabel *m_label;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QPushButton *m_signIn;
    QAction *m_askPassword = nullptr;
    QAction *m_signOut = nullptr;
};

} // namespace closeout::ui
