// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/decimal.h"

#include "json/characters.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <array>

namespace closeout::filter {

using json::isDigit;

namespace {

constexpr qint64 largestExponent = 1'000'000'000'000'000;
constexpr quint16 nearExponents = 0x4000; // are written in two bytes, the others in ten

// Takes digits from the front of rest; false: there is none.
bool takeDigits(QByteArrayView &rest, QByteArrayView &digits)
{
    qsizetype count = 0;
    while (count < rest.size() && isDigit(rest[count]))
        ++count;
    digits = rest.first(count);
    rest = rest.sliced(count);
    return count > 0;
}

bool take(QByteArrayView &rest, char c)
{
    if (rest.isEmpty() || rest.front() != c)
        return false;
    rest = rest.sliced(1);
    return true;
}

bool takeExponent(QByteArrayView &rest, qint64 &exponent)
{
    if (!take(rest, 'e') && !take(rest, 'E'))
        return true;
    const bool isNegative = take(rest, '-');
    if (!isNegative)
        take(rest, '+');
    QByteArrayView digits;
    if (!takeDigits(rest, digits))
        return false;
    for (const char digit : digits)
        exponent = std::min(largestExponent, exponent * 10 + (digit - '0'));
    if (isNegative)
        exponent = -exponent;
    return true;
}

} // namespace

std::optional<Decimal> Decimal::read(QByteArrayView spelled)
{
    Decimal number;
    const bool isNegative = take(spelled, '-');
    QByteArrayView whole;
    QByteArrayView fraction;
    if (!takeDigits(spelled, whole) || (whole.size() > 1 && whole.front() == '0'))
        return {};
    if (take(spelled, '.') && !takeDigits(spelled, fraction))
        return {};
    if (!takeExponent(spelled, number.m_exponent) || !spelled.isEmpty())
        return {};
    number.m_digits.append(whole.data(), whole.size());
    number.m_digits.append(fraction.data(), fraction.size());
    const auto *const first = std::find_if(number.m_digits.cbegin(), number.m_digits.cend(),
                                           [](char digit) { return digit != '0'; });
    const qsizetype zeros = first - number.m_digits.cbegin();
    number.m_digits.remove(0, zeros);
    while (!number.m_digits.isEmpty() && number.m_digits.back() == '0')
        number.m_digits.removeLast();
    if (number.m_digits.isEmpty()) {
        number.m_exponent = 0;
        return number;
    }
    number.m_exponent = std::clamp(number.m_exponent + whole.size() - zeros, -largestExponent,
                                   largestExponent);
    number.m_sign = isNegative ? -1 : 1;
    return number;
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    if (a.m_sign != b.m_sign || a.m_sign == 0)
        return a.m_sign <=> b.m_sign;
    std::strong_ordering order = a.m_exponent <=> b.m_exponent;
    if (order == 0)
        order = QByteArrayView(a.m_digits.data(), a.m_digits.size())
                    .compare(QByteArrayView(b.m_digits.data(), b.m_digits.size()))
            <=> 0;
    return a.m_sign > 0 ? order : 0 <=> order;
}

QByteArray Decimal::sortKey() const
{
    QByteArray key(1, char(1 + m_sign));
    if (m_sign == 0)
        return key;
    const bool isNear = std::abs(m_exponent) < nearExponents;
    const qint64 shown = isNear ? m_exponent + 0x8000 : m_exponent < 0 ? 0 : 0xFFFF;
    std::array<char, 2> two{};
    qToBigEndian(quint16(shown), two.data());
    key.append(two.data(), two.size());
    if (!isNear) {
        std::array<char, 8> eight{};
        qToBigEndian(quint64(m_exponent + 2 * largestExponent), eight.data());
        key.append(eight.data(), eight.size());
    }
    key.append(m_digits.data(), m_digits.size());
    if (m_sign < 0) {
        key += '\0'; // so that of -1 and -12 the longer one comes first
        std::transform(key.begin() + 1, key.end(), key.begin() + 1,
                       [](char c) { return char(~uchar(c)); });
    }
    return key;
}

} // namespace closeout::filter
