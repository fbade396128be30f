// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one way in which a file of ours is read and written: environments, drafts, saved views,
// exports.
//
// A file is written whole or not at all: beside the old one, checked to be on disk, and only then
// put in its place. A full disk, a broken one or the end of the program leave the old file as it
// was, and the error is told. Files of ours are their owner's alone (0600, new folders 0700),
// whatever the umask says; a link is followed, not replaced.

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace closeout::json {
class Document;
}

namespace closeout::environments {

enum class Keeper : quint8 {
    Us, // nobody else's business: 0600; and never anything but a file
    Person, // asked for there: permissions of an older file stay; may be a pipe or a device
};

// A file on its way; one thread at a time.
class OwnFile
{
public:
    OwnFile(QString path, Keeper keeper);
    ~OwnFile(); // without commit() all is as it was before

    OwnFile(const OwnFile &) = delete;
    OwnFile &operator=(const OwnFile &) = delete;

    Result<void> open(); // the folder must be there
    Result<void> write(QByteArrayView bytes);
    Result<void> commit(); // it is on disk, and in its place

private:
    tl::unexpected<Error> failed(int error);
    Result<void> openDirectly();

    QString m_path; // as it is called
    QByteArray m_target; // where it will stand, behind all links
    QByteArray m_temporary; // empty: written in place
    Keeper m_keeper;
    int m_descriptor = -1;
};

// The whole way at once. Of ours, the folder is made.
Result<void> writeFile(const QString &path, const QByteArray &bytes, Keeper keeper);

// Nothing: there is none. Never waits: what is no file, or too large, is an Error.
Result<std::optional<QByteArray>> readOwnFile(const QString &path, qint64 largest);

Result<void> makeOwnFolder(const QString &path); // with those above it; what is there stays

// While it lives, nobody else changes that file, in this program or another: whoever reads a file
// to write it anew holds it meanwhile.
class OwnLock
{
public:
    // Waits for a few seconds; an Error: somebody keeps it for longer, or it cannot be had.
    static Result<OwnLock> take(const QString &path);
    ~OwnLock();

    OwnLock(OwnLock &&other) noexcept;
    OwnLock(const OwnLock &) = delete;
    OwnLock &operator=(const OwnLock &) = delete;
    OwnLock &operator=(OwnLock &&) = delete;

private:
    explicit OwnLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

// A member that stands twice says two things, and which of them was meant only a person can tell.
// What is not read may stand there as often as it likes.
Result<void> checkMembersStandOnce(const json::Document &document, const QStringList &read);

} // namespace closeout::environments
