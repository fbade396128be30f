// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Numbers as they are spelled, compared exactly: 18446744073709551615 is less than
// 18446744073709551616, and 1.0 is 1.00. Nothing is ever rounded.

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QVarLengthArray>

#include <compare>
#include <optional>

namespace closeout::filter {

class Decimal
{
public:
    static std::optional<Decimal> read(QByteArrayView spelled); // by the grammar of JSON

    // Beyond an exponent of 10^15 all numbers of one sign are equal.
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);
    friend bool operator==(const Decimal &a, const Decimal &b) { return (a <=> b) == 0; }

    // Bytes that compare as the numbers do.
    QByteArray sortKey() const;

private:
    int m_sign = 0;
    qint64 m_exponent = 0; // 0.DIGITS times ten to that
    QVarLengthArray<char, 32> m_digits; // without zeros at either end
};

} // namespace closeout::filter
