// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/quantities.h"

#include "contract/timestamp.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace closeout::filter {

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

struct OtherName
{
    QLatin1StringView name;
    QLatin1StringView unit;
};

constexpr std::array otherNames{
    OtherName{"millisecond"_L1, "ms"_L1}, OtherName{"milliseconds"_L1, "ms"_L1},
    OtherName{"sec"_L1, "s"_L1},          OtherName{"secs"_L1, "s"_L1},
    OtherName{"second"_L1, "s"_L1},       OtherName{"seconds"_L1, "s"_L1},
    OtherName{"mins"_L1, "m"_L1},         OtherName{"minute"_L1, "m"_L1},
    OtherName{"minutes"_L1, "m"_L1},      OtherName{"hr"_L1, "h"_L1},
    OtherName{"hrs"_L1, "h"_L1},          OtherName{"hour"_L1, "h"_L1},
    OtherName{"hours"_L1, "h"_L1},        OtherName{"day"_L1, "d"_L1},
    OtherName{"days"_L1, "d"_L1},         OtherName{"wk"_L1, "w"_L1},
    OtherName{"wks"_L1, "w"_L1},          OtherName{"week"_L1, "w"_L1},
    OtherName{"weeks"_L1, "w"_L1},
};

// In the language of the window: one of a unit, and as ages are shown.
struct SpokenName
{
    const char *name;
    QLatin1StringView unit;
};

constexpr std::array spokenNames{
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "second"), "s"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "minute"), "m"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "hour"), "h"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "day"), "d"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "week"), "w"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "%1 d"), "d"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "%1 h"), "h"_L1},
    SpokenName{QT_TRANSLATE_NOOP("Closeout", "%1 min"), "m"_L1},
};

const DurationUnit *unitOfName(QStringView name)
{
    const auto is = [name](QStringView other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    };
    const auto called = [](QLatin1StringView unit) {
        return std::find_if(units.begin(), units.end(),
                            [unit](const DurationUnit &each) { return each.name == unit; });
    };
    for (const DurationUnit &unit : units) {
        if (is(QString(unit.name)) || is(Tr::tr(unit.meaning)))
            return &unit;
    }
    for (const OtherName &other : otherNames) {
        if (is(QString(other.name)))
            return &*called(other.unit);
    }
    for (const SpokenName &spoken : spokenNames) {
        if (is(Tr::tr(spoken.name).remove("%1"_L1).trimmed()))
            return &*called(spoken.unit);
    }
    return nullptr;
}

const DurationUnit *findUnit(QStringView name)
{
    const DurationUnit *unit = unitOfName(name);
    if (unit == nullptr && name.endsWith(u'.')) // "Std."
        unit = unitOfName(name.chopped(1));
    return unit;
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
        Tr::tr("“%1” is no unit of time. There are ms, s, m or min, h, d and w, also in words.")
            .arg(unit));
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
    const qsizetype letters = lengthWhile(rest, [](QChar c) { return !isDigit(c); });
    const QStringView name = rest.first(letters).trimmed();
    rest = rest.sliced(letters);
    const DurationUnit *unit = findUnit(name.isEmpty() ? QStringView(u"s") : name);
    if (unit == nullptr)
        return unknownUnit(name);
    const double length = number * double(unit->milliseconds);
    if (length > double(longest)) {
        return tl::unexpected(
            Tr::tr("“%1” is too long. The longest duration is %2 days.").arg(whole).arg(1'000'000));
    }
    return Span{qint64(std::llround(length)), unit->milliseconds};
}

tl::unexpected<QString> badMoment(QStringView text)
{
    return tl::unexpected(Tr::tr("“%1” is no moment. Write a day, 2026-11-01, today or friday, "
                                 "perhaps a time of day behind it, 2026-11-01T10:42, or how far "
                                 "from now, -2d.")
                              .arg(text));
}

bool isOneOf(QStringView text, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [text](const QString &name) {
        return !name.isEmpty() && text.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString withoutPoint(QString name)
{
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

// 1: Monday. In English, and in the language of the person.
int weekdayCalled(QStringView text)
{
    const QLocale english(QLocale::C);
    const QLocale own;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        QStringList names;
        for (const QLocale &locale : {english, own}) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                names.append(withoutPoint(locale.dayName(weekday, format)));
                names.append(withoutPoint(locale.standaloneDayName(weekday, format)));
            }
        }
        if (isOneOf(text.endsWith(u'.') ? text.chopped(1) : text, names))
            return weekday;
    }
    return 0;
}

std::optional<RelativeDay> relativeDay(QStringView text, RelativeDay::Which weekday)
{
    if (isOneOf(text, {u"today"_s, Tr::tr("today")}))
        return RelativeDay{.days = 0};
    if (isOneOf(text, {u"yesterday"_s, Tr::tr("yesterday")}))
        return RelativeDay{.days = -1};
    if (isOneOf(text, {u"tomorrow"_s, Tr::tr("tomorrow")}))
        return RelativeDay{.days = 1};
    if (const int called = weekdayCalled(text); called != 0)
        return RelativeDay{.weekday = called, .which = weekday};
    return {};
}

// As the person's language writes days in numbers: 27.11.2026, 11/27/2026. Nothing: it is none,
// or that language has no such form.
std::optional<QDate> localDate(QStringView text)
{
    const QString format = QLocale().dateFormat(QLocale::ShortFormat);
    QString order; // of d, M and y
    QChar separator;
    for (const QChar c : format) {
        if (u"dMy"_s.contains(c) && !order.contains(c))
            order += c;
        else if (order.size() == 1 && !c.isLetter() && separator.isNull())
            separator = c;
    }
    const QList<QStringView> parts = text.split(separator);
    if (order.size() != 3 || format.contains("MMM"_L1) || separator.isNull() || parts.size() != 3)
        return {};
    std::array<int, 3> numbers{};
    for (qsizetype i = 0; i < 3; ++i) {
        const bool isYear = order[i] == u'y';
        const bool isNumber = !parts[i].isEmpty()
            && std::all_of(parts[i].begin(), parts[i].end(), isDigit);
        if (!isNumber || (isYear ? parts[i].size() != 4 : parts[i].size() > 2))
            return {};
        numbers[size_t(isYear ? 0 : order[i] == u'M' ? 1 : 2)] = parts[i].toInt();
    }
    const QDate date(numbers[0], numbers[1], numbers[2]);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

// In full, so that 1-2-3 is not taken for a year of the Romans.
std::optional<QDate> isoDate(QStringView text)
{
    constexpr qsizetype length = 10;
    if (text.size() != length || text[4] != u'-' || text[7] != u'-')
        return {};
    const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

// The hour that summer time leaves out is read as the one behind it.
qint64 localMilliseconds(const QDateTime &clock)
{
    QDateTime local(clock.date(), clock.time(), Qt::LocalTime);
    if (!local.isValid())
        local = QDateTime(clock.date(), clock.time().addSecs(3600), Qt::LocalTime);
    return local.toMSecsSinceEpoch();
}

Span wholeDay(const QDate &date)
{
    return {date.startOfDay(Qt::LocalTime).toMSecsSinceEpoch(),
            date.addDays(1).startOfDay(Qt::LocalTime).toMSecsSinceEpoch() - 1};
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
    return Span{number, number};
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
        return Span{-sum.first - finest + 1, -sum.first};
    return Span{sum.first, sum.first + finest - 1};
}

Understood<Span> readMoment(QStringView text, RelativeDay::Which weekday)
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
    if (const std::optional<RelativeDay> relative = relativeDay(text, weekday))
        return Span{.day = relative};
    const qsizetype gap = lengthWhile(text, [](QChar c) { return c != u'T' && c != u' '; });
    std::optional<QDate> date = isoDate(text.first(gap));
    if (!date)
        date = localDate(text.first(gap));
    if (!date)
        return badMoment(text);
    if (gap == text.size())
        return wholeDay(*date);
    const QStringView time = text.sliced(gap + 1);
    const Result<QDateTime> moment = contract::readTimestamp(date->toString(Qt::ISODate) + u'T'
                                                             + time.toString());
    if (!moment || !time.contains(u':'))
        return badMoment(text);
    const bool saysZone = std::any_of(time.begin(), time.end(),
                                      [](QChar c) { return u"Zz+-"_s.contains(c); });
    const qint64 first = saysZone ? moment->toMSecsSinceEpoch() : localMilliseconds(*moment);
    return Span{first, first + precisionOf(time) - 1};
}

Span spanAt(const Span &span, rows::Moment now)
{
    if (!span.day)
        return span.isFromNow ? Span{span.first + now, span.last + now} : span;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, Qt::LocalTime).date();
    if (span.day->weekday == 0)
        return wholeDay(today.addDays(span.day->days));
    const int ahead = (span.day->weekday - today.dayOfWeek() + 7) % 7;
    const int behind = (7 - ahead) % 7;
    return wholeDay(today.addDays(span.day->which == RelativeDay::Which::Next ? ahead : -behind));
}

bool isDurationUnit(QStringView name)
{
    return findUnit(name) != nullptr;
}

bool isDuration(QStringView text)
{
    return !text.isEmpty() && isDigit(text.front()) && !isDigit(text.back()) && readDuration(text);
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

} // namespace closeout::filter
