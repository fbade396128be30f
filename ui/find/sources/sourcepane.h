// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where services come from: everything that is active, and customers, contact keys or service ids
// that somebody names, together or alone; and when they were started. What is chosen is the
// listing's query.

#pragma once

#include "find/servicesearch.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace closeout::ui {

class Listing;
class SourceField;

class SourcePane : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePane(Listing *listing, QWidget *parent = nullptr); // not owned

    MenuActions menuActions() const;
    void focusSource(); // the first that is checked

private:
    enum Kind : quint8 { Customers, ContactKeys, ServiceIds, KindCount };

    QVBoxLayout *makeScrolled();
    void addAll(QVBoxLayout *layout);
    void addField(QVBoxLayout *layout, Kind kind, const ActionLook &look, const QString &label);
    void addRange(QVBoxLayout *layout);
    void addCompletedToo(QVBoxLayout *layout);
    void addLoad();
    void adopt(); // the query of the listing
    void showField(SourceField *field);
    void takeTriggered(Kind kind); // its action: a key or a menu
    void avoidWhatCannotBe();
    void takeChange(); // by a person
    void hand(); // to the listing, unless something is wrong with it
    void showSource();
    bool isAll() const;
    QString problemOf(const QLineEdit *moment) const;
    void showProblem(QLineEdit *moment, QLabel *label);
    QString whyNotRange() const;
    QString whyNotLoad() const;

    Listing *m_listing;
    QScrollArea *m_area;
    QAction *m_all;
    QCheckBox *m_allBox;
    QLabel *m_whyNotAll;
    std::array<QAction *, KindCount> m_actions{};
    std::array<SourceField *, KindCount> m_fields{};
    QLineEdit *m_from;
    QLabel *m_fromProblem;
    QLineEdit *m_to;
    QLabel *m_toProblem;
    QAction *m_completedToo;
    QCheckBox *m_completedBox;
    QAction *m_load;
    QPushButton *m_loadButton = nullptr;
    QLabel *m_whyNotLoad = nullptr;
    find::Query m_known; // as it was adopted or handed
    bool m_isAdopting = false;
    bool m_allWaits = false; // was left because this server cannot
};

} // namespace closeout::ui
