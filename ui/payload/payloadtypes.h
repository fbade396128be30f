// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How JSON looks to a person: the names and icons of its types, and strings of any length and
// content in a row.

#pragma once

#include "ui/widgets/look/icons.h"
#include "json/document.h"

namespace closeout::ui {

QList<json::Type> editableTypes(); // in the order of a menu
QString typeName(json::Type type);
Icon typeIcon(json::Type type);

bool isContainer(json::Type type);
QString onOneLine(const QString &text); // cut, its line ends visible
bool isLongText(const QString &text); // one line is too small for it

} // namespace closeout::ui
