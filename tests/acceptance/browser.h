#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace haneul::tests {

// A real Chromium without a window, driven over WebDriver (w3.org/TR/webdriver2) by its own chromedriver.
class Browser {
public:
    struct Look {
        int width = 360, height = 740; // CSS pixels of a phone
        QString languages;             // "ko-KR,ko": Accept-Language
        QString timeZone;              // "Asia/Seoul"
    };

    // Whether this machine has one.
    [[nodiscard]] static bool isThere();

    Browser() = default;

    ~Browser() { stop(); }

    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    // False: error() says why.
    bool start(const Look& look);
    void stop();

    void open(const QString& url);

    void reload() { command("POST", QStringLiteral("refresh")); }

    // The value of a JavaScript expression; `arguments[0]` and so on are the given ones.
    QJsonValue value(const QString& expression, const QJsonArray& arguments = {});
    // Awaits a promise.
    QJsonValue awaited(const QString& expression);
    [[nodiscard]] bool waitFor(const QString& expression, const QJsonArray& arguments = {}, int timeout_ms = 10'000);

    // As a person would: it must be there, visible, and not covered.
    bool click(const QString& selector);
    bool clickText(const QString& selector, const QString& text);
    bool type(const QString& selector, const QString& text); // instead of what is there
    bool choose(const QString& selector, const QString& optionValue);
    bool give(const QString& selector, const QString& path); // a file

    void acceptQuestion() { command("POST", QStringLiteral("alert/accept")); }

    bool connect(bool works);       // the network, for this page only
    bool press(const QString& key); // one key, wherever the focus is

    [[nodiscard]] QString text(const QString& selector); // of the first
    [[nodiscard]] bool has(const QString& selector);
    bool picture(const QString& file);
    // What the console said since the last call: "SEVERE javascript: …".
    [[nodiscard]] QStringList complaints();

    [[nodiscard]] QString error() const { return m_error; }

private:
    QJsonValue command(const char* method, const QString& path, const QJsonObject& body = {});
    QJsonValue request(const char* method, const QString& path, const QJsonObject& body);
    [[nodiscard]] QString element(const QString& selector);
    bool clickElement(const QString& id);

    QTemporaryDir m_profile;
    QProcess m_driver;
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
    QString m_session;
    QString m_error;
};

} // namespace haneul::tests
