// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowspane.h"

#include "ui/find/sources/listing.h"
#include "ui/find/table/agechart.h"
#include "ui/find/table/filterfield.h"
#include "ui/find/table/rowsheader.h"
#include "ui/find/table/rowswords.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace closeout::ui {

using rows::Subject;

namespace {

constexpr auto arrowingPause = 150ms; // so that not every row that is passed is read
constexpr int roomForChart = 420; // in pixels: the list has the first claim on less

} // namespace

RowsPane::RowsPane(Listing &listing, ShownRows &shown, RowSelection &selection,
                   const RowsActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_listing(listing)
    , m_shown(shown)
    , m_selection(selection)
    , m_model(shown, selection)
    , m_filter(new FilterField(shown, this))
    , m_matches(new QLabel(this))
    , m_chart(new AgeChart(shown, this))
    , m_pages(new QStackedWidget(this))
    , m_table(
          new TableView(shown.subject() == Subject::Service ? tr("Services") : tr("Tasks"), this))
    , m_place(listing, shown, m_model, m_table)
    , m_deeds(shown, m_model)
    , m_selected(textLabel(this, Type::Small)) // a long sentence does not make the window wider
    , m_clearButton(new QToolButton(this))
    , m_onlyButton(new QToolButton(this))
    , m_actions(actions)
{
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, gap);
    layout->addWidget(m_filter);
    layout->addWidget(m_chart);
    layout->addWidget(m_pages, 1);
    m_matches->setFont(fontOf(Type::Small));
    m_filter->showBeside(m_matches);
    makeTable();
    layout->addLayout(makeSelectionLine());
    connectTable();
    connect(&m_selection, &RowSelection::changed, this, [this] {
        showSelection();
        m_selected->setAccessibleName(m_selected->text()); // what was announced is no longer so
    });
    connect(&m_shown, &ShownRows::asked, this, [this] { m_place.startAnew(); });
    connect(&m_shown, &ShownRows::asked, this, &RowsPane::showSelection);
    connect(&m_shown, &ShownRows::changed, this, &RowsPane::showSelection);
    connect(&m_listing, &Listing::replaced, this, [this] { setCurrentRow({}); });
    connect(m_filter, &FilterField::downPressed, this, &RowsPane::enterTable);
    showSelection();
}

void RowsPane::setActive(bool isActive)
{
    for (const QMetaObject::Connection &connection : std::exchange(m_taken, {}))
        disconnect(connection);
    if (!isActive)
        return;
    const auto withRow = [this](QAction *action, auto deed) {
        return connect(action, &QAction::triggered, this,
                       [this, deed] { (m_deeds.*deed)(m_table->currentIndex()); });
    };
    m_taken = {
        connect(m_actions.prepare, &QAction::triggered, this,
                [this] { chooseAndEnter(m_table->currentIndex()); }),
        withRow(m_actions.copyId, &RowDeeds::copyId),
        withRow(m_actions.copyCustomer, &RowDeeds::copyCustomer),
        withRow(m_actions.onlyValue, &RowDeeds::onlyValue),
        withRow(m_actions.allOfCustomer, &RowDeeds::allOfCustomer),
        connect(m_actions.filter, &QAction::triggered, this, &RowsPane::focusFilter),
        connect(m_actions.copyIds, &QAction::triggered, this,
                [this] { m_deeds.copyIds(m_selection.rows(), m_current); }),
        connect(m_actions.columns, &QAction::triggered, m_header, &RowsHeader::chooseColumns),
        connect(m_actions.sort, &QAction::triggered, m_header, &RowsHeader::chooseOrder),
        connect(m_actions.toggle, &QAction::triggered, this, &RowsPane::toggleCurrent),
        connect(m_actions.selectAll, &QAction::triggered, &m_selection, &RowSelection::selectShown),
        connect(m_actions.clear, &QAction::triggered, &m_selection, &RowSelection::clear),
        connect(m_actions.only, &QAction::triggered, this, &RowsPane::toggleOnlySelected),
    };
    showActions();
}

void RowsPane::makeTable()
{
    // Before the view's own connections, so that it is known when rows begin to move.
    connect(&m_model, &RowsModel::modelAboutToBeReset, this, &RowsPane::rememberPlace);
    m_table->setModel(&m_model);
    connect(&m_model, &RowsModel::modelReset, this, &RowsPane::findPlace);
    m_header = new RowsHeader(m_listing, m_shown, m_model, m_table);
    connect(m_header, &RowsHeader::columnsChanged, this, &RowsPane::columnsChanged);
    m_table->installEventFilter(this);
    const auto line = [this] {
        auto *separator = new QAction(m_table);
        separator->setSeparator(true);
        return separator;
    };
    m_table->addActions({m_actions.prepare, m_actions.copyId, m_actions.copyCustomer, line(),
                         m_actions.onlyValue, m_actions.allOfCustomer, line(), m_actions.toggle,
                         m_actions.selectAll, m_actions.copyIds, m_actions.clear, m_actions.only});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pages->addWidget(m_table);
    m_pages->setAccessibleName(m_table->accessibleName()); // it has the focus in the table's place
}

QBoxLayout *RowsPane::makeSelectionLine()
{
    makeAnnouncer(m_selected);
    m_clearButton->setDefaultAction(m_actions.clear);
    m_onlyButton->setDefaultAction(m_actions.only);
    for (QToolButton *button : {m_clearButton, m_onlyButton})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *line = new QHBoxLayout;
    setPlain(line, gap);
    line->addWidget(m_selected, 1);
    line->addWidget(m_onlyButton);
    line->addWidget(m_clearButton);
    return line;
}

void RowsPane::connectTable()
{
    m_choosing.setSingleShot(true);
    m_choosing.setInterval(arrowingPause);
    connect(&m_choosing, &QTimer::timeout, this, [this] { choose(m_table->currentIndex()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RowsPane::chooseLater);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentColumnChanged, this, [this] {
        if (!m_taken.isEmpty())
            showActions();
    });
    // Also of the row that is current already: what is open may be another one by now.
    connect(m_table, &TableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() != RowsModel::SelectedColumn) {
            choose(index);
            return;
        }
        // The click has toggled it.
        if (QGuiApplication::keyboardModifiers() == Qt::ShiftModifier && m_lastToggled >= 0)
            selectFrom(m_lastToggled, index.row());
        m_lastToggled = index.row();
    });
    connect(m_table, &TableView::activatedRow, this, &RowsPane::chooseAndEnter);
}

void RowsPane::setColumns(const QList<rows::Column> &columns)
{
    m_header->setColumns(columns);
}

void RowsPane::showInPlace(QWidget *said)
{
    if (said && m_pages->indexOf(said) < 0)
        m_pages->addWidget(said);
    // Without this the focus would go on to whatever is next, and not come back with the table.
    const QWidget *focused = window()->focusWidget();
    const bool isOurs = focused == m_table || focused == m_pages;
    m_pages->setCurrentWidget(said ? said : m_table);
    if (isOurs)
        focusTable();
}

// Before the rows become others.
void RowsPane::rememberPlace()
{
    ++m_rowsMoving;
    m_place.remember();
    if (m_place.hasRows() && m_table->currentIndex().isValid())
        m_next = m_table->currentIndex().row();
}

void RowsPane::findPlace()
{
    --m_rowsMoving;
    const QScopedValueRollback quiet(m_rowsMoving, m_rowsMoving + 1);
    m_place.findAgain();
    const int current = m_current ? m_model.indexOf(*m_current) : -1;
    if (current < 0 && m_current) // or the view opens another by itself when it gets the focus
        m_table->setCurrentIndex({});
    if (current >= 0)
        moveCurrent(current);
    else if (m_next)
        m_next = std::clamp(*m_next, 0, std::max(0, m_model.rowCount() - 1));
    m_lastToggled = -1;
    showSelection();
}

// Without scrolling: whoever looks at other rows goes on looking at them.
void RowsPane::moveCurrent(int row)
{
    m_next.reset();
    const QModelIndex index = row < 0 ? QModelIndex() : m_model.index(row, 1);
    m_table->setAutoScroll(false);
    m_table->selectionModel()->setCurrentIndex(index,
                                               QItemSelectionModel::ClearAndSelect
                                                   | QItemSelectionModel::Rows);
    m_table->setAutoScroll(true);
}

void RowsPane::setCurrentRow(std::optional<quint32> row)
{
    m_choosing.stop();
    if (row == m_current && row)
        return;
    m_current = row;
    const QScopedValueRollback quiet(m_rowsMoving, m_rowsMoving + 1);
    const int shown = row ? m_model.indexOf(*row) : -1;
    moveCurrent(shown);
    if (shown >= 0 && !m_place.isWanted())
        m_table->scrollTo(m_model.index(shown, 1));
    showSelection();
}

void RowsPane::showSelection()
{
    m_matches->setText(matchesInWords(m_shown, m_listing));
    const bool isSaid = !m_selection.words().isEmpty();
    m_selected->setText(selectionInWords());
    m_selected->setVisible(isSaid || m_shown.showsOnly());
    m_clearButton->setVisible(isSaid);
    m_onlyButton->setVisible(m_selection.count() > 0 || m_shown.showsOnly());
    if (!m_taken.isEmpty())
        showActions();
}

// The form is about one, however many are selected.
QString RowsPane::selectionInWords() const
{
    const QString words = m_selection.words();
    const bool isAnother = m_current && m_selection.count() > 0
        && (m_selection.count() > 1 || !m_selection.contains(*m_current));
    //: %1: "5 selected"
    return isAnother ? tr("%1. The form completes the current row alone.").arg(words) : words;
}

void RowsPane::showActions()
{
    const QString none = m_selection.count() > 0 ? QString() : tr("Nothing is selected.");
    const quint32 count = m_shown.count();
    //: %1: how many rows, as in "Select All 388 That Match"
    m_actions.selectAll->setText(
        count > 0 && !m_shown.error()
            ? tr("Select All %1 That &Match").arg(QLocale().toString(count))
            : tr("Select All That &Match"));
    const QString whyNone = count > 0 ? QString() : tr("Nothing matches the filter.");
    // More may be shown then than anybody has asked for.
    setWhyNot(m_actions.selectAll,
              m_shown.error() ? tr("The filter is wrong: %1").arg(m_shown.error()->message)
                              : whyNone);
    setWhyNot(m_actions.clear, m_selection.words().isEmpty() ? none : QString());
    m_actions.only->setChecked(m_shown.showsOnly());
    setWhyNot(m_actions.only, m_shown.showsOnly() ? QString() : none);
    setWhyNot(m_actions.copyIds,
              none.isEmpty() || m_current ? QString() : tr("Choose a service first."));
    m_deeds.showActions(m_actions, m_table->currentIndex());
    setWhyNot(m_actions.toggle,
              m_table->currentIndex().isValid() ? QString() : tr("Choose a row first."));
}

void RowsPane::toggleOnlySelected()
{
    if (m_shown.showsOnly())
        m_shown.showOnly({});
    else
        m_shown.showOnly(m_selection.rows());
}

void RowsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_chart->setLow(height() < roomForChart);
}

bool RowsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool RowsPane::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isUpOrDown = key == Qt::Key_Down || key == Qt::Key_Up;
    if (isUpOrDown && m_next && !m_table->currentIndex().isValid()) {
        m_table->selectRow(*m_next);
        return true;
    }
    if (isUpOrDown && modifiers == Qt::ShiftModifier && m_table->currentIndex().isValid()) {
        const int from = m_table->currentIndex().row();
        const int to = std::clamp(from + (key == Qt::Key_Down ? 1 : -1), 0, m_model.rowCount() - 1);
        selectFrom(from, to);
        m_table->selectRow(to);
        return true;
    }
    return false;
}

void RowsPane::selectFrom(int from, int to)
{
    const std::vector<quint32> &rows = m_shown.shown()->rows;
    const auto [first, last] = std::minmax(from, to);
    if (first >= 0 && size_t(last) < rows.size())
        m_selection.setSelected(std::span(rows).subspan(size_t(first), size_t(last - first) + 1),
                                true);
}

void RowsPane::toggleCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const quint32 row = m_model.rowNumber(current.row());
    const bool isSelected = !m_selection.contains(row);
    m_selection.setSelected(row, isSelected);
    m_lastToggled = current.row();
    //: %1: a row, as "Service 1"; %2: how many are selected
    const QString words = isSelected ? tr("%1 selected, %2 in all")
                                     //: %1: a row, as "Service 1"; %2: how many are selected
                                     : tr("%1 not selected any more, %2 in all");
    announce(m_selected, words.arg(m_model.nameOf(row), QLocale().toString(m_selection.count())));
}

void RowsPane::chooseLater(const QModelIndex &current)
{
    if (m_rowsMoving > 0 || !current.isValid())
        return;
    m_place.want({});
    m_next.reset();
    m_current = m_model.rowNumber(current.row());
    showSelection();
    m_choosing.start();
}

void RowsPane::choose(const QModelIndex &index)
{
    m_choosing.stop();
    if (!index.isValid())
        return;
    m_current = m_model.rowNumber(index.row());
    emit chosen(*m_current);
}

void RowsPane::chooseNext()
{
    const QModelIndex current = m_table->currentIndex();
    const int row = m_model.openRowBehind(current.isValid() ? current.row()
                                                            : m_next.value_or(0) - 1);
    if (row < 0 || row == current.row())
        return;
    m_table->selectRow(row);
    choose(m_model.index(row, 1));
}

qsizetype RowsPane::leftBehind() const
{
    return m_model.openCount() - (isCurrentShown() && !m_model.hasEnded(*m_current) ? 1 : 0);
}

void RowsPane::chooseAndEnter(const QModelIndex &index)
{
    choose(index);
    emit entered();
}

void RowsPane::focusChart()
{
    m_chart->setFocus(Qt::ShortcutFocusReason);
}

void RowsPane::focusFilter()
{
    m_filter->focusEdit();
}

void RowsPane::focusTable()
{
    QWidget *page = m_pages->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : m_pages;
    page->setFocus(Qt::ShortcutFocusReason);
}

void RowsPane::enterTable()
{
    focusTable();
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->selectRow(m_next.value_or(0));
}

QByteArray RowsPane::saveLayout() const
{
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out << m_header->names() << m_table->saveColumns() << m_place.top();
    return layout;
}

void RowsPane::restoreLayout(const QByteArray &layout)
{
    QString names;
    QByteArray header;
    QByteArray top;
    QDataStream in(layout);
    in >> names >> header >> top;
    if (in.status() != QDataStream::Ok)
        return;
    m_header->restore(names, header);
    m_place.want(top);
}

} // namespace closeout::ui
