// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// An icon that stands beside words. It is drawn anew whenever it is painted, so that it follows
// every change of theme; a label would keep the pixels that it was given.

#pragma once

#include "ui/widgets/look/icons.h"

#include <QtWidgets/QWidget>

namespace closeout::ui {

class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent, int side = 16); // in pixels

    void setIcon(const QIcon &icon);

private:
    void paintEvent(QPaintEvent *event) override;

    QIcon m_icon;
};

} // namespace closeout::ui
