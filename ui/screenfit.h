// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A window on the screen that there is: it may have been left on another one.

#pragma once

#include <QtCore/QRect>

#include <algorithm>

namespace closeout::ui {

// The frame that a window manager puts around it is not known before it is shown.
constexpr QSize roomOfFrame(2, 40);

// No larger than the room, and wholly in it.
inline QRect fittedTo(const QRect &room, const QRect &window)
{
    const QSize size = window.size().boundedTo(room.size() - roomOfFrame);
    const auto between = [](int place, int first, int last) {
        return std::clamp(place, first, std::max(first, last));
    };
    return {QPoint(between(window.x(), room.x(), room.x() + room.width() - size.width()),
                   between(window.y(), room.y(), room.y() + room.height() - size.height())),
            size};
}

} // namespace closeout::ui
