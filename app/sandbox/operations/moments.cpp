// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/moments.h"

#include "contract/timestamp.h"
#include "json/strings.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

Result<QDateTime> readMoment(QStringView text, DataValidation validation)
{
    static const QRegularExpression form(
        uR"(\A(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?Z\z)"_s);
    const QRegularExpressionMatch parts = form.match(text.toString());
    if (validation == DataValidation::On || !parts.hasMatch())
        return contract::parseTimestamp(text);
    const auto padded = [&parts](int part) { return parts.captured(part).rightJustified(2, u'0'); };
    return contract::parseTimestamp(parts.captured(1) + u'-' + padded(2) + u'-' + padded(3) + u'T'
                                    + padded(4) + u':' + padded(5) + u':' + padded(6) + u'.'
                                    + parts.captured(7).leftJustified(3, u'0') + u'Z');
}

QByteArray shownMoment(Moment moment)
{
    return json::spell(contract::formatTimestamp(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)));
}

} // namespace closeout::sandbox
