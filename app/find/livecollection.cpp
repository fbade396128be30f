// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/livecollection.h"

#include <QtCore/QMutexLocker>

namespace closeout::find {

namespace {

constexpr qint64 grownToldEvery = 100; // milliseconds

} // namespace

void LiveCollection::setGrown(std::function<void()> grown)
{
    const QMutexLocker lock(&m_mutex);
    m_grown = std::move(grown);
}

quint16 LiveCollection::beginLoad()
{
    const QMutexLocker lock(&m_mutex);
    m_collection.beginLoad();
    m_told.invalidate();
    return m_collection.snapshot().load;
}

bool LiveCollection::take(const rows::Reader &service)
{
    const QMutexLocker lock(&m_mutex);
    return m_collection.put(service.service(), service.tasks());
}

bool LiveCollection::pass(const rows::Reader &service)
{
    const QMutexLocker lock(&m_mutex);
    const bool isKnown = m_collection.rowOf(service.service().text(rows::Field::ServiceId))
        != rows::Rows::noRow;
    if (isKnown)
        m_collection.put(service.service(), service.tasks());
    return isKnown;
}

void LiveCollection::settle()
{
    const QMutexLocker lock(&m_mutex);
    if (m_told.isValid() && m_told.elapsed() < grownToldEvery)
        return;
    m_told.start();
    if (m_grown)
        m_grown();
}

void LiveCollection::endLoad()
{
    const QMutexLocker lock(&m_mutex);
    m_collection.closeLoad();
}

void LiveCollection::endLoad(const Query &read, const Query &failed)
{
    const QMutexLocker lock(&m_mutex);
    m_collection.closeLoad(read, failed);
}

rows::Snapshot LiveCollection::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    return m_collection.snapshot();
}

std::optional<quint32> LiveCollection::rowOf(const QString &serviceId) const
{
    const QMutexLocker lock(&m_mutex);
    const quint32 row = m_collection.rowOf(serviceId.toUtf8());
    return row == rows::Rows::noRow ? std::optional<quint32>() : row;
}

void LiveCollection::put(const QByteArray &service)
{
    json::Cursor cursor(service);
    rows::Reader reader;
    if (reader.read(cursor))
        take(reader);
}

void LiveCollection::completeHere(const QString &serviceId, rows::Moment when)
{
    const QMutexLocker lock(&m_mutex);
    const quint32 row = m_collection.rowOf(serviceId.toUtf8());
    if (row != rows::Rows::noRow)
        m_collection.completeHere(row, when);
}

void LiveCollection::markVanished(const QString &serviceId)
{
    const QMutexLocker lock(&m_mutex);
    const quint32 row = m_collection.rowOf(serviceId.toUtf8());
    if (row != rows::Rows::noRow)
        m_collection.markVanished(row);
}

} // namespace closeout::find
