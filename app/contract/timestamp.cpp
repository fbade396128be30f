// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"

#include <chrono>

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

namespace {

// Two or more digits at a place of the printed form; -1: they are none.
int digitsAt(QByteArrayView text, qsizetype at, int count)
{
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const int digit = text[i] - '0';
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}

// The printed form, from 1970 on; anything else is left to readTimestamp().
std::optional<qint64> readPrintedForm(QByteArrayView text)
{
    if (text.size() != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':'
        || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return {};
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    const int millisecond = digitsAt(text, 20, 3);
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (year < 1970 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || second < 0 || second > 59 || millisecond < 0)
        return {};
    const qint64 days = sys_days(date).time_since_epoch().count();
    return ((days * 24 + hour) * 60 + minute) * 60000 + second * 1000 + millisecond;
}

} // namespace

std::optional<qint64> readMilliseconds(QByteArrayView text)
{
    if (const std::optional<qint64> printed = readPrintedForm(text))
        return printed;
    constexpr qsizetype longest = 64; // of any form that a server or a proxy writes
    if (text.size() > longest)
        return {};
    const Result<QDateTime> moment = readTimestamp(QString::fromUtf8(text));
    return moment ? std::optional<qint64>(moment->toMSecsSinceEpoch()) : std::nullopt;
}

QByteArray formatMilliseconds(qint64 moment)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(moment)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    const int year = int(date.year());
    if (year < 0 || year > 9999) // which four digits cannot say
        return formatTimestamp(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)).toLatin1();
    QByteArray text("0000-00-00T00:00:00.000Z");
    const auto put = [&text](int at, int count, qint64 value) {
        for (int i = at + count - 1; i >= at; --i, value /= 10)
            text[i] = char('0' + value % 10);
    };
    put(0, 4, year);
    put(5, 2, unsigned(date.month()));
    put(8, 2, unsigned(date.day()));
    put(11, 2, clock.hours().count());
    put(14, 2, clock.minutes().count());
    put(17, 2, clock.seconds().count());
    put(20, 3, clock.subseconds().count());
    return text;
}

} // namespace closeout::contract
