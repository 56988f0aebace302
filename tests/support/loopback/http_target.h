#pragma once

#include "tests/support/loopback/loopback_server.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace haneul::loopback {

struct Post {
    std::string method, path, body;
    std::map<std::string, std::string> fields; // names in lower case
};

enum class HttpMood {
    Well,
    Stall,          // takes the request and says nothing
    Answer,         // `status` with `extra`
    CloseAtOnce,    // before the request is read
    CloseInAnswer,  // half a head
    CloseAfterBody, // takes the request whole and hangs up
    Garbage
};

// Takes HTTP/1.1 requests with a Content-Length, one per connection.
class HttpTarget final : public LoopbackServer {
public:
    explicit HttpTarget(std::optional<Certificate> certificate = {}); // with one: https
    ~HttpTarget() override;

    std::atomic<HttpMood> mood = HttpMood::Well;
    std::atomic<int> status = 503;
    [[nodiscard]] std::vector<Post> posts() const; // all that came in whole, whatever was answered
    void setExtra(std::string fields);             // "Retry-After: 7\r\n"

private:
    void serve(Line& line) override;

    mutable std::mutex m_mutex;
    std::vector<Post> m_posts;
    std::string m_extra;
};

} // namespace haneul::loopback
