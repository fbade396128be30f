// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/strings.h"

#include <QtCore/QStringDecoder>

namespace closeout::json {

namespace {

void appendEscape(QByteArray &out, char16_t unit)
{
    out += "\\u";
    out += QByteArray::number(unit, 16).rightJustified(4, '0');
}

char simpleEscape(char16_t unit) // 0: there is none
{
    switch (unit) {
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return 0;
    }
}

char16_t unescaped(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default: // quote, backslash, slash
        return char16_t(uchar(letter));
    }
}

} // namespace

QByteArray spell(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out += '"';
    qsizetype plainFrom = 0;
    const auto flush = [&](qsizetype until) {
        out += text.sliced(plainFrom, until - plainFrom).toUtf8();
        plainFrom = until + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        } else if (const char letter = simpleEscape(unit)) {
            flush(i);
            out += '\\';
            out += letter;
        } else if (unit < 0x20 || QChar::isSurrogate(unit)) {
            flush(i);
            appendEscape(out, unit);
        }
    }
    flush(text.size());
    out += '"';
    return out;
}

QString unspell(QByteArrayView raw)
{
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    QString text;
    qsizetype plainFrom = 0;
    for (qsizetype i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', plainFrom)) {
        text += decoded(inner.sliced(plainFrom, i - plainFrom));
        const char letter = inner[i + 1];
        if (letter == 'u') {
            text += QChar(char16_t(inner.sliced(i + 2, 4).toByteArray().toUShort(nullptr, 16)));
            plainFrom = i + 6;
        } else {
            text += QChar(unescaped(letter));
            plainFrom = i + 2;
        }
    }
    text += decoded(inner.sliced(plainFrom));
    return text;
}

bool says(QByteArrayView raw, QStringView text)
{
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    for (qsizetype i = 0; i < inner.size(); ++i) {
        const char letter = inner[i];
        if (letter == '\\' || static_cast<signed char>(letter) < 0)
            return unspell(raw) == text;
        if (i == text.size() || text[i] != QLatin1Char(letter))
            return false;
    }
    return inner.size() == text.size();
}

QString decoded(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

} // namespace closeout::json
