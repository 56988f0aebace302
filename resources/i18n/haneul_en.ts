<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>haneul::actions</name>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Filter tracks</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>High-contrast theme</source>
        <translation>High-contrast theme</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어 (Korean)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Reset layout</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Centre on selection</source>
        <translation>Centre on selection</translation>
    </message>
    <message>
        <source>Fit all tracks</source>
        <translation>Fit all tracks</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Next label detail</source>
        <translation>Next label detail</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>Back 10 s</source>
        <translation>Back 10 s</translation>
    </message>
    <message>
        <source>Forward 10 s</source>
        <translation>Forward 10 s</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>About Haneul</source>
        <translation>About Haneul</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>New map window</source>
        <translation>New map window</translation>
    </message>
    <message>
        <source>New 3D window</source>
        <translation>New 3D window</translation>
    </message>
    <message>
        <source>Follow the main map</source>
        <translation>Follow the main map</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>Next window</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Close window</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
</context>
<context>
    <name>haneul::map::MapView</name>
    <message>
        <source>No base map: the tile server does not answer (%1). Tracks are shown.</source>
        <translation>No base map: the tile server does not answer (%1). Tracks are shown.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>haneul::models::Facts</name>
    <message>
        <source>last data %1</source>
        <translation>last data %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>No picture yet</translation>
    </message>
    <message>
        <source>Picture stands still since %1</source>
        <translation>Picture stands still since %1</translation>
    </message>
    <message>
        <source>No feed is set up</source>
        <translation>No feed is set up</translation>
    </message>
    <message numerus="yes">
        <source>No position: %n track(s)</source>
        <translation>
            <numerusform>No position: %n track</numerusform>
            <numerusform>No position: %n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale: %n track(s)</source>
        <translation>
            <numerusform>Stale: %n track</numerusform>
            <numerusform>Stale: %n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lost: %n track(s)</source>
        <translation>
            <numerusform>Lost: %n track</numerusform>
            <numerusform>Lost: %n tracks</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture full: %1 reports refused</source>
        <translation>Picture full: %1 reports refused</translation>
    </message>
</context>
<context>
    <name>haneul::models::FeedHealthModel</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Last message</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Messages/s</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Malformed</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>haneul::models::NoticeModel</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>haneul::models::TrackTableModel</name>
    <message>
        <source>%1 (%2), last %3</source>
        <translation>%1 (%2), last %3</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Height m</source>
        <translation>Height m</translation>
    </message>
    <message>
        <source>Speed m/s</source>
        <translation>Speed m/s</translation>
    </message>
    <message>
        <source>Course °</source>
        <translation>Course °</translation>
    </message>
    <message>
        <source>Climb m/s</source>
        <translation>Climb m/s</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Squawk</source>
        <translation>Squawk</translation>
    </message>
    <message>
        <source>Battery %</source>
        <translation>Battery %</translation>
    </message>
</context>
<context>
    <name>haneul::models::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetry</translation>
    </message>
    <message>
        <source>ADS-B</source>
        <translation>ADS-B</translation>
    </message>
    <message>
        <source>MAVLink</source>
        <translation>MAVLink</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>track</comment>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>track</comment>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>track</comment>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>feed</comment>
        <translation>Starting</translation>
    </message>
    <message>
        <source>Connected</source>
        <comment>feed</comment>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>feed</comment>
        <translation>Silent</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <comment>feed</comment>
        <translation>Disconnected</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>feed</comment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>notice</comment>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>notice</comment>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>notice</comment>
        <translation>Error</translation>
    </message>
    <message>
        <source>Broker stopped</source>
        <translation>Broker stopped</translation>
    </message>
    <message>
        <source>Broker restarted</source>
        <translation>Broker restarted</translation>
    </message>
    <message>
        <source>Broker does not start</source>
        <translation>Broker does not start</translation>
    </message>
    <message>
        <source>Feed lost</source>
        <translation>Feed lost</translation>
    </message>
    <message>
        <source>The broker ended and is being started again: %1</source>
        <translation>The broker ended and is being started again: %1</translation>
    </message>
    <message>
        <source>The broker runs again on %1</source>
        <translation>The broker runs again on %1</translation>
    </message>
    <message>
        <source>The broker cannot run: %1</source>
        <translation>The broker cannot run: %1</translation>
    </message>
    <message>
        <source>%1 is disconnected: %2</source>
        <translation>%1 is disconnected: %2</translation>
    </message>
    <message>
        <source>%1 is connected but brings nothing</source>
        <translation>%1 is connected but brings nothing</translation>
    </message>
    <message>
        <source>%1 brings data again</source>
        <translation>%1 brings data again</translation>
    </message>
    <message>
        <source>%1 does not work: %2</source>
        <translation>%1 does not work: %2</translation>
    </message>
    <message>
        <source>The station&apos;s clock was moved by %1 s; ages of tracks are not affected</source>
        <translation>The station&apos;s clock was moved by %1 s; ages of tracks are not affected</translation>
    </message>
    <message>
        <source>More than %1 aircraft are reported; further ones of %2 are not shown</source>
        <translation>More than %1 aircraft are reported; further ones of %2 are not shown</translation>
    </message>
    <message>
        <source>There is no base map: %1</source>
        <translation>There is no base map: %1</translation>
    </message>
    <message>
        <source>Refused: %1. The last: %2</source>
        <translation>Refused: %1. The last: %2</translation>
    </message>
    <message>
        <source>Telemetry refused</source>
        <translation>Telemetry refused</translation>
    </message>
    <message>
        <source>No base map</source>
        <translation>No base map</translation>
    </message>
    <message>
        <source>Feed silent</source>
        <translation>Feed silent</translation>
    </message>
    <message>
        <source>Feed restored</source>
        <translation>Feed restored</translation>
    </message>
    <message>
        <source>Feed failed</source>
        <translation>Feed failed</translation>
    </message>
    <message>
        <source>Station clock jumped</source>
        <translation>Station clock jumped</translation>
    </message>
    <message>
        <source>Picture full</source>
        <translation>Picture full</translation>
    </message>
</context>
<context>
    <name>haneul::scene3d::Scene3DView</name>
    <message>
        <source>this display offers no OpenGL</source>
        <translation>this display offers no OpenGL</translation>
    </message>
    <message>
        <source>this display offers OpenGL ES only</source>
        <translation>this display offers OpenGL ES only</translation>
    </message>
    <message>
        <source>Heights as reported (AMSL/W84/STD), not reconciled</source>
        <translation>Heights as reported (AMSL/W84/STD), not reconciled</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · ground at 0 m, no terrain · grid %2 · vectors 30 s</source>
        <translation>Heights drawn ×%1 · ground at 0 m, no terrain · grid %2 · vectors 30 s</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>3D is off: %1.</source>
        <translation>3D is off: %1.</translation>
    </message>
</context>
<context>
    <name>haneul::window::AboutDialog</name>
    <message>
        <source>About Haneul</source>
        <translation>About Haneul</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>Haneul: UAS Traffic Management</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>The program informs and records; it never commands an aircraft.</source>
        <translation>The program informs and records; it never commands an aircraft.</translation>
    </message>
    <message>
        <source>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</source>
        <translation>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</translation>
    </message>
    <message>
        <source>Built on: %1.</source>
        <translation>Built on: %1.</translation>
    </message>
    <message>
        <source>no base map is loaded</source>
        <translation>no base map is loaded</translation>
    </message>
    <message>
        <source>Base map: %1.</source>
        <translation>Base map: %1.</translation>
    </message>
</context>
<context>
    <name>haneul::window::ClockPanel</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY %1</source>
        <translation>REPLAY %1</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSED</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Local time</translation>
    </message>
    <message>
        <source>The present, not the recording</source>
        <translation>The present, not the recording</translation>
    </message>
</context>
<context>
    <name>haneul::window::FactLine</name>
    <message>
        <source>No known gaps</source>
        <translation>No known gaps</translation>
    </message>
</context>
<context>
    <name>haneul::window::FeedStrip</name>
    <message>
        <source>Age %1</source>
        <comment>of the last message</comment>
        <translation>Age %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MainWindow</name>
    <message>
        <source>Tracks: %1 live, %2 stale, %3 lost</source>
        <translation>Tracks: %1 live, %2 stale, %3 lost</translation>
    </message>
    <message>
        <source>Delay %1 ms, drawing %2 ms</source>
        <translation>Delay %1 ms, drawing %2 ms</translation>
    </message>
    <message>
        <source>Worst of the last second: from publication to this window, and the work of one tick</source>
        <translation>Worst of the last second: from publication to this window, and the work of one tick</translation>
    </message>
    <message>
        <source>The position of %1 is not known</source>
        <translation>The position of %1 is not known</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>Haneul: UAS Traffic Management</translation>
    </message>
    <message>
        <source>Place under the pointer, WGS84</source>
        <translation>Place under the pointer, WGS84</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapControl</name>
    <message>
        <source>No base map is set up</source>
        <translation>No base map is set up</translation>
    </message>
    <message>
        <source>Base map does not answer</source>
        <translation>Base map does not answer</translation>
    </message>
    <message>
        <source>Base map does not answer: %1</source>
        <translation>Base map does not answer: %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapWindow</name>
    <message>
        <source>The position of %1 is not known</source>
        <translation>The position of %1 is not known</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>haneul::window::Menus</name>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>haneul::window::Panels</name>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
</context>
<context>
    <name>haneul::window::ReplayBar</name>
    <message>
        <source>%1, at its end</source>
        <translation>%1, at its end</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Place in the recording</translation>
    </message>
</context>
<context>
    <name>haneul::window::SceneWindow</name>
    <message>
        <source>3D view</source>
        <translation>3D view</translation>
    </message>
</context>
<context>
    <name>haneul::window::TrackPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Filter: id, label, source, state, mission</source>
        <translation>Filter: id, label, source, state, mission</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Filter tracks</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Tracks</translation>
    </message>
</context>
</TS>
