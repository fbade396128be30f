// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/confirmation.h"

#include "contract/visible.h"
#include "ui/close/completing.h"
#include "ui/close/environmenttag.h"
#include "ui/close/sending/outcomewords.h"
#include "ui/close/sending/sentwords.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/targetwords.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;
using environments::SafetyLevel;

namespace {

constexpr qsizetype longestFinding = 480; // characters

QString question(const Draft &draft)
{
    const Target &target = draft.target();
    const QString service = shown(target.serviceId);
    switch (target.kind) {
    case Target::Kind::Service:
        return ConfirmationStrip::tr("Complete 1 service (%1)?").arg(service);
    case Target::Kind::State:
        return ConfirmationStrip::tr("Complete 1 state (%1 of service %2)?")
            .arg(shown(target.id), service);
    case Target::Kind::Task:
        return ConfirmationStrip::tr("Complete 1 task (%1 of service %2)?")
            .arg(shown(target.id), service);
    }
    return {};
}

QString consequences(const Completing &completing)
{
    QStringList lines;
    if (completing.isDoubtful()) {
        const StandingWords words = wordsFor(*completing.standing());
        lines += {words.headline, words.text};
    }
    if (completing.draft()->isOvertaken()) {
        lines.append(ConfirmationStrip::tr(
            "Somebody has changed the attached data meanwhile; what you send replaces them."));
    }
    lines.append(openWork(completing));
    const QList<close::Finding> findings = completing.findings();
    for (const close::Finding &finding : findings) {
        if (finding.verdict == close::Verdict::HasOpenChildren)
            continue; // said above
        lines.append(contract::visible(cutTo(longestFinding, withLocalMoments(finding.message))));
    }
    return lines.join(u'\n');
}

} // namespace

ConfirmationStrip::ConfirmationStrip(Completing &completing, QWidget *parent)
    : QFrame(parent)
    , m_completing(completing)
    , m_question(textLabel(this, Type::Strong))
    , m_environment(new EnvironmentTag(this))
    , m_facts(textLabel(this, Type::Body))
    , m_consequences(textLabel(this, Type::Body))
    , m_countLabel(textLabel(this, Type::Body))
    , m_count(new QLineEdit(this))
    , m_wrongCount(textLabel(this, Type::Small))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_confirm(new QPushButton(icon(Icon::Complete), {}, this))
{
    makeAnnouncer(this);
    m_countLabel->setText(tr("Number of completions, to confirm:"));
    m_countLabel->setBuddy(m_count);
    m_count->setAccessibleName(m_countLabel->text());
    m_count->setMaximumWidth(fontMetrics().averageCharWidth() * 10);

    auto *count = new QHBoxLayout;
    setPlain(count);
    count->addWidget(m_countLabel, 1);
    count->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    // Cancel stands where the button was that asked: a double click must not confirm.
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    setTabOrder(m_count, m_confirm);
    setTabOrder(m_confirm, m_cancel);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout);
    layout->addWidget(m_question);
    layout->addWidget(m_environment, 0, Qt::AlignLeft);
    layout->addWidget(m_facts);
    layout->addWidget(m_consequences);
    layout->addLayout(count);
    layout->addWidget(m_wrongCount);
    layout->addLayout(buttons);

    connect(m_cancel, &QPushButton::clicked, this, &ConfirmationStrip::cancelled);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmationStrip::confirmed);
    connect(m_count, &QLineEdit::textChanged, this, &ConfirmationStrip::refreshButton);
}

void ConfirmationStrip::ask()
{
    m_question->setText(question(*m_completing.draft()));
    m_environment->show(m_completing.environment(), m_completing.draft()->place().baseUrl);
    m_facts->setText(whatIsSent(m_completing, QDateTime::currentDateTimeUtc()).join(u'\n'));
    m_completing.noteAsked();
    m_consequences->setText(consequences(m_completing));
    m_consequences->setVisible(!m_consequences->text().isEmpty());
    const bool wantsCount = m_completing.environment().safety == SafetyLevel::ConfirmCount;
    m_countLabel->setVisible(wantsCount);
    m_count->setVisible(wantsCount);
    m_count->clear();
    m_confirm->setText(completeTitle(m_completing.draft()->target().kind).remove(u'&'));
    refreshButton();
    focusFirst();
    announce(this, words());
}

void ConfirmationStrip::focusFirst()
{
    QWidget *first = m_count->isHidden() ? static_cast<QWidget *>(m_cancel) : m_count;
    first->setFocus(Qt::ShortcutFocusReason);
}

QString ConfirmationStrip::words() const
{
    return QStringList{m_question->text(), m_environment->accessibleName(), m_facts->text(),
                       m_consequences->text()}
        .join(u'\n')
        .trimmed();
}

environments::Confirmation ConfirmationStrip::confirmation() const
{
    if (m_completing.environment().safety != SafetyLevel::ConfirmCount)
        return {true, {}};
    bool isNumber = false;
    const qsizetype count = m_count->text().trimmed().toLongLong(&isNumber);
    return {isNumber, isNumber ? std::optional(count) : std::nullopt};
}

void ConfirmationStrip::refreshButton()
{
    const Result<environments::WritePermit> permit =
        environments::permitWrite(m_completing.environment().safety,
                                  m_completing.environment().name, 1, confirmation());
    m_confirm->setEnabled(permit.has_value());
    const QString whyNot = permit ? QString() : permit.error().message;
    m_confirm->setToolTip(plainToolTip(whyNot));
    m_wrongCount->setText(cutTo(longestFinding, whyNot));
    m_wrongCount->hide();
    m_count->setAccessibleDescription({});
}

void ConfirmationStrip::refuseCount()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, statusColour(Status::Bad));
    m_wrongCount->setPalette(colours);
    m_wrongCount->show();
    m_count->setAccessibleDescription(m_wrongCount->text());
    m_count->selectAll();
}

void ConfirmationStrip::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (isReturn && (m_confirm->hasFocus() || (m_count->hasFocus() && m_confirm->isEnabled())))
        emit confirmed();
    else if (isReturn && m_count->hasFocus())
        refuseCount();
    else if (isReturn && m_cancel->hasFocus())
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace closeout::ui
