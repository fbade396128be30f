// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/servicespane.h"

#include "ui/find/columns.h"
#include "ui/find/listing.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace std::chrono_literals;

namespace closeout::ui {

using State = Listing::State;

namespace {

constexpr auto arrowingPause = 150ms; // so that not every row that is passed is read
constexpr qsizetype namedProblems = 2;
constexpr int leastLabel = 80; // in pixels; a long word must not make it grow, either
constexpr int leastHeight = 180; // a long notice must not make the window grow

} // namespace

ServicesPane::ServicesPane(Listing *listing, QWidget *parent)
    : QWidget(parent)
    , m_listing(listing)
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancelButton(new QToolButton(this))
    , m_filter(new QLineEdit(this))
    , m_matches(new QLabel(this))
    , m_notice(new Notice(tr("Sources that failed"), this))
    , m_pages(new QStackedWidget(this))
    , m_table(new TableView(tr("Services"), this))
    , m_nothing(new EmptyState(this))
    , m_none(new EmptyState(this))
    , m_failed(new EmptyState(this))
    , m_load(new QAction(icon(Icon::Refresh), tr("Load"), this))
    , m_tryAgain(new QAction(icon(Icon::Refresh), tr("Try Again"), this))
    , m_cancel(makeAction(this,
                          {Icon::Cancel, tr("&Cancel Loading"),
                           QKeySequence(Qt::CTRL | Qt::Key_Period)}))
    , m_focusFilter(makeAction(this, {Icon::Search, tr("&Filter Services"), QKeySequence::Find}))
    , m_copyId(makeAction(this,
                          {Icon::Copy, tr("Copy Service &Id"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}))
{
    setAccessibleName(tr("Services"));
    setMinimumHeight(leastHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    layout->addLayout(makeHead());
    layout->addLayout(makeFilter());
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    makeTable();
    makeEmptyStates();
    connectTable();
    connect(m_cancel, &QAction::triggered, m_listing, &Listing::cancel);
    connect(m_focusFilter, &QAction::triggered, this, &ServicesPane::focusFilter);
    connect(m_copyId, &QAction::triggered, this, &ServicesPane::copyId);
    // Queued: the buttons go with the notice that they are in.
    connect(m_load, &QAction::triggered, m_listing, &Listing::load, Qt::QueuedConnection);
    connect(m_tryAgain, &QAction::triggered, m_listing, &Listing::refresh, Qt::QueuedConnection);
    connect(m_listing, &Listing::left, this, &ServicesPane::forgetCurrent);
    connect(m_listing, &Listing::changed, this, &ServicesPane::showListing);
    showListing();
}

QBoxLayout *ServicesPane::makeHead()
{
    m_summary->setFont(fontOf(Type::Strong));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setMinimumWidth(leastLabel);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(96, 12);
    m_progress->setAccessibleName(tr("Loading"));
    m_cancelButton->setDefaultAction(m_cancel);
    m_cancelButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *head = new QHBoxLayout;
    setPlain(head);
    head->addWidget(m_summary, 1);
    head->addWidget(m_progress);
    head->addWidget(m_cancelButton);
    return head;
}

QBoxLayout *ServicesPane::makeFilter()
{
    auto *label = new QLabel(tr("Filter"), this);
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(label->text());
    m_filter->setPlaceholderText(tr("Words that must occur in a row"));
    m_filter->setToolTip(m_focusFilter->toolTip());
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(Icon::Search), QLineEdit::LeadingPosition)->setText(label->text());
    // Qt gives the button that clears the field no name.
    if (auto *clear = m_filter->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear"));
    m_filter->setText(m_listing->filter()->text());
    m_matches->setFont(fontOf(Type::Small));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_listing->filter()->setText(text);
        showListing();
    });
    auto *clear = new QShortcut(Qt::Key_Escape, m_filter, nullptr, nullptr, Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, m_filter, &QLineEdit::clear);
    auto *down = new QShortcut(Qt::Key_Down, m_filter, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, &ServicesPane::focusTable);
    auto *row = new QHBoxLayout;
    setPlain(row);
    row->addWidget(label);
    row->addWidget(m_filter, 1);
    row->addWidget(m_matches);
    return row;
}

void ServicesPane::makeTable()
{
    // Before the view's own connections, so that it is known when rows begin to move.
    ServicesFilter *filter = m_listing->filter();
    const auto begin = [this] { ++m_rowsMoving; };
    const auto end = [this] { --m_rowsMoving; };
    connect(filter, &ServicesFilter::rowsAboutToBeRemoved, this, begin);
    connect(filter, &ServicesFilter::rowsRemoved, this, end);
    connect(filter, &ServicesFilter::modelAboutToBeReset, this, begin);
    connect(filter, &ServicesFilter::modelReset, this, end);

    m_table->setModel(filter);
    m_table->horizontalHeader()->setSortIndicator(filter->sortColumn(), filter->sortOrder());
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setStretchLastSection(false); // a number would go far away
    fitColumns(m_table, {9, 15, 11, 13, 14, 7, 5, 5, 19, 12});
    elideMiddle(m_table, ServicesModel::ServiceColumn);
    offerColumns(m_table,
                 {ServicesModel::TypeColumn, ServicesModel::CustomerColumn,
                  ServicesModel::MediaColumn, ServicesModel::OpenTasksColumn,
                  ServicesModel::OpenStatesColumn, ServicesModel::StartedColumn});
    m_table->setColumnHidden(ServicesModel::StartedColumn, true); // the age says it
    m_table->installEventFilter(this);
    m_table->addAction(m_copyId);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pages->addWidget(m_table);
}

void ServicesPane::makeEmptyStates()
{
    m_nothing->tell(Icon::Service, tr("Nothing loaded yet"),
                    tr("Choose at the left where services come from, then load them."));
    m_nothing->offer(m_load);
    m_failed->offer(m_tryAgain);
    for (QWidget *state : {m_nothing, m_none, m_failed})
        m_pages->addWidget(state);
}

void ServicesPane::connectTable()
{
    m_choosing.setSingleShot(true);
    m_choosing.setInterval(arrowingPause);
    connect(&m_choosing, &QTimer::timeout, this, [this] { choose(m_table->currentIndex()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ServicesPane::chooseLater);
    // Also of the row that is current already: what is open may be another one by now.
    connect(m_table, &TableView::clicked, this, &ServicesPane::choose);
    connect(m_table, &TableView::activatedRow, this, &ServicesPane::choose);
}

void ServicesPane::showListing()
{
    m_summary->setText(m_listing->summary());
    if (m_filter->text().simplified() != m_listing->filter()->text())
        m_filter->setText(m_listing->filter()->text()); // cleared by another environment
    const bool loading = m_listing->state() == State::Loading;
    m_progress->setVisible(loading);
    m_cancelButton->setVisible(loading);
    setWhyNot(m_cancel, loading ? QString() : tr("Nothing is being loaded."));
    const QLocale locale;
    m_matches->setText(tr("%1 of %2 match")
                           .arg(locale.toString(m_listing->filter()->rowCount()),
                                locale.toString(m_listing->model()->rowCount())));
    m_matches->setVisible(!m_listing->filter()->text().isEmpty());
    m_table->setColumnHidden(ServicesModel::StatusColumn, !m_listing->listsCompleted());
    m_table->setColumnHidden(ServicesModel::DispositionColumn, !m_listing->listsCompleted());
    m_pages->setCurrentWidget(page());
    tellProblems();
    findCurrent();
}

void ServicesPane::tellProblems()
{
    const QList<Listing::Problem> &problems = m_listing->problems();
    const bool said = m_pages->currentWidget() == m_failed;
    if (problems.isEmpty() || said || m_listing->state() == State::Loading) {
        if (!m_notice->isClear())
            m_notice->clear();
        return;
    }
    QStringList lines;
    QStringList details;
    for (const Listing::Problem &problem : problems) {
        //: a source that failed ("customer 0001"), and why
        const QString line = tr("%1: %2").arg(problem.source, problem.error.message);
        if (lines.size() < namedProblems)
            lines.append(line);
        else
            details.append(line);
        if (!problem.error.detail.isEmpty())
            details.append(problem.error.detail);
    }
    if (problems.size() > namedProblems)
        lines.append(
            tr("… and %n more, see the details.", nullptr, int(problems.size() - namedProblems)));
    const QString headline = tr("%n source(s) failed", nullptr, int(problems.size()));
    if (!m_notice->isClear() && m_notice->words() == headline + u' ' + lines.join(u'\n'))
        return; // said already
    m_notice->tell(Status::Caution, headline, lines.join(u'\n'), details.join(u'\n'));
    m_notice->offer({m_tryAgain});
}

QWidget *ServicesPane::page()
{
    const bool any = m_listing->model()->rowCount() > 0;
    if (any && m_listing->filter()->rowCount() > 0)
        return m_table;
    if (any) {
        m_none->tell(Icon::Search, tr("No service matches the filter"),
                     tr("Press Esc in the filter to see all services again."));
        return m_none;
    }
    switch (m_listing->state()) {
    case State::Empty:
        if (m_listing->whyNot().isEmpty())
            return m_nothing;
        m_none->tell(Icon::Service, tr("Nothing loaded yet"), m_listing->whyNot());
        break;
    case State::Loading:
        m_none->tell(Icon::Busy, tr("Loading…"), tr("Services appear as they arrive."));
        break;
    case State::Loaded:
        m_none->tell(Icon::Service, tr("No services"), tr("There is none in the chosen source."));
        break;
    case State::Incomplete:
        m_none->tell(Icon::Caution, tr("No services were found"),
                     m_listing->wasCancelled() ? tr("Loading was cancelled before any arrived.")
                                               : tr("Not all sources could be asked."));
        break;
    case State::Failed:
        m_failed->tell(Icon::Failed, tr("No services could be loaded"),
                       m_listing->problems().isEmpty()
                           ? QString()
                           : m_listing->problems().constFirst().error.message);
        return m_failed;
    }
    return m_none;
}

// What somebody chose stays current whatever happens to the rows around it. While the filter hides
// it no row is current, and when it has left the list neither: what is open is still the old one.
void ServicesPane::findCurrent()
{
    const QScopedValueRollback quiet(m_rowsMoving, m_rowsMoving + 1);
    const QModelIndex current = m_table->currentIndex();
    const int row = m_listing->model()->rowOf(m_currentId);
    if (row >= 0) {
        const QModelIndex index = m_listing->filter()->mapFromSource(
            m_listing->model()->index(row, ServicesModel::ServiceColumn));
        if (index.isValid() ? index.row() != current.row() : current.isValid())
            moveCurrent(index);
    } else if (current.isValid()) {
        moveCurrent({});
        m_next = current; // the view has moved on to it
    }
    setWhyNot(m_copyId, m_currentId.isEmpty() ? tr("Choose a service first.") : QString());
}

void ServicesPane::moveCurrent(const QModelIndex &index)
{
    m_next = QModelIndex();
    m_table->selectionModel()->setCurrentIndex(index,
                                               QItemSelectionModel::ClearAndSelect
                                                   | QItemSelectionModel::Rows);
    m_table->setCurrentIndex(index); // so that the view does not choose one when it gets the focus
    if (index.isValid())
        m_table->scrollTo(index);
}

bool ServicesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_next.isValid()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_table->selectRow(m_next.row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ServicesPane::forgetCurrent()
{
    setCurrentService({});
}

void ServicesPane::setCurrentService(const QString &serviceId)
{
    m_choosing.stop();
    m_currentId = serviceId;
    if (m_listing->model()->rowOf(serviceId) < 0) {
        const QScopedValueRollback quiet(m_rowsMoving, m_rowsMoving + 1);
        moveCurrent({});
    }
    findCurrent();
}

void ServicesPane::chooseLater(const QModelIndex &current)
{
    if (m_rowsMoving > 0 || !current.isValid())
        return;
    m_next = QModelIndex();
    m_currentId = current.data(ServicesModel::IdRole).toString();
    setWhyNot(m_copyId, {});
    m_choosing.start();
}

void ServicesPane::choose(const QModelIndex &index)
{
    m_choosing.stop();
    if (!index.isValid())
        return;
    m_currentId = index.data(ServicesModel::IdRole).toString();
    emit serviceChosen(m_currentId);
}

void ServicesPane::copyId()
{
    QGuiApplication::clipboard()->setText(m_currentId);
}

MenuActions ServicesPane::menuActions() const
{
    return {m_focusFilter, m_copyId, nullptr, m_cancel};
}

void ServicesPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ServicesPane::focusTable()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_listing->filter()->rowCount() > 0)
        m_table->selectRow(m_next.isValid() ? m_next.row() : 0);
}

QByteArray ServicesPane::saveLayout() const
{
    return m_table->saveColumns();
}

void ServicesPane::restoreLayout(const QByteArray &layout)
{
    m_table->restoreColumns(layout);
    showListing(); // which columns are shown is not a matter of the layout alone
}

} // namespace closeout::ui
