#include "ui/shortcuts/key_editor.h"

#include "ui/actions/action_registry.h"
#include "ui/search/both_languages.h"
#include "ui/search/match.h"
#include "ui/shortcuts/key_map.h"
#include "ui/shortcuts/key_sheet.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace haneul::shortcuts {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int namesRole = Qt::UserRole + 1; // folded, every language

enum Column { Action, Key, Standard, Changed, Columns };

QString native(const QKeySequence& key) {
    return key.isEmpty() ? QStringLiteral("—") : key.toString(QKeySequence::NativeText);
}

QString textOf(const actions::ActionInfo& info) {
    return QCoreApplication::translate("haneul::actions", info.text);
}

} // namespace

KeyEditor::KeyEditor(KeyMap& keys, QWidget* parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_caption(new QLabel(this))
    , m_key(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(this))
    , m_none(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_sheet(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_verdict(new QLabel(this)) {
    setObjectName(QStringLiteral("keyEditor"));
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("keyTree"));
    m_tree->setColumnCount(Columns);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_key->setObjectName(QStringLiteral("keyField"));
    m_key->setMaximumSequenceLength(1);
    m_key->setClearButtonEnabled(true);
    m_assign->setObjectName(QStringLiteral("keyAssign"));
    m_none->setObjectName(QStringLiteral("keyNone"));
    m_reset->setObjectName(QStringLiteral("keyReset"));
    m_resetAll->setObjectName(QStringLiteral("keyResetAll"));
    m_sheet->setObjectName(QStringLiteral("keySheet"));
    m_verdict->setObjectName(QStringLiteral("keyVerdict"));
    m_verdict->setWordWrap(true);
    for (QPushButton* button : {m_assign, m_none, m_reset, m_resetAll, m_sheet, m_close})
        button->setAutoDefault(false);

    const int gap = fontMetrics().height();
    auto* line = new QHBoxLayout;
    line->addWidget(m_caption, 1);
    line->addWidget(m_key);
    line->addWidget(m_assign);
    line->addWidget(m_none);
    line->addWidget(m_reset);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_resetAll);
    buttons->addWidget(m_sheet);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addLayout(line);
    column->addWidget(m_verdict);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 105, fontMetrics().height() * 36);

    fill();
    word();
    connect(m_search, &QLineEdit::textChanged, this, &KeyEditor::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeyEditor::showChosen);
    connect(m_tree, &QTreeWidget::itemActivated, m_key, qOverload<>(&QWidget::setFocus));
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::weigh);
    connect(m_assign, &QPushButton::clicked, this, &KeyEditor::assign);
    connect(m_none, &QPushButton::clicked, this, [this] {
        const QByteArray id = chosenId();
        m_keys.assign(QLatin1StringView(id), {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const QByteArray id = chosenId();
        m_keys.reset(QLatin1StringView(id));
    });
    connect(m_resetAll, &QPushButton::clicked, &m_keys, &KeyMap::resetAll);
    connect(m_sheet, &QPushButton::clicked, this, &KeyEditor::writeSheet);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_keys, &KeyMap::changed, this, &KeyEditor::word);
    m_search->setFocus();
}

void KeyEditor::fill() {
    const search::BothLanguages languages;
    QTreeWidgetItem* group = nullptr;
    QLatin1StringView scope;
    for (const actions::ActionInfo& info : actions::allActions()) {
        if (scope != QLatin1StringView(info.scope)) {
            scope = QLatin1StringView(info.scope);
            group = new QTreeWidgetItem(m_tree);
            group->setData(0, idRole, QString(scope));
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
        }
        auto* item = new QTreeWidgetItem(group);
        item->setData(0, idRole, QString::fromLatin1(info.id));
        item->setData(0, namesRole, languages.of("haneul::actions", info.text));
    }
    m_tree->expandAll();
    if (m_tree->topLevelItemCount() > 0) m_tree->setCurrentItem(m_tree->topLevelItem(0)->child(0));
}

void KeyEditor::word() {
    setWindowTitle(tr("Keys"));
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(tr("Find an action or a key"));
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Key"), tr("Default"), QString()});
    m_key->setAccessibleName(tr("New key"));
    m_none->setText(tr("No key"));
    m_reset->setText(tr("Default"));
    m_resetAll->setText(tr("Reset all keys"));
    m_sheet->setText(tr("Print or save…"));
    m_close->setText(tr("Close"));
    std::size_t index = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        const QByteArray scope = group->data(0, idRole).toString().toLatin1();
        group->setText(0, actions::scopeText(QLatin1StringView(scope)));
        for (int k = 0; k < group->childCount(); ++k, ++index) {
            const actions::ActionInfo& info = actions::allActions()[index];
            const QLatin1StringView id(info.id);
            QTreeWidgetItem* item = group->child(k);
            item->setText(Action, textOf(info));
            item->setText(Key, native(m_keys.key(id)));
            item->setText(Standard, native(KeyMap::standardKey(id)));
            item->setText(Changed, m_keys.isChanged(id) ? tr("changed") : QString());
        }
    }
    for (int each = 0; each < Columns; ++each) {
        m_tree->resizeColumnToContents(each);
        m_tree->setColumnWidth(each,
                               m_tree->columnWidth(each) + fontMetrics().height()); // a key does not touch the next
    }
    showChosen();
}

QByteArray KeyEditor::chosenId() const {
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item && item->parent() ? item->data(0, idRole).toString().toLatin1() : QByteArray();
}

void KeyEditor::showAction(const QString& id) {
    m_search->clear();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int k = 0; k < m_tree->topLevelItem(i)->childCount(); ++k)
            if (QTreeWidgetItem* item = m_tree->topLevelItem(i)->child(k); item->data(0, idRole).toString() == id) {
                m_tree->setCurrentItem(item);
                m_tree->scrollToItem(item);
            }
}

void KeyEditor::filter() {
    const search::Query query(m_search->text());
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool some = false;
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem* item = group->child(k);
            const QStringList names = item->data(0, namesRole).toStringList();
            const bool shown = query.isEmpty() || query.best(names) > 0 ||
                               item->text(Key).contains(m_search->text().trimmed(), Qt::CaseInsensitive);
            item->setHidden(!shown);
            some = some || shown;
            if (shown && !first) first = item;
        }
        group->setHidden(!some);
    }
    if (first && (!m_tree->currentItem() || m_tree->currentItem()->isHidden())) m_tree->setCurrentItem(first);
}

void KeyEditor::showChosen() {
    const QByteArray id = chosenId();
    const bool some = !id.isEmpty();
    for (QWidget* each : std::initializer_list<QWidget*>{m_key, m_none, m_reset})
        each->setEnabled(some);
    m_caption->setText(some ? tr("New key for “%1”:").arg(m_tree->currentItem()->text(Action)) : QString());
    m_key->clear();
    if (some) {
        m_none->setEnabled(!m_keys.key(QLatin1StringView(id)).isEmpty());
        m_reset->setEnabled(m_keys.isChanged(QLatin1StringView(id)));
    }
    weigh();
}

void KeyEditor::weigh() {
    // Qt's own words come back at every key, and not in every language.
    if (auto* field = m_key->findChild<QLineEdit*>()) field->setPlaceholderText(tr("Press the key"));
    const QByteArray id = chosenId();
    const QKeySequence key = m_key->keySequence();
    const QString refused = KeyMap::refusal(key);
    const actions::ActionInfo* user = m_keys.userOf(key, QLatin1StringView(id));
    m_assign->setText(user ? tr("Replace") : tr("Set"));
    m_assign->setEnabled(!id.isEmpty() && !key.isEmpty() && refused.isEmpty());
    if (!refused.isEmpty())
        m_verdict->setText(refused);
    else if (user)
        m_verdict->setText(tr("%1 is already used by “%2” (%3), which would then have no key.")
                               .arg(native(key), textOf(*user), actions::scopeText(QLatin1StringView(user->scope))));
    else if (key.isEmpty())
        m_verdict->setText(tr("Choose an action, go to the field and press the new key."));
    else
        m_verdict->setText(tr("%1 is free.").arg(native(key)));
}

void KeyEditor::assign() {
    const QByteArray id = chosenId();
    const QKeySequence key = m_key->keySequence();
    m_keys.assign(QLatin1StringView(id), key);
    m_tree->setFocus();
}

void KeyEditor::writeSheet() {
    auto* dialog = new QFileDialog(this, tr("Save the keys as PDF or HTML"), QStringLiteral("haneul-keys.pdf"),
                                   QStringLiteral("PDF (*.pdf);;HTML (*.html)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        // Files may be slow, so they are written elsewhere.
        QThreadPool::globalInstance()->start([path, html = keySheetHtml(m_keys), back = QPointer(this)] {
            const auto written = writeKeySheet(html, path);
            const QString said = written ? tr("Saved: %1").arg(path)
                                         : tr("Not saved: %1").arg(QString::fromStdString(written.error().message));
            QMetaObject::invokeMethod(qApp, [back, said] {
                if (back) back->m_verdict->setText(said);
            });
        });
    });
    dialog->open();
}

void KeyEditor::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::shortcuts
