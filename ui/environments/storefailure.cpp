// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/storefailure.h"

namespace closeout::ui {

namespace {

struct Store
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::PasswordStore)
};

} // namespace

Error storeFailure(const Error &why)
{
    return {why.kind,
            Store::tr("No password store can be used on this computer; you will be asked each "
                      "time."),
            why.message};
}

} // namespace closeout::ui
