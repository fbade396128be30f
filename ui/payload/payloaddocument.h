// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The host of attached data while they are edited: an edit::Document whose root is always an
// object, and the history of its changes. Whatever is edited, only its own bytes change, and undo
// brings back the very same text. Owned by the workspace; views and models only look.
//
//     document.load(R"({"Survey": {}})");
//     const edit::Value survey = document.document().find(u"/Survey");
//     const Result<edit::Value> rating = document.add(survey, 0, u"rating"_s, "7");
//     document.undo();
//
// An edit that is refused is an Error for a person and changes nothing.

#pragma once

#include "edit/document.h"
#include "edit/history.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace closeout::ui {

class PayloadDocument : public QObject
{
    Q_OBJECT

public:
    explicit PayloadDocument(QObject *parent = nullptr);

    const edit::Document &document() const { return m_document; }
    const QByteArray &text() const; // all of it, put together when it is first asked for
    bool isEmpty() const { return m_document.root().isEmpty(); }

    // Replaces everything and forgets the history; an empty text is "{}". Duplicate and reserved
    // keys are taken as they are: they can be looked at, renamed and removed.
    Result<void> load(QByteArray text);

    // Asked for keys at the top that are new: whether the API would take them for attached data.
    using KeyCheck = std::function<Result<void>(const QString &key)>;
    void setKeyCheck(KeyCheck check);
    Result<void> checkKey(const QString &key) const;

    // Asked of an object that is pasted at the top: it may hold more than attached data. What
    // remains is pasted; the rest is taken once that is done.
    struct Split
    {
        QByteArray remains; // JSON, an object
        std::function<void()> takeRest;
    };
    using Splitter = std::function<Result<Split>(const json::Document &pasted)>;
    void setSplitter(Splitter splitter);

    // Each is one step of the history and returns the value as it is found afterwards. What changes
    // no byte is no step. A key that a sibling has is refused.
    Result<edit::Value> add(const edit::Value &container, qsizetype row, const QString &key,
                            const QByteArray &json);
    // Behind the members of an object, spelled as given; nobody is asked about the keys.
    Result<edit::Value> append(const edit::Value &object, const QList<edit::Member> &members);
    Result<edit::Value> rename(const edit::Value &member, const QString &key);
    Result<edit::Value> setValue(const edit::Value &value, const QByteArray &json);
    Result<edit::Value> changeType(const edit::Value &value, json::Type type);
    Result<edit::Value> duplicate(const edit::Value &value);
    Result<void> remove(const edit::Value &value);
    // row: where it will stand in its new parent. A member keeps its key if that is free there.
    Result<edit::Value> move(const edit::Value &value, const edit::Value &container, qsizetype row);
    // Onto an object: the members of an object are added, refused if a key is there already with
    // another value; any other value gets a fresh key. Onto an array: appended. Onto anything else:
    // in its place.
    Result<edit::Value> pasteJson(const edit::Value &value, const QByteArray &json);

    const edit::History &history() const { return m_history; }
    void undo(); // nothing happens where there is nothing to undo
    void redo();

    // To come back to a text with its history.
    struct Past
    {
        QByteArray text;
        edit::History history;
    };
    Past takePast(); // its history is empty then
    void takeUp(Past &&past); // of another text: passed over

signals:
    void aboutToEdit(const closeout::edit::Change &change); // for models; it still is as it was
    void edited(const closeout::edit::Change &change); // for models; before changed()
    void changed(); // the text, whatever the reason
    void keyCheckChanged();
    void historyChanged(); // it is another one; the text is not

private:
    Result<void> checkNewKey(const edit::Value &object, const QString &key) const;
    static QList<json::Value> newMembers(const edit::Value &object, const json::Value &pasted);
    Result<void> checkPastedKeys(const edit::Value &object, const QList<json::Value> &pasted) const;
    Result<edit::Value> pasteAtTop(const json::Document &pasted);
    Result<edit::Value> pasteMembers(const edit::Value &object, const json::Value &pasted);
    Result<edit::Change> moving(const edit::Value &value, const edit::Value &container,
                                qsizetype row) const;
    Result<edit::Value> commit(const Result<edit::Change> &change, const QString &name);
    void show(const edit::Change &change);

    edit::Document m_document;
    mutable std::optional<QByteArray> m_text; // nothing: not asked for since a change
    edit::History m_history;
    KeyCheck m_keyCheck;
    Splitter m_splitter;
};

} // namespace closeout::ui
