// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/reference.h"

#include "filter/quantities.h"
#include "filter/stuckrules.h"
#include "rows/fields.h"

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

QString kindOf(rows::FieldKind kind)
{
    switch (kind) {
    case rows::FieldKind::Word:
        return Tr::tr("text");
    case rows::FieldKind::Json:
        return Tr::tr("attached data");
    case rows::FieldKind::Moment:
        return Tr::tr("moment");
    case rows::FieldKind::Seconds:
    case rows::FieldKind::Duration:
        return Tr::tr("duration");
    case rows::FieldKind::Count:
        return Tr::tr("number");
    case rows::FieldKind::Status:
        return Tr::tr("status");
    case rows::FieldKind::Reasons:
        return Tr::tr("rules");
    }
    return {};
}

QString ownersOf(rows::Subjects subjects)
{
    if (subjects == rows::Subjects(rows::Subject::Service))
        return Tr::tr("services");
    return subjects == rows::Subjects(rows::Subject::Task) ? Tr::tr("tasks") : Tr::tr("both");
}

QString fieldTable()
{
    QString text = Tr::tr("| field | also | holds | of | meaning |")
        + u"\n|---|---|---|---|---|\n"_s;
    for (const rows::FieldSpec &spec : rows::allFields()) {
        const QString other = spec.name == spec.shortName ? QString() : u'`' + spec.name + u'`';
        text += u"| `%1` | %2 | %3 | %4 | %5 |\n"_s.arg(spec.shortName, other, kindOf(spec.kind),
                                                        ownersOf(spec.subjects),
                                                        Tr::tr(spec.meaning));
    }
    return text.trimmed();
}

QString unitList()
{
    QStringList units;
    for (const DurationUnit &unit : durationUnits())
        units.append(u"`%1` %2"_s.arg(unit.name, Tr::tr(unit.meaning)));
    return units.join(", "_L1);
}

QString ruleTable()
{
    QString text = Tr::tr("| rule | filter |") + u"\n|---|---|\n"_s;
    const StuckRules rules = StuckRules::standard();
    for (const StuckRule &rule : rules.rules())
        text += u"| %1 | `%2` |\n"_s.arg(rule.name, rule.filter);
    return text.trimmed();
}

// Whole sections, so that a translator sees what belongs together. Lines and blanks are Markdown's.
QString introduction()
{
    return Tr::tr(R"(# The filter

A filter is one line that says which services, or which tasks, are meant. The empty line means all of them.

```
age>4h type:"Bill Payment" -media:email
```

These are the services that have been active for more than four hours, of that type, and not from e-mail. While something
in the line is wrong, the window shows what the words before it find; `closeoutctl` refuses the whole line.)");
}

QString words()
{
    return Tr::tr(R"(## Words

| you write | it finds |
|---|---|
| `payment` | what holds this text anywhere: ids, types, customer, contact key, media, application, resource, disposition, attached data. Capital and small letters are the same. |
| `bill payment` | what holds both, wherever |
| `"bill payment"` | what holds exactly that; `\"` is a quote and `\\` a backslash in it |
| `/bill(ing)?$/` | what the regular expression (of Perl) finds a part of; `\/` is a slash in it |

Attached data are searched as JSON, with keys and braces, but without escapes.)");
}

QString fieldConditions()
{
    return Tr::tr(R"(## Fields

| you write | it finds |
|---|---|
| `type:"Bill Payment"` | that value and no other, whatever the case of letters |
| `type:bill*` | `*` stands for any text, `?` for one character; `\*` and `\?` are those characters, in quotes as well |
| `type:a,b,"c d"` | any of these values |
| `type:/^bill/` | values that the regular expression finds a part of |
| `type:""` | where it is not said |
| `type:*` | where it is said |
| `type!=a` | everything that `type:a` does not find, also where it is not said |

`=` is the same as `:`, but in attached data. Blanks may stand around every comparison, but not around the colon.

%1)")
        .arg(fieldTable());
}

QString comparisons()
{
    return Tr::tr(R"(## Numbers, durations, moments

`=`, `!=`, `<`, `<=`, `>` and `>=` compare. What is not said is neither less nor more than anything.

| you write | it finds |
|---|---|
| `tasks>=2` | services with two active tasks or more |
| `age>4h`, `idle>=2d`, `expected<1h30m` | durations, made of %1; without a unit, seconds |
| `age > 4 h`, `overdue>2 days`, `idle>3 d 4 h` | the same with blanks, or the unit in words |
| `age=3d` | from three days to less than four |
| `overdue>0` | what takes longer than was expected; `overdue>-1h` also what will within the hour |
| `started<2026-11-01` | moments before that day |
| `started:2026-11-01` | on that day |
| `started:today`, `last<yesterday`, `started>=friday` | days by their names; of a weekday the last one, today included, and of `expires` the next one |
| `started<27.11.2026` | days as your language writes them in numbers |
| `started>=2026-11-01 10:42` | with a time of day |
| `started>=2026-11-01T10:42Z`, `started>=2026-11-01T10:42+01:00` | in UTC, or with an offset |
| `started>-2d`, `expires<+1h`, `started<now` | moments so far before or after now |

Days and times of day are those of your time zone, in which moments are shown as well; the tool tip of a column and the
heading of a table of `closeoutctl` name it.

Durations are those of active services and tasks: for the others they are not said. What is not overdue yet is less than 0
here, and an empty cell in lists and exports.)")
        .arg(unitList());
}

QString attachedData()
{
    return Tr::tr(R"(## Attached data

| you write | it finds |
|---|---|
| `data:payment` | what holds that text anywhere in the attached data |
| `data:*` | what has any |
| `data.Feedback:*` | what has that key |
| `data.Feedback.rating<5` | by the value there. Two numbers are compared exactly, however long they are, also if they are spelled as texts; anything else as text. |
| `data.Feedback.rating=7` | the same number, however it is spelled: `7.0` as well |
| `data.Feedback.notes:nice*` | by its text, as it is spelled |
| `data.Feedback.notes:""` | where it is not there, or an empty text |
| `data.Satisfaction.0.place:*` | the first element of a list |
| `data."e.mail".x:*` | a key that holds a point or a blank |

Keys are told apart by the case of their letters. Of equal keys the last counts.)");
}

QString statusAndRules()
{
    return Tr::tr(R"(## Status and rules

`is:active`, `is:completed` and `is:vanished` ask for the status; vanished is what is no longer where it was found.

`stuck:yes` finds what any of the rules of the environment calls stuck, `stuck:no` the others, and `stuck:"left behind"`
what that rule does. A rule is a filter with a name. These are there from the start:

%1)")
        .arg(ruleTable());
}

QString together()
{
    return Tr::tr(R"(## Together

| you write | it finds |
|---|---|
| `a b`, `a AND b` | both |
| `a OR b` | at least one |
| `-a`, `NOT a` | the others |
| `(a OR b) c` | parentheses bind first, then NOT, AND, OR |

`and`, `or` and `not` may be written small; in quotes they are words to search for.

A regular expression that takes too long on a text does not find it, and it is told that this happened.)");
}

} // namespace

QString reference()
{
    const QStringList sections{introduction(), words(),          fieldConditions(), comparisons(),
                               attachedData(), statusAndRules(), together()};
    return sections.join(u"\n\n"_s) + u'\n';
}

} // namespace closeout::filter
