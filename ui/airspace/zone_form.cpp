#include "ui/airspace/zone_form.h"

#include "core/geo/geodesic.h"
#include "ui/airspace/zone_geometry.h"
#include "ui/airspace/zone_words.h"
#include "ui/orders/list_view.h"
#include "ui/orders/synced_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace haneul::airspace {

namespace {

const char* const identifierStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change identifier");
const char* const countryStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change country");
const char* const nameStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change name");
const char* const typeStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change type");
const char* const reasonStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change reason");
const char* const wordsStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change text");
const char* const limitStep = QT_TRANSLATE_NOOP("haneul::drafts::Steps", "Change limit");

constexpr double foot_m = 0.3048;
constexpr geo::VerticalReference references[] = {geo::VerticalReference::Agl, geo::VerticalReference::Amsl,
                                                 geo::VerticalReference::W84};
constexpr qsizetype longestName = 200;
constexpr qsizetype longestText = 10'000;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString first(const Texts& texts) {
    return texts.empty() ? QString() : plain(texts.front().text);
}

// The first language is the one that is written here; others stay.
bool setFirst(Texts& texts, const QString& text, qsizetype longest) {
    if (text.size() > longest) return false;
    if (text.isEmpty() && texts.size() <= 1)
        texts.clear();
    else if (texts.empty())
        texts.push_back({text.toStdString(), {}});
    else
        texts.front().text = text.toStdString();
    return true;
}

QString metresText(double value) {
    return QString::number(std::round(value * 1000) / 1000, 'g', 10);
}

QVBoxLayout* columnOf(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    const int gap = page->fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    return column;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

ZoneForm::ZoneForm(ZoneEditor& editor, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_points(editor)
    , m_periods(editor)
    , m_authorities(editor)
    , m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("zoneForm"));
    m_tabs->setObjectName(QStringLiteral("zoneTabs"));
    m_tabs->setDocumentMode(true);
    m_findingView = new orders::ListView("zoneFindings", m_findings, theme, this);
    m_impactView = new orders::ListView("zoneImpacts", m_impacts, theme, this);
    for (QWidget* page : {zonePage(), volumePage(), timePage(), authorityPage(), checkPage()}) {
        auto* scroll = new QScrollArea(m_tabs); // large texts on a small screen scroll
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(page);
        m_tabs->addTab(scroll, QString());
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connectVolume();
    for (DraftTable* table : std::initializer_list<DraftTable*>{&m_points, &m_periods, &m_authorities})
        connect(table, &DraftTable::refused, this,
                [this](const QString& accepts) { Q_EMIT said(tr("Not taken. It accepts %1.").arg(accepts)); });
    connect(&editor, &ZoneEditor::zoneChanged, this, &ZoneForm::follow);
    connect(&editor, &ZoneEditor::pickedChanged, this, &ZoneForm::showPicked);
    connect(m_findingView, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (row < m_places.size()) jumpTo(m_places[row]);
    });
    word();
}

void ZoneForm::setTheme(const theme::Theme& theme) {
    m_findingView->setTheme(theme);
    m_impactView->setTheme(theme);
}

QPushButton* ZoneForm::button(const char* name, const std::function<void()>& act) {
    auto* made = new QPushButton(this);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, act);
    return made;
}

// A field whose text becomes a step when it is left or Return is pressed.
QLineEdit* ZoneForm::line(const char* name, const char* step, const std::function<bool(Zone&, const QString&)>& set,
                          const std::function<QString(const Zone&)>& text) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QLatin1StringView(name));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, step, set, text] {
        if (m_following || !m_editor.mayChange() || edit->text().trimmed() == text(m_editor.zone())) return;
        Zone probe = m_editor.zone();
        if (!set(probe, edit->text().trimmed())) {
            Q_EMIT said(tr("Not taken: the text is too long, or not in the form that is wanted."));
            return follow();
        }
        m_editor.draft().seal();
        m_editor.change(step, [&](Zone& zone) { zone = probe; });
    });
    m_fields.push_back({edit, text});
    return edit;
}

QTableView* ZoneForm::tableOf(DraftTable& table, const char* name) {
    auto* view = new QTableView(this);
    view->setObjectName(QLatin1StringView(name));
    view->setModel(&table);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setFrameShape(QFrame::NoFrame);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setMinimumHeight(fontMetrics().height() * 7);
    return view;
}

int ZoneForm::chosenRow(const QTableView& view) {
    return view.currentIndex().isValid() ? view.currentIndex().row() : -1;
}

// ---------------------------------------------------------------- pages

QWidget* ZoneForm::zonePage() {
    auto* page = new QWidget(this);
    m_identifier = line(
        "zoneIdentifier", identifierStep,
        [](Zone& zone, const QString& text) {
            zone.identifier = text.toStdString();
            return text.size() <= longestName;
        },
        [](const Zone& zone) { return plain(zone.identifier); });
    m_country = line(
        "zoneCountry", countryStep,
        [](Zone& zone, const QString& text) {
            zone.country = text.toUpper().toStdString();
            return text.size() <= 3;
        },
        [](const Zone& zone) { return plain(zone.country); });
    m_name = line(
        "zoneName", nameStep, [](Zone& zone, const QString& text) { return setFirst(zone.name, text, longestName); },
        [](const Zone& zone) { return first(zone.name); });
    m_otherReason = line(
        "zoneOtherReason", reasonStep,
        [](Zone& zone, const QString& text) { return setFirst(zone.otherReason, text, longestName); },
        [](const Zone& zone) { return first(zone.otherReason); });
    m_conditions = line(
        "zoneConditions", wordsStep,
        [](Zone& zone, const QString& text) {
            zone.restrictionConditions = text.toStdString();
            return text.size() <= longestText;
        },
        [](const Zone& zone) { return plain(zone.restrictionConditions); });
    m_message = line(
        "zoneMessage", wordsStep,
        [](Zone& zone, const QString& text) { return setFirst(zone.message, text, longestName); },
        [](const Zone& zone) { return first(zone.message); });
    m_type = new QComboBox(page);
    m_type->setObjectName(QStringLiteral("zoneType"));
    for (const ZoneType type : allZoneTypes)
        m_type->addItem(QString(), static_cast<int>(type));
    connect(m_type, &QComboBox::activated, this, [this](int row) {
        m_editor.draft().seal();
        m_editor.change(typeStep,
                        [&](Zone& zone) { zone.type = static_cast<ZoneType>(m_type->itemData(row).toInt()); });
    });
    auto* reasons = new QGridLayout;
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        auto* box = m_reasons.at(i) = new QCheckBox(page);
        box->setObjectName(QStringLiteral("zoneReason%1").arg(i));
        reasons->addWidget(box, static_cast<int>(i) / 5, static_cast<int>(i) % 5);
        connect(box, &QCheckBox::clicked, this, [this, reason = allReasons[i]](bool wanted) {
            m_editor.draft().seal();
            m_editor.change(reasonStep, [&](Zone& zone) {
                std::erase(zone.reasons, reason);
                if (wanted) zone.reasons.push_back(reason);
            });
        });
    }
    // Two columns: the panel is wide and low.
    auto* grid = new QGridLayout(page);
    const auto put = [&](QWidget* field, int row, int column) {
        auto* label = new QLabel(page);
        label->setBuddy(field);
        m_labels.push_back(label);
        grid->addWidget(label, row, 2 * column);
        grid->addWidget(field, row, 2 * column + 1);
    };
    put(m_identifier, 0, 0);
    put(m_country, 1, 0);
    put(m_name, 2, 0);
    put(m_type, 0, 1);
    put(m_conditions, 1, 1);
    put(m_message, 2, 1);
    put(m_otherReason, 3, 1);
    m_labels.push_back(new QLabel(page));
    grid->addWidget(m_labels.back(), 4, 0);
    grid->addLayout(reasons, 4, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setRowStretch(5, 1);
    return page;
}

ZoneForm::LimitRow ZoneForm::limitRow(const char* name, bool lower) {
    const LimitRow row{new QLabel(this), new QComboBox(this), new QLineEdit(this), new QComboBox(this)};
    const QLatin1StringView stem(name);
    row.reference->setObjectName(stem + QStringLiteral("Reference"));
    row.value->setObjectName(stem + QStringLiteral("Value"));
    row.unit->setObjectName(stem + QStringLiteral("Unit"));
    row.reference->addItem(QString());
    for (const geo::VerticalReference reference : references)
        row.reference->addItem(QString::fromUtf8(toString(reference)));
    row.unit->addItems({QStringLiteral("m"), QStringLiteral("ft")});
    row.value->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    row.label->setBuddy(row.value);
    connect(row.reference, &QComboBox::activated, this, [this, row, lower] { writeLimit(row, lower); });
    connect(row.value, &QLineEdit::editingFinished, this, [this, row, lower] {
        if (!m_following && row.value->isModified()) writeLimit(row, lower);
    });
    connect(row.unit, &QComboBox::activated, this, [this] { showVolume(); }); // the same height in the other unit
    return row;
}

QWidget* ZoneForm::volumePage() {
    auto* page = new QWidget(this);
    m_layer = new QComboBox(page);
    m_layer->setObjectName(QStringLiteral("zoneVolume"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_addPolygon = button("typePolygon", [this] { typeVolume(false); });
    m_addCircle = button("typeCircle", [this] { typeVolume(true); });
    m_removeVolume = button("removeVolume", [this] {
        m_editor.draft().seal();
        m_editor.removeLayer();
    });
    m_lower = limitRow("zoneLower", true);
    m_upper = limitRow("zoneUpper", false);
    auto* limits = new QGridLayout;
    int place = 0;
    for (const LimitRow* row : {&m_upper, &m_lower}) { // as they stand in the air
        limits->addWidget(row->label, place, 0);
        limits->addWidget(row->value, place, 1);
        limits->addWidget(row->unit, place, 2);
        limits->addWidget(row->reference, place, 3);
        ++place;
    }
    limits->setColumnStretch(4, 1);
    m_radiusLabel = new QLabel(page);
    m_radius = new QLineEdit(page);
    m_radius->setObjectName(QStringLiteral("zoneRadius"));
    m_radius->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    m_radiusLabel->setBuddy(m_radius);
    limits->addWidget(m_radiusLabel, place, 0);
    limits->addWidget(m_radius, place, 1);
    m_pointView = tableOf(m_points, "zonePoints");
    m_insertCorner = button("insertCorner", [this] {
        const int row = std::max(0, chosenRow(*m_pointView));
        const auto* const ring = m_editor.ring(m_points.ring());
        if (ring == nullptr || ring->empty()) return;
        const geo::LatLon from = (*ring)[static_cast<std::size_t>(row)];
        const geo::LatLon to = (*ring)[(static_cast<std::size_t>(row) + 1) % ring->size()];
        const auto side = geo::inverse(from, to);
        m_editor.draft().seal();
        m_editor.insertCorner(m_points.ring(), static_cast<std::size_t>(row) + 1,
                              geo::direct(from, side.initialBearing_deg, side.distance_m / 2));
    });
    m_removeCorner = button("removeCorner", [this] {
        const int row = chosenRow(*m_pointView);
        if (row < 0) return;
        m_editor.draft().seal();
        if (!m_editor.removeCorner(m_points.ring(), static_cast<std::size_t>(row)))
            Q_EMIT said(tr("A polygon has at least three corners."));
    });
    auto* numbers = new QVBoxLayout;
    numbers->addWidget(m_layer);
    numbers->addLayout(rowOf({m_addPolygon, m_addCircle, m_removeVolume}));
    numbers->addLayout(limits);
    numbers->addStretch(1);
    auto* corners = new QVBoxLayout;
    corners->addWidget(m_pointView, 1);
    corners->addLayout(rowOf({m_insertCorner, m_removeCorner}));
    auto* halves = new QHBoxLayout;
    halves->addLayout(numbers);
    halves->addLayout(corners, 1);
    columnOf(page)->addLayout(halves);
    return page;
}

void ZoneForm::connectVolume() {
    connect(m_layer, &QComboBox::activated, this,
            [this](int row) { m_editor.takeLayer(static_cast<std::size_t>(row)); });
    connect(m_radius, &QLineEdit::editingFinished, this, [this] {
        if (!m_following && m_radius->isModified()) writeRadius();
    });
    connect(m_pointView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!m_following && now.isValid()) m_editor.pick(m_points.partOf(now.row()));
            });
}

QWidget* ZoneForm::timePage() {
    auto* page = new QWidget(this);
    m_timeNote = new QLabel(page);
    m_timeNote->setObjectName(QStringLiteral("zoneTimeNote"));
    m_timeNote->setWordWrap(true);
    m_periodView = tableOf(m_periods, "zonePeriods");
    const auto act = [this](const std::function<void()>& what) {
        return [this, what] {
            m_editor.draft().seal();
            what();
        };
    };
    m_addPeriod = button("addPeriod", act([this] {
                             const auto minute = std::chrono::floor<std::chrono::minutes>(m_editor.desk().time());
                             m_periods.addPeriod(UtcMs(minute));
                         }));
    m_addDaily = button("addDaily", act([this] { m_periods.addDaily(chosenRow(*m_periodView)); }));
    m_removePeriod = button("removePeriod", act([this] {
                                if (const int row = chosenRow(*m_periodView); row >= 0) m_periods.remove(row);
                            }));
    auto* column = columnOf(page);
    column->addWidget(m_timeNote);
    column->addWidget(m_periodView, 1);
    column->addLayout(rowOf({m_addPeriod, m_addDaily, m_removePeriod}));
    return page;
}

QWidget* ZoneForm::authorityPage() {
    auto* page = new QWidget(this);
    m_authorityView = tableOf(m_authorities, "zoneAuthorities");
    m_addAuthority = button("addAuthority", [this] {
        m_editor.draft().seal();
        m_authorities.add();
        m_authorityView->setCurrentIndex(m_authorities.index(m_authorities.rowCount() - 1, 0));
    });
    m_removeAuthority = button("removeAuthority", [this] {
        m_editor.draft().seal();
        m_authorities.remove(chosenRow(*m_authorityView));
    });
    auto* column = columnOf(page);
    column->addWidget(m_authorityView, 1);
    column->addLayout(rowOf({m_addAuthority, m_removeAuthority}));
    return page;
}

QWidget* ZoneForm::checkPage() {
    auto* page = new QWidget(this);
    m_findingSummary = new QLabel(page);
    m_findingSummary->setObjectName(QStringLiteral("findingSummary"));
    m_impactSummary = new QLabel(page);
    m_impactSummary->setObjectName(QStringLiteral("impactSummary"));
    for (QLabel* label : {m_findingSummary, m_impactSummary})
        label->setWordWrap(true);
    for (orders::ListView* view : {m_findingView, m_impactView}) { // whole sentences, on as many lines as they need
        view->setWordWrap(true);
        view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    }
    m_findingView->horizontalHeader()->setStretchLastSection(true);
    m_impactView->horizontalHeader()->setStretchLastSection(true);
    auto* halves = new QHBoxLayout;
    const auto half = [&](QLabel* summary, QWidget* view) {
        auto* side = new QVBoxLayout;
        side->addWidget(summary);
        side->addWidget(view, 1);
        halves->addLayout(side, 1);
    };
    half(m_findingSummary, m_findingView);
    half(m_impactSummary, m_impactView);
    columnOf(page)->addLayout(halves);
    return page;
}

// ---------------------------------------------------------------- words

void ZoneForm::word() {
    const QString tabs[] = {tr("Zone"), tr("Volumes"), tr("Times"), tr("Authority"), tr("Check")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, tabs[i]);
    const QString rows[] = {tr("&Identifier"), tr("&Country"), tr("&Name"),         tr("&Type"),
                            tr("Con&ditions"), tr("&Message"), tr("&Other reason"), tr("Reasons")};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(rows[i]);
    for (int i = 0; i < m_type->count(); ++i)
        m_type->setItemText(i, typeText(static_cast<ZoneType>(m_type->itemData(i).toInt())));
    for (std::size_t i = 0; i < m_reasons.size(); ++i)
        m_reasons.at(i)->setText(reasonText(allReasons[i]));
    wordLimits();
    m_addPolygon->setText(tr("Add &polygon"));
    m_addCircle->setText(tr("Add circ&le"));
    m_removeVolume->setText(tr("Delete &volume"));
    m_layer->setAccessibleName(tr("Volume in hand"));
    m_radiusLabel->setText(tr("&Radius (m)"));
    m_insertCorner->setText(tr("Insert c&orner"));
    m_removeCorner->setText(tr("&Delete corner"));
    m_pointView->setAccessibleName(tr("Corners of the volume"));
    m_timeNote->setText(tr("Without a period the zone is active at all times. A daily time whose end is not after its "
                           "beginning ends on the next day: 22:00 to 02:00 runs past midnight. Times without an offset "
                           "are UTC."));
    m_addPeriod->setText(tr("Add &period"));
    m_addDaily->setText(tr("Add d&aily time"));
    m_removePeriod->setText(tr("&Delete"));
    m_periodView->setAccessibleName(tr("Times of the zone"));
    m_addAuthority->setText(tr("&Add"));
    m_removeAuthority->setText(tr("&Delete"));
    m_authorityView->setAccessibleName(tr("Authorities"));
    m_findingView->setAccessibleName(tr("Findings"));
    m_impactView->setAccessibleName(tr("What the zone would hit"));
    m_findings.setTitles({tr("Finding"), tr("Where"), tr("What it means")});
    m_impacts.setTitles({tr("Hit"), tr("What"), tr("Which"), tr("Why not certain")});
    m_findingView->setSamples({severityText(Severity::Quarantine), tr("Volume %1").arg(10) + tr(", upper limit"),
                               QStringLiteral("The limits have different references")});
    m_impactView->setSamples({tr("Perhaps"), tr("Node of a network"), QStringLiteral("M-000000"),
                              QStringLiteral("no terrain at 37.5665 126.9780")});
    for (DraftTable* table : std::initializer_list<DraftTable*>{&m_points, &m_periods, &m_authorities})
        table->retranslate();
    follow();
}

void ZoneForm::wordLimits() {
    m_lower.label->setText(tr("&Lower limit"));
    m_upper.label->setText(tr("&Upper limit"));
    m_lower.reference->setItemText(0, tr("Ground"));
    m_upper.reference->setItemText(0, tr("No limit"));
    for (const LimitRow* row : {&m_lower, &m_upper}) {
        row->reference->setAccessibleName(tr("Counted from"));
        row->unit->setAccessibleName(tr("Unit"));
    }
}

void ZoneForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

// ---------------------------------------------------------------- what is shown

void ZoneForm::follow() {
    const Zone& zone = m_editor.zone();
    const bool may = m_editor.mayChange();
    m_following = true;
    for (const Field& field : m_fields) {
        const QString text = field.text(zone);
        if (field.edit->text() != text && !(field.edit->hasFocus() && field.edit->isModified()))
            field.edit->setText(text);
        field.edit->setReadOnly(!may);
    }
    // The key of what is published: another one would be another zone.
    m_identifier->setReadOnly(!may || m_editor.basedOn() > 0);
    m_country->setReadOnly(!may || m_editor.basedOn() > 0);
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(zone.type)));
    m_type->setEnabled(may);
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        m_reasons.at(i)->setChecked(std::ranges::contains(zone.reasons, allReasons[i]));
        m_reasons.at(i)->setEnabled(may);
    }
    m_following = false;
    showVolume();
    showPicked();
    for (QPushButton* each : {m_addPeriod, m_addDaily, m_addAuthority})
        each->setEnabled(may);
    m_removePeriod->setEnabled(may && !zone.periods.empty());
    m_removeAuthority->setEnabled(may && !zone.authorities.empty());
    for (QTableView* view : {m_pointView, m_periodView})
        view->resizeColumnsToContents();
    showFindings();
    if (m_impacts.rowCount() > 0 && !(zone == m_impactOf)) { // of another zone than this one is now
        m_impacts.setRows({});
        m_impactSummary->setText(tr("The zone has changed since: ask again what it would hit."));
    } else if (m_impactSummary->text().isEmpty() || !(zone == m_impactOf)) {
        m_impactSummary->setText(tr("Not asked yet what it would hit."));
    }
}

void ZoneForm::showVolume() {
    m_following = true;
    const auto& layers = m_editor.zone().layers;
    const Layer* const layer = m_editor.layerInHand();
    const bool may = m_editor.mayChange();
    {
        const QSignalBlocker quiet(m_layer);
        m_layer->clear();
        for (std::size_t i = 0; i < layers.size(); ++i)
            m_layer->addItem(tr("Volume %1: %2").arg(i + 1).arg(limitsText(layers[i])));
        if (layers.empty()) m_layer->addItem(tr("No volume yet"));
        m_layer->setCurrentIndex(static_cast<int>(m_editor.layer()));
    }
    m_layer->setEnabled(!layers.empty());
    m_addPolygon->setEnabled(may);
    m_addCircle->setEnabled(may);
    const auto* const circle = layer ? std::get_if<geo::Circle>(&layer->area) : nullptr;
    for (QWidget* each : std::initializer_list<QWidget*>{m_removeVolume, m_lower.reference, m_upper.reference,
                                                         m_lower.unit, m_upper.unit, m_radius})
        each->setEnabled(may && layer != nullptr);
    m_radius->setVisible(circle != nullptr);
    m_radiusLabel->setVisible(circle != nullptr);
    m_insertCorner->setEnabled(may && layer != nullptr && circle == nullptr);
    m_removeCorner->setEnabled(may && layer != nullptr && circle == nullptr);
    if (circle != nullptr && !(m_radius->hasFocus() && m_radius->isModified()))
        m_radius->setText(metresText(circle->radius_m));
    showLimit(m_lower, layer ? layer->lower : std::nullopt);
    showLimit(m_upper, layer ? layer->upper : std::nullopt);
    m_following = false;
}

void ZoneForm::showLimit(const LimitRow& row, const std::optional<geo::VerticalLimit>& limit) {
    const double unit_m = row.unit->currentIndex() == 1 ? foot_m : 1.0;
    row.value->setEnabled(m_editor.mayChange() && limit.has_value());
    if (!(row.value->hasFocus() && row.value->isModified()))
        row.value->setText(limit ? metresText(limit->metres / unit_m) : QString());
    const auto* const found = limit ? std::ranges::find(references, limit->reference) : std::end(references);
    row.reference->setCurrentIndex(limit ? static_cast<int>(found - std::begin(references)) + 1 : 0);
}

void ZoneForm::showPicked() {
    const PickedPart& picked = m_editor.picked();
    m_following = true;
    if (picked.kind == PickedPart::Kind::Corner)
        m_pointView->setCurrentIndex(m_points.index(static_cast<int>(picked.corner), 0));
    else if (picked.kind == PickedPart::Kind::Nothing)
        m_pointView->clearSelection();
    m_following = false;
}

void ZoneForm::showFindings() {
    std::vector<PlainTable::Row> rows;
    m_places.clear();
    for (const Finding& finding : m_editor.findings()) {
        auto sign = orders::ListSign::None;
        if (finding.severity == Severity::Refuse) sign = orders::ListSign::Warning;
        if (finding.severity == Severity::Quarantine) sign = orders::ListSign::Caution;
        rows.push_back({{severityText(finding.severity), placeText(finding.where), findingText(finding)},
                        static_cast<int>(sign),
                        0,
                        plain(finding.code + ": " + finding.message)});
        m_places.push_back(finding.where);
    }
    m_findings.setRows(std::move(rows));
    const std::size_t errors = m_editor.count(Severity::Refuse);
    const std::size_t doubts = m_editor.count(Severity::Quarantine);
    m_findingSummary->setText(
        errors > 0 ? tr("▲ It cannot be published: %n error(s).", nullptr, static_cast<int>(errors))
        : doubts > 0
            ? tr("◆ It can be published, but look at it: %n doubtful thing(s).", nullptr, static_cast<int>(doubts))
            : tr("It can be published."));
    m_tabs->setTabText(CheckPage, errors > 0   ? tr("▲ Check (%1)").arg(errors)
                                  : doubts > 0 ? tr("◆ Check (%1)").arg(doubts)
                                               : tr("Check"));
}

// ---------------------------------------------------------------- what is written

void ZoneForm::writeLimit(const LimitRow& row, bool lower) {
    const Layer* const layer = m_editor.layerInHand();
    if (layer == nullptr) return;
    const auto& before = lower ? layer->lower : layer->upper;
    std::optional<geo::VerticalLimit> limit;
    if (const int chosen = row.reference->currentIndex(); chosen > 0) {
        const double unit_m = row.unit->currentIndex() == 1 ? foot_m : 1.0;
        const double usual_m = lower ? 0.0 : ZoneEditor::usualCeiling_m;
        const auto typed =
            row.value->text().isEmpty() ? std::optional(usual_m / unit_m) : typedNumber(row.value->text());
        if (!typed) {
            row.value->setModified(false);
            Q_EMIT said(tr("Not taken. It accepts a height as a number."));
            return showVolume();
        }
        // What is only shown in another unit is not rounded to it.
        const bool same = before && !row.value->isModified();
        limit = geo::VerticalLimit{same ? before->metres : std::round(*typed * unit_m * 1000) / 1000,
                                   references[chosen - 1]};
    }
    row.value->setModified(false);
    m_editor.draft().seal();
    m_editor.changeLayer(limitStep, [&](Layer& changed) { (lower ? changed.lower : changed.upper) = limit; });
    showVolume();
}

void ZoneForm::writeRadius() {
    m_radius->setModified(false);
    const auto radius_m = typedNumber(m_radius->text());
    const Layer* const layer = m_editor.layerInHand();
    const auto* const circle = layer ? std::get_if<geo::Circle>(&layer->area) : nullptr;
    if (circle == nullptr) return;
    if (!radius_m || *radius_m < 1) {
        Q_EMIT said(tr("Not taken. It accepts a radius of at least 1 m."));
        return showVolume();
    }
    m_editor.draft().seal();
    m_editor.setCircle(circle->centre, *radius_m);
}

// A volume where the map looks, to be given its numbers.
void ZoneForm::typeVolume(bool circle) {
    const geo::LatLon middle = settled(m_middle ? m_middle() : geo::LatLon{37.5665, 126.978});
    m_editor.take(ZoneHand::Select);
    if (circle) {
        m_editor.addLayer(geo::Circle{middle, ZoneEditor::usualRadius_m});
        m_radius->setFocus();
        m_radius->selectAll();
        return;
    }
    geo::Polygon square;
    for (const double bearing_deg : {315.0, 45.0, 135.0, 225.0})
        square.outer.push_back(settled(geo::direct(middle, bearing_deg, ZoneEditor::usualRadius_m)));
    m_editor.addLayer(square);
    m_pointView->setFocus();
    m_pointView->setCurrentIndex(m_points.index(0, 0));
}

// ---------------------------------------------------------------- places and impact

void ZoneForm::open(Page page) {
    m_tabs->setCurrentIndex(page);
    QWidget* const begin[] = {m_editor.basedOn() > 0 ? m_name : m_identifier, m_addPolygon, m_periodView,
                              m_authorityView, m_findingView};
    begin[page]->setFocus();
}

void ZoneForm::jumpTo(const std::string& where) {
    const QString text = plain(where);
    const auto number = [&](QLatin1StringView stem) -> std::optional<std::size_t> {
        if (!text.startsWith(stem)) return std::nullopt;
        return text.mid(stem.size() + 1).section(u']', 0, 0).toUInt();
    };
    if (const auto layer = number(QLatin1StringView("layers"))) {
        m_editor.takeLayer(*layer);
        return open(VolumePage);
    }
    if (const auto period = number(QLatin1StringView("periods"))) {
        open(TimePage);
        m_periodView->setCurrentIndex(m_periods.index(m_periods.rowOf(*period), 0));
        return;
    }
    if (text == QLatin1StringView("authorities")) return open(AuthorityPage);
    open(ZonePage);
    if (text == QLatin1StringView("country")) m_country->setFocus();
    if (text == QLatin1StringView("name")) m_name->setFocus();
}

void ZoneForm::askImpact() {
    open(CheckPage);
    m_impactSummary->setText(tr("Asking what it would hit …"));
    m_impactOf = m_editor.zone();
    m_editor.askImpact([this](const Result<std::vector<Impact>>& impacts) { showImpacts(impacts); });
}

void ZoneForm::showImpacts(const Result<std::vector<Impact>>& impacts) {
    if (!impacts) {
        m_impacts.setRows({});
        m_impactSummary->setText(QString(QStringLiteral("✖ ") % refusalText(impacts.error())));
        return;
    }
    std::vector<PlainTable::Row> rows;
    int certain = 0;
    for (const Impact& impact : *impacts) {
        const bool yes = impact.answer == geo::Judgement::Yes;
        certain += yes ? 1 : 0;
        rows.push_back(
            {{yes ? tr("Yes") : tr("Perhaps"), impactKindText(impact.kind), plain(impact.id), plain(impact.why)},
             static_cast<int>(yes ? orders::ListSign::Warning : orders::ListSign::Caution),
             0,
             {}});
    }
    const int perhaps = static_cast<int>(rows.size()) - certain;
    m_impacts.setRows(std::move(rows));
    m_impactSummary->setText(
        certain + perhaps == 0
            ? tr("It would hit no flight plan, mission or node that is in use.")
            : tr("It would hit %1, and perhaps %2 more that cannot be judged.").arg(certain).arg(perhaps));
}

} // namespace haneul::airspace
