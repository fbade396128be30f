// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/places.h"

#include <QtCore/QDir>

#include <array>
#include <optional>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

// Nothing: it is not set, which an empty one is as well.
Result<std::optional<QString>> folderIn(const char *variable)
{
    const QByteArray bytes = qgetenv(variable);
    if (bytes.isEmpty())
        return std::nullopt;
    const QString name = QString::fromLatin1(variable);
    if (!QUtf8StringView(bytes).isValidUtf8()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "%1 names a folder in bytes that are not UTF-8. Say with --config-dir "
                           "where environments and journal are.")
                           .arg(name));
    }
    if (!bytes.startsWith('/')) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "%1 is “%2”, which is another folder wherever the program is started. "
                           "Give a whole path, or say with --config-dir where environments and "
                           "journal are.")
                           .arg(name, QString::fromUtf8(bytes)));
    }
    return QDir::cleanPath(QString::fromUtf8(bytes));
}

std::optional<QString> homeOfTheSystem()
{
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    const QByteArrayView home(entry.pw_dir);
    if (!home.startsWith('/') || !QUtf8StringView(entry.pw_dir).isValidUtf8())
        return {};
    return QString::fromUtf8(home);
}

Result<QString> homeFolder()
{
    const Result<std::optional<QString>> said = folderIn("HOME");
    if (!said)
        return tl::unexpected(said.error());
    if (const std::optional<QString> home = *said ? *said : homeOfTheSystem())
        return *home;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("There is no home folder: HOME is not set. Say with --config-dir where "
                          "environments and journal are."));
}

Result<QString> folderFrom(const char *variable, const QString &inHome)
{
    const Result<std::optional<QString>> said = folderIn(variable);
    if (!said)
        return tl::unexpected(said.error());
    if (*said)
        return **said + "/closeout"_L1;
    return homeFolder().map(
        [&inHome](const QString &home) { return home + inHome + "/closeout"_L1; });
}

} // namespace

Result<Folders> standardFolders()
{
    const Result<QString> config = folderFrom("XDG_CONFIG_HOME", u"/.config"_s);
    if (!config)
        return tl::unexpected(config.error());
    const Result<QString> data = folderFrom("XDG_DATA_HOME", u"/.local/share"_s);
    if (!data)
        return tl::unexpected(data.error());
    return Folders{*config, *data};
}

Places Places::below(const QString &folder)
{
    const QDir place(folder);
    return {place.absoluteFilePath(u"environments.json"_s),
            place.absoluteFilePath(u"journal.sqlite"_s),
            place.absoluteFilePath(u"views"_s),
            place.absoluteFilePath(u"window.ini"_s),
            place.absoluteFilePath(u"drafts"_s),
            place.absoluteFilePath(u"sandbox"_s)};
}

Places Places::standard()
{
    // Where there is none, main() has said so and nothing got this far.
    const Folders folders = standardFolders().value_or(Folders{u"/dev/null"_s, u"/dev/null"_s});
    Places places = below(folders.data);
    const QDir config(folders.config);
    places.environments = config.absoluteFilePath(u"environments.json"_s);
    places.settings = config.absoluteFilePath(u"window.ini"_s);
    return places;
}

Places Places::besideAnother(const QString &folder) const
{
    Places places = *this;
    places.drafts = folder;
    places.areOthers = true;
    return places;
}

} // namespace closeout::environments
