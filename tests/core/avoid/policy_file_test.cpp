#include "core/avoid/policy_file.h"
#include "core/sim/random.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <cmath>
#include <cstring>
#include <limits>

using namespace haneul;
using namespace haneul::avoid;

namespace {

constexpr std::size_t digestSize = 32;

Policy somePolicy() {
    sim::Random random(11);
    Weights weights{};
    for (float& weight : weights)
        weight = static_cast<float>(random.uniform(-1, 1));
    return Policy(weights);
}

// With the checksum that belongs to it.
std::vector<std::uint8_t> resealed(std::vector<std::uint8_t> bytes) {
    crypto_generichash(bytes.data() + bytes.size() - digestSize, digestSize, bytes.data(), bytes.size() - digestSize,
                       nullptr, 0);
    return bytes;
}

std::string codeOf(const std::vector<std::uint8_t>& bytes) {
    const auto read = decodePolicy(bytes);
    return read ? "" : read.error().code;
}

} // namespace

class PolicyFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();      // R-PATH-11
    void everyChangedBitIsRefused(); // R-PATH-11
    void everyCutIsRefused();
    void otherFormatsFeaturesAndShapesAreRefused(); // R-PATH-11
    void noWeightMayBeBoundless();
    void theTangentIsCloseToTheRealOne();
};

void PolicyFileTest::whatIsWrittenIsRead() {
    const auto bytes = encodePolicy(somePolicy());
    QCOMPARE(bytes.size(), std::size_t{968});
    const auto read = decodePolicy(bytes);
    QVERIFY_RESULT(read);
    QVERIFY(read->policy.weights() == somePolicy().weights());
    QCOMPARE(read->version.size(), std::size_t{12});
    Weights other = somePolicy().weights();
    other[3] += 1;
    const auto second = decodePolicy(encodePolicy(Policy(other)));
    QVERIFY_RESULT(second);
    QVERIFY(second->version != read->version);
}

void PolicyFileTest::everyChangedBitIsRefused() {
    const auto good = encodePolicy(somePolicy());
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        auto changed = good;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
        QVERIFY2(!decodePolicy(changed), qPrintable(QString::number(bit)));
    }
}

void PolicyFileTest::everyCutIsRefused() {
    auto bytes = encodePolicy(somePolicy());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QCOMPARE(codeOf({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}),
                 std::string("POLICY_DAMAGED"));
    bytes.push_back(0);
    QCOMPARE(codeOf(bytes), std::string("POLICY_DAMAGED"));
}

void PolicyFileTest::otherFormatsFeaturesAndShapesAreRefused() {
    const auto good = encodePolicy(somePolicy());
    auto format = good;
    format[8] = 2;
    QCOMPARE(codeOf(resealed(format)), std::string("POLICY_FORMAT"));
    auto features = good;
    features[12] ^= 1;
    QCOMPARE(codeOf(resealed(features)), std::string("POLICY_FEATURES"));
    for (const std::size_t place : {20U, 24U, 28U, 32U}) { // number of layers, and each of them
        auto shape = good;
        ++shape[place];
        QCOMPARE(codeOf(resealed(shape)), std::string("POLICY_SHAPE"));
    }
}

void PolicyFileTest::noWeightMayBeBoundless() {
    for (const float bad :
         {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN(), -1001.0F}) {
        auto bytes = encodePolicy(somePolicy());
        std::memcpy(bytes.data() + 36, &bad, sizeof bad);
        QCOMPARE(codeOf(resealed(bytes)), std::string("POLICY_DAMAGED"));
    }
}

void PolicyFileTest::theTangentIsCloseToTheRealOne() {
    // One hidden unit sees the first feature as it is, and alone goes to the output.
    Weights weights{};
    weights[0] = 1;
    weights[featureCount * hiddenUnits + hiddenUnits] = 1;
    const Policy policy(weights);
    for (int i = -60; i <= 60; ++i) {
        Features features{};
        features[0] = static_cast<float>(i) / 10;
        const float expected = Policy::gain * std::tanh(features[0]);
        QVERIFY(std::abs(policy.adjust(features) - expected) < Policy::gain * 0.024F);
    }
}

QTEST_GUILESS_MAIN(PolicyFileTest)
#include "policy_file_test.moc"
