// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/help.h"

#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "find/filterreference.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

constexpr int lineWidth = 80;

QString wrapped(const QString &text, int indent)
{
    QString out;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line(indent, u' ');
        for (const QString &word : paragraph.split(u' ')) {
            const bool isFull = line.size() + 1 + word.size() > lineWidth
                && !line.trimmed().isEmpty();
            if (isFull) {
                out += line + u'\n';
                line = QString(indent, u' ');
            }
            line += line.trimmed().isEmpty() ? word : u' ' + word;
        }
        out += (line.trimmed().isEmpty() ? QString() : line) + u'\n';
    }
    return out;
}

QString synopsisOf(const Option &option)
{
    switch (option.takes) {
    case Option::Takes::Nothing:
        return "--"_L1 + option.name;
    case Option::Takes::Value:
    case Option::Takes::Name:
    case Option::Takes::Number:
    case Option::Takes::Assignment:
        return "--"_L1 + option.name + u' ' + option.valueName;
    case Option::Takes::OptionalNumber:
        return "--"_L1 + option.name + " ["_L1 + option.valueName + u']';
    }
    return {};
}

QString synopsisOf(const CommandSpec &command)
{
    QStringList words{u"closeoutctl"_s, command.name()};
    words += command.positionals;
    words.append(u"[OPTION…]"_s);
    return words.join(u' ');
}

struct ExitMeaning
{
    int code;
    const char *meaning;
};

constexpr ExitMeaning exitMeanings[]{
    {ExitDone, "Done."},
    {ExitRefused, "The server refused, could not be reached, or some items failed."},
    {ExitUnknown, "An outcome is unknown: it was sent, and nobody can say whether it was done."},
    {ExitRefusedHere,
     "Refused here: invalid input, or the environment's safety level forbids it; nothing was "
     "sent."},
    {ExitWrongUsage, "The command line itself is wrong."},
};

constexpr char purpose[] =
    "closeoutctl finds services and tasks that are stuck open in Genesys Context Services and "
    "ends them safely: each end is sent at most once, attached data go out byte for byte, and "
    "a journal keeps what happened.";

QString roff(QString text)
{
    text.replace(u'…', "..."_L1)
        .replace(u'\\', "\\e"_L1)
        .replace(u'-', "\\-"_L1)
        .replace(u'\n', "\n.PP\n"_L1);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend("\\&"_L1);
    return text;
}

} // namespace

QString overview(const QList<CommandSpec> &commands)
{
    QString out = u"Usage: closeoutctl COMMAND [OPTION…]\n\n"_s;
    out += wrapped(QString::fromLatin1(purpose), 0) + u"\nCommands:\n"_s;
    for (const CommandSpec &command : commands)
        out += u"  %1%2\n"_s.arg(command.name(), -22).arg(command.summary);
    out += u"\nTry it without a server:\n"
           "  closeoutctl sandbox --seed demo --port 8080\n"
           "  closeoutctl services --url http://127.0.0.1:8080\n\nExit codes:\n"_s;
    for (const ExitMeaning &exit : exitMeanings)
        out += u"  %1  "_s.arg(exit.code, 2)
            + wrapped(QString::fromLatin1(exit.meaning), 6).trimmed() + u'\n';
    return out + u"\n“closeoutctl help COMMAND” tells more about one."_s;
}

QString helpFor(const CommandSpec &command)
{
    QString out = u"Usage: %1\n\n"_s.arg(synopsisOf(command));
    out += wrapped(command.summary, 0);
    if (!command.description.isEmpty())
        out += u'\n' + wrapped(command.description, 0);
    if (!command.options.isEmpty())
        out += u"\nOptions:\n"_s;
    for (const Option &option : command.options)
        out += "  "_L1 + synopsisOf(option) + u'\n' + wrapped(option.description, 6);
    if (!command.examples.isEmpty())
        out += u"\nExamples:\n"_s;
    for (const Example &example : command.examples)
        out += wrapped(example.meaning, 2) + u"    closeoutctl %1\n"_s.arg(example.command);
    return out.chopped(1);
}

QString helpAbout(const QList<CommandSpec> &commands, const QString &name)
{
    QStringList pages;
    for (const CommandSpec &command : commands) {
        if (command.name() == name)
            return helpFor(command);
        if (command.words.first() == name)
            pages.append(helpFor(command));
    }
    return pages.join("\n\n"_L1);
}

QString manualPage(const QList<CommandSpec> &commands)
{
    QString out = u".TH CLOSEOUTCTL 1 \"\" \"closeout %1\" \"User Commands\"\n"_s.arg(
        QStringLiteral(CLOSEOUT_VERSION));
    out += ".SH NAME\ncloseoutctl \\- find and end stuck services in Genesys Context Services\n"_L1;
    out += ".SH SYNOPSIS\n.B closeoutctl\n.I COMMAND\n[\\fIOPTION\\fR...]\n"_L1;
    out += ".SH DESCRIPTION\n"_L1 + roff(QString::fromLatin1(purpose)) + u'\n';
    out += ".SH COMMANDS\n"_L1;
    for (const CommandSpec &command : commands) {
        out += ".SS "_L1 + roff(synopsisOf(command)) + u'\n' + roff(command.summary) + u'\n';
        if (!command.description.isEmpty())
            out += ".PP\n"_L1 + roff(command.description) + u'\n';
        for (const Option &option : command.options) {
            out += ".TP\n\\fB"_L1 + roff(synopsisOf(option)) + "\\fR\n"_L1
                + roff(option.description) + u'\n';
        }
    }
    out += ".SH EXAMPLES\n"_L1;
    for (const CommandSpec &command : commands) {
        for (const Example &example : command.examples) {
            out += ".PP\n"_L1 + roff(example.meaning) + "\n.PP\n.RS 4\n.EX\n"_L1
                + roff(u"closeoutctl "_s + example.command) + "\n.EE\n.RE\n"_L1;
        }
    }
    out += ".SH EXIT STATUS\n"_L1;
    for (const ExitMeaning &exit : exitMeanings)
        out += u".TP\n.B %1\n%2\n"_s.arg(exit.code).arg(roff(QString::fromLatin1(exit.meaning)));
    out +=
        ".SH ENVIRONMENT\n.TP\n.B CLOSEOUT_PASSWORD\nThe password for \\-\\-user, or for the user "
        "of an environment.\n"_L1;
    out +=
        ".SH FILES\n.TP\n.I ~/.config/closeout/environments.json\nThe environments that were set "
        "up.\n.TP\n.I ~/.local/share/closeout/journal.sqlite\nThe journal.\n"_L1;
    return out;
}

QString bashCompletion(const QList<CommandSpec> &commands)
{
    QStringList firstWords;
    QMap<QString, QStringList> secondWords;
    QString options;
    QString choices;
    for (const CommandSpec &command : commands) {
        if (!firstWords.contains(command.words.first()))
            firstWords.append(command.words.first());
        if (command.words.size() > 1)
            secondWords[command.words.first()].append(command.words.at(1));
        QStringList names{u"--help"_s};
        for (const Option &option : command.options) {
            names.append("--"_L1 + option.name);
            if (option.isChoice()) {
                choices += u"        \"%1 --%2\") words='%3' ;;\n"_s
                               .arg(command.name(), option.name,
                                    QString(option.valueName).replace(u'|', u' '));
            }
        }
        // A command that stands alone and begins others offers both.
        if (command.words.size() == 1 && secondWords.contains(command.name()))
            secondWords[command.name()] += names;
        options += u"        \"%1\") words='%2' ;;\n"_s.arg(command.name(), names.join(u' '));
    }
    QString seconds;
    for (auto it = secondWords.cbegin(); it != secondWords.cend(); ++it)
        seconds += u"        \"%1\") words='%2' ;;\n"_s.arg(it.key(), it.value().join(u' '));

    return u"# bash completion for closeoutctl, made by “closeoutctl help --bash-completion”\n"
           "_closeoutctl()\n"
           "{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local command=${COMP_WORDS[1]} words=''\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W '%1 --help --version' -- \"$current\")\n"
           "        return\n"
           "    fi\n"
           "    case $command in %2)\n"
           "        if [ \"$COMP_CWORD\" -gt 2 ] && [[ ${COMP_WORDS[2]} != -* ]]; then "
           "command=\"$command ${COMP_WORDS[2]}\"; fi "
           ";;\n"
           "    esac\n"
           "    case \"$command $previous\" in\n%3    esac\n"
           "    if [ -z \"$words\" ]; then\n"
           "        case \"$command\" in\n%4%5        esac\n"
           "    fi\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "    if [ ${#COMPREPLY[@]} -eq 0 ]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
           "    fi\n"
           "}\n"
           "complete -F _closeoutctl closeoutctl"_s
               .arg(firstWords.join(u' '),
                    QStringList(secondWords.keyBegin(), secondWords.keyEnd()).join(u'|'), choices,
                    seconds, options);
}

QList<CommandSpec> allCommands()
{
    QList<CommandSpec> commands{servicesCommand(),
                                serviceCommand(),
                                tasksCommand(),
                                completeServiceCommand(),
                                completeTaskCommand(),
                                journalSettleCommand(), // more words first
                                journalCommand(),
                                environmentListCommand(),
                                environmentAddCommand(),
                                environmentRemoveCommand(),
                                environmentPasswordCommand(),
                                sandboxCommand(),
                                jsonCheckCommand(),
                                jsonFormatCommand(),
                                helpCommand()};
    // A script may give it everywhere, also where nothing is kept.
    for (CommandSpec &command : commands) {
        if (!command.findOption(u"config-dir"))
            command.options.append(configDirectoryOption());
    }
    return commands;
}

namespace {

class HelpCommand : public Command
{
    Q_OBJECT

public:
    explicit HelpCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start() override { emit finished(print()); }

private:
    int print() const
    {
        const QList<CommandSpec> commands = allCommands();
        if (m_arguments.has(u"man"_s)) {
            printOut(manualPage(commands));
        } else if (m_arguments.has(u"bash-completion"_s)) {
            printOut(bashCompletion(commands));
        } else if (m_arguments.positionalCount() == 0) {
            printOut(overview(commands));
        } else if (m_arguments.positionalCount() == 1 && m_arguments.positional(0) == u"filter") {
            printOut(find::filterReference().toUtf8());
        } else {
            const QString name =
                u"%1 %2"_s.arg(m_arguments.positional(0), m_arguments.positional(1)).trimmed();
            const QString pages = helpAbout(commands, name);
            if (pages.isEmpty()) {
                printError(u"There is no command “%1”."_s.arg(name));
                return ExitWrongUsage;
            }
            printOut(pages);
        }
        return ExitDone;
    }

    Arguments m_arguments;
};

} // namespace

CommandSpec helpCommand()
{
    CommandSpec spec;
    spec.words = {u"help"_s};
    spec.positionals = {u"[COMMAND]"_s, u"[WORD]"_s};
    spec.summary = u"Tells what there is, about one command, or about the language of filters."_s;
    spec.options = {
        {u"man"_s, {}, u"Prints the manual page."_s, Option::Takes::Nothing},
        {u"bash-completion"_s, {}, u"Prints the completion for bash."_s, Option::Takes::Nothing},
    };
    spec.examples = {{u"help complete task"_s, u"About ending a task:"_s},
                     {u"help filter"_s, u"About the language of filters:"_s}};
    spec.make = [](const Arguments &arguments) { return std::make_unique<HelpCommand>(arguments); };
    return spec;
}

} // namespace closeout::cli

#include "help.moc"
