// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/servicepane.h"

#include "ui/service/attachedview.h"
#include "ui/service/openedservice.h"
#include "ui/service/servicewords.h"
#include "ui/service/timeline.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/background.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDataStream>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

#include <algorithm>

namespace closeout::ui {

using client::Record;
using State = OpenedService::State;

namespace {

constexpr qsizetype mostAtOnce = 128 * 1024; // bytes of a service; more is read in the background
constexpr int barsInSight = 5; // of the timeline; more are scrolled
constexpr int leastRows = 2; // of the table, in the lowest pane
constexpr int rowsInSight = 5; // of the table, before the time line has to give way
constexpr int leastLabel = 80; // in pixels; a long id must not make it grow, either
constexpr int leastHeight = 130; // what does not fit is scrolled

} // namespace

ServicePane::ServicePane(OpenedService *opened, QWidget *parent)
    : QWidget(parent)
    , m_opened(opened)
    , m_heading(new QLabel(this))
    , m_reading(new QProgressBar(this))
    , m_facts(new QLabel(this))
    , m_parts(new QTabBar(this))
    , m_state(new Notice(tr("How the service stands"), this))
    , m_failure(new Notice(tr("Reading the service"), this))
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(this))
    , m_shown(new QWidget(this))
    , m_splitter(new QSplitter(this))
    , m_timeline(new Timeline(this))
    , m_timelineArea(new QScrollArea(this))
    , m_table(new TableView(tr("States and tasks"), this))
    , m_noChildren(new EmptyState(this))
    , m_list(new QStackedWidget(this))
    , m_attached(new AttachedView(this))
    , m_prepareChild(
          makeAction(this,
                     {Icon::Task, tr("Prepare &Task…"), QKeySequence(Qt::CTRL | Qt::Key_T),
                      tr("Opens the form that completes the task or state. Nothing is sent yet.")}))
    , m_prepareService(
          makeAction(this,
                     {Icon::Service, tr("Prepare &Service…"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                      tr("Opens the form that completes the service. Nothing is sent yet.")}))
    , m_tryAgain(new QAction(icon(Icon::Refresh), tr("Try Again"), this))
{
    setAccessibleName(tr("Service"));
    setMinimumHeight(leastHeight);
    makeTimeline();
    makeChildren();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addLayout(makeHead());
    layout->addWidget(makeContent(), 1);
    connectActions();
    showOpened();
}

QBoxLayout *ServicePane::makeHead()
{
    for (QLabel *label : {m_heading, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        label->setWordWrap(true);
        label->setMinimumWidth(leastLabel);
    }
    m_heading->setFont(fontOf(Type::Heading));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_parts->addTab(tr("States and Tasks"));
    m_parts->addTab(tr("Time Line"));
    m_parts->setDrawBase(false);
    m_parts->setAccessibleName(tr("Parts of the service"));
    m_parts->setVisible(false);
    connect(m_parts, &QTabBar::currentChanged, this, &ServicePane::share);
    m_reading->setRange(0, 0);
    m_reading->setTextVisible(false);
    m_reading->setFixedSize(64, 12);
    m_reading->setAccessibleName(tr("Reading"));
    auto *head = new QHBoxLayout;
    setPlain(head);
    head->addWidget(m_heading, 1);
    head->addWidget(m_reading);
    QPushButton *task = actionButton(m_prepareChild, this);
    QPushButton *service = actionButton(m_prepareService, this);
    head->addWidget(task);
    head->addWidget(service);
    setTabOrder(task, service);
    // First elsewhere: as the first of all it follows the last one, and Qt would leave it there.
    setTabOrder(m_attached->last(), m_parts);
    setTabOrder(service, m_parts);
    setTabOrder(m_parts, m_timeline);
    setTabOrder(m_timeline, m_table);
    setTabOrder(m_table, m_attached->first());
    setTabOrder(m_attached->first(), m_attached->last());
    return head;
}

// What does not fit into a low pane is scrolled, so that nothing is squeezed into fragments.
QWidget *ServicePane::makeContent()
{
    auto *inner = new QVBoxLayout(m_shown);
    setPlain(inner);
    inner->addWidget(m_timelineArea);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_attached);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is left over
    inner->addWidget(m_splitter, 1);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    setPlain(layout);
    auto *facts = new QHBoxLayout;
    setPlain(facts);
    facts->addWidget(m_facts, 1);
    facts->addWidget(m_parts, 0, Qt::AlignBottom);
    layout->addLayout(facts);
    layout->addWidget(m_failure);
    layout->addWidget(m_state);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_shown, 1);
    layout->addStretch(0); // below a failure
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->installEventFilter(this);
    return m_scroll;
}

bool ServicePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        share();
    return QWidget::eventFilter(watched, event);
}

void ServicePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    share();
}

// The height among the table and the time line; where it is not enough for both, one at a time.
void ServicePane::share()
{
    const QSize size = m_scroll->viewport()->size();
    int room = size.height();
    for (const QWidget *above : std::initializer_list<const QWidget *>{m_facts, m_failure, m_state})
        room -= above->isHidden() ? 0 : above->heightForWidth(size.width()) + gap;
    const int rows = std::clamp(m_children.rowCount(), leastRows, rowsInSight);
    const int bars = std::min(m_children.rowCount() + 1, barsInSight);
    const int least = m_splitter->minimumSizeHint().height();
    const int table = std::max(heightOfRows(rows), least);
    const bool isLow = room < table + gap + m_timeline->heightOf(bars);
    if (isLow && m_parts->isHidden() && m_splitter->isAncestorOf(window()->focusWidget()))
        m_parts->setCurrentIndex(0); // not away from where somebody is
    const bool showsTimeline = isLow && m_parts->currentIndex() == 1;
    m_parts->setVisible(isLow && m_opened->record().has_value());
    m_timelineArea->setVisible(!isLow || showsTimeline);
    m_splitter->setVisible(!showsTimeline);
    m_splitter->setMinimumHeight(least);
    if (isLow) {
        m_timelineArea->setMinimumHeight(m_timeline->heightOf(1));
        m_timelineArea->setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        m_timelineArea->setFixedHeight(m_timeline->heightOf(bars));
    }
}

int ServicePane::heightOfRows(int rows) const
{
    const bool isWide = !m_table->isColumnHidden(ChildrenModel::DispositionColumn);
    return m_table->horizontalHeader()->sizeHint().height()
        + rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth()
        + (isWide ? m_table->horizontalScrollBar()->sizeHint().height() : 0);
}

void ServicePane::makeTimeline()
{
    m_timelineArea->setWidget(m_timeline);
    m_timelineArea->setWidgetResizable(true);
    m_timelineArea->setFrameShape(QFrame::NoFrame);
    m_timelineArea->setFocusPolicy(Qt::NoFocus);
    m_timelineArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ServicePane::makeChildren()
{
    m_table->setModel(&m_children);
    QList<TypicalValue> values;
    for (const int characters : {10, 7, 11, 10, 10, 12})
        values.append({QString(characters, u'x'), false, true});
    fitColumns(m_table, values);
    elideMiddle(m_table, ChildrenModel::ChildColumn);
    m_table->addAction(m_prepareChild);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addWidget(m_table);
    m_list->addWidget(m_noChildren);
}

void ServicePane::connectActions()
{
    // Queued: the button goes with the notice that it is in.
    connect(m_tryAgain, &QAction::triggered, m_opened, &OpenedService::read, Qt::QueuedConnection);
    connect(m_prepareChild, &QAction::triggered, this, &ServicePane::requestChild);
    connect(m_prepareService, &QAction::triggered, this, &ServicePane::requestService);
    connect(m_attached, &AttachedView::serviceRequested, m_table->selectionModel(),
            &QItemSelectionModel::clear);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ServicePane::childChanged);
    connect(m_table, &TableView::activatedRow, m_prepareChild, &QAction::trigger);
    connect(m_opened, &OpenedService::changed, this, &ServicePane::showOpened);
    connect(Clock::ofApplication(), &Clock::ticked, this, &ServicePane::tellFacts);
}

void ServicePane::showOpened()
{
    const std::optional<Record> &service = m_opened->record();
    const bool reading = m_opened->state() == State::Reading;
    ++m_turn;
    m_reading->setVisible(reading);
    tellFailure();
    if (service) {
        showService(*service);
    } else {
        m_heading->setText(m_opened->serviceId().isEmpty()
                               ? tr("Service")
                               : tr("Service %1").arg(shown(m_opened->serviceId())));
        m_state->clear();
        m_children.setService({});
        m_timeline->setService({});
        showAttachedData();
        if (reading)
            m_empty->tell(Icon::Busy, tr("Reading…"), {});
        else
            m_empty->tell(Icon::Service, tr("No service chosen"),
                          tr("Choose one above to see its states, its tasks and their attached "
                             "data."));
    }
    const bool failed = m_opened->state() == State::Failed;
    m_shown->setVisible(service.has_value());
    m_empty->setVisible(!service && !failed); // a notice says it all
    Clock::ofApplication()->tick(); // tells the facts, too
    updateActions();
    share();
}

void ServicePane::showService(const Record &service)
{
    m_heading->setText(tr("Service %1").arg(shown(service.id())));
    m_heading->setToolTip(plainToolTip(m_heading->text())); // an id may be wider than its place
    if (m_opened->state() != State::Shown && m_children.rowCount() > 0)
        return; // being read again: what is shown is this record
    showState(service);
    if (service.json().size() <= mostAtOnce)
        return showChildren(service, childrenOf(service));
    inBackground(
        this, [service] { return childrenOf(service); },
        [this, service, turn = m_turn](const QList<Child> &children) {
            if (turn != m_turn)
                return;
            showChildren(service, children);
            updateActions();
            share();
        });
}

// What a server does not show may be there all the same.
void ServicePane::tellWhatIsMissing(Record::Shown shown)
{
    if (shown == Record::Shown::RecordAlone)
        m_noChildren->tell(Icon::Task, tr("The server does not show states and tasks"),
                           tr("There may be some all the same."));
    else
        m_noChildren->tell(Icon::Task, tr("This service has neither states nor tasks"), {});
    m_attached->tellWhatIsMissing(shown);
}

void ServicePane::showChildren(const Record &service, const QList<Child> &children)
{
    tellWhatIsMissing(service.shown());
    keepChild(children);
    m_timeline->setService(service, children);
    showColumns();
    showAttachedData();
}

// A disposition is of what is completed; where nothing has one its column would be empty.
void ServicePane::showColumns()
{
    const QList<Child> &children = m_children.children();
    const bool any = std::any_of(children.begin(), children.end(), [](const Child &child) {
        return !child.disposition.isEmpty() || !child.dispositionText.isEmpty();
    });
    m_table->setColumnHidden(ChildrenModel::DispositionColumn, !any);
    m_table->setMinimumHeight(heightOfRows(leastRows));
    m_list->setCurrentWidget(children.isEmpty() ? static_cast<QWidget *>(m_noChildren) : m_table);
}

void ServicePane::showState(const Record &service)
{
    if (!service.isCompleted()) {
        m_state->clear();
        return;
    }
    m_state->tell(Status::Good, completedInWords(service));
}

// Of the same service: the state or task that was current stays so.
void ServicePane::keepChild(const QList<Child> &children)
{
    const Child *before = currentChild();
    const auto kind = before ? before->kind : Record::Kind::Service;
    const QString id = before ? before->id : QString();
    m_children.setChildren(children);
    const int row = m_children.rowOf(kind, id);
    if (row >= 0)
        m_table->selectRow(row);
}

void ServicePane::tellFacts()
{
    QStringList facts;
    if (const std::optional<Record> &service = m_opened->record()) {
        facts = factsOf(*service, m_names, Clock::ofApplication()->now());
        m_facts->setToolTip(momentInFull(service->startedAt()));
    }
    m_facts->setText(facts.join(tr(" · ")));
    m_facts->setVisible(!facts.isEmpty());
}

void ServicePane::setNames(const ServerNames &names)
{
    m_names = &names;
    m_children.setNames(names);
    connect(&names, &ServerNames::changed, this, &ServicePane::tellFacts);
    tellFacts();
}

void ServicePane::tellFailure()
{
    if (m_opened->state() != State::Failed) {
        if (!m_failure->isClear())
            m_failure->clear();
        return;
    }
    const QString headline = m_opened->record()
        ? tr("The service could not be read again; this is how it stood at %1.")
              .arg(localMoment(m_opened->asOf()))
        : tr("The service could not be read.");
    m_failure->tell(headline, *m_opened->error());
    m_failure->offer({m_tryAgain});
}

void ServicePane::childChanged()
{
    showAttachedData();
    updateActions();
}

const Child *ServicePane::currentChild() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_children.children().at(current.row()) : nullptr;
}

void ServicePane::showAttachedData()
{
    m_attached->tell(m_opened->record(), currentChild());
}

void ServicePane::updateActions()
{
    const Child *child = currentChild();
    m_prepareChild->setText(child && !child->isTask() ? tr("Prepare S&tate…")
                                                      : tr("Prepare &Task…"));
    m_prepareChild->setIcon(icon(child && !child->isTask() ? Icon::State : Icon::Task));
    setWhyNot(m_prepareChild, whyNotChild());
    setWhyNot(m_prepareService, whyNotService());
}

QString ServicePane::whyNotChild() const
{
    const Child *child = currentChild();
    if (!child)
        return tr("Choose an open task or state first.");
    if (child->isOpen)
        return {};
    return child->isTask() ? tr("This task is completed.") : tr("This state is completed.");
}

QString ServicePane::whyNotService() const
{
    if (!m_opened->record())
        return tr("Choose a service first.");
    return m_opened->record()->isCompleted() ? tr("This service is completed.") : QString();
}

void ServicePane::requestChild()
{
    if (const Child *child = currentChild())
        emit completionRequested({child->kind, m_opened->serviceId(), child->id});
}

void ServicePane::requestService()
{
    emit completionRequested(contract::serviceTarget(m_opened->serviceId()));
}

MenuActions ServicePane::menuActions() const
{
    return {m_prepareChild, m_prepareService};
}

void ServicePane::focusChildren()
{
    m_parts->setCurrentIndex(0);
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_children.rowCount() > 0)
        m_table->selectRow(0);
}

void ServicePane::focusTimeline()
{
    m_parts->setCurrentIndex(1);
    m_timeline->setFocus(Qt::ShortcutFocusReason);
}

QByteArray ServicePane::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream << m_table->saveColumns() << m_splitter->saveState();
    return layout;
}

void ServicePane::restoreLayout(const QByteArray &layout)
{
    QByteArray columns;
    QByteArray splitter;
    QDataStream stream(layout);
    stream >> columns >> splitter;
    if (stream.status() != QDataStream::Ok)
        return;
    m_table->restoreColumns(columns);
    m_splitter->restoreState(splitter);
    showColumns(); // which columns are shown is not a matter of the layout alone
}

} // namespace closeout::ui
