// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/idfile.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;

class TestIdList : public QObject
{
    Q_OBJECT

private slots:
    void lists_data();
    void lists();
    void refuses_data();
    void refuses();
    void listedTextIsReadAgain();
    void tables_data();
    void tables();
    void pastedTables_data();
    void pastedTables();
    void columns_data();
    void columns();
    void unknownColumnsAreTold();
    void encodings_data();
    void encodings();
    void noText();
    void manyAreReadAtOnce();
};

namespace {

QString printed(const IdList &list)
{
    QStringList parts{list.ids.join(u'|')};
    if (list.duplicates > 0)
        parts.append(u"%1 twice"_s.arg(list.duplicates));
    for (const RefusedId &refused : list.refused)
        parts.append(u"%1:%2"_s.arg(refused.line).arg(refused.column));
    for (const CleanedId &cleaned : list.cleaned)
        parts.append(u"%1 for %2"_s.arg(cleaned.id, cleaned.text));
    return parts.join(u", "_s);
}

} // namespace

void TestIdList::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blanks alone") << u" \n\t\r\n ;,"_s << u""_s;
    QTest::newRow("lines") << u"95\n36981723\r\n15\r7"_s << u"95|36981723|15|7"_s;
    QTest::newRow("separators") << u"1,2; 3\t4"_s << u"1|2|3|4"_s;
    QTest::newRow("blanks around") << u"  1  \n\u00a0 2 , 3 "_s << u"1|2|3"_s;
    QTest::newRow("blanks inside") << u"a b\nc"_s << u"a b|c"_s;
    QTest::newRow("quotes") << u"\"1\",\"a,b\"\n\"say \"\"x\"\"\""_s << u"1|a,b|say \"x\""_s;
    QTest::newRow("twice") << u"1\n2\n1\n 1 \n2"_s << u"1|2, 3 twice"_s;
    QTest::newRow("byte order mark") << u"\ufeff1\n\ufeff2"_s << u"1|2"_s;
    QTest::newRow("large number") << u"18446744073709551616\n007"_s
                                  << u"18446744073709551616|007"_s;
    QTest::newRow("number sign") << u"#1\n2"_s << u"#1|2"_s;
    QTest::newRow("journey") << u"383-f9a62aec-0e1\n12e4"_s << u"383-f9a62aec-0e1|12e4"_s;
    QTest::newRow("rounded") << u"1\n2\n 1.2E+18"_s << u"1|2, 3:2"_s;
    QTest::newRow("rounded in a line") << u"1,1.2E+18,3"_s << u"1|3, 1:3"_s;
    QTest::newRow("rounded with a comma") << u"1\n1,2E+18\n3"_s << u"1|3, 2:1"_s;
    QTest::newRow("as spreadsheets keep text")
        << u"=\"0042\"\n'36981723\n'95'"_s
        << u"0042|36981723|95, 0042 for =\"0042\", 36981723 for '36981723, 95 for '95'"_s;
    QTest::newRow("nobody sees it")
        << u"36981723\u200b\n\u2060\u00a042\n\u200e7\u200f"_s
        << u"36981723|42|7, 36981723 for 36981723⟨U+200B⟩, 42 for ⟨U+2060⟩⟨U+00A0⟩42, 7 for "
           "⟨U+200E⟩7⟨U+200F⟩"_s;
    QTest::newRow("the same id, once cleaned")
        << u"42\n42\u200b"_s << u"42, 1 twice, 42 for 42⟨U+200B⟩"_s;
    QTest::newRow("signs that are its own") << u"O'Neil\n=\n'\n=x"_s << u"O'Neil|=|'|=x"_s;
    QTest::newRow("nothing to be seen at all") << u"1\n\u200b\n2"_s << u"1|2"_s;
    QTest::newRow("quote not closed") << u"1\n\"2\n3"_s << u"1|3, 2:1"_s;
}

void TestIdList::lists()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(printed(idsInText(text)), found);
}

void TestIdList::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString rounded =
        u"Line 1, column 1: “%1” is a number that a spreadsheet has rounded. Export the column as "
        "text."_s;
    for (const QString &text :
         {u"1.2E+18"_s, u"1,2E+18"_s, u"1E+18"_s, u"-1.5e-3"_s, u"3.6981e7"_s})
        QTest::addRow("%s", qPrintable(text)) << text << rounded.arg(text);
    QTest::newRow("control") << u"a\u0001b"_s
                             << u"Line 1, column 1: “a⟨U+0001⟩b” holds a control character. Remove "
                                "it."_s;
    QTest::newRow("long") << QString(1001, u'x')
                          << u"Line 1, column 1: “%1…” is longer than 1000 characters, which is no "
                             "id."_s.arg(QString(40, u'x'));
    QTest::newRow("not UTF-8")
        << u"M\ufffdller"_s
        << u"Line 1, column 1: “M\ufffdller” is not written in UTF-8. Save the file as “CSV "
           "UTF-8”."_s;
}

void TestIdList::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const IdList list = idsInText(text);
    QCOMPARE(list.ids, QStringList());
    QCOMPARE(list.refusedCount, 1);
    QCOMPARE(list.refused.first().message(), message);
}

void TestIdList::listedTextIsReadAgain()
{
    const QStringList ids{u"36981723"_s, u"a,b"_s, u"c;d"_s, u"\"e\""_s, u"f \"g\""_s, u"# h"_s};
    QCOMPARE(idsInText(listedIds(ids)).ids, ids);
}

void TestIdList::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("columns"); // empty: a plain list
    QTest::addColumn<QString>("found"); // in the likely column of services; "?": there is none
    QTest::newRow("list") << QByteArray("1\n2\n") << QString() << u"1|2"_s;
    QTest::newRow("list in a line") << QByteArray("1,2;3\n") << QString() << u"1|2|3"_s;
    QTest::newRow("list with commas behind")
        << QByteArray("1,\n2,\n3,\n") << QString() << u"1|2|3"_s;
    QTest::newRow("comments") << QByteArray("# of today\n1\n  # more\n2 # no comment\n")
                              << QString() << u"1|2 # no comment"_s;
    QTest::newRow("one column") << QByteArray("Service ID\n1\n2\n2\n") << u"Service ID"_s
                                << u"1|2, 1 twice"_s;
    QTest::newRow("comma") << QByteArray("type,service_id\nBill,1\nCall,2\n")
                           << u"type|service_id"_s << u"1|2"_s;
    QTest::newRow("semicolon") << QByteArray("Kunde;ServiceId\r\n\"Doe; John\";1\r\nX;2\r\n")
                               << u"Kunde|ServiceId"_s << u"1|2"_s;
    QTest::newRow("tab") << QByteArray("id\twhen\n1\t2026-11-01, 8:00\n2\t2026-11-02, 9:00\n")
                         << u"id|when"_s << u"1|2"_s;
    QTest::newRow("said separator")
        << QByteArray("sep=;\nservice_id;note\n1;a,b\n2;c,d\n") << u"service_id|note"_s << u"1|2"_s;
    QTest::newRow("as formulas") << QByteArray("service_id,type\n=\"0042\",Y\n\"=\"\"95\"\"\",Z\n")
                                 << u"service_id|type"_s
                                 << u"0042|95, 0042 for =\"0042\", 95 for =\"95\""_s;
    QTest::newRow("comments above")
        << QByteArray("# a, b\nservice_id,note\n1,a\n2,b\n") << u"service_id|note"_s << u"1|2"_s;
    QTest::newRow("line breaks in cells")
        << QByteArray("note,service_id\n\"two\nlines\",1\n\"x\",2.5E+17\n") << u"note|service_id"_s
        << u"1, 4:5"_s;
    QTest::newRow("decimal comma")
        << QByteArray("service_id;n\n1,2E+18;x\n2;y\n") << u"service_id|n"_s << u"2, 2:1"_s;
    QTest::newRow("empty cells") << QByteArray("service_id,n\n1,\n,2\n\n3,4\n") << u"service_id|n"_s
                                 << u"1|3"_s;
    QTest::newRow("short rows") << QByteArray("n,service_id\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n"
                                              "8,8\n9\n")
                                << u"n|service_id"_s << u"1|2|3|4|5|6|7|8"_s;
    QTest::newRow("line break in an id")
        << QByteArray("service_id,n\n\"1\n2\",x\n3,y\n") << u"service_id|n"_s << u"3, 2:1"_s;
    QTest::newRow("not closed") << QByteArray("service_id,n\n1,x\n\"2,y\n") << u"service_id|n"_s
                                << u"1, 3:1"_s;
    QTest::newRow("no header") << QByteArray("1,Bill\n2,Call\n")
                               << u"Column 1: 1, 2|Column 2: Bill, Call"_s << u"?"_s;
    QTest::newRow("foreign header")
        << QByteArray("Vorgang,Art\n1,Bill\n2,Call\n") << u"Vorgang|Art"_s << u"?"_s;
}

void TestIdList::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, columns);
    QFETCH(QString, found);
    const Result<IdFile> file = IdFile::read(text);
    QVERIFY(file);
    QStringList titles;
    for (qsizetype i = 0; i < file->columns().size(); ++i)
        titles.append(file->columns().at(i).title(i));
    QCOMPARE(titles.join(u'|'), columns);
    const Result<qsizetype> column = file->column(IdKind::Service, u"");
    QCOMPARE(column ? printed(file->ids(*column)) : u"?"_s, found);
}

void TestIdList::pastedTables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("columns"); // empty: a plain list
    QTest::addColumn<QString>("found"); // in the likely column of services, or in the first
    QTest::newRow("from a spreadsheet")
        << u"Bill\t1\nCall\t2\n"_s << u"Bill, Call|1, 2"_s << u"Bill|Call"_s;
    QTest::newRow("with names") << u"type,service_id\nBill,=\"1\"\nCall,2\n"_s
                                << u"type|service_id"_s << u"1|2, 1 for =\"1\""_s;
    QTest::newRow("pairs of ids") << u"1,2\n3,4\n"_s << QString() << u"1|2|3|4"_s;
    QTest::newRow("no comments") << u"#1\n2"_s << QString() << u"#1|2"_s;
}

void TestIdList::pastedTables()
{
    QFETCH(const QString, text);
    QFETCH(const QString, columns);
    QFETCH(const QString, found);
    const IdFile table = IdFile::fromText(text);
    QStringList names;
    for (const IdFile::Column &column : table.columns())
        names.append(column.name.isEmpty() ? column.values.join(u", "_s) : column.name);
    QCOMPARE(names.join(u'|'), columns);
    QCOMPARE(printed(table.ids(table.likelyColumn(IdKind::Service).value_or(0))), found);
}

void TestIdList::columns_data()
{
    QTest::addColumn<IdKind>("kind");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("column");
    QTest::newRow("services") << IdKind::Service << QString() << 1;
    QTest::newRow("customers") << IdKind::Customer << QString() << 2;
    QTest::newRow("contact keys") << IdKind::ContactKey << QString() << 3;
    QTest::newRow("name") << IdKind::Service << u"CUSTOMER_ID"_s << 2;
    QTest::newRow("number") << IdKind::Service << u"4"_s << 3;
    QTest::newRow("number that is a name") << IdKind::Service << u" 2026 "_s << 4;
}

void TestIdList::columns()
{
    QFETCH(IdKind, kind);
    QFETCH(QString, wanted);
    QFETCH(int, column);
    const Result<IdFile> file = IdFile::read(
        "note,service_id,Customer_ID,Contact Key,2026\na,1,c1,k1,x\nb,2,c2,k2,y\n");
    QVERIFY(file);
    QCOMPARE(file->column(kind, wanted).value_or(-1), column);
}

void TestIdList::unknownColumnsAreTold()
{
    const Result<IdFile> file = IdFile::read("Vorgang,Art\n1,Bill\n2,Call\n");
    QVERIFY(file);
    QCOMPARE(file->column(IdKind::Service, u"").error().message,
             u"There are several columns. Say which one holds the ids: Vorgang; Art."_s);
    for (const QString &name : {u"x"_s, u"0"_s, u"3"_s, u"-1"_s}) {
        QCOMPARE(file->column(IdKind::Service, name).error().message,
                 u"There is no column “%1”. There are: Vorgang; Art."_s.arg(name));
    }
    const Result<IdFile> list = IdFile::read("1\n2\n");
    QCOMPARE(list->column(IdKind::Service, u"x").error().message,
             u"There is no column “x”: this is a plain list."_s);
    QCOMPARE(list->column(IdKind::Service, u"1").value_or(-1), 0);
}

void TestIdList::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("found");
    QTest::newRow("UTF-8 with mark")
        << QByteArray("\xef\xbb\xbfservice_id,n\n\xc3\xa4,1\nb,2\n") << u"ä|b"_s;
    const QByteArray utf16("\xff\xfe"
                           "1\0\n\0\xe4\0\n\0",
                           10);
    QTest::newRow("UTF-16") << utf16 << u"1|ä"_s;
    // What is not asked for may be written in whatever way.
    QTest::newRow("Latin 1 elsewhere")
        << QByteArray("service_id;n\n1;M\xfcller\n2;x\n") << u"1|2"_s;
    QTest::newRow("Latin 1") << QByteArray("1\nM\xfcller\n") << u"1, 2:1"_s;
}

void TestIdList::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, found);
    const Result<IdFile> file = IdFile::read(bytes);
    QVERIFY(file);
    QCOMPARE(printed(file->ids(file->column(IdKind::Service, u"").value_or(-1))), found);
}

void TestIdList::noText()
{
    const Result<IdFile> file = IdFile::read(QByteArray("PK\3\4\0\0\0\0", 8));
    QVERIFY(!file);
    QCOMPARE(file.error().message, u"This is no text. Save a spreadsheet as “CSV UTF-8”."_s);
}

void TestIdList::manyAreReadAtOnce()
{
    constexpr int count = 100'000;
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"  \"%1\"\t %1 ;\r\n"_s.arg(5'000'000'000'000'000'000 + i);
    IdList list;
    QBENCHMARK_ONCE
    {
        list = idsInText(text);
    }
    QCOMPARE(list.ids.size(), count);
    QCOMPARE(list.duplicates, count);
    QCOMPARE(list.ids.last(), u"5000000000000099999"_s);
    list = idsInText(QString(u"1.2E+18\n"_s).repeated(count));
    QCOMPARE(list.refused.size(), IdList::mostRefused);
    QCOMPARE(list.refusedCount, count);
}

QTEST_APPLESS_MAIN(TestIdList)
#include "tst_idlist.moc"
