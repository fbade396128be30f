// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What somebody types who waits for a form that is being read: it is for the first fields, as soon
// as there are any, and must not be lost or go elsewhere.

#pragma once

#include <QtCore/QString>

class QKeyEvent;
class QWidget;

namespace closeout::ui {

class TypeAhead
{
public:
    bool take(const QKeyEvent &event); // false: it is no text
    bool takeTab(); // false: nothing was typed before it
    void clear() { m_keys.clear(); }
    void typeInto(QWidget *form); // from the field that has the focus on

private:
    QString m_keys; // a tab goes on to the next field
};

} // namespace closeout::ui
