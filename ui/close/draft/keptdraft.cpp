// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/keptdraft.h"

#include "contract/timestamp.h"
#include "edit/document.h"
#include "environments/ownfile.h"
#include "json/document.h"
#include "json/strings.h"

#include <QtCore/QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr qsizetype largestHistory = 16 * 1024 * 1024; // bytes
constexpr std::array stampNames{"server"_L1, "now"_L1, "chosen"_L1}; // in the order of Stamp

using Members = QList<std::pair<QString, QByteArray>>; // key, JSON

QByteArray object(const Members &members)
{
    QByteArray out;
    for (const auto &[key, value] : members)
        out += (out.isEmpty() ? "" : ",\n") + json::spell(key) + ": " + value;
    return "{\n" + out + "\n}";
}

Members placeMembers(const DraftPlace &place)
{
    return {{u"environment"_s, json::spell(place.environment)},
            {u"base_url"_s, json::spell(place.baseUrl.toString(QUrl::FullyEncoded))},
            {u"target"_s, json::spell(contract::kindName(place.target.kind))},
            {u"service_id"_s, json::spell(place.target.serviceId)},
            {u"task_id"_s, json::spell(place.target.id)}}; // a state's id, too
}

tl::unexpected<Error> broken(const DraftPlace &place, const QString &detail)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The draft that was kept for the %1 is not readable.")
                       .arg(place.target.name()),
                   detail);
}

// Of the fields none, too, whatever it is called.
Result<void> checkOnce(const json::Document &document)
{
    QStringList names;
    for (const json::Value member : document.root())
        names.append(member.key());
    for (const json::Value field : document.root().member(u"fields"))
        names.append(field.key());
    return environments::checkMembersStandOnce(document, names);
}

Result<Stamp> stampFrom(const json::Value &value, const DraftPlace &place)
{
    for (std::size_t i = 0; i < stampNames.size(); ++i) {
        if (value.text() == stampNames[i])
            return Stamp(i);
    }
    return broken(place, u"stamp: "_s + value.text());
}

} // namespace

QString DraftPlace::fileName() const
{
    const QByteArray text = object(placeMembers(*this));
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex())
        + ".json"_L1;
}

QByteArray draftAsJson(const DraftPlace &place, const KeptDraft &draft)
{
    Members fields;
    for (const auto &[name, text] : draft.fields)
        fields.append({name, json::spell(text)});
    Members members = placeMembers(place);
    members.append({u"stamp"_s, json::spell(QString(stampNames.at(std::size_t(draft.stamp))))});
    if (draft.chosen.isValid())
        members.append({u"chosen"_s, json::spell(contract::formatTimestamp(draft.chosen))});
    members.append({u"fields"_s, object(fields)});
    members.append({u"payload_of"_s, json::spell(QString::fromLatin1(draft.payloadOf))});
    members.append({u"payload"_s, json::spell(json::decoded(draft.payload))});
    if (const QByteArray saved = draft.history.saved(draft.payload);
        draft.history.size() > 0 && !draft.payload.isEmpty() && saved.size() <= largestHistory)
        members.append({u"history"_s, json::spell(QString::fromLatin1(saved.toBase64()))});
    return object(members) + '\n';
}

std::optional<DraftPlace> placeFromJson(const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    if (!document)
        return {};
    const json::Value root = document->root();
    const auto kind = contract::kindFromName(root.member(u"target").text());
    return DraftPlace{root.member(u"environment").text(),
                      QUrl(root.member(u"base_url").text()),
                      {kind.value_or(contract::Target::Kind::Service),
                       root.member(u"service_id").text(), root.member(u"task_id").text()}};
}

Result<KeptDraft> draftFromJson(const DraftPlace &place, const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    if (!document)
        return broken(place, document.error().message);
    if (const Result<void> once = checkOnce(*document); !once)
        return broken(place, once.error().message);
    const json::Value root = document->root();
    for (const auto &[key, value] : placeMembers(place)) {
        if (root.member(key).text() != json::unspell(value))
            return broken(place, key + u": "_s + root.member(key).text());
    }
    const json::Value payload = root.member(u"payload");
    if (payload.type() != json::Type::String || !root.member(u"fields").isObject())
        return broken(place, u"payload, fields"_s);
    const Result<Stamp> stamp = stampFrom(root.member(u"stamp"), place);
    if (!stamp)
        return tl::unexpected(stamp.error());

    KeptDraft draft;
    draft.stamp = *stamp;
    draft.payload = payload.text().toUtf8();
    draft.payloadOf = root.member(u"payload_of").text().toLatin1();
    if (const auto data = edit::Document::open(draft.payload);
        !draft.payload.isEmpty() && (!data || !data->root().isObject()))
        return broken(place, u"payload"_s);
    if (const json::Value chosen = root.member(u"chosen"); chosen.exists()) {
        const Result<QDateTime> moment = contract::parseTimestamp(chosen.text());
        if (!moment)
            return broken(place, moment.error().message);
        draft.chosen = *moment;
    }
    for (const json::Value field : root.member(u"fields"))
        draft.fields.append({field.key(), field.text()});
    const QByteArray saved = root.member(u"history").text().toLatin1();
    if (Result<edit::History> history = edit::History::restored(QByteArray::fromBase64(saved),
                                                                draft.payload))
        draft.history = std::move(*history);
    return draft;
}

} // namespace closeout::ui
