// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which ends are being sent at this moment, and by a program that lives: a lock on one byte each of
// a file beside the journal, which the system takes away when its program ends, however it ends.
// Where there can be no such file, or no such locks, nobody is known to be at anything: what has no
// outcome is then in doubt, and stays claimed just the same.

#pragma once

#include "journal/records.h"

namespace closeout::journal {

class SendingMarks
{
public:
    enum class Use : quint8 { Set, Look }; // to look makes no file
    SendingMarks(const QString &journalPath, Use use);
    ~SendingMarks(); // takes away those that were set here
    SendingMarks(const SendingMarks &) = delete;
    SendingMarks &operator=(const SendingMarks &) = delete;

    void set(EntryId entry);
    void clear(EntryId entry);
    bool isSet(EntryId entry) const; // by another object than this, in whichever program

private:
    int m_file = -1;
};

} // namespace closeout::journal
