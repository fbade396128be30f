// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A file whose reader waits, as on a disk that is far away, until it is told what is in it: a named
// pipe. Whoever reads it on the thread of a test waits for ever.

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sys/stat.h>

namespace closeout::test {

class SlowFile
{
public:
    SlowFile() { m_isMade = mkfifo(QFile::encodeName(path()).constData(), 0600) == 0; }

    bool isMade() const { return m_isMade; }
    QString path() const { return m_folder.filePath(QStringLiteral("slow.pem")); }

    // Waits for a reader, and lets it go on with this.
    void deliver(const QByteArray &content) const
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    }

private:
    QTemporaryDir m_folder;
    bool m_isMade = false;
};

} // namespace closeout::test
