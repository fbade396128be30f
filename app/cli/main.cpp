// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// closeoutctl: the engine without a window. Finds the command, starts it, and ends with its exit
// code; the loop below is the only one.

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/output.h"
#include "environments/places.h"
#include "process/standarddescriptors.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::cli;

namespace {

const CommandSpec *findCommand(const QList<CommandSpec> &commands, const QStringList &words)
{
    for (const CommandSpec &command : commands) {
        if (words.first(std::min(words.size(), command.words.size())) == command.words)
            return &command;
    }
    return nullptr;
}

int wrongUsage(const QString &message, const QString &command)
{
    printError(message);
    printNote(u"Try “closeoutctl help%1”."_s.arg(command.isEmpty() ? command : u' ' + command));
    return ExitWrongUsage;
}

// What begins with the given words: "complete" alone leads to its two commands.
QStringList namesBeginningWith(const QList<CommandSpec> &commands, const QString &word)
{
    QStringList names;
    for (const CommandSpec &command : commands) {
        if (command.words.first() == word)
            names.append(command.name());
    }
    return names;
}

struct CommandLine
{
    QStringList words;
    QStringList leading; // options that stood before the command, with their values
};

// What follows an option is its value, not the command: whether it takes one is known of each name,
// which means the same everywhere.
CommandLine withoutLeadingOptions(const QList<CommandSpec> &commands, QStringList words)
{
    QStringList leading;
    while (!words.isEmpty() && words.first().startsWith("--"_L1)) {
        const QString name = words.first().sliced(2).section(u'=', 0, 0);
        const Option *option = nullptr;
        for (const CommandSpec &command : commands) {
            if (!option)
                option = command.findOption(name);
        }
        if (!option)
            break;
        const bool takesNext = option->takes == Option::Takes::OptionalNumber
            ? isWholeNumber(words.value(1))
            : option->takes != Option::Takes::Nothing;
        const bool holdsIt = words.first().contains(u'=');
        leading.append(words.takeFirst());
        if (takesNext && !holdsIt && !words.isEmpty())
            leading.append(words.takeFirst());
    }
    return {words, leading};
}

// Qt would put another character in place of such bytes: another id, another value.
bool areUtf8(int argc, char **argv)
{
    return std::all_of(argv, argv + argc,
                       [](const char *word) { return QUtf8StringView(word).isValidUtf8(); });
}

int run(QCoreApplication &application)
{
    const QList<CommandSpec> commands = allCommands();
    auto [words, leading] = withoutLeadingOptions(commands, application.arguments().sliced(1));
    if (words.isEmpty()) {
        for (const QString &line : overview(commands).split(u'\n'))
            printNote(line);
        return ExitWrongUsage;
    }
    if (words.first() == "--help"_L1 || words.first() == "-h"_L1) {
        printOut(overview(commands));
        return ExitDone;
    }
    if (words.first() == "--version"_L1) {
        printOut(u"closeoutctl "_s + QStringLiteral(CLOSEOUT_VERSION));
        return ExitDone;
    }
    const CommandSpec *spec = findCommand(commands, words);
    const bool asksForHelp = words.contains("--help"_L1) || words.contains("-h"_L1);
    if (!spec && asksForHelp) {
        if (const QString pages = helpAbout(commands, words.first()); !pages.isEmpty()) {
            printOut(pages);
            return ExitDone;
        }
    }
    if (!spec) {
        const QStringList near = namesBeginningWith(commands, words.first());
        return wrongUsage(near.isEmpty() ? u"There is no command “%1”."_s.arg(words.first())
                                         : u"“%1” needs one more word: %2."_s.arg(words.first(),
                                                                                  near.join(u", ")),
                          {});
    }
    const QStringList rest = leading + words.sliced(spec->words.size());
    if (asksForHelp) {
        printOut(helpFor(*spec));
        return ExitDone;
    }
    const Result<Arguments> arguments = spec->parse(rest);
    if (!arguments)
        return wrongUsage(arguments.error().message, spec->name());

    if (!spec->keepsNothing && !arguments->has(u"config-dir"_s)) {
        if (const auto folders = environments::standardFolders(); !folders) {
            printError(folders.error().message);
            return ExitRefusedHere;
        }
    }
    const std::unique_ptr<Command> command = spec->make(*arguments);
    QObject::connect(command.get(), &Command::finished, &application,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    QTimer::singleShot(0, command.get(), [&command] { command->start(); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    process::holdStandardDescriptors();
    // A file that may grow no further must be an error that is told, not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN); // nor a reader that has gone
    umask(077); // what is kept is its owner's alone
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"closeout"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLOSEOUT_VERSION));
    if (!areUtf8(argc, argv)) {
        printError(u"The command line holds bytes that are not UTF-8; they would be changed."_s);
        return ExitWrongUsage;
    }
    const int exitCode = run(application);
    if (flushOutput() == OutputState::Failed && exitCode == ExitDone) {
        printError(u"Standard output cannot be written."_s);
        return ExitRefused; // not 3: something may well have been sent
    }
    return exitCode;
}
