// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Has nothing in it: the headers that are compiled ahead need a file to be compiled for.
