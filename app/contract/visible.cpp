// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/visible.h"

#include <QtCore/QStringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Without a shape of their own, or obeyed instead of drawn; in order.
constexpr std::array hidden{
    Range{0x0000, 0x001f}, // C0
    Range{0x007f, 0x00a0}, // DEL, C1, no-break space
    Range{0x00ad, 0x00ad}, // soft hyphen
    Range{0x034f, 0x034f}, // grapheme joiner
    Range{0x061c, 0x061c}, // Arabic letter mark
    Range{0x115f, 0x1160}, // Hangul fillers
    Range{0x1680, 0x1680}, // a space
    Range{0x17b4, 0x17b5}, // Khmer vowels that are not drawn
    Range{0x180b, 0x180f}, // Mongolian selectors and vowel separator
    Range{0x2000, 0x200f}, // spaces, zero width, joiners, direction marks
    Range{0x2028, 0x202f}, // separators, embeddings and overrides, narrow no-break space
    Range{0x205f, 0x206f}, // a space, invisible operators, isolates, deprecated formats
    Range{0x2800, 0x2800}, // Braille without a dot
    Range{0x3000, 0x3000}, // the wide space
    Range{0x3164, 0x3164}, // Hangul filler
    Range{0xd800, 0xdfff}, // halves of a pair
    Range{0xfdd0, 0xfdef}, // noncharacters
    Range{0xfe00, 0xfe0f}, // selectors of a form
    Range{0xfeff, 0xfeff}, // byte order mark
    Range{0xffa0, 0xffa0}, // Hangul filler
    Range{0xfff0, 0xfffc}, // annotations, the object replacement character
    Range{0x13430, 0x1343f}, // formats of hieroglyphs
    Range{0x1bca0, 0x1bca3}, // of shorthand
    Range{0x1d173, 0x1d17a}, // of music
    Range{0xe0000, 0xe0fff}, // tags and further selectors
};

bool isHidden(char32_t c)
{
    if ((c & 0xfffe) == 0xfffe) // a noncharacter of any plane
        return true;
    const auto *range = std::lower_bound(hidden.begin(), hidden.end(), c,
                                         [](const Range &r, char32_t wanted) {
                                             return r.last < wanted;
                                         });
    return range != hidden.end() && range->first <= c;
}

// Most texts are of nothing else.
bool isOrdinary(char16_t unit)
{
    return (unit >= 0x20 && unit < 0x7f) || (unit > 0xad && unit < 0x034f);
}

bool isEmoji(char32_t c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2190 && c <= 0x21ff)
        || (c >= 0x2300 && c <= 0x23ff) || (c >= 0x25a0 && c <= 0x27bf)
        || (c >= 0x2900 && c <= 0x297f) || (c >= 0x2b00 && c <= 0x2bff);
}

bool isEmojiSelector(char32_t c)
{
    return c == 0xfe0e || c == 0xfe0f;
}

bool isKeycapBase(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

// Scripts in which a joiner changes what is drawn, so that it is seen.
bool joins(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Arabic:
    case QChar::Script_Syriac:
    case QChar::Script_Devanagari:
    case QChar::Script_Bengali:
    case QChar::Script_Gurmukhi:
    case QChar::Script_Gujarati:
    case QChar::Script_Oriya:
    case QChar::Script_Tamil:
    case QChar::Script_Telugu:
    case QChar::Script_Kannada:
    case QChar::Script_Malayalam:
    case QChar::Script_Sinhala:
        return QChar::isLetter(c) || QChar::isMark(c);
    default:
        return false;
    }
}

bool isWide(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return !isHidden(c);
    default:
        return c >= 0xff01 && c <= 0xff5e;
    }
}

struct Around // what stands at a place; 0: nothing
{
    char32_t before;
    char32_t here;
    char32_t behind;
};

bool isSeenThere(const Around &at)
{
    switch (at.here) {
    case 0x200c: // non-joiner
        return joins(at.before) && joins(at.behind);
    case 0x200d: // joiner
        return (joins(at.before) && joins(at.behind))
            || ((isEmoji(at.before) || at.before == 0xfe0f) && isEmoji(at.behind));
    case 0x3000:
        return isWide(at.before) && isWide(at.behind);
    default:
        return isEmojiSelector(at.here)
            && (isEmoji(at.before) || (isKeycapBase(at.before) && at.behind == 0x20e3));
    }
}

char32_t codePointAt(QStringView text, qsizetype index)
{
    if (index < 0 || index >= text.size())
        return 0;
    const QChar unit = text.at(index);
    if (unit.isHighSurrogate() && index + 1 < text.size() && text.at(index + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text.at(index + 1));
    return unit.unicode();
}

char32_t codePointBefore(QStringView text, qsizetype index)
{
    const bool isPair = index > 1 && text.at(index - 1).isLowSurrogate()
        && text.at(index - 2).isHighSurrogate();
    return codePointAt(text, index - (isPair ? 2 : 1));
}

enum class Layout : quint8 { OneLine, Lines };

bool isLayout(QStringView text, qsizetype index)
{
    const QChar c = text.at(index);
    return c == u'\n' || c == u'\t'
        || (c == u'\r' && index + 1 < text.size() && text.at(index + 1) == u'\n');
}

QString drawn(const QString &text, Layout layout)
{
    QString out;
    qsizetype taken = 0; // of the text, into out
    for (qsizetype i = 0; i < text.size();) {
        if (isOrdinary(text.at(i).unicode())) {
            ++i;
            continue;
        }
        const char32_t c = codePointAt(text, i);
        const qsizetype size = c > 0xffff ? 2 : 1;
        const bool stays = !isHidden(c) || (layout == Layout::Lines && isLayout(text, i))
            || isSeenThere({codePointBefore(text, i), c, codePointAt(text, i + size)});
        if (!stays) {
            out += QStringView(text).sliced(taken, i - taken);
            out += u"⟨U+%1⟩"_s.arg(QString::number(c, 16).toUpper(), 4, u'0');
            taken = i + size;
        }
        i += size;
    }
    if (taken == 0)
        return text;
    out += QStringView(text).sliced(taken);
    return out;
}

} // namespace

QString visible(const QString &text)
{
    return drawn(text, Layout::OneLine);
}

QString visibleLines(const QString &text)
{
    return drawn(text, Layout::Lines);
}

} // namespace closeout::contract
