#include "ui/notices/centre_panel.h"

#include "ui/notices/channels_page.h"
#include "ui/notices/message_model.h"
#include "ui/notices/outbox_model.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace haneul::notices {

namespace {

QTableView* tableOf(QAbstractItemModel* model, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return view;
}

notify::Language languageOfDesk(const QWidget& widget) {
    return widget.locale().language() == QLocale::Korean ? notify::Language::Korean : notify::Language::English;
}

} // namespace

CentrePanel::CentrePanel(notify::NoticeCentre* centre, CentreClient::WhoAsks whoAsks, QWidget* parent)
    : QWidget(parent)
    , m_client(centre, std::move(whoAsks))
    , m_messages(new MessageModel(this))
    , m_outbox(new OutboxModel(this))
    , m_tabs(new QTabWidget(this)) {
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeNotices(), QString());
    m_outboxPage = makeOutbox();
    m_tabs->addTab(m_outboxPage, QString());
    m_channels = new ChannelsPage(m_client, m_tabs);
    m_tabs->addTab(m_channels, QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    column->addWidget(m_state);
    connect(&m_client, &CentreClient::changed, this, &CentrePanel::readAgain);
    word();
    readAgain();
}

QWidget* CentrePanel::makeNotices() {
    auto* page = new QWidget(m_tabs);
    m_unreadOnly = new QCheckBox(page);
    m_acknowledge = new QPushButton(page);
    m_open = new QPushButton(page);
    m_messageView = tableOf(m_messages, page);
    auto* row = new QHBoxLayout;
    const int gap = fontMetrics().averageCharWidth();
    row->setContentsMargins(gap, gap / 2, gap, 0);
    row->addWidget(m_unreadOnly);
    row->addStretch();
    row->addWidget(m_acknowledge);
    row->addWidget(m_open);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_messageView);
    m_messageView->setObjectName(QStringLiteral("ownNotices"));
    m_unreadOnly->setObjectName(QStringLiteral("unreadOnly"));
    connect(m_unreadOnly, &QCheckBox::toggled, this, &CentrePanel::readAgain);
    connect(m_acknowledge, &QPushButton::clicked, this, &CentrePanel::acknowledge);
    connect(m_open, &QPushButton::clicked, this, &CentrePanel::openReference);
    connect(m_messageView, &QTableView::activated, this, &CentrePanel::openReference);
    connect(m_messageView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CentrePanel::update);
    connect(m_messages, &QAbstractItemModel::dataChanged, this, &CentrePanel::update);
    connect(m_messages, &QAbstractItemModel::modelReset, this, &CentrePanel::update);
    return page;
}

QWidget* CentrePanel::makeOutbox() {
    auto* page = new QWidget(m_tabs);
    m_deadOnly = new QCheckBox(page);
    m_sendAgain = new QPushButton(page);
    m_outboxView = tableOf(m_outbox, page);
    auto* row = new QHBoxLayout;
    const int gap = fontMetrics().averageCharWidth();
    row->setContentsMargins(gap, gap / 2, gap, 0);
    row->addWidget(m_deadOnly);
    row->addStretch();
    row->addWidget(m_sendAgain);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_outboxView);
    m_outboxView->setObjectName(QStringLiteral("outbox"));
    m_deadOnly->setObjectName(QStringLiteral("deadOnly"));
    connect(m_deadOnly, &QCheckBox::toggled, this, &CentrePanel::readAgain);
    connect(m_sendAgain, &QPushButton::clicked, this, &CentrePanel::sendAgain);
    connect(m_outboxView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CentrePanel::update);
    connect(m_outbox, &QAbstractItemModel::dataChanged, this, &CentrePanel::update);
    connect(m_outbox, &QAbstractItemModel::modelReset, this, &CentrePanel::update);
    return page;
}

void CentrePanel::word() {
    m_tabs->setTabText(0, tr("Notices (%1)").arg(m_unread));
    m_tabs->setTabText(1, tr("Outbox"));
    m_tabs->setTabText(2, tr("Channels"));
    m_channels->word();
    m_unreadOnly->setText(tr("Not acknowledged &only"));
    m_acknowledge->setText(tr("&Acknowledge"));
    m_open->setText(tr("Open what it is a&bout"));
    m_deadOnly->setText(tr("&Given up only"));
    m_sendAgain->setText(tr("&Send again"));
    m_messageView->setAccessibleName(tr("Own notices"));
    m_outboxView->setAccessibleName(tr("Outbox"));
    m_messages->setLanguage(languageOfDesk(*this));
    m_outbox->setLanguage(languageOfDesk(*this));
    update();
}

void CentrePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) word();
}

void CentrePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    readAgain();
}

void CentrePanel::update() {
    const auto* const notice = m_messages->at(m_messageView->currentIndex());
    m_acknowledge->setEnabled(notice != nullptr && !notice->acknowledged);
    m_open->setEnabled(notice != nullptr && notice->about != notify::Reference{});
    const auto* const delivery = m_outbox->at(m_outboxView->currentIndex());
    m_sendAgain->setEnabled(delivery != nullptr && delivery->state != notify::DeliveryState::Delivered &&
                            m_client.may("outbox.write"));
}

void CentrePanel::setTheme(const theme::Theme& theme) {
    m_messages->setTheme(theme);
}

void CentrePanel::setSituation(const situation::SituationPtr&) {
    if (m_client.session() == m_session) return;
    m_messages->setNotices({});
    m_outbox->setDeliveries({});
    m_channels->clear();
    count(0);
    readAgain();
}

void CentrePanel::readAgain() {
    ++m_question;
    m_session = m_client.session();
    const bool keeps = m_client.may("outbox.read");
    m_tabs->setTabVisible(1, keeps);
    m_tabs->setTabVisible(2, keeps);
    readOwn();
    if (!keeps) return;
    readOutbox();
    m_channels->readAgain();
}

void CentrePanel::readOwn() {
    notify::OwnFilter filter{.unreadOnly = m_unreadOnly->isChecked()};
    m_client.ask<notify::OwnNotices>(
        this,
        [filter](notify::NoticeCentre& centre, people::Principal by, notify::Done<notify::OwnNotices> done) {
            centre.own(std::move(by), filter, std::move(done));
        },
        [this, question = m_question](const Result<notify::OwnNotices>& own) {
            if (question != m_question) return;
            if (own)
                take(*own);
            else
                showProblem(own.error());
        });
}

void CentrePanel::take(const notify::OwnNotices& own) {
    m_state->hide();
    m_messages->setNotices(own.notices);
    count(own.unread);
    update();
}

void CentrePanel::count(std::uint64_t unread) {
    if (unread == m_unread) return;
    m_unread = unread;
    m_tabs->setTabText(0, tr("Notices (%1)").arg(m_unread));
    Q_EMIT unreadChanged(m_unread);
}

void CentrePanel::readOutbox() {
    notify::OutboxFilter filter;
    if (m_deadOnly->isChecked()) filter.state = notify::DeliveryState::Dead;
    using Records = std::vector<notify::DeliveryRecord>;
    m_client.ask<Records>(
        this,
        [filter](notify::NoticeCentre& centre, people::Principal by, notify::Done<Records> done) {
            centre.outbox(std::move(by), filter, std::move(done));
        },
        [this, question = m_question](const Result<Records>& records) {
            if (question != m_question) return;
            if (!records) return showProblem(records.error());
            m_outbox->setDeliveries(*records);
            update();
        });
}

void CentrePanel::showProblem(const Error& error) {
    if (error.code == "NO_NOTICES") m_messages->setNotices({}); // nobody is there who may read them
    m_state->setText(error.code == "NO_NOTICES"
                         ? tr("Nobody is signed in.")
                         : tr("This did not work: %1 (%2)")
                               .arg(QString::fromStdString(error.message), QString::fromStdString(error.code)));
    m_state->show();
}

void CentrePanel::acknowledge() {
    const auto* const notice = m_messages->at(m_messageView->currentIndex());
    if (notice == nullptr || notice->acknowledged) return;
    m_client.ask<void>(
        this,
        [id = notice->id](notify::NoticeCentre& centre, people::Principal by, notify::Done<void> done) {
            centre.acknowledge(std::move(by), id, std::move(done));
        },
        [this](const Result<void>& done) {
            if (!done) showProblem(done.error());
        });
}

void CentrePanel::openReference() {
    const auto* const notice = m_messages->at(m_messageView->currentIndex());
    if (notice == nullptr || notice->about == notify::Reference{}) return;
    Q_EMIT referenceWanted(QString::fromStdString(notice->about.plan), QString::fromStdString(notice->about.zone),
                           QString::fromStdString(notice->about.mission));
}

void CentrePanel::showChannels() {
    if (!m_client.may("outbox.read")) return;
    m_tabs->setCurrentWidget(m_channels);
    m_channels->findChild<QTableView*>()->setFocus(Qt::ShortcutFocusReason);
}

void CentrePanel::sendAgain() {
    const auto* const delivery = m_outbox->at(m_outboxView->currentIndex());
    if (delivery == nullptr) return;
    m_client.ask<void>(
        this,
        [id = delivery->id](notify::NoticeCentre& centre, people::Principal by, notify::Done<void> done) {
            centre.sendAgain(std::move(by), id, std::move(done));
        },
        [this](const Result<void>& done) {
            if (!done) showProblem(done.error());
        });
}

} // namespace haneul::notices
