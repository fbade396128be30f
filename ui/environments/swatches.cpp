// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/swatches.h"

#include "ui/widgets/look/icons.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Swatch)
};

constexpr int side = 16;

} // namespace

QList<Swatch> swatches()
{
    return {{Words::tr("Red"), u"#d13438"_s},    {Words::tr("Orange"), u"#d9730d"_s},
            {Words::tr("Yellow"), u"#c29b00"_s}, {Words::tr("Green"), u"#2e8b57"_s},
            {Words::tr("Teal"), u"#158a8f"_s},   {Words::tr("Blue"), u"#2f7bd9"_s},
            {Words::tr("Purple"), u"#9057c9"_s}, {Words::tr("Pink"), u"#cf4a8d"_s}};
}

QString swatchName(const QString &colour)
{
    for (const Swatch &swatch : swatches()) {
        if (swatch.colour == colour)
            return swatch.name;
    }
    return colour;
}

QIcon swatchIcon(const QString &colour)
{
    return drawnIcon([colour = QColor(colour)](QPainter &painter, const QRect &rect) {
        painter.translate(rect.topLeft());
        painter.scale(double(rect.width()) / side, double(rect.height()) / side);
        painter.setPen(theme().controlBorder);
        painter.setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(2.5, 2.5, side - 5, side - 5));
    });
}

} // namespace closeout::ui
