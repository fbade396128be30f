// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/help.h"

#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "filter/reference.h"

#include <algorithm>

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
    const char *meaning; // UTF-8
};

constexpr ExitMeaning exitMeanings[]{
    {ExitDone, "Done."},
    {ExitRefused, "The server refused, could not be reached, or some items failed."},
    {ExitUnknown, "An outcome is unknown: it was sent, and nobody can say whether it was done."},
    {ExitRefusedHere,
     "Refused here: invalid input, or the environment's safety level forbids it; nothing was "
     "sent."},
    {ExitReaderGone,
     "Whoever read a listing of services, as in “| head”, has gone before its end."},
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
    out += u"\nOptions may stand before the command or behind it.\n"
           "\nTry it without a server:\n"
           "  closeoutctl sandbox --seed demo --port 8080\n"
           "  closeoutctl services --url http://127.0.0.1:8080\n\nExit codes:\n"_s;
    for (const ExitMeaning &exit : exitMeanings)
        out += u"  %1  "_s.arg(exit.code, 2) + wrapped(QString::fromUtf8(exit.meaning), 6).trimmed()
            + u'\n';
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
    out +=
        ".SH SYNOPSIS\n.B closeoutctl\n[\\fIOPTION\\fR...]\n.I COMMAND\n[\\fIOPTION\\fR...]\n"_L1;
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
        out += u".TP\n.B %1\n%2\n"_s.arg(exit.code).arg(roff(QString::fromUtf8(exit.meaning)));
    out +=
        ".SH ENVIRONMENT\n.TP\n.B CLOSEOUT_PASSWORD\nThe password for \\-\\-user, or for the user "
        "of an environment.\n"_L1;
    out +=
        ".SH FILES\n.TP\n.I ~/.config/closeout/environments.json\nThe environments that were set "
        "up.\n.TP\n.I ~/.local/share/closeout/journal.sqlite\nThe journal.\n"_L1;
    return out;
}

namespace {

// %1: commands, %2: those of two words, %3: options that are followed by a value, %4: what may be
// given for an option of a command, %5: options whose value is a file, %6: what a command knows,
// %7: commands that take a file.
constexpr char16_t completionScript[] =
    uR"(# bash completion for closeoutctl, made by “closeoutctl help --bash-completion”
_closeoutctl()
{
    # Bash takes words apart at = and : as it likes; here they are put together again.
    local -a line=() found=()
    local word='' isGlued='' i
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ${#line[@]} -gt 0 && ( -n $isGlued || $word == [=:]* ) ]]; then
            line[-1]+=$word
        else
            line+=("$word")
        fi
        isGlued=''
        if [[ $word == [=:] ]]; then isGlued=yes; fi
    done
    local whole=${line[-1]} current=${line[-1]} option=''
    if [[ $current == --*=* ]]; then
        option=${current%%=*}
        current=${current#*=}
    elif [[ ${#line[@]} -gt 1 && ' %3 ' == *" ${line[-2]} "* ]]; then
        option=${line[-2]}
    fi
    local command='' isValue=''
    for word in "${line[@]:0:${#line[@]}-1}"; do
        if [[ -n $isValue ]]; then
            isValue=''
        elif [[ ' %3 ' == *" $word "* ]]; then
            isValue=yes
        elif [[ $word != -* && -z $command ]]; then
            command=$word
        elif [[ $word != -* && ' %2 ' == *" $command "* ]]; then
            command+=" $word"
        fi
    done
    local words='' hasFiles=''
    if [[ -n $option ]]; then
        case "$command $option" in
%4        esac
        if [[ ' %5 ' == *" $option "* ]]; then hasFiles=yes; fi
    elif [[ -z $command ]]; then
        words='%1 --help --version'
    else
        case "$command" in
%6        esac
        case "$command" in %7) hasFiles=yes ;; esac
    fi
    mapfile -t found < <(compgen -W "$words" -- "$current")
    if [[ -n $hasFiles ]]; then
        local typed=${current//\\/}
        typed=${typed#[\"\']}
        mapfile -t -O ${#found[@]} found < <(compgen -f -- "$typed")
        compopt -o filenames 2> /dev/null # so that blanks are quoted
    fi
    # Bash puts an answer in the place of what it takes for the last word.
    local before=${whole%"$current"} last=${COMP_WORDS[COMP_CWORD]}
    if [[ $last == [=:] ]]; then last=''; fi
    local kept=${whole%"$last"}
    COMPREPLY=()
    for word in "${found[@]}"; do
        word=$before$word
        COMPREPLY+=("${word#"$kept"}")
    done
}
complete -F _closeoutctl closeoutctl)";

bool isFile(const QString &valueName)
{
    return valueName.contains("FILE"_L1) || valueName.contains("DIR"_L1);
}

QString completionCase(const QString &key, const QString &words)
{
    return u"            \"%1\") words='%2' ;;\n"_s.arg(key, words);
}

void addOnce(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list.append(text);
}

} // namespace

QString bashCompletion(const QList<CommandSpec> &commands)
{
    QStringList firstWords;
    QMap<QString, QStringList> secondWords;
    QStringList valued;
    QStringList ofFiles;
    QStringList fileCommands;
    QString known;
    QString choices;
    for (const CommandSpec &command : commands) {
        addOnce(firstWords, command.words.first());
        if (command.words.size() > 1)
            secondWords[command.words.first()].append(command.words.at(1));
        if (std::any_of(command.positionals.begin(), command.positionals.end(), isFile))
            fileCommands.append(u'"' + command.name() + u'"');
        QStringList names{u"--help"_s};
        for (const Option &option : command.options) {
            const QString name = "--"_L1 + option.name;
            names.append(name);
            const bool needsValue = option.takes != Option::Takes::Nothing
                && option.takes != Option::Takes::OptionalNumber;
            if (needsValue)
                addOnce(valued, name);
            if (needsValue && isFile(option.valueName))
                addOnce(ofFiles, name);
            if (option.isChoice()) {
                choices += completionCase(command.name() + u' ' + name,
                                          QString(option.valueName).replace(u'|', u' '));
            }
        }
        // A command that stands alone and begins others offers both.
        if (command.words.size() == 1 && secondWords.contains(command.name()))
            secondWords[command.name()] += names;
        else
            known += completionCase(command.name(), names.join(u' '));
    }
    for (auto it = secondWords.cbegin(); it != secondWords.cend(); ++it)
        known += completionCase(it.key(), it.value().join(u' '));
    const QStringList ofTwoWords = secondWords.keys();
    return QString::fromUtf16(completionScript)
        .arg(firstWords.join(u' '), ofTwoWords.join(u' '), valued.join(u' '), choices,
             ofFiles.join(u' '), known, fileCommands.join(u'|'));
}

QList<CommandSpec> allCommands()
{
    QList<CommandSpec> commands{servicesCommand(),
                                serviceCommand(),
                                tasksCommand(),
                                completeServiceCommand(),
                                completeStateCommand(),
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
        command.keepsNothing = !command.findOption(u"config-dir");
        if (command.keepsNothing)
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
            printOut(filter::reference().toUtf8());
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
