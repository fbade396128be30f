// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/timeline.h"

#include "ui/service/childrenmodel.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/moments.h"

#include <QtCore/QSet>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int arrow = 8; // that an open bar ends in
constexpr double diamond = 5; // half of what marks an expected end
constexpr double shortest = 3; // of a bar, so that it is seen
constexpr int tickRoom = 84; // that a label of the axis needs
constexpr int describedBars = 20; // more would not be listened to

constexpr std::array<qint64, 16> steps{60,
                                       300,
                                       900,
                                       3600,
                                       3 * 3600,
                                       6 * 3600,
                                       12 * 3600,
                                       86400,
                                       2 * 86400,
                                       7 * 86400,
                                       14 * 86400,
                                       30 * 86400,
                                       90 * 86400,
                                       365 * 86400,
                                       1825 * 86400LL,
                                       18250 * 86400LL};

qint64 stepFor(qint64 seconds, int width)
{
    const int most = std::max(width / tickRoom, 1);
    for (const qint64 step : steps) {
        if (seconds / step <= most)
            return step;
    }
    return steps.back();
}

// Straight on the left; an arrow or straight on the right.
QPolygonF barShape(const QRectF &box, bool isOpen)
{
    QPolygonF shape{box.topLeft(), box.topRight()};
    if (isOpen)
        shape << QPointF(box.right() + arrow, box.center().y());
    shape << box.bottomRight() << box.bottomLeft();
    return shape;
}

} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
    , m_now(Clock::ofApplication()->now())
{
    giveRole(this, QAccessible::Chart);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus); // who does not see it reads it there
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(Clock::ofApplication(), &Clock::ticked, this, &Timeline::setNow);
}

void Timeline::setService(const std::optional<client::Record> &service)
{
    if (service)
        return setService(*service, childrenOf(*service));
    m_bars.clear();
    measure();
}

void Timeline::setService(const client::Record &service, const QList<Child> &children)
{
    m_bars.clear();
    m_bars.reserve(children.size() + 1);
    m_bars.append({tr("Service"), shown(service.type()), service.startedAt(), service.completedAt(),
                   service.expectedSeconds(), !service.isCompleted(), true});
    for (const Child &child : children) {
        m_bars.append({ChildrenModel::nameOf(child), shown(child.type), child.startedAt,
                       child.completedAt, child.expectedSeconds, child.isOpen, false});
    }
    measure();
}

// Only the longest names are measured: there may be a hundred thousand.
void Timeline::measure()
{
    constexpr qsizetype mostMeasured = 200;
    m_now = Clock::ofApplication()->now();
    m_span = {};
    qsizetype longest = 0;
    QSet<QDateTime> expected;
    for (const Bar &bar : std::as_const(m_bars)) {
        longest = std::max(longest, bar.name.size());
        if (!bar.start.isValid())
            continue;
        m_span.from = m_span.from.isValid() ? std::min(m_span.from, bar.start) : bar.start;
        m_span.isOpen |= bar.isOpen;
        const QDateTime end = bar.isOpen ? bar.start : endOf(bar);
        m_span.to = m_span.to.isValid() ? std::max(m_span.to, end) : end;
        if (bar.expectedSeconds > 0)
            expected.insert(bar.start.addSecs(bar.expectedSeconds));
    }
    m_span.expected = QList<QDateTime>(expected.begin(), expected.end());
    const QFontMetrics metrics(fontOf(Type::Strong));
    m_widestName = 0;
    qsizetype measured = 0;
    for (const Bar &bar : std::as_const(m_bars)) {
        if (bar.name.size() + 2 >= longest && measured++ < mostMeasured)
            m_widestName = std::max(m_widestName, metrics.horizontalAdvance(bar.name));
    }
    describe();
    updateGeometry();
    update();
}

void Timeline::setNow(const QDateTime &now)
{
    m_now = now;
    describe();
    update();
}

double Timeline::Axis::x(const QDateTime &moment) const
{
    const auto whole = double(std::max<qint64>(from.msecsTo(to), 1));
    return left + double(from.msecsTo(moment)) / whole * (right - left);
}

// From the first start to now; of a service that is done, to its last end. Expected ends that lie
// ahead are shown as long as they do not squeeze the rest.
Timeline::Axis Timeline::axis() const
{
    Axis axis;
    axis.left = tight + labelWidth() + gap; // the frame of the focus touches no name
    axis.right = width() - arrow - gap;
    axis.from = m_span.from;
    axis.to = m_span.isOpen ? std::max(m_span.to, m_now) : m_span.to;
    const qint64 span = axis.from.secsTo(axis.to);
    const QDateTime latest = axis.to.addSecs(span);
    for (const QDateTime &expected : m_span.expected) {
        if (expected < latest)
            axis.to = std::max(axis.to, expected);
    }
    return axis;
}

QDateTime Timeline::endOf(const Bar &bar) const
{
    if (bar.isOpen)
        return std::max(m_now, bar.start);
    return bar.end.isValid() ? std::max(bar.end, bar.start) : bar.start;
}

int Timeline::labelWidth() const
{
    return std::min(m_widestName, width() / 3);
}

int Timeline::barHeight() const
{
    return fontMetrics().height();
}

int Timeline::rowHeight() const
{
    return barHeight() + tight;
}

int Timeline::axisHeight() const
{
    return QFontMetrics(fontOf(Type::Small)).height() + gap;
}

int Timeline::heightOf(int bars) const
{
    return axisHeight() + bars * rowHeight() + tight;
}

QSize Timeline::sizeHint() const
{
    return {480, heightOf(int(m_bars.size()))};
}

QSize Timeline::minimumSizeHint() const
{
    return {200, heightOf(int(m_bars.size()))};
}

void Timeline::paintEvent(QPaintEvent *event)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Axis axis = this->axis();
    if (axis.from.isValid())
        paintAxis(painter, axis);
    const int first = std::max((event->rect().top() - axisHeight()) / rowHeight(), 0);
    for (qsizetype i = first; i < m_bars.size(); ++i) {
        const int top = axisHeight() + int(i) * rowHeight();
        if (top > event->rect().bottom())
            break;
        paintLabel(painter, m_bars.at(i), top);
        paintBar(painter, axis, m_bars.at(i), top);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

// Counted back from now while the service is open, else on from its start.
void Timeline::paintAxis(QPainter &painter, const Axis &axis) const
{
    const bool isOpen = m_bars.constFirst().isOpen;
    const QDateTime origin = isOpen ? m_now : axis.from;
    const qint64 whole = axis.from.secsTo(isOpen ? m_now : axis.to);
    const qint64 step = stepFor(axis.from.secsTo(axis.to), axis.right - axis.left);
    painter.setFont(fontOf(Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    for (qint64 passed = 0; passed <= whole; passed += step) {
        const double x = axis.x(origin.addSecs(isOpen ? -passed : passed));
        const QString duration = durationInWords(passed);
        const QString text = passed == 0 ? (isOpen ? tr("now") : tr("start"))
            : isOpen                     ? tr("%1 ago").arg(duration)
                                         : tr("after %1").arg(duration);
        painter.setPen(theme().border);
        painter.drawLine(QPointF(x, axisHeight() - tight), QPointF(x, height() - tight));
        painter.setPen(theme().mutedText);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, double(axis.left),
                                       std::max(double(axis.left), this->width() - width));
        painter.drawText(QPointF(left, metrics.ascent()), text);
    }
}

void Timeline::paintLabel(QPainter &painter, const Bar &bar, int top) const
{
    painter.setFont(fontOf(bar.isService ? Type::Strong : Type::Body));
    painter.setPen(theme().text);
    const QRect box(tight, top, labelWidth(), barHeight());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, box.width()));
}

void Timeline::paintBar(QPainter &painter, const Axis &axis, const Bar &bar, int top) const
{
    if (!bar.start.isValid()) {
        painter.setFont(fontOf(Type::Small));
        painter.setPen(theme().mutedText);
        painter.drawText(QRect(axis.left, top, axis.right - axis.left, barHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("start not known"));
        return;
    }
    const double left = axis.x(bar.start);
    const double right = std::max(axis.x(endOf(bar)), left + shortest);
    const int inset = bar.isService ? 1 : 3;
    const QRectF box(QPointF(left, top + inset), QPointF(right, top + barHeight() - inset));
    const QPolygonF shape = barShape(box, bar.isOpen);
    const Status status = bar.isOpen ? Status::Info : Status::Neutral;
    painter.setPen(QPen(statusColour(status), bar.isService ? 1.5 : 1.0));
    painter.setBrush(bar.isOpen ? statusTint(status) : theme().controlBorder);
    painter.drawPolygon(shape);
    paintExpected(painter, axis, bar, shape);
    paintTime(painter, axis, bar, box);
}

void Timeline::paintExpected(QPainter &painter, const Axis &axis, const Bar &bar,
                             const QPolygonF &shape) const
{
    const QDateTime expected = bar.start.addSecs(bar.expectedSeconds);
    if (bar.expectedSeconds <= 0 || expected > axis.to)
        return;
    const QRectF box = shape.boundingRect();
    const double x = axis.x(expected);
    if (expected < endOf(bar)) {
        QPainterPath path;
        path.addPolygon(shape);
        path.closeSubpath();
        painter.save();
        painter.setClipPath(path);
        painter.fillRect(QRectF(QPointF(x, box.top()), box.bottomRight()),
                         QBrush(statusColour(Status::Caution), Qt::BDiagPattern));
        painter.restore();
    }
    const QPointF middle(x, box.center().y());
    painter.setPen(QPen(theme().surface, 1));
    painter.setBrush(theme().text);
    painter.drawPolygon(QPolygonF{middle - QPointF(diamond, 0), middle - QPointF(0, diamond),
                                  middle + QPointF(diamond, 0), middle + QPointF(0, diamond)});
}

// Inside a long bar, else behind it, else before it; on a ground of its own, so that neither
// hatching nor lines go through it.
void Timeline::paintTime(QPainter &painter, const Axis &axis, const Bar &bar,
                         const QRectF &box) const
{
    painter.setFont(fontOf(Type::Small));
    const QString text = timeOf(bar);
    const double room = painter.fontMetrics().horizontalAdvance(text) + 2 * tight;
    const bool inside = room + 4 * tight < box.width();
    double left = box.left() + 3 * tight;
    if (!inside)
        left = box.right() + arrow + tight;
    if (!inside && left + room > axis.right + arrow)
        left = box.left() - tight - room;
    if (left < axis.left)
        return;
    const int height = painter.fontMetrics().height();
    const QRectF ground(left, box.center().y() - height / 2.0, room, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inside ? theme().surface : theme().window);
    painter.drawRoundedRect(ground.adjusted(0, 1, 0, -1), 3, 3);
    painter.setPen(theme().text);
    painter.drawText(ground, Qt::AlignCenter, text);
}

QString Timeline::timeOf(const Bar &bar) const
{
    if (bar.isOpen)
        return tr("open %1").arg(unbroken(durationInWords(bar.start.secsTo(endOf(bar)))));
    if (!bar.end.isValid())
        return tr("completed");
    return tr("took %1").arg(unbroken(durationInWords(bar.start.secsTo(bar.end))));
}

QString Timeline::wordsOf(const Bar &bar) const
{
    const QString name = bar.type.isEmpty() ? bar.name
                                            //: "Task 3, Survey"
                                            : tr("%1, %2").arg(bar.name, bar.type);
    if (!bar.start.isValid())
        return bar.isOpen ? tr("%1: open, start not known.").arg(name)
                          : tr("%1: completed, start not known.").arg(name);
    const qint64 exceeded = secondsExceeded(bar.start, endOf(bar), bar.expectedSeconds);
    if (exceeded > 0)
        return tr("%1: %2, which is %3 more than expected.")
            .arg(name, timeOf(bar), unbroken(durationInWords(exceeded)));
    return tr("%1: %2.").arg(name, timeOf(bar));
}

QString Timeline::words() const
{
    QStringList sentences;
    for (const Bar &bar : m_bars) {
        if (sentences.size() == describedBars) {
            sentences.append(tr("And %n more.", nullptr, int(m_bars.size()) - describedBars));
            break;
        }
        sentences.append(wordsOf(bar));
    }
    return sentences.join(u' ');
}

void Timeline::describe()
{
    const QString description = words();
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = help->pos().y() < axisHeight() ? -1
                                                   : (help->pos().y() - axisHeight()) / rowHeight();
    if (row < 0 || row >= m_bars.size()) {
        QToolTip::hideText();
        return true;
    }
    const Bar &bar = m_bars.at(row);
    QToolTip::showText(help->globalPos(),
                       plainToolTip(wordsOf(bar) + u'\n' + momentInFull(bar.start)), this);
    return true;
}

} // namespace closeout::ui
