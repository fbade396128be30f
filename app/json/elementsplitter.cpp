// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/elementsplitter.h"

namespace closeout::json {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

} // namespace

Result<QList<QByteArray>> ElementSplitter::feed(QByteArrayView bytes)
{
    QList<QByteArray> elements;
    for (const char c : bytes) {
        ++m_taken;
        if (!take(c, elements)) {
            return failure(ErrorKind::NotContextServices,
                           Tr::tr("The list of services is no JSON array: byte %1 cannot stand there.")
                               .arg(m_taken));
        }
    }
    return elements;
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
        const bool emptyArray = c == ']' && !m_sawComma;
        if (m_element.isEmpty() && !emptyArray)
            return false;
        if (!m_element.isEmpty())
            elements.append(std::exchange(m_element, {}));
        m_sawComma = true;
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
    return failure(ErrorKind::ConnectionLost,
                   Tr::tr("The list of services broke off after %1 bytes; what came before is shown.")
                       .arg(m_taken));
}

} // namespace closeout::json
