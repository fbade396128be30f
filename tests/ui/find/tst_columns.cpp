// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "rows/fields.h"
#include "ui/find/table/rowspane.h"
#include "ui/widgets/look/style.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QTranslator>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::rows::Field;
using closeout::rows::Subject;
using closeout::test::FoundPlace;

class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }
    void init();
    void cleanup();
    void firstWidthsHoldHeadings_data();
    void firstWidthsHoldHeadings();
    void firstWidthsHoldValues_data() { languages(); }
    void firstWidthsHoldValues();
    void firstWidthsAreOfTheLanguage();
    void headingsAreElidedAtTheRight();
    void idsShowWhatTellsThemApart();

private:
    static void languages();
    void speak(const QString &language);
    void make(Subject subject = Subject::Service);
    int width(Field field) const;

    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<QWidget> m_owner;
    std::unique_ptr<RowsActions> m_actions;
    std::unique_ptr<RowsPane> m_pane;
};

void TestColumns::init()
{
    m_place = std::make_unique<FoundPlace>();
    m_owner = std::make_unique<QWidget>();
    m_actions = std::make_unique<RowsActions>(m_owner.get());
}

void TestColumns::cleanup()
{
    m_pane.reset();
    m_actions.reset();
    m_owner.reset();
    m_place.reset();
    m_translator.reset();
}

void TestColumns::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("de") << u"de"_s;
}

void TestColumns::speak(const QString &language)
{
    m_translator = std::make_unique<QTranslator>();
    QVERIFY(m_translator->load(QStringLiteral(CATALOGUES "/closeout_%1.qm").arg(language)));
    QCoreApplication::installTranslator(m_translator.get());
}

void TestColumns::make(Subject subject)
{
    auto &finding = m_place->finding;
    const bool isTask = subject == Subject::Task;
    m_pane = std::make_unique<RowsPane>(finding.listing, isTask ? finding.tasks : finding.services,
                                        isTask ? finding.selectedTasks : finding.selectedServices,
                                        *m_actions);
}

int TestColumns::width(Field field) const
{
    return m_pane->table()->columnWidth(m_pane->model()->columnOf({field}));
}

void TestColumns::firstWidthsHoldHeadings_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Subject>("subject");
    QTest::newRow("services en") << u"en"_s << Subject::Service;
    QTest::newRow("services de") << u"de"_s << Subject::Service;
    QTest::newRow("tasks en") << u"en"_s << Subject::Task;
    QTest::newRow("tasks de") << u"de"_s << Subject::Task;
}

void TestColumns::firstWidthsHoldHeadings()
{
    QFETCH(QString, language);
    QFETCH(Subject, subject);
    speak(language);
    make(subject);
    QList<closeout::rows::Column> columns;
    for (const closeout::rows::FieldSpec &spec : closeout::rows::allFields()) {
        if (spec.subjects.testFlag(subject))
            columns.append({spec.field});
    }
    m_pane->setColumns(columns);
    const QHeaderView *header = m_pane->table()->horizontalHeader();
    for (int section = 1; section < header->count(); ++section) {
        const QString heading =
            m_pane->model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        QStyleOptionHeader option;
        option.initFrom(header);
        option.rect = QRect(0, 0, m_pane->table()->columnWidth(section),
                            header->sizeHint().height());
        option.sortIndicator = QStyleOptionHeader::SortDown;
        const QRect room = header->style()->subElementRect(QStyle::SE_HeaderLabel, &option, header);
        if (!m_pane->table()->isColumnHidden(section))
            QVERIFY2(room.width() >= header->fontMetrics().horizontalAdvance(heading),
                     qPrintable(heading));
    }
}

void TestColumns::firstWidthsHoldValues()
{
    QFETCH(QString, language);
    speak(language);
    make();
    const auto needs = [this](const QString &text) {
        return m_pane->table()->fontMetrics().horizontalAdvance(text) + 12; // at its sides
    };
    for (const Field field : {Field::Age, Field::Idle, Field::Overdue}) {
        QVERIFY(width(field) >= needs(durationInWords(4 * 3600 + 35 * 60)));
        QVERIFY(width(field) >= needs(durationInWords(23 * 3600 + 55 * 60)));
    }
    const auto rule = [](const char *name) {
        return QCoreApplication::translate("closeout::ui::RowsModel", name);
    };
    const QString reasons = rule("overdue") + u", "_s + rule("silent");
    QVERIFY(width(Field::Stuck) >= needs(reasons) + 16 + 12); // and the icon
}

void TestColumns::firstWidthsAreOfTheLanguage()
{
    speak(u"en"_s);
    make();
    const int english = width(Field::OpenTasks);
    m_pane->table()->setColumnWidth(m_pane->model()->columnOf({Field::ServiceType}), 321);
    const QByteArray layout = m_pane->saveLayout();
    speak(u"de"_s);
    make();
    const int german = width(Field::OpenTasks);
    QVERIFY(german > english);
    m_pane->restoreLayout(layout);
    QCOMPARE(width(Field::OpenTasks), german);
    QCOMPARE(width(Field::ServiceType), 321); // as somebody wanted it
}

void TestColumns::idsShowWhatTellsThemApart()
{
    const QFontMetrics metrics(QApplication::font());
    const QString first = u"383-f9a62aec-0001-45cb-aa01-0d9404f905bd"_s;
    const QString second = u"383-f9a62aec-0002-45cb-aa01-0d9404f905bd"_s;
    const QString other = u"571-71cd0000-1111-2222-3333-44445555d6a6"_s;
    const int width = metrics.horizontalAdvance(u"383-…0002-…5bd 00"_s);
    const auto shown = elidedApart({first, second, other, u"95"_s, first}, metrics, width);
    QCOMPARE(shown.size(), 3); // one that has room is shown as it is
    QVERIFY2(shown[first].contains(u'1') && shown[second].contains(u'2'), qPrintable(shown[first]));
    QVERIFY(shown[first] != shown[second]);
    QVERIFY(shown[other].startsWith(u"571"_s) && shown[other].endsWith(u"d6a6"_s));
    for (const QString &text : shown)
        QVERIFY2(metrics.horizontalAdvance(text) <= width, qPrintable(text));
    // Where there is no room for what differs, no more is shown than there is room for.
    const auto narrow = elidedApart({u"a"_s + QString(90, u'x') + u'b',
                                     u"aa"_s + QString(90, u'y') + u'b'},
                                    metrics, metrics.horizontalAdvance(u"a…xb"_s));
    for (const QString &text : narrow)
        QVERIFY(metrics.horizontalAdvance(text) <= metrics.horizontalAdvance(u"a…xb"_s));
    // Nor is it cut in two places.
    const QString phone = u"+49 171 2345136"_s;
    const auto phones = elidedApart({phone, u"+49 171 9870236"_s}, metrics,
                                    metrics.horizontalAdvance(u"…45136"_s));
    QCOMPARE(phones[phone], u"…45136"_s);
}

// A number's heading is at the right: what is too long must not lose its first letters.
void TestColumns::headingsAreElidedAtTheRight()
{
    QHeaderView header(Qt::Horizontal);
    QStyleOptionHeader option; // as it arrives where the words are drawn
    option.initFrom(&header);
    option.rect = QRect(0, 0, 90, 24);
    option.textAlignment = Qt::AlignRight | Qt::AlignVCenter;
    const auto drawn = [&header, &option](const QString &text) {
        option.text = text;
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        header.style()->drawControl(QStyle::CE_HeaderLabel, &option, &painter, &header);
        return image;
    };
    const QString heading = u"Abgeschlossene Aufgaben"_s;
    const QString elided = header.fontMetrics().elidedText(heading, Qt::ElideRight,
                                                           option.rect.width());
    QVERIFY(elided.startsWith(u'A') && elided != heading);
    QCOMPARE(drawn(heading), drawn(elided));
    QVERIFY(drawn(heading) != drawn({}));
}

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
