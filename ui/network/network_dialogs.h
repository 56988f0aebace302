#pragma once

#include "core/delivery/network.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace haneul::network {

// Asks for a sentence that goes into the log, such as the number of a test flight. Cannot be empty.
class ReasonDialog final : public QDialog {
    Q_OBJECT

public:
    ReasonDialog(const QString& title, const QString& question, QWidget* parent);

    [[nodiscard]] QString reason() const;

private:
    QLineEdit* m_reason;
};

// A link by its two ends, for those who do not draw it on the map.
class LinkDialog final : public QDialog {
    Q_OBJECT

public:
    LinkDialog(const delivery::Network& network, const std::string& from, QWidget* parent);

    [[nodiscard]] std::string from() const;
    [[nodiscard]] std::string to() const;

private:
    void check();

    const delivery::Network& m_network;
    QComboBox* m_from;
    QComboBox* m_to;
    QLabel* m_trouble;
    QDialogButtonBox* m_buttons;
};

} // namespace haneul::network
