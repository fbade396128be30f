// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/problemlabel.h"

#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace closeout::ui {

ProblemLabel::ProblemLabel(Status status, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
    , m_field(field)
    , m_icon(new IconLabel(this, 14))
    , m_text(new QLabel(this))
{
    m_icon->setIcon(icon(statusIcon(status), status));
    m_text->setFont(fontOf(Type::Small));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    setPlain(layout, tight);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void ProblemLabel::tell(const QString &problem)
{
    m_text->setText(problem);
    m_field->setAccessibleDescription(problem);
    setVisible(!problem.isEmpty());
    const bool isWrong = m_status == Status::Bad && !problem.isEmpty();
    if (m_field->property("problem").toBool() != isWrong) {
        m_field->setProperty("problem", isWrong); // for the style
        m_field->update();
    }
}

} // namespace closeout::ui
