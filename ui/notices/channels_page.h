#pragma once

#include "server/notify/notice_centre.h"
#include "ui/access/record_table.h"
#include "ui/notices/centre_client.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace haneul::notices {

// A channel with the last answer that was not "delivered".
struct ChannelRow {
    notify::ChannelRecord record;
    std::string lastCode, lastDetail; // empty: nothing that waits or was given up has one
};

// The channels by which notices leave the house: whether each is on, where it goes, what waits and what its server
// said last; to change and to try, for those who may.
class ChannelsPage final : public QWidget {
    Q_OBJECT

public:
    ChannelsPage(CentreClient& client, QWidget* parent);

    void readAgain();
    void clear();
    void word();
    void change();
    void test();

private:
    void take(const std::vector<notify::ChannelRecord>& records);
    void takeOutbox(const std::vector<notify::DeliveryRecord>& deliveries);
    void show(std::vector<ChannelRow> rows);
    void update();
    [[nodiscard]] const ChannelRow* chosen() const;

    CentreClient& m_client;
    access::RecordTable<ChannelRow> m_model;
    std::vector<ChannelRow> m_rows;
    QTableView* m_view;
    QPushButton* m_change;
    QPushButton* m_test;
    QLabel* m_said;
    std::uint64_t m_question = 0;
};

} // namespace haneul::notices
