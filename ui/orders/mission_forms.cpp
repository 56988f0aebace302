#include "ui/orders/mission_forms.h"

#include "ui/logbook/csv.h"
#include "ui/models/words.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::orders {

using delivery::MissionStep;

namespace {

constexpr int longestText = 200;
constexpr std::chrono::hours searched{24}; // for the next free start

QLineEdit* lineField(const char* name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(QLatin1StringView(name));
    field->setMaxLength(longestText);
    return field;
}

QString idOf(const delivery::Mission& mission) {
    return QString::fromStdString(mission.id);
}

} // namespace

CancelForm::CancelForm(delivery::DeliveryDesk& desk, Words title, Words what, Cancel cancel, QWidget* parent)
    : DeskForm("cancelForm", desk, parent)
    , m_cancel(std::move(cancel))
    , m_reason(lineField("reason", this)) {
    addText(std::move(what));
    addRow([] { return tr("&Reason, kept with it"); }, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { setComplete(!text.trimmed().isEmpty()); });
    finish(std::move(title), [] { return tr("Ca&ncel it"); });
}

void CancelForm::send() {
    change([cancel = m_cancel, reason = m_reason->text().trimmed().toStdString()](
               delivery::DeliveryService& service, people::Principal by, delivery::Done<void> done) {
        cancel(service, std::move(by), reason, std::move(done));
    });
}

AssignForm::AssignForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, const QStringList& known,
                       QWidget* parent)
    : DeskForm("assignForm", desk, parent)
    , m_mission(mission.id)
    , m_drone(lineField("drone", this)) {
    auto* completer = new QCompleter(known, m_drone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_drone->setCompleter(completer);
    m_drone->setText(QString::fromStdString(mission.drone));
    addText([id = idOf(mission), stops = mission.route.request.stops.size()] {
        return tr("Mission %1, %n stop(s)", nullptr, static_cast<int>(stops)).arg(id);
    });
    addRow([] { return tr("&Drone, such as HN-001; empty: none"); }, m_drone);
    finish([] { return tr("Assign a drone"); }, [] { return tr("&Assign"); });
    setComplete(true);
}

void AssignForm::send() {
    change([mission = m_mission, drone = m_drone->text().trimmed().toStdString()](
               delivery::DeliveryService& service, people::Principal by, delivery::Done<void> done) {
        service.assignDrone(std::move(by), mission, drone, std::move(done));
    });
}

RetimeForm::RetimeForm(delivery::DeliveryDesk& desk, const clock::Clock& clock, const delivery::Mission& mission,
                       std::optional<UtcMs> proposed, QWidget* parent)
    : DeskForm("retimeForm", desk, parent)
    , m_clock(clock)
    , m_query{.network = mission.network,
              .request = mission.route.request,
              .from = clock.now(),
              .to = clock.now() + searched,
              .ignoring = mission.id}
    , m_mission(mission.id)
    , m_time(lineField("start", this))
    , m_verdict(new QLabel(this))
    , m_take(new QPushButton(this)) {
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_take->setObjectName(QStringLiteral("takeFree"));
    m_take->setAutoDefault(false);
    m_time->setText(models::utcTime(proposed.value_or(mission.start)));
    addText([id = idOf(mission), start = mission.start] {
        return tr("Mission %1, booked for %2").arg(id, models::utcTime(start));
    });
    addRow([] { return tr("New &start (UTC), such as 10:05 or 10:05:30"); }, m_time);
    addField(m_verdict);
    addField(m_take);
    connect(m_time, &QLineEdit::textChanged, this, &RetimeForm::judge);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_time->setText(models::utcTime(*m_free));
        m_time->setFocus();
    });
    finish([] { return tr("Another start"); }, [] { return tr("&Move it"); });
    judge();
    askSlots();
}

std::optional<UtcMs> RetimeForm::start() const {
    return delivery::typedTime(m_time->text(), m_clock.now());
}

// The windows are whole milliseconds, what is typed whole seconds: the first whole second that is free.
std::optional<UtcMs> RetimeForm::nextFree(UtcMs from) const {
    for (const auto& window : m_slots->windows) {
        const UtcMs begin = std::max(utcMs(window.from), from);
        const UtcMs second = std::chrono::ceil<std::chrono::seconds>(begin);
        if (sinceEpoch_ms(second) <= window.to) return second;
    }
    return {};
}

void RetimeForm::askSlots() {
    desk().ask<delivery::SlotAnswer>(
        this,
        [this](const Result<delivery::SlotAnswer>& answer) {
            m_slots = answer ? std::optional(*answer) : std::nullopt;
            m_trouble = answer ? std::nullopt : std::optional(answer.error());
            judge();
        },
        [query = m_query](delivery::DeliveryService& service, people::Principal by,
                          delivery::Done<delivery::SlotAnswer> done) {
            service.slots(std::move(by), query, std::move(done));
        });
}

void RetimeForm::judge() {
    const auto wanted = start();
    m_free.reset();
    QString text;
    bool free = false;
    if (!wanted) {
        text = tr("A time is written 10:05 or 10:05:30 (UTC).");
    } else if (m_trouble) {
        text = QString(QStringLiteral("▲  ") + delivery::refusalText(*m_trouble));
    } else if (!m_slots) {
        text = tr("Free starts are being looked for…");
    } else {
        const std::int64_t at = sinceEpoch_ms(*wanted);
        free =
            std::ranges::any_of(m_slots->windows, [&](const auto& each) { return each.from <= at && at <= each.to; });
        m_free = free ? std::nullopt : nextFree(*wanted);
        QStringList why;
        for (const auto& one : schedule::violations(m_slots->forbidden, at))
            why << delivery::ruleText(one.rule, one.place, one.against);
        why.removeDuplicates();
        if (free)
            text = tr("%1 is free.").arg(models::utcTime(*wanted));
        else if (why.isEmpty())
            text = tr("▲  %1 cannot be booked: it is past or too far away.").arg(models::utcTime(*wanted));
        else
            text = tr("▲  %1 is not free: %2.").arg(models::utcTime(*wanted), why.join(QStringLiteral("; ")));
    }
    m_verdict->setText(text);
    m_take->setVisible(m_free.has_value());
    if (m_free) m_take->setText(tr("&Take the next free start: %1").arg(models::utcTime(*m_free)));
    setComplete(free);
}

void RetimeForm::send() {
    change([mission = m_mission, at = *start()](delivery::DeliveryService& service, people::Principal by,
                                                delivery::Done<void> done) {
        service.retimeMission(std::move(by), mission, at, std::move(done));
    });
}

// Somebody was quicker: what is free now.
void RetimeForm::refused(const Error& why) {
    DeskForm::refused(why);
    if (why.code == "SLOT_TAKEN") askSlots();
}

void RetimeForm::changeEvent(QEvent* event) {
    DeskForm::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) judge();
}

std::vector<MissionStep> AdvanceForm::next(const delivery::Mission& mission) {
    std::vector<MissionStep> steps;
    using enum MissionStep;
    for (const MissionStep step : {Prepared, Flying, HandedOver, Returning, Completed})
        if (delivery::mayFollow(mission.step(), step)) steps.push_back(step);
    return steps;
}

AdvanceForm::AdvanceForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, QWidget* parent)
    : DeskForm("advanceForm", desk, parent)
    , m_mission(mission.id)
    , m_step(new QComboBox(this))
    , m_note(new QComboBox(this)) {
    m_step->setObjectName(QStringLiteral("step"));
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setEditable(true);
    const auto served = [&](const std::string& node) {
        return std::ranges::any_of(mission.steps, [&](const delivery::StepRecord& record) {
            return record.step == MissionStep::HandedOver && record.note == node;
        });
    };
    for (const delivery::Stop& stop : mission.route.request.stops)
        if (!served(stop.node)) m_places << QString::fromStdString(stop.node);
    const auto steps = next(mission);
    for (const MissionStep step : steps)
        m_step->addItem(delivery::stepText(step), static_cast<int>(step));
    // After a hand-over with further stops it flies on, else it returns.
    if (mission.step() == MissionStep::HandedOver)
        m_step->setCurrentIndex(
            m_step->findData(static_cast<int>(m_places.isEmpty() ? MissionStep::Returning : MissionStep::Flying)));
    addText([id = idOf(mission), now = mission.step()] {
        return tr("Mission %1, now: %2").arg(id, delivery::stepText(now));
    });
    addRow([] { return tr("Next &step"); }, m_step);
    addRow([] { return tr("Where, or a &note (may be empty)"); }, m_note);
    connect(m_step, &QComboBox::currentIndexChanged, this, &AdvanceForm::showPlaces);
    showPlaces();
    finish([] { return tr("Next step of the mission"); }, [] { return tr("&Record it"); });
    setComplete(!steps.empty());
}

void AdvanceForm::showPlaces() {
    const bool handOver = m_step->currentData().toInt() == static_cast<int>(MissionStep::HandedOver);
    m_note->clear();
    if (handOver) m_note->addItems(m_places);
    if (!handOver) m_note->setEditText(QString());
}

void AdvanceForm::send() {
    change([mission = m_mission, step = static_cast<MissionStep>(m_step->currentData().toInt()),
            note = m_note->currentText().trimmed().toStdString()](delivery::DeliveryService& service,
                                                                  people::Principal by, delivery::Done<void> done) {
        service.advanceMission(std::move(by), mission, step, note, std::move(done));
    });
}

HandOverForm::HandOverForm(delivery::DeliveryDesk& desk, const delivery::Mission& mission, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_mission(idOf(mission))
    , m_form(new QComboBox(this))
    , m_formLabel(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_message(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("handOverForm"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_form->setObjectName(QStringLiteral("handOverAs"));
    for (int i = 0; i < 3; ++i)
        m_form->addItem(QString());
    m_formLabel->setBuddy(m_form);
    m_text->setObjectName(QStringLiteral("handOverText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme::identifierFont(m_text->font().pointSizeF() / theme::identifierFont().pointSizeF()));
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 16);
    m_message->setObjectName(QStringLiteral("formMessage"));
    m_message->setWordWrap(true);
    m_copy->setObjectName(QStringLiteral("copyHandOver"));
    m_save->setObjectName(QStringLiteral("saveHandOver"));
    m_close->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_formLabel);
    top->addWidget(m_form, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    for (QPushButton* button : {m_copy, m_save, m_close})
        foot->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_text, 1);
    column->addWidget(m_message);
    column->addLayout(foot);
    connect(m_form, &QComboBox::currentIndexChanged, this, &HandOverForm::read);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_message->setText(tr("Copied."));
    });
    connect(m_save, &QPushButton::clicked, this, &HandOverForm::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    word();
    read();
}

void HandOverForm::read() {
    m_text->clear();
    m_message->clear();
    m_save->setEnabled(false);
    m_copy->setEnabled(false);
    const auto form = static_cast<delivery::HandOverForm>(m_form->currentIndex());
    m_desk.ask<std::string>(
        this,
        [this, form](const Result<std::string>& text) {
            if (m_form->currentIndex() != static_cast<int>(form)) return;
            if (text)
                m_text->setPlainText(QString::fromStdString(*text));
            else
                m_message->setText(QString(QStringLiteral("▲  ") + delivery::refusalText(text.error())));
            m_save->setEnabled(text.has_value());
            m_copy->setEnabled(text.has_value());
        },
        [mission = m_mission.toStdString(), form](delivery::DeliveryService& service, people::Principal by,
                                                  delivery::Done<std::string> done) {
            service.handOver(std::move(by), mission, form, std::move(done));
        });
}

void HandOverForm::save() {
    static constexpr const char* endings[] = {"plan", "waypoints", "json"};
    const QString ending = QString::fromLatin1(endings[m_form->currentIndex()]);
    auto* dialog = new QFileDialog(this, tr("Save the mission"), QString(),
                                   QStringLiteral("%1 (*.%2)").arg(m_form->currentText(), ending));
    dialog->setObjectName(QStringLiteral("saveHandOverAs"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(m_mission + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = m_text->toPlainText().toUtf8()](const QString& path) {
                logbook::saveInBackground(path, bytes, this, [this, path](const QString& problem) {
                    m_message->setText(problem.isEmpty() ? tr("Saved: %1").arg(path)
                                                         : tr("▲ Not saved: %1: %2").arg(path, problem));
                });
            });
    dialog->open();
}

void HandOverForm::word() {
    setWindowTitle(tr("Hand over mission %1").arg(m_mission));
    m_formLabel->setText(tr("&As"));
    m_form->setAccessibleName(tr("As"));
    m_form->setItemText(0, tr("QGroundControl plan"));
    m_form->setItemText(1, tr("MAVLink mission items"));
    m_form->setItemText(2, tr("Message for other systems (JSON)"));
    m_text->setAccessibleName(tr("Content"));
    m_copy->setText(tr("&Copy"));
    m_save->setText(tr("&Save…"));
    m_close->setText(tr("C&lose"));
}

void HandOverForm::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::orders
