// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/announce.h"

#include <QtCore/QVariant>
#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

constexpr char announcerProperty[] = "announcer";

QAccessibleInterface *announcerFor(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !widget->property(announcerProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Notification);
}

} // namespace

void makeAnnouncer(QWidget *widget)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(announcerFor);
        return true;
    }();
    widget->setProperty(announcerProperty, true);
}

void announce(QWidget *widget, const QString &words)
{
    widget->setAccessibleName(words);
    QAccessibleEvent shown(widget, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

void announceFocus()
{
    if (QWidget *widget = QApplication::focusWidget()) {
        QAccessibleEvent event(widget, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace closeout::ui
