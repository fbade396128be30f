// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One kind of source that is named: a check box, and while it is checked a field for the ids, how
// many there are, what is refused and why, and a file that they may come from. Belongs to the
// source pane.
//
// What is long is read in the background, and shown by its beginning alone: nobody types a hundred
// thousand ids, and a field that held them would hold the window.

#pragma once

#include "find/idfile.h"

#include <QtWidgets/QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QMimeData;
class QPlainTextEdit;
class QPushButton;

namespace closeout::ui {

class SourceField : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString label; // of the check box
        QString field; // what is to be given, above the field
        QString tip;
    };

    SourceField(find::IdKind kind, const Words &words, QWidget *parent = nullptr);

    QCheckBox *box() const { return m_box; }
    bool isOn() const;
    void setOn(bool isOn);
    bool hasFocusInside() const;
    void focusField();

    find::IdKind kind() const { return m_kind; }
    const find::IdList &list() const { return m_list; }
    void setList(const find::IdList &list); // without a signal
    QString whyNot() const; // nothing can be loaded; empty: it can, or it is not checked

    void readFile(const QString &path); // its ids come after those that are given
    void setText(const QString &text); // of any length, as if it were pasted into an empty field

signals:
    void changed(); // isOn(), list() or whyNot()

private:
    class Edit;
    enum class Origin : quint8 { Typed, Elsewhere };

    void makeField(const QString &label);
    void chooseFile();
    void takeFile(const Result<find::IdFile> &file);
    void takeColumn();
    void takeText();
    void takeList(const find::IdList &list, Origin origin);
    void hold(const find::IdList &list);
    void letGo();
    void showState();
    template<typename Work>
    void readLater(Origin origin, Work work); // in the background

    const find::IdKind m_kind;
    QCheckBox *m_box;
    QWidget *m_part; // what is seen while it is checked
    QPlainTextEdit *m_edit;
    QLabel *m_count;
    QLabel *m_problem;
    QPushButton *m_open;
    QPushButton *m_clear;
    QLabel *m_columnLabel;
    QComboBox *m_columns;
    find::IdList m_list;
    std::shared_ptr<const find::IdFile> m_file; // that has columns to choose from
    find::IdList m_before; // was given before the file
    QString m_error; // of the file
    int m_turn = 0; // of what is read: a newer text overtakes an older one
    bool m_isReading = false;
    bool m_isHeld = false; // the field shows the beginning of the list alone
    bool m_isQuiet = false; // the text is changed by the program
};

} // namespace closeout::ui
