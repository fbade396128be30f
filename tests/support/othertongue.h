// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// While it lives, every text is in another language: its own words behind a mark.

#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>

namespace closeout::test {

class OtherTongue : public QTranslator
{
public:
    OtherTongue() { QCoreApplication::installTranslator(this); }

    static QString mark() { return QStringLiteral("»"); }

    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return mark() + QString::fromUtf8(text);
    }
};

} // namespace closeout::test
