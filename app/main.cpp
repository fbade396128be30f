// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// closeout: the window's start. Builds the rooms in order and hands them to ui/.

#include "environments/places.h"
#include "process/standarddescriptors.h"
#include "process/stopsignals.h"
#include "ui/languages.h"
#include "ui/mainwindow.h"
#include "ui/onewindow.h"
#include "ui/widgets/look/appearance.h"
#include "ui/widgets/look/style.h"
#include "ui/workspace.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <csignal>
#include <cstdio>
#include <optional>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

namespace {

struct Wishes
{
    Places places;
    QString environment; // empty: where it was the last time
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Finds and closes stuck services in Genesys Context Services."_s);
    parser.addOption({u"env"_s, u"Opens this environment."_s, u"NAME"_s});
    parser.addOption({u"config-dir"_s,
                      u"Keeps settings, journal and everything else below this folder."_s,
                      u"DIR"_s});
    parser.addHelpOption();
    parser.addVersionOption();
}

// Before there is an application object: help and version need no display.
bool isAnswered(const QStringList &arguments, int *exitCode)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        *exitCode = 64;
        return true;
    }
    *exitCode = 0;
    if (parser.isSet(u"version"_s))
        std::printf("closeout %s\n", CLOSEOUT_VERSION);
    else if (parser.isSet(u"help"_s))
        std::printf("%s",
                    qPrintable(parser.helpText().replace(u"<executable_name>"_s, u"closeout"_s)));
    else if (parser.isSet(u"config-dir"_s))
        return false;
    else if (const auto folders = closeout::environments::standardFolders(); folders)
        return false;
    else {
        std::fprintf(stderr, "%s\n", qPrintable(folders.error().message));
        *exitCode = 3;
    }
    return true;
}

Wishes wishesFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.parse(arguments);
    const QString folder = parser.value(u"config-dir"_s);
    return {folder.isEmpty() ? Places::standard() : Places::below(QDir(folder).absolutePath()),
            parser.value(u"env"_s)};
}

// The window over the hosts; made anew when another language is chosen.
class Shell : public QObject
{
    Q_OBJECT

public:
    Shell(const Wishes &wishes, const OneWindow &one)
        : m_workspace(one.isFirst() ? wishes.places
                                    : wishes.places.besideAnother(m_drafts.emplace().path()))
    {
        connect(&one, &OneWindow::raiseRequested, this, [this] {
            m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
            m_window->raise();
            m_window->activateWindow();
        });
        m_appearance.choose(m_workspace.settings().appearance());
        m_languages.use(m_workspace.settings().language());
        // As when a person closes it: layout and drafts are kept, an end under way is recorded.
        connect(&m_stop, &closeout::process::StopSignals::received, this,
                [this] { m_window->closeWhenDone(); });
        m_workspace.start(wishes.environment); // reads and asks while the window is made
        makeWindow();
    }

private:
    void makeWindow()
    {
        m_window = std::make_unique<MainWindow>(m_workspace, m_appearance, m_languages.current());
        connect(m_window.get(), &MainWindow::languageChosen, this, &Shell::speak);
        m_window->show();
    }

    void speak(const QString &code)
    {
        m_window->saveLayout();
        const FocusPlace place = m_window->focusPlace();
        m_workspace.settings().setLanguage(code);
        m_languages.use(code);
        m_window.reset(); // not closed, so that the application goes on
        makeWindow();
        m_window->restoreFocus(place);
    }

    closeout::process::StopSignals m_stop;
    std::optional<QTemporaryDir> m_drafts; // of a second window
    Workspace m_workspace;
    Appearance m_appearance;
    Languages m_languages;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char *argv[])
{
    closeout::process::holdStandardDescriptors();
    // A file that may grow no further must be an error that is told, not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    umask(077); // what is kept is its owner's alone
    QCoreApplication::setApplicationName(u"closeout"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLOSEOUT_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    int exitCode = 0;
    if (isAnswered(arguments, &exitCode))
        return exitCode;
    QApplication::setStyle(new Style);
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"io.closeout.Closeout"_s);
    const Wishes wishes = wishesFrom(arguments);
    const OneWindow one(QFileInfo(wishes.places.settings).absolutePath());
    // Whoever asks for an environment does not want the window that may be busy with another.
    if (!one.isFirst() && wishes.environment.isEmpty() && one.raiseFirst()) {
        std::printf("Closeout is open already with these settings; its window was raised.\n");
        return 0;
    }
    const Shell shell(wishes, one);
    return QApplication::exec();
}

#include "main.moc"
