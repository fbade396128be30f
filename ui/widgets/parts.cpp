// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/parts.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace closeout::ui {

QLabel *textLabel(QWidget *parent, Type type)
{
    auto *label = new QLabel(parent);
    label->setFont(fontOf(type));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *quietLabel(QWidget *parent)
{
    QLabel *label = textLabel(parent, Type::Small);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton *toolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace closeout::ui
