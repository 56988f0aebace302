#pragma once

#include "server/fleet/records.h"
#include "ui/access/admin_forms.h"
#include "ui/fleet/fleet_desk.h"
#include "ui/models/instants.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class QLineEdit;
class QComboBox;
class QWidget;

namespace haneul::fleet {

using models::instantText;
using models::typedInstant;

// "haneul/M6 BVLOS 2027-05-01; haneul/M8": what a pilot may fly. nullopt: another text.
[[nodiscard]] std::optional<std::vector<Rating>> typedRatings(const QString& text);
[[nodiscard]] QString ratingsText(const std::vector<Rating>& ratings);

// One record of the fleet as a form: the fields of its kind, and why it is changed. What is left empty is not known.
class RecordForm final : public access::AdminForm {
    Q_OBJECT

public:
    // `basedOn` 0: a new record, filled as `record` says.
    RecordForm(FleetDesk& desk, Record record, std::uint64_t basedOn, QWidget* parent);

Q_SIGNALS:
    void saved(const QString& id);

protected:
    void send() override;

private:
    static QString titleOf(Kind kind, bool isNew, const QString& id);

    // Takes the field's value into the record; false: it cannot be.
    using Read = std::function<bool(Record&)>;

    void fields(const DroneModel& record);
    void fields(const Drone& record);
    void fields(const Battery& record);
    void fields(const Payload& record);
    void fields(const Pilot& record);
    void fields(const MaintenanceRecord& record);

    template <class R>
    void text(const char* member, std::string R::* value);
    template <class R>
    void text(const char* member, std::optional<std::string> R::* value);
    template <class R>
    void number(const char* member, std::optional<double> R::* value);
    template <class R>
    void number(const char* member, std::optional<int> R::* value);
    template <class R>
    void time(const char* member, std::optional<UtcMs> R::* value);
    template <class R>
    void list(const char* member, std::vector<std::string> R::* value);
    template <class R>
    QComboBox* choice(const char* member, std::string R::* value, const QStringList& names, bool mayBeNone);

    void line(const char* member, const QString& shown, std::function<bool(Record&, const QString&)> take);
    void add(const char* member, QWidget* field, Read read);
    void offerNewType(QComboBox* types);
    void judge();
    [[nodiscard]] std::optional<Record> typed() const;

    FleetDesk& m_desk;
    Record m_record;
    std::uint64_t m_basedOn;
    std::vector<Read> m_reads;
    QLineEdit* m_note;
};

} // namespace haneul::fleet
