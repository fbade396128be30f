// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/collection.h"

#include <algorithm>

namespace closeout::find {

namespace {

// The stored fields of a subject, group by group.
struct Stored
{
    std::vector<Field> words;
    std::vector<Field> moments;
    std::vector<Field> numbers;

    explicit Stored(Subject subject)
    {
        for (int i = 0; i <= int(Field::OpenStates); ++i) {
            const auto field = Field(i);
            if (!specOf(field).subjects.testFlag(subject))
                continue;
            if (field <= Field::Data)
                words.push_back(field);
            else
                (field <= Field::Expires ? moments : numbers).push_back(field);
        }
    }
};

const Stored &storedOf(Subject subject)
{
    static const Stored services(Subject::Service);
    static const Stored tasks(Subject::Task);
    return subject == Subject::Service ? services : tasks;
}

// Never beyond a block: what is left over in a thousand columns would be a good part of the memory.
template<typename Value>
void add(std::vector<Value> &column, Value value)
{
    if (column.size() == column.capacity())
        column.reserve(std::min<size_t>(std::max<size_t>(64, column.size() * 2), Rows::blockSize));
    column.push_back(value);
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
    const Stored &stored = storedOf(m_subject);
    for (const Field field : stored.words)
        add(block.words[wordSlot(field)], noWord);
    for (const Field field : stored.moments)
        add(block.moments[momentSlot(field)], noMoment);
    for (const Field field : stored.numbers)
        add(block.numbers[numberSlot(field)], noNumber);
    add(block.status, RowStatus::Active);
    ++m_countOf[size_t(RowStatus::Active)];
    add(block.load, quint16(0));
    add(block.changed, quint16(0));
    add(block.link, noRow);
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
    const Stored &stored = storedOf(rows.subject());
    for (const Field field : stored.words) {
        const QByteArrayView text = values.text(field);
        changed |= set(block.words[wordSlot(field)][place],
                       text.isEmpty() ? noWord : m_index.intern(m_data.words, text));
    }
    for (const Field field : stored.moments)
        changed |= set(block.moments[momentSlot(field)][place], values.moment(field));
    for (const Field field : stored.numbers)
        changed |= set(block.numbers[numberSlot(field)][place], values.number(field));
    changed |= rows.setStatus(row, values.isCompleted ? RowStatus::Completed : RowStatus::Active);
    block.load[place] = m_data.load;
    return changed;
}

void Collection::put(const Row &service, std::span<const Row> tasks)
{
    ++m_data.version;
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
    m_putTasks.clear();
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
        m_putTasks.push_back(row);
    }
    std::sort(m_putTasks.begin(), m_putTasks.end());
    // A task that its service does not list as active any more was completed.
    for (quint32 row = m_data.services.link(service); row != Rows::noRow; row = rows.link(row)) {
        if (!std::binary_search(m_putTasks.begin(), m_putTasks.end(), row))
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
    ++m_data.version;
    for (quint32 row = 0; row < m_data.services.count(); ++row) {
        const Rows::Block &block = std::as_const(m_data.services).at(row);
        if (block.load[row % Rows::blockSize] == m_data.load)
            continue;
        if (block.status[row % Rows::blockSize] == RowStatus::Active)
            markVanished(row);
        else // those of a completed one may have stayed open
            endTasks(row, RowStatus::Vanished);
    }
}

void Collection::completeHere(quint32 service, Moment when)
{
    ++m_data.version;
    m_data.services.setStatus(service, RowStatus::Completed);
    Rows::Block &block = m_data.services.change(service);
    const quint32 place = service % Rows::blockSize;
    block.moments[momentSlot(Field::Completed)][place] = when;
    block.changed[place] = 0;
    m_completedHere.insert(service);
}

void Collection::markVanished(quint32 service)
{
    ++m_data.version;
    touch(m_data.services, service, RowStatus::Vanished);
    endTasks(service, RowStatus::Vanished);
}

} // namespace closeout::find
