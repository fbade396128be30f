// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/output.h"
#include "json/document.h"
#include "json/format.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

class JsonCommand : public Command
{
    Q_OBJECT

public:
    using Print = void (*)(const json::Document &document);

    JsonCommand(const Arguments &arguments, Print print)
        : m_file(arguments.positionalCount() > 0 ? arguments.positional(0) : u"-"_s)
        , m_print(print)
    {
    }

    void start() override
    {
        const Result<QByteArray> text = readInput(m_file);
        const Result<json::Document> document = text ? json::Document::parse(*text)
                                                     : tl::unexpected(text.error());
        if (!document) {
            printError(text ? u"%1: %2"_s.arg(m_file, document.error().message)
                            : document.error().message);
            emit finished(ExitRefusedHere);
            return;
        }
        m_print(*document);
        emit finished(ExitDone);
    }

private:
    QString m_file;
    Print m_print;
};

void report(const json::Document &document)
{
    for (const json::DuplicateKey &duplicate : json::findDuplicateKeys(document)) {
        const json::Value first(&document, duplicate.first);
        const json::Value second(&document, duplicate.second);
        const json::Position at = document.positionOf(first.keyOffset());
        const json::Position again = document.positionOf(second.keyOffset());
        printNote(
            u"Note: the key %1 stands twice, at line %2, column %3 and at line %4, column %5."_s
                .arg(QString::fromUtf8(first.rawKey()), QString::number(at.line),
                     QString::number(at.column), QString::number(again.line),
                     QString::number(again.column)));
    }
    printNote(u"Valid JSON, %1 bytes."_s.arg(document.text().size()));
}

void format(const json::Document &document)
{
    json::format(document.root(), [](const QByteArray &piece) { printOut(piece); });
    printOut(QByteArray("\n"));
}

CommandSpec jsonCommand(const QString &word, JsonCommand::Print print)
{
    CommandSpec spec;
    spec.words = {u"json"_s, word};
    spec.positionals = {u"[FILE|-]"_s};
    spec.make = [print](const Arguments &arguments) {
        return std::make_unique<JsonCommand>(arguments, print);
    };
    return spec;
}

} // namespace

CommandSpec jsonCheckCommand()
{
    CommandSpec spec = jsonCommand(u"check"_s, report);
    spec.summary = u"Says whether a text is valid JSON; if not, where and why."_s;
    spec.description = u"Exit code 0: valid; 3: not. Duplicate keys are noted."_s;
    spec.examples = {{u"json check payload.json"_s, u"Before it is sent:"_s}};
    return spec;
}

CommandSpec jsonFormatCommand()
{
    CommandSpec spec = jsonCommand(u"format"_s, format);
    spec.summary = u"Lays JSON out anew, one member a line."_s;
    spec.description = u"Only white space changes: key order, duplicate keys and the spelling of "
                       "numbers and strings stay as they are."_s;
    spec.examples = {{u"json format - < payload.json"_s, u"From standard input:"_s}};
    return spec;
}

} // namespace closeout::cli

#include "json.moc"
