// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/draftstore.h"

#include "environments/ownfile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>

#include <algorithm>
#include <chrono>
#include <tuple>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr std::chrono::milliseconds writeAfter = std::chrono::seconds(1);
constexpr qint64 largestDraft = qint64(1) << 31; // bytes

tl::unexpected<Error> notKept(const DraftPlace &place, const QString &why)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The draft for the %1 could not be kept, and is lost when Closeout is "
                          "closed. %2")
                       .arg(place.target.name(), why));
}

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

// Nothing: there is none, or it cannot be read.
QByteArray contentOf(const QString &path)
{
    const auto text = environments::readOwnFile(path, largestDraft);
    return text && *text ? **text : QByteArray();
}

// What stands there was written by somebody else: neither of the two drafts may be lost.
QString putOtherAside(const QString &path)
{
    const QString aside = path + ".other"_L1;
    QFile::remove(aside);
    return QFile::rename(path, aside) ? aside : QString();
}

Result<void> writeDraft(const QString &path, const DraftPlace &place, const QByteArray &text)
{
    // Attached data may hold what is nobody else's business.
    const Result<void> written = environments::writeFile(path, text, environments::Keeper::Us);
    return written ? written : notKept(place, written.error().message);
}

Result<void> removeDraft(const QString &path, const DraftPlace &place)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return {};
    return failure(ErrorKind::Storage,
                   Tr::tr("The draft for the %1 could not be removed from “%2”: %3.")
                       .arg(place.target.name(), path, file.errorString()));
}

Result<QStringList> removeDrafts(const QString &folder, const DraftStore::IsMeant &isMeant)
{
    QStringList removed;
    const QDir drafts(folder);
    for (const QString &name : drafts.entryList({u"*.json"_s}, QDir::Files)) {
        const QString path = drafts.filePath(name);
        const auto text = environments::readOwnFile(path, largestDraft);
        if (!text || !*text)
            continue; // whoever wants to take it up is told
        const std::optional<DraftPlace> place = placeFromJson(**text);
        if (!place || !isMeant(*place))
            continue;
        if (const Result<void> done = removeDraft(path, *place); !done)
            return tl::unexpected(done.error());
        removed.append(name);
    }
    return removed;
}

QList<DraftPlace> placesIn(const QString &folder)
{
    QList<DraftPlace> places;
    const QDir drafts(folder);
    for (const QString &name : drafts.entryList({u"*.json"_s}, QDir::Files)) {
        const std::optional<DraftPlace> place = placeFromJson(contentOf(drafts.filePath(name)));
        if (place && place->fileName() == name)
            places.append(*place);
    }
    return places;
}

// A broken file is put aside, where it can be looked at and is in nobody's way.
Error putAside(const QString &path, Error error)
{
    const QString aside = path + ".broken"_L1;
    QFile::remove(aside);
    error.message += u' '
        + (QFile::rename(path, aside) ? Tr::tr("It was put aside as “%1”.").arg(aside)
                                      : Tr::tr("It is “%1”.").arg(path));
    return error;
}

Result<std::optional<KeptDraft>> readDraft(const QString &path, const DraftPlace &place)
{
    const auto text = environments::readOwnFile(path, largestDraft);
    if (!text) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The draft that was kept for the %1 cannot be taken up. %2")
                           .arg(place.target.name(), text.error().message));
    }
    if (!*text)
        return std::nullopt;
    Result<KeptDraft> draft = draftFromJson(place, **text);
    if (!draft)
        return tl::unexpected(putAside(path, draft.error()));
    return std::optional(std::move(*draft));
}

} // namespace

DraftStore::DraftStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(writeAfter);
    connect(&m_delay, &QTimer::timeout, this, &DraftStore::flush);
}

DraftStore::~DraftStore()
{
    flush();
    m_disk.wait();
}

QString DraftStore::pathOf(const QString &fileName) const
{
    return m_folder + u'/' + fileName;
}

void DraftStore::keep(const DraftPlace &place, const KeptDraft &draft)
{
    const QString name = place.fileName();
    m_waiting.insert(name, {place, draft});
    m_delay.start();
    addPlace(place);
    if (m_kept.remove(name))
        emit kept();
}

void DraftStore::flush()
{
    m_delay.stop();
    const QHash<QString, Waiting> waiting = std::exchange(m_waiting, {});
    for (auto each = waiting.begin(); each != waiting.end(); ++each) {
        const QString name = each.key();
        ++m_writing[name];
        m_disk.start(
            this, [this, path = pathOf(name), item = each.value()] { return write(path, item); },
            [this, name, place = each.value().place](const Written &written) {
                if (!written.aside.isEmpty())
                    emit foundOther(place, written.aside);
                takeWritten(name, written.done);
            });
    }
}

// On the disk's thread.
DraftStore::Written DraftStore::write(const QString &path, const Waiting &item)
{
    Written written;
    const QByteArray there = contentOf(path);
    const QByteArray text = draftAsJson(item.place, item.draft);
    if (!there.isEmpty() && there != text && m_seen.value(path) != hashOf(there))
        written.aside = putOtherAside(path);
    written.done = writeDraft(path, item.place, text);
    if (written.done)
        m_seen.insert(path, hashOf(text));
    return written;
}

void DraftStore::takeWritten(const QString &fileName, const Result<void> &written)
{
    const bool isNewest = --m_writing[fileName] == 0;
    if (isNewest)
        m_writing.remove(fileName);
    if (!written)
        emit failed(written.error());
    else if (isNewest && !m_waiting.contains(fileName))
        m_kept.insert(fileName);
    emit kept();
}

void DraftStore::discard(const DraftPlace &place)
{
    const QString name = place.fileName();
    m_waiting.remove(name);
    const bool wasKept = m_kept.remove(name);
    // Also behind a write that is under way: the disk's thread keeps the order.
    ++m_writing[name];
    m_disk.start(
        this, [path = pathOf(name), place] { return removeDraft(path, place); },
        [this, name](const Result<void> &removed) {
            if (--m_writing[name] == 0)
                m_writing.remove(name);
            if (!removed)
                emit failed(removed.error());
        });
    if (wasKept)
        emit kept();
    removePlace(name);
}

void DraftStore::addPlace(const DraftPlace &place)
{
    const QString name = place.fileName();
    if (m_places.contains(name))
        return;
    m_places.insert(name, place);
    emit placesChanged();
}

void DraftStore::removePlace(const QString &fileName)
{
    if (m_places.remove(fileName))
        emit placesChanged();
}

QList<DraftPlace> DraftStore::places() const
{
    QList<DraftPlace> places = m_places.values();
    std::sort(places.begin(), places.end(), [](const DraftPlace &a, const DraftPlace &b) {
        return std::tie(a.target.serviceId, a.target.kind, a.target.id)
            < std::tie(b.target.serviceId, b.target.kind, b.target.id);
    });
    return places;
}

void DraftStore::look()
{
    m_disk.start(
        this, [folder = m_folder] { return placesIn(folder); },
        [this](const QList<DraftPlace> &places) {
            for (const DraftPlace &place : places) {
                if (!m_writing.contains(place.fileName())) // it may be being removed
                    addPlace(place);
            }
        });
}

void DraftStore::discardAll(const IsMeant &isMeant)
{
    m_waiting.removeIf([&isMeant](const auto &each) { return isMeant(each.value().place); });
    m_places.removeIf([&isMeant](const auto &each) { return isMeant(each.value()); });
    m_disk.start(
        this, [folder = m_folder, isMeant] { return removeDrafts(folder, isMeant); },
        [this](const Result<QStringList> &removed) {
            for (const QString &name : removed.value_or(QStringList())) {
                m_kept.remove(name);
                m_places.remove(name);
            }
            emit placesChanged();
            if (!removed)
                emit failed(removed.error());
            emit kept();
        });
}

void DraftStore::read(const DraftPlace &place, QObject *context, Read done)
{
    const QString name = place.fileName();
    if (const auto waiting = m_waiting.constFind(name); waiting != m_waiting.constEnd()) {
        done(waiting->draft);
        return;
    }
    // Whether there is a file costs nothing to ask, and mostly there is none.
    if (!m_writing.contains(name) && !QFile::exists(pathOf(name))) {
        done({});
        return;
    }
    m_disk.start(
        context,
        [this, path = pathOf(name), place] {
            m_seen.insert(path, hashOf(contentOf(path)));
            return readDraft(path, place);
        },
        [guard = QPointer<DraftStore>(this), place,
         done](const Result<std::optional<KeptDraft>> &draft) {
            if (guard)
                guard->take(place, draft, done);
        });
}

void DraftStore::take(const DraftPlace &place, const Result<std::optional<KeptDraft>> &draft,
                      const Read &done)
{
    const QString name = place.fileName();
    if (draft && *draft && !m_waiting.contains(name))
        m_kept.insert(name);
    done(draft.value_or(std::nullopt));
    if (!draft)
        emit failed(draft.error());
    emit kept();
}

bool DraftStore::isKept(const DraftPlace &place) const
{
    return m_kept.contains(place.fileName());
}

} // namespace closeout::ui
