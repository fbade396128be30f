// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From the JSON of a service to the rows of it and of its active tasks, in one pass over the bytes.
// It reads a record as client::Record does, which is for a few of them; this is for a million.
//
// Source: resource pages Service, State and Task 8.5.2; where the documents disagree about a place
// (beside "started" or inside it) both are read.

#pragma once

#include "find/collection.h"
#include "json/cursor.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <deque>
#include <vector>

namespace closeout::find {

class RowReader
{
public:
    // What somebody will look at: of the rest it only checks that it is JSON.
    struct Needs
    {
        bool children = true; // states and tasks, last event, how many are open
        bool data = true; // attached data
    };

    RowReader() = default;
    explicit RowReader(Needs needs)
        : m_needs(needs)
    {
    }

    // Reads the object that comes next and leaves the cursor behind it. False: the cursor failed.
    // What is read holds until the next call, and as long as the bytes.
    bool read(json::Cursor &cursor);

    const Row &service() const { return m_service; }
    std::span<const Row> tasks() const { return {m_tasks.data(), m_taskCount}; }
    QByteArrayView json() const { return m_json; } // of the service, as it came

    enum class Member : quint8; // what a key means here

private:
    using Spelled = std::array<QByteArrayView, wordFields>;
    enum class Place : quint8 { Started, Record, Completed }; // later ones win

    struct Datum
    {
        QByteArrayView key;
        QByteArrayView value;
        Place place;
    };

    struct Event
    {
        Spelled spelled;
        Moment at = noMoment;
        Moment expires = noMoment;
        qint32 lifetime = noNumber; // seconds
        qint32 expected = noNumber;
        qint32 autoCompleteAfter = noNumber;
    };

    struct Part // a service, state or task, while it is read
    {
        Spelled spelled;
        Event started;
        Event completed;
        std::vector<Datum> data;
        Moment expires = noMoment;
        qint32 lifetime = noNumber;
        qint32 expected = noNumber;
        qint32 autoCompleteAfter = noNumber;
        bool isCompleted = false;

        void clear();
    };

    void readEvent(json::Cursor &cursor, Part &part, Place place);
    void readStates(json::Cursor &cursor, bool areActive);
    void readTasks(json::Cursor &cursor, bool areActive, QByteArrayView state);
    void readTask(json::Cursor &cursor, bool isActive, QByteArrayView state);
    void readStateMember(json::Cursor &cursor, Part &state, bool isActive);
    void readServiceMember(json::Cursor &cursor);
    bool readCommonMember(json::Cursor &cursor, Member member, Part &part);
    void addDatum(json::Cursor &cursor, Part &part, Place place);
    bool isAttached(QByteArrayView rawKey);
    void fill(Row &row, const Part &part);
    void fillTasks();
    QByteArrayView textOf(QByteArrayView spelled);
    QByteArrayView dataOf(const std::vector<Datum> &data);
    QByteArray &scratch();
    void see(Moment moment) { m_lastEvent = std::max(m_lastEvent, moment); }

    Needs m_needs;
    QByteArrayView m_json;
    Row m_service;
    std::vector<Row> m_tasks; // the first m_taskCount of them
    size_t m_taskCount = 0;
    Part m_part;
    Part m_child;
    Part m_grandchild;
    Moment m_lastEvent = noMoment;
    qint32 m_openStates = 0;
    qint32 m_openTasks = 0;
    std::deque<QByteArray> m_scratch; // texts that had to be made
    size_t m_scratchUsed = 0;
    QHash<QByteArray, bool> m_isAttached; // keys seen, as they are spelled
};

} // namespace closeout::find
