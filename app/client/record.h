// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A service, state or task as the server showed it: the very bytes, and what they say.
// Source: resource pages Service, State and Task 8.5.2; where extensions stand the pages disagree
// (beside "started" or inside it), so both are read.

#pragma once

#include "contract/target.h"
#include "json/document.h"

#include <QtCore/QDateTime>

namespace closeout::client {

// One key of attached data, both as they are spelled.
struct AttachedDatum
{
    QByteArray rawKey; // with its quotes
    QByteArray rawValue;

    QString key() const;

    friend bool operator==(const AttachedDatum &, const AttachedDatum &) = default;
};

class Record
{
public:
    using Kind = contract::Target::Kind;

    // What of it the server shows. An 8.1 server may refuse to show more than the record itself, or
    // keep its attached data to itself without a word.
    enum class Shown : quint8 { Everything, PerhapsNotData, RecordAlone };

    // A JSON object is needed; everything in it is optional.
    static Result<Record> fromJson(Kind kind, QByteArray json);
    static Result<Record> fromDocument(Kind kind, json::Document document);

    Kind kind() const { return m_kind; }
    Shown shown() const { return m_shown; }
    void setShown(Shown shown) { m_shown = shown; }
    const QByteArray &json() const { return m_document.text(); }
    json::Value root() const { return m_document.root(); }

    QString id() const; // of its own kind, as it was spelled
    QString serviceId() const;
    QString stateId() const; // of a task: where it hangs, as it says or stands; may be empty
    QString type() const;
    QString customerId() const;
    QString contactKey() const;
    QString mediaType() const;
    QString disposition() const;
    QString dispositionText() const;
    QDateTime startedAt() const; // invalid: not said
    QDateTime completedAt() const; // invalid: not said; see isCompleted()
    qint64 expectedSeconds() const; // 0: not said
    bool isCompleted() const; // it has a "completed" event, or stands among the completed ones

    // Each key once: of equal ones the value that was said last.
    QList<AttachedDatum> attachedData() const;
    // All states, then all tasks, as far as the answer carries them. The documents do not say
    // whether a task of a state stands in the service's list, in its state's or in both: all are
    // read, also those of completed states, and each is there once, by its id. One that stands
    // twice is completed if it is so anywhere. rows::Reader reads them in the same way.
    QList<Record> children() const;
    QList<Record> openStates() const; // of the children those that are not completed
    QList<Record> openTasks() const;

private:
    Record(Kind kind, json::Document document);
    QString member(QStringView name) const;
    QString eventMember(QStringView event, QStringView name) const;
    class Children;
    QList<Record> openOf(Kind kind) const;

    Kind m_kind;
    Shown m_shown = Shown::Everything;
    json::Document m_document;
    bool m_standsCompleted = false; // in a list of completed ones
    QString m_standsIn; // the state in whose list a task stands; empty: in its service's
};

} // namespace closeout::client
