// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/notice.h"

#include "contract/visible.h"
#include "result.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <memory>

namespace closeout::ui {

namespace {

constexpr int roomBeside = 560; // for words and buttons in one line
constexpr int stripe = 3; // of the status colour, at the left
constexpr int longestHeadline = 160; // characters
constexpr int longestDetail = 20000;
constexpr int detailLines = 6; // the rest is scrolled to

// What cutTo() leaves out.
QString restOf(qsizetype longest, const QString &text)
{
    const qsizetype said = cutTo(longest, text).size() - 1; // without the ellipsis
    return text.size() <= longest ? QString() : u'…' + text.sliced(said);
}

QLabel *wrappingLabel(QWidget *parent, Type type)
{
    QLabel *label = textLabel(parent, type);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

Notice::Notice(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(this))
    , m_headline(wrappingLabel(this, Type::Strong))
    , m_text(wrappingLabel(this, Type::Body))
    , m_more(new QToolButton(this))
    , m_bar(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_bar))
{
    makeAnnouncer(this);
    setObjectName(name);
    setAccessibleName(name);
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);

    setPlain(m_buttons);
    m_buttons->addWidget(m_more, 0, Qt::AlignLeft);
    m_buttons->addStretch();
    m_words = new QVBoxLayout;
    setPlain(m_words, tight);
    m_words->addWidget(m_headline);
    m_words->addWidget(m_text);
    m_words->addWidget(m_bar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(m_words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Notice::tell(Status status, const QString &headline, const QString &text,
                  const QString &detail)
{
    m_status = status;
    QStringList unsaid{restOf(longestHeadline, headline), restOf(m_longestText, text), detail};
    unsaid.removeAll(QString());
    const QString before = words();
    m_icon->setIcon(icon(statusIcon(status), status));
    m_headline->setText(contract::visibleLines(cutTo(longestHeadline, headline)));
    m_text->setText(contract::visibleLines(cutTo(m_longestText, text)));
    if (words() != before)
        m_more->setChecked(false); // what was opened is of something else
    m_text->setVisible(!text.isEmpty());
    showDetail(contract::visibleLines(cutTo(longestDetail, unsaid.join(u'\n'))));
    showBar();
    show();
    update();
    announce();
}

// Made when it is wanted: few notices ever have one.
void Notice::showDetail(const QString &detail)
{
    m_more->setVisible(!detail.isEmpty());
    if (!m_detail && detail.isEmpty())
        return;
    if (!m_detail) {
        m_detail = new QPlainTextEdit(this);
        m_detail->setFont(fontOf(Type::Mono));
        m_detail->setAccessibleName(m_more->text());
        m_detail->setReadOnly(true);
        m_detail->setTabChangesFocus(true);
        connect(m_detail->document()->documentLayout(),
                &QAbstractTextDocumentLayout::documentSizeChanged, this, &Notice::fitDetail);
        m_words->insertWidget(m_words->indexOf(m_text) + 1, m_detail);
        setTabOrder(m_more, m_detail);
        connect(m_more, &QToolButton::toggled, m_detail, &QWidget::setVisible);
    }
    m_detail->setPlainText(detail);
    m_detail->setVisible(!detail.isEmpty() && m_more->isChecked());
}

void Notice::fitDetail()
{
    const int lines = std::clamp(m_detail->document()->lineCount(), 1, detailLines);
    const int around = m_detail->frameWidth() + qRound(m_detail->document()->documentMargin());
    m_detail->setFixedHeight(lines * m_detail->fontMetrics().lineSpacing() + 2 * around);
}

void Notice::tell(const QString &headline, const Error &error)
{
    tell(Status::Bad, headline, error.message, error.detail);
}

void Notice::clear()
{
    hide();
    offer({});
}

void Notice::offer(const QList<QAction *> &actions)
{
    // Later: this may have been asked for by a click on one of them.
    while (m_buttons->count() > 2) {
        const std::unique_ptr<QLayoutItem> item(m_buttons->takeAt(1));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    int place = 1;
    QWidget *before = m_more;
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->iconText(), this);
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->insertWidget(place++, button, 0, Qt::AlignLeft);
        button->show(); // at once: until then it has no room
        setTabOrder(before, button);
        before = button;
    }
    showBar();
}

void Notice::focusButton(QAction *action)
{
    const QList<QPushButton *> buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == action->iconText())
            button->setFocus(Qt::OtherFocusReason);
    }
}

void Notice::showBar()
{
    m_bar->setVisible(!m_more->isHidden() || m_buttons->count() > 2);
    placeButtons();
}

// One below the other where the pane is too narrow: a notice does not make it wider.
void Notice::placeButtons()
{
    const bool isBeside = layout()->indexOf(m_bar) >= 0;
    int all = -gap;
    int widest = 0;
    for (int i = 0; i < m_buttons->count(); ++i) {
        const QLayoutItem *button = m_buttons->itemAt(i);
        if (button->isEmpty())
            continue;
        all += button->sizeHint().width() + gap;
        widest = std::max(widest, button->sizeHint().width());
    }
    const int room = width() - 2 * margin - m_icon->width() - gap;
    m_buttons->setDirection(isBeside || all <= room ? QBoxLayout::LeftToRight
                                                    : QBoxLayout::TopToBottom);
    m_bar->setSizePolicy(isBeside ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                         QSizePolicy::Preferred);
    m_bar->setMinimumWidth(widest);
}

// In a low window a line of buttons of its own would cost two rows of the list below.
void Notice::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    auto *whole = static_cast<QHBoxLayout *>(layout());
    const bool isBeside = whole->indexOf(m_bar) >= 0;
    if (width() >= roomBeside && !isBeside) {
        m_words->removeWidget(m_bar);
        whole->addWidget(m_bar, 0, Qt::AlignTop);
    } else if (width() < roomBeside && isBeside) {
        whole->removeWidget(m_bar);
        m_words->addWidget(m_bar);
    }
    placeButtons();
}

QString Notice::words() const
{
    return m_text->text().isEmpty() ? m_headline->text()
                                    : m_headline->text() + u' ' + m_text->text();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().kind == Theme::Kind::HighContrast ? statusColour(m_status)
                                                             : Qt::transparent);
    painter.setBrush(statusTint(m_status));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusColour(m_status));
    painter.drawRoundedRect(QRectF(0, 0, stripe, height()), 1.5, 1.5);
}

void Notice::announce()
{
    setAccessibleDescription(words());
    ui::announce(this, words());
}

} // namespace closeout::ui
