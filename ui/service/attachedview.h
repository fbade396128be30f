// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The attached data of a service, or of one of its states and tasks, to read and to copy from.

#pragma once

#include "client/record.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace closeout::ui {

struct Child;

class AttachedView : public QWidget
{
    Q_OBJECT

public:
    explicit AttachedView(QWidget *parent = nullptr);

    // child: nullptr: the service's own.
    void tell(const std::optional<client::Record> &service, const Child *child);
    void tellWhatIsMissing(client::Record::Shown shown); // where nothing is seen
    QWidget *first() const; // in the order of the Tab key
    QWidget *last() const;

signals:
    void serviceRequested(); // instead of the child

private:
    QLabel *m_heading;
    QToolButton *m_ofService;
    QPlainTextEdit *m_data;
};

} // namespace closeout::ui
