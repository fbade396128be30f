// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From the bytes of a list of services, in whichever pieces they arrive, to rows: of the export
// stream, and of the services of a customer. It holds no more than the element that is arriving.
//
// Elements in every form seen or feared: objects, strings that hold an object, bare ids. One that
// cannot be read is told and passed over; the others are not lost with it.

#pragma once

#include "result.h"
#include "rows/reader.h"

namespace closeout::rows {

class ServicesReader
{
public:
    static constexpr qsizetype largestElement = qsizetype(64) << 20; // bytes

    // Whoever takes what is read, in the order of the list.
    class Taker
    {
    public:
        virtual ~Taker() = default;
        virtual void takeService(const Reader &service) = 0; // it holds until the call returns
        virtual void takeId(
            const QString &serviceId) = 0; // the server sends ids only: ask for each
        virtual void takeFailure(const Error &error) = 0; // of one element
    };

    explicit ServicesReader(Taker &taker, Reader::Needs needs = {})
        : m_taker(taker)
        , m_reader(needs)
    {
    }

    void feed(QByteArrayView bytes);
    // Behind the last byte: an Error if the list was not closed, or if it was none.
    Result<void> finish();

    void readOne(QByteArrayView service); // the answer about a single one

private:
    enum class Stage : quint8 { BeforeArray, BeforeFirst, InArray, BehindArray, Broken };

    qsizetype takePending(QByteArrayView bytes);
    qsizetype take(QByteArrayView bytes); // as many as are whole; how many that were
    bool takeElement(QByteArrayView bytes, qsizetype &at);
    void takeOther(QByteArrayView element);
    void takeRecord(QByteArrayView object);
    void handOn(QByteArrayView object); // that the reader has read
    void fail(const QString &why);

    Taker &m_taker;
    Reader m_reader;
    QByteArray m_pending; // what has arrived of the element that is not whole yet
    qsizetype m_tryAgainAt = 0; // bytes of it: one that is large is not tried at every piece
    qint64 m_count = 0; // elements
    qint64 m_taken = 0; // bytes
    Stage m_stage = Stage::BeforeArray;
};

} // namespace closeout::rows
