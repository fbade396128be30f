// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/outcomeview.h"

#include "ui/close/completing.h"
#include "ui/close/sending/outcomewords.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"

#include <QtGui/QAction>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

using contract::Target;
using journal::Outcome;

namespace {

constexpr qsizetype longestOutcome = 1200; // characters: it has the page to itself

} // namespace

OutcomeView::OutcomeView(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_outcome(new Notice(tr("Outcome"), this))
    , m_journal(new Notice(tr("Journal"), this))
    , m_layoutOfButtons(new QVBoxLayout)
{
    m_outcome->setLongestText(longestOutcome);
    setPlain(m_layoutOfButtons);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout);
    layout->addWidget(m_outcome);
    layout->addWidget(m_journal);
    layout->addLayout(m_layoutOfButtons);
    makeButtons();
    layout->addStretch();
    clear();
}

void OutcomeView::tell(const Completing &completing)
{
    const Reported &reported = *completing.reported();
    const OutcomeWords words = wordsFor(reported.completion, reported.report, reported.at);
    const bool isOfDraft = reported.place == completing.draft()->place();
    const bool isDone = reported.report.outcome == Outcome::Completed;
    const bool isPart = !reported.completion.target.isService();
    // In another environment the same id is something else.
    m_actions.completeService->setEnabled(isDone && isPart && completing.isReportedHere());
    m_isDone = isDone;
    m_actions.readAgain->setEnabled(words.wantsReading && isOfDraft);
    m_actions.back->setEnabled(isOfDraft && !words.wantsReading);

    m_outcome->tell(words.status, words.headline, words.text, words.detail);
    if (words.journalHeadline.isEmpty())
        m_journal->clear();
    else
        m_journal->tell(Status::Bad, words.journalHeadline, words.journalText);
    offer();
}

// One below the other: their names are longer in other languages than the column is wide. Made
// once, so that the Tab key finds them in their place.
void OutcomeView::makeButtons()
{
    for (QAction *action : {m_actions.completeService, m_actions.next, m_actions.readAgain,
                            m_actions.back, m_actions.showJournal}) {
        auto *button = new QPushButton(action->iconText(), this);
        button->setToolTip(action->toolTip());
        button->setProperty("primary", action != m_actions.showJournal);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_layoutOfButtons->addWidget(button, 0, Qt::AlignLeft);
        m_buttons.append({button, action});
    }
    connect(m_actions.next, &QAction::changed, this, &OutcomeView::offer);
    connect(m_actions.completeService, &QAction::changed, this, &OutcomeView::offer);
}

void OutcomeView::offer()
{
    for (const auto &[button, action] : std::as_const(m_buttons)) {
        button->setText(action->iconText());
        button->setVisible(isOffered(action));
    }
}

// One goes on from what is done, not from what must be looked at.
bool OutcomeView::isOffered(const QAction *action) const
{
    return action->isEnabled() && (action != m_actions.next || m_isDone);
}

void OutcomeView::focusFirst()
{
    for (const auto &[button, action] : std::as_const(m_buttons)) {
        if (isOffered(action))
            return button->setFocus(Qt::ShortcutFocusReason); // so that it is seen
    }
}

void OutcomeView::clear()
{
    m_outcome->clear();
    m_journal->clear();
    for (QAction *action : {m_actions.back, m_actions.readAgain, m_actions.completeService})
        action->setEnabled(false);
}

} // namespace closeout::ui
