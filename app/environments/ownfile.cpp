// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/ownfile.h"

#include "json/document.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

constexpr mode_t ownFile = 0600;
constexpr mode_t ownFolder = 0700;
constexpr qint64 longestWait = 10'000; // ms, for a lock
constexpr unsigned long lockPause = 5; // ms

tl::unexpected<Error> fileFailure(const QString &message)
{
    return failure(ErrorKind::Storage, message);
}

tl::unexpected<Error> notWritten(const QString &path, int error)
{
    return fileFailure(Tr::tr("%1 cannot be written: %2.").arg(path, qt_error_string(error)));
}

tl::unexpected<Error> notRead(const QString &path, const QString &reason)
{
    return fileFailure(Tr::tr("%1 cannot be read: %2.").arg(path, reason));
}

QByteArray folderOf(const QByteArray &path)
{
    return QFile::encodeName(QFileInfo(QFile::decodeName(path)).absolutePath());
}

// Not every file system can be told to; one that cannot has nothing to say about failures either.
bool sync(int descriptor)
{
    int done = 0;
    do {
        done = fsync(descriptor);
    } while (done != 0 && errno == EINTR);
    return done == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

bool syncFolder(const QByteArray &folder)
{
    const int descriptor = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES; // may be written but not listed
    const bool done = sync(descriptor);
    const int error = errno;
    close(descriptor);
    errno = error;
    return done;
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            errno = written == 0 ? ENOSPC : errno;
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

QByteArray behindLinks(const QByteArray &path)
{
    char *real = realpath(path.constData(), nullptr);
    const QByteArray resolved = real ? QByteArray(real) : QByteArray();
    std::free(real);
    if (!resolved.isEmpty())
        return resolved;
    // A link to where nothing is yet.
    const QFileInfo info(QFile::decodeName(path));
    return info.isSymLink() ? QFile::encodeName(info.symLinkTarget()) : path;
}

} // namespace

OwnFile::OwnFile(QString path, Keeper keeper)
    : m_path(std::move(path))
    , m_keeper(keeper)
{
}

OwnFile::~OwnFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
    if (!m_temporary.isEmpty())
        unlink(m_temporary.constData());
}

tl::unexpected<Error> OwnFile::failed(int error)
{
    return notWritten(m_path, error);
}

Result<void> OwnFile::open()
{
    const QByteArray path = QFile::encodeName(QFileInfo(m_path).absoluteFilePath());
    mode_t mode = ownFile;
    struct stat old
    {
    };
    const bool isThere = stat(path.constData(), &old) == 0;
    if (!isThere && errno != ENOENT)
        return failed(errno);
    m_target = behindLinks(path);
    if (isThere && S_ISDIR(old.st_mode))
        return failed(EISDIR);
    if (isThere && !S_ISREG(old.st_mode))
        return openDirectly();
    if (isThere && m_keeper == Keeper::Person)
        mode = old.st_mode & 0777;
    QByteArray name = folderOf(m_target) + "/.closeout-XXXXXX";
    m_descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (m_descriptor < 0)
        return failed(errno);
    m_temporary = name;
    if (fchmod(m_descriptor, mode) != 0)
        return failed(errno);
    return {};
}

// A device or a pipe must not be replaced by a file.
Result<void> OwnFile::openDirectly()
{
    if (m_keeper == Keeper::Us)
        return fileFailure(Tr::tr("%1 cannot be written: it is no file.").arg(m_path));
    m_descriptor = ::open(m_target.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (m_descriptor < 0)
        return failed(errno);
    return {};
}

Result<void> OwnFile::write(QByteArrayView bytes)
{
    if (!writeAll(m_descriptor, bytes))
        return failed(errno);
    return {};
}

Result<void> OwnFile::commit()
{
    if (!sync(m_descriptor))
        return failed(errno);
    if (close(std::exchange(m_descriptor, -1)) != 0)
        return failed(errno);
    if (m_temporary.isEmpty())
        return {};
    if (rename(m_temporary.constData(), m_target.constData()) != 0)
        return failed(errno);
    m_temporary.clear();
    if (!syncFolder(folderOf(m_target)))
        return failed(errno);
    return {};
}

Result<void> writeFile(const QString &path, const QByteArray &bytes, Keeper keeper)
{
    if (keeper == Keeper::Us) {
        if (const Result<void> made = makeOwnFolder(QFileInfo(path).absolutePath()); !made)
            return made;
    }
    OwnFile file(path, keeper);
    return file.open().and_then([&] { return file.write(bytes); }).and_then([&] {
        return file.commit();
    });
}

Result<std::optional<QByteArray>> readOwnFile(const QString &path, qint64 largest)
{
    // Without waiting for whoever would write into a pipe.
    const int descriptor = open(QFile::encodeName(path).constData(),
                                O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT)
        return std::nullopt;
    if (descriptor < 0)
        return notRead(path, qt_error_string(errno));
    QFile file;
    struct stat info
    {
    };
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        close(descriptor);
        return notRead(path, file.errorString());
    }
    if (fstat(descriptor, &info) != 0)
        return notRead(path, qt_error_string(errno));
    if (!S_ISREG(info.st_mode))
        return notRead(path, Tr::tr("it is no file"));
    if (info.st_size > largest)
        return notRead(path, Tr::tr("it is too large"));
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return notRead(path, file.errorString());
    return bytes;
}

Result<void> makeOwnFolder(const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QByteArray name = QFile::encodeName(folder);
    struct stat info
    {
    };
    if (stat(name.constData(), &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return {};
        return fileFailure(
            Tr::tr("The folder %1 cannot be made: %2.").arg(folder, qt_error_string(EEXIST)));
    }
    const QString above = QFileInfo(folder).absolutePath();
    if (errno == ENOENT && above != folder) {
        if (Result<void> made = makeOwnFolder(above); !made)
            return made;
    }
    const bool made = mkdir(name.constData(), ownFolder) == 0;
    if (!made && errno != EEXIST) { // somebody else was faster
        return fileFailure(
            Tr::tr("The folder %1 cannot be made: %2.").arg(folder, qt_error_string(errno)));
    }
    if (made)
        chmod(name.constData(), ownFolder); // an umask may have taken too much
    return {};
}

Result<OwnLock> OwnLock::take(const QString &path)
{
    const QFileInfo file(path);
    if (const Result<void> made = makeOwnFolder(file.absolutePath()); !made)
        return tl::unexpected(made.error());
    const QString name = file.absolutePath() + "/."_L1 + file.fileName() + ".lock"_L1;
    const int descriptor = open(QFile::encodeName(name).constData(),
                                O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownFile);
    if (descriptor < 0)
        return notWritten(path, errno);
    OwnLock lock(descriptor);
    QElapsedTimer waited;
    waited.start();
    while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno == ENOSYS || errno == ENOTSUP || errno == ENOLCK)
            break; // a file system without locks: then as good as without
        if (errno != EWOULDBLOCK)
            return notWritten(path, errno);
        if (waited.hasExpired(longestWait)) {
            return fileFailure(
                Tr::tr("%1 is being changed by another program, which does not come to an end. "
                       "Nothing was changed; try again.")
                    .arg(path));
        }
        QThread::msleep(lockPause);
    }
    return lock;
}

OwnLock::OwnLock(OwnLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

// The file stays: whoever waits for it would else hold the lock of a file that nobody finds.
OwnLock::~OwnLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Result<void> checkMembersStandOnce(const json::Document &document, const QStringList &read)
{
    for (const json::DuplicateKey &duplicate : json::findDuplicateKeys(document)) {
        const json::Value again(&document, duplicate.second);
        if (!read.contains(again.key()))
            continue;
        const qsizetype line = document.positionOf(again.keyOffset()).line;
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("“%1” stands twice, the second time in line %2.")
                           .arg(again.key(), QString::number(line)));
    }
    return {};
}

} // namespace closeout::environments
