// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/document.h"

#include "json/strings.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace closeout::edit {

using json::Type;

qsizetype Value::base() const
{
    if (m_base < 0)
        m_base = m_outline->contentStart(*m_around);
    return m_base;
}

Place Value::place() const
{
    return m_outline->place(*m_around, m_spot, base());
}

Node *Value::inside() const
{
    return m_outline ? m_outline->inside(*m_around, m_spot) : nullptr;
}

Type Value::type() const
{
    if (!m_outline)
        return Type::Absent;
    if (const Node *node = m_around->at(m_spot).node.get())
        return node->type();
    return json::typeBeginningWith(m_outline->text().at(place().valueStart));
}

QByteArray Value::raw() const
{
    if (!m_outline)
        return {};
    const Place here = place();
    return m_outline->text().slice(here.valueStart, here.end - here.valueStart);
}

QByteArray Value::rawKey() const
{
    if (!m_outline)
        return {};
    const Place here = place();
    return m_outline->text().slice(here.start, here.keyEnd - here.start);
}

QString Value::key() const
{
    const QByteArray raw = rawKey();
    return raw.isEmpty() ? QString() : json::unspell(raw);
}

QString Value::text() const
{
    switch (type()) {
    case Type::String:
        return json::unspell(raw());
    case Type::Null:
    case Type::Bool:
    case Type::Number:
        return QString::fromLatin1(raw());
    default:
        return {};
    }
}

qsizetype Value::offset() const
{
    return m_outline ? place().valueStart : 0;
}

qsizetype Value::keyOffset() const
{
    return m_outline ? base() + m_spot.start : 0;
}

qsizetype Value::end() const
{
    return m_outline ? keyOffset() + m_around->at(m_spot).size : 0;
}

qsizetype Value::size() const
{
    const Node *node = inside();
    return node ? node->count() : 0;
}

bool Value::isEmpty() const
{
    if (!m_outline)
        return true;
    if (const Node *node = m_around->at(m_spot).node.get())
        return node->count() == 0;
    const Text &text = m_outline->text();
    qsizetype at = offset();
    if (text.at(at) != '{' && text.at(at) != '[')
        return true;
    do {
        ++at;
    } while (text.at(at) == ' ' || text.at(at) == '\n' || text.at(at) == '\t'
             || text.at(at) == '\r');
    return text.at(at) == '}' || text.at(at) == ']';
}

Value Value::parent() const
{
    if (!m_outline || !m_around->parent())
        return {};
    return {m_outline, m_around->parent(), m_around->parent()->spot(m_around->row())};
}

Value Value::at(qsizetype row) const
{
    Node *node = inside();
    if (!node || row < 0 || row >= node->count())
        return {};
    return {m_outline, node, node->spot(row)};
}

Value Value::next() const
{
    if (!m_outline || m_spot.row + 1 >= m_around->count())
        return {};
    Value sibling = *this;
    m_around->next(sibling.m_spot);
    return sibling;
}

Value Value::member(QStringView key) const
{
    Node *node = inside();
    if (!node || node->type() != Type::Object)
        return {};
    const quint32 hash = hashOfKey(json::spell(key));
    Value found;
    for (Value child = at(0); child.exists(); child = child.next()) {
        if (node->at(child.m_spot).key == hash && json::says(child.rawKey(), key))
            found = child;
    }
    return found;
}

Path Value::path() const
{
    Path path;
    if (!m_outline)
        return path;
    path.append(int(m_spot.row));
    for (const Node *node = m_around; node->parent(); node = node->parent())
        path.append(int(node->row()));
    path.removeLast(); // the root is the only one in the top
    std::reverse(path.begin(), path.end());
    return path;
}

QString Value::pointer() const
{
    QStringList steps;
    for (Value value = *this; value.parent().exists(); value = value.parent()) {
        const bool isMember = value.m_around->type() == Type::Object;
        steps.prepend(isMember ? json::pointerStep(value.key()) : QString::number(value.row()));
    }
    return steps.isEmpty() ? QString() : u'/' + steps.join(u'/');
}

bool Value::isDuplicate() const
{
    if (!m_outline || !m_around->hasTwice())
        return false;
    const std::vector<Twice> &twice = m_outline->twice(*m_around);
    const auto found = std::lower_bound(twice.cbegin(), twice.cend(), row(),
                                        [](const Twice &each, qsizetype row) {
                                            return each.row < row;
                                        });
    return found != twice.cend() && found->row == row();
}

bool Value::holdsDuplicates() const
{
    return m_outline && m_around->at(m_spot).hasDuplicates;
}

const void *Value::homeOfChildren() const
{
    return inside();
}

} // namespace closeout::edit
