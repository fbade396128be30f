// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sources/loadingline.h"

#include "ui/find/sources/listing.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QToolButton>

#include <utility>

using namespace std::chrono_literals;

namespace closeout::ui {

namespace {

constexpr int progressSteps = 1000;
constexpr auto longLoad = 400ms;

} // namespace

LoadingLine::LoadingLine(Listing &listing, QAction *cancel, QWidget *parent)
    : QWidget(parent)
    , m_listing(listing)
    , m_progress(new QProgressBar(this))
    , m_rate(new QLabel(this))
{
    m_rate->setFont(fontOf(Type::Small));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(12);
    m_progress->setAccessibleName(tr("Loading"));
    auto *button = new QToolButton(this);
    button->setDefaultAction(cancel);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *line = new QHBoxLayout(this);
    setPlain(line);
    line->addWidget(m_progress, 1);
    line->addWidget(m_rate);
    line->addWidget(button);
    hide();
    m_loadsLong.setSingleShot(true);
    m_loadsLong.setInterval(longLoad);
    connect(&m_loadsLong, &QTimer::timeout, this, [this] { setVisible(m_listing.isLoading()); });
    connect(&listing, &Listing::changed, this, &LoadingLine::takeListing);
    connect(&listing, &Listing::progressed, this, &LoadingLine::showProgress);
    takeListing();
}

void LoadingLine::takeListing()
{
    const bool loads = m_listing.isLoading();
    const bool wasLoading = std::exchange(m_wasLoading, loads);
    if (!loads)
        hide();
    else if (!wasLoading)
        m_loadsLong.start();
    showProgress();
}

void LoadingLine::showProgress()
{
    if (!m_listing.isLoading())
        return;
    const QLocale locale;
    const qint64 promised = m_listing.promisedBytes();
    const qint64 bytes = m_listing.bytes();
    m_progress->setRange(0, promised > 0 ? progressSteps : 0);
    if (promised > 0)
        m_progress->setValue(int(std::min(bytes, promised) * progressSteps / promised));
    const QString rate = tr("%1 per second").arg(locale.toString(qint64(m_listing.perSecond())));
    const QString size = promised > 0
        ? tr("%1 of %2").arg(locale.formattedDataSize(bytes), locale.formattedDataSize(promised))
        : locale.formattedDataSize(bytes);
    //: how a load goes: bytes so far, and services per second
    m_rate->setText(bytes > 0 ? tr("%1, %2").arg(size, rate) : QString());
}

} // namespace closeout::ui
