// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The service that a person is at: it is opened, and it, or one of its states and tasks, is put
// into the form. Owned by the workspace; the form's host outlives it.

#pragma once

#include "ui/service/openedservice.h"

#include <QtCore/QPointer>

namespace closeout::ui {

class Completing;

class ServiceAtHand : public QObject
{
    Q_OBJECT

public:
    explicit ServiceAtHand(Completing &completing, QObject *parent = nullptr);

    // nullptr: none. To be called before the ones in use are destroyed.
    void setServices(client::ContextServices *services);

    OpenedService &opened() { return m_opened; }
    void open(const QString &serviceId);
    // Puts it into the form. A state or task is read first; a service must be open.
    void begin(const contract::Target &target);
    // Whether the form is still to be about what was opened or begun last.
    bool isFormComing() const;
    void readDraftAgain(); // the record that the draft is about

signals:
    void failed(const QString &headline, const closeout::Error &error);

private:
    void takeOpened();
    void begin(const contract::Target &target, const client::Record &record);
    void readChild(const contract::Target &target);
    void takeChild(const contract::Target &target, const Result<client::Record> &child);

    Completing &m_completing;
    OpenedService m_opened;
    QPointer<client::ContextServices> m_services; // not owned
    int m_childQuestion = 0; // answers to an earlier one are dropped
    int m_childAsked = 0; // the question that is under way; another number: none is
};

} // namespace closeout::ui
