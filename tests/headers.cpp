// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A program that does nothing: the headers that are compiled ahead need one to be compiled for.

int main()
{
    return 0;
}
