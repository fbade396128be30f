// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/collection.h"

#include <QtCore/QHash>

#include <algorithm>

namespace closeout::rows {

namespace {

constexpr quint16 noLoad = 0;

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
void addNothing(std::vector<Value> &column, Value nothing)
{
    if (!column.empty())
        add(column, nothing);
}

// Did that change it? The column gets its rows when the first of them says something.
template<typename Value>
bool set(std::vector<Value> &column, quint32 place, Value value, Value nothing, size_t rows)
{
    if (column.empty()) {
        if (value == nothing)
            return false;
        column.resize(rows, nothing);
    }
    return std::exchange(column[place], value) != value;
}

template<typename Value>
Value valueOf(const std::vector<Value> &column, quint32 place, Value nothing)
{
    return column.empty() ? nothing : column[place];
}

// For columns in which nothing is said.
template<typename Value, Value nothing>
const Value *nothings()
{
    static const std::vector<Value> values(Rows::blockSize, nothing);
    return values.data();
}

// The words of origins.
struct Origin
{
    QSet<Word> customers;
    QSet<Word> contactKeys;
    QSet<Word> serviceIds;
    bool everything = false;

    // By what a row says of itself: where it was found is not kept.
    bool brings(const Rows &services, quint32 row) const
    {
        const Word customer = services.word(row, Field::CustomerId);
        return everything || customers.contains(customer)
            || (customer == noWord && contactKeys.contains(services.word(row, Field::ContactKey)))
            || serviceIds.contains(services.word(row, Field::ServiceId));
    }
};

Origin originOf(const Origins &origins, const Words &words, const WordIndex &index)
{
    const auto wordsOf = [&](const QStringList &texts) {
        QSet<Word> found;
        for (const QString &text : texts)
            found.insert(index.find(words, text.toUtf8()));
        found.remove(noWord);
        return found;
    };
    return {wordsOf(origins.customers), wordsOf(origins.contactKeys), wordsOf(origins.serviceIds),
            origins.everything};
}

} // namespace

void Row::clear()
{
    texts.fill({});
    moments.fill(noMoment);
    numbers.fill(noNumber);
    isCompleted = hasNumericDisposition = false;
}

Rows::Rows(Subject subject)
    : m_subject(subject)
{
}

bool Rows::has(Field field) const
{
    return field <= Field::OpenStates && specOf(field).subjects.testFlag(m_subject);
}

const Word *Rows::words(size_t block, Field field) const
{
    const auto &column = m_blocks.at(qsizetype(block))->words[wordSlot(field)];
    return column.empty() ? nothings<Word, noWord>() : column.data();
}

const Moment *Rows::moments(size_t block, Field field) const
{
    const auto &column = m_blocks.at(qsizetype(block))->moments[momentSlot(field)];
    return column.empty() ? nothings<Moment, noMoment>() : column.data();
}

const qint32 *Rows::numbers(size_t block, Field field) const
{
    const auto &column = m_blocks.at(qsizetype(block))->numbers[numberSlot(field)];
    return column.empty() ? nothings<qint32, noNumber>() : column.data();
}

Word Rows::word(quint32 row, Field field) const
{
    return has(field) ? valueOf(at(row).words[wordSlot(field)], row % blockSize, noWord) : noWord;
}

Moment Rows::moment(quint32 row, Field field) const
{
    return has(field) ? valueOf(at(row).moments[momentSlot(field)], row % blockSize, noMoment)
                      : noMoment;
}

qint32 Rows::number(quint32 row, Field field) const
{
    return has(field) ? valueOf(at(row).numbers[numberSlot(field)], row % blockSize, noNumber)
                      : noNumber;
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
    if (status(row) != Status::Active)
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
        addNothing(block.words[wordSlot(field)], noWord);
    for (const Field field : stored.moments)
        addNothing(block.moments[momentSlot(field)], noMoment);
    for (const Field field : stored.numbers)
        addNothing(block.numbers[numberSlot(field)], noNumber);
    addNothing(block.numericDispositions, quint8(0));
    add(block.status, Status::Active);
    ++m_countOf[size_t(Status::Active)];
    add(block.load, noLoad);
    add(block.changed, noLoad);
    add(block.link, noRow);
    return m_count++;
}

bool Rows::hasNumericDisposition(quint32 row) const
{
    return valueOf(at(row).numericDispositions, row % blockSize, quint8(0)) != 0;
}

bool Rows::setStatus(quint32 row, Status status)
{
    Status &place = change(row).status[row % blockSize];
    --m_countOf[size_t(place)];
    ++m_countOf[size_t(status)];
    return std::exchange(place, status) != status;
}

void Collection::beginLoad()
{
    if (++m_data.load == noLoad) // it has been counted around
        ++m_data.load;
}

quint32 Collection::rowOf(QByteArrayView serviceId) const
{
    const Word word = m_index.find(m_data.words, serviceId);
    return word != noWord && word < m_rowOf.size() ? m_rowOf[word] : Rows::noRow;
}

// But for its id, by which the row was found.
bool Collection::assignService(quint32 row, const Row &values)
{
    Rows &rows = m_data.services;
    Rows::Block &block = rows.change(row);
    bool changed = false;
    for (const Field field : storedOf(Subject::Service).words) {
        if (field == Field::ServiceId)
            continue;
        changed |= set(block.words[wordSlot(field)], row % Rows::blockSize,
                       m_index.intern(m_data.words, values.text(field)), noWord,
                       block.status.size());
    }
    return assignNumbers(rows, row, values) || changed;
}

// Much of it is the text of its service itself, which need not be looked up again.
bool Collection::assignTask(quint32 row, const Row &values, quint32 service,
                            const Row &serviceValues)
{
    Rows &rows = m_data.tasks;
    Rows::Block &block = rows.change(row);
    bool changed = false;
    for (const Field field : storedOf(Subject::Task).words) {
        const QByteArrayView text = values.text(field);
        const QByteArrayView ofService = serviceValues.text(field);
        const bool isShared = text.data() == ofService.data() && text.size() == ofService.size();
        changed |= set(block.words[wordSlot(field)], row % Rows::blockSize,
                       isShared ? m_data.services.word(service, field)
                                : m_index.intern(m_data.words, text),
                       noWord, block.status.size());
    }
    return assignNumbers(rows, row, values) || changed;
}

// And the status.
bool Collection::assignNumbers(Rows &rows, quint32 row, const Row &values)
{
    Rows::Block &block = rows.change(row);
    const quint32 place = row % Rows::blockSize;
    const size_t count = block.status.size();
    bool changed = false;
    const Stored &stored = storedOf(rows.subject());
    for (const Field field : stored.moments) {
        changed |= set(block.moments[momentSlot(field)], place, values.moment(field), noMoment,
                       count);
    }
    for (const Field field : stored.numbers) {
        changed |= set(block.numbers[numberSlot(field)], place, values.number(field), noNumber,
                       count);
    }
    changed |= set(block.numericDispositions, place, quint8(values.hasNumericDisposition),
                   quint8(0), count);
    changed |= rows.setStatus(row, values.isCompleted ? Status::Completed : Status::Active);
    block.load[place] = m_data.load;
    return changed;
}

bool Collection::put(const Row &service, std::span<const Row> tasks)
{
    ++m_data.version;
    Rows &rows = m_data.services;
    const Word id = m_index.intern(m_data.words, service.text(Field::ServiceId));
    if (id >= m_rowOf.size())
        m_rowOf.resize(size_t(id) + 1, Rows::noRow);
    if (m_rowOf[id] == Rows::noRow) {
        m_rowOf[id] = rows.append();
        Rows::Block &block = rows.change(m_rowOf[id]);
        set(block.words[wordSlot(Field::ServiceId)], m_rowOf[id] % Rows::blockSize, id, noWord,
            block.status.size());
    }
    const quint32 row = m_rowOf[id];
    Rows::Block &block = rows.change(row);
    const quint32 place = row % Rows::blockSize;
    const bool isAgain = block.load[place] == m_data.load;
    if (!service.isCompleted && m_completedHere.contains(row)) {
        block.load[place] = m_data.load; // it is there, its tasks with it
        return !isAgain;
    }
    if (assignService(row, service))
        block.changed[place] = m_data.load;
    putTasks(row, service, tasks);
    return !isAgain;
}

// A walk for a few; of many it would take time by their square.
class Collection::KnownTasks
{
public:
    KnownTasks(const Snapshot &data, quint32 service, size_t asked)
        : m_data(data)
        , m_service(service)
    {
        constexpr size_t few = 16;
        if (asked <= few)
            return;
        m_rows.emplace();
        for (quint32 row = data.services.link(service); row != Rows::noRow;
             row = data.tasks.link(row))
            m_rows->insert(data.tasks.word(row, Field::TaskId), row);
    }

    quint32 find(Word task) const
    {
        if (m_rows)
            return m_rows->value(task, Rows::noRow);
        quint32 row = m_data.services.link(m_service);
        while (row != Rows::noRow && m_data.tasks.word(row, Field::TaskId) != task)
            row = m_data.tasks.link(row);
        return row;
    }

    void add(Word task, quint32 row)
    {
        if (m_rows)
            m_rows->insert(task, row);
    }

private:
    const Snapshot &m_data;
    quint32 m_service;
    std::optional<QHash<Word, quint32>> m_rows;
};

void Collection::putTasks(quint32 service, const Row &serviceValues, std::span<const Row> tasks)
{
    Rows &rows = m_data.tasks;
    m_putTasks.clear();
    KnownTasks known(m_data, service, tasks.size());
    for (const Row &task : tasks) {
        const Word id = m_index.intern(m_data.words, task.text(Field::TaskId));
        quint32 row = known.find(id);
        if (row == Rows::noRow) {
            row = rows.append();
            rows.change(row).link[row % Rows::blockSize] = m_data.services.link(service);
            m_data.services.change(service).link[service % Rows::blockSize] = row;
            known.add(id, row);
        }
        if (assignTask(row, task, service, serviceValues))
            rows.change(row).changed[row % Rows::blockSize] = m_data.load;
        m_putTasks.push_back(row);
    }
    std::sort(m_putTasks.begin(), m_putTasks.end());
    // A task that its service does not list as active any more was completed.
    for (quint32 row = m_data.services.link(service); row != Rows::noRow; row = rows.link(row)) {
        if (!std::binary_search(m_putTasks.begin(), m_putTasks.end(), row))
            touch(rows, row, Status::Completed);
    }
}

void Collection::touch(Rows &rows, quint32 row, Status status)
{
    if (rows.status(row) != status && rows.setStatus(row, status))
        rows.change(row).changed[row % Rows::blockSize] = m_data.load;
}

void Collection::endTasks(quint32 service, Status status)
{
    for (quint32 row = m_data.services.link(service); row != Rows::noRow;
         row = m_data.tasks.link(row)) {
        if (m_data.tasks.status(row) == Status::Active)
            touch(m_data.tasks, row, status);
    }
}

void Collection::closeLoad()
{
    ++m_data.version;
    for (quint32 row = 0; row < m_data.services.count(); ++row)
        closeRow(row);
}

void Collection::closeLoad(const Origins &read, const Origins &failed)
{
    ++m_data.version;
    const Origin whole = originOf(read, m_data.words, m_index);
    const Origin broken = originOf(failed, m_data.words, m_index);
    for (quint32 row = 0; row < m_data.services.count(); ++row) {
        if (whole.brings(m_data.services, row) && !broken.brings(m_data.services, row))
            closeRow(row);
    }
}

void Collection::closeRow(quint32 row)
{
    const Rows::Block &block = std::as_const(m_data.services).at(row);
    if (block.load[row % Rows::blockSize] == m_data.load)
        return;
    if (block.status[row % Rows::blockSize] == Status::Active)
        markVanished(row);
    else // those of a completed one may have stayed open
        endTasks(row, Status::Vanished);
}

void Collection::completeHere(quint32 service, Moment when)
{
    ++m_data.version;
    m_data.services.setStatus(service, Status::Completed);
    Rows::Block &block = m_data.services.change(service);
    const quint32 place = service % Rows::blockSize;
    set(block.moments[momentSlot(Field::Completed)], place, when, noMoment, block.status.size());
    block.changed[place] = noLoad;
    m_completedHere.insert(service);
}

void Collection::markVanished(quint32 service)
{
    ++m_data.version;
    touch(m_data.services, service, Status::Vanished);
    endTasks(service, Status::Vanished);
}

} // namespace closeout::rows
