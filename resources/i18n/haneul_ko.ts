<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>CapacityModel</name>
    <message>
        <source>Use of %1</source>
        <translation>%1 사용 현황</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Flights at once</source>
        <translation>동시 비행 수</translation>
    </message>
    <message>
        <source>Approved flights</source>
        <translation>승인된 비행</translation>
    </message>
    <message>
        <source>With those whose heights cannot be compared</source>
        <translation>고도를 비교할 수 없는 비행 포함</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>한도 초과</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>%1 there, %2 back (true)</source>
        <translation>가는 방위 %1, 오는 방위 %2 (진방위)</translation>
    </message>
    <message>
        <source>%1 at %2 m/s (%3)</source>
        <translation>%2 m/s로 %1 (%3)</translation>
    </message>
</context>
<context>
    <name>TrackText</name>
    <message>
        <source>height unknown</source>
        <translation>고도 미상</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>속도 미상</translation>
    </message>
    <message>
        <source>height difference not judged: a height is unknown</source>
        <translation>고도차 판단 안 함: 고도 미상</translation>
    </message>
    <message>
        <source>height difference not judged: %1 and %2</source>
        <translation>고도차 판단 안 함: 기준 다름 (%1, %2)</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>갱신 지연</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>UAS telemetry</source>
        <translation>UAS 텔레메트리</translation>
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
        <source>heard %1 ago</source>
        <translation>%1 전 수신</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Preset</source>
        <translation>사전 설정</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>중첩 확률</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>논문 표 1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Collisions per flight hour</source>
        <translation>비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Least distance, %1</source>
        <translation>최소 거리, %1</translation>
    </message>
    <message>
        <source>Accepted cells</source>
        <translation>수용된 칸</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Routes in the strip</source>
        <translation>띠 구역의 경로</translation>
    </message>
    <message>
        <source>%1 tracks × %2 layers = %3</source>
        <translation>트랙 %1개 × 층 %2개 = %3</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>회랑</translation>
    </message>
</context>
<context>
    <name>haneul::access</name>
    <message>
        <source>Controller</source>
        <translation>관제사</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>비행계획 담당</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>조종사</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>승인 담당</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>감독관</translation>
    </message>
    <message>
        <source>Fleet manager</source>
        <translation>기체 관리자</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>교관</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>교육생</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>분석 담당</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>감사 담당</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>시스템 관리자</translation>
    </message>
    <message>
        <source>User name or password is wrong, or the account is disabled.</source>
        <translation>사용자 이름이나 암호가 틀렸거나, 사용 중지된 계정입니다.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>암호가 틀렸습니다.</translation>
    </message>
    <message>
        <source>Your session has ended. Log in again.</source>
        <translation>세션이 끝났습니다. 다시 로그인하십시오.</translation>
    </message>
    <message>
        <source>The set-up code is wrong.</source>
        <translation>설정 코드가 틀렸습니다.</translation>
    </message>
    <message>
        <source>There is an administrator already. Log in.</source>
        <translation>시스템 관리자가 이미 있습니다. 로그인하십시오.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>암호가 너무 짧습니다.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>암호가 너무 깁니다.</translation>
    </message>
    <message>
        <source>The password is too easy to guess: common words, names or key runs.</source>
        <translation>추측하기 쉬운 암호입니다: 흔한 단어, 이름, 연속된 자판.</translation>
    </message>
    <message>
        <source>The password has characters that cannot be typed.</source>
        <translation>암호에 입력할 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>A user name has 1 to 64 letters a to z, digits, dots, hyphens or _.</source>
        <translation>사용자 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 1~64자입니다.</translation>
    </message>
    <message>
        <source>The name is empty, too long or has control characters.</source>
        <translation>이름이 비었거나, 너무 길거나, 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>A token is valid for 1 to 3650 days, or until it is revoked.</source>
        <translation>토큰 유효 기간은 1~3650일, 또는 폐기할 때까지입니다.</translation>
    </message>
    <message>
        <source>There is a user of this name already.</source>
        <translation>같은 이름의 사용자가 이미 있습니다.</translation>
    </message>
    <message>
        <source>This user does not exist any more.</source>
        <translation>이 사용자는 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>이미 끝난 세션입니다.</translation>
    </message>
    <message>
        <source>This token does not exist any more.</source>
        <translation>이 토큰은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Nobody changes his own role. Ask another administrator.</source>
        <translation>자기 역할은 바꿀 수 없습니다. 다른 시스템 관리자에게 요청하십시오.</translation>
    </message>
    <message>
        <source>This is the last administrator who can log in. Make another one first.</source>
        <translation>로그인할 수 있는 마지막 시스템 관리자입니다. 먼저 다른 관리자를 만드십시오.</translation>
    </message>
    <message>
        <source>Too many log-ins at once. Try again in a moment.</source>
        <translation>동시 로그인이 너무 많습니다. 잠시 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>The event log is busy. Try again in a moment.</source>
        <translation>이벤트 로그가 바쁩니다. 잠시 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log cannot be written. Is the disk full?</source>
        <translation>바뀐 것이 없습니다: 이벤트 로그에 쓸 수 없습니다. 디스크가 가득 찼는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Locked after too many failures: an administrator must enable the account again.</source>
        <translation>실패가 너무 많아 잠겼습니다. 시스템 관리자가 계정을 다시 사용하게 해야 합니다.</translation>
    </message>
    <message>
        <source>Too many failures. The next attempt is possible in %1.</source>
        <translation>실패가 너무 많습니다. %1 뒤에 다시 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Your role does not allow this (%1).</source>
        <translation>현재 역할로는 할 수 없습니다 (%1).</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>The e-mail address is not of the form name@example.org.</source>
        <translation>전자 우편 주소가 name@example.org 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>This organisation does not exist.</source>
        <translation>없는 조직입니다.</translation>
    </message>
    <message>
        <source>Something about the organisation cannot be as it is: amount, currency, region or a date.</source>
        <translation>조직의 금액, 통화, 지역 또는 날짜가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Nothing was overwritten: read again, then change it.</source>
        <translation>그사이 다른 사람이 바꾸었습니다. 덮어쓰지 않았으니 다시 읽고 고치십시오.</translation>
    </message>
    <message>
        <source>Up to 200 zones and 50 risk classes, each 1 to 64 characters.</source>
        <translation>구역은 200개, 위험 등급은 50개까지이며 각각 1~64자입니다.</translation>
    </message>
    <message>
        <source>This alarm does not exist.</source>
        <translation>없는 경보입니다.</translation>
    </message>
    <message>
        <source>Somebody else has acknowledged this alarm already.</source>
        <translation>다른 사람이 이미 확인한 경보입니다.</translation>
    </message>
    <message>
        <source>Only a person who is logged in by name may do this.</source>
        <translation>자기 이름으로 로그인한 사람만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Administrators approve nothing.</source>
        <translation>관리자는 아무것도 승인하지 않습니다.</translation>
    </message>
    <message>
        <source>Nobody approves what he wrote or submitted himself.</source>
        <translation>자기가 쓰거나 제출한 것은 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nobody approves what he changed last.</source>
        <translation>마지막으로 고친 사람은 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The second approval is another person&apos;s.</source>
        <translation>두 번째 승인은 다른 사람이 해야 합니다.</translation>
    </message>
    <message>
        <source>Who wrote this is not known, so nobody may approve it.</source>
        <translation>작성자를 알 수 없어 아무도 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>전자 우편</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>보험사</translation>
    </message>
    <message>
        <source>Insurance policy</source>
        <translation>보험 증권</translation>
    </message>
    <message>
        <source>Sum insured</source>
        <translation>보험 금액</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Insured until</source>
        <translation>보험 기한</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>데이터 보관 지역</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Licence %1: kind</source>
        <translation>면허 %1: 종류</translation>
    </message>
    <message>
        <source>Licence %1: number</source>
        <translation>면허 %1: 번호</translation>
    </message>
    <message>
        <source>Licence %1: valid until</source>
        <translation>면허 %1: 유효 기한</translation>
    </message>
    <message>
        <source>Many failed log-ins to one account</source>
        <translation>한 계정에 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Many failed log-ins from one address</source>
        <translation>한 주소에서 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Many failed log-ins from everywhere</source>
        <translation>전체 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Many calls that were not allowed</source>
        <translation>허용되지 않은 호출 다수</translation>
    </message>
    <message>
        <source>Many calls without a good token</source>
        <translation>유효한 토큰 없는 호출 다수</translation>
    </message>
    <message>
        <source>Many calls above the allowed rate</source>
        <translation>허용 빈도를 넘은 호출 다수</translation>
    </message>
    <message>
        <source>✓ until %1</source>
        <translation>✓ %1까지</translation>
    </message>
    <message>
        <source>▲ expires soon: %1, %2 days left</source>
        <translation>▲ 곧 만료: %1, %2일 남음</translation>
    </message>
    <message>
        <source>✕ expired: %1</source>
        <translation>✕ 만료됨: %1</translation>
    </message>
    <message>
        <source>? not recorded</source>
        <translation>? 기록 없음</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>보험</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>면허</translation>
    </message>
</context>
<context>
    <name>haneul::access::AcknowledgeForm</name>
    <message>
        <source>&amp;What was found out or done (may be empty)</source>
        <translation>확인하거나 조치한 내용(비워도 됨)(&amp;W)</translation>
    </message>
    <message>
        <source>Acknowledge the alarm</source>
        <translation>경보 확인</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge</source>
        <translation>확인(&amp;K)</translation>
    </message>
</context>
<context>
    <name>haneul::access::AddUserForm</name>
    <message>
        <source>&amp;User name, for logging in</source>
        <translation>사용자 이름, 로그인용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Full name, as others see it (may be empty)</source>
        <translation>표시 이름 (비워도 됨)(&amp;F)</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>역할(&amp;O)</translation>
    </message>
    <message>
        <source>A first password, to be handed over and then changed by the user:</source>
        <translation>처음 암호입니다. 사용자에게 전하고, 사용자가 바꾸게 하십시오.</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>사용자 추가</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
</context>
<context>
    <name>haneul::access::AdminDialog</name>
    <message>
        <source>active</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>locked: too many failures</source>
        <translation>잠김: 실패 과다</translation>
    </message>
    <message>
        <source>%1 (asked for: %2)</source>
        <translation>%1 (변경 요청: %2)</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>폐기 %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>유효 기한 %1</translation>
    </message>
    <message>
        <source>valid until it is revoked</source>
        <translation>폐기할 때까지 유효</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Last log-in</source>
        <translation>마지막 로그인</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>이 콘솔</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>마지막 사용</translation>
    </message>
    <message>
        <source>Ends at the latest</source>
        <translation>최종 만료</translation>
    </message>
    <message>
        <source>For</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>May</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>사용 재개(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>사용 중지(&amp;D)</translation>
    </message>
    <message>
        <source>Disable the user</source>
        <translation>사용자 사용 중지</translation>
    </message>
    <message>
        <source>%1 can no longer log in, and all sessions end. Nothing is deleted: the user can be enabled again.</source>
        <translation>%1: 로그인할 수 없게 되고 모든 세션이 끝납니다. 지워지는 것은 없으며 다시 사용하게 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Enable the user</source>
        <translation>사용자 사용 재개</translation>
    </message>
    <message>
        <source>%1 can log in again; failed attempts are forgotten.</source>
        <translation>%1: 다시 로그인할 수 있고, 실패 기록은 초기화됩니다.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>세션 종료</translation>
    </message>
    <message>
        <source>%1 at %2 is logged out at once.</source>
        <translation>%1 (%2): 곧바로 로그아웃됩니다.</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>종료(&amp;E)</translation>
    </message>
    <message>
        <source>Revoke the token</source>
        <translation>토큰 폐기</translation>
    </message>
    <message>
        <source>%1 is refused from now on. This cannot be undone.</source>
        <translation>%1: 지금부터 거부됩니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>폐기(&amp;V)</translation>
    </message>
    <message>
        <source>Users and access</source>
        <translation>사용자와 접근 권한</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>사용자(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>세션(&amp;S)</translation>
    </message>
    <message>
        <source>Machine &amp;tokens</source>
        <translation>장치 토큰(&amp;T)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Machine tokens</source>
        <translation>장치 토큰</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>추가(&amp;A)…</translation>
    </message>
    <message>
        <source>Change the r&amp;ole…</source>
        <translation>역할 변경(&amp;O)…</translation>
    </message>
    <message>
        <source>Reset the &amp;password…</source>
        <translation>암호 재설정(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;End…</source>
        <translation>종료(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Issue…</source>
        <translation>발급(&amp;I)…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>폐기(&amp;V)…</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>다시 읽기(&amp;G)</translation>
    </message>
    <message>
        <source>✓ over since %1</source>
        <translation>✓ %1에 끝남</translation>
    </message>
    <message>
        <source>▲ goes on</source>
        <translation>▲ 계속됨</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직</translation>
    </message>
    <message>
        <source>Plans that touch the zone %1</source>
        <translation>구역 %1에 닿는 계획</translation>
    </message>
    <message>
        <source>Plans of the risk class %1</source>
        <translation>위험 등급 %1의 계획</translation>
    </message>
    <message>
        <source>Every plan</source>
        <translation>모든 계획</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>조직</translation>
    </message>
    <message>
        <source>From</source>
        <translation>접속 위치</translation>
    </message>
    <message>
        <source>the machine itself</source>
        <translation>이 기계</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Licences and insurance</source>
        <translation>면허와 보험</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>데이터 보관 지역</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>마지막 변경</translation>
    </message>
    <message>
        <source>Two different people must approve</source>
        <translation>서로 다른 두 사람이 승인해야 함</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>발생</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>경보</translation>
    </message>
    <message>
        <source>Who or from where</source>
        <translation>누구 또는 어디서</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>%1 has asked for a change; a second administrator must ask for the same: %2</source>
        <translation>%1 님이 변경을 요청했습니다. 두 번째 관리자가 같은 것을 요청해야 합니다: %2</translation>
    </message>
    <message>
        <source>no plan needs two approvals</source>
        <translation>이중 승인이 필요한 계획 없음</translation>
    </message>
    <message>
        <source>End all sessions of the user</source>
        <translation>사용자의 세션 모두 끝내기</translation>
    </message>
    <message>
        <source>%1 is logged out everywhere at once; this desk stays.</source>
        <translation>%1 님이 모든 곳에서 즉시 로그아웃됩니다. 이 자리는 유지됩니다.</translation>
    </message>
    <message>
        <source>Or&amp;ganisations</source>
        <translation>조직(&amp;G)</translation>
    </message>
    <message>
        <source>Two a&amp;pprovals</source>
        <translation>이중 승인(&amp;P)</translation>
    </message>
    <message>
        <source>Security a&amp;larms</source>
        <translation>보안 경보(&amp;L)</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>조직</translation>
    </message>
    <message>
        <source>Where two approvals are needed</source>
        <translation>이중 승인이 필요한 경우</translation>
    </message>
    <message>
        <source>Security alarms</source>
        <translation>보안 경보</translation>
    </message>
    <message>
        <source>Organi&amp;sation…</source>
        <translation>조직(&amp;N)…</translation>
    </message>
    <message>
        <source>End a&amp;ll of the user…</source>
        <translation>사용자의 세션 모두 끝내기(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>변경(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>이력(&amp;H)…</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge…</source>
        <translation>확인(&amp;K)…</translation>
    </message>
    <message>
        <source>Limit: at most %1 expected fatalities on the ground per flight</source>
        <translation>한도: 비행당 지상 예상 사망자 수 %1 이하</translation>
    </message>
    <message>
        <source>Limit: at most %1 expected collisions per flight hour</source>
        <translation>한도: 비행시간당 예상 공중 충돌 횟수 %1 이하</translation>
    </message>
</context>
<context>
    <name>haneul::access::AdminForm</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
</context>
<context>
    <name>haneul::access::ApprovalRulesForm</name>
    <message>
        <source>%1 has asked for what stands here; it holds when a second administrator asks for the same.</source>
        <translation>아래는 %1 님이 요청한 내용입니다. 두 번째 관리자가 같은 것을 요청하면 유효합니다.</translation>
    </message>
    <message>
        <source>Two different people must approve:</source>
        <translation>서로 다른 두 사람이 승인해야 합니다:</translation>
    </message>
    <message>
        <source>Plans that touch these &amp;zones (one id per line)</source>
        <translation>이 구역에 닿는 계획(한 줄에 하나)(&amp;Z)</translation>
    </message>
    <message>
        <source>Plans of these &amp;risk classes (one per line)</source>
        <translation>이 위험 등급의 계획(한 줄에 하나)(&amp;R)</translation>
    </message>
    <message>
        <source>Where there is another administrator, a change holds only when a second one has asked for the same.</source>
        <translation>다른 관리자가 있으면 두 번째 관리자가 같은 것을 요청해야 변경이 유효합니다.</translation>
    </message>
    <message>
        <source>&amp;Every plan</source>
        <translation>모든 계획(&amp;E)</translation>
    </message>
    <message>
        <source>Where two approvals are needed</source>
        <translation>이중 승인이 필요한 경우</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>저장(&amp;V)</translation>
    </message>
    <message>
        <source>Most expected &amp;fatalities on the ground per flight (such as 1e-6; empty: no limit)</source>
        <translation>비행당 지상 예상 사망자 수 상한(&amp;F)(예: 1e-6, 비워 두면 한도 없음)</translation>
    </message>
    <message>
        <source>Most expected &amp;collisions per flight hour (such as 2.5e-9; empty: no limit)</source>
        <translation>비행시간당 예상 공중 충돌 횟수 상한(&amp;C)(예: 2.5e-9, 비워 두면 한도 없음)</translation>
    </message>
    <message>
        <source>Risk classes by the ground risk: low up to a tenth of its limit, medium up to the limit, high above. Without a limit, or without data, a risk is not judged.</source>
        <translation>지상 위험에 따른 위험 등급: 한도의 10분의 1까지 낮음, 한도까지 중간, 한도를 넘으면 높음입니다. 한도나 자료가 없으면 위험을 판단하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::access::ChangePasswordDialog</name>
    <message>
        <source>Change my password</source>
        <translation>내 암호 변경</translation>
    </message>
    <message>
        <source>%1. All your other sessions end when the password is changed.</source>
        <translation>%1. 암호를 바꾸면 다른 세션은 모두 끝납니다.</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>현재 암호(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
</context>
<context>
    <name>haneul::access::ChangeRoleForm</name>
    <message>
        <source>User %1, now: %2</source>
        <translation>사용자 %1, 현재 역할: %2</translation>
    </message>
    <message>
        <source>%1 has asked for the role %2; it holds when a second administrator asks for the same.</source>
        <translation>%1: 역할 %2 요청함. 다른 시스템 관리자가 같은 요청을 하면 적용됩니다.</translation>
    </message>
    <message>
        <source>New r&amp;ole</source>
        <translation>새 역할(&amp;O)</translation>
    </message>
    <message>
        <source>All sessions of the user end. Where there is another administrator, the role holds only when a second one has asked for the same.</source>
        <translation>이 사용자의 세션은 모두 끝납니다. 다른 시스템 관리자가 있으면, 그 관리자도 같은 요청을 해야 적용됩니다.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>역할 변경</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>변경(&amp;H)</translation>
    </message>
</context>
<context>
    <name>haneul::access::GateDialog</name>
    <message>
        <source>What was refused</source>
        <translation>거부된 이유</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>첫 시작</translation>
    </message>
    <message>
        <source>Haneul has no administrator yet. Whoever has the set-up code makes the first one; the administrator then adds everybody else.</source>
        <translation>아직 시스템 관리자가 없습니다. 설정 코드를 가진 사람이 첫 관리자를 만들고, 그 관리자가 다른 사용자를 추가합니다.</translation>
    </message>
    <message>
        <source>The set-up code is shown where the server was started.</source>
        <translation>설정 코드는 서버를 시작한 화면에 나옵니다.</translation>
    </message>
    <message>
        <source>Set-up code of this machine, valid once: %1</source>
        <translation>이 장비의 설정 코드 (한 번만 유효): %1</translation>
    </message>
    <message>
        <source>&amp;Make the administrator</source>
        <translation>관리자 만들기(&amp;M)</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>사용자 전환</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>%1 is logged out when someone else logs in. Both are kept in the event log.</source>
        <translation>%1: 다른 사람이 로그인하면 로그아웃됩니다. 둘 다 이벤트 로그에 남습니다.</translation>
    </message>
    <message>
        <source>Nobody is logged in: the picture is shown, and nothing can be changed.</source>
        <translation>로그인한 사람이 없습니다. 상황은 계속 보이지만 아무것도 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>로그인(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Locked since %1: nobody was active for 30 minutes.</source>
        <translation>%1부터 잠김: 30분 동안 조작이 없었습니다.</translation>
    </message>
    <message>
        <source>Locked since %1.</source>
        <translation>%1부터 잠김.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>잠금 해제(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Switch user</source>
        <translation>사용자 전환(&amp;S)</translation>
    </message>
    <message>
        <source>Set-up &amp;code</source>
        <translation>설정 코드(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;User name, for logging in</source>
        <translation>사용자 이름, 로그인용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Full name, as others see it (may be empty)</source>
        <translation>표시 이름 (비워도 됨)(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>사용자 이름(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>암호(&amp;P)</translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation>설정 코드</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>표시 이름</translation>
    </message>
</context>
<context>
    <name>haneul::access::IssueTokenForm</name>
    <message>
        <source>until it is revoked</source>
        <translation>폐기할 때까지</translation>
    </message>
    <message>
        <source>&amp;What it is for, such as gateway-7</source>
        <translation>용도, 예: gateway-7(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Valid for days</source>
        <translation>유효 일수(&amp;V)</translation>
    </message>
    <message>
        <source>What it &amp;may do (space bar to choose)</source>
        <translation>권한 (스페이스 바로 선택)(&amp;M)</translation>
    </message>
    <message>
        <source>Issue a machine token</source>
        <translation>장치 토큰 발급</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>발급(&amp;I)</translation>
    </message>
</context>
<context>
    <name>haneul::access::MembershipForm</name>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>A user belongs to one organisation at most. User: %1</source>
        <translation>사용자는 조직 하나에만 속합니다. 사용자: %1</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>조직(&amp;O)</translation>
    </message>
    <message>
        <source>Organisation of the user</source>
        <translation>사용자의 조직</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>저장(&amp;V)</translation>
    </message>
</context>
<context>
    <name>haneul::access::NewPasswordEntry</name>
    <message>
        <source>%1 to %2 characters: now %3</source>
        <translation>%1~%2자: 현재 %3자</translation>
    </message>
    <message>
        <source>not made of common words, your name or key runs</source>
        <translation>흔한 단어, 자기 이름, 연속된 자판이 아닐 것</translation>
    </message>
    <message>
        <source>both the same</source>
        <translation>두 번 같게 입력</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>새 암호(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Repeat the password</source>
        <translation>암호 다시 입력(&amp;R)</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 암호</translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation>암호 다시 입력</translation>
    </message>
    <message>
        <source>Show &amp;what is typed</source>
        <translation>입력 내용 표시(&amp;W)</translation>
    </message>
    <message>
        <source>▲ Caps lock is on</source>
        <translation>▲ Caps Lock 켜짐</translation>
    </message>
    <message>
        <source>Any letters of any language, spaces too; a sentence is good. It does not expire.</source>
        <translation>한글을 포함한 모든 문자와 빈칸을 쓸 수 있고, 문장이 좋습니다. 만료되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::access::OrganisationForm</name>
    <message>
        <source>&amp;Short name, such as sky-parcel; it stays</source>
        <translation>짧은 이름(예: sky-parcel, 바꿀 수 없음)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Addr&amp;ess</source>
        <translation>주소(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;ontact</source>
        <translation>담당자(&amp;O)</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>전자 우편(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>전화(&amp;T)</translation>
    </message>
    <message>
        <source>Region where its &amp;data must stay</source>
        <translation>데이터 보관 지역(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Licences: kind, number, last day on which it is valid</source>
        <translation>면허: 종류, 번호, 유효한 마지막 날(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Insurer (empty: not insured)</source>
        <translation>보험사(비우면 보험 없음)(&amp;I)</translation>
    </message>
    <message>
        <source>Number of the &amp;policy</source>
        <translation>증권 번호(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;um insured</source>
        <translation>보험 금액(&amp;U)</translation>
    </message>
    <message>
        <source>Cu&amp;rrency</source>
        <translation>통화(&amp;R)</translation>
    </message>
    <message>
        <source>Insured until the last da&amp;y, such as 2027-03-31</source>
        <translation>보험의 마지막 날(예: 2027-03-31)(&amp;Y)</translation>
    </message>
    <message>
        <source>Add an organisation</source>
        <translation>조직 추가</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>조직 변경</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>저장(&amp;V)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Add a licence</source>
        <translation>면허 추가</translation>
    </message>
    <message>
        <source>Remove the licence</source>
        <translation>면허 삭제</translation>
    </message>
    <message>
        <source>Licence %1 needs a kind and a number.</source>
        <translation>면허 %1에 종류와 번호가 필요합니다.</translation>
    </message>
    <message>
        <source>Licence %1: a day is written like 2027-03-31.</source>
        <translation>면허 %1: 날짜는 2027-03-31처럼 씁니다.</translation>
    </message>
    <message>
        <source>An insurance needs an insurer and the number of its policy.</source>
        <translation>보험에는 보험사와 증권 번호가 필요합니다.</translation>
    </message>
    <message>
        <source>The sum insured is a whole number above 0.</source>
        <translation>보험 금액은 0보다 큰 정수입니다.</translation>
    </message>
    <message>
        <source>A currency is three capital letters, such as KRW.</source>
        <translation>통화는 KRW처럼 대문자 세 글자입니다.</translation>
    </message>
    <message>
        <source>Insurance: a day is written like 2027-03-31.</source>
        <translation>보험: 날짜는 2027-03-31처럼 씁니다.</translation>
    </message>
    <message>
        <source>A region is a code of capital letters, such as KR.</source>
        <translation>지역은 KR처럼 대문자 코드입니다.</translation>
    </message>
</context>
<context>
    <name>haneul::access::OrganisationHistory</name>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>어디서</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇을</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1의 이력</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
</context>
<context>
    <name>haneul::access::PasswordEntry</name>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Show &amp;what is typed</source>
        <translation>입력 내용 표시(&amp;W)</translation>
    </message>
    <message>
        <source>▲ Caps lock is on</source>
        <translation>▲ Caps Lock 켜짐</translation>
    </message>
</context>
<context>
    <name>haneul::access::ResetPasswordForm</name>
    <message>
        <source>A new password for %1. All sessions of the user end.</source>
        <translation>%1의 새 암호. 이 사용자의 세션은 모두 끝납니다.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>암호 재설정</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
</context>
<context>
    <name>haneul::access::TokenShown</name>
    <message>
        <source>Token issued</source>
        <translation>토큰 발급됨</translation>
    </message>
    <message>
        <source>The token for %1. It is shown this once and cannot be read again: copy it to where it is used.</source>
        <translation>%1의 토큰입니다. 지금 한 번만 보이며 다시 볼 수 없습니다. 쓸 곳에 복사하십시오.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>복사(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::access::UserBadge</name>
    <message>
        <source>Nobody is logged in</source>
        <translation>로그인한 사람 없음</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>잠김: %1</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Who is at the desk: %1</source>
        <translation>콘솔 사용자: %1</translation>
    </message>
</context>
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
    <message>
        <source>Shift notes</source>
        <translation>근무 일지</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>관제실</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Large 3D view</source>
        <translation>넓은 3D 화면</translation>
    </message>
    <message>
        <source>Single laptop</source>
        <translation>노트북 한 대</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>작업 공간 저장</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 공간</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Insert time</source>
        <translation>시각 넣기</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>일지 보관</translation>
    </message>
    <message>
        <source>3D overview, north up</source>
        <translation>3D 전체 보기(북쪽 위)</translation>
    </message>
    <message>
        <source>3D from above</source>
        <translation>3D 위에서 보기</translation>
    </message>
    <message>
        <source>3D from the south</source>
        <translation>3D 남쪽에서 보기</translation>
    </message>
    <message>
        <source>3D from the east</source>
        <translation>3D 동쪽에서 보기</translation>
    </message>
    <message>
        <source>3D from the west</source>
        <translation>3D 서쪽에서 보기</translation>
    </message>
    <message>
        <source>3D behind the selection</source>
        <translation>3D 선택 항적 뒤에서 보기</translation>
    </message>
    <message>
        <source>3D follows the selection</source>
        <translation>3D 선택 항적 따라가기</translation>
    </message>
    <message>
        <source>Heights drawn larger</source>
        <translation>고도 과장 늘리기</translation>
    </message>
    <message>
        <source>Heights drawn smaller</source>
        <translation>고도 과장 줄이기</translation>
    </message>
    <message>
        <source>Next label detail in 3D</source>
        <translation>3D 라벨 다음 단계</translation>
    </message>
    <message>
        <source>Section below the 3D view</source>
        <translation>3D 아래 단면 보기</translation>
    </message>
    <message>
        <source>Draw in 3D</source>
        <translation>3D로 그리기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Next length of speed vectors</source>
        <translation>속도 벡터 길이 바꾸기</translation>
    </message>
    <message>
        <source>Next length of trails</source>
        <translation>항적 점 길이 바꾸기</translation>
    </message>
    <message>
        <source>Unpin all labels</source>
        <translation>표지 고정 모두 풀기</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>거리 재기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>단축키 바꾸기</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>모두 찾기</translation>
    </message>
    <message>
        <source>Write support bundle</source>
        <translation>지원 자료 저장</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>콘솔 잠그기</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>사용자 전환</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>내 암호 변경</translation>
    </message>
    <message>
        <source>Users and access</source>
        <translation>사용자와 접근 권한</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근</translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation>지도 레이어</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Orders and missions</source>
        <translation>주문과 임무</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>드론 다이어그램</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>New diagram window</source>
        <translation>새 다이어그램 창</translation>
    </message>
    <message>
        <source>Show delivery networks</source>
        <translation>배달망 표시</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>새 배달망</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>배달망 변경</translation>
    </message>
    <message>
        <source>Save network</source>
        <translation>배달망 저장</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>초안 버리기</translation>
    </message>
    <message>
        <source>Look at the whole network</source>
        <translation>배달망 전체 보기</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>선택 및 이동</translation>
    </message>
    <message>
        <source>Add base points</source>
        <translation>배달거점 추가</translation>
    </message>
    <message>
        <source>Add delivery points</source>
        <translation>배달지점 추가</translation>
    </message>
    <message>
        <source>Draw links</source>
        <translation>링크 그리기</translation>
    </message>
    <message>
        <source>Link by its ends</source>
        <translation>양 끝 노드로 링크 추가</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>경유점 삽입</translation>
    </message>
    <message>
        <source>Delete chosen item</source>
        <translation>선택 항목 삭제</translation>
    </message>
    <message>
        <source>Verify link</source>
        <translation>링크 검증</translation>
    </message>
    <message>
        <source>Withdraw verification</source>
        <translation>검증 철회</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>경로 가져오기</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>배달망 내보내기</translation>
    </message>
    <message>
        <source>Delete network</source>
        <translation>배달망 삭제</translation>
    </message>
    <message>
        <source>Diagram at now</source>
        <translation>다이어그램 현재 시각으로</translation>
    </message>
    <message>
        <source>All missions of the diagram</source>
        <translation>다이어그램의 모든 임무</translation>
    </message>
    <message>
        <source>Diagram of the whole network</source>
        <translation>배달망 전체 다이어그램</translation>
    </message>
    <message>
        <source>Diagram of the chosen missions</source>
        <translation>고른 임무 다이어그램</translation>
    </message>
    <message>
        <source>Diagram of the selected mission</source>
        <translation>선택한 임무 다이어그램</translation>
    </message>
    <message>
        <source>Add to the chosen missions or take away</source>
        <translation>고른 임무에 추가/제외</translation>
    </message>
    <message>
        <source>Detailed lines</source>
        <translation>상세 선</translation>
    </message>
    <message>
        <source>Occupancy of nodes and links</source>
        <translation>노드와 링크 점유</translation>
    </message>
    <message>
        <source>Base above and below</source>
        <translation>배달거점 위아래 표시</translation>
    </message>
    <message>
        <source>Row up</source>
        <translation>행 위로</translation>
    </message>
    <message>
        <source>Row down</source>
        <translation>행 아래로</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>출발 시각 변경</translation>
    </message>
    <message>
        <source>Type the start</source>
        <translation>출발 시각 입력</translation>
    </message>
    <message>
        <source>Print the diagram</source>
        <translation>다이어그램 인쇄</translation>
    </message>
    <message>
        <source>Export the diagram</source>
        <translation>다이어그램 내보내기</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Dispatch orders</source>
        <translation>주문 배차</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Book a mission</source>
        <translation>임무 예약</translation>
    </message>
    <message>
        <source>Assign a drone</source>
        <translation>드론 배정</translation>
    </message>
    <message>
        <source>Another start</source>
        <translation>다른 출발 시각</translation>
    </message>
    <message>
        <source>Next step of the mission</source>
        <translation>임무 다음 단계</translation>
    </message>
    <message>
        <source>Hand over the mission</source>
        <translation>임무 전달</translation>
    </message>
    <message>
        <source>Cancel mission</source>
        <translation>임무 취소</translation>
    </message>
    <message>
        <source>Take the proposed start</source>
        <translation>제안 출발 시각 적용</translation>
    </message>
    <message>
        <source>Filter missions</source>
        <translation>임무 찾기</translation>
    </message>
    <message>
        <source>Heights above ground or sea level</source>
        <translation>고도 기준 지상고/해발</translation>
    </message>
    <message>
        <source>Load a recorded flight</source>
        <translation>기록된 비행 불러오기</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>단면 내보내기</translation>
    </message>
    <message>
        <source>Print the profile</source>
        <translation>단면 인쇄</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>이동 배달거점 추가</translation>
    </message>
    <message>
        <source>Add stay of a moving base</source>
        <translation>이동 배달거점의 체류 추가</translation>
    </message>
    <message>
        <source>Declare crossing of links</source>
        <translation>링크 교차점 지정</translation>
    </message>
    <message>
        <source>Take all proposals</source>
        <translation>모든 제안 적용</translation>
    </message>
    <message>
        <source>Notice centre</source>
        <translation>알림 센터</translation>
    </message>
    <message>
        <source>Fleet readiness</source>
        <translation>운용 준비태세</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>기체 운용 필터</translation>
    </message>
    <message>
        <source>Edit the drone</source>
        <translation>드론 편집</translation>
    </message>
    <message>
        <source>Edit the battery</source>
        <translation>배터리 편집</translation>
    </message>
    <message>
        <source>Edit the pilot</source>
        <translation>조종자 편집</translation>
    </message>
    <message>
        <source>Edit the type of the drone</source>
        <translation>기종 편집</translation>
    </message>
    <message>
        <source>New drone</source>
        <translation>새 드론</translation>
    </message>
    <message>
        <source>New battery</source>
        <translation>새 배터리</translation>
    </message>
    <message>
        <source>New pilot</source>
        <translation>새 조종자</translation>
    </message>
    <message>
        <source>Record maintenance</source>
        <translation>정비 기록</translation>
    </message>
    <message>
        <source>Answer for what is not ready</source>
        <translation>예외 승인</translation>
    </message>
    <message>
        <source>History of the drone</source>
        <translation>드론 이력</translation>
    </message>
    <message>
        <source>Retire the drone, or take it back</source>
        <translation>드론 퇴역 또는 다시 사용</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>기체 운용</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Approval desk</source>
        <translation>승인 데스크</translation>
    </message>
    <message>
        <source>Channels of notices</source>
        <translation>알림 채널</translation>
    </message>
    <message>
        <source>Show airspace zones</source>
        <translation>공역 구역 표시</translation>
    </message>
    <message>
        <source>Show flight plans</source>
        <translation>비행계획 표시</translation>
    </message>
    <message>
        <source>Rules of readiness</source>
        <translation>운용 준비태세 규칙</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>탑재 장비</translation>
    </message>
    <message>
        <source>Queue of the approval desk</source>
        <translation>승인 데스크 대기열</translation>
    </message>
    <message>
        <source>Filter flight plans</source>
        <translation>비행계획 찾기</translation>
    </message>
    <message>
        <source>Next flight plan</source>
        <translation>다음 비행계획</translation>
    </message>
    <message>
        <source>Previous flight plan</source>
        <translation>이전 비행계획</translation>
    </message>
    <message>
        <source>Next view of the flight plan</source>
        <translation>비행계획의 다음 보기</translation>
    </message>
    <message>
        <source>Flight plan on the map</source>
        <translation>지도에서 비행계획 보기</translation>
    </message>
    <message>
        <source>Approve the flight plan</source>
        <translation>비행계획 승인</translation>
    </message>
    <message>
        <source>Return the flight plan</source>
        <translation>비행계획 반려</translation>
    </message>
    <message>
        <source>Reject the flight plan</source>
        <translation>비행계획 거부</translation>
    </message>
    <message>
        <source>Revoke the approval</source>
        <translation>승인 철회</translation>
    </message>
    <message>
        <source>Withdraw the flight plan</source>
        <translation>비행계획 철수</translation>
    </message>
    <message>
        <source>Look for proposals</source>
        <translation>제안 찾기</translation>
    </message>
    <message>
        <source>Use the proposal</source>
        <translation>제안 적용</translation>
    </message>
    <message>
        <source>Decision sheet</source>
        <translation>결정서</translation>
    </message>
    <message>
        <source>New flight plan</source>
        <translation>새 비행계획</translation>
    </message>
    <message>
        <source>Edit the flight plan</source>
        <translation>비행계획 편집</translation>
    </message>
    <message>
        <source>Flight plan of a mission</source>
        <translation>임무의 비행계획</translation>
    </message>
    <message>
        <source>Submit the flight plan</source>
        <translation>비행계획 제출</translation>
    </message>
    <message>
        <source>Begin the flight</source>
        <translation>비행 시작</translation>
    </message>
    <message>
        <source>End the flight</source>
        <translation>비행 종료</translation>
    </message>
    <message>
        <source>Filter the zones</source>
        <translation>구역 찾기</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>새 구역</translation>
    </message>
    <message>
        <source>Change zone</source>
        <translation>구역 변경</translation>
    </message>
    <message>
        <source>Look at the whole zone</source>
        <translation>구역 전체 보기</translation>
    </message>
    <message>
        <source>Select and move corners</source>
        <translation>모퉁이 선택 및 이동</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>다각형 그리기</translation>
    </message>
    <message>
        <source>Draw circle</source>
        <translation>원 그리기</translation>
    </message>
    <message>
        <source>What would this hit</source>
        <translation>영향 확인</translation>
    </message>
    <message>
        <source>Publish zone</source>
        <translation>구역 게시</translation>
    </message>
    <message>
        <source>Discard zone draft</source>
        <translation>구역 초안 버리기</translation>
    </message>
    <message>
        <source>Withdraw zone</source>
        <translation>구역 철회</translation>
    </message>
    <message>
        <source>Import zones</source>
        <translation>구역 가져오기</translation>
    </message>
    <message>
        <source>Export zones</source>
        <translation>구역 내보내기</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>수용 대수</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>지상 자료</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>지상 위험</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>공중 충돌 위험</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Risk studio</source>
        <translation>위험 스튜디오</translation>
    </message>
    <message>
        <source>Show the ground-risk map</source>
        <translation>지상 위험 지도 표시</translation>
    </message>
    <message>
        <source>Pick the places of a path</source>
        <translation>경로의 지점 선택</translation>
    </message>
    <message>
        <source>Find paths or stop</source>
        <translation>경로 찾기 또는 중지</translation>
    </message>
    <message>
        <source>Path on the map</source>
        <translation>지도에서 경로 보기</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>경로 점검</translation>
    </message>
    <message>
        <source>Use the path as plan route</source>
        <translation>경로를 비행계획 경로로 사용</translation>
    </message>
    <message>
        <source>Compute ground risk or stop</source>
        <translation>지상 위험 계산 또는 중지</translation>
    </message>
    <message>
        <source>Ground risk of the map view</source>
        <translation>지도 화면 범위의 지상 위험</translation>
    </message>
    <message>
        <source>Ground risk A on the map</source>
        <translation>지도에 지상 위험 A 표시</translation>
    </message>
    <message>
        <source>Ground risk B on the map</source>
        <translation>지도에 지상 위험 B 표시</translation>
    </message>
    <message>
        <source>Open ground-risk study</source>
        <translation>지상 위험 연구 열기</translation>
    </message>
    <message>
        <source>Save ground-risk study</source>
        <translation>지상 위험 연구 저장</translation>
    </message>
    <message>
        <source>Export ground-risk study</source>
        <translation>지상 위험 연구 내보내기</translation>
    </message>
    <message>
        <source>Flight plans in the diagram</source>
        <translation>다이어그램에 비행계획 표시</translation>
    </message>
    <message>
        <source>Buildings in 3D</source>
        <translation>3D에 건물 표시</translation>
    </message>
    <message>
        <source>Terrain in 3D</source>
        <translation>3D에 지형 표시</translation>
    </message>
    <message>
        <source>Import ground data</source>
        <translation>지상 자료 가져오기</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>합성 도시</translation>
    </message>
    <message>
        <source>Retire a dataset</source>
        <translation>자료 퇴역</translation>
    </message>
    <message>
        <source>Flight plan in 3D</source>
        <translation>3D에서 비행계획 보기</translation>
    </message>
    <message>
        <source>Flight plan in the drone-diagram</source>
        <translation>드론 다이어그램에서 비행계획 보기</translation>
    </message>
    <message>
        <source>Go to the capacity limits</source>
        <translation>수용 한도로 이동</translation>
    </message>
    <message>
        <source>New capacity limit</source>
        <translation>새 수용 한도</translation>
    </message>
    <message>
        <source>Change the capacity limit</source>
        <translation>수용 한도 변경</translation>
    </message>
    <message>
        <source>Retire the capacity limit</source>
        <translation>수용 한도 퇴역</translation>
    </message>
    <message>
        <source>Draw hole</source>
        <translation>구멍 그리기</translation>
    </message>
    <message>
        <source>Saved studies of collision risk</source>
        <translation>저장된 공중 충돌 위험 연구</translation>
    </message>
    <message>
        <source>Save the study of collision risk</source>
        <translation>공중 충돌 위험 연구 저장</translation>
    </message>
    <message>
        <source>Collision risk as PDF</source>
        <translation>공중 충돌 위험을 PDF로 저장</translation>
    </message>
    <message>
        <source>Preset from recorded traffic</source>
        <translation>기록된 교통량으로 사전 설정 만들기</translation>
    </message>
    <message>
        <source>Own preset of the Reich model</source>
        <translation>Reich 모델 사용자 사전 설정</translation>
    </message>
    <message>
        <source>Own overlap table</source>
        <translation>사용자 중첩 확률표</translation>
    </message>
    <message>
        <source>Scenarios of collision risk</source>
        <translation>공중 충돌 위험 시나리오</translation>
    </message>
    <message>
        <source>Distances of collision risk</source>
        <translation>공중 충돌 위험 거리</translation>
    </message>
    <message>
        <source>Obstacles beside the routes</source>
        <translation>항로 옆 장애물</translation>
    </message>
    <message>
        <source>Next view of collision risk</source>
        <translation>공중 충돌 위험의 다음 보기</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Open study of paths</source>
        <translation>경로 연구 열기</translation>
    </message>
    <message>
        <source>Save study of paths</source>
        <translation>경로 연구 저장</translation>
    </message>
    <message>
        <source>Export study of paths</source>
        <translation>경로 연구 내보내기</translation>
    </message>
    <message>
        <source>Clear the paths</source>
        <translation>경로 지우기</translation>
    </message>
    <message>
        <source>Conflicts in 3D</source>
        <translation>3D 충돌 표시</translation>
    </message>
    <message>
        <source>Obstacles from the city</source>
        <translation>도시에서 장애물 가져오기</translation>
    </message>
    <message>
        <source>Path in 3D</source>
        <translation>경로를 3D로</translation>
    </message>
    <message>
        <source>New type of drone</source>
        <translation>새 기종</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::AuthorityTable</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>담당 부서</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>웹 페이지</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>Notice before</source>
        <translation>사전 통보 기간</translation>
    </message>
    <message>
        <source>AUTHORIZATION, NOTIFICATION, INFORMATION, or nothing</source>
        <translation>AUTHORIZATION, NOTIFICATION, INFORMATION 또는 빈칸</translation>
    </message>
    <message>
        <source>a duration of ISO 8601 such as P3D or PT12H, or nothing</source>
        <translation>P3D, PT12H 같은 ISO 8601 기간 또는 빈칸</translation>
    </message>
    <message>
        <source>at most 200 bytes</source>
        <translation>최대 200바이트</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ImportDialog</name>
    <message>
        <source>%1 (%2 findings)</source>
        <translation>%1 (점검 결과 %2건)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>다시 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>Import zones from %1</source>
        <translation>%1에서 구역 가져오기</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Features of the file</source>
        <translation>파일의 객체</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Only what is sound</source>
        <translation>정상 항목만</translation>
    </message>
    <message>
        <source>What is sound, and what is in quarantine: I have looked at it</source>
        <translation>정상 항목과 격리 항목: 내용을 확인했음</translation>
    </message>
    <message>
        <source>All of it, or nothing</source>
        <translation>전부 가져오거나 전혀 가져오지 않음</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>What areas ask of a flight where the file does not say it (GeoJSON, KML)</source>
        <translation>파일에 명시되지 않은 경우 구역이 비행에 요구하는 것(GeoJSON, KML)</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>국가(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>유형(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Up to (m AGL)</source>
        <translation>상한(m AGL)(&amp;U)</translation>
    </message>
    <message>
        <source>T&amp;ake</source>
        <translation>가져올 항목(&amp;A)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중 …</translation>
    </message>
    <message>
        <source>%1: %2 sound, %3 in quarantine, %4 refused.</source>
        <translation>%1: 정상 %2건, 격리 %3건, 거부 %4건.</translation>
    </message>
    <message numerus="yes">
        <source>It takes back %n zone(s).</source>
        <translation>
            <numerusform>구역 %n개를 철회합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every feature is sound, so nothing would be taken.</source>
        <translation>정상이 아닌 객체가 있어 아무것도 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing in the file that this choice would take.</source>
        <translation>이 선택으로 가져올 항목이 파일에 없습니다.</translation>
    </message>
    <message>
        <source>Imported from %1: %2 new, %3 changed, %4 as before, %5 withdrawn</source>
        <translation>%1에서 가져옴: 신규 %2건, 변경 %3건, 변동 없음 %4건, 철회 %5건</translation>
    </message>
    <message>
        <source>What is checked in the list</source>
        <translation>목록에서 선택한 항목</translation>
    </message>
    <message>
        <source>%1 of %2 features are taken.</source>
        <translation>객체 %2개 중 %1개를 가져옵니다.</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PeriodTable</name>
    <message>
        <source>all of the time</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>any</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>시작(UTC)</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <translation>끝(UTC)</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Daily from</source>
        <translation>매일 시작</translation>
    </message>
    <message>
        <source>Daily until</source>
        <translation>매일 종료</translation>
    </message>
    <message>
        <source>a UTC time such as 2026-11-21 10:05, or nothing for no limit</source>
        <translation>2026-11-21 10:05 같은 UTC 시각, 제한이 없으면 빈칸</translation>
    </message>
    <message>
        <source>days such as MON-FRI, SUN, or nothing for any day</source>
        <translation>MON-FRI, SUN 같은 요일, 매일이면 빈칸</translation>
    </message>
    <message>
        <source>a time of day such as 22:00 (UTC) or 22:00+09:00, or BMCT, SR, SS, EECT</source>
        <translation>22:00(UTC)이나 22:00+09:00 같은 시각 또는 BMCT, SR, SS, EECT</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PointTable</name>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>To the next</source>
        <translation>다음 모퉁이까지</translation>
    </message>
    <message>
        <source>a latitude: 37.5665, 37.5665N or 37 33 59.4 N</source>
        <translation>위도: 37.5665, 37.5665N 또는 37 33 59.4 N</translation>
    </message>
    <message>
        <source>a longitude: 126.978, 126.978E or 126 58 40.8 E</source>
        <translation>경도: 126.978, 126.978E 또는 126 58 40.8 E</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::PublishDialog</name>
    <message>
        <source>Publish a change of %1</source>
        <translation>%1 변경 게시</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 게시</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>What</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Why not certain</source>
        <translation>불확실한 이유</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>가능성 있음</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>배달망 노드</translation>
    </message>
    <message>
        <source>What the zone would hit</source>
        <translation>구역의 영향</translation>
    </message>
    <message>
        <source>Asking what it would hit …</source>
        <translation>영향을 확인하는 중 …</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>게시</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>It is not known what it would hit:</source>
        <translation>영향을 알 수 없습니다:</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>It would hit no flight plan, mission or node that is in use.</source>
        <translation>사용 중인 비행계획, 임무, 노드에 영향이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>▲ It would hit %n thing(s) in use:</source>
        <translation>
            <numerusform>▲ 사용 중인 항목 %n건에 영향을 줍니다:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::airspace::WithdrawDialog</name>
    <message>
        <source>Withdraw %1</source>
        <translation>%1 철회</translation>
    </message>
    <message>
        <source>%1 will no longer be in force: checks of flight plans pass over it from now on. Why? The reason goes into the log.</source>
        <translation>%1의 효력이 없어지며, 지금부터 비행계획 검사에서 제외됩니다. 이유가 무엇입니까? 이유는 로그에 기록됩니다.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>철회</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneDetails</name>
    <message>
        <source>ground</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>no upper limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>above ground (AGL)</source>
        <translation>지상고(AGL)</translation>
    </message>
    <message>
        <source>above mean sea level (AMSL)</source>
        <translation>해발(AMSL)</translation>
    </message>
    <message>
        <source>above the ellipsoid (W84)</source>
        <translation>타원체고(W84)</translation>
    </message>
    <message>
        <source>%1 m (%2 ft) %3</source>
        <translation>%3 %1 m (%2 ft)</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>지정되지 않음</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>U-space class</source>
        <translation>U-space 등급</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>공역 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>하한 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>상한 %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>적용 시간표</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>관할기관</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>게시</translation>
    </message>
    <message>
        <source>revision %1, %2Z, %3</source>
        <translation>개정 %1, %2Z, %3</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneForm</name>
    <message>
        <source>Not taken. It accepts %1.</source>
        <translation>반영하지 않았습니다. 입력할 수 있는 값: %1.</translation>
    </message>
    <message>
        <source>Not taken: the text is too long, or not in the form that is wanted.</source>
        <translation>반영하지 않았습니다. 내용이 너무 길거나 형식이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>A polygon has at least three corners.</source>
        <translation>다각형에는 모퉁이가 3개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>적용 시간표</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>관할기관</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>&amp;Identifier</source>
        <translation>식별자(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>국가(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>유형(&amp;T)</translation>
    </message>
    <message>
        <source>Con&amp;ditions</source>
        <translation>조건(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>메시지(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Other reason</source>
        <translation>기타 이유(&amp;O)</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Add &amp;polygon</source>
        <translation>다각형 추가(&amp;P)</translation>
    </message>
    <message>
        <source>Add circ&amp;le</source>
        <translation>원 추가(&amp;L)</translation>
    </message>
    <message>
        <source>Delete &amp;volume</source>
        <translation>공역 삭제(&amp;V)</translation>
    </message>
    <message>
        <source>Volume in hand</source>
        <translation>편집 중인 공역</translation>
    </message>
    <message>
        <source>&amp;Radius (m)</source>
        <translation>반경(m)(&amp;R)</translation>
    </message>
    <message>
        <source>Insert c&amp;orner</source>
        <translation>모퉁이 삽입(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete corner</source>
        <translation>모퉁이 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Corners of the volume</source>
        <translation>공역의 꼭짓점</translation>
    </message>
    <message>
        <source>Without a period the zone is active at all times. A daily time whose end is not after its beginning ends on the next day: 22:00 to 02:00 runs past midnight. Times without an offset are UTC.</source>
        <translation>기간이 없으면 구역이 항상 활성 상태입니다. 매일 종료 시각이 시작 시각보다 늦지 않으면 다음 날 끝납니다. 예를 들어 22:00~02:00은 자정을 넘깁니다. 시차 표기가 없는 시각은 UTC입니다.</translation>
    </message>
    <message>
        <source>Add &amp;period</source>
        <translation>기간 추가(&amp;P)</translation>
    </message>
    <message>
        <source>Add d&amp;aily time</source>
        <translation>매일 시각 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Times of the zone</source>
        <translation>구역의 적용 시간표</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>관할기관</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>What the zone would hit</source>
        <translation>구역의 영향</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>What</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Why not certain</source>
        <translation>불확실한 이유</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>공역 %1</translation>
    </message>
    <message>
        <source>, upper limit</source>
        <translation>, 상한</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>가능성 있음</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>배달망 노드</translation>
    </message>
    <message>
        <source>&amp;Lower limit</source>
        <translation>하한(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Upper limit</source>
        <translation>상한(&amp;U)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>고도 기준</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>The zone has changed since: ask again what it would hit.</source>
        <translation>그사이 구역이 바뀌었습니다. 영향을 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Not asked yet what it would hit.</source>
        <translation>영향을 아직 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Volume %1: %2</source>
        <translation>공역 %1: %2</translation>
    </message>
    <message>
        <source>No volume yet</source>
        <translation>아직 공역이 없음</translation>
    </message>
    <message numerus="yes">
        <source>▲ It cannot be published: %n error(s).</source>
        <translation>
            <numerusform>▲ 게시할 수 없습니다: 오류 %n건.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>◆ It can be published, but look at it: %n doubtful thing(s).</source>
        <translation>
            <numerusform>◆ 게시할 수 있으나 확인이 필요합니다: 의심 항목 %n건.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be published.</source>
        <translation>게시할 수 있습니다.</translation>
    </message>
    <message>
        <source>▲ Check (%1)</source>
        <translation>▲ 검사 (%1)</translation>
    </message>
    <message>
        <source>◆ Check (%1)</source>
        <translation>◆ 검사 (%1)</translation>
    </message>
    <message>
        <source>Not taken. It accepts a height as a number.</source>
        <translation>반영하지 않았습니다. 고도는 숫자로 입력하십시오.</translation>
    </message>
    <message>
        <source>Not taken. It accepts a radius of at least 1 m.</source>
        <translation>반영하지 않았습니다. 반경은 1 m 이상으로 입력하십시오.</translation>
    </message>
    <message>
        <source>Asking what it would hit …</source>
        <translation>영향을 확인하는 중 …</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>It would hit no flight plan, mission or node that is in use.</source>
        <translation>사용 중인 비행계획, 임무, 노드에 영향이 없습니다.</translation>
    </message>
    <message>
        <source>It would hit %1, and perhaps %2 more that cannot be judged.</source>
        <translation>%1건에 영향이 있고, 판정할 수 없는 %2건에도 영향이 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneLegend</name>
    <message>
        <source>Airspace zones</source>
        <translation>공역 구역</translation>
    </message>
    <message>
        <source>U-space, no restriction</source>
        <translation>U-space, 제한 없음</translation>
    </message>
    <message>
        <source>Not active now</source>
        <translation>현재 비활성</translation>
    </message>
    <message>
        <source>Not judged whether it is active</source>
        <translation>활성 여부 판정 불가</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneModel</name>
    <message>
        <source>Zone</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>고도 범위</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>적용 시간표</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>관할기관</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>게시</translation>
    </message>
    <message>
        <source>Rev.</source>
        <translation>개정</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2건</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneOverlay</name>
    <message>
        <source>draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>radius %1</source>
        <translation>반경 %1</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZonePanel</name>
    <message>
        <source>Filter: zone, name, type, limits, authority</source>
        <translation>찾기: 구역, 이름, 유형, 고도 범위, 관할기관</translation>
    </message>
    <message>
        <source>Filter of the zones</source>
        <translation>구역 찾기</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>모든 유형</translation>
    </message>
    <message>
        <source>Type of zone</source>
        <translation>구역 유형</translation>
    </message>
    <message>
        <source>Only &amp;active now</source>
        <translation>현재 활성만(&amp;A)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>The chosen zone</source>
        <translation>선택한 구역</translation>
    </message>
    <message>
        <source>No zone is published: draw one, or import a file.</source>
        <translation>게시된 구역이 없습니다. 구역을 그리거나 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>%1 zones, %2 active now</source>
        <translation>구역 %1개, 현재 활성 %2개</translation>
    </message>
    <message>
        <source>Choose a zone in the list or on a map to see all about it.</source>
        <translation>목록이나 지도에서 구역을 선택하면 상세 내용이 표시됩니다.</translation>
    </message>
    <message>
        <source>Draft of %1, on revision %2: not in force yet.</source>
        <translation>%1의 초안(개정 %2 기준): 아직 효력이 없습니다.</translation>
    </message>
    <message>
        <source>New zone %1: not in force yet.</source>
        <translation>새 구역 %1: 아직 효력이 없습니다.</translation>
    </message>
    <message>
        <source>Publishing %1 …</source>
        <translation>%1 게시 중 …</translation>
    </message>
    <message>
        <source>You may not change it: the scope zone.write is wanted.</source>
        <translation>변경할 수 없습니다. zone.write 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is in force as revision %2</source>
        <translation>%1의 효력이 발생했습니다: 개정 %2</translation>
    </message>
    <message>
        <source>Published by somebody else</source>
        <translation>다른 사용자가 게시함</translation>
    </message>
    <message>
        <source>%1 has published revision %2 of this zone while this draft was on revision %3.</source>
        <translation>이 초안이 개정 %3을 기준으로 하는 동안 %1 사용자가 이 구역의 개정 %2를 게시했습니다.</translation>
    </message>
    <message>
        <source>The zone was withdrawn while it was being changed.</source>
        <translation>변경하는 동안 구역이 철회되었습니다.</translation>
    </message>
    <message>
        <source>Publish this draft over it</source>
        <translation>이 초안을 덮어써서 게시</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>이 초안 버리기</translation>
    </message>
    <message>
        <source>Go on drafting</source>
        <translation>초안 계속 작성</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>초안 버리기</translation>
    </message>
    <message>
        <source>Everything that was drawn and typed since it was begun will be lost.</source>
        <translation>시작한 뒤 그리고 입력한 내용이 모두 사라집니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>%1 is withdrawn</source>
        <translation>철회했습니다: %1</translation>
    </message>
    <message>
        <source>Import zones</source>
        <translation>구역 가져오기</translation>
    </message>
    <message>
        <source>Zones (%1)</source>
        <translation>구역 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>✖ %1 cannot be read: %2</source>
        <translation>✖ %1 파일을 읽을 수 없음: %2</translation>
    </message>
    <message>
        <source>Export what the list shows as ED-318</source>
        <translation>목록에 보이는 구역을 ED-318로 내보내기</translation>
    </message>
    <message>
        <source>✖ %1 cannot be written: %2</source>
        <translation>✖ %1 파일을 쓸 수 없음: %2</translation>
    </message>
    <message>
        <source>%1 zones written to %2</source>
        <translation>구역 %1개를 %2 파일에 기록함</translation>
    </message>
    <message>
        <source>%1 zones written to %2; ED-318 cannot say everything, %3 texts were cut or left out</source>
        <translation>구역 %1개를 %2 파일에 기록함; ED-318로 모두 나타낼 수 없어 문구 %3개가 잘리거나 빠짐</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneTool</name>
    <message>
        <source>Polygon: click its corners. Return: pointer or middle. Backspace: one back. Esc: end</source>
        <translation>다각형: 꼭짓점을 클릭하십시오. Return: 포인터 또는 화면 중앙. Backspace: 하나 되돌리기. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Polygon: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</source>
        <translation>다각형: 두 번 클릭하거나 첫 꼭짓점 또는 Ctrl+Return으로 닫습니다. Ctrl: 1 m 단위, 15°</translation>
    </message>
    <message>
        <source>Circle: click its rim. Ctrl: tens of metres. Esc: back</source>
        <translation>원: 가장자리를 클릭하십시오. Ctrl: 10 m 단위. Esc: 되돌리기</translation>
    </message>
    <message>
        <source>Circle: click its centre, or drag from centre to rim. Esc: end</source>
        <translation>원: 중심을 클릭하거나 중심에서 가장자리로 끄십시오. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Hole: only a volume with corners has one. Esc: end</source>
        <translation>구멍: 꼭짓점이 있는 공역에만 만들 수 있습니다. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Hole: click its corners inside the volume in hand. Backspace: one back. Esc: end</source>
        <translation>구멍: 편집 중인 공역 안에서 꼭짓점을 클릭하십시오. Backspace: 하나 되돌리기. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Hole: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°</source>
        <translation>구멍: 두 번 클릭하거나 첫 꼭짓점 또는 Ctrl+Return으로 닫습니다. Ctrl: 1 m 단위, 15°</translation>
    </message>
</context>
<context>
    <name>haneul::airspace::ZoneWords</name>
    <message>
        <source>The area is not sound: at least three corners, no border that crosses itself, a radius above 0.</source>
        <translation>영역이 올바르지 않습니다. 꼭짓점이 셋 이상이고, 경계가 스스로 교차하지 않으며, 반지름이 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>The upper limit must be above the lower one, and above the ground.</source>
        <translation>상한은 하한보다 높고 지면보다 높아야 합니다.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>끝은 시작보다 뒤여야 합니다.</translation>
    </message>
    <message>
        <source>The zone has no volume: draw a polygon or a circle, or type one.</source>
        <translation>구역에 공역이 없습니다. 다각형이나 원을 그리거나 직접 입력하십시오.</translation>
    </message>
    <message>
        <source>An identifier of 1 to 40 characters is wanted, such as &quot;P73&quot;.</source>
        <translation>식별자는 1~40자여야 합니다. 예: &quot;P73&quot;.</translation>
    </message>
    <message>
        <source>A country code of three letters is wanted, such as &quot;KOR&quot;.</source>
        <translation>국가 코드는 세 글자여야 합니다. 예: &quot;KOR&quot;.</translation>
    </message>
    <message>
        <source>A time of day is 00:00 to 24:00, at most 18 h and whole minutes from UTC.</source>
        <translation>시각은 00:00~24:00이며, UTC와의 차이는 18 h 이내의 분 단위여야 합니다.</translation>
    </message>
    <message>
        <source>There are too many of them for one zone.</source>
        <translation>한 구역에 담기에는 수가 너무 많습니다.</translation>
    </message>
    <message>
        <source>There is a zone with this country and identifier: edit that one, or take another identifier.</source>
        <translation>국가와 식별자가 같은 구역이 있습니다. 그 구역을 편집하거나 다른 식별자를 쓰십시오.</translation>
    </message>
    <message>
        <source>The limits have different references and may be exchanged.</source>
        <translation>상한과 하한의 기준이 달라 서로 뒤바뀌었을 수 있습니다.</translation>
    </message>
    <message>
        <source>This is not a height of a zone: above 30 km, or deep below the sea. Perhaps the unit is another one.</source>
        <translation>구역의 고도로 볼 수 없습니다. 30 km를 넘거나 해수면보다 훨씬 낮습니다. 단위가 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>The area is less than 1 m across.</source>
        <translation>영역의 폭이 1 m보다 작습니다.</translation>
    </message>
    <message>
        <source>The area is more than 2,000 km across.</source>
        <translation>영역의 폭이 2,000 km보다 큽니다.</translation>
    </message>
    <message>
        <source>Longer than the 7 characters that ED-318 has for an identifier.</source>
        <translation>ED-318 식별자 길이인 7자보다 깁니다.</translation>
    </message>
    <message>
        <source>Nobody is named who could answer for the zone.</source>
        <translation>구역에 관해 답할 수 있는 담당이 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>The zone has no name.</source>
        <translation>구역에 이름이 없습니다.</translation>
    </message>
    <message>
        <source>An earlier feature of the file has the same country and identifier.</source>
        <translation>파일의 앞선 항목과 국가와 식별자가 같습니다.</translation>
    </message>
    <message>
        <source>The file does not say what this area asks of a flight; it has the type and limits chosen here.</source>
        <translation>파일에 이 영역이 비행에 요구하는 내용이 없어, 여기서 고른 유형과 한계를 적용합니다.</translation>
    </message>
    <message>
        <source>The file does not say what this area asks of a flight: choose type and limits for such areas to take it.</source>
        <translation>파일에 이 영역이 비행에 요구하는 내용이 없습니다. 가져오려면 이런 영역에 쓸 유형과 한계를 고르십시오.</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>%1 (next day)</source>
        <translation>%1 (다음 날)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Prohibited</source>
        <translation>비행금지</translation>
    </message>
    <message>
        <source>Needs authorisation</source>
        <translation>허가 필요</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>조건부</translation>
    </message>
    <message>
        <source>No restriction</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>U-space</source>
        <translation>U-space</translation>
    </message>
    <message>
        <source>Air traffic</source>
        <translation>항공 교통</translation>
    </message>
    <message>
        <source>Sensitive site</source>
        <translation>민감 시설</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>사생활 보호</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>인구 밀집</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>자연 보호</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>소음</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>비상</translation>
    </message>
    <message>
        <source>Dynamic reconfiguration</source>
        <translation>동적 공역 재구성</translation>
    </message>
    <message>
        <source>Foreign territory</source>
        <translation>외국 영토</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Authorises</source>
        <translation>허가</translation>
    </message>
    <message>
        <source>Is notified</source>
        <translation>통보 접수</translation>
    </message>
    <message>
        <source>Informs</source>
        <translation>정보 제공</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>비활성</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>격리됨</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>의심</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Circle of %1 around %2, %3</source>
        <translation>반지름 %1 원, 중심 %2, %3</translation>
    </message>
    <message>
        <source>Polygon of %1 corners</source>
        <translation>꼭짓점 %1개 다각형</translation>
    </message>
    <message>
        <source>%1, %2 left out</source>
        <translation>%1, 제외 영역 %2개</translation>
    </message>
    <message>
        <source>At all times</source>
        <translation>상시</translation>
    </message>
    <message>
        <source>Active: it is permanent.</source>
        <translation>활성: 상시 적용됩니다.</translation>
    </message>
    <message>
        <source>Not judged: %1</source>
        <translation>판정 불가: %1</translation>
    </message>
    <message>
        <source>Over: its last period has ended.</source>
        <translation>종료: 마지막 적용 기간이 끝났습니다.</translation>
    </message>
    <message>
        <source>Not active, and not within the next 30 days.</source>
        <translation>비활성: 앞으로 30일 안에도 활성화되지 않습니다.</translation>
    </message>
    <message>
        <source>Active until %1.</source>
        <translation>%1까지 활성입니다.</translation>
    </message>
    <message>
        <source>Not active: next from %1 to %2.</source>
        <translation>비활성: 다음은 %1부터 %2까지입니다.</translation>
    </message>
    <message>
        <source>Not active: next about %1 to %2 (%3).</source>
        <translation>비활성: 다음은 대략 %1부터 %2까지입니다(%3).</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>관할기관</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>적용 시간표</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>공역 %1</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>적용 기간 %1</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>lower limit</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>area</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Node of a network</source>
        <translation>배달망 노드</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>로그인한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>You may not do this: the scope %1 is wanted.</source>
        <translation>이 작업을 할 수 없습니다: %1 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>This console keeps no zones.</source>
        <translation>이 콘솔은 구역을 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no such zone any more.</source>
        <translation>그 구역은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Somebody else has published another revision of this zone meanwhile.</source>
        <translation>그사이 다른 사람이 이 구역의 다른 개정을 게시했습니다.</translation>
    </message>
    <message>
        <source>Too many questions wait; try again in a moment.</source>
        <translation>대기 중인 질의가 너무 많습니다. 잠시 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>The file is none that is read here: ED-269, ED-318, GeoJSON, KML, or the text of ICAO NOTAM.</source>
        <translation>여기서 읽는 형식의 파일이 아닙니다: ED-269, ED-318, GeoJSON, KML 또는 ICAO NOTAM 본문.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>너무 큽니다.</translation>
    </message>
    <message>
        <source>The file is not sound JSON: %1</source>
        <translation>파일이 올바른 JSON이 아닙니다: %1</translation>
    </message>
    <message>
        <source>Not every feature is sound, so nothing was taken. The first that is not: %1</source>
        <translation>올바르지 않은 항목이 있어 아무것도 가져오지 않았습니다. 첫 번째 항목: %1</translation>
    </message>
    <message>
        <source>There is nothing in the file that this choice would take.</source>
        <translation>이 선택으로 가져올 내용이 파일에 없습니다.</translation>
    </message>
    <message>
        <source>Left out by the person who imported the file.</source>
        <translation>파일을 가져온 사람이 제외했습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::app::FirstStart</name>
    <message>
        <source>Cannot be used: %1</source>
        <translation>사용할 수 없음: %1</translation>
    </message>
    <message>
        <source>sea, zoom 0 to 4</source>
        <translation>바다(줌 0~4)</translation>
    </message>
    <message>
        <source>sea, zoom 5 to 7</source>
        <translation>바다(줌 5~7)</translation>
    </message>
    <message>
        <source>sea, zoom 8 and up</source>
        <translation>바다(줌 8 이상)</translation>
    </message>
    <message>
        <source>borders</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>towns</source>
        <translation>도시</translation>
    </message>
    <message>
        <source>rivers</source>
        <translation>강</translation>
    </message>
    <message>
        <source>aerodromes</source>
        <translation>비행장</translation>
    </message>
    <message>
        <source>heliports</source>
        <translation>헬기장</translation>
    </message>
    <message>
        <source>Can be used.</source>
        <translation>사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Not in it: %1.</source>
        <translation>없는 항목: %1</translation>
    </message>
    <message>
        <source>No map here shows roads, buildings, terrain or power lines.</source>
        <translation>이 지도에는 도로, 건물, 지형, 송전선이 없습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::city::CityPanel</name>
    <message>
        <source>Datasets of the ground</source>
        <translation>지상 자료 목록</translation>
    </message>
    <message>
        <source>About the chosen dataset</source>
        <translation>선택한 자료의 정보</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>이 콘솔은 지상 자료를 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>Datasets are being read …</source>
        <translation>자료를 읽는 중 …</translation>
    </message>
    <message>
        <source>No data of the ground: buildings, people, traffic and terrain are unknown. Import your own, or make a synthetic city to try things.</source>
        <translation>지상 자료가 없어 건물, 인구, 교통량, 지형을 알 수 없습니다. 자료를 가져오거나, 시험용으로 합성 도시를 만드십시오.</translation>
    </message>
    <message>
        <source>◆ Some of the data in use is SYNTHETIC: made up, not measured.</source>
        <translation>◆ 사용 중인 자료 일부가 합성 자료입니다. 측정값이 아니라 만들어 낸 값입니다.</translation>
    </message>
    <message>
        <source>Retired by %1: %2</source>
        <translation>%1이(가) 퇴역시킴: %2</translation>
    </message>
    <message>
        <source>File %1, %2 bytes</source>
        <translation>파일 %1, %2바이트</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Import ground data</source>
        <translation>지상 자료 가져오기</translation>
    </message>
    <message>
        <source>Ground data (*.csv *.geojson *.json *.topojson *.gpkg *.fgb *.tif *.tiff *.dt0 *.dt1 *.dt2 *.hgt)</source>
        <translation>지상 자료 (*.csv *.geojson *.json *.topojson *.gpkg *.fgb *.tif *.tiff *.dt0 *.dt1 *.dt2 *.hgt)</translation>
    </message>
</context>
<context>
    <name>haneul::city::DatasetModel</name>
    <message>
        <source>Retired</source>
        <translation>퇴역</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>사용할 수 없음</translation>
    </message>
    <message>
        <source>In use, SYNTHETIC</source>
        <translation>사용 중, 합성</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>자료 날짜</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>가져온 행</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 시각</translation>
    </message>
    <message>
        <source>By</source>
        <translation>가져온 사람</translation>
    </message>
</context>
<context>
    <name>haneul::city::ImportDialog</name>
    <message>
        <source>Reference system of the file: %1</source>
        <translation>파일의 좌표계: %1</translation>
    </message>
    <message>
        <source>%1 is read from the column &quot;%2&quot;</source>
        <translation>%1: &quot;%2&quot; 열에서 읽음</translation>
    </message>
    <message>
        <source>&amp;Look into it</source>
        <translation>살펴보기(&amp;L)</translation>
    </message>
    <message>
        <source>Import ground data from %1</source>
        <translation>%1에서 지상 자료 가져오기</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>미터</translation>
    </message>
    <message>
        <source>feet</source>
        <translation>피트</translation>
    </message>
    <message>
        <source>floors of 3 m</source>
        <translation>층(3 m)</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>mean sea level (AMSL)</source>
        <translation>평균 해수면(AMSL)</translation>
    </message>
    <message>
        <source>ellipsoid (W84)</source>
        <translation>타원체(W84)</translation>
    </message>
    <message>
        <source>2025, 2025-06 or 2025-06-30</source>
        <translation>2025, 2025-06 또는 2025-06-30</translation>
    </message>
    <message>
        <source>usual names; else part:column, for example height:GRND_FLR</source>
        <translation>통상적인 이름, 다르면 항목:열(예: height:GRND_FLR)</translation>
    </message>
    <message>
        <source>What the file would give</source>
        <translation>파일에서 가져올 내용</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>&amp;Kind of data</source>
        <translation>자료 종류(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Source: who made it</source>
        <translation>출처: 만든 곳(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Date of the data</source>
        <translation>자료 날짜(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Heights in</source>
        <translation>높이 단위(&amp;H)</translation>
    </message>
    <message>
        <source>Heights &amp;from</source>
        <translation>높이 기준(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cell of a point (m)</source>
        <translation>점 하나의 격자 크기 (m)(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>열(&amp;O)</translation>
    </message>
    <message>
        <source>Look into the file before it is imported.</source>
        <translation>가져오기 전에 파일을 살펴보십시오.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중 …</translation>
    </message>
    <message>
        <source>Row %1 · %2 · %3</source>
        <translation>행 %1 · %2 · %3</translation>
    </message>
    <message>
        <source>&amp;Cells (m)</source>
        <translation>칸 크기(m)(&amp;C)</translation>
    </message>
    <message>
        <source>50</source>
        <translation>50</translation>
    </message>
</context>
<context>
    <name>haneul::city::RetireForm</name>
    <message>
        <source>%1 is not used any more from now on: checks, risk maps and 3D views pass over it. Its data stays for whoever audits.</source>
        <translation>지금부터 %1을(를) 더 이상 사용하지 않습니다. 점검, 위험 지도, 3D 보기에서 제외됩니다. 자료는 감사용으로 남습니다.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>사유(&amp;R)(함께 기록됨)</translation>
    </message>
    <message>
        <source>Retire a dataset</source>
        <translation>자료 퇴역</translation>
    </message>
    <message>
        <source>Re&amp;tire it</source>
        <translation>퇴역시킴(&amp;T)</translation>
    </message>
</context>
<context>
    <name>haneul::city::SyntheticForm</name>
    <message>
        <source>Streets, buildings, people and traffic are made up around this place, to show and to teach. They are marked SYNTHETIC wherever they are used, and stand behind everything that was measured.</source>
        <translation>이 장소 주변에 시연과 교육용으로 도로, 건물, 인구, 교통량을 만들어 냅니다. 사용하는 모든 곳에 합성으로 표시되며, 측정된 자료가 항상 우선합니다.</translation>
    </message>
    <message>
        <source>&amp;Latitude</source>
        <translation>위도(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ongitude</source>
        <translation>경도(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Side (m)</source>
        <translation>한 변 (m)(&amp;S)</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>난수 시드(&amp;E)</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>합성 도시</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>만들기(&amp;M)</translation>
    </message>
</context>
<context>
    <name>haneul::city::Words</name>
    <message>
        <source>People</source>
        <translation>인구</translation>
    </message>
    <message>
        <source>Traffic counts</source>
        <translation>교통량 조사</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>건물</translation>
    </message>
    <message>
        <source>Amenities</source>
        <translation>편의시설(밀집시설)</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Synthetic city</source>
        <translation>합성 도시</translation>
    </message>
    <message>
        <source>The height is not said and stays unknown.</source>
        <translation>높이가 적혀 있지 않아 알 수 없습니다.</translation>
    </message>
    <message>
        <source>How many people is not said and stays unknown.</source>
        <translation>인원수가 적혀 있지 않아 알 수 없습니다.</translation>
    </message>
    <message>
        <source>How many vehicles is not said and stays unknown.</source>
        <translation>차량 대수가 적혀 있지 않아 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It has no place.</source>
        <translation>위치가 없습니다.</translation>
    </message>
    <message>
        <source>The outline crosses itself or is no area.</source>
        <translation>외곽선이 스스로 교차하거나 면을 이루지 않습니다.</translation>
    </message>
    <message>
        <source>The file does not say its unit: heights are taken as metres.</source>
        <translation>파일에 단위가 없어 높이를 미터로 봅니다.</translation>
    </message>
    <message>
        <source>The file does not say what its heights are measured from: they are for looking, not for clearance.</source>
        <translation>파일에 높이의 기준이 없습니다. 높이는 보기용이며 간격 판단에는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>What the heights are measured from was given by hand.</source>
        <translation>높이의 기준을 직접 입력했습니다.</translation>
    </message>
    <message>
        <source>The grid was turned and interpolated.</source>
        <translation>격자를 회전하고 보간했습니다.</translation>
    </message>
    <message>
        <source>Heights are made of floors, 3 m each.</source>
        <translation>층수로 높이를 계산했습니다(층당 3 m).</translation>
    </message>
    <message>
        <source>The file names no reference system: WGS84 is taken.</source>
        <translation>파일에 좌표계가 없어 WGS84로 봅니다.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>현재 역할로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>이 콘솔은 지상 자료를 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>A name, who made the data, and its date (2025, 2025-06 or 2025-06-30) are wanted.</source>
        <translation>이름, 자료를 만든 곳, 자료 날짜(2025, 2025-06 또는 2025-06-30)가 필요합니다.</translation>
    </message>
    <message>
        <source>CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, GeoTIFF, DTED and HGT can be read.</source>
        <translation>CSV, GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, GeoTIFF, DTED, HGT를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The file is too large; cut it to the area.</source>
        <translation>파일이 너무 큽니다. 해당 영역만 잘라 내십시오.</translation>
    </message>
    <message>
        <source>The file holds another kind of data:</source>
        <translation>파일에 다른 종류의 자료가 들어 있습니다:</translation>
    </message>
    <message>
        <source>The file has no such column:</source>
        <translation>파일에 다음 열이 없습니다:</translation>
    </message>
    <message>
        <source>Say which column has it:</source>
        <translation>다음 값이 들어 있는 열을 지정하십시오:</translation>
    </message>
    <message>
        <source>People at points need the side of the square that a point stands for.</source>
        <translation>점으로 된 인구 자료에는 점 하나가 나타내는 정사각형의 한 변 길이가 필요합니다.</translation>
    </message>
    <message>
        <source>The file says that its heights are measured from something else.</source>
        <translation>파일에는 높이의 기준이 다르게 적혀 있습니다.</translation>
    </message>
    <message>
        <source>The file cannot be read:</source>
        <translation>파일을 읽을 수 없습니다:</translation>
    </message>
    <message>
        <source>The file does not say where on the earth it lies.</source>
        <translation>파일에 지구상의 위치가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The file is a picture, not a grid of measured values.</source>
        <translation>측정값 격자가 아니라 그림 파일입니다.</translation>
    </message>
    <message>
        <source>Such a city cannot be made: sides of 500 to 20,000 m are possible.</source>
        <translation>이러한 도시는 만들 수 없습니다. 한 변은 500~20,000 m여야 합니다.</translation>
    </message>
    <message>
        <source>The dataset was retired before.</source>
        <translation>이미 퇴역한 자료입니다.</translation>
    </message>
    <message>
        <source>made up: %1</source>
        <translation>만들어 낸 값: %1</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>격리</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>%1 taken, %2 in quarantine, %3 refused</source>
        <translation>가져옴 %1, 격리 %2, 거부 %3</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>토지 이용</translation>
    </message>
    <message>
        <source>There is no class of sheltering “%1”; none, trees, low_rise, high_rise and industrial are.</source>
        <translation>차폐 등급 “%1”은(는) 없습니다. none, trees, low_rise, high_rise, industrial이 있습니다.</translation>
    </message>
    <message>
        <source>No range is said; %1 km is taken.</source>
        <translation>범위가 적혀 있지 않아 %1 km로 봅니다.</translation>
    </message>
    <message>
        <source>The hours of the weekend, or of all days, are not said: those of the week, or as many people at every hour, are taken.</source>
        <translation>주말 또는 모든 요일의 시간대가 적혀 있지 않아 평일의 값, 또는 모든 시간에 같은 인원으로 봅니다.</translation>
    </message>
    <message>
        <source>The hours “%1” cannot be read; it is taken as always open.</source>
        <translation>시간 “%1”을(를) 읽을 수 없어 항상 여는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>값이 없습니다.</translation>
    </message>
    <message>
        <source>%1 %2 lies outside the area that was given.</source>
        <translation>%1 %2은(는) 주어진 영역 밖입니다.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be right; from %3 to %4 is possible.</source>
        <translation>%1 %2은(는) 맞을 수 없습니다. %3에서 %4까지 가능합니다.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be right; it is a whole number.</source>
        <translation>%1 %2은(는) 맞을 수 없습니다. 정수여야 합니다.</translation>
    </message>
    <message>
        <source>Its form is empty.</source>
        <translation>형상이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Its form is a %1; points, lines and polygons are taken.</source>
        <translation>형상이 %1입니다. 점, 선, 다각형을 받습니다.</translation>
    </message>
    <message>
        <source>Its form cannot be read.</source>
        <translation>형상을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>There is something behind its form.</source>
        <translation>형상 뒤에 다른 것이 더 있습니다.</translation>
    </message>
    <message>
        <source>Its place cannot be turned into WGS84.</source>
        <translation>위치를 WGS84로 변환할 수 없습니다.</translation>
    </message>
    <message>
        <source>Longitude or latitude is no number.</source>
        <translation>경도 또는 위도가 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The line has %1 fields, the first one %2.</source>
        <translation>이 줄에는 항목이 %1개, 첫 줄에는 %2개 있습니다.</translation>
    </message>
    <message>
        <source>This kind of data has another form: %1.</source>
        <translation>이 종류의 자료는 다른 형상을 씁니다: %1.</translation>
    </message>
    <message>
        <source>Longitude and latitude are swapped: %1 %2.</source>
        <translation>경도와 위도가 바뀌었습니다: %1 %2.</translation>
    </message>
    <message>
        <source>%1 %2 is no longitude and latitude; the reference system is another one.</source>
        <translation>%1 %2은(는) 경도와 위도가 아닙니다. 좌표계가 다릅니다.</translation>
    </message>
    <message>
        <source>A road has at least two points.</source>
        <translation>도로에는 점이 두 개 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is no number; digits and a point are.</source>
        <translation>“%1”은(는) 숫자가 아닙니다. 숫자와 소수점만 씁니다.</translation>
    </message>
    <message>
        <source>“%1” are not 24 numbers, one for each hour, of which some are above 0.</source>
        <translation>“%1”은(는) 시간마다 하나씩 24개의 숫자가 아니거나 0보다 큰 것이 없습니다.</translation>
    </message>
    <message>
        <source>What kind of ground it is is not said.</source>
        <translation>어떤 토지인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>How many people are on a km² of this kind of ground is not said.</source>
        <translation>이런 토지 1 km²에 사람이 몇 명 있는지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>people per km²</source>
        <translation>km²당 인원</translation>
    </message>
    <message>
        <source>people</source>
        <translation>인원</translation>
    </message>
    <message>
        <source>vehicles per day</source>
        <translation>하루 차량 수</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>차로 수</translation>
    </message>
    <message>
        <source>width (m)</source>
        <translation>폭(m)</translation>
    </message>
    <message>
        <source>mean speed (km/h)</source>
        <translation>평균 속도(km/h)</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>height (m)</source>
        <translation>높이(m)</translation>
    </message>
    <message>
        <source>sheltering</source>
        <translation>차폐</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>range (km)</source>
        <translation>범위(km)</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>운영 시간</translation>
    </message>
    <message>
        <source>hours of Monday to Friday</source>
        <translation>월요일~금요일 시간대</translation>
    </message>
    <message>
        <source>hours of the weekend</source>
        <translation>주말 시간대</translation>
    </message>
    <message>
        <source>kind of ground</source>
        <translation>토지 종류</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>polygons or points</source>
        <translation>다각형 또는 점</translation>
    </message>
    <message>
        <source>The outlines were drawn into cells; a cell that is less than half covered is unknown.</source>
        <translation>윤곽을 칸으로 그렸습니다. 절반보다 적게 덮인 칸은 미상입니다.</translation>
    </message>
    <message>
        <source>Nothing of the file can be taken.</source>
        <translation>파일에서 가져올 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Too many cells: take larger ones, or a smaller area.</source>
        <translation>칸이 너무 많습니다. 칸을 키우거나 영역을 줄이십시오.</translation>
    </message>
    <message>
        <source>More than 64 kinds of ground that differ in their people or hours.</source>
        <translation>인원이나 시간대가 서로 다른 토지 종류가 64개를 넘습니다.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>행 %1: %2</translation>
    </message>
</context>
<context>
    <name>haneul::comfort::Comfort</name>
    <message>
        <source>Save the support bundle</source>
        <translation>지원 자료 저장</translation>
    </message>
    <message>
        <source>Support bundle written, without passwords, names and positions: %1</source>
        <translation>지원 자료를 저장했습니다(암호, 이름, 위치 제외): %1</translation>
    </message>
    <message>
        <source>The support bundle could not be written: %1</source>
        <translation>지원 자료를 저장하지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>haneul::delivery::Words</name>
    <message>
        <source>An id has 1 to 32 of the letters A to Z and a to z, digits, hyphens, dots and _. Choose another id.</source>
        <translation>식별자는 영문자 A~Z와 a~z, 숫자, 붙임표, 점, _로 1~32자입니다. 다른 식별자를 고르십시오.</translation>
    </message>
    <message>
        <source>This id is taken already. Choose another one.</source>
        <translation>이미 쓰이는 식별자입니다. 다른 식별자를 고르십시오.</translation>
    </message>
    <message>
        <source>A place has a latitude of -90 to 90° and a longitude of -180 to 180°. Correct it.</source>
        <translation>위도는 -90~90°, 경도는 -180~180°입니다. 바로잡으십시오.</translation>
    </message>
    <message>
        <source>A number is outside what is possible. Correct the value named.</source>
        <translation>가능한 범위를 벗어난 숫자입니다. 표시된 값을 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The top of the column is not above the ground. Raise the top or correct the ground level.</source>
        <translation>기둥 상단이 지면보다 높지 않습니다. 상단을 높이거나 지면 고도를 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The network has no base point to start from. Add one or choose one as its base.</source>
        <translation>배달망에 출발할 배달거점이 없습니다. 배달거점을 추가하거나 기준 배달거점을 고르십시오.</translation>
    </message>
    <message>
        <source>The network has no point of this id. Choose one from the list.</source>
        <translation>배달망에 이 식별자의 지점이 없습니다. 목록에서 고르십시오.</translation>
    </message>
    <message>
        <source>A link joins two different points. Choose another end.</source>
        <translation>링크는 서로 다른 두 지점을 잇습니다. 다른 끝을 고르십시오.</translation>
    </message>
    <message>
        <source>There is a link between these two points already. Change that one instead.</source>
        <translation>이 두 지점 사이에는 이미 링크가 있습니다. 그 링크를 변경하십시오.</translation>
    </message>
    <message>
        <source>The stays of a moving base follow one another and do not overlap. Correct their times.</source>
        <translation>이동 배달거점의 체류 시간은 차례로 이어지며 겹칠 수 없습니다. 시각을 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The ground level is not known, so nothing can be timed here. Enter it in the network.</source>
        <translation>지면 고도를 몰라 여기서는 시간을 계산할 수 없습니다. 배달망에 입력하십시오.</translation>
    </message>
    <message>
        <source>The link has not been verified by a test flight. Have it verified, or go another way.</source>
        <translation>시험 비행으로 검증되지 않은 링크입니다. 검증을 받거나 다른 길로 가십시오.</translation>
    </message>
    <message>
        <source>No link leads to this point. Draw one, or remove the point.</source>
        <translation>이 지점으로 이어지는 링크가 없습니다. 링크를 그리거나 지점을 삭제하십시오.</translation>
    </message>
    <message>
        <source>The point cannot be reached from the base over verified links.</source>
        <translation>검증된 링크로는 배달거점에서 이 지점에 갈 수 없습니다.</translation>
    </message>
    <message>
        <source>A waypoint lies below the ground of an end of the link. Check its height.</source>
        <translation>경유점이 링크 끝의 지면보다 낮습니다. 고도를 확인하십시오.</translation>
    </message>
    <message>
        <source>Two points lie nearer than 20 m to each other. Check that both are meant.</source>
        <translation>두 지점의 거리가 20 m보다 가깝습니다. 둘 다 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>A mission goes to at least one delivery point. Add a stop.</source>
        <translation>임무에는 배달지점이 하나 이상 있어야 합니다. 방문지를 추가하십시오.</translation>
    </message>
    <message>
        <source>A mission goes to each point once, and not to its own base. Remove the repeated stop.</source>
        <translation>임무는 각 지점에 한 번만 가며 출발한 배달거점은 방문지가 될 수 없습니다. 반복된 방문지를 삭제하십시오.</translation>
    </message>
    <message>
        <source>There is no link between these points. Draw one, or choose another order of stops.</source>
        <translation>이 지점들 사이에는 링크가 없습니다. 링크를 그리거나 다른 경유 순서를 고르십시오.</translation>
    </message>
    <message>
        <source>A mission begins and ends at a base point. Choose one.</source>
        <translation>임무는 배달거점에서 시작하고 끝납니다. 배달거점을 고르십시오.</translation>
    </message>
    <message>
        <source>The network has no drone type of this name. Choose one from the list.</source>
        <translation>배달망에 이 이름의 드론 기종이 없습니다. 목록에서 고르십시오.</translation>
    </message>
    <message>
        <source>The payload is too heavy for the drone. Split the order or take a stronger drone type.</source>
        <translation>드론의 탑재량을 넘는 무게입니다. 주문을 나누거나 탑재량이 더 큰 드론 기종을 쓰십시오.</translation>
    </message>
    <message>
        <source>The mission is longer than the drone&apos;s range. Leave out a stop or take another drone type.</source>
        <translation>임무 거리가 드론의 항속 거리보다 깁니다. 방문지를 줄이거나 다른 드론 기종을 쓰십시오.</translation>
    </message>
    <message>
        <source>The mission takes longer than one charge lasts. Leave out a stop or take another drone type.</source>
        <translation>임무 시간이 한 번 충전으로 가능한 시간보다 깁니다. 방문지를 줄이거나 다른 드론 기종을 쓰십시오.</translation>
    </message>
    <message>
        <source>A flight segment has at least two waypoints. Add the missing ones.</source>
        <translation>비행 구간에는 경유점이 둘 이상 있어야 합니다. 빠진 경유점을 추가하십시오.</translation>
    </message>
    <message>
        <source>A flight segment begins and ends at the same place. Choose two points.</source>
        <translation>비행 구간의 시작과 끝이 같은 지점입니다. 서로 다른 두 지점을 고르십시오.</translation>
    </message>
    <message>
        <source>The first waypoint does not lie at the point where the segment begins. Move it there.</source>
        <translation>첫 경유점이 구간이 시작하는 지점에 있지 않습니다. 그곳으로 옮기십시오.</translation>
    </message>
    <message>
        <source>The last waypoint does not lie at the point where the segment ends. Move it there.</source>
        <translation>마지막 경유점이 구간이 끝나는 지점에 있지 않습니다. 그곳으로 옮기십시오.</translation>
    </message>
    <message>
        <source>A mission goes to at least one delivery point and comes back.</source>
        <translation>임무는 배달지점을 하나 이상 거쳐 돌아옵니다.</translation>
    </message>
    <message>
        <source>Stays and flight times need one row for each segment.</source>
        <translation>체류 시간과 비행 시간은 구간마다 한 행씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>A segment needs a stay for each waypoint and one flight time fewer.</source>
        <translation>구간에는 경유점마다 체류 시간이 있어야 하며, 비행 시간은 그보다 하나 적어야 합니다.</translation>
    </message>
    <message>
        <source>A duration is below zero. Enter 0 or more.</source>
        <translation>지속 시간이 0보다 작습니다. 0 이상을 입력하십시오.</translation>
    </message>
    <message>
        <source>The stay at a point is given twice and differently. Enter the same for both segments.</source>
        <translation>한 지점의 체류 시간이 두 번 서로 다르게 지정되었습니다. 두 구간에 같은 값을 입력하십시오.</translation>
    </message>
    <message>
        <source>A value is outside what is accepted. Correct it.</source>
        <translation>허용 범위를 벗어난 값입니다. 바로잡으십시오.</translation>
    </message>
    <message>
        <source>This network does not exist any more. Choose another one.</source>
        <translation>이 배달망은 더 이상 없습니다. 다른 배달망을 고르십시오.</translation>
    </message>
    <message>
        <source>This order does not exist.</source>
        <translation>없는 주문입니다.</translation>
    </message>
    <message>
        <source>This mission does not exist.</source>
        <translation>없는 임무입니다.</translation>
    </message>
    <message>
        <source>Somebody has saved this network meanwhile. Load it anew and make the change again.</source>
        <translation>그사이 다른 사람이 이 배달망을 저장했습니다. 새로 불러온 뒤 다시 변경하십시오.</translation>
    </message>
    <message>
        <source>Missions are booked on this network. Complete or cancel them first.</source>
        <translation>이 배달망에 예약된 임무가 있습니다. 먼저 그 임무를 완료하거나 취소하십시오.</translation>
    </message>
    <message>
        <source>This start is not free. Take the next free start.</source>
        <translation>이 출발 시각에는 출발할 수 없습니다. 다음 가용 출발 시각을 쓰십시오.</translation>
    </message>
    <message>
        <source>The mission has left the ground already and can no longer be changed so.</source>
        <translation>임무가 이미 이륙하여 더 이상 이렇게 변경할 수 없습니다.</translation>
    </message>
    <message>
        <source>This does not follow the present step. Take the next step of the process first.</source>
        <translation>현재 단계에 이어지는 단계가 아닙니다. 절차의 다음 단계를 먼저 진행하십시오.</translation>
    </message>
    <message>
        <source>The order is no longer waiting. Cancel its mission first, or choose an order that waits.</source>
        <translation>주문이 더 이상 대기 상태가 아닙니다. 먼저 그 임무를 취소하거나 대기 중인 주문을 고르십시오.</translation>
    </message>
    <message>
        <source>The drone flies another mission at that time. Choose another drone or another start.</source>
        <translation>그 시각에 드론이 다른 임무를 비행합니다. 다른 드론이나 다른 출발 시각을 고르십시오.</translation>
    </message>
    <message>
        <source>A text is too long or has characters that cannot be shown. Shorten it.</source>
        <translation>글이 너무 길거나 표시할 수 없는 문자가 있습니다. 줄이십시오.</translation>
    </message>
    <message>
        <source>This console has no deliveries. Open one with a data folder.</source>
        <translation>이 콘솔에는 배달 기능이 없습니다. 데이터 폴더가 있는 콘솔을 여십시오.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask somebody whose role does.</source>
        <translation>현재 역할로는 할 수 없습니다. 가능한 역할의 사용자에게 요청하십시오.</translation>
    </message>
    <message>
        <source>The event log is busy. Try again in a moment.</source>
        <translation>이벤트 로그가 바쁩니다. 잠시 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log cannot be written. Is the disk full?</source>
        <translation>바뀐 것이 없습니다: 이벤트 로그에 쓸 수 없습니다. 디스크가 가득 찼는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log is closed. Start the console again.</source>
        <translation>바뀐 것이 없습니다: 이벤트 로그가 닫혔습니다. 콘솔을 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Nothing was changed: the event log did not take it. Report this as a fault of the program.</source>
        <translation>바뀐 것이 없습니다: 이벤트 로그가 받아들이지 않았습니다. 프로그램 결함으로 신고하십시오.</translation>
    </message>
    <message>
        <source>Nothing was changed: it contradicts what is stored. Report this as a fault of the program.</source>
        <translation>바뀐 것이 없습니다: 저장된 내용과 모순됩니다. 프로그램 결함으로 신고하십시오.</translation>
    </message>
    <message>
        <source>The stored deliveries cannot be read. Report this as a fault of the program.</source>
        <translation>저장된 배달 정보를 읽을 수 없습니다. 프로그램 결함으로 신고하십시오.</translation>
    </message>
    <message>
        <source>An entry of the event log cannot be read by this version. Install a newer one.</source>
        <translation>이 버전으로 읽을 수 없는 이벤트 로그 항목이 있습니다. 더 새로운 버전을 설치하십시오.</translation>
    </message>
    <message>
        <source>This is not valid JSON. Check the text.</source>
        <translation>올바른 JSON이 아닙니다. 내용을 확인하십시오.</translation>
    </message>
    <message>
        <source>A field is missing or holds what it may not. Correct the field named.</source>
        <translation>필드가 없거나 허용되지 않는 값이 있습니다. 표시된 필드를 바로잡으십시오.</translation>
    </message>
    <message>
        <source>A field is given twice. Remove one of them.</source>
        <translation>필드가 두 번 지정되었습니다. 하나를 삭제하십시오.</translation>
    </message>
    <message>
        <source>A field is missing. Add it.</source>
        <translation>필드가 없습니다. 추가하십시오.</translation>
    </message>
    <message>
        <source>A field is not known here. Remove it or correct its name.</source>
        <translation>알 수 없는 필드입니다. 삭제하거나 이름을 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The file has coordinates that cannot be read. Correct them where it was made.</source>
        <translation>파일에 읽을 수 없는 좌표가 있습니다. 파일을 만든 곳에서 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The file is not written as its format demands. Make it again with the program that wrote it.</source>
        <translation>파일이 형식에 맞지 않습니다. 파일을 쓴 프로그램으로 다시 만드십시오.</translation>
    </message>
    <message>
        <source>A track of the file cannot be read: times and places do not belong together.</source>
        <translation>파일의 항적을 읽을 수 없습니다: 시각과 위치가 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The file has a version that is not read here. Save it in a supported one.</source>
        <translation>여기서 읽지 않는 버전의 파일입니다. 지원되는 버전으로 저장하십시오.</translation>
    </message>
    <message>
        <source>A height of the file has a datum that is not known, so it is not judged. Save it with heights above mean sea level.</source>
        <translation>파일에 기준을 알 수 없는 고도가 있어 판정하지 않습니다. 평균 해수면 기준 고도로 저장하십시오.</translation>
    </message>
    <message>
        <source>The file has heights above the home position but does not say where that is. Save it with a home position.</source>
        <translation>파일의 고도는 홈 위치 기준이지만 홈 위치가 없습니다. 홈 위치를 포함하여 저장하십시오.</translation>
    </message>
    <message>
        <source>The file needs features that are not read here. Save it without them.</source>
        <translation>여기서 읽지 않는 기능이 필요한 파일입니다. 그 기능 없이 저장하십시오.</translation>
    </message>
    <message>
        <source>The file has no waypoints. Choose another one.</source>
        <translation>파일에 경유점이 없습니다. 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file is not a mission. Choose a .plan or a waypoint file.</source>
        <translation>임무 파일이 아닙니다. .plan 파일이나 경유점 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file is not a plan of QGroundControl. Choose a .plan file.</source>
        <translation>QGroundControl의 계획 파일이 아닙니다. .plan 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file is not a ULog recording. Choose a .ulg file.</source>
        <translation>ULog 기록 파일이 아닙니다. .ulg 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file is not KML. Choose a .kml file.</source>
        <translation>KML 파일이 아닙니다. .kml 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file is damaged: its XML does not hold together. Make it again.</source>
        <translation>파일이 손상되었습니다: XML 구조가 맞지 않습니다. 다시 만드십시오.</translation>
    </message>
    <message>
        <source>The recording has no positions of a vehicle. Choose another one.</source>
        <translation>기록에 기체 위치가 없습니다. 다른 기록을 고르십시오.</translation>
    </message>
    <message>
        <source>The path of the file has gaps. Complete it where it was made.</source>
        <translation>파일의 경로에 끊긴 곳이 있습니다. 파일을 만든 곳에서 채우십시오.</translation>
    </message>
    <message>
        <source>The file has commands without a place. Give them one where it was made.</source>
        <translation>파일에 위치가 없는 명령이 있습니다. 파일을 만든 곳에서 위치를 지정하십시오.</translation>
    </message>
    <message>
        <source>The file is too large to be read. Split it.</source>
        <translation>파일이 너무 커서 읽을 수 없습니다. 나누십시오.</translation>
    </message>
    <message>
        <source>The file has too many points. Simplify it.</source>
        <translation>파일에 점이 너무 많습니다. 단순화하십시오.</translation>
    </message>
    <message>
        <source>A line of the file cannot be read. Correct it where it was made.</source>
        <translation>파일에 읽을 수 없는 줄이 있습니다. 파일을 만든 곳에서 바로잡으십시오.</translation>
    </message>
    <message>
        <source>The items of the file are not numbered in order. Make it again with the program that wrote it.</source>
        <translation>파일의 항목 번호가 순서대로가 아닙니다. 파일을 쓴 프로그램으로 다시 만드십시오.</translation>
    </message>
    <message>
        <source>The file has heights in a frame that is not known. Save it with heights above mean sea level.</source>
        <translation>파일에 알 수 없는 기준 좌표계의 고도가 있습니다. 평균 해수면 기준 고도로 저장하십시오.</translation>
    </message>
    <message>
        <source>The file is not a recorded flight. Choose a .tlog or .ulg file.</source>
        <translation>기록된 비행 파일이 아닙니다. .tlog 또는 .ulg 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The network has been changed since the mission was booked, so its way can no longer be shown as it was flown. Book it anew on the present network.</source>
        <translation>임무 예약 뒤 배달망이 변경되어 비행한 경로를 더 이상 그대로 표시할 수 없습니다. 현재 배달망에서 새로 예약하십시오.</translation>
    </message>
    <message>
        <source>The file is not GeoJSON. Choose a .geojson file.</source>
        <translation>GeoJSON 파일이 아닙니다. .geojson 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The GeoJSON holds no delivery network. Choose one that was exported as a network.</source>
        <translation>GeoJSON에 배달망이 없습니다. 배달망으로 내보낸 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>A place of the file has no height. Say at what level to fly, or give it a height where the file was made.</source>
        <translation>파일에 고도가 없는 위치가 있습니다. 비행할 고도를 지정하거나 파일을 만든 곳에서 고도를 입력하십시오.</translation>
    </message>
    <message>
        <source>The path does not begin and end at points of the network. Move its ends, or add the points first.</source>
        <translation>경로의 시작과 끝이 배달망의 지점에 있지 않습니다. 경로 끝을 옮기거나 먼저 지점을 추가하십시오.</translation>
    </message>
    <message>
        <source>The path has fewer than two places. Choose another one.</source>
        <translation>경로의 위치가 둘보다 적습니다. 다른 경로를 고르십시오.</translation>
    </message>
    <message>
        <source>The path has too many waypoints for a link. Simplify it.</source>
        <translation>링크로 쓰기에는 경로의 경유점이 너무 많습니다. 단순화하십시오.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is it still there, and may you read it?</source>
        <translation>파일을 열 수 없습니다. 파일이 그대로 있는지, 읽기 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence (details)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This start is not free: %1. Take the next free start.</source>
        <translation>이 출발 시각에는 출발할 수 없습니다: %1. 다음 가용 출발 시각을 쓰십시오.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>order</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>order</comment>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>order</comment>
        <translation>배달됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>order</comment>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>order</comment>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>mission</comment>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Prepared</source>
        <comment>mission</comment>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Flying</source>
        <comment>mission</comment>
        <translation>비행 중</translation>
    </message>
    <message>
        <source>Handed over</source>
        <comment>mission</comment>
        <translation>인도됨</translation>
    </message>
    <message>
        <source>Returning</source>
        <comment>mission</comment>
        <translation>귀환 중</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>mission</comment>
        <translation>완료됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>mission</comment>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Drop</source>
        <comment>delivery without landing</comment>
        <translation>투하</translation>
    </message>
    <message>
        <source>Land</source>
        <comment>delivery</comment>
        <translation>착륙</translation>
    </message>
    <message>
        <source>Column of a point</source>
        <translation>지점의 이착륙 기둥</translation>
    </message>
    <message>
        <source>Opposite direction on a single track</source>
        <translation>단선 반대 방향</translation>
    </message>
    <message>
        <source>Headway in the same direction</source>
        <translation>같은 방향 최소 간격</translation>
    </message>
    <message>
        <source>Crossing of links</source>
        <translation>링크 교차</translation>
    </message>
    <message>
        <source>No drone free</source>
        <translation>가용 드론 없음</translation>
    </message>
    <message>
        <source>The moving base is not there</source>
        <translation>이동 배달거점이 그곳에 없음</translation>
    </message>
    <message>
        <source>several missions</source>
        <translation>여러 임무</translation>
    </message>
    <message>
        <source>the column of %1 is held by %2</source>
        <translation>%1 이착륙 기둥 점유(%2)</translation>
    </message>
    <message>
        <source>%2 comes the other way on the single track %1</source>
        <translation>단선 %1 반대 방향 운행(%2)</translation>
    </message>
    <message>
        <source>on %1 the headway to %2 is too short</source>
        <translation>%1 최소 간격 부족(%2)</translation>
    </message>
    <message>
        <source>at a crossing of %1 the time to %2 is too short</source>
        <translation>%1 교차 시간 간격 부족(%2)</translation>
    </message>
    <message>
        <source>all drones are away with %1</source>
        <translation>모든 드론이 임무 중(%1)</translation>
    </message>
    <message>
        <source>the moving base is not at %1 then</source>
        <translation>그 시각에 이동 배달거점이 %1에 없음</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Too many searches wait. Try again in a moment.</source>
        <translation>대기 중인 검색이 너무 많습니다. 잠시 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The program is ending. Ask again when it runs.</source>
        <translation>프로그램을 끝내는 중입니다. 다시 실행한 뒤 시도하십시오.</translation>
    </message>
    <message>
        <source>%1 needed, %2 possible</source>
        <comment>limit</comment>
        <translation>필요 %1, 가능 %2</translation>
    </message>
    <message>
        <source>The drone is not ready for this mission. Choose another one, or see to what is named; the panel Fleet says more.</source>
        <translation>드론이 이 임무에 준비되지 않았습니다. 다른 드론을 고르거나 표시된 항목을 조치하십시오. 자세한 내용은 기체 운용 패널에 있습니다.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <comment>drone of a mission</comment>
        <translation>판단 못 함</translation>
    </message>
    <message>
        <source>Answered for</source>
        <comment>drone of a mission</comment>
        <translation>예외 승인됨</translation>
    </message>
    <message>
        <source>Not taken</source>
        <comment>drone of a mission</comment>
        <translation>선택 안 됨</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::DiagramPanel</name>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>고른 임무</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택 임무</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>점유</translation>
    </message>
    <message>
        <source>Move start</source>
        <translation>시각 변경</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>배달망 없음</translation>
    </message>
    <message>
        <source>Start at %1, the next free time</source>
        <translation>다음 가용 시각 %1에 출발</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>드론 다이어그램</translation>
    </message>
    <message>
        <source>The network whose missions are shown</source>
        <translation>임무를 표시할 배달망</translation>
    </message>
    <message>
        <source>Selected mission</source>
        <translation>선택한 임무</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Export the drone-diagram</source>
        <translation>드론 다이어그램 내보내기</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>▲ Not saved: %1: %2</source>
        <translation>▲ 저장하지 못함: %1: %2</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>프린터로 보냄</translation>
    </message>
    <message>
        <source>▲ Not printed: %1</source>
        <translation>▲ 인쇄하지 못함: %1</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>비행계획</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::DiagramView</name>
    <message>
        <source>Drone-diagram</source>
        <translation>드론 다이어그램</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab goes through them</source>
        <translation>Tab 키로 차례로 선택</translation>
    </message>
    <message>
        <source>A replay shows what was: missions are moved in live operation.</source>
        <translation>재생은 지난 상황을 보여 줍니다. 임무 시각 변경은 실시간 운용에서 하십시오.</translation>
    </message>
    <message>
        <source>Select the mission that is to be moved.</source>
        <translation>시각을 변경할 임무를 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no delivery network yet</source>
        <translation>아직 배달망이 없습니다</translation>
    </message>
    <message>
        <source>Select a mission to see it alone</source>
        <translation>임무를 선택하면 그 임무만 표시됩니다</translation>
    </message>
    <message>
        <source>No missions are booked on this network</source>
        <translation>이 배달망에 예약된 임무가 없습니다</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>현재 %1</translation>
    </message>
    <message>
        <source>replay %1</source>
        <translation>재생 %1</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Export</name>
    <message>
        <source>Drone-diagram: %1</source>
        <translation>드론 다이어그램: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n mission(s) · revision %2 of the network</source>
        <translation>
            <numerusform>%1 · 임무 %n건 · 배달망 개정 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1 %2 · %3</source>
        <translation>작성 %1 %2 · %3</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>flown</source>
        <translation>비행함</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>node column held</source>
        <translation>노드 이착륙 기둥 점유</translation>
    </message>
    <message>
        <source>headway on a link</source>
        <translation>링크 최소 간격</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>crossing of links</source>
        <translation>링크 교차</translation>
    </message>
    <message>
        <source>now, when this was made</source>
        <translation>현재 시각(작성 시)</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%1/%2쪽</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>도착·출발</translation>
    </message>
    <message>
        <source>Planned, UTC</source>
        <translation>계획, UTC</translation>
    </message>
    <message>
        <source>Now, UTC</source>
        <translation>현재, UTC</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>times, page %1 of %2</source>
        <translation>시각, %1/%2쪽</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Start, UTC</source>
        <translation>출발 시각, UTC</translation>
    </message>
    <message>
        <source>End, UTC</source>
        <translation>종료 시각, UTC</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>plan waits</source>
        <translation>승인 대기 계획</translation>
    </message>
    <message>
        <source>plan approved</source>
        <translation>승인된 비행계획</translation>
    </message>
    <message>
        <source>plan in flight</source>
        <translation>비행 중인 비행계획</translation>
    </message>
    <message>
        <source>flight plans</source>
        <translation>비행계획</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::ExportDialog</name>
    <message>
        <source>Export the drone-diagram</source>
        <translation>드론 다이어그램 내보내기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>PDF: diagram pages and a table of times</source>
        <translation>PDF: 다이어그램과 시각표</translation>
    </message>
    <message>
        <source>SVG: one sheet, lines stay lines</source>
        <translation>SVG: 한 장, 선은 벡터 유지</translation>
    </message>
    <message>
        <source>PNG: one sheet, a picture</source>
        <translation>PNG: 한 장, 그림</translation>
    </message>
    <message>
        <source>CSV: one row an arrival or departure</source>
        <translation>CSV: 도착 또는 출발마다 한 행</translation>
    </message>
    <message>
        <source>Paper, landscape</source>
        <translation>용지, 가로</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시간 범위</translation>
    </message>
    <message>
        <source>As in the picture</source>
        <translation>화면과 같게</translation>
    </message>
    <message>
        <source>The whole day, UTC</source>
        <translation>하루 전체, UTC</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>모든 임무</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Retimer</name>
    <message>
        <source>Moving a mission needs the right %1.</source>
        <translation>임무 시각을 변경하려면 %1 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>The mission or its network is no longer there.</source>
        <translation>임무 또는 그 배달망이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Free starts cannot be judged: %1</source>
        <translation>가용 출발 시각을 판정할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 has left the ground or is over: its start cannot be moved.</source>
        <translation>%1 임무는 이미 이륙했거나 끝나 출발 시각을 변경할 수 없습니다.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>가용</translation>
    </message>
    <message>
        <source>before now</source>
        <translation>현재보다 이른 시각</translation>
    </message>
    <message>
        <source>later than can be judged here</source>
        <translation>여기서 판정할 수 있는 시각 이후</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot start at %2: %3.</source>
        <translation>%1 임무는 %2에 출발할 수 없습니다: %3.</translation>
    </message>
    <message>
        <source>%1 was not moved: %2</source>
        <translation>%1 임무의 시각을 변경하지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::StartDialog</name>
    <message>
        <source>Start of %1</source>
        <translation>%1 출발 시각</translation>
    </message>
    <message>
        <source>Start, UTC (%1). With another date: 2026-11-21 10:04:22</source>
        <translation>출발 시각, UTC(%1). 다른 날짜: 2026-11-21 10:04:22</translation>
    </message>
    <message>
        <source>Next free start</source>
        <translation>다음 가용 출발 시각</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>정하기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Hours and minutes, with seconds or without: 10:04:22</source>
        <translation>시와 분, 초는 생략 가능: 10:04:22</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>date, time, judgement</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>There is no free start after that.</source>
        <translation>그 뒤에는 가용 출발 시각이 없습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::diagram::Words</name>
    <message>
        <source>ETA %1</source>
        <translation>ETA %1</translation>
    </message>
    <message>
        <source>ETD %1</source>
        <translation>ETD %1</translation>
    </message>
    <message>
        <source>%1, arrived %2 (%3)</source>
        <translation>%1, 도착 %2 (%3)</translation>
    </message>
    <message>
        <source>%1, left %2 (%3)</source>
        <translation>%1, 출발 %2 (%3)</translation>
    </message>
    <message>
        <source>%1, expected %2 (%3)</source>
        <translation>%1, 예상 %2 (%3)</translation>
    </message>
    <message>
        <source>no drone yet</source>
        <translation>드론 미배정</translation>
    </message>
    <message>
        <source>▲ %1 no longer fits: %2</source>
        <translation>▲ %1 임무 충돌: %2</translation>
    </message>
    <message>
        <source>; it would fit at %1</source>
        <translation>; %1 출발 시 충돌 없음</translation>
    </message>
    <message>
        <source>Crosses the link %1 at %2</source>
        <translation>%2에 링크 %1과(와) 교차</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>rows in sight</comment>
        <translation>%3개 중 %1–%2</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>▲ conflicts with %1, %2</source>
        <translation>▲ %1 비행계획과 충돌, %2</translation>
    </message>
    <message>
        <source>◆ meets %1, %2</source>
        <translation>◆ %1 비행계획과 만남, %2</translation>
    </message>
    <message>
        <source>Mission %1</source>
        <translation>임무 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>공역 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::drafts::Steps</name>
    <message>
        <source>Typing</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>일지 보관</translation>
    </message>
    <message>
        <source>Add base point</source>
        <translation>배달거점 추가</translation>
    </message>
    <message>
        <source>Add delivery point</source>
        <translation>배달지점 추가</translation>
    </message>
    <message>
        <source>Move node</source>
        <translation>노드 이동</translation>
    </message>
    <message>
        <source>Draw link</source>
        <translation>링크 그리기</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>경유점 삽입</translation>
    </message>
    <message>
        <source>Move waypoint</source>
        <translation>경유점 이동</translation>
    </message>
    <message>
        <source>Delete node</source>
        <translation>노드 삭제</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>링크 삭제</translation>
    </message>
    <message>
        <source>Delete waypoint</source>
        <translation>경유점 삭제</translation>
    </message>
    <message>
        <source>Draw on the saved revision</source>
        <translation>저장된 개정에 이어 그리기</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Change node</source>
        <translation>노드 변경</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>링크 변경</translation>
    </message>
    <message>
        <source>Change waypoint</source>
        <translation>경유점 변경</translation>
    </message>
    <message>
        <source>Change setting</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>Change drone type</source>
        <translation>드론 기종 변경</translation>
    </message>
    <message>
        <source>Add drone type</source>
        <translation>드론 기종 추가</translation>
    </message>
    <message>
        <source>Delete drone type</source>
        <translation>드론 기종 삭제</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>경로 가져오기</translation>
    </message>
    <message>
        <source>Change moving base</source>
        <translation>이동 배달거점 변경</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>이동 배달거점 추가</translation>
    </message>
    <message>
        <source>Add stay</source>
        <translation>체류 추가</translation>
    </message>
    <message>
        <source>Delete stay</source>
        <translation>체류 삭제</translation>
    </message>
    <message>
        <source>Change crossing</source>
        <translation>교차점 변경</translation>
    </message>
    <message>
        <source>Add crossing</source>
        <translation>교차점 추가</translation>
    </message>
    <message>
        <source>Delete crossing</source>
        <translation>교차점 삭제</translation>
    </message>
    <message>
        <source>Change times</source>
        <translation>시간 변경</translation>
    </message>
    <message>
        <source>Add period</source>
        <translation>적용 기간 추가</translation>
    </message>
    <message>
        <source>Delete period</source>
        <translation>적용 기간 삭제</translation>
    </message>
    <message>
        <source>Change authority</source>
        <translation>관할기관 변경</translation>
    </message>
    <message>
        <source>Add authority</source>
        <translation>관할기관 추가</translation>
    </message>
    <message>
        <source>Delete authority</source>
        <translation>관할기관 삭제</translation>
    </message>
    <message>
        <source>Draw volume</source>
        <translation>공역 그리기</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>공역 삭제</translation>
    </message>
    <message>
        <source>Change area</source>
        <translation>영역 변경</translation>
    </message>
    <message>
        <source>Change circle</source>
        <translation>원 변경</translation>
    </message>
    <message>
        <source>Move corner</source>
        <translation>꼭짓점 이동</translation>
    </message>
    <message>
        <source>Insert corner</source>
        <translation>꼭짓점 삽입</translation>
    </message>
    <message>
        <source>Delete corner</source>
        <translation>꼭짓점 삭제</translation>
    </message>
    <message>
        <source>Draw on the published revision</source>
        <translation>게시된 개정에 이어 그리기</translation>
    </message>
    <message>
        <source>Change identifier</source>
        <translation>식별자 변경</translation>
    </message>
    <message>
        <source>Change country</source>
        <translation>국가 변경</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>Change type</source>
        <translation>유형 변경</translation>
    </message>
    <message>
        <source>Change reason</source>
        <translation>사유 변경</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>문구 변경</translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation>한계 변경</translation>
    </message>
    <message>
        <source>Draw hole</source>
        <translation>구멍 그리기</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::FleetPanel</name>
    <message>
        <source>Filter: drone, type, answer, reason</source>
        <translation>필터: 드론, 기종, 결과, 이유</translation>
    </message>
    <message>
        <source>Filter of the fleet</source>
        <translation>기체 운용 필터</translation>
    </message>
    <message>
        <source>Only what &amp;stays</source>
        <translation>못 나가는 것만(&amp;S)</translation>
    </message>
    <message>
        <source>For a flight now of</source>
        <translation>지금 시작하는 비행:</translation>
    </message>
    <message>
        <source> min</source>
        <translation>분</translation>
    </message>
    <message>
        <source>Minutes in the air</source>
        <translation>비행 시간(분)</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>Parcels in kilograms</source>
        <translation>화물 무게(kg)</translation>
    </message>
    <message>
        <source>Be&amp;yond sight</source>
        <translation>비가시권(&amp;Y)</translation>
    </message>
    <message>
        <source>Readiness of the drones</source>
        <translation>드론별 준비태세</translation>
    </message>
    <message>
        <source>Checks of the chosen drone</source>
        <translation>선택한 드론의 점검 내용</translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation>배터리(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pilot</source>
        <translation>조종자(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Drone…</source>
        <translation>드론(&amp;D)…</translation>
    </message>
    <message>
        <source>Batter&amp;y…</source>
        <translation>배터리(&amp;Y)…</translation>
    </message>
    <message>
        <source>P&amp;ilot…</source>
        <translation>조종자(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Maintenance…</source>
        <translation>정비(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Answer for it…</source>
        <translation>예외 승인(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>이력(&amp;H)…</translation>
    </message>
    <message>
        <source>%1 of %2 drones can go. Rules: version %3. Judged at %4.</source>
        <translation>드론 %2대 가운데 %1대가 나갈 수 있습니다. 규칙: 버전 %3. 판단 시각 %4.</translation>
    </message>
    <message>
        <source>Choose a drone.</source>
        <translation>드론을 선택하십시오.</translation>
    </message>
    <message>
        <source>This console keeps no fleet.</source>
        <translation>이 콘솔은 기체를 관리하지 않습니다.</translation>
    </message>
    <message>
        <source>✓ %1 can go.</source>
        <translation>✓ %1: 나갈 수 있습니다.</translation>
    </message>
    <message>
        <source>▲ %1 stays: %2.</source>
        <translation>▲ %1: 나갈 수 없습니다 (%2).</translation>
    </message>
    <message>
        <source>%1 answers for %2 until %3: %4</source>
        <translation>%1 님이 %3까지 %2 항목을 예외 승인함: %4</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>규칙(&amp;R)…</translation>
    </message>
    <message>
        <source>Pay&amp;loads…</source>
        <translation>탑재 장비(&amp;L)…</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>check: answer</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>It is %1, needed is %2.</source>
        <comment>check</comment>
        <translation>현재 %1, 필요 %2.</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>%1 이력</translation>
    </message>
    <message>
        <source>When, what</source>
        <translation>시각, 내용</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message numerus="yes">
        <source>%n changes; nothing is ever overwritten.</source>
        <translation>
            <numerusform>변경 %n건. 기록은 덮어쓰지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>History of the rules</source>
        <translation>규칙 이력</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::ItemModel</name>
    <message>
        <source>Question</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>현재 값</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>필요한 값</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::OverrideForm</name>
    <message>
        <source>You answer by name for %1 although this is not ready. The judgement stays as it is; the event log keeps both.</source>
        <translation>%1의 준비되지 않은 항목을 본인 이름으로 예외 승인합니다. 판단 결과는 그대로 남으며, 둘 다 이벤트 로그에 기록됩니다.</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>항목(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Reason, five characters or more</source>
        <translation>사유(&amp;R), 다섯 글자 이상</translation>
    </message>
    <message>
        <source>&amp;Until (UTC), not before the flight ends</source>
        <translation>기한(&amp;U, UTC), 비행이 끝난 뒤까지</translation>
    </message>
    <message>
        <source>Answer for what is not ready</source>
        <translation>예외 승인</translation>
    </message>
    <message>
        <source>I &amp;answer for it</source>
        <translation>예외 승인함(&amp;A)</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::PayloadsDialog</name>
    <message>
        <source>Payloads</source>
        <translation>탑재 장비</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>새로 만들기(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>변경(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>이력(&amp;H)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
    <message>
        <source>What a drone carries: the mass and the types that it fits are judged when it is assigned. What is empty is not known, and what needs it is not judged.</source>
        <translation>드론이 싣는 장비입니다. 드론에 지정할 때 무게와 맞는 기종을 판단합니다. 비워 둔 값은 모르는 것으로 보며, 그 값이 필요한 검사는 판단하지 않습니다.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>&amp;Take back into use…</source>
        <translation>다시 사용(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Retire…</source>
        <translation>퇴역(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::ReadinessModel</name>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>기종</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>비행</translation>
    </message>
    <message>
        <source>With battery</source>
        <translation>배터리</translation>
    </message>
    <message>
        <source>With pilot</source>
        <translation>조종자</translation>
    </message>
    <message>
        <source>What keeps it</source>
        <translation>막는 이유</translation>
    </message>
    <message>
        <source>Answered for</source>
        <translation>예외 승인됨</translation>
    </message>
    <message>
        <source>Can go</source>
        <translation>비행 가능</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>비행 불가</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RecordForm</name>
    <message>
        <source>&amp;Why, for the history</source>
        <translation>사유(&amp;W), 이력에 남음</translation>
    </message>
    <message>
        <source>What is left empty is not known, and what needs it is not judged. Times are UTC.</source>
        <translation>비워 둔 값은 모르는 것으로 보며, 그 값이 필요한 점검은 판단하지 않습니다. 시각은 UTC입니다.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>New type of drone</source>
        <translation>새 기종</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>기종 %1</translation>
    </message>
    <message>
        <source>New drone</source>
        <translation>새 드론</translation>
    </message>
    <message>
        <source>Drone %1</source>
        <translation>드론 %1</translation>
    </message>
    <message>
        <source>New battery</source>
        <translation>새 배터리</translation>
    </message>
    <message>
        <source>Battery %1</source>
        <translation>배터리 %1</translation>
    </message>
    <message>
        <source>New payload</source>
        <translation>새 탑재 장비</translation>
    </message>
    <message>
        <source>Payload %1</source>
        <translation>탑재 장비 %1</translation>
    </message>
    <message>
        <source>New pilot</source>
        <translation>새 조종자</translation>
    </message>
    <message>
        <source>Pilot %1</source>
        <translation>조종자 %1</translation>
    </message>
    <message>
        <source>Record maintenance</source>
        <translation>정비 기록</translation>
    </message>
    <message>
        <source>Maintenance %1</source>
        <translation>정비 %1</translation>
    </message>
    <message>
        <source>Ratings such as: haneul/M6 BVLOS 2027-05-01; haneul/M8</source>
        <translation>기종 자격 예: haneul/M6 BVLOS 2027-05-01; haneul/M8</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>새 기종…</translation>
    </message>
    <message>
        <source>Is its type not in the list?</source>
        <translation>목록에 기종이 없습니까?</translation>
    </message>
    <message>
        <source>Abilities that flights ask for, such as: cargo, camera.rgb</source>
        <translation>비행이 요구하는 기능의 예: cargo, camera.rgb</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RetireForm</name>
    <message>
        <source>%1 is taken out of use. Its records and history stay.</source>
        <translation>%1을(를) 퇴역시킵니다. 기록과 이력은 남습니다.</translation>
    </message>
    <message>
        <source>%1 is taken back into use.</source>
        <translation>%1을(를) 다시 사용합니다.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>사유(&amp;R), 함께 보관됨</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>퇴역</translation>
    </message>
    <message>
        <source>Back into use</source>
        <translation>다시 사용</translation>
    </message>
    <message>
        <source>Re&amp;tire it</source>
        <translation>퇴역시킴(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>다시 사용(&amp;T)</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::RulesForm</name>
    <message>
        <source>Version %1. What is changed here holds from the next judgement on, for every drone; each version stays in the event log.</source>
        <translation>버전 %1. 여기서 바꾼 내용은 다음 판단부터 모든 드론에 적용됩니다. 각 버전은 이벤트 로그에 남습니다.</translation>
    </message>
    <message>
        <source>Version %1. Your role may read the rules, not change them.</source>
        <translation>버전 %1. 이 역할은 규칙을 볼 수 있으나 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Reason, kept with the version</source>
        <translation>사유(버전과 함께 보관)(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>이력(&amp;H)…</translation>
    </message>
    <message>
        <source>Rules of readiness</source>
        <translation>운용 준비태세 규칙</translation>
    </message>
    <message>
        <source>&amp;Save as a new version</source>
        <translation>새 버전으로 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Somebody must be able to answer for what is not ready: name a role.</source>
        <translation>준비되지 않은 항목을 예외 승인할 사람이 있어야 합니다. 역할을 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::fleet::Words</name>
    <message>
        <source>State of the drone</source>
        <translation>드론 상태</translation>
    </message>
    <message>
        <source>The drone is grounded or retired.</source>
        <translation>드론이 비행 금지 상태이거나 퇴역했습니다.</translation>
    </message>
    <message>
        <source>No drone is assigned.</source>
        <translation>배정된 드론이 없습니다.</translation>
    </message>
    <message>
        <source>Type of the drone</source>
        <translation>기종</translation>
    </message>
    <message>
        <source>The limits of the type are not recorded.</source>
        <translation>기종의 한계 값이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Mass of payloads and parcels</source>
        <translation>탑재 장비와 화물의 무게</translation>
    </message>
    <message>
        <source>Too heavy for the type. Take less or a stronger drone.</source>
        <translation>이 기종에는 너무 무겁습니다. 덜 싣거나 더 큰 드론을 쓰십시오.</translation>
    </message>
    <message>
        <source>A mass or the limit of the type is not recorded.</source>
        <translation>무게 또는 기종의 한계가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Abilities of the payloads</source>
        <translation>탑재 장비의 기능</translation>
    </message>
    <message>
        <source>No payload can do all that the flight needs.</source>
        <translation>비행에 필요한 기능을 갖춘 탑재 장비가 없습니다.</translation>
    </message>
    <message>
        <source>Payloads fit the type</source>
        <translation>탑재 장비와 기종의 적합</translation>
    </message>
    <message>
        <source>A payload is not made for this type.</source>
        <translation>이 기종에 맞지 않는 탑재 장비가 있습니다.</translation>
    </message>
    <message>
        <source>Payload in use</source>
        <translation>탑재 장비 사용 여부</translation>
    </message>
    <message>
        <source>A payload is retired.</source>
        <translation>퇴역한 탑재 장비가 있습니다.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Faster than the type may fly.</source>
        <translation>기종의 최고 속도를 넘습니다.</translation>
    </message>
    <message>
        <source>The speed limit of the type is not recorded.</source>
        <translation>기종의 최고 속도가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>상승</translation>
    </message>
    <message>
        <source>Steeper than the type may climb.</source>
        <translation>기종의 상승 한계를 넘습니다.</translation>
    </message>
    <message>
        <source>The climb limit of the type is not recorded.</source>
        <translation>기종의 상승 한계가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>Steeper than the type may descend.</source>
        <translation>기종의 하강 한계를 넘습니다.</translation>
    </message>
    <message>
        <source>The descent limit of the type is not recorded.</source>
        <translation>기종의 하강 한계가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Time in the air</source>
        <translation>비행 시간</translation>
    </message>
    <message>
        <source>Longer than a full battery lasts.</source>
        <translation>완전히 충전해도 날 수 있는 시간보다 깁니다.</translation>
    </message>
    <message>
        <source>The endurance of the type is not recorded.</source>
        <translation>기종의 체공 시간이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Battery belongs to the drone</source>
        <translation>배터리 소속</translation>
    </message>
    <message>
        <source>The battery belongs to another drone.</source>
        <translation>다른 드론의 배터리입니다.</translation>
    </message>
    <message>
        <source>No battery is assigned.</source>
        <translation>배정된 배터리가 없습니다.</translation>
    </message>
    <message>
        <source>Charge above the reserve</source>
        <translation>예비량을 뺀 충전량</translation>
    </message>
    <message>
        <source>Not enough for the flight and the reserve. Charge it or take another.</source>
        <translation>비행과 예비량에 모자랍니다. 충전하거나 다른 배터리를 쓰십시오.</translation>
    </message>
    <message>
        <source>No recent reading of the charge, or capacity or endurance not recorded. Read the charge.</source>
        <translation>최근에 읽은 충전량이 없거나 용량·체공 시간이 기록되어 있지 않습니다. 충전량을 읽으십시오.</translation>
    </message>
    <message>
        <source>Cycles left to the maker&apos;s limit</source>
        <translation>제조사 한계까지 남은 충전 횟수</translation>
    </message>
    <message>
        <source>Close to the replacement that the maker wants. Replace the battery.</source>
        <translation>제조사가 정한 교체 시기가 가깝습니다. 배터리를 교체하십시오.</translation>
    </message>
    <message>
        <source>The cycle count or the maker&apos;s limit is not recorded.</source>
        <translation>충전 횟수 또는 제조사 한계가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Battery in use</source>
        <translation>배터리 사용 여부</translation>
    </message>
    <message>
        <source>The battery is retired.</source>
        <translation>퇴역한 배터리입니다.</translation>
    </message>
    <message>
        <source>Flown since the inspection</source>
        <translation>점검 후 비행 시간</translation>
    </message>
    <message>
        <source>The inspection by flight hours is due. Inspect the drone.</source>
        <translation>비행 시간 기준 점검 시기입니다. 드론을 점검하십시오.</translation>
    </message>
    <message>
        <source>No inspection with flight hours is recorded, or the interval is not.</source>
        <translation>비행 시간이 적힌 점검 기록 또는 점검 주기가 없습니다.</translation>
    </message>
    <message>
        <source>Hours left to the inspection</source>
        <translation>점검까지 남은 비행 시간</translation>
    </message>
    <message>
        <source>The inspection by flight hours is too near.</source>
        <translation>비행 시간 기준 점검이 너무 가깝습니다.</translation>
    </message>
    <message>
        <source>Days since the inspection</source>
        <translation>점검 후 날수</translation>
    </message>
    <message>
        <source>The inspection by date is overdue. Inspect the drone.</source>
        <translation>날짜 기준 점검 시기가 지났습니다. 드론을 점검하십시오.</translation>
    </message>
    <message>
        <source>No inspection is recorded, or the interval is not.</source>
        <translation>점검 기록 또는 점검 주기가 없습니다.</translation>
    </message>
    <message>
        <source>Days left to the inspection</source>
        <translation>점검까지 남은 날수</translation>
    </message>
    <message>
        <source>The inspection by date is too near.</source>
        <translation>날짜 기준 점검이 너무 가깝습니다.</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>열린 결함</translation>
    </message>
    <message>
        <source>A defect is open. Repair it and close it.</source>
        <translation>열린 결함이 있습니다. 수리하고 종결하십시오.</translation>
    </message>
    <message>
        <source>The maintenance records are not known.</source>
        <translation>정비 기록을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>State of the pilot</source>
        <translation>조종자 상태</translation>
    </message>
    <message>
        <source>The pilot is suspended.</source>
        <translation>조종자의 자격이 정지되었습니다.</translation>
    </message>
    <message>
        <source>No pilot is assigned.</source>
        <translation>배정된 조종자가 없습니다.</translation>
    </message>
    <message>
        <source>Days left on the certificate</source>
        <translation>자격증 남은 날수</translation>
    </message>
    <message>
        <source>The certificate ends before the flight does.</source>
        <translation>비행이 끝나기 전에 자격증이 만료됩니다.</translation>
    </message>
    <message>
        <source>No certificate, or no end of it, is recorded.</source>
        <translation>자격증 또는 만료일이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Rating for the type</source>
        <translation>기종 자격</translation>
    </message>
    <message>
        <source>The pilot is not rated for this type, or not any more.</source>
        <translation>이 기종의 자격이 없거나 만료되었습니다.</translation>
    </message>
    <message>
        <source>The pilot&apos;s ratings are not recorded.</source>
        <translation>조종자의 기종 자격이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Beyond visual line of sight</source>
        <translation>비가시권 비행</translation>
    </message>
    <message>
        <source>The pilot may not fly this type beyond visual line of sight.</source>
        <translation>이 기종의 비가시권 비행 자격이 없습니다.</translation>
    </message>
    <message>
        <source>Days since the last flight</source>
        <translation>마지막 비행 후 날수</translation>
    </message>
    <message>
        <source>The last flight is too long ago.</source>
        <translation>최근 경험이 부족합니다. 마지막 비행이 너무 오래되었습니다.</translation>
    </message>
    <message>
        <source>The last flight is not recorded.</source>
        <translation>마지막 비행이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Hours flown by the pilot</source>
        <translation>조종자의 비행 시간</translation>
    </message>
    <message>
        <source>Not enough flight hours.</source>
        <translation>비행 시간이 부족합니다.</translation>
    </message>
    <message>
        <source>The flight hours are not recorded.</source>
        <translation>비행 시간이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Pilot on duty</source>
        <translation>조종자 재직 여부</translation>
    </message>
    <message>
        <source>The pilot is no longer on duty.</source>
        <translation>더는 근무하지 않는 조종자입니다.</translation>
    </message>
    <message>
        <source>Firmware version</source>
        <translation>펌웨어 버전</translation>
    </message>
    <message>
        <source>Older than the type needs. Update the firmware.</source>
        <translation>기종이 요구하는 버전보다 오래되었습니다. 펌웨어를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>The installed firmware or the least version is not recorded, or they cannot be compared.</source>
        <translation>설치된 펌웨어나 최소 버전이 기록되어 있지 않거나 서로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Days left on the insurance</source>
        <translation>보험 남은 날수</translation>
    </message>
    <message>
        <source>The operator&apos;s insurance ends before the flight does.</source>
        <translation>비행이 끝나기 전에 운용사의 보험이 만료됩니다.</translation>
    </message>
    <message>
        <source>The operator&apos;s insurance is not recorded.</source>
        <translation>운용사의 보험이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Days left on the operator&apos;s licence</source>
        <translation>운용사 면허 남은 날수</translation>
    </message>
    <message>
        <source>The operator&apos;s licence ends before the flight does.</source>
        <translation>비행이 끝나기 전에 운용사의 면허가 만료됩니다.</translation>
    </message>
    <message>
        <source>The operator&apos;s licence is not recorded.</source>
        <translation>운용사의 면허가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Top speed (m/s)</source>
        <translation>최고 속도 (m/s)</translation>
    </message>
    <message>
        <source>Fastest climb (m/s)</source>
        <translation>최대 상승 속도 (m/s)</translation>
    </message>
    <message>
        <source>Fastest descent (m/s)</source>
        <translation>최대 하강 속도 (m/s)</translation>
    </message>
    <message>
        <source>Endurance (s)</source>
        <translation>체공 시간 (초)</translation>
    </message>
    <message>
        <source>Greatest payload (kg)</source>
        <translation>최대 탑재량 (kg)</translation>
    </message>
    <message>
        <source>Least firmware</source>
        <translation>최소 펌웨어</translation>
    </message>
    <message>
        <source>Inspection every (flight h)</source>
        <translation>점검 주기 (비행 시간)</translation>
    </message>
    <message>
        <source>Inspection every (days)</source>
        <translation>점검 주기 (일)</translation>
    </message>
    <message>
        <source>Replace the battery at (cycles)</source>
        <translation>배터리 교체 기준 (충전 횟수)</translation>
    </message>
    <message>
        <source>Capacity of a new battery (mAh)</source>
        <translation>새 배터리 용량 (mAh)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>기종</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>일련번호</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>등록번호</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>펌웨어</translation>
    </message>
    <message>
        <source>Flown (h)</source>
        <translation>비행 시간 (h)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Battery type</source>
        <translation>배터리 종류</translation>
    </message>
    <message>
        <source>Cycle count</source>
        <translation>충전 횟수</translation>
    </message>
    <message>
        <source>Last charged</source>
        <translation>마지막 충전</translation>
    </message>
    <message>
        <source>Measured capacity (mAh)</source>
        <translation>측정 용량 (mAh)</translation>
    </message>
    <message>
        <source>Charge (%)</source>
        <translation>충전량 (%)</translation>
    </message>
    <message>
        <source>Charge read at</source>
        <translation>충전량 읽은 시각</translation>
    </message>
    <message>
        <source>Mass (kg)</source>
        <translation>무게 (kg)</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Fits the types</source>
        <translation>맞는 기종</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>자격증 번호</translation>
    </message>
    <message>
        <source>Certificate valid until</source>
        <translation>자격증 만료일</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>기종 자격</translation>
    </message>
    <message>
        <source>Last flight</source>
        <translation>마지막 비행</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>자격 정지</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>종결 시각</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>You may not do this. Ask somebody with the right for it.</source>
        <translation>권한이 없습니다. 권한이 있는 사람에게 요청하십시오.</translation>
    </message>
    <message>
        <source>This console keeps no fleet.</source>
        <translation>이 콘솔은 기체를 관리하지 않습니다.</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile. Close this, look at it and try again.</source>
        <translation>그 사이 다른 사람이 바꾸었습니다. 창을 닫고 내용을 확인한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>There is one of this name already. Choose another name.</source>
        <translation>같은 식별자가 이미 있습니다. 다른 식별자를 쓰십시오.</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>그런 기록이 없습니다.</translation>
    </message>
    <message>
        <source>It is retired. Take it back into use first.</source>
        <translation>퇴역한 것입니다. 먼저 다시 사용으로 바꾸십시오.</translation>
    </message>
    <message>
        <source>Another record has this serial number.</source>
        <translation>같은 일련번호가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Another drone has this registration.</source>
        <translation>같은 등록번호의 드론이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Another pilot has this certificate.</source>
        <translation>같은 자격증 번호의 조종자가 이미 있습니다.</translation>
    </message>
    <message>
        <source>This user is another pilot already.</source>
        <translation>이 사용자는 이미 다른 조종자입니다.</translation>
    </message>
    <message>
        <source>There is no such type of drone. Record the type first.</source>
        <translation>그런 기종이 없습니다. 먼저 기종을 등록하십시오.</translation>
    </message>
    <message>
        <source>There is no such drone.</source>
        <translation>그런 드론이 없습니다.</translation>
    </message>
    <message>
        <source>There is no such battery.</source>
        <translation>그런 배터리가 없습니다.</translation>
    </message>
    <message>
        <source>There is no such pilot.</source>
        <translation>그런 조종자가 없습니다.</translation>
    </message>
    <message>
        <source>There is no user of this name.</source>
        <translation>그런 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>This has not happened yet. Correct the time.</source>
        <translation>아직 오지 않은 시각입니다. 시각을 고치십시오.</translation>
    </message>
    <message>
        <source>Drones of this type are in use. Retire them first.</source>
        <translation>이 기종의 드론이 사용 중입니다. 먼저 퇴역시키십시오.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>사유를 적으십시오.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;.</source>
        <translation>식별자는 영문자, 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos;로 1~64자입니다.</translation>
    </message>
    <message>
        <source>A value is not accepted. Correct it.</source>
        <translation>받아들일 수 없는 값입니다. 고치십시오.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>이미 그런 상태입니다.</translation>
    </message>
    <message>
        <source>It must last to the end of the flight and at most seven days.</source>
        <translation>비행이 끝날 때까지여야 하며 최대 7일입니다.</translation>
    </message>
    <message>
        <source>The flight that is asked about is not sound.</source>
        <translation>비행 조건이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Your role may not answer for what is not ready.</source>
        <translation>이 역할은 예외 승인을 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Give a reason of five characters or more.</source>
        <translation>다섯 글자 이상의 사유를 적으십시오.</translation>
    </message>
    <message>
        <source>This is ready: nobody need answer for it.</source>
        <translation>준비된 항목이므로 예외 승인이 필요 없습니다.</translation>
    </message>
    <message>
        <source>Airframe</source>
        <translation>기체</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>배터리</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>정비</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>조종자</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>판단 못 함</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>준비 안 됨</translation>
    </message>
    <message>
        <source>Serviceable</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Grounded</source>
        <translation>비행 금지</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>퇴역</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>수리</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>결함</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>다시 사용</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Ends soon.</source>
        <translation>곧 만료됩니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Charge left after the landing</source>
        <translation>착륙 후 남을 충전량</translation>
    </message>
    <message>
        <source>A reading of the charge counts for</source>
        <translation>충전량 측정값의 유효 시간</translation>
    </message>
    <message>
        <source>Cycles left to the maker&apos;s limit of the battery</source>
        <translation>배터리 제조사 한도까지 남은 충전 횟수</translation>
    </message>
    <message>
        <source>Flight hours left to the inspection</source>
        <translation>점검까지 남은 비행 시간</translation>
    </message>
    <message>
        <source>The pilot&apos;s last flight is no longer ago than</source>
        <translation>조종자의 마지막 비행 이후 최대 경과 기간</translation>
    </message>
    <message>
        <source>The pilot has flown at least</source>
        <translation>조종자의 최소 비행 시간</translation>
    </message>
    <message>
        <source>Papers that end within this are said</source>
        <translation>서류 만료 사전 안내 기간</translation>
    </message>
    <message>
        <source>Who may answer for what is not ready</source>
        <translation>준비되지 않은 항목을 예외 승인할 수 있는 역할</translation>
    </message>
    <message>
        <source>The rules are not sound: every number is above zero, and a role is named.</source>
        <translation>규칙이 올바르지 않습니다. 모든 수는 0보다 크고 역할이 지정되어야 합니다.</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>비행 기록</translation>
    </message>
</context>
<context>
    <name>haneul::help::HelpPages</name>
    <message>
        <source>no key</source>
        <translation>단축키 없음</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
</context>
<context>
    <name>haneul::help::HelpWindow</name>
    <message>
        <source>Haneul: help</source>
        <translation>하늘: 도움말</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>도움말 검색</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>문서 목록</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것이 없음</translation>
    </message>
</context>
<context>
    <name>haneul::layers::LayerModel</name>
    <message>
        <source>roads</source>
        <translation>도로</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>건물</translation>
    </message>
    <message>
        <source>terrain</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>power lines</source>
        <translation>송전선</translation>
    </message>
    <message>
        <source>surveyed river banks</source>
        <translation>측량된 강둑</translation>
    </message>
    <message>
        <source>Not in this map: %1</source>
        <translation>이 지도에 없음: %1</translation>
    </message>
    <message>
        <source>Land and sea</source>
        <translation>육지와 바다</translation>
    </message>
    <message>
        <source>Rivers</source>
        <translation>강</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>Aerodromes</source>
        <translation>비행장</translation>
    </message>
    <message>
        <source>Heliports</source>
        <translation>헬기장</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>지명</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>복사 중</translation>
    </message>
    <message>
        <source>being converted</source>
        <translation>변환 중</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>사용 불가</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>날짜 모름</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n년 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) old</source>
        <translation>
            <numerusform>%n개월 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n일 전</numerusform>
        </translation>
    </message>
    <message>
        <source>Unusable: %1</source>
        <translation>사용 불가: %1</translation>
    </message>
    <message>
        <source>File: %1 (%2)</source>
        <translation>파일: %1 (%2)</translation>
    </message>
    <message>
        <source>Zoom %1 to %2</source>
        <translation>줌 %1~%2</translation>
    </message>
    <message>
        <source>%1: not shown at zoom %2</source>
        <translation>%1: 현재 줌 %2에서는 보이지 않음</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>데이터 날짜 %1</translation>
    </message>
    <message>
        <source>Date of the data unknown; file of %1</source>
        <translation>데이터 날짜 모름, 파일 날짜 %1</translation>
    </message>
    <message>
        <source>Date of the data unknown</source>
        <translation>데이터 날짜 모름</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>라이선스: %1</translation>
    </message>
    <message>
        <source>Over the names</source>
        <translation>지명 위</translation>
    </message>
    <message>
        <source>Names and lines</source>
        <translation>지명과 선</translation>
    </message>
    <message>
        <source>Own maps</source>
        <translation>자체 지도</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>바탕</translation>
    </message>
    <message>
        <source>%1 (not at this zoom)</source>
        <translation>%1 (줌 밖)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>haneul::layers::LayerPanel</name>
    <message>
        <source>place</source>
        <translation>지명</translation>
    </message>
    <message>
        <source>aerodrome</source>
        <translation>비행장</translation>
    </message>
    <message>
        <source>heliport</source>
        <translation>헬기장</translation>
    </message>
    <message>
        <source>Search layers and places</source>
        <translation>레이어와 지명 찾기</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>찾은 지명</translation>
    </message>
    <message>
        <source>Map layers, the topmost first</source>
        <translation>지도 레이어, 맨 위부터</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>Opacity of the selected layer</source>
        <translation>선택한 레이어의 불투명도</translation>
    </message>
    <message>
        <source>About the selected layer</source>
        <translation>선택한 레이어 정보</translation>
    </message>
    <message>
        <source>What this map lacks</source>
        <translation>이 지도에 없는 것</translation>
    </message>
</context>
<context>
    <name>haneul::logbook</name>
    <message>
        <source>Event log begun</source>
        <translation>이벤트 로그 시작</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>사용자 추가</translation>
    </message>
    <message>
        <source>Role asked for, waits for a second administrator</source>
        <translation>역할 변경 요청, 두 번째 관리자 대기</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>역할 변경</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>암호 변경</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>사용자 사용 중지</translation>
    </message>
    <message>
        <source>User enabled</source>
        <translation>사용자 사용 재개</translation>
    </message>
    <message>
        <source>Account locked: an administrator must look at it</source>
        <translation>계정 잠김: 관리자 확인 필요</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>세션 종료</translation>
    </message>
    <message>
        <source>Sessions of the last run ended</source>
        <translation>지난 실행의 세션 종료</translation>
    </message>
    <message>
        <source>Desk unlocked</source>
        <translation>콘솔 잠금 해제</translation>
    </message>
    <message>
        <source>Desk locked</source>
        <translation>콘솔 잠금</translation>
    </message>
    <message>
        <source>Machine token issued</source>
        <translation>장치 토큰 발급</translation>
    </message>
    <message>
        <source>Machine token revoked</source>
        <translation>장치 토큰 폐기</translation>
    </message>
    <message>
        <source>Log-in refused</source>
        <translation>로그인 거부</translation>
    </message>
    <message>
        <source>Locked out after too many failures</source>
        <translation>실패 과다로 잠김</translation>
    </message>
    <message>
        <source>Refused: not allowed</source>
        <translation>거부: 권한 없음</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>not used for 30 minutes</source>
        <translation>30분 미사용</translation>
    </message>
    <message>
        <source>12 hours are over</source>
        <translation>12시간 경과</translation>
    </message>
    <message>
        <source>ended by someone else</source>
        <translation>다른 사람이 종료</translation>
    </message>
    <message>
        <source>wrong name or password, or disabled</source>
        <translation>이름·암호 오류 또는 사용 중지</translation>
    </message>
    <message>
        <source>locked out</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>콘솔</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>해시</translation>
    </message>
    <message>
        <source>Digest of the entry before</source>
        <translation>앞 항목의 해시</translation>
    </message>
    <message>
        <source>As written:</source>
        <translation>기록 원문:</translation>
    </message>
    <message>
        <source>Chain not checked yet</source>
        <translation>해시 체인 검증 전</translation>
    </message>
    <message>
        <source>Chain is being checked: %1 entries so far</source>
        <translation>해시 체인 검증 중: %1개까지</translation>
    </message>
    <message>
        <source>✓ Chain and signatures whole: %1 entries</source>
        <translation>✓ 해시 체인과 서명 이상 없음: %1개</translation>
    </message>
    <message>
        <source>▲ Chain broken after %1 entries: %2</source>
        <translation>▲ 해시 체인 손상, %1개 다음: %2</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Organisation saved</source>
        <translation>조직 저장</translation>
    </message>
    <message>
        <source>Organisation of a user set</source>
        <translation>사용자의 조직 지정</translation>
    </message>
    <message>
        <source>Rule of two approvals asked for, waits for a second administrator</source>
        <translation>이중 승인 규칙 요청, 두 번째 관리자를 기다림</translation>
    </message>
    <message>
        <source>Rule of two approvals set</source>
        <translation>이중 승인 규칙 확정</translation>
    </message>
    <message>
        <source>Security alarm raised</source>
        <translation>보안 경보 발생</translation>
    </message>
    <message>
        <source>Security alarm acknowledged</source>
        <translation>보안 경보 확인</translation>
    </message>
    <message>
        <source>Security alarm over</source>
        <translation>보안 경보 종료</translation>
    </message>
    <message>
        <source>Notice sent</source>
        <translation>알림 발송</translation>
    </message>
    <message>
        <source>Notice acknowledged</source>
        <translation>알림 확인</translation>
    </message>
    <message>
        <source>Delivery of a notice tried</source>
        <translation>알림 전송 시도</translation>
    </message>
    <message>
        <source>Notice sent again</source>
        <translation>알림 다시 보냄</translation>
    </message>
    <message>
        <source>Own ways of notices set</source>
        <translation>본인 알림 수신 방법 설정</translation>
    </message>
    <message>
        <source>Channel of notices set</source>
        <translation>알림 전송 채널 설정</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::DecisionModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>프로그램</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::DecisionsView</name>
    <message>
        <source>▲ A time is written 2026-11-21 or 2026-11-21 04:05 (UTC)</source>
        <translation>▲ 시각은 2026-11-21 또는 2026-11-21 04:05 (UTC) 형식입니다</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, all that there are</source>
        <translation>
            <numerusform>모두 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries read, older ones follow while scrolling</source>
        <translation>
            <numerusform>%n개 읽음, 아래로 내리면 더 읽음</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the entries as CSV</source>
        <translation>항목을 CSV로 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>▲ Not saved: %1: %2</source>
        <translation>▲ 저장 못 함: %1: %2</translation>
    </message>
    <message>
        <source>Find in the entries</source>
        <translation>항목 찾기</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>People and access</source>
        <translation>사용자와 접근</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>콘솔</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>User name, whole</source>
        <translation>사용자 이름 전체</translation>
    </message>
    <message>
        <source>From YYYY-MM-DD HH:MM</source>
        <translation>부터 YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>From, UTC</source>
        <translation>부터, UTC</translation>
    </message>
    <message>
        <source>To YYYY-MM-DD HH:MM</source>
        <translation>까지 YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>To, UTC</source>
        <translation>까지, UTC</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>결정 기록</translation>
    </message>
    <message>
        <source>Chosen entry</source>
        <translation>선택한 항목</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it</source>
        <translation>항목을 고르면 전체 내용이 보입니다</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>The chosen rows; all that have been read when none is chosen</source>
        <translation>고른 행. 고르지 않으면 읽은 행 전부</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::LogPanel</name>
    <message>
        <source>Decisions</source>
        <translation>결정 기록</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::ProgramModel</name>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>haneul::logbook::ProgramView</name>
    <message>
        <source>Find in the messages</source>
        <translation>메시지 찾기</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>최소 등급</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전부</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>정보 이상</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>경고와 오류</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>오류만</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>The chosen rows; all that are shown when none is chosen</source>
        <translation>고른 행. 고르지 않으면 보이는 행 전부</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>프로그램 메시지</translation>
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
    <message>
        <source>%1 against %2</source>
        <translation>%2 대비 %1</translation>
    </message>
    <message>
        <source>%1 of %2 here; Tab: next</source>
        <translation>이 위치 %2개 중 %1번째 · Tab: 다음</translation>
    </message>
    <message>
        <source>Measure: click the start. Return: pointer or middle. Esc: end</source>
        <translation>거리 재기: 시작점을 클릭하세요. Enter: 포인터 위치 또는 화면 중앙 · Esc: 끝내기</translation>
    </message>
    <message>
        <source>Measure: click the end. Return: pointer or middle. Esc: back</source>
        <translation>거리 재기: 끝점을 클릭하세요. Enter: 포인터 위치 또는 화면 중앙 · Esc: 되돌리기</translation>
    </message>
    <message>
        <source>Lines ahead: %1 s of flight</source>
        <translation>속도 벡터: %1초 비행 거리</translation>
    </message>
    <message>
        <source>Dots behind: %1 s, one every %2 s</source>
        <translation>항적 점: %1초, %2초 간격</translation>
    </message>
    <message>
        <source>+%1 without label</source>
        <translation>+%1 표지 생략</translation>
    </message>
    <message>
        <source>Overload: labels are off</source>
        <translation>과부하: 표지를 끔</translation>
    </message>
    <message>
        <source>Overload: labels and trails are off</source>
        <translation>과부하: 표지와 항적 점을 끔</translation>
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
        <source>Course °</source>
        <translation>진로 °</translation>
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
    <message>
        <source>Height %1</source>
        <translation>고도 %1</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>속도 %1</translation>
    </message>
    <message>
        <source>Climb %1</source>
        <translation>상승률 %1</translation>
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
    <message>
        <source>Map layer ready</source>
        <translation>지도 레이어 준비됨</translation>
    </message>
    <message>
        <source>Map file</source>
        <translation>지도 파일</translation>
    </message>
    <message>
        <source>%1 can be shown: %2</source>
        <translation>%1을(를) 표시할 수 있음: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No administrator yet</source>
        <translation>관리자 없음</translation>
    </message>
    <message>
        <source>User locked out</source>
        <translation>사용자 잠김</translation>
    </message>
    <message>
        <source>User closed for review</source>
        <translation>사용자 정지, 검토 필요</translation>
    </message>
    <message>
        <source>Address locked out</source>
        <translation>접속 주소 잠김</translation>
    </message>
    <message>
        <source>%2 wrong passwords for %1: locked for a quarter of an hour</source>
        <translation>%1: 잘못된 비밀번호 %2회, 15분 동안 잠김</translation>
    </message>
    <message>
        <source>%2 wrong passwords for %1: the account is closed until an administrator enables it</source>
        <translation>%1: 잘못된 비밀번호 %2회, 관리자가 다시 허용할 때까지 계정 정지</translation>
    </message>
    <message>
        <source>%2 wrong passwords from %1: no log-in from there for a quarter of an hour</source>
        <translation>%1에서 잘못된 비밀번호 %2회, 15분 동안 그 주소의 로그인 거부</translation>
    </message>
    <message>
        <source>Event log changed</source>
        <translation>이벤트 로그 변조</translation>
    </message>
    <message>
        <source>End of the event log not known</source>
        <translation>이벤트 로그 끝 확인 불가</translation>
    </message>
    <message>
        <source>Event log cannot be written</source>
        <translation>이벤트 로그 쓰기 실패</translation>
    </message>
    <message>
        <source>Event log works again</source>
        <translation>이벤트 로그 쓰기 복구</translation>
    </message>
    <message>
        <source>End of the event log not kept</source>
        <translation>이벤트 로그 끝 저장 실패</translation>
    </message>
    <message>
        <source>Entry %1 was not signed as it stands: keep a copy of the data folder and compare with an exported log</source>
        <translation>%1번 항목의 서명이 내용과 다릅니다. 데이터 폴더를 복사해 두고 내보낸 로그와 비교하십시오</translation>
    </message>
    <message>
        <source>log.head is missing: whether entries after %1 were cut off cannot be told</source>
        <translation>log.head 없음: %1번 뒤의 항목이 잘렸는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Commands are refused until it can be written: %1</source>
        <translation>쓸 수 있을 때까지 명령을 받지 않습니다: %1</translation>
    </message>
    <message>
        <source>log.head cannot be written, so a cut end would not be noticed: %1</source>
        <translation>log.head를 쓸 수 없어 끝이 잘려도 알 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Deliveries cannot be shown</source>
        <translation>배달 정보를 표시할 수 없음</translation>
    </message>
    <message>
        <source>Missions not told over MQTT</source>
        <translation>MQTT로 알리지 못한 임무</translation>
    </message>
    <message>
        <source>Security: many failed log-ins to one account</source>
        <translation>보안: 한 계정에 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Security alarm over</source>
        <translation>보안 경보 종료</translation>
    </message>
    <message>
        <source>Security: many failed log-ins from one address</source>
        <translation>보안: 한 주소에서 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Security: many failed log-ins</source>
        <translation>보안: 로그인 실패 다수</translation>
    </message>
    <message>
        <source>Security: many calls not allowed</source>
        <translation>보안: 허용되지 않은 호출 다수</translation>
    </message>
    <message>
        <source>Security: many calls without a good token</source>
        <translation>보안: 유효한 토큰 없는 호출 다수</translation>
    </message>
    <message>
        <source>Security: many calls above the allowed rate</source>
        <translation>보안: 허용 빈도를 넘은 호출 다수</translation>
    </message>
    <message>
        <source>Licence expired</source>
        <translation>면허 만료</translation>
    </message>
    <message>
        <source>Licence expires soon</source>
        <translation>면허 곧 만료</translation>
    </message>
    <message>
        <source>Insurance expired</source>
        <translation>보험 만료</translation>
    </message>
    <message>
        <source>Insurance expires soon</source>
        <translation>보험 곧 만료</translation>
    </message>
    <message>
        <source>%2 failed log-ins to %1</source>
        <translation>%1 계정에 로그인 실패 %2회</translation>
    </message>
    <message>
        <source>%2 failed log-ins from %1</source>
        <translation>%1에서 로그인 실패 %2회</translation>
    </message>
    <message>
        <source>%1 failed log-ins from everywhere</source>
        <translation>전체 로그인 실패 %1회</translation>
    </message>
    <message>
        <source>%2 calls by %1 that were not allowed</source>
        <translation>%1의 허용되지 않은 호출 %2회</translation>
    </message>
    <message>
        <source>%2 calls from %1 without a good token</source>
        <translation>%1에서 유효한 토큰 없는 호출 %2회</translation>
    </message>
    <message>
        <source>%2 calls by %1 above the allowed rate</source>
        <translation>%1의 허용 빈도를 넘은 호출 %2회</translation>
    </message>
    <message>
        <source>%1: the last day was %2</source>
        <translation>%1: 마지막 날은 %2이었습니다</translation>
    </message>
    <message>
        <source>%1: the last day is %2</source>
        <translation>%1: 마지막 날은 %2입니다</translation>
    </message>
    <message>
        <source>Zones not told over MQTT</source>
        <translation>MQTT로 알리지 못한 구역</translation>
    </message>
    <message>
        <source>Local planner without its policy</source>
        <translation>정책 없는 국지 경로계획기</translation>
    </message>
    <message>
        <source>Requests are not logged</source>
        <translation>요청이 기록되지 않고 있습니다</translation>
    </message>
    <message>
        <source>The file of the request log cannot be written: %1</source>
        <translation>요청 기록 파일에 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Heights above the ellipsoid (W84) are not compared with heights above mean sea level: %1</source>
        <translation>타원체 기준 고도(W84)를 해발 고도와 비교하지 않습니다: %1</translation>
    </message>
    <message>
        <source>No geoid</source>
        <translation>지오이드 없음</translation>
    </message>
    <message>
        <source>A dataset of the ground cannot be used</source>
        <translation>지상 자료 하나를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>A zone cannot be shown</source>
        <translation>구역 하나를 표시할 수 없습니다</translation>
    </message>
    <message>
        <source>Flight plans cannot be shown</source>
        <translation>비행계획을 표시할 수 없습니다</translation>
    </message>
    <message>
        <source>Gateway does not take the offer</source>
        <translation>게이트웨이가 제공을 받지 않습니다</translation>
    </message>
    <message>
        <source>What this instance offers to the gateway is not taken: %1</source>
        <translation>이 인스턴스가 게이트웨이에 제공하는 것이 받아들여지지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The event log can be written again</source>
        <translation>이벤트 로그에 다시 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Nobody can add users yet: the first administrator is made at the log-in, with the set-up code that the program showed when it started</source>
        <translation>아직 아무도 사용자를 추가할 수 없습니다. 첫 관리자는 로그인 화면에서, 프로그램이 시작할 때 보여 준 설정 코드로 만듭니다</translation>
    </message>
    <message>
        <source>The local planner flies by its rule: %1</source>
        <translation>국지 경로 계획기가 규칙으로 비행합니다: %1</translation>
    </message>
    <message>
        <source>The zone %1 is in the log but cannot be read</source>
        <translation>구역 %1이(가) 로그에 있으나 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Decisions about flight plans are in the log but cannot be read: %1</source>
        <translation>비행계획 결정이 로그에 있으나 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Decisions about deliveries are in the log but cannot be read: %1</source>
        <translation>배달 결정이 로그에 있으나 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The broker is away: of the messages about missions only the last %1 are kept</source>
        <translation>브로커가 없습니다. 임무에 관한 메시지는 마지막 %1개만 보관합니다</translation>
    </message>
    <message>
        <source>The broker is away: of the messages about zones only the last %1 are kept</source>
        <translation>브로커가 없습니다. 구역에 관한 메시지는 마지막 %1개만 보관합니다</translation>
    </message>
</context>
<context>
    <name>haneul::network::Fields</name>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>0보다 큰 수</translation>
    </message>
    <message>
        <source>seconds from 0, to the millisecond</source>
        <translation>0 이상의 초, 밀리초까지</translation>
    </message>
    <message>
        <source>seconds from 0, to the millisecond, or nothing</source>
        <translation>0 이상의 초, 밀리초까지, 또는 빈칸</translation>
    </message>
    <message>
        <source>a number above 0, or nothing</source>
        <translation>0보다 큰 수, 또는 빈칸</translation>
    </message>
    <message>
        <source>a number, or nothing</source>
        <translation>숫자, 또는 빈칸</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>1 이상의 정수</translation>
    </message>
    <message>
        <source>a whole number from 1, or nothing</source>
        <translation>1 이상의 정수, 또는 빈칸</translation>
    </message>
    <message>
        <source>1 to 32 letters, digits, - _ or ., and not the id of another one</source>
        <translation>영문자, 숫자, - _ 또는 . 1~32자, 다른 항목과 다른 식별자</translation>
    </message>
    <message>
        <source>degrees from -90 to 90</source>
        <translation>-90~90도</translation>
    </message>
    <message>
        <source>degrees from -180 to 180</source>
        <translation>-180~180도</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>목록 중 하나</translation>
    </message>
    <message>
        <source>a node that has no other link to the node at the other end</source>
        <translation>반대쪽 끝의 노드와 다른 링크가 없는 노드</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Latitude (°)</source>
        <translation>위도 (°)</translation>
    </message>
    <message>
        <source>Longitude (°)</source>
        <translation>경도 (°)</translation>
    </message>
    <message>
        <source>Ground (m AMSL)</source>
        <translation>지면 고도 (m AMSL)</translation>
    </message>
    <message>
        <source>Top (m AMSL)</source>
        <translation>기둥 상단 (m AMSL)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>수용 대수</translation>
    </message>
    <message>
        <source>Buffer (s)</source>
        <translation>여유 (s)</translation>
    </message>
    <message>
        <source>Load (s)</source>
        <translation>적재 (s)</translation>
    </message>
    <message>
        <source>Unload (s)</source>
        <translation>하역 (s)</translation>
    </message>
    <message>
        <source>Serve (s)</source>
        <translation>인도 (s)</translation>
    </message>
    <message>
        <source>Drop (s)</source>
        <translation>투하 (s)</translation>
    </message>
    <message>
        <source>Take-off, measured (s)</source>
        <translation>이륙, 실측 (s)</translation>
    </message>
    <message>
        <source>Landing, measured (s)</source>
        <translation>착륙, 실측 (s)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>To</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>단선/복선</translation>
    </message>
    <message>
        <source>At waypoints</source>
        <translation>모퉁이 처리</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Speed (m/s)</source>
        <translation>속도 (m/s)</translation>
    </message>
    <message>
        <source>Flight, measured (s)</source>
        <translation>비행, 실측 (s)</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>길이 (m)</translation>
    </message>
    <message>
        <source>Flight (s)</source>
        <translation>비행 (s)</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Height (m AMSL)</source>
        <translation>고도 (m AMSL)</translation>
    </message>
    <message>
        <source>Id of the network</source>
        <translation>배달망 식별자</translation>
    </message>
    <message>
        <source>while it is new: 1 to 32 letters, digits, - _ or ., and not the id of another network</source>
        <translation>새 배달망일 때만: 영문자, 숫자, - _ 또는 . 1~32자, 다른 배달망과 다른 식별자</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>배달망 이름</translation>
    </message>
    <message>
        <source>Base of missions that name none</source>
        <translation>배달거점을 지정하지 않은 임무의 배달거점</translation>
    </message>
    <message>
        <source>Headway on a link, same direction (s)</source>
        <translation>링크 최소 간격, 같은 방향 (s)</translation>
    </message>
    <message>
        <source>Buffer at a node (s)</source>
        <translation>노드 여유 (s)</translation>
    </message>
    <message>
        <source>Buffer between opposite directions (s)</source>
        <translation>반대 방향 사이 여유 (s)</translation>
    </message>
    <message>
        <source>Hover at the top after take-off (s)</source>
        <translation>이륙 후 기둥 상단 호버 (s)</translation>
    </message>
    <message>
        <source>Hover at the top before landing (s)</source>
        <translation>착륙 전 기둥 상단 호버 (s)</translation>
    </message>
    <message>
        <source>Separation at crossings found (s)</source>
        <translation>발견된 교차의 간격 (s)</translation>
    </message>
    <message>
        <source>Links farther apart in height do not cross (m)</source>
        <translation>교차로 보지 않는 링크 고도 차 (m)</translation>
    </message>
    <message>
        <source>Drones; nothing: as many as are needed</source>
        <translation>드론 수, 빈칸: 필요한 만큼</translation>
    </message>
    <message>
        <source>Turnaround of a drone after a mission (s)</source>
        <translation>임무 후 드론 재출발 준비 시간 (s)</translation>
    </message>
    <message>
        <source>seconds from 0, once the number of drones is given</source>
        <translation>0 이상의 초, 드론 수를 입력한 뒤</translation>
    </message>
    <message>
        <source>Preparation from the order to the earliest start (s)</source>
        <translation>주문부터 가장 이른 출발까지 준비 시간 (s)</translation>
    </message>
    <message>
        <source>Batching window; 0: every order flies alone (s)</source>
        <translation>묶음 대기 시간, 0: 주문마다 단독 비행 (s)</translation>
    </message>
    <message>
        <source>Most stops of a mission by batching</source>
        <translation>묶음 배차 임무의 최대 방문지 수</translation>
    </message>
    <message>
        <source>Drone type</source>
        <translation>드론 기종</translation>
    </message>
    <message>
        <source>Take-off (m/s)</source>
        <translation>이륙 (m/s)</translation>
    </message>
    <message>
        <source>Flight (m/s)</source>
        <translation>비행 (m/s)</translation>
    </message>
    <message>
        <source>Landing (m/s)</source>
        <translation>착륙 (m/s)</translation>
    </message>
    <message>
        <source>Acceleration (m/s²)</source>
        <translation>가속도 (m/s²)</translation>
    </message>
    <message>
        <source>Deceleration (m/s²)</source>
        <translation>감속도 (m/s²)</translation>
    </message>
    <message>
        <source>Turn rate (°/s)</source>
        <translation>선회율 (°/s)</translation>
    </message>
    <message>
        <source>Endurance (s)</source>
        <translation>체공 시간 (s)</translation>
    </message>
    <message>
        <source>Range (m)</source>
        <translation>항속 거리 (m)</translation>
    </message>
    <message>
        <source>Largest payload (kg)</source>
        <translation>최대 탑재량 (kg)</translation>
    </message>
    <message>
        <source>a time in UTC such as 10:05, 10:05:30 or 2026-11-21 10:05; without a day the nearest</source>
        <translation>10:05, 10:05:30, 2026-11-21 10:05 같은 UTC 시각. 날짜가 없으면 가장 가까운 때</translation>
    </message>
    <message>
        <source>1 to 32 letters, digits, - _ or ., and not the id of a node or of another moving base</source>
        <translation>글자, 숫자, - _ . 1~32자이며 노드나 다른 이동 배달거점의 ID가 아닌 것</translation>
    </message>
    <message>
        <source>a base point of this network</source>
        <translation>이 배달망의 배달거점</translation>
    </message>
    <message>
        <source>a link of this network, and not the other one of the crossing</source>
        <translation>이 배달망의 링크이며 교차하는 상대 링크가 아닌 것</translation>
    </message>
    <message>
        <source>per cent of the way, from 0 to 100</source>
        <translation>경로의 0~100 %</translation>
    </message>
    <message>
        <source>Moving base</source>
        <translation>이동 배달거점</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>머무는 곳</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>시작(UTC)</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <translation>끝(UTC)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>At (% of its way)</source>
        <translation>위치(경로의 %)</translation>
    </message>
    <message>
        <source>crosses the link</source>
        <translation>교차하는 링크</translation>
    </message>
    <message>
        <source>at (% of its way)</source>
        <translation>위치(경로의 %)</translation>
    </message>
    <message>
        <source>Separation (s)</source>
        <translation>간격 (s)</translation>
    </message>
</context>
<context>
    <name>haneul::network::Files</name>
    <message>
        <source>The return home is left out</source>
        <translation>귀환 구간은 제외됩니다</translation>
    </message>
    <message>
        <source>It is a ring, not a way from place to place</source>
        <translation>지점 사이의 경로가 아닌 고리입니다</translation>
    </message>
    <message>
        <source>Its heights are above a ground that the file does not tell</source>
        <translation>파일에 없는 지면을 기준으로 한 고도입니다</translation>
    </message>
    <message>
        <source>What its heights are measured from is not known</source>
        <translation>고도의 기준을 알 수 없습니다</translation>
    </message>
    <message>
        <source>%1 single places are not paths and are left out</source>
        <translation>경로가 아닌 단일 위치 %1개는 제외됩니다</translation>
    </message>
    <message>
        <source>Its verification counts there, not here</source>
        <translation>검증은 원래 배달망에서만 유효하며 여기서는 유효하지 않습니다</translation>
    </message>
    <message>
        <source>%1 points and areas are not paths and are left out</source>
        <translation>경로가 아닌 점과 영역 %1개는 제외됩니다</translation>
    </message>
    <message>
        <source>%1 lines of fewer than two points are left out</source>
        <translation>점이 둘보다 적은 선 %1개는 제외됩니다</translation>
    </message>
    <message>
        <source>It has fewer than two points</source>
        <translation>점이 둘보다 적습니다</translation>
    </message>
    <message>
        <source>The file has no heights for it: give one above</source>
        <translation>파일에 고도가 없습니다: 위에 입력하십시오</translation>
    </message>
    <message>
        <source>Its heights are above the WGS84 ellipsoid, and how far that is from mean sea level here is not known</source>
        <translation>WGS84 타원체 기준 고도이며, 이곳의 평균 해수면과의 차이를 알 수 없습니다</translation>
    </message>
    <message>
        <source>It ends where it begins: a link leads to another node</source>
        <translation>시작점에서 끝납니다: 링크는 다른 노드로 이어져야 합니다</translation>
    </message>
    <message>
        <source>These two nodes are linked already</source>
        <translation>이 두 노드는 이미 링크로 이어져 있습니다</translation>
    </message>
</context>
<context>
    <name>haneul::network::FindingTable</name>
    <message>
        <source>Judgement</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>haneul::network::LinkDialog</name>
    <message>
        <source>New link</source>
        <translation>새 링크</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>링크 추가</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작 노드</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝 노드</translation>
    </message>
    <message>
        <source>A link leads to another node.</source>
        <translation>링크의 두 끝은 서로 다른 노드여야 합니다.</translation>
    </message>
    <message>
        <source>There is a link between these two already.</source>
        <translation>두 노드 사이에 이미 링크가 있습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkOverlay</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Ground %1 m, top %2 m AMSL</source>
        <translation>지면 고도 %1 m, 기둥 상단 %2 m AMSL</translation>
    </message>
    <message>
        <source>Ground not known, top %1 m AMSL</source>
        <translation>지면 고도 모름, 기둥 상단 %1 m AMSL</translation>
    </message>
    <message>
        <source>Places to land: %1</source>
        <translation>수용 대수: %1</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 (실측)</translation>
    </message>
    <message>
        <source>%1 from top to top</source>
        <translation>%1 (기둥 상단 사이)</translation>
    </message>
    <message>
        <source>%1 track · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Crossing of %1 and %2
Drones pass it %3 apart</source>
        <translation>%1, %2 교차
드론 통과 간격 %3</translation>
    </message>
    <message>
        <source>Mission %1: %2 to %3, %4</source>
        <translation>임무 %1: %2 → %3, %4</translation>
    </message>
    <message>
        <source>in all %1</source>
        <translation>합계 %1</translation>
    </message>
    <message>
        <source>%1 stands here from %2 to %3</source>
        <comment>moving base</comment>
        <translation>%1: %2부터 %3까지 이곳에 머묾</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkPanel</name>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>점검 결과(%1)</translation>
    </message>
    <message>
        <source>This console has no delivery service</source>
        <translation>이 콘솔에는 배달 서비스가 없습니다</translation>
    </message>
    <message>
        <source>New network, not saved yet; kept across restarts</source>
        <translation>새 배달망, 아직 저장하지 않음; 다시 시작해도 유지</translation>
    </message>
    <message>
        <source>Draft on revision %1, not saved yet; kept across restarts</source>
        <translation>개정 %1 기준 초안, 아직 저장하지 않음; 다시 시작해도 유지</translation>
    </message>
    <message>
        <source>Draft on revision %1, nothing changed</source>
        <translation>개정 %1 기준 초안, 변경 없음</translation>
    </message>
    <message>
        <source>meanwhile %1 has saved revision %2</source>
        <translation>그사이 %1 사용자가 개정 %2 저장</translation>
    </message>
    <message>
        <source>Revision %1, saved by %2, %3</source>
        <translation>개정 %1, 저장한 사용자 %2, %3</translation>
    </message>
    <message>
        <source>No network is saved yet</source>
        <translation>저장된 배달망이 없습니다</translation>
    </message>
    <message>
        <source>read only: changing needs the right network.write</source>
        <translation>읽기 전용: 변경하려면 network.write 권한 필요</translation>
    </message>
    <message>
        <source>%1 errors, %2 not judged, %3 hints</source>
        <translation>오류 %1, 판정 불가 %2, 참고 %3</translation>
    </message>
    <message>
        <source>Waypoints of %1</source>
        <translation>%1의 경유점</translation>
    </message>
    <message>
        <source>Waypoints of the chosen link</source>
        <translation>선택한 링크의 경유점</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장했습니다</translation>
    </message>
    <message>
        <source>Saved by somebody else</source>
        <translation>다른 사용자가 저장함</translation>
    </message>
    <message>
        <source>%1 has saved revision %2 while this draft was drawn on revision %3.</source>
        <translation>개정 %3 기준으로 이 초안을 그리는 동안 %1 사용자가 개정 %2 내용을 저장했습니다.</translation>
    </message>
    <message>
        <source>The network has been removed while this draft was drawn on revision %1.</source>
        <translation>개정 %1 기준으로 이 초안을 그리는 동안 배달망이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Save this draft over it</source>
        <translation>이 초안으로 덮어써 저장</translation>
    </message>
    <message>
        <source>Discard this draft, show what is saved</source>
        <translation>이 초안을 버리고 저장된 배달망 표시</translation>
    </message>
    <message>
        <source>Go on drafting</source>
        <translation>초안 계속 작성</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>초안 버리기</translation>
    </message>
    <message>
        <source>Everything changed since it was last saved will be lost.</source>
        <translation>마지막 저장 이후의 변경 내용이 모두 없어집니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Delete network</source>
        <translation>배달망 삭제</translation>
    </message>
    <message>
        <source>Delete the network %1? What was flown on it stays in the log.</source>
        <translation>배달망(%1)을 삭제하시겠습니까? 이 배달망의 비행 내역은 로그에 남습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>삭제했습니다: %1</translation>
    </message>
    <message>
        <source>Verify link</source>
        <translation>링크 검증</translation>
    </message>
    <message>
        <source>What shows that %1 can be flown, such as the number of the test flight?</source>
        <translation>%1의 비행 가능 근거(시험 비행 번호 등)를 입력하십시오.</translation>
    </message>
    <message>
        <source>%1 is verified</source>
        <translation>검증했습니다: %1</translation>
    </message>
    <message>
        <source>Withdraw verification</source>
        <translation>검증 철회</translation>
    </message>
    <message>
        <source>Why must %1 not be used any more?</source>
        <translation>%1의 사용을 중지하는 사유를 입력하십시오.</translation>
    </message>
    <message>
        <source>The verification of %1 is withdrawn</source>
        <translation>검증을 철회했습니다: %1</translation>
    </message>
    <message>
        <source>Import paths</source>
        <translation>경로 가져오기</translation>
    </message>
    <message>
        <source>Paths (%1)</source>
        <translation>경로(%1)</translation>
    </message>
    <message>
        <source>Export network</source>
        <translation>배달망 내보내기</translation>
    </message>
    <message>
        <source>Plan of the chosen link (%1)</source>
        <translation>선택한 링크의 비행계획(%1)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Drone types</source>
        <translation>드론 기종</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>철회</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>배달거점</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>배달지점</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>By ends</source>
        <translation>끝점 지정</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>경유점</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>항목 삭제</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Nodes of the network</source>
        <translation>배달망의 노드</translation>
    </message>
    <message>
        <source>Links of the network</source>
        <translation>배달망의 링크</translation>
    </message>
    <message>
        <source>Settings of the network</source>
        <translation>배달망의 설정</translation>
    </message>
    <message>
        <source>Drone types of the network</source>
        <translation>배달망의 드론 기종</translation>
    </message>
    <message>
        <source>Findings; Enter goes there</source>
        <translation>점검 결과. Enter로 해당 위치로 이동</translation>
    </message>
    <message>
        <source>Add drone type</source>
        <translation>드론 기종 추가</translation>
    </message>
    <message>
        <source>Delete drone type</source>
        <translation>드론 기종 삭제</translation>
    </message>
    <message>
        <source>State of the network</source>
        <translation>배달망 상태</translation>
    </message>
    <message>
        <source>Moving bases</source>
        <translation>이동 배달거점</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>교차점</translation>
    </message>
    <message>
        <source>Add moving base</source>
        <translation>이동 배달거점 추가</translation>
    </message>
    <message>
        <source>Add stay</source>
        <translation>체류 추가</translation>
    </message>
    <message>
        <source>Declare crossing</source>
        <translation>교차점 지정</translation>
    </message>
    <message>
        <source>Moving bases: where they stand, and when</source>
        <translation>이동 배달거점: 머무는 곳과 시각</translation>
    </message>
    <message>
        <source>Declared crossings of links</source>
        <translation>지정한 링크 교차점</translation>
    </message>
</context>
<context>
    <name>haneul::network::NetworkTool</name>
    <message>
        <source>Base points: click where one stands. Return: pointer or middle. Esc: end</source>
        <translation>배달거점: 놓을 위치를 클릭하십시오. Return: 포인터 위치 또는 가운데. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Delivery points: click where one stands. Return: pointer or middle. Esc: end</source>
        <translation>배달지점: 놓을 위치를 클릭하십시오. Return: 포인터 위치 또는 가운데. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Link: click the node where it begins. Return: pointer or middle. Esc: end</source>
        <translation>링크: 시작할 노드를 클릭하십시오. Return: 포인터 위치 또는 가운데. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Link from %1: click waypoints, then the node where it ends. Ctrl: whole metres, 15°. Backspace: one back</source>
        <translation>%1에서 시작하는 링크: 경유점을 차례로 클릭한 뒤 끝 노드를 클릭하십시오. Ctrl: 1 m 단위, 15°. Backspace: 하나 되돌리기</translation>
    </message>
</context>
<context>
    <name>haneul::network::PathDialog</name>
    <message>
        <source>Import paths from %1</source>
        <translation>%1에서 경로 가져오기</translation>
    </message>
    <message>
        <source>Height of paths that have none (m AMSL)</source>
        <translation>높이가 없는 경로의 높이(m AMSL)</translation>
    </message>
    <message>
        <source>The heights of this file are above mean sea level</source>
        <translation>이 파일의 높이는 평균 해수면 기준입니다</translation>
    </message>
    <message>
        <source>Paths of the file; Space takes or leaves out</source>
        <translation>파일의 경로. Space로 포함 또는 제외</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take %1 paths</source>
        <translation>경로 %1개 가져오기</translation>
    </message>
</context>
<context>
    <name>haneul::network::PathTable</name>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>거부됨: %1</translation>
    </message>
    <message>
        <source>Is taken</source>
        <translation>포함</translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점 수</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>길이(m)</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>판정</translation>
    </message>
</context>
<context>
    <name>haneul::network::ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>haneul::network::SettingTable</name>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>haneul::network::SketchTable</name>
    <message>
        <source>“%1” is not a value for “%2”. Accepted: %3</source>
        <translation>“%1”: “%2”에 쓸 수 없는 값입니다. 허용 값: %3</translation>
    </message>
</context>
<context>
    <name>haneul::network::Words</name>
    <message>
        <source>Base</source>
        <translation>배달거점</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>배달지점</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>단선</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>복선</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>Fly through</source>
        <translation>통과 비행</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>✖ Error</source>
        <translation>✖ 오류</translation>
    </message>
    <message>
        <source>? Not judged</source>
        <translation>? 판정 불가</translation>
    </message>
    <message>
        <source>▸ Hint</source>
        <translation>▸ 참고</translation>
    </message>
    <message>
        <source>The ground level is not known: flights to and from here cannot be timed</source>
        <translation>지면 고도를 몰라 이곳을 오가는 비행 시간을 계산할 수 없습니다</translation>
    </message>
    <message>
        <source>No test flight has verified this link: it cannot be used</source>
        <translation>시험 비행으로 검증되지 않은 링크라 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>The network has no base point</source>
        <translation>배달망에 배달거점이 없습니다</translation>
    </message>
    <message>
        <source>No link leads here</source>
        <translation>이곳으로 이어지는 링크가 없습니다</translation>
    </message>
    <message>
        <source>It cannot be reached from the base</source>
        <translation>배달거점에서 갈 수 없습니다</translation>
    </message>
    <message>
        <source>A waypoint lies below the ground of an end</source>
        <translation>끝 노드의 지면보다 낮은 경유점이 있습니다</translation>
    </message>
    <message>
        <source>Another node is nearer than 20 m</source>
        <translation>20 m 안에 다른 노드가 있습니다</translation>
    </message>
    <message>
        <source>Another one has the same id</source>
        <translation>같은 ID가 이미 있습니다</translation>
    </message>
    <message>
        <source>An id is 1 to 32 letters, digits, - _ or .</source>
        <translation>ID는 영문자, 숫자, - _ . 1~32자입니다</translation>
    </message>
    <message>
        <source>There are two links between the same nodes</source>
        <translation>같은 노드 사이에 링크가 두 개 있습니다</translation>
    </message>
    <message>
        <source>Both ends are the same node</source>
        <translation>두 끝이 같은 노드입니다</translation>
    </message>
    <message>
        <source>The top of the column is not above the ground</source>
        <translation>기둥 상단이 지면보다 높지 않습니다</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>Not verified: cannot be used</source>
        <translation>검증되지 않음: 사용할 수 없음</translation>
    </message>
    <message>
        <source>Verified by %1, %2</source>
        <translation>검증자 %1, %2</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>검증됨</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>검증되지 않음</translation>
    </message>
    <message>
        <source>A moving base stands at base points, one stay after the other, each ending after it begins</source>
        <translation>이동 배달거점은 배달거점에만 차례로 머물며, 각 체류는 시작 뒤에 끝나야 합니다</translation>
    </message>
    <message>
        <source>A crossing is of two links of the network</source>
        <translation>교차점은 배달망의 두 링크 사이에 있어야 합니다</translation>
    </message>
    <message>
        <source>Crossing %1</source>
        <translation>교차점 %1</translation>
    </message>
</context>
<context>
    <name>haneul::notices::CentrePanel</name>
    <message>
        <source>Notices (%1)</source>
        <translation>알림 (%1)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>발신함</translation>
    </message>
    <message>
        <source>Not acknowledged &amp;only</source>
        <translation>미확인만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>확인(&amp;A)</translation>
    </message>
    <message>
        <source>Open what it is a&amp;bout</source>
        <translation>관련 항목 열기(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Given up only</source>
        <translation>포기만 보기(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>다시 보내기(&amp;S)</translation>
    </message>
    <message>
        <source>Own notices</source>
        <translation>내 알림</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>로그인한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>This did not work: %1 (%2)</source>
        <translation>처리하지 못했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelForm</name>
    <message>
        <source>You may not do this. Ask somebody with the right for it.</source>
        <translation>권한이 없습니다. 권한이 있는 사람에게 요청하십시오.</translation>
    </message>
    <message>
        <source>This is no address of a server as the channel needs it (%1).</source>
        <translation>채널에 필요한 서버 주소 형식이 아닙니다(%1).</translation>
    </message>
    <message>
        <source>Another machine is reached encrypted only (%1).</source>
        <translation>다른 장비에는 암호화로만 연결합니다(%1).</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>전자 우편 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>The gateway would not understand this template (%1).</source>
        <translation>게이트웨이가 이 양식 문구를 해석할 수 없습니다(%1).</translation>
    </message>
    <message>
        <source>One attempt may take 500 to 60000 ms.</source>
        <translation>한 번의 시도 시간은 500~60000 ms입니다.</translation>
    </message>
    <message>
        <source>A text is too long or has characters that it may not.</source>
        <translation>문구가 너무 길거나 쓸 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Say where the message is to go.</source>
        <translation>메시지를 보낼 곳을 입력하십시오.</translation>
    </message>
    <message>
        <source>Too much waits here. Try again in a moment.</source>
        <translation>대기 중인 작업이 너무 많습니다. 잠시 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>This did not work: %1 (%2)</source>
        <translation>처리하지 못했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Notices go out by &amp;this channel</source>
        <translation>이 채널로 알림 발신(&amp;T)</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>채널: %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mail server, such as smtp://mail.example.org:587</source>
        <translation>메일 서버(&amp;M), 예: smtp://mail.example.org:587</translation>
    </message>
    <message>
        <source>&amp;Address, such as https://gateway.example.org/send</source>
        <translation>주소(&amp;A), 예: https://gateway.example.org/send</translation>
    </message>
    <message>
        <source>File with the &amp;certificates to trust (PEM); empty: those of the system</source>
        <translation>신뢰할 인증서 파일(PEM)(&amp;C); 비우면 시스템 인증서</translation>
    </message>
    <message>
        <source>Longest time of &amp;one attempt</source>
        <translation>한 번 시도의 최대 시간(&amp;O)</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>처음부터 TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None: on this machine only</source>
        <translation>없음: 이 장비 안에서만</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>암호화(&amp;E)</translation>
    </message>
    <message>
        <source>Sen&amp;der of the mails</source>
        <translation>메일 발신자(&amp;D)</translation>
    </message>
    <message>
        <source>Acc&amp;ount at the server; empty: no log-in</source>
        <translation>서버 계정(&amp;O); 비우면 로그인 안 함</translation>
    </message>
    <message>
        <source>&amp;Form of the message</source>
        <translation>메시지 형식(&amp;F)</translation>
    </message>
    <message>
        <source>Te&amp;mplate with {to}, {text} and, if wanted, {key}</source>
        <translation>{to}, {text}와 필요하면 {key}가 든 양식 문구(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;What is told</source>
        <translation>알리는 내용(&amp;W)</translation>
    </message>
    <message>
        <source>one is set; empty: it stays</source>
        <translation>설정되어 있음; 비우면 유지</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>설정되지 않음</translation>
    </message>
    <message>
        <source>&amp;Password of the account; it cannot be read back</source>
        <translation>계정 암호(&amp;P); 다시 볼 수 없음</translation>
    </message>
    <message>
        <source>&amp;Key of the signature; it cannot be read back</source>
        <translation>서명 키(&amp;K); 다시 볼 수 없음</translation>
    </message>
    <message>
        <source>&amp;Token of the server; it cannot be read back</source>
        <translation>서버 토큰(&amp;T); 다시 볼 수 없음</translation>
    </message>
    <message>
        <source>&amp;Remove the secret that is set</source>
        <translation>설정된 비밀 값 삭제(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing was saved: see the field that is marked.</source>
        <translation>저장하지 않았습니다. 표시된 필드를 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelTestForm</name>
    <message>
        <source>One message goes out now by %1, with what is saved, also while the channel is off. It is in nobody&apos;s list of notices and is not tried again.</source>
        <translation>저장된 설정으로 %1 채널에서 지금 메시지 하나를 보냅니다. 채널이 꺼져 있어도 보냅니다. 이 메시지는 누구의 알림 목록에도 들어가지 않으며 다시 시도하지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;To the address</source>
        <translation>받는 주소(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;To the number, such as +821012345678</source>
        <translation>받는 번호(&amp;T), 예: +821012345678</translation>
    </message>
    <message>
        <source>&amp;To the topic</source>
        <translation>받는 토픽(&amp;T)</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>시험: %1</translation>
    </message>
    <message>
        <source>&amp;Send the message</source>
        <translation>메시지 보내기(&amp;S)</translation>
    </message>
    <message>
        <source>It did not get through: %1 %2</source>
        <translation>전달되지 않았습니다: %1 %2</translation>
    </message>
</context>
<context>
    <name>haneul::notices::ChannelsPage</name>
    <message>
        <source>Not set up</source>
        <translation>설정되지 않음</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>전송 방법</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>비밀 값</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정됨</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>포기</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>마지막 문제</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>변경(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>시험(&amp;T)…</translation>
    </message>
    <message>
        <source>This needs the scope channel.write.</source>
        <translation>channel.write 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 채널을 저장했습니다.</translation>
    </message>
    <message>
        <source>✓ The test message was taken.</source>
        <translation>✓ 시험 메시지가 접수되었습니다.</translation>
    </message>
    <message>
        <source>✓ The test message to %1 was taken.</source>
        <translation>✓ %1 앞 시험 메시지가 접수되었습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::notices::MessageModel</name>
    <message>
        <source>■ Emergency</source>
        <translation>■ 비상</translation>
    </message>
    <message>
        <source>▲ Warning</source>
        <translation>▲ 경고</translation>
    </message>
    <message>
        <source>● Information</source>
        <translation>● 정보</translation>
    </message>
    <message>
        <source>Flight plan</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>비상</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>About</source>
        <translation>관련 항목</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>확인</translation>
    </message>
</context>
<context>
    <name>haneul::notices::OutboxModel</name>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>문자 메시지</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>푸시</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>데스크</translation>
    </message>
    <message>
        <source>◷ Waiting</source>
        <translation>◷ 대기</translation>
    </message>
    <message>
        <source>✓ Delivered</source>
        <translation>✓ 전달됨</translation>
    </message>
    <message>
        <source>✕ Given up</source>
        <translation>✕ 포기</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>전송 방법</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도 횟수</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>다음 시도</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>마지막 응답</translation>
    </message>
</context>
<context>
    <name>haneul::orders::AdvanceForm</name>
    <message>
        <source>Mission %1, now: %2</source>
        <translation>임무 %1, 현재: %2</translation>
    </message>
    <message>
        <source>Next &amp;step</source>
        <translation>다음 단계(&amp;S)</translation>
    </message>
    <message>
        <source>Where, or a &amp;note (may be empty)</source>
        <translation>위치 또는 메모(&amp;N)(비워 둘 수 있음)</translation>
    </message>
    <message>
        <source>Next step of the mission</source>
        <translation>임무의 다음 단계</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>기록(&amp;R)</translation>
    </message>
</context>
<context>
    <name>haneul::orders::AssignForm</name>
    <message numerus="yes">
        <source>Mission %1, %n stop(s)</source>
        <translation>
            <numerusform>임무 %1, 배달지점 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drone, such as HN-001; empty: none</source>
        <translation>드론(&amp;D)(예: HN-001, 비우면 없음)</translation>
    </message>
    <message>
        <source>Assign a drone</source>
        <translation>드론 배정</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>배정(&amp;A)</translation>
    </message>
</context>
<context>
    <name>haneul::orders::BookForm</name>
    <message>
        <source>Book a mission</source>
        <translation>임무 예약</translation>
    </message>
    <message>
        <source>&amp;Book it</source>
        <translation>예약(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>배달망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;From the base</source>
        <translation>출발 배달거점(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Stops in the order of flight (Delete takes one out)</source>
        <translation>비행 순서별 배달지점(&amp;S)(Delete로 제외)</translation>
    </message>
    <message>
        <source>Further stop: &amp;point</source>
        <translation>배달지점 추가: 지점(&amp;P)</translation>
    </message>
    <message>
        <source>Hand-o&amp;ver</source>
        <translation>인도 방식(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;tay</source>
        <translation>체류 시간(&amp;T)</translation>
    </message>
    <message>
        <source>Back to the &amp;base</source>
        <translation>귀환 배달거점(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Drone type</source>
        <translation>드론 기종(&amp;D)</translation>
    </message>
    <message>
        <source>Pa&amp;yload kg</source>
        <translation>탑재량(&amp;Y) kg</translation>
    </message>
    <message>
        <source>&amp;Earliest start (UTC), such as 10:05; empty: now</source>
        <translation>가장 이른 출발 시각(&amp;E)(UTC, 예: 10:05, 비우면 지금)</translation>
    </message>
    <message>
        <source>Free &amp;windows for the start; the first is taken when none is chosen</source>
        <translation>출발 가용 시간대(&amp;W)(선택하지 않으면 첫 시간대 적용)</translation>
    </message>
    <message>
        <source>Add the first stop.</source>
        <translation>첫 배달지점을 추가하십시오.</translation>
    </message>
    <message>
        <source>A time is written 10:05 or 10:05:30 (UTC).</source>
        <translation>시각은 10:05 또는 10:05:30(UTC) 형식입니다.</translation>
    </message>
    <message>
        <source>Free starts are being looked for…</source>
        <translation>가용 출발 시각을 찾는 중…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>▲  No start is free within 24 h: %1.</source>
        <translation>▲  24시간 안에 가용 출발 시각이 없습니다: %1.</translation>
    </message>
    <message>
        <source>Earliest start (st1): %1. Nothing is in the way.</source>
        <translation>가장 이른 출발 시각(st1): %1. 제약이 없습니다.</translation>
    </message>
    <message>
        <source>Earliest start (st1): %1. Not earlier, because %2.</source>
        <translation>가장 이른 출발 시각(st1): %1. 더 이른 출발이 안 되는 이유: %2.</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>as the point says</source>
        <translation>지점 설정값</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>출발 배달거점과 같음</translation>
    </message>
    <message>
        <source>&amp;Add the stop</source>
        <translation>배달지점 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Ta&amp;ke out</source>
        <translation>제외(&amp;K)</translation>
    </message>
    <message>
        <source>Ea&amp;rlier</source>
        <translation>앞으로(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>뒤로(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Order of the stops</source>
        <translation>방문 순서(&amp;O)</translation>
    </message>
</context>
<context>
    <name>haneul::orders::CancelForm</name>
    <message>
        <source>&amp;Reason, kept with it</source>
        <translation>사유(&amp;R)(함께 기록됨)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel it</source>
        <translation>취소 실행(&amp;N)</translation>
    </message>
</context>
<context>
    <name>haneul::orders::ConflictModel</name>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Why it no longer fits</source>
        <translation>더 이상 맞지 않는 이유</translation>
    </message>
    <message>
        <source>Booked start</source>
        <translation>예약 출발 시각</translation>
    </message>
    <message>
        <source>Proposed start</source>
        <translation>제안 출발 시각</translation>
    </message>
    <message>
        <source>none in sight</source>
        <translation>찾지 못함</translation>
    </message>
</context>
<context>
    <name>haneul::orders::DispatchChoice</name>
    <message>
        <source>Stops as ordered</source>
        <translation>주문 순서대로</translation>
    </message>
    <message>
        <source>Best order of stops</source>
        <translation>최적 방문 순서</translation>
    </message>
    <message>
        <source>Optimised</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Stops are flown in the order in which they were asked for; missions are booked first come, first served.</source>
        <translation>요청한 순서대로 들르며, 임무는 선착순으로 예약합니다.</translation>
    </message>
    <message>
        <source>Of all orders of up to three stops the one that ends first is flown; missions are booked first come, first served.</source>
        <translation>최대 세 곳까지 모든 순서 가운데 가장 먼저 끝나는 순서로 비행하며, 임무는 선착순으로 예약합니다.</translation>
    </message>
    <message>
        <source>Orders dispatched together are planned together, with missions booked shortly before that have not started: these may get another start. Never later in all than first come, first served. A single mission gets its best order of stops.</source>
        <translation>함께 배차하는 주문을, 조금 전에 예약되어 아직 출발하지 않은 임무와 함께 계획합니다. 그 임무의 출발 시각은 바뀔 수 있습니다. 전체로는 선착순보다 늦어지지 않습니다. 임무가 하나면 최적 방문 순서를 씁니다.</translation>
    </message>
    <message>
        <source>Order of the stops</source>
        <translation>방문 순서</translation>
    </message>
</context>
<context>
    <name>haneul::orders::Facts</name>
    <message numerus="yes">
        <source>%n missions no longer fit</source>
        <translation>
            <numerusform>더 이상 맞지 않는 임무 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::orders::HandOverForm</name>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Save the mission</source>
        <translation>임무 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>▲ Not saved: %1: %2</source>
        <translation>▲ 저장 못 함: %1: %2</translation>
    </message>
    <message>
        <source>Hand over mission %1</source>
        <translation>임무 %1 전달</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>형식(&amp;A)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>QGroundControl plan</source>
        <translation>QGroundControl 비행계획</translation>
    </message>
    <message>
        <source>MAVLink mission items</source>
        <translation>MAVLink 임무 항목</translation>
    </message>
    <message>
        <source>Message for other systems (JSON)</source>
        <translation>다른 시스템용 메시지(JSON)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>저장(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionDetails</name>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>By</source>
        <translation>기록자</translation>
    </message>
    <message>
        <source>Where, note</source>
        <translation>위치, 메모</translation>
    </message>
    <message>
        <source>Choose a mission to see its times and steps.</source>
        <translation>임무를 선택하면 시각과 단계가 표시됩니다.</translation>
    </message>
    <message>
        <source>%1: %2, %3 km, %4 in the air, %5 in all</source>
        <translation>%1: %2, %3 km, 비행 %4, 전체 %5</translation>
    </message>
    <message>
        <source>Times of the mission</source>
        <translation>임무 시각</translation>
    </message>
    <message>
        <source>Steps of the mission</source>
        <translation>임무 단계</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Details of the mission</source>
        <translation>임무 상세</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>운용 준비태세</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What was said of the drones</source>
        <translation>드론별 판단 내용</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionModel</name>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>배달지점</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Booked start</source>
        <translation>예약 출발 시각</translation>
    </message>
    <message>
        <source>Expected start</source>
        <translation>예상 출발 시각</translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation>예상 종료 시각</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>no longer fits</source>
        <translation>더 이상 맞지 않음</translation>
    </message>
</context>
<context>
    <name>haneul::orders::MissionsSide</name>
    <message numerus="yes">
        <source>▲ %n missions no longer fit</source>
        <translation>
            <numerusform>▲ 더 이상 맞지 않는 임무 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a mission in the list, in the diagram or on the map.</source>
        <translation>목록, 다이어그램 또는 지도에서 임무를 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>아직 배달망이 없습니다. 먼저 배달망을 그리거나 가져오십시오.</translation>
    </message>
    <message>
        <source>Mission %1 is booked.</source>
        <translation>임무 %1 예약을 마쳤습니다.</translation>
    </message>
    <message>
        <source>Mission %1 is over: no step follows.</source>
        <translation>임무 %1: 이미 종료되어 다음 단계가 없습니다.</translation>
    </message>
    <message>
        <source>Cancel a mission</source>
        <translation>임무 취소</translation>
    </message>
    <message numerus="yes">
        <source>Mission %1 is cancelled: all its places and times are free again, and its %n orders wait again.</source>
        <translation>
            <numerusform>임무 %1 취소됨: 점유하던 위치와 시간대가 모두 다시 비었고, 주문 %n건이 다시 대기합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>All missions fit.</source>
        <translation>모든 임무가 맞습니다.</translation>
    </message>
    <message>
        <source>No start is in sight for %1. Cancel it, or move another mission.</source>
        <translation>%1의 출발 시각을 찾지 못했습니다. 이 임무를 취소하거나 다른 임무의 시각을 변경하십시오.</translation>
    </message>
    <message>
        <source>Mission %1 now starts at %2.</source>
        <translation>임무 %1의 출발 시각이 %2(으)로 변경되었습니다.</translation>
    </message>
    <message>
        <source>Filter missions: id, drone, stop, order, step</source>
        <translation>임무 필터: ID, 드론, 배달지점, 주문, 단계</translation>
    </message>
    <message>
        <source>Filter missions</source>
        <translation>임무 필터</translation>
    </message>
    <message>
        <source>Which missions</source>
        <translation>임무 범위</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>모든 임무</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>미완료</translation>
    </message>
    <message>
        <source>Late by a minute or more</source>
        <translation>1분 이상 지연</translation>
    </message>
    <message>
        <source>No longer fit</source>
        <translation>더 이상 맞지 않음</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Missions that no longer fit</source>
        <translation>더 이상 맞지 않는 임무</translation>
    </message>
    <message>
        <source>Take the proposed start</source>
        <translation>제안 출발 시각 적용</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>예약…</translation>
    </message>
    <message>
        <source>Drone…</source>
        <translation>드론…</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>출발 시각…</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>다음 단계…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>임무 전달…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>취소…</translation>
    </message>
    <message numerus="yes">
        <source>%n missions have their proposed starts.</source>
        <translation>
            <numerusform>임무 %n건에 제안된 출발 시각을 적용했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all proposals…</source>
        <translation>모든 제안 적용…</translation>
    </message>
    <message>
        <source>Mission %1 has no drone.</source>
        <translation>임무 %1에 드론이 없습니다.</translation>
    </message>
    <message>
        <source>Mission %1 is flown by %2.</source>
        <translation>임무 %1의 드론은 %2입니다.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>sentence, remarks</comment>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>haneul::orders::NodeTimesModel</name>
    <message>
        <source>%1 actual</source>
        <translation>%1 실제</translation>
    </message>
    <message>
        <source>take-off %1, flight %2, landing %3</source>
        <translation>이륙 %1, 비행 %2, 착륙 %3</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Planned arrival</source>
        <translation>계획 도착</translation>
    </message>
    <message>
        <source>Stay or flight</source>
        <translation>체류 또는 비행</translation>
    </message>
    <message>
        <source>Planned departure</source>
        <translation>계획 출발</translation>
    </message>
    <message>
        <source>Arrival now</source>
        <translation>현재 도착</translation>
    </message>
    <message>
        <source>Departure now</source>
        <translation>현재 출발</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>편차</translation>
    </message>
    <message>
        <source>Parts of the flight</source>
        <translation>비행 구성</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrderEntry</name>
    <message>
        <source>Network</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Delivery point</source>
        <translation>배달지점</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>인도 방식</translation>
    </message>
    <message>
        <source>Payload kg</source>
        <translation>탑재량 kg</translation>
    </message>
    <message>
        <source>Deadline (UTC, may be empty)</source>
        <translation>마감(UTC, 비워 둘 수 있음)</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Id or name</source>
        <translation>ID 또는 이름</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>주문 접수</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>아직 배달망이 없습니다. 먼저 배달망을 그리거나 가져오십시오.</translation>
    </message>
    <message>
        <source>Enter the delivery point: its id or name.</source>
        <translation>배달지점의 ID나 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>No single delivery point is meant by &quot;%1&quot;. Choose one from the list.</source>
        <translation>&quot;%1&quot;에 해당하는 배달지점을 하나로 정할 수 없습니다. 목록에서 선택하십시오.</translation>
    </message>
    <message>
        <source>A deadline is written 10:05 or 2026-11-21 10:05 (UTC).</source>
        <translation>마감은 10:05 또는 2026-11-21 10:05(UTC) 형식입니다.</translation>
    </message>
    <message>
        <source>Order %1 is placed.</source>
        <translation>주문 %1 접수를 마쳤습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are placed: %1 to %2.</source>
        <translation>
            <numerusform>주문 %n건을 접수했습니다: %1~%2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrderModel</name>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>인도 방식</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Later than the deadline</source>
        <translation>마감보다 늦음</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrdersPanel</name>
    <message>
        <source>Orders or missions</source>
        <translation>주문 또는 임무</translation>
    </message>
    <message numerus="yes">
        <source>Orders (%n waiting)</source>
        <translation>
            <numerusform>주문(대기 %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message numerus="yes">
        <source>Missions (▲ %n no longer fit)</source>
        <translation>
            <numerusform>임무(▲ 맞지 않음 %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>임무</translation>
    </message>
</context>
<context>
    <name>haneul::orders::OrdersSide</name>
    <message>
        <source>Choose the order to be cancelled in the list.</source>
        <translation>취소할 주문을 목록에서 선택하십시오.</translation>
    </message>
    <message>
        <source>Cancel an order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Order %1 for %2 is cancelled; it is not flown.</source>
        <translation>주문 %1(%2) 취소됨: 비행하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no delivery network yet. Draw or import one first.</source>
        <translation>아직 배달망이 없습니다. 먼저 배달망을 그리거나 가져오십시오.</translation>
    </message>
    <message>
        <source>No order is waiting.</source>
        <translation>대기 중인 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Missions are being made…</source>
        <translation>임무를 만드는 중…</translation>
    </message>
    <message>
        <source>%1 to %2 at %3</source>
        <translation>%1 → %2, 출발 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missions are booked: %1.</source>
        <translation>
            <numerusform>임무 %n건을 예약했습니다: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mission was made.</source>
        <translation>만들어진 임무가 없습니다.</translation>
    </message>
    <message>
        <source>▲ Refused: %1</source>
        <translation>▲ 거부됨: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders wait for the end of their batching window.</source>
        <translation>
            <numerusform>주문 %n건이 묶음 대기 시간이 끝나기를 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter orders</source>
        <translation>주문 필터</translation>
    </message>
    <message>
        <source>Only open ones</source>
        <translation>진행 중인 주문만</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>At once, without waiting for batches</source>
        <translation>묶음 대기 없이 즉시</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>배차</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>주문 취소…</translation>
    </message>
</context>
<context>
    <name>haneul::orders::ProposalsForm</name>
    <message>
        <source>All these missions move in one step, or none does: the starts fit only together.</source>
        <translation>모든 임무를 한 번에 옮기거나, 하나도 옮기지 않습니다. 이 시각들은 함께 옮길 때만 맞습니다.</translation>
    </message>
    <message>
        <source>&amp;Missions with their old and new start (UTC)</source>
        <translation>임무와 이전·새 출발 시각(UTC)(&amp;M)</translation>
    </message>
    <message>
        <source>Take all proposals</source>
        <translation>모든 제안 적용</translation>
    </message>
    <message>
        <source>Move a&amp;ll</source>
        <translation>모두 옮기기(&amp;L)</translation>
    </message>
    <message>
        <source>▲  No start is in sight for %1: cancel, or move another mission.</source>
        <translation>▲  %1에 맞는 출발 시각이 없습니다. 취소하거나 다른 임무를 옮기십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::orders::RetimeForm</name>
    <message>
        <source>Mission %1, booked for %2</source>
        <translation>임무 %1, 예약 출발 시각 %2</translation>
    </message>
    <message>
        <source>New &amp;start (UTC), such as 10:05 or 10:05:30</source>
        <translation>새 출발 시각(&amp;S)(UTC, 예: 10:05 또는 10:05:30)</translation>
    </message>
    <message>
        <source>Another start</source>
        <translation>출발 시각 변경</translation>
    </message>
    <message>
        <source>&amp;Move it</source>
        <translation>시각 변경(&amp;M)</translation>
    </message>
    <message>
        <source>A time is written 10:05 or 10:05:30 (UTC).</source>
        <translation>시각은 10:05 또는 10:05:30(UTC) 형식입니다.</translation>
    </message>
    <message>
        <source>Free starts are being looked for…</source>
        <translation>가용 출발 시각을 찾는 중…</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1에 출발할 수 있습니다.</translation>
    </message>
    <message>
        <source>▲  %1 cannot be booked: it is past or too far away.</source>
        <translation>▲  %1에는 예약할 수 없습니다: 이미 지났거나 너무 먼 시각입니다.</translation>
    </message>
    <message>
        <source>▲  %1 is not free: %2.</source>
        <translation>▲  %1에는 출발할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&amp;Take the next free start: %1</source>
        <translation>다음 가용 출발 시각 적용(&amp;T): %1</translation>
    </message>
</context>
<context>
    <name>haneul::palette::Palette</name>
    <message>
        <source>Find an action, a track, a place, a setting or a help page</source>
        <translation>동작, 항적, 장소, 설정, 도움말 찾기</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 항목</translation>
    </message>
    <message>
        <source>Nothing found. Every word must be in the name; initial consonants (ㅎㄴ) are enough.</source>
        <translation>찾은 것이 없습니다. 모든 단어가 이름에 있어야 하며, 초성(ㅎㄴ)으로도 찾습니다.</translation>
    </message>
    <message>
        <source>only while a recording is shown</source>
        <translation>녹화 재생 중에만</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>지금은 할 수 없음</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>항적</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>position not known</source>
        <translation>위치 모름</translation>
    </message>
</context>
<context>
    <name>haneul::plans::ApproveForm</name>
    <message>
        <source>◆ %1 (%2) may meet it, %3: their heights cannot be compared.</source>
        <translation>◆ %1(%2) 비행계획과 만날 수 있음, %3: 고도를 서로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>▲ %1 (%2) could not be approved any more as it is: both would be there, %3.</source>
        <translation>▲ %1(%2) 비행계획은 지금 그대로는 더 이상 승인될 수 없음: 둘이 같은 곳에 있게 됩니다, %3.</translation>
    </message>
    <message>
        <source>◆ %1 (%2) has a higher priority: once approved, this plan must give way, %3.</source>
        <translation>◆ %1(%2) 비행계획의 우선순위가 더 높음: 그 계획이 승인되면 이 계획이 양보해야 합니다, %3.</translation>
    </message>
    <message>
        <source>▲ You cannot approve it: %1</source>
        <translation>▲ 승인할 수 없음: %1</translation>
    </message>
    <message>
        <source>◆ It would still wait: %1 of %2 approvals. A supervisor must approve too (%3).</source>
        <translation>◆ 승인 %2건 중 %1건으로 계속 대기합니다. 감독관도 승인해야 합니다(%3).</translation>
    </message>
    <message>
        <source>It would be approved (%1 of %2 approvals).</source>
        <translation>승인됩니다(승인 %2건 중 %1건).</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n check(s) are not judged: you take them upon yourself.</source>
        <translation>
            <numerusform>◆ 판정 불가 검사 %n건: 승인자가 책임을 집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Told: all supervisors.</source>
        <translation>알림 대상: 모든 감독관.</translation>
    </message>
    <message>
        <source>Told: %1.</source>
        <translation>알림 대상: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) count for others from then on.</source>
        <translation>
            <numerusform>그때부터 비행 공간 %n개가 다른 계획에 반영됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more plan(s).</source>
        <translation>
            <numerusform>… 외 계획 %n건.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other plan would be in its way.</source>
        <translation>방해가 되는 다른 계획은 없습니다.</translation>
    </message>
    <message>
        <source>Plan %1, revision %2. What this approval causes:</source>
        <translation>계획 %1, 개정 %2. 승인하면 생기는 일:</translation>
    </message>
    <message>
        <source>&amp;Conditions that the flight must keep to (may be empty)</source>
        <translation>비행이 지켜야 할 조건(비워도 됨)(&amp;C)</translation>
    </message>
    <message>
        <source>Seen: evidence %1… of %2</source>
        <translation>확인한 검사 근거: %1…, %2</translation>
    </message>
    <message>
        <source>Approve a flight plan</source>
        <translation>비행계획 승인</translation>
    </message>
    <message>
        <source>I &amp;approve it</source>
        <translation>승인함(&amp;A)</translation>
    </message>
    <message>
        <source>Plan %1 is approved. Its pilot has been told.</source>
        <translation>계획 %1이(가) 승인되었습니다. 조종자에게 알렸습니다.</translation>
    </message>
    <message>
        <source>Plan %1 has %2 of %3 approvals: it waits for a supervisor.</source>
        <translation>계획 %1: 승인 %3건 가운데 %2건을 받았습니다. 감독자의 승인을 기다립니다.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityForm</name>
    <message>
        <source>A plan is refused when more flights would be in the place at once than are laid down here. What is approved already stands.</source>
        <translation>이 장소에 동시에 있을 비행이 여기서 정한 수를 넘게 되면 비행계획이 거부됩니다. 이미 승인된 것은 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Flights at &amp;once</source>
        <translation>동시 비행 수(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Latitude (degrees north)</source>
        <translation>위도(북위, 도)(&amp;L)</translation>
    </message>
    <message>
        <source>Lon&amp;gitude (degrees east)</source>
        <translation>경도(동경, 도)(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Radius (m)</source>
        <translation>반경(m)(&amp;R)</translation>
    </message>
    <message>
        <source>%1: it keeps its shape.</source>
        <translation>%1: 형태는 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>&amp;From height (m, empty: the ground)</source>
        <translation>하한 고도(m, 비워 두면 지면)(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Up to height (m, empty: no limit)</source>
        <translation>상한 고도(m, 비워 두면 제한 없음)(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Heights from</source>
        <translation>고도 기준(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Begins (UTC, empty: now on)</source>
        <translation>시작(UTC, 비워 두면 지금부터)(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Ends (UTC, empty: never)</source>
        <translation>종료(UTC, 비워 두면 무기한)(&amp;E)</translation>
    </message>
    <message>
        <source>Change a capacity limit</source>
        <translation>수용 한도 변경</translation>
    </message>
    <message>
        <source>New capacity limit</source>
        <translation>새 수용 한도</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>A number, or a time such as 2026-11-21 10:05, is not one.</source>
        <translation>숫자 또는 시각(예: 2026-11-21 10:05)의 형식이 올바르지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1: at most %n flight(s) at once from now on.</source>
        <translation>
            <numerusform>%1: 지금부터 동시 비행은 최대 %n건입니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityModel</name>
    <message>
        <source>Circle of %1 m around %2</source>
        <translation>%2 중심, 반경 %1 m 원</translation>
    </message>
    <message numerus="yes">
        <source>Area with %n corner(s) at %1</source>
        <translation>
            <numerusform>꼭짓점 %n개의 영역, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시 한도</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Most, 12 h</source>
        <translation>최대, 12시간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>최대 시작 시각</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>유효 시간</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>any height</source>
        <translation>모든 고도</translation>
    </message>
    <message>
        <source>always</source>
        <translation>상시</translation>
    </message>
</context>
<context>
    <name>haneul::plans::CapacityPanel</name>
    <message>
        <source>&amp;New limit</source>
        <translation>새 한도(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>변경(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>폐지(&amp;T)</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>지도에 표시(&amp;M)</translation>
    </message>
    <message>
        <source>Places with a limit of capacity</source>
        <translation>수용 한도가 있는 장소</translation>
    </message>
    <message>
        <source>Choose a place to see its use.</source>
        <translation>장소를 고르면 이용 현황이 표시됩니다.</translation>
    </message>
    <message>
        <source>Nobody is or will be there in the next 12 hours.</source>
        <translation>앞으로 12시간 동안 이 장소에 있거나 있을 비행이 없습니다.</translation>
    </message>
    <message>
        <source>No limit of capacity is laid down: any number of flights may be anywhere at once.</source>
        <translation>정해진 수용 한도가 없습니다. 어디서나 동시 비행 수에 제한이 없습니다.</translation>
    </message>
    <message>
        <source>You may not change it: the scope zone.write is wanted.</source>
        <translation>변경할 수 없습니다. zone.write 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Choose a place in the list first.</source>
        <translation>먼저 목록에서 장소를 고르십시오.</translation>
    </message>
    <message>
        <source>%1: no limit any more.</source>
        <translation>%1: 더 이상 한도가 없습니다.</translation>
    </message>
    <message>
        <source>Retire a capacity limit</source>
        <translation>수용 한도 폐지</translation>
    </message>
    <message>
        <source>%1 will have no limit: any number of flights may be there at once from now on.</source>
        <translation>%1: 한도가 없어집니다. 지금부터 이 장소의 동시 비행 수에 제한이 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Retire it</source>
        <translation>폐지(&amp;R)</translation>
    </message>
</context>
<context>
    <name>haneul::plans::ConflictModel</name>
    <message>
        <source>Other plan</source>
        <translation>상대 계획</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Both there (UTC)</source>
        <translation>함께 있는 시간(UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
</context>
<context>
    <name>haneul::plans::ConflictsView</name>
    <message>
        <source>✓ %1 passed, %2 not judged</source>
        <translation>✓ 통과 %1, 판정 불가 %2</translation>
    </message>
    <message>
        <source>▲ %1 failed</source>
        <translation>▲ 불통과 %1</translation>
    </message>
    <message>
        <source>Not approved yet; may meet this one.</source>
        <translation>아직 승인되지 않음, 이 계획과 충돌할 수 있음</translation>
    </message>
    <message>
        <source>Not approved yet; could not be any more.</source>
        <translation>아직 승인되지 않음, 이 계획을 승인하면 승인될 수 없음</translation>
    </message>
    <message>
        <source>Not approved yet; has a higher priority.</source>
        <translation>아직 승인되지 않음, 우선순위가 더 높음</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>조종자</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Both there (UTC)</source>
        <translation>함께 있는 시간(UTC)</translation>
    </message>
    <message>
        <source>Both at</source>
        <translation>함께 있는 고도</translation>
    </message>
    <message>
        <source>%1 later: %2</source>
        <translation>%1 늦게: %2</translation>
    </message>
    <message>
        <source>%1 earlier: %2</source>
        <translation>%1 이르게: %2</translation>
    </message>
    <message>
        <source>%1 m higher: %2</source>
        <translation>%1 m 높게: %2</translation>
    </message>
    <message>
        <source>%1 m lower: %2</source>
        <translation>%1 m 낮게: %2</translation>
    </message>
    <message>
        <source>around it, %1 m longer</source>
        <translation>우회, %1 m 길어짐</translation>
    </message>
    <message>
        <source>around it, %1 m² less</source>
        <translation>우회, %1 m² 줄어듦</translation>
    </message>
    <message>
        <source>This would pass: %1.</source>
        <translation>이렇게 하면 통과합니다: %1.</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>이 계획</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>상대 계획</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Checked as it is</source>
        <translation>제안대로 검사한 결과</translation>
    </message>
    <message>
        <source>Plans that meet this one</source>
        <translation>이 계획과 충돌하는 계획</translation>
    </message>
    <message>
        <source>This plan beside the other</source>
        <translation>이 계획과 상대 계획 비교</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>제안 목록</translation>
    </message>
    <message>
        <source>Look for proposals</source>
        <translation>제안 찾기</translation>
    </message>
    <message>
        <source>Use this proposal</source>
        <translation>이 제안 적용</translation>
    </message>
    <message>
        <source>Return with it…</source>
        <translation>제안과 함께 반려…</translation>
    </message>
    <message>
        <source>The plan passes as it is: no proposal is needed.</source>
        <translation>계획이 그대로 통과합니다. 제안이 필요 없습니다.</translation>
    </message>
    <message>
        <source>What would pass instead has not been looked for yet.</source>
        <translation>통과할 수 있는 대안을 아직 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>Looking for what would pass…</source>
        <translation>통과할 수 있는 대안을 찾는 중…</translation>
    </message>
    <message>
        <source>▲ %1 comes first: no time, height or route changes it.</source>
        <translation>▲ %1 문제가 먼저입니다. 시각, 고도, 경로를 바꾸어도 달라지지 않습니다.</translation>
    </message>
    <message>
        <source>▲ Time, height and route were all tried: nothing passes within the limits.</source>
        <translation>▲ 시각, 고도, 경로를 모두 시도했으나 한도 안에서 통과하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Each proposal has been checked as it is.</source>
        <translation>각 제안은 제안된 그대로 검사를 거쳤습니다.</translation>
    </message>
    <message>
        <source>Plan %1 is submitted as proposed and waits for approval.</source>
        <translation>계획 %1이(가) 제안대로 제출되어 승인을 기다립니다.</translation>
    </message>
    <message>
        <source>Plan %1 was submitted as proposed, but something has changed: look at its checks.</source>
        <translation>계획 %1이(가) 제안대로 제출되었으나 그사이 바뀐 것이 있습니다. 검사 결과를 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::DecisionForm</name>
    <message>
        <source>Choose a sentence…</source>
        <translation>문구 선택…</translation>
    </message>
    <message>
        <source>&amp;Keep it among the sentences</source>
        <translation>문구 목록에 보관(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Sentences</source>
        <translation>문구(&amp;S)</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>최대 %1자입니다.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::DecisionSheet</name>
    <message>
        <source>The plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Plan %1, revision %2 · made %3 by %4</source>
        <translation>계획 %1, 개정 %2 · %3 %4 작성</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>Decision about a flight plan</source>
        <translation>비행계획 결정서</translation>
    </message>
    <message>
        <source>%1, revision %2: %3</source>
        <translation>%1, 개정 %2: %3</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>아직 결정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>결정 내용</translation>
    </message>
    <message>
        <source>By</source>
        <translation>결정자</translation>
    </message>
    <message>
        <source>At (UTC)</source>
        <translation>결정 시각(UTC)</translation>
    </message>
    <message>
        <source>Approval by %1</source>
        <translation>%1의 승인</translation>
    </message>
    <message>
        <source>without conditions</source>
        <translation>조건 없음</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Evidence that was seen</source>
        <translation>결정할 때 확인한 검사 근거</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>검사 근거</translation>
    </message>
    <message>
        <source>It has not been checked.</source>
        <translation>검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Checked %1 · revision %2 · digest %3</source>
        <translation>검사 %1 · 개정 %2 · 해시값 %3</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>What or where</source>
        <translation>대상 또는 위치</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>현재 값</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>none: there is no decision in the event log yet</source>
        <translation>없음: 이벤트 로그에 아직 결정이 없음</translation>
    </message>
    <message>
        <source>Entry of the log</source>
        <translation>로그 항목</translation>
    </message>
    <message>
        <source>%1 of the instance %2, %3</source>
        <translation>%1, 인스턴스 %2, %3</translation>
    </message>
    <message>
        <source>Digest of the entry</source>
        <translation>항목 해시값</translation>
    </message>
    <message>
        <source>Entry before it</source>
        <translation>이전 항목</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>검증 방법</translation>
    </message>
    <message>
        <source>In the log panel of the program, entry %1 must have this digest; it covers who decided, when, what, and the digest of the entry before it (BLAKE2b-256, signed with Ed25519). Without the program: export the log with haneul-server --export-log and run haneul-verify --list on the file; it says whether the log is good, and ends the line of entry %1 with this digest.</source>
        <translation>프로그램의 로그 패널에서 항목 %1의 해시값이 이 값과 같아야 합니다. 해시값은 누가, 언제, 무엇을 결정했는지와 이전 항목의 해시값을 포함합니다(BLAKE2b-256, Ed25519 서명). 프로그램이 없으면 haneul-server --export-log로 로그를 내보낸 뒤 그 파일에 haneul-verify --list를 실행하십시오. 로그가 올바른지 알려 주며, 항목 %1의 줄 끝에 이 해시값이 표시됩니다.</translation>
    </message>
    <message>
        <source>Decision about flight plan %1</source>
        <translation>비행계획 %1 결정서</translation>
    </message>
</context>
<context>
    <name>haneul::plans::EvidenceDifference</name>
    <message>
        <source>New: %1: %2</source>
        <translation>새 항목: %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: it says something else</source>
        <translation>%1: 내용이 달라짐</translation>
    </message>
    <message>
        <source>No longer: %1: %2</source>
        <translation>없어진 항목: %1: %2</translation>
    </message>
</context>
<context>
    <name>haneul::plans::EvidenceModel</name>
    <message>
        <source>all that it looked at: BLAKE2b-256 %1</source>
        <translation>검사에 쓰인 전체 자료: BLAKE2b-256 %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>What or where</source>
        <translation>대상 또는 위치</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>현재 값</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>시각(UTC)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
</context>
<context>
    <name>haneul::plans::MissionPlanForm</name>
    <message>
        <source>The way and the times of the mission become a draft, beyond sight, that returns home when the link is lost.</source>
        <translation>임무의 경로와 시각으로 초안을 만듭니다. 초안은 비가시권 비행이며 통신이 두절되면 귀환합니다.</translation>
    </message>
    <message>
        <source>&amp;Mission</source>
        <translation>임무(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>운용자(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pilot</source>
        <translation>조종자(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation>배터리(&amp;B)</translation>
    </message>
    <message>
        <source>Emergency &amp;landing sites (name latitude longitude; …)</source>
        <translation>비상 착륙 지점(&amp;L)(이름 위도 경도; …)</translation>
    </message>
    <message>
        <source>Flight plan of a mission</source>
        <translation>임무의 비행계획</translation>
    </message>
    <message>
        <source>Make the &amp;draft</source>
        <translation>초안 만들기(&amp;D)</translation>
    </message>
    <message>
        <source>A landing site is a name, a latitude and a longitude.</source>
        <translation>착륙 지점은 이름, 위도, 경도로 적습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlanCharts</name>
    <message>
        <source>route of %1</source>
        <translation>%1 경로</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>m %1</source>
        <translation>m %1</translation>
    </message>
    <message>
        <source>limits of its volumes</source>
        <translation>비행 공간의 고도 한계</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>%1와(과) 충돌</translation>
    </message>
    <message>
        <source>Heights over time</source>
        <translation>시간별 고도</translation>
    </message>
    <message>
        <source>Heights over time (%1: other height reference)</source>
        <translation>시간별 고도(%1: 고도 기준 다름)</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlanEditor</name>
    <message>
        <source> m/s</source>
        <translation> m/s</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Plan (empty: it is given one)</source>
        <translation>계획(비우면 자동 부여)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>운용 분야</translation>
    </message>
    <message>
        <source>Kind of mission</source>
        <translation>임무 종류</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>배터리</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>조종자</translation>
    </message>
    <message>
        <source>Payloads, with commas</source>
        <translation>탑재 장비(쉼표로 구분)</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>화물</translation>
    </message>
    <message>
        <source>Delivery mission</source>
        <translation>배달 임무</translation>
    </message>
    <message>
        <source>Priority, 0 to 100</source>
        <translation>우선순위(0~100)</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>시작 시각(UTC)</translation>
    </message>
    <message>
        <source>Time of the plan</source>
        <translation>계획 시간</translation>
    </message>
    <message>
        <source> min</source>
        <translation>분</translation>
    </message>
    <message>
        <source>Cruise</source>
        <translation>순항 속도</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>상승</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>가시권 구분</translation>
    </message>
    <message>
        <source>When the link is lost</source>
        <translation>통신 두절 시</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>지정 안 함</translation>
    </message>
    <message>
        <source>Landing sites (name latitude longitude; …)</source>
        <translation>착륙 지점(이름 위도 경도; …)</translation>
    </message>
    <message>
        <source>Documents (PERMIT number / authority; …)</source>
        <translation>문서(PERMIT 번호 / 관할기관; …)</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>비행 형태</translation>
    </message>
    <message>
        <source>Heights from</source>
        <translation>고도 기준</translation>
    </message>
    <message>
        <source>mean sea level (AMSL)</source>
        <translation>평균 해수면(AMSL)</translation>
    </message>
    <message>
        <source>the ground (AGL)</source>
        <translation>지면(AGL)</translation>
    </message>
    <message>
        <source>the ellipsoid (W84)</source>
        <translation>타원체(W84)</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>Up at the first place and down at the last</source>
        <translation>첫 지점에서 이륙, 마지막 지점에서 착륙</translation>
    </message>
    <message>
        <source>Height of the ground there</source>
        <translation>그곳의 지면 고도</translation>
    </message>
    <message>
        <source>From line to line</source>
        <translation>줄 간격</translation>
    </message>
    <message>
        <source>Direction of the lines</source>
        <translation>줄 방향</translation>
    </message>
    <message>
        <source>To each side, or radius</source>
        <translation>양쪽 폭 또는 반지름</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>통과 횟수</translation>
    </message>
    <message>
        <source>New flight plan</source>
        <translation>새 비행계획</translation>
    </message>
    <message>
        <source>Flight plan %1, revision %2</source>
        <translation>비행계획 %1, 개정 %2</translation>
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
        <source>Height (m)</source>
        <translation>고도(m)</translation>
    </message>
    <message>
        <source>Stays (s)</source>
        <translation>체류(초)</translation>
    </message>
    <message>
        <source>Places of the plan</source>
        <translation>계획의 지점</translation>
    </message>
    <message>
        <source>What the checks say</source>
        <translation>검사 결과</translation>
    </message>
    <message>
        <source>such as 2026-11-26 10:05</source>
        <translation>예: 2026-11-26 10:05</translation>
    </message>
    <message>
        <source>&amp;Draw on the map</source>
        <translation>지도에 그리기(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Add a place</source>
        <translation>지점 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>삭제(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the draft</source>
        <translation>초안 저장(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ubmit</source>
        <translation>제출(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>The start is a time such as 10:05 or 2026-11-26 10:05 (UTC).</source>
        <translation>시작 시각은 10:05 또는 2026-11-26 10:05처럼 적습니다(UTC).</translation>
    </message>
    <message>
        <source>A landing site is a name, a latitude and a longitude; several are parted by semicolons.</source>
        <translation>착륙 지점은 이름, 위도, 경도로 적고 여럿이면 세미콜론으로 구분합니다.</translation>
    </message>
    <message>
        <source>A document is PERMIT or WAIVER, its number, a stroke and the authority.</source>
        <translation>문서는 PERMIT 또는 WAIVER, 번호, 빗금, 관할기관 순으로 적습니다.</translation>
    </message>
    <message>
        <source>✓ Submitted now, it would wait for approval: %1 passed, %2 not judged.</source>
        <translation>✓ 지금 제출하면 승인 대기가 됩니다: 통과 %1, 판정 불가 %2.</translation>
    </message>
    <message>
        <source>▲ Submitted now, it would be returned: %1 passed, %2 not judged, %3 failed.</source>
        <translation>▲ 지금 제출하면 반려됩니다: 통과 %1, 판정 불가 %2, 불통과 %3.</translation>
    </message>
    <message>
        <source>Import a way</source>
        <translation>경로 가져오기</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) taken.</source>
        <translation>
            <numerusform>지점 %n개를 가져왔습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan %1 is kept as a draft, revision %2.</source>
        <translation>계획 %1을(를) 초안으로 저장했습니다, 개정 %2.</translation>
    </message>
    <message>
        <source>Kept as %1, revision %2.</source>
        <translation>%1(으)로 저장했습니다, 개정 %2.</translation>
    </message>
    <message>
        <source>Plan %1 waits for approval.</source>
        <translation>계획 %1이(가) 승인을 기다립니다.</translation>
    </message>
    <message>
        <source>Plan %1 was returned: look at its checks.</source>
        <translation>계획 %1이(가) 반려되었습니다. 검사 결과를 확인하십시오.</translation>
    </message>
    <message>
        <source>It was returned: something in the checks keeps it from its approval.</source>
        <translation>반려되었습니다. 검사에 승인을 막는 항목이 있습니다.</translation>
    </message>
    <message>
        <source>Ways (%1);;All files (*)</source>
        <translation>경로 파일 (%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Nothing could be taken from it: %1</source>
        <translation>파일에서 가져올 수 있는 것이 없습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n further line(s) or area(s) of the file</source>
        <translation>
            <numerusform>파일의 다른 선 또는 영역 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not taken: %2</source>
        <translation>%1 가져오지 않음: %2</translation>
    </message>
</context>
<context>
    <name>haneul::plans::PlansPanel</name>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>현재 값</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>시각(UTC)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>개정</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Filter: plan, operator, drone, state, what is in the way</source>
        <translation>필터: 계획, 운용자, 드론, 상태, 걸린 항목</translation>
    </message>
    <message>
        <source>Filter of the plans</source>
        <translation>계획 필터</translation>
    </message>
    <message>
        <source>Which plans</source>
        <translation>표시할 계획</translation>
    </message>
    <message>
        <source>Waits for my decision</source>
        <translation>내 결정 대기</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>승인 대기</translation>
    </message>
    <message>
        <source>Approved and flying</source>
        <translation>승인됨 및 비행 중</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>내 계획</translation>
    </message>
    <message>
        <source>All plans</source>
        <translation>모든 계획</translation>
    </message>
    <message>
        <source>Flight plans</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Evidence of the chosen plan</source>
        <translation>선택한 계획의 검사 근거</translation>
    </message>
    <message>
        <source>Changes since the version before</source>
        <translation>이전 개정과 달라진 점</translation>
    </message>
    <message>
        <source>All fields of the plan</source>
        <translation>계획의 모든 항목</translation>
    </message>
    <message>
        <source>History of the plan</source>
        <translation>계획 이력</translation>
    </message>
    <message>
        <source>Only what failed or is not judged</source>
        <translation>불통과 및 판정 불가만 보기</translation>
    </message>
    <message>
        <source>What an approval would cause</source>
        <translation>승인하면 생기는 일</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>검사 근거</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Heights and times</source>
        <translation>고도와 시간</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>승인…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>반려…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>거부…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>승인 철회…</translation>
    </message>
    <message>
        <source>Decision sheet…</source>
        <translation>결정서…</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>지도에서 보기</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>새 계획…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message numerus="yes">
        <source>%1 shown, %n waiting for approval. J and K: next and previous.</source>
        <translation>
            <numerusform>%1건 표시, 승인 대기 %n건. J, K: 다음, 이전.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a plan in the list or on the map.</source>
        <translation>목록이나 지도에서 계획을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation>계획을 선택하십시오.</translation>
    </message>
    <message>
        <source>%1 · %2 · revision %3 · %4 · drone %5 · %6–%7</source>
        <translation>%1 · %2 · 개정 %3 · %4 · 드론 %5 · %6–%7</translation>
    </message>
    <message>
        <source>
Reason: %1</source>
        <translation>
사유: %1</translation>
    </message>
    <message>
        <source>
Conditions: %1</source>
        <translation>
조건: %1</translation>
    </message>
    <message>
        <source>It does not wait for approval: %1.</source>
        <translation>승인 대기 상태가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>Revision %1 against revision %2, changed by %3 at %4:</source>
        <translation>개정 %2 대비 개정 %1, %4 %3 사용자가 변경:</translation>
    </message>
    <message>
        <source>This is the first version: there is nothing to compare with.</source>
        <translation>첫 개정이므로 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>End the flight</source>
        <translation>비행 종료</translation>
    </message>
    <message>
        <source>Begin the flight</source>
        <translation>비행 시작</translation>
    </message>
    <message>
        <source>%1 does not wait for approval: %2.</source>
        <translation>%1은(는) 승인 대기 상태가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>That cannot be done with %1 now: %2.</source>
        <translation>지금은 %1에 할 수 없는 일입니다: %2.</translation>
    </message>
    <message>
        <source>Save the decision sheet</source>
        <translation>결정서 저장</translation>
    </message>
    <message>
        <source>decision-%1.pdf</source>
        <translation>결정서-%1.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The sheet is in %1.</source>
        <translation>결정서를 %1에 저장했습니다.</translation>
    </message>
    <message>
        <source>The sheet could not be written: %1</source>
        <translation>결정서를 저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Plan %1 is a draft of the mission. Look at it, then submit it.</source>
        <translation>계획 %1은(는) 이 임무의 초안입니다. 확인한 뒤 제출하십시오.</translation>
    </message>
    <message>
        <source>Plan %1 waits for approval.</source>
        <translation>계획 %1이(가) 승인을 기다립니다.</translation>
    </message>
    <message>
        <source>Plan %1 was returned: look at its checks.</source>
        <translation>계획 %1이(가) 반려되었습니다. 검사 결과를 확인하십시오.</translation>
    </message>
    <message>
        <source>The flight of %1 has begun.</source>
        <translation>%1 비행을 시작했습니다.</translation>
    </message>
    <message>
        <source>The flight of %1 has ended.</source>
        <translation>%1 비행을 종료했습니다.</translation>
    </message>
    <message>
        <source>In 3D</source>
        <translation>3D로 보기</translation>
    </message>
    <message>
        <source>In the diagram</source>
        <translation>다이어그램에서 보기</translation>
    </message>
</context>
<context>
    <name>haneul::plans::QueueModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 후</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>검사 안 됨</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>검사 %n건 불통과</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>판정 불가 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>all passed</source>
        <translation>모두 통과</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2건 중 %1건</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>출발 시각(UTC)</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>To look at first</source>
        <translation>우선 확인 사항</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>대기 시작</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>승인</translation>
    </message>
</context>
<context>
    <name>haneul::plans::RefuseForm</name>
    <message>
        <source>Plan %1, revision %2, goes back for changes. Told, with the reason: %3.</source>
        <translation>비행계획 %1, 개정 %2: 수정하도록 반려됩니다. 사유와 함께 알림을 받는 대상: %3.</translation>
    </message>
    <message>
        <source>Plan %1, revision %2, is rejected for good: nothing can be done with it any more. Told, with the reason: %3.</source>
        <translation>비행계획 %1, 개정 %2: 최종 거부되며 더 이상 어떤 처리도 할 수 없습니다. 사유와 함께 알림을 받는 대상: %3.</translation>
    </message>
    <message>
        <source>The approval of plan %1 is taken back: it must not be flown, and its airspace is free again. Told, with the reason: %2.</source>
        <translation>비행계획 %1의 승인이 철회됩니다. 이 계획으로 비행할 수 없으며 해당 공역은 다시 비게 됩니다. 사유와 함께 알림을 받는 대상: %2.</translation>
    </message>
    <message>
        <source>Plan %1 is withdrawn: it will not be flown, and its airspace is free again.</source>
        <translation>비행계획 %1: 철수됩니다. 비행하지 않으며 해당 공역은 다시 비게 됩니다.</translation>
    </message>
    <message>
        <source>&amp;Reason (may be empty)</source>
        <translation>사유(비워 둘 수 있음)(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>사유(&amp;R)</translation>
    </message>
    <message>
        <source>Return a flight plan</source>
        <translation>비행계획 반려</translation>
    </message>
    <message>
        <source>Reject a flight plan</source>
        <translation>비행계획 거부</translation>
    </message>
    <message>
        <source>Revoke an approval</source>
        <translation>승인 철회</translation>
    </message>
    <message>
        <source>Withdraw a flight plan</source>
        <translation>비행계획 철수</translation>
    </message>
    <message>
        <source>Re&amp;turn it</source>
        <translation>반려(&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;ject it</source>
        <translation>거부(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;voke it</source>
        <translation>철회(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Withdraw it</source>
        <translation>철수(&amp;W)</translation>
    </message>
    <message>
        <source>Plan %1 has been returned; those concerned have been told.</source>
        <translation>비행계획 %1: 반려되었습니다. 관계자에게 알렸습니다.</translation>
    </message>
    <message>
        <source>Plan %1 has been rejected; those concerned have been told.</source>
        <translation>비행계획 %1: 거부되었습니다. 관계자에게 알렸습니다.</translation>
    </message>
    <message>
        <source>The approval of plan %1 has been revoked.</source>
        <translation>비행계획 %1의 승인이 철회되었습니다.</translation>
    </message>
    <message>
        <source>Plan %1 has been withdrawn.</source>
        <translation>비행계획 %1: 철수되었습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::Remedy</name>
    <message>
        <source>Record the drone %1…</source>
        <translation>드론 %1 등록…</translation>
    </message>
    <message>
        <source>Record the battery %1…</source>
        <translation>배터리 %1 등록…</translation>
    </message>
    <message>
        <source>Record the pilot %1…</source>
        <translation>조종사 %1 등록…</translation>
    </message>
    <message>
        <source>Open the fleet</source>
        <translation>기체 운용 열기</translation>
    </message>
</context>
<context>
    <name>haneul::plans::RouteTool</name>
    <message numerus="yes">
        <source>Flight plan: click or Insert puts a place, Backspace takes it back, Return ends, Escape forgets (%n so far)</source>
        <translation>
            <numerusform>비행계획: 클릭 또는 Insert로 지점 추가, Backspace로 취소, Return으로 완료, Escape로 버리기(현재 %n개)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::plans::SideView</name>
    <message>
        <source>The plan has no heights yet.</source>
        <translation>비행계획에 아직 고도가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation>비행계획을 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::plans::TimeStrip</name>
    <message>
        <source>Plans in time</source>
        <translation>시간대별 비행계획</translation>
    </message>
</context>
<context>
    <name>haneul::plans::Words</name>
    <message>
        <source>The plan has no id.</source>
        <translation>비행계획에 ID가 없습니다.</translation>
    </message>
    <message>
        <source>No operator is named.</source>
        <translation>운용자가 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>No drone is named.</source>
        <translation>드론이 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>No pilot is named.</source>
        <translation>조종자가 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no such profile. Choose one.</source>
        <translation>해당 프로파일이 없습니다. 프로파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>The profile has no such kind of mission.</source>
        <translation>프로파일에 해당 임무 종류가 없습니다.</translation>
    </message>
    <message>
        <source>The profile does not fly such a route. Choose another form.</source>
        <translation>프로파일에서 이러한 경로의 비행을 지원하지 않습니다. 다른 형태를 선택하십시오.</translation>
    </message>
    <message>
        <source>The profile asks for this field.</source>
        <translation>프로파일에서 요구하는 항목입니다.</translation>
    </message>
    <message>
        <source>The end is not after the start.</source>
        <translation>종료 시각이 출발 시각보다 늦지 않습니다.</translation>
    </message>
    <message>
        <source>The start has passed.</source>
        <translation>출발 시각이 지났습니다.</translation>
    </message>
    <message>
        <source>The end is more than 30 days ahead.</source>
        <translation>종료 시각이 30일보다 더 뒤입니다.</translation>
    </message>
    <message>
        <source>A priority is 0 to 100.</source>
        <translation>우선순위는 0~100이어야 합니다.</translation>
    </message>
    <message>
        <source>The mass of the parcels is not a number from 0 on.</source>
        <translation>소포 질량이 0 이상의 수가 아닙니다.</translation>
    </message>
    <message>
        <source>A speed is a number above 0.</source>
        <translation>속도는 0보다 큰 수여야 합니다.</translation>
    </message>
    <message>
        <source>Beyond sight, the plan says what happens when the link is lost.</source>
        <translation>비가시권 비행계획에는 통신 두절 시 조치를 명시해야 합니다.</translation>
    </message>
    <message>
        <source>Beyond sight, the plan names at least one emergency landing site.</source>
        <translation>비가시권 비행계획에는 비상 착륙 지점을 하나 이상 지정해야 합니다.</translation>
    </message>
    <message>
        <source>A landing site is no place on Earth.</source>
        <translation>착륙 지점이 지구상의 위치가 아닙니다.</translation>
    </message>
    <message>
        <source>A document has no number, or ends before it begins.</source>
        <translation>문서에 번호가 없거나 종료가 시작보다 빠릅니다.</translation>
    </message>
    <message>
        <source>The plan has no volumes yet: its route cannot be flown.</source>
        <translation>비행계획에 아직 비행 공간이 없습니다. 경로를 비행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The volumes have too many corners.</source>
        <translation>비행 공간의 꼭짓점이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The flight takes longer than the plan&apos;s time. Set a later end.</source>
        <translation>비행이 비행계획의 시간보다 오래 걸립니다. 종료 시각을 더 늦게 설정하십시오.</translation>
    </message>
    <message>
        <source>The volumes do not hold the whole flight.</source>
        <translation>비행 공간이 비행 전체를 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>The route cannot be flown: two places or more, heights of one reference.</source>
        <translation>경로를 비행할 수 없습니다. 지점이 둘 이상이어야 하며 고도 기준이 모두 같아야 합니다.</translation>
    </message>
    <message>
        <source>The pattern cannot be flown as it is drawn.</source>
        <translation>패턴을 그려진 대로 비행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The area is not sound: three corners or more that do not cross themselves.</source>
        <translation>영역이 올바르지 않습니다. 꼭짓점이 셋 이상이고 변이 서로 교차하지 않아야 합니다.</translation>
    </message>
    <message>
        <source>The upper height is not above the lower one.</source>
        <translation>상한 고도가 하한 고도보다 높지 않습니다.</translation>
    </message>
    <message>
        <source>The margins of the volumes are not above 0.</source>
        <translation>비행 공간의 여유가 0보다 크지 않습니다.</translation>
    </message>
    <message>
        <source>Cruise speed against the drone type.</source>
        <translation>드론 기종 대비 순항 속도.</translation>
    </message>
    <message>
        <source>Climb against the drone type.</source>
        <translation>드론 기종 대비 상승률.</translation>
    </message>
    <message>
        <source>Descent against the drone type.</source>
        <translation>드론 기종 대비 강하율.</translation>
    </message>
    <message>
        <source>Time in the air against the drone type.</source>
        <translation>드론 기종 대비 비행 시간.</translation>
    </message>
    <message>
        <source>The limit of the drone type is not recorded.</source>
        <translation>드론 기종의 한계가 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The flight goes through a prohibited zone.</source>
        <translation>비행이 비행금지 구역을 통과합니다.</translation>
    </message>
    <message>
        <source>Whether the flight goes through is not known.</source>
        <translation>비행의 구역 통과 여부를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The zone sets conditions in words: a person judges them.</source>
        <translation>구역의 조건이 문장으로 정해져 있어 사람이 판정합니다.</translation>
    </message>
    <message>
        <source>The zone asks for an authorisation.</source>
        <translation>구역에 허가가 필요합니다.</translation>
    </message>
    <message>
        <source>The flight goes through this zone.</source>
        <translation>비행이 이 구역을 통과합니다.</translation>
    </message>
    <message>
        <source>The zones of the airspace are not known.</source>
        <translation>공역의 구역을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The volumes are not sound, so nothing can be compared with them.</source>
        <translation>비행 공간이 올바르지 않아 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>A standing plan goes before and is there at that time.</source>
        <translation>우선하는 유효 비행계획이 그 시간에 해당 공간에 있습니다.</translation>
    </message>
    <message>
        <source>A standing plan may be there: the heights cannot be compared.</source>
        <translation>유효 비행계획이 해당 공간에 있을 수 있습니다. 고도를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>A standing plan of lower priority must give way.</source>
        <translation>우선순위가 낮은 유효 비행계획이 양보해야 합니다.</translation>
    </message>
    <message>
        <source>The standing plans are not known.</source>
        <translation>유효 비행계획을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>More flights at once than are possible here.</source>
        <translation>동시 비행 수가 이곳에서 가능한 수를 초과합니다.</translation>
    </message>
    <message>
        <source>Flights at once against what is possible.</source>
        <translation>가능한 수 대비 동시 비행 수.</translation>
    </message>
    <message>
        <source>Standing plans or limits are not known.</source>
        <translation>유효 비행계획 또는 한계를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Drone, battery and pilot are not known to the fleet.</source>
        <translation>드론, 배터리, 조종자가 기체 운용에 등록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The zone asks for an authorisation and no document covers all of the time.</source>
        <translation>구역에 허가가 필요하지만 전체 시간을 포함하는 문서가 없습니다.</translation>
    </message>
    <message>
        <source>A document covers this zone.</source>
        <translation>이 구역에 해당하는 문서가 있습니다.</translation>
    </message>
    <message>
        <source>There is no source for this check here: it is not judged.</source>
        <translation>이 검사에 사용할 자료가 없어 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>This console keeps no flight plans.</source>
        <translation>이 콘솔은 비행계획을 관리하지 않습니다.</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask somebody who may, or sign in as another user.</source>
        <translation>현재 역할로는 할 수 없습니다. 권한이 있는 사람에게 요청하거나 다른 사용자로 로그인하십시오.</translation>
    </message>
    <message>
        <source>There is no such flight plan any more.</source>
        <translation>해당 비행계획이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The plan does not stand where this is possible any more: somebody has decided meanwhile. Look at its history.</source>
        <translation>비행계획이 더 이상 이 작업을 할 수 있는 상태가 아닙니다. 그사이 다른 사람이 결정했습니다. 이력을 확인하십시오.</translation>
    </message>
    <message>
        <source>Only its authors, its pilot and its operator&apos;s people do this.</source>
        <translation>작성자, 조종자, 운용자 소속 인원만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The plan has been changed since you looked at it. Close this, look at what is new, then decide.</source>
        <translation>확인한 이후 비행계획이 변경되었습니다. 이 창을 닫고 변경 내용을 확인한 후 결정하십시오.</translation>
    </message>
    <message>
        <source>The checks say something else than what you saw. The new evidence is shown: look at it, then decide.</source>
        <translation>검사 결과가 확인한 내용과 다릅니다. 새 검사 근거가 표시되어 있으니 확인한 후 결정하십시오.</translation>
    </message>
    <message>
        <source>The checks do not let it pass any more, perhaps because another plan was approved first. Look at what is hit, then return it with a proposal.</source>
        <translation>검사를 더 이상 통과하지 못합니다. 다른 비행계획이 먼저 승인되었을 수 있습니다. 저촉되는 항목을 확인한 후 제안과 함께 반려하십시오.</translation>
    </message>
    <message>
        <source>Only a person who is logged in by name decides.</source>
        <translation>본인 이름으로 로그인한 사람만 결정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Administrators keep the house and decide about no plan.</source>
        <translation>관리자는 시스템 관리만 담당하며 비행계획을 결정하지 않습니다.</translation>
    </message>
    <message>
        <source>Who wrote the plan is not known, so nobody can be told to be somebody else. Have it submitted again.</source>
        <translation>비행계획의 작성자를 알 수 없어 결정하는 사람이 작성자와 다른지 확인할 수 없습니다. 다시 제출하게 하십시오.</translation>
    </message>
    <message>
        <source>You wrote or submitted this plan yourself: another person decides about it.</source>
        <translation>본인이 작성하거나 제출한 비행계획입니다. 다른 사람이 결정해야 합니다.</translation>
    </message>
    <message>
        <source>You changed this plan last: another person decides about it.</source>
        <translation>본인이 마지막으로 변경한 비행계획입니다. 다른 사람이 결정해야 합니다.</translation>
    </message>
    <message>
        <source>You gave the first approval: the second is another person&apos;s.</source>
        <translation>본인이 1차 승인을 했습니다. 2차 승인은 다른 사람이 해야 합니다.</translation>
    </message>
    <message>
        <source>Say why: the pilot is told.</source>
        <translation>사유를 입력하십시오. 조종자에게 전달됩니다.</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation>글이 너무 깁니다. 줄이십시오.</translation>
    </message>
    <message>
        <source>There is a plan with this id already. Choose another one.</source>
        <translation>이 ID의 비행계획이 이미 있습니다. 다른 ID를 선택하십시오.</translation>
    </message>
    <message>
        <source>An id has 1 to 64 letters, digits, hyphens, dots and _. Choose another one.</source>
        <translation>ID는 영문자, 숫자, 하이픈, 점, _로 된 1~64자입니다. 다른 ID를 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no mission of this id.</source>
        <translation>이 ID의 임무가 없습니다.</translation>
    </message>
    <message>
        <source>The mission is over or cancelled.</source>
        <translation>임무가 종료되었거나 취소되었습니다.</translation>
    </message>
    <message>
        <source>You belong to another organisation than this operator.</source>
        <translation>이 운용자와 다른 조직에 소속되어 있습니다.</translation>
    </message>
    <message>
        <source>The plan is too large. Leave out points.</source>
        <translation>비행계획이 너무 큽니다. 지점을 줄이십시오.</translation>
    </message>
    <message>
        <source>It is too early: the flight begins later.</source>
        <translation>너무 이릅니다. 비행은 나중에 시작됩니다.</translation>
    </message>
    <message>
        <source>It is too late: the plan&apos;s time has passed.</source>
        <translation>너무 늦었습니다. 비행계획의 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>Too many searches wait. Try again in a moment.</source>
        <translation>대기 중인 검색이 너무 많습니다. 잠시 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The plan passes as it is: nothing else is needed.</source>
        <translation>비행계획이 그대로 통과합니다. 다른 조치가 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운용사</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>조종자</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>배터리</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>탑재 장비</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>소포</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>Kind of mission</source>
        <translation>임무 종류</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>Delivery mission</source>
        <translation>배달 임무</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>출발 시각</translation>
    </message>
    <message>
        <source>End</source>
        <translation>종료 시각</translation>
    </message>
    <message>
        <source>Speeds and sight</source>
        <translation>속도 및 가시권 구분</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>이상 발생 시</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>비행 공간</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>작성됨</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>제출됨</translation>
    </message>
    <message>
        <source>Checks passed</source>
        <translation>검사 통과</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>검사 불통과</translation>
    </message>
    <message>
        <source>Approvers told</source>
        <translation>승인자에게 알림</translation>
    </message>
    <message>
        <source>Pilot told</source>
        <translation>조종자에게 알림</translation>
    </message>
    <message>
        <source>First approval</source>
        <translation>1차 승인</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인됨</translation>
    </message>
    <message>
        <source>Returned for changes</source>
        <translation>수정하도록 반려됨</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>철수됨</translation>
    </message>
    <message>
        <source>Approval revoked</source>
        <translation>승인 철회됨</translation>
    </message>
    <message>
        <source>Flight begun</source>
        <translation>비행 시작됨</translation>
    </message>
    <message>
        <source>Flight ended</source>
        <translation>비행 종료됨</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>검사 중</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>승인 대기</translation>
    </message>
    <message>
        <source>Flying</source>
        <translation>비행 중</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>Outside its volumes</source>
        <translation>비행 공간 이탈</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>비상 상황</translation>
    </message>
    <message>
        <source>Approved provisionally</source>
        <translation>임시 승인됨</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>충돌 중</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>성능</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Other plans</source>
        <translation>다른 비행계획</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>수용 대수</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>운용 준비태세</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>기상</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>지상 위험</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>공중 충돌 위험</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>불통과</translation>
    </message>
    <message>
        <source>Waypoints</source>
        <translation>경유점</translation>
    </message>
    <message>
        <source>Lines over an area</source>
        <translation>영역 격자</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>회랑</translation>
    </message>
    <message>
        <source>Anywhere in an area</source>
        <translation>영역 내 자유 비행</translation>
    </message>
    <message>
        <source>within sight (VLOS)</source>
        <translation>가시권(VLOS)</translation>
    </message>
    <message>
        <source>beyond sight (BVLOS)</source>
        <translation>비가시권(BVLOS)</translation>
    </message>
    <message>
        <source>returns home</source>
        <translation>귀환</translation>
    </message>
    <message>
        <source>hovers</source>
        <translation>호버</translation>
    </message>
    <message>
        <source>lands</source>
        <translation>착륙</translation>
    </message>
    <message>
        <source>flies on</source>
        <translation>비행 계속</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>더 늦게</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>더 일찍</translation>
    </message>
    <message>
        <source>Other height</source>
        <translation>다른 고도</translation>
    </message>
    <message>
        <source>Other route</source>
        <translation>다른 경로</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>물류</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>농업</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>감시</translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation>공공 안전</translation>
    </message>
    <message>
        <source>goes before</source>
        <translation>우선함</translation>
    </message>
    <message>
        <source>gives way</source>
        <translation>양보함</translation>
    </message>
    <message>
        <source>may be there too</source>
        <translation>함께 있을 수 있음</translation>
    </message>
    <message>
        <source>Cruise speed</source>
        <translation>순항 속도</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>상승</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>When the link is lost</source>
        <translation>통신 두절 시</translation>
    </message>
    <message>
        <source>Landing sites</source>
        <translation>착륙 지점</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>from %1 up</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>cruise %1 m/s, climb %2 m/s, descent %3 m/s, %4</source>
        <translation>순항 %1 m/s, 상승 %2 m/s, 강하 %3 m/s, %4</translation>
    </message>
    <message>
        <source>link lost: %1; landing sites: %2</source>
        <translation>통신 두절: %1; 착륙 지점: %2</translation>
    </message>
    <message>
        <source>permit</source>
        <translation>허가서</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>면제서</translation>
    </message>
    <message>
        <source>circle of %1 m around %2</source>
        <translation>%2 중심 반경 %1 m 원</translation>
    </message>
    <message numerus="yes">
        <source>area of %n corner(s)</source>
        <translation>
            <numerusform>꼭짓점 %n개의 영역</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waypoint(s)</source>
        <translation>
            <numerusform>경유점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>lines %1 m apart at %2° over an %3, %4</source>
        <translation>%3에 간격 %1 m, 방향 %2°의 격자, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), %1 m to each side, %2 passes, %3</source>
        <translation>
            <numerusform>지점 %n개, 양쪽 %1 m, %2회 통과, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>, stays %1</source>
        <translation>, %1 체류</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), %1</source>
        <translation>
            <numerusform>비행 공간 %n개, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Waypoint %1</source>
        <translation>경유점 %1</translation>
    </message>
    <message>
        <source>Another plan holds this airspace at that time. Please take one of the proposals.</source>
        <translation>다른 비행계획이 그 시간에 이 공역을 점유하고 있습니다. 제안 중 하나를 선택하십시오.</translation>
    </message>
    <message>
        <source>Please choose another time.</source>
        <translation>다른 시간을 선택하십시오.</translation>
    </message>
    <message>
        <source>Please fly lower, or around the zone that is named.</source>
        <translation>더 낮게 비행하거나 지정된 구역을 우회하십시오.</translation>
    </message>
    <message>
        <source>An authorisation for a zone on the way is missing. Please add it.</source>
        <translation>경로상 구역의 허가가 없습니다. 추가하십시오.</translation>
    </message>
    <message>
        <source>Please name an emergency landing site nearer to the route.</source>
        <translation>경로에 더 가까운 비상 착륙 지점을 지정하십시오.</translation>
    </message>
    <message>
        <source>The flight goes through a zone in which no flight is permitted.</source>
        <translation>비행이 허용되지 않는 구역을 통과합니다.</translation>
    </message>
    <message>
        <source>The operator&apos;s documents do not permit this flight.</source>
        <translation>운용자의 문서로는 이 비행이 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>The risk to people on the ground is not acceptable here.</source>
        <translation>지상 인원에 대한 위험이 이곳에서 허용될 수 없습니다.</translation>
    </message>
    <message>
        <source>The same flight has been submitted twice.</source>
        <translation>같은 비행이 두 번 제출되었습니다.</translation>
    </message>
    <message>
        <source>A temporary restriction has been published on the way.</source>
        <translation>경로상에 임시 제한이 게시되었습니다.</translation>
    </message>
    <message>
        <source>The airspace is needed for an emergency flight.</source>
        <translation>비상 비행에 해당 공역이 필요합니다.</translation>
    </message>
    <message>
        <source>The weather no longer permits this flight.</source>
        <translation>기상 조건상 이 비행이 더 이상 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>The drone or its pilot is no longer ready.</source>
        <translation>드론 또는 조종자가 더 이상 준비되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Report the start and the end to the control room by radio.</source>
        <translation>시작과 종료를 관제실에 무선으로 보고하십시오.</translation>
    </message>
    <message>
        <source>Land at once when the control room says so.</source>
        <translation>관제실의 지시가 있으면 즉시 착륙하십시오.</translation>
    </message>
    <message>
        <source>Fly only while the pilot or an observer sees the drone.</source>
        <translation>조종자 또는 관찰자가 드론을 볼 수 있을 때만 비행하십시오.</translation>
    </message>
    <message>
        <source>Keep away from gatherings of people.</source>
        <translation>군중에서 떨어져 비행하십시오.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are within the limit of the approval policy.</source>
        <translation>지상 예상 사망자 수가 승인 정책의 한도 이내입니다.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are above the limit of the approval policy. Another way over fewer people, another time or a lighter drone would help.</source>
        <translation>지상 예상 사망자 수가 승인 정책의 한도를 초과합니다. 사람이 더 적은 경로, 다른 시각 또는 더 가벼운 드론을 고려하십시오.</translation>
    </message>
    <message>
        <source>The expected fatalities on the ground are computed, but no limit is laid down in the approval policy: it is not judged.</source>
        <translation>지상 예상 사망자 수를 계산했으나 승인 정책에 한도가 정해져 있지 않아 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>The risk on the ground cannot be computed here: data about people, traffic or heights is missing. It is not judged.</source>
        <translation>인구, 교통 또는 고도 자료가 없어 이곳의 지상 위험을 계산할 수 없습니다. 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Some of the data is synthetic: the numbers show how the model works, not how the place is. It is not judged by them.</source>
        <translation>일부 자료가 합성 자료입니다. 수치는 모델의 작동 방식을 보여 줄 뿐 실제 장소의 상태가 아니므로 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; the collision risk is within the limit.</source>
        <translation>다른 비행계획이 같은 고도에서 반대 방향으로 나란히 비행하며, 공중 충돌 위험은 한도 이내입니다.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; the collision risk is above the limit. Fly farther apart, at another level or time.</source>
        <translation>다른 비행계획이 같은 고도에서 반대 방향으로 나란히 비행하며, 공중 충돌 위험이 한도를 초과합니다. 더 멀리 떨어지거나 다른 고도 또는 시각에 비행하십시오.</translation>
    </message>
    <message>
        <source>Another plan flies beside it in the opposite direction at one level; no limit is laid down in the approval policy: it is not judged.</source>
        <translation>다른 비행계획이 같은 고도에서 반대 방향으로 나란히 비행하지만, 승인 정책에 한도가 정해져 있지 않아 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>The collision risk beside another plan cannot be computed: it is not judged.</source>
        <translation>다른 비행계획과 나란히 비행할 때의 공중 충돌 위험을 계산할 수 없어 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>An operation over an area has no direction: the collision risk beside other routes is not judged.</source>
        <translation>영역 단위 비행은 방향이 없으므로, 다른 경로와 나란히 있을 때의 공중 충돌 위험은 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Somebody has retired this limit meanwhile.</source>
        <translation>그사이 다른 사람이 이 한도를 폐지했습니다.</translation>
    </message>
    <message>
        <source>A limit needs a name and at least one flight at once.</source>
        <translation>한도에는 이름이 필요하며 동시 비행은 1건 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>There are too many limits already: retire some first.</source>
        <translation>한도가 이미 너무 많습니다. 먼저 일부를 폐지하십시오.</translation>
    </message>
    <message>
        <source>something is in the way at each</source>
        <translation>모두 다른 것에 막힘</translation>
    </message>
    <message>
        <source>%1 is in the way at each</source>
        <translation>모두 %1에 막힘</translation>
    </message>
    <message>
        <source>no time is left before the start</source>
        <translation>출발 전까지 남은 시간 없음</translation>
    </message>
    <message>
        <source>no other height is within the limits</source>
        <translation>한도 이내의 다른 고도 없음</translation>
    </message>
    <message>
        <source>no way around is free and short enough</source>
        <translation>가용하고 충분히 짧은 우회 경로 없음</translation>
    </message>
    <message>
        <source>where the way is free another check does not pass</source>
        <translation>경로가 비어 있는 곳에서는 다른 검사를 통과하지 못함</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tried, none passes: %2.</source>
        <translation>
            <numerusform>%1: %n건을 시도했으나 통과한 것 없음: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the flight asks of drone and pilot cannot be told.</source>
        <translation>이 비행이 드론과 조종사에게 요구하는 것을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>배달</translation>
    </message>
    <message>
        <source>Medical delivery</source>
        <translation>의료 배달</translation>
    </message>
    <message>
        <source>Transfer between depots</source>
        <translation>거점 간 이송</translation>
    </message>
    <message>
        <source>Power line</source>
        <translation>송전선</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>교량</translation>
    </message>
    <message>
        <source>Facade</source>
        <translation>외벽</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>플랜트</translation>
    </message>
    <message>
        <source>Spraying</source>
        <translation>방제</translation>
    </message>
    <message>
        <source>Crop survey</source>
        <translation>작물 조사</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>파종</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>교통</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Construction site</source>
        <translation>건설 현장</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>측량</translation>
    </message>
    <message>
        <source>Search and rescue</source>
        <translation>수색 구조</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>화재</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>치안</translation>
    </message>
    <message>
        <source>Disaster</source>
        <translation>재난</translation>
    </message>
    <message>
        <source>Zones of the airspace</source>
        <translation>공역의 구역</translation>
    </message>
    <message>
        <source>Standing plans</source>
        <translation>유효한 비행계획</translation>
    </message>
    <message>
        <source>Capacity limits</source>
        <translation>용량 한계</translation>
    </message>
    <message>
        <source>Drone, battery and pilot</source>
        <translation>드론, 배터리, 조종사</translation>
    </message>
    <message>
        <source>Type of vehicle</source>
        <translation>기체 종류</translation>
    </message>
    <message>
        <source>points</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>point %1</source>
        <translation>지점 %1</translation>
    </message>
    <message>
        <source>area</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>윤곽</translation>
    </message>
    <message>
        <source>corner %1</source>
        <translation>꼭짓점 %1</translation>
    </message>
    <message>
        <source>holes</source>
        <translation>구멍</translation>
    </message>
    <message>
        <source>hole %1</source>
        <translation>구멍 %1</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>중심</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>반지름</translation>
    </message>
    <message>
        <source>from line to line</source>
        <translation>선 간격</translation>
    </message>
    <message>
        <source>direction of the lines</source>
        <translation>선 방향</translation>
    </message>
    <message>
        <source>width</source>
        <translation>폭</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>통과 횟수</translation>
    </message>
    <message>
        <source>lower limit</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>cruise speed</source>
        <translation>순항 속도</translation>
    </message>
    <message>
        <source>climb</source>
        <translation>상승</translation>
    </message>
    <message>
        <source>descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>time in the air</source>
        <translation>비행 시간</translation>
    </message>
    <message>
        <source>when the link is lost</source>
        <translation>링크 상실 시</translation>
    </message>
    <message>
        <source>landing sites</source>
        <translation>착륙 지점</translation>
    </message>
    <message>
        <source>landing site %1</source>
        <translation>착륙 지점 %1</translation>
    </message>
    <message>
        <source>margin to the side</source>
        <translation>측방 여유</translation>
    </message>
    <message>
        <source>margin in height</source>
        <translation>높이 여유</translation>
    </message>
    <message>
        <source>margin before</source>
        <translation>앞 시간 여유</translation>
    </message>
    <message>
        <source>margin after</source>
        <translation>뒤 시간 여유</translation>
    </message>
    <message>
        <source>longest volume</source>
        <translation>가장 긴 비행 공간</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>비행 공간 %1</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>문서 %1</translation>
    </message>
    <message>
        <source>The file is none that a way can be read from. Choose a .plan, .waypoints, .kml, .kmz or .geojson file.</source>
        <translation>경로를 읽을 수 있는 파일이 아닙니다. .plan, .waypoints, .kml, .kmz, .geojson 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>There is neither a line nor an area in the file. Choose another one.</source>
        <translation>파일에 선도 영역도 없습니다. 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file has too many lines and areas. Save the one that is to be flown by itself.</source>
        <translation>파일에 선과 영역이 너무 많습니다. 비행할 것만 따로 저장하십시오.</translation>
    </message>
    <message>
        <source>All points of the line are at one place.</source>
        <translation>선의 모든 점이 한 곳에 있습니다.</translation>
    </message>
    <message>
        <source>The file does not say how high.</source>
        <translation>파일에 높이가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The file does not say how high the ground at the take-off is.</source>
        <translation>파일에 이륙 지점의 지면 높이가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>A flight plan does not say what is dropped.</source>
        <translation>무엇을 투하하는지는 비행계획에 적지 않습니다.</translation>
    </message>
    <message>
        <source>The file&apos;s coordinates are not WGS84. Save it in WGS84 (EPSG:4326).</source>
        <translation>파일의 좌표가 WGS84가 아닙니다. WGS84(EPSG:4326)로 저장하십시오.</translation>
    </message>
    <message>
        <source>The file has a place that is not on Earth.</source>
        <translation>파일에 지구 위에 있지 않은 위치가 있습니다.</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>파일이 UTF-8로 쓰여 있지 않습니다.</translation>
    </message>
    <message>
        <source>The file has a document type, which is not read. Save it without one.</source>
        <translation>파일에 문서 형식 선언(DOCTYPE)이 있어 읽지 않습니다. 그것 없이 저장하십시오.</translation>
    </message>
    <message>
        <source>The file is nested too deeply. Simplify it.</source>
        <translation>파일의 중첩이 너무 깊습니다. 단순하게 만드십시오.</translation>
    </message>
    <message>
        <source>The archive is damaged. Pack it again.</source>
        <translation>압축 파일이 손상되었습니다. 다시 압축하십시오.</translation>
    </message>
    <message>
        <source>The archive holds too many files. Pack the .kml by itself.</source>
        <translation>압축 파일에 파일이 너무 많습니다. .kml만 따로 압축하십시오.</translation>
    </message>
    <message>
        <source>The archive is protected by a password. Pack it without one.</source>
        <translation>압축 파일에 암호가 걸려 있습니다. 암호 없이 압축하십시오.</translation>
    </message>
    <message>
        <source>The archive names a file outside its folder. Pack it again.</source>
        <translation>압축 파일이 자기 폴더 밖의 파일을 가리킵니다. 다시 압축하십시오.</translation>
    </message>
    <message>
        <source>The archive holds two files of one name. Pack it again.</source>
        <translation>압축 파일에 같은 이름의 파일이 둘 있습니다. 다시 압축하십시오.</translation>
    </message>
    <message>
        <source>The archive is packed in a way that is not read. Pack it as an ordinary ZIP.</source>
        <translation>읽을 수 없는 방식으로 압축되어 있습니다. 일반 ZIP으로 압축하십시오.</translation>
    </message>
    <message>
        <source>Something else in the file</source>
        <translation>파일의 다른 것</translation>
    </message>
    <message>
        <source>An area that cannot be flown</source>
        <translation>비행할 수 없는 영역</translation>
    </message>
    <message>
        <source>The geofence</source>
        <translation>지오펜스</translation>
    </message>
    <message>
        <source>The rally points</source>
        <translation>집결 지점</translation>
    </message>
    <message>
        <source>The home position</source>
        <translation>홈 위치</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>A speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>The height of the return</source>
        <translation>귀환 높이</translation>
    </message>
    <message>
        <source>A command that a flight plan does not have</source>
        <translation>비행계획에 없는 명령</translation>
    </message>
    <message>
        <source>A curve, taken as a straight line</source>
        <translation>곡선(직선으로 봄)</translation>
    </message>
    <message>
        <source>More of the same</source>
        <translation>같은 것이 더 있음</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>지상 자료</translation>
    </message>
    <message>
        <source>%1 per flight</source>
        <translation>비행당 %1</translation>
    </message>
    <message>
        <source>%1 per flight hour</source>
        <translation>비행시간당 %1</translation>
    </message>
</context>
<context>
    <name>haneul::profile::Charts</name>
    <message>
        <source>Take-off</source>
        <translation>이륙</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>비행</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>착륙</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>체류</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>지면 고도</translation>
    </message>
    <message>
        <source>ground between not known</source>
        <translation>중간 지면 고도 모름</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>실제 비행</translation>
    </message>
    <message>
        <source>Height profile</source>
        <translation>고도 단면</translation>
    </message>
    <message>
        <source>m over the ground</source>
        <translation>수평 거리, m</translation>
    </message>
    <message>
        <source>ground %1</source>
        <translation>지면 고도 %1</translation>
    </message>
    <message>
        <source>ground not known</source>
        <translation>지면 고도 모름</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>since take-off</source>
        <translation>이륙 후 경과</translation>
    </message>
    <message>
        <source>Climb rate</source>
        <translation>상승률</translation>
    </message>
    <message>
        <source>Ground speed, 2D</source>
        <translation>대지속도(2D)</translation>
    </message>
    <message>
        <source>In the air</source>
        <translation>체공</translation>
    </message>
    <message>
        <source>NM over the ground</source>
        <translation>수평 거리, NM</translation>
    </message>
    <message>
        <source>%1 above sea level (HASL)</source>
        <translation>%1, 해발(HASL)</translation>
    </message>
    <message>
        <source>%1 above ground (AGL)</source>
        <translation>%1, 지상고(AGL)</translation>
    </message>
    <message>
        <source>%1, up positive</source>
        <translation>%1, 상승이 양(+)</translation>
    </message>
</context>
<context>
    <name>haneul::profile::ProfilePanel</name>
    <message>
        <source>Part</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Flown</source>
        <translation>실제 비행</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Selected mission: none</source>
        <translation>선택한 임무: 없음</translation>
    </message>
    <message>
        <source>Selected mission: %1</source>
        <translation>선택한 임무: %1</translation>
    </message>
    <message>
        <source>Link %1 (%2)</source>
        <translation>링크 %1(%2)</translation>
    </message>
    <message>
        <source>Choose a mission, or a link in the list above.</source>
        <translation>임무를 선택하거나 위 목록에서 링크를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a mission, or load a recorded flight.</source>
        <translation>임무를 선택하거나 기록된 비행을 불러오십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n sorties are in the recording. Choose a mission to compare.</source>
        <translation>
            <numerusform>기록에 비행 %n회가 있습니다. 비교할 임무를 선택하십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ The plan has %1 sorties, the recording %2: the sums are of different flights.</source>
        <translation>▲ 비행 횟수가 계획은 %1회, 기록은 %2회입니다: 합계는 서로 다른 비행의 값입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Flight times (ETF) of all %n sorties together</source>
        <translation>
            <numerusform>전체 비행 %n회의 비행 시간(ETF) 합계</numerusform>
        </translation>
    </message>
    <message>
        <source>Load a recorded flight</source>
        <translation>기록된 비행 불러오기</translation>
    </message>
    <message>
        <source>Recorded flights (*.tlog *.ulg)</source>
        <translation>기록된 비행(*.tlog *.ulg)</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>%1 읽는 중…</translation>
    </message>
    <message>
        <source>The recording has no UTC times.</source>
        <translation>기록에 UTC 시각이 없습니다.</translation>
    </message>
    <message>
        <source>Mission %1: %2, start %3</source>
        <translation>임무 %1: %2, 출발 시각 %3</translation>
    </message>
    <message>
        <source>%1;  as of %2</source>
        <translation>%1;  %2 기준</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>단면 내보내기</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Not saved: %1: %2</source>
        <translation>저장 못 함: %1: %2</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>프린터가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Profile of</source>
        <translation>단면 대상</translation>
    </message>
    <message>
        <source>Show above ground</source>
        <translation>지상고로 표시</translation>
    </message>
    <message>
        <source>Show above sea level</source>
        <translation>해발로 표시</translation>
    </message>
    <message>
        <source>Recorded flight…</source>
        <translation>기록된 비행…</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>기록 닫기</translation>
    </message>
    <message>
        <source>Recorded vehicle</source>
        <translation>기록된 기체</translation>
    </message>
    <message>
        <source>Alignment of plan and flight</source>
        <translation>계획과 비행의 정렬 기준</translation>
    </message>
    <message>
        <source>Both start at take-off</source>
        <translation>둘 다 이륙 시점부터</translation>
    </message>
    <message>
        <source>By UTC</source>
        <translation>UTC 기준</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Planned and flown times</source>
        <translation>계획 시간과 실제 비행 시간</translation>
    </message>
    <message>
        <source>The recording holds no flight from take-off to landing: nothing to compare.</source>
        <translation>기록에 이륙부터 착륙까지의 비행이 없어 비교할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::profile::Recording</name>
    <message>
        <source>The file has several positions; one was taken.</source>
        <translation>파일에 위치 자료가 여럿 있어 하나를 사용했습니다.</translation>
    </message>
    <message>
        <source>The file does not say when it was in UTC.</source>
        <translation>파일에 UTC 시각이 없습니다.</translation>
    </message>
    <message>
        <source>Times are of the ground station and not of the vehicle.</source>
        <translation>시각은 기체가 아니라 지상국의 시각입니다.</translation>
    </message>
    <message>
        <source>Samples without a position fix are left out.</source>
        <translation>위치가 확정되지 않은 표본은 제외했습니다.</translation>
    </message>
    <message>
        <source>Samples out of order are left out.</source>
        <translation>순서가 맞지 않는 표본은 제외했습니다.</translation>
    </message>
    <message>
        <source>Damaged parts of the file are left out.</source>
        <translation>파일의 손상된 부분은 제외했습니다.</translation>
    </message>
    <message>
        <source>The recorder has lost data.</source>
        <translation>기록 장치에서 유실된 자료가 있습니다.</translation>
    </message>
    <message>
        <source>Parts of the file cannot be read.</source>
        <translation>파일의 일부를 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Charts</name>
    <message>
        <source>Scenario %1</source>
        <translation>시나리오 %1</translation>
    </message>
    <message>
        <source>Distance of the routes (m)</source>
        <translation>경로 간 거리(m)</translation>
    </message>
    <message>
        <source>Collisions per flight hour</source>
        <translation>비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>목표값 %1</translation>
    </message>
    <message>
        <source>Change of one parameter (%)</source>
        <translation>매개변수 하나의 변화(%)</translation>
    </message>
    <message>
        <source>Change of the risk (%)</source>
        <translation>위험의 변화(%)</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::CityObstaclesForm</name>
    <message>
        <source>No buildings are known here: import some with Ground data, or make a synthetic city.</source>
        <translation>여기에 알려진 건물이 없습니다. 지상 자료에서 가져오거나 합성 도시를 만드십시오.</translation>
    </message>
    <message>
        <source>More than %1 buildings: take a narrower corridor or a shorter route.</source>
        <translation>건물이 %1개를 넘습니다. 더 좁은 회랑이나 더 짧은 경로를 쓰십시오.</translation>
    </message>
    <message>
        <source>This route cannot be looked along: %1</source>
        <translation>이 경로를 따라 살펴볼 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Buildings of the ground data whose footprint comes into the corridor become obstacles: distance of the nearest part from the centre line, height as it is known. A height that nobody knows stays unknown. What was taken from a city before goes.</source>
        <translation>지상 자료의 건물 중 바닥 윤곽이 회랑 안에 들어오는 것이 장애물이 됩니다. 중심선에서 가장 가까운 부분까지의 거리와 알려진 높이를 씁니다. 높이를 아무도 모르면 미상으로 남습니다. 앞서 도시에서 가져온 것은 지워집니다.</translation>
    </message>
    <message>
        <source>Centre &amp;line</source>
        <translation>중심선(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;From (latitude longitude)</source>
        <translation>출발(위도 경도)(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>도착(&amp;O)</translation>
    </message>
    <message>
        <source>Half &amp;width of the corridor</source>
        <translation>회랑 반폭(&amp;W)</translation>
    </message>
    <message>
        <source>Obstacles from the city</source>
        <translation>도시에서 장애물 가져오기</translation>
    </message>
    <message>
        <source>&amp;Take from the city</source>
        <translation>도시에서 가져오기(&amp;T)</translation>
    </message>
    <message>
        <source>Between two places</source>
        <translation>두 지점 사이</translation>
    </message>
    <message>
        <source>&amp;Keep the obstacles that were typed in</source>
        <translation>직접 입력한 장애물은 유지(&amp;K)</translation>
    </message>
    <message>
        <source>Your role may not see the ground data.</source>
        <translation>이 역할로는 지상 자료를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The ground data is still being read; try again in a moment.</source>
        <translation>지상 자료를 아직 읽고 있습니다. 잠시 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The buildings are being looked through…</source>
        <translation>건물을 살펴보는 중…</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Explanation</name>
    <message>
        <source>%1 from %2 to 0 at %3, floor %4; fitted to Table 1</source>
        <translation>%1: %2에서 시작해 %3에서 0, 하한 %4, 표 1 맞춤값</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2에서 %1 조회</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>논문 표 1</translation>
    </message>
    <message>
        <source>scenario %1</source>
        <translation>시나리오 %1</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>계산값</translation>
    </message>
    <message>
        <source>Distance of the routes d</source>
        <translation>경로 간 거리 d</translation>
    </message>
    <message>
        <source>chosen in the table</source>
        <translation>표에서 선택</translation>
    </message>
    <message>
        <source>Lateral overlap Py(d)</source>
        <translation>횡적 중첩 확률 Py(d)</translation>
    </message>
    <message>
        <source>sum of the three above</source>
        <translation>위 세 항의 합</translation>
    </message>
    <message>
        <source>Collisions N = Py·C·B</source>
        <translation>충돌 횟수 N = Py·C·B</translation>
    </message>
    <message>
        <source>%1 per flight hour</source>
        <translation>비행시간당 %1</translation>
    </message>
    <message>
        <source>calculated with preset %1</source>
        <translation>사전 설정 %1(으)로 계산</translation>
    </message>
    <message>
        <source>Target level of safety</source>
        <translation>목표 안전 수준</translation>
    </message>
    <message>
        <source>ICAO</source>
        <translation>ICAO</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>입력값</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>accepted when N is at most the target</source>
        <translation>N이 목표값 이하이면 수용</translation>
    </message>
    <message>
        <source>Ground speed V of the traffic</source>
        <translation>교통의 대지속도 V</translation>
    </message>
    <message>
        <source>Lateral deviation (standard)</source>
        <translation>횡적 편차(표준)</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::ReichPanel</name>
    <message>
        <source>Row %1: a number is wanted.</source>
        <translation>%1행: 숫자를 입력해야 합니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>조회 방식</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>최소 거리</translation>
    </message>
    <message>
        <source>Whole metres</source>
        <translation>미터 단위 올림</translation>
    </message>
    <message>
        <source>Overlap needed</source>
        <translation>필요한 중첩 확률</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>탄력성</translation>
    </message>
    <message>
        <source>Raising it</source>
        <translation>높일 때의 영향</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>높일 때</translation>
    </message>
    <message>
        <source>Lowered</source>
        <translation>낮출 때</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>장애물</translation>
    </message>
    <message>
        <source>From the route</source>
        <translation>경로와의 거리</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>사전 설정(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Lookup</source>
        <translation>조회 방식(&amp;L)</translation>
    </message>
    <message>
        <source>O&amp;verlap</source>
        <translation>중첩 확률(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>시나리오(&amp;C)</translation>
    </message>
    <message>
        <source>Ta&amp;rget</source>
        <translation>목표값(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;hange by</source>
        <translation>변화량(&amp;H)</translation>
    </message>
    <message>
        <source>Strip &amp;width</source>
        <translation>띠 구역 폭(&amp;W)</translation>
    </message>
    <message>
        <source>Cei&amp;ling</source>
        <translation>상한 고도(&amp;L)</translation>
    </message>
    <message>
        <source>La&amp;yers</source>
        <translation>층 수(&amp;Y)</translation>
    </message>
    <message>
        <source>Le&amp;vel of the routes</source>
        <translation>경로 고도(&amp;V)</translation>
    </message>
    <message>
        <source>Clea&amp;rance below</source>
        <translation>하부 여유(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Traffic…</source>
        <translation>교통(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>O&amp;bstacles…</source>
        <translation>장애물(&amp;B)…</translation>
    </message>
    <message>
        <source>Scenarios…</source>
        <translation>시나리오…</translation>
    </message>
    <message>
        <source>Distances…</source>
        <translation>거리…</translation>
    </message>
    <message>
        <source>Own preset…</source>
        <translation>사용자 사전 설정…</translation>
    </message>
    <message>
        <source>Own overlap table…</source>
        <translation>사용자 중첩 확률 표…</translation>
    </message>
    <message>
        <source>Obstacles…</source>
        <translation>장애물…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Curves and separation</source>
        <translation>곡선과 간격</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>민감도</translation>
    </message>
    <message>
        <source>Space and obstacles</source>
        <translation>공간과 장애물</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>▲ Reject: above the target   ✓ Accept: at most the target   ·   collisions per flight hour</source>
        <translation>▲ 기각: 목표값 초과   ✓ 수용: 목표값 이하   ·   비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>Target level of safety: collisions per flight hour</source>
        <translation>목표 안전 수준: 비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>Collisions per flight hour by distance and scenario</source>
        <translation>거리와 시나리오별 비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>The chosen cell, number by number</source>
        <translation>선택한 칸의 수치별 내역</translation>
    </message>
    <message>
        <source>Least distance by lookup</source>
        <translation>조회 방식별 최소 거리</translation>
    </message>
    <message>
        <source>Obstacles</source>
        <translation>장애물</translation>
    </message>
    <message>
        <source>At %1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>All constants are own data or entered.</source>
        <translation>모든 상수가 자체 자료이거나 입력값입니다.</translation>
    </message>
    <message>
        <source>Compared with %1. ≠ marks what differs.</source>
        <translation>%1과(와) 비교합니다. ≠는 다른 항목입니다.</translation>
    </message>
    <message>
        <source>Open the saved studies and choose the one to compare this with.</source>
        <translation>저장된 연구를 열어 이 연구와 비교할 연구를 선택하십시오.</translation>
    </message>
    <message>
        <source>Table 1 of the paper</source>
        <translation>논문 표 1</translation>
    </message>
    <message>
        <source>A target is a number such as 2.5E-09.</source>
        <translation>목표값은 2.5E-09와 같은 수로 입력합니다.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Sizes in metres, mean ground speed in knots.</source>
        <translation>크기는 미터, 평균 대지속도는 노트 단위입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Length λx (m)</source>
        <translation>길이 λx (m)</translation>
    </message>
    <message>
        <source>Width λy (m)</source>
        <translation>너비 λy (m)</translation>
    </message>
    <message>
        <source>Height λz (m)</source>
        <translation>높이 λz (m)</translation>
    </message>
    <message>
        <source>Speed V (kt)</source>
        <translation>속도 V (kt)</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Distances of the routes that the table shows.</source>
        <translation>표에 표시할 경로 간 거리입니다.</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>거리(m)</translation>
    </message>
    <message>
        <source>Own preset</source>
        <translation>사용자 사전 설정</translation>
    </message>
    <message>
        <source>What is changed counts as entered; say where it comes from. The rest keeps its provenance.</source>
        <translation>변경한 값은 입력한 값으로 처리되므로 출처를 적으십시오. 나머지는 기존 출처를 유지합니다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>My preset</source>
        <translation>내 사전 설정</translation>
    </message>
    <message>
        <source>Own overlap table</source>
        <translation>사용자 중첩 확률 표</translation>
    </message>
    <message>
        <source>The overlap falls strictly with the distance. The ramp reads no table: another lookup is taken with an own one.</source>
        <translation>중첩 확률은 거리에 따라 반드시 감소해야 합니다. 램프 방식은 표를 읽지 않으므로, 사용자 표에는 다른 조회 방식을 사용합니다.</translation>
    </message>
    <message>
        <source>Overlap Py</source>
        <translation>중첩 확률 Py</translation>
    </message>
    <message>
        <source>My table</source>
        <translation>내 표</translation>
    </message>
    <message>
        <source>The table needs a name.</source>
        <translation>표의 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>From the route (m)</source>
        <translation>경로와의 거리(m)</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>높이(m)</translation>
    </message>
    <message>
        <source>Preset %1 is kept: %2.</source>
        <translation>사전 설정 %1을(를) 저장했습니다: %2.</translation>
    </message>
    <message>
        <source>Preset %1 is not kept: %2.</source>
        <translation>사전 설정 %1을(를) 저장하지 않았습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is used here and not kept.</source>
        <translation>%1을(를) 여기서 사용하며 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>From the cit&amp;y…</source>
        <translation>도시에서(&amp;Y)…</translation>
    </message>
    <message>
        <source>Obstacles from the city…</source>
        <translation>도시의 장애물…</translation>
    </message>
    <message>
        <source>Distance of the nearest part from the nearest route, and height above the ground. A height that is left empty is not known, and then the corridor is not judged. What is changed here counts as typed in.</source>
        <translation>가장 가까운 경로에서 가장 가까운 부분까지의 거리와 지면 위 높이입니다. 높이를 비워 두면 미상이며, 그때 회랑은 판정되지 않습니다. 여기서 바꾼 것은 직접 입력으로 봅니다.</translation>
    </message>
    <message>
        <source>This console keeps no ground data.</source>
        <translation>이 콘솔은 지상 자료를 보관하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) within %1 of the centre line. Looked through: %2.</source>
        <translation>
            <numerusform>중심선에서 %1 이내 건물 %n개. 살펴본 자료: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them of unknown height, which is not low.</source>
        <translation>
            <numerusform>그중 %n개는 높이 미상이며, 미상은 낮다는 뜻이 아닙니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>What these data do not cover is not known to be free.</source>
        <translation>이 자료가 다루지 않는 곳이 비어 있다고는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city, not a real one.</source>
        <translation>합성: 가상의 도시이며 실제 도시가 아닙니다.</translation>
    </message>
    <message>
        <source>Farther out, up to the chosen distance of %1, nothing was looked at.</source>
        <translation>그 밖, 선택한 거리 %1까지는 아무것도 살펴보지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Report</name>
    <message>
        <source>Collisions per flight hour</source>
        <translation>비행시간당 충돌 횟수</translation>
    </message>
    <message>
        <source>The chosen cell, number by number</source>
        <translation>선택한 칸의 수치별 내역</translation>
    </message>
    <message>
        <source>Risk over distance, and least distance by lookup</source>
        <translation>거리별 위험과 조회 방식별 최소 거리</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>민감도</translation>
    </message>
    <message>
        <source>Space division and obstacles</source>
        <translation>공간 분할과 장애물</translation>
    </message>
    <message>
        <source>Collision risk on parallel routes</source>
        <translation>평행 경로의 공중 충돌 위험</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Reich: two drones in opposite directions on parallel routes at one level</source>
        <translation>Reich: 같은 고도의 평행 경로를 반대 방향으로 비행하는 드론 두 대</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>사전 설정</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>작성 근거</translation>
    </message>
    <message>
        <source>▲ Reject: above the target of %1. ✓ Accept: at most the target. Lookup: %2.</source>
        <translation>▲ 기각: 목표값 %1 초과. ✓ 수용: 목표값 이하. 조회 방식: %2.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>최소 거리</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>조회 방식</translation>
    </message>
    <message>
        <source>Whole metres</source>
        <translation>미터 단위 올림</translation>
    </message>
    <message>
        <source>Overlap needed</source>
        <translation>필요한 중첩 확률</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>탄력성</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>높일 때</translation>
    </message>
    <message>
        <source>Lowered</source>
        <translation>낮출 때</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>회랑</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>%1 from the route, height %2; %3</source>
        <translation>경로에서 %1, 높이 %2; %3</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Preset %1 · %2</source>
        <translation>사전 설정 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more are not in the way</source>
        <translation>
            <numerusform>그 밖의 %n개는 방해되지 않음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::ResultModel</name>
    <message>
        <source>The least distance that meets the target, by the lookup %1, needs an overlap of at most %2.</source>
        <translation>조회 방식 %1에서 목표값을 충족하는 최소 거리에는 %2 이하의 중첩 확률이 필요합니다.</translation>
    </message>
    <message>
        <source>%1: %2 collisions per flight hour against a target of %3. Preset %4.</source>
        <translation>%1: 비행시간당 충돌 %2회, 목표값 %3. 사전 설정 %4.</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>최소 거리</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::RowsForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>반영(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add a row</source>
        <translation>행 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move the row</source>
        <translation>행 삭제(&amp;M)</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::SpacePicture</name>
    <message>
        <source>No distance of this lookup meets the target: the strip carries no pair of routes.</source>
        <translation>이 조회 방식에서는 목표값을 충족하는 거리가 없어, 띠 구역에 경로 한 쌍도 배치할 수 없습니다.</translation>
    </message>
    <message>
        <source>Strip of %1 below %2: %3 tracks × %4 layers = %5 routes</source>
        <translation>폭 %1 띠 구역, %2 아래: 트랙 %3개 × 층 %4개 = 경로 %5개</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>the first %1 tracks are drawn</source>
        <translation>처음 %1개 트랙만 표시</translation>
    </message>
    <message>
        <source>⊙ towards, ⊗ away: neighbours fly in opposite directions</source>
        <translation>⊙ 다가오는 방향, ⊗ 멀어지는 방향: 이웃 경로는 서로 반대 방향으로 비행</translation>
    </message>
    <message>
        <source>Space division</source>
        <translation>공간 분할</translation>
    </message>
    <message>
        <source>The strip carries no pair of routes.</source>
        <translation>띠 구역에 경로 한 쌍도 배치할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 tracks in %2 layers</source>
        <translation>트랙 %1개, 층 %2개</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::TrafficForm</name>
    <message>
        <source>Choose a file</source>
        <translation>파일 선택</translation>
    </message>
    <message>
        <source>Recorded traffic becomes a dated preset: occupancy Ey, cross-track and vertical speeds, ground speed and lateral deviation, each with a 95 % interval. What the traffic does not say stays as in table4_fit. Lines of an SBS receiver, a .tlog, or a .csv with id, time, lat_deg, lon_deg, height_m.</source>
        <translation>기록된 교통에서 날짜가 붙은 사전 설정을 만듭니다: 횡적 점유율 Ey, 횡방향 속도와 수직 속도, 대지속도, 횡적 편차이며 각각 95 % 구간을 포함합니다. 교통 기록으로 알 수 없는 값은 table4_fit의 값을 유지합니다. SBS 수신기의 기록 행, .tlog, 또는 id, time, lat_deg, lon_deg, height_m 열이 있는 .csv를 사용합니다.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Name of the preset</source>
        <translation>사전 설정 이름(&amp;N)</translation>
    </message>
    <message>
        <source>Half &amp;window Sx</source>
        <translation>반창 폭 Sx(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Gap between routes</source>
        <translation>경로 사이 간극(&amp;G)</translation>
    </message>
    <message>
        <source>Preset from recorded traffic</source>
        <translation>기록된 교통으로 만든 사전 설정</translation>
    </message>
    <message>
        <source>&amp;Estimate</source>
        <translation>추정(&amp;E)</translation>
    </message>
    <message>
        <source>Recorded traffic (*.txt *.sbs *.tlog *.csv);;All files (*)</source>
        <translation>기록된 교통 (*.txt *.sbs *.tlog *.csv);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The traffic is being read…</source>
        <translation>교통 기록을 읽는 중…</translation>
    </message>
</context>
<context>
    <name>haneul::risk::collision::Words</name>
    <message>
        <source>Ramp</source>
        <translation>램프</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Log-linear</source>
        <translation>로그 선형</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단형</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>논문 게재값</translation>
    </message>
    <message>
        <source>fitted to the paper&apos;s results</source>
        <translation>논문 결과에 맞춘 값</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>입력값</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>자체 자료</translation>
    </message>
    <message>
        <source>Half window Sx</source>
        <translation>반창 폭 Sx</translation>
    </message>
    <message>
        <source>Cross-track speed ẏ</source>
        <translation>횡방향 속도 ẏ</translation>
    </message>
    <message>
        <source>Vertical speed ż</source>
        <translation>수직 속도 ż</translation>
    </message>
    <message>
        <source>Ground speed V</source>
        <translation>대지속도 V</translation>
    </message>
    <message>
        <source>Opposite occupancy Ey</source>
        <translation>반대 방향 횡적 점유율 Ey</translation>
    </message>
    <message>
        <source>Vertical overlap Pz(0)</source>
        <translation>수직 중첩 확률 Pz(0)</translation>
    </message>
    <message>
        <source>Lateral overlap Py</source>
        <translation>횡적 중첩 확률 Py</translation>
    </message>
    <message>
        <source>Length λx</source>
        <translation>길이 λx</translation>
    </message>
    <message>
        <source>Width λy</source>
        <translation>너비 λy</translation>
    </message>
    <message>
        <source>Height λz</source>
        <translation>높이 λz</translation>
    </message>
    <message>
        <source>▲ raises the risk</source>
        <translation>▲ 위험 증가</translation>
    </message>
    <message>
        <source>▽ lowers the risk</source>
        <translation>▽ 위험 감소</translation>
    </message>
    <message>
        <source>leaves the risk</source>
        <translation>위험 변화 없음</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % leaves the risk as it is.</source>
        <translation>%1을(를) %2 % 낮추면 위험은 변하지 않습니다.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % leaves the risk as it is.</source>
        <translation>%1을(를) %2 % 높이면 위험은 변하지 않습니다.</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % raises the risk by %3 %.</source>
        <translation>%1을(를) %2 % 낮추면 위험이 %3 % 증가합니다.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % raises the risk by %3 %.</source>
        <translation>%1을(를) %2 % 높이면 위험이 %3 % 증가합니다.</translation>
    </message>
    <message>
        <source>Lowering %1 by %2 % lowers the risk by %3 %.</source>
        <translation>%1을(를) %2 % 낮추면 위험이 %3 % 감소합니다.</translation>
    </message>
    <message>
        <source>Raising %1 by %2 % lowers the risk by %3 %.</source>
        <translation>%1을(를) %2 % 높이면 위험이 %3 % 감소합니다.</translation>
    </message>
    <message>
        <source>✓ Accept</source>
        <translation>✓ 수용</translation>
    </message>
    <message>
        <source>▲ Reject</source>
        <translation>▲ 기각</translation>
    </message>
    <message>
        <source>✓ Acceptable</source>
        <translation>✓ 수용 가능</translation>
    </message>
    <message>
        <source>▲ Not acceptable: the collision risk is above the target</source>
        <translation>▲ 수용 불가: 공중 충돌 위험이 목표값을 초과함</translation>
    </message>
    <message>
        <source>▲ Not acceptable: obstacles stand within the separation</source>
        <translation>▲ 수용 불가: 간격 안에 장애물이 있음</translation>
    </message>
    <message>
        <source>◆ Not judged: an obstacle within the separation has no known height</source>
        <translation>◆ 판정 불가: 간격 안에 있는 장애물의 높이를 모름</translation>
    </message>
    <message>
        <source>none</source>
        <comment>distance</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 (Ey fitted)</source>
        <translation>%1(Ey 맞춤값)</translation>
    </message>
    <message>
        <source>Constants from manned aviation: %1.</source>
        <translation>유인 항공에서 가져온 상수: %1.</translation>
    </message>
    <message>
        <source>Ey = %1 is fitted to the paper&apos;s results and printed nowhere.</source>
        <translation>Ey = %1은(는) 논문 결과에 맞춘 값이며 어디에도 게재되지 않았습니다.</translation>
    </message>
    <message>
        <source>(95 %: %1 to %2)</source>
        <translation>(95 %: %1~%2)</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground</name>
    <message>
        <source>Ground risk study</source>
        <translation>지상 위험 연구</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>자료: %1</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1, 위치 %2, %3: %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>합성 자료</translation>
    </message>
    <message>
        <source>no amenity known</source>
        <translation>알려진 편의시설 없음</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>Cells not judged</source>
        <translation>판정 불가 셀</translation>
    </message>
    <message>
        <source>Cells within 1 km of an amenity</source>
        <translation>편의시설 1 km 이내 셀</translation>
    </message>
    <message>
        <source>Mean near amenities</source>
        <translation>편의시설 주변 평균</translation>
    </message>
    <message>
        <source>Mean elsewhere</source>
        <translation>그 외 지역 평균</translation>
    </message>
    <message>
        <source>%1 × %2 m around %3, %4, cells of %5 m</source>
        <translation>%1 × %2 m, 중심 %3, %4, 셀 크기 %5 m</translation>
    </message>
    <message>
        <source>%1 at %2 m AGL</source>
        <translation>%1, 고도 %2 m AGL</translation>
    </message>
    <message>
        <source>%1, %2 h local</source>
        <translation>%1, 현지 시각 %2 h</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>월요일~금요일</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>주말</translation>
    </message>
    <message>
        <source>heights of buildings: %1</source>
        <translation>건물 높이: %1</translation>
    </message>
    <message>
        <source>b = %1 J, d = %2 J (literature)</source>
        <translation>b = %1 J, d = %2 J (문헌값)</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>weights: people %1, traffic %2, buildings %3</source>
        <translation>가중치: 사람 %1, 교통 %2, 건물 %3</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::ExplainView</name>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>기호</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Equation or source</source>
        <translation>수식 또는 출처</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Flow chart</source>
        <translation>흐름도</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>All values of the cell</source>
        <translation>셀의 모든 값</translation>
    </message>
    <message>
        <source>Choose a cell of a map to see every value behind it.</source>
        <translation>지도에서 셀을 선택하면 계산에 쓰인 모든 값을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1, 위치 %2, %3: %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>합성 자료</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::FlowChart</name>
    <message numerus="yes">
        <source>Flow chart of %n values</source>
        <translation>
            <numerusform>값 %n개의 흐름도</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::GroundForm</name>
    <message>
        <source>as printed</source>
        <translation>논문 게재값</translation>
    </message>
    <message>
        <source>literature</source>
        <translation>문헌값</translation>
    </message>
    <message>
        <source>data sheet</source>
        <translation>제원표</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>가정값</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>자체 자료</translation>
    </message>
    <message>
        <source>Mass %1 kg</source>
        <translation>질량 %1 kg</translation>
    </message>
    <message>
        <source>Hit area %1 m²</source>
        <translation>충돌 면적 %1 m²</translation>
    </message>
    <message>
        <source>Drag %1</source>
        <translation>항력 계수 %1</translation>
    </message>
    <message>
        <source>Crash rate %1 per hour</source>
        <translation>추락률 시간당 %1</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>모델 A</translation>
    </message>
    <message>
        <source>Model B</source>
        <translation>모델 B</translation>
    </message>
    <message>
        <source>Area of the map view</source>
        <translation>지도 화면의 영역</translation>
    </message>
    <message>
        <source>Centre, latitude</source>
        <translation>중심 위도</translation>
    </message>
    <message>
        <source>Centre, longitude</source>
        <translation>중심 경도</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>격자 칸</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>지상 자료</translation>
    </message>
    <message>
        <source>Drone</source>
        <translation>드론</translation>
    </message>
    <message>
        <source>Flight height AGL</source>
        <translation>비행 높이, 지상고(AGL)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Local hour</source>
        <translation>현지 시각(시)</translation>
    </message>
    <message>
        <source>Local hour of B</source>
        <translation>B의 현지 시각(시)</translation>
    </message>
    <message>
        <source>as of A</source>
        <translation>A와 같음</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>낮과 밤</translation>
    </message>
    <message>
        <source>One model at 14 h and at 3 h beside each other.</source>
        <translation>한 모델의 14시와 3시 결과를 나란히 표시합니다.</translation>
    </message>
    <message>
        <source>Keep the number of people</source>
        <translation>인구수 유지</translation>
    </message>
    <message>
        <source>Scales the densities so that as many people are in the area as at noon of a weekday.</source>
        <translation>평일 정오와 같은 수의 사람이 영역 안에 있도록 밀도를 조정합니다.</translation>
    </message>
    <message>
        <source>Shelter where unknown</source>
        <translation>미상일 때 쉘터 계수</translation>
    </message>
    <message>
        <source>Building heights</source>
        <translation>건물 높이</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>People</source>
        <translation>인명</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>교통</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>건물</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>지정 안 됨</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Imported layers</source>
        <translation>가져온 레이어</translation>
    </message>
    <message>
        <source>Synthetic city (made up)</source>
        <translation>합성 도시(가상)</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>월요일~금요일</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>주말</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>none (0)</source>
        <translation>없음 (0)</translation>
    </message>
    <message>
        <source>trees (0.25)</source>
        <translation>수목 (0.25)</translation>
    </message>
    <message>
        <source>low-rise (0.5)</source>
        <translation>저층 (0.5)</translation>
    </message>
    <message>
        <source>high-rise (0.75)</source>
        <translation>고층 (0.75)</translation>
    </message>
    <message>
        <source>industrial (1)</source>
        <translation>산업 시설 (1)</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as log_sd</source>
        <translation>8.42 m, 1.347: log_sd로 해석</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as moments</source>
        <translation>8.42 m, 1.347: moments로 해석</translation>
    </message>
    <message>
        <source>8.42 m, 1.347 as mean_log</source>
        <translation>8.42 m, 1.347: mean_log로 해석</translation>
    </message>
    <message>
        <source>from the building layer</source>
        <translation>건물 레이어에서 산출</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::GroundPanel</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>A on the map</source>
        <translation>A를 지도에 표시</translation>
    </message>
    <message>
        <source>B on the map</source>
        <translation>B를 지도에 표시</translation>
    </message>
    <message>
        <source>One scale for both</source>
        <translation>동일 척도 사용</translation>
    </message>
    <message>
        <source>Save study…</source>
        <translation>연구 저장…</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>연구 열기…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF 내보내기…</translation>
    </message>
    <message>
        <source>Summary of both maps</source>
        <translation>두 지도 요약</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>The data is made up: no decision about a flight rests on it.</source>
        <translation>가상 자료입니다. 비행에 관한 결정의 근거로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Two models of one area beside each other. Choose an area and compute.</source>
        <translation>한 영역의 두 모델을 나란히 비교합니다. 영역을 선택하고 계산하십시오.</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>자료: %1</translation>
    </message>
    <message>
        <source>B is model A of “%1”.</source>
        <translation>B는 “%1”의 모델 A입니다.</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::HeatMapView</name>
    <message>
        <source>Arrow keys choose a cell.</source>
        <translation>화살표 키로 격자 칸을 선택합니다.</translation>
    </message>
    <message>
        <source>Column %1, row %2: %3</source>
        <translation>열 %1, 행 %2: %3</translation>
    </message>
    <message>
        <source>Compute to see the map.</source>
        <translation>계산하면 지도가 표시됩니다.</translation>
    </message>
    <message>
        <source>%1 %2
%3, %4</source>
        <translation>%1 %2
%3, %4</translation>
    </message>
</context>
<context>
    <name>haneul::risk_ground::Words</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>합성</translation>
    </message>
    <message>
        <source>Population density now</source>
        <translation>현재 인구 밀도</translation>
    </message>
    <message>
        <source>Population density, mean of the day</source>
        <translation>인구 밀도, 하루 평균</translation>
    </message>
    <message>
        <source>Scale that keeps the number of people</source>
        <translation>인구수 유지 배율</translation>
    </message>
    <message>
        <source>Sheltering factor</source>
        <translation>쉘터 계수</translation>
    </message>
    <message>
        <source>Distance to the amenity</source>
        <translation>편의시설까지 거리</translation>
    </message>
    <message>
        <source>Length over which it draws</source>
        <translation>편의시설 흡인 거리</translation>
    </message>
    <message>
        <source>Activity of the amenity</source>
        <translation>편의시설 활동도</translation>
    </message>
    <message>
        <source>Least amenity factor</source>
        <translation>최소 편의시설 계수</translation>
    </message>
    <message>
        <source>Amenity factor</source>
        <translation>편의시설 계수</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>질량</translation>
    </message>
    <message>
        <source>Hit area of the drone</source>
        <translation>드론 충격 면적</translation>
    </message>
    <message>
        <source>Drag coefficient</source>
        <translation>항력 계수</translation>
    </message>
    <message>
        <source>Air density</source>
        <translation>공기 밀도</translation>
    </message>
    <message>
        <source>Flight height above ground</source>
        <translation>지상 기준 비행 높이</translation>
    </message>
    <message>
        <source>Drag constant</source>
        <translation>항력 상수</translation>
    </message>
    <message>
        <source>Impact speed</source>
        <translation>충격 속도</translation>
    </message>
    <message>
        <source>Impact energy</source>
        <translation>충격 에너지</translation>
    </message>
    <message>
        <source>Energy that kills every second</source>
        <translation>치사율 50% 에너지</translation>
    </message>
    <message>
        <source>Threshold energy</source>
        <translation>문턱 에너지</translation>
    </message>
    <message>
        <source>Fatality rate</source>
        <translation>치사율</translation>
    </message>
    <message>
        <source>People hit per crash</source>
        <translation>추락당 피격 인원</translation>
    </message>
    <message>
        <source>Crash rate</source>
        <translation>추락률</translation>
    </message>
    <message>
        <source>Risk to people</source>
        <translation>인명 위험</translation>
    </message>
    <message>
        <source>Vehicles on the road</source>
        <translation>도로 위 차량 수</translation>
    </message>
    <message>
        <source>Road length in the cell</source>
        <translation>격자 칸 내 도로 길이</translation>
    </message>
    <message>
        <source>Road area</source>
        <translation>도로 면적</translation>
    </message>
    <message>
        <source>Area of a vehicle</source>
        <translation>차량 면적</translation>
    </message>
    <message>
        <source>Vehicle density</source>
        <translation>차량 밀도</translation>
    </message>
    <message>
        <source>Vehicles hit per crash</source>
        <translation>추락당 피격 차량 수</translation>
    </message>
    <message>
        <source>Deaths per accident</source>
        <translation>사고당 사망자 수</translation>
    </message>
    <message>
        <source>Risk to traffic</source>
        <translation>교통 위험</translation>
    </message>
    <message>
        <source>Distance to the nearest centre</source>
        <translation>가장 가까운 중심까지 거리</translation>
    </message>
    <message>
        <source>Deviation of position</source>
        <translation>위치 편차</translation>
    </message>
    <message>
        <source>Building cost</source>
        <translation>건물 비용</translation>
    </message>
    <message>
        <source>Mean of ln(height)</source>
        <translation>ln(높이) 평균</translation>
    </message>
    <message>
        <source>Deviation of ln(height)</source>
        <translation>ln(높이) 편차</translation>
    </message>
    <message>
        <source>Median building height</source>
        <translation>건물 높이 중앙값</translation>
    </message>
    <message>
        <source>Density of heights</source>
        <translation>높이 밀도</translation>
    </message>
    <message>
        <source>Horizontal navigation error</source>
        <translation>수평 항법 오차</translation>
    </message>
    <message>
        <source>Vertical navigation error</source>
        <translation>수직 항법 오차</translation>
    </message>
    <message>
        <source>Buildings within reach</source>
        <translation>도달 범위 내 건물</translation>
    </message>
    <message>
        <source>Height of the building that counts most</source>
        <translation>기여가 가장 큰 건물의 높이</translation>
    </message>
    <message>
        <source>Footprint of the building that counts most</source>
        <translation>기여가 가장 큰 건물의 건물 외곽</translation>
    </message>
    <message>
        <source>Chance to meet that building</source>
        <translation>해당 건물과 만날 확률</translation>
    </message>
    <message>
        <source>Share built over</source>
        <translation>건폐 비율</translation>
    </message>
    <message>
        <source>Weight of people</source>
        <translation>인명 가중치</translation>
    </message>
    <message>
        <source>Weight of traffic</source>
        <translation>교통 가중치</translation>
    </message>
    <message>
        <source>Weight of buildings</source>
        <translation>건물 가중치</translation>
    </message>
    <message>
        <source>Sheltering factor of the cell</source>
        <translation>격자 칸의 쉘터 계수</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>Nothing is known of the ground: import layers of population, traffic, buildings or amenities, or choose the synthetic city.</source>
        <translation>지상에 관한 자료가 없습니다. 인구, 교통, 건물 또는 편의시설 레이어를 가져오거나 합성 도시를 선택하십시오.</translation>
    </message>
    <message>
        <source>The area cannot be used.</source>
        <translation>이 영역은 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The cells cannot be used.</source>
        <translation>이 격자 칸은 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>A value is out of its range.</source>
        <translation>범위를 벗어난 값이 있습니다.</translation>
    </message>
    <message>
        <source>Costs of different kinds are added only with a stated weight for each.</source>
        <translation>종류가 다른 비용은 각각의 가중치를 지정한 경우에만 합산합니다.</translation>
    </message>
    <message>
        <source>The sum names no model to add.</source>
        <translation>합산할 모델이 지정되지 않았습니다.</translation>
    </message>
    <message>
        <source>The heights of fewer than two buildings are known.</source>
        <translation>높이를 아는 건물이 두 채 미만입니다.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>현재 역할로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>No studies are kept here.</source>
        <translation>여기에는 보관된 연구가 없습니다.</translation>
    </message>
    <message>
        <source>Give the study a name of at most 200 bytes.</source>
        <translation>연구 이름을 200바이트 이내로 입력하십시오.</translation>
    </message>
    <message>
        <source>Somebody else has saved this study meanwhile.</source>
        <translation>그사이 다른 사람이 이 연구를 저장했습니다.</translation>
    </message>
    <message>
        <source>People, uniform (eq. 2)</source>
        <translation>인명, 균일 (식 2)</translation>
    </message>
    <message>
        <source>People, nearest amenity (eq. 3)</source>
        <translation>인명, 최근접 편의시설 (식 3)</translation>
    </message>
    <message>
        <source>People, amenity areas with hours</source>
        <translation>인명, 시간대별 편의시설 구역</translation>
    </message>
    <message>
        <source>Traffic, road area (eq. 8)</source>
        <translation>교통, 도로 면적 (식 8)</translation>
    </message>
    <message>
        <source>Traffic, nearest amenity (eq. 9)</source>
        <translation>교통, 최근접 편의시설 (식 9)</translation>
    </message>
    <message>
        <source>Buildings, area type (eq. 10)</source>
        <translation>건물, 면적형 (식 10)</translation>
    </message>
    <message>
        <source>Buildings, height type (eq. 12)</source>
        <translation>건물, 높이형 (식 12)</translation>
    </message>
    <message>
        <source>Buildings, area and height</source>
        <translation>건물, 면적과 높이</translation>
    </message>
    <message>
        <source>Buildings, cover and heights</source>
        <translation>건물, 건폐와 높이</translation>
    </message>
    <message>
        <source>Sheltering factor (table 1)</source>
        <translation>쉘터 계수 (표 1)</translation>
    </message>
    <message>
        <source>fatalities per flight hour</source>
        <translation>비행시간당 사망자 수</translation>
    </message>
    <message>
        <source>density per metre</source>
        <translation>미터당 밀도</translation>
    </message>
    <message>
        <source>chance to meet a building</source>
        <translation>건물과 만날 확률</translation>
    </message>
    <message>
        <source>sheltering factor</source>
        <translation>쉘터 계수</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>Land use: %1</source>
        <translation>토지 이용: %1</translation>
    </message>
    <message>
        <source>Buildings: a small area with known centres, for which the area type fits. Heights are not known: flying over a building counts as flying into it.</source>
        <translation>건물: 중심을 아는 작은 영역이므로 면적형이 적합합니다. 높이를 알 수 없어 건물 위를 비행하면 건물에 부딪히는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Buildings: a small area with known centres, for which the area type fits. Footprints and heights are known too: area and height together tell wide low buildings from narrow tall ones.</source>
        <translation>건물: 중심을 아는 작은 영역이므로 면적형이 적합합니다. 건물 외곽과 높이도 알고 있어, 면적과 높이를 함께 쓰면 넓고 낮은 건물과 좁고 높은 건물을 구별할 수 있습니다.</translation>
    </message>
    <message>
        <source>Buildings: a large area, for which the height type fits. It needs only the spread of heights; single buildings are smaller than what this map shows.</source>
        <translation>건물: 넓은 영역이므로 높이형이 적합합니다. 높이 분포만 있으면 되며, 개별 건물은 이 지도가 나타내는 크기보다 작습니다.</translation>
    </message>
    <message>
        <source>Buildings: a small area, for which the area type would fit, but no centres are known. The height type with the spread of the surroundings is what can be said.</source>
        <translation>건물: 작은 영역이므로 면적형이 적합하나 건물 중심을 알 수 없습니다. 주변의 높이 분포를 쓰는 높이형으로만 나타낼 수 있습니다.</translation>
    </message>
    <message>
        <source>weekday %1 local</source>
        <translation>평일 현지 %1</translation>
    </message>
    <message>
        <source>weekend %1 local</source>
        <translation>주말 현지 %1</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정 불가</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Charts</name>
    <message>
        <source>not known what stands here</source>
        <translation>무엇이 있는지 알 수 없음</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city</source>
        <translation>합성: 가상 도시</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>거리 (m)</translation>
    </message>
    <message>
        <source>Height AGL (m)</source>
        <translation>지상고(AGL) (m)</translation>
    </message>
    <message>
        <source>Height AMSL (m)</source>
        <translation>해발(AMSL) (m)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>지면 고도</translation>
    </message>
    <message>
        <source>Buildings, with clearance</source>
        <translation>건물(여유 포함)</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>길이 (m)</translation>
    </message>
    <message>
        <source>Risk (1e-9 fatalities per flight)</source>
        <translation>위험 (비행당 사망자 수 1e-9)</translation>
    </message>
    <message>
        <source>What can be had</source>
        <translation>선택 가능 범위</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>한도</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Facts</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>한도 없음</translation>
    </message>
    <message>
        <source>Speed, climb, descent</source>
        <translation>속도, 상승, 하강</translation>
    </message>
    <message>
        <source>Steepest slope</source>
        <translation>최대 경사</translation>
    </message>
    <message>
        <source>Take-off mass</source>
        <translation>이륙 질량</translation>
    </message>
    <message>
        <source>Power in level flight</source>
        <translation>수평 비행 시 전력</translation>
    </message>
    <message>
        <source>Efficiency of climbing, share of power in descent</source>
        <translation>상승 효율, 하강 시 전력 비율</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>에너지</translation>
    </message>
    <message>
        <source>expected fatalities</source>
        <translation>예상 사망자 수</translation>
    </message>
    <message>
        <source>use of the risk budget</source>
        <translation>위험 한도 사용률</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>use of the battery budget</source>
        <translation>배터리 한도 사용률</translation>
    </message>
    <message>
        <source>gap to the proven bound</source>
        <translation>증명된 하한과의 차이</translation>
    </message>
    <message>
        <source>legs</source>
        <translation>구간 수</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Places (latitude, longitude, height in m)</source>
        <translation>지점(위도, 경도, 높이 m)</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>above the ground (AGL)</source>
        <translation>지면 위(AGL)</translation>
    </message>
    <message>
        <source>above mean sea level (AMSL)</source>
        <translation>해발(AMSL)</translation>
    </message>
    <message>
        <source>What stands around</source>
        <translation>주변 지물</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city, not a real one</source>
        <translation>합성: 가상의 도시이며 실제 도시가 아님</translation>
    </message>
    <message>
        <source>imported data</source>
        <translation>가져온 자료</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>탐색 공간</translation>
    </message>
    <message>
        <source>Cells, layers</source>
        <translation>칸 크기, 층 간격</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Margin around the places</source>
        <translation>지점 둘레 여유</translation>
    </message>
    <message>
        <source>Distance from buildings</source>
        <translation>건물과의 거리</translation>
    </message>
    <message>
        <source>Zones allowed</source>
        <translation>허용 공역 구역</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>출발 시각</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>바람</translation>
    </message>
    <message>
        <source>%1 m/s from %2°</source>
        <translation>%2°에서 %1 m/s</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최소화 대상</translation>
    </message>
    <message>
        <source>Weight of risk</source>
        <translation>위험 가중치</translation>
    </message>
    <message>
        <source>Risk budget</source>
        <translation>위험 한도</translation>
    </message>
    <message>
        <source>%1 expected fatalities per flight</source>
        <translation>비행당 예상 사망자 %1명</translation>
    </message>
    <message>
        <source>Battery budget</source>
        <translation>배터리 한도</translation>
    </message>
    <message>
        <source>Legs, longest leg</source>
        <translation>구간 수, 가장 긴 구간</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>개수 제한 없음</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>길이 제한 없음</translation>
    </message>
    <message>
        <source>Bank, slowest speed in a turn</source>
        <translation>경사각, 선회 최저 속도</translation>
    </message>
    <message>
        <source>Layers of headings</source>
        <translation>방위별 층</translation>
    </message>
    <message>
        <source>Good enough within</source>
        <translation>충분하다고 보는 차이</translation>
    </message>
    <message>
        <source>Fly where nobody knows what stands</source>
        <translation>지물을 알 수 없는 곳도 비행</translation>
    </message>
    <message>
        <source>Fly where the risk is not known</source>
        <translation>위험을 알 수 없는 곳도 비행</translation>
    </message>
    <message>
        <source>Preset of the risk</source>
        <translation>위험 사전 설정</translation>
    </message>
    <message>
        <source>Cells that were searched</source>
        <translation>탐색한 칸</translation>
    </message>
    <message>
        <source>%1 × %2 of %3 m, %4 layers from %5 to %6 m</source>
        <translation>%1 × %2칸(칸 크기 %3 m), %5~%6 m에 %4층</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>none, proven</source>
        <translation>없음(증명됨)</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>찾지 못함</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::PathForm</name>
    <message>
        <source>Places</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Latitude, longitude and height, a line each: start, places on the way, goal</source>
        <translation>위도, 경도, 고도를 한 줄에 하나씩: 출발지, 경유 지점, 목적지</translation>
    </message>
    <message>
        <source>37.5600 126.9700 65</source>
        <translation>37.5600 126.9700 65</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>지도에서 선택</translation>
    </message>
    <message>
        <source>Click start, places on the way and goal; Return ends</source>
        <translation>출발지, 경유 지점, 목적지를 클릭합니다. Return 키로 마칩니다</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>선택</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Height of picked places</source>
        <translation>선택한 지점의 고도</translation>
    </message>
    <message>
        <source>Heights, data</source>
        <translation>고도 기준, 자료</translation>
    </message>
    <message>
        <source>above ground</source>
        <translation>지면 기준</translation>
    </message>
    <message>
        <source>above sea</source>
        <translation>해수면 기준</translation>
    </message>
    <message>
        <source>imported data</source>
        <translation>가져온 자료</translation>
    </message>
    <message>
        <source>synthetic city</source>
        <translation>합성 도시</translation>
    </message>
    <message>
        <source>What stands around</source>
        <translation>주변 지물</translation>
    </message>
    <message>
        <source>Space from, to</source>
        <translation>탐색 공간 하한, 상한</translation>
    </message>
    <message>
        <source>Upper end of the space</source>
        <translation>탐색 공간 상한</translation>
    </message>
    <message>
        <source>Cells, layers</source>
        <translation>격자 칸, 층</translation>
    </message>
    <message>
        <source>Width of a cell and thickness of a layer</source>
        <translation>격자 칸의 너비와 층의 두께</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Thickness of a layer</source>
        <translation>층 두께</translation>
    </message>
    <message>
        <source>From buildings</source>
        <translation>건물 이격</translation>
    </message>
    <message>
        <source>Distance kept from buildings, sideways</source>
        <translation>건물과의 수평 이격 거리</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최소화 대상</translation>
    </message>
    <message>
        <source>length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>에너지</translation>
    </message>
    <message>
        <source>Weight of risk</source>
        <translation>위험 가중치</translation>
    </message>
    <message>
        <source>Metres of detour that a metre through the mean risk of the area is worth; 0: no such path</source>
        <translation>이 지역의 평균 위험 속을 1 m 비행하는 것과 맞바꿀 우회 거리(m). 0: 위험 가중 경로 없음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Risk budget</source>
        <translation>위험 한도</translation>
    </message>
    <message>
        <source>Expected fatalities of the flight, as 2.5E-9; empty: none</source>
        <translation>비행 1회의 예상 사망자 수, 예: 2.5E-9. 비워 두면 한도 없음</translation>
    </message>
    <message>
        <source>Half way</source>
        <translation>중간값</translation>
    </message>
    <message>
        <source>Half way between the risk of the shortest path and the least that was found</source>
        <translation>최단 경로의 위험과 찾은 최소 위험의 중간값</translation>
    </message>
    <message>
        <source>Battery budget</source>
        <translation>배터리 한도</translation>
    </message>
    <message>
        <source> Wh</source>
        <translation> Wh</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source> m/s</source>
        <translation> m/s</translation>
    </message>
    <message>
        <source>Climb, descent</source>
        <translation>상승, 하강</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>Mass, power</source>
        <translation>무게, 전력</translation>
    </message>
    <message>
        <source>Take-off mass, and power in level flight</source>
        <translation>이륙 무게와 수평 비행 시 전력</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source>Power in level flight</source>
        <translation>수평 비행 시 전력</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>바람</translation>
    </message>
    <message>
        <source>Where it comes from, and how fast it is</source>
        <translation>불어오는 방향과 풍속</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Speed of the wind</source>
        <translation>풍속</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Most legs, and the longest one</source>
        <translation>최대 구간 수와 가장 긴 구간의 한도</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>개수 제한 없음</translation>
    </message>
    <message>
        <source>any length</source>
        <translation>길이 제한 없음</translation>
    </message>
    <message>
        <source>Longest leg</source>
        <translation>가장 긴 구간</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>출발 시각</translation>
    </message>
    <message>
        <source>UTC, as 2026-11-26T09:00:00Z; empty: now</source>
        <translation>UTC, 예: 2026-11-26T09:00:00Z. 비워 두면 지금</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Zones allowed</source>
        <translation>허용 공역 구역</translation>
    </message>
    <message>
        <source>Identifiers of zones for which there is a permit</source>
        <translation>허가서가 있는 공역 구역의 식별자</translation>
    </message>
    <message>
        <source>Fly where nobody knows what stands</source>
        <translation>지물을 알 수 없는 곳도 비행</translation>
    </message>
    <message>
        <source>Fly where the risk is not known</source>
        <translation>위험을 알 수 없는 곳도 비행</translation>
    </message>
    <message>
        <source>What is not known is not clear: without data on buildings no path is found unless it is allowed.</source>
        <translation>알 수 없는 곳은 장애물이 없는 곳으로 보지 않습니다. 허용하지 않으면 건물 자료 없이는 경로를 찾지 못합니다.</translation>
    </message>
    <message>
        <source>Type or pick at least a start and a goal: latitude, longitude, height, a line each.</source>
        <translation>출발점과 도착점 이상을 입력하거나 고르십시오. 한 줄에 하나씩 위도, 경도, 고도입니다.</translation>
    </message>
    <message>
        <source>The risk budget is a number of expected fatalities, as 2.5E-9.</source>
        <translation>위험 한도는 예상 사망자 수입니다. 예: 2.5E-9.</translation>
    </message>
    <message>
        <source>The departure is a time in UTC, as 2026-11-26T09:00:00Z.</source>
        <translation>출발 시각은 UTC 시각입니다. 예: 2026-11-26T09:00:00Z.</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::PathPanel</name>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Time (min)</source>
        <translation>시간 (분)</translation>
    </message>
    <message>
        <source>Energy (Wh)</source>
        <translation>에너지 (Wh)</translation>
    </message>
    <message>
        <source>Risk (fatalities per flight)</source>
        <translation>위험 (비행당 사망자 수)</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>구간 수</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>From start</source>
        <translation>출발점부터</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>지도에 표시</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Why the chosen path, or the places typed as a path, would not be allowed</source>
        <translation>선택한 경로 또는 입력한 위치를 이은 경로가 허용되지 않는 사유</translation>
    </message>
    <message>
        <source>Use as plan route</source>
        <translation>비행계획 경로로 사용</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Risk and length</source>
        <translation>위험과 길이</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Findings of the check</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>No path is chosen</source>
        <translation>선택한 경로 없음</translation>
    </message>
    <message>
        <source>The risk is not known, or no path was asked for</source>
        <translation>위험을 알 수 없거나 경로를 찾지 않음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Find paths</source>
        <translation>경로 찾기</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) found, over a SYNTHETIC city: made up, not a real one.</source>
        <translation>
            <numerusform>경로 %n개를 찾았습니다. 합성 도시 기준: 가상의 도시이며 실제 도시가 아닙니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) found.</source>
        <translation>
            <numerusform>경로 %n개를 찾았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 where nobody knows what stands</source>
        <translation>지물 미상 %1</translation>
    </message>
    <message>
        <source>%1 without a known risk</source>
        <translation>위험 미상 %1</translation>
    </message>
    <message>
        <source>stops to turn</source>
        <translation>정지 후 선회</translation>
    </message>
    <message>
        <source>slowest turn %1 m/s</source>
        <translation>최저 선회 속도 %1 m/s</translation>
    </message>
    <message>
        <source>none, proven</source>
        <translation>없음(증명됨)</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Click start, places on the way and goal on the map; Return ends, Escape leaves all as it was.</source>
        <translation>지도에서 출발점, 경유 위치, 도착점을 차례로 클릭하십시오. Return으로 끝내고 Escape로 취소합니다.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>점검 중 …</translation>
    </message>
    <message>
        <source>The path is allowed: nothing is in its way at the time it is there.</source>
        <translation>허용되는 경로입니다. 통과 시각에 경로를 막는 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): the path is not allowed.</source>
        <translation>
            <numerusform>점검 결과 %n건: 허용되지 않는 경로입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find paths first, where the risk is known.</source>
        <translation>먼저 위험을 알 수 있는 곳에서 경로를 찾으십시오.</translation>
    </message>
    <message>
        <source>The budget lies half way between the shortest path and the least risk; find paths again.</source>
        <translation>위험 한도를 최단 경로와 최소 위험의 중간값으로 정했습니다. 경로를 다시 찾으십시오.</translation>
    </message>
    <message>
        <source>Choose a path first.</source>
        <translation>먼저 경로를 고르십시오.</translation>
    </message>
    <message>
        <source>Your role may not write flight plans.</source>
        <translation>이 역할로는 비행계획을 작성할 수 없습니다.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Takes the paths off this page, the maps and the 3D views</source>
        <translation>이 화면과 지도, 3D 화면에서 경로를 지웁니다</translation>
    </message>
    <message>
        <source>Inputs and sources</source>
        <translation>입력과 출처</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>연구 열기…</translation>
    </message>
    <message>
        <source>Save study…</source>
        <translation>연구 저장…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF 내보내기…</translation>
    </message>
    <message>
        <source>This study and another one</source>
        <translation>이 연구와 다른 연구</translation>
    </message>
    <message>
        <source>It has no results: find paths.</source>
        <translation>결과가 없습니다. 경로를 찾으십시오.</translation>
    </message>
    <message>
        <source>Find paths first, or open a study.</source>
        <translation>먼저 경로를 찾거나 연구를 여십시오.</translation>
    </message>
    <message>
        <source>That study has no results.</source>
        <translation>그 연구에는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Compared with %1.</source>
        <translation>%1과(와) 비교했습니다.</translation>
    </message>
    <message>
        <source>Results as they were kept, found %1; not searched again since.</source>
        <translation>보관된 그대로의 결과입니다. %1에 찾았고 그 뒤 다시 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>%1에 찾음</translation>
    </message>
    <message>
        <source>First at leg %1 of %2; legs with findings: %3.</source>
        <translation>첫 지적은 구간 %2개 중 %1번째, 지적이 있는 구간: %3.</translation>
    </message>
    <message>
        <source>Show in 3D</source>
        <translation>3D로 보기</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Report</name>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 시각</translation>
    </message>
    <message>
        <source>SYNTHETIC: a made-up city. No decision about a flight rests on it.</source>
        <translation>합성: 가상의 도시입니다. 비행에 관한 어떤 결정도 이것에 근거할 수 없습니다.</translation>
    </message>
    <message>
        <source>Heights along the paths</source>
        <translation>경로를 따른 높이</translation>
    </message>
    <message>
        <source>Risk against length</source>
        <translation>길이에 대한 위험</translation>
    </message>
    <message>
        <source>Points of the path: %1</source>
        <translation>경로의 지점: %1</translation>
    </message>
    <message>
        <source>Latitude (°)</source>
        <translation>위도 (°)</translation>
    </message>
    <message>
        <source>Longitude (°)</source>
        <translation>경도 (°)</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>높이 (m)</translation>
    </message>
    <message>
        <source>Paths between places</source>
        <translation>지점 사이의 경로</translation>
    </message>
    <message>
        <source>Risk: %1 · %2</source>
        <translation>위험: %1 · %2</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>요청 내용</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>근거</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Shapes</name>
    <message>
        <source>Start</source>
        <translation>출발점</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>도착점</translation>
    </message>
    <message>
        <source>SYNTHETIC city</source>
        <translation>합성 도시</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Sketch</name>
    <message>
        <source>Start</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>N</source>
        <translation>북</translation>
    </message>
</context>
<context>
    <name>haneul::risk_path::Words</name>
    <message>
        <source>This console has no planner of paths.</source>
        <translation>이 콘솔에는 경로계획기가 없습니다.</translation>
    </message>
    <message>
        <source>Your role may not search for paths.</source>
        <translation>이 역할은 경로를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>A search of yours is under way; one at a time.</source>
        <translation>이미 요청한 탐색이 진행 중입니다. 한 번에 하나만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>탐색을 중지했습니다.</translation>
    </message>
    <message>
        <source>The search took too long: take larger cells or a smaller area.</source>
        <translation>탐색 시간이 너무 깁니다. 격자 칸을 키우거나 지역을 줄이십시오.</translation>
    </message>
    <message>
        <source>A place lies outside of the space.</source>
        <translation>탐색 공간 밖에 있는 위치가 있습니다.</translation>
    </message>
    <message>
        <source>The places lie too far apart.</source>
        <translation>위치 사이의 거리가 너무 멉니다.</translation>
    </message>
    <message>
        <source>These layers of heights cannot be searched.</source>
        <translation>이 고도층은 탐색할 수 없습니다.</translation>
    </message>
    <message>
        <source>Too many cells: take larger ones.</source>
        <translation>격자 칸이 너무 많습니다. 칸을 키우십시오.</translation>
    </message>
    <message>
        <source>There is no way through what may be flown.</source>
        <translation>비행할 수 있는 공간을 지나는 길이 없습니다.</translation>
    </message>
    <message>
        <source>The path cannot begin at the start.</source>
        <translation>출발점에서 경로를 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The path cannot end at the goal.</source>
        <translation>도착점에서 경로를 끝낼 수 없습니다.</translation>
    </message>
    <message>
        <source>No path keeps the budgets; that is proven.</source>
        <translation>한도를 지키는 경로가 없습니다. 증명된 결과입니다.</translation>
    </message>
    <message>
        <source>None was found; that there is none is not proven.</source>
        <translation>경로를 찾지 못했습니다. 경로가 없다는 것이 증명되지는 않았습니다.</translation>
    </message>
    <message>
        <source>The risk on the ground is not known here.</source>
        <translation>이곳의 지상 위험을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>최단</translation>
    </message>
    <message>
        <source>Risk weighed</source>
        <translation>위험 가중</translation>
    </message>
    <message>
        <source>Within budget</source>
        <translation>한도 이내</translation>
    </message>
    <message>
        <source>best, proven</source>
        <translation>최적(증명됨)</translation>
    </message>
    <message>
        <source>within %1 % of the best</source>
        <translation>최적과의 차이 %1 % 이내</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>Leg %1 goes through building %2.</source>
        <translation>구간 %1이(가) 건물 %2을(를) 지납니다.</translation>
    </message>
    <message>
        <source>Leg %1 goes through the ground.</source>
        <translation>구간 %1이(가) 지면을 지납니다.</translation>
    </message>
    <message>
        <source>Leg %1 is in zone %2 from %3 to %4, when it is closed.</source>
        <translation>구간 %1이(가) 구역 %2에 %3부터 %4까지 들어가며, 그때 구역은 닫혀 있습니다.</translation>
    </message>
    <message>
        <source>Leg %1 goes where nobody knows what stands there.</source>
        <translation>구간 %1이(가) 지물을 알 수 없는 곳을 지납니다.</translation>
    </message>
    <message>
        <source>Leg %1 leaves the area or the layers that are known.</source>
        <translation>구간 %1이(가) 알려진 영역이나 층을 벗어납니다.</translation>
    </message>
    <message>
        <source>Leg %1 is %6 long; %5 are allowed.</source>
        <translation>구간 %1의 길이는 %6입니다. %5까지 허용됩니다.</translation>
    </message>
    <message>
        <source>The path has %6 legs; %5 are allowed.</source>
        <translation>경로의 구간은 %6개입니다. %5개까지 허용됩니다.</translation>
    </message>
    <message>
        <source>Leg %1 has a slope of %6; %5 are allowed.</source>
        <translation>구간 %1의 경사는 %6입니다. %5까지 허용됩니다.</translation>
    </message>
    <message>
        <source>Leg %1 cannot be flown against the wind.</source>
        <translation>구간 %1은(는) 맞바람으로 비행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The flight has %6 expected fatalities; the budget is %5.</source>
        <translation>비행의 예상 사망자는 %6명입니다. 한도는 %5명입니다.</translation>
    </message>
    <message>
        <source>The flight takes %6; the budget is %5.</source>
        <translation>비행에 %6이(가) 필요합니다. 한도는 %5입니다.</translation>
    </message>
    <message>
        <source>A path has at least two points.</source>
        <translation>경로에는 지점이 두 개 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>Leg %1 goes where the risk on the ground is not known.</source>
        <translation>구간 %1이(가) 지상 위험을 알 수 없는 곳을 지납니다.</translation>
    </message>
    <message>
        <source>The risk budget cannot be judged: on %6 the risk is not known.</source>
        <translation>위험 한도를 판정할 수 없습니다. %6에서 위험을 알 수 없습니다.</translation>
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
        <source>3D is off: %1. Install or enable a graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again. The section below shows the same traffic.</source>
        <translation>3D 꺼짐: %1. 그래픽 드라이버를 설치하거나 켜고, 또는 LIBGL_ALWAYS_SOFTWARE=1을 설정한 뒤 다시 시작하십시오. 아래 단면에 같은 항적이 표시됩니다.</translation>
    </message>
    <message>
        <source>3D is off: the display has stopped giving OpenGL. Try again; if that fails, start the program again. The section below shows the same traffic.</source>
        <translation>3D 꺼짐: 화면이 OpenGL 제공을 멈췄습니다. 다시 시도하고, 안 되면 프로그램을 다시 시작하십시오. 아래 단면에 같은 항적이 표시됩니다.</translation>
    </message>
    <message>
        <source>3D is off: this computer draws OpenGL in software and was too slow. The section below shows the same traffic.</source>
        <translation>3D 꺼짐: 이 컴퓨터는 OpenGL을 소프트웨어로 그리며 너무 느렸습니다. 아래 단면에 같은 항적이 표시됩니다.</translation>
    </message>
    <message>
        <source>3D is off: it was switched off here. The section below shows the same traffic.</source>
        <translation>3D 꺼짐: 여기서 껐습니다. 아래 단면에 같은 항적이 표시됩니다.</translation>
    </message>
    <message>
        <source>Try 3D again</source>
        <translation>3D 다시 시도</translation>
    </message>
    <message>
        <source>Keep 3D on</source>
        <translation>3D 계속</translation>
    </message>
    <message>
        <source>Switch 3D off</source>
        <translation>3D 끄기</translation>
    </message>
    <message>
        <source>Along selection</source>
        <translation>선택 항적 방향</translation>
    </message>
    <message>
        <source>Turn the section along the course of the selected track</source>
        <translation>단면을 선택 항적의 진로 방향으로 돌립니다</translation>
    </message>
    <message>
        <source>Height exaggeration</source>
        <translation>고도 과장</translation>
    </message>
    <message>
        <source>A 3D picture takes %1 ms here (OpenGL in software); above 100 ms it hinders work.</source>
        <translation>3D 한 장면에 %1 ms 걸립니다(소프트웨어 OpenGL). 100 ms를 넘으면 업무에 지장이 있습니다.</translation>
    </message>
    <message>
        <source>Heights ×%1</source>
        <translation>고도 ×%1</translation>
    </message>
    <message>
        <source>OpenGL is not used here</source>
        <translation>여기서는 OpenGL을 쓰지 않습니다</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>REPLAY %1×</source>
        <translation>재생 %1×</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>No track reports a height</source>
        <translation>고도를 보고하는 항적 없음</translation>
    </message>
    <message>
        <source>Heights %1 as reported</source>
        <translation>고도 %1, 보고값 그대로</translation>
    </message>
    <message>
        <source>Heights %1 as reported, not reconciled</source>
        <translation>고도 %1, 보고값 그대로(기준 서로 다름, 환산 안 함)</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <translation>자료 경과 %1</translation>
    </message>
    <message>
        <source>no tracks yet</source>
        <translation>아직 항적 없음</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · ground at 0 m, no terrain</source>
        <translation>고도 ×%1로 그림 · 지면 0 m, 지형 없음</translation>
    </message>
    <message>
        <source>rings %1 · vectors %2 s · hollow on the ground: height unknown</source>
        <translation>거리환 %1 · 벡터 %2초 · 지면의 속 빈 기호: 고도 미상</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of this translation</comment>
        <translation>ko</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) of zones AGL or W84: counted from that ground</source>
        <translation>
            <numerusform>AGL 또는 W84 구역의 공역 %n개: 위 지면 기준으로 계산</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, SYNTHETIC</source>
        <translation>%1, 합성</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Buildings: %1</source>
        <translation>건물: %1</translation>
    </message>
    <message>
        <source>Buildings below %1 m are drawn from nearer</source>
        <translation>%1 m보다 낮은 건물은 더 가까이에서 표시됨</translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) of unknown height: outline only</source>
        <translation>
            <numerusform>높이 미상 건물 %n개: 외곽만 표시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n building(s) farther out are not drawn</source>
        <translation>
            <numerusform>더 먼 건물 %n개는 표시하지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>Terrain: %1</source>
        <translation>지형: %1</translation>
    </message>
    <message>
        <source>Terrain heights of an unknown datum: for looking, not for clearance</source>
        <translation>지형 고도 기준 미상: 보기용이며 이격 판단에 쓸 수 없음</translation>
    </message>
    <message>
        <source>%1 · heights not judged</source>
        <translation>%1 · 고도 판정 불가</translation>
    </message>
    <message>
        <source>Heights drawn ×%1 · 0 m where no terrain is</source>
        <translation>고도 ×%1로 그림 · 지형 없는 곳은 0 m</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) of flight plans AGL or W84: not judged, counted from that ground</source>
        <translation>
            <numerusform>AGL 또는 W84 기준 비행계획 비행 공간 %n개: 판정 불가, 이 지면에서부터 계산함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flight plan(s) by their ways only: too many for all volumes</source>
        <translation>
            <numerusform>비행계획 %n개는 경로만 표시: 너무 많아 비행 공간을 모두 표시할 수 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>flight plans: dashed wait · thin are approved · heavy fly · white is the chosen one</source>
        <translation>비행계획: 파선 대기 · 가는 선 승인됨 · 굵은 선 비행 중 · 흰색 선택한 계획</translation>
    </message>
    <message>
        <source>⬣ %1: separation lost, closest %2 m · vertical %3 m · in %4 s</source>
        <translation>⬣ %1: 분리 상실, 최근접 %2 m · 수직 %3 m · %4초 뒤</translation>
    </message>
    <message>
        <source>▲ %1: closest %2 m · vertical %3 m · in %4 s</source>
        <translation>▲ %1: 최근접 %2 m · 수직 %3 m · %4초 뒤</translation>
    </message>
    <message>
        <source>paths: shortest dashed · weighed dotted · within the budget solid · the chosen one is heavy, with plumb lines where its legs end</source>
        <translation>경로: 최단 파선 · 가중 점선 · 한도 내 실선 · 선택한 경로는 굵게, 구간 끝마다 수직선</translation>
    </message>
    <message>
        <source>conflicts: no other aircraft belongs within %1 m and %2 m of height; looked %3 s ahead</source>
        <translation>충돌: 수평 %1 m, 수직 %2 m 안에 다른 항공기가 없어야 함; %3초 앞까지 살핌</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of aircraft near each other not judged: height, climb or a fresh report is lacking</source>
        <translation>
            <numerusform>가까이 있는 항공기 %n쌍 판정 불가: 고도, 상승률 또는 최신 보고가 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>⬣ %1: separation lost, %2 m · vertical %3 m</source>
        <translation>⬣ %1: 분리 상실, %2 m · 수직 %3 m</translation>
    </message>
</context>
<context>
    <name>haneul::scene3d::SectionView</name>
    <message>
        <source>Section</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>Along %1, course %2°</source>
        <translation>%1 진로 %2° 방향</translation>
    </message>
    <message>
        <source>West – east, seen from the south</source>
        <translation>서 – 동, 남쪽에서 봄</translation>
    </message>
    <message>
        <source>heights as reported, datums not reconciled</source>
        <translation>고도는 보고값 그대로, 기준 환산 안 함</translation>
    </message>
    <message>
        <source>heights as reported</source>
        <translation>고도는 보고값 그대로</translation>
    </message>
    <message>
        <source>scale closer towards the top</source>
        <translation>위로 갈수록 눈금 좁음</translation>
    </message>
</context>
<context>
    <name>haneul::settings</name>
    <message>
        <source>Dark</source>
        <translation>어두움</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝음</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>metres (m)</source>
        <translation>미터(m)</translation>
    </message>
    <message>
        <source>feet (ft)</source>
        <translation>피트(ft)</translation>
    </message>
    <message>
        <source>metres per second (m/s)</source>
        <translation>초속 미터(m/s)</translation>
    </message>
    <message>
        <source>kilometres per hour (km/h)</source>
        <translation>시속 킬로미터(km/h)</translation>
    </message>
    <message>
        <source>knots (kt)</source>
        <translation>노트(kt)</translation>
    </message>
    <message>
        <source>kilometres (km)</source>
        <translation>킬로미터(km)</translation>
    </message>
    <message>
        <source>nautical miles (NM)</source>
        <translation>해리(NM)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name, height and speed</source>
        <translation>이름, 고도, 속도</translation>
    </message>
    <message>
        <source>Where it was left</source>
        <translation>마지막에 보던 곳</translation>
    </message>
    <message>
        <source>At the area of operation</source>
        <translation>운용 구역</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of all texts; works at once.</source>
        <translation>모든 글의 언어이며 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>화면 색상</translation>
    </message>
    <message>
        <source>Colours of the whole desk, map included.</source>
        <translation>지도를 포함한 전체 화면의 색입니다.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Size of all texts and of what is laid out by them.</source>
        <translation>모든 글자와 그에 따른 배치의 크기입니다.</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Unit of heights; climb and descent follow it (m/s or ft/min).</source>
        <translation>고도의 단위이며 상승률도 따라갑니다(m/s 또는 ft/min).</translation>
    </message>
    <message>
        <source>Speeds</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Unit of speeds over ground.</source>
        <translation>대지 속도의 단위입니다.</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Unit of distances and ranges.</source>
        <translation>거리의 단위입니다.</translation>
    </message>
    <message>
        <source>Track labels</source>
        <translation>항적 꼬리표</translation>
    </message>
    <message>
        <source>How much is written beside each aircraft.</source>
        <translation>항공기 옆에 표시하는 정보의 양입니다.</translation>
    </message>
    <message>
        <source>Speed vectors</source>
        <translation>속도 벡터</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>비행 자취</translation>
    </message>
    <message>
        <source>Vertical exaggeration</source>
        <translation>고도 배율</translation>
    </message>
    <message>
        <source>How many times higher than true the 3D view draws heights.</source>
        <translation>3D 보기에서 고도를 실제보다 몇 배 높게 그릴지 정합니다.</translation>
    </message>
    <message>
        <source>The map starts</source>
        <translation>지도 시작 위치</translation>
    </message>
    <message>
        <source>What the map shows when the program is started.</source>
        <translation>프로그램을 시작할 때 지도가 보여 줄 곳입니다.</translation>
    </message>
    <message>
        <source>Latitude of the area</source>
        <translation>구역의 위도</translation>
    </message>
    <message>
        <source>Middle of the area of operation, degrees north.</source>
        <translation>운용 구역 가운데의 북위(도)입니다.</translation>
    </message>
    <message>
        <source>Longitude of the area</source>
        <translation>구역의 경도</translation>
    </message>
    <message>
        <source>Middle of the area of operation, degrees east.</source>
        <translation>운용 구역 가운데의 동경(도)입니다.</translation>
    </message>
    <message>
        <source>Zoom of the area</source>
        <translation>구역의 줌</translation>
    </message>
    <message>
        <source>2 shows the world, 11 a city, 16 a street.</source>
        <translation>2는 세계, 11은 도시, 16은 거리를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Name and height</source>
        <translation>이름과 고도</translation>
    </message>
    <message>
        <source>How far ahead the line before an aircraft reaches.</source>
        <translation>항공기 앞쪽 선이 나타내는 시간입니다.</translation>
    </message>
    <message>
        <source>How far back the trail behind an aircraft reaches.</source>
        <translation>항공기 뒤쪽 자취가 나타내는 시간입니다.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D 보기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>On</source>
        <comment>setting</comment>
        <translation>켬</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>setting</comment>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>haneul::settings::Settings</name>
    <message>
        <source>The settings could not be read (%1). They were put aside as settings.json.broken; the defaults are used.</source>
        <translation>설정을 읽을 수 없습니다(%1). settings.json.broken으로 치워 두고 기본값을 사용합니다.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version. What is understood is used; changes are not kept.</source>
        <translation>더 새로운 버전이 저장한 설정입니다. 이해하는 값만 사용하며 변경은 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>The settings could not be written: %1</source>
        <translation>설정을 저장하지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>haneul::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>찾은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 되돌리기</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>내보냄: %1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>내보내지 못함: %1</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>가져옴: %1</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>가져오지 못함: %1</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeyEditor</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>동작 또는 키 찾기</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>동작과 단축키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>새 키</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <source>Print or save…</source>
        <translation>인쇄 또는 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>New key for “%1”:</source>
        <translation>“%1”의 새 키:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>정하기</translation>
    </message>
    <message>
        <source>%1 is already used by “%2” (%3), which would then have no key.</source>
        <translation>%1은(는) 이미 “%2”(%3)에서 씁니다. 바꾸면 그 동작은 키가 없어집니다.</translation>
    </message>
    <message>
        <source>Choose an action, go to the field and press the new key.</source>
        <translation>동작을 고르고 입력 칸에서 새 키를 누르십시오.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1은(는) 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Save the keys as PDF or HTML</source>
        <translation>단축키를 PDF 또는 HTML로 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>저장하지 못함: %1</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>키를 누르십시오</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeyMap</name>
    <message>
        <source>One key, with Ctrl, Alt or Shift where wanted.</source>
        <translation>키 하나만 쓸 수 있습니다(필요하면 Ctrl, Alt, Shift와 함께).</translation>
    </message>
    <message>
        <source>This key moves through fields and dialogs; add Ctrl or Alt.</source>
        <translation>칸과 대화 상자를 다니는 키입니다. Ctrl이나 Alt를 함께 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>haneul::shortcuts::KeySheet</name>
    <message>
        <source>Haneul: keys</source>
        <translation>하늘: 단축키</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::Comparison</name>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>이 연구</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>다른 연구</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::SaveForm</name>
    <message>
        <source>Keep the study that was opened, and save a new one</source>
        <translation>열어 둔 연구는 그대로 두고 새 연구로 저장</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation>연구 저장</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::Sheet</name>
    <message>
        <source>made %1 by %2</source>
        <translation>%1 작성, 작성자 %2</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>%1과(와) 비교</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>이 연구</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::StudyKeeper</name>
    <message>
        <source>Saved as “%1”, revision %2.</source>
        <translation>“%1”, 개정 %2(으)로 저장했습니다.</translation>
    </message>
    <message>
        <source>Study as PDF</source>
        <translation>연구 PDF 저장</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 파일에 기록했습니다.</translation>
    </message>
    <message>
        <source>Opened: %1, saved %2 by %3.</source>
        <translation>열었습니다: %1, %2 저장, 저장한 사람 %3.</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::StudyPicker</name>
    <message>
        <source>%1 stays readable in the log.</source>
        <translation>%1: 기록에서 계속 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>사유(&amp;R)</translation>
    </message>
    <message>
        <source>Retire the study</source>
        <translation>연구 폐기</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>폐기(&amp;R)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>사전 설정</translation>
    </message>
    <message>
        <source>By</source>
        <translation>저장자</translation>
    </message>
    <message>
        <source>Saved (UTC)</source>
        <translation>저장 시각 (UTC)</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Saved studies: %1</source>
        <translation>저장된 연구: %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare with this</source>
        <translation>이 연구와 비교(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Retire…</source>
        <translation>폐기(&amp;R)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>닫기(&amp;L)</translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation>아직 저장된 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>haneul::study_store::Words</name>
    <message>
        <source>Collision risk</source>
        <translation>공중 충돌 위험</translation>
    </message>
    <message>
        <source>Preset of the Reich model</source>
        <translation>Reich 모델 사전 설정</translation>
    </message>
    <message>
        <source>Overlap table</source>
        <translation>중첩 확률표</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>지상 위험</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>This console keeps no studies.</source>
        <translation>이 콘솔은 연구를 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no such saved study.</source>
        <translation>저장된 연구 중에 없습니다.</translation>
    </message>
    <message>
        <source>It was retired before.</source>
        <translation>이미 폐기되었습니다.</translation>
    </message>
    <message>
        <source>Somebody has saved it meanwhile. Open it again, or save under a new name.</source>
        <translation>그사이 다른 사람이 저장했습니다. 다시 열거나 새 이름으로 저장하십시오.</translation>
    </message>
    <message>
        <source>A name of 1 to 200 bytes is wanted, and not that of a preset of the program.</source>
        <translation>이름은 1~200바이트여야 하며, 프로그램의 사전 설정 이름은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The study is too large to be kept.</source>
        <translation>연구가 너무 커서 보관할 수 없습니다.</translation>
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
        <source>Own sources: Apache License 2.0. Together with the libraries it is linked to, the program as a whole is under the GNU General Public License 3.</source>
        <translation>자체 소스: Apache License 2.0. 연결된 라이브러리를 포함한 프로그램 전체에는 GNU General Public License 3이 적용됩니다.</translation>
    </message>
    <message>
        <source>Built on: %1.</source>
        <translation>사용한 구성 요소: %1.</translation>
    </message>
    <message>
        <source>The program informs and records; it never commands an aircraft. It is not a certified system: it replaces neither air traffic services nor the duties of those who fly.</source>
        <translation>정보 제공과 기록만 하며 항공기에 명령하지 않습니다. 인증받은 시스템이 아니며, 항공교통업무나 조종자의 책임을 대신하지 않습니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>컴파일러</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Event log ends at</source>
        <translation>이벤트 로그 끝 번호</translation>
    </message>
    <message>
        <source>Digest, to read out</source>
        <translation>해시, 불러 줄 앞부분</translation>
    </message>
    <message>
        <source>Digest, whole</source>
        <translation>해시 전체</translation>
    </message>
    <message>
        <source>This instance</source>
        <translation>이 인스턴스</translation>
    </message>
    <message>
        <source>Map data</source>
        <translation>지도 데이터</translation>
    </message>
    <message>
        <source>No base map is loaded.</source>
        <translation>배경 지도가 없습니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>데이터 날짜</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>복사(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Build type</source>
        <translation>빌드 종류</translation>
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
    <name>haneul::window::Desk</name>
    <message>
        <source>The last session could not be used and was put aside: %1. Windows are as built in.</source>
        <translation>지난 세션을 쓸 수 없어 따로 보관함: %1. 창 배치는 기본값입니다.</translation>
    </message>
    <message>
        <source>The workspace file %1 cannot be used and was put aside: %2</source>
        <translation>작업 공간 파일 %1을(를) 쓸 수 없어 따로 보관함: %2</translation>
    </message>
    <message>
        <source>The workspace %1 could not be saved: %2</source>
        <translation>작업 공간 %1을(를) 저장하지 못함: %2</translation>
    </message>
    <message>
        <source>Safe mode: the program ended unexpectedly twice, the second time within 30 s of its start. Windows are as built in and 3D is off; drafts are kept. The next start is a normal one.</source>
        <translation>안전 모드: 프로그램이 두 번 비정상 종료되었고, 두 번째는 시작 후 30초 안이었습니다. 창 배치는 기본값이고 3D는 꺼져 있으며 초안은 유지됩니다. 다음 시작은 정상 모드입니다.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. Windows, selection and drafts are as they were then.</source>
        <translation>프로그램이 비정상 종료되었습니다. 창, 선택, 초안을 그때 그대로 되살렸습니다.</translation>
    </message>
    <message>
        <source>safe mode after two unexpected ends</source>
        <translation>두 번의 비정상 종료 뒤 안전 모드</translation>
    </message>
</context>
<context>
    <name>haneul::window::DiagramWindow</name>
    <message>
        <source>Drone-diagram</source>
        <translation>드론 다이어그램</translation>
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
    <name>haneul::window::GroundRisk</name>
    <message>
        <source>Ground risk: %1, %2 to %3 %4</source>
        <translation>지상 위험: %1, %2~%3 %4</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>합성 자료</translation>
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
    <message>
        <source>Workspace saved: %1</source>
        <translation>작업 공간 저장됨: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>undo or redo: step</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>input %1 ms</source>
        <translation>입력 %1 ms</translation>
    </message>
    <message>
        <source>Worst of the last second: from publication to this window, and the work of one tick. Input: from a key or click to its painted answer, 99 of 100 within this time</source>
        <translation>최근 1초의 최댓값: 발행에서 이 창까지, 그리고 한 주기의 처리 시간. 입력: 키나 클릭에서 화면 응답까지, 100번 중 99번이 이 시간 안</translation>
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
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 공간</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>배달</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>기체 운용</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>비행계획</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>공중 충돌 위험</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>지상 위험</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>지상 자료</translation>
    </message>
</context>
<context>
    <name>haneul::window::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>이 메시지 닫기</translation>
    </message>
</context>
<context>
    <name>haneul::window::NotesPanel</name>
    <message>
        <source>The notes could not be filed: %1</source>
        <translation>일지를 보관하지 못함: %1</translation>
    </message>
    <message>
        <source>Filed as %1</source>
        <translation>보관됨: %1</translation>
    </message>
    <message>
        <source>Notes of this shift</source>
        <translation>이번 근무의 기록</translation>
    </message>
    <message>
        <source>Draft, not filed yet; kept across restarts</source>
        <translation>초안: 아직 보관하지 않음, 다시 시작해도 유지됨</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>As filed</source>
        <translation>보관됨</translation>
    </message>
</context>
<context>
    <name>haneul::window::NoticePanel</name>
    <message>
        <source>No notices</source>
        <translation>알림 없음</translation>
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
    <message>
        <source>Shift notes</source>
        <translation>근무 일지</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation>지도 레이어</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>배달망</translation>
    </message>
    <message>
        <source>Drone-diagram</source>
        <translation>드론 다이어그램</translation>
    </message>
    <message>
        <source>Orders and missions</source>
        <translation>주문과 임무</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>What this notice is about has no view here.</source>
        <translation>이 알림의 관련 항목을 볼 수 있는 화면이 없습니다.</translation>
    </message>
    <message>
        <source>Notice centre</source>
        <translation>알림 센터</translation>
    </message>
    <message>
        <source>Fleet readiness</source>
        <translation>운용 준비태세</translation>
    </message>
    <message>
        <source>Airspace</source>
        <translation>공역</translation>
    </message>
    <message>
        <source>Approval desk</source>
        <translation>승인 데스크</translation>
    </message>
    <message>
        <source>Ground data</source>
        <translation>지상 자료</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>수용 대수</translation>
    </message>
    <message>
        <source>Collision risk</source>
        <translation>공중 충돌 위험</translation>
    </message>
    <message>
        <source>Ground risk</source>
        <translation>지상 위험</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
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
<context>
    <name>haneul::window::WorkspaceDialog</name>
    <message>
        <source>%1 (built in)</source>
        <translation>%1 (기본 제공)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Not saved: a workspace needs a name of 1 to 60 characters.</source>
        <translation>저장하지 않음: 작업 공간 이름은 1자 이상 60자 이하여야 합니다.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>삭제됨: %1</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 공간</translation>
    </message>
    <message>
        <source>A workspace is the arrangement of all windows, panels and map views.</source>
        <translation>작업 공간은 모든 창, 패널, 지도 화면의 배치입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Save present arrangement</source>
        <translation>현재 배치 저장</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>haneul::window::Workspaces</name>
    <message>
        <source>Control room</source>
        <translation>관제실</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Single laptop</source>
        <translation>노트북 한 대</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Risk studio</source>
        <translation>위험 스튜디오</translation>
    </message>
</context>
<context>
    <name>haneul::wizard</name>
    <message>
        <source>South Korea</source>
        <translation>대한민국</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>서울</translation>
    </message>
    <message>
        <source>Incheon</source>
        <translation>인천</translation>
    </message>
    <message>
        <source>Gyeonggi</source>
        <translation>경기</translation>
    </message>
    <message>
        <source>Gangwon</source>
        <translation>강원</translation>
    </message>
    <message>
        <source>Sejong</source>
        <translation>세종</translation>
    </message>
    <message>
        <source>Daejeon</source>
        <translation>대전</translation>
    </message>
    <message>
        <source>Chungbuk</source>
        <translation>충북</translation>
    </message>
    <message>
        <source>Chungnam</source>
        <translation>충남</translation>
    </message>
    <message>
        <source>Jeonbuk</source>
        <translation>전북</translation>
    </message>
    <message>
        <source>Gwangju</source>
        <translation>광주</translation>
    </message>
    <message>
        <source>Jeonnam</source>
        <translation>전남</translation>
    </message>
    <message>
        <source>Daegu</source>
        <translation>대구</translation>
    </message>
    <message>
        <source>Gyeongbuk</source>
        <translation>경북</translation>
    </message>
    <message>
        <source>Ulsan</source>
        <translation>울산</translation>
    </message>
    <message>
        <source>Busan</source>
        <translation>부산</translation>
    </message>
    <message>
        <source>Gyeongnam</source>
        <translation>경남</translation>
    </message>
    <message>
        <source>Jeju</source>
        <translation>제주</translation>
    </message>
</context>
<context>
    <name>haneul::wizard::FirstRun</name>
    <message>
        <source>Language and units</source>
        <translation>언어와 단위</translation>
    </message>
    <message>
        <source>Area of operation</source>
        <translation>운용 구역</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Where data comes from</source>
        <translation>데이터 출처</translation>
    </message>
    <message>
        <source>Everything here can be changed later in the settings.</source>
        <translation>여기서 정한 것은 나중에 설정에서 모두 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Where the map looks when the program starts. Type to find; initial consonants are enough.</source>
        <translation>시작할 때 지도가 보여 줄 곳입니다. 입력해서 찾으며 초성으로도 찾습니다.</translation>
    </message>
    <message>
        <source>The map that is shipped shows coast, provinces, towns, aerodromes and rivers of Korea. It has no roads, buildings, terrain or power lines.</source>
        <translation>기본 지도에는 우리나라의 해안, 시·도, 도시, 비행장, 강이 있습니다. 도로, 건물, 지형, 송전선은 없습니다.</translation>
    </message>
    <message>
        <source>More sources can be added later in haneul.toml of the data folder.</source>
        <translation>출처는 나중에 데이터 폴더의 haneul.toml에서 더할 수 있습니다.</translation>
    </message>
    <message>
        <source>Haneul: first start</source>
        <translation>하늘: 첫 시작</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1/%2: %3</translation>
    </message>
    <message>
        <source>Skip the questions</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Metric: metres, metres per second, kilometres</source>
        <translation>미터법: 미터, 초속 미터, 킬로미터</translation>
    </message>
    <message>
        <source>Aviation: feet, knots, nautical miles</source>
        <translation>항공 단위: 피트, 노트, 해리</translation>
    </message>
    <message>
        <source>Find an area</source>
        <translation>구역 찾기</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Wherever the first traffic is</source>
        <translation>첫 항적이 나타나는 곳</translation>
    </message>
    <message>
        <source>The map that is shipped (Korea)</source>
        <translation>기본 지도(대한민국)</translation>
    </message>
    <message>
        <source>A map of our own (GeoPackage)</source>
        <translation>자체 지도(GeoPackage)</translation>
    </message>
    <message>
        <source>File of the map</source>
        <translation>지도 파일</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Drones report here (MQTT broker of Haneul)</source>
        <translation>드론이 여기로 보고(하늘의 MQTT 브로커)</translation>
    </message>
    <message>
        <source>MQTT broker of ours</source>
        <translation>기존 MQTT 브로커</translation>
    </message>
    <message>
        <source>ADS-B receiver (SBS-1)</source>
        <translation>ADS-B 수신기(SBS-1)</translation>
    </message>
    <message>
        <source>Autopilots (MAVLink), UDP port</source>
        <translation>비행 제어기(MAVLink), UDP 포트</translation>
    </message>
    <message>
        <source>Demonstration: simulated traffic over Seoul</source>
        <translation>시연: 서울 상공의 가상 항적</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>브로커 주소</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>수신기 주소</translation>
    </message>
    <message>
        <source>Port of the receiver</source>
        <translation>수신기 포트</translation>
    </message>
    <message>
        <source>UDP port</source>
        <translation>UDP 포트</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Which file is the map?</source>
        <translation>지도 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>Which address has the receiver?</source>
        <translation>수신기 주소를 입력하십시오.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>연결 중…</translation>
    </message>
    <message>
        <source>The broker answers</source>
        <translation>브로커가 응답함</translation>
    </message>
    <message>
        <source>Open; waiting for bytes</source>
        <translation>열림, 데이터 기다리는 중</translation>
    </message>
    <message>
        <source>Bytes arriving: %L1</source>
        <translation>들어온 바이트: %L1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>동작하지 않음: %1</translation>
    </message>
</context>
</TS>
