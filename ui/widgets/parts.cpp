// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/parts.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace closeout::ui {

namespace {

constexpr int narrowest = 80; // where anything is read; a layout may try less on its way

// A layout squeezes a label to its minimum where room is short, and a wrapping one of Qt's has the
// same minimum however narrow it is.
class WrappingLabel : public QLabel
{
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override
    {
        QSize least = QLabel::minimumSizeHint();
        if (wordWrap() && testAttribute(Qt::WA_Resized))
            least.setHeight(heightForWidth(std::max(width(), narrowest)));
        return least;
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (event->oldSize().width() != width())
            updateGeometry();
    }
};

// In the order in which Tab goes through them.
QList<QWidget *> stopsIn(QWidget *pane)
{
    QList<QWidget *> stops;
    for (QWidget *widget = pane->nextInFocusChain(); widget != pane;
         widget = widget->nextInFocusChain()) {
        if (pane->isAncestorOf(widget) && widget->focusPolicy() & Qt::TabFocus)
            stops.append(widget);
    }
    return stops;
}

} // namespace

QLabel *textLabel(QWidget *parent, Type type)
{
    auto *label = new WrappingLabel(parent);
    label->setFont(fontOf(type));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *quietLabel(QWidget *parent)
{
    QLabel *label = textLabel(parent, Type::Small);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton *toolButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void offerClear(QLineEdit *edit)
{
    edit->setClearButtonEnabled(true);
    if (auto *clear = edit->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("closeout::ui::Parts", "Clear"));
}

void keepFocusInSight(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->isAncestorOf(now))
            area->ensureWidgetVisible(now);
    });
}

void bringIntoSight(QWidget *widget)
{
    for (QWidget *each = widget->parentWidget(); each; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(widget);
    }
}

void placeInTabOrder(QWidget *before, QWidget *pane)
{
    QWidget *previous = stopsIn(before).constLast();
    const QList<QWidget *> stops = stopsIn(pane);
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(previous, stop);
        previous = stop;
    }
}

} // namespace closeout::ui
