// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is wrong with one field, below it: a shape and a sentence. Takes no room while all is well.

#pragma once

#include "ui/widgets/look/theme.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace closeout::ui {

class IconLabel;

class ProblemLabel : public QWidget
{
    Q_OBJECT

public:
    // The field's own description carries the sentence, too, for screen readers. Status: Bad, or
    // Caution for what may be meant.
    ProblemLabel(Status status, QWidget *field, QWidget *parent);

    void tell(const QString &problem); // empty: none

private:
    Status m_status;
    QWidget *m_field; // not owned
    IconLabel *m_icon;
    QLabel *m_text;
};

} // namespace closeout::ui
