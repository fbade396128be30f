// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Extension schemas of the 8.1 dialect: they decide which attached data a service, state or task
// may carry, and what is in them.
// Source: "Create Service Extension Schema", "Create Task Extension Schema", "Extension
// Schema" 8.1.

#pragma once

#include "result.h"
#include "sandbox/operations/members.h"
#include "sandbox/store/records.h"

#include <QtCore/QHash>

namespace closeout::sandbox {

// The schema in the body of a create operation, if it is one.
Result<Schema> readSchema(Entity entity, const json::Value &body);

class Schemas
{
public:
    explicit Schemas(const QList<Schema> &schemas = {});

    // Whether the extension has a schema among these and keeps to it: an object for a
    // single-valued one, an array of objects for a multi-valued one (one object counts as one
    // record), no attribute that the schema lacks, values of the attribute's type, and no two
    // records alike in "unique".
    Result<void> check(const Member &extension) const;

private:
    QHash<QString, QByteArray> m_definitions; // by name, in lower case
};

} // namespace closeout::sandbox
