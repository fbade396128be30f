// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A document from text that a test knows to be valid.

#pragma once

#include "json/document.h"

#include <QtTest/QTest>

namespace closeout::json {

inline Document parsed(const QByteArray &text)
{
    Result<Document> document = Document::parse(text);
    if (!document)
        qFatal("The test's own JSON is broken: %ls", qUtf16Printable(document.error().message));
    return std::move(*document);
}

inline QByteArray nested(qsizetype depth, QByteArrayView opening, QByteArrayView closing)
{
    return opening.toByteArray().repeated(depth) + '1' + closing.toByteArray().repeated(depth);
}

} // namespace closeout::json
