// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A text to read and to copy that is exactly what it says: what has no shape of its own, ends a
// line where none is, or turns the direction is drawn as a mark (contract/visible.h), and what is
// copied is the text itself, not what is drawn.

#pragma once

#include <QtGui/QTextCharFormat>
#include <QtWidgets/QPlainTextEdit>

namespace closeout::ui {

class ExactText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExactText(QWidget *parent = nullptr);

    const QString &exactText() const { return m_text; }
    void setExactText(const QString &text);
    void append(const QString &text, const QTextCharFormat &format);
    void clearExactText();

protected:
    QMimeData *createMimeDataFromSelection() const override;

private:
    // Where another text is drawn than there is.
    struct Mark
    {
        qsizetype shown = 0;
        qsizetype shownSize = 0;
        qsizetype real = 0;
        qsizetype realSize = 0;
    };
    enum class Edge : quint8 { Start, End };

    QString take(const QString &text); // returns what is drawn of it
    qsizetype realPlace(qsizetype shown, Edge edge) const;

    QString m_text;
    QList<Mark> m_marks;
    qsizetype m_shownSize = 0;
};

} // namespace closeout::ui
