// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/completion.h"

#include "filter/stuckrules.h"
#include "result.h"
#include "json/cursor.h"
#include "json/strings.h"

#include <QtCore/QMap>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using What = Completion::What;

constexpr size_t mostCandidates = 50;
constexpr size_t mostData = 4000; // different attached data that are looked at for their keys

bool startsWith(QStringView text, QStringView prefix)
{
    return text.startsWith(prefix, Qt::CaseInsensitive);
}

bool isOperatorSign(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>' || c == u'!';
}

// What is being typed, from its start to the cursor.
struct Typed
{
    qsizetype at = 0;
    QString name; // the field, as far as there is a comparison behind it; else all of it
    std::optional<Comparison> comparison;
    qsizetype valueAt = 0; // of the value that the cursor is in
    QString value; // without its opening quote
};

// The last piece of the text before the cursor, however broken it is.
std::optional<Typed> typedIn(const QString &text, qsizetype cursor)
{
    const QString before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const Tokens tokens = tokensOf(before);
    Typed typed;
    typed.at = before.size();
    if (tokens.tokens.isEmpty())
        return typed;
    const Token &last = tokens.tokens.constLast();
    const bool touches = last.at + last.length == before.size();
    if (last.kind == Token::Kind::Term) {
        typed.at = last.at;
        typed.name = last.text;
        typed.comparison = last.comparison;
        const qsizetype behind = last.comparisonAt + spellingOf(last.comparison).size();
        typed.valueAt = std::max(behind, before.lastIndexOf(u',') + 1);
        const bool endsInComma = before.endsWith(u',');
        if (!last.values.isEmpty() && !endsInComma)
            typed.valueAt = last.values.constLast().at;
        while (typed.valueAt < before.size() && before[typed.valueAt].isSpace())
            ++typed.valueAt;
        typed.value = before.sliced(typed.valueAt);
        if (typed.value.startsWith(u'"')) {
            if (typed.value.size() > 1 && typed.value.endsWith(u'"')) // is closed
                return {};
            typed.value.remove(0, 1);
        }
        if (touches || last.values.isEmpty())
            return typed;
    } else if (touches && last.kind == Token::Kind::Regex) {
        return {};
    } else if (touches && last.isQuoted) {
        return {};
    } else if (touches && last.kind != Token::Kind::Open && last.kind != Token::Kind::Minus) {
        typed.at = last.at;
        typed.name = before.sliced(last.at);
        return typed;
    }
    typed = Typed();
    typed.at = before.size();
    return typed;
}

void addFields(Completion &completion, QStringView prefix, rows::Subject subject)
{
    for (const rows::FieldSpec &spec : rows::allFields()) {
        if (!spec.subjects.testFlag(subject))
            continue;
        const bool fits = startsWith(QString(spec.shortName), prefix)
            || (!prefix.isEmpty() && startsWith(QString(spec.name), prefix));
        if (!fits)
            continue;
        const bool isCompared = spec.kind == rows::FieldKind::Moment
            || spec.kind == rows::FieldKind::Duration || spec.kind == rows::FieldKind::Seconds
            || spec.kind == rows::FieldKind::Count;
        const QLatin1StringView sign = isCompared ? ">"_L1
            : spec.kind == rows::FieldKind::Json  ? "."_L1
                                                  : ":"_L1;
        completion.candidates.push_back({spec.shortName + sign, Tr::tr(spec.meaning)});
    }
    struct Keyword
    {
        QLatin1StringView text;
        const char *meaning;
    };
    static constexpr std::array keywords{
        Keyword{"AND"_L1, QT_TRANSLATE_NOOP("Closeout", "Both must be so; may be left out.")},
        Keyword{"OR"_L1, QT_TRANSLATE_NOOP("Closeout", "One of the two must be so.")},
        Keyword{"NOT"_L1, QT_TRANSLATE_NOOP("Closeout", "What follows must not be so.")},
    };
    for (const Keyword &keyword : keywords) {
        if (!prefix.isEmpty() && startsWith(QString(keyword.text), prefix))
            completion.candidates.push_back({keyword.text, Tr::tr(keyword.meaning)});
    }
}

// Behind what is a whole field, or a whole key of attached data.
void addOperators(Completion &completion, const rows::FieldSpec &spec, const QString &name)
{
    struct Sign
    {
        QLatin1StringView text;
        const char *meaning;
    };
    static constexpr std::array equalities{
        Sign{":"_L1, QT_TRANSLATE_NOOP("Closeout", "is, with * and ? for other text")},
        Sign{"!="_L1, QT_TRANSLATE_NOOP("Closeout", "is not")},
    };
    static constexpr std::array orders{
        Sign{"<"_L1, QT_TRANSLATE_NOOP("Closeout", "less than, or before")},
        Sign{"<="_L1, QT_TRANSLATE_NOOP("Closeout", "at most")},
        Sign{">"_L1, QT_TRANSLATE_NOOP("Closeout", "more than, or after")},
        Sign{">="_L1, QT_TRANSLATE_NOOP("Closeout", "at least")},
    };
    const bool hasOrder = spec.kind != rows::FieldKind::Word && spec.kind != rows::FieldKind::Status
        && spec.kind != rows::FieldKind::Reasons
        && (spec.kind != rows::FieldKind::Json || rows::findField(name) != &spec);
    for (const Sign &sign : equalities)
        completion.candidates.push_back({name + sign.text, Tr::tr(sign.meaning)});
    for (size_t i = 0; hasOrder && i < orders.size(); ++i)
        completion.candidates.push_back({name + orders[i].text, Tr::tr(orders[i].meaning)});
}

// The most frequent ones first, no more than can be looked through.
void keepTheBest(std::vector<Candidate> &candidates)
{
    const auto end = candidates.begin() + qsizetype(std::min(mostCandidates, candidates.size()));
    std::partial_sort(candidates.begin(), end, candidates.end(),
                      [](const Candidate &a, const Candidate &b) {
                          return a.count != b.count ? a.count > b.count : a.text < b.text;
                      });
    candidates.erase(end, candidates.end());
}

void addWords(Completion &completion, const rows::Snapshot &snapshot, rows::Subject subject,
              rows::Field field, QStringView prefix)
{
    const rows::Rows &rows = snapshot.rows(subject);
    std::vector<quint32> counts(snapshot.words.count(), 0);
    for (const auto &block : rows.blocks()) {
        for (const rows::Word word : block->words[rows::wordSlot(field)])
            ++counts[word];
    }
    // By count first: the text is made for the few that are shown.
    std::vector<rows::Word> words;
    const QByteArray folded = caseFolded(prefix.toUtf8());
    for (rows::Word word = 1; word < counts.size(); ++word) {
        const QByteArrayView text = snapshot.words.at(word);
        if (counts[word] > 0
            && (folded.isEmpty()
                || caseFolded(isAscii(text) ? text.first(std::min(text.size(), folded.size()))
                                            : text)
                       .startsWith(folded)))
            words.push_back(word);
    }
    const auto end = words.begin() + qsizetype(std::min(mostCandidates, words.size()));
    std::partial_sort(words.begin(), end, words.end(), [&counts](rows::Word a, rows::Word b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    words.erase(end, words.end());
    for (const rows::Word word : words)
        completion.candidates.push_back(
            {quotedValue(json::decoded(snapshot.words.at(word))), {}, counts[word]});
    if (prefix.isEmpty() && counts[rows::noWord] > 0)
        completion.candidates.push_back({u"\"\""_s, Tr::tr("not said"), counts[rows::noWord]});
}

// A number that stands without a unit yet.
bool addUnits(Completion &completion, const QString &value)
{
    const bool endsInDigit = !value.isEmpty() && value.back().isDigit();
    if (!endsInDigit || value.contains(u':') || (value.count(u'-') > 1))
        return false;
    for (const DurationUnit &unit : durationUnits())
        completion.candidates.push_back({value + unit.name, Tr::tr(unit.meaning)});
    return true;
}

void addExamples(Completion &completion, rows::FieldKind kind, const QString &prefix)
{
    static constexpr std::array durations{"30m"_L1, "1h"_L1, "4h"_L1, "1d"_L1, "2d"_L1, "1w"_L1};
    const auto add = [&](const QString &text, const QString &meaning) {
        if (startsWith(text, prefix))
            completion.candidates.push_back({text, meaning});
    };
    if (kind == rows::FieldKind::Count) {
        for (int i = 0; i < 4; ++i)
            add(QString::number(i), {});
        return;
    }
    for (const QLatin1StringView duration : durations) {
        if (kind == rows::FieldKind::Moment)
            add(u'-' + QString(duration), Tr::tr("that long ago"));
        else
            add(duration, {});
    }
    if (kind == rows::FieldKind::Moment) {
        add(u"today"_s, Tr::tr("since midnight"));
        add(u"yesterday"_s, Tr::tr("the day before"));
    }
}

void addNames(Completion &completion, const QStringList &names, const QString &prefix)
{
    for (const QString &name : names) {
        if (startsWith(name, prefix))
            completion.candidates.push_back({quotedValue(name), {}});
    }
}

// Different attached data, evenly from all.
std::vector<rows::Word> someData(const rows::Snapshot &snapshot, rows::Subject subject)
{
    const rows::Rows &rows = snapshot.rows(subject);
    const quint32 step = std::max(1U, rows.count() / quint32(mostData));
    std::vector<rows::Word> words;
    for (quint32 row = 0; row < rows.count(); row += step)
        words.push_back(rows.word(row, rows::Field::Data));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// data.Feedback.ra: keys below data.Feedback that begin with "ra".
void addDataKeys(Completion &completion, const rows::Snapshot &snapshot, rows::Subject subject,
                 const Typed &typed)
{
    qsizetype point = typed.name.lastIndexOf(u'.');
    const qsizetype quote = typed.name.lastIndexOf(u".\""_s);
    if (typed.name.count(u'"') % 2 == 1 && quote >= 0) // in a quoted step
        point = quote;
    const qsizetype first = typed.name.indexOf(u'.');
    rows::DataPath path;
    if (point > first) {
        const Result<rows::DataPath> above = rows::DataPath::parse(
            QStringView(typed.name).sliced(first + 1, point - first - 1));
        if (!above)
            return;
        path = *above;
    }
    QString prefix = typed.name.sliced(point + 1);
    prefix.remove(u'"');
    completion.at = typed.at + point + 1;
    QMap<QString, quint32> keys;
    for (const rows::Word word : someData(snapshot, subject)) {
        const QByteArrayView value = rows::dataValueAt(snapshot.words.at(word), path);
        json::Cursor cursor(value);
        if (value.isEmpty() || !cursor.enterObject())
            continue;
        while (cursor.nextMember()) {
            const QString key = json::unspell(cursor.rawKey());
            cursor.takeValue();
            if (startsWith(key, prefix))
                ++keys[key];
        }
    }
    for (auto key = keys.constBegin(); key != keys.constEnd(); ++key)
        completion.candidates.push_back({rows::spelledStep(key.key()), {}, key.value()});
    keepTheBest(completion.candidates);
}

// Of objects in objects; the elements of an array are many, and hardly a column each.
void collectPaths(QByteArrayView object, const QStringList &above,
                  QMap<QStringList, quint32> &paths)
{
    constexpr qsizetype deepest = 5;
    json::Cursor cursor(object);
    if (above.size() == deepest || !cursor.enterObject())
        return;
    while (cursor.nextMember()) {
        const QStringList path = above + QStringList{json::unspell(cursor.rawKey())};
        const json::Type type = cursor.peek();
        const QByteArrayView value = cursor.takeValue();
        if (type == json::Type::Object)
            collectPaths(value, path, paths);
        else if (type != json::Type::Array)
            ++paths[path];
    }
}

// Values in attached data at the path of the term.
void addDataValues(Completion &completion, const rows::Snapshot &snapshot, rows::Subject subject,
                   const Typed &typed)
{
    const Result<rows::DataPath> path = rows::DataPath::parse(
        QStringView(typed.name).sliced(typed.name.indexOf(u'.') + 1));
    if (!path)
        return;
    QMap<QString, quint32> values;
    QByteArray storage;
    for (const rows::Word word : someData(snapshot, subject)) {
        const QByteArrayView raw = rows::dataValueAt(snapshot.words.at(word), *path);
        if (raw.isEmpty() || raw.front() == '{' || raw.front() == '[')
            continue;
        const QString text = json::decoded(rows::textOfValue(raw, storage));
        if (!text.isEmpty() && startsWith(text, typed.value))
            ++values[text];
    }
    for (auto value = values.constBegin(); value != values.constEnd(); ++value)
        completion.candidates.push_back({quotedValue(value.key()), {}, value.value()});
    keepTheBest(completion.candidates);
}

void addValues(Completion &completion, const Typed &typed, const rows::FieldSpec &spec,
               rows::Subject subject, const rows::Snapshot &snapshot, const StuckRules *rules)
{
    completion.what = What::Value;
    completion.at = typed.valueAt;
    switch (spec.kind) {
    case rows::FieldKind::Word:
        return addWords(completion, snapshot, subject, spec.field, typed.value);
    case rows::FieldKind::Json:
        if (typed.name.contains(u'.'))
            addDataValues(completion, snapshot, subject, typed);
        return;
    case rows::FieldKind::Status:
        return addNames(completion, {u"active"_s, u"completed"_s, u"vanished"_s}, typed.value);
    case rows::FieldKind::Reasons: {
        QStringList names{u"yes"_s, u"no"_s};
        if (rules != nullptr)
            names += rules->namesOf(~0U);
        return addNames(completion, names, typed.value);
    }
    case rows::FieldKind::Moment:
        if (typed.value.startsWith(u'-') && addUnits(completion, typed.value)) {
            completion.what = What::Unit;
            return;
        }
        break;
    case rows::FieldKind::Seconds:
    case rows::FieldKind::Duration:
        if (addUnits(completion, typed.value)) {
            completion.what = What::Unit;
            return;
        }
        break;
    case rows::FieldKind::Count:
        break;
    }
    addExamples(completion, spec.kind, typed.value);
}

} // namespace

Completion complete(const QString &text, qsizetype cursor, rows::Subject subject,
                    const rows::Snapshot &snapshot, const StuckRules *rules)
{
    Completion completion;
    const std::optional<Typed> typed = typedIn(text, cursor);
    if (!typed)
        return completion;
    completion.at = typed->at;
    const qsizetype point = typed->name.indexOf(u'.');
    const QStringView name = QStringView(typed->name).first(point < 0 ? typed->name.size() : point);
    const rows::FieldSpec *spec = rows::findField(name);
    const bool isKnown = spec != nullptr && spec->subjects.testFlag(subject)
        && (point < 0 || spec->kind == rows::FieldKind::Json);
    if (typed->comparison) {
        if (isKnown)
            addValues(completion, *typed, *spec, subject, snapshot, rules);
    } else if (isKnown && point >= 0) {
        completion.what = What::DataKey;
        addDataKeys(completion, snapshot, subject, *typed);
        const QString step = text.sliced(completion.at,
                                         typed->at + typed->name.size() - completion.at);
        const bool isWhole = std::any_of(completion.candidates.begin(), completion.candidates.end(),
                                         [&step](const Candidate &key) {
                                             return key.text == step;
                                         });
        if (isWhole)
            addOperators(completion, *spec, step);
    } else {
        completion.what = isKnown ? What::Operator : What::Field;
        if (isKnown)
            addOperators(completion, *spec, typed->name);
        addFields(completion, typed->name, subject);
    }
    // What stands behind the cursor of the same piece is replaced as well.
    qsizetype end = std::clamp<qsizetype>(cursor, 0, text.size());
    while (end < text.size() && !text[end].isSpace() && text[end] != u')' && text[end] != u','
           && !isOperatorSign(text[end]))
        ++end;
    completion.length = end - completion.at;
    if (completion.candidates.empty())
        completion.what = What::Nothing;
    return completion;
}

QStringList dataPathsIn(const rows::Snapshot &snapshot, rows::Subject subject)
{
    QMap<QStringList, quint32> paths;
    for (const rows::Word word : someData(snapshot, subject))
        collectPaths(snapshot.words.at(word), {}, paths);
    std::vector<Candidate> candidates;
    for (auto path = paths.constBegin(); path != paths.constEnd(); ++path)
        candidates.push_back({rows::DataPath(path.key()).toString(), {}, path.value()});
    keepTheBest(candidates);
    QStringList names;
    for (const Candidate &candidate : candidates)
        names.append(candidate.text);
    return names;
}

} // namespace closeout::filter
