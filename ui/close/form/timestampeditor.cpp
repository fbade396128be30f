// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/timestampeditor.h"

#include "ui/close/draft/draft.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/steady.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimeZone>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// A section that is full leads to the next one by itself; the sign between the two, which somebody
// types all the same, must not lead on once more.
class MomentEdit : public Steady<QDateTimeEdit>
{
public:
    using Steady<QDateTimeEdit>::Steady;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QString text = event->text();
        const bool isSign = text.size() == 1 && u"-:. T"_s.contains(text.front());
        if (isSign && m_hasLedOn) {
            m_hasLedOn = false;
            event->accept();
            return;
        }
        const Section before = currentSection();
        Steady<QDateTimeEdit>::keyPressEvent(event);
        const bool isDigit = text.size() == 1 && text.front().isDigit();
        m_hasLedOn = isDigit && currentSection() != before;
    }

private:
    bool m_hasLedOn = false; // the last key, of itself
};

} // namespace

TimestampEditor::TimestampEditor(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_stamps(new QButtonGroup(this))
    , m_moment(new MomentEdit(this))
    , m_local(new QLabel(this))
{
    auto *row = new QHBoxLayout;
    setPlain(row);
    const std::pair<Stamp, QString> choices[]{{Stamp::Server, tr("Server’s")},
                                              {Stamp::Now, tr("Now")},
                                              {Stamp::Chosen, tr("Chosen")}};
    for (const auto &[stamp, text] : choices) {
        auto *button = new QRadioButton(text, this);
        m_stamps->addButton(button, int(stamp));
        row->addWidget(button);
    }
    row->addStretch();
    setTabOrder(m_stamps->button(int(Stamp::Chosen)), m_moment);
    m_stamps->button(int(Stamp::Server))
        ->setToolTip(tr("No timestamp is sent: the server takes the moment of its own clock."));
    m_stamps->button(int(Stamp::Now))->setToolTip(tr("The moment of sending, by this computer."));
    m_moment->setTimeSpec(Qt::UTC);
    m_moment->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss.zzz 'UTC'"_s);
    m_moment->setAccessibleName(tr("Chosen moment in UTC"));
    m_local->setFont(fontOf(Type::Small));
    m_local->setForegroundRole(QPalette::PlaceholderText);
    m_local->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    setPlain(layout, tight);
    layout->addLayout(row);
    layout->addWidget(m_moment);
    layout->addWidget(m_local);
    connect(m_stamps, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn)
            takeStamp(id);
    });
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, &m_draft, &Draft::setChosenMoment);
}

void TimestampEditor::takeStamp(int id)
{
    m_draft.setStamp(Stamp(id));
}

void TimestampEditor::refresh()
{
    m_stamps->button(int(m_draft.stamp()))->setChecked(true);
    const bool isChosen = m_draft.stamp() == Stamp::Chosen;
    m_moment->setVisible(isChosen);
    m_local->setVisible(isChosen);
    if (!isChosen)
        return;
    const QDateTime moment = m_draft.chosenMoment();
    if (m_moment->dateTime() != moment) {
        const QSignalBlocker quiet(m_moment);
        m_moment->setDateTime(moment);
    }
    const QDateTime local = moment.toLocalTime();
    m_local->setText(
        tr("%1 local time (%2)")
            .arg(local.toString(u"yyyy-MM-dd HH:mm:ss.zzz"), local.timeZoneAbbreviation()));
    m_local->setToolTip(momentInFull(moment));
}

} // namespace closeout::ui
