<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>haneul::actions</name>
    <message>
        <source>Tracks</source>
        <translation>항적</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D 화면</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>수신원</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>항적 찾기</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>어두운 화면</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>밝은 화면</translation>
    </message>
    <message>
        <source>High-contrast theme</source>
        <translation>고대비 화면</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어 (English)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>배치 초기화</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Centre on selection</source>
        <translation>선택 항적으로 이동</translation>
    </message>
    <message>
        <source>Fit all tracks</source>
        <translation>전체 항적 보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Next label detail</source>
        <translation>표지 상세도 변경</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생/일시정지</translation>
    </message>
    <message>
        <source>Back 10 s</source>
        <translation>10초 뒤로</translation>
    </message>
    <message>
        <source>Forward 10 s</source>
        <translation>10초 앞으로</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About Haneul</source>
        <translation>하늘 정보</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>New map window</source>
        <translation>새 지도 창</translation>
    </message>
    <message>
        <source>New 3D window</source>
        <translation>새 3D 창</translation>
    </message>
    <message>
        <source>Follow the main map</source>
        <translation>주 지도 따라가기</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>다음 창</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>창 닫기</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>창</translation>
    </message>
</context>
<context>
    <name>haneul::map::MapView</name>
    <message>
        <source>No base map: the tile server does not answer (%1). Tracks are shown.</source>
        <translation>배경 지도 없음: 타일 서버 응답 없음 (%1). 항적은 표시됩니다.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
</context>
<context>
    <name>haneul::models::Facts</name>
    <message>
        <source>last data %1</source>
        <translation>최종 수신 %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>수신 이력 없음</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>상황 정보 없음</translation>
    </message>
    <message>
        <source>Picture stands still since %1</source>
        <translation>상황 갱신 멈춤: %1 이후</translation>
    </message>
    <message>
        <source>No feed is set up</source>
        <translation>설정된 수신원 없음</translation>
    </message>
    <message numerus="yes">
        <source>No position: %n track(s)</source>
        <translation>
            <numerusform>위치 미상: 항적 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale: %n track(s)</source>
        <translation>
            <numerusform>갱신 지연: 항적 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lost: %n track(s)</source>
        <translation>
            <numerusform>소실: 항적 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture full: %1 reports refused</source>
        <translation>항적 수용 한도 초과: 보고 %1건 거부</translation>
    </message>
</context>
<context>
    <name>haneul::models::FeedHealthModel</name>
    <message>
        <source>Feed</source>
        <translation>수신원</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>최근 수신</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>초당 메시지</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>형식 오류</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>유실</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연 도착</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>결번</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
</context>
<context>
    <name>haneul::models::NoticeModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세</translation>
    </message>
</context>
<context>
    <name>haneul::models::TrackTableModel</name>
    <message>
        <source>%1 (%2), last %3</source>
        <translation>%1 (%2), 최종 수신 %3</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>호출부호</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>Height m</source>
        <translation>고도 m</translation>
    </message>
    <message>
        <source>Speed m/s</source>
        <translation>속도 m/s</translation>
    </message>
    <message>
        <source>Course °</source>
        <translation>진로 °</translation>
    </message>
    <message>
        <source>Climb m/s</source>
        <translation>수직속도 m/s</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Squawk</source>
        <translation>스쿼크</translation>
    </message>
    <message>
        <source>Battery %</source>
        <translation>배터리 %</translation>
    </message>
</context>
<context>
    <name>haneul::models::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>텔레메트리</translation>
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
        <translation>실시간</translation>
    </message>
    <message>
        <source>Stale</source>
        <comment>track</comment>
        <translation>갱신 지연</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>track</comment>
        <translation>소실</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>feed</comment>
        <translation>시작 중</translation>
    </message>
    <message>
        <source>Connected</source>
        <comment>feed</comment>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>feed</comment>
        <translation>무수신</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <comment>feed</comment>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>feed</comment>
        <translation>장애</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>notice</comment>
        <translation>정보</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>notice</comment>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>notice</comment>
        <translation>오류</translation>
    </message>
    <message>
        <source>Broker stopped</source>
        <translation>브로커 중단</translation>
    </message>
    <message>
        <source>Broker restarted</source>
        <translation>브로커 재시작</translation>
    </message>
    <message>
        <source>Broker does not start</source>
        <translation>브로커 기동 실패</translation>
    </message>
    <message>
        <source>Feed lost</source>
        <translation>수신원 끊김</translation>
    </message>
    <message>
        <source>The broker ended and is being started again: %1</source>
        <translation>브로커가 종료되어 다시 시작하는 중: %1</translation>
    </message>
    <message>
        <source>The broker runs again on %1</source>
        <translation>브로커 재가동: %1</translation>
    </message>
    <message>
        <source>The broker cannot run: %1</source>
        <translation>브로커를 실행할 수 없음: %1</translation>
    </message>
    <message>
        <source>%1 is disconnected: %2</source>
        <translation>%1 연결 끊김: %2</translation>
    </message>
    <message>
        <source>%1 is connected but brings nothing</source>
        <translation>%1 연결되었으나 수신 없음</translation>
    </message>
    <message>
        <source>%1 brings data again</source>
        <translation>%1 수신 재개</translation>
    </message>
    <message>
        <source>%1 does not work: %2</source>
        <translation>%1 작동하지 않음: %2</translation>
    </message>
    <message>
        <source>The station&apos;s clock was moved by %1 s; ages of tracks are not affected</source>
        <translation>관제석 시계가 %1초 변경됨, 항적 경과 시간에는 영향 없음</translation>
    </message>
    <message>
        <source>More than %1 aircraft are reported; further ones of %2 are not shown</source>
        <translation>항공기 %1대 초과 보고됨, %2의 추가 항적은 표시되지 않음</translation>
    </message>
    <message>
        <source>There is no base map: %1</source>
        <translation>배경지도 없음: %1</translation>
    </message>
    <message>
        <source>Refused: %1. The last: %2</source>
        <translation>거부: %1. 마지막: %2</translation>
    </message>
    <message>
        <source>Telemetry refused</source>
        <translation>원격측정 거부</translation>
    </message>
    <message>
        <source>No base map</source>
        <translation>배경지도 없음</translation>
    </message>
    <message>
        <source>Feed silent</source>
        <translation>수신원 무수신</translation>
    </message>
    <message>
        <source>Feed restored</source>
        <translation>수신원 복구</translation>
    </message>
    <message>
        <source>Feed failed</source>
        <translation>수신원 장애</translation>
    </message>
    <message>
        <source>Station clock jumped</source>
        <translation>시스템 시각 변동</translation>
    </message>
    <message>
        <source>Picture full</source>
        <translation>항적 수용 한도 초과</translation>
    </message>
</context>
<context>
    <name>haneul::scene3d::Scene3DView</name>
    <message>
        <source>this display offers no OpenGL</source>
        <translation>이 디스플레이는 OpenGL을 지원하지 않음</translation>
    </message>
    <message>
        <source>this display offers OpenGL ES only</source>
        <translation>이 디스플레이는 OpenGL ES만 지원함</translation>
    </message>
    <message>
        <source>Heights as reported (AMSL/W84/STD), not reconciled</source>
        <translation>고도는 보고값 그대로 (AMSL/W84/STD), 기준 미환산</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · ground at 0 m, no terrain · grid %2 · vectors 30 s</source>
        <translation>고도 ×%1 표시 · 지면 0 m, 지형 없음 · 격자 %2 · 속도선 30초</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>북</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>동</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>남</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>서</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D 화면</translation>
    </message>
    <message>
        <source>3D is off: %1.</source>
        <translation>3D 화면 꺼짐: %1.</translation>
    </message>
</context>
<context>
    <name>haneul::window::AboutDialog</name>
    <message>
        <source>About Haneul</source>
        <translation>하늘 정보</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>하늘: 무인항공기 교통관리</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>The program informs and records; it never commands an aircraft.</source>
        <translation>이 프로그램은 정보를 제공하고 기록할 뿐, 항공기를 조종하지 않습니다.</translation>
    </message>
    <message>
        <source>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</source>
        <translation>자체 소스: Apache License 2.0. 연결된 라이브러리를 포함한 프로그램 전체에는 GNU General Public License 3이 적용됩니다.</translation>
    </message>
    <message>
        <source>Built on: %1.</source>
        <translation>사용한 구성 요소: %1.</translation>
    </message>
    <message>
        <source>no base map is loaded</source>
        <translation>불러온 배경 지도 없음</translation>
    </message>
    <message>
        <source>Base map: %1.</source>
        <translation>배경 지도: %1.</translation>
    </message>
</context>
<context>
    <name>haneul::window::ClockPanel</name>
    <message>
        <source>LIVE</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>REPLAY %1</source>
        <translation>재생 %1</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>현재 %1</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>The present, not the recording</source>
        <translation>기록이 아닌 현재 시각</translation>
    </message>
</context>
<context>
    <name>haneul::window::FactLine</name>
    <message>
        <source>No known gaps</source>
        <translation>미확인 정보 없음</translation>
    </message>
</context>
<context>
    <name>haneul::window::FeedStrip</name>
    <message>
        <source>Age %1</source>
        <comment>of the last message</comment>
        <translation>경과 %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MainWindow</name>
    <message>
        <source>Tracks: %1 live, %2 stale, %3 lost</source>
        <translation>항적: 실시간 %1, 갱신 지연 %2, 소실 %3</translation>
    </message>
    <message>
        <source>Delay %1 ms, drawing %2 ms</source>
        <translation>표시 지연 %1 ms, 처리 %2 ms</translation>
    </message>
    <message>
        <source>Worst of the last second: from publication to this window, and the work of one tick</source>
        <translation>최근 1초 최댓값: 상황 발행부터 화면까지의 지연, 1회 갱신 처리 시간</translation>
    </message>
    <message>
        <source>The position of %1 is not known</source>
        <translation>%1의 위치 미상</translation>
    </message>
    <message>
        <source>Haneul: UAS Traffic Management</source>
        <translation>하늘: 무인항공기 교통관리</translation>
    </message>
    <message>
        <source>Place under the pointer, WGS84</source>
        <translation>포인터 위치, WGS84</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapControl</name>
    <message>
        <source>No base map is set up</source>
        <translation>설정된 배경 지도 없음</translation>
    </message>
    <message>
        <source>Base map does not answer</source>
        <translation>배경 지도 응답 없음</translation>
    </message>
    <message>
        <source>Base map does not answer: %1</source>
        <translation>배경 지도 응답 없음: %1</translation>
    </message>
</context>
<context>
    <name>haneul::window::MapWindow</name>
    <message>
        <source>The position of %1 is not known</source>
        <translation>%1의 위치 미상</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
</context>
<context>
    <name>haneul::window::Menus</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>화면 색상</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>haneul::window::Panels</name>
    <message>
        <source>Feeds</source>
        <translation>수신원</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>항적</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D 화면</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
</context>
<context>
    <name>haneul::window::ReplayBar</name>
    <message>
        <source>%1, at its end</source>
        <translation>%1, 끝</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>배속</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>재생 위치</translation>
    </message>
</context>
<context>
    <name>haneul::window::SceneWindow</name>
    <message>
        <source>3D view</source>
        <translation>3D 화면</translation>
    </message>
</context>
<context>
    <name>haneul::window::TrackPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Filter: id, label, source, state, mission</source>
        <translation>찾기: 식별자, 호출부호, 출처, 상태, 임무</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>항적 찾기</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>항적</translation>
    </message>
</context>
</TS>
