#include "ui/help/help_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace haneul::help {

HelpWindow::HelpWindow(const QString& language, KeyOf keyOf, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_pages(language)
    , m_keyOf(std::move(keyOf))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this)) {
    setObjectName(QStringLiteral("helpWindow"));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("helpList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->installEventFilter(this); // its own history knows nothing of ours
    m_back->setArrowType(Qt::LeftArrow);
    m_forward->setArrowType(Qt::RightArrow);

    const int gap = fontMetrics().height() / 2;
    auto* side = new QWidget(this);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_back);
    tools->addWidget(m_forward);
    tools->addWidget(m_search, 1);
    auto* left = new QVBoxLayout(side);
    left->setContentsMargins(gap, gap, gap, gap);
    left->addLayout(tools);
    left->addWidget(m_list, 1);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(side);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({fontMetrics().averageCharWidth() * 36, fontMetrics().averageCharWidth() * 90});
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 42);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0) go(m_list->item(0)->data(Qt::UserRole).toString());
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) go(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { go(pageOf(link.path())); });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    word();
    go(pageOf({}));
}

void HelpWindow::word() {
    setWindowTitle(tr("Haneul: help"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_list->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page"));
    m_back->setToolTip(tr("Back"));
    m_back->setAccessibleName(tr("Back"));
    m_forward->setToolTip(tr("Forward"));
    m_forward->setAccessibleName(tr("Forward"));
    fillList();
}

void HelpWindow::setLanguage(const QString& language) {
    if (language == m_pages.language()) return;
    m_pages = HelpPages(language);
    fillList();
    refresh();
}

void HelpWindow::fillList() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString& page, const QString& text) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, page);
        if (page == m_page) m_list->setCurrentItem(item);
    };
    if (m_search->text().trimmed().isEmpty()) {
        for (const char* id : pageIds())
            add(QString::fromLatin1(id), m_pages.title(QString::fromLatin1(id)));
        return;
    }
    for (const Hit& hit : m_pages.search(m_search->text()))
        add(hit.page, hit.excerpt.isEmpty() ? hit.title : hit.title + u'\n' + hit.excerpt);
    if (m_list->count() == 0) {
        auto* nothing = new QListWidgetItem(tr("Nothing found"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
}

void HelpWindow::showTopic(const QString& topic) {
    m_search->clear();
    go(pageOf(topic));
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HelpWindow::go(const QString& page) {
    if (page.isEmpty()) return;
    if (page != m_page) {
        m_history = m_history.first(m_at + 1) << page;
        m_at = m_history.size() - 1;
    }
    showPage(page);
}

void HelpWindow::step(int by) {
    if (m_at + by < 0 || m_at + by >= m_history.size()) return;
    m_at += by;
    showPage(m_history[m_at]);
}

void HelpWindow::refresh() {
    const int place = m_text->verticalScrollBar()->value();
    showPage(m_page);
    m_text->verticalScrollBar()->setValue(place);
}

void HelpWindow::showPage(const QString& page) {
    m_page = page;
    QTextDocument* document = m_text->document();
    document->setDefaultFont(font());
    document->setDocumentMargin(fontMetrics().height());
    m_text->setMarkdown(m_pages.markdown(page, m_keyOf));
    // Markdown says nothing about how a table looks.
    for (QTextFrame* frame : document->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setBorderBrush(palette().mid());
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setCellSpacing(0);
        format.setCellPadding(fontMetrics().height() / 3.0);
        table->setFormat(format);
    }
    m_text->moveCursor(QTextCursor::Start);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_history.size());
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(Qt::UserRole).toString() == page) m_list->setCurrentRow(i);
}

void HelpWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        word();
        refresh();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) refresh();
}

bool HelpWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_text || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::AltModifier || (key->key() != Qt::Key_Left && key->key() != Qt::Key_Right))
        return QWidget::eventFilter(watched, event);
    step(key->key() == Qt::Key_Left ? -1 : 1);
    return true;
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Left)
        step(-1);
    else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Right)
        step(1);
    else if (event->matches(QKeySequence::Find))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace haneul::help
