// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sourcepane.h"

#include "ui/find/actionbutton.h"
#include "ui/find/listing.h"
#include "ui/widgets/metrics.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

using contract::Completeness;

namespace {

QLabel *smallLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(fontOf(Type::Small));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QStringList namedIn(const QString &text)
{
    const auto isAround = [](QChar c) { return c.isSpace() || c == u','; };
    QStringList names;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        qsizetype first = 0;
        qsizetype end = line.size();
        while (first < end && isAround(line.at(first)))
            ++first;
        while (end > first && isAround(line.at(end - 1)))
            --end;
        if (end > first)
            names.append(line.sliced(first, end - first));
    }
    names.removeDuplicates();
    return names;
}

SourcePane::SourcePane(Listing *listing, QWidget *parent)
    : QWidget(parent)
    , m_listing(listing)
    , m_whyNotAll(smallLabel(this))
    , m_fieldLabel(new QLabel(this))
    , m_field(new QPlainTextEdit(this))
    , m_count(smallLabel(this))
    , m_completedToo(makeAction(this,
                                {Icon::Done, tr("Completed &Too"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                                 tr("Loads services that are completed as well.")}))
    , m_completedBox(new QCheckBox(tr("Completed too"), this))
    , m_load(makeAction(this, {Icon::Refresh, tr("&Load"), QKeySequence(Qt::CTRL | Qt::Key_L)}))
{
    setAccessibleName(tr("Source"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(gap);
    auto *heading = new QLabel(tr("Source"), this);
    heading->setFont(fontOf(Type::Heading));
    layout->addWidget(heading);

    auto *group = new QActionGroup(this);
    addKind(layout, All, {Icon::Service, tr("&All Active"), QKeySequence(Qt::ALT | Qt::Key_A)});
    layout->addWidget(m_whyNotAll);
    addKind(layout, Customers,
            {Icon::Customer, tr("&Customers"), QKeySequence(Qt::ALT | Qt::Key_C)});
    addKind(layout, ContactKeys,
            {Icon::Contact, tr("Contact &Keys"), QKeySequence(Qt::ALT | Qt::Key_K)});
    addKind(layout, ServiceIds, {Icon::Ids, tr("Service &Ids"), QKeySequence(Qt::ALT | Qt::Key_I)});
    for (QAction *source : m_sources)
        group->addAction(source);
    addField(layout);

    m_completedToo->setCheckable(true);
    m_completedBox->setToolTip(m_completedToo->toolTip());
    connect(m_completedBox, &QCheckBox::toggled, m_completedToo, &QAction::setChecked);
    connect(m_completedToo, &QAction::toggled, m_completedBox, &QCheckBox::setChecked);
    layout->addWidget(m_completedBox);
    QPushButton *load = actionButton(m_load, this);
    layout->addWidget(load);
    layout->addStretch();
    QWidget *before = m_radios[All];
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_radios[Customers], m_radios[ContactKeys],
                                          m_radios[ServiceIds], m_field, m_completedBox, load}) {
        setTabOrder(before, next);
        before = next;
    }

    adopt();
    connect(m_field, &QPlainTextEdit::textChanged, this, &SourcePane::keepText);
    connect(m_completedToo, &QAction::toggled, this, &SourcePane::hand);
    connect(m_load, &QAction::triggered, m_listing, &Listing::load);
    connect(m_listing, &Listing::changed, this, &SourcePane::showSource);
    showSource();
}

void SourcePane::addKind(QVBoxLayout *layout, Kind kind, const ActionLook &look)
{
    QAction *action = makeAction(this, look);
    action->setCheckable(true);
    // Without a mnemonic: the action has the keys.
    auto *radio = new QRadioButton(action->iconText(), this);
    radio->setToolTip(action->toolTip());
    connect(radio, &QRadioButton::toggled, this, [this, kind](bool isOn) {
        if (isOn && m_kind != kind)
            choose(kind);
    });
    connect(action, &QAction::toggled, radio, &QRadioButton::setChecked);
    connect(action, &QAction::triggered, this, [this, kind] { choose(kind); });
    // Not for the radio button: the arrow keys go through all of them.
    connect(action, &QAction::triggered, m_field, qOverload<>(&QWidget::setFocus));
    layout->addWidget(radio);
    m_radios[kind] = radio;
    m_sources[kind] = action;
}

void SourcePane::addField(QVBoxLayout *layout)
{
    m_field->setFont(fontOf(Type::Mono));
    m_field->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_field->setTabChangesFocus(true);
    m_field->setPlaceholderText(tr("One per line"));
    m_field->setMinimumHeight(5 * m_field->fontMetrics().lineSpacing());
    m_field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_fieldLabel->setBuddy(m_field);
    m_fieldLabel->setWordWrap(true);
    layout->addWidget(m_fieldLabel);
    layout->addWidget(m_field);
    layout->addWidget(m_count);
}

// What was typed for other sources stays.
void SourcePane::adopt()
{
    m_known = m_listing->query();
    const std::array names{QStringList(), m_known.customers, m_known.contactKeys,
                           m_known.serviceIds};
    m_kind = All;
    for (const Kind kind : {Customers, ContactKeys, ServiceIds}) {
        if (names[kind].isEmpty())
            continue;
        m_kind = kind;
        if (named(kind) != names[kind])
            m_texts[kind] = names[kind].join(u'\n');
    }
    m_sources[m_kind]->setChecked(true);
    // Nothing is handed on: the pane may be able to show less than the query says.
    const QSignalBlocker quietField(m_field);
    const QSignalBlocker quietAction(m_completedToo);
    m_field->setPlainText(m_texts[m_kind]);
    m_completedToo->setChecked(m_known.completeness != Completeness::Active);
    m_completedBox->setChecked(m_completedToo->isChecked());
}

void SourcePane::choose(Kind kind)
{
    m_allWaits = false;
    switchTo(kind);
}

void SourcePane::switchTo(Kind kind)
{
    m_kind = kind;
    m_sources[kind]->setChecked(true);
    const QSignalBlocker blocker(m_field);
    m_field->setPlainText(m_texts[kind]);
    hand();
    showSource();
}

void SourcePane::keepText()
{
    m_texts[m_kind] = m_field->toPlainText();
    hand();
    showSource();
}

// A query without names means everything, so a field that is empty yet is not handed on.
void SourcePane::hand()
{
    const QStringList names = named(m_kind);
    if (m_kind != All && names.isEmpty())
        return;
    find::Query query;
    query.range = m_listing->query().range;
    query.completeness = m_completedToo->isChecked() ? Completeness::All : Completeness::Active;
    if (m_kind == Customers)
        query.customers = names;
    else if (m_kind == ContactKeys)
        query.contactKeys = names;
    else if (m_kind == ServiceIds)
        query.serviceIds = names;
    m_known = query;
    m_listing->setQuery(query);
}

QStringList SourcePane::named(Kind kind) const
{
    return kind == All ? QStringList() : namedIn(m_texts[kind]);
}

void SourcePane::showSource()
{
    if (!sameServices(m_listing->query(), m_known))
        adopt();
    avoidWhatCannotBe();
    const QString whyNotAll = m_listing->whyNotAll();
    setWhyNot(m_sources[All], whyNotAll);
    m_radios[All]->setEnabled(whyNotAll.isEmpty());
    m_radios[All]->setToolTip(m_sources[All]->toolTip());
    m_whyNotAll->setText(whyNotAll);
    m_whyNotAll->setVisible(!whyNotAll.isEmpty());
    showField();
    setWhyNot(m_load, whyNotLoad());
}

// Of a server that cannot list everything; one that can gets its choice back.
void SourcePane::avoidWhatCannotBe()
{
    const bool canListAll = m_listing->whyNotAll().isEmpty();
    if (m_kind == All && !canListAll) {
        m_allWaits = true;
        switchTo(Customers);
    } else if (m_allWaits && canListAll) {
        choose(All);
    }
}

void SourcePane::showField()
{
    const bool names = m_kind != All;
    m_fieldLabel->setVisible(names);
    m_field->setVisible(names);
    m_count->setVisible(names);
    if (!names)
        return;
    const QString label = m_kind == Customers ? tr("Customer ids, one per line")
        : m_kind == ContactKeys               ? tr("Contact keys, one per line")
                                              : tr("Service ids, one per line");
    m_fieldLabel->setText(label);
    m_field->setAccessibleName(label);
    m_count->setText(tr("%n given", nullptr, int(named(m_kind).size())));
}

QString SourcePane::whyNotLoad() const
{
    if (m_kind != All && named(m_kind).isEmpty())
        return tr("Give at least one, or choose another source.");
    return m_listing->whyNot();
}

MenuActions SourcePane::menuActions() const
{
    return {m_load,
            nullptr,
            m_sources[All],
            m_sources[Customers],
            m_sources[ContactKeys],
            m_sources[ServiceIds],
            nullptr,
            m_completedToo};
}

void SourcePane::focusSource()
{
    m_radios[m_kind]->setFocus();
}

} // namespace closeout::ui
