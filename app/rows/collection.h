// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The services that were loaded and their active tasks, in columns: interned text and packed
// numbers, some 250 bytes a service with its task. Rows keep their numbers for as long as the
// collection lives; nothing is ever removed, so that a selection of row numbers stays true: what is
// no longer there is marked.
//
// A copy is a snapshot: cheap, unchanged by what comes later, and readable by another thread
// meanwhile. Only one thread at a time may change the original.

#pragma once

#include "rows/fields.h"
#include "rows/origins.h"
#include "rows/words.h"

#include <QtCore/QSet>

#include <array>
#include <limits>
#include <optional>

namespace closeout::rows {

// Moments and durations are milliseconds; moments count from 1970 UTC.
using Moment = qint64;
constexpr Moment noMoment = std::numeric_limits<qint64>::min();
constexpr qint32 noNumber = std::numeric_limits<qint32>::min();

constexpr int wordFields = int(Field::Data) + 1;
constexpr int momentFields = int(Field::Expires) - int(Field::Started) + 1;
constexpr int numberFields = int(Field::OpenStates) - int(Field::Expected) + 1;

constexpr size_t wordSlot(Field field)
{
    return size_t(field);
}
constexpr size_t momentSlot(Field field)
{
    return size_t(field) - size_t(Field::Started);
}
constexpr size_t numberSlot(Field field)
{
    return size_t(field) - size_t(Field::Expected);
}

// From which the durations of a row are counted.
struct Times
{
    Moment started = noMoment;
    Moment lastEvent = noMoment;
    Moment expires = noMoment;
    qint32 expected = noNumber;
    qint32 autoCompleteAfter = noNumber;

    // Age, idle time and the like of an active row at that moment; nothing: not said.
    std::optional<qint64> duration(Field field, Moment now) const;
};

// One row on its way into a collection. The texts are views of what it was read from.
struct Row
{
    std::array<QByteArrayView, wordFields> texts;
    std::array<Moment, momentFields> moments;
    std::array<qint32, numberFields> numbers;
    bool isCompleted = false;
    bool hasNumericDisposition = false; // 10, and not "10"

    Row() { clear(); }
    void clear();
    QByteArrayView &text(Field field) { return texts[wordSlot(field)]; }
    QByteArrayView text(Field field) const { return texts[wordSlot(field)]; }
    Moment &moment(Field field) { return moments[momentSlot(field)]; }
    Moment moment(Field field) const { return moments[momentSlot(field)]; }
    qint32 &number(Field field) { return numbers[numberSlot(field)]; }
    qint32 number(Field field) const { return numbers[numberSlot(field)]; }
    std::optional<qint64> duration(Field field, Moment now) const; // nothing: not active either
};

enum class Status : quint8 { Active, Completed, Vanished };

// The rows of one subject.
class Rows
{
public:
    static constexpr quint32 blockSize = 16384; // what is copied at the most while snapshots live

    struct Block : QSharedData
    {
        // A column is empty as long as none of its rows says anything there: most lists leave out
        // half of what the documents name.
        std::array<std::vector<Word>, wordFields> words;
        std::array<std::vector<Moment>, momentFields> moments;
        std::array<std::vector<qint32>, numberFields> numbers;
        std::vector<quint8> numericDispositions; // 1: it is one; empty as above
        std::vector<Status> status;
        std::vector<quint16> load; // that saw it last
        std::vector<quint16> changed; // the load that changed it last
        std::vector<quint32> link; // of a service its first task, of a task the next; noRow: none
    };
    static constexpr quint32 noRow = std::numeric_limits<quint32>::max();

    explicit Rows(Subject subject);

    Subject subject() const { return m_subject; }
    bool has(Field field) const; // is it stored?
    quint32 count() const { return m_count; }
    const QList<QSharedDataPointer<Block>> &blocks() const { return m_blocks; }

    // A whole column of a block, as many values as it has rows.
    const Word *words(size_t block, Field field) const;
    const Moment *moments(size_t block, Field field) const;
    const qint32 *numbers(size_t block, Field field) const;

    // Of a stored field of that kind; noWord, noMoment, noNumber: not said.
    Word word(quint32 row, Field field) const;
    Moment moment(quint32 row, Field field) const;
    qint32 number(quint32 row, Field field) const;
    bool hasNumericDisposition(quint32 row) const;
    Status status(quint32 row) const { return at(row).status[row % blockSize]; }
    quint16 changedIn(quint32 row) const { return at(row).changed[row % blockSize]; }
    quint32 link(quint32 row) const { return at(row).link[row % blockSize]; }

    // Age, idle time and the like as they are at that moment; nothing: not said, or not active.
    std::optional<qint64> duration(quint32 row, Field field, Moment now) const;
    quint32 countOf(Status status) const { return m_countOf[size_t(status)]; }

private:
    friend class Collection;
    const Block &at(quint32 row) const { return *m_blocks.at(qsizetype(row / blockSize)); }
    Block &change(quint32 row) { return *m_blocks[qsizetype(row / blockSize)]; }
    quint32 append();
    bool setStatus(quint32 row, Status status); // was it another one?

    Subject m_subject;
    QList<QSharedDataPointer<Block>> m_blocks;
    quint32 m_count = 0;
    std::array<quint32, 3> m_countOf{}; // by status
};

// What can be read of a collection. Copies are cheap.
struct Snapshot
{
    Words words;
    Rows services{Subject::Service};
    Rows tasks{Subject::Task};
    quint16 load = 0; // of the newest load
    quint64 version = 0; // of one collection: equal ones hold the same

    const Rows &rows(Subject subject) const
    {
        return subject == Subject::Service ? services : tasks;
    }
    QByteArrayView text(const Rows &rows, quint32 row, Field field) const
    {
        return words.at(rows.word(row, field));
    }
};

class Collection
{
public:
    // A load brings rows; those that it does not bring again are as they were until closeLoad().
    void beginLoad();
    bool put(const Row &service, std::span<const Row> tasks); // false: again, in this load
    // After a load that brought everything: what it did not bring has vanished.
    void closeLoad();
    // After one of which some sources failed: gone is what would have come from one that was read,
    // and from none that failed. Origins that name nothing bring nothing here.
    void closeLoad(const Origins &read, const Origins &failed);

    // Of one service: it is gone, or was completed by ourselves, which is no change to be told.
    void markVanished(quint32 service);
    void completeHere(quint32 service, Moment when);

    quint32 rowOf(QByteArrayView serviceId) const; // Rows::noRow: it is not here
    const Snapshot &snapshot() const { return m_data; }

private:
    class KnownTasks;
    bool assignService(quint32 row, const Row &values); // did that change it?
    bool assignTask(quint32 row, const Row &values, quint32 service, const Row &serviceValues);
    bool assignNumbers(Rows &rows, quint32 row, const Row &values);
    void closeRow(quint32 row);
    void putTasks(quint32 service, const Row &serviceValues, std::span<const Row> tasks);
    void touch(Rows &rows, quint32 row, Status status);
    void endTasks(quint32 service, Status status);

    Snapshot m_data;
    WordIndex m_index;
    std::vector<quint32> m_rowOf; // by the word of the service id
    std::vector<quint32> m_putTasks; // of the service that is being put
    QSet<quint32> m_completedHere; // services: a read that is stale may still call them active
};

} // namespace closeout::rows
