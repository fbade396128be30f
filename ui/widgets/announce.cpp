// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/announce.h"

#include <QtCore/QVariant>
#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

constexpr char alertProperty[] = "alert";

QAccessibleInterface *alertFor(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !widget->property(alertProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::AlertMessage);
}

} // namespace

void makeAlert(QWidget *widget)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(alertFor);
        return true;
    }();
    widget->setProperty(alertProperty, true);
}

void announce(QWidget *widget, const QString &words)
{
    widget->setAccessibleName(words);
    QAccessibleEvent shown(widget, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

} // namespace closeout::ui
