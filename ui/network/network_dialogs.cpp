#include "ui/network/network_dialogs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace haneul::network {

ReasonDialog::ReasonDialog(const QString& title, const QString& question, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this)) {
    setObjectName(QStringLiteral("reasonDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* words = new QLabel(question, this);
    words->setWordWrap(true);
    words->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(question);
    m_reason->setMaxLength(200);
    m_reason->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* good = buttons->button(QDialogButtonBox::Ok);
    good->setText(title);
    good->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_reason);
    column->addWidget(buttons);
    connect(m_reason, &QLineEdit::textChanged, good, [this, good] { good->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_reason->setFocus();
}

QString ReasonDialog::reason() const {
    return m_reason->text().trimmed();
}

LinkDialog::LinkDialog(const delivery::Network& network, const std::string& from, QWidget* parent)
    : QDialog(parent)
    , m_network(network)
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_trouble(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("linkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New link"));
    m_from->setObjectName(QStringLiteral("linkFrom"));
    m_to->setObjectName(QStringLiteral("linkTo"));
    for (const delivery::Node& node : network.nodes)
        for (QComboBox* box : {m_from, m_to})
            box->addItem(QString::fromStdString(node.id));
    if (!from.empty()) m_from->setCurrentText(QString::fromStdString(from));
    for (int i = 0; i < m_to->count(); ++i) // the first that makes a new link
        if (this->from() != m_to->itemText(i).toStdString() &&
            !network.link(this->from(), m_to->itemText(i).toStdString())) {
            m_to->setCurrentIndex(i);
            break;
        }
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add link"));
    m_trouble->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_trouble);
    column->addWidget(m_buttons);
    for (const QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::currentTextChanged, this, &LinkDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

std::string LinkDialog::from() const {
    return m_from->currentText().toStdString();
}

std::string LinkDialog::to() const {
    return m_to->currentText().toStdString();
}

void LinkDialog::check() {
    QString trouble;
    if (from() == to())
        trouble = tr("A link leads to another node.");
    else if (m_network.link(from(), to()))
        trouble = tr("There is a link between these two already.");
    m_trouble->setText(trouble);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(trouble.isEmpty());
}

} // namespace haneul::network
