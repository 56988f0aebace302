#include "tests/support/loopback/mail_server.h"

#include <openssl/evp.h>

#include <algorithm>

namespace haneul::loopback {

namespace {

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string fromBase64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    const int size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (size < 0) return {};
    bytes.resize(static_cast<std::size_t>(size) - static_cast<std::size_t>(std::ranges::count(text, '=')));
    return bytes;
}

std::string between(const std::string& text, char begin, char end) {
    const auto from = text.find(begin);
    const auto to = text.find(end, from);
    return from == std::string::npos || to == std::string::npos ? "" : text.substr(from + 1, to - from - 1);
}

} // namespace

std::string Mail::field(const std::string& name) const {
    const auto at = ("\n" + text).find("\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 2;
    return text.substr(begin, text.find('\r', begin) - begin);
}

MailServer::MailServer(std::optional<Certificate> certificate, bool tlsFromTheStart)
    : LoopbackServer(certificate, tlsFromTheStart)
    , m_offersTls(certificate.has_value() && !tlsFromTheStart)
    , m_tlsFromTheStart(tlsFromTheStart) {
    start();
}

MailServer::~MailServer() {
    stop();
}

std::vector<Mail> MailServer::mails() const {
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

bool MailServer::logIn(Line& line, const std::string& command, Mail& mail) {
    std::string proof = command.substr(std::min(command.size(), std::string("AUTH PLAIN ").size()));
    if (upper(command).starts_with("AUTH LOGIN")) {
        line.write("334 VXNlcm5hbWU6\r\n");
        mail.account = fromBase64(line.readLine().value_or(""));
        line.write("334 UGFzc3dvcmQ6\r\n");
        mail.password = fromBase64(line.readLine().value_or(""));
    } else {
        if (proof.empty()) {
            line.write("334 \r\n");
            proof = line.readLine().value_or("");
        }
        const std::string plain = fromBase64(proof);
        const auto second = plain.find('\0', 1);
        mail.account = plain.substr(1, second - 1);
        mail.password = plain.substr(second + 1);
    }
    if (mood == MailMood::WrongLogIn) {
        // As unkind as can be: quotes what it got.
        line.write("535 5.7.8 not you, " + mail.password + "\r\n");
        return false;
    }
    return line.write("235 2.7.0 welcome\r\n");
}

bool MailServer::takeMail(Line& line, Mail& mail) {
    if (mood == MailMood::StallInData) {
        line.write("354 go on\r\n");
        line.stall();
        return false;
    }
    line.write("354 go on\r\n");
    mail.text.clear();
    for (int count = 0;; ++count) {
        auto text = line.readLine();
        if (!text) return false;
        if (mood == MailMood::CloseInData && count == 3) return false;
        if (*text == ".") break;
        if (text->starts_with("..")) text->erase(0, 1);
        mail.text += *text + "\r\n";
    }
    {
        const std::lock_guard lock(m_mutex);
        m_mails.push_back(mail);
    }
    return mood != MailMood::CloseAfterData && line.write("250 2.0.0 taken\r\n");
}

void MailServer::serve(Line& line) {
    ++conversations;
    if (mood == MailMood::StallAtOnce) return line.stall();
    Mail mail{.tls = m_tlsFromTheStart};
    line.write("220 loopback ESMTP\r\n");
    while (const auto command = line.readLine()) {
        const std::string verb = upper(command->substr(0, 4));
        if (verb == "EHLO" || verb == "HELO") {
            const bool offer = m_offersTls && !mail.tls && mood != MailMood::NoTls;
            line.write(std::string("250-loopback\r\n") + (offer ? "250-STARTTLS\r\n" : "") +
                       "250 AUTH PLAIN LOGIN\r\n");
        } else if (verb == "STAR") {
            line.write("220 go ahead\r\n");
            if (!line.startTls()) return;
            mail.tls = true;
        } else if (verb == "AUTH") {
            if (!logIn(line, *command, mail)) continue;
        } else if (verb == "MAIL") {
            mail.from = between(*command, '<', '>');
            line.write("250 2.1.0 fine\r\n");
        } else if (verb == "RCPT") {
            mail.to = between(*command, '<', '>');
            if (mood == MailMood::Later)
                line.write("451 4.7.1 not now\r\n");
            else if (mood == MailMood::Never)
                line.write("550 5.1.1 nobody of this name\r\n");
            else
                line.write("250 2.1.5 fine\r\n");
        } else if (verb == "DATA") {
            if (!takeMail(line, mail)) return;
        } else if (verb == "QUIT") {
            line.write("221 bye\r\n");
            return;
        } else {
            line.write("250 fine\r\n");
        }
    }
}

} // namespace haneul::loopback
