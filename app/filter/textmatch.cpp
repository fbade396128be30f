// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/textmatch.h"

#include "json/strings.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

constexpr char anyText = '\xFF';
constexpr char anyCharacter = '\xFE';

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isInside(char byte) // of a character of more than one byte
{
    return (uchar(byte) & 0xC0U) == 0x80U;
}

QByteArray utf8Of(char32_t character)
{
    const auto units = QChar::fromUcs4(character);
    return QStringView(units).toUtf8(); // fromUcs4() of a string drops U+FEFF
}

} // namespace

bool isAscii(QByteArrayView text)
{
    const char *at = text.begin();
    for (; text.end() - at >= 8; at += 8) {
        quint64 eight = 0;
        std::memcpy(&eight, at, 8);
        if ((eight & 0x8080808080808080U) != 0)
            return false;
    }
    for (; at < text.end(); ++at) {
        if (uchar(*at) >= 0x80)
            return false;
    }
    return true;
}

QByteArray caseFolded(QByteArrayView text)
{
    if (!isAscii(text))
        return json::decoded(text).toCaseFolded().toUtf8();
    QByteArray out(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), out.begin(), lowered);
    return out;
}

Needle::Needle(const QString &text)
    : m_text(text)
{
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        const QByteArray lower = utf8Of(QChar::toLower(char32_t(character)));
        const QByteArray upper = utf8Of(QChar::toUpper(char32_t(character)));
        if (character >= 0x80 && m_how == How::Bytes)
            m_how = How::Verified;
        if (lower.size() != upper.size())
            m_how = How::Slowly;
        m_lower += lower;
        m_upper += upper;
    }
}

bool Needle::isHere(const char *at) const
{
    for (qsizetype i = 0; i < m_lower.size(); ++i) {
        if (at[i] != m_lower[i] && at[i] != m_upper[i])
            return false;
    }
    return true;
}

// Looks at the first and the last byte of 64 places at once, which compilers make vectors of.
const char *Needle::next(const char *from, const char *end) const
{
    constexpr qsizetype step = 64;
    const qsizetype last = m_lower.size() - 1;
    const std::array<char, 4> ends{m_lower[0], m_upper[0], m_lower[last], m_upper[last]};
    const char *at = from;
    for (; end - at >= step + last; at += step) {
        uchar hit = 0;
        for (qsizetype i = 0; i < step; ++i) {
            const char head = at[i];
            const char tail = at[i + last];
            hit |= uchar(uchar(head == ends[0]) | uchar(head == ends[1]))
                & uchar(uchar(tail == ends[2]) | uchar(tail == ends[3]));
        }
        if (hit == 0)
            continue;
        for (qsizetype i = 0; i < step; ++i) {
            if ((at[i] == ends[0] || at[i] == ends[1]) && isHere(at + i))
                return at + i;
        }
    }
    for (; end - at > last; ++at) {
        if (isHere(at))
            return at;
    }
    return nullptr;
}

bool Needle::isIn(QByteArrayView text) const
{
    if (m_how != How::Slowly && !next(text.begin(), text.end()))
        return false;
    return m_how == How::Bytes || json::decoded(text).contains(m_text, Qt::CaseInsensitive);
}

void Needle::scan(const rows::Words::Page &page, quint8 *found) const
{
    const char *const begin = page.bytes.data();
    const char *const end = begin + page.bytes.size();
    if (m_how == How::Slowly) {
        quint32 start = 0;
        for (size_t i = 0; i < page.ends.size(); ++i) {
            found[i] = isIn({begin + start, qsizetype(page.ends[i] - start)}) ? 1 : 0;
            start = page.ends[i];
        }
        return;
    }
    size_t text = 0;
    for (const char *at = next(begin, end); at != nullptr; at = next(at, end)) {
        while (begin + page.ends[text] <= at)
            ++text;
        const char *const textEnd = begin + page.ends[text];
        if (at + m_lower.size() > textEnd) { // half of it is in the next text
            ++at;
            continue;
        }
        const char *const textStart = text == 0 ? begin : begin + page.ends[text - 1];
        if (m_how == How::Bytes || isIn({textStart, textEnd}))
            found[text] = 1;
        at = textEnd;
    }
}

Glob::Glob(const QString &pattern)
{
    QString plain;
    const auto flush = [&] { m_pattern += caseFolded(std::exchange(plain, {}).toUtf8()); };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\' && i + 1 < pattern.size()) {
            plain += pattern[++i];
        } else if (c == u'*' || c == u'?') {
            flush();
            m_pattern += c == u'*' ? anyText : anyCharacter;
        } else {
            plain += c;
        }
    }
    flush();
}

QString Glob::escaped(const QString &text)
{
    QString pattern = text;
    return pattern.replace(u'\\', "\\\\"_L1).replace(u'*', "\\*"_L1).replace(u'?', "\\?"_L1);
}

QString Glob::unescaped(const QString &pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'\\' && i + 1 < pattern.size())
            ++i;
        text += pattern[i];
    }
    return text;
}

bool Glob::hasWildcards(const QString &pattern)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'\\')
            ++i;
        else if (pattern[i] == u'*' || pattern[i] == u'?')
            return true;
    }
    return false;
}

bool Glob::matches(QByteArrayView text) const
{
    QByteArray storage;
    if (!isAscii(text)) {
        storage = caseFolded(text);
        text = storage;
    }
    qsizetype at = 0;
    qsizetype place = 0; // in the pattern
    qsizetype starPlace = -1; // behind the last '*'
    qsizetype starAt = 0; // where its text ends, as far as it was tried
    while (at < text.size()) {
        const char want = place < m_pattern.size() ? m_pattern[place] : '\0';
        if (place < m_pattern.size() && want == anyText) {
            starPlace = ++place;
            starAt = at;
        } else if (place < m_pattern.size() && want == anyCharacter) {
            ++place;
            for (++at; at < text.size() && isInside(text[at]);)
                ++at;
        } else if (place < m_pattern.size() && want == lowered(text[at])) {
            ++place;
            ++at;
        } else if (starPlace >= 0) {
            place = starPlace;
            for (++starAt; starAt < text.size() && isInside(text[starAt]);)
                ++starAt;
            at = starAt;
        } else {
            return false;
        }
    }
    while (place < m_pattern.size() && m_pattern[place] == anyText)
        ++place;
    return place == m_pattern.size();
}

} // namespace closeout::filter
