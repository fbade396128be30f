// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What "complete" prints about how an end went, in its one documented shape.

#pragma once

#include "cli/output.h"
#include "close/run.h"

namespace closeout::cli {

int exitCodeOf(const close::ItemReport &report);

// A report of an end that never got as far as a run: for the same shape.
close::ItemReport notSent(const Error &error);

// To standard output; a table only of what was tried.
void printReport(Format format, const close::Completion &completion,
                 const close::ItemReport &report);

QString reportShapeInWords(); // for the help

// Bytes as a JSON string; what is no UTF-8 as {"base64": "…"}, so that nothing is lost.
QByteArray jsonOfBytes(const QByteArray &bytes);

} // namespace closeout::cli
