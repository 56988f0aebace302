#include "ui/notices/channel_form.h"

#include "ui/notices/message_model.h"
#include "ui/notices/outbox_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <utility>

namespace haneul::notices {

using notify::Channel;
using notify::ChannelConfig;
using notify::NoticeKind;
using notify::Security;

namespace {

constexpr int longestLine = 255;
constexpr int longestTemplate = 4'096;
constexpr int shortestTimeout_ms = 500;
constexpr int longestTimeout_ms = 60'000;
constexpr int timeoutStep_ms = 500;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

std::string typedText(const QLineEdit* field) {
    return field == nullptr ? std::string() : field->text().trimmed().toStdString();
}

} // namespace

QString channelProblemText(const Error& error) {
    const QString words = plain(error.message);
    if (error.code == "FORBIDDEN") return ChannelForm::tr("You may not do this. Ask somebody with the right for it.");
    if (error.code == "BAD_URL")
        return ChannelForm::tr("This is no address of a server as the channel needs it (%1).").arg(words);
    if (error.code == "INSECURE_CHANNEL")
        return ChannelForm::tr("Another machine is reached encrypted only (%1).").arg(words);
    if (error.code == "BAD_EMAIL") return ChannelForm::tr("This is no e-mail address.");
    if (error.code == "BAD_TEMPLATE")
        return ChannelForm::tr("The gateway would not understand this template (%1).").arg(words);
    if (error.code == "BAD_TIMEOUT") return ChannelForm::tr("One attempt may take 500 to 60000 ms.");
    if (error.code == "BAD_CHANNEL") return ChannelForm::tr("A text is too long or has characters that it may not.");
    if (error.code == "NO_ADDRESS") return ChannelForm::tr("Say where the message is to go.");
    if (error.code == "BUSY") return ChannelForm::tr("Too much waits here. Try again in a moment.");
    return ChannelForm::tr("This did not work: %1 (%2)").arg(words, plain(error.code));
}

ChannelForm::ChannelForm(CentreClient& client, const notify::ChannelRecord& record, QWidget* parent)
    : AdminForm(QStringLiteral("channelForm"), parent)
    , m_client(client)
    , m_config(record.config)
    , m_enabled(new QCheckBox(this)) {
    m_enabled->setObjectName(QStringLiteral("enabled"));
    m_enabled->setChecked(m_config.enabled);
    m_enabled->setText(tr("Notices go out by &this channel"));
    addField(m_enabled);
    addServer();
    if (m_config.channel == Channel::Email) addMail();
    if (m_config.channel == Channel::Sms) addGateway();
    if (m_config.channel == Channel::Webhook) addKinds();
    addSecret(record.hasSecret);
    finish([channel = m_config.channel] { return tr("Channel: %1").arg(channelText(channel)); },
           [] { return tr("&Save"); });
    setComplete(true);
}

// The line below a field is kept free, so that a refusal does not move what is below.
void ChannelForm::field(const char* name, QWidget* widget, Words label) {
    widget->setObjectName(QLatin1StringView(name));
    addRow(std::move(label), widget);
    auto* problem = new QLabel(this);
    problem->setObjectName(QString(QStringLiteral("problem_") + QLatin1StringView(name)));
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    problem->hide();
    addField(problem);
    m_fields.emplace(name, Field{widget, problem});
}

QLineEdit* ChannelForm::line(const char* name, const std::string& text, Words label) {
    auto* made = new QLineEdit(this);
    made->setMaxLength(longestLine);
    made->setText(plain(text));
    field(name, made, std::move(label));
    return made;
}

void ChannelForm::addServer() {
    const bool mail = m_config.channel == Channel::Email;
    m_url = line("url", m_config.url, [mail] {
        return mail ? tr("&Mail server, such as smtp://mail.example.org:587")
                    : tr("&Address, such as https://gateway.example.org/send");
    });
    m_caFile = line("ca_file", m_config.caFile,
                    [] { return tr("File with the &certificates to trust (PEM); empty: those of the system"); });
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(shortestTimeout_ms, longestTimeout_ms);
    m_timeout->setSingleStep(timeoutStep_ms);
    m_timeout->setSuffix(QStringLiteral(" ms"));
    m_timeout->setValue(static_cast<int>(m_config.timeout_ms));
    field("timeout_ms", m_timeout, [] { return tr("Longest time of &one attempt"); });
}

void ChannelForm::addMail() {
    m_security = new QComboBox(this);
    for (const auto& [security, text] :
         {std::pair(Security::Tls, tr("TLS from the start")), std::pair(Security::StartTls, tr("STARTTLS")),
          std::pair(Security::None, tr("None: on this machine only"))})
        m_security->addItem(text, static_cast<int>(security));
    m_security->setCurrentIndex(m_security->findData(static_cast<int>(m_config.security)));
    field("security", m_security, [] { return tr("&Encryption"); });
    m_sender = line("sender", m_config.sender, [] { return tr("Sen&der of the mails"); });
    m_account = line("account", m_config.account, [] { return tr("Acc&ount at the server; empty: no log-in"); });
}

void ChannelForm::addGateway() {
    m_contentType = new QComboBox(this);
    for (const char* type : {"application/json", "application/x-www-form-urlencoded"})
        m_contentType->addItem(QLatin1StringView(type));
    m_contentType->setCurrentText(plain(m_config.contentType));
    field("content_type", m_contentType, [] { return tr("&Form of the message"); });
    m_template =
        line("template", m_config.bodyTemplate, [] { return tr("Te&mplate with {to}, {text} and, if wanted, {key}"); });
    m_template->setMaxLength(longestTemplate);
    m_template->setText(plain(m_config.bodyTemplate));
}

void ChannelForm::addKinds() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    for (const NoticeKind kind : notify::allKinds) {
        auto* one = new QCheckBox(kindText(kind), box);
        one->setObjectName(QString(QStringLiteral("kind_") + QLatin1StringView(notify::toString(kind))));
        one->setChecked(m_config.kinds.contains(kind));
        grid->addWidget(one, place / 2, place % 2);
        m_kinds.emplace(kind, one);
        ++place;
    }
    box->setFocusProxy(m_kinds.begin()->second);
    field("kinds", box, [] { return tr("&What is told"); });
}

void ChannelForm::addSecret(bool hasSecret) {
    m_secret = new QLineEdit(this);
    m_secret->setMaxLength(longestLine);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(hasSecret ? tr("one is set; empty: it stays") : tr("none is set"));
    field("secret", m_secret, [channel = m_config.channel] {
        return channel == Channel::Email     ? tr("&Password of the account; it cannot be read back")
               : channel == Channel::Webhook ? tr("&Key of the signature; it cannot be read back")
                                             : tr("&Token of the server; it cannot be read back");
    });
    m_forget = new QCheckBox(tr("&Remove the secret that is set"), this);
    m_forget->setObjectName(QStringLiteral("forgetSecret"));
    m_forget->setVisible(hasSecret);
    connect(m_forget, &QCheckBox::toggled, m_secret, &QWidget::setDisabled);
    addField(m_forget);
}

ChannelConfig ChannelForm::typed() const {
    ChannelConfig config = m_config;
    config.enabled = m_enabled->isChecked();
    config.url = typedText(m_url);
    config.caFile = typedText(m_caFile);
    config.timeout_ms = m_timeout->value();
    if (m_security != nullptr) {
        config.security = static_cast<Security>(m_security->currentData().toInt());
        config.sender = typedText(m_sender);
        config.account = typedText(m_account);
    }
    if (m_template != nullptr) {
        config.contentType = m_contentType->currentText().toStdString();
        config.bodyTemplate = typedText(m_template);
    }
    for (const auto& [kind, box] : m_kinds)
        if (box->isChecked())
            config.kinds.insert(kind);
        else
            config.kinds.erase(kind);
    return config;
}

std::optional<std::string> ChannelForm::secret() const {
    if (m_forget->isChecked()) return std::string();
    if (m_secret->text().isEmpty()) return std::nullopt;
    return m_secret->text().toStdString();
}

void ChannelForm::refused(const Error& error) {
    const auto found = m_fields.find(error.where);
    if (found == m_fields.end()) return failed(channelProblemText(error));
    found->second.problem->setText(QString(QStringLiteral("▲  ") + channelProblemText(error)));
    found->second.problem->show();
    failed(tr("Nothing was saved: see the field that is marked."));
    found->second.widget->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::send() {
    for (const auto& [name, one] : m_fields)
        one.problem->hide();
    m_client.ask<void>(
        this,
        [config = typed(), secret = secret()](notify::NoticeCentre& centre, people::Principal by,
                                              notify::Done<void> done) {
            centre.setChannel(std::move(by), config, secret, std::move(done));
        },
        [this](const Result<void>& done) {
            if (done)
                accept();
            else
                refused(done.error());
        });
}

ChannelTestForm::ChannelTestForm(CentreClient& client, Channel channel, notify::Language language, QWidget* parent)
    : AdminForm(QStringLiteral("channelTestForm"), parent)
    , m_client(client)
    , m_channel(channel)
    , m_language(language)
    , m_to(new QLineEdit(this)) {
    addText([channel] {
        return tr("One message goes out now by %1, with what is saved, also while the channel is off. It is in "
                  "nobody's "
                  "list of notices and is not tried again.")
            .arg(channelText(channel));
    });
    m_to->setObjectName(QStringLiteral("testTo"));
    m_to->setMaxLength(longestLine);
    if (channel == Channel::Webhook) {
        m_to->hide();
        setComplete(true);
    } else {
        addRow(
            [channel] {
                return channel == Channel::Email ? tr("&To the address")
                       : channel == Channel::Sms ? tr("&To the number, such as +821012345678")
                                                 : tr("&To the topic");
            },
            m_to);
        connect(m_to, &QLineEdit::textChanged, this,
                [this](const QString& text) { setComplete(!text.trimmed().isEmpty()); });
    }
    finish([channel] { return tr("Test: %1").arg(channelText(channel)); }, [] { return tr("&Send the message"); });
}

void ChannelTestForm::send() {
    m_client.ask<notify::Attempt>(
        this,
        [channel = m_channel, to = m_to->text().trimmed().toStdString(), language = m_language](
            notify::NoticeCentre& centre, people::Principal by, notify::Done<notify::Attempt> done) {
            centre.testChannel(std::move(by), channel, to, language, std::move(done));
        },
        [this](const Result<notify::Attempt>& attempt) {
            if (!attempt) return failed(channelProblemText(attempt.error()));
            if (attempt->outcome != notify::Outcome::Delivered)
                return failed(tr("It did not get through: %1 %2").arg(plain(attempt->code), plain(attempt->detail)));
            Q_EMIT delivered(m_to->text().trimmed());
            accept();
        });
}

} // namespace haneul::notices
