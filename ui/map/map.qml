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
    property string tip             // about the track under the pointer
    property point tipAt
    property real scaleLength_px
    property string scaleText
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

    component Plate: Rectangle {
        property alias text: words.text
        property alias textColor: words.color
        property real padding: 6
        visible: text !== ""
        width: words.implicitWidth + 2 * padding
        height: words.implicitHeight + padding
        color: Qt.alpha(root.panelColor, 0.88)
        radius: 2
        Text {
            id: words
            anchors.centerIn: parent
            color: root.textColor
            textFormat: Text.PlainText
        }
    }

    Item { // scale bar
        visible: root.scaleText !== ""
        anchors { left: parent.left; bottom: parent.bottom; margins: 10 }
        width: scale.width
        height: scale.height + 6
        Plate { id: scale; text: root.scaleText; width: Math.max(root.scaleLength_px, implicitWidth) + 12; height: 26 }
        Rectangle { x: 6; y: 23; width: root.scaleLength_px; height: 2; color: root.textColor }
        Rectangle { x: 6; y: 18; width: 1; height: 6; color: root.textColor }
        Rectangle { x: 5 + root.scaleLength_px; y: 18; width: 1; height: 6; color: root.textColor }
    }

    Plate {
        anchors { right: parent.right; bottom: parent.bottom }
        text: root.attribution
        textColor: root.secondaryColor
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
        text: root.tip
        color: root.panelColor
        border.color: root.lineColor
        padding: 8
        x: root.tipAt.x + 20 + width > root.width ? root.tipAt.x - 20 - width : root.tipAt.x + 20
        y: Math.max(0, Math.min(root.tipAt.y + 16, root.height - height))
    }
}
