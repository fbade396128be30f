// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/scanner.h"

#include "json/characters.h"

#include <simdjson.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace closeout::json {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// Length of the UTF-8 sequence at p, 0 when it is none. Source: the Unicode standard, table 3-7.
int utf8Length(const uchar *p, const uchar *end)
{
    const auto continues = [&](int i, uchar low = 0x80, uchar high = 0xbf) {
        return p + i < end && p[i] >= low && p[i] <= high;
    };
    if (p[0] < 0x80)
        return 1;
    if (p[0] >= 0xc2 && p[0] <= 0xdf)
        return continues(1) ? 2 : 0;
    if (p[0] >= 0xe0 && p[0] <= 0xef) {
        const uchar low = p[0] == 0xe0 ? 0xa0 : 0x80;
        const uchar high = p[0] == 0xed ? 0x9f : 0xbf;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (p[0] >= 0xf0 && p[0] <= 0xf4) {
        const uchar low = p[0] == 0xf0 ? 0x90 : 0x80;
        const uchar high = p[0] == 0xf4 ? 0x8f : 0xbf;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

qsizetype firstInvalidUtf8(const QByteArray &text)
{
    const auto *begin = reinterpret_cast<const uchar *>(text.constData());
    const uchar *end = begin + text.size();
    const uchar *p = begin;
    while (p < end) {
        const int length = utf8Length(p, end);
        if (length == 0)
            return p - begin;
        p += length;
    }
    return -1;
}

// Bytes that may stand in a string as they are: all but quote, backslash and control characters.
constexpr std::array<bool, 256> plainInString = [] {
    std::array<bool, 256> plain{};
    for (int c = 0x20; c < 256; ++c)
        plain[size_t(c)] = c != '"' && c != '\\';
    return plain;
}();

class Scanner
{
public:
    Scanner(const QByteArray &text, QList<Node> &nodes, quint32 mostNodes)
        : m_begin(text.constData())
        , m_end(m_begin + text.size())
        , m_at(m_begin)
        , m_nodes(nodes)
        , m_mostNodes(mostNodes)
    {
        if (text.startsWith(byteOrderMark))
            m_at += byteOrderMark.size();
    }

    std::optional<Defect> run();

private:
    // The byte here; '\0' at the end: a NUL byte is never valid, so the two need no distinction.
    char peek() const { return m_at < m_end ? *m_at : '\0'; }
    quint32 here() const { return quint32(m_at - m_begin); }
    void skipSpace();
    bool fail(const QString &expected); // always false
    // The two steps of the loop. True: a value is due next.
    bool readValue(); // a scalar or empty container whole, or the opening of another container
    bool readAfterValue(); // closings and a comma
    bool open(Type type);
    bool readKey(); // with its colon
    void close();
    bool readString();
    bool readEscape();
    bool readNumber();
    bool readDigits();
    bool readLiteral(QByteArrayView word);
    Node &current() { return m_nodes[m_open]; }

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    QList<Node> &m_nodes;
    const quint32 m_mostNodes;
    NodeId m_open = 0; // the innermost array or object not yet closed
    int m_depth = 0;
    quint32 m_keyStart = 0; // of the value that comes next
    quint32 m_keyEnd = 0;
    std::optional<Defect> m_defect;
};

void Scanner::skipSpace()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool Scanner::fail(const QString &expected)
{
    m_defect = Defect{here(), expected};
    return false;
}

std::optional<Defect> Scanner::run()
{
    bool valueDue = true;
    while (valueDue) {
        skipSpace();
        valueDue = readValue() || (!m_defect && readAfterValue());
    }
    return m_defect;
}

bool Scanner::readValue()
{
    const NodeId id = NodeId(m_nodes.size());
    if (id == m_mostNodes)
        return fail({});
    Node node;
    node.start = here();
    node.keyStart = m_keyStart;
    node.keyEnd = m_keyEnd;
    node.parent = m_open;
    node.next = id + 1;
    m_keyStart = m_keyEnd = 0;
    if (m_depth > 0)
        ++current().children;
    m_nodes.append(node);

    Type type = Type::Number;
    switch (peek()) {
    case '{':
        return open(Type::Object);
    case '[':
        return open(Type::Array);
    case '"':
        type = Type::String;
        readString();
        break;
    case 't':
        type = Type::Bool;
        readLiteral("true");
        break;
    case 'f':
        type = Type::Bool;
        readLiteral("false");
        break;
    case 'n':
        type = Type::Null;
        readLiteral("null");
        break;
    default:
        if (peek() != '-' && !isDigit(peek()))
            return fail(Tr::tr("a value"));
        readNumber();
    }
    m_nodes[id].type = type;
    m_nodes[id].end = here();
    return false;
}

bool Scanner::open(Type type)
{
    if (m_depth == maximumDepth)
        return fail({});
    ++m_depth;
    m_open = NodeId(m_nodes.size()) - 1;
    current().type = type;
    ++m_at;
    skipSpace();
    if (peek() == (type == Type::Object ? '}' : ']')) {
        close();
        return false;
    }
    return type == Type::Array || readKey();
}

void Scanner::close()
{
    ++m_at;
    --m_depth;
    Node &closed = current();
    closed.end = here();
    closed.next = NodeId(m_nodes.size());
    m_open = closed.parent;
}

bool Scanner::readKey()
{
    if (peek() != '"')
        return fail(Tr::tr("a key in double quotes"));
    const quint32 start = here();
    if (!readString())
        return false;
    m_keyStart = start;
    m_keyEnd = here();
    skipSpace();
    if (peek() != ':')
        return fail(Tr::tr("':' after the key"));
    ++m_at;
    return true;
}

bool Scanner::readAfterValue()
{
    while (true) {
        skipSpace();
        if (m_depth == 0)
            return m_at != m_end && fail(Tr::tr("nothing more after the value"));
        const bool inObject = current().type == Type::Object;
        if (peek() == (inObject ? '}' : ']')) {
            close();
            continue;
        }
        if (peek() != ',')
            return fail(inObject ? Tr::tr("',' or '}'") : Tr::tr("',' or ']'"));
        ++m_at;
        skipSpace();
        return !inObject || readKey();
    }
}

bool Scanner::readString()
{
    ++m_at; // the opening quote
    while (true) {
        while (m_at < m_end && plainInString[uchar(*m_at)])
            ++m_at;
        if (m_at == m_end)
            return fail(Tr::tr("'\"' at the end of the string"));
        if (*m_at == '"') {
            ++m_at;
            return true;
        }
        if (*m_at != '\\')
            return fail(
                Tr::tr("no control character in a string: write it as an escape, \\n or \\u0000"));
        if (!readEscape())
            return false;
    }
}

bool Scanner::readEscape()
{
    ++m_at; // the backslash
    if (peek() == 'u') {
        ++m_at;
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (!isHexDigit(peek()))
                return fail(Tr::tr("four hexadecimal digits after \\u"));
        }
        return true;
    }
    if (peek() == '\0' || !std::strchr("\"\\/bfnrt", peek()))
        return fail(Tr::tr("one of \" \\ / b f n r t u after the backslash"));
    ++m_at;
    return true;
}

bool Scanner::readDigits()
{
    if (!isDigit(peek()))
        return fail(Tr::tr("a digit"));
    while (isDigit(peek()))
        ++m_at;
    return true;
}

bool Scanner::readNumber()
{
    if (peek() == '-')
        ++m_at;
    if (peek() == '0') {
        ++m_at;
        if (isDigit(peek()))
            return fail(Tr::tr("no digit after a leading zero"));
    } else if (!readDigits()) {
        return false;
    }
    if (peek() == '.') {
        ++m_at;
        if (!readDigits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (!readDigits())
            return false;
    }
    return true;
}

bool Scanner::readLiteral(QByteArrayView word)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return fail(Tr::tr("a value (did you mean %1?)").arg(QLatin1StringView(word)));
    m_at += word.size();
    return true;
}

} // namespace

std::optional<Defect> scan(const QByteArray &text, QList<Node> &nodes, quint32 mostNodes)
{
    if (!simdjson::validate_utf8(text.constData(), size_t(text.size())))
        return Defect{firstInvalidUtf8(text), Tr::tr("valid UTF-8")};
    return Scanner(text, nodes, mostNodes).run();
}

Position positionIn(QByteArrayView text, qsizetype offset)
{
    Position position;
    for (qsizetype i = text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0; i < offset; ++i) {
        if (text[i] == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((uchar(text[i]) & 0xc0) != 0x80) { // the first byte of a character
            ++position.column;
        }
    }
    return position;
}

} // namespace closeout::json
