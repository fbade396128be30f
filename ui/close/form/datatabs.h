// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The tabs below the form: the attached data as a tree to edit, what changes by them, and the
// request. What is looked at in the last two is what would be sent: nobody gets there while
// something is half typed in the first.

#pragma once

#include <QtWidgets/QTabWidget>

namespace closeout::ui {

class ChangesView;
class Completing;
class PayloadEditor;
class PreviewView;

class DataTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit DataTabs(Completing &completing, QWidget *parent = nullptr); // it outlives this

    PayloadEditor *payload() const { return m_payload; }
    ChangesView *changes() const { return m_changes; }

    // Takes what is being typed. False: it is refused, which is told, and open still.
    bool settle();

    void showTree();
    void showChanges();
    void showPreview();
    void showDuplicate(); // key, in the tree
    void copyBody();
    void copyCurl();

private:
    void goTo(QWidget *tab);
    void takeTab();

    PayloadEditor *m_payload;
    ChangesView *m_changes;
    PreviewView *m_preview;
};

} // namespace closeout::ui
