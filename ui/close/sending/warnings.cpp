// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/warnings.h"

#include "contract/visible.h"
#include "ui/close/completing.h"
#include "ui/close/sending/outcomewords.h"
#include "ui/close/sending/sentwords.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QAction>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using close::Finding;
using close::Verdict;

namespace {

constexpr int lowest = 120; // a notice, or the most of it

// Told anew only when it says something else: a screen reader announces each telling.
void tell(Notice *notice, Status status, const QString &rawHeadline, const QString &rawText,
          const QList<QAction *> &actions = {})
{
    const QString headline = contract::visibleLines(rawHeadline);
    const QString text = contract::visibleLines(rawText);
    const QString words = text.isEmpty() ? headline : headline + u' ' + text;
    if (!notice->isClear() && notice->words() == words)
        return;
    notice->tell(status, headline, text);
    notice->offer(actions);
}

} // namespace

Warnings::Warnings(Completing &completing, const Actions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_completing(completing)
    , m_actions(actions)
    , m_other(new Notice(tr("Outcome"), this))
    , m_trouble(new Notice(tr("Draft"), this))
    , m_elsewhere(new Notice(tr("Another window"), this))
    , m_discarded(new Notice(tr("Discarded draft"), this))
    , m_readOnly(new Notice(tr("Read-only"), this))
    , m_doubt(new Notice(tr("Unknown outcome"), this))
    , m_overtaken(new Notice(tr("Changed meanwhile"), this))
    , m_completed(new Notice(tr("Already completed"), this))
    , m_duplicates(new Notice(tr("Duplicate keys"), this))
    , m_openWork(new Notice(tr("Open work"), this))
    , m_schemas(new Notice(tr("Extension schemas"), this))
    , m_loss(new Notice(tr("Attached data"), this))
{
    setAccessibleName(tr("Warnings"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    setPlain(layout);
    for (Notice *notice : {m_other, m_trouble, m_elsewhere, m_discarded, m_readOnly, m_doubt,
                           m_overtaken, m_completed, m_duplicates, m_openWork, m_schemas, m_loss})
        layout->addWidget(notice);
    setWidget(inside);
    inside->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    // Tab stops at them only where the keys scroll them.
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int last) { setFocusPolicy(last > 0 ? Qt::StrongFocus : Qt::NoFocus); });
}

QSize Warnings::sizeHint() const
{
    return {0, widget()->heightForWidth(viewport()->width())};
}

QSize Warnings::minimumSizeHint() const
{
    return sizeHint().boundedTo({0, lowest});
}

bool Warnings::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::event(event);
}

void Warnings::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != width())
        updateGeometry();
}

void Warnings::refresh(const close::Examination &examination)
{
    refreshOther();
    const Draft &draft = *m_completing.draft();
    const auto show = [](Notice *notice, bool isNeeded, auto &&say) {
        if (isNeeded)
            say(notice);
        else
            notice->clear();
    };
    show(m_trouble, m_completing.draftTrouble().has_value(), [this](Notice *notice) {
        tell(notice, Status::Caution, tr("The draft is not safe."),
             m_completing.draftTrouble()->message);
    });
    show(m_elsewhere, !m_completing.otherDraft().isEmpty(), [this](Notice *notice) {
        tell(notice, Status::Caution, tr("Another window has a draft for it, too."),
             tr("What is typed here is kept. The other draft was put aside as “%1”.")
                 .arg(m_completing.otherDraft()));
    });
    show(m_discarded, draft.hasDiscarded(), [this](Notice *notice) {
        tell(notice, Status::Info, tr("The draft was discarded."), {}, {m_actions.putBack});
    });
    show(m_readOnly, m_completing.isReadOnly(), [this](Notice *notice) {
        tell(notice, Status::Info,
             tr("The environment %1 is read-only.").arg(m_completing.environment().name),
             tr("You can fill everything in and look at the preview, but nothing is sent."));
    });
    show(m_doubt, m_completing.isDoubtful(), [this](Notice *notice) {
        const StandingWords words = wordsFor(*m_completing.standing());
        tell(notice, Status::Unknown, words.headline, words.text);
    });
    show(m_overtaken, draft.isOvertaken(), [](Notice *notice) {
        tell(notice, Status::Caution, tr("Somebody has changed the attached data meanwhile."),
             tr("What you send replaces them. “Changes” shows what would become of theirs."));
    });
    const Finding *completed = examination.find(Verdict::AlreadyCompleted);
    show(m_completed, completed, [&](Notice *notice) {
        const bool isInsisted = draft.insistence().evenIfCompleted;
        tell(notice, Status::Caution, withLocalMoments(completed->message),
             isInsisted ? tr("It will be completed once more, over what is there.") : QString(),
             isInsisted ? QList<QAction *>() : QList{m_actions.completeAgain});
    });
    show(m_duplicates, draft.hasDuplicateKeys(), [&](Notice *notice) {
        const bool isAllowed = draft.duplicateKeys() == close::DuplicateKeys::Allow;
        tell(notice, Status::Caution,
             tr("A key stands twice in the attached data: %1").arg(shown(draft.duplicatePlace())),
             isAllowed ? tr("Both are sent; servers keep only one of the two values.")
                       : tr("Remove one of the two, or press “%1”.")
                             .arg(m_actions.allowDuplicates->iconText()),
             isAllowed ? QList{m_actions.goToDuplicate}
                       : QList{m_actions.goToDuplicate, m_actions.allowDuplicates});
    });
    const QStringList open = openWork(m_completing);
    show(m_openWork, !open.isEmpty(), [&](Notice *notice) {
        tell(notice, Status::Caution, open.join(u'\n'), {});
        if (const Finding *finding = examination.find(Verdict::HasOpenChildren))
            notice->setToolTip(plainToolTip(finding->message));
    });
    const QStringList unseen = draft.keysWithoutSchema();
    show(m_schemas, !unseen.isEmpty(), [&](Notice *notice) {
        const int count = int(unseen.size());
        tell(notice, Status::Caution,
             tr("%n key(s) may have no extension schema: %1", nullptr, count).arg(few(unseen)),
             tr("An 8.1 server takes only extensions that a schema was created for."));
    });
    const Finding *loss = examination.find(Verdict::LosesData);
    const Finding *unknown = examination.find(Verdict::DataNotShown);
    show(m_loss, loss || unknown, [&](Notice *notice) {
        if (!loss) {
            tell(notice, Status::Caution, unknown->message, {}, {});
            return;
        }
        const int count = int(loss->names.size());
        tell(notice, Status::Caution,
             tr("%n key(s) may be lost: %1", nullptr, count).arg(few(loss->names)), {},
             {m_actions.keepData});
        notice->setToolTip(plainToolTip(loss->message));
    });
}

void Warnings::refreshOther()
{
    const std::optional<Reported> &reported = m_completing.reported();
    if (!reported || reported->place == m_completing.draft()->place()) {
        m_other->clear();
        return;
    }
    const OutcomeWords words = wordsFor(reported->completion, reported->report, reported->at);
    const QString &where = reported->environment.name;
    const bool isElsewhere = where != m_completing.environment().name;
    // Beside the form of something else it takes no more room than it needs to be heard.
    tell(m_other, words.status,
         //: %1: a headline such as "Unknown outcome: service 95"; %2: an environment
         isElsewhere ? tr("%1, in %2").arg(words.headline, shown(where)) : words.headline,
         words.text.section(u'\n', 0, 0),
         reported->isInJournal() ? QList{m_actions.showJournal, m_actions.dismiss}
                                 : QList{m_actions.dismiss});
}

QString Warnings::words() const
{
    QStringList lines;
    const QList<Notice *> notices = findChildren<Notice *>();
    for (const Notice *notice : notices) {
        if (!notice->isClear())
            lines.append(notice->words());
    }
    return lines.join(u'\n');
}

} // namespace closeout::ui
