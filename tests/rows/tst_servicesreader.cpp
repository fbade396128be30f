// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/servicesreader.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::rows;

namespace {

// What was taken, a word each: s1 a service, i2 an id, ! a failure.
class Collector : public ServicesReader::Taker
{
public:
    void takeService(const Reader &service) override
    {
        taken.append(u's' + QString::fromUtf8(service.service().text(Field::ServiceId)));
    }
    void takeId(const QString &serviceId) override { taken.append(u'i' + serviceId); }
    void takeFailure(const Error &error) override
    {
        taken.append(u"!"_s);
        failures.append(error.message);
    }

    QStringList taken;
    QStringList failures;
};

struct Outcome
{
    QString taken;
    QString error;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome read(const QByteArrayList &pieces)
{
    Collector collector;
    ServicesReader reader(collector);
    for (const QByteArray &piece : pieces)
        reader.feed(piece);
    const Result<void> finished = reader.finish();
    return {collector.taken.join(u' '), finished ? QString() : finished.error().message};
}

QByteArrayList oneByOne(const QByteArray &text)
{
    QByteArrayList pieces;
    for (const char c : text)
        pieces.append(QByteArray(1, c));
    return pieces;
}

} // namespace

class TestServicesReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void handsOnAsSoonAsAnElementIsWhole();
    void saysWhatIsWrongWithAnElement();
    void staysBroken();
    void refusesAnElementWithoutEnd();
    void readsALargeElementInPieces();
    void readsOne();
};

void TestServicesReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *text, const QString &taken, const QString &error = {}) {
        QTest::addRow("'%s'", text) << QByteArray(text) << taken << error;
    };
    const auto broken = [](int at) {
        return u"The list is no JSON array: byte %1 cannot stand there."_s.arg(at);
    };
    const auto shortBy = [](int taken) {
        return u"The list broke off after %1 bytes; what came before is shown."_s.arg(taken);
    };
    row("[]", {});
    row(" \r\n[ \t\n] \n", {});
    row(R"([{"service_id":1}])", u"s1"_s);
    row(R"([ {"service_id":"a"} , {"service_id":2} ] )", u"sa s2"_s);
    row(R"(["361-a", 42])", u"i361-a i42"_s);
    row(R"(["{\"service_id\":\"b\\\"\"}"])", u"sb\""_s);
    row(R"([{"service_id":"}],["},7])", u"s}],[ i7"_s);
    row(R"([null,"1",{"service_id":2},{"n":1},"{broken",[3],true,{"service_id":4}])",
        u"! i1 s2 ! ! ! ! s4"_s);
    row(R"([{"service_id":1 2},{"a"},tru,1 2,{"service_id":3}])", u"! ! ! ! s3"_s);
    row("[{\"service_id\":\"\xff\"},{\"service_id\":3}]", u"! s3"_s);
    row("", {}, shortBy(0));
    row("  ", {}, shortBy(2));
    row("[", {}, shortBy(1));
    row("[1", {}, shortBy(2));
    row("[1,", u"i1"_s, shortBy(3));
    row(R"([{"service_id":1},{"service_id":2)", u"s1"_s, shortBy(33));
    row("[\"a\\", {}, shortBy(4));
    row("[,]", {}, broken(2));
    row("[1,]", u"i1"_s, broken(4));
    row("[1,,2]", u"i1"_s, broken(4));
    row("[1,2}", u"i1"_s, broken(4));
    row("[1]]", u"i1"_s, broken(4));
    row("[1] x", u"i1"_s, broken(5));
    row("{}", {}, broken(1));
    row("<html>[1]</html>", {}, broken(1));
    row("\xEF\xBB\xBF[1]", u"i1"_s); // as in a single record
    row("\xEF\xBB\xBF\xEF\xBB\xBF[1]", {}, broken(4));
    row(" \xEF\xBB\xBF[1]", {}, broken(2));
    row("\xEF\xBB", {}, shortBy(2));
    row("\xEF\xBB[", {}, broken(1));
}

void TestServicesReader::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, taken);
    QFETCH(const QString, error);
    const Outcome expected{taken, error};
    QCOMPARE(read({text}), expected);
    QCOMPARE(read(oneByOne(text)), expected);
    for (qsizetype first = 0; first <= text.size(); ++first) {
        for (qsizetype second = first; second <= text.size(); ++second) {
            QCOMPARE(read({text.first(first), text.sliced(first, second - first),
                           text.sliced(second)}),
                     expected);
        }
    }
}

void TestServicesReader::handsOnAsSoonAsAnElementIsWhole()
{
    Collector collector;
    ServicesReader reader(collector);
    reader.feed("[{\"service_id\":");
    reader.feed("1}");
    QCOMPARE(collector.taken, QStringList());
    reader.feed(",");
    QCOMPARE(collector.taken, QStringList{u"s1"_s});
    reader.feed("2,3,4");
    QCOMPARE(collector.taken, (QStringList{u"s1"_s, u"i2"_s, u"i3"_s}));
    reader.feed({});
    reader.feed("]");
    QCOMPARE(collector.taken.size(), 4);
    QVERIFY(reader.finish());
}

void TestServicesReader::saysWhatIsWrongWithAnElement()
{
    Collector collector;
    ServicesReader reader(collector);
    reader.feed(R"([7,{"service_id":1,},{"a":2},[3]])");
    QCOMPARE(collector.failures.size(), 3);
    QVERIFY2(collector.failures.at(0).startsWith(
                 u"Element 2 of the list of services cannot be read: "_s),
             qPrintable(collector.failures.at(0)));
    QVERIFY(collector.failures.at(0).contains(u"column 17"_s));
    QVERIFY(collector.failures.at(1).endsWith(u"it has no service_id"_s));
    QVERIFY(collector.failures.at(2).endsWith(u"it is neither a service nor an id"_s));
}

void TestServicesReader::staysBroken()
{
    Collector collector;
    ServicesReader reader(collector);
    reader.feed("[1,2,,");
    reader.feed("3]");
    QCOMPARE(collector.taken, (QStringList{u"i1"_s, u"i2"_s}));
    QCOMPARE(reader.finish().error().kind, ErrorKind::NotContextServices);
}

void TestServicesReader::refusesAnElementWithoutEnd()
{
    Collector collector;
    ServicesReader reader(collector);
    reader.feed("[1,\"");
    const QByteArray piece(1 << 20, 'x');
    for (qsizetype fed = 0; fed < 2 * ServicesReader::largestElement; fed += piece.size())
        reader.feed(piece);
    reader.feed("\",2]"); // too late
    QCOMPARE(reader.finish().error().kind, ErrorKind::NotContextServices);
    QCOMPARE(collector.taken, QStringList{u"i1"_s});
}

void TestServicesReader::readsALargeElementInPieces()
{
    Collector collector;
    ServicesReader reader(collector);
    const QByteArray text = R"([{"notes":")" + QByteArray(3'000'000, 'n')
        + R"(","service_id":1},{"service_id":2}])";
    for (qsizetype at = 0; at < text.size(); at += 100'000)
        reader.feed(
            QByteArrayView(text).sliced(at, std::min<qsizetype>(100'000, text.size() - at)));
    QVERIFY(reader.finish());
    QCOMPARE(collector.taken, (QStringList{u"s1"_s, u"s2"_s}));
}

void TestServicesReader::readsOne()
{
    Collector collector;
    ServicesReader reader(collector);
    reader.readOne(R"( {"service_id":"a"} )");
    reader.readOne("[]");
    reader.readOne("<html>");
    QCOMPARE(collector.taken, (QStringList{u"sa"_s, u"!"_s, u"!"_s}));
}

QTEST_APPLESS_MAIN(TestServicesReader)

#include "tst_servicesreader.moc"
