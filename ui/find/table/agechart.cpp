// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/agechart.h"

#include "ui/find/sources/listing.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QLocale>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int usualHeight = 60; // with the labels
constexpr int lowHeight = 44;
constexpr double leastHeight = 2; // of a bar that holds anything

// Readable in black and white, too: the most frequent type, the next one, and all others.
constexpr std::array looks{Qt::SolidPattern, Qt::BDiagPattern, Qt::NoBrush};

Qt::BrushStyle lookOf(size_t type)
{
    return looks[std::min(type, looks.size() - 1)];
}

QString boundWords(qint64 milliseconds)
{
    return durationInWords(milliseconds / 1000);
}

} // namespace

AgeChart::AgeChart(ShownRows &shown, QWidget *parent)
    : QWidget(parent)
    , m_shown(shown)
{
    giveRole(this, QAccessible::Chart);
    setAccessibleName(tr("Ages"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&shown, &ShownRows::changed, this, &AgeChart::take);
    connect(&shown.listing().names(), &ServerNames::changed, this, &AgeChart::take);
    take();
}

void AgeChart::take()
{
    setVisible(ages().count() > 0);
    if (std::max(m_current, m_from) >= barCount())
        m_current = m_from = -1;
    if (m_current >= 0 && hasFocus())
        sayCurrent();
    else
        setAccessibleDescription(words());
    update();
}

bool AgeChart::isShown(int bar) const
{
    const std::vector<filter::AgeBar> &bars = m_shown.shown()->ages.bars;
    return size_t(bar) < bars.size() && bars[size_t(bar)].count > 0;
}

void AgeChart::setLow(bool isLow)
{
    if (isLow == m_isLow)
        return;
    m_isLow = isLow;
    updateGeometry();
}

int AgeChart::labelHeight() const
{
    return QFontMetrics(fontOf(Type::Small)).height();
}

QSize AgeChart::sizeHint() const
{
    return {240, m_isLow ? lowHeight : usualHeight};
}

QSize AgeChart::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QRectF AgeChart::columnOf(int bar) const
{
    const double width = double(this->width()) / std::max(1, barCount());
    return {bar * width + 1, 0, width - 2, double(barsHeight())};
}

int AgeChart::barAt(const QPoint &place) const
{
    const int bar = place.x() * barCount() / std::max(1, width());
    return rect().contains(place) && bar < barCount() ? bar : -1;
}

QString AgeChart::typeName(size_t type) const
{
    const filter::Histogram &histogram = ages();
    if (type >= histogram.types.size())
        return tr("others");
    const QString name = m_shown.listing().names().of(rows::Field::ServiceType,
                                                      QString::fromUtf8(
                                                          m_shown.shown()->snapshot.words.at(
                                                              histogram.types[type])));
    //: %1: a service type, which may be a bare number
    return name.isEmpty() ? tr("without a type") : tr("type %1").arg(shown(name));
}

QString AgeChart::wordsOf(int bar) const
{
    const filter::AgeBar &age = ages().bars[size_t(bar)];
    return wordsOf(age, age.count > 0 && !isShown(bar));
}

QString AgeChart::wordsOf(const filter::AgeBar &age, bool isLeftOut) const
{
    const QString count = QLocale().toString(age.count);
    QString text;
    if (!age.to)
        //: a bar of the chart of ages: from what age on, and how many
        text = tr("from %1: %2").arg(boundWords(age.from), count);
    else if (age.from == 0)
        //: a bar of the chart of ages: up to what age, and how many
        text = tr("under %1: %2").arg(boundWords(*age.to), count);
    else
        //: a bar of the chart of ages: from and up to what age, and how many
        text = tr("%1 to %2: %3").arg(boundWords(age.from), boundWords(*age.to), count);
    QStringList types;
    for (size_t type = 0; type < age.byType.size(); ++type) {
        if (age.byType[type] > 0)
            //: a service type and how many are of it: "type 5: 78"
            types.append(tr("%1: %2").arg(typeName(type), QLocale().toString(age.byType[type])));
    }
    if (!types.isEmpty())
        text += u" ("_s + types.join(tr(", ")) + u')';
    //: of a bar of the chart of ages; %1: what it says
    return isLeftOut ? tr("%1, left out by the filter").arg(text) : text;
}

QString AgeChart::words() const
{
    QStringList lines;
    for (int bar = 0; bar < barCount(); ++bar) {
        if (ages().bars[size_t(bar)].count > 0)
            lines.append(wordsOf(bar));
    }
    return lines.join(u'\n');
}

QString AgeChart::toolTipOf(const QString &words) const
{
    const size_t count = ages().types.size();
    QStringList lines{words};
    if (count > 0)
        lines.append(tr("Filled: %1").arg(typeName(0)));
    if (count > 1)
        lines.append(tr("Striped: %1").arg(typeName(1)));
    if (count > 2)
        lines.append(tr("Light: all others"));
    lines.append(tr("Heights are logarithmic, so that a few are seen beside thousands."));
    return plainToolTip(lines.join(u'\n'));
}

void AgeChart::paintBar(QPainter &painter, int bar, const QRectF &column) const
{
    const filter::AgeBar &age = ages().bars[size_t(bar)];
    if (age.count == 0)
        return;
    // The heights are on a log scale, too: one old service must be seen beside ten thousand new.
    const double highest = std::log1p(double(ages().highest()));
    const double height = std::max(leastHeight,
                                   column.height() * std::log1p(double(age.count)) / highest);
    QRectF rest(column.left(), column.bottom() - height, column.width(), height);
    // What the filter leaves out is an outline.
    if (isShown(bar))
        painter.fillRect(rest, theme().infoTint);
    for (size_t type = 0; isShown(bar) && type < age.byType.size(); ++type) {
        QRectF part = rest;
        part.setTop(rest.bottom() - height * age.byType[type] / age.count);
        rest.setBottom(part.top());
        if (part.height() > 0)
            painter.fillRect(part, QBrush(theme().info, lookOf(type)));
    }
    // What is light has an edge.
    painter.setPen(theme().info);
    painter.drawRect(QRectF(column.left(), column.bottom() - height, column.width(), height)
                         .adjusted(0.5, 0.5, -0.5, -0.5));
}

void AgeChart::paintLabel(QPainter &painter, int bar, const QRectF &column) const
{
    const filter::AgeBar &age = ages().bars[size_t(bar)];
    const QString text = bar == 0 ? u"<"_s + boundWords(age.to.value_or(0)) : boundWords(age.from);
    const QRectF place(column.left() - 1, barsHeight(), column.width() + 2, labelHeight());
    if (painter.fontMetrics().horizontalAdvance(text) > place.width())
        return;
    painter.setPen(theme().mutedText);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, text);
}

void AgeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontOf(Type::Small));
    painter.setPen(theme().border);
    painter.drawLine(0, barsHeight(), width(), barsHeight());
    for (int bar = 0; bar < barCount(); ++bar) {
        const QRectF column = columnOf(bar);
        if (bar == m_hovered || (m_isDragging && isChosen(bar)))
            painter.fillRect(column, theme().raised);
        paintBar(painter, bar, column);
        paintLabel(painter, bar, column);
    }
    if (m_current >= 0 && (hasFocus() || m_isDragging)) {
        const QRectF range = columnOf(m_from).united(columnOf(m_current));
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(range.adjusted(1, 1, -1, -1));
    }
}

bool AgeChart::isChosen(int bar) const
{
    return m_current >= 0 && bar >= std::min(m_from, m_current)
        && bar <= std::max(m_from, m_current);
}

filter::AgeBar AgeChart::chosen() const
{
    const auto [first, last] = std::minmax(m_from, m_current);
    filter::AgeBar all = ages().bars[size_t(first)];
    for (int bar = first + 1; bar <= last; ++bar) {
        const filter::AgeBar &age = ages().bars[size_t(bar)];
        all.to = age.to;
        all.count += age.count;
        all.byType.resize(std::max(all.byType.size(), age.byType.size()));
        for (size_t type = 0; type < age.byType.size(); ++type)
            all.byType[type] += age.byType[type];
    }
    return all;
}

void AgeChart::setCurrent(int bar, Range range)
{
    m_current = bar < barCount() ? bar : -1;
    if (range == Range::One || m_from < 0)
        m_from = m_current;
    update();
    if (m_current >= 0)
        sayCurrent();
}

void AgeChart::sayCurrent()
{
    const QString words = m_from == m_current ? wordsOf(m_current) : wordsOf(chosen(), false);
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    QToolTip::showText(mapToGlobal(columnOf(m_current).bottomLeft().toPoint()), toolTipOf(words),
                       this);
}

// In place of what it put there before; the rest of the filter stays.
void AgeChart::filterByChosen()
{
    if (m_current < 0)
        return;
    QString text = m_shown.filterText();
    const qsizetype before = m_put.isEmpty() ? -1 : text.indexOf(m_put);
    if (before >= 0) {
        text.remove(before, m_put.size());
        if (before > 0 && text.at(before - 1) == u' ') // that stood between
            text.remove(before - 1, 1);
    }
    const QString asked = chosen().filter();
    const bool isSame = asked == m_put && before >= 0;
    m_put = isSame ? QString() : asked; // the same once more: all again
    m_shown.setFilterText((text.trimmed() + u' ' + m_put).trimmed());
}

void AgeChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    m_hovered = barAt(place);
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    // Whoever drags may leave it at the side.
    const int bar = barAt({std::clamp(place.x(), 0, width() - 1), height() / 2});
    if (m_isDragging && bar >= 0 && bar != m_current)
        setCurrent(bar, Range::Extended);
    update();
}

void AgeChart::mousePressEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || bar < 0)
        return;
    const bool isExtended = event->modifiers().testFlag(Qt::ShiftModifier);
    setCurrent(bar, isExtended ? Range::Extended : Range::One);
    m_isDragging = true;
}

void AgeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && std::exchange(m_isDragging, false)) {
        filterByChosen();
        update();
    }
}

void AgeChart::keyPressEvent(QKeyEvent *event)
{
    const Range range = event->modifiers().testFlag(Qt::ShiftModifier) ? Range::Extended
                                                                       : Range::One;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(std::max(0, m_current - 1), range);
        break;
    case Qt::Key_Right:
        setCurrent(std::min(barCount() - 1, m_current + 1), range);
        break;
    case Qt::Key_Home:
        setCurrent(0, range);
        break;
    case Qt::Key_End:
        setCurrent(barCount() - 1, range);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        filterByChosen();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void AgeChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && barCount() > 0)
        setCurrent(0, Range::One);
}

void AgeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setAccessibleDescription(words());
    update();
}

void AgeChart::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

bool AgeChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        if (bar >= 0)
            QToolTip::showText(help->globalPos(), toolTipOf(wordsOf(bar)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace closeout::ui
