// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a pane has to say, in its place: how something went, what is wrong, what can be done now.
// A colour, a shape and words; it is announced to screen readers when it changes. Takes no room
// while it is clear.

#pragma once

#include "ui/widgets/look/theme.h"

#include <QtWidgets/QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace closeout {
struct Error;
}

namespace closeout::ui {

class IconLabel;

class Notice : public QFrame
{
    Q_OBJECT

public:
    // Its name for screen readers, until it says something; stays its object name.
    explicit Notice(const QString &name, QWidget *parent = nullptr);

    // A server may say anything, of any length: what is too long to be read here goes on in the
    // detail. headline: a short sentence; text: what it means and what to do now, may be empty;
    // detail: for the curious, behind a button, may be empty.
    void tell(Status status, const QString &headline, const QString &text = {},
              const QString &detail = {});
    void tell(const QString &headline, const Error &error); // Bad
    void setLongestText(qsizetype characters) { m_longestText = characters; } // of what comes
    void clear();
    bool isClear() const { return isHidden(); }

    // Buttons in it; not owned. They stay until the next call.
    void offer(const QList<QAction *> &actions);
    void focusButton(QAction *action); // one that it offers

    QString words() const; // everything it says, for announcing and for tests

private:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showDetail(const QString &detail);
    void fitDetail(); // as high as its lines, up to a few
    void showBar();
    void placeButtons();
    void announce();

    Status m_status = Status::Neutral;
    qsizetype m_longestText = 480; // characters
    IconLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QToolButton *m_more;
    QVBoxLayout *m_words = nullptr;
    QPlainTextEdit *m_detail = nullptr;
    QWidget *m_bar; // of the buttons: beside the words where there is room, else below them
    QHBoxLayout *m_buttons;
};

} // namespace closeout::ui
