// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/history.h"

#include "ui/widgets/background.h"

#include <QtCore/QFile>

namespace closeout::ui {

History::History(const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_path(journalPath)
    , m_isKnown(!QFile::exists(journalPath)) // costs nothing to ask
{
}

bool History::isEmpty() const
{
    return m_isKnown && m_state == State::Empty;
}

void History::refresh()
{
    if (m_isReading) {
        m_isOutdated = true;
        return;
    }
    m_isReading = true;
    inBackground(
        this,
        [path = m_path] {
            return Reading{journal::Journal::look(path, limit()),
                           journal::Journal::checkWritable(path)};
        },
        [this](const Reading &reading) { take(reading); });
}

void History::take(const Reading &reading)
{
    m_isReading = false;
    m_isKnown = true;
    m_error.reset();
    m_writeError.reset();
    if (reading.view) {
        m_doubts = reading.view->doubts; // first: whoever hears of the entries asks for them
        m_model.setEntries(reading.view->last);
    } else {
        m_error = reading.view.error();
    }
    if (!reading.writable)
        m_writeError = reading.writable.error();
    m_state = m_error ? State::Failed : m_model.rowCount() == 0 ? State::Empty : State::Ready;
    if (std::exchange(m_isOutdated, false))
        refresh();
    emit changed();
}

} // namespace closeout::ui
