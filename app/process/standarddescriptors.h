// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Standard input, output and error for a program that was started without them.

#pragma once

namespace closeout::process {

// A descriptor that is closed would be given to whatever is opened next, a connection or the
// journal, and every warning would be written into that. So the closed ones become /dev/null,
// opened the wrong way round: reading and writing still fail, as they do on a closed one. To be
// called first in main(); ends the program if it cannot be done.
void holdStandardDescriptors();

} // namespace closeout::process
