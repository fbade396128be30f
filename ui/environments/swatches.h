// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The colours that an environment can be told by. They belong to the environment, not to a theme,
// and each stands out against all of them.

#pragma once

#include <QtCore/QList>
#include <QtGui/QIcon>

namespace closeout::ui {

struct Swatch
{
    QString name; // "Red"
    QString colour; // "#rrggbb"
};

QList<Swatch> swatches();
QString swatchName(const QString &colour); // "Red"; of any other colour itself
QIcon swatchIcon(const QString &colour); // a framed disc; of no colour, an empty one

} // namespace closeout::ui
