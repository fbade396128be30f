// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What should be known before a draft is sent: what stays open, what may be lost, what stands in
// the way, each with what can be done about it. As high as they are where there is room for it;
// where there is not, they scroll.

#pragma once

#include <QtWidgets/QScrollArea>

class QAction;

namespace closeout::close {
struct Examination;
}

namespace closeout::ui {

class Completing;
class Notice;

class Warnings : public QScrollArea
{
    Q_OBJECT

public:
    struct Actions // of the pane
    {
        QAction *putBack;
        QAction *keepData;
        QAction *goToDuplicate;
        QAction *allowDuplicates;
        QAction *completeAgain;
        QAction *showJournal;
        QAction *dismiss;
    };

    Warnings(Completing &completing, const Actions &actions, QWidget *parent = nullptr);

    void refresh(const close::Examination &examination); // of the draft
    QString words() const; // of all that are shown, one a line

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void refreshOther();

    Completing &m_completing;
    Actions m_actions;
    Notice *m_other; // of another completion than the draft's
    Notice *m_trouble; // with keeping the draft
    Notice *m_elsewhere; // the same draft, in another window
    Notice *m_discarded;
    Notice *m_readOnly;
    Notice *m_doubt;
    Notice *m_overtaken;
    Notice *m_completed;
    Notice *m_duplicates;
    Notice *m_openWork;
    Notice *m_schemas;
    Notice *m_loss;
};

} // namespace closeout::ui
