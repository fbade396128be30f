// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowswords.h"

#include "ui/find/sources/listing.h"
#include "ui/find/table/shownrows.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace closeout::ui {

namespace {

// For tr().
struct MatchesText
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::RowsPane)
};

QString filteredInWords(const ShownRows &shown, const Listing &listing)
{
    const QLocale locale;
    const Shown &rows = *shown.shown();
    const bool listsCompleted = listing.listsCompleted();
    const QString count = locale.toString(shown.count());
    QString text = MatchesText::tr("%1 of %2 match").arg(count, locale.toString(rows.all));
    if (shown.asksForStatus() && !listsCompleted)
        text = MatchesText::tr("%1 match").arg(count); // of more than there are without a filter
    else if (rows.ended > 0 && !listsCompleted)
        text = MatchesText::tr("%1 of %2 match, %3 of them ended")
                   .arg(count, locale.toString(rows.all), locale.toString(rows.ended));
    //: of a filter that is wrong what stands before the error is asked for; %1: "3 of 5 match"
    return shown.error() ? MatchesText::tr("%1, up to the error").arg(text) : text;
}

} // namespace

QString matchesInWords(const ShownRows &shown, const Listing &listing)
{
    const QLocale locale;
    const QString count = locale.toString(shown.count());
    // Where completed ones are asked for, they are nothing to be told.
    const quint32 ended = listing.listsCompleted() ? 0 : shown.shown()->ended;
    if (shown.showsOnly())
        return MatchesText::tr("%1 shown, those selected").arg(count);
    if (shown.isFiltered())
        return filteredInWords(shown, listing);
    if (shown.error())
        return MatchesText::tr("%1 shown, not filtered").arg(count);
    if (ended > 0)
        return MatchesText::tr("%1 shown, %2 of them ended").arg(count, locale.toString(ended));
    return MatchesText::tr("%1 shown").arg(count);
}

} // namespace closeout::ui
