#include "tests/support/loopback/http_target.h"

#include <algorithm>
#include <format>

namespace haneul::loopback {

HttpTarget::HttpTarget(std::optional<Certificate> certificate)
    : LoopbackServer(certificate, certificate.has_value()) {
    start();
}

HttpTarget::~HttpTarget() {
    stop();
}

std::vector<Post> HttpTarget::posts() const {
    const std::lock_guard lock(m_mutex);
    return m_posts;
}

void HttpTarget::setExtra(std::string fields) {
    const std::lock_guard lock(m_mutex);
    m_extra = std::move(fields);
}

void HttpTarget::serve(Line& line) {
    if (mood == HttpMood::CloseAtOnce) return;
    const auto first = line.readLine();
    if (!first) return;
    Post post;
    post.method = first->substr(0, first->find(' '));
    const auto path = first->find(' ') + 1;
    post.path = first->substr(path, first->find(' ', path) - path);
    std::size_t length = 0;
    for (;;) {
        const auto field = line.readLine();
        if (!field) return;
        if (field->empty()) break;
        const auto colon = field->find(':');
        std::string name = field->substr(0, colon);
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        std::string value = field->substr(std::min(field->size(), colon + 2));
        if (name == "content-length") length = std::stoul(value);
        post.fields[name] = std::move(value);
    }
    auto body = line.read(length);
    if (!body) return;
    post.body = *std::move(body);
    std::string extra;
    {
        const std::lock_guard lock(m_mutex);
        m_posts.push_back(std::move(post));
        extra = m_extra;
    }
    switch (mood.load()) {
    case HttpMood::Stall:
        return line.stall();
    case HttpMood::Answer: {
        const std::string text = "no, thank you";
        line.write(std::format("HTTP/1.1 {} Told\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n{}", status.load(),
                               text.size(), extra, text));
        return;
    }
    case HttpMood::CloseInAnswer:
        line.write("HTTP/1.1 20");
        return;
    case HttpMood::Garbage:
        line.write("SSH-2.0-loopback\r\n");
        return;
    case HttpMood::CloseAfterBody:
    case HttpMood::CloseAtOnce:
        return;
    case HttpMood::Well:
        line.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    }
}

} // namespace haneul::loopback
