// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// For looking at a journal only: needs no room on the disk, creates nothing, and reads in pages, so
// that it takes as long as what is shown is much. A journal that is not there yet is empty; one
// that cannot be read is an Error.

#pragma once

#include "journal/records.h"
#include "result.h"

#include <memory>

class QTemporaryDir;

namespace closeout::journal {

class Database;
class SendingMarks;

class Reader
{
public:
    static Result<std::unique_ptr<Reader>> open(const QString &path);
    ~Reader();

    Result<QList<Entry>> newest(int count) const; // oldest of them first
    Result<EntryId> firstOfNewest(qint64 count) const; // 0: there is none
    Result<QList<Entry>> from(EntryId first, int count) const; // in the order of their ids
    Result<std::optional<Entry>> find(EntryId id) const;
    // Ends that may have been done and of which nobody saw the outcome: of each target the newest,
    // the newest of them first, without their exchanges.
    Result<QList<Entry>> doubts(int count) const;

private:
    Reader();
    Result<void> connect(const QString &path);
    Result<QList<Entry>> select(const char *which, const QVariantList &values) const;
    Result<void> complete(Entry &entry) const;
    Result<void> addExchanges(QList<Entry> &entries) const;

    QString m_path;
    std::unique_ptr<QTemporaryDir> m_copy; // where the original could not be opened
    std::unique_ptr<Database> m_database; // nullptr: nothing was ever written
    std::unique_ptr<SendingMarks> m_marks;
    bool m_isVersion1 = false;
};

} // namespace closeout::journal
