// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/journalpane.h"

#include "client/curl.h"
#include "ui/journal/entrywords.h"
#include "ui/journal/exchangeview.h"
#include "ui/journal/history.h"
#include "ui/journal/recordedrequest.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

namespace {

constexpr int heightForRaw = 220;

} // namespace

JournalPane::JournalPane(History &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_count(new QLabel(this))
    , m_notice(new Notice(tr("Journal"), this))
    , m_table(new TableView(tr("Journal"), this))
    , m_exchange(new ExchangeView(this))
    , m_splitter(new QSplitter(this))
{
    makeActions();
    makeLayout();
    JournalModel *model = history.model();
    m_table->setModel(model);
    m_table->setWidths({19, 14, 26, 24, 7, 6, 18, 37});
    connect(&history, &History::changed, this, &JournalPane::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JournalPane::showCurrent);
    connect(model, &QAbstractItemModel::dataChanged, this, &JournalPane::showCurrent);
    connect(model, &QAbstractItemModel::rowsInserted, this, &JournalPane::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &JournalPane::follow);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { m_follows = m_table->currentIndex().row() <= 0; });
    connect(m_table, &TableView::activatedRow, m_raw, [this] {
        if (!m_raw->isChecked())
            m_raw->trigger();
    });
    showState();
    follow();
}

void JournalPane::makeActions()
{
    m_raw = makeAction(this,
                       {Icon::Preview, tr("&Raw Exchange"), Qt::CTRL | Qt::ALT | Qt::Key_R,
                        tr("Shows the bytes of the selected entry beside the journal.")});
    m_raw->setCheckable(true);
    m_curl = makeAction(this,
                        {Icon::Command, tr("Copy as &curl"), Qt::CTRL | Qt::ALT | Qt::Key_U,
                         tr("Copies the request of the selected entry as a command.")});
    m_copy = makeAction(this,
                        {Icon::Copy, tr("Copy &Entry"), Qt::CTRL | Qt::ALT | Qt::Key_J,
                         tr("Copies the selected entry with all its exchanges.")});
    m_readAgain = makeAction(this,
                             {Icon::Refresh, tr("Read &It Again"), Qt::SHIFT | Qt::Key_F5,
                              tr("Reads the service or task of the selected entry again and "
                                 "records what is seen.")});
    connect(m_readAgain, &QAction::triggered, this,
            [this] { emit readAgainRequested(journal::Entry(*currentEntry())); });
    connect(m_raw, &QAction::toggled, this, &JournalPane::showRaw);
    connect(m_raw, &QAction::triggered, this, &JournalPane::askForRoom);
    connect(m_curl, &QAction::triggered, this, &JournalPane::copyAsCurl);
    connect(m_copy, &QAction::triggered, this, &JournalPane::copyEntry);
}

void JournalPane::makeLayout()
{
    m_count->setFont(fontOf(Type::Small));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap, tight, gap, tight);
    bar->setSpacing(tight);
    auto *title = new QLabel(tr("Journal"), this);
    title->setFont(fontOf(Type::Strong));
    bar->addWidget(title);
    bar->addWidget(m_count);
    bar->addStretch();
    for (QAction *action : {m_readAgain, m_raw, m_curl, m_copy}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        bar->addWidget(button);
        if (action == m_raw)
            m_rawButton = button;
        setTabOrder(button, m_table); // as one reads: the buttons, the table, its exchange
    }
    setTabOrder(m_table, m_exchange);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_exchange);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_exchange->setVisible(false);
    m_exchange->setMinimumWidth(160);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, 0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    layout->addStretch(0); // below a failure
}

void JournalPane::focusTable()
{
    if (m_isFolded)
        m_rawButton->setFocus(Qt::ShortcutFocusReason);
    else
        m_table->setFocus(Qt::ShortcutFocusReason);
}

MenuActions JournalPane::menuActions() const
{
    return {m_raw, m_readAgain, nullptr, m_curl, m_copy};
}

void JournalPane::showState()
{
    const int rows = m_history.model()->rowCount();
    if (m_history.state() == History::State::Failed)
        m_notice->tell(tr("The journal cannot be read"), *m_history.error());
    else if (m_history.writeError())
        m_notice->tell(tr("Nothing can be sent"), *m_history.writeError());
    else
        m_notice->clear();
    const bool isLow = m_history.isEmpty() && m_notice->isClear();
    m_splitter->setVisible(!m_history.isEmpty() && (rows > 0 || m_notice->isClear()));
    m_count->setVisible(rows > 0 || m_history.isEmpty());
    if (m_history.isEmpty())
        m_count->setText(tr("Nothing has been sent yet. What you send is recorded here, whole."));
    else
        m_count->setText(rows < History::limit() ? tr("%n entry(s)", nullptr, rows)
                                                 : tr("The newest %n entry(s)", nullptr, rows));
    showCurrent();
    if (isLow && !m_isFolded)
        fold();
    else if (!isLow && m_isFolded)
        unfold();
}

// The room is better used for the list, until there is something to show.
void JournalPane::fold()
{
    m_isFolded = true;
    setMaximumHeight(sizeHint().height());
}

// A style sheet or a font may make the line higher.
bool JournalPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && m_isFolded)
        setMaximumHeight(sizeHint().height());
    return QWidget::event(event);
}

void JournalPane::unfold()
{
    m_isFolded = false;
    setMaximumHeight(QWIDGETSIZE_MAX);
    emit unfolded();
}

const journal::Entry *JournalPane::currentEntry() const
{
    return m_history.model()->entryAt(m_table->currentIndex().row());
}

void JournalPane::showCurrent()
{
    const journal::Entry *entry = currentEntry();
    const QString reason = entry ? QString() : tr("Select an entry first.");
    setWhyNot(m_curl, reason);
    setWhyNot(m_copy, reason);
    setWhyNot(m_readAgain, whyNotReadAgain());
    if (entry && m_raw->isChecked())
        m_exchange->showEntry(*entry);
    else
        m_exchange->showNothing();
}

QString JournalPane::whyNotReadAgain() const
{
    const journal::Entry *entry = currentEntry();
    if (!entry)
        return tr("Select an entry first.");
    if (entry->isUnderWay)
        return tr("It is under way: wait for what comes of it.");
    return entry->outcome() == journal::Outcome::Unknown ? QString() : tr("Its outcome is known.");
}

void JournalPane::showRaw(bool isRaw)
{
    m_exchange->setVisible(isRaw);
    if (isRaw && m_exchange->width() < width() / 2)
        m_splitter->setSizes({width() / 2, width() / 2});
    showCurrent();
}

void JournalPane::askForRoom()
{
    if (!m_raw->isChecked())
        emit roomNoLongerNeeded();
    else if (!m_isFolded && height() < heightForRaw)
        emit roomNeeded();
}

void JournalPane::showNewest()
{
    m_follows = true;
    follow();
}

void JournalPane::follow()
{
    if (m_follows && m_history.model()->rowCount() > 0) {
        m_table->selectRow(0);
        m_table->scrollToTop();
    }
}

void JournalPane::copyAsCurl()
{
    QGuiApplication::clipboard()->setText(
        client::curlCommand(writeOf(currentEntry()->intention), {}));
}

void JournalPane::copyEntry()
{
    QGuiApplication::clipboard()->setText(entryText(*currentEntry()));
}

QByteArray JournalPane::saveLayout() const
{
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out << m_raw->isChecked() << m_splitter->saveState() << m_table->saveColumns();
    return layout;
}

void JournalPane::restoreLayout(const QByteArray &layout)
{
    QDataStream in(layout);
    bool isRaw = false;
    QByteArray splitter;
    QByteArray columns;
    in >> isRaw >> splitter >> columns;
    if (in.status() != QDataStream::Ok)
        return;
    m_raw->setChecked(isRaw);
    m_splitter->restoreState(splitter);
    m_table->restoreColumns(columns);
}

} // namespace closeout::ui
