// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Files of ids with anything in them: what is read is fit to be an id and there once, what is
// refused has its place and its sentence, and what is listed is read again as it was.

#include "find/idfile.h"
#include "require.h"

#include <QtCore/QSet>

using namespace closeout;
using namespace closeout::find;

namespace {

void check(const IdList &list)
{
    QSet<QString> seen;
    for (const QString &id : list.ids) {
        require(!id.isEmpty() && id.size() <= IdList::longestId, "an id is neither empty nor long");
        for (const QChar c : id)
            require(c.category() != QChar::Other_Control, "an id holds no control character");
        require(!seen.contains(id), "an id is there once");
        seen.insert(id);
    }
    require(list.refused.size() <= IdList::mostRefused, "few are told");
    require(list.refused.size() <= list.refusedCount, "all are counted");
    for (const RefusedId &refused : list.refused) {
        require(refused.line > 0 && refused.column > 0, "what is refused has its place");
        require(!refused.message().isEmpty(), "what is refused has its reason");
    }
    require(idsInText(listedIds(list.ids)).ids == list.ids, "what is listed is read again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    check(idsInText(QString::fromUtf8(bytes)));
    const Result<IdFile> file = IdFile::read(bytes);
    if (!file) {
        require(!file.error().message.isEmpty(), "a fault is told");
        return 0;
    }
    for (const IdKind kind : {IdKind::Service, IdKind::Customer, IdKind::ContactKey}) {
        const Result<qsizetype> column = file->column(kind, u"");
        require(column ? *column <= file->columns().size() : !column.error().message.isEmpty(),
                "a column is one of those that there are");
    }
    const qsizetype columns = std::min<qsizetype>(file->columns().size(), 8);
    for (qsizetype column = 0; column <= columns; ++column)
        check(file->ids(column));
    return 0;
}
