// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Exports what is shown or selected: the actions for it, and in its place how it goes and what
// became of it. Takes no room while there is nothing to say.

#pragma once

#include "ui/find/finding.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QProgressBar;

namespace closeout::ui {

class Notice;

class ExportBar : public QWidget
{
    Q_OBJECT

public:
    enum class Choice : quint8 { Shown, Selected };
    struct Look // what is looked at
    {
        rows::Subject subject = rows::Subject::Service;
        QList<rows::Column> columns;
    };

    ExportBar(Finding &finding, std::function<Look()> look, QWidget *parent = nullptr);

    MenuActions menuActions() const;
    // The format is in the name; of the two CSV is the one that was chosen.
    void exportTo(const QString &path, Choice choice, rows::Format chosen);
    void showState(); // also to be called when another subject is looked at

private:
    void ask(Choice choice);
    void showProgress();
    void tellOutcome();
    const ShownRows &rows() const;
    const RowSelection &selection() const;

    Finding &m_finding; // not owned
    std::function<Look()> m_look;
    QWidget *m_running;
    QLabel *m_words;
    QProgressBar *m_progress;
    Notice *m_notice;
    QAction *m_shown;
    QAction *m_selected;
    QAction *m_cancel;
    QAction *m_dismiss;
};

} // namespace closeout::ui
