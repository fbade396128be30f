// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The end event that is being filled in for one service or task: fields as they are typed, a
// timestamp, the payload, and what a check says of it all. What is sent is made of it by the rooms
// below (close/), so that the window and the command line send the same.
//
// The attached data that the record has are in the payload from the start: nothing is lost unless
// somebody takes it out.

#pragma once

#include "client/connection.h"
#include "client/record.h"
#include "close/examination.h"
#include "environments/environment.h"
#include "ui/close/draft/draftstore.h"
#include "ui/payload/payloaddocument.h"

#include <map>

namespace closeout::ui {

class Draft : public QObject
{
    Q_OBJECT

public:
    // What is wrong with the end event itself.
    struct Problem
    {
        QString field; // its name; empty: the payload
        QString message; // a whole sentence
    };

    explicit Draft(DraftStore &store, QObject *parent = nullptr); // the store must outlive it
    ~Draft() override;

    // record: the target as it was seen. A draft that was kept for it is taken up.
    void begin(const contract::Target &target, const client::Record &record,
               const environments::Environment &environment, const QUrl &baseUrl,
               contract::Dialect dialect);
    // The record was read again: what was typed stays; what nobody has touched is renewed, the
    // attached data too. If they were touched, see isOvertaken().
    void rebase(const client::Record &record);
    void clear(); // what was typed is kept (DraftStore)
    void discard(); // as it was at the beginning; putBack() takes it back
    void putBack(); // what was discarded last; what it replaces is discarded instead
    bool hasDiscarded() const { return m_discarded.has_value(); } // for this target
    bool isEmpty() const { return !m_record.has_value(); }
    bool isLoading() const { return m_isLoading; } // a kept draft is being read

    const contract::Target &target() const { return m_place.target; }
    const DraftPlace &place() const { return m_place; }
    const std::optional<client::Record> &record() const { return m_record; }

    contract::Dialect dialect() const { return m_dialect; }
    // Every field that the dialect knows but the timestamp, which is chosen below.
    QList<const contract::Field *> fields() const;
    QString fieldText(const contract::Field &field) const;
    void setFieldText(const contract::Field &field, const QString &text); // empty: not sent

    // What is pinned is filled in from the start in the next draft for the same kind of target, in
    // the same environment, as long as the program runs.
    bool isPinned(const contract::Field &field) const;
    void pin(const contract::Field &field);
    void unpin(const contract::Field &field);
    bool hasDisposition() const;

    Stamp stamp() const { return m_stamp; }
    void setStamp(Stamp stamp);
    QDateTime chosenMoment() const { return m_chosen; } // UTC; invalid: none yet
    void setChosenMoment(const QDateTime &moment);

    PayloadDocument *payload() const { return m_payload; }

    // What a person insists on, against a check.
    close::DuplicateKeys duplicateKeys() const { return m_duplicateKeys; }
    void setDuplicateKeys(close::DuplicateKeys policy);
    const close::Insistence &insistence() const { return m_insistence; }
    void setInsistence(const close::Insistence &insistence);

    // As it would be sent at this moment, which matters for Stamp::Now alone.
    close::Completion completion() const;
    client::OutgoingRequest preview(const client::Connection &connection) const; // not masked

    // problems(), examination() and keysLost() are found out once after a change, however often
    // they are asked for.
    const QList<Problem> &problems() const;
    bool hasDuplicateKeys() const; // at any depth
    QString duplicatePlace() const; // of the first of them, as a JSON pointer; empty: none
    const close::Examination &examination() const; // against the record as it was seen
    QString whyNotSendable() const; // empty: it can be sent
    QStringList keysWithoutSchema() const; // in 8.1: keys that the record has not had so far
    QStringList keysLost() const; // if the server replaces all attached data
    void examineAnew(); // what is found is told in the language of the window
    QList<client::AttachedDatum> attachedData() const { return m_attached; } // of the payload
    void keepLostData(); // adds them to the payload, as they were spelled; can be undone

    // The record's attached data have changed since somebody began to edit them here: sending would
    // undo what somebody else wrote.
    bool isOvertaken() const { return m_isOvertaken; }
    bool isTouched() const; // otherwise than it was at the beginning
    bool isKept() const; // on disk

signals:
    void aboutToChange(); // by what is not typed: what is being typed is taken in now
    void changed();
    void begun(); // for another target, or none
    void keptChanged(); // what isKept() says

private:
    struct Discarded
    {
        KeptDraft draft;
        bool isOvertaken = false;
    };

    KeptDraft state() const;
    KeptDraft stateToKeep() const;
    QByteArray payloadHash() const; // of what the record has
    KeptDraft initialState() const;
    void take(const KeptDraft &state);
    void takeKept(const std::optional<KeptDraft> &kept);
    void takeUp(const std::optional<KeptDraft> &kept);
    void keepPast();
    void takeUpPast();
    void noteChange();
    void notePayload();
    void readPayload();
    void forgetFindings();
    Result<void> checkKey(const QString &key) const;
    Result<PayloadDocument::Split> split(const json::Document &pasted);
    QString pinKey(const contract::Field &field) const;
    close::EndEvent endEvent() const;
    Result<void> checkText(const contract::Field &field, const QString &text) const;
    QList<Problem> fieldProblems() const;
    QList<Problem> findProblems() const;

    DraftStore &m_store;
    PayloadDocument *m_payload; // child
    DraftPlace m_place;
    contract::Dialect m_dialect = contract::Dialect::V85;
    std::optional<client::Record> m_record;
    QHash<QString, QString> m_texts; // by name of the field
    std::map<QString, PayloadDocument::Past> m_pasts; // by file name of the place
    QList<QString> m_pastsInOrder; // the oldest first
    QHash<QString, QString> m_pins; // texts, by pinKey()
    QString m_pinsOf; // environment
    Stamp m_stamp = Stamp::Server;
    QDateTime m_chosen;
    close::DuplicateKeys m_duplicateKeys = close::DuplicateKeys::Refuse;
    close::Insistence m_insistence;
    KeptDraft m_initial;
    std::optional<Discarded> m_discarded;
    QList<client::AttachedDatum> m_attached; // of the payload
    mutable std::optional<QList<Problem>> m_problems; // nothing: not looked for since a change
    mutable std::optional<close::Examination> m_examination;
    int m_question = 0; // answers of the store to older ones are dropped
    bool m_isLoading = false;
    bool m_isOvertaken = false;
    bool m_isTaking = false;
};

} // namespace closeout::ui
