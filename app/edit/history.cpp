// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// On disk: a line that names format and version, the SHA-256 of all that follows, and then, by
// QDataStream, the SHA-256 of the text, how many changes are done, and the changes.

#include "edit/history.h"

#include "edit/text.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace closeout::edit {

namespace {

constexpr QByteArrayView header("closeout history 1\n");

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
}

void write(QDataStream &stream, const Change &change)
{
    stream << quint8(change.kind) << change.at << change.to << qint32(change.count) << change.name
           << quint32(change.splices.size());
    for (const Splice &splice : change.splices)
        stream << qint64(splice.at) << splice.removed << splice.inserted;
}

Change readChange(QDataStream &stream)
{
    Change change;
    quint8 kind = 0;
    qint32 count = 0;
    quint32 splices = 0;
    stream >> kind >> change.at >> change.to >> count >> change.name >> splices;
    change.kind = Change::Kind(kind);
    change.count = count;
    if (kind > quint8(Change::Kind::Text))
        stream.setStatus(QDataStream::ReadCorruptData);
    for (quint32 i = 0; i < splices && stream.status() == QDataStream::Ok; ++i) {
        Splice splice;
        qint64 at = 0;
        stream >> at >> splice.removed >> splice.inserted;
        splice.at = at;
        change.splices.append(splice);
    }
    return change;
}

bool replay(Text &text, const Change &change)
{
    for (const Splice &splice : change.splices) {
        if (!text.holds(splice.at, splice.removed))
            return false;
        text.replace(splice.at, splice.removed.size(), splice.inserted);
    }
    return true;
}

} // namespace

void History::add(Change change)
{
    m_changes.resize(m_done);
    m_changes.append(std::move(change));
    ++m_done;
}

Change History::undo()
{
    Q_ASSERT(canUndo());
    return m_changes.at(--m_done).inverse();
}

Change History::redo()
{
    Q_ASSERT(canRedo());
    return m_changes.at(m_done++);
}

QByteArray History::saved(const QByteArray &text) const
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    prepare(stream);
    stream << hashOf(text) << qint64(m_done) << quint32(m_changes.size());
    for (const Change &change : m_changes)
        write(stream, change);
    return header.toByteArray() + hashOf(content) + content;
}

Result<History> History::restored(const QByteArray &saved, const QByteArray &text)
{
    constexpr qsizetype hashSize = 32;
    const auto refused = [](const QString &detail) {
        return failure(ErrorKind::Storage, Tr::tr("What was kept to be undone cannot be taken up."),
                       detail);
    };
    if (!saved.startsWith(header))
        return refused(QStringLiteral("header"));
    const QByteArray content = saved.mid(header.size() + hashSize);
    if (saved.mid(header.size(), hashSize) != hashOf(content))
        return refused(QStringLiteral("checksum"));
    QDataStream stream(content);
    prepare(stream);
    QByteArray hash;
    qint64 done = 0;
    quint32 count = 0;
    stream >> hash >> done >> count;
    if (hash != hashOf(text))
        return refused(QStringLiteral("another text"));
    History history;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        history.m_changes.append(readChange(stream));
    history.m_done = done;
    if (stream.status() != QDataStream::Ok || done < 0 || done > history.m_changes.size()
        || !stream.atEnd())
        return refused(QStringLiteral("content"));
    if (!history.fits(text))
        return refused(QStringLiteral("steps"));
    return history;
}

bool History::fits(const QByteArray &text) const
{
    Text before(text);
    for (qsizetype i = m_done - 1; i >= 0; --i) {
        if (!replay(before, m_changes.at(i).inverse()))
            return false;
    }
    Text after(text);
    for (qsizetype i = m_done; i < m_changes.size(); ++i) {
        if (!replay(after, m_changes.at(i)))
            return false;
    }
    return true;
}

} // namespace closeout::edit
