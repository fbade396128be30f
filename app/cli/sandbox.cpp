// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/output.h"
#include "process/stopsignals.h"
#include "sandbox/server.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using sandbox::AttachedDataReading;
using sandbox::Seed;

namespace {

Result<Seed> seedFrom(const QString &text)
{
    if (text == "demo"_L1)
        return Seed::demo();
    bool isNumber = false;
    const qint64 count = text.toLongLong(&isNumber);
    if (isNumber && count >= 0)
        return Seed::services(count);
    return failure(ErrorKind::InvalidInput,
                   u"--seed takes “demo” or a number, not “%1”."_s.arg(text));
}

Result<sandbox::Options> optionsFrom(const Arguments &arguments)
{
    sandbox::Options options;
    options.dialect = *contract::dialectFromName(arguments.value(u"dialect"_s, u"8.5"_s));
    options.address = arguments.value(u"address"_s, options.address);
    options.storePath = arguments.value(u"store"_s, options.storePath);
    const QString port = arguments.value(u"port"_s, u"0"_s);
    bool isPort = false;
    options.port = port.toUShort(&isPort);
    if (!isPort) {
        return failure(ErrorKind::InvalidInput,
                       u"--port takes a number up to 65535, not %1."_s.arg(port));
    }
    if (arguments.has(u"seed"_s)) {
        const Result<Seed> seed = seedFrom(arguments.value(u"seed"_s));
        if (!seed)
            return tl::unexpected(seed.error());
        options.seed = *seed;
    }
    if (arguments.has(u"attached-data"_s)) {
        options.attachedData = arguments.value(u"attached-data"_s) == "replace-all"_L1
            ? AttachedDataReading::ReplaceAll
            : AttachedDataReading::ReplaceKeys;
    }
    const QString allExtensions = arguments.value(u"extensions-star"_s);
    if (allExtensions == "refuse"_L1)
        options.allExtensions = sandbox::AllExtensions::Refused;
    else if (allExtensions == "ignore"_L1)
        options.allExtensions = sandbox::AllExtensions::Ignored;
    if (arguments.value(u"data-validation"_s) == "true"_L1)
        options.dataValidation = sandbox::DataValidation::On;
    if (arguments.has(u"map-names"_s))
        options.mapNames = sandbox::MapNames::On;
    options.certificateFile = arguments.value(u"certificate"_s);
    options.keyFile = arguments.value(u"key"_s);
    options.user = arguments.value(u"user"_s);
    if (!options.user.isEmpty()) {
        options.password = qEnvironmentVariable("CLOSEOUT_PASSWORD");
        if (options.password.isEmpty()) {
            return failure(ErrorKind::InvalidInput,
                           u"--user needs the password in CLOSEOUT_PASSWORD."_s);
        }
    }
    return options;
}

class SandboxCommand : public Command
{
    Q_OBJECT

public:
    explicit SandboxCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start() override
    {
        const Result<sandbox::Options> options = optionsFrom(m_arguments);
        if (!options) {
            fail(options.error());
            return;
        }
        connect(&m_stop, &process::StopSignals::received, this, [this] {
            m_server.reset();
            emit finished(ExitDone);
        });
        Result<std::unique_ptr<sandbox::Server>> server = sandbox::Server::start(*options);
        if (!server) {
            fail(server.error());
            return;
        }
        m_server = std::move(*server);
        printOut(u"Listening on %1"_s.arg(m_server->baseUrl().toString()));
        flushOutput();
    }

private:
    void fail(const Error &error)
    {
        printError(error.message);
        emit finished(ExitRefusedHere);
    }

    Arguments m_arguments;
    process::StopSignals m_stop;
    std::unique_ptr<sandbox::Server> m_server;
};

} // namespace

CommandSpec sandboxCommand()
{
    CommandSpec spec;
    spec.words = {u"sandbox"_s};
    spec.summary = u"Runs a Context Services server of its own, to try things out."_s;
    spec.description =
        u"Prints one line when it is ready, and stops on SIGINT and SIGTERM. It listens on the "
        "loopback address unless told otherwise, and then only with a password. Tests on the same "
        "machine can make it misbehave and set its clock forward while it runs, by paths below "
        "…/sandbox/, which its README in the source describes."_s;
    spec.options = {
        {u"port"_s, u"N"_s, u"Where it listens; 0, the default, lets the system choose."_s,
         Option::Takes::Number},
        {u"address"_s, u"IP"_s, u"On which address; 127.0.0.1 if not given."_s,
         Option::Takes::Name},
        {u"dialect"_s, u"8.5|8.1"_s, u"What it speaks; 8.5 if not given."_s},
        {u"store"_s, u"FILE|:memory:"_s,
         u"Where it keeps its services; in memory, the default, they are gone at the end."_s,
         Option::Takes::Name},
        {u"seed"_s, u"demo|COUNT"_s,
         u"Fills an empty store: with believable demo data, or with so many services."_s},
        {u"user"_s, u"U"_s,
         u"Wants this user to sign in, with the password in CLOSEOUT_PASSWORD."_s,
         Option::Takes::Name},
        {u"attached-data"_s, u"replace-all|replace-keys"_s,
         u"What an end does to attached data that are there: the documents can be read both ways."_s},
        {u"extensions-star"_s, u"show|refuse|ignore"_s,
         u"What a question for all attached data gets: nobody has seen what an 8.1 server does."_s},
        {u"data-validation"_s, u"true|false"_s,
         u"Whether 8.5 refuses what the documents do not print: unknown values of business "
         "attributes, names of another event, moments without their zeros. A server as it is "
         "installed takes them, and so does this one if not told otherwise; 8.1 always checks."_s},
        {u"map-names"_s,
         {},
         u"Shows business attributes by name instead of by id."_s,
         Option::Takes::Nothing},
        {u"certificate"_s, u"FILE"_s, u"Serves HTTPS with this certificate (PEM)."_s,
         Option::Takes::Name},
        {u"key"_s, u"FILE"_s, u"The private key of the certificate (PEM)."_s, Option::Takes::Name},
    };
    spec.examples = {
        {u"sandbox --seed demo --port 8080"_s, u"Something to look at:"_s},
        {u"sandbox --dialect 8.1 --seed demo --store sandbox.sqlite"_s,
         u"The other dialect, kept across restarts:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<SandboxCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "sandbox.moc"
