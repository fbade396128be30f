// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/action.h"

#include "ui/widgets/servertext.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr char hintProperty[] = "hint";
constexpr char reasonProperty[] = "reason";

QString withShortcut(const QAction *action, const QString &text)
{
    if (action->shortcut().isEmpty())
        return text;
    return u"%1 (%2)"_s.arg(text, action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace

QAction *makeAction(QWidget *pane, const ActionLook &look)
{
    auto *action = new QAction(icon(look.icon), look.text, pane);
    action->setShortcut(look.shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setProperty(hintProperty, look.hint);
    setWhyNot(action, {});
    pane->addAction(action);
    return action;
}

void setWhyNot(QAction *action, const QString &reason)
{
    const QString hint = action->property(hintProperty).toString();
    const QString name = withShortcut(action, action->iconText());
    const QString said = reason.isEmpty() ? hint : reason;
    action->setProperty(reasonProperty, reason);
    action->setEnabled(reason.isEmpty());
    const QString tip = said.isEmpty() ? name : name + u'\n' + said;
    action->setToolTip(plainToolTip(tip)); // a reason may quote a server
    action->setStatusTip(shown(said));
}

QString whyNot(const QAction *action)
{
    const QString reason = action->property(reasonProperty).toString();
    if (action->isEnabled())
        return {};
    return reason.isEmpty() ? QCoreApplication::translate("closeout::ui::Action", "Not now.")
                            : shown(reason);
}

} // namespace closeout::ui
