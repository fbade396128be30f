// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The Context Services server inside this process: for trying things out without a Genesys
// installation. One for the window, owned by its workspace. What is closed in it stays closed: its
// store is a file for each dialect, filled with demonstration data when it is new.
//
// Starting, seeding and stopping happen off the window's thread; changed() tells each step.

#pragma once

#include "environments/environment.h"
#include "sandbox/options.h"

#include <QtCore/QObject>

#include <memory>

namespace closeout::sandbox {
class Server;
}

namespace closeout::ui {

class LocalSandbox : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Stopped, Starting, Running, Failed };

    explicit LocalSandbox(const QString &folder, QObject *parent = nullptr); // of the stores
    ~LocalSandbox() override;

    void start();
    void startAfresh(); // with new demonstration data; what was done in it is forgotten
    void stop();

    // Each starts it anew if it runs; it keeps its port where it can.
    void setDialect(contract::Dialect dialect);
    void setAttachedData(sandbox::AttachedDataReading reading);

    // Where it listens next, if it can: a URL that stays is one to go on with.
    void preferPort(quint16 port) { m_port = port; }
    quint16 port() const { return m_port; } // 0: it has not run yet

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; } // why it has failed
    QString remark() const { return m_remark; } // something to know while it runs; may be empty
    contract::Dialect dialect() const { return m_dialect; }
    sandbox::AttachedDataReading attachedData() const; // of the dialect, unless it was set

    static QString name() { return QStringLiteral("Sandbox"); } // as environment; not translated
    // To be pointed at. Without a URL unless it runs.
    environments::Environment environment() const;

signals:
    void changed();
    void renewed(closeout::contract::Dialect dialect); // its services are others; before changed()

private:
    enum class Data : quint8 { Keep, Renew };
    struct Start; // what to do on the thread
    struct Started; // and what came of it

    static Started work(const Start &start);
    sandbox::Options options() const;
    void restart(Data data);
    void proceed();
    void take(const Started &started);

    QString m_folder;
    quint16 m_port = 0;
    contract::Dialect m_dialect = contract::Dialect::V85;
    std::optional<sandbox::AttachedDataReading> m_attachedData;
    State m_state = State::Stopped;
    std::shared_ptr<sandbox::Server> m_server; // shared with the thread that starts or stops it
    std::optional<Error> m_error;
    QString m_remark;
    Data m_data = Data::Keep; // of the next start
    bool m_isWanted = false; // somebody has asked for it
    bool m_isWorking = false; // the thread is at it
    bool m_isOutdated = false; // something else was asked for meanwhile
};

} // namespace closeout::ui
