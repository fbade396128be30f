// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/tableview.h"

#include <QtCore/QDataStream>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace closeout::ui {

TableView::TableView(const QString &name, QWidget *parent)
    : Spoken<QTableView>(parent)
{
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setResizeContentsPrecision(0); // measured is what is in sight
    m_measureSoon.setSingleShot(true);
    connect(&m_measureSoon, &QTimer::timeout, this, &TableView::measureTexts);
    connect(this, &QTableView::doubleClicked, this, &TableView::activatedRow);
}

QByteArray TableView::saveColumns() const
{
    QByteArray columns;
    QDataStream stream(&columns, QIODevice::WriteOnly);
    stream << horizontalHeader()->saveState() << m_firstWidths;
    return columns;
}

void TableView::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray kept;
    QList<int> firstWidths; // of then
    stream >> kept >> firstWidths;
    const int columns = horizontalHeader()->count();
    const QByteArray before = horizontalHeader()->saveState();
    if (!horizontalHeader()->restoreState(kept) || horizontalHeader()->count() != columns) {
        horizontalHeader()->restoreState(before);
        return;
    }
    const qsizetype known = std::min(firstWidths.size(), m_firstWidths.size());
    for (int column = 0; column < known; ++column) {
        if (isColumnHidden(column) || columnWidth(column) == firstWidths.at(column))
            setColumnWidth(column, m_firstWidths.at(column));
    }
}

void TableView::setFirstWidths(const QList<int> &widths, const QList<int> &leastWidths)
{
    m_wantedWidths = widths;
    m_leastWidths = leastWidths.isEmpty() ? widths : leastWidths;
    m_firstWidths = widths;
    m_textWidths = QList<int>(widths.size(), 0);
    for (qsizetype column = 0; column < widths.size(); ++column)
        setColumnWidth(int(column), widths.at(column));
    fitFirstWidths();
    m_measureSoon.start(0);
}

bool TableView::isSized(int column) const
{
    return column >= m_firstWidths.size() || columnWidth(column) != m_firstWidths.at(column);
}

bool TableView::isStretched(int column) const
{
    const QHeaderView *header = horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    return header->stretchLastSection() && header->visualIndex(column) == last;
}

QList<int> TableView::elasticColumns() const
{
    const QHeaderView *header = horizontalHeader();
    QList<int> columns;
    for (int column = 0; column < std::min(header->count(), int(m_wantedWidths.size())); ++column) {
        if (!isColumnHidden(column) && !isStretched(column) && !isSized(column)
            && header->sectionResizeMode(column) != QHeaderView::Fixed)
            columns.append(column);
    }
    return columns;
}

void TableView::fitFirstWidths()
{
    const QList<int> columns = elasticColumns();
    int room = viewport()->width();
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const bool fills = isStretched(column) && column < m_wantedWidths.size();
        if (!columns.contains(column))
            room -= fills ? m_wantedWidths.at(column) : columnWidth(column);
    }
    int slack = 0;
    for (const int column : columns) {
        room -= m_wantedWidths.at(column);
        slack += m_wantedWidths.at(column) - m_leastWidths.at(column);
        m_firstWidths[column] = m_wantedWidths.at(column);
    }
    const int excess = -room;
    for (const int column : columns) {
        // Rounded up, so that all together are enough.
        if (excess > 0 && excess <= slack)
            m_firstWidths[column] -= ((m_wantedWidths.at(column) - m_leastWidths.at(column))
                                          * excess
                                      + slack - 1)
                / slack;
    }
    if (room > 0)
        growInto(room, columns);
    for (const int column : columns)
        setColumnWidth(column, m_firstWidths.at(column));
}

// First those that need the least, so that as many as possible are whole.
void TableView::growInto(int room, const QList<int> &columns)
{
    QList<int> growing;
    for (const int column : columns) {
        if (m_leastWidths.at(column) < m_wantedWidths.at(column))
            growing.append(column);
    }
    const auto need = [this](int column) {
        return std::max(m_textWidths.at(column) - m_wantedWidths.at(column), 0);
    };
    std::stable_sort(growing.begin(), growing.end(),
                     [need](int a, int b) { return need(a) < need(b); });
    for (qsizetype i = 0; i < growing.size(); ++i) {
        const int given = std::min(need(growing.at(i)), room / int(growing.size() - i));
        m_firstWidths[growing.at(i)] += given;
        room -= given;
    }
    const bool isFilled = horizontalHeader()->stretchLastSection(); // by the last one
    for (qsizetype i = 0; i < growing.size() && !isFilled; ++i) {
        const int given = room / int(growing.size() - i);
        m_firstWidths[growing.at(i)] += given;
        room -= given;
    }
}

// Of what is seen, and of what has been: while rows arrive columns shall not sway.
void TableView::measureTexts()
{
    bool isOther = false;
    const qsizetype known = std::min(m_textWidths.size(), qsizetype(horizontalHeader()->count()));
    for (int column = 0; column < known; ++column) {
        if (isColumnHidden(column) || m_leastWidths.at(column) == m_wantedWidths.at(column))
            continue;
        const int width = sizeHintForColumn(column);
        isOther |= width > m_textWidths.at(column);
        m_textWidths[column] = std::max(m_textWidths.at(column), width);
    }
    if (isOther)
        fitFirstWidths();
}

void TableView::reset()
{
    Spoken<QTableView>::reset();
    m_measureSoon.start(0); // when it is known which rows are in sight
}

// What a person is at stays in sight when a line appears below the table.
void TableView::resizeEvent(QResizeEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool wasSeen = current.top() >= 0 && current.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    fitFirstWidths();
    if (!wasSeen || current.bottom() < viewport()->height())
        return;
    scrollTo(currentIndex());
}

void TableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int left = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (!m_goesSideways)
        horizontalScrollBar()->setValue(left);
}

void TableView::setWidths(const QList<int> &widths)
{
    QList<int> pixels;
    for (const int width : widths)
        pixels.append(width * fontMetrics().averageCharWidth() + 16);
    setFirstWidths(pixels);
}

// What the rows need of the scroll bar is put off by Qt; until then it would not go that far.
void TableView::showFrom(int row)
{
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(row);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit activatedRow(currentIndex());
        return;
    }
    const auto sideways = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End};
    m_goesSideways = std::find(sideways.begin(), sideways.end(), event->key()) != sideways.end();
    QTableView::keyPressEvent(event);
    m_goesSideways = false;
}

// Otherwise Qt makes the first row current after each reset: a row that nobody has chosen.
void TableView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex({});
    QTableView::focusInEvent(event);
}

} // namespace closeout::ui
