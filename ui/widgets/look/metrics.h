// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Sizes that everything keeps to: a grid of 4 pixels and a scale of type.

#pragma once

#include <QtGui/QFont>

class QLayout;
class QWidget;

namespace closeout::ui {

constexpr int tight = 4; // inside one control
constexpr int gap = 8; // between controls
constexpr int margin = 12; // around a group
constexpr int wide = 16; // between groups

enum class Type : quint8 {
    Body,
    Strong, // of a line: its most important word
    Small, // counters, second lines
    Heading, // of a column or a page
    Mono, // ids, JSON, requests
};

QFont fontOf(Type type);

// No margin around, the gap between.
void setPlain(QLayout *layout, int spacing = gap);

} // namespace closeout::ui
