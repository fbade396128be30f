// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The environments that were set up, as their file has them. Reads and writes it off the window's
// thread, one thing after the other. The sandbox that is built in is not among them.

#pragma once

#include "environments/environmentfile.h"

#include <QtCore/QObject>
#include <QtCore/QQueue>

#include <functional>

namespace closeout::ui {

class EnvironmentList : public QObject
{
    Q_OBJECT

public:
    explicit EnvironmentList(const QString &path, QObject *parent = nullptr);

    void refresh();
    void load(); // the same at once; for the start, when there is no window that it could hold
    // Adds it, or puts it in the place of the one that had that name; oldName is empty for a new
    // one. saved() or failed() comes, then changed().
    void save(const environments::Environment &environment, const QString &oldName);
    void remove(const QString &name); // removed() or failed() comes, then changed()

    const QList<environments::Environment> &environments() const { return m_loaded.environments; }
    const environments::Environment *find(const QString &name) const; // nullptr: not there
    const QStringList &warnings() const { return m_loaded.warnings; } // whole sentences
    const std::optional<Error> &error() const { return m_error; } // the file cannot be read
    std::optional<Error> trouble() const; // why there may be fewer than were set up: one of these
    bool isBusy() const { return m_isWorking; }
    QString path() const { return m_file.path(); }

signals:
    void changed();
    void saved(const closeout::environments::Environment &environment);
    void removed(const closeout::environments::Environment &environment);
    void failed(const closeout::Error &error); // nothing was saved, or nothing removed

private:
    using Loaded = environments::EnvironmentFile::Loaded;

    struct Job
    {
        std::function<Result<void>(const environments::EnvironmentFile &)> work;
        std::function<void(const Loaded &before)> tell; // when it went well
    };
    struct Outcome
    {
        Result<void> done;
        Result<Loaded> loaded;
    };

    void enqueue(Job job);
    void startNext();
    void take(const Job &job, const Outcome &outcome);

    environments::EnvironmentFile m_file;
    Loaded m_loaded;
    std::optional<Error> m_error;
    QQueue<Job> m_waiting;
    bool m_isWorking = false;
};

} // namespace closeout::ui
