// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A combo box or a spin box whose value the wheel does not change: it scrolls the form that it is
// in, as everywhere else on the page.

#pragma once

#include <QtGui/QWheelEvent>

namespace closeout::ui {

template<typename Control>
class Steady : public Control
{
public:
    using Control::Control;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace closeout::ui
