// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/answerwriter.h"

#include "sandbox/http/connection.h"
#include "sandbox/http/pause.h"

#include <algorithm>

namespace closeout::sandbox {

AnswerWriter::AnswerWriter(Connection &connection, Pause &pause)
    : m_connection(connection)
    , m_pause(pause)
{
}

void AnswerWriter::deliver(const Delivery &delivery)
{
    m_delivery = delivery;
    m_written = 0;
    m_isInBody = delivery.counted == Delivery::Counted::Answer;
}

// The head is written in one piece, and before the body.
qint64 AnswerWriter::bytesToGo(const char *data, qint64 size)
{
    qint64 passed = 0; // of the head, which does not count
    if (!m_isInBody) {
        const qsizetype end = QByteArrayView(data, size).indexOf("\r\n\r\n");
        m_isInBody = end >= 0;
        passed = m_isInBody ? end + 4 : size;
    }
    const qint64 counted = std::min(size - passed, m_delivery->after - m_written);
    m_written += counted;
    return passed + counted;
}

bool AnswerWriter::write(const char *data, qint64 size)
{
    if (m_isBrokenOff)
        return false;
    if (!m_delivery)
        return m_connection.write(data, size);
    const qint64 first = bytesToGo(data, size);
    if (!m_connection.write(data, first))
        return false;
    if (first == size) // there may be more; an answer that ends just here is whole
        return true;
    return arrive() && m_connection.write(data + first, size - first);
}

bool AnswerWriter::arrive()
{
    const Delivery delivery = *m_delivery;
    m_delivery.reset();
    if (!m_connection.flush())
        return false;
    m_pause.wait(delivery.delay);
    if (delivery.end == Delivery::End::Rest)
        return true;
    if (delivery.end == Delivery::End::Silence)
        m_connection.waitUntilLeft();
    m_isBrokenOff = true;
    return false;
}

} // namespace closeout::sandbox
