// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/style.h"
#include "ui/widgets/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStyleOption>

#include <optional>

namespace closeout::ui {

namespace {

constexpr qreal round = 4; // radius
constexpr qreal smallRound = 3;
constexpr int progressHeight = 4;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool is(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

struct Box
{
    QColor fill = Qt::transparent;
    QColor border = Qt::transparent;
    qreal width = 1; // of the border
};

void drawBox(QPainter *painter, const QRectF &rect, const Box &box, qreal radius = round)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(box.border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(box.border, box.width));
    painter->setBrush(box.fill);
    const qreal inset = box.border.alpha() == 0 ? 0 : box.width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

// Two strokes in the middle of rect.
void drawChevron(QPainter *painter, const QRectF &rect, qreal angle)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    painter->rotate(angle);
    painter->setPen(QPen(theme().mutedText, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}}));
    painter->restore();
}

constexpr qreal down = 0;
constexpr qreal up = 180;
constexpr qreal right = -90;
constexpr qreal left = 90;

void drawPushButton(QPainter *painter, const QStyleOption *option, bool isPrimary)
{
    const Theme &t = theme();
    const bool isFocused = has(option, QStyle::State_HasFocus);
    Box box{t.surface, t.controlBorder};
    if (!has(option, QStyle::State_Enabled))
        box = {isPrimary ? t.raised : t.window, t.disabledBorder};
    else if (isPrimary)
        box = {t.accent, isFocused ? t.text : t.accent};
    else if (has(option, QStyle::State_Sunken))
        box.fill = t.border;
    else if (has(option, QStyle::State_MouseOver))
        box.fill = t.raised;
    if (isFocused) {
        box.border = isPrimary ? t.text : t.accent;
        box.width = 2;
    }
    drawBox(painter, option->rect, box);
}

void drawToolPanel(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = theme();
    Box box;
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        box.fill = t.border;
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        box = {t.raised, t.border};
    if (has(option, QStyle::State_HasFocus))
        box.border = t.accent;
    drawBox(painter, option->rect, box);
}

void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &t = theme();
    Box box{t.surface, t.controlBorder};
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    if (!has(option, QStyle::State_Enabled))
        box = {t.window, t.disabledBorder};
    else if (has(option, QStyle::State_ReadOnly) || (text && text->isReadOnly()))
        box = {t.window, t.border};
    if (has(option, QStyle::State_HasFocus))
        box.border = t.accent;
    if (is(widget, "problem"))
        box.border = t.bad;
    drawBox(painter, option->rect, box);
}

void drawLineEdit(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    if (look::isInField(widget))
        return;
    if (look::isInItemView(widget))
        drawBox(painter, option->rect, {theme().surface, theme().accent}, 0);
    else
        drawField(painter, option, widget);
}

// Of everything that scrolls, and of the few frames beside.
void drawFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &t = theme();
    if (qobject_cast<const QAbstractItemView *>(widget)) {
        const QColor border = has(option, QStyle::State_HasFocus) ? t.accent : t.border;
        drawBox(painter, option->rect, {t.surface, border});
    } else if (qobject_cast<const QAbstractScrollArea *>(widget)) {
        drawField(painter, option, widget);
    } else {
        drawBox(painter, option->rect, {Qt::transparent, t.controlBorder}, round);
    }
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = theme();
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isSet = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    Box box{t.surface, t.controlBorder};
    if (!isEnabled)
        box = {t.raised, t.disabledBorder};
    else if (isSet)
        box = {t.accent, t.accent};
    const QRectF rect = option->rect;
    drawBox(painter, rect, box, smallRound);
    if (!isSet)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isEnabled ? t.onAccent : t.disabledText, 1.75, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->translate(rect.center());
    if (has(option, QStyle::State_NoChange))
        painter->drawLine(QPointF(-3.5, 0), QPointF(3.5, 0));
    else
        painter->drawPolyline(QPolygonF({{-3.5, 0.25}, {-1, 2.75}, {3.5, -2.5}}));
    painter->restore();
}

void drawRadioButton(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = theme();
    const bool isEnabled = has(option, QStyle::State_Enabled);
    Box box{isEnabled ? t.surface : t.raised, isEnabled ? t.controlBorder : t.disabledBorder};
    if (has(option, QStyle::State_On)) {
        box.border = isEnabled ? t.accent : t.disabledText;
        box.width = 5;
    }
    drawBox(painter, option->rect, box, option->rect.width() / 2.0 - box.width / 2);
}

void drawItemPanel(QPainter *painter, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, theme().selection);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, theme().raised);
    else if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
}

void drawHeaderSection(QPainter *painter, const QStyleOption *option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool isHovered = has(option, QStyle::State_MouseOver);
    const bool isLast = header
        && (header->position == QStyleOptionHeader::End
            || header->position == QStyleOptionHeader::OnlyOneSection);
    const QRect rect = option->rect;
    painter->fillRect(rect, isHovered ? theme().raised : theme().window);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().border);
    if (!isLast)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme().border);
}

void drawTab(QPainter *painter, const QStyleOption *option)
{
    const QRect rect = option->rect;
    if (has(option, QStyle::State_Selected))
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme().accent);
}

void drawMenuBarItem(QPainter *painter, const QStyleOptionMenuItem *item, const QStyle *style)
{
    painter->fillRect(item->rect, theme().window);
    if (has(item, QStyle::State_Selected) || has(item, QStyle::State_Sunken))
        drawBox(painter, item->rect, {theme().border});
    style->drawItemText(painter, item->rect,
                        Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip
                            | Qt::TextSingleLine,
                        item->palette, has(item, QStyle::State_Enabled), item->text,
                        QPalette::WindowText);
}

void drawSplitter(QPainter *painter, const QStyleOption *option)
{
    const QRect rect = option->rect;
    if (has(option, QStyle::State_MouseOver)) {
        painter->fillRect(rect, theme().border);
        return;
    }
    const bool isUpright = has(option, QStyle::State_Horizontal);
    painter->fillRect(rect, theme().window);
    painter->fillRect(isUpright ? QRect(rect.left(), rect.top(), 1, rect.height())
                                : QRect(rect.left(), rect.top(), rect.width(), 1),
                      theme().border);
}

void drawScrollBar(QPainter *painter, const QStyleOptionComplex *option, const QRect &slider)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const bool isHeld = has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver);
    drawBox(painter, QRectF(slider).adjusted(2, 2, -2, -2),
            {isHeld ? theme().mutedText : theme().controlBorder}, smallRound);
}

// Of the arrows that Fusion draws, where they point to.
std::optional<qreal> arrowAngle(QStyle::PrimitiveElement element, const QStyleOption *option)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorButtonDropDown:
        return down;
    case QStyle::PE_IndicatorArrowUp:
        return up;
    case QStyle::PE_IndicatorArrowLeft:
        return left;
    case QStyle::PE_IndicatorArrowRight:
        return right;
    case QStyle::PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        return header && header->sortIndicator == QStyleOptionHeader::SortUp ? down : up;
    }
    default:
        return {};
    }
}

} // namespace

// Fusion would look for the themes of the desktop.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option,
                          const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(Icon::Close)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (const auto angle = arrowAngle(element, option))
        return drawChevron(painter, option->rect, *angle);
    switch (element) {
    case PE_PanelButtonCommand:
        return drawPushButton(painter, option, is(widget, "primary"));
    case PE_PanelButtonTool:
        return drawToolPanel(painter, option);
    case PE_PanelLineEdit:
        return drawLineEdit(painter, option, widget);
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox:
        return;
    case PE_Frame:
        return drawFrame(painter, option, widget);
    case PE_FrameFocusRect: // all but these show it in another way
        if (qobject_cast<const QAbstractButton *>(widget))
            drawBox(painter, option->rect, {Qt::transparent, theme().accent});
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(painter, option);
    case PE_IndicatorRadioButton:
        return drawRadioButton(painter, option);
    case PE_PanelItemViewItem:
        return drawItemPanel(painter, option);
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(),
                                1),
                          theme().border);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(0, 0, option->rect.width(), 1), theme().border);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme().surface);
        return;
    case PE_FrameMenu:
        return drawBox(painter, option->rect, {Qt::transparent, theme().controlBorder}, 0);
    case PE_PanelTipLabel:
        return drawBox(painter, option->rect, {theme().raised, theme().controlBorder}, 0);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(painter, option);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // Qt forgets on its way here how it is elided, and cuts a number's at the left.
            QStyleOptionHeader label(*header);
            label.text = header->fontMetrics.elidedText(header->text, Qt::ElideRight,
                                                        header->rect.width());
            label.palette.setColor(QPalette::ButtonText,
                                   has(option, State_MouseOver) ? theme().text : theme().mutedText);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        return drawTab(painter, option);
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label(*tab);
            const bool isLit = has(tab, State_Selected) || has(tab, State_MouseOver);
            label.palette.setColor(QPalette::WindowText,
                                   has(tab, State_HasFocus) ? theme().accent
                                       : isLit              ? theme().text
                                                            : theme().mutedText);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label(*button);
            if (is(widget, "primary") && has(option, State_Enabled))
                label.palette.setColor(QPalette::ButtonText, theme().onAccent);
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(painter, item, proxy());
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme().window);
        return;
    case CE_Splitter:
        return drawSplitter(painter, option);
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QStyleOptionProgressBar thin(*bar);
            thin.rect = QRect(bar->rect.left(), bar->rect.center().y() - progressHeight / 2 + 1,
                              bar->rect.width(), progressHeight);
            thin.palette.setColor(QPalette::Highlight, theme().accent);
            QProxyStyle::drawControl(element, &thin, painter, widget);
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, painter, widget);
    case CC_ToolButton:
        return drawToolButton(option, painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(painter, option,
                             proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                         const QWidget *widget) const
{
    drawField(painter, option, widget);
    drawChevron(painter, proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                down);
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                        const QWidget *widget) const
{
    drawField(painter, option, widget);
    for (const auto &[part, angle] : {std::pair(SC_SpinBoxUp, up), {SC_SpinBoxDown, down}}) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, option, part, widget);
        if (!rect.isEmpty())
            drawChevron(painter, rect, angle);
    }
}

void Style::drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                           const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    drawToolPanel(painter, option);
    QStyleOptionToolButton label(*button);
    label.rect.adjust(4, 4, -4, -4);
    if (button->features.testFlag(QStyleOptionToolButton::HasMenu)) {
        QRect arrow = label.rect;
        arrow.setLeft(arrow.right() - look::menuArrow + 4);
        drawChevron(painter, visualRect(option->direction, option->rect, arrow), down);
        label.rect.setRight(arrow.left());
    }
    label.rect = visualRect(option->direction, option->rect, label.rect);
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

} // namespace closeout::ui
