#include "ui/access/change_password_dialog.h"

#include "ui/access/password_fields.h"
#include "ui/access/scroll_page.h"
#include "ui/access/words.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace haneul::access {

ChangePasswordDialog::ChangePasswordDialog(const AccessControl& control, Person person, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_person(std::move(person))
    , m_about(new QLabel(this))
    , m_presentLabel(new QLabel(this))
    , m_present(new PasswordEntry(this))
    , m_wanted(new NewPasswordEntry(control.judgePassword, this))
    , m_message(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("changePassword"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_message->setObjectName(QStringLiteral("changePasswordMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_about->setWordWrap(true);
    m_presentLabel->setBuddy(m_present);
    m_wanted->setUser(m_person.user);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    auto* form = new QWidget(this);
    auto* rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(gap / 4);
    for (QWidget* each : std::initializer_list<QWidget*>{m_presentLabel, m_present, m_wanted})
        rows->addWidget(each);
    rows->addStretch(); // what is left over does not part a field from its name
    for (QWidget* each : std::initializer_list<QWidget*>{m_about, new ScrollPage(form, this), m_message, m_buttons})
        column->addWidget(each);
    m_about->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    connect(&m_present->edit(), &QLineEdit::textChanged, this, &ChangePasswordDialog::judge);
    connect(m_wanted, &NewPasswordEntry::changed, this, &ChangePasswordDialog::judge);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ChangePasswordDialog::send);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon(QIcon()); // a button of the style has colours of its own
    word();
    judge();
}

void ChangePasswordDialog::judge() {
    m_buttons->button(QDialogButtonBox::Save)
        ->setEnabled(!m_asking && !m_present->text().isEmpty() && m_wanted->isFit());
}

void ChangePasswordDialog::send() {
    m_asking = true;
    m_refusal.reset();
    judge();
    m_control.changePassword(m_present->text(), m_wanted->password(),
                             [self = QPointer(this)](std::expected<bool, Refusal> answer) {
                                 if (!self) return;
                                 self->m_asking = false;
                                 if (answer) return self->accept();
                                 self->m_refusal = answer.error();
                                 if (self->m_refusal->code == QLatin1StringView("LOG_IN_REFUSED"))
                                     self->m_refusal->code = QStringLiteral("PASSWORD_WRONG");
                                 self->word();
                                 self->judge();
                                 self->m_present->setFocus();
                             });
}

void ChangePasswordDialog::word() {
    setWindowTitle(tr("Change my password"));
    m_about->setText(tr("%1. All your other sessions end when the password is changed.").arg(personText(m_person)));
    m_presentLabel->setText(tr("&Present password"));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("&Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    m_message->setVisible(m_refusal.has_value());
    if (m_refusal) m_message->setText(QString(QStringLiteral("▲  ") + refusalText(*m_refusal)));
}

void ChangePasswordDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::access
