#include "ui/fleet/record_form.h"

#include "ui/fleet/words.h"
#include "ui/models/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <array>
#include <utility>

namespace haneul::fleet {

namespace {

constexpr int longestText = 200;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

template <class T>
QStringList namesOf(const KeptMap<T>& records) {
    QStringList names;
    for (const auto& [id, kept] : records)
        if (!kept->retired) names << plain(id);
    return names;
}

QLineEdit* lineField(const QString& name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setMaxLength(longestText);
    return field;
}

std::optional<std::optional<double>> typedNumber(const QString& text) {
    if (text.isEmpty()) return std::optional<double>();
    bool good = false;
    const double number = text.toDouble(&good);
    if (!good) return std::nullopt;
    return std::optional(number);
}

} // namespace

std::optional<std::vector<Rating>> typedRatings(const QString& text) {
    std::vector<Rating> ratings;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty()) continue;
        Rating rating{.model_id = words.front().toStdString(), .valid_until = {}};
        for (const QString& word : words.mid(1)) {
            if (word.compare(QLatin1StringView("BVLOS"), Qt::CaseInsensitive) == 0) {
                rating.bvlos = true;
                continue;
            }
            const auto until = typedInstant(word);
            if (!until) return std::nullopt;
            rating.valid_until = *until;
        }
        ratings.push_back(std::move(rating));
    }
    return ratings;
}

QString ratingsText(const std::vector<Rating>& ratings) {
    QStringList parts;
    for (const Rating& rating : ratings) {
        QString part = plain(rating.model_id);
        if (rating.bvlos) part += QStringLiteral(" BVLOS");
        if (rating.valid_until) part += QString(u' ' + instantText(rating.valid_until).left(10));
        parts << part;
    }
    return parts.join(QStringLiteral("; "));
}

RecordForm::RecordForm(FleetDesk& desk, Record record, std::uint64_t basedOn, QWidget* parent)
    : AdminForm(QStringLiteral("recordForm"), parent)
    , m_desk(desk)
    , m_record(std::move(record))
    , m_basedOn(basedOn)
    , m_note(lineField(QStringLiteral("changeNote"), this)) {
    const Kind kind = kindOf(m_record);
    if (basedOn == 0) std::visit([this]<class R>(const R&) { text("id", &R::id); }, m_record);
    std::visit([this](const auto& value) { fields(value); }, m_record);
    addRow([] { return tr("&Why, for the history"); }, m_note);
    addText([] { return tr("What is left empty is not known, and what needs it is not judged. Times are UTC."); });
    finish([kind, isNew = basedOn == 0, id = plain(idOf(m_record))] { return titleOf(kind, isNew, id); },
           [] { return tr("&Save"); });
    judge();
}

QString RecordForm::titleOf(Kind kind, bool isNew, const QString& id) {
    switch (kind) {
    case Kind::Model:
        return isNew ? tr("New type of drone") : tr("Type %1").arg(id);
    case Kind::Drone:
        return isNew ? tr("New drone") : tr("Drone %1").arg(id);
    case Kind::Battery:
        return isNew ? tr("New battery") : tr("Battery %1").arg(id);
    case Kind::Payload:
        return isNew ? tr("New payload") : tr("Payload %1").arg(id);
    case Kind::Pilot:
        return isNew ? tr("New pilot") : tr("Pilot %1").arg(id);
    case Kind::Maintenance:
        break;
    }
    return isNew ? tr("Record maintenance") : tr("Maintenance %1").arg(id);
}

void RecordForm::add(const char* member, QWidget* field, Read read) {
    addRow([name = std::string(member)] { return memberText(name); }, field);
    m_reads.push_back(std::move(read));
}

void RecordForm::line(const char* member, const QString& shown, std::function<bool(Record&, const QString&)> take) {
    auto* field = lineField(QLatin1StringView(member), this);
    field->setText(shown);
    connect(field, &QLineEdit::textChanged, this, &RecordForm::judge);
    add(member, field,
        [field, take = std::move(take)](Record& record) { return take(record, field->text().trimmed()); });
}

template <class R>
void RecordForm::text(const char* member, std::string R::* value) {
    line(member, plain(std::get<R>(m_record).*value), [value](Record& record, const QString& typed) {
        std::get<R>(record).*value = typed.toStdString();
        return true;
    });
}

template <class R>
void RecordForm::text(const char* member, std::optional<std::string> R::* value) {
    line(member, plain((std::get<R>(m_record).*value).value_or("")), [value](Record& record, const QString& typed) {
        std::get<R>(record).*value = typed.isEmpty() ? std::nullopt : std::optional(typed.toStdString());
        return true;
    });
}

template <class R>
void RecordForm::number(const char* member, std::optional<double> R::* value) {
    const auto& now = std::get<R>(m_record).*value;
    line(member, now ? QString::number(*now, 'g', QLocale::FloatingPointShortest) : QString(),
         [value](Record& record, const QString& typed) {
             const auto number = typedNumber(typed);
             if (number) std::get<R>(record).*value = *number;
             return number.has_value();
         });
}

template <class R>
void RecordForm::number(const char* member, std::optional<int> R::* value) {
    const auto& now = std::get<R>(m_record).*value;
    line(member, now ? QString::number(*now) : QString(), [value](Record& record, const QString& typed) {
        bool good = typed.isEmpty();
        const int number = good ? 0 : typed.toInt(&good);
        if (good) std::get<R>(record).*value = typed.isEmpty() ? std::nullopt : std::optional(number);
        return good;
    });
}

template <class R>
void RecordForm::time(const char* member, std::optional<UtcMs> R::* value) {
    line(member, instantText(std::get<R>(m_record).*value), [value](Record& record, const QString& typed) {
        const auto time = typedInstant(typed);
        if (time) std::get<R>(record).*value = *time;
        return time.has_value();
    });
}

template <class R>
void RecordForm::list(const char* member, std::vector<std::string> R::* value) {
    QStringList now;
    for (const std::string& each : std::get<R>(m_record).*value)
        now << plain(each);
    line(member, now.join(QStringLiteral(", ")), [value](Record& record, const QString& typed) {
        auto& list = std::get<R>(record).*value;
        list.clear();
        for (const QString& each : typed.split(u',', Qt::SkipEmptyParts))
            if (!each.trimmed().isEmpty()) list.push_back(each.trimmed().toStdString());
        return true;
    });
}

template <class R>
QComboBox* RecordForm::choice(const char* member, std::string R::* value, const QStringList& names, bool mayBeNone) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(member));
    if (mayBeNone) box->addItem(models::unknownText(), QString());
    for (const QString& name : names)
        box->addItem(name, name);
    const QString now = plain(std::get<R>(m_record).*value);
    if (box->findData(now) < 0 && !now.isEmpty()) box->addItem(now, now); // it may be retired
    box->setCurrentIndex(box->findData(now));
    connect(box, &QComboBox::currentIndexChanged, this, &RecordForm::judge);
    add(member, box, [box, value, mayBeNone](Record& record) {
        std::get<R>(record).*value = box->currentData().toString().toStdString();
        return mayBeNone || box->currentIndex() >= 0;
    });
    return box;
}

// A fleet begins without any type: the first one is recorded from the drone's form.
void RecordForm::offerNewType(QComboBox* types) {
    auto* button = new QPushButton(tr("New type…"), this);
    button->setObjectName(QStringLiteral("newType"));
    button->setAutoDefault(false);
    addRow([] { return tr("Is its type not in the list?"); }, button);
    connect(button, &QPushButton::clicked, this, [this, types] {
        auto* form = new RecordForm(m_desk, DroneModel{}, 0, this);
        connect(form, &RecordForm::saved, this, [types](const QString& id) {
            if (types->findData(id) < 0) types->addItem(id, id);
            types->setCurrentIndex(types->findData(id));
        });
        form->open();
    });
}

void RecordForm::fields(const DroneModel&) {
    text("name", &DroneModel::name);
    number("max_speed_mps", &DroneModel::maxSpeed_mps);
    number("max_climb_mps", &DroneModel::maxClimb_mps);
    number("max_descent_mps", &DroneModel::maxDescent_mps);
    number("endurance_s", &DroneModel::endurance_s);
    number("max_payload_kg", &DroneModel::maxPayload_kg);
    text("min_firmware", &DroneModel::minFirmware);
    number("inspection_every_h", &DroneModel::inspectionEvery_h);
    number("inspection_every_d", &DroneModel::inspectionEvery_d);
    number("battery_cycle_limit", &DroneModel::batteryCycleLimit);
    number("battery_capacity_mah", &DroneModel::batteryCapacity_mah);
}

void RecordForm::fields(const Drone& record) {
    offerNewType(choice("model_id", &Drone::model_id, namesOf(m_desk.state()->models), false));
    text("serial_number", &Drone::serial_number);
    text("registration_id", &Drone::registration_id);
    text("organisation_id", &Drone::organisation_id);
    text("firmware_version", &Drone::firmware_version);
    number("flown_h", &Drone::flown_h);
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("status"));
    for (const DroneStatus status : {DroneStatus::Serviceable, DroneStatus::Grounded})
        box->addItem(statusText(status), static_cast<int>(status));
    box->setCurrentIndex(box->findData(static_cast<int>(record.status)));
    add("status", box, [box](Record& read) {
        std::get<Drone>(read).status = static_cast<DroneStatus>(box->currentData().toInt());
        return true;
    });
}

void RecordForm::fields(const Battery&) {
    choice("drone_id", &Battery::drone_id, namesOf(m_desk.state()->drones), true);
    text("model", &Battery::model);
    text("serial_number", &Battery::serial_number);
    number("cycle_count", &Battery::cycle_count);
    number("capacity_mah", &Battery::capacity_mah);
    time("last_charged", &Battery::last_charged);
    number("charge_pct", &Battery::charge_pct);
    time("charge_read", &Battery::charge_read);
}

void RecordForm::fields(const Payload&) {
    text("name", &Payload::name);
    number("mass_kg", &Payload::mass_kg);
    list("capabilities", &Payload::capabilities);
    addText([] { return tr("Abilities that flights ask for, such as: cargo, camera.rgb"); });
    list("model_ids", &Payload::model_ids);
}

void RecordForm::fields(const Pilot& record) {
    text("user_id", &Pilot::user_id);
    text("certification_number", &Pilot::certification_number);
    time("certified_until", &Pilot::certified_until);
    line("ratings", record.ratings ? ratingsText(*record.ratings) : QString(), [](Record& read, const QString& typed) {
        const auto ratings = typedRatings(typed);
        if (ratings) std::get<Pilot>(read).ratings = typed.isEmpty() ? std::nullopt : ratings;
        return ratings.has_value();
    });
    addText([] { return tr("Ratings such as: haneul/M6 BVLOS 2027-05-01; haneul/M8"); });
    time("last_flight", &Pilot::last_flight);
    number("flown_h", &Pilot::flown_h);
    auto* box = new QCheckBox(this);
    box->setObjectName(QStringLiteral("suspended"));
    box->setChecked(record.suspended);
    add("suspended", box, [box](Record& read) {
        std::get<Pilot>(read).suspended = box->isChecked();
        return true;
    });
}

void RecordForm::fields(const MaintenanceRecord& record) {
    choice("drone_id", &MaintenanceRecord::drone_id, namesOf(m_desk.state()->drones), false);
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("kind"));
    for (const MaintenanceKind kind : {MaintenanceKind::Inspection, MaintenanceKind::Repair, MaintenanceKind::Defect})
        box->addItem(maintenanceKindText(kind), static_cast<int>(kind));
    box->setCurrentIndex(box->findData(static_cast<int>(record.kind)));
    add("kind", box, [box](Record& read) {
        std::get<MaintenanceRecord>(read).kind = static_cast<MaintenanceKind>(box->currentData().toInt());
        return true;
    });
    line("at", instantText(record.at), [](Record& read, const QString& typed) {
        const auto at = typedInstant(typed);
        if (!at || !*at) return false;
        std::get<MaintenanceRecord>(read).at = **at;
        return true;
    });
    number("flown_h", &MaintenanceRecord::flown_h);
    time("closed_at", &MaintenanceRecord::closed_at);
    auto* closed = findChild<QLineEdit*>(QStringLiteral("closed_at"));
    const auto follow = [box, closed] { // only a defect is closed
        const bool defect = box->currentData().toInt() == static_cast<int>(MaintenanceKind::Defect);
        closed->setEnabled(defect);
        if (!defect) closed->clear();
    };
    connect(box, &QComboBox::currentIndexChanged, this, follow);
    follow();
    text("by", &MaintenanceRecord::by);
    text("note", &MaintenanceRecord::note);
}

std::optional<Record> RecordForm::typed() const {
    Record record = m_record;
    for (const Read& read : m_reads)
        if (!read(record)) return std::nullopt;
    return record;
}

void RecordForm::judge() {
    setComplete(typed().has_value());
}

void RecordForm::send() {
    m_desk.ask<SavedRecord>(
        this,
        [this](const Result<SavedRecord>& done) {
            if (!done) return failed(refusalText(done.error()));
            Q_EMIT saved(plain(done->id));
            accept();
        },
        [record = *typed(), basedOn = m_basedOn, note = m_note->text().trimmed().toStdString()](
            FleetService& service, people::Principal by, Done<SavedRecord> done) {
            service.save(std::move(by), record, basedOn, note, std::move(done));
        });
}

} // namespace haneul::fleet
