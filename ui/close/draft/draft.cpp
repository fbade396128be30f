// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/draft.h"

#include "contract/timestamp.h"
#include "edit/document.h"
#include "ui/close/draft/wholeevent.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"
#include "json/strings.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QScopedValueRollback>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using client::AttachedDatum;
using close::Completion;
using close::EndEvent;
using contract::Field;
using contract::FieldValue;
using contract::Target;

namespace {

QByteArray objectOf(const QList<AttachedDatum> &data)
{
    QByteArray members;
    for (const AttachedDatum &datum : data)
        members += (members.isEmpty() ? "\n  " : ",\n  ") + datum.rawKey + ": " + datum.rawValue;
    return members.isEmpty() ? QByteArray("{}") : '{' + members + "\n}";
}

constexpr qsizetype mostPasts = 50; // of places: each may hold large texts

} // namespace

Draft::Draft(DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_payload(new PayloadDocument(this))
{
    m_payload->setKeyCheck([this](const QString &key) { return checkKey(key); });
    m_payload->setSplitter([this](const json::Document &pasted) { return split(pasted); });
    connect(m_payload, &PayloadDocument::changed, this, &Draft::notePayload);
    connect(&m_store, &DraftStore::kept, this, &Draft::keptChanged);
}

Draft::~Draft() = default;

void Draft::begin(const Target &target, const client::Record &record,
                  const environments::Environment &environment, const QUrl &baseUrl,
                  contract::Dialect dialect)
{
    emit aboutToChange();
    keepPast();
    m_store.flush();
    m_isOvertaken = false;
    const DraftPlace place{environment.name, baseUrl, target};
    if (m_place != place)
        m_discarded.reset();
    if (m_pinsOf != place.environment)
        m_pins.clear();
    m_pinsOf = place.environment;
    m_place = place;
    m_dialect = dialect;
    m_record = record;
    m_duplicateKeys = close::DuplicateKeys::Refuse;
    m_insistence = {};
    m_initial = initialState();
    take(m_initial);
    takeUpPast();
    emit begun();

    m_isLoading = true;
    const int question = ++m_question;
    m_store.read(m_place, this, [this, question](const std::optional<KeptDraft> &kept) {
        if (question == m_question)
            takeKept(kept);
    });
    emit changed();
}

void Draft::takeKept(const std::optional<KeptDraft> &kept)
{
    m_isLoading = false;
    takeUp(kept);
    emit changed();
}

void Draft::takeUp(const std::optional<KeptDraft> &kept)
{
    KeptDraft state = kept.value_or(m_initial);
    m_isOvertaken = !state.payload.isEmpty() && kept && state.payloadOf != payloadHash();
    if (state.payload.isEmpty())
        state.payload = m_initial.payload;
    take(state);
    takeUpPast();
    if (m_payload->history().size() == 0 && state.history.size() > 0)
        m_payload->takeUp({state.payload, state.history});
}

void Draft::rebase(const client::Record &record)
{
    emit aboutToChange();
    const KeptDraft before = m_initial;
    m_record = record;
    m_insistence = {};
    forgetFindings();
    m_initial = initialState();
    if (!m_isLoading) {
        KeptDraft next = state();
        if (next.fields == before.fields)
            next.fields = m_initial.fields;
        if (next.payload == before.payload)
            next.payload = m_initial.payload;
        else if (before.payload != m_initial.payload)
            m_isOvertaken = true;
        take(next);
    }
    emit changed();
}

void Draft::clear()
{
    emit aboutToChange();
    keepPast();
    m_store.flush();
    m_isOvertaken = false;
    ++m_question;
    m_isLoading = false;
    m_discarded.reset();
    m_place = {};
    m_record = {};
    m_initial = {};
    m_initial.payload = "{}";
    take(m_initial);
    emit begun();
    emit changed();
}

void Draft::discard()
{
    emit aboutToChange();
    m_discarded = Discarded{stateToKeep(), m_isOvertaken};
    m_store.discard(m_place);
    m_isOvertaken = false;
    take(m_initial);
    emit changed();
}

void Draft::putBack()
{
    if (!m_discarded || m_isLoading)
        return;
    emit aboutToChange();
    const Discarded back = *m_discarded;
    m_discarded.reset();
    if (isTouched())
        m_discarded = Discarded{stateToKeep(), m_isOvertaken};
    takeUp(back.draft);
    m_isOvertaken = m_isOvertaken || back.isOvertaken;
    noteChange();
}

KeptDraft Draft::initialState() const
{
    KeptDraft initial;
    initial.payload = objectOf(m_record->attachedData());
    for (const Field *field : fields()) {
        QString text = m_pins.value(pinKey(*field));
        // Only what the field may hold: what nobody typed must not stand in the way.
        const QString stateId = m_record->stateId();
        if (field->name == "state_id"_L1 && !stateId.isEmpty() && checkText(*field, stateId))
            text = stateId;
        if (!text.isEmpty())
            initial.fields.append({field->name, text});
    }
    return initial;
}

KeptDraft Draft::state() const
{
    KeptDraft state;
    for (const Field *field : fields()) {
        if (const QString text = fieldText(*field); !text.isEmpty())
            state.fields.append({field->name, text});
    }
    state.stamp = m_stamp;
    state.chosen = m_stamp == Stamp::Chosen ? m_chosen : QDateTime();
    state.payload = m_payload->text();
    return state;
}

void Draft::take(const KeptDraft &state)
{
    const QScopedValueRollback taking(m_isTaking, true);
    m_texts.clear();
    for (const auto &[name, text] : state.fields)
        m_texts.insert(name, text);
    m_stamp = state.stamp;
    m_chosen = state.chosen;
    // It cannot fail: it is made of a record, or was checked when its file was read. If it did, the
    // data of the target before must not stay.
    // An untouched text is left alone: what is being typed in it goes on.
    if (m_payload->text() != state.payload && !m_payload->load(state.payload))
        m_payload->load({});
    forgetFindings();
}

KeptDraft Draft::stateToKeep() const
{
    KeptDraft kept = state();
    if (kept.payload == m_initial.payload)
        kept.payload.clear();
    else
        kept.payloadOf = payloadHash();
    if (!kept.payload.isEmpty())
        kept.history = m_payload->history();
    return kept;
}

QByteArray Draft::payloadHash() const
{
    return QCryptographicHash::hash(m_initial.payload, QCryptographicHash::Sha256).toHex();
}

bool Draft::isTouched() const
{
    return !isEmpty() && state() != m_initial;
}

bool Draft::isKept() const
{
    return !isEmpty() && m_store.isKept(m_place);
}

// What was done to attached data can be undone, whatever was looked at in between; as long as the
// program runs also where it led back to what the record has, of which no draft is kept.
void Draft::keepPast()
{
    if (isEmpty() || m_payload->history().size() == 0)
        return;
    const QString place = m_place.fileName();
    m_pasts.insert_or_assign(place, m_payload->takePast());
    m_pastsInOrder.removeOne(place);
    m_pastsInOrder.append(place);
    if (m_pastsInOrder.size() > mostPasts)
        m_pasts.erase(m_pastsInOrder.takeFirst());
}

void Draft::takeUpPast()
{
    const auto past = m_pasts.find(m_place.fileName());
    if (past != m_pasts.end() && m_payload->history().size() == 0)
        m_payload->takeUp(std::move(past->second));
}

void Draft::noteChange()
{
    forgetFindings();
    if (!isEmpty() && !m_isLoading) {
        if (isTouched())
            m_store.keep(m_place, stateToKeep());
        else
            m_store.discard(m_place);
    }
    emit changed();
}

void Draft::notePayload()
{
    readPayload();
    forgetFindings();
    if (!m_isTaking)
        noteChange();
}

void Draft::readPayload()
{
    // With duplicate keys, so that the preview shows them; whether they may be sent is a problem().
    m_attached.clear();
    const edit::Value root = m_payload->document().root();
    m_attached.reserve(root.size());
    for (edit::Value member = root.at(0); member.exists(); member = member.next())
        m_attached.append({member.rawKey(), member.raw()});
}

QList<const Field *> Draft::fields() const
{
    QList<const Field *> fields = contract::fieldsOf(contract::endEventOf(m_place.target.kind),
                                                     m_dialect);
    fields.removeIf([](const Field *field) { return field->name == "timestamp"_L1; });
    return fields;
}

QString Draft::fieldText(const Field &field) const
{
    return m_texts.value(field.name);
}

void Draft::setFieldText(const Field &field, const QString &text)
{
    if (fieldText(field) == text)
        return;
    m_texts.insert(field.name, text);
    if (isPinned(field))
        m_pins.insert(pinKey(field), text);
    noteChange();
}

// A service and a task do not end in the same way.
QString Draft::pinKey(const Field &field) const
{
    return contract::kindName(m_place.target.kind) + u'/' + field.name;
}

bool Draft::isPinned(const Field &field) const
{
    return m_pins.contains(pinKey(field));
}

void Draft::pin(const Field &field)
{
    m_pins.insert(pinKey(field), fieldText(field));
    emit changed();
}

void Draft::unpin(const Field &field)
{
    m_pins.remove(pinKey(field));
    emit changed();
}

bool Draft::hasDisposition() const
{
    return !m_texts.value(u"disposition"_s).isEmpty();
}

void Draft::setStamp(Stamp stamp)
{
    if (m_stamp == stamp)
        return;
    m_stamp = stamp;
    if (m_stamp == Stamp::Chosen && !m_chosen.isValid())
        m_chosen = QDateTime::currentDateTimeUtc();
    noteChange();
}

void Draft::setChosenMoment(const QDateTime &moment)
{
    if (m_chosen == moment)
        return;
    m_chosen = moment.toUTC();
    noteChange();
}

void Draft::setDuplicateKeys(close::DuplicateKeys policy)
{
    m_duplicateKeys = policy;
    m_problems.reset();
    emit changed();
}

void Draft::setInsistence(const close::Insistence &insistence)
{
    m_insistence = insistence;
    emit changed();
}

EndEvent Draft::endEvent() const
{
    EndEvent event;
    const contract::Event kind = contract::endEventOf(m_place.target.kind);
    if (m_stamp != Stamp::Server) {
        const QDateTime moment = m_stamp == Stamp::Now ? QDateTime::currentDateTimeUtc() : m_chosen;
        event.set(contract::findField(kind, u"timestamp"),
                  {FieldValue::Kind::Text, contract::formatTimestamp(moment)});
    }
    for (const Field *field : fields()) {
        const QString text = fieldText(*field);
        if (text.isEmpty())
            continue;
        // What cannot be read as a value is a problem (problems()), and nothing of it is sent.
        if (const Result<FieldValue> value = close::fieldValueFromText(*field, text))
            event.set(field, *value);
    }
    event.attachedData = m_attached;
    return event;
}

Completion Draft::completion() const
{
    return {m_place.target, endEvent(), m_record ? m_record->json() : QByteArray()};
}

client::OutgoingRequest Draft::preview(const client::Connection &connection) const
{
    return client::prepare(connection, completion().request());
}

void Draft::keepLostData()
{
    if (isEmpty())
        return;
    EndEvent kept;
    kept.attachedData = m_attached;
    close::keepAttachedData(kept, *m_record);
    QList<edit::Member> lost;
    for (const AttachedDatum &datum : std::as_const(kept.attachedData).sliced(m_attached.size()))
        lost.append({datum.rawKey, datum.rawValue});
    // In one step, and not pasted: a paste may lay values out anew.
    if (!lost.isEmpty())
        m_payload->append(m_payload->document().root(), lost);
}

// What was copied as a whole end event is pasted as one.
Result<PayloadDocument::Split> Draft::split(const json::Document &pasted)
{
    const Result<WholeEvent> whole = takeApart(pasted, m_place.target.kind, m_dialect);
    if (!whole)
        return tl::unexpected(whole.error());
    const auto takeRest = [this, whole = *whole] {
        for (const auto &[field, text] : whole.fields)
            setFieldText(*field, text);
        if (whole.timestamp.isValid()) {
            setStamp(Stamp::Chosen);
            setChosenMoment(whole.timestamp);
        }
    };
    return PayloadDocument::Split{whole->attachedData, takeRest};
}

Result<void> Draft::checkKey(const QString &key) const
{
    EndEvent keyAlone;
    keyAlone.attachedData.append(AttachedDatum{json::spell(key), "null"});
    const QList<Error> errors = close::checkEndEvent(keyAlone, m_place.target.kind);
    return errors.isEmpty() ? Result<void>() : tl::unexpected(errors.first());
}

} // namespace closeout::ui
