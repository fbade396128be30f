// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Cuts an array that arrives in pieces into its elements, without holding the array.
//
//     ElementSplitter splitter;
//     for (const QByteArray &element : splitter.feed(bytes)) …   // each whole, not yet parsed
//     if (auto broken = splitter.finish()) …                    // the stream ended too early
//
// It looks only at brackets, commas and quotes; whether an element is valid JSON its parser says.

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace closeout::json {

class ElementSplitter
{
public:
    static constexpr qsizetype largestElement = qsizetype(64)
        << 20; // bytes; a longer one is an Error

    // The elements that became whole with these bytes. However the bytes are cut, the same elements
    // come: those before a byte that cannot stand there are still given, and the next call, of
    // feed() or finish(), is the Error. After an Error nothing more can come.
    Result<QList<QByteArray>> feed(QByteArrayView bytes);

    // Called behind the last byte: an Error if the array was not closed.
    Result<void> finish() const;

private:
    enum class Stage : quint8 { BeforeArray, InArray, BehindArray, Broken };

    bool take(char c, QList<QByteArray> &elements); // false: c cannot stand here
    qsizetype plainLength(QByteArrayView bytes) const;
    tl::unexpected<Error> broken() const;

    QByteArray m_element; // the one that is arriving
    qint64 m_taken = 0; // bytes, for messages
    int m_depth = 0; // of brackets inside the element
    Stage m_stage = Stage::BeforeArray;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_sawElement = false;
    bool m_isTooLong = false; // why it is broken
};

} // namespace closeout::json
