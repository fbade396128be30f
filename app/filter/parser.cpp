// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/tree.h"
#include "result.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using TokenKind = Token::Kind;
using Parsed = tl::expected<Node, Fault>;

constexpr int deepest = 100; // parentheses inside one another

Node combined(Node::Kind kind, std::vector<Node> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Node node;
    node.kind = kind;
    for (Node &part : parts) {
        if (part.kind == kind)
            std::move(part.children.begin(), part.children.end(),
                      std::back_inserter(node.children));
        else
            node.children.push_back(std::move(part));
    }
    return node;
}

Node negated(Node node)
{
    if (node.kind == Node::Kind::Not) {
        Node inner = std::move(node.children.front());
        return inner;
    }
    Node out;
    out.kind = Node::Kind::Not;
    out.children.push_back(std::move(node));
    return out;
}

// By recursive descent: OR binds least, then AND, which may be left out, then NOT.
class Parser
{
public:
    Parser(QList<Token> tokens, rows::Subject subject)
        : m_tokens(std::move(tokens))
        , m_subject(subject)
    {
    }

    Parsed read()
    {
        if (m_tokens.isEmpty())
            return Node();
        Parsed node = readOr(0);
        if (node && here() != nullptr) // readOr() ends at what closes only
            return error(*here(), Tr::tr("No parenthesis was opened that this one could close."));
        return node;
    }

private:
    const Token *here() const { return m_at < m_tokens.size() ? &m_tokens.at(m_at) : nullptr; }
    bool isHere(TokenKind kind) const { return here() != nullptr && here()->kind == kind; }
    static tl::unexpected<Fault> error(const Token &token, const QString &message)
    {
        return tl::unexpected(Fault{token.at, token.length, message});
    }

    Parsed readOr(int depth);
    Parsed readAnd(int depth);
    Parsed readNot(int depth);
    Parsed readGroup(int depth);
    std::optional<Fault> missing() const;

    QList<Token> m_tokens;
    rows::Subject m_subject;
    qsizetype m_at = 0;
};

// Something must stand here that can be asked.
std::optional<Fault> Parser::missing() const
{
    const Token *token = here();
    const Token *before = m_at > 0 ? &m_tokens.at(m_at - 1) : nullptr;
    const auto at = [](const Token &place, const QString &message) {
        return Fault{place.at, place.length, message};
    };
    const bool isDangling = before != nullptr
        && (before->kind == TokenKind::And || before->kind == TokenKind::Or
            || before->kind == TokenKind::Not);
    const bool isMissing = token == nullptr || token->kind == TokenKind::Close
        || token->kind == TokenKind::And || token->kind == TokenKind::Or;
    if (!isMissing)
        return {};
    if (isDangling)
        return at(*before, Tr::tr("Something is missing behind “%1”.").arg(before->text));
    if (token != nullptr && token->kind != TokenKind::Close)
        return at(*token,
                  Tr::tr("Something is missing before “%1”. Put the word in quotes if you search "
                         "for it.")
                      .arg(token->text));
    if (before != nullptr && before->kind == TokenKind::Open)
        return at(*before,
                  token == nullptr
                      ? Tr::tr("The parenthesis that opens here is not closed. Add a ).")
                      : Tr::tr("There is nothing between these parentheses."));
    if (token != nullptr)
        return at(*token, Tr::tr("No parenthesis was opened that this one could close."));
    return at(*before, Tr::tr("Something is missing behind this."));
}

Parsed Parser::readOr(int depth)
{
    std::vector<Node> parts;
    do {
        Parsed part = readAnd(depth);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    } while (isHere(TokenKind::Or) && ++m_at > 0);
    return combined(Node::Kind::Or, std::move(parts));
}

Parsed Parser::readAnd(int depth)
{
    std::vector<Node> parts;
    do {
        if (isHere(TokenKind::And) && !parts.empty())
            ++m_at;
        Parsed part = readNot(depth);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    } while (here() != nullptr && !isHere(TokenKind::Or) && !isHere(TokenKind::Close));
    return combined(Node::Kind::And, std::move(parts));
}

Parsed Parser::readNot(int depth)
{
    bool isNegated = false;
    while (isHere(TokenKind::Not) || isHere(TokenKind::Minus)) {
        isNegated = !isNegated;
        ++m_at;
    }
    if (const std::optional<Fault> gap = missing())
        return tl::unexpected(*gap);
    if (isHere(TokenKind::Open)) {
        Parsed group = readGroup(depth);
        return group && isNegated ? Parsed(negated(std::move(*group))) : group;
    }
    tl::expected<Condition, Fault> test = questionOf(*here(), m_subject);
    if (!test)
        return tl::unexpected(test.error());
    ++m_at;
    Node node;
    node.kind = Node::Kind::Test;
    node.test = std::move(*test);
    return isNegated ? negated(std::move(node)) : node;
}

Parsed Parser::readGroup(int depth)
{
    const Token opening = *here();
    if (depth == deepest)
        return error(opening,
                     Tr::tr("There are more than %1 parentheses inside one another.").arg(deepest));
    ++m_at;
    Parsed node = readOr(depth + 1);
    if (!node)
        return node;
    if (!isHere(TokenKind::Close))
        return error(opening, Tr::tr("The parenthesis that opens here is not closed. Add a )."));
    ++m_at;
    return node;
}

QString printedValue(const Value &value)
{
    if (value.form == Value::Form::Regex)
        return u'/' + value.text + u'/';
    const bool isBare = !value.text.isEmpty() && value.text[0] != u'/'
        && std::none_of(value.text.begin(), value.text.end(),
                        [](QChar c) { return c.isSpace() || u"()\",\\"_s.contains(c); });
    return isBare ? value.text : u'"' + QString(value.text).replace(u'"', "\\\""_L1) + u'"';
}

QString printedWords(const QString &text)
{
    const bool isKeyword = text.compare("and"_L1, Qt::CaseInsensitive) == 0
        || text.compare("or"_L1, Qt::CaseInsensitive) == 0
        || text.compare("not"_L1, Qt::CaseInsensitive) == 0;
    const bool isBare = !isKeyword && text[0] != u'/' && text[0] != u'-'
        && std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isSpace() || u"()\":=<>!\\"_s.contains(c); });
    if (isBare)
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

QString printedTest(const Condition &test)
{
    if (test.of == Condition::Of::AnyText) {
        const Value &value = test.values.first();
        return value.form == Value::Form::Regex ? printedValue(value) : printedWords(value.text);
    }
    QString text = specOf(test.field).shortName;
    if (test.of == Condition::Of::Path)
        text += u'.' + test.path.toString();
    QStringList values;
    for (const Value &value : test.values)
        values.append(printedValue(value));
    return text + spellingOf(test.comparison) + values.join(u',');
}

} // namespace

tl::expected<Node, Fault> parseFilter(const QString &text, rows::Subject subject)
{
    Tokens tokens = tokensOf(text);
    if (tokens.error) {
        // Behind a wrong field, as in http://x, nothing can be right.
        for (const Token &token : std::as_const(tokens.tokens)) {
            const bool isTerm = token.kind == TokenKind::Term && !token.text.isEmpty();
            if (const auto wrong = isTerm ? wrongField(token, subject) : std::nullopt)
                return tl::unexpected(*wrong);
        }
        return tl::unexpected(*tokens.error);
    }
    return Parser(std::move(tokens.tokens), subject).read();
}

QString quotedValue(const QString &text)
{
    return printedValue({Value::Form::Text, Glob::escaped(text)});
}

QString print(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children) {
        const bool isGroup = child.kind == Node::Kind::Or
            || (child.kind == Node::Kind::And && node.kind == Node::Kind::Not);
        const QString part = print(child);
        parts.append(isGroup ? u'(' + part + u')' : part);
    }
    switch (node.kind) {
    case Node::Kind::Everything:
        return {};
    case Node::Kind::And:
        return parts.join(u' ');
    case Node::Kind::Or:
        return parts.join(" OR "_L1);
    case Node::Kind::Not:
        return u'-' + parts.first();
    case Node::Kind::Test:
        return printedTest(node.test);
    }
    return {};
}

} // namespace closeout::filter
