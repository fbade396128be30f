// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/servicewords.h"

#include "ui/service/child.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servernames.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QCoreApplication>

namespace closeout::ui {

namespace {

struct ServiceWords
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::ServiceWords)
};

QString startedInWords(const QDateTime &started, const QDateTime &now)
{
    if (started > now)
        return ServiceWords::tr("Started %1, which is in the future").arg(localMoment(started));
    return ServiceWords::tr("Started %1, %2 ago")
        .arg(localMoment(started), unbroken(ageInWords(started, now)));
}

QString durationInWords(const client::Record &service, const QDateTime &now)
{
    const QDateTime end = service.isCompleted() ? service.completedAt() : now;
    const qint64 expected = service.expectedSeconds();
    const qint64 exceeded = secondsExceeded(service.startedAt(), end, expected);
    if (exceeded > 0)
        return ServiceWords::tr("Expected %1, exceeded by %2")
            .arg(unbroken(ui::durationInWords(expected)), unbroken(ui::durationInWords(exceeded)));
    return expected > 0
        ? ServiceWords::tr("Expected %1").arg(unbroken(ui::durationInWords(expected)))
        : QString();
}

} // namespace

QStringList factsOf(const client::Record &service, const ServerNames *names, const QDateTime &now)
{
    const auto nameOf = [names](rows::Field field, const QString &value) {
        return shown(names ? names->of(field, value) : value);
    };
    QStringList facts;
    if (!service.type().isEmpty())
        facts.append(nameOf(rows::Field::ServiceType, service.type()));
    if (!service.customerId().isEmpty())
        facts.append(ServiceWords::tr("Customer %1").arg(shown(service.customerId())));
    if (!service.contactKey().isEmpty())
        facts.append(ServiceWords::tr("Contact key %1").arg(shown(service.contactKey())));
    if (!service.mediaType().isEmpty()) {
        facts.append(
            ServiceWords::tr("Media %1").arg(nameOf(rows::Field::MediaType, service.mediaType())));
    }
    if (service.startedAt().isValid())
        facts.append(startedInWords(service.startedAt(), now));
    facts.append(durationInWords(service, now));
    facts.removeAll(QString());
    return facts;
}

QString completedInWords(const client::Record &service)
{
    const QString when = localMoment(service.completedAt());
    QString disposition = shown(service.disposition());
    if (!service.dispositionText().isEmpty()) {
        //: a disposition and what it means: "10 (SUCCESS)"
        disposition = ServiceWords::tr("%1 (%2)").arg(disposition,
                                                      shown(service.dispositionText()));
    }
    if (disposition.isEmpty()) {
        return when.isEmpty()
            ? ServiceWords::tr("Completed without a disposition.")
            : ServiceWords::tr("Completed on %1 without a disposition.").arg(when);
    }
    return when.isEmpty()
        ? ServiceWords::tr("Completed with disposition %1.").arg(disposition)
        : ServiceWords::tr("Completed on %1 with disposition %2.").arg(when, disposition);
}

} // namespace closeout::ui
