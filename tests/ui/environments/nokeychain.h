// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// No test sees the password store of the machine that it runs on: there is no session bus.

#pragma once

#include <QtCore/QByteArray>

namespace closeout::test {

inline void hideKeychain()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/closeout");
    qunsetenv("CLOSEOUT_PASSWORD");
}

} // namespace closeout::test
