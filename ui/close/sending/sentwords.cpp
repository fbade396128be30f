// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/sentwords.h"

#include "close/examination.h"
#include "ui/close/completing.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;

namespace {

struct SentWords
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::SentWords)
};

QStringList idsOf(const QList<client::Record> &records)
{
    QStringList ids;
    for (const client::Record &record : records)
        ids.append(record.id());
    return ids;
}

} // namespace

QString few(const QStringList &names)
{
    QStringList drawn;
    for (const QString &name : names)
        drawn.append(shown(name));
    return close::someOf(drawn, 8);
}

QString namedDisposition(const Completing &completing)
{
    const Draft &draft = *completing.draft();
    const QString field = u"disposition"_s;
    const close::EndEvent event = draft.completion().event;
    const contract::FieldValue *value = event.find(field);
    if (!value)
        return {};
    const bool isText = value->kind == contract::FieldValue::Kind::Text;
    //: a text as it is sent, in quotes, where a number has none
    const QString said = isText ? SentWords::tr("“%1”").arg(shown(value->text)) : value->text;
    const QList<SuggestedValue> known = completing.dispositions()->valuesFor(draft.target().kind,
                                                                             field);
    for (const SuggestedValue &each : known) {
        if (each.id == value->text && !each.name.isEmpty()) {
            //: a disposition and what it means: "10 (SUCCESS)"
            return SentWords::tr("%1 (%2)").arg(said, shown(each.name));
        }
    }
    return said;
}

QStringList whatIsSent(const Completing &completing, const QDateTime &now)
{
    const Draft &draft = *completing.draft();
    QStringList lines;
    const QString disposition = namedDisposition(completing);
    lines.append(disposition.isEmpty() ? SentWords::tr("It is ended without a disposition.")
                                       : SentWords::tr("Disposition: %1").arg(disposition));
    const close::EndEvent event = draft.completion().event;
    if (const contract::FieldValue *description = event.find(u"disposition_desc"))
        lines.append(SentWords::tr("Description: %1").arg(shown(description->text)));
    if (!draft.record())
        return lines;
    const client::Record &record = *draft.record();
    if (!record.type().isEmpty())
        lines.append(SentWords::tr("Type: %1").arg(shown(record.type())));
    if (!record.customerId().isEmpty())
        lines.append(SentWords::tr("Customer: %1").arg(shown(record.customerId())));
    else if (!record.contactKey().isEmpty())
        lines.append(SentWords::tr("Contact key: %1").arg(shown(record.contactKey())));
    if (const QString age = ageInWords(record.startedAt(), now); !age.isEmpty())
        lines.append(SentWords::tr("Age: %1").arg(age));
    return lines;
}

// Tasks and states are counted from 0 both: their ids must not be told together.
QStringList openWork(const Completing &completing)
{
    if (completing.draft()->target().kind == Target::Kind::Task)
        return {};
    const QStringList tasks = idsOf(completing.openTasks());
    const QStringList states = idsOf(completing.openStates());
    QStringList lines;
    if (!tasks.isEmpty())
        lines.append(
            SentWords::tr("Task(s) %1 stay(s) open.", nullptr, int(tasks.size())).arg(few(tasks)));
    if (!states.isEmpty()) {
        lines.append(SentWords::tr("State(s) %1 stay(s) open.", nullptr, int(states.size()))
                         .arg(few(states)));
    }
    return lines;
}

} // namespace closeout::ui
