// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which theme the program wears. Follows the system (the desktop portal's colour scheme and
// contrast) until a person chooses one; changes are seen at once, in every window.

#pragma once

#include "ui/widgets/look/theme.h"

#include <QtCore/QObject>

class QDBusVariant;

namespace closeout::ui {

class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Choice : quint8 { System, Light, Dark, HighContrast };

    explicit Appearance(QObject *parent = nullptr); // one for the program

    Choice choice() const { return m_choice; }
    void choose(Choice choice);

    static QString choiceName(Choice choice); // "system", "light" …: for the settings
    static Choice choiceFromName(QStringView name); // System for anything else

signals:
    void changed();

private slots:
    void takeSystemSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askSystem();
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemIsDark = false;
    bool m_systemWantsContrast = false;
};

} // namespace closeout::ui
