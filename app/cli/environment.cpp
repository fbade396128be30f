// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// "environment list|add|remove|password": the environments, without an editor.

#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "environments/environmentfile.h"
#include "environments/secretstore.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using environments::Environment;
using environments::EnvironmentFile;

namespace {

class EnvironmentCommand : public Command
{
    Q_OBJECT

public:
    using Action = int (*)(const Arguments &arguments, const EnvironmentFile &file);

    EnvironmentCommand(Arguments arguments, Action action)
        : m_arguments(std::move(arguments))
        , m_action(action)
    {
    }

    void start() override
    {
        emit finished(m_action(m_arguments, EnvironmentFile(pathsFrom(m_arguments).environments)));
    }

private:
    Arguments m_arguments;
    Action m_action;
};

int failed(const Error &error)
{
    printError(error.message);
    return ExitRefusedHere;
}

int list(const Arguments &arguments, const EnvironmentFile &file)
{
    const Result<EnvironmentFile::Loaded> loaded = file.load();
    if (!loaded)
        return failed(loaded.error());
    RowWriter rows(formatFrom(arguments),
                   {{u"name"_s, u"Name"_s, 16},
                    {u"url"_s, u"URL"_s, 40},
                    {u"dialect"_s, u"Dialect"_s, 7},
                    {u"user"_s, u"User"_s, 12},
                    {u"safety"_s, u"Safety"_s, 13},
                    {u"headers"_s, u"Headers"_s, 0}});
    rows.begin();
    for (const Environment &environment : loaded->environments) {
        rows.row({{environment.name},
                  {environment.url},
                  {contract::dialectName(environment.dialect)},
                  {environment.user},
                  {environments::safetyName(environment.safety)},
                  {environment.headers.join("; "_L1)}});
    }
    rows.end();
    for (const QString &warning : loaded->warnings)
        printNote(warning);
    return loaded->warnings.isEmpty() ? ExitDone : ExitRefusedHere;
}

int add(const Arguments &arguments, const EnvironmentFile &file)
{
    Environment environment;
    environment.name = arguments.positional(0);
    environment.url = arguments.value(u"url"_s);
    environment.dialect = *contract::dialectFromName(arguments.value(u"dialect"_s, u"8.5"_s));
    environment.user = arguments.value(u"user"_s);
    environment.headers = arguments.values(u"header"_s);
    environment.authoritiesFile = arguments.value(u"ca-file"_s);
    environment.safety = *environments::safetyFromName(arguments.value(u"safety"_s, u"confirm"_s));
    environment.timeoutSeconds = arguments.value(u"timeout"_s, u"30"_s).toInt();
    if (environment.name.isEmpty())
        return failed({ErrorKind::InvalidInput, u"The name is empty."_s});
    if (const auto usable = environments::connectionTo(environment, {}); !usable)
        return failed(usable.error());
    if (const Result<void> saved = file.save(environment); !saved)
        return failed(saved.error());
    printNote(u"%1 is in %2."_s.arg(environment.name, file.path()));
    return ExitDone;
}

int remove(const Arguments &arguments, const EnvironmentFile &file)
{
    if (const Result<void> removed = file.remove(arguments.positional(0)); !removed)
        return failed(removed.error());
    return ExitDone;
}

class PasswordCommand : public Command
{
    Q_OBJECT

public:
    explicit PasswordCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start() override
    {
        const EnvironmentFile file(pathsFrom(m_arguments).environments);
        const Result<Environment> environment = file.find(m_arguments.positional(0));
        if (!environment) {
            emit finished(failed(environment.error()));
            return;
        }
        const auto written = [this](const Result<void> &done) {
            emit finished(done ? int(ExitDone) : failed(done.error()));
        };
        if (m_arguments.has(u"forget"_s)) {
            m_store.remove(environment->name, this, written);
            return;
        }
        const std::optional<QString> password = askPassword(
            u"Password of %1 at %2:"_s.arg(environment->user, environment->name));
        if (!password || password->isEmpty()) {
            emit finished(failed({ErrorKind::InvalidInput, u"No password was given."_s}));
            return;
        }
        m_store.write(environment->name, *password, this, written);
    }

private:
    Arguments m_arguments;
    environments::SecretStore m_store;
};

CommandSpec environmentCommand(const QString &word, EnvironmentCommand::Action action)
{
    CommandSpec spec;
    spec.words = {u"environment"_s, word};
    spec.options = {configDirectoryOption()};
    spec.make = [action](const Arguments &arguments) {
        return std::make_unique<EnvironmentCommand>(arguments, action);
    };
    return spec;
}

} // namespace

CommandSpec environmentListCommand()
{
    CommandSpec spec = environmentCommand(u"list"_s, list);
    spec.summary = u"Lists the environments that were set up."_s;
    spec.options.prepend(formatOption());
    return spec;
}

CommandSpec environmentAddCommand()
{
    CommandSpec spec = environmentCommand(u"add"_s, add);
    spec.positionals = {u"NAME"_s};
    spec.summary = u"Adds an environment, or changes one."_s;
    spec.description = u"They are kept in a file that can be read and edited. A password is never "
                       "in it: see “environment password”."_s;
    for (const Option &option : destinationOptions()) {
        if (option.name != "env"_L1 && option.name != "config-dir"_L1)
            spec.options.prepend(option);
    }
    spec.options.prepend({u"safety"_s, u"none|confirm|confirm-count|read-only"_s,
                          u"How careful to be there; confirm if not given."_s});
    spec.examples = {{u"environment add Production --url https://gms.example.com:8443 --user demo "
                      "--header 'ContactCenterId: 1' --safety confirm-count"_s,
                      u"A server where the count has to be typed before anything is ended:"_s}};
    return spec;
}

CommandSpec environmentRemoveCommand()
{
    CommandSpec spec = environmentCommand(u"remove"_s, remove);
    spec.positionals = {u"NAME"_s};
    spec.summary = u"Removes an environment."_s;
    return spec;
}

CommandSpec environmentPasswordCommand()
{
    CommandSpec spec;
    spec.words = {u"environment"_s, u"password"_s};
    spec.positionals = {u"NAME"_s};
    spec.summary = u"Keeps the password of an environment in the system's keychain."_s;
    spec.description = u"Asks for it on the terminal. Without a keychain nothing is kept; the "
                       "password is then asked for, or taken from CLOSEOUT_PASSWORD, each time."_s;
    spec.options = {{u"forget"_s, {}, u"Removes it from the keychain."_s, Option::Takes::Nothing},
                    configDirectoryOption()};
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<PasswordCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "environment.moc"
