// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All hosts of the window, and what goes on between them: a service that is opened begins a draft,
// an end that was sent is in the journal and out of the list. It knows no widgets, so that the
// window can be made anew over it at any time, and so that tests can do all of it without one.

#pragma once

#include "environments/places.h"
#include "environments/secretstore.h"
#include "ui/close/completing.h"
#include "ui/environments/connectiontest.h"
#include "ui/environments/destination.h"
#include "ui/environments/environmentform.h"
#include "ui/environments/environmentlist.h"
#include "ui/find/finding.h"
#include "ui/find/views/savedviews.h"
#include "ui/journal/history.h"
#include "ui/sandbox/localsandbox.h"
#include "ui/serviceathand.h"
#include "ui/settings.h"

namespace closeout::ui {

using environments::Places;

class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(const Places &places, QObject *parent = nullptr);
    ~Workspace() override;

    // Points the window at an environment by name; empty: where it was the last time, and on the
    // first day the sandbox. failed() says if there is none of that name.
    void start(const QString &environment);

    void useSandbox(); // starts it, if need be
    // password: empty: the store or a person is asked.
    void use(const environments::Environment &environment, const QString &password);
    void refresh(); // the list and the service that is open

    // Sources, filter and order; it is loaded if the sources are others. viewApplied() asks for the
    // columns.
    void applyView(const find::SavedView &view);
    // Of what is looked at now; the columns are the window's matter.
    find::SavedView currentView(const QString &name, rows::Subject subject) const;

    // What came of an end whose outcome is unknown: as far as the server shows it, into the
    // journal.
    void readEntryAgain(const journal::Entry &entry);

    // The window closes once the end that is under way has its outcome in the journal.
    void closeWhenDone() { m_closesWhenDone = true; }
    bool closesWhenDone() const { return m_closesWhenDone; }
    void keep(); // settings and drafts, to disk
    bool isGuest() const { return m_isGuest; } // nothing that is filled in outlives it

    Settings &settings() { return m_settings; }
    EnvironmentList &environments() { return m_environments; }
    EnvironmentForm &environmentForm() { return m_environmentForm; }
    ConnectionTest &connectionTest() { return m_connectionTest; }
    Destination &destination() { return m_destination; }
    LocalSandbox &sandbox() { return m_sandbox; }
    Finding &finding() { return m_finding; }
    Listing &listing() { return m_finding.listing; }
    SavedViews &views() { return m_views; }
    ServiceAtHand &atHand() { return m_atHand; }
    Completing &completing() { return m_completing; }
    Sender &sender() { return m_sender; }
    History &history() { return m_history; }

signals:
    void failed(const QString &headline, const closeout::Error &error);
    void viewApplied(const closeout::find::SavedView &view);
    void environmentChanged(); // pointed at another one, or at the same in another way

private:
    void wireDestination();
    void wireLists();
    void wireSending();
    void letGo();
    void takeDestination();
    void takeRules();
    void takeConnection();
    void lookAround();
    void takeSandbox();
    void takeRenewed(contract::Dialect dialect);
    void takeEnvironments();
    void tellLater(const QString &headline, const Error &error);
    void takeAmended(const environments::Environment &environment);
    void takeOpened();
    void tellList(const client::Record &service);
    void takeFinished();
    void takeHistory();
    void tellOfACrash();
    void takeNames();
    void askSignInAgain(const Error &error);
    void keepView();
    void keepSoon();
    void takeSelection(const QString &environment);

    const bool m_isGuest;
    QTimer m_keepSoon;
    environments::SecretStore m_secrets;
    Settings m_settings;
    EnvironmentList m_environments;
    EnvironmentForm m_environmentForm;
    ConnectionTest m_connectionTest;
    LocalSandbox m_sandbox;
    Destination m_destination;
    Finding m_finding;
    SavedViews m_views;
    DraftStore m_drafts;
    Sender m_sender;
    Completing m_completing;
    ServiceAtHand m_atHand;
    History m_history;
    QString m_wanted; // name of the environment to open once the list of them is read
    bool m_wantsSandbox = false;
    bool m_closesWhenDone = false;
    bool m_wasLoading = false;
    bool m_toldOfACrash = false; // or there was nothing to tell when it began
};

} // namespace closeout::ui
