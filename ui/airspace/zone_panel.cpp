#include "ui/airspace/zone_panel.h"

#include "core/formats/ed318_writer.h"
#include "ui/actions/action_registry.h"
#include "ui/airspace/zone_details.h"
#include "ui/airspace/zone_dialogs.h"
#include "ui/airspace/zone_form.h"
#include "ui/airspace/zone_words.h"
#include "ui/orders/list_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QThreadPool>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::airspace {

namespace {

constexpr QLatin1StringView halvesKey("halves");
constexpr QLatin1StringView typeKey("type");
constexpr QLatin1StringView onlyActiveKey("only_active");

struct HandAction {
    const char* id;
    ZoneHand hand;
};

constexpr HandAction handActions[] = {{"zone.select", ZoneHand::Select},
                                      {"zone.draw_polygon", ZoneHand::DrawPolygon},
                                      {"zone.draw_circle", ZoneHand::DrawCircle},
                                      {"zone.draw_hole", ZoneHand::DrawHole}};

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

ZonePanel::ZonePanel(ZoneEditor& editor, ZoneSelection& selection, const actions::ActionRegistry& registry,
                     const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_registry(registry)
    , m_theme(theme)
    , m_filter(m_model, this) {
    setObjectName(QStringLiteral("zonePanel"));
    build();
    connectActions();
    connect(&editor.desk(), &AirspaceDesk::statusesChanged, this, &ZonePanel::showZones);
    connect(&editor, &ZoneEditor::zoneChanged, this, [this] {
        if (m_editor.editing() != m_wasEditing) switchSide();
        showActions();
        showState();
    });
    connect(&editor, &ZoneEditor::handChanged, this, &ZonePanel::showActions);
    connect(&editor, &ZoneEditor::published, this, [this](const QString& key) { m_selection.select(key); });
    connect(&editor.draft(), &drafts::DraftBase::changed, this, [this] { say({}); });
    connect(&selection, &ZoneSelection::changed, this, &ZonePanel::choose);
    if (m_editor.editing()) switchSide(); // kept over a crash
    word();
}

QAction& ZonePanel::action(const char* id) const {
    return m_registry.action(QLatin1StringView(id));
}

void ZonePanel::build() {
    const auto bar = [this](const char* name, std::initializer_list<const char*> ids) {
        auto* tools = new QToolBar(this);
        tools->setObjectName(QLatin1StringView(name));
        tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
        tools->setContextMenuPolicy(Qt::PreventContextMenu);
        for (const char* id : ids)
            if (id[0] == '-')
                tools->addSeparator();
            else
                tools->addAction(&action(id));
        return tools;
    };
    m_listBar = bar("zoneListBar",
                    {"zone.new", "zone.edit", "zone.withdraw", "-", "zone.fit", "-", "zone.import", "zone.export"});
    m_draftBar = bar("zoneDraftBar", {"zone.select", "zone.draw_polygon", "zone.draw_circle", "zone.draw_hole", "-",
                                      "zone.impact", "zone.publish", "zone.discard", "-", "edit.undo", "edit.redo"});
    m_details = new QTextBrowser(this);
    m_details->setObjectName(QStringLiteral("zoneDetails"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setOpenLinks(false);
    m_form = new ZoneForm(m_editor, m_theme, this);
    connect(m_form, &ZoneForm::said, this, [this](const QString& text) { say(text); });
    m_sides = new QStackedWidget(this);
    m_sides->addWidget(m_details);
    m_sides->addWidget(m_form);
    m_halves = new QSplitter(this);
    m_halves->setObjectName(QStringLiteral("zoneHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(listSide());
    m_halves->addWidget(m_sides);
    m_halves->setStretchFactor(0, 3);
    m_halves->setStretchFactor(1, 2);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("zoneState"));
    m_state->setWordWrap(true);
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    auto* all = new QWidget(page);
    auto* column = new QVBoxLayout(all);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_listBar);
    column->addWidget(m_draftBar);
    column->addWidget(m_state);
    column->addWidget(m_halves, 1);
    page->setWidget(all);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(page);
    m_draftBar->hide();
}

// The draft has the tools and most of the room while there is one.
void ZonePanel::switchSide() {
    m_wasEditing = m_editor.editing();
    m_sides->setCurrentIndex(m_wasEditing ? 1 : 0);
    m_listBar->setVisible(!m_wasEditing);
    m_draftBar->setVisible(m_wasEditing);
    const int width = m_halves->width();
    if (m_wasEditing && width > 0) {
        m_sizesBefore = m_halves->sizes();
        m_halves->setSizes({width / 3, width - width / 3});
    } else if (!m_sizesBefore.isEmpty()) {
        m_halves->setSizes(m_sizesBefore);
    }
}

QWidget* ZonePanel::listSide() {
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("zoneFilter"));
    m_words->setClearButtonEnabled(true);
    m_type = new QComboBox(this);
    m_type->setObjectName(QStringLiteral("zoneTypeFilter"));
    m_type->addItem(QString());
    for (const ZoneType type : allZoneTypes)
        m_type->addItem(QString(), static_cast<int>(type));
    m_onlyActive = new QCheckBox(this);
    m_onlyActive->setObjectName(QStringLiteral("zoneOnlyActive"));
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("zoneSummary"));
    m_list = new orders::ListView("zoneList", m_filter, m_theme, this);
    m_list->setSamples({QStringLiteral("KOR DEMO00-WW"), QStringLiteral("Gimpo control zone"),
                        typeText(ZoneType::ReqAuthorization), QStringLiteral("◆ ") + nowText(ZoneNow::NotJudged),
                        QStringLiteral("GND – 150 m AGL"), QStringLiteral("2026-11-21 10:05Z to 2026-11"),
                        QStringLiteral("Seoul Regional Office"), QStringLiteral("2026-11-21 10:05Z planner"),
                        QStringLiteral("Rev. 10")});
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(ZoneModel::Identifier, Qt::AscendingOrder);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_filter.setDynamicSortFilter(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(m_type);
    head->addWidget(m_onlyActive);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &ZonePanel::narrow);
    connect(m_type, &QComboBox::activated, this, &ZonePanel::showZones);
    connect(m_onlyActive, &QCheckBox::toggled, this, &ZonePanel::showZones);
    connect(m_list, &orders::ListView::chosen, this, [this](const QString& key) { m_selection.select(key); });
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this] { action("zone.fit").trigger(); });
    return side;
}

void ZonePanel::on(const char* id, const std::function<void()>& act) {
    connect(&action(id), &QAction::triggered, this, act);
}

void ZonePanel::connectActions() {
    // What takes the keyboard or answers must be in sight by then.
    const auto inFront = [this](const char* id, void (ZonePanel::*act)()) {
        on(id, [this, act] {
            Q_EMIT frontWanted();
            (this->*act)();
        });
    };
    inFront("zone.filter", &ZonePanel::focusFilter);
    inFront("zone.new", &ZonePanel::beginNew);
    inFront("zone.edit", &ZonePanel::edit);
    inFront("zone.impact", &ZonePanel::askImpact);
    inFront("zone.publish", &ZonePanel::publish);
    inFront("zone.discard", &ZonePanel::discard);
    inFront("zone.withdraw", &ZonePanel::withdraw);
    inFront("zone.import", &ZonePanel::chooseImport);
    inFront("zone.export", &ZonePanel::chooseExport);
    on("zone.fit", [this] { Q_EMIT allWanted(m_editor.editing() ? QString() : m_selection.zone()); });
    for (const HandAction& each : handActions)
        on(each.id, [this, hand = each.hand] {
            m_editor.take(hand);
            showActions(); // the one in hand stays checked
            Q_EMIT mapWanted();
        });
}

void ZonePanel::focusFilter() {
    m_words->setFocus();
    m_words->selectAll();
}

void ZonePanel::askImpact() {
    m_form->askImpact();
}

void ZonePanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_list->setTheme(theme);
    m_form->setTheme(theme);
}

void ZonePanel::setLanguage(const QString& language) {
    m_language = language;
    m_model.setLanguage(language);
    word();
}

void ZonePanel::setMiddle(std::function<geo::LatLon()> middle) {
    m_form->setMiddle(std::move(middle));
}

QJsonObject ZonePanel::state() const {
    return {{halvesKey, QString::fromLatin1(m_halves->saveState().toBase64())},
            {typeKey, m_type->currentIndex()},
            {onlyActiveKey, m_onlyActive->isChecked()}};
}

void ZonePanel::restore(const QJsonObject& state) {
    m_halves->restoreState(QByteArray::fromBase64(state.value(halvesKey).toString().toLatin1()));
    m_type->setCurrentIndex(std::clamp(state.value(typeKey).toInt(), 0, m_type->count() - 1));
    m_onlyActive->setChecked(state.value(onlyActiveKey).toBool());
    showZones();
}

void ZonePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void ZonePanel::word() {
    m_words->setPlaceholderText(tr("Filter: zone, name, type, limits, authority"));
    m_words->setAccessibleName(tr("Filter of the zones"));
    m_type->setItemText(0, tr("All types"));
    for (int i = 1; i < m_type->count(); ++i)
        m_type->setItemText(i, typeText(static_cast<ZoneType>(m_type->itemData(i).toInt())));
    m_type->setAccessibleName(tr("Type of zone"));
    m_onlyActive->setText(tr("Only &active now"));
    m_list->setAccessibleName(tr("Zones"));
    m_details->setAccessibleName(tr("The chosen zone"));
    m_model.retranslate();
    showZones();
    showActions();
    showState();
}

// ---------------------------------------------------------------- what is shown

void ZonePanel::narrow() {
    m_list->whileChanging([this] { m_filter.setWords(m_words->text()); });
    choose(m_selection.zone());
}

void ZonePanel::showZones() {
    const AirspaceDesk& desk = m_editor.desk();
    const AirspaceStatePtr& state = desk.state();
    const auto& zones = state->index.zones();
    const QVariant type = m_type->currentData();
    std::vector<ListedZone> rows;
    int active = 0;
    for (std::size_t i = 0; i < zones.size() && i < desk.statuses().size(); ++i) {
        const ZoneStatus& status = desk.statuses()[i];
        active += status.now == ZoneNow::Active ? 1 : 0;
        if (type.isValid() && static_cast<int>(zones[i].type) != type.toInt()) continue;
        // What cannot be judged may be active: it is never left out as if it were not.
        if (m_onlyActive->isChecked() && status.now != ZoneNow::Active && status.now != ZoneNow::NotJudged) continue;
        rows.push_back({state->records[i], std::shared_ptr<const Zone>(state, &zones[i]), status});
    }
    m_list->whileChanging([&] { m_model.setZones(std::move(rows)); });
    m_summary->setText(zones.empty() ? tr("No zone is published: draw one, or import a file.")
                                     : tr("%1 zones, %2 active now").arg(zones.size()).arg(active));
    choose(m_selection.zone());
    showActions();
}

void ZonePanel::choose(const QString& key) {
    const int row = key.isEmpty() ? -1 : m_model.rowOf(key.toStdString());
    const QModelIndex shown = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row, 0));
    m_list->choose(shown.isValid() ? key : QString(), shown.isValid() ? shown.row() : -1);
    showChosen();
    showActions();
}

void ZonePanel::showChosen() {
    const AirspaceDesk& desk = m_editor.desk();
    const std::string key = m_selection.zone().toStdString();
    const auto record = std::ranges::find(desk.state()->records, key, &ZoneRecord::key);
    if (key.empty() || record == desk.state()->records.end()) {
        m_details->setPlainText(tr("Choose a zone in the list or on a map to see all about it."));
        return;
    }
    const auto number = static_cast<std::size_t>(record - desk.state()->records.begin());
    const int scrolled = m_details->verticalScrollBar()->value();
    const QString html =
        detailsHtml(desk.state()->index.zones()[number], *record, desk.statuses()[number], desk.time(), m_language);
    m_details->setHtml(html);
    m_details->verticalScrollBar()->setValue(scrolled);
}

void ZonePanel::showActions() {
    const bool write = m_editor.mayWrite();
    const bool changing = m_editor.mayChange();
    const bool chosen = m_editor.desk().zone(m_selection.zone().toStdString()) != nullptr;
    const auto enable = [this](const char* id, bool enabled) { action(id).setEnabled(enabled); };
    enable("zone.new", write && !m_editor.editing());
    enable("zone.edit", write && !m_editor.editing() && chosen);
    enable("zone.withdraw", write && !m_editor.editing() && chosen);
    enable("zone.fit", m_editor.editing() ? !m_editor.zone().layers.empty() : chosen);
    enable("zone.import", write);
    enable("zone.export", m_filter.rowCount() > 0);
    enable("zone.impact", m_editor.editing() && m_editor.count(Severity::Refuse) == 0);
    enable("zone.publish",
           changing && m_editor.count(Severity::Refuse) == 0 && (m_editor.modified() || m_editor.basedOn() == 0));
    enable("zone.discard", changing);
    for (const HandAction& each : handActions) {
        enable(each.id, each.hand == ZoneHand::DrawHole ? m_editor.mayHaveHole() : changing);
        action(each.id).setChecked(changing && each.hand == m_editor.hand());
    }
}

void ZonePanel::showState() {
    QString text = m_message;
    if (text.isEmpty() && m_editor.editing()) {
        const QString name = plain(m_editor.zone().identifier);
        text = m_editor.basedOn() > 0
                   ? tr("Draft of %1, on revision %2: not in force yet.").arg(name).arg(m_editor.basedOn())
                   : tr("New zone %1: not in force yet.").arg(name);
        if (m_editor.isAsking()) text = tr("Publishing %1 …").arg(name);
        if (!m_editor.mayWrite())
            text += QStringLiteral(" ") + tr("You may not change it: the scope zone.write is wanted.");
    }
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void ZonePanel::say(const QString& text) {
    m_message = text;
    showState();
}

// ---------------------------------------------------------------- the draft

void ZonePanel::beginNew() {
    if (!m_editor.beginNew()) return;
    m_form->open(ZoneForm::ZonePage);
    m_editor.take(ZoneHand::DrawPolygon);
    Q_EMIT mapWanted();
}

void ZonePanel::edit() {
    if (!m_editor.begin(m_selection.zone())) return;
    m_form->open(ZoneForm::ZonePage);
}

void ZonePanel::publish() {
    auto* dialog = new PublishDialog(m_editor, m_theme, this);
    connect(dialog, &QDialog::accepted, this, &ZonePanel::publishNow);
    dialog->open();
}

void ZonePanel::publishNow() {
    const QString name = plain(m_editor.zone().identifier);
    m_editor.publish([this, name](const Result<std::uint64_t>& revision) {
        if (revision) return say(tr("%1 is in force as revision %2").arg(name).arg(*revision));
        if (revision.error().code == "STALE_REVISION") return askStale();
        say(QString(QStringLiteral("✖ ") % refusalText(revision.error())));
    });
}

// Two people have changed the same zone: which of the two stands is a person's choice.
void ZonePanel::askStale() {
    const ZoneRecord* const record = m_editor.desk().state()->record(m_editor.key());
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Published by somebody else"),
                        record ? tr("%1 has published revision %2 of this zone while this draft was on revision %3.")
                                     .arg(plain(record->by))
                                     .arg(record->revision)
                                     .arg(m_editor.basedOn())
                               : tr("The zone was withdrawn while it was being changed."),
                        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("staleZone"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* over = box->addButton(tr("Publish this draft over it"), QMessageBox::AcceptRole);
    const QPushButton* theirs = box->addButton(tr("Discard this draft"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Go on drafting"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::buttonClicked, this, [this, over, theirs](QAbstractButton* pressed) {
        if (pressed == over) {
            m_editor.rebase();
            publish(); // with what it would hit now
        } else if (pressed == theirs) {
            m_editor.discard();
        }
    });
    box->open();
}

void ZonePanel::discard() {
    if (!m_editor.modified()) return m_editor.discard();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Discard draft"),
                                tr("Everything that was drawn and typed since it was begun will be lost."),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("discardZone"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* yes = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* no = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton* pressed) {
        if (pressed == yes) m_editor.discard();
    });
    box->open();
}

void ZonePanel::withdraw() {
    const QString key = m_selection.zone();
    const Zone* const zone = m_editor.desk().zone(key.toStdString());
    if (zone == nullptr) return;
    const QString name = plain(zone->country + ' ' + zone->identifier);
    auto* dialog = new WithdrawDialog(name, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key, name] {
        m_editor.desk().ask<void>(
            this,
            [this, name](const Result<void>& done) {
                say(done ? tr("%1 is withdrawn").arg(name) : QString(QStringLiteral("✖ ") % refusalText(done.error())));
            },
            [key = key.toStdString(), reason = dialog->reason().toStdString()](
                AirspaceService& service, people::Principal by, Done<void> answer) {
                service.withdrawZone(std::move(by), key, reason, std::move(answer));
            });
    });
    dialog->open();
}

// ---------------------------------------------------------------- files

void ZonePanel::chooseImport() {
    auto* chooser = new QFileDialog(this, tr("Import zones"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters(
        {tr("Zones (%1)").arg(QStringLiteral("*.json *.geojson *.kml *.kmz *.shp *.zip *.txt")), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ZonePanel::importFrom);
    chooser->open();
}

// Read beside the windows: a large file must not hold them up.
void ZonePanel::importFrom(const QString& name) {
    QThreadPool::globalInstance()->start([name, panel = QPointer(this)] {
        const auto file = std::make_shared<Result<ZoneFile>>(loadZoneFile(name.toStdString(), {}));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [name, panel, file] {
                if (panel) panel->offer(QFileInfo(name).fileName(), *std::move(file));
            },
            Qt::QueuedConnection);
    });
}

void ZonePanel::offer(const QString& name, Result<ZoneFile> file) {
    if (!file) return say(tr("✖ %1 cannot be read: %2").arg(name, refusalText(file.error())));
    auto* dialog = new ImportDialog(m_editor.desk(), *std::move(file), m_theme, this);
    connect(dialog, &ImportDialog::imported, this, &ZonePanel::say);
    dialog->open();
}

void ZonePanel::chooseExport() {
    auto* chooser = new QFileDialog(this, tr("Export what the list shows as ED-318"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(QStringLiteral("ED-318 (*.json)"));
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(QStringLiteral("zones"));
    connect(chooser, &QFileDialog::fileSelected, this, &ZonePanel::exportTo);
    chooser->open();
}

std::vector<Zone> ZonePanel::shownZones() const {
    std::vector<Zone> zones;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        if (const ListedZone* const shown = m_model.at(m_filter.mapToSource(m_filter.index(row, 0))))
            zones.push_back(*shown->zone);
    return zones;
}

void ZonePanel::exportTo(const QString& name) {
    QThreadPool::globalInstance()->start([name, zones = shownZones(), now = m_editor.desk().time(),
                                          panel = QPointer(this)] {
        const formats::Ed318Text made = formats::writeEd318(zones, {.name = "Haneul", .provider = {}, .issued = now});
        QSaveFile file(name);
        const auto size = static_cast<qint64>(made.text.size());
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(made.text.data(), size) == size && file.commit();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [name, panel, count = zones.size(), cut = made.findings.size(),
             trouble = written ? QString() : file.errorString()] {
                if (!panel) return;
                const QString shown = QFileInfo(name).fileName();
                if (!trouble.isEmpty()) return panel->say(tr("✖ %1 cannot be written: %2").arg(shown, trouble));
                panel->say(
                    cut == 0 ? tr("%1 zones written to %2").arg(count).arg(shown)
                             : tr("%1 zones written to %2; ED-318 cannot say everything, %3 texts were cut or left out")
                                   .arg(count)
                                   .arg(shown)
                                   .arg(cut));
            },
            Qt::QueuedConnection);
    });
}

} // namespace haneul::airspace
