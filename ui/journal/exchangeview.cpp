// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/exchangeview.h"

#include "contract/timestamp.h"
#include "ui/journal/entrywords.h"
#include "ui/widgets/look/metrics.h"

#include <QtCore/QEvent>
#include <QtGui/QTextCursor>

using namespace Qt::StringLiterals;

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

// Without the line ends behind it, and with all else.
QString untilItsEnd(const QByteArray &bytes)
{
    QString text = readable(bytes);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : ExactText(parent)
{
    setAccessibleName(tr("Raw exchange"));
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
    clearExactText();
}

void ExchangeView::write()
{
    clearExactText();
    for (const ExchangeRecord &exchange : std::as_const(m_entry->exchanges)) {
        if (!exactText().isEmpty())
            append(u"\n"_s, {});
        append(tr("%1, %2, %3 ms")
                       .arg(purposeWords(exchange.purpose),
                            contract::formatTimestamp(exchange.startedAt),
                            QString::number(exchange.milliseconds))
                   + u'\n',
               headingFormat());
        writeParts(exchange);
    }
    moveCursor(QTextCursor::Start);
}

void ExchangeView::writeParts(const ExchangeRecord &exchange)
{
    const auto write = [this](const QByteArray &bytes, const QColor &colour) {
        if (!bytes.isEmpty())
            append(untilItsEnd(bytes) + u'\n', coloured(colour));
    };
    write(exchange.requestHead, theme().mutedText);
    write(exchange.requestBody, theme().text);
    append(u"\n"_s, {});
    write(exchange.answerHead, theme().mutedText);
    write(exchange.answerBody, theme().text);
    write(exchange.error.toUtf8(), theme().bad);
}

void ExchangeView::changeEvent(QEvent *event)
{
    ExactText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_entry)
        write();
}

} // namespace closeout::ui
