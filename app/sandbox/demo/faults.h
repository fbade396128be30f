// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The misbehaviour that a test asks for, as values: which requests, when, and what goes wrong. They
// are read from the JSON of the control path; README.md documents it.
//
//     {"seed":7,"faults":[{"operation":"end","nth":1,"phase":"after","effect":"cut"}]}

#pragma once

#include "sandbox/http/request.h"

#include <QtCore/QString>

namespace closeout::sandbox {

struct Fault
{
    enum class Phase : quint8 {
        Before, // the operation is not carried out, or later
        After, // it is carried out, and something else is answered, or later
        Answer, // it is carried out and answered, but not as it should be
    };
    enum class Effect : quint8 { Delay, Cut, Silence, Status, Stale };

    // Which requests. What is empty or 0 is not asked for.
    QString operation = {}; // "completeService"; or "end", "read", "write"
    QString service = {}; // its id
    qint64 nth = 0; // of those that fit, counted from 1
    qint64 times = 0; // at most; with nth 1 if nothing is said
    double probability = 1; // of each that would be hit

    Phase phase = Phase::Before;
    Effect effect = Effect::Delay;
    Delivery delivery = {}; // what Delay, Cut and Silence do, at the phase
    Response answer = {}; // of Status
    bool hasBody = false; // answer.body was given
    qint64 reads = 0; // of Stale: so many reads still see what was before

    QByteArray spelled = {}; // as it was given
};

struct FaultList
{
    quint64 seed = 0; // the same one lets the same requests be hit
    QList<Fault> faults = {};
};

// InvalidInput names what is wrong: a name that is not known, a value that cannot be, or members
// that do not go together.
Result<FaultList> readFaults(const QByteArray &json);

// What of a request decides whether a fault is meant for it.
struct Asked
{
    QString operation; // empty: a path that is no operation's
    bool isRead = false;
    QString service; // empty: of none
};

bool fits(const Fault &fault, const Asked &asked);
bool isEnd(QStringView operation); // completeService, completeState, completeTask

// Whether the fault hits a request that fits: the seen-th, when so many have been hit before.
// index: of the fault in its list.
bool strikes(const Fault &fault, quint64 seed, qsizetype index, qint64 seen, qint64 hit);

} // namespace closeout::sandbox
