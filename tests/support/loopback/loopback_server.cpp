#include "tests/support/loopback/loopback_server.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace haneul::loopback {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<Tcp::socket&>;
using Code = boost::system::error_code;

namespace {

class Connection final : public Line {
public:
    Connection(Tcp::socket socket, asio::ssl::context* tls)
        : m_socket(std::move(socket))
        , m_context(tls) {}

    std::optional<std::string> readLine() override {
        for (;;) {
            if (const auto end = m_received.find('\n'); end != std::string::npos) {
                std::string line = m_received.substr(0, end);
                m_received.erase(0, end + 1);
                if (line.ends_with('\r')) line.pop_back();
                return line;
            }
            if (!more()) return std::nullopt;
        }
    }

    std::optional<std::string> read(std::size_t bytes) override {
        while (m_received.size() < bytes)
            if (!more()) return std::nullopt;
        std::string text = m_received.substr(0, bytes);
        m_received.erase(0, bytes);
        return text;
    }

    bool write(std::string_view text) override {
        Code code;
        if (m_tls)
            asio::write(*m_tls, asio::buffer(text), code);
        else
            asio::write(m_socket, asio::buffer(text), code);
        return !code;
    }

    bool startTls() override {
        if (m_context == nullptr) return false;
        m_tls = std::make_unique<TlsStream>(m_socket, *m_context);
        Code code;
        m_tls->handshake(asio::ssl::stream_base::server, code);
        return !code;
    }

    void stall() override {
        while (more())
            m_received.clear();
    }

    void cut() { ::shutdown(m_socket.native_handle(), SHUT_RDWR); }

private:
    bool more() {
        char block[4096];
        Code code;
        const std::size_t size =
            m_tls ? m_tls->read_some(asio::buffer(block), code) : m_socket.read_some(asio::buffer(block), code);
        m_received.append(block, size);
        return !code && size > 0;
    }

    Tcp::socket m_socket;
    asio::ssl::context* m_context;
    std::unique_ptr<TlsStream> m_tls;
    std::string m_received;
};

} // namespace

struct LoopbackServer::Impl {
    struct Served {
        std::unique_ptr<Connection> connection;
        std::jthread thread;
    };

    asio::io_context io;
    std::optional<asio::ssl::context> tls;
    bool tlsFromTheStart = false;
    std::optional<Tcp::acceptor> acceptor;
    std::uint16_t port = 0;
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::list<Served> served;
    std::jthread accepting;
};

LoopbackServer::LoopbackServer(std::optional<Certificate> certificate, bool tlsFromTheStart)
    : m_impl(std::make_shared<Impl>()) {
    m_impl->tlsFromTheStart = tlsFromTheStart;
    if (!certificate) return;
    m_impl->tls.emplace(asio::ssl::context::tls_server);
    m_impl->tls->use_certificate_file(certificate->certificate, asio::ssl::context::pem);
    m_impl->tls->use_private_key_file(certificate->key, asio::ssl::context::pem);
}

LoopbackServer::~LoopbackServer() = default;

void LoopbackServer::start() {
    Impl& impl = *m_impl;
    impl.stopping = false;
    const Tcp::endpoint here(asio::ip::address_v4::loopback(), impl.port);
    impl.acceptor.emplace(impl.io);
    impl.acceptor->open(here.protocol());
    impl.acceptor->set_option(asio::socket_base::reuse_address(true));
    impl.acceptor->bind(here);
    impl.acceptor->listen();
    impl.port = impl.acceptor->local_endpoint().port();
    impl.accepting = std::jthread([this] {
        Impl& mine = *m_impl;
        while (!mine.stopping) {
            pollfd waiting{mine.acceptor->native_handle(), POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            Code code;
            Tcp::socket socket(mine.io);
            mine.acceptor->accept(socket, code);
            if (code) continue;
            const std::lock_guard lock(mine.mutex);
            Impl::Served& one = mine.served.emplace_back();
            one.connection = std::make_unique<Connection>(std::move(socket), mine.tls ? &*mine.tls : nullptr);
            one.thread = std::jthread([this, line = one.connection.get()] {
                if (!m_impl->tlsFromTheStart || line->startTls()) serve(*line);
                line->cut();
            });
        }
    });
}

void LoopbackServer::stop() {
    Impl& impl = *m_impl;
    impl.stopping = true;
    if (impl.accepting.joinable()) impl.accepting.join();
    impl.acceptor.reset();
    const std::lock_guard lock(impl.mutex);
    for (Impl::Served& one : impl.served)
        one.connection->cut();
    for (Impl::Served& one : impl.served)
        one.thread.join();
    impl.served.clear();
}

std::uint16_t LoopbackServer::port() const {
    return m_impl->port;
}

} // namespace haneul::loopback
