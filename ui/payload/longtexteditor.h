// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A panel for a string that one line is too small for. What is typed is taken with Apply; line
// ends that nobody touched stay what they were. A text that the field would change by itself can
// only be looked at.

#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;

namespace closeout::ui {

enum class Access : quint8 { Edit, Look };

class LongTextEditor : public QWidget
{
    Q_OBJECT

public:
    explicit LongTextEditor(QWidget *parent = nullptr);

    void open(const QString &name, const QString &text); // shows itself
    void rename(const QString &name);
    void setAccess(Access access);
    void focusText();
    bool canEdit() const { return m_access == Access::Edit && m_isKept; }

    bool isChanged() const;
    QString text() const;

signals:
    void applied();
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void count();
    void takeChange();

    QString m_before;
    Access m_access = Access::Edit;
    bool m_isKept = true; // by the field, as it is
    QTimer m_counting; // counting a large text for each key would be felt
    QLabel *m_name;
    QPlainTextEdit *m_text;
    QLabel *m_whyLook;
    QLabel *m_characters;
    QLabel *m_lines;
    QAction *m_apply = nullptr;
    QAction *m_cancel = nullptr;
};

} // namespace closeout::ui
