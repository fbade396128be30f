// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Answers with anything in them: what is read does not depend on how the bytes were cut, and an
// answer is whole or has a problem, never both.

#include "client/answerreader.h"
#include "require.h"

using namespace closeout::client;

namespace {

struct Read
{
    AnswerReader reader;
    QByteArray body;
};

Read readIn(const QByteArray &bytes, qsizetype piece)
{
    Read read;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        read.reader.read(bytes.mid(at, piece));
        read.body += read.reader.takeBody();
    }
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    Read whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    for (const qsizetype piece : {1, 3}) {
        const Read cut = readIn(bytes, piece);
        require(cut.reader.isWhole() == whole.reader.isWhole(), "whole however it is cut");
        require(cut.reader.problem().isEmpty() == whole.reader.problem().isEmpty(),
                "refused however it is cut");
        require(cut.reader.status() == whole.reader.status(), "one status however it is cut");
        require(cut.body == whole.body, "one body however it is cut");
    }
    require(whole.body.size() == whole.reader.bodyBytes(), "every byte of the body is counted");
    whole.reader.readEnd();
    require(whole.reader.isWhole() == whole.reader.problem().isEmpty(), "whole, or a problem");
    require(!whole.reader.isWhole() || whole.reader.hasHead(), "an answer has a head");
    require(!whole.reader.isWhole() || whole.reader.status() == 101 || whole.reader.status() >= 200,
            "an interim answer is none");
    return 0;
}
