// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a person has chosen and how the window was left: one INI file that nobody has to edit.
// Nothing in it matters to what is sent; if it cannot be read the window looks as on the first day.
//
// It is read once, and written off the window's thread soon after something has changed, so that it
// is there after a kill as well. One window at a time may write it (OneWindow).

#pragma once

#include "find/servicesearch.h"
#include "ui/widgets/background.h"
#include "ui/widgets/look/appearance.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QVariant>

namespace closeout::ui {

// What of a list was selected when it was left: ids, as RowSelection names them.
struct KeptSelection
{
    QList<QByteArray> services;
    QList<QByteArray> tasks;
};

class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &path, QObject *parent = nullptr);
    ~Settings() override; // writes what has not been written

    void leaveAlone()
    {
        m_isOthers = true;
    } // it is another window's: nothing is written from now on

    Appearance::Choice appearance() const;
    void setAppearance(Appearance::Choice choice);

    QString language() const; // "de"; empty: the system's
    void setLanguage(const QString &code);

    // Where the window was pointed at; empty: the sandbox.
    QString environment() const;
    void setEnvironment(const QString &name);

    contract::Dialect sandboxDialect() const;
    quint16 sandboxPort() const; // 0: none yet
    void setSandbox(contract::Dialect dialect, quint16 port);

    // What was looked at there.
    find::Query query(const QString &environment) const;
    QString service(const QString &environment) const;
    void setView(const QString &environment, const find::Query &query, const QString &serviceId);
    KeptSelection selection(const QString &environment) const;
    void setSelection(const QString &environment, const KeptSelection &selection);

    // Of a pane: sizes, columns, sorting; empty: never kept.
    QByteArray layout(const QString &pane) const;
    void setLayout(const QString &pane, const QByteArray &layout);

    void save(); // what has changed, now: it is on the disk afterwards

private:
    using Values = QHash<QString, QVariant>;

    QVariant value(const QString &key) const { return m_values.value(key); }
    void set(const QString &key, const QVariant &value);
    void writeInBackground();
    static void write(const QString &path, const Values &values);

    const QString m_path;
    Values m_values;
    QTimer m_soon; // runs while something has not been written
    InOrder m_disk;
    bool m_isOthers = false;
};

} // namespace closeout::ui
