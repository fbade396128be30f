// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One environment while it is edited: what stands in the form, apart from what is saved, and what
// keeps it from being saved. The password goes to the system's password store or nowhere.

#pragma once

#include "environments/environment.h"

#include <QtCore/QObject>

namespace closeout::environments {
class SecretStore;
}

namespace closeout::ui {

class EnvironmentList;

class EnvironmentForm : public QObject
{
    Q_OBJECT

public:
    enum class Field : quint8 { Name, Url, User, Headers, AuthoritiesFile, StuckRules };
    enum class Keep : quint8 { No, InStore }; // the password

    EnvironmentForm(EnvironmentList &list, environments::SecretStore &store,
                    QObject *parent = nullptr);

    void load(const environments::Environment &stored); // to change it
    void startNew(const environments::Environment &pattern); // its name is made free
    void revert(); // to what is saved; a new one becomes empty
    void setValue(const environments::Environment &value); // what a person has made of it
    void setPassword(const QString &password, Keep keep);
    void checkAuthorities(); // what is found is told in the language of the window
    void save(); // if whyNotSavable() is empty; saved() or failed() comes

    const environments::Environment &value() const { return m_value; }
    const QString &password() const { return m_password; }
    Keep passwordGoes() const { return m_keep; }
    // To test with: what was typed, else what is kept for this user and server; may be empty.
    QString passwordToTry() const;
    QString storedName() const { return m_storedName; } // empty: a new one
    bool isNew() const { return m_storedName.isEmpty(); }
    bool isDirty() const;
    bool isSaving() const { return m_isSaving; }
    QString problem(Field field) const; // a sentence; empty: none
    QString whyNotSavable() const;
    bool isPasswordReadable() const; // on its way: plain http, and not to this computer
    QString usedUrl() const; // the base URL as it will really be used; empty: not usable
    // In the language of the moment:
    QString whyNotKept() const; // empty: the store works
    QString whyNotKeptDetail() const;
    bool isPasswordKept() const { return m_kept.has_value(); } // of user and server as saved

signals:
    void loaded(); // everything is another one
    void changed();
    void saved(const closeout::environments::Environment &environment);
    void failed(const closeout::Error &error); // it was not saved
    // It is removed, but its password may be in the store still.
    void passwordNotForgotten(const closeout::Error &error);
    void passwordNotKept(const closeout::Error &error); // all the rest was saved

private:
    void begin(const environments::Environment &value, const QString &storedName);
    void askStore();
    void takeSaved(const environments::Environment &environment);
    void forgetPassword(const environments::Environment &removed);
    void takeFailure(const Error &error);
    QString nameProblem() const;
    QString headersProblem() const;
    QString rulesProblem() const;

    EnvironmentList &m_list; // not owned
    environments::SecretStore &m_store; // not owned
    environments::Environment m_stored; // of a new one: as it began
    environments::Environment m_value;
    QString m_storedName;
    QString m_password;
    Keep m_keep = Keep::No;
    QString m_authoritiesProblem;
    std::optional<Error> m_storeError; // nothing: the password store works
    std::optional<QString> m_kept; // the password in the store
    bool m_isSaving = false;
    int m_question = 0; // of the password store; an answer to an older one is dropped
};

} // namespace closeout::ui
