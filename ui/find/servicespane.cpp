// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/servicespane.h"

#include "ui/find/exportbar.h"
#include "ui/find/sources/loadingline.h"
#include "ui/find/sources/refreshmenu.h"
#include "ui/find/table/rowspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDataStream>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

namespace closeout::ui {

using rows::Field;
using rows::Subject;
using State = Listing::State;

namespace {

constexpr qsizetype namedProblems = 2;
constexpr int leastLabel = 80; // in pixels; a long word must not make it grow, either
// What is in it is squeezed only where it needs more: a long notice must not make the window grow.
constexpr int leastHeight = 220;
constexpr int mostLeastHeight = 420;

} // namespace

ServicesPane::ServicesPane(Finding &finding, QWidget *parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_listing(finding.listing)
    , m_summary(new QLabel(this))
    , m_subjects(new QTabBar(this))
    , m_notice(new Notice(tr("Sources that failed"), this))
    , m_panes(new QStackedWidget(this))
    , m_rowsActions(this)
    , m_services(new RowsPane(finding.listing, finding.services, finding.selectedServices,
                              m_rowsActions, this))
    , m_about(quietLabel(this))
    , m_export(new ExportBar(
          finding,
          [this] {
              return ExportBar::Look{subject(), columns()};
          },
          this))
    , m_nothing(new EmptyState(this))
    , m_none(new EmptyState(this))
    , m_failed(new EmptyState(this))
    , m_load(new QAction(icon(Icon::Refresh), tr("Load"), this))
    , m_tryAgain(new QAction(icon(Icon::Refresh), tr("Try Again"), this))
    , m_retryFailed(makeAction(this,
                               {Icon::Refresh, tr("Try Failed Sources A&gain"),
                                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G),
                                tr("Asks the sources that failed once more, and them alone.")}))
    , m_cancel(makeAction(this,
                          {Icon::Cancel, tr("&Cancel Loading"),
                           QKeySequence(Qt::CTRL | Qt::Key_Period), tr("What has arrived stays.")}))
    , m_showServices(
          makeAction(this,
                     {Icon::Service, tr("Show &Services"), QKeySequence(Qt::ALT | Qt::Key_1)}))
    , m_showTasks(makeAction(this,
                             {Icon::Task, tr("Show &Tasks"), QKeySequence(Qt::ALT | Qt::Key_2),
                              tr("The active tasks of everything that was loaded.")}))
    , m_refreshEvery(new RefreshMenu(m_listing, this))
{
    setAccessibleName(tr("Services"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addLayout(makeHead());
    layout->addWidget(new LoadingLine(m_listing, m_cancel, this));
    layout->addWidget(m_notice);
    m_panes->addWidget(m_services);
    layout->addWidget(m_panes, 1);
    m_about->setMinimumHeight(m_about->fontMetrics().height()); // the list must not jump
    layout->addWidget(m_about);
    layout->addWidget(m_export);
    makeEmptyStates();
    m_services->setActive(true);
    connect(m_services, &RowsPane::chosen, this, &ServicesPane::choose);
    connect(m_services, &RowsPane::entered, this, &ServicesPane::formRequested);
    connect(m_cancel, &QAction::triggered, &m_listing, &Listing::cancel);
    connect(m_showServices, &QAction::triggered, this, [this] { showSubject(Subject::Service); });
    connect(m_showTasks, &QAction::triggered, this, [this] { showSubject(Subject::Task); });
    // Queued: the buttons go with the notice that they are in.
    connect(m_load, &QAction::triggered, &m_listing, &Listing::load, Qt::QueuedConnection);
    connect(m_tryAgain, &QAction::triggered, &m_listing, &Listing::refresh, Qt::QueuedConnection);
    connect(m_retryFailed, &QAction::triggered, &m_listing, &Listing::retryFailed,
            Qt::QueuedConnection);
    connect(&m_listing, &Listing::left, this, [this] { setCurrentService({}); });
    connect(&m_listing, &Listing::changed, this, &ServicesPane::showListing);
    connect(&m_listing, &Listing::progressed, this, [this] { m_summary->setText(summary()); });
    for (const ShownRows *shown : {&finding.services, &finding.tasks})
        connect(shown, &ShownRows::changed, this, &ServicesPane::showListing);
    m_export->showState();
    showListing();
}

QSize ServicesPane::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return {least.width(), std::clamp(least.height(), leastHeight, mostLeastHeight)};
}

QBoxLayout *ServicesPane::makeHead()
{
    m_summary->setFont(fontOf(Type::Strong));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setMinimumWidth(leastLabel);
    m_subjects->setAccessibleName(tr("Rows"));
    m_subjects->setExpanding(false);
    m_subjects->setDrawBase(false);
    m_subjects->addTab(icon(Icon::Service), tr("Services"));
    m_subjects->addTab(icon(Icon::Task), tr("Tasks"));
    connect(m_subjects, &QTabBar::currentChanged, this,
            [this](int tab) { showSubject(tab == 0 ? Subject::Service : Subject::Task); });
    auto *head = new QHBoxLayout;
    setPlain(head);
    head->addWidget(m_summary, 1);
    head->addWidget(m_subjects);
    return head;
}

void ServicesPane::makeEmptyStates()
{
    m_nothing->tell(Icon::Service, tr("Nothing loaded yet"),
                    tr("Choose at the left where services come from, then load them."));
    m_nothing->offer(m_load);
    m_failed->offer(m_tryAgain);
    for (QWidget *state : {m_nothing, m_none, m_failed})
        state->hide();
}

RowsPane *ServicesPane::tasksPane()
{
    if (!m_tasks) {
        m_tasks = new RowsPane(m_listing, m_finding.tasks, m_finding.selectedTasks, m_rowsActions,
                               this);
        m_tasks->restoreLayout(m_tasksLayout);
        m_tasks->model()->setDrafts(m_drafts);
        m_panes->addWidget(m_tasks);
        connect(m_tasks, &RowsPane::chosen, this, &ServicesPane::chooseTask);
        connect(m_tasks, &RowsPane::entered, this, &ServicesPane::formRequested);
    }
    return m_tasks;
}

RowsPane *ServicesPane::shownPane()
{
    return m_subjects->currentIndex() == 0 ? m_services : tasksPane();
}

void ServicesPane::focusChart()
{
    shownPane()->focusChart();
}

void ServicesPane::showSubject(Subject subject)
{
    m_subjects->setCurrentIndex(subject == Subject::Service ? 0 : 1);
    m_finding.tasks.setAwake(subject == Subject::Task);
    RowsPane *pane = shownPane();
    m_panes->setCurrentWidget(pane);
    if (m_tasks)
        m_tasks->setActive(pane == m_tasks);
    m_services->setActive(pane == m_services);
    m_export->showState();
    showListing();
    tellCurrent();
}

Subject ServicesPane::subject() const
{
    return m_subjects->currentIndex() == 0 ? Subject::Service : Subject::Task;
}

QList<rows::Column> ServicesPane::columns()
{
    return shownPane()->model()->columns();
}

void ServicesPane::setColumns(const QList<rows::Column> &columns)
{
    shownPane()->setColumns(columns);
}

QString ServicesPane::summary() const
{
    const qint64 tasks = m_listing.snapshot().tasks.countOf(rows::Status::Active);
    if (subject() == Subject::Service || m_listing.state() != State::Loaded)
        return m_listing.summary();
    //: how many tasks, and of what: "7 active tasks of 12 active services, as of 10:42:07"
    return tr("%Ln active task(s) of %1", nullptr, int(tasks)).arg(m_listing.summary());
}

void ServicesPane::showListing()
{
    const bool loading = m_listing.isLoading();
    m_summary->setText(summary());
    setWhyNot(m_cancel, loading ? QString() : tr("Nothing is being loaded."));
    setWhyNot(m_retryFailed,
              m_listing.problems().isEmpty() || loading ? tr("No source has failed.") : QString());
    RowsPane *pane = shownPane();
    pane->showInPlace(page(pane == m_services ? m_finding.services : m_finding.tasks));
    tellProblems();
    if (!m_services->isChoosing()) // else a person is on the way to another one
        findCurrent();
    if (m_wasLoading && !loading) {
        m_services->model()->markChanges();
        if (m_tasks)
            m_tasks->model()->markChanges();
    }
    m_wasLoading = loading;
}

void ServicesPane::tellProblems()
{
    const QList<find::SourceReport> &problems = m_listing.problems();
    const QList<find::Source> &empty = m_listing.emptyHanded();
    const bool isSaid = m_failed->isVisibleTo(this);
    if ((problems.isEmpty() && empty.isEmpty()) || isSaid || m_listing.isLoading()) {
        if (!m_notice->isClear())
            m_notice->clear();
        return;
    }
    QStringList lines;
    QStringList details;
    for (const find::SourceReport &problem : problems) {
        const QString name = shown(problem.source.name());
        //: a source that failed ("customer 0001"), and why
        if (problem.error)
            lines.append(tr("%1: %2").arg(name, problem.error->message));
        for (const Error &error : problem.unreadable)
            lines.append(tr("%1: %2").arg(name, error.message));
        if (problem.error && !problem.error->detail.isEmpty())
            details.append(problem.error->detail);
    }
    for (const find::Source &source : empty)
        lines.append(m_listing.wordsOfNothing().arg(shown(source.name())));
    if (lines.size() > namedProblems + 1) { // one more takes no more room than to say so
        details = lines.mid(namedProblems) + details;
        const int more = int(lines.size() - namedProblems);
        lines = lines.first(namedProblems) << tr("… and %n more, see the details.", nullptr, more);
    }
    const QString headline = problems.isEmpty()
        ? tr("%n source(s) brought nothing", nullptr, int(empty.size()))
        //: %1: a time of day; another try that fails is seen by it
        : tr("%n source(s) failed, last tried at %1", nullptr, int(problems.size()))
              .arg(clockTime(m_listing.triedAt()));
    if (!m_notice->isClear() && m_notice->words() == headline + u' ' + lines.join(u'\n'))
        return; // said already
    m_notice->tell(problems.isEmpty() ? Status::Info : Status::Caution, headline, lines.join(u'\n'),
                   details.join(u'\n'));
    if (!problems.isEmpty())
        m_notice->offer({m_retryFailed});
}

QWidget *ServicesPane::page(const ShownRows &shown)
{
    if (shown.count() > 0)
        return nullptr;
    if (m_listing.snapshot().services.count() == 0)
        return pageOfEmptyList();
    if (m_listing.isLoading() || shown.isBusy())
        m_none->tell(Icon::Busy, tr("Loading…"), tr("Rows appear as they arrive."));
    else if (!shown.isFiltered())
        m_none->tell(Icon::Service, tr("Nothing to show"),
                     tr("What was loaded has been completed or is gone."));
    else if (const quint32 leftOut = shown.shown()->leftOut; leftOut > 0)
        m_none->tell(Icon::Search, tr("Nothing matches the filter"),
                     //: what is to be added is not translated
                     tr("%Ln that has ended matches: add -is:active to the filter to see it.",
                        nullptr, int(leftOut)));
    else
        m_none->tell(Icon::Search, tr("Nothing matches the filter"),
                     tr("Press Esc in the filter to see everything again."));
    return m_none;
}

QWidget *ServicesPane::pageOfEmptyList()
{
    switch (m_listing.state()) {
    case State::Empty:
        if (m_listing.whyNot().isEmpty())
            return m_nothing;
        m_none->tell(Icon::Service, tr("Nothing loaded yet"), m_listing.whyNot());
        break;
    case State::Loading:
        m_none->tell(Icon::Busy, tr("Loading…"), tr("Rows appear as they arrive."));
        break;
    case State::Loaded:
        m_none->tell(Icon::Service, tr("No services"), tr("There is none in the chosen source."));
        break;
    case State::Incomplete:
        m_none->tell(Icon::Caution, tr("No services were found"),
                     m_listing.wasCancelled() ? tr("Loading was cancelled before any arrived.")
                                              : tr("Not all sources could be asked."));
        break;
    case State::Failed: {
        const QList<find::SourceReport> &problems = m_listing.problems();
        m_failed->tell(Icon::Failed, tr("No services could be loaded"),
                       problems.isEmpty() || !problems.first().error
                           ? QString()
                           : problems.first().error->message);
        return m_failed;
    }
    }
    return m_none;
}

void ServicesPane::findCurrent()
{
    m_services->setCurrentRow(m_listing.rowOf(m_currentId));
    tellCurrent();
}

// Why the current row is stuck; or where it is, if it is not seen: below the list it can be
// completed all the same, and nobody should have to look for it in vain.
void ServicesPane::tellCurrent()
{
    emit leftChanged();
    const bool isSettled = m_listing.state() != State::Empty && !m_listing.isLoading()
        && !m_finding.services.isBusy();
    if (!isSettled && !m_currentId.isEmpty())
        return; // it may be on its way
    const RowsPane *pane = shownPane();
    const QString id = shown(m_currentId);
    if (pane->isCurrentShown())
        m_about->setText(stuckWords(*pane->currentRow()));
    else if (m_currentId.isEmpty() || subject() != Subject::Service)
        m_about->clear();
    else if (pane->currentRow())
        m_about->setText(tr("Service %1, which is shown below, is not among these rows.").arg(id));
    else
        m_about->setText(tr("Service %1, which is shown below, is not in this list.").arg(id));
}

QString ServicesPane::stuckWords(quint32 row) const
{
    const Shown &rows = *(subject() == Subject::Service ? m_finding.services : m_finding.tasks)
                             .shown();
    if (rows.reasonsOf(row) == 0)
        return {};
    //: %1: why a service or task is stuck: "open 3 d, expected 1 h; no event for 2 d"
    return tr("Stuck: %1").arg(filter::stuckInWords(rows.snapshot, subject(), row, rows.now));
}

void ServicesPane::setCurrentService(const QString &serviceId)
{
    m_currentId = serviceId;
    findCurrent();
}

void ServicesPane::choose(quint32 service)
{
    const rows::Snapshot &snapshot = m_finding.services.shown()->snapshot;
    m_currentId = QString::fromUtf8(snapshot.text(snapshot.services, service, Field::ServiceId));
    tellCurrent();
    emit serviceChosen(m_currentId);
}

void ServicesPane::chooseTask(quint32 task)
{
    const rows::Snapshot &snapshot = m_finding.tasks.shown()->snapshot;
    const QString service = QString::fromUtf8(
        snapshot.text(snapshot.tasks, task, Field::ServiceId));
    setCurrentService(service);
    emit taskChosen(service, QString::fromUtf8(snapshot.text(snapshot.tasks, task, Field::TaskId)));
}

QAbstractItemView *ServicesPane::list() const
{
    return m_services->table();
}

MenuActions ServicesPane::menuActions() const
{
    return MenuActions{m_showServices, m_showTasks, nullptr} + m_rowsActions.all()
        + MenuActions{nullptr} + m_export->menuActions()
        + MenuActions{nullptr, m_refreshEvery->menuAction(), m_retryFailed, m_cancel};
}

void ServicesPane::setDrafts(const QSet<QString> &ids)
{
    m_drafts = ids;
    m_services->model()->setDrafts(ids);
    if (m_tasks)
        m_tasks->model()->setDrafts(ids);
}

void ServicesPane::chooseNext()
{
    shownPane()->chooseNext();
}

qsizetype ServicesPane::leftInList() const
{
    const RowsPane *pane = subject() == Subject::Service ? m_services : m_tasks;
    return pane ? pane->leftBehind() : 0;
}

void ServicesPane::focusFilter()
{
    shownPane()->focusFilter();
}

void ServicesPane::focusTable()
{
    shownPane()->focusTable();
}

QByteArray ServicesPane::saveLayout() const
{
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out << m_services->saveLayout() << (m_tasks ? m_tasks->saveLayout() : m_tasksLayout);
    for (const ShownRows *rows : {&m_finding.services, &m_finding.tasks}) {
        const filter::SortKey &key = rows->sortKey();
        out << rows->filterText() << rows::Column{key.field, key.path}.name() << key.descending;
    }
    out << (subject() == Subject::Task) << qint64(m_listing.refreshEvery().count());
    return layout;
}

void ServicesPane::restoreLayout(const QByteArray &layout)
{
    QByteArray services;
    QByteArray tasks;
    QDataStream in(layout);
    in >> services >> tasks;
    if (in.status() != QDataStream::Ok)
        return;
    m_tasksLayout = tasks;
    m_services->restoreLayout(services);
    if (m_tasks)
        m_tasks->restoreLayout(m_tasksLayout);
    for (ShownRows *rows : {&m_finding.services, &m_finding.tasks}) {
        QString filter;
        QString column;
        bool isDescending = false;
        in >> filter >> column >> isDescending;
        const Result<rows::Column> by = rows::Column::fromName(column, rows->subject());
        if (in.status() != QDataStream::Ok || !by)
            break;
        rows->setFilterText(filter);
        rows->setSortKey({by->field, isDescending, by->path});
    }
    bool showsTasks = false;
    qint64 refreshEvery = 0; // milliseconds
    in >> showsTasks >> refreshEvery;
    if (in.status() == QDataStream::Ok) {
        m_listing.setRefreshEvery(std::chrono::milliseconds(refreshEvery));
        m_refreshEvery->check();
        if (showsTasks)
            showSubject(Subject::Task);
    }
    showListing();
}

} // namespace closeout::ui
