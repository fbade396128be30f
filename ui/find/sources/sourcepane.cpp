// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sources/sourcepane.h"

#include "contract/timestamp.h"
#include "filter/quantities.h"
#include "ui/find/sources/listing.h"
#include "ui/find/sources/sourcefield.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/parts.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QTimer>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Completeness;

namespace {

// Nothing: the text is no moment. An empty one leaves that end open.
std::optional<QDateTime> momentIn(const QLineEdit *field)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return QDateTime();
    const auto span = filter::readMoment(text, filter::RelativeDay::Which::Last);
    if (!span)
        return {};
    const rows::Moment now = QDateTime::currentMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(filter::spanAt(*span, now).first, Qt::UTC);
}

QString written(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime(); // as moments are shown
    return local.time() == QTime(0, 0) ? local.date().toString(Qt::ISODate)
                                       : local.toString(u"yyyy-MM-dd HH:mm:ss.zzz");
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

SourcePane::SourcePane(Listing *listing, QWidget *parent)
    : QWidget(parent)
    , m_listing(listing)
    , m_area(new QScrollArea(this))
    , m_all(makeAction(this, {Icon::Service, tr("&All Active"), QKeySequence(Qt::ALT | Qt::Key_A)}))
    , m_completedToo(makeAction(this,
                                {Icon::Done, tr("Completed &Too"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                                 tr("Loads services that are completed as well.")}))
    , m_load(makeAction(this, {Icon::Refresh, tr("&Load"), QKeySequence(Qt::CTRL | Qt::Key_L)}))
{
    setAccessibleName(tr("Source"));
    QVBoxLayout *layout = makeScrolled();
    addAll(layout);
    addField(layout, Customers,
             {Icon::Customer, tr("&Customers"), QKeySequence(Qt::ALT | Qt::Key_C)},
             tr("Customer ids, one per line"));
    addField(layout, ContactKeys,
             {Icon::Contact, tr("Contact &Keys"), QKeySequence(Qt::ALT | Qt::Key_K)},
             tr("Contact keys, one per line"));
    addField(layout, ServiceIds, {Icon::Ids, tr("Service &Ids"), QKeySequence(Qt::ALT | Qt::Key_I)},
             tr("Service ids, one per line"));
    addRange(layout);
    addCompletedToo(layout);
    layout->addStretch();
    addLoad();
    adopt();
    connect(m_load, &QAction::triggered, m_listing, &Listing::load);
    connect(m_listing, &Listing::changed, this, &SourcePane::showSource);
    showSource();
}

// It scrolls: three lists and a range are more than a low window can show.
QVBoxLayout *SourcePane::makeScrolled()
{
    auto *content = new QWidget(m_area);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    QLabel *heading = textLabel(content, Type::Heading);
    heading->setText(tr("Source"));
    layout->addWidget(heading);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *around = new QVBoxLayout(this);
    setPlain(around, 0);
    around->addWidget(m_area, 1);
    return layout;
}

void SourcePane::addAll(QVBoxLayout *layout)
{
    QWidget *content = layout->parentWidget();
    m_all->setCheckable(true);
    // Without a mnemonic: the action has the keys.
    m_allBox = new QCheckBox(m_all->iconText(), content);
    m_whyNotAll = quietLabel(content);
    connect(m_allBox, &QCheckBox::toggled, m_all, &QAction::setChecked);
    connect(m_all, &QAction::toggled, m_allBox, &QCheckBox::setChecked);
    connect(m_all, &QAction::toggled, this, &SourcePane::takeChange);
    layout->addWidget(m_allBox);
    layout->addWidget(m_whyNotAll);
}

void SourcePane::addField(QVBoxLayout *layout, Kind kind, const ActionLook &look,
                          const QString &label)
{
    static constexpr std::array kinds{find::IdKind::Customer, find::IdKind::ContactKey,
                                      find::IdKind::Service};
    QAction *action = makeAction(this, look);
    action->setCheckable(true);
    auto *field = new SourceField(kinds[kind], {action->iconText(), label, action->toolTip()},
                                  layout->parentWidget());
    connect(field->box(), &QCheckBox::toggled, action, &QAction::setChecked);
    connect(action, &QAction::triggered, this, [this, kind] { takeTriggered(kind); });
    connect(field, &SourceField::changed, this, &SourcePane::takeChange);
    connect(field->box(), &QCheckBox::clicked, this, [this, field] { showField(field); });
    layout->addWidget(field);
    m_actions[kind] = action;
    m_fields[kind] = field;
    field->setList(m_listing->given(field->kind()));
}

void SourcePane::addRange(QVBoxLayout *layout)
{
    QWidget *content = layout->parentWidget();
    auto *range = new QVBoxLayout;
    setPlain(range, tight);
    layout->addLayout(range);
    const auto add = [this, range, content](const QString &label, const QString &tip) {
        QLabel *title = textLabel(content, Type::Body);
        auto *field = new QLineEdit(content);
        title->setText(label);
        title->setBuddy(field);
        field->setAccessibleName(label);
        field->setPlaceholderText(u"2026-11-01"_s);
        field->setToolTip(tip);
        offerClear(field);
        QLabel *problem = textLabel(content, Type::Small);
        for (QWidget *each : {static_cast<QWidget *>(title), static_cast<QWidget *>(field),
                              static_cast<QWidget *>(problem)})
            range->addWidget(each);
        connect(field, &QLineEdit::textChanged, this, &SourcePane::takeChange);
        return std::pair(field, problem);
    };
    std::tie(m_from, m_fromProblem) =
        add(tr("Started from"),
            tr("Services that were started then or later: 2026-11-01, 2026-11-01 08:00 or friday, "
               "in the time zone %1, or 2026-11-01T08:00Z in UTC. Empty: since ever.")
                .arg(contract::localZone()));
    std::tie(m_to, m_toProblem) =
        add(tr("Started until"),
            tr("Services that were started before then: 2026-11-01, 2026-11-01 08:00 "
               "or friday, in the time zone %1, or 2026-11-01T08:00Z in UTC. "
               "Empty: until now.")
                .arg(contract::localZone()));
}

void SourcePane::addCompletedToo(QVBoxLayout *layout)
{
    QWidget *content = layout->parentWidget();
    m_completedToo->setCheckable(true);
    m_completedBox = new QCheckBox(tr("Completed too"), content);
    m_completedBox->setToolTip(m_completedToo->toolTip());
    connect(m_completedBox, &QCheckBox::toggled, m_completedToo, &QAction::setChecked);
    connect(m_completedToo, &QAction::toggled, m_completedBox, &QCheckBox::setChecked);
    connect(m_completedToo, &QAction::toggled, this, &SourcePane::takeChange);
    layout->addWidget(m_completedBox);
}

// Not scrolled: it is what all of it is for.
void SourcePane::addLoad()
{
    m_loadButton = actionButton(m_load, this);
    m_whyNotLoad = quietLabel(this);
    m_whyNotLoad->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum); // it quotes a person
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(margin, 0, margin, margin);
    lines->setSpacing(tight);
    lines->addWidget(m_loadButton);
    lines->addWidget(m_whyNotLoad);
    static_cast<QVBoxLayout *>(layout())->addLayout(lines);
}

bool SourcePane::isAll() const
{
    return m_all->isChecked();
}

// What was typed for sources that the query does not name stays.
void SourcePane::adopt()
{
    const QScopedValueRollback adopting(m_isAdopting, true);
    m_known = m_listing->query();
    const std::array names{&m_known.customers, &m_known.contactKeys, &m_known.serviceIds};
    for (const Kind kind : {Customers, ContactKeys, ServiceIds}) {
        const find::IdList &given = m_listing->given(m_fields[kind]->kind());
        if (!names[kind]->isEmpty())
            m_fields[kind]->setList(given.ids == *names[kind] ? given
                                                              : find::IdList{.ids = *names[kind]});
        m_fields[kind]->setOn(!names[kind]->isEmpty());
    }
    m_all->setChecked(m_known.asksForAll());
    m_completedToo->setChecked(m_known.completeness != Completeness::Active);
    if (momentIn(m_from) != m_known.range.from)
        m_from->setText(written(m_known.range.from));
    if (momentIn(m_to) != m_known.range.to)
        m_to->setText(written(m_known.range.to));
}

// By a key: the first time to the field, and from there it takes the source away.
void SourcePane::takeTriggered(Kind kind)
{
    SourceField *field = m_fields[kind];
    const bool goesAway = field->isOn() && field->hasFocusInside();
    field->setOn(!goesAway);
    m_actions[kind]->setChecked(!goesAway);
    if (goesAway) {
        field->box()->setFocus();
        return;
    }
    field->focusField();
    showField(field);
}

void SourcePane::showField(SourceField *field)
{
    // Once it has its place.
    QTimer::singleShot(0, field, [this, field] { m_area->ensureWidgetVisible(field, 0, 0); });
}

void SourcePane::takeChange()
{
    if (m_isAdopting)
        return;
    m_allWaits = false;
    for (const SourceField *field : m_fields)
        m_listing->keepGiven(field->kind(), field->list());
    hand();
    showSource();
}

// A query without names means everything, so nothing is handed on while a list is empty yet.
void SourcePane::hand()
{
    find::Query query;
    query.everything = isAll();
    query.completeness = m_completedToo->isChecked() ? Completeness::All : Completeness::Active;
    const std::array names{&query.customers, &query.contactKeys, &query.serviceIds};
    for (const Kind kind : {Customers, ContactKeys, ServiceIds}) {
        if (!m_fields[kind]->whyNot().isEmpty())
            return;
        if (!m_fields[kind]->isOn())
            continue;
        *names[kind] = m_fields[kind]->list().ids;
    }
    if (!whyNotRange().isEmpty() || (!query.everything && !query.areNamed()))
        return;
    query.range = {*momentIn(m_from), *momentIn(m_to)};
    m_known = query;
    m_listing->setQuery(query);
}

void SourcePane::showSource()
{
    if (!m_listing->query().isOfSame(m_known))
        adopt();
    avoidWhatCannotBe();
    const QString whyNotAll = m_listing->whyNotAll();
    setWhyNot(m_all, whyNotAll);
    m_allBox->setEnabled(whyNotAll.isEmpty());
    m_allBox->setToolTip(m_all->toolTip());
    say(m_whyNotAll, whyNotAll);
    showProblem(m_from, m_fromProblem);
    showProblem(m_to, m_toProblem);
    const QString whyNot = whyNotLoad();
    setWhyNot(m_load, whyNot);
    say(m_whyNotLoad, whyNot == whyNotRange() ? QString() : whyNot); // it stands at its field
    m_loadButton->setAccessibleDescription(whyNot);
}

// Of a server that cannot list everything; one that can gets its choice back.
void SourcePane::avoidWhatCannotBe()
{
    const bool canListAll = m_listing->whyNotAll().isEmpty();
    if (canListAll ? !m_allWaits : !isAll())
        return;
    {
        const QScopedValueRollback adopting(m_isAdopting, true);
        m_all->setChecked(canListAll);
        bool isAnyOn = false;
        for (SourceField *field : m_fields) {
            if (canListAll && field->list().ids.isEmpty())
                field->setOn(false);
            isAnyOn = isAnyOn || field->isOn();
        }
        if (!canListAll && !isAnyOn)
            m_fields[Customers]->setOn(true);
    }
    m_allWaits = !canListAll;
    hand();
}

// Of two that are in the wrong order it is the second one's.
QString SourcePane::problemOf(const QLineEdit *moment) const
{
    if (!momentIn(moment)) {
        return tr("“%1” is not a moment. Write it as 2026-11-01, 2026-11-01 08:00, friday or "
                  "2026-11-01T08:00:00Z.")
            .arg(moment->text().trimmed());
    }
    const QDateTime from = momentIn(m_from).value_or(QDateTime());
    const QDateTime to = momentIn(m_to).value_or(QDateTime());
    return moment == m_to && from.isValid() && to.isValid() && from >= to
        ? tr("Nothing is started from then on and before: the first moment must be the earlier "
             "one.")
        : QString();
}

void SourcePane::showProblem(QLineEdit *moment, QLabel *label)
{
    const QString problem = problemOf(moment);
    say(label, problem);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, statusColour(Status::Bad));
    label->setPalette(palette);
    moment->setAccessibleDescription(problem);
    moment->setProperty("problem", !problem.isEmpty());
    moment->update();
}

QString SourcePane::whyNotRange() const
{
    const QString problem = problemOf(m_from);
    return problem.isEmpty() ? problemOf(m_to) : problem;
}

QString SourcePane::whyNotLoad() const
{
    bool isAny = isAll();
    for (const SourceField *field : m_fields) {
        if (const QString reason = field->whyNot(); !reason.isEmpty())
            return reason;
        isAny = isAny || field->isOn();
    }
    if (!isAny)
        return tr("Choose where services come from.");
    const QString range = whyNotRange();
    return range.isEmpty() ? m_listing->whyNot() : range;
}

MenuActions SourcePane::menuActions() const
{
    return {m_load,
            nullptr,
            m_all,
            m_actions[Customers],
            m_actions[ContactKeys],
            m_actions[ServiceIds],
            nullptr,
            m_completedToo};
}

void SourcePane::focusSource()
{
    for (SourceField *field : m_fields) {
        if (field->isOn())
            return field->box()->setFocus();
    }
    m_allBox->setFocus();
}

} // namespace closeout::ui
