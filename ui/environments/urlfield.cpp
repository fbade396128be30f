// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/urlfield.h"

#include "ui/widgets/servertext.h"

#include <QtGui/QPainter>

namespace closeout::ui {

namespace {

constexpr int room = 16; // for the frame that it has while it has the focus

} // namespace

UrlField::UrlField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setFrame(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void UrlField::setUrl(const QString &url)
{
    setText(url);
    setToolTip(plainToolTip(url));
    setCursorPosition(0);
    updateGeometry();
}

QSize UrlField::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(shown(text())) + room, QLineEdit::sizeHint().height()};
}

QSize UrlField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, QLineEdit::minimumSizeHint().height()};
}

void UrlField::paintEvent(QPaintEvent *event)
{
    if (hasFocus()) {
        QLineEdit::paintEvent(event);
        return;
    }
    const QRect place = rect().adjusted(room / 2, 0, 0, 0);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(shown(text()), Qt::ElideMiddle, place.width()));
}

} // namespace closeout::ui
