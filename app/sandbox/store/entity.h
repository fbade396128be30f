// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The three kinds of things the server keeps. A service has states and tasks, its children.

#pragma once

#include <QtCore/QtGlobal>

namespace closeout::sandbox {

enum class Entity : quint8 { Service, State, Task };

} // namespace closeout::sandbox
