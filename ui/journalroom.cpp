// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journalroom.h"

#include "ui/journal/journalpane.h"
#include "ui/settings.h"

#include <QtWidgets/QSplitter>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int firstHeight = 150; // with its first lines

} // namespace

JournalRoom::JournalRoom(JournalPane *journal, QSplitter *rows, Settings &settings)
    : QObject(rows)
    , m_rows(rows)
    , m_settings(settings)
{
    connect(journal, &JournalPane::roomNeeded, this, &JournalRoom::lend);
    connect(journal, &JournalPane::roomNoLongerNeeded, this, &JournalRoom::takeBack);
    connect(journal, &JournalPane::unfolded, this, &JournalRoom::make);
}

// As high as it was the last time.
void JournalRoom::make()
{
    if (m_rows->restoreState(m_settings.layout(u"rows"_s)))
        return;
    const int height = m_rows->height();
    m_rows->setSizes({height - firstHeight, firstHeight});
}

void JournalRoom::lend()
{
    m_before = m_rows->sizes();
    const int height = m_rows->height();
    m_rows->setSizes({height - height * 2 / 5, height * 2 / 5});
    m_lent = m_rows->sizes();
}

// Unless somebody has sized it since: then that is what is wanted.
void JournalRoom::takeBack()
{
    if (!m_before.isEmpty() && m_rows->sizes() == m_lent)
        m_rows->setSizes(m_before);
    m_before.clear();
}

} // namespace closeout::ui
