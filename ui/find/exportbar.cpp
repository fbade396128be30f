// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/exportbar.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using State = Exporting::State;

namespace {

constexpr int progressSteps = 1000;

struct FormatChoice
{
    QString name;
    QString suffix;
    rows::Format format = rows::Format::Csv;
};

// As a person is asked for it and told which it was.
QList<FormatChoice> formatChoices()
{
    return {
        {ExportBar::tr("CSV for spreadsheets"), u"csv"_s, rows::Format::Spreadsheet},
        {ExportBar::tr("CSV for programs"), u"csv"_s, rows::Format::Csv},
        {ExportBar::tr("JSON lines"), u"jsonl"_s, rows::Format::JsonLines},
        {ExportBar::tr("JSON"), u"json"_s, rows::Format::Json},
        {ExportBar::tr("Markdown"), u"md"_s, rows::Format::Markdown},
    };
}

QString nameOf(rows::Format format)
{
    for (const FormatChoice &each : formatChoices()) {
        if (each.format == format)
            return each.name;
    }
    return {};
}

} // namespace

ExportBar::ExportBar(Finding &finding, std::function<Look()> look, QWidget *parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_look(std::move(look))
    , m_running(new QWidget(this))
    , m_words(textLabel(m_running, Type::Small))
    , m_progress(new QProgressBar(m_running))
    , m_notice(new Notice(tr("Export"), this))
    , m_shown(makeAction(this,
                         {Icon::Save, tr("&Export Shown…"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F),
                          tr("Writes what matches the filter, with the columns that are shown.")}))
    , m_selected(makeAction(this,
                            {Icon::Save, tr("Export Se&lected…"),
                             QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H),
                             tr("Writes what is selected, also what the filter hides.")}))
    , m_cancel(makeAction(this,
                          {Icon::Cancel, tr("Cancel E&xport"),
                           QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Period),
                           tr("A file that was there before stays as it was.")}))
    , m_dismiss(new QAction(icon(Icon::Close), tr("Dismiss"), this))
{
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, 0);
    auto *line = new QHBoxLayout(m_running);
    setPlain(line);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, 12);
    m_progress->setRange(0, progressSteps);
    m_progress->setAccessibleName(tr("Exporting"));
    line->addWidget(m_words, 1);
    line->addWidget(m_progress);
    line->addWidget(toolButton(m_cancel, m_running));
    layout->addWidget(m_running);
    layout->addWidget(m_notice);
    connect(m_shown, &QAction::triggered, this, [this] { ask(Choice::Shown); });
    connect(m_selected, &QAction::triggered, this, [this] { ask(Choice::Selected); });
    connect(m_cancel, &QAction::triggered, &m_finding.exporting, &Exporting::cancel);
    connect(m_dismiss, &QAction::triggered, &m_finding.exporting, &Exporting::dismiss,
            Qt::QueuedConnection);
    connect(&m_finding.exporting, &Exporting::progressed, this, &ExportBar::showProgress);
    connect(&m_finding.exporting, &Exporting::changed, this, [this] {
        tellOutcome();
        showState();
    });
    for (const ShownRows *each : {&m_finding.services, &m_finding.tasks}) {
        connect(each, &ShownRows::asked, this, &ExportBar::showState);
        connect(each, &ShownRows::changed, this, &ExportBar::showState);
    }
    for (const RowSelection *each : {&m_finding.selectedServices, &m_finding.selectedTasks})
        connect(each, &RowSelection::changed, this, &ExportBar::showState);
    tellOutcome();
}

const ShownRows &ExportBar::rows() const
{
    return m_look().subject == rows::Subject::Task ? m_finding.tasks : m_finding.services;
}

const RowSelection &ExportBar::selection() const
{
    return m_look().subject == rows::Subject::Task ? m_finding.selectedTasks
                                                   : m_finding.selectedServices;
}

void ExportBar::ask(Choice choice)
{
    auto *dialog = new QFileDialog(this,
                                   choice == Choice::Shown ? tr("Export What Is Shown")
                                                           : tr("Export What Is Selected"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const FormatChoice &each : formatChoices())
        filters.append(u"%1 (*.%2)"_s.arg(each.name, each.suffix));
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formatChoices().constFirst().suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        dialog->setDefaultSuffix(formatChoices().value(filters.indexOf(filter)).suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, choice, dialog, filters](const QString &path) {
                const qsizetype chosen = filters.indexOf(dialog->selectedNameFilter());
                exportTo(path, choice, formatChoices().value(chosen).format);
            });
    dialog->open();
}

// The name of the file decides, as it does for whoever opens it; of CSV there are two.
void ExportBar::exportTo(const QString &path, Choice choice, rows::Format chosen)
{
    const Result<rows::Format> named = find::formatForFile(path);
    if (!named) {
        m_notice->offer({m_dismiss});
        m_notice->tell(tr("Nothing was exported"), named.error());
        return;
    }
    const bool isForSpreadsheets = *named == rows::Format::Csv
        && chosen == rows::Format::Spreadsheet;
    const QList<rows::Column> columns = m_look().columns;
    find::RowExport job = choice == Choice::Shown ? exportOfShown(rows(), columns)
                                                  : exportOfSelected(rows(), selection(), columns);
    job.path = path;
    job.format = isForSpreadsheets ? chosen : *named;
    if (isForSpreadsheets)
        job.separator = rows::spreadsheetSeparator(QLocale::system().decimalPoint().front());
    m_finding.exporting.start(std::move(job));
}

void ExportBar::showState()
{
    const bool runs = m_finding.exporting.isRunning();
    const QString busy = runs ? tr("An export is under way.") : QString();
    setWhyNot(m_shown,
              !busy.isEmpty()           ? busy
                  : rows().count() == 0 ? tr("Nothing is shown.")
                  : rows().error()      ? tr("The filter is wrong: %1").arg(rows().error()->message)
                                        : QString());
    setWhyNot(m_selected,
              !busy.isEmpty()                ? busy
                  : selection().count() == 0 ? tr("Nothing is selected.")
                                             : QString());
    setWhyNot(m_cancel, runs ? QString() : tr("Nothing is being exported."));
}

void ExportBar::showProgress()
{
    const QLocale locale;
    const qint64 total = m_finding.exporting.total();
    const qint64 written = m_finding.exporting.written();
    m_progress->setValue(total > 0 ? int(written * progressSteps / total) : 0);
    //: rows that are written into a file
    m_words->setText(
        tr("Exporting: %1 of %2").arg(locale.toString(written), locale.toString(total)));
}

void ExportBar::tellOutcome()
{
    const Exporting &exporting = m_finding.exporting;
    const QString path = shown(QDir::toNativeSeparators(exporting.path()));
    m_running->setVisible(exporting.isRunning());
    m_notice->offer({m_dismiss});
    switch (exporting.state()) {
    case State::Idle:
    case State::Running:
        m_notice->clear();
        showProgress();
        break;
    case State::Done:
        m_notice->tell(Status::Good,
                       tr("%Ln row(s) were exported", nullptr, int(exporting.total())),
                       //: a file, and what it holds: CSV for spreadsheets
                       tr("%1: %2").arg(path, nameOf(exporting.format())));
        break;
    case State::Cancelled:
        m_notice->tell(Status::Info, tr("The export was cancelled"),
                       tr("%1 is as it was before.").arg(path));
        break;
    case State::Failed:
        m_notice->tell(tr("Nothing was exported"), *exporting.error());
        break;
    }
}

MenuActions ExportBar::menuActions() const
{
    return {m_shown, m_selected, m_cancel};
}

} // namespace closeout::ui
