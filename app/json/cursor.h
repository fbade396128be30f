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

} // namespace closeout::json
