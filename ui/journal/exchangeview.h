// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One entry of the journal as it went over the wire: each request and its answer, as they were
// recorded, from the first on.

#pragma once

#include "journal/records.h"
#include "ui/widgets/exacttext.h"

namespace closeout::ui {

class ExchangeView : public ExactText
{
    Q_OBJECT

public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void showEntry(const journal::Entry &entry);
    void showNothing();

private:
    void write();
    void writeParts(const journal::ExchangeRecord &exchange);
    void changeEvent(QEvent *event) override;

    std::optional<journal::Entry> m_entry;
};

} // namespace closeout::ui
