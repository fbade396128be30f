// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/emptystate.h"

#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

namespace {

constexpr int iconSize = 40;
constexpr int roomForIcon = 150; // of height

QLabel *centredLabel(QWidget *parent, Type type)
{
    QLabel *label = textLabel(parent, type);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(this, iconSize))
    , m_headline(centredLabel(this, Type::Heading))
    , m_sentence(centredLabel(this, Type::Body))
    , m_layout(new QVBoxLayout(this))
{
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_layout->setContentsMargins(wide, tight, wide, tight);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    setMinimumSize(120, 56);
    m_layout->setSpacing(gap);
    m_layout->addStretch();
    m_layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_headline);
    m_layout->addWidget(m_sentence);
    m_layout->addStretch();
}

void EmptyState::tell(Icon icon, const QString &headline, const QString &sentence)
{
    m_icon->setIcon(ui::icon(icon, Status::Neutral));
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
}

void EmptyState::offer(QAction *action)
{
    if (m_button && action && m_offered == action) {
        m_button->setEnabled(action->isEnabled());
        m_button->setToolTip(action->toolTip());
        return;
    }
    m_offered = action;
    if (m_button) { // later: this may have been asked for by a click on it
        m_button->hide();
        m_button->deleteLater();
    }
    m_button = nullptr;
    if (!action)
        return;
    auto *button = new QPushButton(action->icon(), action->iconText(), this);
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    m_button = button;
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    m_icon->setVisible(height() >= roomForIcon);
    QWidget::resizeEvent(event);
}

} // namespace closeout::ui
