// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sources/sourcefield.h"

#include "ui/widgets/background.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr qsizetype readAtOnce = 32 * 1024; // characters: quicker than to ask another thread
constexpr qsizetype mostTyped = 1000; // ids that a field holds whole
constexpr qsizetype mostPasted = 64 * 1024; // characters
constexpr qsizetype mostSeen = 20; // of a list that is held
constexpr qint64 largestFile = qint64(512) << 20;

Result<find::IdFile> readIdFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Storage,
                       SourceField::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    if (file.size() > largestFile) {
        return failure(ErrorKind::InvalidInput,
                       SourceField::tr("%1 is too large to be a list of ids.").arg(path));
    }
    return find::IdFile::read(file.readAll());
}

} // namespace

class SourceField::Edit : public QPlainTextEdit
{
public:
    Edit(SourceField &field, QWidget *parent)
        : QPlainTextEdit(parent)
        , m_field(field)
    {
    }

private:
    void insertFromMimeData(const QMimeData *source) override
    {
        const QString text = source->text();
        if (const find::IdFile table = find::IdFile::fromText(text); table.columns().size() > 1) {
            ++m_field.m_turn;
            m_field.takeFile(table);
        } else if (text.size() > mostPasted)
            m_field.setText(toPlainText().isEmpty() ? text : toPlainText() + u'\n' + text);
        else
            QPlainTextEdit::insertFromMimeData(source);
    }

    SourceField &m_field;
};

SourceField::SourceField(find::IdKind kind, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_box(new QCheckBox(words.label, this))
    , m_part(new QWidget(this))
    , m_edit(new Edit(*this, m_part))
    , m_count(quietLabel(m_part))
    , m_problem(textLabel(m_part, Type::Small))
    , m_open(new QPushButton(tr("From File…"), m_part))
    , m_clear(new QPushButton(tr("Clear"), m_part))
    , m_columnLabel(textLabel(m_part, Type::Small))
    , m_columns(new QComboBox(m_part))
{
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    m_box->setToolTip(words.tip);
    layout->addWidget(m_box);
    layout->addWidget(m_part);
    makeField(words.field);
    connect(m_box, &QCheckBox::toggled, this, [this] {
        showState();
        emit changed();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SourceField::takeText);
    connect(m_open, &QPushButton::clicked, this, &SourceField::chooseFile);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setText({});
        focusField();
    });
    connect(m_columns, &QComboBox::activated, this, &SourceField::takeColumn);
    showState();
}

void SourceField::makeField(const QString &label)
{
    auto *layout = new QVBoxLayout(m_part);
    setPlain(layout, tight);
    QLabel *title = textLabel(m_part, Type::Body);
    title->setText(label);
    title->setBuddy(m_edit);
    m_edit->setAccessibleName(label);
    m_edit->setFont(fontOf(Type::Mono));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(tr("One per line"));
    const int line = m_edit->fontMetrics().lineSpacing();
    m_edit->setMinimumHeight(3 * line);
    m_edit->setMaximumHeight(5 * line);
    m_edit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_columnLabel->setText(tr("Column"));
    m_columnLabel->setBuddy(m_columns);
    m_columns->setAccessibleName(tr("Column"));
    m_columns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_columns->setMinimumContentsLength(6);
    for (QPushButton *button : {m_open, m_clear}) {
        button->setAccessibleDescription(label);
        button->setAutoDefault(true);
    }
    layout->addWidget(title);
    layout->addWidget(m_columnLabel);
    layout->addWidget(m_columns);
    layout->addWidget(m_edit);
    layout->addWidget(m_count);
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    setPlain(buttons);
    buttons->addWidget(m_open);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    layout->addLayout(buttons);
    setTabOrder(m_box, m_columns);
    setTabOrder(m_columns, m_edit);
    setTabOrder(m_edit, m_open);
    setTabOrder(m_open, m_clear);
}

bool SourceField::isOn() const
{
    return m_box->isChecked();
}

void SourceField::setOn(bool isOn)
{
    m_box->setChecked(isOn);
}

bool SourceField::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && m_part->isAncestorOf(focus);
}

void SourceField::focusField()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

template<typename Work>
void SourceField::readLater(Origin origin, Work work)
{
    const int turn = ++m_turn;
    m_isReading = true;
    inBackground(this, std::move(work), [this, turn, origin](const find::IdList &list) {
        if (turn != m_turn)
            return;
        m_isReading = false;
        takeList(list, origin);
    });
    showState();
    emit changed();
}

void SourceField::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Ids from a File"), {},
                                   tr("Tables and texts (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceField::readFile);
    dialog->open();
}

void SourceField::readFile(const QString &path)
{
    if (m_isReading && !m_isHeld) // what was typed: it would be overtaken
        m_list = find::idsInText(m_edit->toPlainText());
    const int turn = ++m_turn;
    m_isReading = true;
    inBackground(
        this, [path] { return readIdFile(path); },
        [this, turn](const Result<find::IdFile> &file) {
            if (turn == m_turn)
                takeFile(file);
        });
    showState();
    emit changed();
}

void SourceField::takeFile(const Result<find::IdFile> &file)
{
    m_isReading = false;
    if (!file) { // what was there stays, and that is said
        m_error = file.error().message;
        showState();
        emit changed();
        return;
    }
    letGo();
    m_before = m_list;
    m_file = std::make_shared<const find::IdFile>(*file);
    const QList<find::IdFile::Column> &columns = m_file->columns();
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_columns->addItem(shown(columns.at(i).title(i)));
    m_columns->setCurrentIndex(int(m_file->likelyColumn(m_kind).value_or(0)));
    takeColumn();
}

void SourceField::takeColumn()
{
    const qsizetype column = std::max(0, m_columns->currentIndex());
    readLater(Origin::Elsewhere, [file = m_file, column, before = m_before] {
        return find::joined(before, file->ids(column));
    });
}

void SourceField::setText(const QString &text)
{
    letGo();
    if (text.size() > mostPasted) {
        readLater(Origin::Elsewhere, [text] { return find::idsInText(text); });
        return;
    }
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_edit->setPlainText(text);
    ++m_turn;
    m_isReading = false;
    takeList(find::idsInText(text), Origin::Typed);
}

void SourceField::takeText()
{
    if (m_isQuiet)
        return;
    letGo();
    const QString text = m_edit->toPlainText();
    if (text.size() > readAtOnce) {
        readLater(Origin::Typed, [text] { return find::idsInText(text); });
        return;
    }
    ++m_turn;
    m_isReading = false;
    takeList(find::idsInText(text), Origin::Typed);
}

// What was typed stays as it was typed; a list that came from elsewhere stands in the field now.
void SourceField::takeList(const find::IdList &list, Origin origin)
{
    m_list = list;
    if (origin == Origin::Elsewhere && list.ids.size() > mostTyped) {
        hold(list);
    } else if (origin == Origin::Elsewhere) {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_isHeld = false;
        m_edit->setReadOnly(false);
        // One step, which can be undone: it takes the place of what was typed.
        QTextCursor cursor(m_edit->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(find::listedIds(list.ids));
    }
    showState();
    emit changed();
}

void SourceField::hold(const find::IdList &list)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_isHeld = true;
    m_edit->setReadOnly(true);
    m_edit->setPlainText(find::listedIds(list.ids.first(mostSeen)) + "\n…"_L1);
}

// Of what came from elsewhere: a person types, or something else comes.
void SourceField::letGo()
{
    m_error.clear();
    m_file.reset();
    m_columns->clear();
    if (!m_isHeld)
        return;
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_isHeld = false;
    m_edit->setReadOnly(false);
    m_edit->clear();
}

void SourceField::setList(const find::IdList &list)
{
    if (list.ids == m_list.ids)
        return;
    const QSignalBlocker blocker(this);
    letGo();
    ++m_turn;
    m_isReading = false;
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_list = list;
    if (list.ids.size() > mostTyped)
        hold(list);
    else
        m_edit->setPlainText(find::listedIds(list.ids));
    showState();
}

QString SourceField::whyNot() const
{
    if (!isOn())
        return {};
    if (m_isReading)
        return tr("The list is still being read.");
    return m_list.ids.isEmpty() ? tr("Give at least one, or choose another source.") : QString();
}

void SourceField::showState()
{
    m_part->setVisible(isOn());
    const bool hasColumns = m_columns->count() > 1;
    m_columnLabel->setVisible(hasColumns);
    m_columns->setVisible(hasColumns);
    m_clear->setVisible(m_isHeld);
    QStringList parts{tr("%Ln given", nullptr, int(m_list.ids.size()))};
    if (m_list.duplicates > 0)
        parts.append(tr("%Ln twice", nullptr, int(m_list.duplicates)));
    if (m_list.cleanedCount > 0)
        //: ids, of characters around them that are no part of them
        parts.append(tr("%Ln cleaned", nullptr, int(m_list.cleanedCount)));
    if (m_list.refusedCount > 0)
        parts.append(tr("%Ln refused", nullptr, int(m_list.refusedCount)));
    //: between the parts of a line such as "12 given, 3 twice, 1 refused"
    m_count->setText(m_isReading ? tr("Reading…") : parts.join(tr(", ")));
    QStringList problems;
    if (!m_error.isEmpty())
        problems.append(m_error);
    if (!m_error.isEmpty() && !m_list.ids.isEmpty())
        problems.append(tr("What was given before is still given."));
    if (!m_list.refused.isEmpty())
        problems.append(m_list.refused.constFirst().message());
    if (m_list.refusedCount > 1)
        problems.append(tr("… and %Ln more.", nullptr, int(m_list.refusedCount - 1)));
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    QStringList details;
    for (const find::RefusedId &refused : std::as_const(m_list.refused))
        details.append(refused.message());
    QStringList cleaned;
    for (const find::CleanedId &each : std::as_const(m_list.cleaned))
        cleaned.append(each.message());
    m_count->setToolTip(plainToolTip(cleaned.join(u'\n')));
    m_problem->setToolTip(plainToolTip(details.join(u'\n')));
}

} // namespace closeout::ui
