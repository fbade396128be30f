// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Reading and laying out a large document, against what else could do it, measured in the same run.
//
//     bench_json [--quick] [MEGABYTES] [CLOSEOUTCTL]      100 megabytes unless told otherwise
//
// With the path of closeoutctl, `closeoutctl json format` is measured against `jq .` as well.

#include "inturn.h"

#include "json/cursor.h"
#include "json/document.h"
#include "json/format.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <simdjson.h>

#include <cstdio>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace closeout::bench;
using namespace closeout::json;

namespace {

constexpr int rounds = 5;

// Services as an export would list them: nested, with numbers, escapes and characters of all
// lengths.
QByteArray generated(qsizetype bytes)
{
    QByteArray text = "[\n";
    for (int i = 0; text.size() < bytes; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += (i == 0 ? "  {" : ",\n  {");
        text += "\"service_id\":\"" + number
            + "-f9a62aec-e6f2-45cb-aa01-0d9404f905bd\",\"customer_id\":"
              "\"00018b9GQ5KS"
            + number + "\",\"service_type\":\"Bill Payment\",\"est_duration\":" + number
            + ",\"started\":{\"timestamp\":\"2009-05-12T12:05:12.145Z\",\"interaction_id\":"
              "\"123ABC\","
              "\"media_type\":1,\"resource_id\":5005,\"application_type\":400},\"Feedback\":{"
              "\"FeedbackType\":\"survey\",\"rating\":7,\"notes\":\"w\\u00e4rmer, \\\"nice\\\" äöü "
              "😀\"},"
              "\"Satisfaction\":[{\"rating\":2.50,\"usefull\":true,\"place\":\"Terranova mexico "
              "resort\"},"
              "{\"rating\":18446744073709551,\"usefull\":false,\"place\":null}],\"active_tasks\":[]"
              "}";
    }
    return text + "\n]\n";
}

// A part of the comparison; one that does not work ends it all.
std::function<void()> must(const std::function<bool()> &work)
{
    return [work] {
        if (!work()) {
            std::fprintf(stderr, "A part of the benchmark did not work.\n");
            std::exit(1);
        }
    };
}

// What an index over simdjson would have to record at the least.
struct Span
{
    const char *start;
    quint32 length;
    quint32 keyLength;
};

bool visit(simdjson::ondemand::value value, std::vector<Span> &spans, quint32 keyLength)
{
    const std::string_view token = value.raw_json_token();
    spans.push_back({token.data(), quint32(token.size()), keyLength});
    switch (value.type().value_unsafe()) {
    case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object()) {
            if (field.error())
                return false;
            const char *key = field.key().value_unsafe().raw();
            const auto child = field.value().value_unsafe();
            const quint32 length = quint32(simdjson::ondemand::value(child).raw_json_token().data()
                                           - key);
            if (!visit(child, spans, length))
                return false;
        }
        return true;
    case simdjson::ondemand::json_type::array:
        for (auto element : value.get_array()) {
            if (element.error() || !visit(element.value_unsafe(), spans, 0))
                return false;
        }
        return true;
    default:
        return true;
    }
}

bool walkWithSimdjson(simdjson::ondemand::parser &parser, const simdjson::padded_string &text)
{
    std::vector<Span> spans;
    simdjson::ondemand::document document;
    simdjson::ondemand::value root;
    return parser.iterate(text).get(document) == simdjson::SUCCESS
        && document.get_value().get(root) == simdjson::SUCCESS && visit(root, spans, 0);
}

bool readWithQt(const QByteArray &text)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text, &error);
    return error.error == QJsonParseError::NoError;
}

bool walkWithCursor(const QByteArray &text)
{
    Cursor cursor(text);
    return !cursor.takeValue().isEmpty() && cursor.isAtEnd();
}

bool runProgram(const QString &program, const QStringList &arguments, const QString &output)
{
    QProcess process;
    process.setStandardOutputFile(output);
    process.start(program, arguments);
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

void print(const char *what, const Seconds &seconds, const Seconds &reference, qsizetype bytes)
{
    const double typical = median(seconds);
    std::printf("%-46s %7.3f s  %6.0f MB/s  ", what, typical, double(bytes) / 1e6 / typical);
    Ratio(seconds, reference).print();
}

void compareReading(const QByteArray &text)
{
    const simdjson::padded_string padded(text.constData(), size_t(text.size()));
    simdjson::ondemand::parser parser;
    const auto measured = inTurn(rounds,
                                 {must([&] { return walkWithSimdjson(parser, padded); }),
                                  must([&] { return Document::parse(text).has_value(); }),
                                  must([&] { return walkWithCursor(text); }),
                                  must([&] { return readWithQt(text); })});
    std::printf("Reading; ratio: to the simdjson walk\n");
    print("  simdjson on demand, a span for every value", measured[0], measured[0], text.size());
    print("  Document::parse", measured[1], measured[0], text.size());
    print("  Cursor, without an index", measured[2], measured[0], text.size());
    print("  QJsonDocument::fromJson", measured[3], measured[0], text.size());
}

bool compareFormatting(const QByteArray &text, const QString &closeoutctl)
{
    const QString jq = QStandardPaths::findExecutable(u"jq"_s);
    const QTemporaryDir folder;
    QFile input(folder.filePath(u"input.json"_s));
    if (jq.isEmpty() || !input.open(QIODevice::WriteOnly) || input.write(text) != text.size())
        return false;
    input.close();
    const QString output = folder.filePath(u"output.json"_s);
    const auto ofProgram = [&](const QString &program, const QStringList &arguments) {
        return must([&output, program, arguments] {
            return program.isEmpty() || runProgram(program, arguments, output);
        });
    };
    const auto measured = inTurn(rounds,
                                 {ofProgram(jq, {u"."_s, input.fileName()}), must([&] {
                                      return !formatted(Document::parse(text)->root()).isEmpty();
                                  }),
                                  ofProgram(closeoutctl,
                                            {u"json"_s, u"format"_s, input.fileName()})});
    std::printf("Formatting; ratio: to jq\n");
    print("  jq .", measured[0], measured[0], text.size());
    print("  Document::parse and formatted", measured[1], measured[0], text.size());
    if (!closeoutctl.isEmpty())
        print("  closeoutctl json format", measured[2], measured[0], text.size());
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isQuick = takeQuick(argc, argv);
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : isQuick ? 10 : 100;
    const QString closeoutctl = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    if (megabytes < 1 || megabytes > 4000) {
        std::fprintf(stderr, "Usage: %s [--quick] [MEGABYTES] [CLOSEOUTCTL]\n", argv[0]);
        return 64;
    }
    const QByteArray text = generated(qsizetype(megabytes) * 1000 * 1000);
    std::printf("%.1f MB, %lld values, the median of %d\n", double(text.size()) / 1e6,
                static_cast<long long>(Document::parse(text)->nodes().size()), rounds);
    compareReading(text);
    return compareFormatting(text, closeoutctl) ? 0 : 1;
}
