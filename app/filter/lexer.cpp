// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/lexer.h"

#include "filter/quantities.h"
#include "filter/textmatch.h"
#include "result.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using TokenKind = Token::Kind;

constexpr std::array spellings{":"_L1, "="_L1, "!="_L1, "<"_L1, "<="_L1, ">"_L1, ">="_L1};

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    Tokens read()
    {
        skipSpace();
        while (m_at < m_text.size() && !m_out.error) {
            readToken();
            skipSpace();
        }
        return m_out;
    }

private:
    QChar here(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    void skipSpace()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
    }
    // Where something ends that stands without quotes.
    bool atGap() const { return atEnd() || here().isSpace() || here() == u'(' || here() == u')'; }

    void fail(qsizetype at, qsizetype length, QString message)
    {
        if (!m_out.error)
            m_out.error = Fault{at, length, std::move(message)};
    }
    void add(Token token, qsizetype start)
    {
        token.at = start;
        token.length = m_at - start;
        m_out.tokens.append(std::move(token));
    }

    void readToken();
    void readMinus();
    void readWord();
    void readTerm(Token token, qsizetype start);
    void readValues(Token &token);
    bool readValue(Token &token);
    void readBareValue(Value &value);
    void joinBehindBlanks(Token &token);
    bool joinUnit(Value &value, QStringView piece, qsizetype at);
    QStringView pieceBehindBlanks(qsizetype from) const;
    void readName();
    std::optional<Comparison> comparisonAt(qsizetype at) const;
    std::optional<Comparison> comparisonBehindSpace();
    // Both read from the opening sign and fail where there is no closing one.
    QString readQuoted(bool isPattern);
    QString readRegex();
    void wantGap();

    const QString &m_text;
    qsizetype m_at = 0;
    Tokens m_out;
};

std::optional<Comparison> Lexer::comparisonAt(qsizetype at) const
{
    const QStringView rest = QStringView(m_text).sliced(at);
    std::optional<Comparison> found;
    for (size_t i = 0; i < spellings.size(); ++i) { // the longer ones stand behind
        if (rest.startsWith(spellings[i]))
            found = Comparison(i);
    }
    return found;
}

// A person may write blanks around a comparison: age > 4h.
std::optional<Comparison> Lexer::comparisonBehindSpace()
{
    qsizetype at = m_at;
    while (at < m_text.size() && m_text[at].isSpace())
        ++at;
    const std::optional<Comparison> comparison = comparisonAt(at);
    if (comparison && (at == m_at || comparison != Comparison::Is))
        m_at = at;
    else
        return {};
    return comparison;
}

QString Lexer::readQuoted(bool isPattern)
{
    const qsizetype start = m_at++;
    QString text;
    while (!atEnd() && here() != u'"') {
        const QChar next = here(1);
        if (here() == u'\\' && (next == u'"' || next == u'\\')) {
            if (isPattern && next == u'\\')
                text += u'\\';
            ++m_at;
        } else if (isPattern && here() == u'\\') {
            text += u'\\';
            const bool isEscape = next == u'*' || next == u'?';
            m_at += isEscape ? 1 : 0;
        }
        text += m_text[m_at++];
    }
    if (atEnd())
        fail(start, m_at - start, Tr::tr("The quote that opens here is not closed. Add a \"."));
    else
        ++m_at;
    return text;
}

QString Lexer::readRegex()
{
    const qsizetype start = m_at++;
    const qsizetype inner = m_at;
    while (!atEnd() && here() != u'/')
        m_at += here() == u'\\' ? 2 : 1;
    if (m_at >= m_text.size()) {
        m_at = m_text.size();
        fail(start, m_at - start,
             Tr::tr("The regular expression that opens here is not closed. Add a /, or put the "
                    "text in quotes if you do not mean one."));
        return m_text.sliced(inner);
    }
    const QString pattern = m_text.sliced(inner, m_at - inner);
    ++m_at;
    if (pattern.isEmpty())
        fail(start, 2, Tr::tr("There is nothing between the two slashes of the expression."));
    return pattern;
}

void Lexer::wantGap()
{
    if (!atGap() && !m_out.error)
        fail(m_at, 1, Tr::tr("Put a blank before “%1”.").arg(here()));
}

void Lexer::readToken()
{
    const qsizetype start = m_at;
    Token token;
    if (here() == u'(' || here() == u')') {
        token.kind = here() == u'(' ? TokenKind::Open : TokenKind::Close;
        ++m_at;
        add(token, start);
    } else if (here() == u'-') {
        readMinus();
    } else if (here() == u'"') {
        token.isQuoted = true;
        token.text = readQuoted(false);
        if (token.text.isEmpty())
            fail(start, m_at - start, Tr::tr("There is nothing between the two quotes."));
        wantGap();
        add(token, start);
    } else if (here() == u'/') {
        token.kind = TokenKind::Regex;
        token.text = readRegex();
        wantGap();
        add(token, start);
    } else {
        readWord();
    }
}

void Lexer::readMinus()
{
    Token token;
    token.kind = TokenKind::Minus;
    const qsizetype start = m_at++;
    if (atEnd() || here().isSpace() || here() == u')' || here() == u'-')
        fail(start, 1,
             Tr::tr("The minus excludes what stands directly behind it, as in -media:email."));
    add(token, start);
}

// What may be a word, or the field of a term: up to a gap or a comparison. A quote opens behind a
// point only, for a step of a path.
void Lexer::readName()
{
    while (!atGap() && !comparisonAt(m_at)) {
        const bool isStep = here() == u'"' && m_at > 0 && m_text[m_at - 1] == u'.';
        if (isStep)
            readQuoted(false);
        else if (here() == u'"')
            break;
        else
            ++m_at;
    }
}

void Lexer::readWord()
{
    const qsizetype start = m_at;
    readName();
    Token token;
    token.text = m_text.sliced(start, m_at - start);
    if (!m_out.error) {
        token.at = start;
        token.nameLength = m_at - start;
        if (const std::optional<Comparison> comparison = comparisonBehindSpace()) {
            token.comparison = *comparison;
            readTerm(token, start);
            return;
        }
    }
    token.nameLength = 0;
    const bool isAlone = atGap();
    if (isAlone && token.text.compare("and"_L1, Qt::CaseInsensitive) == 0)
        token.kind = TokenKind::And;
    else if (isAlone && token.text.compare("or"_L1, Qt::CaseInsensitive) == 0)
        token.kind = TokenKind::Or;
    else if (isAlone && token.text.compare("not"_L1, Qt::CaseInsensitive) == 0)
        token.kind = TokenKind::Not;
    wantGap();
    add(token, start);
}

void Lexer::readTerm(Token token, qsizetype start)
{
    token.kind = TokenKind::Term;
    token.comparisonAt = m_at;
    m_at += spellingOf(token.comparison).size();
    if (token.text.isEmpty()) {
        fail(start, m_at - start,
             Tr::tr("A field is missing before “%1”. Put a text that holds it in quotes.")
                 .arg(spellingOf(token.comparison)));
    } else {
        readValues(token);
        joinBehindBlanks(token);
    }
    add(token, start);
}

void Lexer::readValues(Token &token)
{
    if (token.comparison != Comparison::Is) {
        const qsizetype behind = m_at;
        skipSpace();
        if (atEnd())
            m_at = behind;
    }
    while (readValue(token)) {
        if (here() != u',') {
            wantGap();
            return;
        }
        ++m_at;
    }
}

bool Lexer::readValue(Token &token)
{
    Value value;
    value.at = m_at;
    if (here() == u'"') {
        value.text = readQuoted(true);
    } else if (here() == u'/') {
        value.form = Value::Form::Regex;
        value.text = readRegex();
    } else {
        readBareValue(value);
        if (value.text.isEmpty()) {
            const QString term = m_text.sliced(token.at, m_at - token.at).simplified();
            const QString message = here() == u'('
                ? Tr::tr("A value cannot be in parentheses. Write alternatives with commas, as in "
                         "type:a,b.")
                : Tr::tr("A value is missing behind “%1”. Write it without a blank before it; "
                         "\"\" stands for “not said”.")
                      .arg(term);
            fail(token.comparisonAt, m_at - token.comparisonAt, message);
            return false;
        }
    }
    value.length = m_at - value.at;
    token.values.append(value);
    return !m_out.error;
}

void Lexer::readBareValue(Value &value)
{
    while (!atGap() && here() != u',') {
        const QChar next = here(1);
        if (here() == u'\\') {
            const bool isEscape = next == u'*' || next == u'?' || next == u'\\' || next == u'"';
            if (next != u'"')
                value.text += u'\\';
            m_at += isEscape ? 1 : 0;
        }
        value.text += m_text[m_at++];
    }
}

// What stands without quotes behind a blank and may belong to a value; empty: nothing does.
QStringView Lexer::pieceBehindBlanks(qsizetype from) const
{
    qsizetype at = from;
    while (at < m_text.size() && m_text[at].isSpace())
        ++at;
    qsizetype end = at;
    while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u'('
           && m_text[end] != u')')
        ++end;
    return at == from ? QStringView() : QStringView(m_text).sliced(at, end - at);
}

// "4 h", "3 d 4 h", "2026-11-01 10:42": a person writes quantities with blanks, and the window
// shows them so. A number of seconds and a word to be searched for is what nobody means.
void Lexer::joinBehindBlanks(Token &token)
{
    const rows::FieldSpec *spec = rows::findField(token.text);
    if (spec == nullptr || m_out.error || token.values.isEmpty())
        return;
    Value &value = token.values.last();
    const bool isBare = value.form == Value::Form::Text && m_text[value.at] != u'"';
    const bool isMoment = spec->kind == rows::FieldKind::Moment;
    const bool isDuration = spec->kind == rows::FieldKind::Duration
        || spec->kind == rows::FieldKind::Seconds
        || (isMoment && (value.text.startsWith(u'-') || value.text.startsWith(u'+')));
    if (!isBare || (!isMoment && !isDuration))
        return;
    if (isMoment && !isDuration) {
        static const QRegularExpression day(uR"(\d\D\d+\D\d*\d$)"_s);
        static const QRegularExpression time(uR"(^\d{1,2}:\d\d)"_s);
        const QStringView piece = pieceBehindBlanks(m_at);
        if (day.match(value.text).hasMatch() && time.match(piece.toString()).hasMatch()) {
            value.text += u'T' + piece.toString();
            m_at = piece.end() - QStringView(m_text).begin();
        }
    } else {
        for (QStringView piece = pieceBehindBlanks(m_at); !piece.isEmpty();
             piece = pieceBehindBlanks(m_at)) {
            if (!joinUnit(value, piece, piece.begin() - QStringView(m_text).begin()))
                break;
            m_at = piece.end() - QStringView(m_text).begin();
        }
    }
    value.length = m_at - value.at;
}

// False: the piece begins something else.
bool Lexer::joinUnit(Value &value, QStringView piece, qsizetype at)
{
    const bool lacksUnit = value.text.back().isDigit();
    const bool isTerm = std::any_of(piece.begin(), piece.end(),
                                    [](QChar c) { return u":=<>!"_s.contains(c); });
    const bool isSign = u"-\"/"_s.contains(piece.front());
    const bool isKeyword = piece.compare("and"_L1, Qt::CaseInsensitive) == 0
        || piece.compare("or"_L1, Qt::CaseInsensitive) == 0
        || piece.compare("not"_L1, Qt::CaseInsensitive) == 0;
    if (isTerm || isSign || isKeyword)
        return false;
    const bool isNumber = std::all_of(piece.begin(), piece.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.';
    });
    const bool fits = lacksUnit
        ? isDurationUnit(piece)
        : isDuration(piece) || (isNumber && isDurationUnit(pieceBehindBlanks(at + piece.size())));
    if (fits) {
        value.text += piece;
        return true;
    }
    const bool isZero = std::none_of(value.text.begin(), value.text.end(),
                                     [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (lacksUnit && !isZero) {
        fail(at, piece.size(),
             Tr::tr("“%1” is no unit of time, and “%2” has none. Write %2s if you mean seconds.")
                 .arg(piece, value.text));
    }
    return false;
}

} // namespace

QLatin1StringView spellingOf(Comparison comparison)
{
    return spellings[size_t(comparison)];
}

Tokens tokensOf(const QString &text)
{
    return Lexer(text).read();
}

} // namespace closeout::filter
