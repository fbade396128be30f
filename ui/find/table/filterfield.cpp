// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/filterfield.h"

#include "contract/timestamp.h"
#include "filter/reference.h"
#include "ui/find/table/shownrows.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/background.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextCharFormat>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QToolButton>

namespace closeout::ui {

namespace {

constexpr int mostRows = 10; // of the list of completions
constexpr QSize helpSize(640, 520);

// A line edit has no other way to draw some of its letters otherwise.
void underline(QLineEdit *edit, qsizetype at, qsizetype length)
{
    QTextCharFormat format;
    format.setFontUnderline(true);
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(theme().bad);
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0)
        attributes.append(
            {QInputMethodEvent::TextFormat, int(at) - edit->cursorPosition(), int(length), format});
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(edit, &event);
}

} // namespace

FilterField::FilterField(ShownRows &shown, QWidget *parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_row(new QHBoxLayout)
    , m_edit(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_help(new QToolButton(this))
    , m_list(new QListWidget(this))
{
    auto *label = new QLabel(tr("Filter"), this);
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(label->text());
    m_edit->setPlaceholderText(
        //: an example of a filter; the names of the fields are not translated
        tr("Words, or conditions such as age>4h type:\"Bill Payment\" -media:email"));
    m_edit->setToolTip(tr("Days and times of day are those of the time zone %1, unless a Z or an "
                          "offset stands behind them.")
                           .arg(contract::localZone()));
    offerClear(m_edit);
    m_edit->addAction(icon(Icon::Search), QLineEdit::LeadingPosition)->setText(label->text());
    m_edit->installEventFilter(this);
    m_help->setIcon(icon(Icon::Help));
    m_help->setText(tr("Filter Help"));
    m_help->setToolTip(tr("What a filter can say"));
    makeAnnouncer(m_error);
    m_error->setFont(fontOf(Type::Small));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setMinimumWidth(1);
    m_error->hide();
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(m_edit);
    m_list->setAccessibleName(tr("Completions"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();

    setPlain(m_row);
    m_row->addWidget(label);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_help);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    layout->addLayout(m_row);
    layout->addWidget(m_error);

    m_edit->setText(shown.filterText());
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        offer();
    });
    // Cleared by the button, or set by a program.
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_isFollowing)
            m_shown.setFilterText(text);
    });
    connect(m_help, &QToolButton::clicked, this, &FilterField::showHelp);
    connect(m_list, &QListWidget::itemClicked, this, &FilterField::complete);
    connect(&m_shown, &ShownRows::asked, this, &FilterField::showState);
    connect(&m_shown, &ShownRows::changed, this, &FilterField::showState);
    showState();
}

void FilterField::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterField::showBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

void FilterField::showState()
{
    if (m_edit->text() != m_shown.filterText()) {
        // It must not be blocked: its clear button hears what it says.
        const QScopedValueRollback following(m_isFollowing, true);
        m_edit->setText(m_shown.filterText());
    }
    const std::optional<filter::Fault> &error = m_shown.error();
    const QString text = error ? error->message : m_shown.shown()->problem;
    markError();
    if (text == m_error->text())
        return;
    m_error->setText(text);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, statusColour(error ? Status::Bad : Status::Caution));
    m_error->setPalette(palette);
    m_error->setVisible(!text.isEmpty());
    m_edit->setAccessibleDescription(text);
    if (!text.isEmpty())
        announce(m_error, text);
}

void FilterField::markError()
{
    const std::optional<filter::Fault> &error = m_shown.error();
    // Only when it is another one: it ends what is being composed with an input method.
    const Mark mark{m_edit->text(), error ? error->at : 0, error ? error->length : 0};
    if (mark == m_mark || (mark.length == 0 && m_mark.length == 0))
        return;
    m_mark = mark;
    underline(m_edit, mark.at, mark.length);
    m_edit->setProperty("problem", error.has_value());
}

void FilterField::showHelp()
{
    if (m_helpWindow) {
        m_helpWindow->show();
        m_helpWindow->raise();
        m_helpWindow->activateWindow();
        return;
    }
    auto *window = new QDialog(this);
    m_helpWindow = window;
    window->setWindowTitle(tr("Filter Help"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    auto *help = new QTextBrowser(window);
    help->setAccessibleName(window->windowTitle());
    help->setMarkdown(filter::reference());
    help->setOpenLinks(false);
    auto *layout = new QVBoxLayout(window);
    setPlain(layout);
    layout->addWidget(help);
    window->resize(helpSize);
    connect(window, &QDialog::rejected, m_edit, [this] {
        m_edit->activateWindow();
        m_edit->setFocus(Qt::ShortcutFocusReason);
    });
    window->show(); // beside the work, which goes on
}

void FilterField::offer()
{
    // All fields, after each blank, would be in the way of who knows what comes next.
    const QString before = m_edit->text().first(m_edit->cursorPosition());
    if (before.isEmpty() || before.back().isSpace()) {
        ++m_turn; // an answer under way is to what was typed before
        m_list->hide();
        return;
    }
    askForCompletion();
}

// The values of a million rows are counted elsewhere; an answer to an old text is dropped.
void FilterField::askForCompletion()
{
    const int turn = ++m_turn;
    inBackground(
        this,
        [text = m_edit->text(), cursor = m_edit->cursorPosition(), subject = m_shown.subject(),
         shown = m_shown.shown(), rules = m_shown.rules()] {
            return filter::complete(text, cursor, subject, shown->snapshot, &rules);
        },
        [this, turn](const filter::Completion &completion) {
            if (turn == m_turn && m_edit->hasFocus())
                takeCompletion(completion);
        });
}

void FilterField::takeCompletion(const filter::Completion &completion)
{
    m_completion = completion;
    m_list->clear();
    const QLocale locale;
    for (const filter::Candidate &candidate : completion.candidates) {
        QString text = shown(candidate.text);
        if (!candidate.meaning.isEmpty())
            //: a completion and what it means
            text = tr("%1 – %2").arg(text, candidate.meaning);
        else if (candidate.count > 0)
            //: a known value and in how many rows it occurs
            text = tr("%1 (%2)").arg(text, locale.toString(candidate.count));
        m_list->addItem(text);
    }
    // One that stands there already is none.
    const QString typed = m_edit->text().mid(completion.at, completion.length);
    const bool isTyped = completion.candidates.size() == 1
        && completion.candidates.front().text == typed;
    if (m_list->count() == 0 || isTyped) {
        m_list->hide();
        return;
    }
    m_list->setCurrentRow(-1);
    const int rows = std::min(m_list->count(), mostRows);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const int width = std::clamp(m_list->sizeHintForColumn(0) + 32, 160,
                                 std::max(160, m_edit->width()));
    m_list->resize(width, height);
    const int x = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().left();
    const int left = std::clamp(x, 0, std::max(0, m_edit->width() - width));
    // Below what is wrong, which it may help to mend.
    const int top = m_error->isVisible() ? m_error->mapToGlobal(QPoint(0, m_error->height())).y()
                                         : m_edit->mapToGlobal(QPoint(0, m_edit->height())).y();
    m_list->move(m_edit->mapToGlobal(QPoint(left, 0)).x(), top);
    m_list->show();
}

void FilterField::complete()
{
    const int row = m_list->currentRow();
    m_list->hide();
    if (row < 0 || size_t(row) >= m_completion.candidates.size())
        return;
    // As if it were typed, so that it can be undone; what comes next is offered by that.
    m_edit->setSelection(int(m_completion.at), int(m_completion.length));
    if (m_completion.length == 0)
        m_edit->setCursorPosition(int(m_completion.at));
    m_edit->insert(m_completion.candidates[size_t(row)].text);
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusOut:
        m_list->hide();
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool FilterField::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isOffered = m_list->isVisible();
    switch (key) {
    case Qt::Key_Escape:
        if (isOffered)
            m_list->hide();
        else
            m_edit->clear();
        return true;
    case Qt::Key_Down:
        if (isOffered)
            m_list->setCurrentRow((m_list->currentRow() + 1) % m_list->count());
        else
            emit downPressed();
        return true;
    case Qt::Key_Up:
        if (isOffered)
            m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return isOffered;
    case Qt::Key_Tab: // takes the first one, if none was chosen
        if (!isOffered || modifiers != Qt::NoModifier)
            return false;
        m_list->setCurrentRow(std::max(m_list->currentRow(), 0));
        complete();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isOffered || m_list->currentRow() < 0)
            return false;
        complete();
        return true;
    case Qt::Key_Space:
        if (!modifiers.testFlag(Qt::ControlModifier))
            return false;
        askForCompletion();
        return true;
    default:
        return false;
    }
}

} // namespace closeout::ui
