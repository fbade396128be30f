// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/clock.h"

#include <QtCore/QCoreApplication>

using namespace std::chrono_literals;

namespace closeout::ui {

Clock *Clock::ofApplication()
{
    auto *application = QCoreApplication::instance();
    auto *clock = application->findChild<Clock *>({}, Qt::FindDirectChildrenOnly);
    return clock ? clock : new Clock(application);
}

Clock::Clock(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &Clock::tick);
    m_timer.start(15s);
}

void Clock::tick()
{
    m_now = QDateTime::currentDateTimeUtc();
    emit ticked(m_now);
}

QString unbroken(QString duration)
{
    return duration.replace(u' ', QChar::Nbsp);
}

} // namespace closeout::ui
