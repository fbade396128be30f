// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/commandpalette.h"

#include "ui/widgets/action.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/metrics.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int actionRole = Qt::UserRole;
constexpr int wordsRole = Qt::UserRole
    + 1; // what it is found by: not the reason why it cannot be run

// A row matches when each word typed occurs somewhere in it, in any order.
class WordFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words)
    {
        m_words = words.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(wordsRole).toString();
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList m_words;
};

QString withoutMnemonic(const QAction *action)
{
    return action->iconText();
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_words(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(tr("No command is called so."), this))
    , m_commands(new QStandardItemModel(this))
    , m_matching(new WordFilter(this))
{
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setAccessibleName(tr("Command"));
    m_words->addAction(icon(Icon::Command, Status::Neutral), QLineEdit::LeadingPosition)
        ->setText(m_words->accessibleName());
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_matching->setSourceModel(m_commands);
    m_list->setModel(m_matching);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    layout->addWidget(m_none, 1, Qt::AlignTop);
    makeAnnouncer(m_none);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open(const QList<QAction *> &menus)
{
    m_commands->clear();
    for (const QAction *menu : menus)
        collect(menu, {});
    m_focusBefore = window()->focusWidget();
    const int width = std::min(560, parentWidget()->width() - 2 * wide);
    const int height = std::min(420, parentWidget()->height() - 4 * wide);
    setGeometry((parentWidget()->width() - width) / 2, 2 * wide, width, height);
    m_words->clear();
    filter({});
    show();
    raise();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::collect(const QAction *menu, const QString &path)
{
    const QString name = withoutMnemonic(menu);
    const QString here = path.isEmpty() ? name : tr("%1 › %2").arg(path, name);
    const QList<QAction *> actions = menu->menu()->actions();
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        if (action->menu()) {
            collect(action, here);
            continue;
        }
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString line = tr("%1 › %2").arg(here, withoutMnemonic(action));
        QStringList parts{line, keys, whyNot(action)}; // all of which is read, too
        parts.removeAll(QString());
        auto *item = new QStandardItem(action->icon(), parts.join(u"    "_s));
        item->setEnabled(action->isEnabled());
        item->setToolTip(action->toolTip());
        item->setData(QVariant::fromValue(action), actionRole);
        item->setData(u"%1 %2"_s.arg(line, keys), wordsRole);
        m_commands->appendRow(item);
    }
}

void CommandPalette::filter(const QString &words)
{
    static_cast<WordFilter *>(m_matching)->setWords(words);
    const bool isNone = m_matching->rowCount() == 0;
    m_list->setVisible(!isNone);
    m_none->setVisible(isNone);
    if (isNone)
        announce(m_none, m_none->text());
    for (int row = 0; row < m_matching->rowCount(); ++row) {
        const QModelIndex index = m_matching->index(row, 0);
        if (index.flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentIndex(index);
            return;
        }
    }
}

void CommandPalette::run(const QModelIndex &index)
{
    const QPointer<QAction> action = index.data(actionRole).value<QAction *>();
    if (!action || !action->isEnabled())
        return;
    putAway();
    action->trigger();
}

void CommandPalette::putAway()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

// The field keeps the keys; those that move in the list are handed to it.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const QWidget *next = window()->focusWidget();
        if (next && next != m_words && next != m_list)
            hide();
    }
    // Esc is a shortcut elsewhere; here it is taken before it becomes one.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        putAway();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched == m_words)
            QCoreApplication::sendEvent(m_list, event);
        return watched == m_words;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace closeout::ui
