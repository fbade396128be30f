// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/quantities.h"

#include "contract/timestamp.h"

#include <QtCore/QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace closeout::find {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 longest = 1'000'000 * day; // some 2700 years; a sum stays far from the limits

constexpr std::array<DurationUnit, 7> units{{
    {"ms"_L1, 1, QT_TRANSLATE_NOOP("Closeout", "milliseconds")},
    {"s"_L1, second, QT_TRANSLATE_NOOP("Closeout", "seconds")},
    {"m"_L1, minute, QT_TRANSLATE_NOOP("Closeout", "minutes")},
    {"min"_L1, minute, QT_TRANSLATE_NOOP("Closeout", "minutes")},
    {"h"_L1, hour, QT_TRANSLATE_NOOP("Closeout", "hours")},
    {"d"_L1, day, QT_TRANSLATE_NOOP("Closeout", "days")},
    {"w"_L1, 7 * day, QT_TRANSLATE_NOOP("Closeout", "weeks")},
}};

const DurationUnit *findUnit(QStringView name)
{
    for (const DurationUnit &unit : units) {
        if (name.compare(unit.name, Qt::CaseInsensitive) == 0)
            return &unit;
    }
    return nullptr;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

tl::unexpected<QString> badDuration(QStringView text)
{
    return tl::unexpected(Tr::tr("“%1” is no duration. Write a number and a unit, as in 30m, 4h, "
                                 "2d or 1h30m.")
                              .arg(text));
}

tl::unexpected<QString> unknownUnit(QStringView unit)
{
    return tl::unexpected(
        Tr::tr("“%1” is no unit of time. There are ms, s, m or min, h, d and w.").arg(unit));
}

// The length of what satisfies it at the front of the text.
template<typename Is>
qsizetype lengthWhile(QStringView text, Is is)
{
    qsizetype length = 0;
    while (length < text.size() && is(text[length]))
        ++length;
    return length;
}

// One part, "30m", from the front of the text.
Understood<Span> takePart(QStringView &rest, QStringView whole)
{
    const qsizetype digits = lengthWhile(rest, [](QChar c) { return isDigit(c) || c == u'.'; });
    bool isNumber = false;
    const double number = rest.first(digits).toDouble(&isNumber);
    if (!isNumber || !isDigit(rest.front()))
        return badDuration(whole);
    rest = rest.sliced(digits);
    const qsizetype letters = lengthWhile(rest, [](QChar c) { return !isDigit(c) && c != u'.'; });
    const QStringView name = rest.first(letters);
    rest = rest.sliced(letters);
    const DurationUnit *unit = findUnit(name.isEmpty() ? QStringView(u"s") : name);
    if (unit == nullptr)
        return unknownUnit(name);
    const double length = number * double(unit->milliseconds);
    if (length > double(longest)) {
        return tl::unexpected(
            Tr::tr("“%1” is too long. The longest duration is %2 days.").arg(whole).arg(1'000'000));
    }
    return Span{qint64(std::llround(length)), unit->milliseconds, false};
}

tl::unexpected<QString> badMoment(QStringView text)
{
    return tl::unexpected(Tr::tr("“%1” is no moment. Write a day, 2026-11-01, perhaps with a time "
                                 "of day, 2026-11-01T10:42Z, or how far from now, -2d.")
                              .arg(text));
}

// How exactly a moment is written, by the part behind its day.
qint64 precisionOf(QStringView time)
{
    const qsizetype length = lengthWhile(time, [](QChar c) {
        return isDigit(c) || c == u':' || c == u'.';
    });
    return length == 0 ? day : length <= 5 ? minute : length <= 8 ? second : 1;
}

} // namespace

std::span<const DurationUnit> durationUnits()
{
    return units;
}

Understood<Span> readCount(QStringView text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return tl::unexpected(Tr::tr("“%1” is no whole number.").arg(text));
    return Span{number, number, false};
}

Understood<Span> readDuration(QStringView text)
{
    QStringView rest = text;
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative || rest.startsWith(u'+'))
        rest = rest.sliced(1);
    if (rest.isEmpty())
        return badDuration(text);
    Span sum;
    qint64 finest = longest;
    while (!rest.isEmpty()) {
        const Understood<Span> part = takePart(rest, text);
        if (!part)
            return part;
        sum.first = std::min(longest, sum.first + part->first);
        finest = std::min(finest, part->last);
    }
    if (text.contains(u'.'))
        finest = 1;
    if (isNegative)
        return Span{-sum.first - finest + 1, -sum.first, false};
    return Span{sum.first, sum.first + finest - 1, false};
}

Understood<Span> readMoment(QStringView text)
{
    if (text.compare("now"_L1, Qt::CaseInsensitive) == 0)
        return Span{0, 0, true};
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        const Understood<Span> duration = readDuration(text);
        if (!duration)
            return duration;
        const qint64 point = text.startsWith(u'-') ? duration->last : duration->first;
        return Span{point, point, true};
    }
    constexpr qsizetype dayLength = 10;
    const QStringView date = text.first(std::min(dayLength, text.size()));
    const QStringView time = text.sliced(date.size());
    // The day is written in full, so that 1-2-3 is not taken for a year of the Romans.
    const bool hasShape = date.size() == dayLength && date[4] == u'-' && date[7] == u'-'
        && (time.isEmpty() || (time.size() >= 6 && (time[0] == u'T' || time[0] == u' ')));
    if (!hasShape)
        return badMoment(text);
    const QString full = date.toString()
        + (time.isEmpty() ? u"T00:00:00"_s : u'T' + time.sliced(1).toString());
    const Result<QDateTime> moment = contract::readTimestamp(full);
    if (!moment)
        return badMoment(text);
    const qint64 first = moment->toMSecsSinceEpoch();
    const qint64 precision = precisionOf(time.isEmpty() ? time : time.sliced(1));
    return Span{first, first + precision - 1, false};
}

QString spelledDuration(qint64 milliseconds)
{
    QString text = milliseconds < 0 ? u"-"_s : QString();
    qint64 rest = std::abs(milliseconds);
    for (size_t i = units.size(); i-- > 0;) {
        const DurationUnit &unit = units[i];
        if (unit.name == "min"_L1 || rest < unit.milliseconds)
            continue;
        text += QString::number(rest / unit.milliseconds) + unit.name;
        rest %= unit.milliseconds;
    }
    return text.isEmpty() ? u"0s"_s : text;
}

QString wordedDuration(qint64 milliseconds)
{
    const qint64 length = std::abs(milliseconds);
    if (length >= day && length % day >= hour)
        return Tr::tr("%1 d %2 h").arg(length / day).arg(length % day / hour);
    if (length >= day)
        return Tr::tr("%1 d").arg(length / day);
    if (length >= hour && length % hour >= minute)
        return Tr::tr("%1 h %2 min").arg(length / hour).arg(length % hour / minute);
    if (length >= hour)
        return Tr::tr("%1 h").arg(length / hour);
    if (length >= minute)
        return Tr::tr("%1 min").arg(length / minute);
    return Tr::tr("under 1 min"); // which no list is looked at long enough for
}

QString durationInCell(Field field, qint64 milliseconds)
{
    const QString words = wordedDuration(milliseconds);
    switch (field) {
    case Field::Overdue:
        return milliseconds > 0 ? words : QString();
    case Field::AutoCompletesIn:
    case Field::ExpiresIn:
        return milliseconds > 0 ? words : Tr::tr("due");
    default:
        return milliseconds < 0 ? Tr::tr("in %1").arg(words) : words; // starts in the future
    }
}

} // namespace closeout::find
