#include "ui/fleet/retire_form.h"

#include "ui/fleet/words.h"

#include <QLineEdit>

#include <utility>

namespace haneul::fleet {

namespace {

constexpr int longestReason = 200;

} // namespace

RetireForm::RetireForm(FleetDesk& desk, Kind kind, std::string id, std::uint64_t basedOn, bool retired, QWidget* parent)
    : AdminForm(QStringLiteral("retireForm"), parent)
    , m_desk(desk)
    , m_kind(kind)
    , m_id(std::move(id))
    , m_basedOn(basedOn)
    , m_retired(retired)
    , m_reason(new QLineEdit(this)) {
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaxLength(longestReason);
    addText([name = QString::fromStdString(m_id), retired] {
        return retired ? tr("%1 is taken out of use. Its records and history stay.").arg(name)
                       : tr("%1 is taken back into use.").arg(name);
    });
    addRow([] { return tr("&Reason, kept with it"); }, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { setComplete(!text.trimmed().isEmpty()); });
    finish([retired] { return retired ? tr("Retire") : tr("Back into use"); },
           [retired] { return retired ? tr("Re&tire it") : tr("&Take it back"); });
}

void RetireForm::send() {
    m_desk.ask<std::uint64_t>(
        this,
        [this](const Result<std::uint64_t>& done) {
            if (done)
                accept();
            else
                failed(refusalText(done.error()));
        },
        [kind = m_kind, id = m_id, basedOn = m_basedOn, retired = m_retired,
         reason = m_reason->text().trimmed().toStdString()](FleetService& service, people::Principal by,
                                                            Done<std::uint64_t> done) {
            service.retire(std::move(by), kind, id, basedOn, retired, reason, std::move(done));
        });
}

} // namespace haneul::fleet
