// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is said of a service above its states and tasks.

#pragma once

#include "client/record.h"

#include <QtCore/QStringList>

namespace closeout::ui {

class ServerNames;

// Its type, whose it is, its medium, since when, and how long it was expected to take; names may be
// nullptr.
QStringList factsOf(const client::Record &service, const ServerNames *names, const QDateTime &now);

QString completedInWords(const client::Record &service); // a sentence

} // namespace closeout::ui
