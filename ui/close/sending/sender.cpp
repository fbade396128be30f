// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/sender.h"

#include "ui/close/sending/sendwork.h"

#include <QtCore/QThread>

using namespace Qt::StringLiterals;

namespace closeout::ui {

Sender::Sender(QString journalPath, QObject *parent)
    : QObject(parent)
    , m_journalPath(std::move(journalPath))
{
    qRegisterMetaType<close::ItemReport>("closeout::close::ItemReport");
    qRegisterMetaType<close::Completion>("closeout::close::Completion");
}

Sender::~Sender()
{
    if (!isBusy())
        return;
    giveUp();
    // The report goes nowhere, but the thread ends when it is there and in the journal.
    m_thread->wait();
}

void Sender::send(const close::Completion &completion, const client::Connection &connection,
                  const close::RunSettings &settings, const environments::WritePermit &permit)
{
    Q_ASSERT(!isBusy());
    m_completion = completion;
    m_thread = new QThread(this);
    m_thread->setObjectName(u"sender"_s);
    // It ends with its thread, which may be before its report is taken: so it is told by signals
    // alone.
    auto *work = new SendWork({completion, connection, settings, permit, m_journalPath});
    work->moveToThread(m_thread);
    connect(m_thread, &QThread::started, work, &SendWork::start);
    connect(m_thread, &QThread::finished, work, &QObject::deleteLater);
    connect(this, &Sender::givenUp, work, &SendWork::giveUp, Qt::QueuedConnection);
    connect(work, &SendWork::left, this, &Sender::left);
    connect(work, &SendWork::finished, this, &Sender::takeReport);
    connect(work, &SendWork::finished, m_thread, &QThread::quit, Qt::DirectConnection);
    m_thread->start();
    emit started();
}

void Sender::giveUp()
{
    if (isBusy())
        emit givenUp();
}

void Sender::takeReport(const close::ItemReport &report)
{
    endThread();
    // A copy: the receiver may send the next one.
    const close::Completion completion = m_completion;
    emit reported(completion, report);
}

void Sender::endThread()
{
    m_thread->wait(); // it has nothing more to do
    m_thread->deleteLater();
    m_thread = nullptr;
}

} // namespace closeout::ui
