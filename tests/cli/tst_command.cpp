// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/help.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::cli;

class TestCommand : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void everyCommandIsDescribed();
    void pagesNameEveryOption();
};

namespace {

CommandSpec spec()
{
    CommandSpec spec;
    spec.words = {u"end"_s};
    spec.positionals = {u"ID"_s, u"[FILE|-]"_s};
    spec.options = {
        {u"name"_s, u"TEXT"_s, {}},
        {u"many"_s, u"TEXT"_s, {}, Option::Takes::Value, true},
        {u"flag"_s, {}, {}, Option::Takes::Nothing},
        {u"count"_s, u"N"_s, {}, Option::Takes::Number},
        {u"set"_s, u"FIELD=VALUE"_s, {}, Option::Takes::Assignment},
        {u"yes"_s, u"COUNT"_s, {}, Option::Takes::OptionalNumber},
        {u"form"_s, u"a|b"_s, {}},
    };
    return spec;
}

} // namespace

void TestCommand::parses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("positionals");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QStringList>("values");

    const auto row = [](const char *name, const QString &words, const QString &positionals,
                        const QString &option, const QStringList &values) {
        QTest::newRow(name) << words.split(u' ') << positionals.split(u' ') << option << values;
    };
    row("value", u"1 --name x"_s, u"1"_s, u"name"_s, {u"x"_s});
    row("value behind an equals sign", u"--name=x=y 1"_s, u"1"_s, u"name"_s, {u"x=y"_s});
    row("empty value", u"--name= 1"_s, u"1"_s, u"name"_s, {QString()});
    row("value that looks like an option", u"1 --name=--flag"_s, u"1"_s, u"name"_s, {u"--flag"_s});
    row("many", u"--many a 1 --many b"_s, u"1"_s, u"many"_s, {u"a"_s, u"b"_s});
    row("flag", u"--flag 1"_s, u"1"_s, u"flag"_s, {QString()});
    row("standard input", u"1 -"_s, u"1 -"_s, u"name"_s, {});
    row("negative id", u"-5"_s, u"-5"_s, u"name"_s, {});
    row("id like an option", u"-- --name"_s, u"--name"_s, u"name"_s, {});
    row("number", u"1 --count 12"_s, u"1"_s, u"count"_s, {u"12"_s});
    row("assignment", u"1 --set a="_s, u"1"_s, u"set"_s, {u"a="_s});
    row("yes alone", u"1 --yes"_s, u"1"_s, u"yes"_s, {QString()});
    row("yes before an option", u"1 --yes --flag"_s, u"1"_s, u"yes"_s, {QString()});
    row("yes with a count", u"1 --yes 388"_s, u"1"_s, u"yes"_s, {u"388"_s});
    row("choice", u"1 --form b"_s, u"1"_s, u"form"_s, {u"b"_s});
}

void TestCommand::parses()
{
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, positionals);
    QFETCH(const QString, option);
    QFETCH(const QStringList, values);
    const Result<Arguments> arguments = spec().parse(words);
    QVERIFY2(arguments, qPrintable(arguments ? QString() : arguments.error().message));
    QCOMPARE(arguments->positionalCount(), positionals.size());
    for (qsizetype i = 0; i < positionals.size(); ++i)
        QCOMPARE(arguments->positional(i), positionals.at(i));
    QCOMPARE(arguments->values(option), values);
    QCOMPARE(arguments->has(option), !values.isEmpty());
}

void TestCommand::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << u"1 --nmae x"_s << u"--nmae"_s;
    QTest::newRow("twice") << u"1 --name x --name y"_s << u"once"_s;
    QTest::newRow("no value") << u"1 --name"_s << u"TEXT"_s;
    QTest::newRow("value for a flag") << u"1 --flag=x"_s << u"--flag"_s;
    QTest::newRow("no number") << u"1 --count soon"_s << u"soon"_s;
    QTest::newRow("negative number") << u"1 --count -1"_s << u"-1"_s;
    QTest::newRow("no assignment") << u"1 --set a"_s << u"FIELD=VALUE"_s;
    QTest::newRow("assignment without a name") << u"1 --set =a"_s << u"FIELD=VALUE"_s;
    QTest::newRow("no choice") << u"1 --form c"_s << u"a|b"_s;
    QTest::newRow("yes with a word") << u"1 --yes=all"_s << u"all"_s;
    QTest::newRow("option for a value") << u"1 --name --flag"_s << u"--name=--flag"_s;
    QTest::newRow("one dash") << u"1 -h"_s << u"-h"_s;
    QTest::newRow("too long a number") << u"1 --count 4294967297"_s << u"4294967297"_s;
    QTest::newRow("too few") << u"--flag"_s << u"ID"_s;
    QTest::newRow("too many") << u"1 2 3"_s << u"“3”"_s;
}

void TestCommand::refuses()
{
    QFETCH(const QString, words);
    QFETCH(const QString, says);
    const Result<Arguments> arguments = spec().parse(words.split(u' '));
    QVERIFY(!arguments);
    QVERIFY2(arguments.error().message.contains(says), qPrintable(arguments.error().message));
}

void TestCommand::everyCommandIsDescribed()
{
    for (const CommandSpec &command : allCommands()) {
        QVERIFY(!command.name().isEmpty());
        QVERIFY2(command.summary.endsWith(u'.'), qPrintable(command.name()));
        QVERIFY2(bool(command.make), qPrintable(command.name()));
        for (const Option &option : command.options) {
            QVERIFY2(option.description.endsWith(u'.'), qPrintable(option.name));
            QCOMPARE(option.valueName.isEmpty(), option.takes == Option::Takes::Nothing);
        }
        for (const Example &example : command.examples)
            QVERIFY2(example.command.startsWith(command.name()), qPrintable(example.command));
    }
}

void TestCommand::pagesNameEveryOption()
{
    const QList<CommandSpec> commands = allCommands();
    const QString page = manualPage(commands);
    const QString completion = bashCompletion(commands);
    for (const CommandSpec &command : commands) {
        const QString help = helpFor(command);
        for (const QString &line : help.split(u'\n'))
            QVERIFY2(line.size() <= 100 || line.contains("closeoutctl"_L1), qPrintable(line));
        for (const Option &option : command.options) {
            QVERIFY(help.contains("--"_L1 + option.name));
            QVERIFY(completion.contains("--"_L1 + option.name));
            QVERIFY(page.contains("\\-\\-"_L1 + QString(option.name).replace(u'-', "\\-"_L1)));
        }
    }
}

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"
