// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/elementsplitter.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace closeout::json {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr std::array<bool, 256> tableOf(std::string_view characters)
{
    std::array<bool, 256> table{};
    for (const char c : characters)
        table[uchar(c)] = true;
    return table;
}

constexpr auto endsPlainInString = tableOf("\"\\");
constexpr auto endsPlainElsewhere = tableOf("\"{}[],");

} // namespace

Result<QList<QByteArray>> ElementSplitter::feed(QByteArrayView bytes)
{
    QList<QByteArray> elements;
    while (!bytes.isEmpty() && m_stage != Stage::Broken) {
        const qsizetype plain = plainLength(bytes);
        m_element += bytes.first(plain);
        m_taken += plain;
        bytes = bytes.sliced(plain);
        if (m_element.size() > largestElement) {
            m_isTooLong = true;
            m_stage = Stage::Broken;
            break;
        }
        if (bytes.isEmpty())
            break;
        ++m_taken;
        if (!take(bytes.front(), elements))
            m_stage = Stage::Broken;
        bytes = bytes.sliced(1);
    }
    if (m_stage == Stage::Broken && elements.isEmpty())
        return broken();
    return elements;
}

// How many bytes at the start are nothing but a part of the element that is arriving.
qsizetype ElementSplitter::plainLength(QByteArrayView bytes) const
{
    if (m_element.isEmpty() || m_escaped)
        return 0;
    const auto &ends = m_inString ? endsPlainInString : endsPlainElsewhere;
    const auto isEnd = [&ends](char c) { return ends[uchar(c)]; };
    return std::find_if(bytes.begin(), bytes.end(), isEnd) - bytes.begin();
}

tl::unexpected<Error> ElementSplitter::broken() const
{
    if (m_isTooLong) {
        return failure(ErrorKind::NotContextServices,
                       Tr::tr("An element of the list is longer than %1 MiB.")
                           .arg(largestElement >> 20));
    }
    return failure(ErrorKind::NotContextServices,
                   Tr::tr("The list is no JSON array: byte %1 cannot stand there.").arg(m_taken));
}

bool ElementSplitter::take(char c, QList<QByteArray> &elements)
{
    if (m_stage != Stage::InArray) {
        if (c == '[' && m_stage == Stage::BeforeArray) {
            m_stage = Stage::InArray;
            return true;
        }
        return isSpace(c);
    }
    if (m_inString) {
        m_element += c;
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
        return true;
    }
    if (m_element.isEmpty() && isSpace(c))
        return true;
    if (m_depth == 0 && (c == ',' || c == ']')) {
        const bool emptyArray = c == ']' && !m_sawElement;
        if (m_element.isEmpty() && !emptyArray)
            return false;
        if (!m_element.isEmpty())
            elements.append(std::exchange(m_element, {}));
        m_sawElement = true;
        if (c == ']')
            m_stage = Stage::BehindArray;
        return true;
    }
    if (c == '"')
        m_inString = true;
    else if (c == '{' || c == '[')
        ++m_depth;
    else if (c == '}' || c == ']')
        --m_depth;
    if (m_depth < 0)
        return false;
    m_element += c;
    return true;
}

Result<void> ElementSplitter::finish() const
{
    if (m_stage == Stage::BehindArray)
        return {};
    if (m_stage == Stage::Broken)
        return broken();
    return failure(ErrorKind::ConnectionLost,
                   Tr::tr("The list broke off after %1 bytes; what came before is shown.")
                       .arg(m_taken));
}

} // namespace closeout::json
