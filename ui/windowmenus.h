// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the menus of the window offer that is about the program alone: how it looks, which language
// it speaks, and what it is. Owned by the window that they are made for.

#pragma once

#include <QtCore/QString>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

namespace closeout::ui {

class Appearance;
class Settings;

QMenu *makeThemeMenu(QWidget *window, Appearance &appearance, Settings &settings);
// chosen is called with the code of a language once the menu is done: it may end the window.
QMenu *makeLanguageMenu(QWidget *window, const QString &current,
                        const std::function<void(const QString &code)> &chosen);
QAction *makeKeysAction(QMainWindow *window); // all keys of its menus and parts
QAction *makeAboutAction(QWidget *window);

} // namespace closeout::ui
