#include "ui/shortcuts/key_sheet.h"

#include "ui/actions/action_registry.h"
#include "ui/shortcuts/key_map.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace haneul::shortcuts {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::shortcuts::KeySheet)
};

} // namespace

QString keySheetHtml(const KeyMap& keys) {
    QString html = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head>"
                                  "<body style=\"font-family:'Noto Sans CJK KR',sans-serif;color:black\"><h2>%1</h2>\n")
                       .arg(Words::tr("Haneul: keys").toHtmlEscaped());
    QLatin1StringView scope;
    for (const actions::ActionInfo& info : actions::allActions()) {
        const QLatin1StringView own(info.scope);
        if (own != scope) {
            if (!scope.isEmpty()) html += QStringLiteral("</table>\n");
            scope = own;
            html += QStringLiteral("<h3>%1</h3>\n<table width=\"100%\" cellpadding=\"2\">\n")
                        .arg(actions::scopeText(scope).toHtmlEscaped());
        }
        const QLatin1StringView id(info.id);
        const QString key = keys.key(id).toString(QKeySequence::NativeText);
        html += QStringLiteral("<tr><td width=\"60%\">%1</td><td><b>%2</b>%3</td></tr>\n")
                    .arg(QCoreApplication::translate("haneul::actions", info.text).toHtmlEscaped(),
                         key.isEmpty() ? QStringLiteral("—") : key.toHtmlEscaped(),
                         keys.isChanged(id) ? QStringLiteral(" (%1)").arg(Words::tr("changed")) : QString());
    }
    return html + QStringLiteral("</table>\n</body></html>\n");
}

Result<void> writeKeySheet(const QString& html, const QString& path) {
    QSaveFile file(path);
    const auto failed = [&] {
        return fail("KEY_SHEET_UNWRITABLE", file.errorString().toStdString(), path.toStdString());
    };
    if (!file.open(QIODevice::WriteOnly)) return failed();
    if (path.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive)) {
        file.write(html.toUtf8());
    } else {
        QPdfWriter paper(&file);
        paper.setPageSize(QPageSize(QPageSize::A4));
        paper.setResolution(300);
        QTextDocument document;
        document.setHtml(html);
        document.print(&paper);
    }
    if (!file.commit()) return failed();
    return {};
}

} // namespace haneul::shortcuts
