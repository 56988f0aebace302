#include "ui/settings/settings_dialog.h"

#include "ui/search/both_languages.h"
#include "ui/search/match.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThreadPool>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <string_view>

namespace haneul::settings {

namespace {

enum Column { Text, Editor, Standard, Mark, Reset };

// A wheel that scrolls the page must not change what the page passes under it.
class NoWheel final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

int decimalsOf(const SettingInfo& info) {
    return info.step < 0.1 ? 4 : 1;
}

QString suffixOf(const SettingInfo& info) {
    const QString unit = QString::fromUtf8(info.unit);
    return unit == QLatin1StringView("s") ? QStringLiteral(" s") : unit;
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_search(new QLineEdit(this))
    , m_area(new QScrollArea(this))
    , m_nothing(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_resetAll(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setClearButtonEnabled(true);
    m_trouble->setObjectName(QStringLiteral("settingsTrouble"));
    m_trouble->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_resetAll->setObjectName(QStringLiteral("settingsResetAll"));
    m_export->setObjectName(QStringLiteral("settingsExport"));
    m_import->setObjectName(QStringLiteral("settingsImport"));
    for (QPushButton* button : {m_resetAll, m_export, m_import, m_close})
        button->setAutoDefault(false);

    const int gap = fontMetrics().height();
    auto* page = new QWidget(m_area);
    auto* grid = new QGridLayout(page);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(gap / 4);
    grid->setColumnStretch(Text, 1);
    const search::BothLanguages languages;
    for (const SettingInfo& info : allSettings()) {
        if (m_groups.empty() || std::string_view(m_groups.back().id) != info.group) {
            auto* heading = new QLabel(page);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            heading->setContentsMargins(0, m_groups.empty() ? 0 : gap, 0, 0);
            grid->addWidget(heading, grid->rowCount(), 0, 1, Reset + 1);
            m_groups.push_back({info.group, heading});
        }
        QStringList names = languages.of("haneul::settings", info.text) + languages.of("haneul::settings", info.help);
        for (const Choice& choice : info.choices)
            names += languages.of("haneul::settings", choice.text);
        addRow(grid, info, names);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_resetAll);
    buttons->addWidget(m_export);
    buttons->addWidget(m_import);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_search);
    column->addWidget(m_trouble);
    column->addWidget(m_nothing);
    column->addWidget(m_area, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 115, fontMetrics().height() * 38);

    word();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    connect(m_resetAll, &QPushButton::clicked, &m_settings, &Settings::resetAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_settings, &Settings::changed, this, &SettingsDialog::showOne);
    connect(&m_settings, &Settings::troubleChanged, this, &SettingsDialog::showTrouble);
    const QString name = QStringLiteral("haneul-settings.json");
    const auto ask = [this, name](QFileDialog::AcceptMode mode, auto then) {
        auto* dialog = new QFileDialog(this, QString(), name, QStringLiteral("JSON (*.json)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(mode);
        dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        connect(dialog, &QFileDialog::fileSelected, this, then);
        dialog->open();
    };
    connect(m_export, &QPushButton::clicked, this,
            [=, this] { ask(QFileDialog::AcceptSave, &SettingsDialog::saveTo); });
    connect(m_import, &QPushButton::clicked, this,
            [=, this] { ask(QFileDialog::AcceptOpen, &SettingsDialog::loadFrom); });
    m_search->setFocus();
}

QWidget* SettingsDialog::makeChoice(const SettingInfo& info) {
    auto* box = new QComboBox(m_area);
    for (const Choice& choice : info.choices)
        box->addItem(QString(), QString::fromLatin1(choice.value));
    const QLatin1StringView id(info.id);
    const bool number = info.kind == Kind::Whole;
    connect(box, &QComboBox::activated, this, [this, id, box, number](int index) {
        const QString chosen = box->itemData(index).toString();
        m_settings.setValue(id, number ? QJsonValue(chosen.toInt()) : QJsonValue(chosen));
    });
    return box;
}

QWidget* SettingsDialog::makeEditor(const SettingInfo& info) {
    QWidget* page = m_area;
    const QLatin1StringView id(info.id);
    QWidget* made = nullptr;
    switch (info.kind) {
    case Kind::Switch: {
        auto* box = new QCheckBox(page);
        connect(box, &QCheckBox::toggled, this, [this, id](bool on) { m_settings.setValue(id, on); });
        made = box;
        break;
    }
    case Kind::Choice:
        made = makeChoice(info);
        break;
    case Kind::Whole: {
        if (!info.choices.empty()) {
            made = makeChoice(info);
            break;
        }
        auto* box = new QSpinBox(page);
        box->setRange(static_cast<int>(info.low), static_cast<int>(info.high));
        box->setSingleStep(static_cast<int>(info.step));
        box->setSuffix(suffixOf(info));
        box->setKeyboardTracking(false); // "1" on the way to "120" is not meant
        connect(box, &QSpinBox::valueChanged, this, [this, id](int value) { m_settings.setValue(id, value); });
        made = box;
        break;
    }
    case Kind::Number: {
        auto* box = new QDoubleSpinBox(page);
        box->setDecimals(decimalsOf(info));
        box->setRange(info.low, info.high);
        box->setSingleStep(info.step);
        box->setSuffix(suffixOf(info));
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, id](double value) { m_settings.setValue(id, value); });
        made = box;
        break;
    }
    }
    made->setObjectName(id);
    made->setFocusPolicy(Qt::StrongFocus);
    made->installEventFilter(new NoWheel(made));
    return made;
}

void SettingsDialog::addRow(QGridLayout* grid, const SettingInfo& info, const QStringList& names) {
    QWidget* page = grid->parentWidget();
    const QLatin1StringView id(info.id);
    Row row{.info = &info,
            .text = new QLabel(page),
            .help = new QLabel(page),
            .editor = makeEditor(info),
            .standard = new QLabel(page),
            .mark = new QLabel(page),
            .reset = new QPushButton(page),
            .names = names};
    for (QLabel* quiet : {row.help, row.standard})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    row.help->setWordWrap(true);
    row.mark->setObjectName(QStringLiteral("changed:") + id);
    row.reset->setObjectName(QStringLiteral("reset:") + id);
    row.reset->setAutoDefault(false);
    row.text->setBuddy(row.editor);
    connect(row.reset, &QPushButton::clicked, this, [this, id] { m_settings.reset(id); });
    const int at = grid->rowCount();
    grid->addWidget(row.text, at, Text);
    grid->addWidget(row.editor, at, Editor);
    grid->addWidget(row.standard, at, Standard);
    grid->addWidget(row.mark, at, Mark);
    grid->addWidget(row.reset, at, Reset);
    grid->addWidget(row.help, at + 1, Text, 1, Reset + 1);
    m_rows.push_back(row);
}

void SettingsDialog::word() {
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_nothing->setText(tr("Nothing found."));
    m_resetAll->setText(tr("Reset all"));
    m_export->setText(tr("Export…"));
    m_import->setText(tr("Import…"));
    m_close->setText(tr("Close"));
    for (const Group& group : m_groups)
        group.heading->setText(groupText(QLatin1StringView(group.id)));
    for (const Row& row : m_rows) {
        row.text->setText(textOf(*row.info));
        row.help->setText(helpOf(*row.info));
        row.editor->setAccessibleName(textOf(*row.info));
        row.editor->setAccessibleDescription(helpOf(*row.info));
        row.reset->setText(tr("Reset"));
        row.reset->setAccessibleName(tr("Reset %1").arg(textOf(*row.info)));
        row.standard->setText(tr("Default: %1").arg(valueText(*row.info, standardOf(*row.info))));
        wordChoices(row);
        showValue(row);
    }
    showTrouble();
    filter();
}

void SettingsDialog::wordChoices(const Row& row) {
    if (auto* box = qobject_cast<QComboBox*>(row.editor))
        for (std::size_t i = 0; i < row.info->choices.size(); ++i)
            box->setItemText(static_cast<int>(i), choiceText(row.info->choices[i]));
}

void SettingsDialog::showValue(const Row& row) {
    const QLatin1StringView id(row.info->id);
    const QJsonValue value = m_settings.value(id);
    const QSignalBlocker quiet(row.editor);
    if (auto* check = qobject_cast<QCheckBox*>(row.editor)) check->setChecked(value.toBool());
    if (auto* choice = qobject_cast<QComboBox*>(row.editor))
        choice->setCurrentIndex(choice->findData(value.toVariant().toString()));
    if (auto* whole = qobject_cast<QSpinBox*>(row.editor)) whole->setValue(value.toInt());
    if (auto* number = qobject_cast<QDoubleSpinBox*>(row.editor)) number->setValue(value.toDouble());
    const bool changed = m_settings.isChanged(id);
    row.mark->setText(changed ? tr("changed") : QString());
    row.reset->setEnabled(changed);
}

void SettingsDialog::showOne(const QString& id) {
    for (const Row& row : m_rows)
        if (id == QLatin1StringView(row.info->id)) showValue(row);
}

void SettingsDialog::showSetting(const QString& id) {
    m_search->clear();
    for (const Row& row : m_rows) {
        if (id != QLatin1StringView(row.info->id)) continue;
        m_area->ensureWidgetVisible(row.editor);
        row.editor->setFocus(Qt::OtherFocusReason);
    }
}

void SettingsDialog::filter() {
    const search::Query query(m_search->text());
    bool any = false;
    for (const Group& group : m_groups) {
        bool some = false;
        const QString groupName = search::folded(groupText(QLatin1StringView(group.id)));
        for (const Row& row : m_rows) {
            if (std::string_view(row.info->group) != group.id) continue;
            const bool shown = query.isEmpty() || query.best(row.names) > search::inOnePiece ||
                               query.score(groupName) > search::inOnePiece;
            for (QWidget* each :
                 std::initializer_list<QWidget*>{row.text, row.help, row.editor, row.standard, row.mark, row.reset})
                each->setVisible(shown);
            some = some || shown;
        }
        group.heading->setVisible(some);
        any = any || some;
    }
    m_nothing->setVisible(!any);
}

void SettingsDialog::saveTo(const QString& path) {
    // Files may be slow, so they are read and written elsewhere.
    QThreadPool::globalInstance()->start([path, bytes = m_settings.exported(), back = QPointer(this)] {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        const QString said = saved ? tr("Exported: %1").arg(path) : tr("Not exported: %1").arg(file.errorString());
        QMetaObject::invokeMethod(qApp, [back, said] {
            if (!back) return;
            back->m_trouble->setText(said);
            back->m_trouble->show();
        });
    });
}

void SettingsDialog::loadFrom(const QString& path) {
    QThreadPool::globalInstance()->start([path, back = QPointer(this)] {
        QFile file(path);
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray bytes = opened ? file.read(Settings::maxBytes + 1) : QByteArray();
        QMetaObject::invokeMethod(qApp, [back, bytes, path] {
            if (!back) return;
            const auto imported = back->m_settings.import(bytes);
            back->m_trouble->setText(
                imported ? tr("Imported: %1").arg(path)
                         : tr("Not imported: %1").arg(QString::fromStdString(imported.error().message)));
            back->m_trouble->show();
        });
    });
}

void SettingsDialog::showTrouble() {
    const QString trouble = m_settings.trouble();
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::settings
