#include "ui/wizard/first_run.h"

#include "ui/search/both_languages.h"
#include "ui/search/match.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace haneul::wizard {

namespace {

constexpr int namesRole = Qt::UserRole + 1;
constexpr int largestPort = 65535;

QSpinBox* portBox(QWidget* parent, int port) {
    auto* box = new QSpinBox(parent);
    box->setRange(1, largestPort);
    box->setValue(port);
    return box;
}

} // namespace

FirstRun::FirstRun(FirstRunDependencies dependencies, QWidget* parent)
    : QDialog(parent)
    , m_given(std::move(dependencies))
    , m_title(new QLabel(this))
    , m_help(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_wrong(new QLabel(this))
    , m_skip(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this)) {
    setObjectName(QStringLiteral("firstRun"));
    m_answers.language = m_given.language;
    m_pages->setObjectName(QStringLiteral("firstRunPages"));
    m_next->setObjectName(QStringLiteral("firstRunNext"));
    m_back->setObjectName(QStringLiteral("firstRunBack"));
    m_skip->setObjectName(QStringLiteral("firstRunSkip"));
    m_wrong->setObjectName(QStringLiteral("firstRunWrong"));
    m_next->setDefault(true);
    m_back->setAutoDefault(false);
    m_skip->setAutoDefault(false);
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_wrong->setWordWrap(true);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_title->setFont(large);

    const int gap = fontMetrics().height();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_skip);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addWidget(m_pages, 1);
    column->addWidget(m_wrong);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);

    buildLanguage();
    buildArea();
    buildMap();
    buildSource();
    connect(m_next, &QPushButton::clicked, this, &FirstRun::next);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_pages->currentIndex() - 1); });
    connect(m_skip, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_test, &LiveTest::changed, this, &FirstRun::showTest);
    word();
    go(0);
}

QVBoxLayout* FirstRun::addStep() {
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(page);
    return column;
}

void FirstRun::buildLanguage() {
    QVBoxLayout* column = addStep();
    QWidget* page = column->parentWidget();
    auto* languages = new QButtonGroup(page);
    auto* units = new QButtonGroup(page);
    m_korean = new QRadioButton(QStringLiteral("한국어"), page);
    m_english = new QRadioButton(QStringLiteral("English"), page);
    m_unitsTitle = new QLabel(page);
    m_metric = new QRadioButton(page);
    m_aviation = new QRadioButton(page);
    m_korean->setObjectName(QStringLiteral("language_ko"));
    m_english->setObjectName(QStringLiteral("language_en"));
    m_aviation->setObjectName(QStringLiteral("units_aviation"));
    languages->addButton(m_korean);
    languages->addButton(m_english);
    units->addButton(m_metric);
    units->addButton(m_aviation);
    (m_answers.language == QLatin1StringView("ko") ? m_korean : m_english)->setChecked(true);
    m_metric->setChecked(true);
    m_unitsTitle->setContentsMargins(0, fontMetrics().height(), 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{m_korean, m_english, m_unitsTitle, m_metric, m_aviation})
        column->addWidget(each);
    column->addStretch(1);
    connect(languages, &QButtonGroup::buttonToggled, this, [this](const QAbstractButton* button, bool on) {
        if (!on) return;
        m_answers.language = button == m_korean ? QStringLiteral("ko") : QStringLiteral("en");
        if (m_given.setLanguage) m_given.setLanguage(m_answers.language);
    });
}

void FirstRun::buildArea() {
    QVBoxLayout* column = addStep();
    QWidget* page = column->parentWidget();
    m_areaSearch = new QLineEdit(page);
    m_areaSearch->setObjectName(QStringLiteral("areaSearch"));
    m_areas = new QListWidget(page);
    m_areas->setObjectName(QStringLiteral("areas"));
    const search::BothLanguages languages;
    new QListWidgetItem(m_areas); // at the first traffic
    for (const Area& area : areas()) {
        auto* item = new QListWidgetItem(m_areas);
        item->setData(namesRole, languages.of("haneul::wizard", area.text));
    }
    m_areas->setCurrentRow(0);
    column->addWidget(m_areaSearch);
    column->addWidget(m_areas, 1);
    connect(m_areaSearch, &QLineEdit::textChanged, this, &FirstRun::filterAreas);
}

void FirstRun::buildMap() {
    QVBoxLayout* column = addStep();
    QWidget* page = column->parentWidget();
    m_shippedMap = new QRadioButton(page);
    m_ownMap = new QRadioButton(page);
    m_ownMap->setObjectName(QStringLiteral("ownMap"));
    m_mapPath = new QLineEdit(page);
    m_mapPath->setObjectName(QStringLiteral("mapPath"));
    m_mapBrowse = new QPushButton(page);
    m_mapBrowse->setAutoDefault(false);
    m_mapReport = new QLabel(page);
    m_mapReport->setObjectName(QStringLiteral("mapReport"));
    m_mapReport->setWordWrap(true);
    m_shippedMap->setChecked(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_mapPath, 1);
    line->addWidget(m_mapBrowse);
    column->addWidget(m_shippedMap);
    column->addWidget(m_ownMap);
    column->addLayout(line);
    column->addWidget(m_mapReport);
    column->addStretch(1);
    connect(m_ownMap, &QRadioButton::toggled, this, [this](bool own) {
        m_mapPath->setEnabled(own);
        m_mapBrowse->setEnabled(own);
        inspectMap();
    });
    m_mapPath->setEnabled(false);
    m_mapBrowse->setEnabled(false);
    connect(m_mapPath, &QLineEdit::textChanged, this, &FirstRun::inspectMap);
    connect(m_mapBrowse, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, m_ownMap->text(), QString(), QStringLiteral("GeoPackage (*.gpkg)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, m_mapPath, &QLineEdit::setText);
        dialog->open();
    });
}

void FirstRun::buildSource() {
    QVBoxLayout* column = addStep();
    QWidget* page = column->parentWidget();
    m_sources = new QButtonGroup(page);
    m_url = new QLineEdit(page);
    m_url->setObjectName(QStringLiteral("brokerUrl"));
    m_url->setPlaceholderText(QStringLiteral("mqtts://user:password@broker.example:8883"));
    m_host = new QLineEdit(m_answers.sbsHost, page);
    m_host->setObjectName(QStringLiteral("sbsHost"));
    m_sbsPort = portBox(page, m_answers.sbsPort);
    m_sbsPort->setObjectName(QStringLiteral("sbsPort"));
    m_mavlinkPort = portBox(page, m_answers.mavlinkPort);
    m_mavlinkPort->setObjectName(QStringLiteral("mavlinkPort"));
    m_try = new QPushButton(page);
    m_try->setObjectName(QStringLiteral("liveTest"));
    m_try->setAutoDefault(false);
    m_tried = new QLabel(page);
    m_tried->setObjectName(QStringLiteral("liveTestResult"));
    m_tried->setWordWrap(true);
    const std::pair<Source, std::vector<QWidget*>> rows[] = {
        {Source::EmbeddedMqtt, {}},
        {Source::ExternalMqtt, {m_url}},
        {Source::Sbs, {m_host, m_sbsPort}},
        {Source::Mavlink, {m_mavlinkPort}},
        {Source::Demo, {}},
    };
    for (const auto& [source, fields] : rows) {
        auto* button = new QRadioButton(page);
        button->setObjectName(QStringLiteral("source%1").arg(static_cast<int>(source)));
        m_sources->addButton(button, static_cast<int>(source));
        auto* line = new QHBoxLayout;
        line->addWidget(button);
        for (QWidget* field : fields)
            line->addWidget(field, qobject_cast<QLineEdit*>(field) ? 1 : 0);
        if (fields.empty() || !qobject_cast<QLineEdit*>(fields.front())) line->addStretch(1);
        column->addLayout(line);
    }
    m_sources->button(static_cast<int>(m_answers.source))->setChecked(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_try);
    line->addWidget(m_tried, 1);
    column->addSpacing(fontMetrics().height());
    column->addLayout(line);
    column->addStretch(1);
    connect(m_sources, &QButtonGroup::idToggled, this, &FirstRun::chooseSource);
    connect(m_try, &QPushButton::clicked, this, &FirstRun::test);
    for (QLineEdit* field : {m_url, m_host})
        connect(field, &QLineEdit::textChanged, &m_test, &LiveTest::stop);
    for (QSpinBox* field : {m_sbsPort, m_mavlinkPort})
        connect(field, &QSpinBox::valueChanged, &m_test, &LiveTest::stop);
    chooseSource();
}

void FirstRun::word() {
    const int step = m_pages->currentIndex();
    const QString titles[] = {tr("Language and units"), tr("Area of operation"), tr("Map"),
                              tr("Where data comes from")};
    const QString helps[] = {
        tr("Everything here can be changed later in the settings."),
        tr("Where the map looks when the program starts. Type to find; initial consonants are enough."),
        tr("The map that is shipped shows coast, provinces, towns, aerodromes and rivers of Korea. It has no roads, "
           "buildings, terrain or power lines."),
        tr("More sources can be added later in haneul.toml of the data folder."),
    };
    setWindowTitle(tr("Haneul: first start"));
    m_title->setText(tr("%1 of %2: %3").arg(step + 1).arg(steps).arg(titles[step]));
    m_help->setText(helps[step]);
    m_skip->setText(tr("Skip the questions"));
    m_back->setText(tr("Back"));
    m_next->setText(step + 1 == steps ? tr("Start") : tr("Next"));
    m_unitsTitle->setText(tr("Units"));
    m_metric->setText(tr("Metric: metres, metres per second, kilometres"));
    m_aviation->setText(tr("Aviation: feet, knots, nautical miles"));
    m_areaSearch->setPlaceholderText(tr("Find an area"));
    m_areaSearch->setAccessibleName(tr("Find an area"));
    m_areas->setAccessibleName(tr("Areas"));
    m_areas->item(0)->setText(tr("Wherever the first traffic is"));
    for (std::size_t i = 0; i < areas().size(); ++i)
        m_areas->item(static_cast<int>(i) + 1)->setText(areaText(areas()[i]));
    m_shippedMap->setText(tr("The map that is shipped (Korea)"));
    m_ownMap->setText(tr("A map of our own (GeoPackage)"));
    m_mapPath->setAccessibleName(tr("File of the map"));
    m_mapBrowse->setText(tr("Choose…"));
    m_sources->button(static_cast<int>(Source::EmbeddedMqtt))
        ->setText(tr("Drones report here (MQTT broker of Haneul)"));
    m_sources->button(static_cast<int>(Source::ExternalMqtt))->setText(tr("MQTT broker of ours"));
    m_sources->button(static_cast<int>(Source::Sbs))->setText(tr("ADS-B receiver (SBS-1)"));
    m_sources->button(static_cast<int>(Source::Mavlink))->setText(tr("Autopilots (MAVLink), UDP port"));
    m_sources->button(static_cast<int>(Source::Demo))->setText(tr("Demonstration: simulated traffic over Seoul"));
    m_url->setAccessibleName(tr("Address of the broker"));
    m_host->setAccessibleName(tr("Address of the receiver"));
    m_sbsPort->setAccessibleName(tr("Port of the receiver"));
    m_mavlinkPort->setAccessibleName(tr("UDP port"));
    m_try->setText(tr("Test"));
    showTest();
}

void FirstRun::go(int step) {
    if (step < 0 || step >= steps) return;
    m_test.stop();
    m_wrong->clear();
    m_pages->setCurrentIndex(step);
    m_back->setEnabled(step > 0);
    word();
    QWidget* const first[] = {m_korean->isChecked() ? m_korean : m_english, m_areaSearch,
                              m_shippedMap->isChecked() ? m_shippedMap : m_ownMap, m_sources->checkedButton()};
    first[step]->setFocus(Qt::OtherFocusReason);
}

void FirstRun::next() {
    take();
    const QString reason = wrong();
    m_wrong->setText(reason);
    if (!reason.isEmpty()) return;
    if (m_pages->currentIndex() + 1 < steps)
        go(m_pages->currentIndex() + 1);
    else
        accept();
}

QString FirstRun::wrong() const {
    const int step = m_pages->currentIndex();
    if (step == 2 && m_ownMap->isChecked() && m_answers.mapPack.isEmpty()) return tr("Which file is the map?");
    if (step != 3) return {};
    if (m_answers.source == Source::ExternalMqtt)
        return m_given.wrongWithBroker ? m_given.wrongWithBroker(m_answers.mqttUrl) : QString();
    if (m_answers.source == Source::Sbs && m_answers.sbsHost.isEmpty()) return tr("Which address has the receiver?");
    return {};
}

void FirstRun::take() {
    m_answers.aviationUnits = m_aviation->isChecked();
    const int row = m_areas->currentRow();
    m_answers.area = row > 0 ? &areas()[static_cast<std::size_t>(row - 1)] : nullptr;
    m_answers.mapPack = m_ownMap->isChecked() ? m_mapPath->text().trimmed() : QString();
    m_answers.source = static_cast<Source>(m_sources->checkedId());
    m_answers.mqttUrl = m_url->text().trimmed();
    m_answers.sbsHost = m_host->text().trimmed();
    m_answers.sbsPort = m_sbsPort->value();
    m_answers.mavlinkPort = m_mavlinkPort->value();
}

void FirstRun::filterAreas() {
    const search::Query query(m_areaSearch->text());
    int best = 0;
    search::Score bestScore = 0;
    for (int row = 0; row < m_areas->count(); ++row) {
        QListWidgetItem* item = m_areas->item(row);
        const search::Score score = query.best(item->data(namesRole).toStringList());
        item->setHidden(!query.isEmpty() && score == 0);
        if (score <= bestScore) continue;
        bestScore = score;
        best = row;
    }
    m_areas->setCurrentRow(best);
}

void FirstRun::inspectMap() {
    m_mapReport->clear();
    const QString path = m_mapPath->text().trimmed();
    if (!m_ownMap->isChecked() || path.isEmpty() || !m_given.inspectMap) return;
    m_mapReport->setText(tr("Reading…"));
    QThreadPool::globalInstance()->start([path, inspect = m_given.inspectMap, back = QPointer(this)] {
        const QString report = inspect(path).join(u'\n');
        QMetaObject::invokeMethod(qApp, [path, report, back] {
            if (back && back->m_ownMap->isChecked() && back->m_mapPath->text().trimmed() == path)
                back->m_mapReport->setText(report);
        });
    });
}

void FirstRun::chooseSource() {
    m_test.stop();
    m_wrong->clear();
    const auto source = static_cast<Source>(m_sources->checkedId());
    m_url->setEnabled(source == Source::ExternalMqtt);
    m_host->setEnabled(source == Source::Sbs);
    m_sbsPort->setEnabled(source == Source::Sbs);
    m_mavlinkPort->setEnabled(source == Source::Mavlink);
    const bool testable = source == Source::ExternalMqtt || source == Source::Sbs || source == Source::Mavlink;
    m_try->setVisible(testable);
    m_tried->setVisible(testable);
}

void FirstRun::test() {
    take();
    constexpr int mqttPort = 1883;
    constexpr int mqttsPort = 8883;
    switch (m_answers.source) {
    case Source::ExternalMqtt: {
        const QUrl url(m_answers.mqttUrl);
        const int usual = url.scheme() == QLatin1StringView("mqtts") ? mqttsPort : mqttPort;
        m_test.connectTo(url.host(), static_cast<quint16>(url.port(usual)));
        break;
    }
    case Source::Sbs:
        m_test.connectTo(m_answers.sbsHost, static_cast<quint16>(m_answers.sbsPort));
        break;
    case Source::Mavlink:
        m_test.listenOn(static_cast<quint16>(m_answers.mavlinkPort));
        break;
    case Source::Demo:
    case Source::EmbeddedMqtt:
        break;
    }
}

void FirstRun::showTest() {
    switch (m_test.state()) {
    case LiveTest::State::Idle:
        m_tried->clear();
        break;
    case LiveTest::State::Trying:
        m_tried->setText(tr("Connecting…"));
        break;
    case LiveTest::State::Open:
        m_tried->setText(m_sources->checkedId() == static_cast<int>(Source::ExternalMqtt)
                             ? tr("The broker answers")
                             : tr("Open; waiting for bytes"));
        break;
    case LiveTest::State::Bytes:
        m_tried->setText(tr("Bytes arriving: %L1").arg(m_test.bytes()));
        break;
    case LiveTest::State::Failed:
        m_tried->setText(tr("Does not work: %1").arg(m_test.error()));
        break;
    }
}

void FirstRun::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_tried) word();
}

} // namespace haneul::wizard
