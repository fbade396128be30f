// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page about the filter language, made of the table of fields: docs/filter.md. A test compares
// the two; `closeoutctl help filter >docs/filter.md` writes it anew.

#pragma once

#include <QtCore/QString>

namespace closeout::filter {

QString reference(); // Markdown

} // namespace closeout::filter
