// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/format.h"

namespace closeout::json {

namespace {

using Write = std::function<void(const QByteArray &)>;

constexpr qsizetype pieceSize = 64 * 1024;

class Formatter
{
public:
    Formatter(int indent, Write write)
        : m_indent(indent)
        , m_colon(indent > 0 ? ": " : ":")
        , m_write(std::move(write))
    {
    }

    void run(const Value &value)
    {
        append(value, 0);
        m_write(m_piece);
    }

private:
    // The depth is bounded by the parser, so recursion is safe here.
    void append(const Value &value, int depth);
    void breakLine(int depth);
    void handOver(); // a piece that is long enough

    int m_indent; // spaces a level; 0: everything on one line
    const char *m_colon;
    Write m_write;
    QByteArray m_piece;
};

void Formatter::handOver()
{
    if (m_piece.size() >= pieceSize) {
        m_write(m_piece);
        m_piece.clear();
    }
}

void Formatter::breakLine(int depth)
{
    handOver();
    if (m_indent > 0)
        m_piece.append('\n').append(qsizetype(depth) * m_indent, ' ');
}

void Formatter::append(const Value &value, int depth)
{
    handOver();
    if (!value.isObject() && !value.isArray()) {
        m_piece += value.raw();
        return;
    }
    m_piece += value.isObject() ? '{' : '[';
    bool isFirst = true;
    for (const Value child : value) {
        if (!isFirst)
            m_piece += ',';
        isFirst = false;
        breakLine(depth + 1);
        if (value.isObject())
            m_piece.append(child.rawKey()).append(m_colon);
        append(child, depth + 1);
    }
    if (value.size() > 0)
        breakLine(depth);
    m_piece += value.isObject() ? '}' : ']';
}

QByteArray whole(const Value &value, int indent)
{
    QByteArray out;
    Formatter(indent, [&out](const QByteArray &piece) { out += piece; }).run(value);
    return out;
}

} // namespace

QByteArray formatted(const Value &value, int indent)
{
    return whole(value, indent);
}

QByteArray compact(const Value &value)
{
    return whole(value, 0);
}

void format(const Value &value, const std::function<void(const QByteArray &)> &write)
{
    Formatter(2, write).run(value);
}

} // namespace closeout::json
