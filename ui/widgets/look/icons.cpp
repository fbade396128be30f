// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/icons.h"

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include <optional>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// In the order of the enumeration.
constexpr QLatin1StringView names[]{
    "service"_L1,  "state"_L1,    "task"_L1,     "environment"_L1,  "sandbox"_L1,   "journal"_L1,
    "customer"_L1, "contact"_L1,  "ids"_L1,      "attacheddata"_L1, "refresh"_L1,   "cancel"_L1,
    "search"_L1,   "add"_L1,      "rename"_L1,   "edit"_L1,         "duplicate"_L1, "remove"_L1,
    "moveup"_L1,   "movedown"_L1, "undo"_L1,     "redo"_L1,         "copy"_L1,      "copypath"_L1,
    "paste"_L1,    "complete"_L1, "preview"_L1,  "connect"_L1,      "signin"_L1,    "save"_L1,
    "pin"_L1,      "back"_L1,     "close"_L1,    "expand"_L1,       "collapse"_L1,  "command"_L1,
    "quit"_L1,     "theme"_L1,    "language"_L1, "help"_L1,         "done"_L1,      "caution"_L1,
    "failed"_L1,   "unknown"_L1,  "info"_L1,     "busy"_L1,         "locked"_L1,    "clock"_L1,
    "open"_L1,     "object"_L1,   "array"_L1,    "string"_L1,       "number"_L1,    "boolean"_L1,
    "null"_L1,     "added"_L1,    "changed"_L1,  "kept"_L1,         "lost"_L1,
};
static_assert(std::size(names) == iconCount);

QPixmap drawn(QIconEngine &engine, const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    if (pixmap.isNull()) // of a place without room
        return pixmap;
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    engine.paint(&painter, pixmap.rect(), mode, state);
    return pixmap;
}

// Draws when it is asked, in the theme's colour of that moment, so that an icon made once follows
// every change of theme.
class LineIcon : public QIconEngine
{
public:
    LineIcon(Icon icon, std::optional<Status> status)
        : m_icon(icon)
        , m_status(status)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(iconFile(m_icon));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", colour(mode).name().toLatin1());
        painter->setOpacity(mode == QIcon::Disabled ? 0.45 : 1);
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(*this, size, mode, state);
    }

    QIconEngine *clone() const override { return new LineIcon(m_icon, m_status); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        if (mode == QIcon::Selected && theme().kind == Theme::Kind::HighContrast)
            return theme().selectedText;
        return m_status ? statusColour(*m_status) : theme().text;
    }

    Icon m_icon;
    std::optional<Status> m_status; // nothing: in the colour of text
};

class DrawnIcon : public QIconEngine
{
public:
    explicit DrawnIcon(Drawing drawing)
        : m_drawing(std::move(drawing))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        m_drawing(*painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(*this, size, mode, state);
    }

    QIconEngine *clone() const override { return new DrawnIcon(m_drawing); }

private:
    Drawing m_drawing;
};

} // namespace

QString iconFile(Icon icon)
{
    return u":/icons/%1.svg"_s.arg(names[int(icon)]);
}

QIcon icon(Icon icon)
{
    return QIcon(new LineIcon(icon, {}));
}

QIcon icon(Icon icon, Status status)
{
    return QIcon(new LineIcon(icon, status));
}

QIcon drawnIcon(const Drawing &drawing)
{
    return QIcon(new DrawnIcon(drawing));
}

Icon statusIcon(Status status)
{
    switch (status) {
    case Status::Neutral:
    case Status::Info:
        return Icon::Info;
    case Status::Good:
        return Icon::Done;
    case Status::Caution:
        return Icon::Caution;
    case Status::Bad:
        return Icon::Failed;
    case Status::Unknown:
        return Icon::Unknown;
    }
    return Icon::Info;
}

} // namespace closeout::ui
