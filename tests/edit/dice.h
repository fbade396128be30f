// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// JSON by chance, the same for the same seed.

#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QRandomGenerator>

namespace closeout::edit {

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return int(m_random.bounded(limit)); }
    QByteArray oneOf(const QByteArrayList &choices)
    {
        return choices.at(below(int(choices.size())));
    }

    QByteArray space() { return oneOf({"", "", "", " ", "\n", "\r\n  ", "\t"}); }
    QByteArray key()
    {
        return oneOf({"\"a\"", "\"b\"", "\"\\u0061\"", "\"\"", "\"ä\"", "\"a/b~\"", "\"\\ud800\"",
                      "\"c\"", "\"d\"", "\"e:\"", "\"f\\\"\""});
    }

    QByteArray scalar()
    {
        return oneOf({"0", "-0", "1.10", "1e400", "18446744073709551615", "true", "false", "null",
                      "\"\"", "\"ä\\n\"", "\"[{,:}]\\\"\"", "\"\\u0000\"", "\"\\udc00\"",
                      "\"\xEF\xBB\xBF\""});
    }

    QByteArray value(int depth, int most = 5)
    {
        const int kind = depth == 0 ? 0 : below(4);
        if (kind < 2)
            return scalar();
        const bool isObject = kind == 2;
        QByteArrayList items;
        for (int i = below(most); i > 0; --i) {
            const QByteArray lead = isObject ? space() + key() + space() + ':' : QByteArray();
            items.append(lead + space() + value(depth - 1) + space());
        }
        const QByteArray inside = items.isEmpty() ? space() : items.join(',');
        return isObject ? '{' + inside + '}' : '[' + inside + ']';
    }

    QByteArray text() { return oneOf({"", "\xEF\xBB\xBF"}) + space() + value(5) + space(); }

    // Enough to be kept in many chunks.
    QByteArray wide(int children)
    {
        QByteArrayList items;
        const bool isObject = below(2) == 0;
        for (int i = 0; i < children; ++i) {
            const QByteArray key = isObject ? "\"k" + QByteArray::number(i) + "\":" : QByteArray();
            items.append(key + space() + value(2));
        }
        return (isObject ? '{' + items.join(',') + '}' : '[' + items.join(',') + ']');
    }

private:
    QRandomGenerator m_random;
};

} // namespace closeout::edit
