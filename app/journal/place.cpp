// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/place.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryFile>

#include <cerrno>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

tl::unexpected<Error> cannotBeRead(const QString &path, const QString &why)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 cannot be read: %2. Until it can, nobody knows what was "
                          "sent.")
                       .arg(path, why));
}

} // namespace

Result<Place> lookAtPlace(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found
    {
    };
    if (::stat(name.constData(), &found) == 0) {
        if (S_ISREG(found.st_mode))
            return Place::File;
        return cannotBeRead(path, Tr::tr("it is no file"));
    }
    const int error = errno;
    struct stat link
    {
    };
    if (error != ENOENT)
        return cannotBeRead(path, qt_error_string(error));
    if (::lstat(name.constData(), &link) == 0)
        return cannotBeRead(path, Tr::tr("it is a link that leads nowhere"));
    return Place::Missing;
}

tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &why)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 cannot be written: %2. Check the disk and the rights on "
                          "the file and its folder.")
                       .arg(path, why));
}

Result<void> prepareFile(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    QFile file(path);
    // It holds customers' data, so it is its owner's alone from the first moment.
    if (!folder.mkpath(u"."_s)
        || !file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return cannotBeWritten(path, file.errorString());
    return {};
}

// Tries it on the folder that is there, of those in which the journal would be made: what a folder
// says about its rights is not the whole truth (a read-only disk, a folder of the system).
Result<void> checkFolder(const QString &path)
{
    QFileInfo folder(QFileInfo(path).absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.absolutePath());
    if (!folder.isDir())
        return cannotBeWritten(path, Tr::tr("%1 is not a folder").arg(folder.filePath()));
    QTemporaryFile trial(folder.filePath() + "/journal-XXXXXX"_L1);
    if (!trial.open()) {
        return cannotBeWritten(path,
                               Tr::tr("%1 takes no new file (%2)")
                                   .arg(folder.filePath(), trial.errorString()));
    }
    return {};
}

} // namespace closeout::journal
