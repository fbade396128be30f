// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentbar.h"

#include "ui/environments/destination.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/swatches.h"
#include "ui/environments/urlfield.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using environments::Environment;
using environments::SafetyLevel;

namespace {

constexpr int stripe = 6; // of the environment's colour, at the left
constexpr int longestName = 28; // characters of a name that are shown

QString sandboxName()
{
    return u"Sandbox"_s;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString shortened(const QString &name)
{
    return cutTo(longestName, name);
}

// A menu and a button would take & for a mnemonic.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

EnvironmentBar::EnvironmentBar(Destination &destination, EnvironmentList &list, QWidget *parent)
    : QWidget(parent)
    , m_destination(destination)
    , m_list(list)
    , m_edit(makeAction(this,
                        {Icon::Environment, tr("&Edit Environments…"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                         tr("Sets up servers, their sign-in and how careful to be there.")}))
    , m_switcher(new QToolButton(this))
    , m_menu(new QMenu(tr("&Environment"), this))
    , m_url(new UrlField(tr("Base URL"), this))
    , m_dialect(plainLabel(this))
    , m_stateIcon(new IconLabel(this))
    , m_state(plainLabel(this))
    , m_lockIcon(new IconLabel(this))
    , m_lock(plainLabel(this))
{
    m_menu->setIcon(icon(Icon::Environment));
    makeLayout();
    connect(m_edit, &QAction::triggered, this, &EnvironmentBar::environmentsPageRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &EnvironmentBar::fillMenu);
    // closeoutctl may have changed the file; what is new is put into the open menu.
    connect(m_menu, &QMenu::aboutToShow, &list, &EnvironmentList::refresh);
    connect(&list, &EnvironmentList::changed, this, &EnvironmentBar::refillMenu);
    connect(&destination, &Destination::changed, this, &EnvironmentBar::showDestination);
    connect(&destination, &Destination::amended, this, &EnvironmentBar::showDestination);
    fillMenu();
    showDestination();
}

void EnvironmentBar::makeLayout()
{
    m_switcher->setMenu(m_menu);
    m_switcher->setPopupMode(QToolButton::InstantPopup);
    m_switcher->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_switcher->setFont(fontOf(Type::Strong));
    m_switcher->setFocusPolicy(Qt::StrongFocus);
    m_lock->setText(tr("Read-only"));
    m_lock->setFont(fontOf(Type::Strong));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(stripe + gap, tight, margin, tight);
    layout->setSpacing(gap);
    layout->addWidget(m_switcher);
    layout->addWidget(m_url);
    layout->addWidget(m_dialect);
    layout->addWidget(m_stateIcon);
    layout->addWidget(m_state);
    layout->addWidget(m_lockIcon);
    layout->addWidget(m_lock);
    layout->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void EnvironmentBar::fillMenu()
{
    m_menu->clear();
    m_offered = m_list.environments();
    int place = 0; // the first ten have a shortcut
    const auto add = [&](const QIcon &icon, const QString &name) {
        QAction *action = m_menu->addAction(icon, withoutMnemonic(shown(name)));
        action->setCheckable(true);
        action->setData(name);
        if (place < 10)
            action->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_0 + place++));
        return action;
    };
    connect(add(icon(Icon::Sandbox), sandboxName()), &QAction::triggered, this,
            &EnvironmentBar::sandboxChosen);
    m_menu->addSeparator();
    for (const Environment &environment : std::as_const(m_offered)) {
        connect(add(swatchIcon(environment.colour), environment.name), &QAction::triggered, this,
                [this, environment] { emit environmentChosen(environment); });
    }
    m_menu->addSeparator();
    m_menu->addAction(m_edit);
    markCurrent();
}

void EnvironmentBar::markCurrent()
{
    const QList<QAction *> actions = m_menu->actions();
    for (QAction *action : actions) {
        if (action->isCheckable())
            action->setChecked(action->data().toString() == m_destination.environment().name);
    }
}

void EnvironmentBar::refillMenu()
{
    if (m_offered != m_list.environments())
        fillMenu();
}

void EnvironmentBar::showDestination()
{
    const Environment &environment = m_destination.environment();
    const bool isReadOnly = environment.safety == SafetyLevel::ReadOnly;
    const bool isChosen = !environment.name.isEmpty();
    const QString name = isChosen ? environment.name.toUpper() : tr("No environment");
    m_switcher->setText(withoutMnemonic(shortened(name)));
    m_switcher->setAccessibleName(shown(name));
    m_switcher->setAccessibleDescription(tr("The environment in use; chooses another one."));
    const QString colour = swatchName(environment.colour);
    const QString told = colour.isEmpty() ? environment.name
                                          : u"%1 (%2)"_s.arg(environment.name, colour);
    m_switcher->setToolTip(isChosen ? plainToolTip(told) : QString());
    m_url->setUrl(m_destination.connection() ? m_destination.connection()->baseUrl.toString()
                                             : environment.url);
    m_url->setVisible(isChosen);
    m_dialect->setText(tr("Dialect %1").arg(contract::dialectName(environment.dialect)));
    m_dialect->setVisible(isChosen);
    m_lock->setVisible(isReadOnly);
    m_lockIcon->setVisible(isReadOnly);
    m_lockIcon->setIcon(icon(Icon::Locked, Status::Caution));
    showState();
    markCurrent();
    update();
}

void EnvironmentBar::showState()
{
    const auto tell = [this](Icon shape, Status status, const QString &words) {
        m_stateIcon->setIcon(icon(shape, status));
        m_stateIcon->setVisible(!words.isEmpty());
        m_state->setText(words);
        m_state->setToolTip(plainToolTip(words));
    };
    const QString &user = m_destination.environment().user;
    switch (m_destination.state()) {
    case Destination::State::Closed:
        tell(Icon::Info, Status::Neutral, {});
        break;
    case Destination::State::ReadingAuthorities:
        tell(Icon::Busy, Status::Info, tr("Reading the CA file…"));
        break;
    case Destination::State::AskingStore:
        tell(Icon::Busy, Status::Info, tr("Asking the password store…"));
        break;
    case Destination::State::PasswordNeeded:
        tell(Icon::SignIn, Status::Caution, tr("Password needed"));
        break;
    case Destination::State::Open:
        tell(Icon::Customer, Status::Neutral,
             user.isEmpty() ? tr("Not signed in") : tr("Signed in as %1").arg(shortened(user)));
        break;
    case Destination::State::Failed:
        tell(Icon::Failed, Status::Bad, tr("Cannot be used"));
        break;
    }
}

void EnvironmentBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().raised);
    if (const QColor colour(m_destination.environment().colour); colour.isValid())
        painter.fillRect(QRect(0, 0, stripe, height()), colour);
    painter.setPen(theme().border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace closeout::ui
