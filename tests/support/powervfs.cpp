// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/powervfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace closeout::test {

namespace {

using Kind = DiskStep::Kind;

constexpr qint64 sector = 512;
constexpr int onDisk = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
constexpr int syncedWithFolder = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;

PowerVfs *current = nullptr;
sqlite3_vfs *system = nullptr; // SQLite's own

// As SQLite allocates it: the system's file stands behind it.
struct NotedFile : sqlite3_file
{
    QString *name; // nullptr: it is not on the disk for longer than it is open
    bool folderToSync; // with the first sync
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

NotedFile *noted(sqlite3_file *file)
{
    return static_cast<NotedFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return noted(file)->real();
}

void note(sqlite3_file *file, Kind kind, qint64 offset = 0, const QByteArray &data = {},
          bool syncsFolder = false)
{
    if (current && noted(file)->name)
        current->note({kind, *noted(file)->name, offset, data, syncsFolder});
}

int closeFile(sqlite3_file *file)
{
    delete noted(file)->name;
    return real(file)->pMethods->xClose(real(file));
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    note(file, Kind::Write, offset, QByteArray(static_cast<const char *>(bytes), count));
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    note(file, Kind::Truncate, size);
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    note(file, Kind::Sync, 0, {}, std::exchange(noted(file)->folderToSync, false));
    return SQLITE_OK;
}

// What only passes through.
template<auto Method>
struct Pass;

template<typename... More, int (*sqlite3_io_methods::*Method)(sqlite3_file *, More...)>
struct Pass<Method>
{
    static int call(sqlite3_file *file, More... more)
    {
        return (real(file)->pMethods->*Method)(real(file), more...);
    }
};

void barrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

using Io = sqlite3_io_methods;
const sqlite3_io_methods notingMethods{
    3,
    closeFile,
    Pass<&Io::xRead>::call,
    writeFile,
    truncateFile,
    syncFile,
    Pass<&Io::xFileSize>::call,
    Pass<&Io::xLock>::call,
    Pass<&Io::xUnlock>::call,
    Pass<&Io::xCheckReservedLock>::call,
    Pass<&Io::xFileControl>::call,
    Pass<&Io::xSectorSize>::call,
    Pass<&Io::xDeviceCharacteristics>::call,
    Pass<&Io::xShmMap>::call,
    Pass<&Io::xShmLock>::call,
    barrier,
    Pass<&Io::xShmUnmap>::call,
    Pass<&Io::xFetch>::call,
    Pass<&Io::xUnfetch>::call,
};

// Whether something that is not synced is there after the cut.
class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_seed(seed)
        , m_numbers(seed)
    {
    }
    bool operator()()
    {
        constexpr std::array<quint32, 3> percent{10, 50, 90};
        return m_seed < 2 ? m_seed == 1
                          : m_numbers.bounded(100U) < percent.at(m_seed % percent.size());
    }

private:
    quint32 m_seed;
    QRandomGenerator m_numbers;
};

struct All
{
    bool operator()() const { return true; }
};

// What of a step reaches the file.
template<typename Kept>
void apply(QByteArray &file, const DiskStep &step, Kept &&isKept)
{
    if (step.kind == Kind::Truncate) {
        if (isKept())
            file.resize(step.offset);
        return;
    }
    const qint64 end = step.offset + step.data.size();
    for (qint64 from = step.offset; from < end;) {
        const qint64 to = std::min(end, (from / sector + 1) * sector);
        if (isKept()) {
            if (file.size() < to)
                file.append(QByteArray(to - file.size(), '\xa5')); // whatever stood there
            std::copy_n(step.data.cbegin() + (from - step.offset), to - from, file.begin() + from);
        }
        from = to;
    }
}

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    const QString name = path ? QFileInfo(QFile::decodeName(path)).fileName() : QString();
    const bool isNoted = !name.isEmpty() && flags & onDisk;
    // The data base itself was made by the journal, as an empty file that is its owner's alone.
    const bool isNew = isNoted && QFileInfo(QFile::decodeName(path)).size() == 0;
    NotedFile *made = noted(file);
    made->pMethods = nullptr;
    const int result = system->xOpen(system, path, made->real(), flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    made->pMethods = &notingMethods;
    made->name = isNoted ? new QString(name) : nullptr;
    made->folderToSync = isNew && flags & syncedWithFolder;
    if (isNew)
        note(file, Kind::Create);
    return result;
}

int deleteFile(sqlite3_vfs *, const char *path, int syncsFolder)
{
    const QString name = QFileInfo(QFile::decodeName(path)).fileName();
    if (current)
        current->note({Kind::Delete, name, 0, {}, syncsFolder != 0});
    return system->xDelete(system, path, 0);
}

} // namespace

QString DiskStep::inWords() const
{
    switch (kind) {
    case Kind::Create:
        return u"create %1"_s.arg(file);
    case Kind::Write:
        return u"write %1 at %2, %3 bytes"_s.arg(file).arg(offset).arg(data.size());
    case Kind::Truncate:
        return u"truncate %1 to %2"_s.arg(file).arg(offset);
    case Kind::Sync:
        return u"sync %1%2"_s.arg(file, syncsFolder ? u" and its folder"_s : QString());
    case Kind::Delete:
        return u"delete %1%2"_s.arg(file, syncsFolder ? u", sync its folder"_s : QString());
    }
    return {};
}

struct PowerVfs::Methods
{
    sqlite3_vfs vfs;
};

PowerVfs::PowerVfs()
    : m_methods(std::make_unique<Methods>())
{
    Q_ASSERT(!current);
    current = this;
    system = sqlite3_vfs_find(nullptr);
    sqlite3_vfs &vfs = m_methods->vfs;
    vfs = *system;
    vfs.pNext = nullptr;
    vfs.zName = "power";
    vfs.szOsFile = int(sizeof(NotedFile)) + system->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, 1);
}

PowerVfs::~PowerVfs()
{
    sqlite3_vfs_unregister(&m_methods->vfs);
    sqlite3_vfs_register(system, 1);
    current = nullptr;
}

PowerCut::PowerCut(const QList<DiskStep> &steps, qsizetype at, Disk disk)
{
    for (const DiskStep &step : steps.first(at)) {
        if (disk == Disk::Honest || step.kind != Kind::Sync)
            take(step);
    }
}

// The one of that name that is not deleted.
PowerCut::File &PowerCut::fileOf(const QString &name)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [&name](const File &file) {
        return file.name == name && file.isGone == Sure::No;
    });
    if (found != m_files.end())
        return *found;
    m_files.append(File());
    m_files.last().name = name;
    return m_files.last();
}

void PowerCut::take(const DiskStep &step)
{
    File &file = fileOf(step.file);
    switch (step.kind) {
    case Kind::Create:
        break;
    case Kind::Write:
    case Kind::Truncate:
        file.pending.append(step);
        break;
    case Kind::Sync:
        for (const DiskStep &each : std::as_const(file.pending))
            apply(file.safe, each, All());
        file.pending.clear();
        break;
    case Kind::Delete:
        file.isGone = Sure::Perhaps;
        break;
    }
    if (step.syncsFolder)
        syncFolder();
}

void PowerCut::syncFolder()
{
    for (File &file : m_files) {
        file.isMade = Sure::Yes;
        if (file.isGone == Sure::Perhaps)
            file.isGone = Sure::Yes;
    }
}

bool PowerCut::leaveIn(const QString &folder, quint32 seed) const
{
    Chance chance(seed);
    QHash<QString, QByteArray> left;
    for (const File &file : m_files) {
        if (file.isMade != Sure::Yes && !chance())
            continue;
        if (file.isGone == Sure::Yes || (file.isGone == Sure::Perhaps && chance())) {
            left.remove(file.name);
            continue;
        }
        QByteArray &bytes = left[file.name] = file.safe;
        for (const DiskStep &each : file.pending)
            apply(bytes, each, chance);
    }
    for (auto file = left.cbegin(); file != left.cend(); ++file) {
        QFile made(QDir(folder).filePath(file.key()));
        if (!made.open(QIODevice::WriteOnly) || made.write(*file) != file->size())
            return false;
    }
    return true;
}

} // namespace closeout::test
