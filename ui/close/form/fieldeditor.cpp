// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/fieldeditor.h"

#include "contract/ids.h"
#include "contract/visible.h"
#include "ui/close/completing.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/steady.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr qsizetype longestProblem = 480; // characters; it may quote what was typed
constexpr int longestLine = 1 << 24; // Qt would cut what is pasted at 32767 without a word

QPalette inColour(QPalette palette, const QColor &colour)
{
    palette.setColor(QPalette::WindowText, colour);
    return palette;
}

} // namespace

FieldEditor::FieldEditor(const contract::Field &field, contract::Target::Kind target,
                         Completing &completing, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_target(target)
    , m_completing(completing)
    , m_row(new QHBoxLayout)
    , m_hint(new QLabel(this))
    , m_problem(new QLabel(this))
{
    makeInput();
    m_hint->setFont(fontOf(Type::Small));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setFont(fontOf(Type::Small));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    setPlain(m_row);
    m_row->addWidget(input(), 1);
    m_row->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    layout->addLayout(m_row);
    layout->addWidget(m_problem);
}

QString FieldEditor::label() const
{
    return Tr::tr(m_field.label);
}

QWidget *FieldEditor::input() const
{
    return m_choice ? static_cast<QWidget *>(m_choice) : m_line;
}

QToolButton *FieldEditor::offerPin()
{
    m_pin = new QToolButton(this);
    m_pin->setIcon(icon(Icon::Pin));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setAccessibleName(tr("Pin: %1").arg(label()));
    m_pin->setToolTip(tr("Fills it in again in the next form, until Closeout is closed."));
    connect(m_pin, &QToolButton::clicked, this, &FieldEditor::takePin);
    m_row->addWidget(m_pin);
    return m_pin;
}

void FieldEditor::takePin(bool isPinned)
{
    if (isPinned)
        m_completing.draft()->pin(m_field);
    else
        m_completing.draft()->unpin(m_field);
}

void FieldEditor::makeInput()
{
    if (m_field.businessAttribute) {
        m_choice = new Steady<QComboBox>(this);
        m_choice->setEditable(true);
        m_choice->setInsertPolicy(QComboBox::NoInsert);
        m_choice->setCompleter(nullptr); // it would complete what somebody typed on purpose
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(6);
        m_line = m_choice->lineEdit();
        connect(m_choice, &QComboBox::activated, this, &FieldEditor::takeOffered);
        connect(m_completing.dispositions(), &Dispositions::changed, this,
                &FieldEditor::offerValues);
        offerValues();
    } else {
        m_line = new QLineEdit(this);
    }
    m_line->setMaxLength(longestLine);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::takeText);
    m_line->setAccessibleName(label());
    input()->setAccessibleName(label());
    input()->setToolTip(Tr::tr(m_field.meaning) + u'\n'
                        + tr("Source: %1").arg(QString::fromUtf8(m_field.source)));
    setFocusProxy(input());
}

QList<SuggestedValue> FieldEditor::values() const
{
    return m_completing.dispositions()->valuesFor(m_target, m_field.name);
}

void FieldEditor::offerValues()
{
    const QString text = m_line->text();
    m_choice->clear();
    const QList<SuggestedValue> known = values();
    for (const SuggestedValue &value : known)
        m_choice->addItem(u"%1  %2"_s.arg(shown(value.id), shown(value.name)), value.id);
    m_choice->setCurrentIndex(-1);
    m_line->setText(text);
    const QString why = m_completing.dispositions()->hint();
    m_line->setPlaceholderText(known.isEmpty() ? tr("Number or text")
                                               : tr("Choose, or type a number or text"));
    m_choice->setStatusTip(shown(why));
}

// What is sent is the id; its name stands beside it.
void FieldEditor::takeOffered(int row)
{
    const QString id = m_choice->itemData(row).toString();
    m_choice->setCurrentIndex(-1);
    m_line->setText(id);
    takeText(id);
}

void FieldEditor::takeText(const QString &text)
{
    m_completing.draft()->setFieldText(m_field, text);
}

QString FieldEditor::hint() const
{
    const QString text = m_completing.draft()->fieldText(m_field);
    if (m_field.limit > 0) {
        //: how many characters of how many that are allowed: "7/64"
        return tr("%1/%2").arg(QString::number(contract::lengthInCharacters(text)),
                               QString::number(m_field.limit));
    }
    if (!m_choice || text.isEmpty())
        return {};
    const QList<SuggestedValue> known = values();
    for (const SuggestedValue &value : known) {
        if (value.id == text)
            return value.name;
        if (value.name.compare(text, Qt::CaseInsensitive) == 0)
            return tr("Number %1").arg(value.id);
    }
    return {};
}

QString FieldEditor::kind() const
{
    const QString text = m_completing.draft()->fieldText(m_field);
    if (m_field.type != contract::FieldType::LongOrText || text.isEmpty())
        return {};
    const auto value = close::fieldValueFromText(m_field, text);
    if (!value)
        return {};
    return value->kind == contract::FieldValue::Kind::Text ? tr("text") : tr("number");
}

// No refusal: what the server has told may be old.
QString FieldEditor::caution() const
{
    const QString text = m_completing.draft()->fieldText(m_field);
    if (const QString drawn = contract::visible(text); drawn != text)
        return tr("There are characters in it that are not seen: %1").arg(drawn);
    const QString bare = text.trimmed();
    if (!kind().isEmpty() && bare != text && contract::isJsonInteger(bare)) {
        return tr("It is sent as a text: a blank stands before or behind the number %1.").arg(bare);
    }
    const QList<SuggestedValue> known = m_choice ? values() : QList<SuggestedValue>();
    const auto value = close::fieldValueFromText(m_field, text);
    if (text.isEmpty() || known.isEmpty() || !value)
        return {};
    const bool isKnown = std::any_of(known.begin(), known.end(), [&](const SuggestedValue &each) {
        return each.id == value->text || each.name.compare(value->text, Qt::CaseInsensitive) == 0;
    });
    if (isKnown)
        return {};
    return value->kind == contract::FieldValue::Kind::Text
        ? tr("Not among the server's values; it is sent as the text “%1”.").arg(shown(value->text))
        : tr("Not among the server's values; it is sent as the number %1.").arg(value->text);
}

void FieldEditor::refresh(const QString &problem)
{
    const QString text = m_completing.draft()->fieldText(m_field);
    if (m_line->text() != text)
        m_line->setText(text);
    // A long name of a value must not push the form out of its column.
    const int widest = fontMetrics().averageCharWidth() * 18;
    QStringList hints{kind(), hint()};
    hints.removeAll(QString());
    const QString said = hints.join(u", ");
    m_hint->setText(m_hint->fontMetrics().elidedText(shown(said), Qt::ElideRight, widest));
    m_hint->setToolTip(m_choice ? plainToolTip(said) : QString());
    m_hint->setVisible(!said.isEmpty());
    if (m_pin)
        m_pin->setChecked(m_completing.draft()->isPinned(m_field));
    const QString told = problem.isEmpty() ? caution() : problem;
    m_problem->setText(contract::visible(cutTo(longestProblem, told)));
    m_problem->setVisible(!told.isEmpty());
    m_problem->setPalette(
        inColour(palette(), statusColour(problem.isEmpty() ? Status::Caution : Status::Bad)));
    input()->setAccessibleDescription(told);
    if (input()->property("problem").toBool() == problem.isEmpty()) {
        input()->setProperty("problem", !problem.isEmpty());
        input()->update();
    }
}

} // namespace closeout::ui
