#include "ui/window/workspace_dialog.h"

#include "ui/window/desk.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/workspaces.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace haneul::window {

namespace {

enum ItemRole { NameRole = Qt::UserRole, FactoryRole };

} // namespace

WorkspaceDialog::WorkspaceDialog(Desk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_explain(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("workspaceDialog"));
    m_list->setObjectName(QStringLiteral("workspaceList"));
    m_name->setObjectName(QStringLiteral("workspaceName"));
    m_name->setMaxLength(static_cast<int>(Workspaces::maxNameLength));
    m_answer->setObjectName(QStringLiteral("workspaceAnswer"));
    m_open->setObjectName(QStringLiteral("workspaceOpen"));
    m_save->setObjectName(QStringLiteral("workspaceSave"));
    m_remove->setObjectName(QStringLiteral("workspaceDelete"));
    m_explain->setWordWrap(true);
    m_answer->setWordWrap(true);
    m_nameLabel->setBuddy(m_name);
    m_save->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_close->setAutoDefault(false);

    auto* nameRow = new QHBoxLayout;
    nameRow->addWidget(m_nameLabel);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_explain);
    column->addWidget(m_list, 1);
    column->addLayout(nameRow);
    column->addWidget(m_answer);
    column->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &WorkspaceDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &WorkspaceDialog::openChosen);
    connect(m_open, &QPushButton::clicked, this, &WorkspaceDialog::openChosen);
    connect(m_save, &QPushButton::clicked, this, &WorkspaceDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &WorkspaceDialog::removeChosen);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk.workspaces(), &Workspaces::changed, this, &WorkspaceDialog::fill);
    word();
}

void WorkspaceDialog::fill() {
    const QListWidgetItem* before = m_list->currentItem();
    const QString chosen = before ? before->data(NameRole).toString() : m_desk.workspace();
    m_list->clear();
    const auto add = [this](const QString& text, const QString& name, bool factory) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(NameRole, name);
        item->setData(FactoryRole, factory);
    };
    for (const FactoryLayout& factory : factoryLayouts())
        add(tr("%1 (built in)").arg(QCoreApplication::translate("haneul::window::Workspaces", factory.title)),
            QLatin1StringView(factory.id), true);
    for (const QString& name : m_desk.workspaces().names())
        add(name, name, false);
    m_list->setCurrentRow(0);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(NameRole).toString() == chosen) m_list->setCurrentRow(row);
}

void WorkspaceDialog::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    const bool own = item && !item->data(FactoryRole).toBool();
    m_open->setEnabled(item != nullptr);
    m_remove->setEnabled(own);
    if (own) m_name->setText(item->data(NameRole).toString());
}

void WorkspaceDialog::openChosen() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const QString name = item->data(NameRole).toString();
    if (item->data(FactoryRole).toBool())
        m_desk.openFactory(name.toUtf8().constData());
    else
        m_desk.openWorkspace(name);
    accept();
}

void WorkspaceDialog::save() {
    const auto saved = m_desk.saveWorkspace(m_name->text());
    m_answer->setText(saved ? tr("Saved: %1").arg(*saved)
                            : tr("Not saved: a workspace needs a name of 1 to 60 characters."));
    if (!saved) return;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(NameRole).toString() == *saved) m_list->setCurrentRow(row);
}

void WorkspaceDialog::removeChosen() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || item->data(FactoryRole).toBool()) return;
    const QString name = item->data(NameRole).toString();
    m_desk.workspaces().remove(name);
    m_name->setText(name); // what was deleted by mistake is saved again with one click
    m_answer->setText(tr("Deleted: %1").arg(name));
}

void WorkspaceDialog::word() {
    setWindowTitle(tr("Workspaces"));
    m_explain->setText(tr("A workspace is the arrangement of all windows, panels and map views."));
    m_list->setAccessibleName(tr("Workspaces"));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_open->setText(tr("Open"));
    m_save->setText(tr("Save present arrangement"));
    m_remove->setText(tr("Delete"));
    m_close->setText(tr("Close"));
    fill();
}

void WorkspaceDialog::showEvent(QShowEvent* event) {
    m_answer->clear();
    fill();
    QDialog::showEvent(event);
}

void WorkspaceDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::window
