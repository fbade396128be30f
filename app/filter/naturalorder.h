// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The order in which people expect texts: "Item 9" before "item 10", whatever the case of letters,
// numbers by their value however long, "é" next to "e".

#pragma once

#include "rows/datapath.h"
#include "rows/words.h"

#include <atomic>
#include <optional>

namespace closeout::filter {

// Appends bytes that compare as the texts do.
void appendNaturalKey(std::vector<char> &key, QByteArrayView text);

// Of a value in attached data: numbers first, by their exact value, also those that are spelled as
// texts; then texts, then what is neither. Nothing is appended for null, "" and no value.
void appendValueKey(std::vector<char> &key, QByteArrayView raw);

// By word: 0 for a word that is not asked for or has no key, else its place among the others, from
// 1; the same for words of the same key. path: of the values in the words; empty: of their texts.
// Nothing: it was cancelled.
std::optional<std::vector<quint32>> ranksOf(const rows::Words &words,
                                            const std::vector<rows::Word> &asked,
                                            const rows::DataPath &path,
                                            const std::atomic_bool &cancelled);

} // namespace closeout::filter
