// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// "journal settle": what is known by now of an end whose outcome is unknown.

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/servercommand.h"
#include "close/readagain.h"
#include "environments/environmentfile.h"
#include "journal/reader.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using journal::Entry;
using journal::Outcome;

namespace {

class SettleCommand : public ServerCommand
{
    Q_OBJECT

public:
    explicit SettleCommand(const Arguments &arguments)
        : ServerCommand(arguments)
    {
    }

    void start() override
    {
        const Result<void> found = findEntry();
        if (!found)
            fail(found.error());
        else if (arguments().has(u"as"_s))
            takeWord();
        else
            ServerCommand::start();
    }

protected:
    void reachServer() override;

private:
    Result<void> findEntry();
    Result<void> checkPlace() const;
    void takeWord();
    void record(const close::Seen &seen);

    Entry m_entry;
};

Result<void> SettleCommand::findEntry()
{
    const QString path = placesFrom(arguments()).journal;
    bool isNumber = false;
    const journal::EntryId id = arguments().positional(0).toLongLong(&isNumber);
    const auto reader = journal::Reader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<std::optional<Entry>> entry = (*reader)->find(id);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!isNumber || !*entry) {
        return failure(ErrorKind::InvalidInput,
                       u"There is no entry %1 in the journal %2. “journal” shows their numbers."_s
                           .arg(arguments().positional(0), path));
    }
    m_entry = **entry;
    if (const QString reason = close::whyNotReadAgain(m_entry); !reason.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       u"Entry %1 cannot be settled. %2"_s.arg(QString::number(id), reason));
    }
    return {};
}

// What another server shows says nothing about it.
Result<void> SettleCommand::checkPlace() const
{
    const auto loaded = environments::EnvironmentFile(placesFrom(arguments()).environments).load();
    const contract::Deployment here =
        environments::deploymentOf(destination().environment,
                                   loaded ? loaded->environments
                                          : QList<environments::Environment>());
    const QString &id = m_entry.intention.deployment.id;
    const QString address = contract::canonicalBaseUrl(QUrl(m_entry.intention.baseUrl));
    if (here.id == id || here.addresses.contains(id) || here.addresses.contains(address))
        return {};
    return failure(ErrorKind::InvalidInput,
                   u"Entry %1 is of %2, and not of %3."_s.arg(QString::number(m_entry.id),
                                                              m_entry.intention.baseUrl,
                                                              destination().name()));
}

void SettleCommand::reachServer()
{
    if (const Result<void> place = checkPlace(); !place) {
        fail(place.error());
        return;
    }
    close::readAgain(m_entry, services(), this, [this](const close::Seen &seen) { record(seen); });
}

void SettleCommand::takeWord()
{
    const bool isDone = arguments().value(u"as"_s) == "completed"_L1;
    record(
        isDone
            ? close::saidBy(Outcome::Completed, u"Somebody has found out that it was completed."_s)
            : close::saidBy(Outcome::Failed, u"Somebody has found out that it had no effect."_s));
}

void SettleCommand::record(const close::Seen &seen)
{
    const Result<void> recorded = close::recordSeen(placesFrom(arguments()).journal, m_entry.id,
                                                    seen);
    if (!recorded) {
        fail(recorded.error());
        return;
    }
    printOut(u"%1: %2"_s.arg(journal::outcomeName(seen.review.outcome), seen.review.message));
    emit finished(seen.review.outcome == Outcome::Unknown ? ExitUnknown : ExitDone);
}

} // namespace

CommandSpec journalSettleCommand()
{
    CommandSpec spec;
    spec.words = {u"journal"_s, u"settle"_s};
    spec.positionals = {u"ENTRY"_s};
    spec.summary = u"Finds out about an end whose outcome is unknown, and records it."_s;
    spec.description =
        u"The service or task is read again from the server given, and what is seen is recorded "
        "beside the entry, whose own records stay as they are. Exit code 2 says that it is still "
        "unknown. With --as a person says what came of it, who has found out otherwise: then no "
        "server is asked, and what had no effect can be sent again. “journal” shows the numbers of "
        "the entries."_s;
    spec.options = QList<Option>{{u"as"_s, u"completed|not-done"_s,
                                  u"What came of it, by the word of a person."_s}}
        + destinationOptions();
    spec.examples = {
        {u"journal settle 17 --env Production"_s, u"What the server shows of entry 17:"_s},
        {u"journal settle 17 --as not-done"_s, u"It is known that nothing was done:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<SettleCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "journalsettle.moc"
