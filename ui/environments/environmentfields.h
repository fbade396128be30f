// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The fields of one environment, bound to an EnvironmentForm.

#pragma once

#include "ui/environments/environmentform.h"

#include <QtCore/QMap>
#include <QtWidgets/QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace closeout::ui {

class ProblemLabel;

class EnvironmentFields : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentFields(EnvironmentForm &form, QWidget *parent = nullptr);

    void focusName();
    void focusRules();

private:
    using Field = EnvironmentForm::Field;

    void makeWhereFields(QFormLayout *layout);
    void makeSignInFields(QFormLayout *layout);
    void makeCarefulFields(QFormLayout *layout);
    void makeRules(QFormLayout *layout);
    QWidget *withProblem(Field field, QWidget *control, QWidget *beside = nullptr);
    QWidget *authoritiesRow();
    QWidget *safetyChoices();
    void wire();
    void load();
    void takeEdit();
    void takePassword();
    void showState();
    void showPasswordState();
    void chooseAuthorities();
    environments::Environment shown() const;

    EnvironmentForm &m_form; // not owned
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLabel *m_usedUrl;
    QComboBox *m_dialect;
    QLineEdit *m_deployment;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QLabel *m_passwordNote;
    ProblemLabel *m_readable;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_rules;
    QLineEdit *m_authorities;
    QSpinBox *m_timeout;
    QButtonGroup *m_safety;
    QComboBox *m_colour;
    QMap<Field, ProblemLabel *> m_problems;
    QMap<Field, bool> m_isTouched; // a problem is told once a person has been at its field
    bool m_isLoading = false;
};

} // namespace closeout::ui
