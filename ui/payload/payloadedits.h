// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The texts that an edit of attached data puts in place, as pure functions.

#pragma once

#include "edit/document.h"

namespace closeout::ui {

// The value as another type: what can be kept is kept, else the type's empty value.
QByteArray withType(const json::Value &value, json::Type type);

// Another text for a string. What is the same at its beginning and at its end keeps its spelling.
QByteArray respelled(QByteArrayView raw, const QString &text);

// What somebody types for a new value: 7, true, null, {, [ or any other JSON is that; else a
// string.
QByteArray spelledAsTyped(const QString &typed);

// A new text where “before” was shown with every line end as \n: ends that nobody touched stay as
// they were, \r\n for one.
QString withLineEndsOf(const QString &before, const QString &now);

// “wanted”, or “wanted 2”, “wanted 3” … when the object has it already.
QString freshKey(const edit::Value &object, const QString &wanted);

} // namespace closeout::ui
