// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/stylesheet.h"

#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// Names in @…@ are colours of the theme.
constexpr char sheet[] = R"(
QToolTip { color: @text@; background: @raised@; border: 1px solid @controlBorder@; padding: 4px; }

QPushButton { color: @text@; background: @surface@; border: 1px solid @controlBorder@;
    border-radius: 4px; padding: 4px 12px; min-height: 16px; }
QPushButton:hover { background: @raised@; }
QPushButton:pressed { background: @border@; }
QPushButton:focus { border: 2px solid @accent@; padding: 3px 11px; }
QPushButton:disabled { color: @mutedText@; background: @window@; border-color: @border@; }
QPushButton[primary="true"] { color: @onAccent@; background: @accent@; border-color: @accent@;
    font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid @text@; }
QPushButton[primary="true"]:disabled { color: @mutedText@; background: @raised@;
    border-color: @controlBorder@; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down-@kind@.svg); width: 12px;
    subcontrol-position: right center; right: 6px; }

QToolButton { color: @text@; background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 3px; }
QToolButton:hover { background: @raised@; border-color: @border@; }
QToolButton:pressed, QToolButton:checked { background: @border@; }
QToolButton:focus { border: 1px solid @accent@; }
QToolButton:disabled { color: @mutedText@; }
QToolButton::menu-indicator { image: url(:/icons/chevron-down-@kind@.svg); width: 12px;
    subcontrol-position: right center; right: 2px; }
QToolButton[popupMode="2"] { padding-right: 16px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    color: @text@; background: @surface@; border: 1px solid @controlBorder@; border-radius: 4px;
    selection-background-color: @accent@; selection-color: @onAccent@; }
QLineEdit, QAbstractSpinBox, QComboBox { padding: 3px 6px; min-height: 16px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 1px solid @accent@; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @window@; border-color: @border@; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: @mutedText@; background: @window@; border-color: @border@; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"],
QAbstractSpinBox[problem="true"] { border: 1px solid @bad@; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit {
    border: none; border-radius: 0; padding: 0; background: transparent; }
QAbstractItemView QLineEdit { background: @surface@; border: 1px solid @accent@; padding: 0 2px;
    min-height: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@kind@.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid @controlBorder@; background: @surface@; }
QAbstractSpinBox::up-button { border: none; width: 18px; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: none; width: 18px; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up-@kind@.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron-down-@kind@.svg); width: 12px;
    height: 12px; }

QCheckBox, QRadioButton { spacing: 6px; padding: 2px; border: 1px solid transparent;
    border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent@; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @controlBorder@;
    border-radius: 3px; background: @surface@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@;
    image: url(:/icons/check-@kind@.svg); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @controlBorder@;
    border-radius: 8px; background: @surface@; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent@; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @raised@;
    border-color: @border@; }

QTableView, QTreeView, QListView { background: @surface@; border: 1px solid @border@;
    border-radius: 4px; gridline-color: @border@; outline: 0; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent@; }
QTableView::item, QTreeView::item, QListView::item { padding: 2px 6px; border: none; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @raised@; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
    background: @selection@; color: @selectedText@; }
QTreeView::item { min-height: 22px; }
QHeaderView { background: @window@; border: none; }
QHeaderView::section { color: @mutedText@; background: @window@; border: none;
    border-bottom: 1px solid @border@; border-right: 1px solid @border@; padding: 4px 6px; }
QHeaderView::section:last { border-right: none; }
QHeaderView::section:hover { color: @text@; background: @raised@; }
QHeaderView::up-arrow { image: url(:/icons/chevron-up-@kind@.svg); width: 12px; height: 12px;
    subcontrol-position: center right; }
QHeaderView::down-arrow { image: url(:/icons/chevron-down-@kind@.svg); width: 12px; height: 12px;
    subcontrol-position: center right; }
QTableCornerButton::section { background: @window@; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @border@; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: @mutedText@; background: transparent; padding: 5px 10px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { color: @accent@; }

QMenuBar { background: @window@; border-bottom: 1px solid @border@; padding: 1px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @border@; }
QMenu { background: @surface@; border: 1px solid @controlBorder@; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: @selection@; color: @selectedText@; }
QMenu::item:disabled { color: @mutedText@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px; }

QSplitter::handle { background: @window@; }
QSplitter::handle:horizontal { border-left: 1px solid @border@; }
QSplitter::handle:vertical { border-top: 1px solid @border@; }
QSplitter::handle:hover { background: @border@; }
QStatusBar { background: @window@; border-top: 1px solid @border@; }
QStatusBar::item { border: none; }
QProgressBar { background: @raised@; border: none; border-radius: 2px; max-height: 4px;
    min-height: 4px; }
QProgressBar::chunk { background: @accent@; border-radius: 2px; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QDockWidget { titlebar-close-icon: none; }
closeout--ui--CommandPalette { background: @window@; border: 1px solid @controlBorder@;
    border-radius: 6px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @controlBorder@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @mutedText@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString kindName(Theme::Kind kind)
{
    switch (kind) {
    case Theme::Kind::Light:
        return u"light"_s;
    case Theme::Kind::Dark:
        return u"dark"_s;
    case Theme::Kind::HighContrast:
        return u"highcontrast"_s;
    }
    return {};
}

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QString text = QString::fromLatin1(sheet);
    const std::pair<QLatin1StringView, QColor> colours[]{
        {"@window@"_L1, theme.window},
        {"@surface@"_L1, theme.surface},
        {"@raised@"_L1, theme.raised},
        {"@border@"_L1, theme.border},
        {"@controlBorder@"_L1, theme.controlBorder},
        {"@text@"_L1, theme.text},
        {"@mutedText@"_L1, theme.mutedText},
        {"@accent@"_L1, theme.accent},
        {"@onAccent@"_L1, theme.onAccent},
        {"@selection@"_L1, theme.selection},
        {"@selectedText@"_L1, theme.selectedText},
        {"@bad@"_L1, theme.bad},
    };
    for (const auto &[name, colour] : colours)
        text.replace(name, colour.name());
    return text.replace("@kind@"_L1, kindName(theme.kind));
}

} // namespace closeout::ui
