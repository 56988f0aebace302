#include "ui/airspace/zone_dialogs.h"

#include "ui/airspace/zone_words.h"
#include "ui/orders/list_view.h"
#include "ui/orders/synced_table.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::airspace {

namespace {

constexpr int byHandChoice = -1; // not one of ImportChoice

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QLabel* labelIn(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

orders::ListSign signOf(Outcome outcome) {
    switch (outcome) {
    case Outcome::Taken:
        return orders::ListSign::None;
    case Outcome::Quarantined:
        return orders::ListSign::Caution;
    case Outcome::Refused:
        break;
    }
    return orders::ListSign::Warning;
}

// The worst finding says why; the others are told when the feature is chosen.
QString worstOf(const std::vector<Finding>& findings) {
    const auto worst = std::ranges::min_element(findings, {}, &Finding::severity);
    if (worst == findings.end()) return {};
    return findings.size() == 1 ? findingText(*worst)
                                : ImportDialog::tr("%1 (%2 findings)").arg(findingText(*worst)).arg(findings.size());
}

} // namespace

WithdrawDialog::WithdrawDialog(const QString& zone, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this)) {
    setObjectName(QStringLiteral("withdrawZone"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Withdraw %1").arg(zone));
    QLabel* const words = labelIn(this, "withdrawWords");
    words->setText(tr("%1 will no longer be in force: checks of flight plans pass over it from now on. Why? The reason "
                      "goes into the log.")
                       .arg(zone));
    words->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("withdrawReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(200);
    m_reason->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* const good = buttons->button(QDialogButtonBox::Ok);
    good->setText(tr("Withdraw"));
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

QString WithdrawDialog::reason() const {
    return m_reason->text().trimmed();
}

PublishDialog::PublishDialog(ZoneEditor& editor, const theme::Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_summary(labelIn(this, "publishSummary"))
    , m_view(new orders::ListView("publishHits", m_hits, theme, this)) {
    setObjectName(QStringLiteral("publishZone"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Zone& zone = editor.zone();
    const QString name = plain(zone.country + ' ' + zone.identifier);
    setWindowTitle(editor.basedOn() > 0 ? tr("Publish a change of %1").arg(name) : tr("Publish %1").arg(name));
    QStringList lines{QString(typeText(zone.type) % QStringLiteral(" · ") % limitsText(zone))};
    lines += periodTexts(zone);
    for (const Finding& finding : editor.findings())
        if (finding.severity == Severity::Quarantine)
            lines << QString(QStringLiteral("◆ ") % placeText(finding.where) % QStringLiteral(": ") %
                             findingText(finding));
    QLabel* const what = labelIn(this, "publishWhat");
    what->setText(lines.join(u'\n'));
    m_hits.setTitles({tr("Hit"), tr("What"), tr("Which"), tr("Why not certain")});
    m_view->setSamples({tr("Perhaps"), tr("Node of a network"), QStringLiteral("M-000000"),
                        QStringLiteral("no terrain at 37.5665 126.9780")});
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setAccessibleName(tr("What the zone would hit"));
    m_view->hide();
    m_summary->setText(tr("Asking what it would hit …"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_publish = buttons->button(QDialogButtonBox::Ok);
    m_publish->setObjectName(QStringLiteral("publishNow"));
    m_publish->setText(tr("Publish"));
    m_publish->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_summary);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    editor.askImpact([dialog = QPointer(this)](const Result<std::vector<Impact>>& impacts) {
        if (dialog) dialog->show(impacts);
    });
}

void PublishDialog::show(const Result<std::vector<Impact>>& impacts) {
    m_publish->setEnabled(true);
    m_publish->setFocus();
    if (!impacts) { // not known is said, and does not keep a zone that is urgent from being published
        m_summary->setText(
            QString(tr("It is not known what it would hit:") % QStringLiteral(" ") % refusalText(impacts.error())));
        return;
    }
    std::vector<PlainTable::Row> rows;
    for (const Impact& impact : *impacts) {
        const bool yes = impact.answer == geo::Judgement::Yes;
        rows.push_back(
            {{yes ? tr("Yes") : tr("Perhaps"), impactKindText(impact.kind), plain(impact.id), plain(impact.why)},
             static_cast<int>(yes ? orders::ListSign::Warning : orders::ListSign::Caution),
             0,
             {}});
    }
    m_summary->setText(rows.empty() ? tr("It would hit no flight plan, mission or node that is in use.")
                                    : tr("▲ It would hit %n thing(s) in use:", nullptr, static_cast<int>(rows.size())));
    m_view->setVisible(!rows.empty());
    m_hits.setRows(std::move(rows));
}

// ---------------------------------------------------------------- files

ImportDialog::ImportDialog(AirspaceDesk& desk, ZoneFile file, const theme::Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_file(std::move(file))
    , m_fileName(QString::fromStdString(m_file.name))
    , m_summary(labelIn(this, "importSummary"))
    , m_view(new orders::ListView("importFeatures", m_features, theme, this))
    , m_details(labelIn(this, "importDetails"))
    , m_country(new QLineEdit(QStringLiteral("KOR"), this))
    , m_type(new QComboBox(this))
    , m_ceiling(new QLineEdit(this))
    , m_again(new QPushButton(tr("&Read again"), this))
    , m_choice(new QComboBox(this))
    , m_trouble(labelIn(this, "importTrouble"))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("importZones"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import zones from %1").arg(m_fileName));
    build(theme);
    read();
}

void ImportDialog::build(const theme::Theme&) {
    m_features.setTitles({tr("Outcome"), tr("Zone"), tr("Where"), tr("Finding")});
    m_view->setSamples({outcomeText(Outcome::Quarantined), QStringLiteral("KOR C0043/26"),
                        QStringLiteral("features[000]"),
                        QStringLiteral("The limits have different references and may be exchanged.")});
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setAccessibleName(tr("Features of the file"));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_country->setObjectName(QStringLiteral("importCountry"));
    m_country->setMaxLength(3);
    m_country->setMaximumWidth(fontMetrics().averageCharWidth() * 8);
    m_type->setObjectName(QStringLiteral("importType"));
    m_type->addItem(tr("as the file says"));
    for (const ZoneType type : allZoneTypes)
        m_type->addItem(typeText(type), static_cast<int>(type));
    m_ceiling->setObjectName(QStringLiteral("importCeiling"));
    m_ceiling->setPlaceholderText(tr("no limit"));
    m_ceiling->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    m_again->setObjectName(QStringLiteral("importAgain"));
    m_again->setAutoDefault(false);
    m_choice->setObjectName(QStringLiteral("importChoice"));
    m_choice->addItem(tr("Only what is sound"), static_cast<int>(ImportChoice::Sound));
    m_choice->addItem(tr("What is sound, and what is in quarantine: I have looked at it"),
                      static_cast<int>(ImportChoice::WithQuarantined));
    m_choice->addItem(tr("All of it, or nothing"), static_cast<int>(ImportChoice::AllOrNothing));
    m_choice->addItem(tr("What is checked in the list"), byHandChoice);
    QPushButton* const take = m_buttons->button(QDialogButtonBox::Ok);
    take->setText(tr("Import"));
    take->setObjectName(QStringLiteral("importNow"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));

    auto* meaning = new QGroupBox(tr("What areas ask of a flight where the file does not say it (GeoJSON, KML)"), this);
    auto* meaningRow = new QHBoxLayout(meaning);
    const auto named = [&](const QString& text, QWidget* field) {
        auto* label = new QLabel(text, meaning);
        label->setBuddy(field);
        meaningRow->addWidget(label);
        meaningRow->addWidget(field);
    };
    named(tr("&Country"), m_country);
    named(tr("&Type"), m_type);
    named(tr("&Up to (m AGL)"), m_ceiling);
    meaningRow->addStretch(1);
    meaningRow->addWidget(m_again);
    auto* choiceRow = new QHBoxLayout;
    auto* choiceLabel = new QLabel(tr("T&ake"), this);
    choiceLabel->setBuddy(m_choice);
    choiceRow->addWidget(choiceLabel);
    choiceRow->addWidget(m_choice, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_view, 1);
    column->addWidget(m_details);
    column->addWidget(meaning);
    column->addLayout(choiceRow);
    column->addWidget(m_trouble);
    column->addWidget(m_buttons);
    m_trouble->hide();
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 34);

    connect(m_again, &QPushButton::clicked, this, &ImportDialog::read);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        checkByChoice();
        judge();
    });
    connect(&m_features, &PlainTable::checkedByHand, this, [this] {
        m_choice->setCurrentIndex(m_choice->findData(byHandChoice));
        judge();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { showFeature(now.row()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ImportDialog::take);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

formats::ZoneFileOptions ImportDialog::options() const {
    const std::string country = m_country->text().trimmed().toUpper().toStdString();
    formats::ZoneFileOptions options{.country = country, .defaults = {}};
    if (m_type->currentIndex() == 0) return options;
    formats::ZoneDefaults defaults{.country = country,
                                   .identifierPrefix = "GIS",
                                   .type = static_cast<ZoneType>(m_type->currentData().toInt()),
                                   .lower = {},
                                   .upper = {}};
    if (const auto ceiling_m = typedNumber(m_ceiling->text()))
        defaults.upper = geo::VerticalLimit{*ceiling_m, geo::VerticalReference::Agl};
    options.defaults = defaults;
    return options;
}

void ImportDialog::read() {
    m_ready = false;
    m_summary->setText(tr("Reading …"));
    judge();
    m_file.options = options();
    m_desk.ask<ZoneImport>(
        this, [this](const Result<ZoneImport>& import) { show(import); },
        [file = m_file](AirspaceService& service, people::Principal by, Done<ZoneImport> done) {
            service.readFile(std::move(by), file, std::move(done));
        });
}

void ImportDialog::show(const Result<ZoneImport>& import) {
    m_import = import ? *import : ZoneImport{};
    m_ready = import.has_value();
    if (!import) {
        m_features.setRows({});
        m_summary->setText(QString(QStringLiteral("✖ ") % refusalText(import.error())));
        judge();
        return;
    }
    std::vector<PlainTable::Row> rows;
    for (const FeatureReport& feature : m_import.features)
        rows.push_back(
            {{outcomeText(feature.outcome), plain(feature.identifier), plain(feature.where), worstOf(feature.findings)},
             static_cast<int>(signOf(feature.outcome)),
             static_cast<int>(feature.outcome),
             {},
             feature.zone ? std::optional(false) : std::nullopt});
    m_features.setRows(std::move(rows));
    checkByChoice();
    QString summary = tr("%1: %2 sound, %3 in quarantine, %4 refused.")
                          .arg(plain(m_import.format))
                          .arg(m_import.count(Outcome::Taken))
                          .arg(m_import.count(Outcome::Quarantined))
                          .arg(m_import.count(Outcome::Refused));
    if (!m_import.withdrawn.empty())
        summary +=
            QStringLiteral(" ") + tr("It takes back %n zone(s).", nullptr, static_cast<int>(m_import.withdrawn.size()));
    for (const Finding& finding : m_import.findings)
        summary += QStringLiteral("\n") + findingText(finding);
    m_summary->setText(summary);
    // Who has not looked yet sees first what needs looking at.
    const auto odd = std::ranges::find_if(
        m_import.features, [](const FeatureReport& feature) { return feature.outcome != Outcome::Taken; });
    const auto row = odd == m_import.features.end() ? 0 : static_cast<int>(odd - m_import.features.begin());
    m_view->setCurrentIndex(m_features.index(row, 0));
    showFeature(row);
    judge();
}

void ImportDialog::showFeature(int row) {
    QStringList lines;
    if (row >= 0 && static_cast<std::size_t>(row) < m_import.features.size()) {
        const FeatureReport& feature = m_import.features[static_cast<std::size_t>(row)];
        if (feature.zone)
            lines << QString(typeText(feature.zone->type) % QStringLiteral(" · ") % limitsText(*feature.zone));
        for (const Finding& finding : feature.findings)
            lines << QStringLiteral("%1: %2 (%3, %4)")
                         .arg(severityText(finding.severity), findingText(finding), plain(finding.code),
                              plain(finding.where));
    }
    m_details->setText(lines.join(u'\n'));
}

bool ImportDialog::byHand() const {
    return m_choice->currentData().toInt() == byHandChoice;
}

ImportChoice ImportDialog::choice() const {
    return byHand() ? ImportChoice::WithQuarantined : static_cast<ImportChoice>(m_choice->currentData().toInt());
}

void ImportDialog::checkByChoice() {
    if (byHand()) return;
    for (int row = 0; row < m_features.rowCount(); ++row) {
        const Outcome outcome = m_import.features[static_cast<std::size_t>(row)].outcome;
        m_features.setChecked(row, outcome == Outcome::Taken ||
                                       (outcome == Outcome::Quarantined && choice() == ImportChoice::WithQuarantined));
    }
}

std::size_t ImportDialog::checked() const {
    return static_cast<std::size_t>(
        std::ranges::count(m_features.all(), std::optional(true), &PlainTable::Row::checked));
}

ZoneImport ImportDialog::wanted() const {
    ZoneImport import = m_import;
    if (!byHand()) return import;
    for (std::size_t i = 0; i < import.features.size(); ++i) {
        FeatureReport& feature = import.features[i];
        if (m_features.all()[i].checked != std::optional(false)) continue;
        feature.outcome = Outcome::Refused;
        feature.zone.reset();
        feature.findings.push_back(
            {Severity::Refuse, "LEFT_OUT", "left out by the person who imported the file", feature.where});
    }
    return import;
}

void ImportDialog::judge() {
    QString trouble;
    const std::size_t doubtful = m_import.count(Outcome::Quarantined);
    const std::size_t withdrawn = m_import.withdrawn.size();
    const std::size_t taken = checked();
    if (m_ready) {
        if (choice() == ImportChoice::AllOrNothing && (doubtful + m_import.count(Outcome::Refused)) > 0)
            trouble = tr("Not every feature is sound, so nothing would be taken.");
        else if (taken + withdrawn == 0)
            trouble = tr("There is nothing in the file that this choice would take.");
    }
    m_trouble->setText(trouble.isEmpty() && m_ready
                           ? tr("%1 of %2 features are taken.").arg(taken).arg(m_import.features.size())
                           : trouble);
    m_trouble->setVisible(!m_trouble->text().isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_ready && trouble.isEmpty());
}

void ImportDialog::take() {
    m_ready = false;
    judge();
    m_desk.ask<ImportRecord>(
        this,
        [this](const Result<ImportRecord>& record) {
            m_ready = true;
            judge();
            if (!record) {
                m_trouble->setText(QString(QStringLiteral("✖ ") % refusalText(record.error())));
                m_trouble->show();
                return;
            }
            Q_EMIT imported(tr("Imported from %1: %2 new, %3 changed, %4 as before, %5 withdrawn")
                                .arg(m_fileName)
                                .arg(record->published)
                                .arg(record->changed)
                                .arg(record->unchanged)
                                .arg(record->withdrawn));
            accept();
        },
        [import = wanted(), file = m_fileName.toStdString(),
         choice = choice()](AirspaceService& service, people::Principal by, Done<ImportRecord> done) {
            service.importZones(std::move(by), import, file, choice, std::move(done));
        });
}

} // namespace haneul::airspace
