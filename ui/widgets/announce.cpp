// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/announce.h"

#include <QtCore/QVariant>
#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

constexpr char roleProperty[] = "accessibleRole";

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget ? widget->property(roleProperty) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt()))
                          : nullptr;
}

} // namespace

void giveRole(QWidget *widget, QAccessible::Role role)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
    widget->setProperty(roleProperty, int(role));
}

void makeAnnouncer(QWidget *widget)
{
    giveRole(widget, QAccessible::Notification);
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
