#pragma once

#include "server/notify/notice_centre.h"
#include "ui/access/admin_forms.h"
#include "ui/notices/centre_client.h"

#include <map>
#include <string_view>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace haneul::notices {

// How one channel is spoken to. Its secret is written only: nobody reads it back here. What is refused is said at the
// field that it is about.
class ChannelForm final : public access::AdminForm {
    Q_OBJECT

public:
    ChannelForm(CentreClient& client, const notify::ChannelRecord& record, QWidget* parent);

protected:
    void send() override;

private:
    QLineEdit* line(const char* name, const std::string& text, Words label);
    void addServer();
    void addMail();
    void addGateway();
    void addKinds();
    void addSecret(bool hasSecret);
    void field(const char* name, QWidget* widget, Words label);
    void refused(const Error& error);
    [[nodiscard]] notify::ChannelConfig typed() const;
    [[nodiscard]] std::optional<std::string> secret() const; // nullopt: stays as it is

    struct Field {
        QWidget* widget;
        QLabel* problem;
    };

    CentreClient& m_client;
    notify::ChannelConfig m_config;
    std::map<std::string, Field, std::less<>> m_fields; // as the service names them
    QCheckBox* m_enabled;
    QLineEdit* m_url = nullptr;
    QComboBox* m_security = nullptr;
    QLineEdit* m_account = nullptr;
    QLineEdit* m_sender = nullptr;
    QLineEdit* m_caFile = nullptr;
    QComboBox* m_contentType = nullptr;
    QLineEdit* m_template = nullptr;
    std::map<notify::NoticeKind, QCheckBox*> m_kinds;
    QSpinBox* m_timeout = nullptr;
    QLineEdit* m_secret = nullptr;
    QCheckBox* m_forget = nullptr;
};

// One message to see whether a channel works as it is saved.
class ChannelTestForm final : public access::AdminForm {
    Q_OBJECT

public:
    ChannelTestForm(CentreClient& client, notify::Channel channel, notify::Language language, QWidget* parent);

Q_SIGNALS:
    void delivered(const QString& to);

protected:
    void send() override;

private:
    CentreClient& m_client;
    notify::Channel m_channel;
    notify::Language m_language;
    QLineEdit* m_to;
};

// What a refusal or an answer of a channel means, in the language of the desk.
[[nodiscard]] QString channelProblemText(const Error& error);

} // namespace haneul::notices
