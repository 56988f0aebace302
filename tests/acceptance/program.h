#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <functional>
#include <optional>

namespace haneul::tests {

// One real haneul-server (or haneul) in a data folder of its own, talked to over its public interfaces only.
class Program {
public:
    explicit Program(QString executable = QStringLiteral(HANEUL_SERVER))
        : m_executable(std::move(executable)) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
    }

    ~Program() { stop(); }

    // Starts and waits until it says where it is; false (with output()) when it ends before that.
    bool start(const QStringList& options, const QByteArray& config = {}) {
        QStringList arguments{QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"),
                              dataFolder()};
        if (!config.isEmpty()) {
            QFile file(m_folder.filePath(QStringLiteral("haneul.toml")));
            if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size()) return false;
            arguments << QStringLiteral("--config") << file.fileName();
        }
        m_process.start(m_executable, arguments + options);
        m_output.clear();
        return QTest::qWaitFor(
                   [&] {
                       m_output += m_process.readAll();
                       return m_output.contains("/healthz") || m_process.state() == QProcess::NotRunning;
                   },
                   30'000) &&
               m_output.contains("/healthz");
    }

    // Asks it to end as an operator's shell would; the exit code, or -1 when it had to be killed.
    int stop() {
        if (m_process.state() == QProcess::NotRunning) return m_process.exitCode();
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished(5'000);
            return -1;
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    [[nodiscard]] QProcess& process() { return m_process; }

    [[nodiscard]] QByteArray output() {
        m_output += m_process.readAll();
        return m_output;
    }

    [[nodiscard]] QUrl url(const QString& path) const {
        const qsizetype from = m_output.indexOf("http://");
        const qsizetype to = m_output.indexOf("/healthz");
        return QUrl(QString::fromUtf8(m_output.mid(from, to - from)) + path);
    }

    // Status code and body.
    std::pair<int, QByteArray> get(const QString& path) { return finish(m_network.get(request(path, token()))); }

    std::pair<int, QByteArray> post(const QString& path, const QByteArray& json) {
        return finish(m_network.post(request(path, token()), json));
    }

    // As nobody, or with a token of one's own.
    std::pair<int, QByteArray> getAs(const QByteArray& token, const QString& path) {
        return finish(m_network.get(request(path, token)));
    }

    std::pair<int, QByteArray> postAs(const QByteArray& token, const QString& path, const QByteArray& json) {
        return finish(m_network.post(request(path, token), json));
    }

    // Of the demonstration's supervisor; else one that the first administrator, made with the set-up code, issues.
    QByteArray token() {
        if (!m_token.isEmpty()) return m_token;
        const QFile accounts(dataFolder() + QStringLiteral("/demo-accounts.json"));
        m_token = accounts.exists() ? demoToken(QStringLiteral("supervisor")) : issuedToken();
        return m_token;
    }

    // Of a user of the demonstration.
    [[nodiscard]] QByteArray demoToken(const QString& user) const {
        QFile accounts(dataFolder() + QStringLiteral("/demo-accounts.json"));
        if (!accounts.open(QIODevice::ReadOnly)) return {};
        for (const auto& account : QJsonDocument::fromJson(accounts.readAll()).array())
            if (account[QStringLiteral("user")].toString() == user)
                return account[QStringLiteral("token")].toString().toUtf8();
        return {};
    }

    [[nodiscard]] QByteArray setUpCode() {
        static const QByteArray label = "set-up code";
        (void)QTest::qWaitFor([&] { return output().contains(label); }, 5'000);
        return m_output.mid(m_output.indexOf(label) + label.size()).trimmed().split(' ').first();
    }

    QJsonObject json(const QString& path) { return QJsonDocument::fromJson(get(path).second).object(); }

    // Asks again and again until the answer pleases or the time is over.
    bool waitForJson(const QString& path, const std::function<bool(const QJsonObject&)>& pleases,
                     int timeout_ms = 20'000) {
        return QTest::qWaitFor([&] { return pleases(json(path)); }, timeout_ms);
    }

private:
    QNetworkRequest request(const QString& path, const QByteArray& token) const {
        QNetworkRequest request(url(path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + token);
        return request;
    }

    QByteArray issuedToken() {
        const auto tokenIn = [](const std::pair<int, QByteArray>& answer) {
            return QJsonDocument::fromJson(answer.second).object()[QStringLiteral("token")].toString().toUtf8();
        };
        const QByteArray administrator =
            tokenIn(postAs({}, QStringLiteral("/api/v1/set-up"),
                           R"({"code":")" + setUpCode() + R"(","user":"first","password":"quiet copper lantern 84"})"));
        return tokenIn(
            postAs(administrator, QStringLiteral("/api/v1/tokens"),
                   R"({"name":"test","scopes":["telemetry.read","notice.read","replay.control","metrics.read"]})"));
    }

    std::pair<int, QByteArray> finish(QNetworkReply* reply) {
        (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000);
        std::pair result{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
        reply->deleteLater();
        return result;
    }

    QString m_executable;
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

// Process ids of the children of a process whose command is `name`.
[[nodiscard]] QList<qint64> childrenOf(qint64 parent, const QString& name);

// A free loopback port, most probably still free a moment later.
[[nodiscard]] quint16 freePort();

} // namespace haneul::tests
