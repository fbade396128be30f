// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Moments in bodies and queries. Whoever checks takes the printed form only; a server as it is
// installed also takes them without zeros in front, 2016-8-2T1:5:9.634Z.
// Source: "Complete Service" 8.5; functional tests of GMS that are public.

#pragma once

#include "sandbox/options.h"
#include "sandbox/store/records.h"

#include <QtCore/QDateTime>

namespace closeout::sandbox {

Result<QDateTime> readMoment(QStringView text, DataValidation validation);

QByteArray shownMoment(Moment moment); // a JSON string in the printed form

} // namespace closeout::sandbox
