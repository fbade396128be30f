// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The real window on a server with very many services: how long things take, and for how long its
// thread is ever kept busy. Needs a display.
//
//     windowprobe CONFIG_DIR ENVIRONMENT      prints NAME VALUE lines, milliseconds and bytes

#include "ui/mainwindow.h"
#include "ui/widgets/look/appearance.h"
#include "ui/workspace.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

namespace {

qint64 residentBytes()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

// Knocks on the window's thread again and again, and notes how long it takes to answer.
class Watchdog : public QThread
{
public:
    explicit Watchdog(QObject *window)
        : m_window(window)
    {
    }
    ~Watchdog() override
    {
        requestInterruption();
        wait();
    }

    std::vector<double> takeWaits() // milliseconds; called on the window's thread
    {
        return std::exchange(m_waits, {});
    }

private:
    void run() override
    {
        QSemaphore answered;
        while (!isInterruptionRequested()) {
            QElapsedTimer timer;
            timer.start();
            QMetaObject::invokeMethod(m_window, [&] {
                m_waits.push_back(double(timer.nsecsElapsed()) / 1e6);
                answered.release();
            });
            while (!answered.tryAcquire(1, 50)) {
                if (isInterruptionRequested())
                    return;
            }
            QThread::usleep(2000); // more often, and the knocks themselves would be a load
        }
    }

    QObject *m_window;
    std::vector<double> m_waits; // of the window's thread
};

class Probe
{
public:
    explicit Probe(const QString &folder, const QString &environment)
        : m_workspace(Places::below(folder))
        , m_finding(m_workspace.finding())
        , m_environment(environment)
    {
    }

    void run()
    {
        MainWindow window(m_workspace, m_appearance, u"en"_s);
        window.show();
        settle();
        const qint64 empty = residentBytes();
        Watchdog watchdog(&window);
        m_watchdog = &watchdog;
        watchdog.start();
        load();
        say("load", m_clock.elapsed());
        tellWaits("load");
        const quint32 rows = m_finding.listing.snapshot().services.count();
        say("rows", rows);
        say("bytes_a_row", (residentBytes() - empty) / std::max(1U, rows));
        filters();
        sorts();
        selection();
        refresh();
    }

private:
    template<typename Condition>
    void until(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    void settle()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 500)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }

    static void say(const char *what, double value) { std::printf("%s %.1f\n", what, value); }

    void tellWaits(const QByteArray &during)
    {
        std::vector<double> waits = m_watchdog->takeWaits();
        std::sort(waits.begin(), waits.end());
        if (waits.empty())
            return;
        say((during + "_blocked_typically").constData(), waits[waits.size() * 99 / 100]);
        say((during + "_blocked_longest").constData(), waits.back());
    }

    void load()
    {
        m_clock.start();
        qint64 firstBytes = -1;
        qint64 firstRows = -1;
        const QMetaObject::Connection bytes =
            QObject::connect(&m_finding.listing, &Listing::progressed, &m_guard, [&] {
                if (firstBytes < 0)
                    firstBytes = m_clock.elapsed();
            });
        const QMetaObject::Connection rows = QObject::connect(&m_finding.services,
                                                              &ShownRows::changed, &m_guard, [&] {
                                                                  if (firstRows < 0
                                                                      && m_finding.services.count()
                                                                          > 0)
                                                                      firstRows = m_clock.elapsed();
                                                              });
        m_workspace.start(m_environment);
        until([this] { return m_finding.listing.state() == Listing::State::Loaded; });
        until([this] {
            return m_finding.services.count() == m_finding.listing.snapshot().services.count();
        });
        QObject::disconnect(bytes);
        QObject::disconnect(rows);
        say("first_rows", double(firstRows - firstBytes));
    }

    // Until the answer to what was just asked is there.
    void answered()
    {
        bool isChanged = false;
        const QMetaObject::Connection done = QObject::connect(&m_finding.services,
                                                              &ShownRows::changed, &m_guard,
                                                              [&] { isChanged = true; });
        until([&] { return isChanged; });
        QObject::disconnect(done);
        QCoreApplication::processEvents(); // and drawn
    }

    void filters()
    {
        qint64 longest = 0;
        for (const QString &text : {u"age>4h type:3"_s, u"77a age>4h"_s, u"media:1 -type:2"_s,
                                    u"idle>1d payment"_s, QString()}) {
            m_clock.start();
            m_finding.services.setFilterText(text);
            answered();
            longest = std::max(longest, m_clock.elapsed());
        }
        say("filter", double(longest));
        tellWaits("filter");
    }

    void sorts()
    {
        qint64 longest = 0;
        for (const rows::Field field :
             {rows::Field::ServiceId, rows::Field::CustomerId, rows::Field::Idle,
              rows::Field::ServiceType, rows::Field::Age}) {
            m_clock.start();
            m_finding.services.setSortKey({field, true, {}});
            answered();
            longest = std::max(longest, m_clock.elapsed());
        }
        say("sort", double(longest));
        tellWaits("sort");
    }

    void selection()
    {
        m_clock.start();
        m_finding.selectedServices.selectShown();
        QCoreApplication::processEvents();
        say("select_all", double(m_clock.elapsed()));
        settle();
        tellWaits("select_all");
    }

    void refresh()
    {
        m_clock.start();
        m_workspace.listing().refresh();
        until([this] { return m_finding.listing.state() == Listing::State::Loaded; });
        answered();
        say("refresh", double(m_clock.elapsed()));
        tellWaits("refresh");
    }

    Appearance m_appearance;
    Workspace m_workspace;
    Finding &m_finding;
    const QString m_environment;
    QObject m_guard;
    QElapsedTimer m_clock;
    Watchdog *m_watchdog = nullptr;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s CONFIG_DIR ENVIRONMENT\n", argv[0]);
        return 64;
    }
    QApplication application(argc, argv);
    Probe(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2])).run();
    return 0;
}
