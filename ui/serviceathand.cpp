// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/serviceathand.h"

#include "ui/close/completing.h"

namespace closeout::ui {

using contract::Target;

ServiceAtHand::ServiceAtHand(Completing &completing, QObject *parent)
    : QObject(parent)
    , m_completing(completing)
{
    connect(&m_opened, &OpenedService::changed, this, &ServiceAtHand::takeOpened);
}

void ServiceAtHand::setServices(client::ContextServices *services)
{
    ++m_childQuestion;
    m_services = services;
    m_opened.setServices(services);
}

void ServiceAtHand::open(const QString &serviceId)
{
    if (serviceId != m_opened.serviceId())
        ++m_childQuestion;
    m_opened.open(serviceId);
}

void ServiceAtHand::begin(const Target &target)
{
    if (!target.isService()) {
        readChild(target);
        return;
    }
    ++m_childQuestion;
    if (m_opened.record() && m_opened.serviceId() == target.serviceId)
        begin(target, *m_opened.record());
}

bool ServiceAtHand::isFormComing() const
{
    const bool isChildComing = m_childAsked != 0 && m_childAsked == m_childQuestion;
    return isChildComing || m_opened.state() == OpenedService::State::Reading;
}

void ServiceAtHand::readDraftAgain()
{
    const Draft &draft = *m_completing.draft();
    const Target target = draft.target();
    if (draft.isEmpty() || target.serviceId == m_opened.serviceId())
        m_opened.read();
    else
        open(target.serviceId);
    if (!draft.isEmpty() && !target.isService())
        readChild(target);
}

// The service that is opened is what the form is about, unless it is about one of its states or
// tasks, or still shows how its end went.
void ServiceAtHand::takeOpened()
{
    if (m_opened.state() != OpenedService::State::Shown)
        return;
    const Draft &draft = *m_completing.draft();
    const std::optional<Reported> &reported = m_completing.reported();
    const bool isReported = reported && reported->place.target.serviceId == m_opened.serviceId()
        && m_completing.isReportedHere();
    const bool isElsewhere = draft.isEmpty() ? !isReported
                                             : draft.target().serviceId != m_opened.serviceId();
    if (!isElsewhere)
        m_completing.rebase(*m_opened.record());
    else if (!isFormComing())
        begin(contract::serviceTarget(m_opened.serviceId()));
}

void ServiceAtHand::begin(const Target &target, const client::Record &record)
{
    const Draft &draft = *m_completing.draft();
    if (!draft.isEmpty() && draft.target() == target)
        m_completing.rebase(record);
    else
        m_completing.begin(target, record);
}

// It is read by itself: as part of its service it is spelled otherwise, and the check before
// sending would take that for a change.
void ServiceAtHand::readChild(const Target &target)
{
    if (!m_services)
        return;
    const int question = m_childAsked = ++m_childQuestion;
    m_services->read(target, this,
                     [this, question, target](const client::Answer<client::Record> &answer) {
                         if (question == m_childQuestion)
                             takeChild(target, answer.value);
                     });
}

void ServiceAtHand::takeChild(const Target &target, const Result<client::Record> &child)
{
    m_childAsked = 0;
    if (child) {
        begin(target, *child);
        return;
    }
    emit failed(target.kind == Target::Kind::Task ? tr("The task could not be read")
                                                  : tr("The state could not be read"),
                child.error());
    takeOpened(); // which has waited for it
}

} // namespace closeout::ui
