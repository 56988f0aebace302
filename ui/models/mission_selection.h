#pragma once

#include <QObject>
#include <QString>

namespace haneul::models {

// The mission that people point at, shared by the drone-diagram, the lists and the map. The desk keeps it and the
// selected track together: choosing a mission chooses the drone that flies it, and the reverse.
class MissionSelection final : public QObject {
    Q_OBJECT

public:
    explicit MissionSelection(QObject* parent = nullptr)
        : QObject(parent) {}

    [[nodiscard]] const QString& mission() const { return m_mission; } // empty: none

    void select(const QString& mission) {
        if (mission == m_mission) return;
        m_mission = mission;
        Q_EMIT changed(mission);
    }

Q_SIGNALS:
    void changed(const QString& mission);

private:
    QString m_mission;
};

} // namespace haneul::models
