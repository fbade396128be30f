// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is said of a draft before it is sent: what it carries, of whom it is, and what stays open.

#pragma once

#include <QtCore/QStringList>

class QDateTime;

namespace closeout::ui {

class Completing;

QString few(const QStringList &names); // as many as anybody reads, and how many more

QStringList whatIsSent(const Completing &completing, const QDateTime &now); // one fact a line
QStringList openWork(const Completing &completing); // one sentence for tasks, one for states
QString namedDisposition(const Completing &completing); // "10 (SUCCESS)"; empty: there is none

} // namespace closeout::ui
