// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloaddelegate.h"

#include "ui/payload/payloadmodel.h"
#include "ui/payload/payloadtypes.h"
#include "ui/widgets/look/metrics.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

#include <limits>

namespace closeout::ui {

PayloadDelegate::PayloadDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

bool PayloadDelegate::isFresh(const QModelIndex &index) const
{
    return m_fresh.isValid() && m_fresh == index.siblingAtColumn(m_fresh.column());
}

QSize PayloadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + gap); // an editor fits in
    return size;
}

QWidget *PayloadDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                       const QModelIndex &index) const
{
    if (index.column() == PayloadModel::TypeColumn)
        return createTypeEditor(parent, index);
    auto *line = new QLineEdit(parent);
    line->setMaxLength(std::numeric_limits<int>::max()); // else it cuts what it is given
    const QString key = index.siblingAtColumn(PayloadModel::KeyColumn).data().toString();
    if (index.column() == PayloadModel::KeyColumn) {
        line->setAccessibleName(tr("Key"));
        line->setPlaceholderText(tr("Key"));
    } else {
        line->setAccessibleName(tr("Value of %1").arg(key));
        line->setPlaceholderText(isFresh(index) ? tr("Text, 7, true, null, { or [") : QString());
    }
    return line;
}

QWidget *PayloadDelegate::createTypeEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *list = new QComboBox(parent);
    list->setAccessibleName(
        tr("Type of %1").arg(index.siblingAtColumn(PayloadModel::KeyColumn).data().toString()));
    for (const json::Type type : editableTypes())
        list->addItem(icon(typeIcon(type)), typeName(type), int(type));
    auto *self = const_cast<PayloadDelegate *>(this); // createEditor() is const, signals are not
    // Queued: the popup takes Return before shortcuts are asked, and the tree has one on Return.
    connect(
        list, &QComboBox::activated, list, [self, list] { self->finishType(list); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(list, &QComboBox::showPopup, Qt::QueuedConnection); // once placed
    return list;
}

void PayloadDelegate::finishType(QWidget *editor)
{
    emit commitData(editor);
    emit closeEditor(editor, SubmitModelCache);
}

void PayloadDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(value.toString());
        line->selectAll();
    } else if (auto *list = qobject_cast<QComboBox *>(editor)) {
        list->setCurrentIndex(list->findData(value));
    }
}

void PayloadDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const
{
    const bool isValue = index.column() == PayloadModel::ValueColumn;
    if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        const bool asTyped = isValue && isFresh(index);
        model->setData(index, line->text(),
                       asTyped ? int(PayloadModel::AsTypedRole) : int(Qt::EditRole));
    } else if (const auto *list = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, list->currentData());
    }
}

// The whole cell, not only where its text is.
void PayloadDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex & /*index*/) const
{
    editor->setGeometry(option.rect);
}

} // namespace closeout::ui
