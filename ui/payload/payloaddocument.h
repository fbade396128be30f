// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The host of attached data while they are edited: a lossless document whose root is always an
// object, and the history of its edits. Whatever is edited, only its own bytes change, and undo
// brings back the very same text. Owned by the workspace; views and models only look.
//
//     document.load(R"({"Survey": {}})");
//     const Result<json::NodeId> rating = document.add(1, 0, u"rating"_s, "7");
//     document.history()->undo();
//
// An edit that is refused is an Error for a person and changes nothing.

#pragma once

#include "ui/payload/duplicatekeys.h"
#include "ui/payload/payloadchange.h"

#include <QtCore/QObject>
#include <QtGui/QUndoStack>

#include <functional>
#include <memory>

namespace closeout::ui {

class PayloadEdit;

class PayloadDocument : public QObject
{
    Q_OBJECT

public:
    explicit PayloadDocument(QObject *parent = nullptr);

    const json::Document &document() const { return m_document; }
    const QByteArray &text() const { return m_document.text(); }
    bool isEmpty() const { return m_document.root().size() == 0; }
    const DuplicateKeys &duplicates() const { return m_duplicates; } // of document()

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

    // Each is one step of the history and returns the node as it is numbered afterwards. What
    // changes no byte is no step. A key that a sibling has is refused.
    Result<json::NodeId> add(json::NodeId parent, qsizetype index, const QString &key,
                             const QByteArray &json);
    Result<json::NodeId> rename(json::NodeId node, const QString &key);
    Result<json::NodeId> setValue(json::NodeId node, const QByteArray &json);
    Result<json::NodeId> changeType(json::NodeId node, json::Type type);
    Result<json::NodeId> duplicate(json::NodeId node);
    Result<void> remove(json::NodeId node);
    // index: where it will stand in its new parent. A member keeps its key if that is free there.
    Result<json::NodeId> move(json::NodeId node, json::NodeId newParent, qsizetype index);
    // Onto an object: the members of an object are added, refused if a key is there already with
    // another value; any other value gets a fresh key. Onto an array: appended. Onto anything else:
    // in its place.
    Result<json::NodeId> pasteJson(json::NodeId node, const QByteArray &json);

    QUndoStack *history() { return m_history.get(); }

    // To come back to a document with its history. It is of this object, and of that text alone.
    struct Past
    {
        QByteArray text;
        std::unique_ptr<QUndoStack> history;
    };
    Past takePast(); // its history is empty then
    void takeUp(Past &&past); // of another text: passed over

signals:
    void edited(const closeout::ui::Change &change); // for models; before changed()
    void changed(); // the text, whatever the reason
    void keyCheckChanged();
    void historyChanged(); // it is another one; the text is not

private:
    class Step;

    json::Value valueOf(json::NodeId node) const { return {&m_document, node}; }
    Result<void> checkNewKey(const json::Value &object, const QString &key) const;
    static QList<json::Value> newMembers(const json::Value &object, const json::Value &pasted);
    Result<void> checkPastedKeys(const json::Value &object, const QList<json::Value> &pasted) const;
    Result<json::NodeId> pasteAtTop(const json::Document &pasted);
    Result<json::NodeId> pasteMembers(const json::Value &object, const json::Value &pasted);
    Result<json::NodeId> moveAcross(const json::Value &value, const json::Value &target,
                                    qsizetype index);
    Result<json::NodeId> commit(const Result<void> &done, const PayloadEdit &edit,
                                const Change &change, const QString &what);
    void show(json::Document document, const QList<json::Splice> &steps, const Change &change);

    json::Document m_document;
    DuplicateKeys m_duplicates;
    std::unique_ptr<QUndoStack> m_history; // never null
    KeyCheck m_keyCheck;
    Splitter m_splitter;
};

} // namespace closeout::ui
