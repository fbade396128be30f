// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the tests of a pane of rows begin with: the pane, in a window, over nine services.

#pragma once

#include "foundplace.h"
#include "ui/find/table/rowspane.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QLabel>

namespace closeout::test {

class RowsPaneTest : public QObject
{
protected:
    void open()
    {
        m_place = std::make_unique<FoundPlace>();
        m_owner = std::make_unique<QWidget>();
        m_actions = std::make_unique<ui::RowsActions>(m_owner.get());
        m_pane = std::make_unique<ui::RowsPane>(place().finding.listing, shown(), selection(),
                                                *m_actions);
        m_pane->setActive(true);
        m_table = m_pane->table();
        m_pane->resize(700, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        list(1, 9);
        QVERIFY(place().load());
        m_table->setFocus();
    }
    void close()
    {
        m_pane.reset();
        m_actions.reset();
        m_owner.reset();
        m_place.reset();
    }

    // The lower the number the older; even ones are of customer tin, the others of gold.
    void list(int from, int to, const QByteArray &more = {})
    {
        QByteArray services = more;
        for (int id = from; id <= to; ++id) {
            services += (services.isEmpty() ? "" : ",")
                + (R"({"service_id":)" + QByteArray::number(id)) + R"(,"customer_id":")"
                + (id % 2 == 0 ? "tin" : "gold") + R"(","started":{"timestamp":")"
                + ago(10'000'000 - id * 1000) + R"("}})";
        }
        place().list('[' + services + ']');
    }
    QString currentId() const
    {
        return m_table->currentIndex().data(ui::RowsModel::ServiceIdRole).toString();
    }
    bool says(const QString &text) const
    {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->text() == text && label->isVisible();
        });
    }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QModelIndex index = m_table->model()->index(row, column);
        QPoint place = m_table->visualRect(index).center();
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, place);
    }
    FoundPlace &place() { return *m_place; }
    ui::ShownRows &shown() { return m_place->finding.services; }
    ui::RowSelection &selection() { return m_place->finding.selectedServices; }

    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<QWidget> m_owner;
    std::unique_ptr<ui::RowsActions> m_actions;
    std::unique_ptr<ui::RowsPane> m_pane;
    ui::TableView *m_table = nullptr;
};

} // namespace closeout::test
