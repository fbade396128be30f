// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A document that is edited, of the tree and in the text, on any bytes: it takes what parsing takes
// and says the same of what it refuses; after each edit its outline is the one of its text; broken,
// it tells what parsing tells; all undone, it is what it was. Its history comes back from its
// bytes, and from no others.
//
// The input is a text, a NUL byte and what to do: three bytes an edit.

#include "edit/document.h"
#include "edit/history.h"
#include "require.h"
#include "json/strings.h"

using namespace closeout;
using namespace closeout::edit;

namespace {

constexpr qsizetype largest = 4096; // bytes: each edit is compared with reading all
constexpr int mostEdits = 40;

void compareValues(const Value &ours, const json::Value &theirs)
{
    require(ours.type() == theirs.type(), "the same type");
    require(ours.offset() == theirs.offset(), "at the same place");
    require(ours.raw() == theirs.raw(), "spelled in the same way");
    require(ours.rawKey() == theirs.rawKey(), "with the same key");
    require(ours.size() == theirs.size(), "of the same size");
    Value child = ours.at(0);
    for (const json::Value expected : theirs) {
        compareValues(child, expected);
        require(child.parent() == ours, "children know their parent");
        child = child.next();
    }
    require(!child.exists(), "no more children");
}

void compareWithReading(const Document &document)
{
    const Result<json::Document> read = json::Document::parse(document.text().bytes());
    require(document.broken().has_value() != read.has_value(), "broken is what is no JSON");
    if (!read) {
        require(document.broken()->error == read.error(), "why, in the same words");
        return;
    }
    compareValues(document.root(), read->root());
    require(document.hasDuplicateKeys() != json::findDuplicateKeys(*read).isEmpty(),
            "duplicate keys are known");
}

Value anyValue(const Document &document, int choice)
{
    Value value = document.root();
    for (; choice > 0 && !value.isEmpty(); choice /= 4)
        value = value.at(choice % 4 % value.size());
    return value;
}

Result<Change> changeFor(const Document &document, int what, int choice, int row)
{
    const Value value = anyValue(document, choice);
    const QByteArray json = anyValue(document, row).raw();
    const QByteArray key = json::spell(QString(QChar(u'a' + row % 3)));
    const qsizetype size = document.text().size();
    switch (what % 8) {
    case 0:
        return document.replaceValue(value, json);
    case 1:
        return document.renameKey(value, key);
    case 2:
        return document.insert(value, row % 5, key, json);
    case 3:
        return document.remove(value);
    case 4:
        return document.move(value, row % 5);
    case 5:
        return document.move(value, anyValue(document, row), choice % 3, key);
    case 6: { // a piece away
        const qsizetype at = choice * size / 256;
        return document.replaceText(at, std::min<qsizetype>(row % 8, size - at), {});
    }
    default: { // a byte there
        static constexpr QByteArrayView bytes("\"\\[]{},:1e-. \ntn\xC3\xA4\xEF");
        return document.replaceText(choice * size / 256, 0,
                                    QByteArray(1, bytes.at(row % bytes.size())));
    }
    }
}

void keepAndRestore(const History &history, const QByteArray &text)
{
    QByteArray saved = history.saved(text);
    const Result<History> restored = History::restored(saved, text);
    require(restored && *restored == history, "a history comes back");
    require(!History::restored(saved, text + ' '), "but not to another text");
    saved.back() = char(saved.back() ^ 1);
    require(!History::restored(saved, text), "nor damaged");
}

void editAndUndo(Document document, QByteArrayView plan)
{
    const QByteArray original = document.text().bytes();
    History history;
    for (qsizetype at = 0; at + 3 <= plan.size() && history.size() < mostEdits; at += 3) {
        const auto byte = [&](int i) { return int(uchar(plan.at(at + i))); };
        const Result<Change> change = changeFor(document, byte(0), byte(1), byte(2));
        if (!change || document.text().size() > largest)
            continue;
        const QByteArray before = document.text().bytes();
        require(document.apply(*change).has_value(), "a change can be applied");
        QByteArray after = before;
        for (const Splice &splice : change->splices)
            after.replace(splice.at, splice.removed.size(), splice.inserted);
        require(document.text().bytes() == after, "a change is its splices");
        compareWithReading(document);
        history.add(*change);
    }
    keepAndRestore(history, document.text().bytes());
    while (history.canUndo())
        require(document.apply(history.undo()).has_value(), "a change can be taken back");
    require(document.text().bytes() == original, "undo restores every byte");
    compareWithReading(document);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = std::min(input.indexOf('\0'), largest);
    const QByteArray text = input.first(end < 0 ? std::min(input.size(), largest) : end)
                                .toByteArray();
    Result<Document> document = Document::open(text);
    const Result<json::Document> read = json::Document::parse(text);
    require(document.has_value() == read.has_value(), "what parsing takes is taken");
    if (!document) {
        require(document.error() == read.error(), "and refused in the same words");
        return 0;
    }
    compareWithReading(*document);
    editAndUndo(std::move(*document), end < 0 ? QByteArrayView() : input.sliced(end));
    (void)History::restored(input.toByteArray(), text);
    return 0;
}
