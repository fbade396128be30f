// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/languages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

using namespace Qt::StringLiterals;

namespace closeout::ui {

QStringList Languages::codes()
{
    return {u"en"_s, u"de"_s};
}

QString Languages::nativeName(const QString &code)
{
    // QLocale would say "American English" and needs no help with the rest.
    return code == "en"_L1 ? u"English"_s : QLocale(code).nativeLanguageName();
}

void Languages::use(const QString &code)
{
    const QString wanted = code.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : code;
    m_current = codes().contains(wanted) ? wanted : u"en"_s;
    m_ours = std::make_unique<QTranslator>();
    m_qts = std::make_unique<QTranslator>();
    // English has a catalogue, too: its plurals.
    if (m_ours->load(u":/i18n/closeout_%1.qm"_s.arg(m_current)))
        QCoreApplication::installTranslator(m_ours.get());
    if (m_qts->load(u"qtbase_"_s + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qts.get());
    QLocale::setDefault(code.isEmpty() && m_current == wanted ? QLocale::system()
                                                              : QLocale(m_current));
}

} // namespace closeout::ui
