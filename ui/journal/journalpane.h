// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The journal at the bottom of the window: what was sent and what came of it, and beside it, if it
// is asked for, the bytes.

#pragma once

#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QLabel;
class QSplitter;

namespace closeout::journal {
struct Entry;
}

namespace closeout::ui {

class ExchangeView;
class History;
class Notice;
class TableView;

class JournalPane : public QWidget
{
    Q_OBJECT

public:
    explicit JournalPane(History &history, QWidget *parent = nullptr);

    MenuActions menuActions() const;
    void focusTable();
    bool isFolded() const { return m_isFolded; } // one line high: nothing was sent yet
    void showNewest(); // and follows what comes, until another row is selected
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    void unfolded(); // it has something to show now
    void roomNeeded(); // the raw exchange was asked for, and cannot be read in so low a pane
    void roomNoLongerNeeded(); // it was put away
    void readAgainRequested(const closeout::journal::Entry &entry); // its outcome is unknown

private:
    bool event(QEvent *event) override;
    void makeActions();
    void makeLayout();
    void showState();
    void fold();
    void unfold();
    void showCurrent();
    void showRaw(bool isRaw);
    void askForRoom();
    void copyAsCurl();
    void copyEntry();
    QString whyNotReadAgain() const;
    void follow();
    const journal::Entry *currentEntry() const;

    History &m_history; // not owned
    QAction *m_raw = nullptr;
    QAction *m_curl = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_readAgain = nullptr;
    QWidget *m_rawButton = nullptr;
    QLabel *m_count;
    Notice *m_notice;
    TableView *m_table;
    ExchangeView *m_exchange;
    QSplitter *m_splitter;
    bool m_isFolded = false;
    bool m_follows = true; // the newest
};

} // namespace closeout::ui
