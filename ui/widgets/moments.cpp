// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/moments.h"

#include "rows/durations.h"

#include "contract/timestamp.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

struct Moments
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::Moments)
};

} // namespace

QString durationInWords(qint64 seconds)
{
    return seconds < 0 ? QString() : rows::wordedDuration(seconds * 1000);
}

QString ageInWords(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const qint64 seconds = moment.secsTo(now);
    return seconds < 0 ? Moments::tr("in %1").arg(durationInWords(-seconds))
                       : durationInWords(seconds);
}

QString localMoment(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

QString withLocalMoments(const QString &text)
{
    static const QRegularExpression moment(uR"(\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"_s);
    QString said = text;
    for (auto found = moment.globalMatch(text); found.hasNext();) {
        const QString written = found.next().captured();
        if (const Result<QDateTime> read = contract::readTimestamp(written))
            said.replace(written, localMoment(*read));
    }
    return said;
}

QString clockTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate() ? local.toString(u"HH:mm:ss") : localMoment(moment);
}

QString momentInFull(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    return Moments::tr("%1 (UTC)\n%2 (local time, %3)")
        .arg(contract::formatTimestamp(moment), local.toString(u"yyyy-MM-dd HH:mm:ss.zzz"),
             local.timeZoneAbbreviation());
}

} // namespace closeout::ui
