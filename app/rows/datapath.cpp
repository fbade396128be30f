// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/datapath.h"

#include "json/cursor.h"
#include "json/strings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::rows {

namespace {

bool needsQuotes(const QString &step)
{
    return step.isEmpty() || std::any_of(step.begin(), step.end(), [](QChar c) {
               return c.isSpace() || u".\"\\:=<>!(),"_s.contains(c);
           });
}

// Reads a quoted step from its opening quote; at ends behind the closing one.
bool readQuoted(QStringView text, qsizetype &at, QString &step)
{
    for (++at; at < text.size() && text[at] != u'"'; ++at) {
        const bool isEscaped = text[at] == u'\\' && at + 1 < text.size()
            && (text[at + 1] == u'"' || text[at + 1] == u'\\');
        if (isEscaped)
            ++at;
        step += text[at];
    }
    return at++ < text.size();
}

QByteArrayView memberOf(QByteArrayView object, const QString &key)
{
    json::Cursor cursor(object);
    QByteArrayView found;
    if (cursor.enterObject()) {
        while (cursor.nextMember()) {
            const bool isIt = json::says(cursor.rawKey(), key);
            const QByteArrayView value = cursor.takeValue();
            if (isIt)
                found = value;
        }
    }
    return cursor.failed() ? QByteArrayView() : found;
}

QByteArrayView elementOf(QByteArrayView array, const QString &step)
{
    bool isIndex = false;
    const uint index = step.toUInt(&isIndex);
    json::Cursor cursor(array);
    if (!isIndex || !cursor.enterArray())
        return {};
    for (uint i = 0; cursor.nextElement(); ++i) {
        const QByteArrayView value = cursor.takeValue();
        if (i == index)
            return value;
    }
    return {};
}

} // namespace

Result<DataPath> DataPath::parse(QStringView text)
{
    const auto refused = [text] {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("“%1” is no path into attached data. Write the keys with points "
                              "between them, as in Feedback.rating.")
                           .arg(text));
    };
    QStringList steps;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        QString step;
        if (at < text.size() && text[at] == u'"') {
            if (!readQuoted(text, at, step))
                return refused();
        } else {
            while (at < text.size() && text[at] != u'.')
                step += text[at++];
            if (needsQuotes(step))
                return refused();
        }
        if (at < text.size() && text[at] != u'.')
            return refused();
        steps.append(step);
    }
    return DataPath(steps);
}

QString spelledStep(const QString &step)
{
    if (!needsQuotes(step))
        return step;
    QString quoted = step;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + quoted + u'"';
}

QString DataPath::toString() const
{
    QStringList spelled;
    for (const QString &step : m_steps)
        spelled.append(spelledStep(step));
    return spelled.join(u'.');
}

QByteArrayView dataValueAt(QByteArrayView attachedData, const DataPath &path)
{
    QByteArrayView value = attachedData;
    for (const QString &step : path.steps()) {
        const json::Type type = json::Cursor(value).peek();
        if (type == json::Type::Object)
            value = memberOf(value, step);
        else if (type == json::Type::Array)
            value = elementOf(value, step);
        else
            return {};
    }
    return value;
}

QByteArrayView textOfValue(QByteArrayView raw, QByteArray &storage)
{
    if (raw.size() < 2 || raw.front() != '"')
        return raw;
    if (raw.indexOf('\\') < 0)
        return raw.sliced(1, raw.size() - 2);
    storage = json::unspell(raw).toUtf8();
    return storage;
}

QByteArray readableJson(QByteArrayView raw)
{
    QByteArray out;
    QByteArray storage;
    for (qsizetype at = 0; at < raw.size();) {
        const qsizetype quote = raw.indexOf('"', at);
        if (quote < 0) {
            out += raw.sliced(at);
            break;
        }
        qsizetype end = quote + 1;
        while (end < raw.size() && raw[end] != '"')
            end += raw[end] == '\\' ? 2 : 1;
        if (end >= raw.size())
            break;
        out += raw.sliced(at, quote + 1 - at);
        out += textOfValue(raw.sliced(quote, end + 1 - quote), storage);
        out += '"';
        at = end + 1;
    }
    return out;
}

} // namespace closeout::rows
