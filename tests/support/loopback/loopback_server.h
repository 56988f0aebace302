#pragma once

#include "tests/support/loopback/certificate.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::loopback {

// One connection as a server sees it. Reading ends (false, nullopt) when the other side or the server closes.
class Line {
public:
    virtual ~Line() = default;
    [[nodiscard]] virtual std::optional<std::string> readLine() = 0; // without its CR LF
    [[nodiscard]] virtual std::optional<std::string> read(std::size_t bytes) = 0;
    virtual bool write(std::string_view text) = 0;
    virtual bool startTls() = 0;
    virtual void stall() = 0; // says nothing until the server stops or the other side is gone
};

// Listens on 127.0.0.1, each connection on a thread of its own. Ends with stop(), which whoever derives from it calls
// in his destructor; start() again takes the same port.
class LoopbackServer {
public:
    explicit LoopbackServer(std::optional<Certificate> certificate = {}, bool tlsFromTheStart = false);
    virtual ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    void start();
    void stop(); // connections break off, new ones are refused
    [[nodiscard]] std::uint16_t port() const;

protected:
    virtual void serve(Line& line) = 0; // on the connection's thread

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace haneul::loopback
