// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the centre of the window shows, one at a time. The main window makes menus of what a page
// offers, keeps and restores its layout and gives it the focus; it knows nothing else of it.

#pragma once

#include "ui/widgets/action.h"

#include <functional>

class QWidget;

namespace closeout::ui {

struct PageMenu
{
    QString title;
    MenuActions actions;
};

struct Page
{
    QWidget *widget = nullptr; // of the stack of pages, which owns it
    QList<PageMenu> menus = {}; // nothing of them can be done while another page is shown
    MenuActions inFileMenu = {}; // that bring the page into sight
    std::function<void()> keepLayout = {}; // empty: it has none
    std::function<void()> restoreLayout = {};
};

} // namespace closeout::ui
