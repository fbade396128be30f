// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/columnchooser.h"

#include "filter/completion.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/background.h"
#include "ui/widgets/parts.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using rows::Column;
using rows::Field;

namespace {

constexpr QSize usualSize(280, 420);

QString nameOf(const Column &column) // of data with its field, so that it is not taken for one
{
    if (column.field == Field::Status)
        //: %1: the column Status, which is hidden while all that is listed is active
        return QCoreApplication::translate("closeout::ui::ColumnChooser",
                                           "%1 (of what is not active)")
            .arg(column.title());
    return column.path.isEmpty() ? column.title() : column.name();
}

} // namespace

ColumnChooser::ColumnChooser(rows::Subject subject, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_subject(subject)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_hint(quietLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Columns"));
    m_edit->setAccessibleName(tr("Find a column"));
    //: the path of a value in the attached data is an example, and not translated
    m_edit->setPlaceholderText(tr("Find, or add data.Feedback.rating"));
    offerClear(m_edit);
    m_edit->installEventFilter(this);
    makeAnnouncer(m_hint);
    m_list->setAccessibleName(tr("Columns"));
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &ColumnChooser::narrow);
    connect(m_edit, &QLineEdit::returnPressed, this, &ColumnChooser::addTyped);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::take);
}

void ColumnChooser::open(const QList<Column> &columns, const rows::Snapshot &snapshot,
                         const QPoint &place)
{
    m_columns = columns;
    m_offered.clear();
    m_list->clear();
    m_edit->clear();
    for (const Column &column : columns) // in their order, which can be changed here
        offer(column);
    for (const rows::FieldSpec &spec : rows::allFields()) {
        if (spec.subjects.testFlag(m_subject))
            offer({spec.field});
    }
    inBackground(
        this, [snapshot, subject = m_subject] { return filter::dataPathsIn(snapshot, subject); },
        [this](const QStringList &paths) { offerData(paths); });
    resize(usualSize);
    const QRect room = screen()->availableGeometry();
    move(std::min(place.x(), room.right() - width()),
         std::min(place.y(), room.bottom() - height()));
    narrow();
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void ColumnChooser::offer(const Column &column)
{
    if (m_offered.contains(column))
        return;
    const QSignalBlocker quiet(m_list);
    m_offered.append(column);
    auto *item = new QListWidgetItem(nameOf(column), m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(m_columns.contains(column) ? Qt::Checked : Qt::Unchecked);
}

void ColumnChooser::offerData(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (const Result<rows::DataPath> parsed = rows::DataPath::parse(path))
            offer({Field::Data, *parsed});
    }
    narrow();
}

Result<Column> ColumnChooser::typed() const
{
    return Column::fromName(m_edit->text(), m_subject);
}

void ColumnChooser::narrow()
{
    const QString text = m_edit->text().trimmed();
    bool isAny = false;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(text, Qt::CaseInsensitive)
            || m_offered.at(i).name().contains(text, Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!fits);
        isAny = isAny || fits;
    }
    const Result<Column> column = typed();
    if (!text.isEmpty() && column && !m_offered.contains(*column))
        m_hint->setText(tr("Enter adds the column “%1”.").arg(nameOf(*column)));
    else if (!isAny)
        m_hint->setText(column ? QString() : column.error().message);
    else
        m_hint->setText(tr("Space shows or hides a column. Alt+Up and Alt+Down move it."));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_hint->setAccessibleName(m_hint->text()); // in place of what was announced
}

// A list without a column would look empty: the last one stays.
void ColumnChooser::take(QListWidgetItem *item)
{
    const Column column = m_offered.at(m_list->row(item));
    if (item->checkState() == Qt::Checked && !m_columns.contains(column)) {
        m_columns.append(column);
    } else if (item->checkState() == Qt::Unchecked && m_columns.size() > 1) {
        m_columns.removeOne(column);
    } else {
        const QSignalBlocker quiet(m_list);
        item->setCheckState(m_columns.contains(column) ? Qt::Checked : Qt::Unchecked);
        return;
    }
    emit chosen(m_columns);
    const QString words = item->checkState() == Qt::Checked
        ? tr("The column “%1” is shown.")
        : tr("The column “%1” is not shown any more.");
    announce(m_hint, words.arg(item->text()));
}

// Among those that the list has; the others are in no order.
void ColumnChooser::moveCurrent(int by)
{
    const int row = m_list->currentRow();
    const qsizetype place = row < 0 ? -1 : m_columns.indexOf(m_offered.at(row));
    const qsizetype target = place + by;
    if (place < 0 || target < 0 || target >= m_columns.size())
        return;
    const int to = int(m_offered.indexOf(m_columns.at(target)));
    m_columns.swapItemsAt(place, target);
    const QSignalBlocker quiet(m_list);
    m_list->insertItem(to, m_list->takeItem(row));
    m_offered.move(row, to);
    m_list->setCurrentRow(to);
    emit chosen(m_columns);
}

// What was typed, or else the only one that is left of what is offered.
void ColumnChooser::addTyped()
{
    if (m_edit->text().trimmed().isEmpty())
        return;
    if (const Result<Column> column = typed())
        offer(*column);
    const Result<Column> column = typed();
    QListWidgetItem *only = nullptr;
    int seen = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        if (column && m_offered.at(i) == *column) {
            only = m_list->item(i);
            seen = 1;
            break;
        }
        if (!m_list->item(i)->isHidden()) {
            only = m_list->item(i);
            ++seen;
        }
    }
    if (seen != 1)
        return;
    m_edit->clear(); // first: it takes back what was announced
    only->setCheckState(only->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

// Before the list makes its first row current, which may be hidden.
void ColumnChooser::makeShownCurrent()
{
    int row = m_list->currentRow();
    if (row >= 0 && !m_list->isRowHidden(row))
        return;
    for (row = 0; row < m_list->count() && m_list->isRowHidden(row);)
        ++row;
    if (row < m_list->count())
        m_list->setCurrentRow(row);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::FocusIn)
        makeShownCurrent();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isUpOrDown = press->key() == Qt::Key_Up || press->key() == Qt::Key_Down;
    if (watched == m_list && isUpOrDown && press->modifiers().testFlag(Qt::AltModifier)) {
        moveCurrent(press->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (watched == m_edit && press->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace closeout::ui
