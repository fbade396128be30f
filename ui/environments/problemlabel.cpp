// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/problemlabel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace closeout::ui {

ProblemLabel::ProblemLabel(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
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
    constexpr QSize size(14, 14);
    m_icon->setPixmap(icon(Icon::Failed, Status::Bad).pixmap(size, devicePixelRatioF()));
    m_text->setText(problem);
    m_field->setAccessibleDescription(problem);
    setVisible(!problem.isEmpty());
    if (m_field->property("problem").toBool() == problem.isEmpty()) {
        m_field->setProperty("problem", !problem.isEmpty()); // for the style
        m_field->update();
    }
}

} // namespace closeout::ui
