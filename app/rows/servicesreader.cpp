// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/servicesreader.h"

#include "json/strings.h"

namespace closeout::rows {

namespace {

constexpr qsizetype usualElement = 16 * 1024; // bytes
constexpr qsizetype alwaysTried = 64 * 1024; // bytes

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

// Some servers and proxies begin with one, as a Document may.
QByteArrayView withoutMark(QByteArrayView text)
{
    return text.startsWith(byteOrderMark) ? text.sliced(byteOrderMark.size()) : text;
}

bool endsElement(char c)
{
    return c == ',' || c == ']';
}

} // namespace

void ServicesReader::feed(QByteArrayView bytes)
{
    if (m_stage == Stage::Broken)
        return;
    if (!m_pending.isEmpty())
        bytes = bytes.sliced(takePending(bytes));
    if (!m_pending.isEmpty())
        return;
    m_pending = bytes.sliced(take(bytes)).toByteArray();
    m_tryAgainAt = 0;
}

// The element that has begun, with as many of these bytes as it takes and hardly more, so that not
// every piece is copied for the sake of its first element. How many it took.
qsizetype ServicesReader::takePending(QByteArrayView bytes)
{
    const qsizetype before = m_pending.size();
    m_pending += bytes.first(std::min(bytes.size(), usualElement));
    if (m_pending.size() >= m_tryAgainAt) {
        const qsizetype taken = take(m_pending);
        if (taken > before) {
            m_pending.clear();
            return taken - before;
        }
    }
    m_pending += bytes.sliced(m_pending.size() - before);
    if (m_pending.size() >= m_tryAgainAt)
        m_pending.remove(0, take(m_pending));
    // Twice as much before the next try: else a large element would be read a hundred times.
    m_tryAgainAt = m_pending.size() > alwaysTried ? 2 * m_pending.size() : 0;
    if (m_pending.size() > largestElement)
        m_stage = Stage::Broken;
    return bytes.size();
}

qsizetype ServicesReader::take(QByteArrayView bytes)
{
    qsizetype at = 0; // behind the last that is whole
    while (m_stage != Stage::Broken) {
        qsizetype next = at;
        if (m_taken + at == 0) {
            if (bytes.size() < byteOrderMark.size() && byteOrderMark.startsWith(bytes))
                break; // it may come in pieces
            next += bytes.size() - withoutMark(bytes).size();
        }
        while (next < bytes.size() && isSpace(bytes[next]))
            ++next;
        if (next == bytes.size())
            break;
        const char c = bytes[next];
        if (m_stage == Stage::BeforeArray && c == '[') {
            m_stage = Stage::BeforeFirst;
            ++next;
        } else if (m_stage == Stage::BeforeFirst && c == ']') {
            m_stage = Stage::BehindArray;
            ++next;
        } else if (m_stage != Stage::BeforeFirst && m_stage != Stage::InArray) {
            m_stage = Stage::Broken;
        } else if (!takeElement(bytes, next)) {
            break;
        }
        at = next;
    }
    m_taken += at;
    return at;
}

// The element at that place and what is behind it, a comma or the end of the list. False: it is not
// whole yet.
bool ServicesReader::takeElement(QByteArrayView bytes, qsizetype &at)
{
    const QByteArrayView rest = bytes.sliced(at);
    json::Cursor cursor(rest);
    const bool isObject = cursor.peek() == json::Type::Object;
    bool isRead = isObject ? m_reader.read(cursor) : !cursor.takeValue().isEmpty();
    if (cursor.ranOut())
        return false;
    qsizetype length = cursor.offset();
    if (!isRead || (!cursor.isAtEnd() && !endsElement(rest[cursor.offset()]))) {
        isRead = false;
        length = json::lengthByBrackets(rest);
    }
    qsizetype behind = length;
    while (behind >= 0 && behind < rest.size() && isSpace(rest[behind]))
        ++behind;
    if (behind < 0 || behind == rest.size())
        return false;
    if (length == 0 || !endsElement(rest[behind])) {
        m_stage = Stage::Broken;
        return true;
    }
    ++m_count;
    if (isRead && isObject)
        handOn(rest.first(length));
    else
        takeOther(rest.first(length));
    m_stage = rest[behind] == ',' ? Stage::InArray : Stage::BehindArray;
    at += behind + 1;
    return true;
}

// What is no service as it stands: an id, a string that holds a service, or nonsense.
void ServicesReader::takeOther(QByteArrayView element)
{
    const auto document = json::Document::parse(element.toByteArray());
    if (!document) {
        fail(document.error().message);
        return;
    }
    const json::Value root = document->root();
    const QString text = root.text();
    if (root.type() == json::Type::String && text.trimmed().startsWith(u'{'))
        takeRecord(text.toUtf8());
    else if (root.type() == json::Type::String || root.type() == json::Type::Number)
        m_taker.takeId(text);
    else
        fail(Tr::tr("it is neither a service nor an id"));
}

void ServicesReader::takeRecord(QByteArrayView object)
{
    json::Cursor cursor(object);
    if (m_reader.read(cursor) && cursor.isAtEnd()) {
        handOn(object);
        return;
    }
    const auto document = json::Document::parse(object.toByteArray());
    fail(document ? Tr::tr("it is no service") : document.error().message);
}

void ServicesReader::handOn(QByteArrayView object)
{
    if (!json::isUtf8(object))
        fail(json::Document::parse(object.toByteArray()).error().message);
    else if (m_reader.service().text(Field::ServiceId).isEmpty())
        fail(Tr::tr("it has no service_id"));
    else
        m_taker.takeService(m_reader);
}

void ServicesReader::readOne(QByteArrayView service)
{
    ++m_count;
    takeRecord(withoutMark(service));
}

void ServicesReader::fail(const QString &why)
{
    m_taker.takeFailure(
        {ErrorKind::NotContextServices,
         Tr::tr("Element %1 of the list of services cannot be read: %2").arg(m_count).arg(why)});
}

Result<void> ServicesReader::finish()
{
    m_pending.remove(0, take(m_pending)); // the last element may have been too large to try so far
    if (m_stage == Stage::BehindArray)
        return {};
    if (m_pending.size() > largestElement) {
        return failure(ErrorKind::NotContextServices,
                       Tr::tr("An element of the list is longer than %1 MiB.")
                           .arg(largestElement >> 20));
    }
    if (m_stage == Stage::Broken) {
        return failure(ErrorKind::NotContextServices,
                       Tr::tr("The list is no JSON array: byte %1 cannot stand there.")
                           .arg(m_taken + 1));
    }
    return failure(ErrorKind::ConnectionLost,
                   Tr::tr("The list broke off after %1 bytes; what came before is shown.")
                       .arg(m_taken + m_pending.size()));
}

} // namespace closeout::rows
