// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/windowmenus.h"

#include "ui/keysdialog.h"
#include "ui/languages.h"
#include "ui/settings.h"
#include "ui/widgets/action.h"
#include "ui/widgets/look/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>

namespace closeout::ui {

namespace {

// For tr().
struct MainWindowText
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::MainWindow)
};

} // namespace

QMenu *makeThemeMenu(QWidget *window, Appearance &appearance, Settings &settings)
{
    auto *menu = new QMenu(MainWindowText::tr("&Theme"), window);
    menu->setIcon(icon(Icon::Theme));
    auto *group = new QActionGroup(menu);
    const std::tuple<Appearance::Choice, QString, int> choices[]{
        {Appearance::Choice::System, MainWindowText::tr("Like the &System"), Qt::Key_F6},
        {Appearance::Choice::Light, MainWindowText::tr("&Light"), Qt::Key_F7},
        {Appearance::Choice::Dark, MainWindowText::tr("&Dark"), Qt::Key_F8},
        {Appearance::Choice::HighContrast, MainWindowText::tr("&High Contrast"), Qt::Key_F9},
    };
    for (const auto &[choice, text, key] : choices) {
        QAction *action = makeAction(window, {Icon::Theme, text, QKeySequence(key)});
        action->setCheckable(true);
        action->setChecked(choice == appearance.choice());
        group->addAction(action);
        menu->addAction(action);
        QObject::connect(action, &QAction::triggered, window,
                         [&appearance, &settings, chosen = choice] {
                             appearance.choose(chosen);
                             settings.setAppearance(chosen);
                         });
    }
    return menu;
}

QMenu *makeLanguageMenu(QWidget *window, const QString &current,
                        const std::function<void(const QString &code)> &chosen)
{
    auto *menu = new QMenu(MainWindowText::tr("&Language"), window);
    menu->setIcon(icon(Icon::Language));
    auto *group = new QActionGroup(menu);
    const QStringList codes = Languages::codes();
    int place = 0;
    for (const QString &code : codes) {
        QAction *action = makeAction(window,
                                     {Icon::Language, Languages::nativeName(code),
                                      QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_F1 + place))});
        ++place;
        action->setCheckable(true);
        action->setChecked(code == current);
        group->addAction(action);
        menu->addAction(action);
        // Later: the window that this is called from is made anew.
        QObject::connect(
            action, &QAction::triggered, window, [chosen, code] { chosen(code); },
            Qt::QueuedConnection);
    }
    return menu;
}

QAction *makeKeysAction(QMainWindow *window)
{
    QAction *keys = makeAction(window,
                               {Icon::Command, MainWindowText::tr("&Keyboard…"),
                                QKeySequence(Qt::Key_F1)});
    QObject::connect(keys, &QAction::triggered, window, [window] {
        (new KeysDialog(window->menuBar()->actions(), window))->open(); // deletes itself
    });
    return keys;
}

QAction *makeAboutAction(QWidget *window)
{
    QAction *about = makeAction(window,
                                {Icon::Info, MainWindowText::tr("&About Closeout"),
                                 QKeySequence(Qt::SHIFT | Qt::Key_F1)});
    about->setMenuRole(QAction::AboutRole);
    QObject::connect(about, &QAction::triggered, window, [window] {
        QMessageBox::about(window, MainWindowText::tr("About Closeout"),
                           MainWindowText::tr(
                               "<h3>Closeout %1</h3><p>Finds and closes stuck services in Genesys "
                               "Context Services.</p><p>An end is sent at most once. No byte of a "
                               "payload changes unless you change it. What happened can be proven "
                               "afterwards.</p><p>MIT licence.</p>")
                               .arg(QStringLiteral(CLOSEOUT_VERSION)));
    });
    return about;
}

} // namespace closeout::ui
