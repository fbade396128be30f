// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How much of the window the journal gets: a line until it has something to show, then as much as
// it had the last time, and more for as long as a raw exchange is looked at.

#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>

class QSplitter;

namespace closeout::ui {

class JournalPane;
class Settings;

class JournalRoom : public QObject
{
    Q_OBJECT

public:
    JournalRoom(JournalPane *journal, QSplitter *rows, Settings &settings); // child of the splitter

private:
    void make();
    void lend();
    void takeBack();

    QSplitter *m_rows; // what is above the journal, and the journal
    Settings &m_settings;
    QList<int> m_before; // it was lent room: what they were, in pixels
    QList<int> m_lent;
};

} // namespace closeout::ui
