#pragma once

#include "tests/support/loopback/loopback_server.h"

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace haneul::loopback {

struct Mail {
    std::string from, to, text;
    std::string account, password; // of AUTH PLAIN or LOGIN
    bool tls = false;

    [[nodiscard]] std::string field(const std::string& name) const; // "Message-ID"
};

enum class MailMood {
    Well,
    StallAtOnce, // no greeting
    StallInData,
    Later,          // 451 to the recipient
    Never,          // 550 to the recipient
    CloseInData,    // takes half of the mail and hangs up
    CloseAfterData, // takes the whole mail and hangs up without a word
    WrongLogIn,     // 535
    NoTls           // does not offer STARTTLS
};

// SMTP (RFC 5321) as far as a sender needs it. `certificate`: offers STARTTLS, or speaks TLS from the start.
class MailServer final : public LoopbackServer {
public:
    explicit MailServer(std::optional<Certificate> certificate = {}, bool tlsFromTheStart = false);
    ~MailServer() override;

    std::atomic<MailMood> mood = MailMood::Well;
    std::atomic<int> conversations = 0;
    [[nodiscard]] std::vector<Mail> mails() const; // all that came in whole, acknowledged or not

private:
    void serve(Line& line) override;
    bool takeMail(Line& line, Mail& mail);
    bool logIn(Line& line, const std::string& command, Mail& mail);

    bool m_offersTls = false, m_tlsFromTheStart = false;
    mutable std::mutex m_mutex;
    std::vector<Mail> m_mails;
};

} // namespace haneul::loopback
