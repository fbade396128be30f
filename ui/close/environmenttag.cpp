// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/environmenttag.h"

#include "environments/environment.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QUrl>
#include <QtGui/QPainter>

namespace closeout::ui {

namespace {

constexpr int stripe = 6; // of the colour, at the left
constexpr int tagCharacters = 24; // a longer name is elided

} // namespace

EnvironmentTag::EnvironmentTag(QWidget *parent)
    : QWidget(parent)
{
    setFont(fontOf(Type::Strong));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EnvironmentTag::show(const environments::Environment &environment, const QUrl &baseUrl)
{
    m_name = shown(environment.name.isEmpty() ? baseUrl.authority() : environment.name);
    m_colour = QColor(environment.colour);
    setAccessibleName(tr("Environment: %1").arg(m_name));
    setToolTip(plainToolTip(m_name + u'\n' + baseUrl.toString()));
    setVisible(!m_name.isEmpty());
    updateGeometry();
    update();
}

QSize EnvironmentTag::sizeHint() const
{
    const int widest = fontMetrics().averageCharWidth() * tagCharacters;
    const int text = std::min(fontMetrics().horizontalAdvance(m_name) + 1, widest);
    return {stripe + 2 * gap + text, fontMetrics().height() + 2 * tight};
}

QSize EnvironmentTag::minimumSizeHint() const
{
    return {stripe + 2 * gap + fontMetrics().averageCharWidth() * 6, sizeHint().height()};
}

void EnvironmentTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour.isValid() ? m_colour : theme().accent);
    painter.drawRoundedRect(QRectF(1, 1, stripe, height() - 2), 3, 3);
    painter.setPen(theme().text);
    const QRect place = rect().adjusted(stripe + gap, 0, -gap, 0);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_name, Qt::ElideMiddle, place.width()));
}

} // namespace closeout::ui
