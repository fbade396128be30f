// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A command of closeoutctl: what it is called and takes, as data from which the parser, the help,
// the man page and the shell completion are made; and the object that carries it out.

#pragma once

#include "result.h"

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>

namespace closeout::cli {

enum ExitCode : int {
    ExitDone = 0,
    ExitRefused = 1, // the server refused, or some items failed
    ExitUnknown = 2, // an outcome is unknown
    ExitRefusedHere = 3, // invalid input, or the safety level forbids it; nothing was sent
    ExitReaderGone = 23, // whoever read a listing has gone before its end, as curl says it
    ExitWrongUsage = 64, // the command line itself is wrong
};

struct Option
{
    enum class Takes : quint8 {
        Nothing,
        Value, // any text; one of the choices where valueName lists them
        Name, // any text but an empty one
        Number, // a whole number from 0 on
        Assignment, // NAME=VALUE
        OptionalNumber,
    };

    QString name; // without the dashes
    QString valueName; // as help shows it; choices as "a|b|c"
    QString description; // one sentence
    Takes takes = Takes::Value;
    bool isRepeatable = false;

    bool isChoice() const; // valueName lists all that may be given
};

bool isWholeNumber(const QString &text); // from 0 on, and it fits 32 bits

struct Example
{
    QString command; // without "closeoutctl"
    QString meaning;
};

// The words after the program's name, taken apart.
class Arguments
{
public:
    bool has(const QString &option) const { return m_values.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const; // the last one given
    QStringList values(const QString &option) const { return m_values.value(option); }
    QString positional(qsizetype index) const { return m_positionals.value(index); }
    qsizetype positionalCount() const { return m_positionals.size(); }

private:
    friend struct CommandSpec;

    QMap<QString, QStringList> m_values;
    QStringList m_positionals;
};

class Command : public QObject
{
    Q_OBJECT

public:
    // Called once, from the event loop. finished() may come during the call or later.
    virtual void start() = 0;

signals:
    void finished(int exitCode);
};

struct CommandSpec
{
    QStringList words; // "complete", "service"
    QStringList positionals; // "SERVICE_ID"; "[FILE]" may be left out
    QString summary; // one line
    QString description; // paragraphs
    QList<Option> options;
    bool needsDestination = false; // either --env or --url must be given
    bool keepsNothing = false; // --config-dir says nothing to it
    QList<Example> examples;
    std::function<std::unique_ptr<Command>(const Arguments &)> make;

    QString name() const { return words.join(u' '); }
    const Option *findOption(QStringView name) const;
    // An Error of kind InvalidInput: the command line is wrong (exit code 64).
    Result<Arguments> parse(const QStringList &rest) const;
};

} // namespace closeout::cli
