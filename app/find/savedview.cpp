// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/savedview.h"

#include "contract/timestamp.h"
#include "environments/ownfile.h"
#include "filter/filter.h"
#include "json/document.h"
#include "json/format.h"
#include "json/strings.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::find {

namespace {

constexpr qint64 largestFile = qint64(64) << 20;
constexpr qsizetype longestViewName = 200; // characters

const QStringList &readMembers() // at the top, of the sources, of the order
{
    static const QStringList names{u"name"_s,        u"subject"_s,   u"sources"_s,
                                   u"filter"_s,      u"columns"_s,   u"sort"_s,
                                   u"everything"_s,  u"customers"_s, u"contact_keys"_s,
                                   u"service_ids"_s, u"state"_s,     u"started_from"_s,
                                   u"started_to"_s,  u"by"_s,        u"descending"_s};
    return names;
}

tl::unexpected<Error> wrong(const QString &member)
{
    return failure(ErrorKind::InvalidInput, Tr::tr("“%1” is of the wrong type.").arg(member));
}

Result<QString> textOf(const json::Value &parent, const QString &name)
{
    const json::Value member = parent.member(name);
    if (member.exists() && member.type() != json::Type::String)
        return wrong(name);
    return member.text();
}

Result<bool> boolOf(const json::Value &parent, const QString &name)
{
    const json::Value member = parent.member(name);
    if (member.exists() && member.type() != json::Type::Bool)
        return wrong(name);
    return member.raw() == "true";
}

Result<QStringList> textsOf(const json::Value &parent, const QString &name)
{
    const json::Value member = parent.member(name);
    if (member.exists() && !member.isArray())
        return wrong(name);
    QStringList texts;
    for (const json::Value each : member) {
        if (each.type() != json::Type::String)
            return wrong(name);
        texts.append(each.text());
    }
    return texts;
}

Result<QDateTime> momentOf(const json::Value &parent, const QString &name)
{
    const Result<QString> text = textOf(parent, name);
    if (!text || text->isEmpty())
        return text.map([](const QString &) { return QDateTime(); });
    return contract::readTimestamp(*text);
}

Result<Query> queryOf(const json::Value &sources)
{
    if (!sources.isObject())
        return wrong(u"sources"_s);
    const Result<bool> everything = boolOf(sources, u"everything"_s);
    if (!everything)
        return tl::unexpected(everything.error());
    Query query;
    query.everything = *everything;
    for (const auto &[name, list] : {std::pair(u"customers"_s, &query.customers),
                                     std::pair(u"contact_keys"_s, &query.contactKeys),
                                     std::pair(u"service_ids"_s, &query.serviceIds)}) {
        const Result<QStringList> texts = textsOf(sources, name);
        if (!texts)
            return tl::unexpected(texts.error());
        *list = *texts;
    }
    for (const auto &[name, moment] : {std::pair(u"started_from"_s, &query.range.from),
                                       std::pair(u"started_to"_s, &query.range.to)}) {
        const Result<QDateTime> given = momentOf(sources, name);
        if (!given)
            return tl::unexpected(given.error());
        *moment = *given;
    }
    const Result<QString> state = textOf(sources, u"state"_s);
    if (!state)
        return tl::unexpected(state.error());
    if (!state->isEmpty()) {
        const auto known = contract::completenessFromName(*state);
        if (!known)
            return tl::unexpected(known.error());
        query.completeness = *known;
    }
    return query;
}

Result<filter::SortKey> sortOf(const json::Value &sort, rows::Subject subject)
{
    if (!sort.isObject())
        return wrong(u"sort"_s);
    const Result<QString> by = textOf(sort, u"by"_s);
    const Result<bool> descending = boolOf(sort, u"descending"_s);
    if (!by || !descending)
        return tl::unexpected(by ? descending.error() : by.error());
    const Result<rows::Column> column = rows::Column::fromName(*by, subject);
    if (!column)
        return tl::unexpected(column.error());
    return filter::SortKey{column->field, *descending, column->path};
}

Result<rows::Subject> subjectOf(const json::Value &root)
{
    const Result<QString> name = textOf(root, u"subject"_s);
    if (!name)
        return tl::unexpected(name.error());
    if (name->isEmpty() || *name == "service"_L1)
        return rows::Subject::Service;
    if (*name == "task"_L1)
        return rows::Subject::Task;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("“%1” is no subject. A view is of “service” or of “task”.").arg(*name));
}

QByteArray listOf(const QStringList &texts)
{
    QByteArray list;
    for (const QString &text : texts)
        list += (list.isEmpty() ? "" : ",") + json::spell(text);
    return '[' + list + ']';
}

using Members = QList<std::pair<QString, QByteArray>>; // name and JSON

QByteArray objectOf(const Members &members)
{
    QByteArray object;
    for (const auto &[name, value] : members)
        object += (object.isEmpty() ? "" : ",") + json::spell(name) + ':' + value;
    return '{' + object + '}';
}

QByteArray jsonOf(const Query &query)
{
    Members members{{u"everything"_s, query.asksForAll() ? "true" : "false"},
                    {u"customers"_s, listOf(query.customers)},
                    {u"contact_keys"_s, listOf(query.contactKeys)},
                    {u"service_ids"_s, listOf(query.serviceIds)},
                    {u"state"_s, json::spell(contract::completenessName(query.completeness))}};
    if (query.range.from.isValid())
        members.append(
            {u"started_from"_s, json::spell(contract::formatTimestamp(query.range.from))});
    if (query.range.to.isValid())
        members.append({u"started_to"_s, json::spell(contract::formatTimestamp(query.range.to))});
    return objectOf(members);
}

// It would show everything, or nothing, where somebody trusts its name.
Result<void> checkFilter(const SavedView &view)
{
    const auto filter = filter::Filter::parse(view.filter, view.subject);
    if (filter)
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("Its filter “%1” is wrong: %2").arg(view.filter, filter.error().message));
}

// What a newer Closeout, or a person, has put there.
void keepUnknown(Members &members, const QByteArray &old)
{
    static const QStringList known{u"name"_s,   u"subject"_s, u"sources"_s,
                                   u"filter"_s, u"columns"_s, u"sort"_s};
    const Result<json::Document> document = json::Document::parse(old);
    if (!document || !document->root().isObject())
        return;
    for (const json::Value member : document->root()) {
        if (!known.contains(member.key()))
            members.append({member.key(), member.raw().toByteArray()});
    }
}

tl::unexpected<Error> storageFailure(const QString &message)
{
    return failure(ErrorKind::Storage, message);
}

Result<void> writeOwn(const QString &path, const QByteArray &bytes)
{
    return environments::writeFile(path, bytes, environments::Keeper::Us);
}

Result<QByteArray> readBytes(const QString &path)
{
    const auto bytes = environments::readOwnFile(path, largestFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!*bytes)
        return storageFailure(Tr::tr("%1 cannot be read: it is not there.").arg(path));
    return **bytes;
}

// Two that are saved, renamed or taken in at once must not meet in one file.
Result<environments::OwnLock> locked(const QString &folder)
{
    return environments::OwnLock::take(folder);
}

QList<SavedView> firstViews()
{
    SavedView stuck;
    stuck.name = Tr::tr("Stuck");
    stuck.filter = u"stuck:yes"_s;
    SavedView old;
    old.name = Tr::tr("Over 24 hours");
    old.filter = u"age>24h"_s;
    old.sort = filter::SortKey{rows::Field::Age, true, {}};
    return {stuck, old};
}

} // namespace

Result<SavedView> SavedView::fromJson(const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value root = document->root();
    if (!root.isObject())
        return failure(ErrorKind::InvalidInput, Tr::tr("A saved view must be a JSON object."));
    if (const Result<void> once = environments::checkMembersStandOnce(*document, readMembers());
        !once)
        return tl::unexpected(once.error());
    SavedView view;
    const Result<QString> name = textOf(root, u"name"_s);
    const Result<QString> filter = textOf(root, u"filter"_s);
    const Result<rows::Subject> subject = subjectOf(root);
    const Result<QStringList> columns = textsOf(root, u"columns"_s);
    for (const Error *error :
         {name ? nullptr : &name.error(), filter ? nullptr : &filter.error(),
          subject ? nullptr : &subject.error(), columns ? nullptr : &columns.error()}) {
        if (error)
            return tl::unexpected(*error);
    }
    view.name = name->trimmed().left(longestViewName);
    if (view.name.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("A saved view must have a “name”."));
    view.filter = *filter;
    view.subject = *subject;
    if (const Result<void> checked = checkFilter(view); !checked)
        return tl::unexpected(checked.error());
    for (const QString &each : *columns) {
        const Result<rows::Column> column = rows::Column::fromName(each, view.subject);
        if (!column)
            return tl::unexpected(column.error());
        if (!view.columns.contains(*column))
            view.columns.append(*column);
    }
    if (const json::Value sources = root.member(u"sources"); sources.exists()) {
        const Result<Query> query = queryOf(sources);
        if (!query)
            return tl::unexpected(query.error());
        view.query = *query;
    }
    if (const json::Value sort = root.member(u"sort"); sort.exists()) {
        const Result<filter::SortKey> key = sortOf(sort, view.subject);
        if (!key)
            return tl::unexpected(key.error());
        view.sort = *key;
    }
    return view;
}

QByteArray SavedView::toJson(const QByteArray &old) const
{
    Members members{{u"name"_s, json::spell(name)},
                    {u"subject"_s, subject == rows::Subject::Task ? "\"task\"" : "\"service\""}};
    if (query)
        members.append({u"sources"_s, jsonOf(*query)});
    members.append({u"filter"_s, json::spell(filter)});
    QStringList names;
    for (const rows::Column &column : columns)
        names.append(column.name());
    if (!columns.isEmpty())
        members.append({u"columns"_s, listOf(names)});
    if (sort) {
        members.append(
            {u"sort"_s,
             objectOf({{u"by"_s, json::spell(rows::Column{sort->field, sort->path}.name())},
                       {u"descending"_s, sort->descending ? "true" : "false"}})});
    }
    keepUnknown(members, old);
    const QByteArray object = objectOf(members);
    const Result<json::Document> document = json::Document::parse(object);
    return (document ? json::formatted(document->root()) : object) + '\n';
}

Result<SavedView> readView(const QString &path)
{
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Result<SavedView> view = SavedView::fromJson(*bytes);
    if (!view) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 is no saved view that can be used, and was left as it is: %2")
                           .arg(path, view.error().message));
    }
    return view;
}

Result<void> writeView(const QString &path, const SavedView &view)
{
    QByteArray old;
    if (QFile::exists(path))
        old = readBytes(path).value_or(QByteArray());
    return writeOwn(path, view.toJson(old));
}

bool isSameName(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

QString ViewFolder::fileNameFor(const QString &name)
{
    constexpr qsizetype longest = 40;
    QString plain;
    const QString lower = name.toLower();
    for (const QChar c : lower) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            plain += c;
        else if (!plain.isEmpty() && !plain.endsWith(u'-'))
            plain += u'-';
    }
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    plain = plain.left(longest);
    return plain + (plain.isEmpty() || plain.endsWith(u'-') ? ""_L1 : "-"_L1)
        + QString::fromLatin1(hash.toHex().first(10)) + ".json"_L1;
}

QString ViewFolder::pathOf(const QString &fileName) const
{
    return QDir(m_path).absoluteFilePath(fileName);
}

// Files that were put there by hand may have names that differ only in case: then it is the one
// that is exactly so.
std::optional<ViewFolder::Entry> ViewFolder::namesakeOf(const QString &name) const
{
    std::optional<Entry> namesake;
    for (const Entry &entry : load().views) {
        if (entry.view.name == name)
            return entry;
        if (!namesake && isSameName(entry.view.name, name))
            namesake = entry;
    }
    return namesake;
}

ViewFolder::Loaded ViewFolder::load() const
{
    const QDir folder(m_path);
    Loaded loaded;
    if (!folder.exists()) {
        for (const SavedView &view : firstViews()) {
            const Result<void> written = writeView(pathOf(fileNameFor(view.name)), view);
            if (!written)
                loaded.problems.append(written.error());
        }
    }
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const Result<SavedView> view = readView(pathOf(name));
        if (view)
            loaded.views.append({name, *view});
        else
            loaded.problems.append(view.error());
    }
    std::stable_sort(loaded.views.begin(), loaded.views.end(), [](const Entry &a, const Entry &b) {
        return a.view.name.compare(b.view.name, Qt::CaseInsensitive) < 0;
    });
    return loaded;
}

Result<std::optional<SavedView>> ViewFolder::save(const SavedView &view) const
{
    if (const Result<void> checked = checkFilter(view); !checked)
        return tl::unexpected(checked.error());
    const auto lock = locked(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    const std::optional<Entry> old = namesakeOf(view.name);
    const Result<void> written = writeView(pathOf(old ? old->fileName : fileNameFor(view.name)),
                                           view);
    return written.map([&old] { return old ? std::optional(old->view) : std::nullopt; });
}

// The new file is there before the old one goes.
Result<void> ViewFolder::rename(const QString &fileName, const QString &name) const
{
    const QString wanted = name.trimmed().left(longestViewName);
    if (wanted.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("A saved view must have a name."));
    const auto lock = locked(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    const Result<QByteArray> bytes = readBytes(pathOf(fileName));
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<SavedView> view = SavedView::fromJson(*bytes);
    if (!view)
        return tl::unexpected(view.error());
    if (view->name == wanted)
        return {};
    const std::optional<Entry> namesake = namesakeOf(wanted);
    const bool isAnothers = namesake && namesake->fileName != fileName;
    const QString file = fileNameFor(wanted);
    if (isAnothers || (file != fileName && QFile::exists(pathOf(file)))) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There is a view named “%1” already. Choose another name.")
                           .arg(wanted));
    }
    view->name = wanted;
    const Result<void> written = writeOwn(pathOf(file), view->toJson(*bytes));
    return written && file != fileName ? remove(fileName) : written;
}

Result<void> ViewFolder::remove(const QString &fileName) const
{
    QFile file(pathOf(fileName));
    if (file.exists() && !file.remove()) {
        return storageFailure(
            Tr::tr("%1 cannot be removed: %2.").arg(file.fileName(), file.errorString()));
    }
    return {};
}

Result<void> ViewFolder::takeIn(const QString &path) const
{
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<SavedView> view = SavedView::fromJson(*bytes);
    if (!view) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 is no saved view: %2").arg(path, view.error().message));
    }
    const auto lock = locked(m_path);
    if (!lock)
        return tl::unexpected(lock.error());
    // Nothing of one's own is overwritten by what comes from elsewhere.
    const QString name = view->name;
    for (int number = 2; namesakeOf(view->name); ++number)
        view->name = u"%1 (%2)"_s.arg(name).arg(number);
    return writeOwn(pathOf(fileNameFor(view->name)), view->toJson(*bytes));
}

Result<void> ViewFolder::giveOut(const QString &fileName, const QString &path) const
{
    const Result<QByteArray> bytes = readBytes(pathOf(fileName));
    if (!bytes)
        return tl::unexpected(bytes.error());
    return environments::writeFile(path, *bytes, environments::Keeper::Person);
}

} // namespace closeout::find
