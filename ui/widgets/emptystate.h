// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What stands where there is nothing to show: an icon, a headline, one sentence that says what to
// do, and perhaps the button to do it.

#pragma once

#include "ui/widgets/look/icons.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace closeout::ui {

class IconLabel;

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void tell(Icon icon, const QString &headline, const QString &sentence);
    void offer(QAction *action); // not owned; nullptr: no button

private:
    void resizeEvent(QResizeEvent *event) override; // where there is little room, words alone

    IconLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_sentence;
    QVBoxLayout *m_layout;
    QWidget *m_button = nullptr;
    QAction *m_offered = nullptr;
};

} // namespace closeout::ui
