// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/sendingmarks.h"

#include <QtCore/QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace closeout::journal {

#ifdef F_OFD_SETLK

namespace {

flock byteOf(EntryId entry, short type)
{
    flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = entry;
    lock.l_len = 1;
    return lock; // l_pid must be 0
}

} // namespace

SendingMarks::SendingMarks(const QString &journalPath, Use use)
{
    const QByteArray path = QFile::encodeName(journalPath + ".sending"_L1);
    const int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    m_file = use == Use::Set ? ::open(path.constData(), flags | O_RDWR | O_CREAT, 0600)
                             : ::open(path.constData(), flags | O_RDONLY);
}

SendingMarks::~SendingMarks()
{
    if (m_file >= 0)
        ::close(m_file);
}

void SendingMarks::set(EntryId entry)
{
    flock lock = byteOf(entry, F_WRLCK);
    if (m_file >= 0)
        ::fcntl(m_file, F_OFD_SETLK, &lock);
}

void SendingMarks::clear(EntryId entry)
{
    flock lock = byteOf(entry, F_UNLCK);
    if (m_file >= 0)
        ::fcntl(m_file, F_OFD_SETLK, &lock);
}

bool SendingMarks::isSet(EntryId entry) const
{
    flock lock = byteOf(entry, F_WRLCK);
    return m_file >= 0 && ::fcntl(m_file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

#else

SendingMarks::SendingMarks(const QString &, Use) { }
SendingMarks::~SendingMarks() = default;
void SendingMarks::set(EntryId) { }
void SendingMarks::clear(EntryId) { }
bool SendingMarks::isSet(EntryId) const
{
    return false;
}

#endif

} // namespace closeout::journal
