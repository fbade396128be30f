// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A URL to read and to copy from. Without a frame and cut with an ellipsis where there is no room,
// until it has the focus.

#pragma once

#include <QtWidgets/QLineEdit>

namespace closeout::ui {

class UrlField : public QLineEdit
{
    Q_OBJECT

public:
    explicit UrlField(const QString &name, QWidget *parent = nullptr); // name: for screen readers

    void setUrl(const QString &url);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace closeout::ui
