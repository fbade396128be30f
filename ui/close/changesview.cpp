// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/changesview.h"

#include "ui/close/changesmodel.h"
#include "ui/close/draft.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

ChangesView::ChangesView(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new ChangesModel(this))
    , m_summary(new QLabel(this))
    , m_table(new TableView(tr("Changes of attached data"), this))
{
    m_summary->setWordWrap(true);
    m_summary->setFont(fontOf(Type::Small));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_table->setModel(m_model);
    m_table->setWidths({7, 10, 9, 9}); // all of it fits the narrowest form

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    connect(&m_draft, &Draft::changed, this, &ChangesView::refresh);
}

void ChangesView::refresh()
{
    if (!isVisible())
        return;
    const std::optional<client::Record> &record = m_draft.record();
    m_model->show(record ? record->attachedData() : QList<client::AttachedDatum>(),
                  m_draft.attachedData());
    m_summary->setText(
        m_model->rowCount() == 0
            ? tr("There are no attached data, and none will be sent.")
            : tr("This is what happens if the server replaces all attached data by those that are "
                 "sent, which is the worse reading of its documentation."));
    m_table->setVisible(m_model->rowCount() > 0);
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
