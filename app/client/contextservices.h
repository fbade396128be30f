// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Reading from a Context Services server: an operation, its exchange, and what the answer says as
// records. Writing is not here: a write is sent by the run, which keeps the journal (close/).

#pragma once

#include "client/operations.h"
#include "client/record.h"
#include "client/transport.h"
#include "contract/answers.h"
#include "contract/fields.h"

namespace closeout::client {

// The Error of an exchange that gives no usable answer: the transport's own, or the server's
// refusal, in whichever shape. Nothing: a success with whatever body.
std::optional<Error> refusalOf(const Exchange &exchange, const Connection &connection);

// What the answer to a write says of a record that was read right before: whether it was done, and
// if not surely, why. Only 204, or a success whose body is empty and says so, is "done"; whatever
// else claims a success, or denies a record that was just there, is settled by reading again.
struct WriteAnswer
{
    contract::WriteEffect effect = contract::WriteEffect::Unknown;
    std::optional<Error> error; // none: done
};

WriteAnswer writeAnswerOf(const Exchange &exchange, const Connection &connection);

// The Error of an answer that no Context Services server gives, by its first bytes. why: what was
// wrong with it, for the curious.
Error notContextServices(const Exchange &exchange, const QString &why);

// The JSON of a successful answer. HTML or broken JSON is "not a Context Services answer" and the
// first bytes are shown.
Result<json::Document> jsonOf(const Exchange &exchange, const Connection &connection);

template<typename T>
struct Answer
{
    Result<T> value;
    Exchange exchange;
};

class AskedAgain;

class ContextServices : public QObject
{
    Q_OBJECT

public:
    using DocumentDone = std::function<void(const Answer<json::Document> &)>;
    using RecordDone = std::function<void(const Answer<Record> &)>;
    using RecordsDone = std::function<void(const Answer<QList<Record>> &)>;
    using BytesDone = std::function<void(const Answer<QByteArray> &)>;
    using StreamDone = std::function<void(const Result<void> &, const Exchange &)>;

    explicit ContextServices(Transport &transport, QObject *parent = nullptr);

    const Connection &connection() const { return m_transport.connection(); }
    Transport &transport() { return m_transport; }

    // What the server lets itself be asked for: one of 8.1 may refuse to show attached data, or
    // states and tasks as well. What it has refused is not asked for any more.
    enum class Shows : quint8 { Everything, NotData, RecordsAlone };
    Shows shows() const { return m_shows; }

    // Any answer that is JSON: business attributes, the server's status.
    QPointer<Call> readDocument(const Request &request, QObject *context, DocumentDone done);

    // One record: a service with everything, a state with its tasks, or a task. An answer about
    // something else than was asked for is no Context Services answer.
    QPointer<Call> read(const contract::Target &target, QObject *context, RecordDone done);

    // A list that arrives whole: any of the list operations.
    QPointer<Call> readList(Record::Kind kind, const Request &request, QObject *context,
                            RecordsDone done);

    // The same as it came: for whoever reads a million of them elsewhere.
    QPointer<Call> readBytes(const Request &request, QObject *context, BytesDone done);

    // The 8.5 export: its bytes as they arrive. done is the last call.
    QPointer<Call> streamExport(contract::Completeness completeness, const StartRange &range,
                                QObject *context, Transport::Bytes bytes, StreamDone done);

signals:
    void foundToShowLess(); // shows() is another one

private:
    // As the transport does, and once more without what an 8.1 server may not know.
    QPointer<Call> ask(const Request &request, QObject *context, Transport::Done done);
    bool mayNotKnow(const Exchange &exchange) const;
    static Request as(Shows shows, const Request &request);
    void askAs(Shows shows, const Request &request, QObject *context, AskedAgain *asked,
               const Transport::Done &done);
    Record::Shown shownBy(const Exchange &exchange, const Record &record) const;

    using Check = std::function<bool(const Record &)>;
    QPointer<Call> readRecord(Record::Kind kind, const Request &request, Check isTheOne,
                              QObject *context, RecordDone done);

    Transport &m_transport; // not owned
    Shows m_shows = Shows::Everything;
};

} // namespace closeout::client
