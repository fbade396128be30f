// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/examination.h"

#include "contract/ids.h"
#include "contract/timestamp.h"
#include "json/compare.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::Record;

namespace {

constexpr qsizetype mostNamed = 40; // in a sentence; all are in its names

void checkIds(QList<Finding> &findings, const Completion &completion, contract::Dialect dialect)
{
    for (const Error &error : contract::checkIds(dialect, completion.target))
        findings.append({Verdict::Invalid, error.message});
}

// A server that does not know a field takes it for attached data, or refuses the whole.
void checkFields(QList<Finding> &findings, const Completion &completion, contract::Dialect dialect)
{
    for (const EndEvent::FieldEntry &entry : completion.event.fields) {
        if (!contract::isKnownIn(dialect, *entry.field)) {
            findings.append({Verdict::Invalid,
                             Tr::tr("Servers of the dialect %1 do not know the field “%2”. Leave "
                                    "it out.")
                                 .arg(contract::dialectName(dialect), entry.field->name)});
        }
    }
}

Finding alreadyCompleted(const Completion &completion, const Record &record)
{
    QString message = Tr::tr("The %1 is already completed").arg(completion.target.name());
    if (record.completedAt().isValid())
        message += Tr::tr(", since %1").arg(contract::formatTimestamp(record.completedAt()));
    if (!record.disposition().isEmpty())
        message += Tr::tr(", with disposition %1").arg(record.disposition());
    return {Verdict::AlreadyCompleted, message + u'.', {}, ErrorKind::AlreadyCompleted};
}

std::optional<Finding> changed(const Completion &completion, const Record &record)
{
    if (completion.beforeImage.isEmpty())
        return {};
    const Result<json::Document> before = json::Document::parse(completion.beforeImage);
    if (!before)
        return Finding{Verdict::Changed, before.error().message, {}, ErrorKind::Changed};
    QStringList places;
    for (const json::Difference &difference : json::compare(before->root(), record.root()))
        places.append(difference.pointer);
    if (places.isEmpty())
        return {};
    return Finding{Verdict::Changed,
                   Tr::tr("The %1 has changed since it was looked at: %2.")
                       .arg(completion.target.name(),
                            places.first(std::min<qsizetype>(places.size(), 5)).join(u", ")),
                   places, ErrorKind::Changed};
}

std::optional<Finding> losesData(const Completion &completion, const Record &record)
{
    if (record.shown() == Record::Shown::RecordAlone) {
        return Finding{Verdict::DataNotShown,
                       Tr::tr("The server refuses to show attached data, states and tasks of the "
                              "%1, so it is unknown which attached data the end may replace, and "
                              "what is still open in it.")
                           .arg(completion.target.name())};
    }
    const QStringList lost = keysLost(completion.event, record);
    if (lost.isEmpty() && record.shown() == Record::Shown::PerhapsNotData) {
        return Finding{Verdict::DataNotShown,
                       Tr::tr("The server shows no attached data of the %1. An 8.1 server may have "
                              "some all the same, so it is unknown whether the end replaces any.")
                           .arg(completion.target.name())};
    }
    if (lost.isEmpty())
        return {};
    return Finding{Verdict::LosesData,
                   Tr::tr("Attached data of the %1 that are not sent again may be lost: %2.")
                       .arg(completion.target.name(), someOf(lost, mostNamed)),
                   lost};
}

std::optional<Finding> openChildren(const Completion &completion, const Record &record)
{
    QStringList tasks;
    QStringList states;
    for (const Record &child : record.children()) {
        if (!child.isCompleted())
            (child.kind() == Record::Kind::Task ? tasks : states).append(child.id());
    }
    if (tasks.isEmpty() && states.isEmpty())
        return {};
    QStringList parts;
    if (!tasks.isEmpty())
        parts.append(Tr::tr("task ids: %1").arg(someOf(tasks, mostNamed)));
    if (!states.isEmpty())
        parts.append(Tr::tr("state ids: %1").arg(someOf(states, mostNamed)));
    return Finding{Verdict::HasOpenChildren,
                   Tr::tr("The %1 still has open work (%2); ending it leaves that open.")
                       .arg(completion.target.name(), parts.join(u"; ")),
                   tasks + states};
}

void examineRecord(QList<Finding> &findings, const Completion &completion, const Record &record)
{
    if (record.isCompleted())
        findings.append(alreadyCompleted(completion, record));
    const bool hasChildren = completion.target.kind != contract::Target::Kind::Task;
    for (const std::optional<Finding> &found :
         std::array{changed(completion, record), losesData(completion, record),
                    hasChildren ? openChildren(completion, record) : std::optional<Finding>()}) {
        if (found)
            findings.append(*found);
    }
}

} // namespace

const Finding *Examination::find(Verdict verdict) const
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [verdict](const Finding &f) { return f.verdict == verdict; });
    return found == findings.end() ? nullptr : &*found;
}

const Finding *Examination::obstacle(const Insistence &insistence) const
{
    for (const Verdict verdict : {Verdict::Invalid, Verdict::NotFound, Verdict::NotReadable,
                                  Verdict::AlreadyCompleted, Verdict::Changed}) {
        if (verdict == Verdict::AlreadyCompleted && insistence.evenIfCompleted)
            continue;
        if (const Finding *finding = find(verdict))
            return finding;
    }
    return nullptr;
}

QString someOf(const QStringList &names, qsizetype most)
{
    const int others = int(std::max<qsizetype>(names.size() - most, 0));
    if (others == 0)
        return names.join(u", ");
    //: some names of a list; stands in a sentence
    return Tr::tr("%1 and %n more", nullptr, others).arg(names.first(most).join(u", "));
}

Examination examine(const Completion &completion, contract::Dialect dialect,
                    const Result<Record> &now)
{
    Examination examination;
    checkIds(examination.findings, completion, dialect);
    checkFields(examination.findings, completion, dialect);
    for (const Error &error : checkEndEvent(completion.event, completion.target.kind))
        examination.findings.append({Verdict::Invalid, error.message});
    if (now) {
        examineRecord(examination.findings, completion, *now);
    } else {
        const bool notFound = now.error().kind == ErrorKind::NotFound;
        examination.findings.append({notFound ? Verdict::NotFound : Verdict::NotReadable,
                                     now.error().message,
                                     {},
                                     now.error().kind});
    }
    return examination;
}

} // namespace closeout::close
