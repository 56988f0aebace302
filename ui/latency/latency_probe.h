#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>

#include <array>
#include <cstdint>

namespace haneul::latency {

// Times from an input to its painted answer, in buckets of 1 ms. What is longer than the last bucket is counted in it.
class Histogram final {
public:
    static constexpr std::size_t buckets = 2000;

    void add(double time_ms);
    void clear();

    [[nodiscard]] std::uint64_t count() const { return m_count; }

    [[nodiscard]] double worst_ms() const { return m_worst_ms; }

    // The upper edge of the bucket in which that share (0 .. 1) of all times lies; 0 without any.
    [[nodiscard]] double quantile_ms(double share) const;

private:
    std::array<std::uint32_t, buckets> m_counts{};
    std::uint64_t m_count = 0;
    double m_worst_ms = 0;
};

// Measures the desk as the hand feels it: from the delivery of a key stroke, a click or a turn of the wheel to the end
// of the next repaint of the window that got it. What an input leaves unpainted for `givesUpAfter_ms` has no visible
// answer and is not counted. Watches the whole application while it lives.
class LatencyProbe final : public QObject {
    Q_OBJECT

public:
    static constexpr double goal_ms = 100;
    static constexpr qint64 givesUpAfter_ms = 1000;

    explicit LatencyProbe(QObject* parent = nullptr);
    ~LatencyProbe() override;

    [[nodiscard]] const Histogram& histogram() const { return m_histogram; }

    // "desk latency p99 12 ms of 40 inputs, worst 31 ms (goal 100)"; without any input it says so.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void measured(double time_ms);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void painted(const QObject* window);

    QElapsedTimer m_clock;
    QHash<const QObject*, qint64> m_waiting; // window -> when its oldest unanswered input came, ns
    Histogram m_histogram;
};

} // namespace haneul::latency
