// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// HTTP/1.1 answers from the bytes of one connection, for whoever must know whether an answer is
// whole and belongs to what was asked. Strict where a reader that forgives would make an answer of
// something else: two lengths, a broken chunk, bytes behind the end. Pure.
// Source: RFC 9112, sections 4 to 8; RFC 9110, section 15.2.

#pragma once

#include "client/exchange.h"

namespace closeout::client {

class AnswerReader
{
public:
    // Interim answers (100, 102, 103 …) are read past; 101 is an answer, though none to us.
    void read(QByteArrayView bytes);
    void readEnd(); // nothing more will come

    bool hasHead() const { return m_hasHead; } // status and headers are known
    bool isWhole() const { return m_state == State::Done; }
    // The end of the body is known by its length or by its last chunk, not by the connection's end.
    bool isFramed() const { return m_framing != Framing::UntilClosed; }
    // Why this is no whole answer, for the curious; empty: nothing is wrong so far.
    const QString &problem() const { return m_problem; }

    int status() const { return m_status; }
    const QByteArray &reason() const { return m_reason; }
    const QList<Header> &headers() const { return m_headers; }
    qint64 promisedBytes() const { return m_framing == Framing::Length ? m_promised : -1; }
    qint64 bodyBytes() const { return m_bodyBytes; } // that have arrived
    QByteArray takeBody(); // what has arrived since the last time

private:
    enum class State : quint8 {
        StatusLine,
        Headers,
        Body,
        ChunkLine,
        ChunkEnd,
        Trailers,
        Done,
        Broken
    };
    enum class Framing : quint8 { None, Length, Chunks, UntilClosed };

    bool step(); // false: more bytes are needed
    std::optional<QByteArray> takeLine();
    bool readStatusLine();
    bool readHeader();
    bool readTrailer();
    bool readBody();
    bool readChunkLine();
    bool readChunkEnd();
    void beginBody();
    QList<QByteArray> valuesOf(QByteArrayView name) const;
    bool fail(const QString &problem); // false

    State m_state = State::StatusLine;
    Framing m_framing = Framing::None;
    QByteArray m_waiting; // arrived and not yet understood
    qsizetype m_headBytes = 0; // of heads and chunk lines, which must not go on for ever
    bool m_hasHead = false;
    int m_status = 0;
    QByteArray m_reason;
    QList<Header> m_headers;
    QByteArray m_body;
    qint64 m_promised = 0; // of the body
    qint64 m_left = 0; // of the body, or of the chunk
    qint64 m_bodyBytes = 0;
    QString m_problem;
};

} // namespace closeout::client
