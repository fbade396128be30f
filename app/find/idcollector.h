// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What reads lists and what reads tables share: an id is checked, counted and taken.

#pragma once

#include "find/idlist.h"

#include <QtCore/QSet>

namespace closeout::find {

bool isBlank(QChar c);
bool isLineEnd(QChar c);
QStringView trimmed(QStringView text);
QString fitToShow(QStringView text); // its beginning, with pictures of control characters

class IdCollector
{
public:
    void take(QStringView raw, qsizetype line, qsizetype column);
    void refuse(RefusedId::Reason reason, QStringView text, qsizetype line, qsizetype column);
    IdList result() { return std::move(m_list); }

private:
    IdList m_list;
    QSet<QString> m_seen;
};

// A plain list whose lines may be comments.
enum class Comments : quint8 { None, Lines };
IdList idsInList(QStringView text, Comments comments);

} // namespace closeout::find
