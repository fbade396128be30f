// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One field of the end event: where it is typed, how full it is, and what is wrong with it. Fields
// that a business attribute is mapped to offer the server's values; any text can be typed.

#pragma once

#include "contract/fields.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace closeout::ui {

class Completing;
struct SuggestedValue;

class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    // field is of the contract's table; completing outlives this.
    FieldEditor(const contract::Field &field, contract::Target::Kind target, Completing &completing,
                QWidget *parent = nullptr);

    const contract::Field &field() const { return m_field; }
    QString label() const;
    QWidget *input() const; // what a label belongs to
    QToolButton *offerPin(); // to keep the text for the next form
    void refresh(const QString &problem); // from the draft; problem: empty if all is well
    QString hint() const; // beside the input: "7/64", or the name of the value
    QString kind() const; // whether it is sent as a number or as text, where it can be either
    QString caution() const; // that the server may not know it; empty: none

private:
    void makeInput();
    void offerValues();
    void takeText(const QString &text);
    void takeOffered(int row);
    void takePin(bool isPinned);

    QList<SuggestedValue> values() const;

    const contract::Field &m_field;
    const contract::Target::Kind m_target;
    Completing &m_completing;
    QComboBox *m_choice = nullptr; // of a field with a business attribute
    QLineEdit *m_line = nullptr; // the choice's, or a line alone
    QHBoxLayout *m_row;
    QToolButton *m_pin = nullptr;
    QLabel *m_hint;
    QLabel *m_problem;
};

} // namespace closeout::ui
