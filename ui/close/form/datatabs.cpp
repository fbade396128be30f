// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/datatabs.h"

#include "ui/close/completing.h"
#include "ui/close/form/changesview.h"
#include "ui/close/form/previewview.h"
#include "ui/payload/payloadeditor.h"

#include <QtWidgets/QTabBar>

namespace closeout::ui {

DataTabs::DataTabs(Completing &completing, QWidget *parent)
    : QTabWidget(parent)
    , m_payload(new PayloadEditor(*completing.draft()->payload(), this))
    , m_changes(new ChangesView(*completing.draft(), this))
    , m_preview(new PreviewView(completing, this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Attached data"));
    tabBar()->setAccessibleName(accessibleName());
    addTab(m_payload, tr("Tree"));
    addTab(m_changes, tr("Changes"));
    addTab(m_preview, tr("Preview"));
    connect(this, &QTabWidget::currentChanged, this, &DataTabs::takeTab);
}

bool DataTabs::settle()
{
    if (m_payload->settle())
        return true;
    setCurrentWidget(m_payload); // which says what is wrong with it
    m_payload->focusEntry();
    return false;
}

void DataTabs::takeTab()
{
    if (currentWidget() != m_payload)
        settle();
}

// It may be scrolled out of sight by more fields.
void DataTabs::goTo(QWidget *tab)
{
    setCurrentWidget(tab);
    if (currentWidget() == tab)
        tab->setFocus(Qt::ShortcutFocusReason);
}

void DataTabs::showTree()
{
    setCurrentWidget(m_payload);
    m_payload->focusData();
}

void DataTabs::showChanges()
{
    goTo(m_changes);
}

void DataTabs::showPreview()
{
    goTo(m_preview);
}

void DataTabs::showDuplicate()
{
    setCurrentWidget(m_payload);
    m_payload->showDuplicate();
}

void DataTabs::copyBody()
{
    if (settle())
        m_preview->copyBody();
}

void DataTabs::copyCurl()
{
    if (settle())
        m_preview->copyCurl();
}

} // namespace closeout::ui
