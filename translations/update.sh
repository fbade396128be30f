#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
#
# update.sh FOLDER: brings the catalogues in FOLDER up to date with the sources: what is new comes
# in unfinished, what is gone is marked as vanished. English holds plurals alone, because the
# sources are English.

set -euo pipefail
folder=$(readlink -f "$1")
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)

"$lupdate" -silent -locations none -I app -I . -recursive app ui -ts "$folder/closeout_de.ts" \
    -target-language de
"$lupdate" -silent -locations none -pluralonly -I app -I . -recursive app ui -ts "$folder/closeout_en.ts" \
    -target-language en
