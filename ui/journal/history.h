// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The newest entries of the journal, for looking at, and whether it takes new ones. One for the
// window, owned by its workspace. Reads off the window's thread, and writes no entry: a run does
// that on its own (close/).

#pragma once

#include "ui/journal/journalmodel.h"

#include <QtCore/QObject>

namespace closeout::ui {

class History : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Empty, Ready, Failed }; // failed: error(); what was read stays

    explicit History(const QString &journalPath, QObject *parent = nullptr);

    void refresh(); // asked for while it reads: once more afterwards

    State state() const { return m_state; }
    bool isEmpty() const; // that is known, and not that nothing was read yet
    const std::optional<Error> &error() const { return m_error; }
    // Ends that may have been done and of which nobody saw the outcome, the newest of them first:
    // of the whole journal, unless there are more than a person looks at.
    const QList<journal::Entry> &doubts() const { return m_doubts; }
    // Why nothing could be recorded, and so nothing be sent, when it was read.
    const std::optional<Error> &writeError() const { return m_writeError; }
    QString path() const { return m_path; }
    JournalModel *model() { return &m_model; }
    static constexpr int limit() { return 200; } // entries

signals:
    void changed();

private:
    struct Reading
    {
        Result<QList<journal::Entry>> last;
        Result<QList<journal::Entry>> doubts;
        Result<void> writable;
    };

    static Reading read(const QString &path);
    void take(const Reading &reading);

    QString m_path;
    JournalModel m_model;
    State m_state = State::Empty;
    std::optional<Error> m_error;
    std::optional<Error> m_writeError;
    QList<journal::Entry> m_doubts;
    bool m_isKnown = false; // there is no file, or it was read
    bool m_isReading = false;
    bool m_isOutdated = false;
};

} // namespace closeout::ui
