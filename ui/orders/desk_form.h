#pragma once

#include "ui/access/admin_forms.h"
#include "ui/delivery/delivery_desk.h"

namespace haneul::orders {

// A small form over the deliveries; the answer of the service closes it or is shown in it.
class DeskForm : public access::AdminForm {
    Q_OBJECT

public:
    DeskForm(const char* name, delivery::DeliveryDesk& desk, QWidget* parent)
        : AdminForm(QString::fromLatin1(name), parent)
        , m_desk(desk) {}

protected:
    [[nodiscard]] delivery::DeliveryDesk& desk() const { return m_desk; }

    template <class Call>
    void change(Call call) {
        m_desk.ask<void>(
            this,
            [this](const Result<void>& done) {
                if (done)
                    accept();
                else
                    refused(done.error());
            },
            std::move(call));
    }

    virtual void refused(const Error& why) { failed(delivery::refusalText(why)); }

private:
    delivery::DeliveryDesk& m_desk;
};

} // namespace haneul::orders
