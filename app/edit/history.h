// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The changes that were made to a text, to be taken back and made again; one for tree, text and
// table. A value: it applies nothing itself, and knows no document.
//
//     history.add(change);               // that was applied
//     document.apply(history.undo());    // while canUndo()
//
// On disk it is kept beside the text that it leads to:
//
//     file.write(history.saved(document.text().bytes()));
//     Result<History> history = History::restored(bytes, document.text().bytes());

#pragma once

#include "edit/change.h"
#include "result.h"

namespace closeout::edit {

class History
{
public:
    void add(Change change); // what was undone before can then not be redone
    void clear() { *this = {}; }

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_changes.size(); }
    QString undoName() const { return canUndo() ? m_changes.at(m_done - 1).name : QString(); }
    QString redoName() const { return canRedo() ? m_changes.at(m_done).name : QString(); }
    Change undo(); // what is to be applied
    Change redo();

    qsizetype size() const { return m_changes.size(); }
    qsizetype done() const { return m_done; } // of them, those that are not undone

    // text: as it is now. What does not fit to it, or is broken or of another version, is an Error:
    // every step of what restored() gives can be applied.
    QByteArray saved(const QByteArray &text) const;
    static Result<History> restored(const QByteArray &saved, const QByteArray &text);

    friend bool operator==(const History &, const History &) = default;

private:
    bool fits(const QByteArray &text) const;

    QList<Change> m_changes;
    qsizetype m_done = 0;
};

} // namespace closeout::edit
