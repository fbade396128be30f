// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the pane shows and allows, as the hosts stand.

#include "ui/close/completionpane.h"

#include "contract/visible.h"
#include "ui/close/completing.h"
#include "ui/close/environmenttag.h"
#include "ui/close/form/datatabs.h"
#include "ui/close/form/eventform.h"
#include "ui/close/sending/busyrow.h"
#include "ui/close/sending/confirmation.h"
#include "ui/close/sending/outcomeview.h"
#include "ui/close/sending/warnings.h"
#include "ui/payload/payloadeditor.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/targetwords.h"

#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace closeout::ui {

namespace {

constexpr qsizetype longestWhyNot = 480; // characters

// The tasks first, then the states, then the service.
QString goOnText(const QList<contract::Target> &left)
{
    if (left.isEmpty())
        return CompletionPane::tr("Go On with the &Service");
    const auto kind = left.constFirst().kind;
    const auto isAlike = [kind](const contract::Target &target) { return target.kind == kind; };
    const QString count = QLocale().toString(std::count_if(left.begin(), left.end(), isAlike));
    //: %1: how many tasks, or states, of the service are open still
    return kind == contract::Target::Kind::Task
        ? CompletionPane::tr("Next Ta&sk (%1 left)").arg(count)
        : CompletionPane::tr("Next &State (%1 left)").arg(count);
}

} // namespace

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
    m_environment->setVisible(!place.target.serviceId.isEmpty());
    const QString heading = shown(completeHeading(place.target));
    m_heading->setText(breakable(heading));
    m_heading->setAccessibleName(heading);
}

void CompletionPane::showOutcome()
{
    const Reported &reported = *m_completing.reported();
    const QString telling = reported.place.fileName() + reported.at.toString(Qt::ISODateWithMs)
        + (m_completing.isReportedHere() ? u'+' : u'-');
    m_tabs->payload()->setAccess(Access::Look);
    if (m_told == telling)
        return;
    m_told = telling;
    const bool wasHere = isIn(this, window()->focusWidget());
    m_outcome->tell(m_completing);
    m_pages->setCurrentIndex(OutcomePage);
    if (wasHere)
        m_outcome->focusFirst();
}

void CompletionPane::refreshActions()
{
    const Draft &draft = *m_completing.draft();
    m_actions.complete->setText(completeTitle(draft.target().kind));
    setWhyNot(m_actions.complete, m_completing.whyNotSendable());
    setWhyNot(m_actions.discard, draft.isTouched() ? QString() : tr("Nothing was filled in."));
    setWhyNot(m_actions.putBack, draft.hasDiscarded() ? QString() : tr("Nothing was discarded."));
    const QString nothingToKeep = draft.examination().find(close::Verdict::DataNotShown)
        ? tr("The server does not show what may be lost, so it cannot be sent again.")
        : tr("No attached data would be lost.");
    setWhyNot(m_actions.keepData, draft.keysLost().isEmpty() ? nothingToKeep : QString());
    setWhyNot(m_actions.goToDuplicate,
              draft.hasDuplicateKeys() ? QString() : tr("No key stands twice."));
    setWhyNot(m_actions.allowDuplicates,
              draft.hasDuplicateKeys() ? QString() : tr("No key stands twice."));
    const QList<const contract::Field *> pins = EventForm::pinnedFields(draft.target().kind);
    m_actions.pin->setChecked(std::all_of(pins.begin(), pins.end(), [&](const auto *field) {
        return draft.isPinned(*field);
    }));
    const bool isCompleted = draft.record() && draft.record()->isCompleted();
    setWhyNot(m_actions.completeAgain, isCompleted ? QString() : tr("It is not completed."));
    setWhyNot(m_actions.giveUp, m_completing.underWay() ? QString() : tr("Nothing is being sent."));
    const std::optional<Reported> &reported = m_completing.reported();
    m_actions.completeService->setText(goOnText(left()));
    const QString noOutcome = reported ? QString() : tr("No outcome is shown.");
    setWhyNot(m_actions.dismiss, noOutcome);
    setWhyNot(m_actions.showJournal,
              reported && !reported->isInJournal() ? tr("Nothing was sent, so nothing is in it.")
                                                   : noOutcome);
    for (QAction *action : {m_actions.more, m_actions.showTree, m_actions.showChanges,
                            m_actions.showPreview, m_actions.copyBody, m_actions.copyCurl})
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
    m_button->setText(m_actions.complete->iconText());
    m_button->setEnabled(whyNot.isEmpty());
    m_button->setToolTip(m_actions.complete->toolTip());
    m_whyNot->setText(contract::visibleLines(cutTo(longestWhyNot, whyNot)));
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
    m_tabs->payload()->setAccess(Access::Look);
    for (QAction *action : {m_actions.discard, m_actions.putBack, m_actions.keepData,
                            m_actions.allowDuplicates, m_actions.completeAgain})
        action->setEnabled(false);
}

void CompletionPane::unlock()
{
    form()->setEnabled(true);
    m_tabs->payload()->setAccess(Access::Edit);
}

void CompletionPane::showFooter(Footer footer)
{
    const bool wasHere = isIn(this, window()->focusWidget());
    m_buttonRow->setVisible(footer == Footer::Button);
    m_question->setVisible(footer == Footer::Question);
    m_busyRow->setVisible(footer == Footer::Busy);
    m_warnings->setVisible(footer == Footer::Button); // the question says the same
    m_shownFooter = footer;
    // Else the focus would go on to what is next to the form, and the outcome not be told.
    if (footer == Footer::Busy && wasHere)
        m_busyRow->findChild<QAbstractButton *>()->setFocus(Qt::OtherFocusReason);
}

} // namespace closeout::ui
