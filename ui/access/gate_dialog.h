#pragma once

#include "ui/access/desk_session.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace haneul::access {

class NewPasswordEntry;
class PasswordEntry;

// Stands before the desk whenever nobody may act: first set-up, log-in, lock. Modal to the whole program, so that no
// window, key or click gets past it; small and below the map, so that the picture, the known gaps, the notices, the
// feeds and the clock are seen. It can be dragged to another place.
class GateDialog final : public QDialog {
    Q_OBJECT

public:
    // All must outlive it. `place`: what it is centred on, at its lower edge.
    GateDialog(DeskSession& session, const AccessControl& control, const clock::Clock& clock, const theme::Theme& theme,
               QWidget* parent);

    void setPlace(QWidget* place);
    void setTheme(const theme::Theme& theme);
    // To the page on which someone else logs in; locks first.
    void switchUser();

    void reject() override; // never closes: back from the log-in to the lock, or an empty field

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    enum class Page { SetUp, LogIn, Locked };

    void build();
    QWidget* buildSetUp();
    QWidget* buildLogIn();
    QWidget* buildLocked();
    void follow();
    void turnTo(Page page);
    void focusField();
    void showRefusal(const Refusal& why);
    void showWait();
    void judge();
    void send();
    void moveToPlace();
    void word();
    void style();
    void clearFields();

    DeskSession& m_session;
    const AccessControl& m_control;
    const clock::Clock& m_clock;
    theme::Theme m_theme;
    QPointer<QWidget> m_place;
    Page m_page = Page::LogIn;
    std::optional<Refusal> m_refusal;
    std::optional<UtcMs> m_waitUntil;
    QTimer m_wait;
    QPoint m_grip;
    bool m_moved = false;
    bool m_ending = false; // the program is being ended from outside
    bool m_switching = false;
    bool m_sent = false; // the fields stand as they were sent until the answer

    QLabel* m_title;
    QLabel* m_about;
    QStackedWidget* m_pages;
    QLabel* m_message;
    QPushButton* m_go;
    QPushButton* m_other;

    QLabel* m_codeLabel = nullptr;
    QLabel* m_codeShown = nullptr;
    QLineEdit* m_code = nullptr;
    QLabel* m_firstUserLabel = nullptr;
    QLineEdit* m_firstUser = nullptr;
    QLabel* m_firstNameLabel = nullptr;
    QLineEdit* m_firstName = nullptr;
    NewPasswordEntry* m_firstPassword = nullptr;

    QLabel* m_userLabel = nullptr;
    QLineEdit* m_user = nullptr;
    QLabel* m_passwordLabel = nullptr;
    PasswordEntry* m_password = nullptr;

    QLabel* m_unlockLabel = nullptr;
    PasswordEntry* m_unlock = nullptr;
};

} // namespace haneul::access
