// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What becomes of attached data when the end event is sent, if the server replaces them all: the
// worse reading of its documents. One row for each key, and for each place inside a changed one.

#pragma once

#include "client/record.h"

#include <QtCore/QAbstractTableModel>

namespace closeout::ui {

class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Fate : quint8 { Added, Changed, Kept, Lost };
    enum Column { Key, What, Before, After, ColumnCount };

    explicit ChangesModel(QObject *parent = nullptr);

    void show(const QList<client::AttachedDatum> &before,
              const QList<client::AttachedDatum> &after);

    int countOf(Fate fate) const;
    QString inFull(int row) const; // with its values, as far as somebody can read them
    int rowOf(const QString &place) const; // -1: there is none
    QString placeAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString place; // RFC 6901, from the attached data
        Fate fate = Fate::Kept;
        QByteArray before; // as they are spelled; empty: not there
        QByteArray after;
    };

    static QString fateName(Fate fate);
    void addChanged(const QString &place, const QByteArray &before, const QByteArray &after);

    static QString textOf(const Row &row, int column, int characters);

    QList<Row> m_rows;
};

} // namespace closeout::ui
