// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/longtexteditor.h"

#include "contract/fields.h"
#include "contract/visible.h"
#include "ui/payload/payloadedits.h"
#include "ui/widgets/action.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QTextDocument>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace closeout::ui {

namespace {

// The field takes these two of Unicode's noncharacters for line ends of its own.
bool isKeptByField(const QString &text)
{
    return !text.contains(QChar(0xfdd0)) && !text.contains(QChar(0xfdd1));
}

bool isCtrlReturn(const QKeyEvent &event)
{
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isReturn && (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
}

} // namespace

LongTextEditor::LongTextEditor(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_whyLook(textLabel(this, Type::Small))
    , m_characters(quietLabel(this))
    , m_lines(quietLabel(this))
{
    m_name->setFont(fontOf(Type::Strong));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_text);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(4 * fontMetrics().height());
    m_counting.setSingleShot(true);
    m_counting.setInterval(100ms);
    makeActions();

    auto *foot = new QHBoxLayout;
    setPlain(foot);
    foot->addWidget(m_characters);
    foot->addWidget(m_lines);
    foot->addStretch();
    foot->addWidget(toolButton(m_cancel, this));
    foot->addWidget(toolButton(m_apply, this));
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    m_whyLook->setText(
        tr("This text holds the character U+FDD0 or U+FDD1, which this field cannot "
           "keep. Here it can only be looked at; paste JSON over it to replace it."));
    layout->addWidget(m_name);
    layout->addWidget(m_whyLook);
    layout->addWidget(m_text, 1);
    layout->addLayout(foot);

    connect(m_text, &QPlainTextEdit::textChanged, this, &LongTextEditor::takeChange);
    connect(&m_counting, &QTimer::timeout, this, &LongTextEditor::count);
    hide();
}

void LongTextEditor::makeActions()
{
    m_apply = makeAction(this,
                         {Icon::Done, tr("Apply"), Qt::CTRL | Qt::Key_Return,
                          tr("Takes the text over as the value.")});
    m_apply->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::ALT | Qt::Key_Return});
    m_cancel = makeAction(this,
                          {Icon::Cancel, tr("Cancel"), Qt::Key_Escape,
                           tr("Closes the text and leaves the value as it was.")});
    for (QAction *action : {m_apply, m_cancel})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_apply, &QAction::triggered, this, &LongTextEditor::applied);
    connect(m_cancel, &QAction::triggered, this, &LongTextEditor::cancelled);
}

void LongTextEditor::open(const QString &name, const QString &text)
{
    m_before = text;
    rename(name);
    m_isKept = isKeptByField(text);
    m_text->setPlainText(m_isKept ? text : contract::visibleLines(text));
    m_text->document()->setModified(false);
    m_whyLook->setVisible(!m_isKept);
    setAccess(m_access);
    count();
    show();
}

void LongTextEditor::rename(const QString &name)
{
    m_name->setText(shown(name));
    m_name->setToolTip(plainToolTip(name));
    m_text->setAccessibleName(shown(name));
}

void LongTextEditor::setAccess(Access access)
{
    m_access = access;
    m_text->setReadOnly(!canEdit());
    takeChange();
}

void LongTextEditor::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

bool LongTextEditor::isChanged() const
{
    return isVisibleTo(parentWidget()) && m_text->document()->isModified();
}

// Not toPlainText(): it turns no-break spaces into spaces.
QString LongTextEditor::text() const
{
    QString now = m_text->document()->toRawText();
    now.replace(QChar::ParagraphSeparator, u'\n');
    return withLineEndsOf(m_before, now);
}

void LongTextEditor::takeChange()
{
    m_counting.start();
    if (!m_isKept)
        setWhyNot(m_apply, m_whyLook->text());
    else if (m_access == Access::Look)
        setWhyNot(m_apply, tr("These data can only be looked at."));
    else
        setWhyNot(m_apply,
                  m_text->document()->isModified() ? QString() : tr("Nothing has been changed."));
}

// Before the keys are anybody else's: what stands around this sends with them.
bool LongTextEditor::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isCtrlReturn(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::Resize:
    case QEvent::Move:
        // Once what is around it has its size, too.
        if (isAncestorOf(QApplication::focusWidget()))
            QTimer::singleShot(0, this, [this] { bringIntoSight(this); });
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void LongTextEditor::keyPressEvent(QKeyEvent *event)
{
    if (!isCtrlReturn(*event))
        QWidget::keyPressEvent(event);
    else if (m_apply->isEnabled())
        emit applied();
    else
        emit cancelled();
}

void LongTextEditor::count()
{
    const qsizetype characters = contract::lengthInCharacters(
        m_isKept ? m_text->document()->toRawText() : m_before);
    m_characters->setText(tr("%n character(s)", nullptr, int(characters)));
    m_lines->setText(tr("%n line(s)", nullptr, m_text->blockCount()));
}

} // namespace closeout::ui
