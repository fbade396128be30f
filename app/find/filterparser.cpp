// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/filtertree.h"
#include "result.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::find {

namespace {

using Kind = FilterToken::Kind;
using Node = tl::expected<FilterNode, FilterError>;

constexpr int deepest = 100; // parentheses inside one another

FilterNode combined(FilterNode::Kind kind, std::vector<FilterNode> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    FilterNode node;
    node.kind = kind;
    for (FilterNode &part : parts) {
        if (part.kind == kind)
            std::move(part.children.begin(), part.children.end(),
                      std::back_inserter(node.children));
        else
            node.children.push_back(std::move(part));
    }
    return node;
}

FilterNode negated(FilterNode node)
{
    if (node.kind == FilterNode::Kind::Not) {
        FilterNode inner = std::move(node.children.front());
        return inner;
    }
    FilterNode out;
    out.kind = FilterNode::Kind::Not;
    out.children.push_back(std::move(node));
    return out;
}

// By recursive descent: OR binds least, then AND, which may be left out, then NOT.
class Parser
{
public:
    Parser(QList<FilterToken> tokens, Subject subject)
        : m_tokens(std::move(tokens))
        , m_subject(subject)
    {
    }

    Node read()
    {
        if (m_tokens.isEmpty())
            return FilterNode();
        Node node = readOr(0);
        if (node && here() != nullptr) // readOr() ends at what closes only
            return error(*here(), Tr::tr("No parenthesis was opened that this one could close."));
        return node;
    }

private:
    const FilterToken *here() const
    {
        return m_at < m_tokens.size() ? &m_tokens.at(m_at) : nullptr;
    }
    bool isHere(Kind kind) const { return here() != nullptr && here()->kind == kind; }
    static tl::unexpected<FilterError> error(const FilterToken &token, const QString &message)
    {
        return tl::unexpected(FilterError{token.at, token.length, message});
    }

    Node readOr(int depth);
    Node readAnd(int depth);
    Node readNot(int depth);
    Node readGroup(int depth);
    std::optional<FilterError> missing() const;

    QList<FilterToken> m_tokens;
    Subject m_subject;
    qsizetype m_at = 0;
};

// Something must stand here that can be asked.
std::optional<FilterError> Parser::missing() const
{
    const FilterToken *token = here();
    const FilterToken *before = m_at > 0 ? &m_tokens.at(m_at - 1) : nullptr;
    const auto at = [](const FilterToken &place, const QString &message) {
        return FilterError{place.at, place.length, message};
    };
    const bool isDangling = before != nullptr
        && (before->kind == Kind::And || before->kind == Kind::Or || before->kind == Kind::Not);
    const bool isMissing = token == nullptr || token->kind == Kind::Close
        || token->kind == Kind::And || token->kind == Kind::Or;
    if (!isMissing)
        return {};
    if (isDangling)
        return at(*before, Tr::tr("Something is missing behind “%1”.").arg(before->text));
    if (token != nullptr && token->kind != Kind::Close)
        return at(*token,
                  Tr::tr("Something is missing before “%1”. Put the word in quotes if you search "
                         "for it.")
                      .arg(token->text));
    if (before != nullptr && before->kind == Kind::Open)
        return at(*before,
                  token == nullptr
                      ? Tr::tr("The parenthesis that opens here is not closed. Add a ).")
                      : Tr::tr("There is nothing between these parentheses."));
    if (token != nullptr)
        return at(*token, Tr::tr("No parenthesis was opened that this one could close."));
    return at(*before, Tr::tr("Something is missing behind this."));
}

Node Parser::readOr(int depth)
{
    std::vector<FilterNode> parts;
    do {
        Node part = readAnd(depth);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    } while (isHere(Kind::Or) && ++m_at > 0);
    return combined(FilterNode::Kind::Or, std::move(parts));
}

Node Parser::readAnd(int depth)
{
    std::vector<FilterNode> parts;
    do {
        if (isHere(Kind::And) && !parts.empty())
            ++m_at;
        Node part = readNot(depth);
        if (!part)
            return part;
        parts.push_back(std::move(*part));
    } while (here() != nullptr && !isHere(Kind::Or) && !isHere(Kind::Close));
    return combined(FilterNode::Kind::And, std::move(parts));
}

Node Parser::readNot(int depth)
{
    bool isNegated = false;
    while (isHere(Kind::Not) || isHere(Kind::Minus)) {
        isNegated = !isNegated;
        ++m_at;
    }
    if (const std::optional<FilterError> gap = missing())
        return tl::unexpected(*gap);
    if (isHere(Kind::Open)) {
        Node group = readGroup(depth);
        return group && isNegated ? Node(negated(std::move(*group))) : group;
    }
    tl::expected<FilterTest, FilterError> test = questionOf(*here(), m_subject);
    if (!test)
        return tl::unexpected(test.error());
    ++m_at;
    FilterNode node;
    node.kind = FilterNode::Kind::Test;
    node.test = std::move(*test);
    return isNegated ? negated(std::move(node)) : node;
}

Node Parser::readGroup(int depth)
{
    const FilterToken opening = *here();
    if (depth == deepest)
        return error(opening,
                     Tr::tr("There are more than %1 parentheses inside one another.").arg(deepest));
    ++m_at;
    Node node = readOr(depth + 1);
    if (!node)
        return node;
    if (!isHere(Kind::Close))
        return error(opening, Tr::tr("The parenthesis that opens here is not closed. Add a )."));
    ++m_at;
    return node;
}

QString printedValue(const FilterValue &value)
{
    if (value.form == FilterValue::Form::Regex)
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

QString printedTest(const FilterTest &test)
{
    if (test.of == FilterTest::Of::AnyText) {
        const FilterValue &value = test.values.first();
        return value.form == FilterValue::Form::Regex ? printedValue(value)
                                                      : printedWords(value.text);
    }
    QString text = specOf(test.field).shortName;
    if (test.of == FilterTest::Of::Path)
        text += u'.' + test.path.toString();
    QStringList values;
    for (const FilterValue &value : test.values)
        values.append(printedValue(value));
    return text + spellingOf(test.comparison) + values.join(u',');
}

} // namespace

tl::expected<FilterNode, FilterError> parseFilter(const QString &text, Subject subject)
{
    FilterTokens tokens = tokensOf(text);
    if (tokens.error) {
        // Behind a wrong field, as in http://x, nothing can be right.
        for (const FilterToken &token : std::as_const(tokens.tokens)) {
            const bool isTerm = token.kind == Kind::Term && !token.text.isEmpty();
            if (const auto wrong = isTerm ? wrongField(token, subject) : std::nullopt)
                return tl::unexpected(*wrong);
        }
        return tl::unexpected(*tokens.error);
    }
    return Parser(std::move(tokens.tokens), subject).read();
}

QString quotedValue(const QString &text)
{
    return printedValue({FilterValue::Form::Text, Glob::escaped(text)});
}

QString printFilter(const FilterNode &node)
{
    QStringList parts;
    for (const FilterNode &child : node.children) {
        const bool isGroup = child.kind == FilterNode::Kind::Or
            || (child.kind == FilterNode::Kind::And && node.kind == FilterNode::Kind::Not);
        const QString part = printFilter(child);
        parts.append(isGroup ? u'(' + part + u')' : part);
    }
    switch (node.kind) {
    case FilterNode::Kind::Everything:
        return {};
    case FilterNode::Kind::And:
        return parts.join(u' ');
    case FilterNode::Kind::Or:
        return parts.join(" OR "_L1);
    case FilterNode::Kind::Not:
        return u'-' + parts.first();
    case FilterNode::Kind::Test:
        return printedTest(node.test);
    }
    return {};
}

} // namespace closeout::find
