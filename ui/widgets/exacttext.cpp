// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/exacttext.h"

#include "contract/visible.h"

#include <QtCore/QMimeData>
#include <QtGui/QTextCursor>

#include <algorithm>

namespace closeout::ui {

ExactText::ExactText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ExactText::setExactText(const QString &text)
{
    m_text.clear();
    m_marks.clear();
    m_shownSize = 0;
    setPlainText(take(text));
}

void ExactText::append(const QString &text, const QTextCharFormat &format)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(take(text), format);
}

void ExactText::clearExactText()
{
    setExactText({});
}

QString ExactText::take(const QString &text)
{
    const QString drawn = contract::visibleLines(text);
    const qsizetype before = m_text.size();
    QString shown;
    shown.reserve(drawn.size());
    qsizetype at = 0; // in the text
    for (qsizetype next = 0; next < drawn.size();) {
        const QChar unit = drawn.at(next);
        const bool isLineEnd = unit == u'\r' && text.at(at) == u'\r'; // \n is behind it
        if (unit == text.at(at) && !isLineEnd) {
            shown += unit;
            ++next;
            ++at;
            continue;
        }
        const qsizetype end = isLineEnd ? next + 2 : drawn.indexOf(u'⟩', next) + 1;
        const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size()
            && text.at(at + 1).isLowSurrogate();
        const qsizetype realSize = isLineEnd || isPair ? 2 : 1;
        const QString mark = isLineEnd ? QString(u'\n') : drawn.sliced(next, end - next);
        m_marks.append({m_shownSize + shown.size(), mark.size(), before + at, realSize});
        shown += mark;
        next = end;
        at += realSize;
    }
    m_text += text;
    m_shownSize += shown.size();
    return shown;
}

qsizetype ExactText::realPlace(qsizetype shown, Edge edge) const
{
    const auto behind = std::upper_bound(m_marks.cbegin(), m_marks.cend(), shown,
                                         [](qsizetype place, const Mark &mark) {
                                             return place < mark.shown;
                                         });
    if (behind == m_marks.cbegin())
        return shown;
    const Mark &mark = *(behind - 1);
    const qsizetype inside = shown - mark.shown;
    if (inside >= mark.shownSize)
        return mark.real + mark.realSize + inside - mark.shownSize;
    // A part of a mark is all of it.
    return inside == 0 || edge == Edge::Start ? mark.real : mark.real + mark.realSize;
}

QMimeData *ExactText::createMimeDataFromSelection() const
{
    const QTextCursor selected = textCursor();
    const qsizetype from = realPlace(selected.selectionStart(), Edge::Start);
    const qsizetype until = std::min(realPlace(selected.selectionEnd(), Edge::End), m_text.size());
    auto *mime = new QMimeData;
    mime->setText(m_text.sliced(from, std::max<qsizetype>(0, until - from)));
    return mime;
}

} // namespace closeout::ui
