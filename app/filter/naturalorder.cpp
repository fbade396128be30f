// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/naturalorder.h"

#include "filter/decimal.h"
#include "filter/parallel.h"
#include "filter/textmatch.h"
#include "json/characters.h"
#include "json/strings.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace closeout::filter {

using json::isDigit;

namespace {

// A number as how many digits it has, then two digits a byte. The bytes '0' to '9' stand in no key
// otherwise: '0' says one digit, '8' nine, '9' that their count follows.
char *writeNumber(char *out, QByteArrayView digits)
{
    while (digits.size() > 1 && digits.front() == '0')
        digits = digits.sliced(1);
    const qsizetype count = digits.size();
    *out++ = char('0' + std::min<qsizetype>(count - 1, 9));
    if (count > 9)
        *out++ = count < 255 ? char(count) : '\xFF';
    if (count >= 255) {
        qToBigEndian(quint32(count), out);
        out += sizeof(quint32);
    }
    for (qsizetype i = 0; i < count; i += 2) {
        const unsigned high = unsigned(digits[i] - '0') << 4U;
        *out++ = char(high | (i + 1 < count ? unsigned(digits[i + 1] - '0') : 0U));
    }
    return out;
}

void appendFolded(std::vector<char> &key, QByteArrayView text)
{
    const size_t start = key.size();
    key.resize(start + size_t(text.size()) * 2); // as many as it can be: single digits take two
    char *out = key.data() + start;
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        if (!isDigit(c)) {
            *out++ = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
            ++i;
            continue;
        }
        const qsizetype first = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        out = writeNumber(out, text.sliced(first, i - first));
    }
    key.resize(size_t(out - key.data()));
}

enum : char { NumberKey = 1, TextKey, OtherKey };

// The keys of many words, and their order.
class Ranking
{
public:
    Ranking(const rows::Words &words, const std::vector<rows::Word> &asked,
            const rows::DataPath &path, const std::atomic_bool &cancelled)
        : m_words(words)
        , m_asked(asked)
        , m_path(path)
        , m_cancelled(cancelled)
        , m_buffers((asked.size() + chunkSize - 1) / chunkSize)
        , m_keys(asked.size())
        , m_ranks(words.count(), 0)
    {
    }

    std::optional<std::vector<quint32>> ranks();

private:
    static constexpr size_t chunkSize = 16384;
    static constexpr qsizetype levels = 8; // of eight bytes each, before whole keys are compared

    struct Key
    {
        quint32 start = 0; // in the buffer of its chunk
        quint32 length = 0;
    };
    struct Entry
    {
        quint64 bytes = 0; // eight of its key
        quint32 index = 0; // in m_asked
    };
    using Entries = std::span<Entry>;

    QByteArrayView key(quint32 index) const
    {
        return {m_buffers[index / chunkSize].data() + m_keys[index].start,
                qsizetype(m_keys[index].length)};
    }
    void makeKeys(size_t chunk);
    quint64 bytesOf(quint32 index, qsizetype level) const;
    void load(Entries entries, qsizetype level) const;
    void sortAtOnce(std::vector<Entry> &entries) const;
    void rank(Entries entries, qsizetype level); // sorted by the bytes of that level
    void rankRun(Entries run, qsizetype level);
    void give(const Entry &entry) { m_ranks[m_asked[entry.index]] = m_next; }

    const rows::Words &m_words;
    const std::vector<rows::Word> &m_asked;
    const rows::DataPath &m_path;
    const std::atomic_bool &m_cancelled;
    std::vector<std::vector<char>> m_buffers; // one a chunk
    std::vector<Key> m_keys;
    std::vector<quint32> m_ranks;
    quint32 m_next = 1;
};

void Ranking::makeKeys(size_t chunk)
{
    std::vector<char> &buffer = m_buffers[chunk];
    const size_t end = std::min(m_asked.size(), (chunk + 1) * chunkSize);
    for (size_t i = chunk * chunkSize; i < end; ++i) {
        const size_t start = buffer.size();
        const QByteArrayView text = m_words.at(m_asked[i]);
        if (m_path.isEmpty())
            appendNaturalKey(buffer, text);
        else
            appendValueKey(buffer, rows::dataValueAt(text, m_path));
        m_keys[i] = {quint32(start), quint32(buffer.size() - start)};
    }
}

quint64 Ranking::bytesOf(quint32 index, qsizetype level) const
{
    const QByteArrayView whole = key(index);
    const qsizetype start = std::min(level * 8, whole.size());
    std::array<char, 8> eight{};
    std::memcpy(eight.data(), whole.data() + start,
                size_t(std::min<qsizetype>(8, whole.size() - start)));
    return qFromBigEndian<quint64>(eight.data());
}

void Ranking::load(Entries entries, qsizetype level) const
{
    for (Entry &entry : entries)
        entry.bytes = bytesOf(entry.index, level);
}

// Both halves at a time, then merged.
void Ranking::sortAtOnce(std::vector<Entry> &entries) const
{
    const auto less = [](const Entry &a, const Entry &b) { return a.bytes < b.bytes; };
    const auto middle = entries.begin() + qsizetype(entries.size() / 2);
    inParallel(entries.size() < 4096 ? 1 : 2, m_cancelled, [&] {
        return [&](size_t half) {
            const auto end = entries.size() < 4096 || half == 1 ? entries.end() : middle;
            std::sort(half == 0 ? entries.begin() : middle, end, less);
        };
    });
    if (entries.size() < 4096)
        return;
    std::vector<Entry> merged(entries.size());
    std::merge(entries.begin(), middle, middle, entries.end(), merged.begin(), less);
    entries.swap(merged);
}

void Ranking::rank(Entries entries, qsizetype level)
{
    for (size_t start = 0; start < entries.size() && !m_cancelled;) {
        size_t end = start + 1;
        while (end < entries.size() && entries[end].bytes == entries[start].bytes)
            ++end;
        if (end == start + 1) {
            give(entries[start]);
            ++m_next;
        } else {
            rankRun(entries.subspan(start, end - start), level);
        }
        start = end;
    }
}

// Entries that are the same up to the end of that level.
void Ranking::rankRun(Entries run, qsizetype level)
{
    const auto rest = std::partition(run.begin(), run.end(), [&](const Entry &entry) {
        return key(entry.index).size() <= (level + 1) * 8;
    });
    const size_t ended = size_t(rest - run.begin());
    for (const Entry &entry : run.first(ended))
        give(entry);
    m_next += ended > 0 ? 1 : 0;
    const Entries longer = run.subspan(ended);
    if (longer.empty())
        return;
    if (level + 1 < levels) {
        load(longer, level + 1);
        std::sort(longer.begin(), longer.end(),
                  [](const Entry &a, const Entry &b) { return a.bytes < b.bytes; });
        rank(longer, level + 1);
        return;
    }
    const auto tail = [this, level](const Entry &entry) {
        return key(entry.index).sliced((level + 1) * 8);
    };
    const auto compared = [&tail](const Entry &a, const Entry &b) {
        const QByteArrayView left = tail(a);
        const QByteArrayView right = tail(b);
        const int order = std::memcmp(left.data(), right.data(),
                                      size_t(std::min(left.size(), right.size())));
        return order != 0 ? order
                          : int(left.size() > right.size()) - int(left.size() < right.size());
    };
    std::sort(longer.begin(), longer.end(),
              [&](const Entry &a, const Entry &b) { return compared(a, b) < 0; });
    for (size_t i = 0; i < longer.size(); ++i) {
        if (i > 0 && compared(longer[i - 1], longer[i]) != 0)
            ++m_next;
        give(longer[i]);
    }
    ++m_next;
}

std::optional<std::vector<quint32>> Ranking::ranks()
{
    inParallel(m_buffers.size(), m_cancelled,
               [this] { return [this](size_t chunk) { makeKeys(chunk); }; });
    if (m_cancelled)
        return {};
    std::vector<Entry> entries;
    entries.reserve(m_asked.size());
    for (quint32 i = 0; i < quint32(m_asked.size()); ++i) {
        if (m_keys[i].length > 0)
            entries.push_back({bytesOf(i, 0), i});
    }
    sortAtOnce(entries);
    rank(entries, 0);
    if (m_cancelled)
        return {};
    return std::move(m_ranks);
}

} // namespace

void appendNaturalKey(std::vector<char> &key, QByteArrayView text)
{
    if (isAscii(text)) {
        appendFolded(key, text);
        return;
    }
    // Without accents first; those with them stand right behind what is the same but for them.
    const QString folded = json::decoded(text).toCaseFolded();
    QString bare = folded.normalized(QString::NormalizationForm_D);
    bare.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    appendFolded(key, bare.toUtf8());
    if (bare != folded) {
        key.push_back('\0');
        appendFolded(key, folded.toUtf8());
    }
}

void appendValueKey(std::vector<char> &key, QByteArrayView raw)
{
    QByteArray storage;
    const QByteArrayView text = rows::textOfValue(raw, storage);
    if (text.isEmpty() || raw == "null")
        return;
    if (const std::optional<Decimal> number = Decimal::read(text)) {
        const QByteArray bytes = number->sortKey();
        key.push_back(NumberKey);
        key.insert(key.end(), bytes.begin(), bytes.end());
        return;
    }
    key.push_back(raw.front() == '"' ? TextKey : OtherKey);
    appendNaturalKey(key, text);
}

std::optional<std::vector<quint32>> ranksOf(const rows::Words &words,
                                            const std::vector<rows::Word> &asked,
                                            const rows::DataPath &path,
                                            const std::atomic_bool &cancelled)
{
    return Ranking(words, asked, path, cancelled).ranks();
}

} // namespace closeout::filter
