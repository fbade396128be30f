// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The peers of the benchmark of the start: what a window costs before it does anything, and with
// --table what it costs to show a table of texts at all. Says when it has been painted.

#include <QtCore/QTimer>
#include <QtGui/QPaintEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <cstdio>

namespace {

class EmptyWindow : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, this, [] { std::fputs("painted\n", stderr); });
    }
};

QWidget *tableOfTexts()
{
    constexpr int rows = 20;
    constexpr int columns = 10;
    auto *page = new QWidget;
    auto *table = new QTableWidget(rows, columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            table->setItem(row, column, new QTableWidgetItem(QString::number(row * column)));
    }
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(new QLineEdit);
    layout->addWidget(table);
    return page;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    if (QApplication::arguments().contains(QStringLiteral("--table")))
        window.setCentralWidget(tableOfTexts());
    window.show();
    return QApplication::exec();
}
