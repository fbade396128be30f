// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// SIGINT and SIGTERM as a Qt signal: a handler may do next to nothing, so it writes to a pipe that
// the event loop reads.

#pragma once

#include <QtCore/QObject>

namespace closeout::process {

class StopSignals : public QObject
{
    Q_OBJECT

public:
    StopSignals(); // one at a time
    ~StopSignals() override;

signals:
    void received();
};

} // namespace closeout::process
