// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/attachedview.h"

#include "ui/service/child.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

namespace closeout::ui {

AttachedView::AttachedView(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_ofService(new QToolButton(this))
    , m_data(new QPlainTextEdit(this))
{
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setFont(fontOf(Type::Strong));
    m_heading->setWordWrap(true);
    m_heading->setBuddy(m_data);
    m_ofService->setText(tr("Service’s Data"));
    m_ofService->setToolTip(tr("Shows the attached data of the service."));
    m_data->setFont(fontOf(Type::Mono));
    m_data->setReadOnly(true);
    m_data->setTabChangesFocus(true);
    m_data->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_data->setMinimumHeight(3 * m_data->fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    auto *head = new QHBoxLayout;
    setPlain(head);
    head->addWidget(m_heading, 1);
    head->addWidget(m_ofService);
    layout->addLayout(head);
    layout->addWidget(m_data, 1);
    connect(m_ofService, &QToolButton::clicked, this, &AttachedView::serviceRequested);
}

void AttachedView::tell(const std::optional<client::Record> &service, const Child *child)
{
    m_ofService->setVisible(child != nullptr);
    const QString id = child ? shown(child->id) : QString();
    m_heading->setText(!child                ? tr("Attached data of the service")
                           : child->isTask() ? tr("Attached data of task %1").arg(id)
                                             : tr("Attached data of state %1").arg(id));
    m_data->setAccessibleName(m_heading->text());
    m_data->setPlainText(child         ? attachedDataText(child->record)
                             : service ? attachedDataText(*service)
                                       : QString());
}

void AttachedView::tellWhatIsMissing(client::Record::Shown shown)
{
    m_data->setPlaceholderText(shown == client::Record::Shown::Everything
                                   ? tr("No attached data")
                                   : tr("The server shows no attached data"));
}

QWidget *AttachedView::first() const
{
    return m_ofService;
}

QWidget *AttachedView::last() const
{
    return m_data;
}

} // namespace closeout::ui
