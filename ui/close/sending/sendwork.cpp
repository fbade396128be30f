// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/sendwork.h"

namespace closeout::ui {

using close::ItemReport;

namespace {

ItemReport nothingSent(ErrorKind kind, const QString &message)
{
    ItemReport report;
    report.outcome = journal::Outcome::Held;
    report.kind = kind;
    report.message = message;
    return report;
}

} // namespace

SendWork::SendWork(SendOrder order)
    : m_order(std::move(order))
{
}

void SendWork::start()
{
    if (m_isFinished) // given up before it began
        return;
    auto journal = journal::Journal::open(m_order.journalPath);
    if (!journal) {
        finish(nothingSent(ErrorKind::Storage,
                           Tr::tr("Nothing was sent. %1").arg(journal.error().message)));
        return;
    }
    m_journal = std::move(*journal);
    m_transport = std::make_unique<client::Transport>(m_order.connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_run = std::make_unique<close::Run>(close::Plan{m_order.completion}, m_order.settings,
                                         m_order.permit, *m_services, *m_journal);
    connect(m_run.get(), &close::Run::itemLeft, this, &SendWork::left);
    connect(m_run.get(), &close::Run::itemFinished, this,
            [this](qsizetype, const ItemReport &report) { finish(report); });
    m_run->start();
}

void SendWork::giveUp()
{
    if (m_run && m_run->isSending())
        return;
    m_run.reset();
    finish(nothingSent(ErrorKind::Cancelled, Tr::tr("Cancelled before it was sent.")));
}

void SendWork::finish(const ItemReport &report)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    emit finished(report);
}

} // namespace closeout::ui
