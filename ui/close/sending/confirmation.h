// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The question before something is sent, in place of the button: what, how many, where, and what
// will be lost or stay open. Cancel is what Esc does, and Return too, unless a number is to be
// typed.

#pragma once

#include "environments/safety.h"

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace closeout::ui {

class Completing;
class EnvironmentTag;

class ConfirmationStrip : public QFrame
{
    Q_OBJECT

public:
    explicit ConfirmationStrip(Completing &completing,
                               QWidget *parent = nullptr); // it outlives this

    void ask(); // about the draft as it is now
    void focusFirst(); // the number where one is wanted, else Cancel
    environments::Confirmation confirmation() const; // what has been said and typed
    QString words() const; // the whole question, for announcing and for tests

signals:
    void confirmed();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refreshButton();
    void refuseCount(); // says what is wrong with it

    Completing &m_completing;
    QLabel *m_question;
    EnvironmentTag *m_environment;
    QLabel *m_facts; // what is sent, and of whom
    QLabel *m_consequences;
    QLabel *m_countLabel;
    QLineEdit *m_count;
    QLabel *m_wrongCount;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

} // namespace closeout::ui
