// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which members of a document have a key that an earlier member of their object has. Followed from
// edit to edit: only the objects that an edit has touched are looked through again.

#pragma once

#include "json/document.h"

#include <QtCore/QHash>

namespace closeout::ui {

class DuplicateKeys
{
public:
    void find(const json::Document &document);
    // The same for a document that has become “after” by these steps.
    void follow(const json::Document &before, const json::Document &after,
                const QList<json::Splice> &steps);

    // In document order, as json::findDuplicateKeys() pairs them.
    const QList<json::DuplicateKey> &all() const { return m_all; }
    bool holds(json::NodeId node) const { return m_places.value(node) == Place::Itself; }
    bool holdsInside(json::NodeId node) const { return m_places.value(node) == Place::Inside; }

private:
    enum class Place : quint8 { None, Inside, Itself };

    void takePlaces(const json::Document &document);

    QList<json::DuplicateKey> m_all;
    QHash<json::NodeId, Place> m_places; // of duplicates and of what they are in
};

} // namespace closeout::ui
