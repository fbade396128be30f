// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A service, state or task as the server showed it: the very bytes, and what they say.
// Source: resource pages Service, State and Task 8.5.2; where extensions stand the pages disagree
// (beside "started" or inside it), so both are read.

#pragma once

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
    enum class Kind : quint8 { Service, State, Task };

    // What of it the server shows. An 8.1 server may refuse to show more than the record itself, or
    // keep its attached data to itself without a word.
    enum class Shown : quint8 { Everything, PerhapsNotData, RecordAlone };

    // A JSON object is needed; everything in it is optional.
    static Result<Record> fromJson(Kind kind, QByteArray json);

    Kind kind() const { return m_kind; }
    Shown shown() const { return m_shown; }
    void setShown(Shown shown) { m_shown = shown; }
    const QByteArray &json() const { return m_document.text(); }
    json::Value root() const { return m_document.root(); }

    QString id() const; // of its own kind, as it was spelled
    QString serviceId() const;
    QString stateId() const; // of a task: where it hangs; may be empty
    QString type() const;
    QString customerId() const;
    QString contactKey() const;
    QString mediaType() const;
    QString disposition() const;
    QString dispositionText() const;
    QDateTime startedAt() const; // invalid: not said
    QDateTime completedAt() const; // invalid: not said; see isCompleted()
    qint64 expectedSeconds() const; // 0: not said
    bool isCompleted() const; // it has a "completed" event

    // Each key once: of equal ones the value that was said last.
    QList<AttachedDatum> attachedData() const;
    QList<Record> openStates() const; // as far as the answer carries them
    QList<Record> openTasks() const;
    QList<Record> children() const; // all states, then all tasks

private:
    Record(Kind kind, json::Document document);
    QString member(QStringView name) const;
    QString eventMember(QStringView event, QStringView name) const;
    QList<Record> nested(Kind kind, QStringView name) const;

    Kind m_kind;
    Shown m_shown = Shown::Everything;
    json::Document m_document;
};

} // namespace closeout::client
