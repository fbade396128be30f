// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The tab that shows the request as it would be sent, byte for byte, its secrets masked, and the
// same as a command for curl. Looks at the draft only while it is seen.

#pragma once

#include "client/exchange.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace closeout::ui {

class Completing;
class ExactText;

class PreviewView : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(Completing &completing, QWidget *parent = nullptr); // it outlives this

    void copyBody() const;
    void copyCurl() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    std::optional<client::OutgoingRequest> request() const; // masked; nothing: no connection
    QString curlCommand(const client::OutgoingRequest &outgoing) const;

    Completing &m_completing;
    QLabel *m_size;
    ExactText *m_request;
    ExactText *m_curl;
};

} // namespace closeout::ui
