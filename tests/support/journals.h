// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What tests say often to a journal.

#pragma once

#include "journal/journal.h"
#include "journal/reader.h"

namespace closeout::test {

// The newest, oldest of them first; as a program reads them that does not write.
inline QList<journal::Entry> entriesOf(const QString &path, int count = 1000)
{
    const auto reader = journal::Reader::open(path);
    return reader ? (*reader)->newest(count).value_or(QList<journal::Entry>())
                  : QList<journal::Entry>();
}

inline QList<journal::Entry> doubtsOf(const QString &path, int count = 1000)
{
    const auto reader = journal::Reader::open(path);
    return reader ? (*reader)->doubts(count).value_or(QList<journal::Entry>())
                  : QList<journal::Entry>();
}

// An intention, whatever stands against it; 0: it was not recorded.
inline journal::EntryId intend(journal::Journal &journal, journal::Intention intention,
                               const journal::ExchangeRecord &check)
{
    if (intention.deployment.id.isEmpty())
        intention.deployment = contract::deploymentAt(QUrl(intention.baseUrl));
    const auto claimed = journal.recordIntention(intention, check, journal::Shown::Open,
                                                 {true, true, true, 0});
    return claimed ? claimed->entry : 0;
}

} // namespace closeout::test
