// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one line in which somebody says what to show: checked while it is typed, with what is wrong
// under the word that is wrong, completions of names and known values, and help in place.

#pragma once

#include "filter/completion.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace closeout::ui {

class ShownRows;

class FilterField : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(ShownRows &shown, QWidget *parent = nullptr); // not owned

    QLineEdit *edit() const { return m_edit; }
    void focusEdit();
    void showBeside(QWidget *widget); // in the same line

signals:
    void downPressed(); // into the list, please

private:
    void showState();
    void markError();
    void showHelp();
    void offer(); // completions of what is being typed
    void askForCompletion();
    void takeCompletion(const filter::Completion &completion);
    void complete();
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    struct Mark // what is underlined in which text
    {
        QString text;
        qsizetype at = 0;
        qsizetype length = 0;

        friend bool operator==(const Mark &, const Mark &) = default;
    };

    ShownRows &m_shown;
    QHBoxLayout *m_row;
    QLineEdit *m_edit;
    QLabel *m_error;
    QToolButton *m_help;
    QPointer<QWidget> m_helpWindow; // while somebody reads it
    QListWidget *m_list; // a popup of its own, without the focus
    filter::Completion m_completion;
    Mark m_mark;
    bool m_isFollowing = false; // what is shown, which is not its text any more
    int m_turn = 0; // of questions for completions
};

} // namespace closeout::ui
