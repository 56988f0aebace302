#include "ui/risk_collision/traffic_form.h"

#include "server/clock/clock.h"
#include "server/studies/reich_json.h"
#include "ui/risk_collision/words.h"
#include "ui/study_store/words.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>

#include <span>

namespace haneul::risk::collision {

namespace {

formats::TrafficFormat formatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1StringView("tlog")) return formats::TrafficFormat::Tlog;
    if (ending == QLatin1StringView("csv")) return formats::TrafficFormat::Csv;
    return formats::TrafficFormat::Sbs;
}

// Blocks: for a thread of its own.
Result<studies::TrafficAnswer> estimateFile(const QString& path, studies::TrafficQuestion question) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("FILE_UNREADABLE", file.errorString().toStdString(), QFileInfo(path).fileName().toStdString());
    if (file.size() > static_cast<qint64>(formats::maxRecordedFlightBytes))
        return fail("TOO_LARGE", "larger than 1 GB", QFileInfo(path).fileName().toStdString());
    const QByteArray bytes = file.readAll();
    question.format = formatOf(path);
    return studies::estimatePreset(question,
                                   std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace

TrafficForm::TrafficForm(study_store::StudyDesk& desk, const clock::Clock& clock, QWidget* parent)
    : AdminForm(QStringLiteral("trafficForm"), parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_file(new QLineEdit(this))
    , m_choose(new QPushButton(this))
    , m_name(new QLineEdit(this))
    , m_halfWindow(new QDoubleSpinBox(this))
    , m_gap(new QDoubleSpinBox(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_file->setObjectName(QStringLiteral("trafficFile"));
    m_choose->setObjectName(QStringLiteral("chooseTraffic"));
    m_choose->setText(QStringLiteral("…"));
    m_choose->setAccessibleName(tr("Choose a file"));
    m_choose->setAutoDefault(false);
    m_name->setObjectName(QStringLiteral("presetName"));
    m_halfWindow->setObjectName(QStringLiteral("halfWindow"));
    m_halfWindow->setRange(0.01, 1000);
    m_halfWindow->setDecimals(2);
    m_halfWindow->setValue(table4Fit().halfWindow_nm.value);
    m_halfWindow->setSuffix(QStringLiteral(" NM"));
    m_gap->setObjectName(QStringLiteral("routeGap"));
    m_gap->setRange(1, 100'000);
    m_gap->setDecimals(0);
    m_gap->setValue(TrackSettings{}.routeGap_m);
    m_gap->setSuffix(QStringLiteral(" m"));
    auto* file = new QWidget(this);
    auto* line = new QHBoxLayout(file);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_file, 1);
    line->addWidget(m_choose);
    file->setFocusProxy(m_file);
    addText([] {
        return tr(
            "Recorded traffic becomes a dated preset: occupancy Ey, cross-track and vertical speeds, ground speed "
            "and lateral deviation, each with a 95 % interval. What the traffic does not say stays as in "
            "table4_fit. Lines of an SBS receiver, a .tlog, or a .csv with id, time, lat_deg, lon_deg, height_m.");
    });
    addRow([] { return tr("&File"); }, file);
    addRow([] { return tr("&Name of the preset"); }, m_name);
    addPair([] { return tr("Half &window Sx"); }, m_halfWindow, [] { return tr("&Gap between routes"); }, m_gap);
    finish([] { return tr("Preset from recorded traffic"); }, [] { return tr("&Estimate"); });
    connect(m_choose, &QPushButton::clicked, this, &TrafficForm::choose);
    connect(m_file, &QLineEdit::textChanged, this, &TrafficForm::allow);
    connect(m_name, &QLineEdit::textChanged, this, &TrafficForm::allow);
}

void TrafficForm::setFile(const QString& path) {
    m_file->setText(path);
    if (m_name->text().isEmpty()) m_name->setText(QFileInfo(path).completeBaseName());
}

void TrafficForm::choose() {
    const QString path = QFileDialog::getOpenFileName(this, windowTitle(), {},
                                                      tr("Recorded traffic (*.txt *.sbs *.tlog *.csv);;All files (*)"));
    if (!path.isEmpty()) setFile(path);
}

void TrafficForm::allow() {
    setComplete(!m_file->text().isEmpty() && !m_name->text().trimmed().isEmpty());
}

void TrafficForm::send() {
    studies::TrafficQuestion question;
    question.name = m_name->text().trimmed().toStdString();
    question.source = QFileInfo(m_file->text()).fileName().toStdString();
    question.made = m_clock.now();
    question.estimate.halfWindow_nm = m_halfWindow->value();
    question.tracks.routeGap_m = m_gap->value();
    hint(tr("The traffic is being read…"));
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), asked = ++m_asked, path = m_file->text(), question = std::move(question)] {
            auto answer = estimateFile(path, question);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, asked, answer = std::move(answer)] {
                    if (self && self->m_asked == asked) self->take(answer);
                },
                Qt::QueuedConnection);
        });
}

void TrafficForm::take(const Result<studies::TrafficAnswer>& answer) {
    if (!answer) return failed(study_store::refusalText(answer.error()));
    if (!m_desk.available() || !m_desk.may("study.save")) {
        Q_EMIT estimated(*answer, false);
        return accept();
    }
    m_desk.ask<study_store::StudyHead>(
        this,
        [this, answer = *answer](const Result<study_store::StudyHead>& head) {
            if (!head) return failed(study_store::refusalText(head.error()));
            Q_EMIT estimated(answer, true);
            Q_EMIT m_desk.saved();
            accept();
        },
        [answer = *answer](study_store::StudyService& service, people::Principal by,
                           study_store::Done<study_store::StudyHead> done) {
            service.save(std::move(by),
                         {.kind = std::string(studies::reichPresetKind),
                          .name = answer.preset.name,
                          .preset = answer.preset.name,
                          .provenance = answer.preset.note,
                          .input = studies::presetJson(answer.preset)},
                         std::move(done));
        });
}

} // namespace haneul::risk::collision
