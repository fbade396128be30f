// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The saved views: a list from which one is applied, and what can be done with them. It applies and
// makes none itself, because a view is of more than it knows; it asks for it.

#pragma once

#include "ui/find/views/savedviewsmodel.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace closeout::ui {

class Notice;

class SavedViewsPane : public QWidget
{
    Q_OBJECT

public:
    explicit SavedViewsPane(SavedViews &views, QWidget *parent = nullptr); // not owned

    QListView *list() const { return m_list; }
    MenuActions menuActions() const;
    void focusList();

signals:
    void applyRequested(const closeout::find::SavedView &view);
    void saveRequested(const QString &name); // of what is looked at now

private:
    void makeActions();
    void makeList(QVBoxLayout *layout);
    void makeNaming(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    bool eventFilter(QObject *watched, QEvent *event) override;
    const SavedViews::Entry *current() const;
    void apply();
    void askForName();
    void saveNamed();
    void showNaming();
    void import();
    void exportCurrent();
    void takeViews();
    void showState();
    void tellFailure(SavedViews::Deed deed, const Error &error);
    void tellProblems();
    void tellGone();

    SavedViews &m_views;
    SavedViewsModel m_model;
    QListView *m_list;
    QLabel *m_none;
    QWidget *m_naming; // seen while a name is typed
    QLineEdit *m_name;
    QLabel *m_namesake;
    Notice *m_notice;
    QString m_wanted; // name of the view that is current once it is there
    std::optional<SavedViews::Deed> m_failed; // as the notice says
    QString m_exportedTo; // a file, as the notice says; empty: it does not
    bool m_isDismissed = false; // what the notice said of the view that is gone
    QAction *m_apply;
    QAction *m_save;
    QAction *m_saveNamed;
    QAction *m_cancel;
    QAction *m_update;
    QAction *m_rename;
    QAction *m_remove;
    QAction *m_putBack;
    QAction *m_import;
    QAction *m_export;
    QAction *m_count;
    QAction *m_dismiss;
};

} // namespace closeout::ui
