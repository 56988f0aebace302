#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace haneul::window {

// Version, licences and who is to be credited. `mapCredits`: what the base map in use asks for.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    AboutDialog(QString mapCredits, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void word();

    QString m_mapCredits;
    QLabel* m_text;
    QPushButton* m_close = nullptr;
};

} // namespace haneul::window
