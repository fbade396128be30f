// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/completionpane.h"

#include "ui/close/busyrow.h"
#include "ui/close/changesview.h"
#include "ui/close/completing.h"
#include "ui/close/confirmation.h"
#include "ui/close/environmenttag.h"
#include "ui/close/eventform.h"
#include "ui/close/outcomeview.h"
#include "ui/close/previewview.h"
#include "ui/close/warnings.h"
#include "ui/payload/payloadeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QPointer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;

namespace {

constexpr int narrowest = 340; // pixels; the form is still readable
constexpr int lowestForm = 160; // however many warnings stand below it

constexpr qsizetype longestReason = 480; // characters

enum Page { EmptyPage, FormPage, OutcomePage };

} // namespace

CompletionPane::CompletionPane(Completing &completing, QWidget *parent)
    : QWidget(parent)
    , m_completing(completing)
    , m_heading(new QLabel(this))
    , m_environment(new EnvironmentTag(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    setMinimumWidth(narrowest);
    makeActions();
    makeTabActions();
    m_heading->setFont(fontOf(Type::Heading));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_empty->tell(Icon::Complete, tr("Nothing chosen"),
                  tr("Choose a service, then complete it or one of its tasks here."));
    m_outcome = new OutcomeView({m_back, m_readAgain, m_showJournal, m_completeService}, this);
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

void CompletionPane::makeActions()
{
    m_complete = makeAction(this,
                            {Icon::Complete, tr("&Complete"), Qt::CTRL | Qt::Key_Return,
                             tr("Sends the end event.")});
    m_discard = makeAction(this,
                           {Icon::Remove, tr("&Discard Draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                            tr("Takes back everything that was filled in.")});
    m_putBack = makeAction(this, {Icon::Undo, tr("Put Back")});
    m_keepData = makeAction(this,
                            {Icon::AttachedData, tr("Send Lost Attached &Data Again"),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_K,
                             tr("Adds the attached data that would be lost to those that "
                                "are sent.")});
    m_keepData->setIconText(tr("Send Them Again")); // beside the warning
    m_allowDuplicates = makeAction(this,
                                   {Icon::Duplicate, tr("Send Duplicate &Keys"),
                                    Qt::CTRL | Qt::SHIFT | Qt::Key_X,
                                    tr("Sends attached data in which a key stands twice.")});
    m_completeAgain = makeAction(this,
                                 {Icon::Complete, tr("Complete Once &More"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                                  tr("Completes what is completed already.")});
    m_giveUp = makeAction(this,
                          {Icon::Cancel, tr("Stop If &Nothing Has Left"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                           tr("Sends nothing, unless it is under way already.")});
    m_back = makeAction(this,
                        {Icon::Back, tr("&Back to the Form"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
                         tr("What was typed is there.")});
    m_dismiss = makeAction(this,
                           {Icon::Close, tr("&Hide the Outcome"), Qt::CTRL | Qt::SHIFT | Qt::Key_H,
                            tr("What was sent stays in the journal.")});
    m_readAgain = makeAction(this,
                             {Icon::Refresh, tr("&Read Again"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
                              tr("Asks the server how it is now.")});
    m_showJournal = makeAction(this,
                               {Icon::Journal, tr("Show in &Journal"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_J,
                                tr("What was sent and answered, byte for byte.")});
    m_completeService = makeAction(this,
                                   {Icon::Service, tr("Go On with the &Service"),
                                    Qt::CTRL | Qt::SHIFT | Qt::Key_W,
                                    tr("Opens the form that completes the service of the task.")});
    connect(m_complete, &QAction::triggered, this, &CompletionPane::complete);
    connect(m_discard, &QAction::triggered, m_completing.draft(), &Draft::discard);
    connect(m_putBack, &QAction::triggered, m_completing.draft(), &Draft::putBack);
    connect(m_keepData, &QAction::triggered, m_completing.draft(), &Draft::keepLostData);
    connect(m_allowDuplicates, &QAction::triggered, this, &CompletionPane::allowDuplicateKeys);
    connect(m_completeAgain, &QAction::triggered, this, &CompletionPane::completeOnceMore);
    connect(m_giveUp, &QAction::triggered, &m_completing, &Completing::giveUp);
    connect(m_back, &QAction::triggered, &m_completing, &Completing::dismissReport);
    connect(m_dismiss, &QAction::triggered, &m_completing, &Completing::dismissReport);
    connect(m_readAgain, &QAction::triggered, this, &CompletionPane::readAgain);
    connect(m_showJournal, &QAction::triggered, this, &CompletionPane::showJournalRequested);
    connect(m_completeService, &QAction::triggered, this, &CompletionPane::requestService);
}

void CompletionPane::makeTabActions()
{
    m_more = makeAction(this,
                        {Icon::Expand, tr("&More Fields"), Qt::CTRL | Qt::Key_M,
                         tr("Shows or hides the fields that are rarely wanted.")});
    m_more->setCheckable(true);
    m_showTree = makeAction(this,
                            {Icon::AttachedData, tr("&Tree of Attached Data"),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_1});
    m_showChanges = makeAction(this,
                               {Icon::Changed, tr("&Changes of Attached Data"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_2});
    m_showPreview = makeAction(this,
                               {Icon::Preview, tr("&Preview of the Request"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_3});
    m_showPreview->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_3, Qt::CTRL | Qt::Key_P});
    m_copyBody = makeAction(this,
                            {Icon::Copy, tr("Copy &Body"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
                             tr("The end event as it would be sent.")});
    m_copyCurl = makeAction(this,
                            {Icon::Copy, tr("Copy Preview as c&url"),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                             tr("A command line; secrets are masked.")});
    connect(m_showTree, &QAction::triggered, this, [this] { showTab(m_payload); });
    connect(m_showChanges, &QAction::triggered, this, [this] { showTab(m_changes); });
    connect(m_showPreview, &QAction::triggered, this, [this] { showTab(m_preview); });
    connect(m_copyBody, &QAction::triggered, this, [this] {
        if (m_payload->settle())
            m_preview->copyBody();
    });
    connect(m_copyCurl, &QAction::triggered, this, [this] {
        if (m_payload->settle())
            m_preview->copyCurl();
    });
}

QWidget *CompletionPane::makeForm()
{
    auto *page = new QWidget(this);
    auto *inside = new QWidget(page);
    m_serviceForm = new EventForm(Target::Service, m_completing, m_more, inside);
    m_taskForm = new EventForm(Target::Task, m_completing, m_more, inside);
    auto *column = new QVBoxLayout(inside);
    setPlain(column);
    column->addWidget(m_serviceForm);
    column->addWidget(m_taskForm);
    column->addWidget(makeTabs(), 1);
    auto *area = new QScrollArea(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    area->setWidget(inside);
    keepFocusInSight(area);
    area->setMinimumHeight(lowestForm);
    m_warnings = new Warnings(m_completing,
                              {m_putBack, m_keepData, m_allowDuplicates, m_completeAgain,
                               m_showJournal, m_dismiss},
                              page);

    auto *layout = new QVBoxLayout(page);
    setPlain(layout);
    layout->addWidget(area, 1);
    layout->addWidget(m_warnings);
    layout->addWidget(m_buttonRow = makeButtonRow());
    layout->addWidget(m_question = new ConfirmationStrip(m_completing, page));
    layout->addWidget(m_busyRow = new BusyRow(m_completing, m_giveUp, page));
    connect(m_question, &ConfirmationStrip::confirmed, this, &CompletionPane::sendConfirmed);
    connect(m_question, &ConfirmationStrip::cancelled, this, &CompletionPane::cancelQuestion);
    showFooter(Footer::Button);
    return page;
}

QWidget *CompletionPane::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Attached data"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_payload = new PayloadEditor(*m_completing.draft()->payload(), m_tabs);
    m_changes = new ChangesView(*m_completing.draft(), m_tabs);
    m_preview = new PreviewView(m_completing, m_tabs);
    m_tabs->addTab(m_payload, tr("Tree"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->addTab(m_preview, tr("Preview"));
    return m_tabs;
}

QWidget *CompletionPane::makeButtonRow()
{
    auto *row = new QWidget(this);
    m_whyNot = quietLabel(row);
    m_whyNot->setMinimumHeight(m_whyNot->fontMetrics().lineSpacing()); // or the form would jump
    m_kept = quietLabel(row);
    m_kept->setText(tr("Draft kept"));
    m_kept->setWordWrap(false);
    auto *discard = new QPushButton(m_discard->iconText(), row);
    connect(discard, &QPushButton::clicked, m_discard, &QAction::trigger);
    connect(m_discard, &QAction::changed, discard,
            [this, discard] { discard->setVisible(m_discard->isEnabled()); });
    m_button = new QPushButton(row);
    m_button->setProperty("primary", true);
    connect(m_button, &QPushButton::clicked, m_complete, &QAction::trigger);

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
    return m_completing.draft()->target() == Target::Service ? m_serviceForm : m_taskForm;
}

void CompletionPane::connectHosts()
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CompletionPane::refresh);
    connect(m_completing.draft(), &Draft::begun, this, &CompletionPane::followDraft);
    connect(m_completing.draft(), &Draft::aboutToChange, this, &CompletionPane::settle);
    connect(m_completing.draft(), &Draft::changed, this, &CompletionPane::cancelQuestion);
    connect(m_completing.draft(), &Draft::keptChanged, this, &CompletionPane::refreshSoon);
    connect(&m_completing, &Completing::changed, this, &CompletionPane::cancelQuestion);
}

MenuActions CompletionPane::menuActions() const
{
    return MenuActions{m_complete,      m_discard,     nullptr,           m_more,
                       m_showTree,      m_showChanges, m_showPreview,     m_copyBody,
                       m_copyCurl,      nullptr,       m_keepData,        m_allowDuplicates,
                       m_completeAgain, nullptr,       m_giveUp,          m_back,
                       m_dismiss,       m_readAgain,   m_completeService, m_showJournal};
}

MenuActions CompletionPane::payloadActions() const
{
    return m_payload->menuActions();
}

void CompletionPane::settle()
{
    m_payload->settle(); // what is refused is lost with the pane; it was told
}

QByteArray CompletionPane::saveLayout() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << qint32(m_tabs->currentIndex()) << m_more->isChecked() << m_payload->saveLayout()
        << m_changes->saveLayout();
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
    m_more->setChecked(isMoreShown);
    m_payload->restoreLayout(payload);
    m_changes->restoreLayout(changes);
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

bool CompletionPane::isHere(const QWidget *focused) const
{
    return !focused || focused == this || isAncestorOf(focused);
}

// Who waits here for a form wants to type in it.
void CompletionPane::followDraft()
{
    const QWidget *focused = window()->focusWidget();
    if (focused && isHere(focused))
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
}

// Outside of dialogs Return presses no button.
void CompletionPane::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (isReturn && isPlain && button && !event->isAutoRepeat())
        button->click();
    else
        QWidget::keyPressEvent(event);
}

// It may be scrolled out of sight by more fields.
void CompletionPane::showTab(QWidget *tab)
{
    m_tabs->setCurrentWidget(tab);
    m_tabs->tabBar()->setFocus(Qt::ShortcutFocusReason);
}

void CompletionPane::refreshSoon()
{
    m_soon.start(0);
}

void CompletionPane::refresh()
{
    const Draft &draft = *m_completing.draft();
    const QPointer<QWidget> focused = window()->focusWidget();
    m_wantsFocus = m_wantsFocus && isHere(focused); // not if somebody went elsewhere
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
        m_serviceForm->setVisible(form() == m_serviceForm);
        m_taskForm->setVisible(form() == m_taskForm);
        form()->refresh();
        m_warnings->refresh(draft.examination()); // which offers some of the actions
    }
    refreshFooter();
    refreshFocus(focused);
}

bool CompletionPane::hasOutcome() const
{
    const std::optional<Reported> &reported = m_completing.reported();
    const Draft &draft = *m_completing.draft();
    return reported && (draft.isEmpty() || reported->place == draft.place());
}

void CompletionPane::refreshHeading()
{
    const DraftPlace place = hasOutcome() ? m_completing.reported()->place
                                          : m_completing.draft()->place();
    m_environment->show(hasOutcome() ? m_completing.reported()->environment
                                     : m_completing.environment(),
                        place.baseUrl);
    m_environment->setVisible(!place.serviceId.isEmpty());
    QString heading = tr("Complete");
    if (!place.serviceId.isEmpty() && place.target == Target::Service)
        heading = tr("Complete service %1").arg(shown(place.serviceId));
    else if (!place.serviceId.isEmpty())
        heading = tr("Complete task %1 of service %2")
                      .arg(shown(place.taskId), shown(place.serviceId));
    m_heading->setText(breakable(heading));
    m_heading->setAccessibleName(heading);
}

void CompletionPane::showOutcome()
{
    const Reported &reported = *m_completing.reported();
    const QString telling = reported.place.fileName() + reported.at.toString(Qt::ISODateWithMs)
        + (m_completing.isReportedHere() ? u'+' : u'-');
    m_payload->setAccess(Access::Look);
    if (m_told == telling)
        return;
    m_told = telling;
    const bool wasHere = isHere(window()->focusWidget());
    m_outcome->tell(m_completing);
    m_pages->setCurrentIndex(OutcomePage);
    if (wasHere)
        m_outcome->focusFirst();
}

void CompletionPane::refreshActions()
{
    const Draft &draft = *m_completing.draft();
    const bool isService = draft.target() == Target::Service;
    m_complete->setText(isService ? tr("&Complete Service") : tr("&Complete Task"));
    setWhyNot(m_complete, m_completing.whyNotSendable());
    setWhyNot(m_discard, draft.isTouched() ? QString() : tr("Nothing was filled in."));
    setWhyNot(m_putBack, draft.hasDiscarded() ? QString() : tr("Nothing was discarded."));
    setWhyNot(m_keepData,
              draft.keysLost().isEmpty() ? tr("No attached data would be lost.") : QString());
    setWhyNot(m_allowDuplicates, draft.hasDuplicateKeys() ? QString() : tr("No key stands twice."));
    const bool isCompleted = draft.record() && draft.record()->isCompleted();
    setWhyNot(m_completeAgain, isCompleted ? QString() : tr("It is not completed."));
    setWhyNot(m_giveUp, m_completing.underWay() ? QString() : tr("Nothing is being sent."));
    const std::optional<Reported> &reported = m_completing.reported();
    const QString noOutcome = reported ? QString() : tr("No outcome is shown.");
    setWhyNot(m_dismiss, noOutcome);
    setWhyNot(m_showJournal,
              reported && !reported->isInJournal() ? tr("Nothing was sent, so nothing is in it.")
                                                   : noOutcome);
    for (QAction *action :
         {m_more, m_showTree, m_showChanges, m_showPreview, m_copyBody, m_copyCurl})
        setWhyNot(action, draft.isEmpty() ? draft.whyNotSendable() : QString());
}

void CompletionPane::refreshFooter()
{
    const Draft &draft = *m_completing.draft();
    const QString whyNot = m_completing.whyNotSendable();
    m_busyRow->refresh();
    // First: a button that is disabled would hand the focus to what is behind the pane.
    if (m_completing.isDraftUnderWay())
        showFooter(Footer::Busy);
    else if (m_shownFooter == Footer::Busy)
        showFooter(Footer::Button);
    m_button->setText(m_complete->iconText());
    m_button->setEnabled(whyNot.isEmpty());
    m_button->setToolTip(m_complete->toolTip());
    m_whyNot->setText(cutTo(longestReason, whyNot));
    m_kept->setVisible(draft.isKept());

    if (draft.isEmpty() || draft.isLoading() || m_shownFooter != Footer::Button)
        lock();
    else
        unlock();
}

// What is confirmed, and what is on its way, is what is seen.
void CompletionPane::lock()
{
    form()->setEnabled(false);
    m_payload->setAccess(Access::Look);
    for (QAction *action : {m_discard, m_putBack, m_keepData, m_allowDuplicates, m_completeAgain})
        action->setEnabled(false);
}

void CompletionPane::unlock()
{
    form()->setEnabled(true);
    m_payload->setAccess(Access::Edit);
}

void CompletionPane::showFooter(Footer footer)
{
    const bool wasHere = isHere(window()->focusWidget());
    m_buttonRow->setVisible(footer == Footer::Button);
    m_question->setVisible(footer == Footer::Question);
    m_busyRow->setVisible(footer == Footer::Busy);
    m_warnings->setVisible(footer == Footer::Button); // the question says the same
    m_shownFooter = footer;
    // Else the focus would go on to what is next to the form, and the outcome not be told.
    if (footer == Footer::Busy && wasHere)
        m_busyRow->findChild<QAbstractButton *>()->setFocus(Qt::OtherFocusReason);
}

void CompletionPane::complete()
{
    if (!m_payload->settle()) // what is being typed belongs to it, or is refused there
        return;
    refresh();
    if (!m_complete->isEnabled() || m_shownFooter != Footer::Button)
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
        m_whyNot->setText(cutTo(longestReason, sent.error().message));
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

void CompletionPane::requestService()
{
    if (m_completing.reported())
        emit completeServiceRequested(m_completing.reported()->place.serviceId);
}

} // namespace closeout::ui
