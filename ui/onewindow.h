// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Of the windows that are open at the same folder of settings one is the first: it keeps settings
// and drafts, and comes to the front when somebody opens Closeout once more. That it is the first
// ends with its process, however that ends.

#pragma once

#include <QtCore/QObject>

class QLocalServer;

namespace closeout::ui {

class OneWindow : public QObject
{
    Q_OBJECT

public:
    explicit OneWindow(const QString &folder, QObject *parent = nullptr);
    ~OneWindow() override;

    bool isFirst() const { return m_isFirst; }
    // Asks the first one to come to the front, and waits until it says so. False: it does not.
    bool raiseFirst() const;

signals:
    void raiseRequested();

private:
    void lock();
    void listen();

    const QString m_folder;
    QLocalServer *m_server = nullptr; // child
    int m_lock = -1; // descriptor
    bool m_isFirst = true;
};

} // namespace closeout::ui
