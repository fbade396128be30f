// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a person has chosen and how the window was left: one INI file that nobody has to edit.
// Nothing in it matters to what is sent; if it cannot be read the window looks as on the first day.

#pragma once

#include "find/servicesearch.h"
#include "ui/widgets/appearance.h"

#include <QtCore/QSettings>

namespace closeout::ui {

class Settings
{
public:
    explicit Settings(const QString &path);

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

    // Of a pane: sizes, columns, sorting; empty: never kept.
    QByteArray layout(const QString &pane) const;
    void setLayout(const QString &pane, const QByteArray &layout);

    bool save(); // false: the file could not be written

private:
    QSettings m_file;
};

} // namespace closeout::ui
