// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/theme.h"

#include "ui/widgets/themeinuse.h"

namespace closeout::ui {

namespace {

constexpr Theme light{
    .kind = Theme::Kind::Light,
    .window = QColor(0xf4, 0xf5, 0xf7),
    .surface = QColor(0xff, 0xff, 0xff),
    .raised = QColor(0xea, 0xec, 0xf0),
    .border = QColor(0xd8, 0xdb, 0xe1),
    .disabledBorder = QColor(0xd8, 0xdb, 0xe1),
    .controlBorder = QColor(0x87, 0x8e, 0x99),
    .text = QColor(0x1b, 0x20, 0x27),
    .mutedText = QColor(0x56, 0x5f, 0x6b),
    .placeholder = QColor(0x56, 0x5f, 0x6b),
    .disabledText = QColor(0x56, 0x5f, 0x6b),
    .accent = QColor(0x1f, 0x5f, 0xbf),
    .onAccent = QColor(0xff, 0xff, 0xff),
    .selection = QColor(0xd3, 0xe3, 0xfa),
    .selectedText = QColor(0x12, 0x1d, 0x2e),
    .good = QColor(0x17, 0x73, 0x43),
    .goodTint = QColor(0xe2, 0xf4, 0xea),
    .caution = QColor(0x84, 0x56, 0x00),
    .cautionTint = QColor(0xfd, 0xf1, 0xd7),
    .bad = QColor(0xb0, 0x24, 0x1c),
    .badTint = QColor(0xfc, 0xe8, 0xe6),
    .unknown = QColor(0x67, 0x3c, 0x9c),
    .unknownTint = QColor(0xf0, 0xe8, 0xf9),
    .info = QColor(0x1f, 0x5f, 0xbf),
    .infoTint = QColor(0xe6, 0xef, 0xfb),
};

constexpr Theme dark{
    .kind = Theme::Kind::Dark,
    .window = QColor(0x1f, 0x22, 0x26),
    .surface = QColor(0x17, 0x19, 0x1c),
    .raised = QColor(0x2a, 0x2e, 0x34),
    .border = QColor(0x38, 0x3d, 0x45),
    .disabledBorder = QColor(0x38, 0x3d, 0x45),
    .controlBorder = QColor(0x79, 0x81, 0x8c),
    .text = QColor(0xe7, 0xe9, 0xec),
    .mutedText = QColor(0xa6, 0xad, 0xb7),
    .placeholder = QColor(0xa6, 0xad, 0xb7),
    .disabledText = QColor(0xa6, 0xad, 0xb7),
    .accent = QColor(0x74, 0xab, 0xff),
    .onAccent = QColor(0x0b, 0x18, 0x2b),
    .selection = QColor(0x2a, 0x44, 0x6b),
    .selectedText = QColor(0xff, 0xff, 0xff),
    .good = QColor(0x62, 0xcd, 0x93),
    .goodTint = QColor(0x1b, 0x35, 0x27),
    .caution = QColor(0xe6, 0xb8, 0x5c),
    .cautionTint = QColor(0x3a, 0x2f, 0x17),
    .bad = QColor(0xff, 0x8f, 0x86),
    .badTint = QColor(0x45, 0x22, 0x20),
    .unknown = QColor(0xc7, 0xa8, 0xf4),
    .unknownTint = QColor(0x32, 0x27, 0x4b),
    .info = QColor(0x74, 0xab, 0xff),
    .infoTint = QColor(0x1c, 0x2f, 0x4b),
};

constexpr Theme highContrast{
    .kind = Theme::Kind::HighContrast,
    .window = QColor(0x00, 0x00, 0x00),
    .surface = QColor(0x00, 0x00, 0x00),
    .raised = QColor(0x00, 0x00, 0x00),
    .border = QColor(0xff, 0xff, 0xff),
    .disabledBorder = QColor(0x6e, 0x6e, 0x6e),
    .controlBorder = QColor(0xff, 0xff, 0xff),
    .text = QColor(0xff, 0xff, 0xff),
    .mutedText = QColor(0xff, 0xff, 0xff),
    .placeholder = QColor(0xa8, 0xa8, 0xa8),
    .disabledText = QColor(0x9a, 0x9a, 0x9a),
    .accent = QColor(0xff, 0xe6, 0x00),
    .onAccent = QColor(0x00, 0x00, 0x00),
    .selection = QColor(0xff, 0xe6, 0x00),
    .selectedText = QColor(0x00, 0x00, 0x00),
    .good = QColor(0x6a, 0xff, 0xa0),
    .goodTint = QColor(0x00, 0x00, 0x00),
    .caution = QColor(0xff, 0xc8, 0x4a),
    .cautionTint = QColor(0x00, 0x00, 0x00),
    .bad = QColor(0xff, 0x9d, 0x95),
    .badTint = QColor(0x00, 0x00, 0x00),
    .unknown = QColor(0xdc, 0xc4, 0xff),
    .unknownTint = QColor(0x00, 0x00, 0x00),
    .info = QColor(0x9c, 0xc8, 0xff),
    .infoTint = QColor(0x00, 0x00, 0x00),
};

const Theme *inUse = &light;

} // namespace

const Theme &themeOf(Theme::Kind kind)
{
    switch (kind) {
    case Theme::Kind::Light:
        return light;
    case Theme::Kind::Dark:
        return dark;
    case Theme::Kind::HighContrast:
        return highContrast;
    }
    return light;
}

const Theme &theme()
{
    return *inUse;
}

void useTheme(Theme::Kind kind)
{
    inUse = &themeOf(kind);
}

QColor statusColour(Status status)
{
    switch (status) {
    case Status::Neutral:
        return theme().mutedText;
    case Status::Info:
        return theme().info;
    case Status::Good:
        return theme().good;
    case Status::Caution:
        return theme().caution;
    case Status::Bad:
        return theme().bad;
    case Status::Unknown:
        return theme().unknown;
    }
    return theme().text;
}

QColor statusTint(Status status)
{
    switch (status) {
    case Status::Neutral:
        return theme().raised;
    case Status::Info:
        return theme().infoTint;
    case Status::Good:
        return theme().goodTint;
    case Status::Caution:
        return theme().cautionTint;
    case Status::Bad:
        return theme().badTint;
    case Status::Unknown:
        return theme().unknownTint;
    }
    return theme().raised;
}

} // namespace closeout::ui
