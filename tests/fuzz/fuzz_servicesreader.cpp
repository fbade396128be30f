// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The readers of long lists on any bytes: they never crash, do not care how the bytes are cut, and
// agree with Document and Record, which read them one by one. The first byte of the input says how
// to cut the rest.

#include "client/record.h"
#include "require.h"
#include "rows/servicesreader.h"

#include <algorithm>

using namespace closeout;
using namespace closeout::rows;
using client::Record;

namespace {

class Collector : public ServicesReader::Taker
{
public:
    void takeService(const Reader &service) override
    {
        taken.append(service.json().toByteArray());
        agree(service);
    }
    void takeId(const QString &serviceId) override { taken.append(serviceId.toUtf8()); }
    void takeFailure(const Error &error) override { taken.append(error.message.toUtf8()); }

    QByteArrayList taken;

private:
    static void agree(const Reader &service)
    {
        const Result<Record> record = Record::fromJson(Record::Kind::Service,
                                                       service.json().toByteArray());
        require(record.has_value(), "what is handed on is a record");
        const Row &row = service.service();
        require(row.text(Field::ServiceId) == record->id().toUtf8(), "the same id");
        require(row.text(Field::ServiceType) == record->type().toUtf8(), "the same type");
        require(row.isCompleted == record->isCompleted(), "the same state");
    }
};

struct Outcome
{
    QByteArrayList taken;
    QString error; // empty: the array was closed

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome read(QByteArrayView text, qsizetype step)
{
    Collector collector;
    ServicesReader reader(collector);
    for (qsizetype at = 0; at < text.size(); at += step)
        reader.feed(text.sliced(at, std::min(step, text.size() - at)));
    const Result<void> finished = reader.finish();
    return {collector.taken, finished ? QString() : finished.error().message};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Outcome whole = read(text, text.size());
    require(read(text, 1 + data[0] % 64) == whole, "the cuts make no difference");

    const Result<json::Document> document = json::Document::parse(text);
    json::Cursor cursor(text);
    const bool isValue = !cursor.takeValue().isEmpty() && cursor.isAtEnd() && json::isUtf8(text);
    if (!text.startsWith("\xEF\xBB\xBF"))
        require(isValue == document.has_value(), "cursor and document agree");
    if (isValue && document->root().isArray()) {
        require(whole.error.isEmpty(), "every array is read");
        require(whole.taken.size() == document->root().size(), "no element is lost or made up");
    }
    return 0;
}
