// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/typeahead.h"

#include <QtCore/QStringList>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace closeout::ui {

bool TypeAhead::take(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QString text = event.text();
    if (event.key() == Qt::Key_Backspace && !m_keys.isEmpty())
        m_keys.chop(1);
    else if (!text.isEmpty() && text.front().isPrint())
        m_keys += text;
    else
        return false;
    return true;
}

bool TypeAhead::takeTab()
{
    if (m_keys.isEmpty())
        return false;
    m_keys += u'\t';
    return true;
}

void TypeAhead::typeInto(QWidget *form)
{
    const QStringList texts = std::exchange(m_keys, {}).split(u'\t');
    for (qsizetype at = 0; at < texts.size(); ++at) {
        QWidget *field = QApplication::focusWidget();
        if (at > 0 && field) {
            QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
            QCoreApplication::sendEvent(field, &tab);
            field = QApplication::focusWidget();
        }
        if (texts.at(at).isEmpty() || !field || !form->isAncestorOf(field))
            continue;
        QKeyEvent typed(QEvent::KeyPress, 0, Qt::NoModifier, texts.at(at));
        QCoreApplication::sendEvent(field, &typed);
    }
}

} // namespace closeout::ui
