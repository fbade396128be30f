// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A collection that a search fills on its thread while others look at snapshots of it. Every call
// is short and may come from any thread.

#pragma once

#include "find/servicesearch.h"
#include "rows/collection.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMutex>

namespace closeout::find {

class LiveCollection : public ServiceTaker
{
public:
    // Called on the search's thread when there is more to look at, at once for the first rows and
    // then ten times a second; not any more once another one has been set.
    void setGrown(std::function<void()> grown);

    quint16 beginLoad(); // its number
    bool take(const rows::Reader &service) override;
    bool pass(const rows::Reader &service) override; // one that was active may be completed by now
    void settle() override;
    void endLoad(); // of everything: what was not brought has vanished
    void endLoad(const Query &read, const Query &failed); // see Collection::closeLoad()

    rows::Snapshot snapshot() const;
    std::optional<quint32> rowOf(const QString &serviceId) const;

    // What became of one service; nothing if it is not here.
    void put(const QByteArray &service); // its JSON, read again
    void completeHere(const QString &serviceId, rows::Moment when);
    void markVanished(const QString &serviceId);

private:
    mutable QMutex m_mutex;
    rows::Collection m_collection;
    std::function<void()> m_grown;
    QElapsedTimer m_told;
};

} // namespace closeout::find
