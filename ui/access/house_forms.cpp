#include "ui/access/house_forms.h"

#include "ui/access/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace haneul::access {

namespace {

constexpr int longestId = 64;
constexpr int longestText = 100;
constexpr int longestAddress = 300;
constexpr int longestNote = 300;
constexpr int longestAmount = 16;
constexpr int longestLimit = 16;
constexpr int licenceLines = 4;

enum LicenceColumn { Kind, Number, Expires, LicenceColumns };

QLineEdit* line(const char* name, const QString& text, int longest, QWidget* parent) {
    auto* field = new QLineEdit(text, parent);
    field->setObjectName(QLatin1StringView(name));
    field->setMaxLength(longest);
    return field;
}

// Empty, or a day of the calendar.
bool isDayOrNothing(const QString& text) {
    constexpr int firstYear = 1900;
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    return text.isEmpty() || (day.isValid() && day.year() >= firstYear);
}

bool matches(const QString& text, const QString& pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QStringList lines(const QPlainTextEdit& edit) {
    QStringList list;
    for (const QString& each : edit.toPlainText().split(u'\n'))
        if (!each.trimmed().isEmpty()) list += each.trimmed();
    list.removeDuplicates();
    list.sort();
    return list;
}

QPlainTextEdit* listField(const char* name, const QStringList& list, QWidget* parent) {
    auto* edit = new QPlainTextEdit(list.join(u'\n'), parent);
    edit->setObjectName(QLatin1StringView(name));
    edit->setTabChangesFocus(true);
    edit->setMinimumHeight(edit->fontMetrics().height() * 6);
    return edit;
}

} // namespace

// ---------------------------------------------------------------- an organisation

OrganisationForm::OrganisationForm(const AccessControl& control, const OrganisationRow& organisation, QWidget* parent)
    : AdminForm(QStringLiteral("organisationForm"), parent)
    , m_control(control)
    , m_before(organisation)
    , m_id(line("organisationId", organisation.id, longestId, this))
    , m_name(line("organisationName", organisation.name, longestText, this))
    , m_address(line("address", organisation.address, longestAddress, this))
    , m_contact(line("contact", organisation.contact, longestText, this))
    , m_email(line("email", organisation.email, longestAddress, this))
    , m_phone(line("phone", organisation.phone, longestText, this))
    , m_region(line("region", organisation.region, longestText, this))
    , m_licences(new QTableWidget(0, LicenceColumns, this))
    , m_addLicence(new QPushButton(this))
    , m_removeLicence(new QPushButton(this))
    , m_insurer(line("insurer", organisation.insurer, longestText, this))
    , m_policy(line("policy", organisation.policy, longestText, this))
    , m_amount(
          line("amount", organisation.insured ? QString::number(organisation.amount) : QString(), longestAmount, this))
    , m_currency(line("currency", organisation.insured ? organisation.currency : QStringLiteral("KRW"), 3, this))
    , m_insuredUntil(line("insuredUntil", organisation.insuredUntil, 10, this)) {
    m_id->setReadOnly(organisation.revision > 0);
    m_insuredUntil->setPlaceholderText(QStringLiteral("2027-03-31"));
    m_region->setPlaceholderText(QStringLiteral("KR"));
    addPair([] { return tr("&Short name, such as sky-parcel; it stays"); }, m_id, [] { return tr("&Name"); }, m_name);
    addRow([] { return tr("Addr&ess"); }, m_address);
    addPair([] { return tr("C&ontact"); }, m_contact, [] { return tr("E-&mail"); }, m_email);
    addPair([] { return tr("&Telephone"); }, m_phone, [] { return tr("Region where its &data must stay"); }, m_region);

    m_licences->setObjectName(QStringLiteral("licences"));
    m_licences->verticalHeader()->hide();
    m_licences->horizontalHeader()->setSectionResizeMode(Kind, QHeaderView::Stretch); // all three are seen
    m_licences->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_licences->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_licences->setTabKeyNavigation(false);
    m_licences->setMinimumHeight(fontMetrics().height() * 2 * licenceLines);
    m_licences->setColumnWidth(Number, fontMetrics().averageCharWidth() * 20);
    m_licences->setColumnWidth(Expires, fontMetrics().averageCharWidth() * 16);
    for (const LicenceRow& licence : organisation.licences)
        addLicence(licence);
    addRow([] { return tr("&Licences: kind, number, last day on which it is valid"); }, m_licences);
    m_addLicence->setObjectName(QStringLiteral("addLicence"));
    m_removeLicence->setObjectName(QStringLiteral("removeLicence"));
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_addLicence, m_removeLicence}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    addField(buttons);

    addPair([] { return tr("&Insurer (empty: not insured)"); }, m_insurer, [] { return tr("Number of the &policy"); },
            m_policy);
    addPair([] { return tr("S&um insured"); }, m_amount, [] { return tr("Cu&rrency"); }, m_currency);
    addRow([] { return tr("Insured until the last da&y, such as 2027-03-31"); }, m_insuredUntil);

    for (QLineEdit* field : {m_id, m_name, m_address, m_contact, m_email, m_phone, m_region, m_insurer, m_policy,
                             m_amount, m_currency, m_insuredUntil})
        connect(field, &QLineEdit::textChanged, this, &OrganisationForm::judge);
    connect(m_licences, &QTableWidget::itemChanged, this, &OrganisationForm::judge);
    connect(m_addLicence, &QPushButton::clicked, this, [this] {
        addLicence({});
        m_licences->setCurrentCell(m_licences->rowCount() - 1, Kind);
        m_licences->setFocus();
        m_licences->edit(m_licences->currentIndex());
        judge();
    });
    connect(m_removeLicence, &QPushButton::clicked, this, &OrganisationForm::removeLicence);
    wordLicences();
    const bool isNew = organisation.revision == 0;
    finish([isNew] { return isNew ? tr("Add an organisation") : tr("Change the organisation"); },
           [isNew] { return isNew ? tr("&Add") : tr("Sa&ve"); });
    judge();
}

void OrganisationForm::addLicence(const LicenceRow& licence) {
    const int row = m_licences->rowCount();
    m_licences->insertRow(row);
    m_licences->setItem(row, Kind, new QTableWidgetItem(licence.kind));
    m_licences->setItem(row, Number, new QTableWidgetItem(licence.number));
    m_licences->setItem(row, Expires, new QTableWidgetItem(licence.expires));
}

void OrganisationForm::removeLicence() {
    const int row = m_licences->currentRow();
    if (row < 0) return;
    m_licences->removeRow(row);
    judge();
}

void OrganisationForm::wordLicences() {
    m_licences->setHorizontalHeaderLabels({tr("Kind"), tr("Number"), tr("Valid until")});
    m_addLicence->setText(tr("Add a licence"));
    m_removeLicence->setText(tr("Remove the licence"));
}

void OrganisationForm::changeEvent(QEvent* event) {
    AdminForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        wordLicences();
        judge();
    }
}

QString OrganisationForm::cell(int row, int column) const {
    const QTableWidgetItem* item = m_licences->item(row, column);
    return item ? item->text().trimmed() : QString();
}

bool OrganisationForm::insured() const {
    return !m_insurer->text().trimmed().isEmpty() || !m_policy->text().trimmed().isEmpty() ||
           !m_amount->text().trimmed().isEmpty();
}

QString OrganisationForm::whatIsWrong() const {
    for (int row = 0; row < m_licences->rowCount(); ++row) {
        if (cell(row, Kind).isEmpty() || cell(row, Number).isEmpty())
            return tr("Licence %1 needs a kind and a number.").arg(row + 1);
        if (!isDayOrNothing(cell(row, Expires)))
            return tr("Licence %1: a day is written like 2027-03-31.").arg(row + 1);
    }
    if (insured()) {
        if (m_insurer->text().trimmed().isEmpty() || m_policy->text().trimmed().isEmpty())
            return tr("An insurance needs an insurer and the number of its policy.");
        if (!matches(m_amount->text().trimmed(), QStringLiteral("[1-9][0-9]{0,14}")))
            return tr("The sum insured is a whole number above 0.");
        if (!matches(m_currency->text().trimmed(), QStringLiteral("[A-Z]{3}")))
            return tr("A currency is three capital letters, such as KRW.");
    }
    if (!isDayOrNothing(m_insuredUntil->text().trimmed())) return tr("Insurance: a day is written like 2027-03-31.");
    if (!matches(m_region->text().trimmed(), QStringLiteral("([A-Z0-9-]{2,16})?")))
        return tr("A region is a code of capital letters, such as KR.");
    return {};
}

void OrganisationForm::judge() {
    const QString wrong = whatIsWrong();
    hint(wrong);
    setComplete(wrong.isEmpty() && !m_id->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty());
}

OrganisationRow OrganisationForm::written() const {
    OrganisationRow row{.id = m_id->text().trimmed(),
                        .name = m_name->text().trimmed(),
                        .address = m_address->text().trimmed(),
                        .contact = m_contact->text().trimmed(),
                        .email = m_email->text().trimmed(),
                        .phone = m_phone->text().trimmed(),
                        .region = m_region->text().trimmed(),
                        .insured = insured(),
                        .revision = m_before.revision};
    for (int i = 0; i < m_licences->rowCount(); ++i)
        row.licences.push_back({cell(i, Kind), cell(i, Number), cell(i, Expires)});
    if (!row.insured) return row;
    row.insurer = m_insurer->text().trimmed();
    row.policy = m_policy->text().trimmed();
    row.amount = m_amount->text().trimmed().toLongLong();
    row.currency = m_currency->text().trimmed();
    row.insuredUntil = m_insuredUntil->text().trimmed();
    return row;
}

void OrganisationForm::send() {
    m_control.saveOrganisation(written(), answer());
}

// ---------------------------------------------------------------- who belongs to it

MembershipForm::MembershipForm(const AccessControl& control, const UserRow& user,
                               const std::vector<OrganisationRow>& organisations, QWidget* parent)
    : AdminForm(QStringLiteral("membershipForm"), parent)
    , m_control(control)
    , m_user(user.user)
    , m_organisation(new QComboBox(this)) {
    m_organisation->setObjectName(QStringLiteral("organisation"));
    m_organisation->addItem(tr("(none)"), QString());
    for (const OrganisationRow& each : organisations)
        m_organisation->addItem(QStringLiteral("%1 · %2").arg(each.name, each.id), each.id);
    m_organisation->setCurrentIndex(std::max(0, m_organisation->findData(user.organisation)));
    addText([name = user.user] { return tr("A user belongs to one organisation at most. User: %1").arg(name); });
    addRow([] { return tr("&Organisation"); }, m_organisation);
    const auto judge = [this, before = user.organisation] {
        setComplete(m_organisation->currentData().toString() != before);
    };
    connect(m_organisation, &QComboBox::currentIndexChanged, this, judge);
    finish([] { return tr("Organisation of the user"); }, [] { return tr("Sa&ve"); });
    judge();
}

void MembershipForm::send() {
    m_control.setOrganisation(m_user, m_organisation->currentData().toString(), answer());
}

// ---------------------------------------------------------------- where two approvals are needed

namespace {

QString limitText(const std::optional<double>& limit) {
    return limit ? QString::number(*limit, 'g', 12) : QString();
}

// What stands in a field for a limit; nullopt: it is no limit.
std::optional<std::optional<double>> limitIn(const QLineEdit& field) {
    const QString text = field.text().trimmed();
    if (text.isEmpty()) return std::optional<double>();
    bool good = false;
    const double limit = text.toDouble(&good);
    if (!good || !(limit > 0 && limit <= 1)) return std::nullopt;
    return std::optional(limit);
}

} // namespace

ApprovalRulesForm::ApprovalRulesForm(const AccessControl& control, const ApprovalRulesState& state, QWidget* parent)
    : AdminForm(QStringLiteral("approvalRulesForm"), parent)
    , m_control(control) {
    const ApprovalRules& shown = state.waiting ? *state.waiting : state.now;
    m_always = new QCheckBox(this);
    m_always->setObjectName(QStringLiteral("always"));
    m_always->setChecked(shown.always);
    m_zones = listField("zones", shown.zones, this);
    m_riskClasses = listField("riskClasses", shown.riskClasses, this);
    m_fatalities = line("fatalitiesPerFlight", limitText(shown.fatalitiesPerFlight), longestLimit, this);
    m_collisions = line("collisionsPerHour", limitText(shown.collisionsPerHour), longestLimit, this);
    if (state.waiting)
        addText([by = state.waitingBy] {
            return tr("%1 has asked for what stands here; it holds when a second administrator asks for the same.")
                .arg(by);
        });
    addRow([] { return tr("Two different people must approve:"); }, m_always);
    addRow([] { return tr("Plans that touch these &zones (one id per line)"); }, m_zones);
    addRow([] { return tr("Plans of these &risk classes (one per line)"); }, m_riskClasses);
    addRow([] { return tr("Most expected &fatalities on the ground per flight (such as 1e-6; empty: no limit)"); },
           m_fatalities);
    addRow([] { return tr("Most expected &collisions per flight hour (such as 2.5e-9; empty: no limit)"); },
           m_collisions);
    addText([] {
        return tr(
            "Risk classes by the ground risk: low up to a tenth of its limit, medium up to the limit, high above. "
            "Without a limit, or without data, a risk is not judged.");
    });
    addText([] {
        return tr("Where there is another administrator, a change holds only when a second one has asked for "
                  "the same.");
    });
    const auto judge = [this, now = state.now, waiting = state.waiting.has_value()] {
        setComplete(limitIn(*m_fatalities) && limitIn(*m_collisions) && (waiting || written() != now));
    };
    connect(m_fatalities, &QLineEdit::textChanged, this, judge);
    connect(m_collisions, &QLineEdit::textChanged, this, judge);
    connect(m_always, &QCheckBox::toggled, this, judge);
    connect(m_zones, &QPlainTextEdit::textChanged, this, judge);
    connect(m_riskClasses, &QPlainTextEdit::textChanged, this, judge);
    finish(
        [this] {
            m_always->setText(tr("&Every plan"));
            return tr("Where two approvals are needed");
        },
        [] { return tr("Sa&ve"); });
    judge();
}

ApprovalRules ApprovalRulesForm::written() const {
    const auto limit = [](const QLineEdit& field) { return limitIn(field).value_or(std::nullopt); };
    return {m_always->isChecked(), lines(*m_zones), lines(*m_riskClasses), limit(*m_fatalities), limit(*m_collisions)};
}

void ApprovalRulesForm::send() {
    m_control.setApprovalRules(written(), answer());
}

// ---------------------------------------------------------------- alarms

AcknowledgeForm::AcknowledgeForm(const AccessControl& control, const AlarmRow& alarm, QWidget* parent)
    : AdminForm(QStringLiteral("acknowledgeForm"), parent)
    , m_control(control)
    , m_alarm(alarm.id)
    , m_note(line("note", {}, longestNote, this)) {
    addText([alarm] {
        const QString what = alarmText(alarm.kind);
        return alarm.subject.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, alarm.subject);
    });
    addRow([] { return tr("&What was found out or done (may be empty)"); }, m_note);
    finish([] { return tr("Acknowledge the alarm"); }, [] { return tr("Ac&knowledge"); });
    setComplete(true);
}

void AcknowledgeForm::send() {
    m_control.acknowledgeAlarm(m_alarm, m_note->text().trimmed(), answer());
}

// ---------------------------------------------------------------- history

OrganisationHistory::OrganisationHistory(const AccessControl& control, const OrganisationRow& organisation,
                                         QWidget* parent)
    : QDialog(parent)
    , m_changes(
          {{[] { return tr("When"); }, [](const OrganisationChangeRow& row) { return dateAndTime(row.at); }},
           {[] { return tr("Who"); },
            [](const OrganisationChangeRow& row) {
                return row.role.isEmpty() ? row.user : QStringLiteral("%1 · %2").arg(row.user, roleText(row.role));
            }},
           {[] { return tr("From where"); }, [](const OrganisationChangeRow& row) { return row.desk; }},
           {[] { return tr("What"); },
            [](const OrganisationChangeRow& row) { return organisationFieldText(row.field); }},
           {[] { return tr("Before"); },
            [](const OrganisationChangeRow& row) { return row.before.isEmpty() ? QStringLiteral("–") : row.before; }},
           {[] { return tr("After"); },
            [](const OrganisationChangeRow& row) { return row.after.isEmpty() ? QStringLiteral("–") : row.after; }}},
          nullptr)
    , m_table(new QTableView(this))
    , m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("organisationHistory"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("History of %1").arg(organisation.name));
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(&m_changes);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    for (QWidget* each : std::initializer_list<QWidget*>{m_message, m_table, buttons})
        column->addWidget(each);
    resize(QSize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 28)
               .boundedTo(screen()->availableSize() * 9 / 10));
    control.organisationHistory(
        organisation.id, [self = QPointer(this)](std::expected<std::vector<OrganisationChangeRow>, Refusal> given) {
            if (!self) return;
            if (given)
                self->m_changes.setRecords(*std::move(given));
            else
                self->m_message->setText(QString(QStringLiteral("▲  ") + refusalText(given.error())));
            self->m_message->setVisible(!self->m_message->text().isEmpty());
            self->m_table->resizeColumnsToContents();
        });
}

} // namespace haneul::access
