// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/sandbox/localsandbox.h"

#include "sandbox/server.h"
#include "ui/widgets/background.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Dialect;
using sandbox::AttachedDataReading;
using sandbox::Server;

struct LocalSandbox::Start
{
    std::shared_ptr<Server> before; // stopped first; may be none
    sandbox::Options options; // its file may turn out not to be usable
    Data data = Data::Keep;
    bool isWanted = true; // else only stop
};

struct LocalSandbox::Started
{
    std::shared_ptr<Server> server; // none: stopped, or an error
    std::optional<Error> error;
    std::optional<Dialect> renewed; // whose services are new ones
    std::optional<Error> fileError; // why it keeps its store in memory
};

namespace {

Result<std::unique_ptr<Server>> startOn(sandbox::Options options)
{
    Result<std::unique_ptr<Server>> server = Server::start(options);
    if (!server && server.error().kind == ErrorKind::ConnectionFailed && options.port != 0) {
        options.port = 0; // somebody has taken it meanwhile
        server = Server::start(options);
    }
    return server;
}

// A file that another sandbox uses is not removed under it: whoever can open it has it alone.
Result<void> removeStore(const sandbox::Options &options)
{
    const Result<std::unique_ptr<Server>> ours = startOn(options);
    if (!ours)
        return tl::unexpected(ours.error());
    (*ours)->stop();
    for (const auto ending : {""_L1, "-wal"_L1, "-shm"_L1}) {
        const QString path = options.storePath + ending;
        if (QFile::exists(path) && !QFile::remove(path)) {
            return failure(ErrorKind::Storage,
                           LocalSandbox::tr("The sandbox's store %1 cannot be removed. Check the "
                                            "rights on its folder.")
                               .arg(path));
        }
    }
    return {};
}

} // namespace

LocalSandbox::Started LocalSandbox::work(const Start &start)
{
    if (start.before)
        start.before->stop();
    if (!start.isWanted)
        return {};
    sandbox::Options options = start.options;
    QDir().mkpath(QFileInfo(options.storePath).absolutePath());
    Started started;
    if (start.data == Data::Renew) {
        started.renewed = options.dialect;
        if (const Result<void> removed = removeStore(options); !removed) {
            started.fileError = removed.error();
            options.storePath = u":memory:"_s;
        }
    }
    Result<std::unique_ptr<Server>> server = startOn(options);
    if (!server && server.error().kind == ErrorKind::Storage) {
        started.fileError = server.error();
        options.storePath = u":memory:"_s;
        server = startOn(options);
    }
    if (server)
        started.server = std::move(*server);
    else
        started.error = server.error();
    return started;
}

LocalSandbox::LocalSandbox(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
}

LocalSandbox::~LocalSandbox() = default;

void LocalSandbox::start()
{
    if (!m_isWanted || m_state == State::Failed)
        restart(Data::Keep);
}

void LocalSandbox::startAfresh()
{
    restart(Data::Renew);
}

void LocalSandbox::stop()
{
    if (!m_isWanted)
        return;
    m_isWanted = false;
    proceed();
}

void LocalSandbox::setDialect(Dialect dialect)
{
    if (m_dialect == dialect)
        return;
    m_dialect = dialect;
    m_attachedData.reset();
    if (m_isWanted)
        restart(Data::Keep);
    else
        emit changed();
}

void LocalSandbox::setAttachedData(AttachedDataReading reading)
{
    if (attachedData() == reading)
        return;
    m_attachedData = reading;
    if (m_isWanted)
        restart(Data::Keep);
    else
        emit changed();
}

AttachedDataReading LocalSandbox::attachedData() const
{
    return m_attachedData.value_or(m_dialect == Dialect::V85 ? AttachedDataReading::ReplaceAll
                                                             : AttachedDataReading::ReplaceKeys);
}

sandbox::Options LocalSandbox::options() const
{
    sandbox::Options options;
    options.dialect = m_dialect;
    options.storePath = QDir(m_folder).absoluteFilePath(
        u"sandbox-%1.sqlite"_s.arg(contract::dialectName(m_dialect)));
    options.seed = sandbox::Seed::demo();
    options.attachedData = attachedData();
    options.mapNames = sandbox::MapNames::On;
    options.port = m_port;
    return options;
}

void LocalSandbox::restart(Data data)
{
    m_isWanted = true;
    if (data == Data::Renew)
        m_data = data;
    proceed();
}

void LocalSandbox::proceed()
{
    m_error.reset();
    m_remark.clear();
    if (m_isWorking) {
        m_isOutdated = true;
    } else {
        m_isWorking = true;
        const sandbox::Options next = options();
        inBackground(
            this,
            [start = Start{std::exchange(m_server, nullptr), next,
                           std::exchange(m_data, Data::Keep), m_isWanted}] { return work(start); },
            [this](const Started &started) { take(started); });
    }
    m_state = m_isWanted ? State::Starting : State::Stopped;
    emit changed();
}

void LocalSandbox::take(const Started &started)
{
    m_isWorking = false;
    m_server = started.server;
    if (started.renewed)
        emit renewed(*started.renewed);
    if (std::exchange(m_isOutdated, false)) {
        proceed();
        return;
    }
    if (!m_isWanted)
        return;
    m_error = started.error;
    if (m_server)
        m_port = quint16(m_server->baseUrl().port(0));
    m_state = m_error ? State::Failed : State::Running;
    if (started.fileError) {
        m_remark = tr("%1 Until then it keeps its services in memory: what is closed now is open "
                      "again the next time.")
                       .arg(started.fileError->message);
    }
    emit changed();
}

environments::Environment LocalSandbox::environment() const
{
    environments::Environment environment;
    environment.name = name();
    if (m_state == State::Running)
        environment.url = m_server->baseUrl().toString();
    // In a store that was made afresh the same ids are other services.
    if (const QDateTime made = QFileInfo(options().storePath).birthTime(); made.isValid())
        environment.deployment = u"sandbox of "_s + made.toUTC().toString(Qt::ISODateWithMs);
    environment.dialect = m_dialect;
    environment.safety = environments::SafetyLevel::None;
    environment.colour = u"#2e8b57"_s;
    return environment;
}

} // namespace closeout::ui
