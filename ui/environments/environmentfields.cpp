// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentfields.h"

#include "filter/stuckrules.h"
#include "ui/environments/problemlabel.h"
#include "ui/environments/swatches.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/steady.h"

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

using contract::Dialect;
using environments::Environment;
using environments::SafetyLevel;

namespace {

QLabel *noteLabel(QWidget *parent)
{
    QLabel *label = quietLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QWidget *stacked(QWidget *parent, const QList<QWidget *> &widgets)
{
    auto *box = new QWidget(parent);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(box);
    setPlain(layout, tight);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return box;
}

// The label names the control, not the box around it.
void addRow(QFormLayout *layout, const QString &text, QWidget *control, QWidget *row)
{
    auto *label = new QLabel(text, layout->parentWidget());
    label->setBuddy(control);
    layout->addRow(label, row);
    QString name = text;
    control->setAccessibleName(name.remove(u'&'));
}

void makeLines(QPlainTextEdit *edit, int lines)
{
    edit->setTabChangesFocus(true);
    edit->setFont(fontOf(Type::Mono));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + 12);
}

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

} // namespace

EnvironmentFields::EnvironmentFields(EnvironmentForm &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_name(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_usedUrl(noteLabel(this))
    , m_dialect(new Steady<QComboBox>(this))
    , m_deployment(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("&Keep it in the system's password store"), this))
    , m_passwordNote(noteLabel(this))
    , m_readable(new ProblemLabel(Status::Caution, m_password, this))
    , m_headers(new QPlainTextEdit(this))
    , m_rules(new QPlainTextEdit(this))
    , m_authorities(new QLineEdit(this))
    , m_timeout(new Steady<QSpinBox>(this))
    , m_safety(new QButtonGroup(this))
    , m_colour(new Steady<QComboBox>(this))
{
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setHorizontalSpacing(wide);
    layout->setVerticalSpacing(gap);
    layout->setLabelAlignment(Qt::AlignLeft);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    makeWhereFields(layout);
    makeSignInFields(layout);
    makeCarefulFields(layout);
    wire();
    form.checkAuthorities();
    load();
}

void EnvironmentFields::makeWhereFields(QFormLayout *layout)
{
    m_url->setPlaceholderText(tr("https://gms.example.com:8443"));
    m_dialect->addItem(tr("8.5, Genesys Mobile Services"), int(Dialect::V85));
    m_dialect->addItem(tr("8.1, Universal Contact Server"), int(Dialect::V81));
    addRow(layout, tr("N&ame"), m_name, withProblem(Field::Name, m_name));
    addRow(layout, tr("&Base URL"), m_url, withProblem(Field::Url, m_url, m_usedUrl));
    addRow(layout, tr("D&ialect"), m_dialect, m_dialect);
    m_deployment->setPlaceholderText(tr("Empty: the base URL alone"));
    m_deployment->setToolTip(tr("What several addresses of one cluster have in common: an end "
                                "whose outcome is unknown by one of them is not sent by another."));
    addRow(layout, tr("Deplo&yment"), m_deployment, m_deployment);
}

void EnvironmentFields::makeSignInFields(QFormLayout *layout)
{
    m_user->setPlaceholderText(tr("Empty: no sign-in"));
    m_password->setEchoMode(QLineEdit::Password);
    makeLines(m_headers, 3);
    m_headers->setPlaceholderText(tr("ContactCenterId: 1"));
    m_headers->setToolTip(tr("One per line, as “Name: value”."));
    addRow(layout, tr("&User"), m_user, withProblem(Field::User, m_user));
    addRow(layout, tr("&Password"), m_password,
           stacked(this, {m_password, m_readable, m_keep, m_passwordNote}));
    addRow(layout, tr("&Tenant headers"), m_headers, withProblem(Field::Headers, m_headers));
    makeRules(layout);
    addRow(layout, tr("CA fi&le"), m_authorities, authoritiesRow());
}

void EnvironmentFields::makeCarefulFields(QFormLayout *layout)
{
    m_timeout->setRange(1, 3600);
    //: seconds; stands behind the number in a field
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setToolTip(tr("How long to wait without a byte from the server."));
    m_colour->addItem(swatchIcon({}), tr("None"), QString());
    for (const Swatch &swatch : swatches())
        m_colour->addItem(swatchIcon(swatch.colour), swatch.name, swatch.colour);
    addRow(layout, tr("Time-&out"), m_timeout, m_timeout);
    auto *choices = safetyChoices();
    // Without a key: as the buddy of a label a button is clicked by it, and the level gone.
    layout->addRow(tr("Safety level"), choices);
    addRow(layout, tr("Colou&r"), m_colour, m_colour);
    m_timeout->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_colour->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

// What counts as stuck there. The standard rules are shown as what an empty field means.
void EnvironmentFields::makeRules(QFormLayout *layout)
{
    makeLines(m_rules, 5);
    m_rules->setPlaceholderText(tr("Empty: the standard rules") + u'\n'
                                + filter::StuckRules::standard().toLines().join(u'\n'));
    m_rules->setToolTip(tr("One per line, as “name: filter”. What a filter can say is explained "
                           "beside the filter of the list."));
    addRow(layout, tr("Stuck &when"), m_rules, withProblem(Field::StuckRules, m_rules));
}

QWidget *EnvironmentFields::withProblem(Field field, QWidget *control, QWidget *beside)
{
    auto *problem = new ProblemLabel(Status::Bad, control, this);
    m_problems.insert(field, problem);
    return beside ? stacked(this, {control, beside, problem}) : stacked(this, {control, problem});
}

QWidget *EnvironmentFields::authoritiesRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    setPlain(layout);
    auto *choose = new QPushButton(tr("&Choose…"), row);
    choose->setToolTip(tr("Chooses the file of certificates."));
    connect(choose, &QPushButton::clicked, this, &EnvironmentFields::chooseAuthorities);
    m_authorities->setPlaceholderText(tr("Empty: the system's certificates alone"));
    layout->addWidget(m_authorities, 1);
    layout->addWidget(choose);
    auto *problem = new ProblemLabel(Status::Bad, m_authorities, this);
    m_problems.insert(Field::AuthoritiesFile, problem);
    return stacked(this, {row, problem});
}

QWidget *EnvironmentFields::safetyChoices()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    setPlain(grid, tight);
    grid->setHorizontalSpacing(wide);
    grid->setColumnStretch(1, 1);
    const auto add = [&](SafetyLevel level, const QString &name, const QString &sentence) {
        auto *button = new QRadioButton(name, box);
        button->setAccessibleDescription(sentence);
        m_safety->addButton(button, int(level));
        auto *note = noteLabel(box);
        note->setText(sentence);
        grid->addWidget(button, grid->rowCount(), 0);
        grid->addWidget(note, grid->rowCount() - 1, 1);
    };
    add(SafetyLevel::None, tr("No question"), tr("What you complete is sent at once."));
    add(SafetyLevel::Confirm, tr("Confirm"), tr("You are asked once before anything is sent."));
    add(SafetyLevel::ConfirmCount, tr("Confirm with the count"),
        tr("You type how many completions there are before they are sent."));
    add(SafetyLevel::ReadOnly, tr("Read-only"), tr("Nothing can be completed there, only read."));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return box;
}

void EnvironmentFields::wire()
{
    const auto touch = [this](Field field, auto *edit, auto signal) {
        connect(edit, signal, this, [this, field] {
            m_isTouched[field] = true;
            takeEdit();
        });
    };
    touch(Field::Name, m_name, &QLineEdit::textChanged);
    touch(Field::Url, m_url, &QLineEdit::textChanged);
    touch(Field::User, m_user, &QLineEdit::textChanged);
    touch(Field::Headers, m_headers, &QPlainTextEdit::textChanged);
    touch(Field::StuckRules, m_rules, &QPlainTextEdit::textChanged);
    touch(Field::AuthoritiesFile, m_authorities, &QLineEdit::textChanged);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &EnvironmentFields::takeEdit);
    connect(m_deployment, &QLineEdit::textChanged, this, &EnvironmentFields::takeEdit);
    connect(m_timeout, &QSpinBox::valueChanged, this, &EnvironmentFields::takeEdit);
    connect(m_safety, &QButtonGroup::idToggled, this, &EnvironmentFields::takeEdit);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &EnvironmentFields::takeEdit);
    connect(m_password, &QLineEdit::textChanged, this, &EnvironmentFields::takePassword);
    connect(m_keep, &QCheckBox::toggled, this, &EnvironmentFields::takePassword);
    connect(&m_form, &EnvironmentForm::loaded, this, &EnvironmentFields::load);
    connect(&m_form, &EnvironmentForm::changed, this, &EnvironmentFields::showState);
}

void EnvironmentFields::load()
{
    {
        const QScopedValueRollback guard(m_isLoading, true);
        const Environment &value = m_form.value();
        m_name->setText(value.name);
        m_url->setText(value.url);
        m_dialect->setCurrentIndex(m_dialect->findData(int(value.dialect)));
        m_deployment->setText(value.deployment);
        m_user->setText(value.user);
        m_password->setText(m_form.password());
        m_keep->setChecked(m_form.passwordGoes() == EnvironmentForm::Keep::InStore);
        m_headers->setPlainText(value.headers.join(u'\n'));
        m_rules->setPlainText(value.stuckRules.join(u'\n'));
        m_authorities->setText(value.authoritiesFile);
        m_timeout->setValue(value.timeoutSeconds);
        m_safety->button(int(value.safety))->setChecked(true);
        if (m_colour->findData(value.colour) < 0)
            m_colour->addItem(swatchIcon(value.colour), value.colour, value.colour);
        m_colour->setCurrentIndex(m_colour->findData(value.colour));
    }
    for (auto [field, label] : m_problems.asKeyValueRange())
        m_isTouched[field] = !m_form.isNew() || m_form.isDirty();
    showState();
}

void EnvironmentFields::takeEdit()
{
    if (!m_isLoading)
        m_form.setValue(shown());
}

void EnvironmentFields::takePassword()
{
    using Keep = EnvironmentForm::Keep;
    if (!m_isLoading)
        m_form.setPassword(m_password->text(), m_keep->isChecked() ? Keep::InStore : Keep::No);
}

Environment EnvironmentFields::shown() const
{
    Environment value = m_form.value();
    value.name = m_name->text().trimmed();
    value.url = m_url->text().trimmed();
    value.dialect = Dialect(m_dialect->currentData().toInt());
    value.deployment = m_deployment->text().trimmed();
    value.user = m_user->text();
    value.headers = linesOf(m_headers);
    value.stuckRules = linesOf(m_rules);
    value.authoritiesFile = m_authorities->text();
    value.timeoutSeconds = m_timeout->value();
    value.safety = SafetyLevel(m_safety->checkedId());
    value.colour = m_colour->currentData().toString();
    return value;
}

void EnvironmentFields::showState()
{
    for (auto [field, label] : m_problems.asKeyValueRange())
        label->tell(m_isTouched.value(field) ? m_form.problem(field) : QString());
    const QString used = m_form.usedUrl();
    m_usedUrl->setVisible(!used.isEmpty());
    m_usedUrl->setText(tr("Used: %1").arg(used));
    showPasswordState();
}

void EnvironmentFields::showPasswordState()
{
    const bool hasUser = !m_form.value().user.isEmpty();
    const bool hasStore = m_form.whyNotKept().isEmpty();
    m_password->setEnabled(hasUser);
    m_keep->setEnabled(hasUser && hasStore);
    QString note;
    if (!hasUser)
        note = tr("Without a user there is no password.");
    else if (!hasStore)
        note = m_form.whyNotKept();
    else if (m_form.isPasswordKept())
        note = tr("A password is kept there already. An empty field leaves it as it is.");
    else
        note = tr("A password that is not kept there is forgotten when Closeout ends; you will be "
                  "asked for it the next time.");
    m_readable->tell(m_form.isPasswordReadable()
                         ? tr("The password is sent unencrypted. Use https if the server can.")
                         : QString());
    m_passwordNote->setText(note);
    m_passwordNote->setToolTip(plainToolTip(m_form.whyNotKeptDetail()));
    m_keep->setAccessibleDescription(note);
}

void EnvironmentFields::chooseAuthorities()
{
    auto *dialog = new QFileDialog(this, tr("Choose the File of Certificates"),
                                   m_authorities->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_authorities, &QLineEdit::setText);
    dialog->open();
}

void EnvironmentFields::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void EnvironmentFields::focusRules()
{
    m_rules->setFocus(Qt::ShortcutFocusReason);
}

} // namespace closeout::ui
