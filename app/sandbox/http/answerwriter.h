// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Writes an answer as its Delivery says: whole, or so much of it, then a wait, then the rest, the
// end of the connection or nothing more. Used on the connection's thread; owns nothing.

#pragma once

#include "sandbox/http/request.h"

namespace closeout::sandbox {

class Connection;
class Pause;

class AnswerWriter
{
public:
    AnswerWriter(Connection &connection, Pause &pause);

    void deliver(const Delivery &delivery); // of the answer that will be written next
    bool write(const char *data, qint64 size); // false: the answer ends here

    // What was not delivered ends the connection; without a delivery it never does.
    bool isBrokenOff() const { return m_isBrokenOff; }

private:
    qint64 bytesToGo(const char *data, qint64 size); // until the place where something happens
    bool arrive();

    Connection &m_connection;
    Pause &m_pause;
    std::optional<Delivery> m_delivery; // nothing once it was done
    qint64 m_written = 0; // of what counts
    bool m_isInBody = false;
    bool m_isBrokenOff = false;
};

} // namespace closeout::sandbox
