// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Document on any bytes: never crashes, keeps its promises, and agrees with simdjson about what is
// JSON and what it says.

#include "require.h"
#include "json/compare.h"
#include "json/document.h"
#include "json/format.h"
#include "json/strings.h"

#include <simdjson.h>

#include <algorithm>

using namespace closeout;
using namespace closeout::json;

namespace {

bool hasLoneSurrogate(const Document &document)
{
    for (NodeId id = 0; id < NodeId(document.nodes().size()); ++id) {
        const Value value(&document, id);
        if (!value.key().isValidUtf16() || !value.text().isValidUtf16())
            return true;
    }
    return false;
}

int depthOf(const Document &document)
{
    int deepest = 0;
    QList<int> depths;
    for (NodeId id = 0; id < NodeId(document.nodes().size()); ++id) {
        const Node &node = document.nodes().at(id);
        const bool isContainer = node.type == Type::Array || node.type == Type::Object;
        depths.append((id == 0 ? 0 : depths.at(node.parent)) + (isContainer ? 1 : 0));
        deepest = std::max(deepest, depths.last());
    }
    return deepest;
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

bool says(const Value &ours, simdjson::dom::element theirs)
{
    switch (theirs.type()) {
    case simdjson::dom::element_type::ARRAY: {
        const simdjson::dom::array array = theirs.get_array().value_unsafe();
        auto element = array.begin();
        for (const Value child : ours) {
            if (!(element != array.end()) || !says(child, *element))
                return false;
            ++element;
        }
        return ours.isArray() && !(element != array.end());
    }
    case simdjson::dom::element_type::OBJECT: {
        const simdjson::dom::object object = theirs.get_object().value_unsafe();
        auto member = object.begin();
        for (const Value child : ours) {
            if (!(member != object.end()) || child.key().toUtf8() != bytesOf(member.key())
                || !says(child, member.value()))
                return false;
            ++member;
        }
        return ours.isObject() && !(member != object.end());
    }
    case simdjson::dom::element_type::STRING:
        return ours.type() == Type::String
            && ours.text().toUtf8() == bytesOf(theirs.get_string().value_unsafe());
    case simdjson::dom::element_type::BOOL:
        return ours.raw() == (theirs.get_bool().value_unsafe() ? "true" : "false");
    case simdjson::dom::element_type::NULL_VALUE:
        return ours.type() == Type::Null && ours.raw() == "null";
    default:
        return ours.type() == Type::Number;
    }
}

// Where the two may differ: simdjson takes no byte order mark, no number that fits no C++ type, no
// lone surrogate, and one level of nesting less.
void agreeWithSimdjson(const QByteArray &text, const Result<Document> &document)
{
    const bool marked = text.startsWith("\xEF\xBB\xBF");
    const QByteArray bare = marked ? text.sliced(3) : text;
    simdjson::dom::parser parser;
    simdjson::dom::element theirs;
    const simdjson::error_code error = parser.parse(bare.constData(), size_t(bare.size()))
                                           .get(theirs);
    switch (error) {
    case simdjson::SUCCESS:
        require(document.has_value(), "what simdjson accepts is accepted");
        require(says(document->root(), theirs), "simdjson reads the same");
        return;
    case simdjson::NUMBER_ERROR:
        return;
    case simdjson::STRING_ERROR:
        require(!document || hasLoneSurrogate(*document), "simdjson refuses lone surrogates only");
        return;
    case simdjson::DEPTH_ERROR:
        require(!document || depthOf(*document) == maximumDepth,
                "simdjson refuses the deepest only");
        return;
    default:
        require(!document, "what simdjson refuses is refused");
    }
}

void readEverything(const Document &document)
{
    const QList<Node> &nodes = document.nodes();
    const QList<DuplicateKey> duplicates = findDuplicateKeys(document);
    for (NodeId id = 0; id < NodeId(nodes.size()); ++id) {
        const Value value(&document, id);
        require(value.type() != Type::Absent, "every node has a type");
        require(value.node() == id, "a value knows its node");
        require(!value.raw().isEmpty(), "every value has a spelling");
        require(id == 0 || nodes.at(id).parent < id, "parents stand before their children");
        if (value.type() == Type::String)
            require(unspell(spell(value.text())) == value.text(), "strings can be spelled");
        require(unspell(spell(value.key())) == value.key(), "keys can be spelled");
        qsizetype children = 0;
        for (const Value child : value) {
            require(child.parent().node() == id, "children know their parent");
            ++children;
        }
        require(children == value.size(), "children are counted");
        if (id < 50) { // a pointer takes its time in wide documents
            const std::optional<NodeId> found = document.find(value.pointer());
            require(found == id || !duplicates.isEmpty(), "a pointer finds what it points to");
        }
    }
    for (const DuplicateKey &duplicate : duplicates) {
        require(Value(&document, duplicate.first).key() == Value(&document, duplicate.second).key(),
                "duplicate keys are equal");
    }
}

void layOut(const Document &document)
{
    const Result<Document> pretty = Document::parse(formatted(document.root()));
    require(pretty.has_value(), "a formatted document is valid");
    const QByteArray oneLine = compact(document.root());
    require(compact(pretty->root()) == oneLine, "formatting changes white space only");
    require(compare(document.root(), pretty->root()).isEmpty(), "formatting changes no value");
}

// The last bytes of the input say what to edit and how.
void edit(Document document)
{
    const QByteArray original = document.text();
    QList<Splice> done;
    for (qsizetype at = original.size(); at >= 3 && done.size() < 4; at -= 3) {
        const auto byte = [&](int i) { return uchar(original[at - i]); };
        const NodeId node = NodeId(byte(1)) % NodeId(document.nodes().size());
        const qsizetype index = byte(2) % 8;
        const QByteArray before = document.text();
        const QList<Node> nodes = document.nodes();
        const QByteArray json =
            Value(&document, NodeId(index) % NodeId(nodes.size())).raw().toByteArray();
        const Result<Splice> splice = byte(3) % 5 == 0 ? document.replaceValue(node, json)
            : byte(3) % 5 == 1                         ? document.renameKey(node, u"\"\n")
            : byte(3) % 5 == 2                         ? document.insert(node, index, u"k", json)
            : byte(3) % 5 == 3                         ? document.remove(node)
                                                       : document.move(node, index);
        if (!splice) {
            require(document.text() == before, "a refused edit changes no text");
            require(document.nodes() == nodes, "a refused edit changes no node");
            continue;
        }
        require(QByteArray(before).replace(splice->at, splice->removed.size(), splice->inserted)
                    == document.text(),
                "an edit changes its splice only");
        done.append(*splice);
    }
    while (!done.isEmpty())
        require(document.apply(done.takeLast().inverse()).has_value(), "an edit can be taken back");
    require(document.text() == original, "undo restores every byte");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<Document> document = Document::parse(text);
    agreeWithSimdjson(text, document);

    Document holder = *Document::parse("[0]");
    const bool replaced = holder.replaceValue(1, text).has_value();
    if (!document) {
        require(!document.error().message.isEmpty(), "a refusal is told");
        require(!replaced && holder.text() == "[0]", "what is no document is no value");
        return 0;
    }
    require(document->text() == text, "reading changes no byte");
    require(replaced || depthOf(*document) == maximumDepth, "every document is a value");
    readEverything(*document);
    layOut(*document);
    edit(*document);
    return 0;
}
