// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What all ages in the window are counted from, so that one that is shown twice reads the same. It
// goes on every 15 seconds, and whenever something has been read.
//
// Owned by the application; made when it is first asked for.

#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QTimer>

namespace closeout::ui {

class Clock : public QObject
{
    Q_OBJECT

public:
    static Clock *ofApplication();

    QDateTime now() const { return m_now; }
    void tick();

signals:
    void ticked(const QDateTime &now);

private:
    explicit Clock(QObject *parent);

    QDateTime m_now = QDateTime::currentDateTimeUtc();
    QTimer m_timer;
};

// A duration as durationInWords() says it, for a sentence: no line breaks inside.
QString unbroken(QString duration);

} // namespace closeout::ui
