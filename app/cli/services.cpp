// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/servercommand.h"
#include "cli/servicefilter.h"
#include "cli/serviceprinter.h"
#include "cli/servicequestion.h"

#include <QtCore/QSocketNotifier>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

QString countOf(qint64 count, rows::Subject subject)
{
    const QString thing = subject == rows::Subject::Task ? u"task"_s : u"service"_s;
    return u"%1 %2"_s.arg(count).arg(count == 1 ? thing : thing + u's');
}

class ServicesCommand : public ServerCommand
{
    Q_OBJECT

public:
    explicit ServicesCommand(const Arguments &arguments)
        : ServerCommand(arguments)
    {
    }

protected:
    void reachServer() override
    {
        Result<ServiceQuestion> question = serviceQuestionFrom(arguments());
        if (!question) {
            fail(question.error());
            for (const QString &line : question.error().detail.split(u'\n', Qt::SkipEmptyParts))
                printNote(u"  "_s + line);
            return;
        }
        const find::Query &query = question->query;
        if (query.asksForAll() && !contract::hasExportStream(dialect())) {
            fail({ErrorKind::InvalidInput,
                  u"The 8.1 dialect cannot list services across customers. Name some: --customer, "
                  "--contact-key, --id or --ids-from."_s});
            return;
        }
        const ListFormat format = listFormatFrom(arguments());
        const rows::Subject subject = question->subject();
        if (question->wasSorted && format == ListFormat::Table)
            printNote(u"What is found is printed as it arrives, not in the order of the view."_s);
        m_printer.emplace(format, question->columns);
        if (question->needsJudgement()) {
            auto rules = filter::StuckRules::fromLines(destination().environment.stuckRules);
            if (question->asksForStuck() && !rules.problems().isEmpty()) {
                const Error &problem = rules.problems().constFirst();
                fail({problem.kind,
                      u"%1: %2"_s.arg(destination().environment.name, problem.message)});
                return;
            }
            m_filter.emplace(std::move(question->filter), std::move(rules), *m_printer);
        }
        m_search.emplace(services(),
                         m_filter ? static_cast<find::ServiceTaker &>(*m_filter) : *m_printer);
        connect(&*m_search, &find::ServiceSearch::reported, this, &ServicesCommand::tell);
        connect(&*m_search, &find::ServiceSearch::finished, this,
                [this, format, subject] { finish(format, subject); });
        connect(
            &*m_search, &find::ServiceSearch::progressed, this,
            [this] {
                if (outputState() != OutputState::Good)
                    stopPrinting();
            },
            Qt::QueuedConnection);
        // Also while nothing is found that could be printed.
        m_reader.emplace(STDOUT_FILENO, QSocketNotifier::Exception);
        connect(&*m_reader, &QSocketNotifier::activated, this, &ServicesCommand::stopPrinting);
        m_printer->begin();
        m_search->start(query);
    }

private:
    void tell(const find::SourceReport &report)
    {
        const auto say = [this, &report](const Error &error) {
            printError(u"%1: %2"_s.arg(report.source.name(), error.message));
            m_exitCode = std::max(m_exitCode, exitCodeOf(error));
        };
        for (const Error &error : report.unreadable)
            say(error);
        if (report.unreadableCount > report.unreadable.size()) {
            printError(u"%1: %2 more elements cannot be read."_s.arg(report.source.name())
                           .arg(report.unreadableCount - report.unreadable.size()));
        }
        if (report.unreadableStarts > 0) {
            printNote(u"%1: %2 could not be read, and have no age."_s
                          .arg(report.source.name(),
                               report.unreadableStarts == 1
                                   ? u"1 start"_s
                                   : u"%1 starts"_s.arg(report.unreadableStarts)));
        }
        if (report.error)
            say(*report.error);
    }

    // Nobody gets what would be read from here on. That it failed is told at the very end.
    void stopPrinting()
    {
        m_reader->setEnabled(false);
        m_search->stop();
        emit finished(flushOutput() == OutputState::Failed ? m_exitCode : int(ExitReaderGone));
    }

    void finish(ListFormat format, rows::Subject subject)
    {
        m_reader->setEnabled(false);
        if (m_filter && !m_filter->problem().isEmpty())
            printNote(m_filter->problem());
        const bool isEmptyHanded = m_printer->count() == 0 && m_exitCode != ExitDone;
        if (format != ListFormat::Table || !isEmptyHanded)
            m_printer->end();
        if (format == ListFormat::Table && !isEmptyHanded)
            printNote(countOf(m_printer->count(), subject));
        emit finished(flushOutput() == OutputState::ReaderGone ? int(ExitReaderGone) : m_exitCode);
    }

    std::optional<ServicePrinter> m_printer;
    std::optional<ServiceFilter> m_filter; // before the printer
    std::optional<find::ServiceSearch> m_search;
    std::optional<QSocketNotifier> m_reader; // of standard output
    int m_exitCode = ExitDone;
};

QString columnList(rows::Subject subject)
{
    QStringList names;
    for (const rows::FieldSpec &spec : rows::allFields()) {
        if (spec.subjects.testFlag(subject))
            names.append(spec.name);
    }
    return names.join(u", "_s);
}

Option columnsOption()
{
    return {
        u"columns"_s, u"NAMES"_s,
        u"What to print of each, by name and with commas between: "_s
            + columnList(rows::Subject::Service) + u". With --tasks: "_s
            + columnList(rows::Subject::Task)
            + u". A value in the attached data is named by its path, as data.Feedback.rating."_s,
        Option::Takes::Name};
}

} // namespace

CommandSpec servicesCommand()
{
    CommandSpec spec;
    spec.words = {u"services"_s};
    spec.summary = u"Lists services, or their tasks: of everybody (8.5), of customers, by contact "
                   "key or by id."_s;
    spec.description =
        u"Without a source it lists all services that the server has, which only the 8.5 dialect "
        "can. Sources can be combined; a service that is found twice is listed once. A file in "
        "which an id is refused, such as one that a spreadsheet has rounded, is not used at all. A "
        "source that fails is told on standard error and makes the exit code 1; the others are "
        "listed all the same."_s;
    spec.options =
        QList<Option>{
            {u"customer"_s, u"ID"_s, u"The services of a customer."_s, Option::Takes::Name, true},
            {u"contact-key"_s, u"KEY"_s, u"The anonymous services of a contact key."_s,
             Option::Takes::Name, true},
            {u"id"_s, u"ID"_s, u"One service."_s, Option::Takes::Name, true},
            {u"ids-from"_s, u"FILE|-"_s,
             u"Services whose ids are in a file or in standard input: one a line, with commas "
             "between, or in a column of a CSV table."_s,
             Option::Takes::Name, true},
            {u"customers-from"_s, u"FILE|-"_s, u"The same for customers."_s, Option::Takes::Name,
             true},
            {u"contact-keys-from"_s, u"FILE|-"_s, u"The same for contact keys."_s,
             Option::Takes::Name, true},
            {u"column"_s, u"NAME|NUMBER"_s,
             u"The column of the table, by its name or counted from 1; if not given, the one that "
             "is called like what is looked for."_s,
             Option::Takes::Name},
            {u"tasks"_s,
             {},
             u"Lists the active tasks of those services instead, one in a row, as the window's "
             u"view "
             "of tasks does; --filter and --columns are about them."_s,
             Option::Takes::Nothing},
            {u"state"_s, u"active|completed|all"_s,
             u"Which of the services; active ones if not given."_s},
            {u"started-from"_s, u"T"_s,
             u"Only those started at T or after: 2026-11-01, friday, in local time, or with a Z."_s},
            {u"started-to"_s, u"T"_s, u"Only those started before T."_s},
            {u"filter"_s, u"TEXT"_s,
             u"Only what matches, as in “age>4h type:\"Bill Payment\" -media:email”. "
             "“closeoutctl help filter” explains the language."_s,
             Option::Takes::Value},
            {u"view"_s, u"NAME|FILE"_s,
             u"Sources, filter and columns of a view that the window has saved, by its name or its "
             "file; one of tasks lists tasks. What other options say is taken instead."_s,
             Option::Takes::Name},
            columnsOption(),
            listFormatOption(),
        }
        + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {
        {u"services --env Production --filter 'idle>2d tasks>0' --format csv"_s,
         u"What nothing has happened to for two days, with tasks that are still open:"_s},
        {u"services --env Production --view Stuck --columns service_id,age,stuck"_s,
         u"What a saved view shows, and why:"_s},
        {u"services --env Production --tasks --filter 'idle>2d' --format csv"_s,
         u"The tasks of all services that nothing has happened to for two days:"_s},
        {u"services --url http://127.0.0.1:8080"_s, u"Everything that is open:"_s},
        {u"services --env Production --customer 00018b9GQ5KS03BW --state all"_s,
         u"All services of one customer:"_s},
        {u"services --env Production --ids-from stuck.csv --column service_id"_s,
         u"What is in a column of a spreadsheet:"_s},
        {u"services --env Production --started-to 2026-11-01 --format csv"_s,
         u"What has been open since before November, for a spreadsheet:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<ServicesCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "services.moc"
