// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/reading.h"

#include "json/cursor.h"
#include "json/strings.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QSet>

#include <algorithm>

namespace closeout::edit {

namespace {

using json::Cursor;
using json::Type;

// Without escapes a key has one spelling only: this one.
QByteArray plainKey(QByteArrayView rawKey)
{
    return json::spell(json::unspell(rawKey));
}

bool hasKeyTwice(QByteArrayView object)
{
    QSet<QByteArray> seen;
    Cursor cursor(object);
    cursor.enterObject();
    while (cursor.nextMember()) {
        const QByteArray key = plainKey(cursor.rawKey());
        cursor.takeValue();
        if (seen.contains(key))
            return true;
        seen.insert(key);
    }
    return false;
}

class Reader
{
public:
    Reader(QByteArrayView text, int depth, Contents &contents)
        : m_text(text)
        , m_cursor(text)
        , m_depth(depth)
        , m_contents(contents)
    {
    }

    std::optional<Flaw> run();

private:
    struct Open
    {
        qsizetype start = 0;
        size_t keys = 0; // of those of m_keys, where its own begin
        bool isObject = false;
        bool hasDuplicates = false;
    };

    bool readValue(); // or the opening of a container
    bool readOn(); // closings, a comma and a key; true: a value is due
    void open(Type type, qsizetype start);
    void close();
    void endValue(bool hasDuplicates);
    bool ownKeysRepeat(const Open &object);
    bool flaw(Flaw::Kind kind, qsizetype from, const char *behind);
    bool failed(qsizetype from, const char *behind)
    {
        return flaw(m_cursor.ranOut() ? Flaw::Kind::RanOut : Flaw::Kind::Here, from, behind);
    }

    QByteArrayView m_text;
    Cursor m_cursor;
    const int m_depth;
    Contents &m_contents;
    std::vector<Open> m_open;
    std::vector<quint32> m_keys; // hashes, of all objects that are open
    qsizetype m_itemStart = 0; // of the child of the outermost container that is being read
    qsizetype m_itemEnd = 0; // of the one before
    bool m_isFirst = false; // nothing has been read yet of the innermost container
    std::optional<Flaw> m_flaw;
};

bool Reader::flaw(Flaw::Kind kind, qsizetype from, const char *behind)
{
    m_flaw = Flaw{kind, m_cursor.offset(), from, behind};
    return false;
}

std::optional<Flaw> Reader::run()
{
    bool valueDue = true;
    while (valueDue)
        valueDue = readValue() && readOn();
    if (m_flaw)
        return m_flaw;
    m_contents.end = m_cursor.offset();
    if (!m_cursor.isAtEnd())
        flaw(Flaw::Kind::ClosedEarly, m_contents.end, "\"\"");
    return m_flaw;
}

bool Reader::readValue()
{
    const qsizetype before = m_cursor.offset();
    const Type type = m_cursor.peek();
    const qsizetype start = m_cursor.offset();
    const char *behind = m_open.empty() ? "" : m_open.back().isObject ? "{\"\":" : "[\"\",";
    if (m_open.empty()) {
        m_contents.start = start;
        m_contents.type = type;
    } else if (m_open.size() == 1 && !m_open.back().isObject) {
        m_itemStart = start;
    }
    if (type == Type::Object || type == Type::Array) {
        if (m_depth + int(m_open.size()) == json::maximumDepth)
            return flaw(Flaw::Kind::TooDeep, before, behind);
        open(type, start);
        return true;
    }
    if (type == Type::Absent) {
        const bool isEnd = m_cursor.isAtEnd();
        return flaw(isEnd ? Flaw::Kind::RanOut : Flaw::Kind::Here, before, behind);
    }
    if (m_cursor.takeValue().isEmpty())
        return failed(before, behind);
    m_isFirst = false;
    endValue(false);
    return true;
}

void Reader::open(Type type, qsizetype start)
{
    if (m_open.empty())
        m_itemEnd = start + 1;
    m_open.push_back({start, m_keys.size(), type == Type::Object, false});
    if (type == Type::Object)
        m_cursor.enterObject();
    else
        m_cursor.enterArray();
    m_isFirst = true;
}

bool Reader::readOn()
{
    while (!m_open.empty()) {
        const bool inObject = m_open.back().isObject;
        const qsizetype before = m_cursor.offset();
        if (inObject ? m_cursor.nextMember() : m_cursor.nextElement()) {
            if (inObject) {
                m_keys.push_back(hashOfKey(m_cursor.rawKey()));
                if (m_open.size() == 1)
                    m_itemStart = m_cursor.rawKey().data() - m_text.data();
            }
            return true;
        }
        if (m_cursor.failed()) {
            const char *behind = m_isFirst ? (inObject ? "{" : "[")
                                           : (inObject ? "{\"\":\"\"" : "[\"\"");
            return failed(before, behind);
        }
        close();
    }
    return false;
}

void Reader::close()
{
    Open closed = m_open.back();
    const bool isTwice = closed.isObject && ownKeysRepeat(closed);
    m_open.pop_back();
    m_keys.resize(closed.keys);
    m_isFirst = false;
    closed.hasDuplicates |= isTwice;
    if (m_open.empty()) {
        m_contents.hasTwice = isTwice;
        m_contents.hasDuplicates = closed.hasDuplicates;
        return;
    }
    m_open.back().hasDuplicates |= closed.hasDuplicates;
    endValue(closed.hasDuplicates);
}

// A value is read to its end: if it is a child of the outermost container, that is noted.
void Reader::endValue(bool hasDuplicates)
{
    if (m_open.size() != 1)
        return;
    Entry entry;
    entry.lead = quint32(m_itemStart - m_itemEnd) & 0x7fffffffU;
    entry.hasDuplicates = hasDuplicates;
    m_itemEnd = m_cursor.offset();
    entry.size = quint32(m_itemEnd - m_itemStart);
    entry.key = m_open.back().isObject ? m_keys.back() : 0;
    m_contents.entries.push_back(std::move(entry));
}

bool Reader::ownKeysRepeat(const Open &object)
{
    constexpr qsizetype few = 16;
    const auto from = m_keys.begin() + qsizetype(object.keys);
    const auto until = m_keys.end();
    bool isSuspect = false;
    if (until - from <= few) {
        for (auto key = from; key != until; ++key)
            isSuspect |= std::find(from, key, *key) != key;
    } else {
        std::sort(from, until); // they are not needed any more
        isSuspect = std::adjacent_find(from, until) != until;
    }
    return isSuspect && hasKeyTwice(m_text.sliced(object.start, m_cursor.offset() - object.start));
}

// What is known to be valid is passed over by the cursor alone.
void readTrusted(QByteArrayView text, Contents &contents)
{
    Cursor cursor(text);
    contents.type = cursor.peek();
    contents.start = cursor.offset();
    const bool isObject = contents.type == Type::Object;
    qsizetype end = contents.start + 1;
    if (isObject)
        cursor.enterObject();
    else if (contents.type == Type::Array)
        cursor.enterArray();
    else
        cursor.takeValue();
    while (isObject ? cursor.nextMember() : contents.type == Type::Array && cursor.nextElement()) {
        Entry entry;
        const qsizetype start = isObject ? cursor.rawKey().data() - text.data() : cursor.offset();
        entry.key = isObject ? hashOfKey(cursor.rawKey()) : 0;
        cursor.takeValue();
        entry.lead = quint32(start - end) & 0x7fffffffU;
        end = cursor.offset();
        entry.size = quint32(end - start);
        contents.entries.push_back(std::move(entry));
    }
    Q_ASSERT(!cursor.failed());
    contents.end = cursor.offset();
}

} // namespace

quint32 hashOfKey(QByteArrayView rawKey)
{
    QByteArray plain;
    if (rawKey.contains('\\'))
        rawKey = plain = plainKey(rawKey);
    const size_t hash = qHashBits(rawKey.data(), size_t(rawKey.size()));
    return quint32(hash ^ (hash >> 32));
}

bool saysTheSame(QByteArrayView rawKey, QByteArrayView otherRawKey)
{
    if (!rawKey.contains('\\') && !otherRawKey.contains('\\'))
        return rawKey == otherRawKey;
    return json::unspell(rawKey) == json::unspell(otherRawKey);
}

std::optional<Flaw> readContents(QByteArrayView text, int depth, Trust trust, Contents &contents)
{
    if (trust == Trust::Unknown)
        return Reader(text, depth, contents).run();
    readTrusted(text, contents);
    return {};
}

} // namespace closeout::edit
