#include "ui/plans/capacity_panel.h"

#include "ui/plans/capacity_form.h"
#include "ui/plans/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::plans {

using deconflict::CapacityLimit;

namespace {

constexpr auto readEvery = std::chrono::seconds(5); // what other desks have changed

std::vector<geo::LatLon> cornersOf(const geo::Area& area) {
    const geo::Box box = geo::boxOf(area);
    return {{box.south_deg, box.west_deg}, {box.north_deg, box.east_deg}};
}

} // namespace

CapacityPanel::CapacityPanel(PlanDesk& desk, const clock::Clock& clock, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_theme(theme)
    , m_middle([] { return geo::LatLon{37.5665, 126.978}; })
    , m_filter(m_model, this) {
    setObjectName(QStringLiteral("capacityPanel"));
    build();
    connect(&desk, &PlanDesk::stateChanged, this, &CapacityPanel::judge);
    m_again.setInterval(readEvery);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible()) read();
    });
    m_again.start();
    word();
}

void CapacityPanel::build() {
    const auto button = [this](const char* name, void (CapacityPanel::*act)()) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_add = button("capacityAdd", &CapacityPanel::add);
    m_change = button("capacityChange", &CapacityPanel::change);
    m_retire = button("capacityRetire", &CapacityPanel::retire);
    m_map = button("capacityMap", &CapacityPanel::showOnMap);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("capacityMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_list = new orders::ListView("capacityList", m_filter, m_theme, this);
    m_list->setSamples({QStringLiteral("SEOUL-PAD-01"), QStringLiteral("100"), QStringLiteral("▲ 10–11"),
                        QStringLiteral("▲ 10–11"), QStringLiteral("00:00:00Z"), QStringLiteral("000–000 m AMSL"),
                        QStringLiteral("00:00:00Z–00:00:00Z"),
                        QStringLiteral("Circle of 000 m around 37.56650N 126.97800E")});
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(CapacityModel::Id, Qt::AscendingOrder);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_chart = new profile::ChartView("capacityUse", m_theme, this);
    m_lines = new QLabel(this);
    m_lines->setObjectName(QStringLiteral("capacityLines"));
    m_lines->setWordWrap(true);
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_lines);
    auto* use = new QSplitter(Qt::Vertical, this);
    use->addWidget(m_chart);
    use->addWidget(scroll);
    use->setStretchFactor(0, 3);
    use->setStretchFactor(1, 1);
    m_halves = new QSplitter(this);
    m_halves->setObjectName(QStringLiteral("capacityHalves"));
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_list);
    m_halves->addWidget(use);
    m_halves->setStretchFactor(0, 3);
    m_halves->setStretchFactor(1, 2);
    const int gap = fontMetrics().height() / 4;
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_add, m_change, m_retire, m_map})
        buttons->addWidget(each);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(buttons);
    column->addWidget(m_message);
    column->addWidget(m_halves, 1);
    connect(m_list, &orders::ListView::chosen, this, [this](const QString& id) {
        m_chosen = id.toStdString();
        showChosen();
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, &CapacityPanel::showOnMap);
}

void CapacityPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_list->setTheme(theme);
    m_chart->setTheme(theme);
}

void CapacityPanel::setMiddle(std::function<geo::LatLon()> middle) {
    m_middle = std::move(middle);
}

void CapacityPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void CapacityPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void CapacityPanel::word() {
    m_add->setText(tr("&New limit"));
    m_change->setText(tr("&Change"));
    m_retire->setText(tr("Re&tire"));
    m_map->setText(tr("Show on the &map"));
    m_list->setAccessibleName(tr("Places with a limit of capacity"));
    m_chart->setEmptyText(tr("Choose a place to see its use."));
    m_model.retranslate();
    showChosen();
}

bool CapacityPanel::mayWrite() const {
    return m_desk.available() && m_desk.may("zone.write");
}

void CapacityPanel::read() {
    m_desk.ask<std::vector<CapacityLimit>>(
        this, [this](const Result<std::vector<CapacityLimit>>& limits) { take(limits); },
        [](plan::PlanService& service, people::Principal by, plan::Done<std::vector<CapacityLimit>> done) {
            service.capacityLimits(std::move(by), std::move(done));
        });
}

void CapacityPanel::take(const Result<std::vector<CapacityLimit>>& limits) {
    if (!limits) { // what stood there may be old: it is not shown as if it held
        m_limits.reset();
        say(QString(QStringLiteral("▲ ") % refusalText(limits.error())));
    } else {
        if (!m_limits) say({});
        m_limits = *limits;
    }
    judge();
}

void CapacityPanel::judge() {
    std::vector<CapacityRow> rows;
    if (m_limits && !m_limits->empty()) {
        deconflict::IntentIndex index;
        for (const plan::PlanPtr& record : m_desk.state()->intents())
            (void)index.insert({record->plan.id, record->plan.priority, record->plan.volumes});
        const UtcMs now = m_clock.now();
        for (const CapacityLimit& limit : *m_limits)
            rows.push_back({limit, occupancy(limit, now, now + ahead, index, m_desk.rules().surroundings)});
    }
    m_list->whileChanging([&] { m_model.setRows(std::move(rows)); });
    const int row = m_model.rowOf(m_chosen);
    const QModelIndex shown = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row, 0));
    m_list->choose(shown.isValid() ? QString::fromStdString(m_chosen) : QString(), shown.isValid() ? shown.row() : -1);
    showChosen();
}

const CapacityRow* CapacityPanel::chosen() const {
    return m_model.at(m_model.rowOf(m_chosen));
}

void CapacityPanel::showChosen() {
    const CapacityRow* const row = chosen();
    m_add->setEnabled(mayWrite());
    m_change->setEnabled(mayWrite() && row != nullptr);
    m_retire->setEnabled(mayWrite() && row != nullptr);
    m_map->setEnabled(row != nullptr);
    m_chart->setData(row ? useChart(*row) : profile::ChartData{});
    const QStringList lines = row ? useLines(*row) : QStringList();
    m_lines->setText(row == nullptr    ? QString()
                     : lines.isEmpty() ? tr("Nobody is or will be there in the next 12 hours.")
                                       : lines.join(u'\n'));
    const bool none = m_limits && m_limits->empty();
    if (none && m_message->text().isEmpty()) {
        say(tr("No limit of capacity is laid down: any number of flights may be anywhere at once."));
        m_saysNone = true;
    } else if (!none && m_saysNone) {
        say({});
    }
}

void CapacityPanel::say(const QString& text) {
    m_saysNone = false;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void CapacityPanel::focusList() {
    m_list->setFocus();
    if (m_chosen.empty() && m_filter.rowCount() > 0) m_list->selectRow(0);
}

void CapacityPanel::showOnMap() {
    if (const CapacityRow* const row = chosen()) Q_EMIT placesWanted(cornersOf(row->limit.place.area));
}

// ---------------------------------------------------------------- laying down

void CapacityPanel::open(std::optional<CapacityLimit> before) {
    if (!mayWrite()) return say(tr("You may not change it: the scope zone.write is wanted."));
    auto* form = new CapacityForm(m_desk, m_clock, std::move(before), m_middle(), this);
    connect(form, &CapacityForm::saved, this, [this, form](const QString& words) {
        if (const auto limit = form->written()) m_chosen = limit->id;
        say(words);
        read();
    });
    form->open();
}

void CapacityPanel::add() {
    open(std::nullopt);
}

void CapacityPanel::change() {
    const CapacityRow* const row = chosen();
    if (row == nullptr) return say(tr("Choose a place in the list first."));
    open(row->limit);
}

void CapacityPanel::retire() {
    const CapacityRow* const row = chosen();
    if (row == nullptr) return say(tr("Choose a place in the list first."));
    if (!mayWrite()) return say(tr("You may not change it: the scope zone.write is wanted."));
    const QString name = QString::fromStdString(row->limit.id);
    const auto act = [this, id = row->limit.id, name](access::Answer<bool> answer) {
        m_desk.ask<void>(
            this,
            [this, name, answer](const Result<void>& done) {
                if (!done)
                    return answer(std::unexpected(access::Refusal{.code = QString::fromStdString(done.error().code),
                                                                  .detail = refusalText(done.error())}));
                say(tr("%1: no limit any more.").arg(name));
                answer(true);
                read();
            },
            [id](plan::PlanService& service, people::Principal by, plan::Done<void> done) {
                service.removeCapacity(std::move(by), id, std::move(done));
            });
    };
    auto* form = new access::ConfirmForm([] { return tr("Retire a capacity limit"); },
                                         [name] {
                                             return tr("%1 will have no limit: any number of flights may be there at "
                                                       "once from now on.")
                                                 .arg(name);
                                         },
                                         [] { return tr("&Retire it"); }, act, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
}

} // namespace haneul::plans
