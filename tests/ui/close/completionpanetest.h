// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The pane in which something is completed, over a server that answers what a test wants.

#pragma once

#include "support/rawserver.h"
#include "ui/close/completing.h"
#include "ui/close/completionpane.h"
#include "ui/close/form/fieldeditor.h"
#include "ui/widgets/targetwords.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>

namespace closeout::ui {

class CompletionPaneTest : public QObject
{
protected:
    using Record = client::Record;
    using RawServer = closeout::test::RawServer;
    using Target = contract::Target;
    using SafetyLevel = environments::SafetyLevel;

    void open();
    void close();
    void setUp(SafetyLevel safety);
    void begin(const QByteArray &record, Target::Kind kind = Target::Kind::Service);
    void remake();
    void fillIn(); // what nobody is asked about when it is there
    QAction *action(const QString &iconText) const;
    QPushButton *button(const QString &text) const; // that is seen
    FieldEditor *editor(const QString &field) const;
    qsizetype posts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Completing> m_completing;
    std::unique_ptr<CompletionPane> m_pane;
    QByteArray m_record;
    QByteArray m_ended; // what the end is answered with
};

inline void CompletionPaneTest::open()
{
    using namespace Qt::StringLiterals;
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        if (request.contains("business-attributes"))
            socket->write(
                RawServer::answer("200 OK",
                                  R"([{"cv_attributes":["Service.disposition"],"values":[)"
                                  R"({"dbid":10,"name":"SUCCESS"}]}])"));
        else if (request.startsWith("GET"))
            socket->write(RawServer::answer("200 OK", m_record));
        else
            socket->write(m_ended);
    });
    m_ended = "HTTP/1.1 204 No Content\r\n\r\n";
}

inline void CompletionPaneTest::close()
{
    using namespace Qt::StringLiterals;
    m_pane.reset();
    m_completing.reset();
    m_sender.reset();
    m_store.reset();
}

inline void CompletionPaneTest::setUp(SafetyLevel safety)
{
    using namespace Qt::StringLiterals;
    m_store = std::make_unique<DraftStore>(m_folder->filePath(u"drafts"_s));
    m_sender = std::make_unique<Sender>(m_folder->filePath(u"journal.sqlite"_s));
    m_completing = std::make_unique<Completing>(*m_store, *m_sender);
    environments::Environment environment;
    environment.name = u"Staging"_s;
    environment.safety = safety;
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    m_completing->setConnection(connection, environment);
    remake();
}

inline void CompletionPaneTest::remake()
{
    m_pane.reset();
    m_pane = std::make_unique<CompletionPane>(*m_completing);
    m_pane->resize(400, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

inline void CompletionPaneTest::begin(const QByteArray &record, Target::Kind kind)
{
    using namespace Qt::StringLiterals;
    m_record = record;
    const Record read = *Record::fromJson(kind, record);
    const QString service = read.root().member(u"service_id").text();
    const bool isService = kind == Target::Kind::Service;
    m_completing->begin({kind, service, isService ? QString() : u"3"_s}, read);
    QTRY_VERIFY(button(completeTitle(kind).remove(u'&')));
}

inline void CompletionPaneTest::fillIn()
{
    using namespace Qt::StringLiterals;
    m_completing->draft()->setFieldText(editor(u"disposition"_s)->field(), u"10"_s);
    QTRY_VERIFY(!m_completing->mustConfirm());
}

inline QAction *CompletionPaneTest::action(const QString &iconText) const
{
    for (QAction *each : m_pane->menuActions()) {
        if (each && each->iconText() == iconText)
            return each;
    }
    return nullptr;
}

inline QPushButton *CompletionPaneTest::button(const QString &text) const
{
    const QList<QPushButton *> buttons = m_pane->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

inline FieldEditor *CompletionPaneTest::editor(const QString &field) const
{
    const QList<FieldEditor *> editors = m_pane->findChildren<FieldEditor *>();
    for (FieldEditor *each : editors) {
        if (each->field().name == field)
            return each;
    }
    return nullptr;
}

inline qsizetype CompletionPaneTest::posts() const
{
    using namespace Qt::StringLiterals;
    return std::count_if(m_server->requests().begin(), m_server->requests().end(),
                         [](const QByteArray &request) { return request.startsWith("POST"); });
}

} // namespace closeout::ui
