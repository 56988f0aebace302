import QtQuick
import QtLocation
import QtPositioning

// The base map and the few words that lie on it. Everything about tracks is drawn by the layer that the program puts
// into `map`; pointer and keys are the widget's.
Rectangle {
    id: root

    property string tileHost        // ".../tiles/dark/": empty is a map without tiles
    property string cacheFolder
    property color textColor
    property color secondaryColor
    property color panelColor
    property color lineColor
    property color noticeColor
    property string attribution
    property string notice          // why there is no base map
    property string hint            // what the tool in hand waits for
    property string legend          // what lines and dots mean
    property string missing         // what is not shown for want of room
    property string overload        // what is not shown for want of time
    property font textFont
    property string tip             // about the track under the pointer
    property point tipAt
    property real scaleLength_px
    property string scaleText
    // With the row that counts, shown or not: labels must not make room for it when it comes.
    readonly property rect legendArea: {
        const row = root.missing === "" ? metrics.height : 0
        return Qt.rect(legendPlate.x, legendPlate.y - row, legendPlate.width, legendPlate.height + row)
    }
    readonly property rect creditArea: Qt.rect(credit.x, credit.y, credit.width, credit.height)
    property rect outline           // of a layer; empty: none
    readonly property Item map: loader.item

    function rebuild() {
        loader.active = false
        loader.sourceComponent = root.tileHost === "" ? bare : tiled
        loader.active = true
    }

    Loader {
        id: loader
        anchors.fill: parent
    }

    Component {
        id: tiled
        Map {
            id: tiledMap
            color: root.color
            copyrightsVisible: false
            maximumTilt: 0
            minimumZoomLevel: 2
            maximumZoomLevel: 20
            plugin: Plugin {
                name: "osm"
                PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
                PluginParameter { name: "osm.mapping.custom.host"; value: root.tileHost }
                PluginParameter { name: "osm.mapping.custom.mapcopyright"; value: " " }
                PluginParameter { name: "osm.mapping.custom.datacopyright"; value: " " }
                PluginParameter { name: "osm.mapping.cache.disk.size"; value: "0" }
                PluginParameter { name: "osm.mapping.cache.directory"; value: root.cacheFolder }
                PluginParameter { name: "osm.mapping.prefetching_style"; value: "NoPrefetching" }
            }
            function takeOwnTiles() {
                for (const type of supportedMapTypes)
                    if (type.style === MapType.CustomMap)
                        activeMapType = type
            }
            onSupportedMapTypesChanged: takeOwnTiles()
            Component.onCompleted: takeOwnTiles()
        }
    }

    Component {
        id: bare
        Map {
            color: root.color
            copyrightsVisible: false
            maximumTilt: 0
            minimumZoomLevel: 2
            maximumZoomLevel: 20
            plugin: Plugin { name: "itemsoverlay" }
        }
    }

    Rectangle {
        visible: root.outline.width > 0 && root.outline.height > 0
        x: root.outline.x
        y: root.outline.y
        width: root.outline.width
        height: root.outline.height
        color: "transparent"
        border.color: root.secondaryColor
        border.width: 2
    }

    component Plate: Rectangle {
        property alias text: words.text
        property alias textColor: words.color
        property alias textAlignment: words.horizontalAlignment
        property real padding: 6
        property real most: Infinity // wider than this it wraps
        visible: text !== ""
        width: words.width + 2 * padding
        height: words.implicitHeight + padding
        color: Qt.alpha(root.panelColor, 0.88)
        radius: 2
        Text {
            id: words
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.most - 2 * parent.padding)
            wrapMode: Text.WordWrap
            color: root.textColor
            font: root.textFont
            renderType: Text.NativeRendering // grey edges: the other way has coloured ones
            textFormat: Text.PlainText
        }
    }

    component Words: Text {
        color: root.textColor
        font: root.textFont
        renderType: Text.NativeRendering
        textFormat: Text.PlainText
        visible: text !== ""
    }

    Rectangle {
        id: legendPlate
        readonly property real gap: Math.round(metrics.height * 0.35)
        visible: root.scaleText !== ""
        anchors { left: parent.left; bottom: parent.bottom; margins: gap }
        width: rows.width + 2 * gap
        height: rows.height + 2 * gap
        color: Qt.alpha(root.panelColor, 0.9)
        radius: 2
        FontMetrics { id: metrics; font: root.textFont }
        Column {
            id: rows
            x: legendPlate.gap
            y: legendPlate.gap
            spacing: Math.round(legendPlate.gap / 2)
            Row {
                spacing: 2 * legendPlate.gap
                Words { text: "▲ N" } // north is up
                Item { // scale bar
                    readonly property real stroke: Math.max(1, Math.round(metrics.height / 9))
                    width: Math.max(root.scaleLength_px, scaleWords.implicitWidth)
                    height: scaleWords.implicitHeight + 3 * stroke
                    Words { id: scaleWords; text: root.scaleText }
                    Rectangle { y: parent.height - height; width: root.scaleLength_px; height: parent.stroke; color: root.textColor }
                    Rectangle { y: parent.height - height; width: parent.stroke; height: 3 * parent.stroke; color: root.textColor }
                    Rectangle { x: root.scaleLength_px - width; y: parent.height - height; width: parent.stroke; height: 3 * parent.stroke; color: root.textColor }
                }
            }
            Words { text: root.legend; color: root.secondaryColor }
            Words { text: root.missing }
            Words { text: root.overload; color: root.noticeColor }
        }
    }

    Plate {
        id: credit
        anchors { right: parent.right; bottom: parent.bottom }
        // Beside the legend, not over it.
        most: Math.max(8 * metrics.height, root.width - (legendPlate.visible ? legendPlate.x + legendPlate.width + legendPlate.gap : 0))
        text: root.attribution
        textColor: root.secondaryColor
        textAlignment: Text.AlignRight
        padding: 4
        radius: 0
    }

    Plate {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 10 }
        text: root.notice
        textColor: root.noticeColor
        border.color: root.noticeColor
        padding: 10
    }

    Plate {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: root.notice === "" ? 10 : metrics.height * 3 }
        text: root.hint
        border.color: root.lineColor
        padding: 10
    }

    Plate {
        text: root.tip
        color: root.panelColor
        border.color: root.lineColor
        padding: 8
        x: root.tipAt.x + 20 + width > root.width ? root.tipAt.x - 20 - width : root.tipAt.x + 20
        y: Math.max(0, Math.min(root.tipAt.y + 16, root.height - height))
    }
}
