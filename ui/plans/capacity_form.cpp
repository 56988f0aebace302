#include "ui/plans/capacity_form.h"

#include "ui/delivery/words.h"
#include "ui/plans/capacity_model.h"
#include "ui/plans/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include <array>

namespace haneul::plans {

namespace {

constexpr int longestId = 64;
constexpr int mostAtOnce = 1000;
constexpr double usualRadius_m = 150;
constexpr std::array references{geo::VerticalReference::Agl, geo::VerticalReference::Amsl, geo::VerticalReference::W84};

QLineEdit* line(const char* name, const QString& text, QWidget* parent) {
    auto* field = new QLineEdit(text, parent);
    field->setObjectName(QLatin1StringView(name));
    field->setMaxLength(longestId);
    return field;
}

QString degrees(double degrees) {
    return QString::number(degrees, 'f', 6);
}

// A number that is typed; an outer nullopt: it is none. An empty field is nothing.
std::optional<std::optional<double>> numberIn(const QLineEdit& field) {
    const QString text = field.text().trimmed();
    if (text.isEmpty()) return std::optional<double>();
    bool good = false;
    const double number = text.toDouble(&good);
    if (!good) return std::nullopt;
    return std::optional<double>(number);
}

QString limitText(const std::optional<geo::VerticalLimit>& limit) {
    return limit ? QString::number(limit->metres, 'g', 8) : QString();
}

QString timeText(const std::optional<UtcMs>& time) {
    return time ? dayAndTimeText(*time) : QString();
}

} // namespace

CapacityForm::CapacityForm(PlanDesk& desk, const clock::Clock& clock, std::optional<deconflict::CapacityLimit> before,
                           geo::LatLon middle, QWidget* parent)
    : AdminForm(QStringLiteral("capacityForm"), parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_before(std::move(before)) {
    const deconflict::CapacityLimit shown =
        m_before.value_or(deconflict::CapacityLimit{.id = {}, .place = {.area = geo::Circle{middle, usualRadius_m}}});
    m_id = line("capacityId", QString::fromStdString(shown.id), this);
    m_id->setReadOnly(m_before.has_value());
    m_most = new QSpinBox(this);
    m_most->setObjectName(QStringLiteral("capacityMost"));
    m_most->setRange(1, mostAtOnce);
    m_most->setValue(shown.most);
    m_lower = line("capacityLower", limitText(shown.place.lower), this);
    m_upper = line("capacityUpper", limitText(shown.place.upper), this);
    m_reference = new QComboBox(this);
    m_reference->setObjectName(QStringLiteral("capacityReference"));
    for (const geo::VerticalReference reference : references)
        m_reference->addItem(QString::fromUtf8(toString(reference)), static_cast<int>(reference));
    const auto height = shown.place.upper ? shown.place.upper : shown.place.lower;
    m_reference->setCurrentIndex(
        m_reference->findData(static_cast<int>(height ? height->reference : geo::VerticalReference::Agl)));
    m_from = line("capacityFrom", timeText(shown.place.from), this);
    m_to = line("capacityTo", timeText(shown.place.to), this);

    addText([] {
        return tr("A plan is refused when more flights would be in the place at once than are laid down here. What is "
                  "approved already stands.");
    });
    addPair([] { return tr("&Name"); }, m_id, [] { return tr("Flights at &once"); }, m_most);
    if (const auto* const circle = std::get_if<geo::Circle>(&shown.place.area)) {
        m_latitude = line("capacityLatitude", degrees(circle->centre.latitude_deg), this);
        m_longitude = line("capacityLongitude", degrees(circle->centre.longitude_deg), this);
        m_radius = line("capacityRadius", QString::number(circle->radius_m, 'f', 0), this);
        addPair([] { return tr("&Latitude (degrees north)"); }, m_latitude,
                [] { return tr("Lon&gitude (degrees east)"); }, m_longitude);
        addRow([] { return tr("&Radius (m)"); }, m_radius);
    } else {
        addText([words = areaText(shown.place.area)] { return tr("%1: it keeps its shape.").arg(words); });
    }
    addPair([] { return tr("&From height (m, empty: the ground)"); }, m_lower,
            [] { return tr("&Up to height (m, empty: no limit)"); }, m_upper);
    addRow([] { return tr("&Heights from"); }, m_reference);
    addPair([] { return tr("&Begins (UTC, empty: now on)"); }, m_from, [] { return tr("&Ends (UTC, empty: never)"); },
            m_to);
    for (QLineEdit* field : {m_id, m_latitude, m_longitude, m_radius, m_lower, m_upper, m_from, m_to})
        if (field != nullptr) connect(field, &QLineEdit::textChanged, this, &CapacityForm::judge);
    connect(m_most, &QSpinBox::valueChanged, this, &CapacityForm::judge);
    connect(m_reference, &QComboBox::currentIndexChanged, this, &CapacityForm::judge);
    finish(
        [changes = m_before.has_value()] { return changes ? tr("Change a capacity limit") : tr("New capacity limit"); },
        [] { return tr("&Save"); });
    judge();
}

std::optional<geo::Area> CapacityForm::area() const {
    if (m_radius == nullptr) return m_before->place.area;
    const auto latitude = numberIn(*m_latitude), longitude = numberIn(*m_longitude), radius = numberIn(*m_radius);
    if (!latitude || !*latitude || !longitude || !*longitude || !radius || !*radius) return std::nullopt;
    return geo::Circle{{**latitude, **longitude}, **radius};
}

std::optional<deconflict::CapacityLimit> CapacityForm::written() const {
    const auto lower = numberIn(*m_lower), upper = numberIn(*m_upper);
    const auto where = area();
    if (!lower || !upper || !where) return std::nullopt;
    deconflict::CapacityLimit limit{
        .id = m_id->text().trimmed().toStdString(), .place = {.area = *where}, .most = m_most->value()};
    const auto reference = static_cast<geo::VerticalReference>(m_reference->currentData().toInt());
    if (*lower) limit.place.lower = geo::VerticalLimit{**lower, reference};
    if (*upper) limit.place.upper = geo::VerticalLimit{**upper, reference};
    for (const auto& [field, time] : {std::pair(m_from, &limit.place.from), std::pair(m_to, &limit.place.to)}) {
        if (field->text().trimmed().isEmpty()) continue;
        *time = delivery::typedTime(field->text(), m_clock.now());
        if (!*time) return std::nullopt;
    }
    return limit;
}

void CapacityForm::judge() {
    const auto limit = written();
    if (!limit) {
        hint(tr("A number, or a time such as 2026-11-21 10:05, is not one."));
        return setComplete(false);
    }
    if (limit->id.empty()) {
        hint({});
        return setComplete(false);
    }
    const auto sound = deconflict::check(*limit);
    hint(sound ? QString() : refusalText(sound.error()));
    setComplete(sound && limit != m_before);
}

void CapacityForm::send() {
    const auto limit = written();
    if (!limit) return;
    m_desk.ask<void>(
        this,
        [this, id = QString::fromStdString(limit->id), most = limit->most](const Result<void>& done) {
            if (!done) return failed(refusalText(done.error()));
            Q_EMIT saved(tr("%1: at most %n flight(s) at once from now on.", nullptr, most).arg(id));
            accept();
        },
        [limit = *limit](plan::PlanService& service, people::Principal by, plan::Done<void> done) {
            service.setCapacity(std::move(by), limit, std::move(done));
        });
}

} // namespace haneul::plans
