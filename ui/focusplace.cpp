// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/focusplace.h"

#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

QList<QWidget *> childrenOf(const QWidget *widget, const QByteArray &className)
{
    QList<QWidget *> children;
    for (QObject *child : widget->children()) {
        if (child->isWidgetType() && child->metaObject()->className() == className)
            children.append(static_cast<QWidget *>(child));
    }
    return children;
}

} // namespace

FocusPlace focusPlaceIn(const QWidget *window)
{
    FocusPlace place;
    for (QWidget *widget = window->focusWidget(); widget && widget != window;
         widget = widget->parentWidget()) {
        const QByteArray className = widget->metaObject()->className();
        const QList<QWidget *> like = childrenOf(widget->parentWidget(), className);
        place.prepend({className, int(like.indexOf(widget))});
    }
    return place;
}

bool focusAt(QWidget *window, const FocusPlace &place)
{
    QWidget *widget = place.isEmpty() ? nullptr : window;
    for (const FocusStep &step : place)
        widget = widget ? childrenOf(widget, step.className).value(step.number) : nullptr;
    if (!widget || !widget->isVisibleTo(window) || !widget->isEnabledTo(window))
        return false;
    widget->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace closeout::ui
