#pragma once

#include "ui/access/admin_forms.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace haneul::risk::collision {

// A table to be typed into: scenarios, distances, overlap, obstacles, the values of a preset. Rows without any text do
// not count.
class RowsForm final : public access::AdminForm {
    Q_OBJECT

public:
    using Rows = std::vector<QStringList>;
    // Takes the rows and the name; what is wrong with them, in words, or empty.
    using Take = std::function<QString(const Rows& rows, const QString& name)>;

    struct Contents {
        Words title, text;
        std::vector<Words> columns;
        Rows rows;
        bool grows = true;                // rows can be added and removed
        bool firstIsFixed = false;        // the first column says what the row is
        std::optional<QString> name = {}; // of the whole; none: it has no name
    };

    RowsForm(const char* name, Contents contents, Take take, QWidget* parent);

protected:
    void send() override;
    void changeEvent(QEvent* event) override;

private:
    void word();
    void addRow(const QStringList& cells);
    [[nodiscard]] Rows rows() const;

    std::vector<Words> m_titles;
    bool m_firstIsFixed;
    Take m_take;
    QLineEdit* m_name;
    QTableWidget* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
};

// A number as people type it: "1,852" and "1852" and "1e-9". Nothing: it is none.
[[nodiscard]] std::optional<double> typedNumber(const QString& text);

} // namespace haneul::risk::collision
