// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/busyrow.h"

#include "ui/close/completing.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

BusyRow::BusyRow(Completing &completing, QAction *giveUp, QWidget *parent)
    : QWidget(parent)
    , m_completing(completing)
    , m_words(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto *stop = new QPushButton(giveUp->iconText(), this);
    stop->setToolTip(giveUp->toolTip());
    connect(stop, &QPushButton::clicked, giveUp, &QAction::trigger);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout);
    layout->addWidget(m_words);
    layout->addWidget(m_progress);
    layout->addWidget(stop, 0, Qt::AlignLeft); // not where a second click would fall
}

void BusyRow::refresh()
{
    const QString where = shown(m_completing.environment().name);
    const bool hasLeft = m_completing.hasLeft();
    m_words->setText(hasLeft ? tr("Sending to %1 …").arg(where)
                             : tr("Checking at %1 before sending …").arg(where));
    m_progress->setAccessibleName(hasLeft ? tr("Sending") : tr("Checking"));
}

} // namespace closeout::ui
