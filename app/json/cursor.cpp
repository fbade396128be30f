// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/cursor.h"

#include "json/characters.h"

#include <QtCore/QtEndian>

#include <simdjson.h>

#include <bit>
#include <bitset>
#include <cstring>

namespace closeout::json {

namespace {

// How many of eight bytes, the first in the lowest place, may stand in a string as they are: up to
// a quote, a backslash or a control character. A borrow can only spoil the places above a true hit.
int plainBytes(quint64 eight)
{
    constexpr quint64 ones = 0x0101010101010101U;
    constexpr quint64 high = 0x8080808080808080U;
    const quint64 quote = eight ^ (ones * '"');
    const quint64 backslash = eight ^ (ones * '\\');
    const quint64 hits = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)
        | ((eight - ones * 0x20) & ~eight);
    return std::countr_zero(hits & high) / 8; // of none: 64 / 8
}

} // namespace

bool isUtf8(QByteArrayView text)
{
    return simdjson::validate_utf8(text.data(), size_t(text.size()));
}

qsizetype lengthByBrackets(QByteArrayView text)
{
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
            return i;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return -1;
}

Cursor::Cursor(QByteArrayView text)
    : m_begin(text.data())
    , m_end(text.data() + text.size())
    , m_at(text.data())
{
}

bool Cursor::fail()
{
    m_failed = true;
    return false;
}

bool Cursor::runOut()
{
    m_ranOut = !m_failed;
    return fail();
}

Type Cursor::peek()
{
    skipSpace();
    if (m_failed || m_at == m_end)
        return Type::Absent;
    return typeBeginningWith(*m_at);
}

bool Cursor::readKey()
{
    skipSpace();
    if (m_at == m_end)
        return runOut();
    if (*m_at != '"')
        return fail();
    m_keyStart = m_at;
    if (!skipString())
        return false;
    m_keyEnd = m_at;
    return is(':') || (m_at == m_end ? runOut() : fail());
}

bool Cursor::isAtEnd()
{
    skipSpace();
    return m_at == m_end;
}

bool Cursor::skipValue()
{
    skipSpace();
    if (m_at == m_end)
        return runOut();
    switch (*m_at) {
    case '{':
    case '[':
        return skipContainer();
    case '"':
        return skipString();
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

// Without recursion: which of the open containers are objects is one bit each.
bool Cursor::skipContainer()
{
    std::bitset<maximumDepth> isObject;
    size_t depth = 0;
    while (true) {
        skipSpace(); // a value is due
        if (m_at == m_end)
            return runOut();
        if (*m_at == '{' || *m_at == '[') {
            if (depth == maximumDepth)
                return fail();
            const bool opensObject = *m_at++ == '{';
            if (!is(opensObject ? '}' : ']')) {
                isObject[depth++] = opensObject;
                if (opensObject && !readKey())
                    return false;
                continue;
            }
        } else if (!skipValue()) {
            return false;
        }
        while (depth > 0 && is(isObject[depth - 1] ? '}' : ']'))
            --depth;
        if (depth == 0)
            return true;
        if (!is(','))
            return m_at == m_end ? runOut() : fail();
        if (isObject[depth - 1] && !readKey())
            return false;
    }
}

bool Cursor::skipString()
{
    ++m_at; // the opening quote
    while (true) {
        int plain = 8;
        while (plain == 8 && m_end - m_at >= 8) {
            plain = plainBytes(qFromLittleEndian<quint64>(m_at));
            m_at += plain;
        }
        while (m_at < m_end && *m_at != '"' && *m_at != '\\' && uchar(*m_at) >= 0x20)
            ++m_at;
        if (m_at == m_end)
            return runOut();
        if (*m_at == '"') {
            ++m_at;
            return true;
        }
        if (*m_at != '\\')
            return fail();
        if (!skipEscape())
            return false;
    }
}

bool Cursor::skipEscape()
{
    if (m_end - m_at < 2)
        return runOut();
    const char kind = m_at[1];
    m_at += 2;
    if (kind != 'u')
        return std::strchr("\"\\/bfnrt", kind) && kind != '\0' ? true : fail();
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (m_at == m_end)
            return runOut();
        if (!isHexDigit(*m_at))
            return fail();
    }
    return true;
}

bool Cursor::skipDigits()
{
    if (m_at == m_end)
        return runOut();
    if (!isDigit(*m_at))
        return fail();
    while (m_at < m_end && isDigit(*m_at))
        ++m_at;
    return true;
}

bool Cursor::skipNumber()
{
    if (*m_at == '-')
        ++m_at;
    const bool leadsWithZero = m_at < m_end && *m_at == '0';
    const char *digits = m_at;
    if (!skipDigits())
        return false;
    if (leadsWithZero && m_at - digits > 1)
        return fail();
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (!skipDigits())
            return false;
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!skipDigits())
            return false;
    }
    return true;
}

bool Cursor::skipWord(QByteArrayView word)
{
    const QByteArrayView here(m_at, std::min<qsizetype>(word.size(), m_end - m_at));
    if (!word.startsWith(here))
        return fail();
    m_at += here.size();
    return here.size() == word.size() || runOut();
}

} // namespace closeout::json
