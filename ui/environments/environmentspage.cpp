// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentspage.h"

#include "ui/environments/connectiontest.h"
#include "ui/environments/environmentfields.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/swatches.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/spoken.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtGui/QShowEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

using environments::Environment;

namespace {

constexpr QSize itemIconSize(36, 16);

QPushButton *primaryButtonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("primary", true);
    button->setAutoDefault(true); // so that Return presses it
    const auto follow = [action, button] {
        button->setText(action->iconText()); // without a mnemonic: the action has keys
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

// Its colour, and a lock where nothing can be completed. Not tinted when it is selected: the colour
// is what it is told by.
QIcon itemIcon(const Environment &environment)
{
    const bool isLocked = environment.safety == environments::SafetyLevel::ReadOnly;
    return drawnIcon(
        [swatch = swatchIcon(environment.colour), isLocked](QPainter &painter, const QRect &rect) {
            const QRect left(rect.topLeft(), QSize(rect.height(), rect.height()));
            swatch.paint(&painter, left);
            if (isLocked)
                icon(Icon::Locked, Status::Caution)
                    .paint(&painter, left.translated(rect.width() - rect.height(), 0));
        });
}

QString itemText(const Environment &environment, bool isInUse)
{
    const bool isLocked = environment.safety == environments::SafetyLevel::ReadOnly;
    QString place = shown(environment.url);
    if (isLocked && isInUse)
        place = EnvironmentsPage::tr("In use, read-only, %1").arg(place);
    else if (isLocked)
        place = EnvironmentsPage::tr("Read-only, %1").arg(place);
    else if (isInUse)
        place = EnvironmentsPage::tr("In use, %1").arg(place);
    return shown(environment.name) + u'\n' + place;
}

} // namespace

EnvironmentsPage::EnvironmentsPage(EnvironmentList &list, EnvironmentForm &form,
                                   ConnectionTest &test, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_form(form)
    , m_test(test)
    , m_names(new Spoken<QListWidget>(this))
    , m_fields(new EnvironmentFields(form, this))
    , m_empty(new EmptyState(this))
    , m_listNotice(new Notice(tr("File of environments"), this))
    , m_testNotice(new Notice(tr("Connection test"), this))
    , m_formNotice(new Notice(tr("Environment"), this))
    , m_stack(new QStackedWidget(this))
{
    makeActions();
    makeLayout();
    wire();
    m_isNewShown = form.isNew() && form.isDirty();
    showList();
    showTest();
}

void EnvironmentsPage::makeActions()
{
    m_back = makeAction(this,
                        {Icon::Back, tr("&Back"), Qt::Key_Escape,
                         tr("Goes back to the services.")});
    m_back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_new = makeAction(this,
                       {Icon::Add, tr("&New Environment"), Qt::CTRL | Qt::SHIFT | Qt::Key_N,
                        tr("Sets up another server.")});
    m_duplicate = makeAction(this,
                             {Icon::Duplicate, tr("D&uplicate"), Qt::CTRL | Qt::ALT | Qt::Key_D,
                              tr("Begins a new environment with the values of this one.")});
    m_testAction =
        makeAction(this,
                   {Icon::Connect, tr("&Test Connection"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                    tr("Tries what stands in the form. It only reads, and nothing is saved.")});
    m_cancelTest = makeAction(this, {Icon::Cancel, tr("Cancel Test")});
    m_save = makeAction(this, {Icon::Save, tr("&Save"), QKeySequence::Save});
    m_revert = makeAction(this,
                          {Icon::Undo, tr("&Discard Changes"), Qt::CTRL | Qt::ALT | Qt::Key_Z,
                           tr("Shows again what is saved.")});
    m_remove = makeAction(this, {Icon::Remove, tr("&Remove"), Qt::CTRL | Qt::ALT | Qt::Key_X});
    m_reallyRemove = makeAction(this, {Icon::Remove, tr("Remove It")});
    m_keepIt = makeAction(this, {Icon::Cancel, tr("Keep It")});
    m_use = makeAction(this,
                       {Icon::Environment, tr("Use T&his Environment"),
                        Qt::CTRL | Qt::ALT | Qt::Key_O, tr("Points the window at it.")});
}

void EnvironmentsPage::makeLayout()
{
    setFocusProxy(m_names);
    auto *title = new QLabel(tr("Environments"), this);
    title->setFont(fontOf(Type::Heading));
    auto *head = new QHBoxLayout;
    setPlain(head);
    head->addWidget(toolButton(m_back, this));
    head->addWidget(title);
    head->addStretch();
    auto *sides = new QHBoxLayout;
    setPlain(sides, wide);
    sides->addWidget(makeListSide(), 1);
    sides->addWidget(makeFormSide(), 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(wide, margin, wide, margin);
    layout->setSpacing(margin);
    layout->addLayout(head);
    layout->addWidget(m_listNotice);
    layout->addLayout(sides, 1);
}

QWidget *EnvironmentsPage::makeListSide()
{
    auto *side = new QWidget(this);
    m_names->setAccessibleName(tr("Environments"));
    m_names->setTextElideMode(Qt::ElideRight);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setSpacing(tight / 2);
    m_names->setIconSize(itemIconSize);
    side->setMinimumWidth(180);
    side->setMaximumWidth(320);
    auto *layout = new QVBoxLayout(side);
    setPlain(layout, tight);
    layout->addWidget(m_names, 1);
    layout->addWidget(toolButton(m_new, side));
    layout->addWidget(toolButton(m_duplicate, side));
    return side;
}

QWidget *EnvironmentsPage::makeFormSide()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_fields->setMaximumWidth(760);
    scroll->setWidget(m_fields);
    keepFocusInSight(scroll);
    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    for (QAction *action : {m_testAction, m_remove, m_revert})
        buttons->addWidget(toolButton(action, this));
    buttons->addStretch();
    buttons->addWidget(toolButton(m_use, this));
    buttons->addWidget(primaryButtonFor(m_save, this));
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    setPlain(layout);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_testNotice);
    layout->addWidget(m_formNotice);
    layout->addLayout(buttons);
    m_empty->tell(Icon::Environment, tr("No environment is set up yet"),
                  tr("An environment is a Context Services server with everything that is needed "
                     "to work there: its address, who signs in, and how careful to be. The sandbox "
                     "is built in and needs none."));
    m_empty->offer(m_new);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(side);
    return m_stack;
}

void EnvironmentsPage::wire()
{
    connect(m_back, &QAction::triggered, this, &EnvironmentsPage::closed);
    connect(m_new, &QAction::triggered, this, &EnvironmentsPage::startNew);
    connect(m_duplicate, &QAction::triggered, this, &EnvironmentsPage::duplicate);
    connect(m_testAction, &QAction::triggered, this, &EnvironmentsPage::runTest);
    connect(m_cancelTest, &QAction::triggered, &m_test, &ConnectionTest::cancel);
    connect(m_save, &QAction::triggered, &m_form, &EnvironmentForm::save);
    connect(m_revert, &QAction::triggered, &m_form, &EnvironmentForm::revert);
    connect(m_remove, &QAction::triggered, this, &EnvironmentsPage::askRemoval);
    connect(m_reallyRemove, &QAction::triggered, this, &EnvironmentsPage::remove);
    connect(m_keepIt, &QAction::triggered, m_formNotice, &Notice::clear);
    connect(m_use, &QAction::triggered, this, &EnvironmentsPage::use);
    connect(m_names, &QListWidget::currentRowChanged, this, &EnvironmentsPage::takeSelection);
    connect(&m_list, &EnvironmentList::changed, this, &EnvironmentsPage::showList);
    connect(&m_list, &EnvironmentList::removed, this, &EnvironmentsPage::takeRemoved);
    connect(&m_list, &EnvironmentList::failed, this, &EnvironmentsPage::showFailure);
    connect(&m_form, &EnvironmentForm::changed, this, &EnvironmentsPage::showTest);
    connect(&m_form, &EnvironmentForm::saved, this, [this] {
        m_isNewShown = false;
        m_formNotice->clear();
    });
    connect(&m_form, &EnvironmentForm::passwordNotKept, this, [this](const Error &error) {
        m_formNotice->tell(Status::Caution, tr("It is saved, but the password is not kept"),
                           error.message, error.detail);
    });
    connect(&m_test, &ConnectionTest::changed, this, &EnvironmentsPage::showTest);
}

void EnvironmentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool isRestored = event->spontaneous(); // with its window: what was selected stays
    if (!isRestored && !m_form.isDirty() && !m_isNewShown)
        select(m_inUse);
    m_list.refresh(); // closeoutctl may have changed the file
    showActions();
}

void EnvironmentsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showActions();
}

MenuActions EnvironmentsPage::menuActions() const
{
    return {m_new, m_duplicate, nullptr, m_testAction, m_save, m_revert, m_remove, nullptr, m_use};
}

void EnvironmentsPage::editRules(const QString &environment)
{
    emit needed();
    select(environment);
    m_fields->focusRules();
}

void EnvironmentsPage::setInUse(const QString &environment)
{
    m_inUse = environment;
    showList();
}

void EnvironmentsPage::select(const QString &environment)
{
    const QList<Environment> &all = m_list.environments();
    const auto wanted = std::find_if(all.begin(), all.end(),
                                     [&environment](const Environment &each) {
                                         return each.name == environment;
                                     });
    if (wanted != all.end())
        m_names->setCurrentRow(int(wanted - all.begin()));
}

void EnvironmentsPage::showList()
{
    {
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        for (const Environment &environment : m_list.environments()) {
            const QString text = itemText(environment, environment.name == m_inUse);
            auto *item = new QListWidgetItem(itemIcon(environment), text, m_names);
            if (environment.safety == environments::SafetyLevel::ReadOnly)
                item->setToolTip(tr("Read-only: nothing can be completed there."));
        }
    }
    if (m_list.error())
        m_listNotice->tell(tr("The environments cannot be read"), *m_list.error());
    else if (!m_list.warnings().isEmpty())
        m_listNotice->tell(Status::Caution, tr("Not everything in the file can be used"),
                           m_list.warnings().join(u'\n'));
    else
        m_listNotice->clear();
    selectCurrent();
    showActions();
}

// The row of what the form shows; of the first if it shows nothing that is worth keeping.
void EnvironmentsPage::selectCurrent()
{
    int row = -1;
    for (int i = 0; i < m_list.environments().size(); ++i) {
        if (!m_form.isNew() && m_list.environments().at(i).name == m_form.storedName())
            row = i;
    }
    if (row < 0 && !m_isNewShown && !m_list.environments().isEmpty()) {
        m_form.load(m_list.environments().constFirst());
        row = 0;
    } else if (row >= 0 && !m_form.isDirty() && !m_form.isSaving()
               && m_form.value() != m_list.environments().at(row)) {
        m_form.load(m_list.environments().at(row)); // was changed elsewhere
    }
    const QSignalBlocker quiet(m_names);
    m_names->setCurrentRow(row);
    m_stack->setCurrentIndex(row < 0 && !m_isNewShown ? 0 : 1);
}

void EnvironmentsPage::takeSelection()
{
    const int row = m_names->currentRow();
    if (row < 0)
        return;
    if (m_form.isDirty()) { // nothing typed is lost by a click
        m_formNotice->tell(Status::Caution, tr("There are changes that are not saved"),
                           tr("Save them or discard them before you go to another environment."));
        selectCurrent();
        return;
    }
    m_isNewShown = false;
    m_test.cancel();
    m_formNotice->clear();
    m_form.load(m_list.environments().at(row));
    selectCurrent();
}

// A button that is disabled hands the focus on, perhaps out of the page; Esc would not go back
// then.
void EnvironmentsPage::showActions()
{
    const bool hadFocus = isVisible() && isAncestorOf(QApplication::focusWidget());
    updateActions();
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        m_fields->focusName();
}

void EnvironmentsPage::updateActions()
{
    // What cannot be seen must not be saved or removed by a shortcut.
    const QString none = isHidden()    ? tr("Edit the environments to do this.")
        : m_stack->currentIndex() == 1 ? QString()
                                       : tr("There is no environment to do this with.");
    const QString notSaved = tr("It is not saved yet.");
    const QString unsaved = tr("Save or discard the changes first.");
    const bool isDirty = m_form.isDirty();
    setWhyNot(m_new, isDirty ? unsaved : QString());
    setWhyNot(m_duplicate, !none.isEmpty() ? none : isDirty ? unsaved : QString());
    setWhyNot(m_save, none.isEmpty() ? m_form.whyNotSavable() : none);
    setWhyNot(m_revert, isDirty || m_isNewShown ? none : tr("Nothing is changed."));
    setWhyNot(m_remove, !none.isEmpty() ? none : m_form.isNew() ? notSaved : QString());
    setWhyNot(m_use,
              !none.isEmpty()      ? none
                  : m_form.isNew() ? notSaved
                  : isDirty        ? unsaved
                                   : QString());
    const bool isTesting = m_test.state() == ConnectionTest::State::Running;
    setWhyNot(m_testAction,
              !none.isEmpty() ? none
                  : isTesting ? tr("A test is under way.")
                              : m_form.problem(EnvironmentForm::Field::Url));
}

void EnvironmentsPage::showTest()
{
    const QString findings = m_test.findings().join(u'\n');
    const bool isOutdated = !m_test.isOf(m_form.value());
    switch (m_test.state()) {
    case ConnectionTest::State::Idle:
        m_testNotice->clear();
        break;
    case ConnectionTest::State::Running:
        if (tellTest(Status::Info, tr("Trying the connection…"), {}))
            m_testNotice->offer({m_cancelTest});
        break;
    case ConnectionTest::State::Passed:
        if (isOutdated)
            tellTest(Status::Neutral, tr("Edited since this test: the connection worked"),
                     findings);
        else
            tellTest(Status::Good, tr("The connection works"), findings);
        break;
    case ConnectionTest::State::Failed: {
        const QString text = findings.isEmpty() ? m_test.error()->message
                                                : m_test.error()->message + u'\n' + findings;
        if (isOutdated)
            tellTest(Status::Neutral, tr("Edited since this test: the connection did not work"),
                     text);
        else
            tellTest(Status::Bad, tr("The connection does not work"), text);
        break;
    }
    }
    showActions();
}

// It stays in its place while the form is edited, and is said once.
bool EnvironmentsPage::tellTest(Status status, const QString &headline, const QString &text)
{
    const QString words = text.isEmpty() ? headline : headline + u' ' + text;
    if (!m_testNotice->isClear() && m_testNotice->words() == words)
        return false;
    m_testNotice->offer({});
    m_testNotice->tell(status, headline, text, m_test.error() ? m_test.error()->detail : QString());
    return true;
}

void EnvironmentsPage::showFailure(const Error &error)
{
    m_formNotice->tell(tr("The file of environments was not changed"), error);
    m_formNotice->offer({});
}

void EnvironmentsPage::startNew()
{
    emit needed();
    m_isNewShown = true;
    m_test.cancel();
    m_formNotice->clear();
    m_form.startNew({});
    selectCurrent();
    showActions();
    m_fields->focusName();
}

void EnvironmentsPage::duplicate()
{
    m_isNewShown = true;
    m_test.cancel();
    m_formNotice->clear();
    m_form.startNew(m_form.value());
    selectCurrent();
    showActions();
    m_fields->focusName();
}

void EnvironmentsPage::runTest()
{
    m_test.start(m_form.value(), m_form.passwordToTry());
}

void EnvironmentsPage::use()
{
    emit chosen(m_form.value(), m_test.takenPassword(m_form.value()));
}

void EnvironmentsPage::askRemoval()
{
    m_formNotice->tell(
        Status::Caution, tr("Remove “%1”?").arg(shown(m_form.storedName())),
        tr("Its values are taken out of the file. Nothing changes on the server, and the journal "
           "keeps what was done there."));
    m_formNotice->offer({m_keepIt, m_reallyRemove});
}

void EnvironmentsPage::remove()
{
    m_formNotice->clear();
    m_list.remove(m_form.storedName());
}

void EnvironmentsPage::takeRemoved()
{
    m_test.cancel();
    m_form.startNew({});
}

} // namespace closeout::ui
