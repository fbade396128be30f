// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Keeps half-filled end events over restarts: one small file for each target below a folder of
// ours. Files are written and removed on one thread of its own, in the order in which it was asked
// for; what cannot be written or read is told, never passed over.

#pragma once

#include "ui/close/draft/keptdraft.h"
#include "ui/widgets/background.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>

namespace closeout::ui {

class DraftStore : public QObject
{
    Q_OBJECT

public:
    // The draft as it was kept. Nothing: there is none, or it is broken; then failed() said so.
    using Read = std::function<void(const std::optional<KeptDraft> &)>;

    using IsMeant = std::function<bool(const DraftPlace &)>; // asked on the disk's thread, too

    explicit DraftStore(QString folder, QObject *parent = nullptr);
    ~DraftStore() override; // writes what is left to be written, and waits for it

    // Written a second after the last call, or by flush().
    void keep(const DraftPlace &place, const KeptDraft &draft);
    void discard(const DraftPlace &place);
    void discardAll(const IsMeant &isMeant); // also those of earlier runs
    void flush(); // starts writing at once; the destructor waits for its end

    // done is called at once where nothing has to be read, else from the event loop, unless
    // context is destroyed before.
    void read(const DraftPlace &place, QObject *context, Read done);

    bool isKept(const DraftPlace &place) const; // on disk, as it was last given to keep()

    void look(); // for what earlier runs have kept; placesChanged() comes
    QList<DraftPlace> places() const; // that have a draft, in any environment

signals:
    void kept(); // what isKept() says may have changed
    void failed(const closeout::Error &error);
    void placesChanged();
    // Another program has kept a draft of its own for it since it was read here. It was put aside.
    void foundOther(const closeout::ui::DraftPlace &place, const QString &aside);

private:
    struct Waiting
    {
        DraftPlace place;
        KeptDraft draft;
    };

    struct Written
    {
        Result<void> done;
        QString aside; // where another program's draft is now; empty: there was none
    };

    QString pathOf(const QString &fileName) const;
    Written write(const QString &path, const Waiting &item);
    void addPlace(const DraftPlace &place);
    void removePlace(const QString &fileName);
    void takeWritten(const QString &fileName, const Result<void> &written);
    void take(const DraftPlace &place, const Result<std::optional<KeptDraft>> &draft,
              const Read &done);

    QString m_folder;
    QTimer m_delay;
    QHash<QString, Waiting> m_waiting; // by file name: not yet given to the disk
    QHash<QString, int> m_writing; // how many writes of a file are under way
    QSet<QString> m_kept; // file names
    QHash<QString, DraftPlace> m_places; // by file name
    QHash<QString, QByteArray> m_seen; // the disk's thread alone: hashes of files as they were
    InOrder m_disk;
};

} // namespace closeout::ui
