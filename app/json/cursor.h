// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Reads JSON once from front to back, without an index and without a copy: for bytes that arrive
// faster than a Document could be made of them. It checks the grammar as it goes, like Document.
//
//     Cursor cursor(bytes);
//     if (cursor.enterObject()) {
//         while (cursor.nextMember()) {
//             if (cursor.rawKey() == "\"started\"")
//                 use(cursor.takeValue());     // raw, as it is spelled
//             else
//                 cursor.takeValue();
//         }
//     }
//     if (cursor.ranOut()) …                   // the bytes end in the middle: try with more of
//     them
//
// After a failure every call answers no, so that a loop ends and the verdict is asked once. The
// bytes must be valid UTF-8 (isUtf8()) and outlive the cursor and its views.

#pragma once

#include "json/document.h"

#include <utility>

namespace closeout::json {

bool isUtf8(QByteArrayView text);

// How long the element at the start is, by its brackets and quotes alone, so that one with a defect
// can be passed over: up to a comma or bracket outside of it. -1: it goes on behind these bytes.
qsizetype lengthByBrackets(QByteArrayView text);

class Cursor
{
public:
    explicit Cursor(QByteArrayView text);

    Type peek(); // of the value that comes next; Absent: none can start here
    bool enterObject(); // false: something else comes, or it failed
    bool nextMember(); // true: its key was read and its value comes; false: the object is over
    QByteArrayView rawKey() const { return {m_keyStart, m_keyEnd}; } // with its quotes
    bool enterArray();
    bool nextElement(); // true: its value comes; false: the array is over
    QByteArrayView takeValue(); // the next value whole; empty: it failed

    bool isAtEnd(); // nothing but white space is left
    bool failed() const { return m_failed; }
    bool ranOut() const { return m_ranOut; } // failed, and more bytes might mend it
    const char *here() const { return m_at; }
    qsizetype offset() const { return m_at - m_begin; }

private:
    bool fail();
    bool runOut();
    void skipSpace();
    bool is(char c); // the next character, which is then passed
    bool skipValue();
    bool skipContainer();
    bool skipString();
    bool skipEscape();
    bool skipNumber();
    bool skipDigits();
    bool skipWord(QByteArrayView word);
    bool readKey();

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    const char *m_keyStart = nullptr;
    const char *m_keyEnd = nullptr;
    bool m_isFirst = false; // of the container that was just entered
    bool m_failed = false;
    bool m_ranOut = false;
};

// Here, because they are called ten million times for a long list.

inline void Cursor::skipSpace()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

inline bool Cursor::is(char c)
{
    if (m_at < m_end && *m_at != c) // most lists are written without white space
        skipSpace();
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

inline bool Cursor::enterObject()
{
    return !m_failed && is('{') && (m_isFirst = true);
}

inline bool Cursor::enterArray()
{
    return !m_failed && is('[') && (m_isFirst = true);
}

inline bool Cursor::nextMember()
{
    if (m_failed || is('}'))
        return m_isFirst = false;
    if (!std::exchange(m_isFirst, false) && !is(','))
        return m_at == m_end ? runOut() : fail();
    return readKey();
}

inline bool Cursor::nextElement()
{
    if (m_failed || is(']'))
        return m_isFirst = false;
    if (!std::exchange(m_isFirst, false) && !is(','))
        return m_at == m_end ? runOut() : fail();
    skipSpace();
    return m_at != m_end || runOut();
}

inline QByteArrayView Cursor::takeValue()
{
    skipSpace();
    const char *start = m_at;
    if (m_failed || !skipValue())
        return {};
    m_isFirst = false;
    return {start, m_at};
}

} // namespace closeout::json
