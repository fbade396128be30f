// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/command.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

tl::unexpected<Error> wrongUsage(const QString &message)
{
    return failure(ErrorKind::InvalidInput, message);
}

bool isAcceptable(const Option &option, const QString &value)
{
    switch (option.takes) {
    case Option::Takes::Nothing:
        return true;
    case Option::Takes::Value:
        return !option.isChoice() || option.valueName.split(u'|').contains(value);
    case Option::Takes::Name:
        return !value.isEmpty();
    case Option::Takes::Number:
        return isWholeNumber(value);
    case Option::Takes::Assignment:
        return value.indexOf(u'=') > 0;
    case Option::Takes::OptionalNumber:
        return value.isEmpty() || isWholeNumber(value);
    }
    return false;
}

} // namespace

bool isWholeNumber(const QString &text)
{
    return !text.isEmpty() && text.size() < 10 // fits 32 bits
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool Option::isChoice() const
{
    return valueName.contains(u'|') && valueName == valueName.toLower() && !valueName.contains(u' ')
        && !valueName.contains(u':');
}

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? otherwise : all.last();
}

const Option *CommandSpec::findOption(QStringView name) const
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [name](const Option &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

Result<Arguments> CommandSpec::parse(const QStringList &rest) const
{
    Arguments arguments;
    bool onlyPositionals = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QString &word = rest.at(i);
        // A lone "-" is standard input, "-5" may be an id; anything else with a dash is a slip.
        const bool isSlip = word.size() > 1 && word.startsWith(u'-') && !word.startsWith("--"_L1)
            && !word.at(1).isDigit();
        if (isSlip && !onlyPositionals) {
            return wrongUsage(
                u"There is no option %1. If it is an id, write it behind “--”."_s.arg(word));
        }
        if (onlyPositionals || !word.startsWith("--"_L1)) {
            arguments.m_positionals.append(word);
            continue;
        }
        if (word == "--"_L1) {
            onlyPositionals = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString optionName = word.sliced(2, (equals < 0 ? word.size() : equals) - 2);
        const Option *option = findOption(optionName);
        if (!option)
            return wrongUsage(u"There is no option --%1 for “%2”."_s.arg(optionName, name()));
        if (arguments.has(optionName) && !option->isRepeatable)
            return wrongUsage(u"--%1 may be given once only."_s.arg(optionName));
        QString value;
        const bool mayStandAlone = option->takes == Option::Takes::Nothing
            || option->takes == Option::Takes::OptionalNumber;
        const bool takesNext = option->takes == Option::Takes::OptionalNumber
            ? isWholeNumber(rest.value(i + 1))
            : !mayStandAlone;
        if (option->takes == Option::Takes::Nothing && equals >= 0)
            return wrongUsage(u"--%1 takes no value."_s.arg(optionName));
        if (equals >= 0)
            value = word.sliced(equals + 1);
        else if (takesNext && i + 1 == rest.size())
            return wrongUsage(u"--%1 needs a value: %2."_s.arg(optionName, option->valueName));
        else if (takesNext)
            value = rest.at(++i);
        // "--disposition-desc --dry-run" must not send what was meant to be looked at.
        if (equals < 0 && value.startsWith("--"_L1) && findOption(value.sliced(2))) {
            return wrongUsage(u"--%1 needs a value: %2. If you mean “%3”, write --%1=%3."_s
                                  .arg(optionName, option->valueName, value));
        }
        if (!isAcceptable(*option, value)) {
            return wrongUsage(
                u"--%1 takes %2, not “%3”."_s.arg(optionName, option->valueName, value));
        }
        arguments.m_values[optionName].append(value);
    }
    const auto needed = std::count_if(positionals.begin(), positionals.end(),
                                      [](const QString &p) { return !p.startsWith(u'['); });
    if (arguments.positionalCount() < needed) {
        return wrongUsage(
            u"“%1” needs %2."_s.arg(name(), positionals.at(arguments.positionalCount())));
    }
    if (arguments.positionalCount() > positionals.size()) {
        return wrongUsage(u"“%1” does not know what to do with “%2”."_s
                              .arg(name(), arguments.positional(positionals.size())));
    }
    if (needsDestination && arguments.has(u"env"_s) == arguments.has(u"url"_s)) {
        return wrongUsage(arguments.has(u"env"_s)
                              ? u"Give either --env NAME or --url BASE, not both."_s
                              : u"Say where to: --url BASE, or --env NAME for an environment that "
                                "was set up."_s);
    }
    return arguments;
}

} // namespace closeout::cli
