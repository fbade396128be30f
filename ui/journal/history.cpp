// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/history.h"

#include "journal/journal.h"
#include "journal/reader.h"
#include "ui/widgets/background.h"

#include <QtCore/QFileInfo>

namespace closeout::ui {

namespace {

bool isMissing(const QString &path)
{
    const QFileInfo file(path);
    return !file.exists() && !file.isSymLink(); // a link to nowhere is not nothing
}

} // namespace

History::History(const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_path(journalPath)
    , m_isKnown(isMissing(journalPath)) // costs nothing to ask
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
        this, [path = m_path] { return read(path); },
        [this](const Reading &reading) { take(reading); });
}

History::Reading History::read(const QString &path)
{
    constexpr int mostDoubts = 1000;
    Reading reading;
    reading.writable = journal::Journal::checkWritable(path);
    const auto reader = journal::Reader::open(path);
    reading.last = reader.and_then([](const auto &opened) { return opened->newest(limit()); });
    reading.doubts = reader.and_then([](const auto &opened) { return opened->doubts(mostDoubts); });
    return reading;
}

void History::take(const Reading &reading)
{
    m_isReading = false;
    m_isKnown = true;
    m_error.reset();
    m_writeError.reset();
    if (reading.last && reading.doubts) {
        m_doubts = *reading.doubts; // first: whoever hears of the entries asks for them
        m_model.setEntries(*reading.last);
    } else {
        m_error = reading.last ? reading.doubts.error() : reading.last.error();
    }
    if (!reading.writable)
        m_writeError = reading.writable.error();
    m_state = m_error ? State::Failed : m_model.rowCount() == 0 ? State::Empty : State::Ready;
    if (std::exchange(m_isOutdated, false))
        refresh();
    emit changed();
}

} // namespace closeout::ui
