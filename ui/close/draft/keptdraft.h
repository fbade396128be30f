// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is kept of a half-filled end event: what a person typed, as it was typed. The record is not
// part of it; it is read anew.
//
//     { "environment": "Staging", "base_url": "https://gms:8443/genesys/1/cs", "target": "task",
//       "service_id": "95", "task_id": "3", "stamp": "chosen",
//       "chosen": "2026-11-19T06:42:07.000Z", "fields": {"disposition": "10"},
//       "payload_of": "9f86d081…",
//       "payload": "{\"Feedback\":{\"rating\":7.50}}",
//       "history": "Y2xvc2VvdXQg…" }    what can be undone in the payload; see edit/history.h

#pragma once

#include "contract/target.h"
#include "edit/history.h"

#include <QtCore/QDateTime>
#include <QtCore/QUrl>

#include <optional>

namespace closeout::ui {

// What a draft belongs to.
struct DraftPlace
{
    QString environment; // its name
    QUrl baseUrl;
    contract::Target target;

    QString fileName() const; // a hash: ids and names may hold anything

    friend bool operator==(const DraftPlace &, const DraftPlace &) = default;
};

enum class Stamp : quint8 {
    Server, // no timestamp is sent: the server stamps it
    Now, // the moment of sending
    Chosen,
};

struct KeptDraft
{
    QList<std::pair<QString, QString>> fields; // name, text as typed; empty texts are left out
    Stamp stamp = Stamp::Server;
    QDateTime chosen; // UTC
    // JSON text, byte for byte; empty: nobody has touched what the record has.
    QByteArray payload;
    QByteArray payloadOf = {}; // a hash of what the record had when the payload was begun
    edit::History history = {}; // that led to the payload; too long a one is not kept

    friend bool operator==(const KeptDraft &, const KeptDraft &) = default;
};

QByteArray draftAsJson(const DraftPlace &place, const KeptDraft &draft);

// Which place a file belongs to; nothing: it does not say.
std::optional<DraftPlace> placeFromJson(const QByteArray &json);

// A file that belongs to another place is an Error, as is one that is broken. A history that does
// not fit is passed over: nothing of the draft hangs on it.
Result<KeptDraft> draftFromJson(const DraftPlace &place, const QByteArray &json);

} // namespace closeout::ui
