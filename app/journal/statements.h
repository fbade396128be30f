// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All SQL of the journal. Plain enough for PostgreSQL, which a team's journal will use.

#pragma once

namespace closeout::journal::sql {

constexpr int schemaVersion = 1;

constexpr const char *schema[]{
    R"(CREATE TABLE completion (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_name TEXT NOT NULL,
        host_name TEXT NOT NULL,
        environment TEXT NOT NULL,
        base_url TEXT NOT NULL,
        dialect TEXT NOT NULL,
        target TEXT NOT NULL,
        service_id TEXT NOT NULL,
        task_id TEXT NOT NULL,
        request_head BLOB NOT NULL,
        request_body BLOB NOT NULL,
        before_image BLOB NOT NULL))",
    R"(CREATE TABLE exchange (
        id INTEGER PRIMARY KEY,
        completion_id INTEGER NOT NULL REFERENCES completion (id),
        purpose TEXT NOT NULL,
        started_at TEXT NOT NULL,
        milliseconds INTEGER NOT NULL,
        request_head BLOB NOT NULL,
        request_body BLOB NOT NULL,
        status INTEGER NOT NULL,
        answer_head BLOB NOT NULL,
        answer_body BLOB NOT NULL,
        error TEXT NOT NULL))",
    "CREATE INDEX exchange_of_completion ON exchange (completion_id)",
    // Its key allows one outcome a completion: it cannot be told otherwise afterwards.
    R"(CREATE TABLE outcome (
        completion_id INTEGER PRIMARY KEY REFERENCES completion (id),
        at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        status INTEGER NOT NULL,
        message TEXT NOT NULL))",
};

// Not part of the schema's version: without it everything is as true, only slower.
constexpr char indexOfServices[] =
    "CREATE INDEX IF NOT EXISTS completion_of_service ON completion (service_id)";

constexpr char insertCompletion[] =
    "INSERT INTO completion (at, user_name, host_name, environment, base_url, dialect, target, "
    "service_id, task_id, request_head, request_body, before_image) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char insertExchange[] =
    "INSERT INTO exchange (completion_id, purpose, started_at, milliseconds, request_head, "
    "request_body, status, answer_head, answer_body, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr char insertOutcome[] =
    "INSERT INTO outcome (completion_id, at, outcome, status, message) "
    "VALUES (?, ?, ?, ?, ?)";

constexpr char selectEntries[] = // to be followed by which, and in what order
    "SELECT c.id, c.at, c.user_name, c.host_name, c.environment, c.base_url, c.dialect, c.target, "
    "c.service_id, c.task_id, c.request_head, c.request_body, c.before_image, "
    "o.at, o.outcome, o.status, o.message "
    "FROM completion c LEFT JOIN outcome o ON o.completion_id = c.id ";

constexpr char theLast[] = "ORDER BY c.id DESC LIMIT ?";

// What was refused or not sent says nothing about an end before it.
constexpr char theLastThatMayBeDone[] =
    "WHERE c.base_url = ? AND c.target = ? AND c.service_id = ? AND c.task_id = ? "
    "AND (o.outcome IS NULL OR o.outcome NOT IN ('failed', 'held')) "
    "ORDER BY c.id DESC LIMIT 1";

// An end without an outcome, unless a later one of its target is known to be done. The newest of
// them stands for those before it.
constexpr char thoseInDoubt[] =
    "WHERE (o.outcome IS NULL OR o.outcome = 'unknown') AND NOT EXISTS ("
    "SELECT 1 FROM completion d LEFT JOIN outcome p ON p.completion_id = d.id "
    "WHERE d.service_id = c.service_id AND d.task_id = c.task_id AND d.target = c.target "
    "AND d.base_url = c.base_url AND d.id > c.id "
    "AND (p.outcome IS NULL OR p.outcome NOT IN ('failed', 'held')))";

constexpr char selectExchanges[] =
    "SELECT purpose, started_at, milliseconds, request_head, request_body, status, answer_head, "
    "answer_body, error FROM exchange WHERE completion_id = ? ORDER BY id";

} // namespace closeout::journal::sql
