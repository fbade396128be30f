// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"

#include <QtCore/QTimeZone>

#include <algorithm>
#include <chrono>
#include <cmath>

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

namespace {

// What stands in the answers of servers and proxies besides the printed form. Each part is read by
// hand: QDateTime knows half of it, and takes some of it for something else.
class MomentReader
{
public:
    explicit MomentReader(QStringView text)
        : m_rest(text)
    {
    }

    std::optional<QDateTime> read()
    {
        const std::optional<QDate> date = takeDate();
        if (!date)
            return {};
        QTime time(0, 0);
        qint64 overflow = 0; // of 24:00 and of a leap second
        if (!m_rest.isEmpty()) {
            if (!takeAny(u"Tt ") || !takeTime(time, overflow))
                return {};
        }
        qint64 offset = 0; // without one the API speaks UTC
        if (!m_rest.isEmpty() && !takeOffset(offset))
            return {};
        takeZoneName();
        if (!m_rest.isEmpty())
            return {};
        return QDateTime(*date, time, Qt::UTC).addMSecs(overflow).addSecs(-offset);
    }

private:
    bool takeAny(QStringView signs)
    {
        if (m_rest.isEmpty() || !signs.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    // From the least to the most of them; -1: there are fewer.
    int takeDigits(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && count < m_rest.size() && m_rest[count] >= u'0'
               && m_rest[count] <= u'9')
            value = value * 10 + (m_rest[count++].unicode() - u'0');
        if (count < least)
            return -1;
        m_rest = m_rest.sliced(count);
        return value;
    }
    std::optional<QDate> takeDate()
    {
        const int year = takeDigits(4, 4);
        const bool isBasic = year >= 0 && !m_rest.isEmpty() && m_rest.front() != u'-';
        if (!isBasic && !takeAny(u"-"))
            return {};
        const int month = takeDigits(isBasic ? 2 : 1, 2);
        if (!isBasic && !takeAny(u"-"))
            return {};
        const int day = takeDigits(isBasic ? 2 : 1, 2);
        const QDate date(year, month, day);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    bool takeTime(QTime &time, qint64 &overflow)
    {
        const int hour = takeDigits(1, 2);
        const bool isBasic = hour >= 0 && !m_rest.isEmpty() && m_rest.front() != u':';
        if (!isBasic && !takeAny(u":"))
            return false;
        const int minute = takeDigits(isBasic ? 2 : 1, 2);
        int second = 0;
        int millisecond = 0;
        if (isBasic ? hasDigit() : takeAny(u":"))
            second = takeDigits(1, 2);
        if (takeAny(u".,") && !takeFraction(millisecond))
            return false;
        if (hour == 24 && minute == 0 && second == 0 && millisecond == 0) {
            time = QTime(0, 0);
            overflow = 24 * 3600 * 1000;
            return true;
        }
        // A leap second: the moment behind the last one of its minute.
        overflow = second == 60 ? 1000 : 0;
        time = QTime(hour, minute, second == 60 ? 59 : second, millisecond);
        return time.isValid();
    }
    bool hasDigit() const
    {
        return !m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9';
    }
    // To the millisecond; what is finer is left out.
    bool takeFraction(int &millisecond)
    {
        const qsizetype before = m_rest.size();
        millisecond = takeDigits(1, 3);
        const qsizetype count = before - m_rest.size();
        for (qsizetype i = count; i < 3; ++i)
            millisecond *= 10;
        while (hasDigit())
            m_rest = m_rest.sliced(1);
        return count > 0;
    }
    bool takeOffset(qint64 &seconds)
    {
        if (takeAny(u"Zz"))
            return true;
        const bool isBehind = m_rest.startsWith(u'-');
        if (!takeAny(u"+-"))
            return false;
        const int hours = takeDigits(2, 2);
        int minutes = 0;
        if (takeAny(u":") || hasDigit())
            minutes = takeDigits(2, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
            return false;
        seconds = (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60);
        return true;
    }
    // As Java writes it behind the offset, which has said it already.
    void takeZoneName()
    {
        if (m_rest.startsWith(u'[') && m_rest.endsWith(u']') && m_rest.size() > 2)
            m_rest = {};
    }

    QStringView m_rest;
};

// Seconds or milliseconds since 1970, as a server writes them that knows no other form. Only
// numbers of a length that no day has: from 1973 to 2286.
std::optional<QDateTime> sinceEpoch(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool isNumber = !text.isEmpty() && isDigit(text.front())
        && std::all_of(text.begin(), text.end(),
                       [&](QChar c) { return isDigit(c) || u".eE+"_s.contains(c); });
    bool isRead = false;
    const double number = isNumber ? text.toDouble(&isRead) : 0;
    if (!isRead || number < 1e8 || number >= 1e13)
        return {};
    if (number >= 1e10 && number < 1e11)
        return {};
    const double milliseconds = number < 1e10 ? number * 1000 : number;
    return QDateTime::fromMSecsSinceEpoch(std::llround(milliseconds), Qt::UTC);
}

} // namespace

Result<QDateTime> readTimestamp(QStringView text)
{
    constexpr qsizetype longest = 128; // of any form that a server or a proxy writes
    std::optional<QDateTime> moment;
    if (text.size() <= longest)
        moment = sinceEpoch(text);
    if (!moment && text.size() <= longest)
        moment = MomentReader(text).read();
    if (!moment)
        return failure(ErrorKind::InvalidInput, Tr::tr("“%1” is not a timestamp.").arg(text));
    return *moment;
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
    constexpr qsizetype longest = 128;
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

QString localZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QByteArray id = zone.isValid() ? zone.id() : QByteArray();
    const bool isUtc = id.isEmpty() || id == "Etc/UTC" || id == "Etc/UCT" || id == "UCT"
        || id == "Zulu" || id == "Etc/Zulu" || id == "Universal" || id == "Etc/Universal";
    return isUtc ? u"UTC"_s : QString::fromUtf8(id);
}

} // namespace closeout::contract
