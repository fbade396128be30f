// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From the JSON of a service to the rows of it and of its active tasks, in one pass over the bytes.
// It reads a record as client::Record does, which is for a few of them; this is for a million.
//
// Source: resource pages Service, State and Task 8.5.2; where the documents disagree about a place
// (beside "started" or inside it) both are read.

#pragma once

#include "rows/collection.h"
#include "json/cursor.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <deque>
#include <vector>

namespace closeout::rows {

enum class RecordMember : quint8;

class Reader
{
public:
    // What somebody will look at: of the rest it only checks that it is JSON.
    struct Needs
    {
        bool children = true; // states and tasks, last event, how many are open
        bool data = true; // attached data
    };

    Reader() = default;
    explicit Reader(Needs needs)
        : m_needs(needs)
    {
    }

    // Reads the object that comes next and leaves the cursor behind it. False: the cursor failed.
    // What is read holds until the next call, and as long as the bytes.
    bool read(json::Cursor &cursor);

    const Row &service() const { return m_service; }
    std::span<const Row> tasks() const { return {m_tasks.data(), m_taskCount}; }
    QByteArrayView json() const { return m_json; } // of the service, as it came
    // Of the service and its open tasks: how many starts say something that is no moment.
    int unreadableStarts() const { return m_unreadableStarts; }

private:
    using Spelled = std::array<QByteArrayView, wordFields>;
    enum class Place : quint8 { Started, Record, Completed }; // later ones win

    struct Datum
    {
        QByteArrayView key;
        QByteArrayView value;
        Place place;
    };

    enum class Listed : quint8 { Active, Completed }; // in which of the two lists it stands
    enum class Parent : quint8 { Service, State }; // of whose lists

    // One of the places at which a state or task of the service stands.
    struct Standing
    {
        static constexpr size_t noRow = std::numeric_limits<size_t>::max();

        QByteArrayView id = {}; // empty: not said
        QByteArrayView state = {}; // that a task hangs on
        size_t row = noRow; // of an open task
        bool isOpen = true;
        Parent parent = Parent::Service;
    };

    struct Event
    {
        Spelled spelled;
        Moment at = noMoment;
        Moment expires = noMoment;
        bool isUnreadable = false; // it says when, and nobody understands it
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
    void readStates(json::Cursor &cursor, Listed listed);
    void readTasks(json::Cursor &cursor, Listed listed, Parent parent);
    void readTask(json::Cursor &cursor, Listed listed, Parent parent);
    void readStateMember(json::Cursor &cursor, Part &state);
    void readServiceMember(json::Cursor &cursor);
    bool readCommonMember(json::Cursor &cursor, RecordMember member, Part &part);
    void addDatum(json::Cursor &cursor, Part &part, Place place);
    bool isAttached(QByteArrayView rawKey);
    void fill(Row &row, const Part &part);
    template<typename Each>
    static void forEachById(std::vector<Standing> &standings, Each each);
    void countStates();
    void dropRepeatedTasks();
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
    int m_unreadableStarts = 0;
    std::vector<Standing> m_standingStates;
    std::vector<Standing> m_standingTasks;
    std::vector<bool> m_isDropped; // of m_tasks
    std::deque<QByteArray> m_scratch; // texts that had to be made
    size_t m_scratchUsed = 0;
    QHash<QByteArray, bool> m_isAttached; // keys seen, as they are spelled
};

} // namespace closeout::rows
