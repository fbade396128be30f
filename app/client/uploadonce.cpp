// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/uploadonce.h"

#include <algorithm>

namespace closeout::client {

UploadOnce::UploadOnce(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadOnce::bytesAvailable() const
{
    return m_body.size() - m_taken;
}

qint64 UploadOnce::readData(char *data, qint64 maximum)
{
    const qint64 count = std::min(maximum, bytesAvailable());
    if (count == 0)
        return -1;
    std::copy_n(m_body.constData() + m_taken, count, data);
    m_taken += count;
    return count;
}

} // namespace closeout::client
