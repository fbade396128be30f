// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a server or a file says, where it is drawn: it may be of any length and hold any character.
// What it would hide is drawn (contract/visible.h). The whole of it stays where it is kept, for
// copying and for sending.

#pragma once

#include <QtCore/QString>
#include <QtCore/QVariant>

namespace closeout::ui {

QString shown(const QString &text); // an id, a type, a name: as much of it as anybody reads
QVariant shownCell(const QVariant &cell); // the same of a text in a table; else as it is

QString cutTo(qsizetype longest, const QString &text); // characters; an ellipsis says what is gone

// To be drawn only: a line may end behind each hyphen, which none does before a digit by itself, so
// that the end of an id would be cut.
QString breakable(QString text);

// Tool tips guess whether they are HTML; this is never taken for it. Empty stays empty.
QString plainToolTip(const QString &text);

} // namespace closeout::ui
