// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where everything is kept if nobody says so: XDG_CONFIG_HOME and XDG_DATA_HOME, else .config and
// .local/share in the home folder, which is HOME's, else the user's own in the system's list.
//
// The journal is in it, and in the journal what must not be sent twice. So a folder that is not the
// same one tomorrow, in another place or for another program, is no folder but an Error: a relative
// path, one that is not UTF-8, or no home at all.
// Source: XDG Base Directory Specification 0.8.

#pragma once

#include "result.h"

namespace closeout::environments {

struct Folders
{
    QString config; // …/closeout
    QString data; // …/closeout
};

Result<Folders> standardFolders();

// Each thing that is kept, by its absolute path.
struct Places
{
    QString environments; // file
    QString journal; // file
    QString views; // folder
    // Of the window alone:
    QString settings; // file
    QString drafts; // folder
    QString sandbox; // folder
    bool areOthers = false; // another window has settings and drafts: they are left alone

    static Places below(const QString &folder); // everything: --config-dir, and tests
    static Places standard(); // in standardFolders(), which main() has seen to be there
    Places besideAnother(const QString &folder) const; // of a second window: drafts go there
};

} // namespace closeout::environments
