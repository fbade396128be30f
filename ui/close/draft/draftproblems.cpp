// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is wrong with a draft, and what its end would do: found out once after a change.

#include "ui/close/draft/draft.h"

#include "edit/document.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using client::AttachedDatum;
using close::Completion;
using close::EndEvent;
using contract::Field;
using contract::FieldValue;

// The field is called what the form calls it.
Result<void> Draft::checkText(const Field &field, const QString &text) const
{
    const QString called = Tr::tr(field.label);
    return close::fieldValueFromText(field, text, called).and_then([&](const FieldValue &value) {
        return contract::checkField(contract::endEventOf(m_place.target.kind), field, value,
                                    called);
    });
}

QList<Draft::Problem> Draft::fieldProblems() const
{
    QList<Problem> problems;
    for (const Field *field : fields()) {
        const QString text = fieldText(*field);
        const Result<void> checked = text.isEmpty() ? Result<void>() : checkText(*field, text);
        if (!checked)
            problems.append({field->name, checked.error().message});
    }
    return problems;
}

const QList<Draft::Problem> &Draft::problems() const
{
    if (!m_problems)
        m_problems = findProblems();
    return *m_problems;
}

QList<Draft::Problem> Draft::findProblems() const
{
    QList<Problem> problems = fieldProblems();
    if (hasDuplicateKeys() && m_duplicateKeys == close::DuplicateKeys::Refuse) {
        problems.append(
            {{},
             tr("A key stands twice in the attached data: %1. Remove one of the two, or "
                "send both.")
                 .arg(shown(duplicatePlace()))});
    }
    EndEvent keysAlone;
    keysAlone.attachedData = m_attached;
    for (const Error &error : close::checkEndEvent(keysAlone, m_place.target.kind))
        problems.append({{}, error.message});
    return problems;
}

bool Draft::hasDuplicateKeys() const
{
    return m_payload->document().hasDuplicateKeys();
}

QString Draft::duplicatePlace() const
{
    return m_payload->document().nextDuplicate({}).pointer();
}

const close::Examination &Draft::examination() const
{
    if (!m_examination && m_record) {
        Completion without = completion();
        without.beforeImage.clear(); // it is this very record
        m_examination = close::examine(without, m_dialect, *m_record);
    } else if (!m_examination) {
        m_examination.emplace();
    }
    return *m_examination;
}

void Draft::examineAnew()
{
    forgetFindings();
}

void Draft::forgetFindings()
{
    m_problems.reset();
    m_examination.reset();
}

QString Draft::whyNotSendable() const
{
    if (isEmpty())
        return tr("Choose a service or a task first.");
    if (m_isLoading)
        return tr("The kept draft is being read.");
    if (const qsizetype others = problems().size() - 1; others >= 0) {
        const QString &first = problems().first().message;
        return others == 0
            ? first
            : tr("%1 And there are %n more problem(s).", nullptr, int(others)).arg(first);
    }
    const close::Finding *obstacle = examination().obstacle(m_insistence);
    return obstacle ? withLocalMoments(obstacle->message) : QString();
}

// Which schemas a server has, no page says how to ask; one that has taken a key has one for it.
// Source: "Create Service Extension Schema" 8.1.
QStringList Draft::keysWithoutSchema() const
{
    if (m_dialect != contract::Dialect::V81 || isEmpty())
        return {};
    QSet<QString> seen;
    const QList<AttachedDatum> before = m_record->attachedData();
    for (const AttachedDatum &datum : before)
        seen.insert(datum.key());
    QStringList keys;
    for (const AttachedDatum &datum : m_attached) {
        if (const QString key = datum.key(); !seen.contains(key)) {
            keys.append(key);
            seen.insert(key);
        }
    }
    return keys;
}

QStringList Draft::keysLost() const
{
    const close::Finding *loss = examination().find(close::Verdict::LosesData);
    return loss ? loss->names : QStringList();
}

} // namespace closeout::ui
