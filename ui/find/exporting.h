// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// An export under way: written on another thread, told in items, and over when it is cancelled.
//
// Owned by the workspace.

#pragma once

#include "find/rowexport.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace closeout::ui {

class RowSelection;
class ShownRows;

// What is meant by an export at this moment. path and format are left to whoever asks a person.
find::RowExport exportOfShown(const ShownRows &shown, const QList<rows::Column> &columns);
find::RowExport exportOfSelected(const ShownRows &shown, const RowSelection &selection,
                                 const QList<rows::Column> &columns); // also what the filter hides

class Exporting : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Idle, Running, Done, Failed, Cancelled };

    explicit Exporting(QObject *parent = nullptr);
    ~Exporting() override; // cancels it

    void start(find::RowExport job); // not while another one is running
    void cancel();
    void dismiss(); // what became of the last one

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const QString &path() const { return m_path; }
    rows::Format format() const { return m_format; }
    qint64 total() const { return m_total; } // rows
    qint64 written() const { return m_progress ? m_progress->written.load() : 0; }
    const std::optional<Error> &error() const { return m_error; } // of Failed

signals:
    void progressed();
    void changed(); // state()

private:
    struct Progress
    {
        std::atomic<qint64> written = 0;
        std::atomic_bool cancelled = false;
    };

    void take(const Result<qint64> &count);

    State m_state = State::Idle;
    QString m_path;
    rows::Format m_format = rows::Format::Csv;
    qint64 m_total = 0;
    std::optional<Error> m_error;
    std::shared_ptr<Progress> m_progress;
    QTimer m_tick;
};

} // namespace closeout::ui
