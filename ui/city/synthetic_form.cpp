#include "ui/city/synthetic_form.h"

#include "ui/city/words.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

#include <cmath>
#include <utility>

namespace haneul::city {

namespace {

QDoubleSpinBox* degrees(QWidget* parent, const char* name, double range, double value) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1StringView(name));
    box->setDecimals(5);
    box->setRange(-range, range);
    box->setSingleStep(0.01);
    box->setValue(value);
    return box;
}

} // namespace

SyntheticForm::SyntheticForm(CityDesk& desk, geo::LatLon middle, QWidget* parent)
    : AdminForm(QStringLiteral("syntheticCity"), parent)
    , m_desk(desk)
    , m_latitude(degrees(this, "syntheticLatitude", 70, middle.latitude_deg))
    , m_longitude(degrees(this, "syntheticLongitude", 179, middle.longitude_deg))
    , m_side(new QSpinBox(this))
    , m_seed(new QSpinBox(this)) {
    m_side->setObjectName(QStringLiteral("syntheticSide"));
    m_side->setRange(static_cast<int>(leastSyntheticSide_m), static_cast<int>(greatestSyntheticSide_m));
    m_side->setSingleStep(500);
    m_side->setValue(6000);
    m_seed->setObjectName(QStringLiteral("syntheticSeed"));
    m_seed->setRange(1, 1'000'000);
    addText([] {
        return tr(
            "Streets, buildings, people and traffic are made up around this place, to show and to teach. They are "
            "marked SYNTHETIC wherever they are used, and stand behind everything that was measured.");
    });
    addPair([] { return tr("&Latitude"); }, m_latitude, [] { return tr("L&ongitude"); }, m_longitude);
    addPair([] { return tr("&Side (m)"); }, m_side, [] { return tr("Se&ed"); }, m_seed);
    finish([] { return tr("Synthetic city"); }, [] { return tr("&Make it"); });
    setComplete(true);
}

void SyntheticForm::send() {
    const auto side_m = static_cast<double>(m_side->value());
    const SyntheticCitySpec spec{.centre = {m_latitude->value(), m_longitude->value()},
                                 .width_m = side_m,
                                 .height_m = side_m,
                                 .seed = static_cast<std::uint64_t>(m_seed->value())};
    m_desk.ask<Dataset>(
        this,
        [this](const Result<Dataset>& done) {
            if (done)
                accept();
            else
                failed(refusalText(done.error()));
        },
        [spec](CityService& service, people::Principal by, Done<Dataset> done) {
            service.addSynthetic(std::move(by), spec, std::move(done));
        });
}

RetireForm::RetireForm(CityDesk& desk, std::string id, const QString& name, QWidget* parent)
    : AdminForm(QStringLiteral("retireDataset"), parent)
    , m_desk(desk)
    , m_id(std::move(id))
    , m_reason(new QLineEdit(this)) {
    m_reason->setObjectName(QStringLiteral("retireDatasetReason"));
    m_reason->setMaxLength(200);
    addText([name] {
        return tr("%1 is not used any more from now on: checks, risk maps and 3D views pass over it. Its "
                  "data stays for whoever audits.")
            .arg(name);
    });
    addRow([] { return tr("&Reason, kept with it"); }, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { setComplete(!text.trimmed().isEmpty()); });
    finish([] { return tr("Retire a dataset"); }, [] { return tr("Re&tire it"); });
}

void RetireForm::send() {
    m_desk.ask<void>(
        this,
        [this](const Result<void>& done) {
            if (done)
                accept();
            else
                failed(refusalText(done.error()));
        },
        [id = m_id, reason = m_reason->text().trimmed().toStdString()](CityService& service, people::Principal by,
                                                                       Done<void> done) {
            service.retire(std::move(by), id, reason, std::move(done));
        });
}

} // namespace haneul::city
