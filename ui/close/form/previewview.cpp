// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/previewview.h"

#include "client/curl.h"
#include "ui/close/completing.h"
#include "ui/widgets/exacttext.h"
#include "ui/widgets/look/metrics.h"
#include "json/strings.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// More than anybody reads, and less than what makes a text field slow. Copying takes all.
constexpr qsizetype previewedCharacters = 100'000;

constexpr int fewestLines = 3; // a field gets no lower; more if there is room

ExactText *textField(const QString &name, QWidget *parent)
{
    auto *field = new ExactText(parent);
    field->setFont(fontOf(Type::Mono));
    field->setWordWrapMode(QTextOption::WrapAnywhere);
    field->setAccessibleName(name);
    field->setMinimumHeight(field->fontMetrics().lineSpacing() * (fewestLines + 1));
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    return field;
}

void setText(ExactText *field, const QString &text)
{
    const QString shown = text.size() > previewedCharacters ? text.first(previewedCharacters) + u'…'
                                                            : text;
    if (field->exactText() == shown)
        return;
    const int position = field->verticalScrollBar()->value();
    field->setExactText(shown);
    field->verticalScrollBar()->setValue(position);
}

} // namespace

PreviewView::PreviewView(Completing &completing, QWidget *parent)
    : QWidget(parent)
    , m_completing(completing)
    , m_size(new QLabel(this))
    , m_request(textField(tr("Request"), this))
    , m_curl(textField(tr("As a command for curl"), this))
{
    m_size->setFont(fontOf(Type::Small));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_size->setWordWrap(true);
    auto *curlLabel = new QLabel(tr("As a command for curl"), this);
    curlLabel->setFont(fontOf(Type::Small));
    curlLabel->setForegroundRole(QPalette::PlaceholderText);
    curlLabel->setBuddy(m_curl);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(tight);
    layout->addWidget(m_size);
    layout->addWidget(m_request, 3);
    layout->addWidget(curlLabel);
    layout->addWidget(m_curl, 2);
    setFocusProxy(m_request);
    connect(m_completing.draft(), &Draft::changed, this, &PreviewView::refresh);
    connect(&m_completing, &Completing::changed, this, &PreviewView::refresh);
}

std::optional<client::OutgoingRequest> PreviewView::request() const
{
    if (!m_completing.connection() || m_completing.draft()->isEmpty())
        return {};
    return m_completing.draft()->preview(*m_completing.connection()).masked();
}

QString PreviewView::curlCommand(const client::OutgoingRequest &outgoing) const
{
    return client::curlCommand(outgoing,
                               {m_completing.connection()->user,
                                m_completing.environment().authoritiesFile});
}

void PreviewView::refresh()
{
    if (!isVisible())
        return;
    const std::optional<client::OutgoingRequest> outgoing = request();
    if (!outgoing) {
        m_size->setText(tr("There is nothing to send yet."));
        setText(m_request, {});
        setText(m_curl, {});
        return;
    }
    const QString size = tr("%n byte(s) of body, exactly as they are sent. Secrets are masked.",
                            nullptr, int(outgoing->body.size()));
    const bool isMoving = m_completing.draft()->stamp() == Stamp::Now;
    QStringList notes{size};
    if (isMoving)
        notes.append(tr("The timestamp will be the moment of sending."));
    if (const QString why = m_completing.draft()->whyNotSendable(); !why.isEmpty())
        notes.append(tr("It cannot be sent like this: %1").arg(why));
    m_size->setText(notes.join(u' '));
    setText(m_request,
            QString::fromUtf8(outgoing->head()).replace(u"\r\n"_s, u"\n"_s)
                + json::decoded(outgoing->body));
    setText(m_curl, curlCommand(*outgoing));
}

void PreviewView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void PreviewView::copyBody() const
{
    if (const auto outgoing = request())
        QGuiApplication::clipboard()->setText(json::decoded(outgoing->body));
}

void PreviewView::copyCurl() const
{
    if (const auto outgoing = request())
        QGuiApplication::clipboard()->setText(curlCommand(*outgoing));
}

} // namespace closeout::ui
