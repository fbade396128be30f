// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/ids.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

Result<void> checkOpaque(const QString &what, QStringView id)
{
    if (id.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("The %1 is empty.").arg(what));
    // A server resolves these two as steps of a path, even when they are percent-encoded.
    if (id == "."_L1 || id == ".."_L1)
        return failure(ErrorKind::InvalidInput, Tr::tr("“%1” cannot be a %2.").arg(id, what));
    for (const QChar c : id) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The %1 contains a control character (code %2).")
                               .arg(what)
                               .arg(c.unicode()));
        }
    }
    // Half a surrogate pair has no UTF-8 form: in a URL it would become another id.
    if (!id.isValidUtf16())
        return failure(ErrorKind::InvalidInput, Tr::tr("The %1 is not valid Unicode.").arg(what));
    return {};
}

Result<void> checkId(Dialect dialect, QStringView id, const QString &what, int bits)
{
    if (const Result<void> opaque = checkOpaque(what, id); !opaque)
        return opaque;
    if (dialect == Dialect::V85)
        return {};
    const bool digits = isJsonInteger(id) && !id.startsWith(u'-');
    if (digits && fitsBits(id, bits))
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr(
                       "“%1” is not a %2 of the 8.1 dialect: it must be a whole number that fits "
                       "%3 bits.")
                       .arg(id, what, QString::number(bits)));
}

} // namespace

QList<Error> checkIds(Dialect dialect, const Target &target)
{
    QList<Error> errors;
    const auto add = [&errors](const Result<void> &checked) {
        if (!checked)
            errors.append(checked.error());
    };
    add(checkServiceId(dialect, target.serviceId));
    if (target.kind == Target::Kind::State)
        add(checkStateId(dialect, target.id));
    else if (target.kind == Target::Kind::Task)
        add(checkTaskId(dialect, target.id));
    return errors;
}

bool isJsonInteger(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.sliced(1);
    if (text.isEmpty() || (text.size() > 1 && text.front() == u'0'))
        return false;
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= u'0' && c.unicode() <= u'9'; });
}

bool fitsBits(QStringView integer, int bits)
{
    bool ok = false;
    const qint64 value = integer.toLongLong(&ok); // exact, and false when it does not fit 64 bits
    if (bits == 64)
        return ok;
    return ok && value >= std::numeric_limits<qint32>::min()
        && value <= std::numeric_limits<qint32>::max();
}

Result<void> checkServiceId(Dialect dialect, QStringView id)
{
    return checkId(dialect, id, Tr::tr("service id"), 64);
}

Result<void> checkTaskId(Dialect dialect, QStringView id)
{
    return checkId(dialect, id, Tr::tr("task id"), 32);
}

Result<void> checkStateId(Dialect dialect, QStringView id)
{
    return checkId(dialect, id, Tr::tr("state id"), 32);
}

} // namespace closeout::contract
