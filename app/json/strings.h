// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Between what a JSON string says and how it is spelled.

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace closeout::json {

// With quotes, escaping only what must be: quote, backslash, control characters, and lone
// surrogates, which have no UTF-8 form.
QByteArray spell(QStringView text);

// raw: a valid JSON string with its quotes. A lone surrogate escape becomes that lone code unit.
QString unspell(QByteArrayView raw);

// Whether it says that text; without building the text where the spelling is plain.
bool says(QByteArrayView raw, QStringView text);

// As QString::fromUtf8, which however drops a leading U+FEFF: inside JSON it is a character like
// any other.
QString decoded(QByteArrayView utf8);

} // namespace closeout::json
