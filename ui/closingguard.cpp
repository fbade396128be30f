// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/closingguard.h"

#include "ui/widgets/look/icons.h"
#include "ui/widgets/notice.h"
#include "ui/workspace.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>

namespace closeout::ui {

ClosingGuard::ClosingGuard(Workspace &workspace, Notice *notice, QAction *dismiss, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_notice(notice)
    , m_dismiss(dismiss)
    , m_window(window)
    , m_whenDone(makeAnswer(tr("Close When It Is Done")))
    , m_anyway(makeAnswer(tr("Close Anyway")))
{
    connect(m_whenDone, &QAction::triggered, this, &ClosingGuard::closeWhenDone);
    connect(m_dismiss, &QAction::triggered, this, [this] {
        if (QWidget *before = std::exchange(m_focusBefore, nullptr))
            before->setFocus(Qt::OtherFocusReason);
    });
    connect(m_anyway, &QAction::triggered, this, [this] {
        m_mayLose = true;
        m_mayLose = m_window->close(); // not for a later time, if an end has begun meanwhile
    });
    connect(&m_workspace.completing(), &Completing::finished, this, [this] {
        if (m_workspace.closesWhenDone())
            QTimer::singleShot(0, m_window, &QWidget::close);
    });
}

QAction *ClosingGuard::makeAnswer(const QString &text)
{
    return new QAction(icon(Icon::Quit), text, this);
}

bool ClosingGuard::allowsClosing()
{
    if (m_workspace.sender().isBusy()) {
        askAboutEnd();
        return false;
    }
    const QString atStake = m_workspace.closesWhenDone() || m_mayLose ? QString() : lost();
    if (!atStake.isEmpty())
        askAboutLost(atStake);
    return atStake.isEmpty();
}

void ClosingGuard::askAboutEnd()
{
    connect(&m_workspace.completing(), &Completing::finished, m_notice, &Notice::clear,
            Qt::ConnectionType(Qt::UniqueConnection | Qt::SingleShotConnection));
    m_notice->offer({m_whenDone, m_dismiss});
    m_notice->tell(Status::Caution, tr("An end is under way"),
                   tr("Closeout stays open until its outcome is known and in the journal."));
}

// What is written nowhere; all else is there again at the next start.
QString ClosingGuard::lost() const
{
    QStringList lost;
    if (m_workspace.environmentForm().isDirty())
        lost.append(tr("The environment that is being set up is not saved."));
    if (m_isUnsettled && m_isUnsettled())
        lost.append(tr("What is being typed into the attached data is refused."));
    const Completing &completing = m_workspace.completing();
    if (m_workspace.isGuest() && completing.draft()->isTouched())
        lost.append(tr("What is filled in here is not kept: another window keeps the drafts."));
    if (completing.draftTrouble() && completing.draft()->isTouched())
        lost.append(completing.draftTrouble()->message);
    return lost.join(u'\n');
}

void ClosingGuard::askAboutLost(const QString &lost)
{
    m_notice->offer({m_anyway, m_dismiss});
    m_notice->tell(Status::Caution, tr("Closing would lose something"), lost);
    m_focusBefore = m_window->focusWidget();
    m_notice->focusButton(m_dismiss); // the safe one
}

void ClosingGuard::closeWhenDone()
{
    m_workspace.closeWhenDone();
    m_notice->offer({});
    m_notice->tell(Status::Info, tr("Closeout closes when the outcome is in the journal"));
    if (!m_workspace.sender().isBusy())
        m_window->close();
}

} // namespace closeout::ui
