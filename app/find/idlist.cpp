// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/idlist.h"

#include "contract/visible.h"
#include "find/idcollector.h"
#include "result.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace closeout::find {

using Reason = RefusedId::Reason;

namespace {

constexpr qsizetype mostShown = 40; // characters
constexpr QChar byteOrderMark(0xfeff);

qsizetype digitsAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
        ++end;
    return end - at;
}

// Of "1.2E+18", "1,2E+18", "1E+18" at the start, its length; else 0. "12e4" may be an id.
qsizetype roundedNumber(QStringView text)
{
    qsizetype at = !text.isEmpty() && (text.front() == u'-' || text.front() == u'+') ? 1 : 0;
    const qsizetype whole = digitsAt(text, at);
    if (whole == 0)
        return 0;
    at += whole;
    bool isSure = false;
    if (at < text.size() && (text.at(at) == u'.' || text.at(at) == u',')) {
        const qsizetype fraction = digitsAt(text, at + 1);
        isSure = fraction > 0;
        at += fraction > 0 ? 1 + fraction : 0;
    }
    if (at >= text.size() || (text.at(at) != u'e' && text.at(at) != u'E'))
        return 0;
    ++at;
    if (at < text.size() && (text.at(at) == u'+' || text.at(at) == u'-')) {
        isSure = isSure || text.at(at) == u'+';
        ++at;
    }
    const qsizetype exponent = digitsAt(text, at);
    return isSure && exponent > 0 ? at + exponent : 0;
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format || c == QChar(0x034f) || c == QChar(0x115f)
        || c == QChar(0x3164);
}

// Without what is around it and no part of it: characters that nobody sees, an apostrophe or the
// formula with which a spreadsheet keeps a number as text, ="0042".
QStringView cleaned(QStringView id)
{
    const auto strip = [&id] {
        while (!id.isEmpty() && (isInvisible(id.front()) || isBlank(id.front())))
            id = id.sliced(1);
        while (!id.isEmpty() && (isInvisible(id.back()) || isBlank(id.back())))
            id.chop(1);
    };
    strip();
    // Until nothing is left to take away, so that what was cleaned is read again as it is.
    for (qsizetype before = -1; before != id.size();) {
        before = id.size();
        if (id.size() > 3 && id.startsWith("=\""_L1) && id.endsWith(u'"'))
            id = id.sliced(2).chopped(1);
        if (id.size() > 1 && id.front() == u'\'') {
            id = id.sliced(1);
            if (id.size() > 1 && id.back() == u'\'')
                id.chop(1);
        }
        strip();
    }
    return id;
}

std::optional<Reason> faultOf(QStringView id)
{
    if (id.size() > IdList::longestId)
        return Reason::TooLong;
    if (roundedNumber(id) == id.size())
        return Reason::Rounded;
    for (const QChar c : id) {
        if (c.category() == QChar::Other_Control)
            return Reason::ControlCharacter;
        if (c == QChar::ReplacementCharacter)
            return Reason::NotUtf8;
    }
    return {};
}

// Walks through a plain list.
class ListScanner
{
public:
    ListScanner(QStringView text, Comments comments)
        : m_text(text)
        , m_comments(comments)
    {
    }

    IdList scan()
    {
        while (m_at < m_text.size())
            step();
        return m_collector.result();
    }

private:
    static bool isSeparator(QChar c)
    {
        return isLineEnd(c) || c == u'\t' || c == u';' || c == u',';
    }
    qsizetype column() const { return m_at - m_lineStart + 1; }
    qsizetype lineEnd(qsizetype from) const
    {
        while (from < m_text.size() && !isLineEnd(m_text.at(from)))
            ++from;
        return from;
    }

    void step()
    {
        const QChar c = m_text.at(m_at);
        if (c == u'\n' || (c == u'\r' && !m_text.sliced(m_at + 1).startsWith(u'\n'))) {
            ++m_at;
            ++m_line;
            m_lineStart = m_at;
            m_isFirst = true;
        } else if (isSeparator(c) || isBlank(c)) {
            m_isFirst = m_isFirst && isBlank(c);
            ++m_at;
        } else if (c == u'#' && m_isFirst && m_comments == Comments::Lines) {
            m_at = lineEnd(m_at);
        } else if (c == u'"') {
            takeQuoted();
        } else {
            takePlain();
        }
    }

    void takePlain()
    {
        m_isFirst = false;
        const QStringView rest = m_text.sliced(m_at);
        qsizetype length = roundedNumber(rest);
        if (length > 0 && length < rest.size() && !isSeparator(rest.at(length))
            && !isBlank(rest.at(length)))
            length = 0;
        while (length < rest.size() && !isSeparator(rest.at(length)))
            ++length;
        m_collector.take(rest.first(length), m_line, column());
        m_at += length;
    }

    void takeQuoted()
    {
        m_isFirst = false;
        const qsizetype end = lineEnd(m_at);
        QString inside;
        qsizetype at = m_at + 1;
        for (; at < end; ++at) {
            if (m_text.at(at) == u'"') {
                if (at + 1 >= end || m_text.at(at + 1) != u'"')
                    break;
                ++at;
            }
            inside += m_text.at(at);
        }
        if (at >= end) {
            m_collector.refuse(Reason::NotClosed, m_text.sliced(m_at, end - m_at), m_line,
                               column());
            m_at = end;
            return;
        }
        m_collector.take(inside, m_line, column());
        m_at = at + 1;
    }

    QStringView m_text;
    Comments m_comments;
    IdCollector m_collector;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    qsizetype m_lineStart = 0;
    bool m_isFirst = true; // of its line
};

} // namespace

bool isBlank(QChar c)
{
    return c.isSpace() || c == byteOrderMark;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

QString fitToShow(QStringView text)
{
    const QString shown = contract::visible(
        text.first(std::min(text.size(), mostShown)).toString());
    return text.size() > mostShown ? shown + u'…' : shown;
}

void IdCollector::take(QStringView raw, qsizetype line, qsizetype column)
{
    const QStringView given = trimmed(raw);
    const QStringView id = cleaned(given);
    if (id.isEmpty())
        return;
    if (const std::optional<Reason> fault = faultOf(id)) {
        refuse(*fault, id, line, column);
        return;
    }
    const qsizetype known = m_seen.size();
    const QString text = id.toString();
    m_seen.insert(text);
    if (m_seen.size() == known)
        ++m_list.duplicates;
    else
        m_list.ids.append(text);
    if (id.size() == given.size())
        return;
    ++m_list.cleanedCount;
    if (m_list.cleaned.size() < IdList::mostRefused)
        m_list.cleaned.append({fitToShow(given), fitToShow(id), line});
}

void IdCollector::refuse(Reason reason, QStringView text, qsizetype line, qsizetype column)
{
    ++m_list.refusedCount;
    if (m_list.refused.size() < IdList::mostRefused)
        m_list.refused.append({reason, fitToShow(text), line, column});
}

QString CleanedId::message() const
{
    return Tr::tr("Line %1: “%2” is taken for “%3”.").arg(QString::number(line), text, id);
}

QString RefusedId::message() const
{
    const QString at = QString::number(line);
    const QString place = QString::number(column);
    switch (reason) {
    case Reason::Rounded:
        return Tr::tr("Line %1, column %2: “%3” is a number that a spreadsheet has rounded. Export "
                      "the column as text.")
            .arg(at, place, text);
    case Reason::ControlCharacter:
        return Tr::tr("Line %1, column %2: “%3” holds a control character. Remove it.")
            .arg(at, place, text);
    case Reason::TooLong:
        return Tr::tr("Line %1, column %2: “%3” is longer than 1000 characters, which is no id.")
            .arg(at, place, text);
    case Reason::NotClosed:
        return Tr::tr("Line %1, column %2: the quotation mark of “%3” is not closed. Close it or "
                      "remove it.")
            .arg(at, place, text);
    case Reason::NotUtf8:
        return Tr::tr("Line %1, column %2: “%3” is not written in UTF-8. Save the file as “CSV "
                      "UTF-8”.")
            .arg(at, place, text);
    }
    return {};
}

IdList idsInText(QStringView text)
{
    return idsInList(text, Comments::None);
}

IdList joined(const IdList &first, const IdList &second)
{
    IdList all = first;
    QSet<QString> seen(first.ids.begin(), first.ids.end());
    for (const QString &id : second.ids) {
        if (seen.contains(id)) {
            ++all.duplicates;
            continue;
        }
        seen.insert(id);
        all.ids.append(id);
    }
    all.duplicates += second.duplicates;
    all.refused.append(second.refused.first(
        std::min(second.refused.size(), IdList::mostRefused - first.refused.size())));
    all.refusedCount += second.refusedCount;
    all.cleaned.append(second.cleaned.first(
        std::min(second.cleaned.size(), IdList::mostRefused - first.cleaned.size())));
    all.cleanedCount += second.cleanedCount;
    return all;
}

QString listedIds(const QStringList &ids)
{
    QStringList lines;
    lines.reserve(ids.size());
    for (const QString &id : ids) {
        const bool needsQuotes = id.startsWith(u'"') || id.contains(u',') || id.contains(u';')
            || id.contains(u'\t');
        lines.append(needsQuotes ? u'"' + QString(id).replace(u'"', u"\"\""_s) + u'"' : id);
    }
    return lines.join(u'\n');
}

IdList idsInList(QStringView text, Comments comments)
{
    return ListScanner(text, comments).scan();
}

} // namespace closeout::find
