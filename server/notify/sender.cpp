#include "server/notify/sender.h"

#include "core/json/json_writer.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <mutex>
#include <vector>

namespace haneul::notify {

namespace {

constexpr std::size_t mostAnswer = 200; // bytes kept of what the other side says
constexpr long longestWait_s = 60 * 60; // that a server may ask for

struct Answer {
    std::string lastLine; // of SMTP
    std::string body;     // of HTTP
};

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Upload {
    std::string_view rest;
};

std::size_t giveMail(char* buffer, std::size_t size, std::size_t count, void* self) {
    auto& rest = static_cast<Upload*>(self)->rest;
    const auto part = rest.substr(0, size * count);
    std::ranges::copy(part, buffer);
    rest.remove_prefix(part.size());
    return part.size();
}

std::size_t takeLine(char* data, std::size_t size, std::size_t count, void* self) {
    auto& line = static_cast<Answer*>(self)->lastLine;
    line.assign(data, std::min(size * count, mostAnswer));
    return size * count;
}

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* self) {
    auto& body = static_cast<Answer*>(self)->body;
    body.append(data, std::min(size * count, mostAnswer - std::min(mostAnswer, body.size())));
    return size * count;
}

int askedToStop(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

std::string tidied(std::string_view text, const std::string& secret) {
    std::string tidy = json::toValidUtf8(text.substr(0, mostAnswer));
    std::ranges::replace_if(tidy, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    if (!secret.empty() && tidy.contains(secret)) return "(hidden)"; // the other side has quoted it
    while (tidy.ends_with(' '))
        tidy.pop_back();
    return tidy;
}

struct Kind {
    CURLcode code;
    Outcome outcome;
    const char* name;
};

constexpr std::array kinds{
    Kind{CURLE_COULDNT_RESOLVE_HOST, Outcome::Failed, "NO_SUCH_HOST"},
    Kind{CURLE_COULDNT_CONNECT, Outcome::Failed, "NOT_REACHED"},
    Kind{CURLE_OPERATION_TIMEDOUT, Outcome::Failed, "TIMED_OUT"},
    Kind{CURLE_GOT_NOTHING, Outcome::Failed, "BROKEN_OFF"},
    Kind{CURLE_RECV_ERROR, Outcome::Failed, "BROKEN_OFF"},
    Kind{CURLE_SEND_ERROR, Outcome::Failed, "BROKEN_OFF"},
    Kind{CURLE_PARTIAL_FILE, Outcome::Failed, "BROKEN_OFF"},
    Kind{CURLE_ABORTED_BY_CALLBACK, Outcome::Failed, "STOPPING"},
    Kind{CURLE_PEER_FAILED_VERIFICATION, Outcome::Refused, "BAD_CERTIFICATE"},
    Kind{CURLE_SSL_CACERT_BADFILE, Outcome::Refused, "BAD_CA_FILE"},
    Kind{CURLE_SSL_CONNECT_ERROR, Outcome::Failed, "TLS_FAILED"},
    Kind{CURLE_USE_SSL_FAILED, Outcome::Refused, "NO_TLS"},
    Kind{CURLE_LOGIN_DENIED, Outcome::Refused, "LOG_IN_REFUSED"},
};

// What must hold of every connection.
struct Common {
    Handle curl{curl_easy_init(), &curl_easy_cleanup};
    std::array<char, CURL_ERROR_SIZE> error{};
    Answer answer;

    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl.get(), option, value);
    }

    void prepare(const ChannelConfig& config, const std::stop_token& stop) {
        set(CURLOPT_URL, config.url.c_str());
        set(CURLOPT_ERRORBUFFER, error.data());
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(config.timeout_ms));
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(config.timeout_ms));
        set(CURLOPT_PROXY, ""); // what the environment says of proxies is not for us
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!config.caFile.empty()) set(CURLOPT_CAINFO, config.caFile.c_str());
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &askedToStop);
        set(CURLOPT_XFERINFODATA, &stop);
        set(CURLOPT_WRITEFUNCTION, &takeBody);
        set(CURLOPT_WRITEDATA, &answer);
    }

    [[nodiscard]] long response() const {
        long code = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &code);
        return code;
    }

    [[nodiscard]] Sent ofTransport(CURLcode code, const std::string& secret) const {
        const auto known = std::ranges::find(kinds, code, &Kind::code);
        const std::string text = error[0] != '\0' ? error.data() : curl_easy_strerror(code);
        if (known == kinds.end())
            return {Outcome::Failed, std::format("CURL_{}", static_cast<int>(code)), tidied(text, secret), {}};
        return {known->outcome, known->name, tidied(text, secret), {}};
    }
};

Sent sendMail(Common& common, const ChannelConfig& config, const std::string& secret, const Outgoing& message) {
    const std::string text = mailText(message, config.sender);
    const std::string from = "<" + config.sender + ">";
    const std::string to = "<" + message.to + ">";
    const Lines recipients(curl_slist_append(nullptr, to.c_str()), &curl_slist_free_all);
    Upload upload{text};
    common.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (config.security == Security::StartTls) common.set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!config.account.empty()) {
        common.set(CURLOPT_USERNAME, config.account.c_str());
        common.set(CURLOPT_PASSWORD, secret.c_str());
    }
    common.set(CURLOPT_MAIL_FROM, from.c_str());
    common.set(CURLOPT_MAIL_RCPT, recipients.get());
    common.set(CURLOPT_UPLOAD, 1L);
    common.set(CURLOPT_READFUNCTION, &giveMail);
    common.set(CURLOPT_READDATA, &upload);
    common.set(CURLOPT_HEADERFUNCTION, &takeLine);
    common.set(CURLOPT_HEADERDATA, &common.answer);
    const CURLcode code = curl_easy_perform(common.curl.get());
    if (code == CURLE_OK) return {Outcome::Delivered, "", "", {}};
    const long reply = common.response();
    if (reply >= 400 && reply < 600) // the last word of the server, whatever libcurl calls it
        return {reply < 500 ? Outcome::Failed : Outcome::Refused,
                std::format("SMTP_{}", reply),
                tidied(common.answer.lastLine, secret),
                {}};
    return common.ofTransport(code, secret);
}

Sent ofStatus(const Common& common, const std::string& secret) {
    const long status = common.response();
    if (status >= 200 && status < 300) return {Outcome::Delivered, "", "", {}};
    const bool later = status == 408 || status == 425 || status == 429 || status >= 500;
    Sent sent{later ? Outcome::Failed : Outcome::Refused,
              std::format("HTTP_{}", status),
              tidied(common.answer.body, secret),
              {}};
    curl_off_t wait_s = 0;
    if (curl_easy_getinfo(common.curl.get(), CURLINFO_RETRY_AFTER, &wait_s) == CURLE_OK && wait_s > 0)
        sent.notFor = std::chrono::seconds(std::min<curl_off_t>(wait_s, longestWait_s));
    return sent;
}

Sent sendPost(Common& common, const ChannelConfig& config, const std::string& secret, const Outgoing& message,
              UtcMs now) {
    std::string body;
    std::vector<std::string> fields{"Idempotency-Key: " + message.key, "Expect:", "User-Agent: Haneul"};
    switch (config.channel) {
    case Channel::Webhook:
        body = webhookBody(message);
        if (!secret.empty()) fields.push_back("X-Haneul-Signature: " + signatureOf(secret, now, body));
        break;
    case Channel::Sms:
        body = smsBody(message, config);
        if (!secret.empty()) fields.push_back("Authorization: " + secret);
        break;
    case Channel::Push:
    case Channel::Desk:
    case Channel::Email:
        body = pushBody(message);
        if (!secret.empty()) fields.push_back("Authorization: Bearer " + secret);
        break;
    }
    fields.push_back("Content-Type: " + (config.channel == Channel::Sms ? config.contentType : "application/json"));
    Lines lines(nullptr, &curl_slist_free_all);
    for (const std::string& field : fields)
        lines.reset(curl_slist_append(lines.release(), field.c_str()));
    common.set(CURLOPT_PROTOCOLS_STR, "http,https");
    common.set(CURLOPT_HTTPHEADER, lines.get());
    common.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    common.set(CURLOPT_POSTFIELDS, body.c_str());
    const CURLcode code = curl_easy_perform(common.curl.get());
    return code == CURLE_OK ? ofStatus(common, secret) : common.ofTransport(code, secret);
}

} // namespace

Sent sendByNetwork(const ChannelConfig& config, const std::string& secret, const Outgoing& message, UtcMs now,
                   const std::stop_token& stop) {
    static std::once_flag begun;
    std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Common common;
    if (!common.curl) return {Outcome::Failed, "NO_MEMORY", "no memory for a connection", {}};
    common.prepare(config, stop);
    return config.channel == Channel::Email ? sendMail(common, config, secret, message)
                                            : sendPost(common, config, secret, message, now);
}

} // namespace haneul::notify
