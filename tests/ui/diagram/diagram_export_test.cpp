#include "tests/support/latency_main.h"
#include "tests/support/result_macros.h"
#include "tests/ui/diagram/deliveries.h"
#include "tests/ui/diagram/fake_deliveries.h"
#include "tests/ui/diagram/fake_plans.h"
#include "ui/diagram/diagram_export.h"
#include "ui/diagram/diagram_panel.h"
#include "ui/theme/color_check.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPrinter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace haneul;
using namespace haneul::diagram;
using namespace haneul::test;

namespace {

constexpr milliseconds hour{3'600'000};

ExportJob jobOf(const delivery::DeliveryState& state, const TimeRange& range, Paper paper = Paper::A4) {
    return {.contents = std::make_shared<const DiagramContents>(contentsOf(state, {.network = "REF"}, nullptr)),
            .range = range,
            .made = at(36'600),
            .page = {},
            .paper = paper};
}

ExportJob referenceJob() {
    return jobOf(stateOf(referenceMissions()), {at(35'900), at(37'600)});
}

QByteArray ran(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) return {};
    return process.readAllStandardOutput();
}

void keep(const QByteArray& bytes, const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Without tools of others: how many pages the document says it has.
qsizetype pagesIn(const QByteArray& pdf) {
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page[^s]"));
    return QString::fromLatin1(pdf).count(page);
}

// The pictures and documents for people, when HANEUL_SHOTS names a folder.
void keepForPeople(const QByteArray& bytes, const QString& name) {
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (!folder.isEmpty()) keep(bytes, folder + u'/' + name);
}

} // namespace

class DiagramExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)"))); }

    void csvHasARowAnEvent();              // R-UI-07 R-SLT-11 R-RTE-13
    void plansAreExportedAsTheyAreShown(); // R-UI-07 R-PLAN-02
    void csvCellsAreNoFormulas();
    void pdfSaysItAll();             // R-UI-07
    void pdfOfADayHasSeveralPages(); // R-UI-07
    void paperIsLandscapeAndOfItsSize();
    void svgIsLinesAndText();
    void pngIsLightWhateverTheTheme();
    void printerTakesThePages();
    void panelWritesFiles();
    void rangesOfTheDialog();
    void koreanIsOnPaper();
    void emptyDiagramsCanBeExported();
};

void DiagramExportTest::csvHasARowAnEvent() {
    auto missions = referenceMissions();
    missions[0].actuals = {{0, 0, timing::EventKind::Departure, sinceEpoch_ms(at(36'125)) + 250}};
    missions[0].steps.push_back({delivery::MissionStep::Prepared, at(35'950), "kim", ""});
    missions[0].steps.push_back({delivery::MissionStep::Flying, at(36'125), "kim", ""});
    settleTimes(missions[0]);
    const QByteArray csv = csvOf(jobOf(stateOf(std::move(missions)), {at(35'900), at(37'600)}));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const QList<QByteArray> rows = csv.mid(3).trimmed().split('\n');
    QCOMPARE(rows.size(), 1 + 2 * (4 + 4 + 3 + 4)); // arrival and departure at each node
    QCOMPARE(rows[0].trimmed(), "network,mission,drone,state,visit,node,event,planned_utc,time_utc,reading,delay_s,"
                                "plan,with_plan");
    QCOMPARE(rows[1].trimmed(), "REF,m1,HN-m1,flying,0,BP-01,arrival,2026-11-21T10:00:00.000Z,"
                                "2026-11-21T10:00:00.000Z,expected,0.000,,");
    QCOMPARE(rows[2].trimmed(), "REF,m1,HN-m1,flying,0,BP-01,departure,2026-11-21T10:02:00.000Z,"
                                "2026-11-21T10:02:05.250Z,actual,5.250,,");
    QCOMPARE(rows[3].trimmed(), "REF,m1,HN-m1,flying,1,DP-02,arrival,2026-11-21T10:05:51.000Z,"
                                "2026-11-21T10:05:56.250Z,expected,5.250,,");
    // Only what lies in the range.
    const ExportJob early = jobOf(stateOf(referenceMissions()), {at(35'900), at(36'100)});
    QCOMPARE(csvOf(early).trimmed().split('\n').size(), 1 + 8);
}

void DiagramExportTest::plansAreExportedAsTheyAreShown() {
    ExportJob job = referenceJob();
    const auto contents = std::make_shared<DiagramContents>(*job.contents);
    addPlans(*contents, examplePlans(), {});
    job.contents = contents;
    const QString csv = QString::fromUtf8(csvOf(job));
    for (const char* row : {",m1,HN-m1,PENDING_APPROVAL,,,plan_start,2026-11-21T10:00:00.000Z,"
                            "2026-11-21T10:00:00.000Z,plan,0.000,FP-M1,\r\n",
                            ",,HN-9,PENDING_APPROVAL,,,conflict_start,2026-11-21T10:10:00.000Z,"
                            "2026-11-21T10:10:00.000Z,plan,0.000,FP-WAITS,FP-FLIES\r\n",
                            "plan,0.000,FP-APPROVED,\r\n"})
        QVERIFY2(csv.contains(QString::fromUtf8(row)), qPrintable(csv));
    QVERIFY(csv.contains(QStringLiteral("arrival,2026-11-21T10:00:00.000Z,2026-11-21T10:00:00.000Z,expected,0.000,"
                                        "FP-M1,")));
    const auto pdf = exported(job, ExportFormat::Pdf);
    QVERIFY_RESULT(pdf);
    QCOMPARE(pagesIn(*pdf), 3); // the diagram, the events, the plans
    keepForPeople(*pdf, QStringLiteral("plans.pdf"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext is not here");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    keep(*pdf, path);
    const QString text = QString::fromUtf8(ran(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")}));
    for (const char* wanted : {"Flight plans", "FP-WAITS", "FP-FLIES", "Waits for approval", "plan waits",
                               "plan in flight", "2026-11-21 10:05:00Z"})
        QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
}

void DiagramExportTest::csvCellsAreNoFormulas() {
    const auto times = referenceTimes();
    auto mission = missionOn(times, "=cmd|'x'!A1", {"DP-01"}, at(36'000));
    mission.drone = "@drone,\"one\"";
    mission.actuals = {{0, 0, timing::EventKind::Departure, sinceEpoch_ms(at(36'110))}}; // ten seconds early
    settleTimes(mission);
    const QByteArray csv = csvOf(jobOf(stateOf({mission}), {at(35'900), at(37'600)}));
    QVERIFY(csv.contains(",'=cmd|'x'!A1,"));
    QVERIFY(csv.contains(",\"'@drone,\"\"one\"\"\","));
    QVERIFY(csv.contains(",'-10.000,,\r\n"));
}

void DiagramExportTest::pdfSaysItAll() {
    const auto pdf = exported(referenceJob(), ExportFormat::Pdf);
    QVERIFY_RESULT(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
    QCOMPARE(pagesIn(*pdf), 2); // the diagram, and the table of thirty events
    keepForPeople(*pdf, QStringLiteral("reference.pdf"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext is not here");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    keep(*pdf, path);
    const QString text = QString::fromUtf8(ran(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")}));
    for (const char* wanted : {"Drone-diagram: Reference (REF)", "2026-11-21 09:58:20Z", "2026-11-21 10:26:40Z",
                               "4 mission", "made 2026-11-21 10:10:00Z", "page 1 of 1", "planned", "flown", "expected",
                               "node column held", "conflict", "BP-01", "DP-05", "10:05Z", "m1", "HN-m4",
                               "times, page 1 of 1", "2026-11-21 10:05:51Z", "2026-11-21 10:25:15Z"})
        QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
    // Every exact time of DOMAIN.md's table is in the table of the document.
    for (const std::int64_t second : {36351, 36411, 36562, 36622, 36673, 36733, 36884, 36944, 36773, 36833, 36943,
                                      37003, 37134, 37194, 36973, 37235, 37064, 37515}) {
        const QString time = QString::fromStdString(toRfc3339(at(second)).substr(11, 8)) + u'Z';
        QVERIFY2(text.contains(time), qPrintable(time));
    }
}

void DiagramExportTest::pdfOfADayHasSeveralPages() {
    const auto state = busyState(60, 24 * hour);
    const ExportJob job = jobOf(state, {at(0), at(86'400)}, Paper::A3);
    QCOMPARE(diagramPages(job), 4);
    QCOMPARE(pageLength(job), 6 * hour);
    QCOMPARE(diagramPages(jobOf(state, {at(0), at(3'600 * 9)})), 1);
    ExportJob hourly = job;
    hourly.page = hour;
    QCOMPARE(diagramPages(hourly), 24);
    ExportJob nothing = job;
    nothing.range = {at(0), at(0)};
    QCOMPARE(diagramPages(nothing), 1);
    const auto pdf = exported(job, ExportFormat::Pdf);
    QVERIFY_RESULT(pdf);
    QVERIFY(pagesIn(*pdf) > 4 + 4); // diagrams, and several pages of 60 missions' times
    keepForPeople(*pdf, QStringLiteral("day.pdf"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext is not here");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("day.pdf"));
    keep(*pdf, path);
    const QString text = QString::fromUtf8(ran(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")}));
    for (int page = 1; page <= 4; ++page)
        QVERIFY(text.contains(QStringLiteral("page %1 of 4").arg(page)));
    const qsizetype tables = pagesIn(*pdf) - 4;
    for (qsizetype page = 1; page <= tables; ++page)
        QVERIFY(text.contains(QStringLiteral("times, page %1 of %2").arg(page).arg(tables)));
    QVERIFY(!text.contains(QStringLiteral("times, page %1").arg(tables + 1)));
    for (const delivery::MissionPtr& mission : state.missions)
        QVERIFY2(text.contains(QString::fromStdString(mission->id)), mission->id.c_str());
}

void DiagramExportTest::paperIsLandscapeAndOfItsSize() {
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 (\\d+)[^ ]* (\\d+)"));
    for (const auto& [paper, width, height] : {std::tuple{Paper::A4, 842, 595}, std::tuple{Paper::A3, 1191, 842}}) {
        ExportJob job = referenceJob();
        job.paper = paper;
        const auto pdf = exported(job, ExportFormat::Pdf);
        QVERIFY_RESULT(pdf);
        const auto match = box.match(QString::fromLatin1(*pdf));
        QVERIFY(match.hasMatch());
        QVERIFY2(std::abs(match.captured(1).toInt() - width) <= 1, qPrintable(match.captured(0)));
        QVERIFY2(std::abs(match.captured(2).toInt() - height) <= 1, qPrintable(match.captured(0)));
    }
}

void DiagramExportTest::svgIsLinesAndText() {
    const auto svg = exported(referenceJob(), ExportFormat::Svg);
    QVERIFY_RESULT(svg);
    keepForPeople(*svg, QStringLiteral("reference.svg"));
    QXmlStreamReader xml(*svg);
    QString text;
    int lines = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"text") text += xml.readElementText() + u'\n';
        lines += xml.name() == u"polyline" || xml.name() == u"line" || xml.name() == u"path" ? 1 : 0;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char* wanted : {"Drone-diagram: Reference (REF)", "BP-01", "DP-05", "10:05Z", "m1", "m4", "planned"})
        QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
    QVERIFY(lines > 30);
    QSvgRenderer renderer(*svg); // others can read it
    QVERIFY(renderer.isValid());
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QVERIFY(image.pixelColor(2, 2).lightness() > 200);
}

void DiagramExportTest::pngIsLightWhateverTheTheme() {
    theme::apply(*qApp, theme::themeById(u"contrast"));
    const auto png = exported(referenceJob(), ExportFormat::Png);
    QVERIFY_RESULT(png);
    keepForPeople(*png, QStringLiteral("reference.png"));
    const QImage image = QImage::fromData(*png, "PNG").convertToFormat(QImage::Format_RGB32);
    QVERIFY(image.width() > 1'500 && image.height() > 1'000);
    const theme::Theme& light = theme::paperTheme();
    QCOMPARE(image.pixelColor(image.width() - 3, image.height() - 3), light.color(theme::ColorRole::Base));
    int dark = 0;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            dark += image.pixelColor(x, y).lightness() < 90 ? 1 : 0;
    QVERIFY2(dark > 500, qPrintable(QString::number(dark))); // lines and texts
    QVERIFY(dark < image.width() * image.height() / 4 / 10); // on light paper
    theme::apply(*qApp, theme::themeById(u"dark"));
}

void DiagramExportTest::printerTakesThePages() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("printed.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageOrientation(QPageLayout::Landscape);
    QVERIFY_RESULT(paintPages(printer, referenceJob()));
    QCOMPARE(pagesIn(contentOf(path)), 2);
    QPrinter nowhere(QPrinter::HighResolution);
    nowhere.setOutputFormat(QPrinter::PdfFormat);
    nowhere.setOutputFileName(folder.filePath(QStringLiteral("no/such/folder/x.pdf")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*")));
    const auto failed = paintPages(nowhere, referenceJob());
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, std::string("EXPORT_FAILED"));
}

void DiagramExportTest::panelWritesFiles() {
    FakeDeliveries service(stateOf(referenceMissions()));
    delivery::DeliveryDesk desk(&service, planner);
    models::MissionSelection selection;
    DiagramPanel panel(theme::themeById(u"dark"), desk, selection, nullptr);
    panel.resize(1200, 500);
    panel.show();
    panel.setSituation(std::make_shared<const situation::Situation>(), at(36'600));
    panel.view().showAll();
    const QTemporaryDir folder;
    for (const ExportFormat format : {ExportFormat::Pdf, ExportFormat::Svg, ExportFormat::Png, ExportFormat::Csv}) {
        const QString path = folder.filePath(QStringLiteral("out.") + suffixOf(format));
        QSignalSpy written(&panel, &DiagramPanel::written);
        panel.write(panel.job(ExportRange::All, Paper::A4), format, path);
        QVERIFY(written.wait(30'000));
        QCOMPARE(written[0][1].toString(), QString());
        QVERIFY(QFile(path).size() > 1'000);
    }
    QVERIFY(contentOf(folder.filePath(QStringLiteral("out.csv"))).contains("m4"));
    QSignalSpy written(&panel, &DiagramPanel::written);
    panel.write(panel.job(ExportRange::All, Paper::A4), ExportFormat::Csv,
                folder.filePath(QStringLiteral("no/such/folder/out.csv")));
    QVERIFY(written.wait(30'000));
    QVERIFY(!written[0][1].toString().isEmpty());
}

void DiagramExportTest::rangesOfTheDialog() {
    FakeDeliveries service(stateOf(referenceMissions()));
    delivery::DeliveryDesk desk(&service, planner);
    models::MissionSelection selection;
    DiagramPanel panel(theme::themeById(u"dark"), desk, selection, nullptr);
    panel.resize(1200, 500);
    panel.show();
    panel.view().show({at(36'000), at(36'900)});
    QCOMPARE(panel.job(ExportRange::Picture, Paper::A4).range, (TimeRange{at(36'000), at(36'900)}));
    QCOMPARE(panel.job(ExportRange::Day, Paper::A4).range, (TimeRange{day, day + 24 * hour}));
    QCOMPARE(panel.job(ExportRange::All, Paper::A3).range, (TimeRange{at(36'000), at(37'515)}));
    QCOMPARE(panel.job(ExportRange::All, Paper::A3).paper, Paper::A3);
    panel.exportAs();
    auto* dialog = panel.findChild<ExportDialog*>(QStringLiteral("exportDiagram"));
    QVERIFY(dialog && dialog->isVisible());
    auto& format = *dialog->findChild<QComboBox*>(QStringLiteral("exportFormat"));
    auto& paper = *dialog->findChild<QComboBox*>(QStringLiteral("exportPaper"));
    format.setCurrentIndex(static_cast<int>(ExportFormat::Csv));
    QVERIFY(!paper.isEnabled()); // rows have no paper
    format.setCurrentIndex(static_cast<int>(ExportFormat::Svg));
    paper.setCurrentIndex(1);
    QVERIFY(dialog->format() == ExportFormat::Svg && dialog->paper() == Paper::A3);
    dialog->reject();
}

void DiagramExportTest::koreanIsOnPaper() {
    delivery::Network network = referenceNetwork();
    network.name = "한강 배달망";
    network.nodes[1].name = "여의도";
    const ExportJob job = jobOf(stateOf(referenceMissions(), network), {at(35'900), at(37'600)});
    const auto pdf = exported(job, ExportFormat::Pdf);
    QVERIFY_RESULT(pdf);
    keepForPeople(*pdf, QStringLiteral("korean.pdf"));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext is not here");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    keep(*pdf, path);
    const QString text = QString::fromUtf8(ran(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")}));
    QVERIFY(text.contains(QStringLiteral("한강 배달망")));
    QVERIFY(text.contains(QStringLiteral("여의도")));
}

void DiagramExportTest::emptyDiagramsCanBeExported() {
    const ExportJob job = jobOf(stateOf({}), {at(0), at(3'600)});
    for (const ExportFormat format : {ExportFormat::Pdf, ExportFormat::Svg, ExportFormat::Png, ExportFormat::Csv})
        QVERIFY_RESULT(exported(job, format));
    QCOMPARE(csvOf(job).trimmed().split('\n').size(), 1);
}

HANEUL_LATENCY_MAIN(DiagramExportTest)
#include "diagram_export_test.moc"
