#pragma once

#include "server/situation/situation.h"
#include "ui/notices/centre_client.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;

namespace haneul::notices {

class ChannelsPage;
class MessageModel;
class OutboxModel;

// The notice centre: "Notices", one's own, to read and acknowledge; "Outbox", how the others go out, for those who may
// see it, with the "Channels" by which they do. All of it by keyboard: Enter opens what a notice is about, the buttons
// have letters.
class CentrePanel final : public QWidget {
    Q_OBJECT

public:
    // `centre` (null: none) must outlive it.
    CentrePanel(notify::NoticeCentre* centre, CentreClient::WhoAsks whoAsks, QWidget* parent);

    void readAgain(); // something has changed
    void setTheme(const theme::Theme& theme);
    // Called with every picture: whoever left the desk leaves nothing of his on it.
    void setSituation(const situation::SituationPtr& situation);
    void acknowledge();
    void openReference();
    void sendAgain();
    void showChannels(); // in front, with the keyboard; without the scope: nothing

    [[nodiscard]] std::uint64_t unread() const { return m_unread; }

Q_SIGNALS:
    void unreadChanged(quint64 unread);
    // Enter or a double click on a notice; at most one of them is empty when it is about something.
    void referenceWanted(const QString& plan, const QString& zone, const QString& mission);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeNotices();
    QWidget* makeOutbox();
    void word();
    void update();
    void readOwn();
    void readOutbox();
    void showProblem(const Error& error);
    void take(const notify::OwnNotices& own);
    void count(std::uint64_t unread);

    CentreClient m_client;
    MessageModel* m_messages;
    OutboxModel* m_outbox;
    QTabWidget* m_tabs;
    QTableView* m_messageView = nullptr;
    QTableView* m_outboxView = nullptr;
    QWidget* m_outboxPage = nullptr;
    ChannelsPage* m_channels = nullptr;
    QCheckBox* m_unreadOnly = nullptr;
    QCheckBox* m_deadOnly = nullptr;
    QPushButton* m_acknowledge = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_sendAgain = nullptr;
    QLabel* m_state = nullptr;
    std::string m_session;
    std::uint64_t m_unread = 0;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
};

} // namespace haneul::notices
