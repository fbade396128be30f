// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// "environment list|add|remove|password": the environments, without an editor.

#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "environments/environmentfile.h"
#include "environments/secretstore.h"
#include "json/strings.h"

#include <QtCore/QFileInfo>

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
        emit finished(m_action(m_arguments, EnvironmentFile(placesFrom(m_arguments).environments)));
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
    if (!loaded) {
        printError(loaded.error().message);
        return ExitRefused; // nothing was to be sent
    }
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
                  {environment.headers.join("; "_L1), jsonOf(environment.headers)}});
    }
    rows.end();
    for (const QString &warning : loaded->warnings)
        printNote(warning);
    return loaded->warnings.isEmpty() ? ExitDone : ExitRefusedHere;
}

// Only what was given is changed.
void change(Environment &environment, const Arguments &arguments)
{
    const auto text = [&](const QString &option, QString &member) {
        if (arguments.has(option))
            member = arguments.value(option);
    };
    text(u"url"_s, environment.url);
    text(u"user"_s, environment.user);
    text(u"deployment"_s, environment.deployment);
    // It will be used from other folders than this one.
    if (const QString file = arguments.value(u"ca-file"_s); arguments.has(u"ca-file"_s))
        environment.authoritiesFile = file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
    if (arguments.has(u"dialect"_s))
        environment.dialect = *contract::dialectFromName(arguments.value(u"dialect"_s));
    if (arguments.has(u"header"_s))
        environment.headers = arguments.values(u"header"_s);
    if (arguments.has(u"safety"_s))
        environment.safety = *environments::safetyFromName(arguments.value(u"safety"_s));
    if (arguments.has(u"timeout"_s))
        environment.timeoutSeconds = arguments.value(u"timeout"_s).toInt();
}

Result<void> checkKept(const Environment &environment)
{
    const Result<client::Connection> connection = environments::connectionTo(environment, {});
    if (!connection)
        return tl::unexpected(connection.error());
    for (const client::Header &header : connection->headers) {
        if (client::looksSecret(header)) {
            return failure(ErrorKind::InvalidInput,
                           u"The header %1 looks like a secret and is not kept in a file. Give it "
                           "with --header-file each time."_s.arg(QString::fromUtf8(header.name)));
        }
    }
    return {};
}

int add(const Arguments &arguments, const EnvironmentFile &file)
{
    const Result<EnvironmentFile::Loaded> loaded = file.load();
    if (!loaded)
        return failed(loaded.error());
    for (const QString &warning : loaded->warnings)
        printNote(warning);
    const QString name = arguments.positional(0);
    if (name.trimmed().isEmpty() || name.contains(u'\n'))
        return failed({ErrorKind::InvalidInput, u"The name must be one line, and not empty."_s});
    bool wasThere = false;
    Environment environment;
    const auto saved = file.change(name, [&](const std::optional<Environment> &old) {
        wasThere = old.has_value();
        environment = old.value_or(Environment());
        environment.name = name;
        change(environment, arguments);
        return checkKept(environment).map([&environment] { return environment; });
    });
    if (!saved)
        return failed(saved.error());
    printNote(
        (wasThere ? u"Changed %1 in %2, safety level %3."_s : u"Added %1 to %2, safety level %3."_s)
            .arg(name, file.path(), environments::safetyName(environment.safety)));
    return ExitDone;
}

class RemoveCommand : public Command
{
    Q_OBJECT

public:
    explicit RemoveCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start() override
    {
        const QString name = m_arguments.positional(0);
        const EnvironmentFile file(placesFrom(m_arguments).environments);
        const Result<EnvironmentFile::Loaded> before = file.load();
        const Result<Environment> environment = before ? before->find(name)
                                                       : tl::unexpected(before.error());
        if (const Result<void> removed = file.remove(name); !removed) {
            emit finished(failed(removed.error()));
            return;
        }
        const Result<EnvironmentFile::Loaded> left = file.load();
        if (!environment || !left
            || !environments::hasPasswordOfItsOwn(*environment, left->environments)) {
            emit finished(ExitDone);
            return;
        }
        m_store.remove(environments::secretKey(*environment), this,
                       [this, name](const Result<void> &forgotten) {
                           if (!forgotten) {
                               printNote(
                                   u"%1 is removed, but a password of it that was kept is in "
                                   "the keychain still. %2"_s.arg(name, forgotten.error().message));
                           }
                           emit finished(ExitDone);
                       });
    }

private:
    Arguments m_arguments;
    environments::SecretStore m_store;
};

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
        const EnvironmentFile file(placesFrom(m_arguments).environments);
        const Result<EnvironmentFile::Loaded> loaded = file.load();
        const Result<Environment> environment = loaded ? loaded->find(m_arguments.positional(0))
                                                       : tl::unexpected(loaded.error());
        if (!environment) {
            emit finished(failed(environment.error()));
            return;
        }
        if (environment->user.isEmpty()) {
            emit finished(failed({ErrorKind::InvalidInput,
                                  u"%1 has no user to sign in. Give it one: environment add %1 "
                                  "--user USER."_s.arg(environment->name)}));
            return;
        }
        const QString key = environments::secretKey(*environment);
        const auto written = [this](const Result<void> &done) {
            emit finished(done ? int(ExitDone) : failed(done.error()));
        };
        if (m_arguments.has(u"forget"_s)) {
            m_store.remove(key, this, written);
            return;
        }
        const std::optional<QString> password = askPassword(
            u"Password of %1 at %2:"_s.arg(environment->user, environment->name));
        if (!password || password->isEmpty()) {
            emit finished(failed({ErrorKind::InvalidInput, u"No password was given."_s}));
            return;
        }
        m_store.write(key, *password, this, written);
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
    spec.examples = {{u"environment list --format json"_s, u"For a program:"_s}};
    spec.options.prepend(formatOption());
    return spec;
}

CommandSpec environmentAddCommand()
{
    CommandSpec spec = environmentCommand(u"add"_s, add);
    spec.positionals = {u"NAME"_s};
    spec.summary = u"Adds an environment, or changes what is given of one."_s;
    spec.description = u"They are kept in a file that can be read and edited. A password is never "
                       "in it: see “environment password”."_s;
    for (const Option &option : destinationOptions()) {
        // What stands in a file of secrets is not kept in another.
        const bool isForOnce = option.name == "env"_L1 || option.name == "config-dir"_L1
            || option.name == "header-file"_L1;
        if (!isForOnce)
            spec.options.prepend(option);
    }
    spec.options.prepend({u"safety"_s, u"none|confirm|confirm-count|read-only"_s,
                          u"How careful to be there; confirm if not given."_s});
    spec.options.prepend({u"deployment"_s, u"NAME"_s,
                          u"What several addresses of one cluster have in common: an end whose "
                          u"outcome is unknown by "
                          "one of them is not sent by another. Empty: the address alone."_s});
    spec.examples = {{u"environment add Production --url https://gms.example.com:8443 --user demo "
                      "--header 'ContactCenterId: 1' --safety confirm-count"_s,
                      u"A server where the count has to be typed before anything is ended:"_s}};
    return spec;
}

CommandSpec environmentRemoveCommand()
{
    CommandSpec spec;
    spec.words = {u"environment"_s, u"remove"_s};
    spec.options = {configDirectoryOption()};
    spec.positionals = {u"NAME"_s};
    spec.summary = u"Removes an environment, and its password from the system's keychain."_s;
    spec.description = u"A password that another environment signs in with, too, stays. If the "
                       "keychain cannot be asked, that is said."_s;
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<RemoveCommand>(arguments);
    };
    spec.examples = {{u"environment remove Staging"_s, u"When the server is gone:"_s}};
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
    spec.examples = {{u"environment password Production"_s, u"Asks, and keeps it:"_s}};
    spec.options = {{u"forget"_s, {}, u"Removes it from the keychain."_s, Option::Takes::Nothing},
                    configDirectoryOption()};
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<PasswordCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "environment.moc"
