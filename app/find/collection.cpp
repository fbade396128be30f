// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/collection.h"

namespace closeout::find {

namespace {

template<typename Do>
void forStored(const Rows &rows, Do &&work)
{
    for (int i = 0; i <= int(Field::OpenStates); ++i) {
        if (rows.has(Field(i)))
            work(Field(i));
    }
}

bool isWord(Field field)
{
    return field <= Field::Data;
}

bool isMoment(Field field)
{
    return field >= Field::Started && field <= Field::Expires;
}

template<typename Value>
bool set(Value &place, Value value)
{
    if (place == value)
        return false;
    place = value;
    return true;
}

} // namespace

void Row::clear()
{
    texts.fill({});
    moments.fill(noMoment);
    numbers.fill(noNumber);
    isCompleted = false;
}

Rows::Rows(Subject subject)
    : m_subject(subject)
{
}

bool Rows::has(Field field) const
{
    return field <= Field::OpenStates && specOf(field).subjects.testFlag(m_subject);
}

Word Rows::word(quint32 row, Field field) const
{
    return has(field) ? at(row).words[wordSlot(field)][row % blockSize] : noWord;
}

Moment Rows::moment(quint32 row, Field field) const
{
    return has(field) ? at(row).moments[momentSlot(field)][row % blockSize] : noMoment;
}

qint32 Rows::number(quint32 row, Field field) const
{
    return has(field) ? at(row).numbers[numberSlot(field)][row % blockSize] : noNumber;
}

std::optional<qint64> Times::duration(Field field, Moment now) const
{
    const auto since = [now](Moment moment) {
        return moment == noMoment ? std::optional<qint64>() : now - moment;
    };
    const auto behind = [now](Moment moment, qint32 seconds) {
        return moment == noMoment || seconds == noNumber ? std::optional<qint64>()
                                                         : now - moment - qint64(seconds) * 1000;
    };
    const auto until = [](std::optional<qint64> passed) {
        return passed ? std::optional<qint64>(-*passed) : passed;
    };
    switch (field) {
    case Field::Age:
        return since(started);
    case Field::Idle:
        return since(lastEvent);
    case Field::Overdue:
        return behind(started, expected);
    case Field::AutoCompletesIn:
        return until(behind(lastEvent, autoCompleteAfter));
    case Field::ExpiresIn:
        return until(since(expires));
    default:
        return {};
    }
}

std::optional<qint64> Row::duration(Field field, Moment now) const
{
    if (isCompleted)
        return {};
    return Times{moment(Field::Started), moment(Field::LastEvent), moment(Field::Expires),
                 number(Field::Expected), number(Field::AutoCompleteAfter)}
        .duration(field, now);
}

std::optional<qint64> Rows::duration(quint32 row, Field field, Moment now) const
{
    if (status(row) != RowStatus::Active)
        return {};
    return Times{moment(row, Field::Started), moment(row, Field::LastEvent),
                 moment(row, Field::Expires), number(row, Field::Expected),
                 number(row, Field::AutoCompleteAfter)}
        .duration(field, now);
}

quint32 Rows::append()
{
    if (m_count % blockSize == 0) {
        m_blocks.append(QSharedDataPointer<Block>(new Block));
    }
    Block &block = change(m_count);
    forStored(*this, [&block](Field field) {
        if (isWord(field))
            block.words[wordSlot(field)].push_back(noWord);
        else if (isMoment(field))
            block.moments[momentSlot(field)].push_back(noMoment);
        else
            block.numbers[numberSlot(field)].push_back(noNumber);
    });
    block.status.push_back(RowStatus::Active);
    ++m_countOf[size_t(RowStatus::Active)];
    block.load.push_back(0);
    block.changed.push_back(0);
    block.link.push_back(noRow);
    return m_count++;
}

bool Rows::setStatus(quint32 row, RowStatus status)
{
    RowStatus &place = change(row).status[row % blockSize];
    --m_countOf[size_t(place)];
    ++m_countOf[size_t(status)];
    return std::exchange(place, status) != status;
}

void Collection::beginLoad()
{
    ++m_data.load;
}

quint32 Collection::rowOf(QByteArrayView serviceId) const
{
    const Word word = m_index.find(m_data.words, serviceId);
    return word != noWord && word < m_rowOf.size() ? m_rowOf[word] : Rows::noRow;
}

bool Collection::assign(Rows &rows, quint32 row, const Row &values)
{
    Rows::Block &block = rows.change(row);
    const quint32 place = row % Rows::blockSize;
    bool changed = false;
    forStored(rows, [&](Field field) {
        if (isWord(field))
            changed |= set(block.words[wordSlot(field)][place],
                           m_index.intern(m_data.words, values.text(field)));
        else if (isMoment(field))
            changed |= set(block.moments[momentSlot(field)][place], values.moment(field));
        else
            changed |= set(block.numbers[numberSlot(field)][place], values.number(field));
    });
    changed |= rows.setStatus(row, values.isCompleted ? RowStatus::Completed : RowStatus::Active);
    block.load[place] = m_data.load;
    return changed;
}

void Collection::put(const Row &service, std::span<const Row> tasks)
{
    const Word id = m_index.intern(m_data.words, service.text(Field::ServiceId));
    if (id >= m_rowOf.size())
        m_rowOf.resize(size_t(id) + 1, Rows::noRow);
    quint32 row = m_rowOf[id];
    if (row == Rows::noRow)
        m_rowOf[id] = row = m_data.services.append();
    if (!service.isCompleted && m_completedHere.contains(row))
        return;
    if (assign(m_data.services, row, service))
        m_data.services.change(row).changed[row % Rows::blockSize] = m_data.load;
    putTasks(row, tasks);
}

quint32 Collection::taskOf(quint32 service, Word task) const
{
    quint32 row = m_data.services.link(service);
    while (row != Rows::noRow && m_data.tasks.word(row, Field::TaskId) != task)
        row = m_data.tasks.link(row);
    return row;
}

void Collection::putTasks(quint32 service, std::span<const Row> tasks)
{
    Rows &rows = m_data.tasks;
    for (const Row &task : tasks) {
        const Word id = m_index.intern(m_data.words, task.text(Field::TaskId));
        quint32 row = taskOf(service, id);
        if (row == Rows::noRow) {
            row = rows.append();
            rows.change(row).link[row % Rows::blockSize] = m_data.services.link(service);
            m_data.services.change(service).link[service % Rows::blockSize] = row;
        }
        if (assign(rows, row, task))
            rows.change(row).changed[row % Rows::blockSize] = m_data.load;
    }
    // A task that its service does not list as active any more was completed.
    for (quint32 row = m_data.services.link(service); row != Rows::noRow; row = rows.link(row)) {
        if (std::as_const(rows).at(row).load[row % Rows::blockSize] != m_data.load)
            touch(rows, row, RowStatus::Completed);
    }
}

void Collection::touch(Rows &rows, quint32 row, RowStatus status)
{
    if (rows.status(row) != status && rows.setStatus(row, status))
        rows.change(row).changed[row % Rows::blockSize] = m_data.load;
}

void Collection::endTasks(quint32 service, RowStatus status)
{
    for (quint32 row = m_data.services.link(service); row != Rows::noRow;
         row = m_data.tasks.link(row)) {
        if (m_data.tasks.status(row) == RowStatus::Active)
            touch(m_data.tasks, row, status);
    }
}

void Collection::closeLoad()
{
    for (quint32 row = 0; row < m_data.services.count(); ++row) {
        const Rows::Block &block = std::as_const(m_data.services).at(row);
        if (block.load[row % Rows::blockSize] == m_data.load
            || block.status[row % Rows::blockSize] != RowStatus::Active)
            continue;
        markVanished(row);
    }
}

void Collection::completeHere(quint32 service, Moment when)
{
    m_data.services.setStatus(service, RowStatus::Completed);
    Rows::Block &block = m_data.services.change(service);
    const quint32 place = service % Rows::blockSize;
    block.moments[momentSlot(Field::Completed)][place] = when;
    block.changed[place] = 0;
    m_completedHere.insert(service);
}

void Collection::markVanished(quint32 service)
{
    touch(m_data.services, service, RowStatus::Vanished);
    endTasks(service, RowStatus::Vanished);
}

} // namespace closeout::find
