// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/eventform.h"

#include "ui/close/completing.h"
#include "ui/close/form/fieldeditor.h"
#include "ui/close/form/timestampeditor.h"
#include "ui/widgets/look/metrics.h"

#include <QtGui/QAction>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;

namespace {

bool isAlwaysShown(const contract::Field &field)
{
    return field.name == "disposition"_L1 || field.name == "disposition_desc"_L1;
}

QFormLayout *formLayout()
{
    auto *layout = new QFormLayout;
    setPlain(layout);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft);
    return layout;
}

} // namespace

// In the order in which Tab goes through them.
EventForm::EventForm(Target::Kind target, Completing &completing, QAction *more, QWidget *parent)
    : QWidget(parent)
    , m_target(target)
    , m_completing(completing)
{
    QFormLayout *main = formLayout();
    for (const contract::Field *field : pinnedFields(m_target))
        addField(*field, main);
    setFocusProxy(m_editors.constFirst());
    // Behind both: whoever types goes from one to the other.
    QWidget *before = m_editors.constLast()->input();
    for (FieldEditor *editor : std::as_const(m_editors)) {
        QToolButton *pin = editor->offerPin();
        setTabOrder(before, pin);
        before = pin;
    }
    m_timestamp = new TimestampEditor(*completing.draft(), this);
    m_timestamp->setAccessibleName(tr("Timestamp"));
    main->addRow(tr("Timestamp"), m_timestamp);
    m_more = new QToolButton(this);
    m_rest = new QWidget(this);
    QFormLayout *rest = formLayout();
    m_rest->setLayout(rest);
    m_restLayout = rest;
    addRest(more, rest);
    connect(completing.dispositions(), &Dispositions::changed, this, [this] {
        if (isVisible()) // which is what the draft is about
            refresh();
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, tight, 0);
    layout->setSpacing(gap);
    layout->addLayout(main);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_rest);
}

QList<const contract::Field *> EventForm::pinnedFields(Target::Kind target)
{
    QList<const contract::Field *> fields = contract::fieldsOf(contract::endEventOf(target));
    fields.removeIf([](const contract::Field *field) { return !isAlwaysShown(*field); });
    return fields;
}

void EventForm::addRest(QAction *more, QFormLayout *layout)
{
    for (const contract::Field *field : contract::fieldsOf(contract::endEventOf(m_target))) {
        if (!isAlwaysShown(*field) && field->name != "timestamp"_L1)
            addField(*field, layout);
    }
    m_more->setCheckable(true);
    m_more->setChecked(more->isChecked());
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setToolTip(more->toolTip());
    m_rest->setVisible(more->isChecked());
    connect(m_more, &QToolButton::toggled, more, &QAction::setChecked);
    connect(more, &QAction::toggled, this, [this](bool isOpen) {
        m_more->setChecked(isOpen);
        m_rest->setVisible(isOpen);
        refreshMore();
    });
}

void EventForm::addField(const contract::Field &field, QFormLayout *layout)
{
    auto *editor = new FieldEditor(field, m_target, m_completing, this);
    auto *label = new QLabel(editor->label(), this);
    label->setBuddy(editor->input());
    label->setToolTip(editor->input()->toolTip());
    layout->addRow(label, editor);
    m_editors.append(editor);
}

void EventForm::refresh()
{
    QHash<QString, QString> problems;
    for (const Draft::Problem &problem : m_completing.draft()->problems())
        problems.insert(problem.field, problem.message);
    const contract::Dialect dialect = m_completing.draft()->dialect();
    for (FieldEditor *editor : std::as_const(m_editors)) {
        editor->refresh(problems.value(editor->field().name));
        if (!isAlwaysShown(editor->field()))
            m_restLayout->setRowVisible(editor, contract::isKnownIn(dialect, editor->field()));
    }
    m_timestamp->refresh();
    refreshMore();
}

void EventForm::refreshMore()
{
    const auto filled =
        std::count_if(m_editors.cbegin(), m_editors.cend(), [this](const FieldEditor *editor) {
            return !isAlwaysShown(editor->field())
                && !m_completing.draft()->fieldText(editor->field()).isEmpty();
        });
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_more->setText(filled == 0 ? tr("More fields")
                                : tr("More fields (%n filled)", nullptr, int(filled)));
}

} // namespace closeout::ui
