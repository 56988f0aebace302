#include "ui/fleet/rules_form.h"

#include "server/people/scopes.h"
#include "ui/access/words.h"
#include "ui/fleet/history_dialog.h"
#include "ui/fleet/words.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace haneul::fleet {

namespace {

constexpr int longestReason = 200;
constexpr double smallest = 0.1; // a rule of zero would let everything pass
constexpr double mostPercent = 99.9;
constexpr double mostHours = 10'000;
constexpr double mostDays = 3'650;
constexpr int mostCycles = 10'000;

struct Number {
    const char* member;
    double ReadinessRules::* value;
    const char* unit;
    double most;
};

constexpr Number numbersOfRules[] = {
    {"battery_reserve_pct", &ReadinessRules::batteryReserve_pct, " %", mostPercent},
    {"charge_reading_age_h", &ReadinessRules::chargeReadingAge_h, " h", mostHours},
    {"inspection_margin_h", &ReadinessRules::inspectionMargin_h, " h", mostHours},
    {"inspection_margin_d", &ReadinessRules::inspectionMargin_d, " d", mostDays},
    {"recency_d", &ReadinessRules::recency_d, " d", mostDays},
    {"experience_h", &ReadinessRules::experience_h, " h", mostHours},
    {"expiry_warning_d", &ReadinessRules::expiryWarning_d, " d", mostDays},
};

std::function<QString()> label(const char* member) {
    return [member] { return memberText(member); };
}

} // namespace

RulesForm::RulesForm(FleetDesk& desk, QWidget* parent)
    : AdminForm(QStringLiteral("rulesForm"), parent)
    , m_desk(desk)
    , m_before(desk.state()->rules)
    , m_rules(m_before)
    , m_reason(new QLineEdit(this)) {
    addText([version = m_before.version, may = mayChange()] {
        return may ? tr("Version %1. What is changed here holds from the next judgement on, for every drone; each "
                        "version stays in the event log.")
                         .arg(version)
                   : tr("Version %1. Your role may read the rules, not change them.").arg(version);
    });
    numbers();
    roles();
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaxLength(longestReason);
    m_reason->setEnabled(mayChange());
    addRow([] { return tr("&Reason, kept with the version"); }, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &RulesForm::judge);
    auto* history = new QPushButton(tr("&History…"), this);
    history->setObjectName(QStringLiteral("rulesHistory"));
    history->setAutoDefault(false);
    history->setEnabled(m_desk.may("fleet.read"));
    connect(history, &QPushButton::clicked, this, [this] { (new HistoryDialog(m_desk, this))->open(); });
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(history);
    row->addStretch();
    addField(line);
    finish([] { return tr("Rules of readiness"); }, [] { return tr("&Save as a new version"); });
    judge();
}

// Two of them side by side: all are in sight at once.
void RulesForm::numbers() {
    std::vector<std::pair<const char*, QWidget*>> made;
    for (const Number& number : numbersOfRules) {
        auto* box = new QDoubleSpinBox(this);
        box->setObjectName(QLatin1StringView(number.member));
        box->setDecimals(1);
        box->setRange(smallest, number.most);
        box->setSuffix(QLatin1StringView(number.unit));
        box->setValue(m_rules.*number.value);
        box->setEnabled(mayChange());
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, value = number.value](double typed) {
            m_rules.*value = typed;
            judge();
        });
        made.emplace_back(number.member, box);
    }
    auto* cycles = new QSpinBox(this);
    cycles->setObjectName(QStringLiteral("battery_cycle_margin"));
    cycles->setRange(1, mostCycles);
    cycles->setValue(m_rules.batteryCycleMargin);
    cycles->setEnabled(mayChange());
    connect(cycles, &QSpinBox::valueChanged, this, [this](int typed) {
        m_rules.batteryCycleMargin = typed;
        judge();
    });
    made.insert(made.begin() + 2, {"battery_cycle_margin", cycles});
    for (std::size_t i = 0; i + 1 < made.size(); i += 2)
        addPair(label(made[i].first), made[i].second, label(made[i + 1].first), made[i + 1].second);
}

// Whose scopes allow it, and whoever the rules name already.
void RulesForm::roles() {
    std::vector<std::string> names = m_before.overrideRoles;
    for (const people::Role role : people::allRoles())
        if (people::scopesOf(role).contains("fleet.override") && !std::ranges::contains(names, people::toString(role)))
            names.emplace_back(people::toString(role));
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    for (const std::string& name : names) {
        auto* box = new QCheckBox(access::roleText(QString::fromStdString(name)), line);
        box->setObjectName(QString(QStringLiteral("role_") + QString::fromStdString(name)));
        box->setChecked(std::ranges::contains(m_before.overrideRoles, name));
        box->setEnabled(mayChange());
        connect(box, &QCheckBox::toggled, this, &RulesForm::judge);
        row->addWidget(box);
        m_roles.emplace_back(name, box);
    }
    row->addStretch();
    line->setFocusProxy(m_roles.empty() ? nullptr : m_roles.front().second);
    addRow(label("override_roles"), line);
}

void RulesForm::judge() {
    m_rules.overrideRoles.clear();
    for (const auto& [name, box] : m_roles)
        if (box->isChecked()) m_rules.overrideRoles.push_back(name);
    const bool changed = m_rules != m_before;
    if (mayChange() && m_rules.overrideRoles.empty())
        hint(tr("Somebody must be able to answer for what is not ready: name a role."));
    else
        hint({});
    setComplete(mayChange() && changed && !m_rules.overrideRoles.empty() && !m_reason->text().trimmed().isEmpty());
}

void RulesForm::send() {
    m_desk.ask<int>(
        this,
        [this](const Result<int>& done) {
            if (done)
                accept();
            else
                failed(refusalText(done.error()));
        },
        [rules = m_rules, basedOn = m_before.version, reason = m_reason->text().trimmed().toStdString()](
            FleetService& service, people::Principal by, Done<int> done) {
            service.changeRules(std::move(by), rules, basedOn, reason, std::move(done));
        });
}

} // namespace haneul::fleet
