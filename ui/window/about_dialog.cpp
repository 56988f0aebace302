#include "ui/window/about_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::window {

namespace {

constexpr qsizetype shortDigest = 16; // hexadecimal characters to read out

QString heading(const QString& text) {
    return QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td style=\"padding-right: 1.5em\">%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.isEmpty() ? QStringLiteral("–") : value.toHtmlEscaped());
}

QString table(const QString& rows) {
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString inGroups(const QString& hex) {
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups += hex.mid(i, 4);
    return groups.join(u' ');
}

} // namespace

AboutDialog::AboutDialog(AboutFacts facts, QWidget* parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_text(new QTextBrowser(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_copy(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole)) {
    setObjectName(QStringLiteral("aboutDialog"));
    m_text->setObjectName(QStringLiteral("aboutText"));
    m_text->setOpenLinks(false); // the program never calls out
    m_copy->setObjectName(QStringLiteral("copyAbout"));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_text);
    column->addWidget(m_buttons);
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon(QIcon()); // a button of the style has colours of its own
    word();
    size();
}

QString AboutDialog::asText() const {
    return m_text->document()->toPlainText();
}

QString AboutDialog::html() const {
    QString html = QStringLiteral("<h3>%1</h3>").arg(tr("Haneul: UAS Traffic Management"));
    html +=
        paragraph(tr("The program informs and records; it never commands an aircraft. It is not a certified system: "
                     "it replaces neither air traffic services nor the duties of those who fly."));
    QString build = row(tr("Version"), m_facts.version);
    build += row(tr("Build type"), m_facts.buildType);
    build += row(tr("Compiler"), m_facts.compiler);
    for (const AboutFacts::Library& library : m_facts.libraries)
        build += row(library.name, library.version());
    html += heading(tr("Build")) + table(build);

    QString instance = row(tr("Instance"), inGroups(m_facts.instance));
    const AboutFacts::LogHead head = m_facts.logHead ? m_facts.logHead() : AboutFacts::LogHead{};
    instance += row(tr("Event log ends at"), head.sequence == 0 ? QString() : QString::number(head.sequence));
    instance += row(tr("Digest, to read out"), inGroups(head.digest.left(shortDigest)));
    instance += row(tr("Digest, whole"), inGroups(head.digest));
    html += heading(tr("This instance")) + table(instance);

    html += heading(tr("Map data"));
    html += paragraph(m_facts.mapCredits.isEmpty() ? tr("No base map is loaded.") : m_facts.mapCredits);
    QString sources;
    for (const AboutFacts::MapCredit& credit : m_facts.mapSources)
        sources += QStringLiteral("<tr><td style=\"padding-right: 1.5em\">%1</td><td style=\"padding-right: 1.5em\">%2"
                                  "</td><td style=\"padding-right: 1.5em\">%3</td><td>%4</td></tr>")
                       .arg(credit.layer.toHtmlEscaped(), credit.source.toHtmlEscaped(), credit.licence.toHtmlEscaped(),
                            credit.date.isEmpty() ? QStringLiteral("–") : credit.date.toHtmlEscaped());
    if (!sources.isEmpty())
        html += table(QStringLiteral("<tr><th align=\"left\">%1</th><th align=\"left\">%2</th><th align=\"left\">%3"
                                     "</th><th align=\"left\">%4</th></tr>")
                          .arg(tr("Layer"), tr("Source"), tr("Licence"), tr("Date of the data")) +
                      sources);

    html += heading(tr("Licences"));
    html += paragraph(tr("Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as "
                         "a whole is under the GNU General Public License 3."));
    html += paragraph(
        tr("Built on: %1.")
            .arg(QStringLiteral("Qt 6 (LGPL-3), Qt Location (LGPL-3), OpenSceneGraph (OSGPL), GeographicLib (MIT), "
                                "Boost (BSL-1.0), OpenSSL (Apache-2.0), libsodium (ISC), simdjson (Apache-2.0), "
                                "pugixml (MIT), "
                                "SQLite (public domain), Eclipse Paho and mosquitto (EPL-2.0/EDL-1.0), "
                                "Mapnik (LGPL-2.1), B612 (OFL-1.1), Noto Sans CJK (OFL-1.1)")));
    return html;
}

void AboutDialog::word() {
    setWindowTitle(tr("About Haneul"));
    m_text->setAccessibleName(tr("About Haneul"));
    m_copy->setText(tr("C&opy"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    m_text->setHtml(html());
}

void AboutDialog::size() {
    const QSize most = screen()->availableSize() * 8 / 10; // large texts on small screens scroll
    m_text->setMinimumSize(std::min(most.width(), fontMetrics().averageCharWidth() * 88),
                           std::min(most.height(), fontMetrics().height() * 28));
}

void AboutDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
    if (event->type() == QEvent::FontChange) size();
}

void AboutDialog::showEvent(QShowEvent* event) {
    word(); // the log has grown meanwhile
    QDialog::showEvent(event);
}

} // namespace haneul::window
