#pragma once

#include "ui/profile/chart.h"

#include <QWidget>

namespace haneul::profile {

// A chart on the screen with a reader: a vertical line at the pointer, moved by the arrow keys too, with what each
// series has there.
class ChartView final : public QWidget {
    Q_OBJECT

public:
    ChartView(const char* name, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setData(ChartData data);

    [[nodiscard]] const ChartData& data() const { return m_data; }

    void setEmptyText(const QString& text); // why there is nothing

    // The reader at this x; nothing: away. Says nothing of it to others.
    void setReader(std::optional<double> x);

    [[nodiscard]] std::optional<double> reader() const { return m_reader; }

    [[nodiscard]] QStringList readOut() const; // what is said at the reader, a line each

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void readerMoved(std::optional<double> x); // by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] ChartFrame frame() const;
    void moveReader(std::optional<double> x);
    void drawReader(QPainter& painter) const;

    theme::Theme m_theme;
    ChartData m_data;
    QString m_empty;
    std::optional<double> m_reader;
};

} // namespace haneul::profile
