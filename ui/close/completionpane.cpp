// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/completionpane.h"

#include "contract/visible.h"
#include "ui/close/completing.h"
#include "ui/close/draft/draftsmenu.h"
#include "ui/close/environmenttag.h"
#include "ui/close/form/changesview.h"
#include "ui/close/form/datatabs.h"
#include "ui/close/form/eventform.h"
#include "ui/close/sending/busyrow.h"
#include "ui/close/sending/confirmation.h"
#include "ui/close/sending/outcomeview.h"
#include "ui/close/sending/warnings.h"
#include "ui/payload/payloadeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/targetwords.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QPointer>
#include <QtGui/QInputMethod>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;

namespace {

constexpr int narrowest = 340; // pixels; the form is still readable
constexpr int lowestForm = 160; // however many warnings stand below it

constexpr qsizetype longestReason = 480; // characters

} // namespace

bool CompletionPane::isIn(const QWidget *place, const QWidget *focused)
{
    return !focused || focused == place || place->isAncestorOf(focused);
}

CompletionPane::CompletionPane(Completing &completing, QWidget *parent)
    : QWidget(parent)
    , m_completing(completing)
    , m_actions(CompletionActions::make(this))
    , m_drafts(new DraftsMenu(completing, this))
    , m_heading(new QLabel(this))
    , m_environment(new EnvironmentTag(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    setMinimumWidth(narrowest);
    connectActions();
    m_heading->setFont(fontOf(Type::Heading));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_empty->tell(Icon::Complete, tr("Nothing chosen"),
                  tr("Choose a service, then complete it or one of its tasks here."));
    m_outcome = new OutcomeView({m_actions.next, m_actions.back, m_actions.readAgain,
                                 m_actions.showJournal, m_actions.completeService},
                                this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeForm());
    m_pages->addWidget(m_outcome);

    auto *header = new QHBoxLayout;
    setPlain(header);
    header->addWidget(m_heading, 1);
    header->addWidget(m_environment, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    layout->addLayout(header);
    layout->addWidget(m_pages, 1);
    connectHosts();
    completing.draft()->examineAnew();
    refresh();
}

void CompletionPane::connectActions()
{
    Draft *draft = m_completing.draft();
    connect(m_actions.complete, &QAction::triggered, this, &CompletionPane::complete);
    connect(m_actions.discard, &QAction::triggered, draft, &Draft::discard);
    connect(m_actions.putBack, &QAction::triggered, draft, &Draft::putBack);
    connect(m_actions.keepData, &QAction::triggered, draft, &Draft::keepLostData);
    connect(m_actions.allowDuplicates, &QAction::triggered, this,
            &CompletionPane::allowDuplicateKeys);
    connect(m_actions.completeAgain, &QAction::triggered, this, &CompletionPane::completeOnceMore);
    connect(m_actions.giveUp, &QAction::triggered, &m_completing, &Completing::giveUp);
    connect(m_actions.back, &QAction::triggered, &m_completing, &Completing::dismissReport);
    connect(m_actions.dismiss, &QAction::triggered, &m_completing, &Completing::dismissReport);
    connect(m_actions.readAgain, &QAction::triggered, this, &CompletionPane::readAgain);
    connect(m_actions.showJournal, &QAction::triggered, this,
            &CompletionPane::showJournalRequested);
    connect(m_actions.completeService, &QAction::triggered, this, &CompletionPane::requestService);
    connect(m_actions.next, &QAction::triggered, this, &CompletionPane::requestNext);
    connect(m_actions.pin, &QAction::triggered, this, &CompletionPane::pinFields);
    connect(m_drafts, &DraftsMenu::chosen, this, &CompletionPane::draftRequested);
    setLeftInList(0);
    connect(m_actions.showTree, &QAction::triggered, this, [this] { m_tabs->showTree(); });
    connect(m_actions.showChanges, &QAction::triggered, this, [this] { m_tabs->showChanges(); });
    connect(m_actions.showPreview, &QAction::triggered, this, [this] { m_tabs->showPreview(); });
    connect(m_actions.copyBody, &QAction::triggered, this, [this] { m_tabs->copyBody(); });
    connect(m_actions.copyCurl, &QAction::triggered, this, [this] { m_tabs->copyCurl(); });
    connect(m_actions.goToDuplicate, &QAction::triggered, this,
            [this] { m_tabs->showDuplicate(); });
    // Elsewhere in the window the same keys come here, and send nothing.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *come = new QShortcut(Qt::CTRL | key, this);
        connect(come, &QShortcut::activated, this, &CompletionPane::focusForm);
        // As a widget, which is what is left of the pane while the focus leaves its last fields.
        connect(qApp, &QApplication::focusChanged, come,
                [pane = static_cast<QWidget *>(this), come](QWidget *, QWidget *now) {
                    come->setEnabled(!isIn(pane, now));
                });
    }
}

QWidget *CompletionPane::makeForm()
{
    auto *page = new QWidget(this);
    auto *inside = new QWidget(page);
    auto *column = new QVBoxLayout(inside);
    setPlain(column);
    for (const auto kind : {Target::Kind::Service, Target::Kind::State, Target::Kind::Task}) {
        m_forms.insert(kind, new EventForm(kind, m_completing, m_actions.more, inside));
        column->addWidget(m_forms.value(kind));
    }
    m_tabs = new DataTabs(m_completing, inside);
    column->addWidget(m_tabs, 1);
    auto *area = new QScrollArea(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    area->setWidget(inside);
    keepFocusInSight(area);
    area->setMinimumHeight(lowestForm);
    m_warnings = new Warnings(m_completing,
                              {m_actions.putBack, m_actions.keepData, m_actions.goToDuplicate,
                               m_actions.allowDuplicates, m_actions.completeAgain,
                               m_actions.showJournal, m_actions.dismiss},
                              page);

    auto *layout = new QVBoxLayout(page);
    setPlain(layout);
    layout->addWidget(area, 1);
    layout->addWidget(m_warnings);
    layout->addWidget(m_buttonRow = makeButtonRow());
    layout->addWidget(m_question = new ConfirmationStrip(m_completing, page));
    layout->addWidget(m_busyRow = new BusyRow(m_completing, m_actions.giveUp, page));
    connect(m_question, &ConfirmationStrip::confirmed, this, &CompletionPane::sendConfirmed);
    connect(m_question, &ConfirmationStrip::cancelled, this, &CompletionPane::cancelQuestion);
    showFooter(Footer::Button);
    return page;
}

QWidget *CompletionPane::makeButtonRow()
{
    auto *row = new QWidget(this);
    m_whyNot = quietLabel(row);
    m_whyNot->setMinimumHeight(m_whyNot->fontMetrics().lineSpacing()); // or the form would jump
    m_kept = quietLabel(row);
    m_kept->setText(tr("Draft kept"));
    m_kept->setWordWrap(false);
    auto *discard = new QPushButton(m_actions.discard->iconText(), row);
    connect(discard, &QPushButton::clicked, m_actions.discard, &QAction::trigger);
    connect(m_actions.discard, &QAction::changed, discard,
            [this, discard] { discard->setVisible(m_actions.discard->isEnabled()); });
    m_button = new QPushButton(row);
    m_button->setProperty("primary", true);
    connect(m_button, &QPushButton::clicked, m_actions.complete, &QAction::trigger);

    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    buttons->addWidget(discard);
    buttons->addWidget(m_kept); // behind the button, which must not move under the mouse
    buttons->addStretch();
    buttons->addWidget(m_button);
    auto *layout = new QVBoxLayout(row);
    setPlain(layout, tight);
    layout->addWidget(m_whyNot);
    layout->addLayout(buttons);
    return row;
}

EventForm *CompletionPane::form() const
{
    return m_forms.value(m_completing.draft()->target().kind);
}

void CompletionPane::connectHosts()
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CompletionPane::refresh);
    connect(m_completing.draft(), &Draft::begun, this, &CompletionPane::followDraft);
    // Quietly: the focus is where somebody chooses another one.
    connect(m_completing.draft(), &Draft::aboutToChange, m_tabs->payload(), &PayloadEditor::settle);
    connect(m_completing.draft(), &Draft::changed, this, &CompletionPane::cancelQuestion);
    connect(m_completing.draft(), &Draft::keptChanged, this, &CompletionPane::refreshSoon);
    connect(&m_completing, &Completing::changed, this, &CompletionPane::cancelQuestion);
}

MenuActions CompletionPane::menuActions() const
{
    return m_actions.menu() + MenuActions{nullptr, m_drafts->menuAction()};
}

MenuActions CompletionPane::payloadActions() const
{
    return m_tabs->payload()->menuActions();
}

// Fields are in the draft with each key; what an input method or the tree still holds is not.
bool CompletionPane::settle()
{
    if (isIn(this, QApplication::focusWidget()))
        QGuiApplication::inputMethod()->commit();
    return m_tabs->settle();
}

QByteArray CompletionPane::saveLayout() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << qint32(m_tabs->currentIndex()) << m_actions.more->isChecked()
        << m_tabs->payload()->saveLayout() << m_tabs->changes()->saveLayout();
    return state;
}

void CompletionPane::restoreLayout(const QByteArray &state)
{
    QByteArray payload, changes;
    qint32 tab = 0;
    bool isMoreShown = false;
    QDataStream in(state);
    in >> tab >> isMoreShown >> payload >> changes;
    if (in.status() != QDataStream::Ok)
        return;
    m_tabs->setCurrentIndex(tab);
    m_actions.more->setChecked(isMoreShown);
    m_tabs->payload()->restoreLayout(payload);
    m_tabs->changes()->restoreLayout(changes);
}

void CompletionPane::focusForm()
{
    const bool isAsked = m_shownFooter == Footer::Question;
    if (isAsked)
        m_question->focusFirst();
    else if (m_pages->currentWidget() == m_outcome)
        m_outcome->focusFirst();
    else
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    m_wantsFocus = !isAsked;
    refresh(); // which may show the form at once
}

// Who waits here for a form wants to type in it.
void CompletionPane::followDraft()
{
    const QWidget *focused = window()->focusWidget();
    if (focused && isIn(this, focused))
        m_wantsFocus = true;
}

// What is looked at goes, or is locked for a moment: the focus must not fall on what is next to it.
void CompletionPane::refreshFocus(const QWidget *before)
{
    const bool isGone = before && isVisible() && isAncestorOf(before) && !before->isVisible();
    if (isGone && m_warnings->isAncestorOf(before) && m_button->isEnabled())
        m_button->setFocus(Qt::OtherFocusReason);
    else if (isGone)
        m_wantsFocus = true;
    if (!m_wantsFocus || m_shownFooter != Footer::Button)
        return;
    const bool isReady = m_pages->currentIndex() == FormPage && form()->isEnabled();
    m_wantsFocus = !isReady;
    QWidget *place = isReady ? form() : m_pages->currentWidget();
    place->setFocus(Qt::ShortcutFocusReason);
    if (isReady)
        m_ahead.typeInto(place);
}

// Whoever waits for the form types on: the keys are for its first fields.
bool CompletionPane::isAwaited() const
{
    return m_wantsFocus && focusWidget() == m_pages->currentWidget();
}

bool CompletionPane::focusNextPrevChild(bool next)
{
    return (next && isAwaited() && m_ahead.takeTab()) || QWidget::focusNextPrevChild(next);
}

// Outside of dialogs Return presses no button.
void CompletionPane::keyPressEvent(QKeyEvent *event)
{
    if (isAwaited() && m_ahead.take(*event))
        return;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (isReturn && isPlain && button && !event->isAutoRepeat())
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void CompletionPane::refreshSoon()
{
    m_soon.start(0);
}

void CompletionPane::refresh()
{
    const Draft &draft = *m_completing.draft();
    const QPointer<QWidget> focused = window()->focusWidget();
    m_wantsFocus = m_wantsFocus && isIn(this, focused); // not if somebody went elsewhere
    if (!m_wantsFocus)
        m_ahead.clear();
    m_soon.stop();
    refreshHeading();
    refreshActions();
    if (hasOutcome()) {
        showOutcome();
        return;
    }
    m_told.clear();
    m_outcome->clear();
    m_pages->setCurrentIndex(draft.isEmpty() ? EmptyPage : FormPage);
    if (!draft.isEmpty()) {
        for (EventForm *each : std::as_const(m_forms))
            each->setVisible(each == form());
        form()->refresh();
        m_warnings->refresh(draft.examination()); // which offers some of the actions
    }
    refreshFooter();
    refreshFocus(focused);
}

void CompletionPane::complete()
{
    // What sends, sends from the form alone: from a menu one comes here first.
    if (!isIn(this, window()->focusWidget()))
        return focusForm();
    if (!settle()) // what is being typed belongs to it, or is refused there
        return;
    refresh();
    if (!m_actions.complete->isEnabled() || m_shownFooter != Footer::Button)
        return;
    if (!m_completing.mustConfirm()) {
        m_completing.send({true, {}});
        return;
    }
    m_wantsFocus = false;
    showFooter(Footer::Question);
    refreshFooter();
    m_question->ask();
}

void CompletionPane::sendConfirmed()
{
    const environments::Confirmation confirmation = m_question->confirmation();
    cancelQuestion();
    if (const Result<void> sent = m_completing.send(confirmation); !sent)
        m_whyNot->setText(contract::visibleLines(cutTo(longestReason, sent.error().message)));
}

void CompletionPane::cancelQuestion()
{
    if (m_shownFooter == Footer::Question) {
        showFooter(Footer::Button);
        m_button->setFocus();
    }
    refreshSoon();
}

void CompletionPane::allowDuplicateKeys()
{
    m_completing.draft()->setDuplicateKeys(close::DuplicateKeys::Allow);
}

void CompletionPane::completeOnceMore()
{
    m_completing.draft()->setInsistence({true});
}

void CompletionPane::readAgain()
{
    m_completing.awaitReading();
    emit reloadRequested();
}

void CompletionPane::setLeftInList(qsizetype count)
{
    //: %1: how many there are
    m_actions.next->setText(count > 0 ? tr("N&ext in List (%1)").arg(QLocale().toString(count))
                                      : tr("N&ext in List"));
    setWhyNot(m_actions.next, count > 0 ? QString() : tr("There is no other one in the list."));
}

// What is done is over at once: pressed twice, the key would pass one over.
void CompletionPane::requestNext()
{
    emit nextRequested();
    if (m_completing.isCleanlyDone())
        m_completing.dismissReport();
}

void CompletionPane::pinFields(bool isPinned)
{
    Draft *draft = m_completing.draft();
    for (const contract::Field *field : EventForm::pinnedFields(draft->target().kind)) {
        if (isPinned)
            draft->pin(*field);
        else
            draft->unpin(*field);
    }
}

void CompletionPane::setLeft(const QList<Target> &open)
{
    m_left = open;
    refreshSoon();
}

QList<Target> CompletionPane::left() const
{
    const std::optional<Reported> &reported = m_completing.reported();
    QList<Target> left;
    for (const Target &target : m_left) {
        if (reported && target.serviceId == reported->place.target.serviceId
            && target != reported->place.target) // which may not have been read again yet
            left.append(target);
    }
    return left;
}

void CompletionPane::requestService()
{
    if (!m_completing.reported())
        return;
    const QString serviceId = m_completing.reported()->place.target.serviceId;
    if (const QList<Target> left = this->left(); !left.isEmpty())
        emit completionRequested(left.constFirst());
    else
        emit completionRequested(contract::serviceTarget(serviceId));
}

} // namespace closeout::ui
