// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a server, a certificate or a file says, drawn so that nothing in it is hidden and nothing
// acts: a control character becomes ⟨U+001B⟩ instead of a colour, a character that turns the
// direction of writing or has no width becomes ⟨U+202E⟩ instead of making one id read as another.
//
// For drawing only; what is copied, compared and sent is the text itself. What is drawn already is
// not drawn twice.
//
// Left as they are, because people write with them: combining marks; joiners between emoji and
// between letters of scripts that join; the selectors of an emoji's form; the wide space between
// wide characters.
// Source: Unicode 15, categories Cc, Cf, Zs, Zl, Zp and Cs, Default_Ignorable_Code_Point, and the
// noncharacters.

#pragma once

#include <QtCore/QString>

namespace closeout::contract {

QString visible(const QString &text); // on one line: line breaks are drawn, too
QString visibleLines(const QString &text); // \n and \r\n stay what they are; so do tabs

} // namespace closeout::contract
