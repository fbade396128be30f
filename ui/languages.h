// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The languages that the window speaks, and the one it speaks now. What stands in the window
// already does not change by itself: whoever switches makes the window anew.

#pragma once

#include <QtCore/QLocale>
#include <QtCore/QTranslator>

#include <memory>

namespace closeout::ui {

class Languages
{
public:
    static QStringList codes(); // "en", "de": of the catalogues that are built in
    static QString nativeName(const QString &code); // "English", "Deutsch"

    // code: empty for the system's; one that we do not speak becomes English.
    void use(const QString &code);
    const QString &current() const { return m_current; }

private:
    QString m_current;
    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qts; // of the texts that Qt brings
};

} // namespace closeout::ui
