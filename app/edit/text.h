// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Bytes that are edited: kept in blocks of about 64 KiB, so that an edit copies one block and no
// more, and a copy of a whole Text shares all blocks until one of the two is edited. What was given
// at the beginning is never copied: its blocks are windows into it.
//
//     Text text(bytes);
//     const Text before = text; // costs next to nothing
//     text.replace(5, 1, "8.50");

#pragma once

#include "json/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

namespace closeout::edit {

class Text
{
public:
    Text() = default;
    explicit Text(QByteArray bytes);

    qsizetype size() const { return m_size; }
    qsizetype markSize() const; // of a byte order mark at the beginning
    qsizetype lines() const { return m_breaks + 1; } // parted by \n
    char at(qsizetype offset) const;
    QByteArray slice(qsizetype offset, qsizetype length) const; // a copy
    // Without a copy where it stands in one piece in memory, else copied into “room”. Good until
    // this text, or room, is changed.
    QByteArrayView view(qsizetype offset, qsizetype length, QByteArray &room) const;
    QByteArray bytes() const; // all of them
    bool holds(qsizetype offset, QByteArrayView bytes) const; // these stand there
    qsizetype lastBreakBefore(qsizetype offset) const; // where a \n is; -1: there is none

    void replace(qsizetype offset, qsizetype length, QByteArrayView bytes);

    json::Position positionOf(qsizetype offset) const; // a byte order mark is no column

    friend bool operator==(const Text &a, const Text &b);

private:
    struct Block
    {
        QByteArray bytes;
        qsizetype start = 0; // in the text
        qsizetype breaks = 0; // in the text before it
        qsizetype own = -1; // breaks in it; -1: not yet counted
    };

    qsizetype blockAt(qsizetype offset) const;
    void append(QList<Block> &blocks, const QByteArray &bytes) const;
    void number(qsizetype from); // the blocks from there on

    QByteArray m_origin; // what blocks may be windows into
    QList<Block> m_blocks; // none is empty
    qsizetype m_size = 0;
    qsizetype m_breaks = 0;
    bool m_isOrigin = true; // all of it, untouched
};

} // namespace closeout::edit
