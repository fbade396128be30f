// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowdeeds.h"

#include "ui/find/table/rowvalue.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using rows::Field;
using rows::Subject;

namespace {

// For tr().
struct DeedsText
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::RowsPane)
};

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

RowDeeds::RowDeeds(ShownRows &shown, const RowsModel &model)
    : m_shown(shown)
    , m_model(model)
{
}

QString RowDeeds::text(const QModelIndex &row, Field field) const
{
    const rows::Snapshot &snapshot = m_shown.shown()->snapshot;
    return QString::fromUtf8(
        snapshot.text(snapshot.rows(m_shown.subject()), m_model.rowNumber(row.row()), field));
}

void RowDeeds::copyIds(std::vector<quint32> rows, std::optional<quint32> current) const
{
    constexpr qsizetype mostCopied = 100'000; // more than anybody pastes
    const rows::Snapshot &snapshot = m_shown.shown()->snapshot;
    const rows::Rows &all = snapshot.rows(m_shown.subject());
    if (rows.empty() && current)
        rows = {*current};
    QStringList ids;
    for (const quint32 row : rows) {
        if (row < all.count() && ids.size() < mostCopied)
            ids.append(QString::fromUtf8(snapshot.text(all, row, Field::ServiceId)));
    }
    copyText(ids.join(u'\n'));
}

void RowDeeds::copyId(const QModelIndex &current) const
{
    copyText(text(current, m_shown.subject() == Subject::Task ? Field::TaskId : Field::ServiceId));
}

void RowDeeds::copyCustomer(const QModelIndex &current) const
{
    const QString customer = text(current, Field::CustomerId);
    copyText(customer.isEmpty() ? text(current, Field::ContactKey) : customer);
}

QString RowDeeds::customerTerm(const QModelIndex &row) const
{
    const bool isAnonymous = text(row, Field::CustomerId).isEmpty();
    const Field field = isAnonymous ? Field::ContactKey : Field::CustomerId;
    return text(row, field).isEmpty() ? QString()
                                      : termFor(m_shown.shown()->snapshot, m_shown.subject(),
                                                m_model.rowNumber(row.row()), {field});
}

QString RowDeeds::termOf(const QModelIndex &cell) const
{
    if (!cell.isValid() || cell.column() == RowsModel::SelectedColumn)
        return {};
    const rows::Column &column = m_model.columns().at(cell.column() - 1);
    const quint32 row = m_model.rowNumber(cell.row());
    const Shown &shown = *m_shown.shown();
    if (column.field == Field::Stuck) {
        QStringList terms;
        for (const QString &name : m_shown.rules().namesOf(shown.reasonsOf(row)))
            terms.append(u"stuck:"_s + quotedTerm(name));
        return terms.isEmpty() ? u"stuck:no"_s : terms.join(u' ');
    }
    if (column.field == Field::CustomerId)
        return customerTerm(cell);
    return termFor(shown.snapshot, m_shown.subject(), row, column);
}

void RowDeeds::onlyValue(const QModelIndex &current) const
{
    const QString term = termOf(current);
    const QString before = m_shown.error() ? QString() : m_shown.filterText().trimmed();
    if (!before.split(u' ').contains(term))
        m_shown.setFilterText((before + u' ' + term).trimmed());
}

void RowDeeds::allOfCustomer(const QModelIndex &current) const
{
    m_shown.setFilterText(customerTerm(current));
}

void RowDeeds::showActions(const RowsActions &actions, const QModelIndex &current) const
{
    const bool isRow = current.isValid() && current.row() < m_model.rowCount();
    const QString none = isRow ? QString() : DeedsText::tr("Choose a row first.");
    setWhyNot(actions.prepare, none);
    setWhyNot(actions.copyId, none);
    const QString nobody = isRow && customerTerm(current).isEmpty()
        ? DeedsText::tr("Neither a customer nor a contact key is known of it.")
        : none;
    setWhyNot(actions.copyCustomer, nobody);
    setWhyNot(actions.allOfCustomer, nobody);
    setWhyNot(actions.onlyValue,
              isRow && termOf(current).isEmpty()
                  ? DeedsText::tr("A filter asks for such a cell by comparing, as in age>4h.")
                  : none);
}

} // namespace closeout::ui
