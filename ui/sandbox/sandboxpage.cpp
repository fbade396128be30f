// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/sandbox/sandboxpage.h"

#include "ui/sandbox/localsandbox.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

using contract::Dialect;
using sandbox::AttachedDataReading;

namespace {

constexpr int widest = 760; // of what is read
constexpr int indent = 24; // of a sentence below its choice

} // namespace

SandboxPage::SandboxPage(LocalSandbox &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
    , m_stateIcon(new IconLabel(this))
    , m_state(new QLabel(this))
    , m_url(new QLineEdit(this))
    , m_dialect(new QButtonGroup(this))
    , m_attachedData(new QButtonGroup(this))
    , m_notice(new Notice(tr("Sandbox"), this))
    , m_question(new Notice(tr("Start afresh"), this))
{
    makeActions();
    makeLayout();
    wire();
    showState();
}

void SandboxPage::makeActions()
{
    m_back = makeAction(this,
                        {Icon::Back, tr("&Back"), Qt::Key_Escape,
                         tr("Goes back to the services.")});
    m_back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_use = makeAction(this,
                       {Icon::Sandbox, tr("&Use the Sandbox"), Qt::CTRL | Qt::ALT | Qt::Key_S,
                        tr("Points the window at it.")});
    m_copy = makeAction(this,
                        {Icon::Copy, tr("&Copy URL"), Qt::CTRL | Qt::ALT | Qt::Key_W,
                         tr("For another program, as curl or Postman.")});
    m_afresh = makeAction(this,
                          {Icon::Refresh, tr("Start &Afresh"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                           tr("Replaces everything in it by new demonstration data.")});
    m_reallyAfresh = makeAction(this, {Icon::Refresh, tr("Replace Everything")});
    m_keepIt = makeAction(this, {Icon::Cancel, tr("Keep It")});
    m_tryAgain = makeAction(this, {Icon::Refresh, tr("Try Again")});
}

void SandboxPage::makeLayout()
{
    setFocusProxy(m_url);
    auto *content = new QWidget(this);
    content->setMaximumWidth(widest);
    auto *lines = new QVBoxLayout(content);
    setPlain(lines, margin);
    QLabel *what = textLabel(content, Type::Body);
    what->setText(
        tr("The sandbox is a Context Services server inside this program, filled with "
           "demonstration data. It answers as the real one does, nothing leaves this computer, and "
           "whatever you do in it harms nobody."));
    lines->addWidget(what);
    lines->addWidget(makeForm());
    lines->addWidget(m_notice);
    lines->addWidget(m_question);
    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    buttons->addWidget(toolButton(m_afresh, this));
    buttons->addStretch();
    auto *use = new QPushButton(m_use->iconText(), this);
    use->setProperty("primary", true);
    use->setToolTip(m_use->toolTip());
    connect(use, &QPushButton::clicked, m_use, &QAction::trigger);
    buttons->addWidget(use);
    lines->addLayout(buttons);
    lines->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(wide, margin, wide, margin);
    layout->setSpacing(margin);
    layout->addWidget(makeHead());
    layout->addWidget(scroll, 1);
}

QWidget *SandboxPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Sandbox"), head);
    title->setFont(fontOf(Type::Heading));
    auto *layout = new QHBoxLayout(head);
    setPlain(layout);
    layout->addWidget(toolButton(m_back, head));
    layout->addWidget(title);
    layout->addStretch();
    return head;
}

QWidget *SandboxPage::makeForm()
{
    auto *state = new QWidget(this);
    auto *stateLayout = new QHBoxLayout(state);
    setPlain(stateLayout);
    stateLayout->addWidget(m_stateIcon);
    stateLayout->addWidget(m_state, 1);
    auto *url = new QWidget(this);
    auto *urlLayout = new QHBoxLayout(url);
    setPlain(urlLayout);
    m_url->setReadOnly(true);
    m_url->setFont(fontOf(Type::Mono));
    m_url->setAccessibleName(tr("Base URL"));
    urlLayout->addWidget(m_url, 1);
    urlLayout->addWidget(toolButton(m_copy, url));

    auto *form = new QWidget(this);
    auto *layout = new QFormLayout(form);
    setPlain(layout, margin);
    layout->setLabelAlignment(Qt::AlignLeft);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addRow(tr("State"), state);
    layout->addRow(tr("Base URL"), url);
    layout->addRow(tr("Dialect"),
                   makeChoices(m_dialect,
                               {{tr("8.5, Genesys Mobile Services"),
                                 tr("Attached data are any JSON, ids are text of any form, and all "
                                    "active services can be listed.")},
                                {tr("8.1, Universal Contact Server"),
                                 tr("Attached data follow schemas, ids are numbers, and services "
                                    "are found by customer, contact key or id.")}}));
    layout->addRow(tr("Attached data"),
                   makeChoices(m_attachedData,
                               {{tr("An end replaces all of them"),
                                 tr("What the end event does not carry again is gone. That is how "
                                    "the documents of 8.5 read.")},
                                {tr("An end replaces only its own keys"),
                                 tr("The others stay as they were. That is how the documents of "
                                    "8.1 read.")}}));
    return form;
}

// Each: its name and a sentence. Their ids are their places.
QWidget *SandboxPage::makeChoices(QButtonGroup *group, const QList<QStringList> &choices)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    setPlain(layout, tight);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    for (const QStringList &choice : choices) {
        auto *button = new QRadioButton(choice.constFirst(), box);
        button->setAccessibleDescription(choice.constLast());
        group->addButton(button, int(group->buttons().size()));
        QLabel *note = quietLabel(box);
        note->setText(choice.constLast());
        note->setContentsMargins(indent, 0, 0, 0);
        layout->addWidget(button);
        layout->addWidget(note);
    }
    return box;
}

void SandboxPage::wire()
{
    connect(m_back, &QAction::triggered, this, &SandboxPage::closed);
    connect(m_use, &QAction::triggered, this, &SandboxPage::useRequested);
    connect(m_copy, &QAction::triggered, this, &SandboxPage::copyUrl);
    connect(m_afresh, &QAction::triggered, this, &SandboxPage::askToStartAfresh);
    connect(m_reallyAfresh, &QAction::triggered, this, &SandboxPage::startAfresh);
    connect(m_keepIt, &QAction::triggered, m_question, &Notice::clear);
    connect(m_tryAgain, &QAction::triggered, &m_sandbox, &LocalSandbox::start);
    connect(m_dialect, &QButtonGroup::idClicked, this,
            [this](int id) { m_sandbox.setDialect(id == 0 ? Dialect::V85 : Dialect::V81); });
    connect(m_attachedData, &QButtonGroup::idClicked, this, [this](int id) {
        m_sandbox.setAttachedData(id == 0 ? AttachedDataReading::ReplaceAll
                                          : AttachedDataReading::ReplaceKeys);
    });
    connect(&m_sandbox, &LocalSandbox::changed, this, &SandboxPage::showState);
}

MenuActions SandboxPage::menuActions() const
{
    return {m_use, m_copy, m_afresh};
}

void SandboxPage::showState()
{
    const auto tell = [this](Icon shape, Status status, const QString &words) {
        m_stateIcon->setIcon(icon(shape, status));
        m_state->setText(words);
    };
    switch (m_sandbox.state()) {
    case LocalSandbox::State::Stopped:
        tell(Icon::Info, Status::Neutral, tr("Not running; it starts when it is used"));
        break;
    case LocalSandbox::State::Starting:
        tell(Icon::Busy, Status::Info, tr("Starting…"));
        break;
    case LocalSandbox::State::Running:
        tell(Icon::Done, Status::Good, tr("Running"));
        break;
    case LocalSandbox::State::Failed:
        tell(Icon::Failed, Status::Bad, tr("It could not be started"));
        break;
    }
    if (m_sandbox.error()) {
        m_notice->tell(tr("The sandbox could not be started"), *m_sandbox.error());
        m_notice->offer({m_tryAgain});
    } else if (!m_sandbox.remark().isEmpty()) {
        m_notice->tell(Status::Caution, tr("The sandbox forgets what you do in it"),
                       m_sandbox.remark());
    } else {
        m_notice->clear();
    }
    m_url->setText(m_sandbox.environment().url);
    setWhyNot(m_copy, m_url->text().isEmpty() ? tr("It has none until it runs.") : QString());
    m_dialect->button(m_sandbox.dialect() == Dialect::V85 ? 0 : 1)->setChecked(true);
    const bool all = m_sandbox.attachedData() == AttachedDataReading::ReplaceAll;
    m_attachedData->button(all ? 0 : 1)->setChecked(true);
}

void SandboxPage::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_url->text());
}

void SandboxPage::askToStartAfresh()
{
    emit needed();
    m_question->tell(Status::Caution, tr("Replace everything in the sandbox?"),
                     tr("What you completed in this dialect is forgotten, and new demonstration "
                        "data come in its place. The journal keeps what you did."));
    m_question->offer({m_keepIt, m_reallyAfresh});
}

void SandboxPage::startAfresh()
{
    m_question->clear();
    m_sandbox.startAfresh();
}

} // namespace closeout::ui
