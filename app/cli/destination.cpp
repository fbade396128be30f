// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/destination.h"

#include "cli/output.h"
#include "contract/urls.h"
#include "environments/environmentfile.h"
#include "environments/places.h"
#include "environments/secretstore.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace closeout::cli {

using environments::Environment;
using environments::EnvironmentFile;

namespace {

using Done = std::function<void(const Result<Destination> &)>;

// "Name: value" a line. Nothing of the file is told: it is where secrets are.
Result<QStringList> headersIn(const QString &path)
{
    const Result<QByteArray> content = readInput(path);
    if (!content)
        return tl::unexpected(content.error());
    QStringList headers;
    int number = 0;
    for (const QString &line : QString::fromUtf8(*content).split(u'\n')) {
        ++number;
        const QString header = line.trimmed();
        if (header.isEmpty() || header.startsWith(u'#'))
            continue;
        if (!client::parseHeader(header)) {
            return failure(ErrorKind::InvalidInput,
                           u"Line %1 of %2 is no header that can be given. Write “Name: value”."_s
                               .arg(QString::number(number), path));
        }
        headers.append(header);
    }
    return headers;
}

Result<Environment> environmentFrom(const Arguments &arguments)
{
    Environment environment;
    if (arguments.has(u"env"_s)) {
        const EnvironmentFile file(placesFrom(arguments).environments);
        const Result<EnvironmentFile::Loaded> loaded = file.load();
        if (!loaded)
            return tl::unexpected(loaded.error());
        for (const QString &warning : loaded->warnings)
            printNote(warning);
        const Result<Environment> found = loaded->find(arguments.value(u"env"_s));
        if (!found)
            return tl::unexpected(found.error());
        environment = *found;
    } else {
        environment.url = arguments.value(u"url"_s);
        environment.safety = environments::SafetyLevel::None;
    }
    if (arguments.has(u"dialect"_s))
        environment.dialect = *contract::dialectFromName(arguments.value(u"dialect"_s));
    if (arguments.has(u"user"_s))
        environment.user = arguments.value(u"user"_s);
    if (arguments.has(u"ca-file"_s))
        environment.authoritiesFile = arguments.value(u"ca-file"_s);
    if (arguments.has(u"timeout"_s))
        environment.timeoutSeconds = arguments.value(u"timeout"_s).toInt();
    for (const QString &text : arguments.values(u"header"_s)) {
        environment.headers.append(text);
        const Result<client::Header> header = client::parseHeader(text);
        if (header && client::looksSecret(*header)) {
            printNote(
                u"Warning: The header %1 looks like a secret, and whoever lists the processes "
                "of this machine sees it. Give it with --header-file."_s.arg(
                    QString::fromUtf8(header->name)));
        }
    }
    for (const QString &file : arguments.values(u"header-file"_s)) {
        const Result<QStringList> headers = headersIn(file);
        if (!headers)
            return tl::unexpected(headers.error());
        environment.headers += *headers;
    }
    // Before anything asks for a password, which would show the address with what is in it.
    if (const Result<QUrl> url = contract::checkBaseUrl(environment.dialect, environment.url); !url)
        return tl::unexpected(url.error());
    return environment;
}

void finish(const Environment &environment, const QString &password, const Done &done)
{
    const Result<client::Connection> connection = environments::connectionTo(environment, password);
    if (!connection)
        done(tl::unexpected(connection.error()));
    else
        done(Destination{environment, *connection});
}

void askForPassword(const Environment &environment, const QString &why, const Done &done)
{
    if (canAsk()) {
        const QString question = u"Password of %1 at %2:"_s.arg(environment.user, environment.url);
        if (const std::optional<QString> password = askPassword(question)) {
            finish(environment, *password, done);
            return;
        }
    }
    done(failure(ErrorKind::NotAllowed,
                 u"There is no password for user “%1” at %2. Set CLOSEOUT_PASSWORD, or run this "
                 "on a terminal to be asked.%3"_s.arg(environment.user,
                                                      environment.name.isEmpty() ? environment.url
                                                                                 : environment.name,
                                                      why.isEmpty() ? why : u' ' + why)));
}

void askKeychain(const Environment &environment, QObject *context, const Done &done)
{
    auto *store = new environments::SecretStore(context);
    store->read(environments::secretKey(environment), context,
                [environment, done](const Result<std::optional<QString>> &kept) {
                    if (kept && *kept)
                        finish(environment, **kept, done);
                    else
                        askForPassword(environment, kept ? QString() : kept.error().message, done);
                });
}

} // namespace

QString Destination::name() const
{
    return environment.name.isEmpty() ? connection.baseUrl.toString() : environment.name;
}

QList<Option> destinationOptions()
{
    return {
        {u"env"_s, u"NAME"_s, u"The environment to talk to (see “environment list”)."_s,
         Option::Takes::Name},
        {u"url"_s, u"BASE"_s,
         u"The base URL to talk to instead. Without a path the dialect's own is used."_s,
         Option::Takes::Name},
        {u"dialect"_s, u"8.5|8.1"_s, u"The dialect that the server speaks; 8.5 if not given."_s},
        {u"header"_s, u"'Name: value'"_s, u"A tenant header, as in 'ContactCenterId: 1'."_s,
         Option::Takes::Value, true},
        {u"header-file"_s, u"FILE"_s,
         u"Headers of which the list of processes must not tell, such as Authorization or Cookie: "
         "a “Name: value” a line."_s,
         Option::Takes::Name, true},
        {u"user"_s, u"USER"_s,
         u"Who signs in. The password comes from CLOSEOUT_PASSWORD, the keychain or the terminal."_s,
         Option::Takes::Name},
        {u"ca-file"_s, u"FILE"_s, u"Certificates (PEM) to trust besides the system's."_s,
         Option::Takes::Name},
        {u"timeout"_s, u"SECONDS"_s,
         u"How long to wait without a byte; 30 if not given. Twice as long for all of an answer "
         u"that "
         "comes by single bytes."_s,
         Option::Takes::Number},
        configDirectoryOption(),
    };
}

Option configDirectoryOption()
{
    return {u"config-dir"_s, u"DIR"_s,
            u"Keeps environments, journal and everything else below DIR."_s, Option::Takes::Name};
}

environments::Places placesFrom(const Arguments &arguments)
{
    using environments::Places;
    return arguments.has(u"config-dir"_s) ? Places::below(arguments.value(u"config-dir"_s))
                                          : Places::standard();
}

void findDestination(const Arguments &arguments, QObject *context, Done done)
{
    const Result<Environment> environment = environmentFrom(arguments);
    if (!environment)
        done(tl::unexpected(environment.error()));
    else if (environment->user.isEmpty())
        finish(*environment, {}, done);
    else if (qEnvironmentVariableIsSet("CLOSEOUT_PASSWORD"))
        finish(*environment, qEnvironmentVariable("CLOSEOUT_PASSWORD"), done);
    else if (environment->name.isEmpty())
        askForPassword(*environment, {}, done);
    else
        askKeychain(*environment, context, done);
}

int exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::NotAllowed:
    case ErrorKind::AlreadyCompleted:
    case ErrorKind::Changed:
    case ErrorKind::Storage:
        return ExitRefusedHere;
    default:
        return ExitRefused;
    }
}

} // namespace closeout::cli
