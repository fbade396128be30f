// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// ElementSplitter on any bytes: never crashes, does not care how the bytes are cut, and agrees with
// Document about the elements of an array. The first byte of the input says how to cut the rest.

#include "require.h"
#include "json/document.h"
#include "json/elementsplitter.h"

#include <algorithm>

using namespace closeout;
using namespace closeout::json;

namespace {

struct Outcome
{
    QList<QByteArray> elements;
    QString error; // empty: the array was closed

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome split(QByteArrayView text, qsizetype step)
{
    ElementSplitter splitter;
    QList<QByteArray> elements;
    for (qsizetype at = 0; at < text.size(); at += step) {
        const auto piece = splitter.feed(text.sliced(at, std::min(step, text.size() - at)));
        if (!piece) {
            require(!splitter.finish(), "what is broken stays broken");
            break;
        }
        elements += *piece;
    }
    const Result<void> finished = splitter.finish();
    return {elements, finished ? QString() : finished.error().message};
}

bool allValid(const QList<QByteArray> &elements)
{
    return std::all_of(elements.begin(), elements.end(), [](const QByteArray &element) {
        return !element.startsWith("\xEF\xBB\xBF") && Document::parse(element);
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Outcome whole = split(text, text.size());
    require(split(text, 1 + data[0] % 64) == whole, "the cuts make no difference");

    const Result<Document> document = Document::parse(text);
    if (document && document->root().isArray() && !text.startsWith("\xEF\xBB\xBF")) {
        require(whole.error.isEmpty(), "every array is split");
        qsizetype index = 0;
        for (const Value element : document->root()) {
            require(index < whole.elements.size(), "no element is lost");
            require(whole.elements.at(index++).trimmed() == element.raw(), "elements are whole");
        }
        require(index == whole.elements.size(), "no element is made up");
    } else if (whole.error.isEmpty() && allValid(whole.elements)) {
        require(document.error().message.contains(u"levels of nesting"),
                "valid elements make a valid array");
    }
    return 0;
}
