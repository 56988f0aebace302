#include "ui/window/about_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::window {

AboutDialog::AboutDialog(QString mapCredits, QWidget* parent)
    : QDialog(parent)
    , m_mapCredits(std::move(mapCredits))
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("aboutDialog"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    auto* scroll = new QScrollArea(this); // for large texts on small screens
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_text);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    word();
}

void AboutDialog::word() {
    setWindowTitle(tr("About Haneul"));
    m_close->setText(tr("Close")); // not every system has Qt's own texts in Korean
    const auto paragraph = [](const QString& text) { return QStringLiteral("<p>%1</p>").arg(text); };
    QString html = QStringLiteral("<h3>%1</h3>").arg(tr("Haneul: UAS Traffic Management"));
    html += paragraph(tr("Version %1").arg(QStringLiteral(HANEUL_VERSION)));
    html += paragraph(tr("The program informs and records; it never commands an aircraft."));
    html +=
        paragraph(tr("Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a "
                     "whole is under the GNU General Public License 3."));
    html += paragraph(
        tr("Built on: %1.")
            .arg(QStringLiteral("Qt 6 (LGPL-3), Qt Location (LGPL-3), OpenSceneGraph (OSGPL), GeographicLib (MIT), "
                                "Boost (BSL-1.0), OpenSSL (Apache-2.0), libsodium (ISC), simdjson (Apache-2.0), "
                                "SQLite (public domain), Eclipse Paho and mosquitto (EPL-2.0/EDL-1.0), "
                                "Mapnik (LGPL-2.1), B612 (OFL-1.1), Noto Sans CJK (OFL-1.1)")));
    const QString credits = m_mapCredits.isEmpty() ? tr("no base map is loaded") : m_mapCredits.toHtmlEscaped();
    html += paragraph(tr("Base map: %1.").arg(credits));
    m_text->setText(html);
}

// As wide as is good to read, as high as the text wants, and never larger than the screen.
void AboutDialog::showEvent(QShowEvent* event) {
    const QSize most = screen()->availableSize() * 9 / 10;
    const int width = std::min(most.width(), fontMetrics().averageCharWidth() * 76);
    const int around =
        sizeHint().height() - findChild<QScrollArea*>()->sizeHint().height() + 2 * fontMetrics().height();
    resize(width, std::min(most.height(), m_text->heightForWidth(width - 2 * fontMetrics().height()) + around));
    QDialog::showEvent(event);
}

void AboutDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::window
