// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/exchangeview.h"

#include "contract/timestamp.h"
#include "ui/journal/entrywords.h"
#include "ui/widgets/metrics.h"

#include <QtCore/QEvent>
#include <QtGui/QTextCursor>

namespace closeout::ui {

using journal::ExchangeRecord;

namespace {

QTextCharFormat coloured(const QColor &colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    return format;
}

QTextCharFormat headingFormat()
{
    QTextCharFormat format = coloured(theme().accent);
    format.setFontWeight(QFont::DemiBold);
    return format;
}

void writeParts(QTextCursor &cursor, const ExchangeRecord &exchange)
{
    const auto write = [&cursor](const QByteArray &bytes, const QColor &colour) {
        if (!bytes.isEmpty())
            cursor.insertText(readable(bytes).trimmed() + u'\n', coloured(colour));
    };
    write(exchange.requestHead, theme().mutedText);
    write(exchange.requestBody, theme().text);
    cursor.insertText(QStringLiteral("\n"), {});
    write(exchange.answerHead, theme().mutedText);
    write(exchange.answerBody, theme().text);
    write(exchange.error.toUtf8(), theme().bad);
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Raw exchange"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(fontOf(Type::Mono));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setPlaceholderText(tr("Select an entry to see its request and its answer."));
}

void ExchangeView::showEntry(const journal::Entry &entry)
{
    m_entry = entry;
    write();
}

void ExchangeView::showNothing()
{
    m_entry.reset();
    clear();
}

void ExchangeView::write()
{
    clear();
    QTextCursor cursor(document());
    for (const ExchangeRecord &exchange : std::as_const(m_entry->exchanges)) {
        if (!cursor.atStart())
            cursor.insertText(QStringLiteral("\n"), {});
        cursor.insertText(tr("%1, %2, %3 ms")
                                  .arg(purposeWords(exchange.purpose),
                                       contract::formatTimestamp(exchange.startedAt),
                                       QString::number(exchange.milliseconds))
                              + u'\n',
                          headingFormat());
        writeParts(cursor, exchange);
    }
    moveCursor(QTextCursor::Start);
}

void ExchangeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_entry)
        write();
}

} // namespace closeout::ui
