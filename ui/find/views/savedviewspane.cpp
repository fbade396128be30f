// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/views/savedviewspane.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/spoken.h"

#include <QtCore/QDir>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int leastRows = 3;

// Where there is too little room it shortens the name, and never how many rows match.
class CountedDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QStyle *style = option->widget->style();
        QStyleOptionViewItem whole = *option;
        whole.showDecorationSelected = true; // else it is the room that the text takes
        const int edge = style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget)
            + 1;
        const int room = style->subElementRect(QStyle::SE_ItemViewItemText, &whole, option->widget)
                             .width()
            - 2 * edge;
        if (option->fontMetrics.horizontalAdvance(option->text) <= room)
            return;
        const QString frame = index.data(SavedViewsModel::FrameRole).toString();
        const int rest = option->fontMetrics.horizontalAdvance(frame.arg(QString()));
        option->text = frame.arg(
            option->fontMetrics.elidedText(index.data(SavedViewsModel::NameRole).toString(),
                                           Qt::ElideRight, room - rest));
    }
};

QKeySequence keys(Qt::Key key)
{
    return QKeySequence(Qt::CTRL | Qt::ALT | key);
}

QString headlineFor(SavedViews::Deed failed)
{
    switch (failed) {
    case SavedViews::Deed::Save:
        return SavedViewsPane::tr("The view was not saved");
    case SavedViews::Deed::PutBack:
        return SavedViewsPane::tr("The view was not put back");
    case SavedViews::Deed::Rename:
        return SavedViewsPane::tr("The view was not renamed");
    case SavedViews::Deed::Remove:
        return SavedViewsPane::tr("The view was not removed");
    case SavedViews::Deed::Import:
        return SavedViewsPane::tr("The view was not imported");
    case SavedViews::Deed::Export:
        return SavedViewsPane::tr("The view was not exported");
    case SavedViews::Deed::Load: // does not fail
        break;
    }
    return {};
}

} // namespace

SavedViewsPane::SavedViewsPane(SavedViews &views, QWidget *parent)
    : QWidget(parent)
    , m_views(views)
    , m_model(views)
    , m_list(new Spoken<QListView>(this))
    , m_none(quietLabel(this))
    , m_naming(new QWidget(this))
    , m_name(new QLineEdit(m_naming))
    , m_namesake(quietLabel(m_naming))
    , m_notice(new Notice(tr("Saved views"), this))
{
    setAccessibleName(tr("Saved Views"));
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, gap, margin, gap);
    layout->setSpacing(gap);
    QLabel *heading = textLabel(this, Type::Heading);
    heading->setText(tr("Saved Views"));
    layout->addWidget(heading);
    makeList(layout);
    makeNaming(layout);
    layout->addWidget(m_notice);
    makeButtons(layout);
    connect(&m_views, &SavedViews::changed, this, &SavedViewsPane::takeViews);
    connect(&m_views, &SavedViews::saved, this, [this](const QString &name) {
        m_wanted = name;
        takeViews();
    });
    connect(&m_views, &SavedViews::lost, this, [this] { m_isDismissed = false; });
    connect(&m_views, &SavedViews::failed, this, &SavedViewsPane::tellFailure);
    connect(&m_views, &SavedViews::givenOut, this, [this](const QString &path) {
        m_failed.reset();
        m_exportedTo = path;
    });
    connect(&m_views, &SavedViews::succeeded, this, [this](SavedViews::Deed deed) {
        if (m_failed == deed)
            m_failed.reset();
        if (deed != SavedViews::Deed::Export)
            m_exportedTo.clear();
        tellProblems();
    });
    takeViews();
}

void SavedViewsPane::makeActions()
{
    m_apply = makeAction(this,
                         {Icon::Search, tr("&Apply View"), keys(Qt::Key_T),
                          tr("Looks at what the chosen view says, and loads it if need be.")});
    m_save = makeAction(this,
                        {Icon::Save, tr("Save &View…"), QKeySequence(Qt::CTRL | Qt::Key_B),
                         tr("Keeps sources, filter, columns and order under a name.")});
    //: Save View, on a button below the views
    m_save->setIconText(tr("Save…")); // in a narrow pane the list beside it has the first claim
    m_update = makeAction(this,
                          {Icon::Save, tr("&Update View"), keys(Qt::Key_B),
                           tr("Keeps what is looked at now in the chosen view.")});
    m_rename = makeAction(this, {Icon::Rename, tr("&Rename View"), keys(Qt::Key_N)});
    m_remove = makeAction(this, {Icon::Remove, tr("Re&move View"), keys(Qt::Key_K)});
    m_putBack = makeAction(this, {Icon::Undo, tr("&Put View Back"), keys(Qt::Key_Y)});
    m_import = makeAction(this, {Icon::Add, tr("&Import View…"), keys(Qt::Key_I)});
    m_export = makeAction(this, {Icon::Open, tr("&Export View…"), keys(Qt::Key_Comma)});
    m_count = makeAction(this,
                         {Icon::Number, tr("&Count"), keys(Qt::Key_M),
                          tr("How many of the loaded rows match each view.")});
    m_saveNamed = new QAction(icon(Icon::Save), tr("Save"), this);
    m_cancel = new QAction(icon(Icon::Cancel), tr("Cancel"), this);
    m_dismiss = new QAction(icon(Icon::Close), tr("Dismiss"), this);
    connect(m_apply, &QAction::triggered, this, &SavedViewsPane::apply);
    connect(m_save, &QAction::triggered, this, &SavedViewsPane::askForName);
    connect(m_update, &QAction::triggered, this, [this] {
        if (const SavedViews::Entry *entry = current())
            emit saveRequested(entry->view.name);
    });
    connect(m_rename, &QAction::triggered, this, [this] {
        m_list->setFocus(Qt::ShortcutFocusReason);
        m_list->edit(m_list->currentIndex());
    });
    connect(m_remove, &QAction::triggered, this,
            [this] { m_views.remove(m_model.fileNameAt(m_list->currentIndex())); });
    connect(m_putBack, &QAction::triggered, &m_views, &SavedViews::putBack, Qt::QueuedConnection);
    connect(m_import, &QAction::triggered, this, &SavedViewsPane::import);
    connect(m_export, &QAction::triggered, this, &SavedViewsPane::exportCurrent);
    connect(m_count, &QAction::triggered, &m_views, &SavedViews::count);
    connect(m_saveNamed, &QAction::triggered, this, &SavedViewsPane::saveNamed);
    connect(m_cancel, &QAction::triggered, this, [this] {
        m_naming->hide();
        focusList();
    });
    connect(
        m_dismiss, &QAction::triggered, this,
        [this] {
            if (!m_failed && m_exportedTo.isEmpty())
                m_isDismissed = true;
            m_failed.reset();
            m_exportedTo.clear();
            tellProblems();
        },
        Qt::QueuedConnection);
}

void SavedViewsPane::makeList(QVBoxLayout *layout)
{
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Saved Views"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(leastRows * (m_list->fontMetrics().height() + gap));
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_list->installEventFilter(this);
    for (QAction *action : {m_apply, m_update, m_rename, m_remove, m_export})
        m_list->addAction(action);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_list, &QListView::clicked, this, &SavedViewsPane::apply);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SavedViewsPane::showState);
    layout->addWidget(m_list, 1);
    m_none->setText(tr("No view is saved yet."));
    layout->addWidget(m_none);
}

void SavedViewsPane::makeNaming(QVBoxLayout *layout)
{
    auto *inside = new QVBoxLayout(m_naming);
    setPlain(inside, tight);
    QLabel *label = textLabel(m_naming, Type::Body);
    label->setText(tr("Name of the view"));
    label->setBuddy(m_name);
    m_name->setAccessibleName(label->text());
    m_name->setMaxLength(200);
    m_name->installEventFilter(this);
    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    buttons->addWidget(toolButton(m_saveNamed, m_naming));
    buttons->addWidget(toolButton(m_cancel, m_naming));
    buttons->addStretch();
    inside->addWidget(label);
    inside->addWidget(m_name);
    inside->addWidget(m_namesake);
    inside->addLayout(buttons);
    m_naming->hide();
    layout->addWidget(m_naming);
    connect(m_name, &QLineEdit::textChanged, this, &SavedViewsPane::showNaming);
    connect(m_name, &QLineEdit::returnPressed, this, &SavedViewsPane::saveNamed);
}

void SavedViewsPane::makeButtons(QVBoxLayout *layout)
{
    auto *buttons = new QHBoxLayout;
    setPlain(buttons, 0);
    buttons->addWidget(toolButton(m_save, this));
    buttons->addWidget(toolButton(m_count, this));
    buttons->addStretch();
    layout->addLayout(buttons);
}

bool SavedViewsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        // The editor of a name passes on the Return that ends it.
        const bool isForList = watched == m_list
            && !m_list->isPersistentEditorOpen(m_list->currentIndex());
        if (isForList && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            apply();
            return true;
        }
        if (isForList && key == Qt::Key_Delete) {
            m_remove->trigger();
            return true;
        }
        if (watched == m_name && key == Qt::Key_Escape) {
            m_cancel->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

const SavedViews::Entry *SavedViewsPane::current() const
{
    return m_views.find(m_model.fileNameAt(m_list->currentIndex()));
}

void SavedViewsPane::apply()
{
    if (const SavedViews::Entry *entry = current())
        emit applyRequested(find::SavedView(entry->view));
}

void SavedViewsPane::askForName()
{
    m_name->clear();
    m_naming->show();
    showNaming();
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void SavedViewsPane::showNaming()
{
    const QString name = m_name->text().trimmed();
    setWhyNot(m_saveNamed, name.isEmpty() ? tr("Type a name first.") : QString());
    const QModelIndex namesake = m_model.indexOf(name);
    m_namesake->setText(tr("The view “%1” will be replaced.")
                            .arg(namesake.data(SavedViewsModel::NameRole).toString()));
    m_namesake->setVisible(namesake.isValid());
}

void SavedViewsPane::saveNamed()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    m_naming->hide();
    focusList();
    emit saveRequested(name);
}

void SavedViewsPane::import()
{
    auto *dialog = new QFileDialog(this, tr("Import a Saved View"), {},
                                   tr("Saved views (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_views, &SavedViews::takeIn);
    dialog->open();
}

void SavedViewsPane::exportCurrent()
{
    const SavedViews::Entry *entry = current();
    if (!entry)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the Saved View"), entry->fileName,
                                   tr("Saved views (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(entry->fileName);
    connect(dialog, &QFileDialog::fileSelected, &m_views,
            [views = &m_views, fileName = entry->fileName](const QString &path) {
                views->giveOut(fileName, path);
            });
    dialog->open();
}

void SavedViewsPane::takeViews()
{
    if (const QModelIndex wanted = m_model.indexOf(m_wanted); wanted.isValid()) {
        m_list->setCurrentIndex(wanted);
        m_wanted.clear();
    }
    tellProblems();
    showState();
}

void SavedViewsPane::showState()
{
    const bool isChosen = m_list->currentIndex().isValid();
    const QString none = isChosen ? QString() : tr("Choose a view first.");
    for (QAction *action : {m_apply, m_update, m_rename, m_remove, m_export})
        setWhyNot(action, none);
    setWhyNot(m_putBack, m_views.gone() ? QString() : tr("No view has been removed or replaced."));
    setWhyNot(m_count, m_model.rowCount() > 0 ? QString() : m_none->text());
    m_none->setVisible(m_model.rowCount() == 0);
    showNaming();
}

void SavedViewsPane::tellFailure(SavedViews::Deed deed, const Error &error)
{
    m_failed = deed;
    m_exportedTo.clear();
    m_notice->offer({m_dismiss});
    m_notice->tell(headlineFor(deed), error);
}

void SavedViewsPane::tellGone()
{
    const SavedViews::Gone &gone = *m_views.gone();
    const QString name = shown(gone.view.name);
    m_notice->offer({m_putBack, m_dismiss});
    if (gone.by == SavedViews::Deed::Remove)
        m_notice->tell(Status::Info, tr("“%1” was removed").arg(name));
    else if (gone.by == SavedViews::Deed::Save)
        m_notice->tell(Status::Info, tr("“%1” was replaced").arg(name));
    else
        m_notice->tell(Status::Info, tr("“%1” is as it was before").arg(name));
}

// Where a view went is told, a file that cannot be read too, and one that is gone can be had back.
void SavedViewsPane::tellProblems()
{
    if (m_failed)
        return;
    if (!m_exportedTo.isEmpty()) {
        m_notice->offer({m_dismiss});
        m_notice->tell(Status::Good, tr("The view was exported"),
                       shown(QDir::toNativeSeparators(m_exportedTo)));
        return;
    }
    if (m_views.gone() && !m_isDismissed)
        return tellGone();
    const QList<Error> &problems = m_views.problems();
    if (problems.isEmpty()) {
        m_notice->clear();
        return;
    }
    QStringList details;
    for (const Error &problem : problems)
        details.append(problem.message);
    m_notice->offer({});
    m_notice->tell(Status::Caution,
                   tr("%n saved view(s) cannot be read", nullptr, int(problems.size())), {},
                   details.join(u'\n'));
}

MenuActions SavedViewsPane::menuActions() const
{
    return {m_apply, m_save, m_update, m_rename, m_remove, m_putBack, m_import, m_export, m_count};
}

void SavedViewsPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
}

} // namespace closeout::ui
