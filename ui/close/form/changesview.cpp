// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/changesview.h"

#include "ui/close/draft/draft.h"
#include "ui/close/form/changesmodel.h"
#include "ui/widgets/exacttext.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

namespace {

constexpr int leastRows = 4; // with the headings
constexpr int linesInFull = 6; // the values before and after, if they are not long

} // namespace

ChangesView::ChangesView(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new ChangesModel(this))
    , m_summary(new QLabel(this))
    , m_table(new TableView(tr("Changes of attached data"), this))
    , m_inFull(new ExactText(this))
{
    m_summary->setWordWrap(true);
    m_summary->setFont(fontOf(Type::Small));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_table->setModel(m_model);
    m_table->setWidths({7, 10, 9, 9}); // all of it fits the narrowest form

    // What is left over, and no less than a few rows.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setMinimumHeight(leastRows * m_table->verticalHeader()->defaultSectionSize());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_inFull);
    m_inFull->setFont(fontOf(Type::Mono));
    m_inFull->setAccessibleName(tr("The change in full"));
    m_inFull->setFixedHeight(linesInFull * m_inFull->fontMetrics().lineSpacing() + 2 * gap);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChangesView::showCurrent);
    setFocusProxy(m_table);
    connect(&m_draft, &Draft::changed, this, &ChangesView::refresh);
}

void ChangesView::refresh()
{
    if (!isVisible())
        return;
    const std::optional<client::Record> &record = m_draft.record();
    const int before = m_table->currentIndex().row();
    const QString place = before < 0 ? QString() : m_model->placeAt(before);
    m_model->show(record ? record->attachedData() : QList<client::AttachedDatum>(),
                  m_draft.attachedData());
    m_summary->setText(
        m_model->rowCount() == 0
            ? tr("There are no attached data, and none will be sent.")
            : tr("This is what happens if the server replaces all attached data by those that are "
                 "sent, which is the worse reading of its documentation."));
    m_table->setVisible(m_model->rowCount() > 0);
    m_inFull->setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::max(m_model->rowOf(place), 0));
    showCurrent();
}

void ChangesView::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const QString text = row < 0 ? QString() : m_model->inFull(row);
    if (text != m_inFull->exactText()) // where somebody reads it stays
        m_inFull->setExactText(text);
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QByteArray ChangesView::saveLayout() const
{
    return m_table->saveColumns();
}

void ChangesView::restoreLayout(const QByteArray &state)
{
    m_table->restoreColumns(state);
}

} // namespace closeout::ui
