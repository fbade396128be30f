// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/servercommand.h"
#include "contract/ids.h"
#include "contract/timestamp.h"
#include "json/format.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using client::AttachedDatum;
using client::Record;

namespace {

QString moment(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return u"%1 (%2 ago)"_s.arg(contract::formatTimestamp(moment), ageOf(moment));
}

// One that nobody understands is shown as it was said.
QString momentOf(const Record &record, QStringView event)
{
    const QDateTime at = event == u"started" ? record.startedAt() : record.completedAt();
    const json::Value said = record.root().member(event).member(u"timestamp");
    if (at.isValid() || !said.exists() || said.type() == json::Type::Null)
        return moment(at);
    return u"%1 (not understood as a moment)"_s.arg(QString::fromUtf8(said.raw()));
}

QString onOneLine(const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    return QString::fromUtf8(document ? json::compact(document->root()) : json);
}

struct Line
{
    QString name;
    QString value;
};

QList<Line> linesOf(const Record &service)
{
    QList<Line> lines{
        {u"Service"_s, service.id()},
        {u"Type"_s, service.type()},
        {u"Customer"_s, service.customerId()},
        {u"Contact key"_s, service.contactKey()},
        {u"Media type"_s, service.mediaType()},
        {u"Started"_s, momentOf(service, u"started")},
        {u"Expected"_s,
         service.expectedSeconds() > 0 ? durationInWords(service.expectedSeconds()) : QString()},
        {u"Completed"_s, service.isCompleted() ? momentOf(service, u"completed") : u"no"_s},
        {u"Disposition"_s,
         u"%1 %2"_s.arg(service.disposition(), service.dispositionText()).trimmed()},
    };
    for (const Record &child : service.children()) {
        const QString kind = child.kind() == Record::Kind::State ? u"State %1"_s : u"Task %1"_s;
        const QString open = child.isCompleted() ? u"done"_s
                                                 : u"open %1"_s.arg(ageOf(child.startedAt()));
        const QString name = kind.arg(child.id());
        QString said = u"%1, type %2"_s.arg(open, child.type());
        if (child.kind() == Record::Kind::Task && !child.stateId().isEmpty())
            said += u", state %1"_s.arg(child.stateId());
        lines.append({name, said});
        for (const AttachedDatum &datum : child.attachedData())
            lines.append(
                {u"%1 %2"_s.arg(name, QString::fromUtf8(datum.rawKey)), onOneLine(datum.rawValue)});
    }
    for (const AttachedDatum &datum : service.attachedData())
        lines.append({QString::fromUtf8(datum.rawKey), onOneLine(datum.rawValue)});
    lines.removeIf([](const Line &line) { return line.value.isEmpty(); });
    return lines;
}

class ServiceCommand : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

protected:
    void reachServer() override
    {
        const QString id = arguments().positional(0);
        if (const Result<void> valid = contract::checkServiceId(dialect(), id); !valid) {
            fail(valid.error());
            return;
        }
        services().readService(id, this, [this](const client::Answer<Record> &answer) {
            if (!answer.value) {
                fail(answer.value.error());
                return;
            }
            print(*answer.value);
            emit finished(ExitDone);
        });
    }

private:
    void print(const Record &service) const
    {
        const Format format = formatFrom(arguments());
        if (format == Format::Json) {
            printOut(service.json() + '\n'); // as the server spelled it
            return;
        }
        RowWriter rows(format, {{u"name"_s, u"Name"_s, 18}, {u"value"_s, u"Value"_s, 0}});
        rows.begin();
        for (const Line &line : linesOf(service))
            rows.row({{line.name}, {line.value}});
        rows.end();
    }
};

} // namespace

CommandSpec serviceCommand()
{
    CommandSpec spec;
    spec.words = {u"service"_s};
    spec.positionals = {u"SERVICE_ID"_s};
    spec.summary = u"Shows one service with its states, tasks and attached data."_s;
    spec.description = u"With --format json it prints the server's answer byte for byte."_s;
    spec.options = QList<Option>{formatOption()} + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {
        {u"service 36981723 --url http://127.0.0.1:8080"_s, u"For a look:"_s},
        {u"service 36981723 --env Production --format json"_s, u"For a program:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<ServiceCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "service.moc"
