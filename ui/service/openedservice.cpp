// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/openedservice.h"

#include "contract/ids.h"

namespace closeout::ui {

OpenedService::OpenedService(QObject *parent)
    : QObject(parent)
{
}

void OpenedService::setServices(client::ContextServices *services)
{
    close();
    m_services = services;
    emit changed();
}

void OpenedService::open(const QString &serviceId)
{
    if (serviceId == m_serviceId)
        return;
    close();
    m_serviceId = serviceId;
    if (serviceId.isEmpty())
        emit changed();
    else
        read();
}

void OpenedService::close()
{
    ++m_question;
    if (m_call)
        m_call->cancel();
    m_serviceId.clear();
    m_record.reset();
    m_error.reset();
    m_asOf = {};
    m_state = State::Nothing;
}

void OpenedService::read()
{
    if (m_serviceId.isEmpty() || !m_services)
        return;
    if (m_call)
        m_call->cancel();
    const int question = ++m_question;
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    if (const Result<void> valid = contract::checkServiceId(m_services->connection().dialect,
                                                            m_serviceId);
        !valid) {
        take(tl::unexpected(valid.error()), asked);
        return;
    }
    const auto done = [this, question, asked](const client::Answer<client::Record> &answer) {
        if (question == m_question)
            take(answer.value, asked);
    };
    m_call = m_services->read(contract::serviceTarget(m_serviceId), this, done);
    m_state = State::Reading;
    emit changed();
}

void OpenedService::take(const Result<client::Record> &service, const QDateTime &asked)
{
    if (service) {
        m_record = *service;
        m_error.reset();
        m_asOf = asked;
    } else {
        m_error = service.error();
    }
    m_state = service ? State::Shown : State::Failed;
    emit changed();
}

} // namespace closeout::ui
