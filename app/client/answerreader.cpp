// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/answerreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr qsizetype longestHead = qsizetype(256) << 10; // bytes; with all interim answers
constexpr qsizetype longestLine = qsizetype(64) << 10;
constexpr qint64 longestBody = qint64(1) << 50; // so that nothing below can overflow

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<qint64> numberIn(const QByteArray &text, int base)
{
    const bool isPlain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [base](char c) {
        const bool isHex = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return isDigit(c) || (base == 16 && isHex);
    });
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber, base);
    if (!isPlain || !isNumber || number > longestBody)
        return {};
    return number;
}

} // namespace

void AnswerReader::read(QByteArrayView bytes)
{
    m_waiting.append(bytes.data(), bytes.size());
    while (m_state != State::Broken && step()) { }
}

void AnswerReader::readEnd()
{
    if (m_state == State::Body && m_framing == Framing::UntilClosed)
        m_state = State::Done;
    else if (m_state == State::StatusLine && m_waiting.isEmpty() && m_headBytes == 0)
        fail(Tr::tr("There was no answer."));
    else if (m_state == State::Body && m_framing == Framing::Length)
        fail(Tr::tr("The answer ended after %1 of %2 bytes.")
                 .arg(QString::number(m_bodyBytes), QString::number(m_promised)));
    else if (m_state != State::Done && m_state != State::Broken)
        fail(Tr::tr("The answer broke off."));
}

QByteArray AnswerReader::takeBody()
{
    return std::exchange(m_body, {});
}

bool AnswerReader::step()
{
    switch (m_state) {
    case State::StatusLine:
        return readStatusLine();
    case State::Headers:
        return readHeader();
    case State::Body:
        return readBody();
    case State::ChunkLine:
        return readChunkLine();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailers:
        return readTrailer();
    case State::Done:
        if (!m_waiting.isEmpty())
            return fail(Tr::tr("More came than one answer."));
        return false;
    case State::Broken:
        return false;
    }
    return false;
}

// Without its end, which may be a bare line feed.
std::optional<QByteArray> AnswerReader::takeLine()
{
    const qsizetype end = m_waiting.indexOf('\n');
    if (end > longestLine || (end < 0 && m_waiting.size() > longestLine)
        || m_headBytes > longestHead) {
        fail(Tr::tr("The head of the answer does not end."));
        return {};
    }
    if (end < 0)
        return {};
    m_headBytes += end + 1;
    QByteArray line = m_waiting.first(end);
    m_waiting.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool AnswerReader::readStatusLine()
{
    // What cannot become one is told at once, and not when a line of it has ended.
    constexpr QByteArrayView version("HTTP/1.");
    const qsizetype seen = std::min(m_waiting.size(), version.size());
    if (m_waiting.first(seen) != version.first(seen))
        return fail(Tr::tr("What came is no HTTP."));
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    // "HTTP/1.1 204 No Content"
    const bool isStatusLine = line->size() >= 12 && isDigit(line->at(7)) && line->at(8) == ' '
        && std::all_of(line->begin() + 9, line->begin() + 12, isDigit)
        && (line->size() == 12 || line->at(12) == ' ');
    const int status = isStatusLine ? line->sliced(9, 3).toInt() : 0;
    if (status < 100)
        return fail(Tr::tr("The first line is not that of an answer."));
    m_status = status;
    m_reason = line->size() > 13 ? line->sliced(13) : QByteArray();
    m_headers.clear();
    m_state = State::Headers;
    return true;
}

bool AnswerReader::readHeader()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty()) {
        const bool isInterim = m_status < 200 && m_status != 101;
        if (isInterim)
            m_state = State::StatusLine;
        else
            beginBody();
        return m_state != State::Broken;
    }
    const bool isContinued = line->startsWith(' ') || line->startsWith('\t');
    if (isContinued && !m_headers.isEmpty()) {
        m_headers.last().value += ' ' + line->trimmed();
        return true;
    }
    const qsizetype colon = line->indexOf(':');
    if (isContinued || colon < 1 || line->at(colon - 1) == ' ' || line->at(colon - 1) == '\t')
        return fail(Tr::tr("One of the headers of the answer is none."));
    m_headers.append(Header{line->first(colon), line->sliced(colon + 1).trimmed()});
    return true;
}

QList<QByteArray> AnswerReader::valuesOf(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const Header &header : m_headers) {
        if (name.compare(header.name, Qt::CaseInsensitive) == 0)
            values.append(header.value);
    }
    return values;
}

void AnswerReader::beginBody()
{
    m_hasHead = true;
    const QList<QByteArray> encodings = valuesOf("transfer-encoding");
    const QList<QByteArray> lengths = valuesOf("content-length");
    if (!encodings.isEmpty() && !lengths.isEmpty()) {
        fail(Tr::tr("The answer says in two ways how long it is."));
        return;
    }
    if (m_status < 200 || m_status == 204 || m_status == 304) {
        m_state = State::Done;
        return;
    }
    if (!encodings.isEmpty()) {
        if (encodings.size() > 1
            || encodings.first().compare("chunked", Qt::CaseInsensitive) != 0) {
            fail(Tr::tr("The answer is encoded in a way that was not asked for."));
            return;
        }
        m_framing = Framing::Chunks;
        m_state = State::ChunkLine;
        return;
    }
    if (lengths.isEmpty()) {
        m_framing = Framing::UntilClosed;
        m_state = State::Body;
        return;
    }
    const std::optional<qint64> length = numberIn(lengths.first(), 10);
    if (!length || std::any_of(lengths.begin(), lengths.end(), [&](const QByteArray &other) {
            return other != lengths.first();
        })) {
        fail(Tr::tr("The answer does not say clearly how long it is."));
        return;
    }
    m_framing = Framing::Length;
    m_promised = m_left = *length;
    m_state = m_left == 0 ? State::Done : State::Body;
}

bool AnswerReader::readBody()
{
    const qsizetype taken = m_framing == Framing::UntilClosed
        ? m_waiting.size()
        : qsizetype(std::min<qint64>(m_left, m_waiting.size()));
    if (taken == 0)
        return false;
    m_body += m_waiting.first(taken);
    m_waiting.remove(0, taken);
    m_bodyBytes += taken;
    m_left -= taken;
    if (m_framing == Framing::UntilClosed || m_left > 0)
        return false;
    m_state = m_framing == Framing::Length ? State::Done : State::ChunkEnd;
    return true;
}

bool AnswerReader::readChunkLine()
{
    m_headBytes = 0; // each line on its own: there may be any number of chunks
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    const QByteArray size = line->split(';').constFirst().trimmed(); // behind it: extensions
    const std::optional<qint64> length = numberIn(size, 16);
    if (!length)
        return fail(Tr::tr("A chunk of the answer is broken."));
    m_left = *length;
    m_state = m_left == 0 ? State::Trailers : State::Body;
    return true;
}

bool AnswerReader::readChunkEnd()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line) {
        // More than a line's end is no end of a chunk, however long it goes on.
        if (m_waiting.size() > 1 && m_state != State::Broken)
            fail(Tr::tr("A chunk of the answer is broken."));
        return false;
    }
    if (!line->isEmpty())
        return fail(Tr::tr("A chunk of the answer is broken."));
    m_state = State::ChunkLine;
    return true;
}

bool AnswerReader::readTrailer()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        m_state = State::Done;
    return true;
}

bool AnswerReader::fail(const QString &problem)
{
    m_state = State::Broken;
    m_problem = problem;
    return false;
}

} // namespace closeout::client
