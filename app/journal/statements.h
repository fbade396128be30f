// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All SQL of the journal. Plain enough for PostgreSQL, which a team's journal will use.
//
// Version 1 had completion, exchange and outcome alone; what it has is read as it is, and made
// version 2 by the first program that writes (schema.h).

#pragma once

namespace closeout::journal::sql {

constexpr int schemaVersion = 2;
constexpr int applicationId = 0x436c6f73; // four letters in the head of the file

constexpr const char *schema[]{
    // AUTOINCREMENT: an id is never given twice, so no entry gets what belonged to another one.
    // follows: the end before it that may have had an effect; 0: none.
    R"(CREATE TABLE completion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        user_name TEXT NOT NULL,
        host_name TEXT NOT NULL,
        process_id INTEGER NOT NULL,
        environment TEXT NOT NULL,
        base_url TEXT NOT NULL,
        deployment TEXT NOT NULL,
        dialect TEXT NOT NULL,
        target TEXT NOT NULL,
        service_id TEXT NOT NULL,
        task_id TEXT NOT NULL,
        generation INTEGER NOT NULL,
        insisted TEXT NOT NULL,
        follows INTEGER NOT NULL,
        request_head BLOB NOT NULL,
        request_body BLOB NOT NULL,
        before_image BLOB NOT NULL,
        checksum BLOB NOT NULL,
        UNIQUE (deployment, target, service_id, task_id, generation)))",
    // What it has in common with its completion is NULL here: the request of the write, and the
    // answer to the check, which is the before-image.
    R"(CREATE TABLE exchange (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        completion_id INTEGER NOT NULL REFERENCES completion (id),
        purpose TEXT NOT NULL,
        started_at TEXT NOT NULL,
        milliseconds INTEGER NOT NULL,
        request_head BLOB,
        request_body BLOB,
        status INTEGER NOT NULL,
        answer_head BLOB NOT NULL,
        answer_body BLOB,
        error TEXT NOT NULL,
        checksum BLOB NOT NULL))",
    "CREATE INDEX exchange_of_completion ON exchange (completion_id)",
    // Its key allows one outcome a completion: it cannot be told otherwise afterwards.
    R"(CREATE TABLE outcome (
        completion_id INTEGER PRIMARY KEY REFERENCES completion (id),
        at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        status INTEGER NOT NULL,
        message TEXT NOT NULL,
        checksum BLOB NOT NULL))",
    R"(CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        completion_id INTEGER NOT NULL REFERENCES completion (id),
        at TEXT NOT NULL,
        user_name TEXT NOT NULL,
        host_name TEXT NOT NULL,
        outcome TEXT NOT NULL,
        message TEXT NOT NULL,
        checksum BLOB NOT NULL))",
    "CREATE INDEX review_of_completion ON review (completion_id)",
    // Not a record, but what follows from them: how each target stands. completion_id: the newest
    // end of it that may have had an effect; 0: none. state: see claims.h.
    R"(CREATE TABLE claim (
        deployment TEXT NOT NULL,
        target TEXT NOT NULL,
        service_id TEXT NOT NULL,
        task_id TEXT NOT NULL,
        generation INTEGER NOT NULL,
        completion_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        checksum BLOB NOT NULL,
        PRIMARY KEY (deployment, target, service_id, task_id)) WITHOUT ROWID)",
    // Those in doubt, so that a million of them cost nothing but what is shown.
    "CREATE INDEX claim_in_doubt ON claim (completion_id) WHERE state = 'open'",
};

constexpr char insertCompletion[] =
    "INSERT INTO completion (id, at, user_name, host_name, process_id, environment, base_url, "
    "deployment, dialect, target, service_id, task_id, generation, insisted, follows, "
    "request_head, request_body, before_image, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char insertExchange[] =
    "INSERT INTO exchange (completion_id, purpose, started_at, milliseconds, request_head, "
    "request_body, status, answer_head, answer_body, error, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char insertOutcome[] =
    "INSERT INTO outcome (completion_id, at, outcome, status, message, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?)";

constexpr char insertReview[] =
    "INSERT INTO review (completion_id, at, user_name, host_name, outcome, message, checksum) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";

// To be followed by which, and in what order. The columns of a completion, then those of its
// outcome; rows.cpp counts on their order.
constexpr char selectEntries[] =
    "SELECT c.id, c.at, c.user_name, c.host_name, c.process_id, c.environment, c.base_url, "
    "c.deployment, c.dialect, c.target, c.service_id, c.task_id, c.generation, c.insisted, "
    "c.follows, c.request_head, c.request_body, c.before_image, c.checksum, "
    "o.completion_id, o.at, o.outcome, o.status, o.message, o.checksum "
    "FROM completion c LEFT JOIN outcome o ON o.completion_id = c.id ";

constexpr char selectEntriesOfVersion1[] =
    "SELECT c.id, c.at, c.user_name, c.host_name, 0, c.environment, c.base_url, "
    "'', c.dialect, c.target, c.service_id, c.task_id, 0, '', "
    "0, c.request_head, c.request_body, c.before_image, NULL, "
    "o.completion_id, o.at, o.outcome, o.status, o.message, NULL "
    "FROM completion c LEFT JOIN outcome o ON o.completion_id = c.id ";

constexpr char theOne[] = "WHERE c.id = ?";
constexpr char theLast[] = "ORDER BY c.id DESC LIMIT ?";
constexpr char thoseFrom[] = "WHERE c.id >= ? ORDER BY c.id LIMIT ?";

constexpr char firstOfTheLast[] = "SELECT id FROM completion ORDER BY id DESC LIMIT 1 OFFSET ?";

// The newest of each target in doubt, newest first.
constexpr char thoseInDoubt[] =
    "WHERE c.id IN (SELECT completion_id FROM claim WHERE state = 'open' "
    "ORDER BY completion_id DESC LIMIT ?) ORDER BY c.id DESC";

constexpr char thoseInDoubtOfVersion1[] =
    "WHERE (o.outcome IS NULL OR o.outcome = 'unknown') AND NOT EXISTS ("
    "SELECT 1 FROM completion d LEFT JOIN outcome p ON p.completion_id = d.id "
    "WHERE d.service_id = c.service_id AND d.task_id = c.task_id AND d.target = c.target "
    "AND d.base_url = c.base_url AND d.id > c.id "
    "AND (p.outcome IS NULL OR p.outcome NOT IN ('failed', 'held'))) ORDER BY c.id DESC LIMIT ?";

constexpr char selectExchanges[] =
    "SELECT completion_id, purpose, started_at, milliseconds, request_head, request_body, status, "
    "answer_head, answer_body, error, checksum FROM exchange WHERE completion_id = ? ORDER BY id";

constexpr char selectExchangesOfVersion1[] =
    "SELECT completion_id, purpose, started_at, milliseconds, request_head, request_body, status, "
    "answer_head, answer_body, error, NULL FROM exchange WHERE completion_id = ? ORDER BY id";

constexpr char selectOutcome[] =
    "SELECT completion_id, at, outcome, status, message, checksum FROM outcome "
    "WHERE completion_id = ?";

constexpr char selectReview[] = // the last one
    "SELECT completion_id, at, user_name, host_name, outcome, message, checksum FROM review "
    "WHERE completion_id = ? ORDER BY id DESC LIMIT 1";

// Ids are taken in the write transaction, because what is written is summed up with them.
constexpr char nextId[] =
    "SELECT 1 + max((SELECT coalesce(max(id), 0) FROM completion), "
    "(SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'completion'))";

constexpr char selectClaim[] =
    "SELECT deployment, target, service_id, task_id, generation, completion_id, state, checksum "
    "FROM claim WHERE deployment = ? AND target = ? AND service_id = ? AND task_id = ?";

constexpr char namesInDoubtOf[] =
    "SELECT deployment FROM claim WHERE state = 'open' AND completion_id = ?";

constexpr char replaceClaim[] =
    "INSERT OR REPLACE INTO claim (deployment, target, service_id, task_id, generation, "
    "completion_id, state, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char newestGeneration[] =
    "SELECT generation FROM completion WHERE deployment = ? AND target = ? AND service_id = ? "
    "AND task_id = ? ORDER BY generation DESC LIMIT 1";

} // namespace closeout::journal::sql
