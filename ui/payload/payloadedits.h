// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The texts that an edit of attached data puts in place, as pure functions, and PayloadEdit, which
// gathers the splices of one edit on a copy of the document: it is taken whole or not at all.

#pragma once

#include "json/document.h"

namespace closeout::ui {

// The value as another type: what can be kept is kept, else the type's empty value.
QByteArray withType(const json::Value &value, json::Type type);

// Another text for a string. What is the same at its beginning and at its end keeps its spelling.
QByteArray respelled(QByteArrayView raw, const QString &text);

// What somebody types for a new value: 7, true, null, {, [ or any other JSON is that; else a
// string.
QByteArray spelledAsTyped(const QString &typed);

// A new text where “before” was shown with every line end as \n: ends that nobody touched stay as
// they were, \r\n for one.
QString withLineEndsOf(const QString &before, const QString &now);

// “wanted”, or “wanted 2”, “wanted 3” … when the object has it already.
QString freshKey(const json::Value &object, const QString &wanted);

struct PayloadMember
{
    QByteArray rawKey; // as it shall be spelled
    QByteArray json;
};

// The object with these behind its own members, laid out as they are and spelled as given. In one
// go: one by one, each would read the whole text again.
QByteArray withMembers(const json::Value &object, const QList<PayloadMember> &members);

class PayloadEdit
{
public:
    explicit PayloadEdit(const json::Document &document)
        : m_document(document)
        , m_isMultiLine(document.text().contains('\n'))
    {
    }

    const json::Document &document() const { return m_document; }
    const QList<json::Splice> &splices() const { return m_splices; }
    bool changesText() const;

    Result<void> replaceValue(json::NodeId node, QByteArrayView json);
    Result<void> renameKey(json::NodeId node, const QString &key);
    Result<void> remove(json::NodeId node);
    Result<void> move(json::NodeId node, qsizetype index);
    // rawKey: as it shall be spelled; empty for an array. The value is put in as it is.
    Result<void> insert(json::NodeId parent, qsizetype index, QByteArrayView rawKey,
                        QByteArrayView json);
    // JSON as it would stand inside a container: over several lines if its siblings do.
    Result<QByteArray> laidOut(json::NodeId parent, QByteArrayView json) const;

private:
    Result<void> take(Result<json::Splice> splice);
    Result<void> insertFirst(const json::Value &container, QByteArrayView rawKey,
                             QByteArrayView json);

    json::Document m_document;
    bool m_isMultiLine; // as it was before
    QList<json::Splice> m_splices;
};

} // namespace closeout::ui
