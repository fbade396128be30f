// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The raw material of the demo data: names, attached data and the schemas that go with them.

#pragma once

#include "contract/dialect.h"
#include "sandbox/store/records.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QRandomGenerator>

namespace closeout::sandbox {

// Chance with a fixed beginning.
class Dice
{
public:
    int between(int lowest, int highest) { return m_generator.bounded(lowest, highest + 1); }
    bool happens(int percent) { return m_generator.bounded(100) < percent; }
    quint32 bits() { return m_generator.generate(); }
    template<typename List>
    const auto &pick(const List &list)
    {
        return list[std::size_t(m_generator.bounded(int(std::size(list))))];
    }

private:
    QRandomGenerator m_generator{19700101};
};

QString demoCustomer(Dice &dice); // one of about 150 ids
QString demoContactKey(Dice &dice);

// JSON objects. What 8.1 gets keeps to the schemas; 8.5 gets freer ones besides.
QByteArray demoAttachedData(Dice &dice, contract::Dialect dialect, int serviceType);
QByteArray demoTaskData(Dice &dice, int taskType);

QList<Schema> demoSchemas();

} // namespace closeout::sandbox
