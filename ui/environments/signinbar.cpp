// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/signinbar.h"

#include "ui/environments/destination.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

namespace {

constexpr qsizetype longestReason = 480; // characters; a server may have said it

} // namespace

SignInBar::SignInBar(Destination &destination, QWidget *parent)
    : QWidget(parent)
    , m_destination(destination)
    , m_icon(new IconLabel(this))
    , m_why(new QLabel(this))
    , m_label(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("Keep it in the system's password store"), this))
    , m_signIn(new QPushButton(icon(Icon::SignIn), tr("Sign In"), this))
{
    makeActions();
    makeLayout();
    setFocusProxy(m_password);
    connect(m_password, &QLineEdit::textChanged, this, &SignInBar::showReadiness);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInBar::signIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInBar::signIn);
    connect(&destination, &Destination::changed, this, &SignInBar::showState);
    showState();
}

void SignInBar::makeActions()
{
    m_askPassword = makeAction(this,
                               {Icon::SignIn, tr("Sign &In…"), Qt::CTRL | Qt::ALT | Qt::Key_P,
                                tr("Goes to the password of the environment in use.")});
    m_signOut = makeAction(this,
                           {Icon::Locked, tr("Sign &Out"), Qt::CTRL | Qt::ALT | Qt::Key_Q,
                            tr("Forgets the password in use; one that is kept in the system's "
                               "password store stays there.")});
    connect(m_askPassword, &QAction::triggered, m_password,
            [this] { m_password->setFocus(Qt::ShortcutFocusReason); });
    connect(m_signOut, &QAction::triggered, &m_destination, &Destination::signOut);
}

MenuActions SignInBar::menuActions() const
{
    return {m_askPassword, m_signOut};
}

void SignInBar::updateActions()
{
    const bool hasUser = !m_destination.environment().user.isEmpty();
    const Destination::State state = m_destination.state();
    const QString noUser = tr("Nobody signs in there: the environment names no user.");
    QString whyNotIn = hasUser ? tr("There is nothing to sign in to now.") : noUser;
    if (state == Destination::State::PasswordNeeded)
        whyNotIn.clear();
    else if (state == Destination::State::Open && hasUser)
        whyNotIn = tr("You are signed in. Sign out first.");
    setWhyNot(m_askPassword, whyNotIn);
    const bool isSignedIn = state == Destination::State::Open && hasUser;
    setWhyNot(m_signOut, isSignedIn ? QString() : hasUser ? tr("You are not signed in.") : noUser);
}

void SignInBar::makeLayout()
{
    m_icon->setIcon(icon(Icon::SignIn, Status::Caution));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setFocusPolicy(Qt::NoFocus);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_password);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMinimumWidth(120);
    m_password->setMaximumWidth(280);
    auto *why = new QHBoxLayout;
    setPlain(why);
    why->addWidget(m_icon, 0, Qt::AlignTop);
    why->addWidget(m_why, 1);
    auto *fields = new QHBoxLayout;
    setPlain(fields);
    fields->addWidget(m_label);
    fields->addWidget(m_password, 1);
    fields->addWidget(m_remember);
    fields->addWidget(m_signIn);
    fields->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addLayout(why);
    layout->addLayout(fields);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void SignInBar::showState()
{
    const bool isNeeded = m_destination.state() == Destination::State::PasswordNeeded;
    if (!isNeeded)
        m_password->clear();
    m_why->setText(cutTo(longestReason, m_destination.whyPassword()));
    const QString label = tr("Password of “%1” at %2")
                              .arg(shown(m_destination.environment().user),
                                   shown(m_destination.environment().name));
    m_label->setText(label);
    m_password->setAccessibleName(label);
    m_password->setAccessibleDescription(m_why->text());
    const QString whyNot = m_destination.whyNotKept();
    m_remember->setEnabled(whyNot.isEmpty());
    m_remember->setChecked(m_remember->isChecked() && whyNot.isEmpty());
    m_remember->setToolTip(plainToolTip(whyNot));
    m_why->setToolTip(plainToolTip(m_destination.whyNotKeptDetail()));
    m_remember->setAccessibleDescription(whyNot);
    showReadiness();
    updateActions();
    setVisible(isNeeded);
}

void SignInBar::showReadiness()
{
    const bool isTyped = !m_password->text().isEmpty();
    m_signIn->setEnabled(isTyped);
    m_signIn->setToolTip(isTyped ? QString() : tr("Type the password first."));
}

void SignInBar::signIn()
{
    using Remember = Destination::Remember;
    if (!m_password->text().isEmpty())
        m_destination.signIn(m_password->text(),
                             m_remember->isChecked() ? Remember::InStore : Remember::No);
}

void SignInBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().cautionTint);
    painter.setPen(theme().border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace closeout::ui
