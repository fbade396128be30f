// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/servertext.h"

#include <QtGui/QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr qsizetype longestShown = 200; // characters
constexpr qsizetype longestToolTip = 2000;
constexpr qsizetype longestLine = 100; // of a tool tip; a longer one must be wrapped

bool hasLongLine(QStringView text)
{
    const QList<QStringView> lines = text.split(u'\n');
    return std::any_of(lines.cbegin(), lines.cend(),
                       [](QStringView line) { return line.size() > longestLine; });
}

} // namespace

QString cutTo(qsizetype longest, const QString &text)
{
    if (text.size() <= longest)
        return text;
    const bool isPair = text.at(longest - 1).isHighSurrogate();
    return text.first(isPair ? longest - 1 : longest) + u'…';
}

QString shown(const QString &text)
{
    return cutTo(longestShown, text);
}

QVariant shownCell(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QString ? QVariant(shown(cell.toString())) : cell;
}

QString breakable(QString text)
{
    return text.replace(u'-', u"-\u200B"_s);
}

QString plainToolTip(const QString &text)
{
    const QString told = cutTo(longestToolTip, text);
    // As it is where it can be: screen readers read tool tips, too.
    if (!Qt::mightBeRichText(told) && !hasLongLine(told))
        return told;
    return u"<p style=\"white-space: pre-wrap\">%1</p>"_s.arg(told.toHtmlEscaped());
}

} // namespace closeout::ui
