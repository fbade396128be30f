// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The saved views: one file each below a folder, read and written on a thread of its own, in the
// order in which it was asked for. And how many of the loaded rows match each, on demand.
//
// Owned by the workspace.

#pragma once

#include "find/savedview.h"
#include "ui/widgets/background.h"

#include <QtCore/QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace closeout::ui {

struct Finding;

class SavedViews : public QObject
{
    Q_OBJECT

public:
    enum class Deed : quint8 { Load, Save, PutBack, Rename, Remove, Import, Export };

    struct Entry
    {
        QString fileName; // tells it from others
        find::SavedView view;
        std::optional<qint64> count; // nothing: not counted
        bool isOfOthers = false; // not counted: it is of other services than are loaded
    };

    struct Gone
    {
        find::SavedView view;
        Deed by = Deed::Remove; // or Save, PutBack: another one of its name took its place
    };

    // It must outlive this.
    SavedViews(const QString &folder, Finding &finding, QObject *parent = nullptr);
    ~SavedViews() override; // waits until what was asked for is on disk

    void load(); // from disk, again
    const QList<Entry> &entries() const { return m_entries; } // by name
    const QList<Error> &problems() const { return m_problems; } // of files that are no views
    const Entry *find(const QString &fileName) const; // nullptr: it is gone

    void save(const find::SavedView &view); // in place of its namesake, if there is one
    void rename(const QString &fileName, const QString &name);
    void remove(const QString &fileName);
    void putBack(); // what is gone; what it replaces then is gone instead
    const std::optional<Gone> &gone() const { return m_gone; } // the last one
    void takeIn(const QString &path); // a file from elsewhere
    void giveOut(const QString &fileName, const QString &path);

    // Of what is loaded, and from now on whenever other rows are loaded.
    void count();

signals:
    void changed(); // entries, counts, problems, gone()
    void lost(); // gone() is another one
    void saved(const QString &name);
    void givenOut(const QString &path);
    void succeeded(closeout::ui::SavedViews::Deed deed);
    void failed(closeout::ui::SavedViews::Deed deed, const closeout::Error &error);

private:
    using Lost = std::optional<find::SavedView>; // by the work, if any
    using Work = std::function<Result<Lost>(const find::ViewFolder &)>;

    void onDisk(Deed deed, const Work &work, const std::function<void()> &done = {});
    void take(const find::ViewFolder::Loaded &loaded);
    void takeListing();
    void takeCounts(const QHash<QString, qint64> &counts);

    const find::ViewFolder m_folder;
    Finding &m_finding; // not owned
    QList<Entry> m_entries;
    QList<Error> m_problems;
    std::optional<Gone> m_gone;
    std::shared_ptr<std::atomic_bool> m_counting; // cancels the count under way
    bool m_counts = false; // it was asked for
    InOrder m_disk;
};

} // namespace closeout::ui
