// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The fields of the end event, made from the contract's table: what is mostly wanted, and the rest
// behind “More fields”. For one kind of target.

#pragma once

#include "contract/fields.h"

#include <QtWidgets/QWidget>

class QAction;
class QFormLayout;
class QLabel;
class QToolButton;

namespace closeout::ui {

class Completing;
class FieldEditor;
class TimestampEditor;

class EventForm : public QWidget
{
    Q_OBJECT

public:
    // more: the checkable action that shows the rest; it and completing outlive the form.
    EventForm(contract::Target::Kind target, Completing &completing, QAction *more,
              QWidget *parent = nullptr);

    void refresh(); // from the draft
    // That are shown always, and can be kept for the next form.
    static QList<const contract::Field *> pinnedFields(contract::Target::Kind target);

private:
    void addField(const contract::Field &field, QFormLayout *layout);
    void addRest(QAction *more, QFormLayout *layout);
    void refreshMore();

    const contract::Target::Kind m_target;
    Completing &m_completing;
    QList<FieldEditor *> m_editors;
    TimestampEditor *m_timestamp;
    QToolButton *m_more;
    QWidget *m_rest;
    QFormLayout *m_restLayout = nullptr;
};

} // namespace closeout::ui
