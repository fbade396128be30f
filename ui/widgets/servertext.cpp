// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/servertext.h"

#include "contract/visible.h"

#include <QtGui/QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr qsizetype longestShown = 200; // characters
constexpr qsizetype longestToolTip = 2000;
constexpr qsizetype longestLine = 100; // of a tool tip; a longer one must be wrapped

// A tool tip wraps what it takes for HTML alone.
QString wrapped(QString line)
{
    QString lines;
    while (line.size() > longestLine) {
        const qsizetype space = line.lastIndexOf(u' ', longestLine);
        const bool isPair = line.at(longestLine - 1).isHighSurrogate();
        const qsizetype end = space > 0 ? space : longestLine - (isPair ? 1 : 0);
        lines += line.first(end) + u'\n';
        line.remove(0, space > 0 ? end + 1 : end);
    }
    return lines + line;
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
    return contract::visible(cutTo(longestShown, text));
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
    const QString told = contract::visibleLines(cutTo(longestToolTip, text));
    QStringList lines = told.split(u'\n');
    for (QString &line : lines)
        line = wrapped(line);
    // Screen readers read tool tips, too, so it must not become HTML to be kept from being it.
    QString tip = lines.join(u'\n');
    if (Qt::mightBeRichText(tip))
        tip.replace(u"<"_s, u"<\u2060"_s).replace(u"&lt;"_s, u"&\u2060lt;"_s);
    return tip;
}

} // namespace closeout::ui
