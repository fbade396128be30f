// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The body of a write, readable once. Being sequential it cannot be rewound, so the network
// layer cannot send it a second time; and it knows whether any of it was taken.

#pragma once

#include <QtCore/QIODevice>

namespace closeout::client {

class UploadOnce : public QIODevice
{
    Q_OBJECT

public:
    UploadOnce(QByteArray body, QObject *parent);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; } // asked for before a second try: there is none
    bool wasTouched() const { return m_taken > 0; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_taken = 0;
};

} // namespace closeout::client
