#pragma once

#include <QJsonObject>
#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>

#include <functional>
#include <utility>
#include <vector>

namespace haneul::drafts {

// What is being made and has not been handed in yet: a text, an area, a plan. Every change is a named step that can be
// undone and done again. The value itself is in Draft<T>.
class DraftBase : public QObject {
    Q_OBJECT

public:
    static constexpr int maxSteps = 200; // older ones can no longer be undone

    DraftBase(QString id, QObject* parent);
    ~DraftBase() override;

    // Stable; the key under which it is kept: "notes".
    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] QUndoStack& steps() { return m_steps; }

    // Changed since it was last handed in (markKept) or begun.
    [[nodiscard]] bool isModified() const { return m_restoredModified || !m_steps.isClean(); }

    void markKept();

    // The next change is a step of its own even when it could join the last one.
    void seal() { ++m_run; }

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state); // the steps are forgotten

Q_SIGNALS:
    void changed(); // the value, or whether it is modified

protected:
    [[nodiscard]] virtual QJsonValue valueAsJson() const = 0;
    [[nodiscard]] virtual bool setFromJson(const QJsonValue& value) = 0; // false: not a value of this kind

    // Changes with the same key (above 0) join into one step as long as nothing else comes between.
    void push(const char* name, int joinKey, std::function<void()> undo, std::function<void()> redo);

private:
    QString m_id;
    QUndoStack m_steps;
    int m_run = 0;
    bool m_restoredModified = false; // the steps that made it so are gone
};

// A draft whose value is copied at each step. `asJson` and `fromJson` are how it is kept across a crash.
template <class T>
class Draft : public DraftBase {
public:
    struct Codec {
        std::function<QJsonValue(const T&)> asJson;
        std::function<bool(const QJsonValue&, T&)> fromJson;
    };

    Draft(QString id, T begin, Codec codec, QObject* parent = nullptr)
        : DraftBase(std::move(id), parent)
        , m_value(std::move(begin))
        , m_codec(std::move(codec)) {}

    [[nodiscard]] const T& value() const { return m_value; }

    // `name`: English source text of the step, context "haneul::drafts::Steps".
    void change(const char* name, T next, int joinKey = 0) {
        if (next == m_value) return;
        push(name, joinKey, [this, before = m_value] { set(before); }, [this, next] { set(next); });
    }

private:
    void set(const T& value) { m_value = value; }

    [[nodiscard]] QJsonValue valueAsJson() const override { return m_codec.asJson(m_value); }

    [[nodiscard]] bool setFromJson(const QJsonValue& value) override { return m_codec.fromJson(value, m_value); }

    T m_value;
    Codec m_codec;
};

// All drafts of a desk. Undo and redo act on the active one. What was kept of a draft that is not open yet waits for
// it.
class Drafts final : public QObject {
    Q_OBJECT

public:
    explicit Drafts(QObject* parent = nullptr);

    void add(DraftBase& draft); // gets what was kept under its id; leaves by itself when it is destroyed
    void setActive(DraftBase* draft);

    [[nodiscard]] QUndoGroup& group() { return m_group; }

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void changed();

private:
    std::vector<DraftBase*> m_drafts;
    QUndoGroup m_group;
    QJsonObject m_waiting;
};

[[nodiscard]] QString stepText(const QString& name); // translated

} // namespace haneul::drafts
