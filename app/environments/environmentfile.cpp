// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/environmentfile.h"

#include "environments/ownfile.h"
#include "json/document.h"
#include "json/format.h"
#include "json/strings.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

tl::unexpected<Error> storageFailure(const QString &message)
{
    return failure(ErrorKind::Storage, message);
}

const QStringList &knownMembers()
{
    static const QStringList names{u"name"_s,        u"url"_s,        u"dialect"_s,
                                   u"user"_s,        u"headers"_s,    u"ca_file"_s,
                                   u"safety"_s,      u"colour"_s,     u"timeout_seconds"_s,
                                   u"stuck_rules"_s, u"deployment"_s, u"open_states"_s};
    return names;
}

bool isList(const QString &member)
{
    return member == "headers"_L1 || member == "stuck_rules"_L1;
}

QByteArray jsonOf(const QStringList &texts)
{
    QByteArray list;
    for (const QString &text : texts)
        list += (list.isEmpty() ? "" : ", ") + json::spell(text);
    return '[' + list + ']';
}

// Something of another type than expected must not count as left out: the tenant header that is
// missing then would send a write to another tenant.
Result<void> checkTypes(const json::Value &entry)
{
    for (const json::Value member : entry) {
        const QString name = member.key();
        const json::Type wanted = isList(name) ? json::Type::Array
            : name == "timeout_seconds"_L1     ? json::Type::Number
                                               : json::Type::String;
        bool isRight = member.type() == wanted || !knownMembers().contains(name);
        if (isList(name)) {
            for (const json::Value text : member)
                isRight = isRight && text.type() == json::Type::String;
        }
        if (!isRight) {
            return failure(ErrorKind::InvalidInput,
                           isList(name) ? Tr::tr("“%1” must be a list of strings.").arg(name)
                                        : Tr::tr("“%1” is of the wrong type.").arg(name));
        }
    }
    return {};
}

// A misspelt level must not end up as a careless one, and of two the stricter one holds.
Result<SafetyLevel> safetyOf(const json::Value &entry)
{
    std::optional<SafetyLevel> strictest;
    for (const json::Value member : entry) {
        if (member.key() != "safety"_L1)
            continue;
        const Result<SafetyLevel> known = safetyFromName(member.text());
        if (!known)
            return tl::unexpected(known.error());
        strictest = std::max(strictest.value_or(*known), *known);
    }
    return strictest.value_or(Environment().safety);
}

QStringList keysOf(const json::Value &object)
{
    QStringList keys;
    for (const json::Value member : object)
        keys.append(member.key());
    return keys;
}

// Which of the two was meant only a person can tell; of a safety level the stricter one is safe.
Result<void> checkOnce(const json::Value &entry)
{
    const QStringList keys = keysOf(entry);
    for (const QString &known : knownMembers()) {
        if (known != "safety"_L1 && keys.count(known) > 1)
            return failure(ErrorKind::InvalidInput, Tr::tr("“%1” stands twice.").arg(known));
    }
    return {};
}

// All that it calls itself: one that says two names must spoil both.
QStringList namesOf(const json::Value &entry)
{
    QStringList names;
    for (const json::Value member : entry) {
        if (member.key() == "name"_L1)
            names.append(member.text());
    }
    return names;
}

Result<Environment> environmentFrom(const json::Value &value)
{
    if (const Result<void> types = checkTypes(value); !types)
        return tl::unexpected(types.error());
    if (const Result<void> once = checkOnce(value); !once)
        return tl::unexpected(once.error());
    Environment environment;
    environment.name = value.member(u"name").text();
    environment.url = value.member(u"url").text();
    environment.user = value.member(u"user").text();
    environment.authoritiesFile = value.member(u"ca_file").text();
    environment.colour = value.member(u"colour").text();
    environment.deployment = value.member(u"deployment").text();
    for (const json::Value header : value.member(u"headers"))
        environment.headers.append(header.text());
    for (const json::Value rule : value.member(u"stuck_rules"))
        environment.stuckRules.append(rule.text());
    if (environment.name.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("it has no “name”."));
    if (environment.url.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("it has no “url”."));
    if (const json::Value dialect = value.member(u"dialect"); dialect.exists()) {
        const Result<contract::Dialect> known = contract::dialectFromName(dialect.text());
        if (!known)
            return tl::unexpected(known.error());
        environment.dialect = *known;
    }
    const Result<SafetyLevel> safety = safetyOf(value);
    if (!safety)
        return tl::unexpected(safety.error());
    environment.safety = *safety;
    if (const json::Value states = value.member(u"open_states"); states.exists()) {
        if (states.text() != "ignore"_L1 && states.text() != "tell"_L1) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("“open_states” must be “tell” or “ignore”."));
        }
        environment.openStates = states.text() == "ignore"_L1 ? OpenStates::Ignore
                                                              : OpenStates::Tell;
    }
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
    if (!environment.deployment.isEmpty())
        members.append({"deployment", json::spell(environment.deployment)});
    if (!environment.user.isEmpty())
        members.append({"user", json::spell(environment.user)});
    if (!environment.headers.isEmpty())
        members.append({"headers", jsonOf(environment.headers)});
    if (!environment.authoritiesFile.isEmpty())
        members.append({"ca_file", json::spell(environment.authoritiesFile)});
    members.append({"safety", json::spell(safetyName(environment.safety))});
    if (environment.openStates == OpenStates::Ignore)
        members.append({"open_states", QByteArray("\"ignore\"")});
    if (!environment.colour.isEmpty())
        members.append({"colour", json::spell(environment.colour)});
    members.append({"timeout_seconds", QByteArray::number(environment.timeoutSeconds)});
    if (!environment.stuckRules.isEmpty())
        members.append({"stuck_rules", jsonOf(environment.stuckRules)});
    QByteArray out;
    for (const auto &[name, value] : members)
        out += (out.isEmpty() ? "" : ",") + QByteArray("\n      \"") + name + "\": " + value;
    return "{" + out + "\n    }";
}

constexpr qint64 largestFile = qint64(64) << 20; // bytes
constexpr char emptyFile[] = "{\n  \"environments\": []\n}\n";

// The document of the file, of the empty file where there is none.
Result<json::Document> readDocument(const QString &path)
{
    const Result<std::optional<QByteArray>> bytes = readOwnFile(path, largestFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<json::Document> document = json::Document::parse(bytes->value_or(emptyFile));
    if (!document)
        return document;
    if (!document->root().member(u"environments").isArray()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("It must be a JSON object with a list named “environments”."));
    }
    if (keysOf(document->root()).count(u"environments"_s) > 1)
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("“%1” stands twice.").arg("environments"_L1));
    return document;
}

Result<void> writeDocument(const QString &path, const json::Document &document)
{
    return writeFile(path, document.text(), Keeper::Us);
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
    Result<json::Document> document = json::Document::parse(newEntry);
    for (const json::Value member : oldEntry) {
        if (!document)
            break;
        if (knownMembers().contains(member.key()))
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
    Result<json::Document> document = readDocument(m_path);
    if (!document && document.error().kind != ErrorKind::Storage)
        document = putAside(loaded);
    if (!document)
        return tl::unexpected(document.error());
    if (!QFile::exists(m_path) && loaded.warnings.isEmpty()) {
        const QFileInfo file(m_path);
        const QStringList aside = file.dir().entryList({file.fileName() + ".broken-*"_L1},
                                                       QDir::Files, QDir::Name);
        if (!aside.isEmpty()) {
            loaded.warnings.append(
                Tr::tr("There are no environments: %1 was broken and is kept as %2. Mend it and "
                       "name it back.")
                    .arg(m_path, aside.last()));
        }
    }
    readEntries(*document, loaded);
    return loaded;
}

// Somebody may be writing it, or have mended it meanwhile: so it is looked at once more.
Result<json::Document> EnvironmentFile::putAside(Loaded &loaded) const
{
    const Result<OwnLock> lock = OwnLock::take(m_path);
    Result<json::Document> document = readDocument(m_path);
    if (document || document.error().kind == ErrorKind::Storage)
        return document;
    const QString aside = m_path + ".broken-"_L1
        + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz");
    if (!lock || !QFile::rename(m_path, aside)) {
        return storageFailure(Tr::tr("%1 is broken (%2) and cannot be renamed.")
                                  .arg(m_path, document.error().message));
    }
    loaded.warnings.append(Tr::tr("%1 is broken: %2 It is kept as %3; there are no environments "
                                  "until it is mended and named back.")
                               .arg(m_path, document.error().message, aside));
    return json::Document::parse(emptyFile);
}

// An entry that cannot be used takes its names with it: a careless namesake must not win. Nor is
// one of two that can be used more careless than the other.
void EnvironmentFile::readEntries(const json::Document &document, Loaded &loaded) const
{
    QHash<QString, QString> unusable; // name, and why
    for (const json::Value entry : document.root().member(u"environments")) {
        if (const Result<Environment> environment = environmentFrom(entry); !environment) {
            for (const QString &name : namesOf(entry))
                unusable.insert(name, environment.error().message);
        }
    }
    for (const json::Value entry : document.root().member(u"environments"))
        readEntry(document, entry, unusable, loaded);
    loaded.unusable = unusable;
}

void EnvironmentFile::readEntry(const json::Document &document, const json::Value &entry,
                                const QHash<QString, QString> &unusable, Loaded &loaded) const
{
    const QString name = entry.member(u"name").text();
    const QString place = Tr::tr("%1, line %2: the environment “%3”")
                              .arg(m_path,
                                   QString::number(document.positionOf(entry.offset()).line), name);
    const auto warn = [&loaded](const QString &warning) { loaded.warnings.append(warning); };
    const QStringList keys = keysOf(entry);
    for (const QString &key : keys) {
        if (!knownMembers().contains(key))
            warn(Tr::tr("%1: “%2” is not known and changes nothing.").arg(place, key));
    }
    const Result<Environment> environment = environmentFrom(entry);
    if (!environment) {
        warn(Tr::tr("%1 is not usable: %2").arg(place, environment.error().message));
        return;
    }
    if (unusable.contains(name)) {
        warn(Tr::tr("%1 is not used: another of that name is not usable.").arg(place));
        return;
    }
    if (keys.count(u"safety"_s) > 1) {
        warn(Tr::tr("%1: “safety” stands twice; the stricter level, %2, holds.")
                 .arg(place, safetyName(environment->safety)));
    }
    const auto first = std::find_if(loaded.environments.begin(), loaded.environments.end(),
                                    [&name](const Environment &other) {
                                        return other.name == name;
                                    });
    if (first == loaded.environments.end()) {
        loaded.environments.append(*environment);
        return;
    }
    first->safety = std::max(first->safety, environment->safety);
    warn(Tr::tr("%1 stands there twice; the first is used, with the stricter safety level, %2.")
             .arg(place, safetyName(first->safety)));
}

Result<Environment> EnvironmentFile::Loaded::find(const QString &name) const
{
    QStringList names;
    for (const Environment &environment : environments) {
        if (environment.name == name)
            return environment;
        names.append(environment.name);
    }
    if (const auto why = unusable.constFind(name); why != unusable.constEnd()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The environment “%1” is not usable: %2 Mend it first.")
                           .arg(name, *why));
    }
    const QString known = names.isEmpty() ? Tr::tr("There are none.")
                                          : Tr::tr("Known are: %1.").arg(names.join(u", "));
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("There is no usable environment named “%1”. %2").arg(name, known));
}

Result<void> EnvironmentFile::save(const Environment &environment) const
{
    const Result<OwnLock> lock = OwnLock::take(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    const Result<json::Document> document = readForEdit();
    return document ? put(*document, environment) : tl::unexpected(document.error());
}

Result<void> EnvironmentFile::change(const QString &name, const Change &change) const
{
    const Result<OwnLock> lock = OwnLock::take(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    const Result<json::Document> document = readForEdit();
    if (!document)
        return tl::unexpected(document.error());
    Loaded loaded;
    readEntries(*document, loaded);
    const Result<Environment> old = loaded.find(name);
    if (!old && loaded.unusable.contains(name))
        return tl::unexpected(old.error());
    const Result<Environment> wanted = change(old ? std::optional(*old) : std::nullopt);
    return wanted ? put(*document, *wanted) : tl::unexpected(wanted.error());
}

Result<void> EnvironmentFile::put(json::Document document, const Environment &environment) const
{
    const json::Value old = entryNamed(document, environment.name);
    const Result<QByteArray> entry = withUnknownMembers(old, jsonOf(environment));
    if (!entry)
        return tl::unexpected(entry.error());
    const json::Value list = document.root().member(u"environments");
    // The first one brings the layout that the next ones follow.
    const Result<json::Splice> edit = old.exists() ? document.replaceValue(old.node(), *entry)
        : list.size() == 0 ? document.replaceValue(list.node(), "[\n    " + *entry + "\n  ]")
                           : document.insert(list.node(), list.size(), {}, *entry);
    if (!edit)
        return tl::unexpected(edit.error());
    return writeDocument(m_path, document);
}

Result<void> EnvironmentFile::remove(const QString &name) const
{
    const Result<OwnLock> lock = OwnLock::take(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    Result<json::Document> document = readForEdit();
    if (!document)
        return tl::unexpected(document.error());
    const json::Value entry = entryNamed(*document, name);
    if (!entry.exists()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There is no environment named “%1” in %2.").arg(name, m_path));
    }
    const Result<json::Splice> edit = document->remove(entry.node());
    if (!edit)
        return tl::unexpected(edit.error());
    return writeDocument(m_path, *document);
}

Result<json::Document> EnvironmentFile::readForEdit() const
{
    Result<json::Document> document = readDocument(m_path);
    if (!document && document.error().kind != ErrorKind::Storage) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 is broken and was left as it is: %2")
                           .arg(m_path, document.error().message));
    }
    return document;
}

} // namespace closeout::environments
