#include "ui/notices/channels_page.h"

#include "ui/models/words.h"
#include "ui/notices/channel_form.h"
#include "ui/notices/outbox_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace haneul::notices {

namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString stateOf(const notify::ChannelRecord& record) {
    if (record.config.url.empty()) return ChannelsPage::tr("Not set up");
    return record.config.enabled ? ChannelsPage::tr("On") : ChannelsPage::tr("Off");
}

// A sign beside the words: what is wrong is never told by colour alone.
QString lastAnswer(const ChannelRow& row) {
    if (row.lastCode.empty()) return {};
    return QString(QStringLiteral("▲ ") + plain(row.lastCode) + u' ' + plain(row.lastDetail));
}

QString changedText(const notify::ChannelRecord& record) {
    if (!record.changed) return {};
    return ChannelsPage::tr("%1 by %2").arg(models::utcTime(*record.changed), plain(record.by));
}

} // namespace

ChannelsPage::ChannelsPage(CentreClient& client, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_model(
          {{[] { return tr("Channel"); }, [](const ChannelRow& row) { return channelText(row.record.config.channel); }},
           {[] { return tr("State"); }, [](const ChannelRow& row) { return stateOf(row.record); }},
           {[] { return tr("Address"); }, [](const ChannelRow& row) { return plain(row.record.config.url); }},
           {[] { return tr("Secret"); },
            [](const ChannelRow& row) { return row.record.hasSecret ? tr("Set") : tr("None"); }},
           {[] { return tr("Waiting"); }, [](const ChannelRow& row) { return QString::number(row.record.waiting); }},
           {[] { return tr("Given up"); },
            [](const ChannelRow& row) {
                return row.record.dead == 0 ? QStringLiteral("0")
                                            : QString(QStringLiteral("▲ ") + QString::number(row.record.dead));
            }},
           {[] { return tr("Changed"); }, [](const ChannelRow& row) { return changedText(row.record); }},
           {[] { return tr("Last trouble"); }, lastAnswer}},
          this)
    , m_view(new QTableView(this))
    , m_change(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_said(new QLabel(this)) {
    m_view->setObjectName(QStringLiteral("channels"));
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 12);
    m_change->setObjectName(QStringLiteral("changeChannel"));
    m_test->setObjectName(QStringLiteral("testChannel"));
    m_said->setObjectName(QStringLiteral("channelSaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    const int gap = fontMetrics().averageCharWidth();
    row->setContentsMargins(gap, gap / 2, gap, 0);
    row->addWidget(m_said, 1); // beside the buttons: it moves nothing when it comes
    row->addWidget(m_change);
    row->addWidget(m_test);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChannelsPage::update);
    connect(m_view, &QTableView::activated, this, &ChannelsPage::change);
    connect(m_change, &QPushButton::clicked, this, &ChannelsPage::change);
    connect(m_test, &QPushButton::clicked, this, &ChannelsPage::test);
    word();
}

void ChannelsPage::word() {
    m_view->setAccessibleName(tr("Channels"));
    m_change->setText(tr("&Change…"));
    m_test->setText(tr("&Test…"));
    show(m_rows);
}

void ChannelsPage::clear() {
    ++m_question;
    m_said->clear();
    show({});
}

void ChannelsPage::readAgain() {
    using Records = std::vector<notify::ChannelRecord>;
    m_client.ask<Records>(
        this,
        [](notify::NoticeCentre& centre, people::Principal by, notify::Done<Records> done) {
            centre.channels(std::move(by), std::move(done));
        },
        [this, question = ++m_question](const Result<Records>& records) {
            if (question != m_question) return;
            if (records)
                take(*records);
            else
                m_said->setText(QString(QStringLiteral("▲  ") + channelProblemText(records.error())));
        });
}

void ChannelsPage::take(const std::vector<notify::ChannelRecord>& records) {
    std::vector<ChannelRow> rows;
    for (const auto& record : records) {
        const auto before = std::ranges::find(m_rows, record.config.channel,
                                              [](const ChannelRow& row) { return row.record.config.channel; });
        rows.push_back({record, before == m_rows.end() ? std::string() : before->lastCode,
                        before == m_rows.end() ? std::string() : before->lastDetail});
    }
    show(std::move(rows));
    using Deliveries = std::vector<notify::DeliveryRecord>;
    m_client.ask<Deliveries>(
        this,
        [](notify::NoticeCentre& centre, people::Principal by, notify::Done<Deliveries> done) {
            centre.outbox(std::move(by), {}, std::move(done));
        },
        [this, question = m_question](const Result<Deliveries>& deliveries) {
            if (question == m_question && deliveries) takeOutbox(*deliveries);
        });
}

// Of each channel the newest delivery that did not get through.
void ChannelsPage::takeOutbox(const std::vector<notify::DeliveryRecord>& deliveries) {
    auto rows = m_rows;
    for (ChannelRow& row : rows) {
        const auto found = std::ranges::find_if(deliveries, [&](const notify::DeliveryRecord& one) {
            return one.channel == row.record.config.channel && one.state != notify::DeliveryState::Delivered &&
                   !one.lastCode.empty();
        });
        row.lastCode = found == deliveries.end() ? std::string() : found->lastCode;
        row.lastDetail = found == deliveries.end() ? std::string() : found->lastDetail;
    }
    show(std::move(rows));
}

void ChannelsPage::show(std::vector<ChannelRow> rows) {
    const int row = std::max(0, m_view->currentIndex().row());
    m_rows = std::move(rows);
    m_model.setRecords(m_rows);
    if (row < m_model.rowCount()) m_view->setCurrentIndex(m_model.index(row, 0));
    update();
}

const ChannelRow* ChannelsPage::chosen() const {
    return m_model.at(m_view->currentIndex());
}

void ChannelsPage::update() {
    const bool may = chosen() != nullptr && m_client.may("channel.write");
    const bool lacks = chosen() != nullptr && !may;
    for (QPushButton* each : {m_change, m_test})
        each->setToolTip(lacks ? tr("This needs the scope channel.write.") : QString());
    m_change->setEnabled(may);
    m_test->setEnabled(may && !chosen()->record.config.url.empty());
}

void ChannelsPage::change() {
    const ChannelRow* const row = chosen();
    if (row == nullptr || !m_client.may("channel.write")) return;
    auto* form = new ChannelForm(m_client, row->record, this);
    connect(form, &QDialog::accepted, this, [this, channel = row->record.config.channel] {
        m_said->setText(tr("%1 is saved.").arg(channelText(channel)));
        readAgain();
    });
    form->open();
}

void ChannelsPage::test() {
    const ChannelRow* const row = chosen();
    if (row == nullptr || row->record.config.url.empty() || !m_client.may("channel.write")) return;
    const auto language = locale().language() == QLocale::Korean ? notify::Language::Korean : notify::Language::English;
    auto* form = new ChannelTestForm(m_client, row->record.config.channel, language, this);
    connect(form, &ChannelTestForm::delivered, this, [this](const QString& to) {
        m_said->setText(to.isEmpty() ? tr("✓ The test message was taken.")
                                     : tr("✓ The test message to %1 was taken.").arg(to));
    });
    form->open();
}

} // namespace haneul::notices
