// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/onewindow.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int answerLimit = 3000; // milliseconds, with a window that may be busy
constexpr char raisedReply[] = "raised\n";

QString socketIn(const QString &folder)
{
    return QDir(folder).absoluteFilePath(u"window.socket"_s);
}

} // namespace

OneWindow::OneWindow(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    lock();
    if (m_isFirst)
        listen();
}

OneWindow::~OneWindow()
{
    delete m_server; // before anybody else may be the first
    if (m_lock >= 0)
        ::close(m_lock);
}

// Where nothing can be locked, as on some network disks, each is the first.
void OneWindow::lock()
{
    QDir().mkpath(m_folder);
    const QString path = QDir(m_folder).absoluteFilePath(u"window.lock"_s);
    m_lock = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock >= 0)
        m_isFirst = ::flock(m_lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

void OneWindow::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *asking = m_server->nextPendingConnection()) {
            emit raiseRequested();
            connect(asking, &QLocalSocket::disconnected, asking, &QObject::deleteLater);
            asking->write(raisedReply);
            asking->flush();
        }
    });
    QLocalServer::removeServer(socketIn(m_folder)); // of one that was killed
    m_server->listen(socketIn(m_folder)); // where the path is too long, nobody is raised
}

bool OneWindow::raiseFirst() const
{
    QLocalSocket first;
    first.connectToServer(socketIn(m_folder));
    return first.waitForConnected(answerLimit) && first.waitForReadyRead(answerLimit)
        && first.readAll() == raisedReply;
}

} // namespace closeout::ui
