// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/tree.h"
#include "result.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using Of = Condition::Of;
using Made = tl::expected<Condition, Fault>;

// How often the matching of one text may try before it is given up. PCRE counts so that this is
// some milliseconds at the most.
constexpr QLatin1StringView limits = "(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=5000)"_L1;

tl::unexpected<Fault> error(qsizetype at, qsizetype length, const QString &message)
{
    return tl::unexpected(Fault{at, length, message});
}

tl::unexpected<Fault> errorAt(const Value &value, const QString &message)
{
    return error(value.at, value.length, message);
}

bool isEmptyText(const Value &value)
{
    return value.form == Value::Form::Text && value.text.isEmpty();
}

bool isEquality(Comparison comparison)
{
    return comparison <= Comparison::NotEqual;
}

// How many letters must be changed, added or left out.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const bool isSame = a[i].toCaseFolded() == b[j].toCaseFolded();
            const qsizetype changed = diagonal + (isSame ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({changed, diagonal + 1, row[size_t(j)] + 1});
        }
    }
    return row.back();
}

// The field whose name is nearest; empty: none is near.
QString nearestField(QStringView name, rows::Subject subject)
{
    QString nearest;
    qsizetype best = std::min<qsizetype>(3, name.size() / 2 + 1);
    if (name.size() > 40)
        return {};
    for (const rows::FieldSpec &spec : rows::allFields()) {
        if (!spec.subjects.testFlag(subject))
            continue;
        for (const QLatin1StringView candidate : {spec.shortName, spec.name}) {
            const qsizetype apart = distance(name, QString(candidate));
            if (apart < best) {
                best = apart;
                nearest = candidate;
            }
        }
    }
    return nearest;
}

// The field before the path of a term.
QStringView nameIn(const Token &token)
{
    const qsizetype point = token.text.indexOf(u'.');
    return QStringView(token.text).first(point < 0 ? token.text.size() : point);
}

tl::unexpected<Fault> notComparable(const Token &token, const QString &message)
{
    return error(token.comparisonAt, spellingOf(token.comparison).size(), message);
}

tl::expected<QRegularExpression, Fault> regexOf(const Value &value)
{
    QRegularExpression regex(limits + value.text, QRegularExpression::CaseInsensitiveOption);
    if (regex.isValid())
        return regex;
    // The place that PCRE names is in the pattern, which begins behind the slash.
    const qsizetype place = std::clamp<qsizetype>(regex.patternErrorOffset() - limits.size(), 0,
                                                  value.text.size());
    return error(std::min(value.at + 1 + place, value.at + value.length - 1), 1,
                 Tr::tr("The regular expression is wrong here: %1.").arg(regex.errorString()));
}

// Of word fields and attached data as a whole, and of a path where no order is asked for.
tl::expected<Matcher, Fault> matcherOf(const Condition &test, const Value &value)
{
    if (value.form == Value::Form::Regex) {
        tl::expected<QRegularExpression, Fault> regex = regexOf(value);
        if (!regex)
            return tl::unexpected(regex.error());
        return Matcher(std::move(*regex));
    }
    if (value.text.isEmpty())
        return Matcher(NotSaid());
    if (test.of == Of::Data) { // what it says somewhere
        if (Glob::hasWildcards(value.text))
            return Matcher(Glob(u'*' + value.text + u'*'));
        return Matcher(Needle(Glob::unescaped(value.text)));
    }
    if (test.of == Of::Path && test.comparison != Comparison::Is) {
        const QByteArray spelled = Glob::unescaped(value.text).toUtf8();
        return Matcher(
            Comparand{test.comparison == Comparison::NotEqual ? Comparison::Equal : test.comparison,
                      caseFolded(spelled), Decimal::read(spelled)});
    }
    return Matcher(Glob(value.text));
}

Made textTest(Condition test, const Token &token)
{
    const bool hasOrder = test.of == Of::Path;
    if (!hasOrder && !isEquality(test.comparison)) {
        return notComparable(token,
                             Tr::tr("“%1” is text and has no order. Use a colon, as in %1:text.")
                                 .arg(token.text));
    }
    for (const Value &value : std::as_const(test.values)) {
        if (!isEquality(test.comparison)
            && (value.form == Value::Form::Regex || value.text.isEmpty())) {
            return errorAt(value,
                           Tr::tr("“%1” needs a number or a text behind it.")
                               .arg(spellingOf(test.comparison)));
        }
        tl::expected<Matcher, Fault> matcher = matcherOf(test, value);
        if (!matcher)
            return tl::unexpected(matcher.error());
        test.matchers.push_back(std::move(*matcher));
    }
    return test;
}

Understood<Span> readSpan(const rows::FieldSpec &spec, const QString &text, Comparison comparison)
{
    if (spec.kind == rows::FieldKind::Count)
        return readCount(text);
    if (spec.kind == rows::FieldKind::Moment) {
        return readMoment(text,
                          spec.field == rows::Field::Expires ? RelativeDay::Which::Next
                                                             : RelativeDay::Which::Last);
    }
    Understood<Span> duration = readDuration(text);
    // Of durations, only equality is blurred: what is longer than 4h is longer to the millisecond.
    if (duration && !isEquality(comparison)) {
        const qint64 exact = text.startsWith(u'-') ? duration->last : duration->first;
        *duration = {exact, exact};
    }
    return duration;
}

Made numberTest(Condition test, const Token &token)
{
    const rows::FieldKind kind = rows::specOf(test.field).kind;
    for (const Value &value : std::as_const(test.values)) {
        if (isEmptyText(value) && isEquality(test.comparison)) {
            test.allowsNotSaid = true;
            continue;
        }
        if (value.form == Value::Form::Regex || Glob::hasWildcards(value.text)) {
            return errorAt(value,
                           Tr::tr("“%1” is no text: there are no wildcards and no regular "
                                  "expressions for it. Compare it, as in %1%2.")
                               .arg(token.text,
                                    kind == rows::FieldKind::Count        ? u">2"_s
                                        : kind == rows::FieldKind::Moment ? u"<2026-11-01"_s
                                                                          : u">4h"_s));
        }
        const QString text = Glob::unescaped(value.text);
        const Understood<Span> span = readSpan(rows::specOf(test.field), text, test.comparison);
        if (!span)
            return errorAt(value, span.error());
        test.spans.push_back(*span);
    }
    return test;
}

Made statusTest(Condition test, const Token &token)
{
    static constexpr std::array names{"active"_L1, "completed"_L1, "vanished"_L1};
    if (!isEquality(test.comparison))
        return notComparable(token,
                             Tr::tr("“%1” has no order. Use a colon, as in %1:active.")
                                 .arg(token.text));
    for (const Value &value : std::as_const(test.values)) {
        const auto *name = std::find_if(names.begin(), names.end(), [&](QLatin1StringView each) {
            return value.form == Value::Form::Text
                && value.text.compare(each, Qt::CaseInsensitive) == 0;
        });
        if (name == names.end()) {
            return errorAt(value,
                           Tr::tr("There is no status “%1”: it is active, completed or "
                                  "vanished.")
                               .arg(Glob::unescaped(value.text)));
        }
        test.statuses |= quint8(1U << unsigned(name - names.begin()));
    }
    return test;
}

Made stuckTest(Condition test, const Token &token)
{
    if (!isEquality(test.comparison))
        return notComparable(token,
                             Tr::tr("“%1” has no order. Use a colon, as in %1:yes.")
                                 .arg(token.text));
    for (const Value &value : std::as_const(test.values)) {
        if (value.form == Value::Form::Regex || value.text.isEmpty())
            return errorAt(value,
                           Tr::tr("“%1” needs yes, no or the name of a rule.").arg(token.text));
    }
    return test;
}

Made pathTest(Condition test, const Token &token, qsizetype point)
{
    const Result<rows::DataPath> path = rows::DataPath::parse(
        QStringView(token.text).sliced(point + 1));
    if (!path)
        return error(token.at, token.nameLength, path.error().message);
    test.of = Of::Path;
    test.path = *path;
    return textTest(std::move(test), token);
}

Made termTest(const Token &token, rows::Subject subject)
{
    Condition test;
    test.comparison = token.comparison;
    test.values = token.values;
    if (!isEquality(test.comparison) && test.values.size() > 1)
        return errorAt(test.values.at(1),
                       Tr::tr("“%1” takes one value only.").arg(spellingOf(test.comparison)));
    if (const std::optional<Fault> wrong = wrongField(token, subject))
        return tl::unexpected(*wrong);
    const rows::FieldSpec *spec = rows::findField(nameIn(token));
    test.field = spec->field;
    if (const qsizetype point = token.text.indexOf(u'.'); point >= 0)
        return pathTest(std::move(test), token, point);
    switch (spec->kind) {
    case rows::FieldKind::Word:
        test.of = Of::Text;
        return textTest(std::move(test), token);
    case rows::FieldKind::Json:
        test.of = Of::Data;
        return textTest(std::move(test), token);
    case rows::FieldKind::Status:
        test.of = Of::Status;
        return statusTest(std::move(test), token);
    case rows::FieldKind::Reasons:
        test.of = Of::Stuck;
        return stuckTest(std::move(test), token);
    case rows::FieldKind::Moment:
    case rows::FieldKind::Seconds:
    case rows::FieldKind::Count:
    case rows::FieldKind::Duration:
        break;
    }
    test.of = Of::Number;
    return numberTest(std::move(test), token);
}

} // namespace

bool Comparand::holds(QByteArrayView value) const
{
    std::strong_ordering order = std::strong_ordering::equal;
    const std::optional<Decimal> theirs = number ? Decimal::read(value) : std::nullopt;
    if (theirs)
        order = *theirs <=> *number;
    else
        order = caseFolded(value).compare(text) <=> 0;
    switch (comparison) {
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    case Comparison::Is:
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return order == 0;
}

std::optional<Fault> wrongField(const Token &token, rows::Subject subject)
{
    const auto wrong = [&token](const QString &message) {
        return Fault{token.at, token.nameLength, message};
    };
    const rows::FieldSpec *spec = rows::findField(nameIn(token));
    const bool hasPath = token.text.contains(u'.');
    if (spec == nullptr || (hasPath && spec->kind != rows::FieldKind::Json)) {
        const QString nearest = nearestField(token.text, subject);
        return wrong(nearest.isEmpty()
                         ? Tr::tr("There is no field “%1”. To search for the text itself, put it "
                                  "in quotes.")
                               .arg(token.text)
                         : Tr::tr("There is no field “%1”. Did you mean “%2”? To search for the "
                                  "text itself, put it in quotes.")
                               .arg(token.text, nearest));
    }
    if (spec->subjects.testFlag(subject))
        return {};
    return wrong(subject == rows::Subject::Service
                     ? Tr::tr("“%1” is a field of tasks, and these are services.").arg(token.text)
                     : Tr::tr("“%1” is a field of services, and these are tasks.").arg(token.text));
}

tl::expected<Condition, Fault> questionOf(const Token &token, rows::Subject subject)
{
    if (token.kind == Token::Kind::Term)
        return termTest(token, subject);
    Condition test;
    Value value{Value::Form::Text, token.text, token.at, token.length};
    if (token.kind == Token::Kind::Regex) {
        value.form = Value::Form::Regex;
        tl::expected<Matcher, Fault> matcher = matcherOf(test, value);
        if (!matcher)
            return tl::unexpected(matcher.error());
        test.matchers.push_back(std::move(*matcher));
    } else {
        test.matchers.emplace_back(Needle(token.text));
    }
    test.values = {value};
    return test;
}

} // namespace closeout::filter
