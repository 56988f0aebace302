#include "ui/profile/profile_panel.h"

#include "ui/logbook/csv.h"
#include "ui/models/words.h"
#include "ui/orders/mission_model.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QSvgGenerator>
#include <QTableView>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace haneul::profile {

using delivery::MissionPtr;
using delivery::Network;

namespace {

constexpr std::size_t mostPoints = 6'000; // on the screen, of one line
constexpr int shortestName = 10;          // letters
constexpr QLatin1StringView datumKey("datum");
constexpr QLatin1StringView chartsKey("charts");
constexpr QSize pictureSize(1600, 1100);

QString linkText(const std::string& a, const std::string& b) {
    return QStringLiteral("%1 → %2").arg(QString::fromStdString(a), QString::fromStdString(b));
}

} // namespace

ProfilePanel::ProfilePanel(delivery::DeliveryDesk& desk, models::MissionSelection& selection, const clock::Clock& clock,
                           const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_selection(selection)
    , m_clock(clock)
    , m_theme(theme)
    , m_what(new QComboBox(this))
    , m_datumSwitch(new QPushButton(this))
    , m_load(new QPushButton(this))
    , m_forget(new QPushButton(this))
    , m_vehicle(new QComboBox(this))
    , m_align(new QComboBox(this))
    , m_export(new QPushButton(this))
    , m_print(new QPushButton(this))
    , m_message(new QLabel(this))
    , m_charts(new QSplitter(Qt::Vertical, this))
    , m_heights(new ChartView("heightChart", theme, this))
    , m_climb(new ChartView("climbChart", theme, this))
    , m_ground(new ChartView("groundSpeedChart", theme, this))
    , m_parts(
          {{[] { return tr("Part"); }, [](const PartRow& row) { return row.part; }},
           {[] { return tr("Planned"); },
            [](const PartRow& row) { return delivery::durationText(milliseconds{std::llround(row.planned_ms)}); }},
           {[] { return tr("Flown"); },
            [](const PartRow& row) { return delivery::durationText(milliseconds{std::llround(row.flown_ms)}); }},
           {[] { return tr("Difference"); },
            [](const PartRow& row) { return delivery::delayText(milliseconds{std::llround(row.difference_ms())}); }}},
          this)
    , m_statistics(new QTableView(this))
    , m_statisticsText(new QLabel(this)) {
    build();
    word();
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &ProfilePanel::follow);
    connect(&selection, &models::MissionSelection::changed, this, [this] {
        m_subject = {};
        m_behind = true;
        follow();
    });
}

void ProfilePanel::build() {
    setObjectName(QStringLiteral("profilePanel"));
    m_what->setObjectName(QStringLiteral("profileOf"));
    m_datumSwitch->setObjectName(QStringLiteral("heightDatum"));
    m_load->setObjectName(QStringLiteral("loadFlight"));
    m_forget->setObjectName(QStringLiteral("forgetFlight"));
    m_vehicle->setObjectName(QStringLiteral("recordedVehicle"));
    m_align->setObjectName(QStringLiteral("alignFlight"));
    m_export->setObjectName(QStringLiteral("exportProfile"));
    m_print->setObjectName(QStringLiteral("printProfile"));
    m_message->setObjectName(QStringLiteral("profileMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_align->addItems({QString(), QString()});
    for (QComboBox* box : {m_what, m_vehicle}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(shortestName);
    }
    m_heights->setMinimumHeight(fontMetrics().height() * 10);
    m_charts->setObjectName(QStringLiteral("profileCharts"));
    m_charts->setChildrenCollapsible(false);
    for (ChartView* chart : {m_heights, m_climb, m_ground})
        m_charts->addWidget(chart);
    m_charts->setStretchFactor(0, 2);
    m_charts->setStretchFactor(1, 1);
    m_charts->setStretchFactor(2, 1);
    m_statistics->setObjectName(QStringLiteral("flightStatistics"));
    m_statistics->setModel(&m_parts);
    m_statistics->setShowGrid(false);
    m_statistics->setFrameShape(QFrame::NoFrame);
    m_statistics->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_statistics->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_statistics->setTabKeyNavigation(false);
    m_statistics->verticalHeader()->hide();
    m_statistics->horizontalHeader()->setHighlightSections(false);
    m_statistics->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_statistics->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_statistics->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 5 / 4);
    m_statistics->setFixedHeight(m_statistics->horizontalHeader()->sizeHint().height() +
                                 4 * m_statistics->verticalHeader()->defaultSectionSize());
    m_statisticsText->setObjectName(QStringLiteral("flightStatisticsText"));
    m_statisticsText->setWordWrap(true);

    auto* first = new QHBoxLayout;
    first->addWidget(m_what, 1);
    for (QPushButton* each : {m_datumSwitch, m_export, m_print})
        first->addWidget(each);
    auto* second = new QHBoxLayout;
    second->addWidget(m_load);
    second->addWidget(m_vehicle, 1);
    second->addWidget(m_align);
    second->addWidget(m_forget);
    second->addStretch();
    auto* content = new QWidget(this);
    auto* page = new QScrollArea(this); // large texts on a small screen scroll
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidget(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(page);
    auto* column = new QVBoxLayout(content);
    const int gap = fontMetrics().height() / 4;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_message);
    column->addWidget(m_charts, 1);
    column->addWidget(m_statisticsText);
    column->addWidget(m_statistics);

    connect(m_what, &QComboBox::activated, this, [this] {
        const QStringList chosen = m_what->currentData().toStringList();
        if (chosen.size() == 3)
            showLink(chosen[0], chosen[1], chosen[2]);
        else {
            m_subject = {};
            work();
        }
    });
    connect(m_datumSwitch, &QPushButton::clicked, this, &ProfilePanel::switchDatum);
    connect(m_load, &QPushButton::clicked, this, &ProfilePanel::chooseFlight);
    connect(m_forget, &QPushButton::clicked, this, &ProfilePanel::forgetFlight);
    connect(m_export, &QPushButton::clicked, this, &ProfilePanel::exportAs);
    connect(m_print, &QPushButton::clicked, this, &ProfilePanel::print);
    connect(m_vehicle, &QComboBox::activated, this, &ProfilePanel::work);
    connect(m_align, &QComboBox::activated, this, &ProfilePanel::work);
    for (ChartView* chart : {m_climb, m_ground})
        connect(chart, &ChartView::readerMoved, this, &ProfilePanel::moveReader);
}

void ProfilePanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    for (ChartView* chart : {m_heights, m_climb, m_ground})
        chart->setTheme(theme);
}

void ProfilePanel::setUnits(const models::Units& units) {
    if (std::exchange(m_units, units) == units) return;
    m_behind = true;
    follow();
}

void ProfilePanel::showLink(const QString& network, const QString& a, const QString& b) {
    m_subject = {network, a.toStdString(), b.toStdString()};
    m_behind = true;
    follow();
}

void ProfilePanel::switchDatum() {
    m_datum = m_datum == HeightDatum::AboveSea ? HeightDatum::AboveGround : HeightDatum::AboveSea;
    word();
    work();
}

// Nothing is worked out before somebody looks, nor again while it stays the same.
void ProfilePanel::follow() {
    if (!isVisible()) {
        m_behind = true;
        return;
    }
    fillSubjects();
    const MissionPtr mission = m_desk.state()->mission(m_selection.mission().toStdString());
    const std::string network = !m_subject.network.isEmpty() ? m_subject.network.toStdString()
                                : mission                    ? mission->network
                                                             : std::string();
    const delivery::SavedNetwork* saved = m_desk.state()->network(network);
    const std::uint64_t revision = saved ? saved->revision : 0;
    if (!m_behind && mission == m_shown && revision == m_shownRevision) return;
    m_shown = mission;
    m_shownRevision = revision;
    m_behind = false;
    work();
}

void ProfilePanel::fillSubjects() {
    const QSignalBlocker quiet(m_what);
    m_what->clear();
    const QString mission = m_selection.mission();
    m_what->addItem(mission.isEmpty() ? tr("Selected mission: none") : tr("Selected mission: %1").arg(mission));
    for (const delivery::SavedNetwork& saved : m_desk.state()->networks)
        for (const delivery::Link& link : saved.network.links) {
            m_what->addItem(tr("Link %1 (%2)").arg(linkText(link.a, link.b), QString::fromStdString(saved.network.id)),
                            QStringList{QString::fromStdString(saved.network.id), QString::fromStdString(link.a),
                                        QString::fromStdString(link.b)});
            if (m_subject.network.toStdString() == saved.network.id && m_subject.a == link.a && m_subject.b == link.b)
                m_what->setCurrentIndex(m_what->count() - 1);
        }
}

void ProfilePanel::work() {
    const MissionPtr mission =
        m_subject.network.isEmpty() ? m_desk.state()->mission(m_selection.mission().toStdString()) : nullptr;
    const delivery::SavedNetwork* saved =
        m_desk.state()->network(mission ? mission->network : m_subject.network.toStdString());
    const Network* network = saved ? &saved->network : nullptr;
    workHeights(network, mission);
    workSpeeds(network, mission);
    showStatistics(mission);
    const bool any = !m_heights->data().isEmpty() || !m_climb->data().isEmpty();
    m_export->setEnabled(any);
    m_print->setEnabled(any);
}

void ProfilePanel::workHeights(const Network* network, const MissionPtr& mission) {
    m_heights->setEmptyText(tr("Choose a mission, or a link in the list above."));
    m_heights->setData({});
    if (!network) return;
    Result<HeightSubject> subject = HeightSubject{};
    if (mission) {
        auto profile = delivery::heightProfile(*network, mission->route);
        if (profile) {
            subject->profile = *std::move(profile);
            for (const delivery::Leg& leg : mission->route.legs)
                subject->waypoints.push_back(leg.waypoints);
        } else {
            subject = std::unexpected(profile.error());
        }
    } else {
        const delivery::Link* link = network->link(m_subject.a, m_subject.b);
        if (!link) return;
        subject = linkSubject(*network, *link);
    }
    if (subject)
        m_heights->setData(heightChart(*subject, m_datum, m_units));
    else
        m_heights->setEmptyText(QString(QStringLiteral("▲  ") + delivery::refusalText(subject.error())));
}

void ProfilePanel::workSpeeds(const Network* network, const MissionPtr& mission) {
    m_planned.clear();
    QString empty = tr("Choose a mission, or load a recorded flight.");
    if (network && mission) {
        auto planned = delivery::speedProfile(*network, mission->route, mission->planned);
        if (planned)
            m_planned = *std::move(planned);
        else
            empty = QString(QStringLiteral("▲  ") + delivery::refusalText(planned.error()));
    }
    SpeedCharts charts = speedCharts(m_planned, recorded(), alignment(), mostPoints, m_units);
    for (ChartView* chart : {m_climb, m_ground})
        chart->setEmptyText(empty);
    m_climb->setData(std::move(charts.climb));
    m_ground->setData(std::move(charts.ground));
}

void ProfilePanel::showStatistics(const MissionPtr& mission) {
    const RecordedRuns* flown = recorded();
    const bool both = flown && mission && !flown->sorties.empty();
    m_statistics->setVisible(both);
    m_statisticsText->setVisible(flown != nullptr);
    m_parts.setRecords(both ? partRows(mission->route, mission->planned, flown->sorties) : std::vector<PartRow>{});
    if (!flown) return;
    const auto sorties = flown->sorties.size();
    if (sorties == 0)
        m_statisticsText->setText(tr("The recording holds no flight from take-off to landing: nothing to compare."));
    else if (!both)
        m_statisticsText->setText(
            tr("%n sorties are in the recording. Choose a mission to compare.", nullptr, static_cast<int>(sorties)));
    else if (const auto planned = plannedSorties(mission->route); planned != sorties)
        m_statisticsText->setText(tr("▲ The plan has %1 sorties, the recording %2: the sums are of different flights.")
                                      .arg(planned)
                                      .arg(sorties));
    else
        m_statisticsText->setText(
            tr("Flight times (ETF) of all %n sorties together", nullptr, static_cast<int>(sorties)));
}

const RecordedRuns* ProfilePanel::recorded() const {
    const int chosen = m_vehicle->currentIndex();
    if (!m_recording || chosen < 0 || chosen >= static_cast<int>(m_recording->vehicles.size())) return nullptr;
    return &m_recording->vehicles[static_cast<std::size_t>(chosen)];
}

Alignment ProfilePanel::alignment() const {
    return m_align->currentIndex() == 1 ? Alignment::Utc : Alignment::TakeOff;
}

void ProfilePanel::chooseFlight() {
    auto* dialog =
        new QFileDialog(this, tr("Load a recorded flight"), QString(), tr("Recorded flights (*.tlog *.ulg)"));
    dialog->setObjectName(QStringLiteral("loadFlightFrom"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfilePanel::loadFlight);
    dialog->open();
}

void ProfilePanel::loadFlight(const QString& path) {
    const std::uint64_t loading = ++m_loading;
    say(tr("%1 is being read…").arg(QFileInfo(path).fileName()), false);
    QThreadPool::globalInstance()->start([self = QPointer(this), loading, path] {
        Result<Recording> recording = readRecording(path);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, loading, recording = std::move(recording)]() mutable {
                if (self && loading == self->m_loading) self->take(std::move(recording));
            },
            Qt::QueuedConnection);
    });
}

void ProfilePanel::take(Result<Recording> recording) {
    if (!recording) return say(delivery::refusalText(recording.error()), true);
    m_recording = *std::move(recording);
    {
        const QSignalBlocker quiet(m_vehicle);
        m_vehicle->clear();
        for (const RecordedRuns& vehicle : m_recording->vehicles)
            m_vehicle->addItem(QStringLiteral("%1: %2").arg(m_recording->file, vehicle.name));
    }
    m_align->setItemData(1, m_recording->hasUtc ? QVariant() : QVariant(0), Qt::UserRole - 1);
    if (!m_recording->hasUtc) m_align->setCurrentIndex(0);
    QStringList notes;
    for (const Error& note : m_recording->notes)
        notes << noteText(note);
    if (!m_recording->hasUtc) notes << tr("The recording has no UTC times.");
    say(notes.isEmpty() ? QString() : QString(QStringLiteral("◆  ") + notes.join(QStringLiteral("  "))), false);
    word();
    work();
}

void ProfilePanel::forgetFlight() {
    ++m_loading;
    m_recording.reset();
    m_vehicle->clear();
    say({}, false);
    word();
    work();
}

void ProfilePanel::say(const QString& text, bool trouble) {
    m_message->setText(trouble ? QString(QStringLiteral("▲  ") + text) : text);
    m_message->setVisible(!text.isEmpty());
}

// One instant on both graphs, and where the mission is then on its way.
void ProfilePanel::moveReader(std::optional<double> time) {
    m_climb->setReader(time);
    m_ground->setReader(time);
    std::optional<double> along;
    if (time) {
        const double zero_ms = alignment() == Alignment::Utc ? 0 : takeOffOf_ms(m_planned).value_or(0);
        const double at_ms = *time * 1000 + zero_ms;
        for (const delivery::SpeedStretch& stretch : m_planned)
            for (std::size_t i = 1; i < stretch.samples.size(); ++i) {
                const auto& from = stretch.samples[i - 1];
                const auto& to = stretch.samples[i];
                if (at_ms < from.time_ms || at_ms > to.time_ms || to.time_ms <= from.time_ms) continue;
                along =
                    from.along_m + (to.along_m - from.along_m) * (at_ms - from.time_ms) / (to.time_ms - from.time_ms);
            }
    }
    m_heights->setReader(along);
}

QString ProfilePanel::heading() const {
    QString what;
    if (!m_subject.network.isEmpty())
        what = tr("Link %1 (%2)").arg(linkText(m_subject.a, m_subject.b), m_subject.network);
    else if (const auto mission = m_desk.state()->mission(m_selection.mission().toStdString()))
        what = tr("Mission %1: %2, start %3")
                   .arg(QString::fromStdString(mission->id), orders::stopsText(mission->route.request),
                        models::utcTime(mission->start));
    if (m_recording) what += (what.isEmpty() ? QString() : QStringLiteral(";  ")) + m_vehicle->currentText();
    return tr("%1;  as of %2").arg(what, QString::fromStdString(toRfc3339(m_clock.now())).left(19) + u'Z');
}

void ProfilePanel::paintAll(QPainter& painter, const QRectF& area, const theme::Theme& theme) const {
    painter.fillRect(area, theme.color(theme::ColorRole::Base));
    const QFontMetricsF metrics(painter.fontMetrics());
    const double head = metrics.height() * 2;
    painter.setPen(theme.color(theme::ColorRole::Text));
    painter.drawText(QRectF(area.left() + metrics.height(), area.top(), area.width() - metrics.height(), head),
                     Qt::AlignLeft | Qt::AlignVCenter, heading());
    QRectF rest = area.adjusted(metrics.height(), head, -metrics.height(), -metrics.height() * 0.5);
    const std::pair<const ChartView*, double> shares[] = {{m_heights, 0.44}, {m_climb, 0.28}, {m_ground, 0.28}};
    double all = 0;
    for (const auto& [chart, share] : shares)
        if (!chart->data().isEmpty()) all += share;
    double top = rest.top();
    for (const auto& [chart, share] : shares) {
        if (chart->data().isEmpty()) continue;
        const double high = rest.height() * share / all;
        paintChart(painter, QRectF(rest.left(), top, rest.width(), high - metrics.height() * 0.4), chart->data(),
                   theme);
        top += high;
    }
}

bool ProfilePanel::write(const QString& path, QString* problem) const {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1StringView("svg")) {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setSize(pictureSize);
        generator.setViewBox(QRect(QPoint(0, 0), pictureSize));
        generator.setTitle(heading());
        QPainter painter;
        if (!painter.begin(&generator)) {
            *problem = tr("the file cannot be written");
            return false;
        }
        painter.setFont(font());
        paintAll(painter, QRectF(QPointF(0, 0), pictureSize), theme::paperTheme());
        return painter.end();
    }
    QByteArray bytes;
    if (ending == QLatin1StringView("csv")) {
        const SpeedCharts whole = speedCharts(m_planned, recorded(), alignment(), 0, m_units);
        bytes = chartCsv({&m_heights->data(), &whole.climb, &whole.ground});
    }
    QSaveFile file(path);
    bool fine = file.open(QIODevice::WriteOnly);
    if (fine && ending == QLatin1StringView("csv")) fine = file.write(bytes) == bytes.size();
    if (fine && ending != QLatin1StringView("csv")) {
        constexpr double ratio = 2;
        QImage picture(pictureSize * ratio, QImage::Format_RGB32);
        picture.setDevicePixelRatio(ratio);
        QPainter painter(&picture);
        painter.setFont(font());
        paintAll(painter, QRectF(QPointF(0, 0), pictureSize), m_theme);
        painter.end();
        fine = picture.save(&file, "PNG");
    }
    fine = fine && file.commit();
    if (!fine) *problem = file.errorString();
    return fine;
}

void ProfilePanel::exportAs() {
    auto* dialog = new QFileDialog(this, tr("Export the profile"), QString(),
                                   QStringLiteral("PNG (*.png);;SVG (*.svg);;CSV (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportProfileAs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("haneul-profile.png"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.left(3).toLower()); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QString problem;
        if (write(path, &problem))
            say(tr("Saved: %1").arg(path), false);
        else
            say(tr("Not saved: %1: %2").arg(path, problem), true);
    });
    dialog->open();
}

void ProfilePanel::print() {
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setObjectName(QStringLiteral("printProfileOn"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
        QPainter painter;
        if (!painter.begin(chosen)) return say(tr("The printer does not answer."), true);
        painter.setFont(font());
        paintAll(painter, QRectF(QPointF(0, 0), chosen->pageRect(QPrinter::DevicePixel).size()), theme::paperTheme());
    });
    dialog->open();
}

QJsonObject ProfilePanel::state() const {
    return {{datumKey, m_datum == HeightDatum::AboveGround ? QStringLiteral("agl") : QStringLiteral("hasl")},
            {chartsKey, QString::fromLatin1(m_charts->saveState().toBase64())}};
}

void ProfilePanel::restore(const QJsonObject& state) {
    m_datum = state.value(datumKey) == QLatin1StringView("agl") ? HeightDatum::AboveGround : HeightDatum::AboveSea;
    (void)m_charts->restoreState(QByteArray::fromBase64(state.value(chartsKey).toString().toLatin1()));
    word();
    m_behind = true;
    follow();
}

void ProfilePanel::word() {
    m_what->setAccessibleName(tr("Profile of"));
    m_datumSwitch->setText(m_datum == HeightDatum::AboveSea ? tr("Show above ground") : tr("Show above sea level"));
    m_load->setText(tr("Recorded flight…"));
    m_forget->setText(tr("Put away"));
    m_vehicle->setAccessibleName(tr("Recorded vehicle"));
    m_align->setAccessibleName(tr("Alignment of plan and flight"));
    m_align->setItemText(0, tr("Both start at take-off"));
    m_align->setItemText(1, tr("By UTC"));
    m_export->setText(tr("Export…"));
    m_print->setText(tr("Print…"));
    m_statistics->setAccessibleName(tr("Planned and flown times"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_vehicle, m_align, m_forget})
        each->setVisible(m_recording.has_value());
    m_parts.retranslate();
}

void ProfilePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_behind = true;
    follow();
}

void ProfilePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_behind) follow();
}

} // namespace haneul::profile
