// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Asks a TLS server for its certificate, to say whose it is; trusted or not, nothing is sent there.
// A question that is not waited for any longer is deleted.

#pragma once

#include "client/connection.h"

#include <QtCore/QObject>
#include <QtNetwork/QSslCertificate>

class QSslSocket;

namespace closeout::ui {

class PeerCertificate : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void ask(const client::Connection &connection); // once; answered() comes, from the event loop

signals:
    void answered(const QSslCertificate &certificate); // null: it showed none in time

private:
    void answer();

    QSslSocket *m_socket = nullptr; // child; gone when it has answered
};

} // namespace closeout::ui
