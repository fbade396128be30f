// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What SQLite tells the disk, noted on its way there, and what of it would be left if the power
// went at any moment: what was synced, and of the rest whatever chance leaves of it.
//
//     PowerVfs vfs; // from now on all data bases that are opened go through it, those of Qt too
//     … use the journal …
//     PowerCut(vfs.steps(), 17, Disk::Honest).leaveIn(folder, seed); // as it was before step 17
//
// The real disk is not asked to sync anything, which takes long. A write is kept or lost in pieces
// of 512 bytes, each by itself, so that it may be torn, and a later one there without an earlier
// one. A file that is new or gone is so for good when its folder is synced, which SQLite does with
// the first sync of a new log and where it is asked to at a deletion. The shared memory of the
// write-ahead log is no file on the disk.

#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

namespace closeout::test {

struct DiskStep
{
    enum class Kind : quint8 { Create, Write, Truncate, Sync, Delete };
    Kind kind = Kind::Write;
    QString file; // without its folder
    qint64 offset = 0; // of a Write; the new size of a Truncate
    QByteArray data; // of a Write
    bool syncsFolder = false;

    QString inWords() const;
};

class PowerVfs // one at a time
{
public:
    PowerVfs();
    ~PowerVfs(); // no data base is open any more
    PowerVfs(const PowerVfs &) = delete;
    PowerVfs &operator=(const PowerVfs &) = delete;

    const QList<DiskStep> &steps() const { return m_steps; }
    void note(const DiskStep &step) { m_steps.append(step); }

private:
    struct Methods;
    std::unique_ptr<Methods> m_methods;
    QList<DiskStep> m_steps;
};

enum class Disk : quint8 {
    Honest,
    Forgetful, // says that it has synced, and has not: what PRAGMA synchronous = OFF makes of one
};

class PowerCut
{
public:
    // Before the step with that number is done.
    PowerCut(const QList<DiskStep> &steps, qsizetype at, Disk disk);
    // Seed 0 loses all that may be lost, 1 keeps it, others leave it to chance.
    bool leaveIn(const QString &folder, quint32 seed) const;

private:
    enum class Sure : quint8 { No, Perhaps, Yes };
    struct File // from its creation to its deletion
    {
        QString name;
        Sure isMade = Sure::Perhaps;
        Sure isGone = Sure::No;
        QByteArray safe; // what was synced
        QList<DiskStep> pending; // Write and Truncate since then, in their order
    };
    void take(const DiskStep &step);
    void syncFolder();
    File &fileOf(const QString &name);

    QList<File> m_files; // those of the same name in the order in which they were made
};

} // namespace closeout::test
