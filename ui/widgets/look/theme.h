// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The colours of the window, by what they are for. There are three themes; the one in use is read
// with theme(), as a palette is, and is changed by Appearance alone. Colours that a QPalette has
// (window, text, highlight …) are set there, too, so that ordinary widgets need not ask.

#pragma once

#include <QtGui/QColor>

namespace closeout::ui {

struct Theme
{
    enum class Kind : quint8 { Light, Dark, HighContrast };

    Kind kind;
    QColor window; // behind everything
    QColor surface; // tables, trees, fields
    QColor raised; // headers, bars, hovered rows
    QColor border; // between things
    QColor disabledBorder; // around what cannot be used now
    QColor controlBorder; // around what can be used; 3 to 1 against its surroundings
    QColor text;
    QColor mutedText; // labels, second lines; readable still, 4.5 to 1
    QColor placeholder; // in an empty field; readable still, and not as what is typed
    QColor disabledText; // of what cannot be used now; readable still
    QColor accent; // the one thing to do, focus, links
    QColor onAccent;
    QColor selection;
    QColor selectedText;
    // Status: never alone, always with an icon and a word. The tint goes behind text.
    QColor good;
    QColor goodTint;
    QColor caution;
    QColor cautionTint;
    QColor bad;
    QColor badTint;
    QColor unknown;
    QColor unknownTint;
    QColor info;
    QColor infoTint;
};

const Theme &themeOf(Theme::Kind kind);
const Theme &theme(); // the one in use

// What a status looks like wherever it is shown.
enum class Status : quint8 { Neutral, Info, Good, Caution, Bad, Unknown };

QColor statusColour(Status status);
QColor statusTint(Status status);

} // namespace closeout::ui
