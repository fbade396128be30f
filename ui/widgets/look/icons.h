// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Our own icons: line drawings on a grid of 16, in resources/icons, drawn in the colour of the text
// of the theme in use and sharp at any scale.

#pragma once

#include "ui/widgets/look/theme.h"

#include <QtGui/QIcon>

#include <functional>

class QPainter;

namespace closeout::ui {

enum class Icon : quint8 {
    // things
    Service,
    State,
    Task,
    Environment,
    Sandbox,
    Journal,
    Customer,
    Contact,
    Ids,
    AttachedData,
    // things to do
    Refresh,
    Cancel,
    Search,
    Add,
    Rename,
    Edit,
    Duplicate,
    Remove,
    MoveUp,
    MoveDown,
    Undo,
    Redo,
    Copy,
    CopyPath,
    Paste,
    Complete,
    Preview,
    Connect,
    SignIn,
    Save,
    Pin,
    Back,
    Close,
    Expand,
    Collapse,
    Command,
    Quit,
    Theme,
    Language,
    Help,
    // how things stand
    Done,
    Caution,
    Failed,
    Unknown,
    Info,
    Busy,
    Locked,
    Clock,
    Open,
    // JSON
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
    // changes
    Added,
    Changed,
    Kept,
    Lost,
};

constexpr int iconCount = int(Icon::Lost) + 1;

QString iconFile(Icon icon); // ":/icons/refresh.svg"
QIcon icon(Icon icon); // in the colour of text; greyed when disabled
QIcon icon(Icon icon, Status status); // in the colour of the status
// Of one's own, drawn anew whenever it is shown, so that it follows the theme, too.
using Drawing = std::function<void(QPainter &painter, const QRect &rect)>;
QIcon drawnIcon(const Drawing &drawing);
Icon statusIcon(Status status); // the shape that goes with the colour

} // namespace closeout::ui
