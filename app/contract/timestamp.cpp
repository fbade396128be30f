// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

// 'd' stands for a digit.
bool hasShape(QStringView text, QLatin1StringView shape)
{
    if (text.size() != shape.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t have = text[i].unicode();
        const char16_t want = shape[i].unicode();
        if (want == u'd' ? (have < u'0' || have > u'9') : have != want)
            return false;
    }
    return true;
}

} // namespace

QString formatTimestamp(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'");
}

Result<QDateTime> parseTimestamp(QStringView text)
{
    if (!hasShape(text, "dddd-dd-ddTdd:dd:dd.dddZ"_L1)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "“%1” is not a timestamp of the API. It must be UTC with milliseconds, "
                           "YYYY-MM-DDTHH:MM:SS.mmmZ, as in 2009-05-12T12:05:12.145Z.")
                           .arg(text));
    }
    const QDate date(text.sliced(0, 4).toInt(), text.sliced(5, 2).toInt(),
                     text.sliced(8, 2).toInt());
    const QTime time(text.sliced(11, 2).toInt(), text.sliced(14, 2).toInt(),
                     text.sliced(17, 2).toInt(), text.sliced(20, 3).toInt());
    if (!date.isValid() || !time.isValid()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "“%1” is not a moment that exists. Check day, month, hour and minute.")
                           .arg(text));
    }
    return QDateTime(date, time, Qt::UTC);
}

Result<QDateTime> readTimestamp(QStringView text)
{
    if (const Result<QDateTime> strict = parseTimestamp(text))
        return strict;
    QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!moment.isValid())
        return failure(ErrorKind::InvalidInput, Tr::tr("“%1” is not a timestamp.").arg(text));
    if (moment.timeSpec() == Qt::LocalTime) // no offset was written: the API speaks UTC
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

} // namespace closeout::contract
