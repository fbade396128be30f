// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Records as JSON text. Mostly the kept texts put side by side; only names of business attribute
// values (MapNames) need a second look at them.
// Source: resource pages Service, State, Task 8.5.2.

#pragma once

#include "sandbox/operations/attacheddata.h"
#include "sandbox/options.h"
#include "sandbox/store/records.h"

namespace closeout::sandbox {

// What of a record an answer shows.
struct View
{
    ExtensionSelection extensions = ExtensionSelection();
    bool activeStates = false;
    bool completedStates = false;
    bool activeTasks = false;
    bool completedTasks = false;

    bool showsStates() const { return activeStates || completedStates; }
    bool showsTasks() const { return activeTasks || completedTasks; }
};

class Renderer
{
public:
    // The options are not owned and must live longer.
    explicit Renderer(const Options &options);

    // children: states and tasks of this service in order; those that the view does not show are
    // passed over.
    QByteArray service(const Service &service, const View &view,
                       const QList<Child> &children) const;

    // On its own, with its service's id. tasks: for a state, those that belong to it.
    QByteArray child(const Service &service, const Child &child, const View &view,
                     const QList<Child> &tasks) const;

    QByteArray serviceId(const QString &id) const; // a number in 8.1, a string in 8.5

private:
    void appendNested(QByteArray &json, const Child &child, const View &view) const;
    void appendRecord(QByteArray &json, Entity entity, const Record &record,
                      const View &view) const;
    void appendList(QByteArray &json, QLatin1StringView name, Entity entity, bool active,
                    const QList<Child> &children, const View &view) const;
    void appendLists(QByteArray &json, const QList<Child> &children, const View &view) const;

    const Options &m_options;
    Qt::CaseSensitivity m_keys;
};

} // namespace closeout::sandbox
