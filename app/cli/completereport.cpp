// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/completereport.h"

#include "cli/recordcells.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using close::ItemReport;
using journal::Outcome;
using journal::Standing;

namespace {

QString causeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return u"invalid"_s;
    case ErrorKind::NotAllowed:
        return u"not-allowed"_s;
    case ErrorKind::AlreadyCompleted:
        return u"already-completed"_s;
    case ErrorKind::Changed:
        return u"changed"_s;
    case ErrorKind::NotFound:
        return u"not-found"_s;
    case ErrorKind::SignInNeeded:
        return u"sign-in-needed"_s;
    case ErrorKind::RoleMissing:
        return u"role-missing"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::ServerFailed:
        return u"server-failed"_s;
    case ErrorKind::NotContextServices:
        return u"not-context-services"_s;
    case ErrorKind::HostNotFound:
        return u"host-not-found"_s;
    case ErrorKind::ConnectionFailed:
        return u"connection-failed"_s;
    case ErrorKind::ConnectionLost:
        return u"connection-lost"_s;
    case ErrorKind::TlsFailed:
        return u"tls-failed"_s;
    case ErrorKind::TimedOut:
        return u"timed-out"_s;
    case ErrorKind::Cancelled:
        return u"stopped"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    }
    return {};
}

QString causeOf(const ItemReport &report)
{
    if (report.outcome == Outcome::Completed)
        return {};
    if (!report.standing)
        return causeOf(report.kind);
    switch (report.standing->kind) {
    case Standing::Kind::UnderWay:
        return u"under-way"_s;
    case Standing::Kind::Unknown:
        return u"in-doubt"_s;
    case Standing::Kind::ShownOpen:
        return u"shown-open"_s;
    }
    return {};
}

// Something of it may have reached the server.
bool hasLeft(const ItemReport &report)
{
    return report.sent && report.sent->departure == client::Departure::Sent;
}

QList<Column> columnsOf(Format format, const QString &name, const QString &status)
{
    QList<Column> columns{{u"target"_s, u"Target"_s, int(name.size())},
                          {u"outcome"_s, u"Outcome"_s, 9},
                          {u"status"_s, u"Answer"_s, int(std::max<qsizetype>(status.size(), 6))},
                          {u"milliseconds"_s, u"ms"_s, 0}};
    if (format != Format::Table) {
        for (const auto &column : {u"kind"_s, u"service_id"_s, u"state_id"_s, u"task_id"_s,
                                   u"sent"_s, u"cause"_s, u"message"_s, u"entry"_s, u"answer"_s})
            columns.append({column, {}});
    }
    if (format == Format::Json)
        columns.append({u"event"_s, {}});
    return columns;
}

} // namespace

int exitCodeOf(const ItemReport &report)
{
    switch (report.outcome) {
    case Outcome::Completed:
        // Done, but it cannot be proven: a script must not take that for a clean end.
        return report.isOutcomeRecorded ? ExitDone : ExitUnknown;
    case Outcome::Unknown:
        return ExitUnknown;
    case Outcome::Failed:
        return ExitRefused;
    case Outcome::Held:
    case Outcome::Skipped:
        return ExitRefusedHere;
    }
    return ExitUnknown;
}

ItemReport notSent(const Error &error)
{
    ItemReport report;
    report.outcome = error.kind == ErrorKind::AlreadyCompleted ? Outcome::Skipped : Outcome::Held;
    report.kind = error.kind;
    report.message = error.message;
    return report;
}

void printReport(Format format, const close::Completion &completion, const ItemReport &report)
{
    const QString reason = report.sent ? QString::fromUtf8(report.sent->reason) : QString();
    const QString status = report.status == 0
        ? QString()
        : u"%1 %2"_s.arg(QString::number(report.status), reason).trimmed();
    const QByteArray milliseconds = report.sent ? QByteArray::number(report.sent->milliseconds)
                                                : QByteArray("null");
    const QString name = completion.target.name();
    QList<Cell> cells{{name},
                      {journal::outcomeName(report.outcome)},
                      {format == Format::Table ? status : status.section(u' ', 0, 0),
                       numberOrNull(report.status)},
                      {report.sent ? QString::fromLatin1(milliseconds) : QString(), milliseconds}};
    if (format != Format::Table) {
        const QByteArray answer = report.sent ? report.sent->answerBody : QByteArray();
        cells += targetCells(completion.target)
            + QList<Cell>{{hasLeft(report) ? u"true"_s : u"false"_s,
                           hasLeft(report) ? "true" : "false"},
                          {causeOf(report)},
                          {report.message},
                          {report.entry == 0 ? QString() : QString::number(report.entry),
                           numberOrNull(report.entry)},
                          {QString::fromUtf8(answer),
                           answer.isEmpty() ? QByteArray("null") : jsonOfBytes(answer)}};
    }
    if (format == Format::Json)
        cells.append({{}, completion.event.body()});
    RowWriter rows(format, columnsOf(format, name, status));
    rows.begin();
    rows.row(cells);
    rows.end();
}

QString reportShapeInWords()
{
    return u"With --format json standard output is one array of one object, however it went: "
           "target (in words), outcome (completed, skipped, held, failed or unknown), status and "
           "milliseconds of the answer or null, kind (service, state or task), service_id, "
           "state_id and task_id "
           "(null unless it is what is ended), sent (whether anything of it may have reached the "
           "server), cause (null if "
           "completed; else a code: invalid, not-allowed, already-completed, changed, not-found, "
           "in-doubt, under-way, shown-open, stopped, storage, sign-in-needed, role-missing, "
           "refused, server-failed, not-context-services, host-not-found, connection-failed, "
           "connection-lost, tls-failed, timed-out), message (for a person, or null), entry (its "
           "number in the journal, or null), answer (the server's body, or null) and event (the "
           "end event as it is, or would have been, sent). A body that is no UTF-8 is an object "
           "{\"base64\": \"…\"}."_s;
}

QByteArray jsonOfBytes(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? json::spell(QString::fromUtf8(bytes))
                               : "{\"base64\":\"" + bytes.toBase64() + "\"}";
}

} // namespace closeout::cli
