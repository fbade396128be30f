// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How many rows of a list are shown, and of how many, in words.

#pragma once

#include <QtCore/QString>

namespace closeout::ui {

class Listing;
class ShownRows;

QString matchesInWords(const ShownRows &shown, const Listing &listing);

} // namespace closeout::ui
