// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/appearance.h"

#include "ui/widgets/themeinuse.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

// The resources of a static library are only there once somebody has asked for them; the macro
// must stand outside of any namespace.
static void initializeResources()
{
    Q_INIT_RESOURCE(closeout);
}

namespace closeout::ui {

namespace {

// The desktop portal's settings: https://flatpak.github.io/xdg-desktop-portal
constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalSettings = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.window);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.selectedText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.unknown);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.surface);
    palette.setColor(QPalette::Midlight, theme.raised);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.controlBorder);
    palette.setColor(QPalette::Shadow, theme.controlBorder);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.disabledText);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(isDark(QGuiApplication::palette()))
{
    initializeResources();
    apply();
    askSystem();
}

void Appearance::choose(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

QString Appearance::choiceName(Choice choice)
{
    switch (choice) {
    case Choice::System:
        return u"system"_s;
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

Appearance::Choice Appearance::choiceFromName(QStringView name)
{
    for (const Choice choice : {Choice::Light, Choice::Dark, Choice::HighContrast}) {
        if (choiceName(choice) == name)
            return choice;
    }
    return Choice::System;
}

// Asynchronously: a desktop without a portal, or a slow one, must not hold the start.
void Appearance::askSystem()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // With the signature as Qt normalizes it.
    // clang-format off
    bus.connect(portalService, portalPath, portalSettings, u"SettingChanged"_s, this,
                SLOT(takeSystemSetting(QString,QString,QDBusVariant)));
    // clang-format on
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s}) {
        QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath,
                                                           portalSettings, u"Read"_s);
        call << QString(appearanceGroup) << key;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (reply.isValid())
                takeSystemSetting(appearanceGroup, key, reply.value());
        });
    }
}

void Appearance::takeSystemSetting(const QString &group, const QString &key,
                                   const QDBusVariant &value)
{
    if (group != appearanceGroup)
        return;
    QVariant content = value.variant();
    if (content.canConvert<QDBusVariant>()) // Read wraps twice
        content = content.value<QDBusVariant>().variant();
    if (key == "color-scheme"_L1)
        m_systemIsDark = content.toUInt() == 1;
    else if (key == "contrast"_L1)
        m_systemWantsContrast = content.toUInt() == 1;
    else
        return;
    if (m_choice == Choice::System)
        apply();
}

void Appearance::apply()
{
    Theme::Kind kind = m_systemIsDark ? Theme::Kind::Dark : Theme::Kind::Light;
    if (m_choice == Choice::HighContrast || (m_choice == Choice::System && m_systemWantsContrast))
        kind = Theme::Kind::HighContrast;
    else if (m_choice == Choice::Light)
        kind = Theme::Kind::Light;
    else if (m_choice == Choice::Dark)
        kind = Theme::Kind::Dark;
    useTheme(kind);
    QPalette palette = paletteOf(theme());
    QApplication::setPalette(palette);
    // Elsewhere this role is of labels.
    palette.setColor(QPalette::PlaceholderText, theme().placeholder);
    for (const char *field : {"QLineEdit", "QPlainTextEdit"})
        QApplication::setPalette(palette, field);
    emit changed();
}

} // namespace closeout::ui
