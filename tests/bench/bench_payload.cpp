// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Attached data of 1, 10 and 100 MB in the editor: opening, an edit and its undo at the start, in
// the middle and at the end, looking into a long array, and memory. What it is compared with is
// the plain way: reading the whole text, after each edit again.
//
//     bench_payload [--quick] [MEGABYTES...]

#include "inturn.h"

#include "edit/document.h"
#include "edit/history.h"
#include "ui/payload/payloadmodel.h"

#include <QtCore/QFile>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTreeView>

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using namespace closeout;
using namespace closeout::bench;
using namespace closeout::edit;

namespace {

constexpr int rounds = 5;

// 370 000 small objects in 100 MB.
QByteArray generated(qsizetype bytes)
{
    QByteArray text = "{\n  \"exported\": \"2026-05-12T12:05:12.145Z\",\n  \"services\": [\n";
    text.reserve(bytes + 1000);
    for (int i = 0; text.size() < bytes; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += (i == 0 ? "    {" : ",\n    {");
        text += "\"service_id\": \"" + number
            + "-f9a62aec-e6f2-45cb-aa01-0d9404f905bd\", \"customer_id\": \"00018b9GQ5KS" + number
            + "\", \"est_duration\": " + number
            + ", \"Feedback\": {\"FeedbackType\": \"survey\", \"rating\": 7, \"notes\": "
              "\"w\\u00e4rmer, \\\"nice\\\" äöü 😀\"}, \"usefull\": [true, false, null, 2.50]}";
    }
    return text + "\n  ],\n  \"last\": true\n}\n";
}

void must(bool works)
{
    if (works)
        return;
    std::fprintf(stderr, "A part of the benchmark did not work.\n");
    std::exit(1);
}

Document opened(const QByteArray &text)
{
    Result<Document> document = Document::open(text);
    must(document.has_value());
    return std::move(*document);
}

void printTimes(const char *what, const Seconds &ours, const Seconds &plain)
{
    std::printf("  %-34s %10.3f ms, the plain way %10.3f ms: ", what, median(ours) * 1e3,
                median(plain) * 1e3);
    const Ratio ratio(ours, plain);
    if (ratio.most > 0.1)
        ratio.print();
    else
        std::printf("  %.0f times as fast\n", 1 / ratio.median);
}

void measureOpening(const QByteArray &text)
{
    const auto read = [&] { must(json::Document::parse(text).has_value()); };
    const auto readAll = [&] { json::findDuplicateKeys(*json::Document::parse(text)); };
    const auto measured = inTurn(rounds, {[&] { opened(text); }, read, readAll});
    printTimes("opening, to reading alone", measured[0], measured[1]);
    printTimes("opening, to duplicate keys as well", measured[0], measured[2]);
}

void measureLookingInto(const QByteArray &text)
{
    Seconds seconds;
    qsizetype rows = 0;
    for (int round = 0; round < rounds; ++round) {
        const Document document = opened(text);
        QElapsedTimer timer;
        timer.start();
        rows = document.root().member(u"services").size();
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    std::printf("  looking into %-21lld %10.3f ms\n", static_cast<long long>(rows),
                median(seconds) * 1e3);
}

// Four edits of a row and their undo, which leaves the document as it was; the slowest counts.
void measureEdits(const char *where, const QByteArray &text, Document &document, qsizetype row)
{
    History history;
    const auto make = [&](const Result<Change> &change) {
        must(change && document.apply(*change));
        history.add(*change);
    };
    const auto services = [&] { return document.find(u"/services"); };
    const auto value = [&] { return services().at(row).member(u"est_duration"); };
    const auto undo = [&] { must(document.apply(history.undo()).has_value()); };
    const qsizetype at = value().offset();
    const auto measured = inTurn(rounds,
                                 {[&] {
                                      QByteArray other = text;
                                      other.replace(at, 1, "8.50");
                                      must(json::Document::parse(other).has_value());
                                  },
                                  [&] { make(document.replaceValue(value(), "8.50")); }, undo,
                                  [&] {
                                      make(document.insert(services(), row, {},
                                                           R"({"service_id": "1"})"));
                                  },
                                  undo, [&] { make(document.remove(services().at(row))); }, undo,
                                  [&] { make(document.move(value(), 0)); }, undo});
    size_t edit = 1;
    size_t back = 2;
    for (size_t work = 3; work < measured.size(); work += 2) {
        edit = median(measured[work]) > median(measured[edit]) ? work : edit;
        back = median(measured[work + 1]) > median(measured[back]) ? work + 1 : back;
    }
    printTimes((QByteArray("an edit at the ") + where).constData(), measured[edit], measured[0]);
    printTimes("  its undo", measured[back], measured[0]);
}

// The same as the window has it: with a tree that follows, and whoever asks for the whole text.
void measureWindow(const QByteArray &text)
{
    ui::PayloadDocument payload;
    ui::PayloadModel model(payload);
    QTreeView tree;
    tree.setUniformRowHeights(true);
    tree.setModel(&model);
    tree.show();
    const auto services = [&] { return payload.document().find(u"/services"); };
    const auto index = [&] { return model.indexOf(services(), ui::PayloadModel::KeyColumn); };
    const auto edit = [&] {
        const Value value = services().at(services().size() / 2).member(u"est_duration");
        must(payload.setValue(value, "8.50").has_value());
    };
    const auto expand = [&] {
        tree.expand(index());
        must(tree.indexBelow(index()).isValid());
    };
    const auto measured = inTurn(rounds,
                                 {[&] { must(payload.load(text).has_value()); },
                                  [&] { must(services().size() > 0); }, expand, edit,
                                  [&] { must(payload.text() != text); }, [&] { payload.undo(); }});
    for (size_t work = 0; const char *what : {"in the window: opening", "  looking into the array",
                                              "  expanding it in the tree", "  an edit",
                                              "  the whole text anew", "  undo"})
        std::printf("  %-34s %10.3f ms\n", what, median(measured[work++]) * 1e3);
}

double megabytesInUse()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    must(file.open(QIODevice::ReadOnly));
    return file.readAll().split(' ').at(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

void measureMemory(qsizetype bytes)
{
    const double before = megabytesInUse();
    double ours = 0;
    double lookedInto = 0;
    {
        Document document = opened(generated(bytes));
        ours = megabytesInUse() - before;
        must(document.find(u"/services").at(document.find(u"/services").size() / 2).exists());
        must(document.apply(*document.remove(document.find(u"/services/0"))).has_value());
        lookedInto = megabytesInUse() - before;
    }
    double plain = 0;
    {
        const Result<json::Document> document = json::Document::parse(generated(bytes));
        plain = megabytesInUse() - before;
    }
    const double text = double(bytes) / 1e6;
    std::printf("  memory, times the text: %.2f opened, %.2f looked into and edited; the plain way "
                "%.2f\n",
                ours / text, lookedInto / text, plain / text);
}

void measure(int megabytes)
{
    const qsizetype bytes = qsizetype(megabytes) * 1000 * 1000;
    std::printf("%d MB; ratio: to the plain way\n", megabytes);
    measureMemory(bytes);
    const QByteArray text = generated(bytes);
    measureOpening(text);
    measureLookingInto(text);
    Document document = opened(text);
    const qsizetype rows = document.find(u"/services").size();
    measureEdits("start", text, document, 0);
    measureEdits("middle", text, document, rows / 2);
    measureEdits("end", text, document, rows - 1);
    must(document.text().bytes() == text);
    measureWindow(text);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    std::vector<int> sizes{1, 10, 100};
    if (takeQuick(argc, argv))
        sizes = {1, 10};
    if (argc > 1)
        sizes.clear();
    for (int i = 1; i < argc; ++i)
        sizes.push_back(QByteArray(argv[i]).toInt());
    for (const int megabytes : sizes) {
        if (megabytes < 1 || megabytes > 2000) {
            std::fprintf(stderr, "Usage: %s [--quick] [MEGABYTES...]\n", argv[0]);
            return 64;
        }
        measure(megabytes);
    }
    return 0;
}
