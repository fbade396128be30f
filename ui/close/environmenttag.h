// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The name of an environment with its colour beside it. A long name is elided; its tool tip has it.

#pragma once

#include <QtWidgets/QWidget>

namespace closeout::environments {
struct Environment;
}

namespace closeout::ui {

class EnvironmentTag : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentTag(QWidget *parent = nullptr);

    void show(const environments::Environment &environment, const QUrl &baseUrl);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour; // invalid: none was chosen
};

} // namespace closeout::ui
