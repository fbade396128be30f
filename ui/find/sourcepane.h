// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where services come from: everything that is active, or customers, contact keys or service ids
// that somebody names, one per line. What is chosen is the listing's query.

#pragma once

#include "find/servicesearch.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

#include <array>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QRadioButton;
class QVBoxLayout;

namespace closeout::ui {

class Listing;

class SourcePane : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePane(Listing *listing, QWidget *parent = nullptr); // not owned

    MenuActions menuActions() const;
    void focusSource(); // the radio button that is checked

private:
    enum Kind : quint8 { All, Customers, ContactKeys, ServiceIds, KindCount };

    void addKind(QVBoxLayout *layout, Kind kind, const ActionLook &look);
    void addField(QVBoxLayout *layout);
    void adopt(); // the query of the listing
    void choose(Kind kind); // by a person
    void switchTo(Kind kind);
    void avoidWhatCannotBe();
    void showField();
    void keepText();
    void hand(); // to the listing
    void showSource();
    QString whyNotLoad() const;
    QStringList named(Kind kind) const;

    Listing *m_listing;
    std::array<QRadioButton *, KindCount> m_radios{};
    std::array<QAction *, KindCount> m_sources{};
    std::array<QString, KindCount> m_texts; // as they were typed
    Kind m_kind = All;
    find::Query m_known; // as it was adopted or handed
    bool m_allWaits = false; // was left because this server cannot
    QLabel *m_whyNotAll;
    QLabel *m_fieldLabel;
    QPlainTextEdit *m_field;
    QLabel *m_count;
    QAction *m_completedToo;
    QCheckBox *m_completedBox;
    QAction *m_load;
};

// One a line; blanks and commas around, empty lines and repetitions are left out.
QStringList namedIn(const QString &text);

} // namespace closeout::ui
