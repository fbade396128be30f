// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How far a load has come, and the way to end it, in a line of its own: beside the summary it would
// leave that no room. What is loaded at once does without it, or the list would jump at each
// refresh.

#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace closeout::ui {

class Listing;

class LoadingLine : public QWidget
{
    Q_OBJECT

public:
    LoadingLine(Listing &listing, QAction *cancel, QWidget *parent = nullptr); // not owned

private:
    void takeListing();
    void showProgress();

    Listing &m_listing;
    QProgressBar *m_progress;
    QLabel *m_rate;
    QTimer m_loadsLong;
    bool m_wasLoading = false;
};

} // namespace closeout::ui
