// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/environmentfile.h"

#include "json/document.h"
#include "json/format.h"
#include "json/strings.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

tl::unexpected<Error> storageFailure(const QString &message)
{
    return failure(ErrorKind::Storage, message);
}

Result<QStringList> stringList(const json::Value &value)
{
    QStringList list;
    for (const json::Value element : value) {
        if (element.type() != json::Type::String)
            return failure(ErrorKind::InvalidInput, Tr::tr("“headers” must be a list of strings."));
        list.append(element.text());
    }
    return list;
}

Result<Environment> environmentFrom(const json::Value &value)
{
    Environment environment;
    environment.name = value.member(u"name").text();
    environment.url = value.member(u"url").text();
    environment.user = value.member(u"user").text();
    environment.authoritiesFile = value.member(u"ca_file").text();
    environment.colour = value.member(u"colour").text();
    if (environment.name.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("an environment has no “name”."));
    if (const json::Value dialect = value.member(u"dialect"); dialect.exists()) {
        const Result<contract::Dialect> known = contract::dialectFromName(dialect.text());
        if (!known)
            return tl::unexpected(known.error());
        environment.dialect = *known;
    }
    // A misspelt level must not end up as a careless one.
    if (const json::Value safety = value.member(u"safety"); safety.exists()) {
        const Result<SafetyLevel> known = safetyFromName(safety.text());
        if (!known)
            return tl::unexpected(known.error());
        environment.safety = *known;
    }
    const Result<QStringList> headers = stringList(value.member(u"headers"));
    if (!headers)
        return tl::unexpected(headers.error());
    environment.headers = *headers;
    if (const json::Value timeout = value.member(u"timeout_seconds"); timeout.exists())
        environment.timeoutSeconds = timeout.text().toInt(); // 0 for nonsense: refused on use
    return environment;
}

QByteArray jsonOf(const Environment &environment)
{
    QList<std::pair<QByteArray, QByteArray>> members{
        {"name", json::spell(environment.name)},
        {"url", json::spell(environment.url)},
        {"dialect", json::spell(contract::dialectName(environment.dialect))},
    };
    if (!environment.user.isEmpty())
        members.append({"user", json::spell(environment.user)});
    if (!environment.headers.isEmpty()) {
        QByteArray list;
        for (const QString &header : environment.headers)
            list += (list.isEmpty() ? "" : ", ") + json::spell(header);
        members.append({"headers", '[' + list + ']'});
    }
    if (!environment.authoritiesFile.isEmpty())
        members.append({"ca_file", json::spell(environment.authoritiesFile)});
    members.append({"safety", json::spell(safetyName(environment.safety))});
    if (!environment.colour.isEmpty())
        members.append({"colour", json::spell(environment.colour)});
    members.append({"timeout_seconds", QByteArray::number(environment.timeoutSeconds)});
    QByteArray out;
    for (const auto &[name, value] : members)
        out += (out.isEmpty() ? "" : ",") + QByteArray("\n      \"") + name + "\": " + value;
    return "{" + out + "\n    }";
}

constexpr char emptyFile[] = "{\n  \"environments\": [\n    ]\n}\n";

// The document of the file, of the empty file where there is none.
Result<json::Document> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return json::Document::parse(emptyFile);
    if (!file.open(QIODevice::ReadOnly))
        return storageFailure(Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    Result<json::Document> document = json::Document::parse(file.readAll());
    if (document && !document->root().member(u"environments").isArray()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("It must be a JSON object with a list named “environments”."));
    }
    return document;
}

Result<void> writeDocument(const QString &path, const json::Document &document)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path); // whole or not at all
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(document.text()) == document.text().size() && file.commit();
    if (!written)
        return storageFailure(Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

json::Value entryNamed(const json::Document &document, const QString &name)
{
    for (const json::Value entry : document.root().member(u"environments")) {
        if (entry.member(u"name").text() == name)
            return entry;
    }
    return {};
}

// Members of an old entry that we do not know are carried over into the new one.
Result<QByteArray> withUnknownMembers(const json::Value &oldEntry, const QByteArray &newEntry)
{
    static const QStringList known{u"name"_s,   u"url"_s,     u"dialect"_s,
                                   u"user"_s,   u"headers"_s, u"ca_file"_s,
                                   u"safety"_s, u"colour"_s,  u"timeout_seconds"_s};
    Result<json::Document> document = json::Document::parse(newEntry);
    for (const json::Value member : oldEntry) {
        if (!document)
            break;
        if (known.contains(member.key()))
            continue;
        const Result<json::Splice> added = document->insert(0, document->root().size(),
                                                            member.key(), member.raw());
        if (!added)
            return tl::unexpected(added.error());
    }
    return document.map([](const json::Document &entry) { return entry.text(); });
}

} // namespace

EnvironmentFile::EnvironmentFile(QString path)
    : m_path(std::move(path))
{
}

Result<EnvironmentFile::Loaded> EnvironmentFile::load() const
{
    Loaded loaded;
    const Result<json::Document> document = readDocument(m_path);
    if (!document && document.error().kind == ErrorKind::Storage)
        return tl::unexpected(document.error());
    if (!document) {
        const QString aside = m_path + ".broken-"_L1
            + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz");
        if (!QFile::rename(m_path, aside)) {
            return storageFailure(Tr::tr("%1 is broken (%2) and cannot be renamed.")
                                      .arg(m_path, document.error().message));
        }
        loaded.warnings.append(
            Tr::tr("%1 is broken: %2 It is kept as %3; there are no environments "
                   "until it is mended and named back.")
                .arg(m_path, document.error().message, aside));
        return loaded;
    }
    for (const json::Value entry : document->root().member(u"environments")) {
        Result<Environment> environment = environmentFrom(entry);
        if (!environment) {
            const json::Position at = document->positionOf(entry.offset());
            loaded.warnings.append(Tr::tr("%1, line %2: the environment “%3” is not usable: %4")
                                       .arg(m_path, QString::number(at.line),
                                            entry.member(u"name").text(),
                                            environment.error().message));
            continue;
        }
        const bool isNew = std::none_of(loaded.environments.begin(), loaded.environments.end(),
                                        [&](const Environment &other) {
                                            return other.name == environment->name;
                                        });
        if (isNew)
            loaded.environments.append(std::move(*environment));
        else
            loaded.warnings.append(
                Tr::tr("%1: there are two environments named “%2”; the first one "
                       "is used.")
                    .arg(m_path, environment->name));
    }
    return loaded;
}

Result<Environment> EnvironmentFile::find(const QString &name) const
{
    const Result<Loaded> loaded = load();
    if (!loaded)
        return tl::unexpected(loaded.error());
    QStringList names;
    for (const Environment &environment : loaded->environments) {
        if (environment.name == name)
            return environment;
        names.append(environment.name);
    }
    const QString known = names.isEmpty() ? Tr::tr("There are none yet.")
                                          : Tr::tr("Known are: %1.").arg(names.join(u", "));
    QString message = Tr::tr("There is no environment named “%1” in %2.").arg(name, m_path);
    message += u' ' + known;
    for (const QString &warning : loaded->warnings)
        message += u'\n' + warning;
    return failure(ErrorKind::InvalidInput, message);
}

Result<void> EnvironmentFile::save(const Environment &environment) const
{
    Result<json::Document> document = readDocument(m_path);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value old = entryNamed(*document, environment.name);
    const Result<QByteArray> entry = withUnknownMembers(old, jsonOf(environment));
    if (!entry)
        return tl::unexpected(entry.error());
    const json::Value list = document->root().member(u"environments");
    const Result<json::Splice> edit = old.exists()
        ? document->replaceValue(old.node(), *entry)
        : document->insert(list.node(), list.size(), {},
                           list.size() == 0 ? "\n    " + *entry : *entry);
    if (!edit)
        return tl::unexpected(edit.error());
    return writeDocument(m_path, *document);
}

Result<void> EnvironmentFile::remove(const QString &name) const
{
    Result<json::Document> document = readDocument(m_path);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value entry = entryNamed(*document, name);
    if (!entry.exists())
        return find(name).map([](const Environment &) {}); // says which ones there are
    const Result<json::Splice> edit = document->remove(entry.node());
    if (!edit)
        return tl::unexpected(edit.error());
    return writeDocument(m_path, *document);
}

} // namespace closeout::environments
