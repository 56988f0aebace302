// Every word of the page in Korean and English. A key that one language lacks fails a test.

const korean = {
  title: '하늘 현장', otherLanguage: 'English', light: '밝게', dark: '어둡게', loading: '불러오는 중…', working: '처리하는 중…', close: '닫기', done: '처리했습니다.',
  back: '목록으로', at: '위치', north: '북',
  logInTitle: '로그인', logIn: '로그인', logOut: '로그아웃', user: '사용자', password: '비밀번호', showPassword: '비밀번호 보기', hidePassword: '비밀번호 숨기기',
  logInEmpty: '사용자와 비밀번호를 모두 입력하십시오.',
  logOutAsk: '작성 중인 계획이 있습니다. 로그아웃하면 입력한 내용이 지워집니다. 로그아웃할까요?',
  sessionLost: '세션이 끝났습니다. 다시 로그인하면 이어서 할 수 있습니다. 입력한 내용은 그대로 있습니다.',
  noServer: '서버에 연결되지 않습니다. 다시 시도하고 있습니다.',
  notConnectedSince: '{0}부터 연결이 끊겨 있습니다. 화면의 내용은 그때의 것입니다.', connectedAgain: '다시 연결되었습니다.',
  resting: '20분 동안 사용하지 않아 새로고침을 멈췄습니다. 화면을 누르면 다시 시작합니다.',
  notSent: '전송되지 않았습니다. 서버에 연결되지 않아 아무것도 저장하거나 대기시키지 않았습니다. 연결된 뒤 다시 누르십시오.', notReached: '서버에 연결되지 않습니다.',
  myPlans: '내 계획', newPlan: '새 계획', notices: '알림', noPlans: '아직 비행계획이 없습니다.', noNotices: '알림이 없습니다.',
  acknowledge: '확인', acknowledged: '확인함', notAcknowledged: '확인 전', openPlan: '계획 {0} 보기', bySystem: '시스템',
  approvalsOf: '승인 {0}/{1}', points: '{0}개 지점', reason: '사유', conditions: '승인 조건', contents: '계획 내용', history: '이력', checks: '검사 결과', writtenBy: '작성',
  submit: '제출', edit: '수정', activate: '비행 시작', endFlight: '비행 종료', withdraw: '철회', withdrawAsk: '계획 {0}을(를) 철회할까요? 되돌릴 수 없습니다.',
  noteWhenEnding: '비행 종료 메모 (선택)', reasonWhenWithdrawing: '철회 사유 (선택)',
  acceptable: '승인 절차로 넘어갈 수 있습니다. 필요한 승인: {0}건', notAcceptable: '이대로는 승인될 수 없습니다.', valueAndLimit: '{0} (한도 {1})', unlimited: '무제한', ground: '지면',
  laterBy: '{0} 늦추면 벗어남', earlierBy: '{0} 앞당기면 벗어남',
  propose: '통과할 수 있는 대안 찾기', proposals: '통과할 수 있는 대안', takeProposal: '이 대안 사용', proposalTaken: '대안을 적용했습니다. 내용을 확인하고 제출하십시오.',
  blockedBy: '시간, 고도, 경로를 바꿔도 소용없습니다. 먼저 해결할 검사: {0}', noneExists: '시간, 고도, 경로를 모두 바꿔 보았지만 통과하는 대안이 없습니다.', noProposal: '찾은 대안이 없습니다.',
  tried: '{0}: {1}가지를 검사했지만 통과하지 못했습니다. {2}', 'nothing.CLOSED': '그때마다 {0} 때문에 막힙니다.', 'nothing.NO_TIME': '계획의 시작까지 남은 시간이 없습니다.', 'nothing.NO_HEIGHT': '한도 안에 다른 고도가 없습니다.', 'nothing.NO_WAY': '비어 있고 충분히 짧은 우회로가 없습니다.', 'nothing.OTHER_CHECK': '비어 있는 곳에서는 다른 검사를 통과하지 못합니다.', somethingElse: '다른 것', higherBy: '{0} 높게', lowerBy: '{0} 낮게', longerBy: '{0} 더 긴 경로', smallerBy: '면적 {0} 축소',
  changePlan: '계획 {0} 수정', discard: '작성 취소', discardAsk: '입력한 내용을 지울까요?', check: '제출 전 검사', saveDraft: '초안 저장', savedDraft: '초안 {0}을(를) 저장했습니다.',
  submittedWaits: '계획 {0}을(를) 제출했습니다. 승인을 기다립니다.', submittedReturned: '계획 {0}을(를) 제출했지만 검사를 통과하지 못해 반환되었습니다.',
  problems: '확인할 항목이 {0}개 있습니다.', 'problem.empty': '값을 입력하십시오.', 'problem.number': '숫자를 입력하십시오.', 'problem.range': '{0}부터 {1} 사이의 숫자를 입력하십시오.', 'problem.time': '날짜와 시각을 입력하십시오.',
  needed: '필수', notSaid: '정하지 않음', remove: '삭제', removePlace: '{0}번 지점 삭제', removeSite: '{0}번 착륙지 삭제', removeDocument: '{0}번 서류 삭제', addPlace: '지점 추가', pickOnMap: '지도에서 고르기', mapHint: '지도. 누르면 지점이 추가됩니다. 화살표로 움직이고 +와 -로 확대, 축소하며 Enter로 가운데를 추가합니다.', addCentre: '가운데 지점 추가', removeLast: '마지막 지점 삭제', take: '적용', cancel: '취소', zoomIn: '확대', zoomOut: '축소', addSite: '비상 착륙지 추가', addDocument: '서류 추가', documentN: '서류 {0}',
  'form.who': '누가, 무엇을', 'form.when': '언제', 'form.where': '어디서', 'form.how': '어떻게', 'form.whatIf': '문제가 생기면', 'form.documents': '허가 서류',
  profile: '업무 유형', missionType: '임무 종류', drone: '드론', pilot: '조종자', operator: '운영 기관', battery: '배터리', payloads: '탑재 장비', parcels: '화물 (kg)', objective: '목적', mission: '임무',
  start: '시작', end: '종료', localTimes: '이 기기의 시각({0})으로 입력합니다. UTC가 아래에 표시됩니다.',
  pattern: '비행 형태', reference: '고도 기준', shape: '구역 모양', polygon: '다각형', circle: '원', radius: '반경 (m)', lower: '하한 (m)', lowerHint: '비워 두면 지면부터', upper: '상한 (m)', height: '고도', heightM: '고도 (m)',
  spacing: '줄 간격 (m)', heading: '줄 방향 (°, 진북)', halfWidth: '반폭 (m)', passes: '왕복 줄 수', holesKept: '구역 안의 빈 곳 {0}개는 그대로 유지됩니다.', centre: '중심', latitude: '위도 (°)', longitude: '경도 (°)', hold: '정지 (초)', sketch: '비행 장소 약도', noSketch: '좌표를 입력하면 약도가 나타납니다.',
  mode: '비행 방식', 'mode.VLOS': '가시권 (VLOS)', 'mode.BVLOS': '비가시권 (BVLOS)', speed: '순항 속도', cruise: '순항 속도 (m/s)', climb: '상승 속도 (m/s)', descent: '하강 속도 (m/s)', priority: '우선순위', priorityHint: '0–100, 클수록 먼저',
  lostLink: '통신 두절 시', sites: '비상 착륙지', name: '이름', kind: '종류', number: '번호', authority: '발급 기관', zones: '해당 공역', zonesHint: '비워 두면 모든 공역', validFrom: '유효 시작', validUntil: '유효 종료',
  fromForm: '직접 작성', fromFormHint: '빈 양식에 하나씩 입력합니다.', emptyForm: '빈 양식 열기', fromFile: '파일에서', fromFileHint: 'QGroundControl .plan, KML, KMZ, GeoJSON 파일에서 경로나 구역을 읽습니다.', file: '파일', chooseFile: '파일 고르기', noneChosen: '고른 파일 없음', heightIfNone: '파일에 고도가 없을 때 (m)', readFile: '파일 읽기', noFile: '파일을 먼저 고르십시오.',
  fileTaken: '파일에서 읽었습니다. 나머지를 채우십시오.', fileRead: '읽은 경로와 구역: {0}개', fileNotFlyable: '이 파일로는 계획을 만들 수 없습니다.', useShape: '이것으로 작성',
  fromMission: '예약된 임무에서', noMissions: '예약된 임무가 없습니다.', makeOfMission: '임무로 계획 작성',

  'severity.info': '안내', 'severity.warning': '주의', 'severity.emergency': '비상',
  'state.DRAFT': '초안', 'state.SUBMITTED': '검사 중', 'state.PENDING_APPROVAL': '승인 대기', 'state.APPROVED': '승인됨', 'state.ACTIVATED': '비행 중', 'state.ENDED': '종료됨', 'state.REJECTED': '반려됨', 'state.RETURNED': '보완 요청', 'state.WITHDRAWN': '철회됨', 'state.REVOKED': '승인 취소됨', 'state.NONCONFORMING': '계획 이탈', 'state.CONTINGENT': '비상 상황', 'state.PROVISIONAL': '임시 승인', 'state.CONFLICT': '충돌',
  'stateHint.DRAFT': '아직 제출하지 않았습니다.', 'stateHint.SUBMITTED': '자동 검사를 하고 있습니다.', 'stateHint.PENDING_APPROVAL': '승인자의 결정을 기다리고 있습니다. 아직 비행할 수 없습니다.', 'stateHint.APPROVED': '비행할 수 있습니다. 이륙할 때 비행 시작을 누르십시오.', 'stateHint.ACTIVATED': '비행 중입니다. 착륙하면 비행 종료를 누르십시오.', 'stateHint.ENDED': '비행이 끝났습니다.', 'stateHint.REJECTED': '승인되지 않았습니다. 비행할 수 없습니다.', 'stateHint.RETURNED': '고쳐서 다시 제출하십시오.', 'stateHint.WITHDRAWN': '철회한 계획입니다.', 'stateHint.REVOKED': '승인이 취소되었습니다. 비행하지 마십시오.', 'stateHint.NONCONFORMING': '드론이 승인된 공간을 벗어났습니다.', 'stateHint.CONTINGENT': '비상 상황이 선언되었습니다.', 'stateHint.PROVISIONAL': '본부와 연결이 끊긴 상태에서 한 승인입니다. 확정을 기다리십시오.', 'stateHint.CONFLICT': '따로 승인된 다른 계획과 겹칩니다. 감독자의 결정을 기다리십시오.',
  'verdict.PASS': '통과', 'verdict.NOT_JUDGED': '판단 못 함', 'verdict.FAIL': '불합격',
  'check.FORM': '양식', 'check.PERFORMANCE': '기체 성능', 'check.AIRSPACE': '공역', 'check.CONFLICTS': '다른 계획과의 충돌', 'check.CAPACITY': '수용량', 'check.READINESS': '준비 상태', 'check.DOCUMENTS': '허가 서류', 'check.WEATHER': '기상', 'check.GROUND_RISK': '지상 위험', 'check.COLLISION_RISK': '공중 충돌 위험',
  'proposal.LATER': '더 늦게', 'proposal.EARLIER': '더 일찍', 'proposal.HEIGHT': '다른 고도', 'proposal.ROUTE': '다른 경로',
  'step.CREATED': '작성', 'step.CHANGED': '수정', 'step.SUBMITTED': '제출', 'step.CHECKED': '다시 검사', 'step.CHECKS_PASSED': '검사 통과', 'step.CHECKS_FAILED': '검사 불합격', 'step.APPROVERS_NOTIFIED': '승인자에게 알림', 'step.PILOT_NOTIFIED': '조종자에게 알림', 'step.FIRST_APPROVED': '1차 승인', 'step.APPROVED': '승인', 'step.RETURNED': '보완 요청', 'step.REJECTED': '반려', 'step.WITHDRAWN': '철회', 'step.REVOKED': '승인 취소', 'step.ACTIVATED': '비행 시작', 'step.ENDED': '비행 종료',
  'profile.logistics': '물류', 'profile.inspection': '점검', 'profile.agriculture': '농업', 'profile.monitoring': '감시·측량', 'profile.public_safety': '공공 안전',
  'type.delivery': '배송', 'type.medical_delivery': '의료품 배송', 'type.depot_transfer': '거점 간 운송', 'type.power_line': '송전선', 'type.bridge': '교량', 'type.facade': '건물 외벽', 'type.plant': '플랜트', 'type.spraying': '방제', 'type.crop_survey': '작황 조사', 'type.seeding': '파종', 'type.traffic': '교통', 'type.environment': '환경', 'type.construction': '건설 현장', 'type.mapping': '지도 제작', 'type.search': '수색', 'type.fire': '화재', 'type.police': '경찰', 'type.disaster': '재난',
  'pattern.WAYPOINTS': '경유점', 'pattern.GRID': '격자', 'pattern.CORRIDOR': '선형', 'pattern.AREA': '구역',
  'reference.AGL': '지면 (AGL)', 'reference.AMSL': '해수면 (AMSL)', 'reference.W84': 'WGS84 타원체',
  'lostLink.RTH': '출발지로 복귀', 'lostLink.HOVER': '제자리 비행', 'lostLink.LAND': '착륙', 'lostLink.CONTINUE': '경로 계속', 'document.PERMIT': '허가서', 'document.WAIVER': '면제서',
  'span.h': '{0}시간', 'span.min': '{0}분', 'span.s': '{0}초',
  'where.id': '계획 번호', 'where.operator_id': '운영 기관', 'where.drone_id': '드론', 'where.pilot_id': '조종자', 'where.battery_id': '배터리', 'where.payload_ids': '탑재 장비', 'where.objective': '목적', 'where.mission_id': '임무', 'where.profile': '업무 유형', 'where.missionType': '임무 종류', 'where.operation': '비행 형태', 'where.start': '시작', 'where.end': '종료', 'where.priority': '우선순위', 'where.parcels_kg': '화물', 'where.volumes': '비행 공간', 'where.documents': '허가 서류', 'where.contingency.lostLink': '통신 두절 시', 'where.contingency.landingSites': '비상 착륙지', 'where.parameters.cruise_mps': '순항 속도', 'where.parameters.climb_mps': '상승 속도', 'where.parameters.descent_mps': '하강 속도', 'where.intents': '승인된 계획', 'where.zones': '공역', 'where.capacity': '수용량', 'where.assignment': '배정', 'where.operation.points': '경유점', 'where.operation.line': '선', 'where.operation.area': '구역', 'where.AIRFRAME': '기체', 'where.BATTERY': '배터리', 'where.MAINTENANCE': '정비', 'where.PILOT': '조종자', 'where.FIRMWARE': '펌웨어', 'where.OPERATOR': '운영 기관',
};

const english = {
  title: 'Haneul field', otherLanguage: '한국어', light: 'Light', dark: 'Dark', loading: 'Loading…', working: 'Working…', close: 'Close', done: 'Done.',
  back: 'Back to the list', at: 'at', north: 'N',
  logInTitle: 'Log in', logIn: 'Log in', logOut: 'Log out', user: 'User', password: 'Password', showPassword: 'Show password', hidePassword: 'Hide password',
  logInEmpty: 'Enter user and password.',
  logOutAsk: 'There is a plan that is not saved. Logging out deletes what you typed. Log out?',
  sessionLost: 'Your session has ended. Log in again to go on. What you typed is still there.',
  noServer: 'The server cannot be reached. Trying again.',
  notConnectedSince: 'Not connected since {0}. What you see is as of then.', connectedAgain: 'Connected again.',
  resting: 'Not used for 20 minutes: updates are paused. Touch the screen to go on.',
  notSent: 'Not sent. The server cannot be reached; nothing was saved or queued. Press again when connected.', notReached: 'The server cannot be reached.',
  myPlans: 'My plans', newPlan: 'New plan', notices: 'Notices', noPlans: 'No flight plans yet.', noNotices: 'No notices.',
  acknowledge: 'Acknowledge', acknowledged: 'Acknowledged', notAcknowledged: 'not acknowledged', openPlan: 'Open plan {0}', bySystem: 'system',
  approvalsOf: 'approvals {0}/{1}', points: '{0} points', reason: 'Reason', conditions: 'Conditions', contents: 'Contents', history: 'History', checks: 'Checks', writtenBy: 'Written by',
  submit: 'Submit', edit: 'Change', activate: 'Begin flight', endFlight: 'End flight', withdraw: 'Withdraw', withdrawAsk: 'Withdraw plan {0}? This cannot be undone.',
  noteWhenEnding: 'Note on the flight (optional)', reasonWhenWithdrawing: 'Reason for withdrawing (optional)',
  acceptable: 'Can go on to its approval. Approvals needed: {0}', notAcceptable: 'Cannot be approved as it is.', valueAndLimit: '{0} (limit {1})', unlimited: 'unlimited', ground: 'ground',
  laterBy: 'clear if {0} later', earlierBy: 'clear if {0} earlier',
  propose: 'What would pass?', proposals: 'What would pass', takeProposal: 'Use this', proposalTaken: 'Taken over. Look at it, then submit.',
  blockedBy: 'No other time, height or route helps. To be solved first: {0}', noneExists: 'Other times, heights and routes were tried, and none passes.', noProposal: 'Nothing was found.',
  tried: '{0}: {1} tried, none passes. {2}', 'nothing.CLOSED': '{0} is in the way each time.', 'nothing.NO_TIME': 'No time is left before the start.', 'nothing.NO_HEIGHT': 'No other height is within the limits.', 'nothing.NO_WAY': 'No way around is free and short enough.', 'nothing.OTHER_CHECK': 'Where the way is free another check does not pass.', somethingElse: 'something', higherBy: '{0} higher', lowerBy: '{0} lower', longerBy: 'way longer by {0}', smallerBy: 'area smaller by {0}',
  changePlan: 'Change plan {0}', discard: 'Discard', discardAsk: 'Delete what you typed?', check: 'Check first', saveDraft: 'Save draft', savedDraft: 'Draft {0} saved.',
  submittedWaits: 'Plan {0} submitted. It waits for a decision.', submittedReturned: 'Plan {0} was submitted and returned: the checks do not pass.',
  problems: 'Please look at: {0}', 'problem.empty': 'enter a value', 'problem.number': 'enter a number', 'problem.range': 'enter a number from {0} to {1}', 'problem.time': 'enter date and time',
  needed: 'needed', notSaid: 'not said', remove: 'Remove', removePlace: 'Remove point {0}', removeSite: 'Remove landing site {0}', removeDocument: 'Remove document {0}', addPlace: 'Add point', pickOnMap: 'Pick on the map', mapHint: 'Map. A touch adds a point; arrows move it, + and - zoom, Enter adds the middle.', addCentre: 'Add the middle', removeLast: 'Remove the last', take: 'Take over', cancel: 'Cancel', zoomIn: 'Zoom in', zoomOut: 'Zoom out', addSite: 'Add landing site', addDocument: 'Add document', documentN: 'Document {0}',
  'form.who': 'Who and what', 'form.when': 'When', 'form.where': 'Where', 'form.how': 'How', 'form.whatIf': 'If something goes wrong', 'form.documents': 'Documents',
  profile: 'Kind of operation', missionType: 'Mission', drone: 'Drone', pilot: 'Pilot', operator: 'Operator', battery: 'Battery', payloads: 'Payloads', parcels: 'Parcels (kg)', objective: 'Objective', mission: 'Mission',
  start: 'Start', end: 'End', localTimes: 'Enter the time of this device ({0}). UTC is shown below.',
  pattern: 'Pattern', reference: 'Height above', shape: 'Shape', polygon: 'Polygon', circle: 'Circle', radius: 'Radius (m)', lower: 'Lower limit (m)', lowerHint: 'empty: from the ground', upper: 'Upper limit (m)', height: 'Height', heightM: 'Height (m)',
  spacing: 'Line spacing (m)', heading: 'Line heading (°, true)', halfWidth: 'Half width (m)', passes: 'Passes', holesKept: '{0} holes in the area are kept.', centre: 'Centre', latitude: 'Latitude (°)', longitude: 'Longitude (°)', hold: 'Hold (s)', sketch: 'Sketch of the place', noSketch: 'A sketch appears here when there are coordinates.',
  mode: 'Sight', 'mode.VLOS': 'Within sight (VLOS)', 'mode.BVLOS': 'Beyond sight (BVLOS)', speed: 'Cruise', cruise: 'Cruise (m/s)', climb: 'Climb (m/s)', descent: 'Descent (m/s)', priority: 'Priority', priorityHint: '0 to 100, the greater goes first',
  lostLink: 'When the link is lost', sites: 'Emergency landing sites', name: 'Name', kind: 'Kind', number: 'Number', authority: 'Authority', zones: 'For zones', zonesHint: 'empty: all', validFrom: 'Valid from', validUntil: 'Valid until',
  fromForm: 'From a form', fromFormHint: 'Fill in an empty form.', emptyForm: 'Open an empty form', fromFile: 'From a file', fromFileHint: 'Reads a route or an area from a QGroundControl .plan, KML, KMZ or GeoJSON file.', file: 'File', chooseFile: 'Choose a file', noneChosen: 'none chosen', heightIfNone: 'Height if the file has none (m)', readFile: 'Read the file', noFile: 'Choose a file first.',
  fileTaken: 'Read from the file. Fill in the rest.', fileRead: 'Routes and areas in the file: {0}', fileNotFlyable: 'No plan can be made of this file.', useShape: 'Use this one',
  fromMission: 'From a booked mission', noMissions: 'No mission is booked.', makeOfMission: 'Write the plan of this mission',

  'severity.info': 'Info', 'severity.warning': 'Warning', 'severity.emergency': 'Emergency',
  'state.DRAFT': 'Draft', 'state.SUBMITTED': 'Being checked', 'state.PENDING_APPROVAL': 'Waits for approval', 'state.APPROVED': 'Approved', 'state.ACTIVATED': 'In flight', 'state.ENDED': 'Ended', 'state.REJECTED': 'Rejected', 'state.RETURNED': 'Returned', 'state.WITHDRAWN': 'Withdrawn', 'state.REVOKED': 'Revoked', 'state.NONCONFORMING': 'Off the plan', 'state.CONTINGENT': 'Contingency', 'state.PROVISIONAL': 'Provisional', 'state.CONFLICT': 'Conflict',
  'stateHint.DRAFT': 'Not submitted yet.', 'stateHint.SUBMITTED': 'The checks are running.', 'stateHint.PENDING_APPROVAL': 'An approver decides. It must not be flown yet.', 'stateHint.APPROVED': 'May be flown. Press Begin flight at take-off.', 'stateHint.ACTIVATED': 'In flight. Press End flight after landing.', 'stateHint.ENDED': 'The flight is over.', 'stateHint.REJECTED': 'Not approved. It must not be flown.', 'stateHint.RETURNED': 'Change it and submit it again.', 'stateHint.WITHDRAWN': 'This plan was withdrawn.', 'stateHint.REVOKED': 'The approval was taken back. It must not be flown.', 'stateHint.NONCONFORMING': 'The drone has left its approved volumes.', 'stateHint.CONTINGENT': 'A contingency was declared.', 'stateHint.PROVISIONAL': 'Approved while cut off from headquarters. Wait until it is confirmed.', 'stateHint.CONFLICT': 'Another plan was approved elsewhere for the same place. A supervisor decides.',
  'verdict.PASS': 'pass', 'verdict.NOT_JUDGED': 'not judged', 'verdict.FAIL': 'fail',
  'check.FORM': 'Form', 'check.PERFORMANCE': 'Performance', 'check.AIRSPACE': 'Airspace', 'check.CONFLICTS': 'Conflicts with other plans', 'check.CAPACITY': 'Capacity', 'check.READINESS': 'Readiness', 'check.DOCUMENTS': 'Documents', 'check.WEATHER': 'Weather', 'check.GROUND_RISK': 'Ground risk', 'check.COLLISION_RISK': 'Collision risk',
  'proposal.LATER': 'Later', 'proposal.EARLIER': 'Earlier', 'proposal.HEIGHT': 'Another height', 'proposal.ROUTE': 'Another route',
  'step.CREATED': 'Written', 'step.CHANGED': 'Changed', 'step.SUBMITTED': 'Submitted', 'step.CHECKED': 'Checked again', 'step.CHECKS_PASSED': 'Checks passed', 'step.CHECKS_FAILED': 'Checks failed', 'step.APPROVERS_NOTIFIED': 'Approvers notified', 'step.PILOT_NOTIFIED': 'Pilot notified', 'step.FIRST_APPROVED': 'First approval', 'step.APPROVED': 'Approved', 'step.RETURNED': 'Returned', 'step.REJECTED': 'Rejected', 'step.WITHDRAWN': 'Withdrawn', 'step.REVOKED': 'Revoked', 'step.ACTIVATED': 'Flight begun', 'step.ENDED': 'Flight ended',
  'profile.logistics': 'Logistics', 'profile.inspection': 'Inspection', 'profile.agriculture': 'Agriculture', 'profile.monitoring': 'Monitoring', 'profile.public_safety': 'Public safety',
  'type.delivery': 'Delivery', 'type.medical_delivery': 'Medical delivery', 'type.depot_transfer': 'Depot transfer', 'type.power_line': 'Power line', 'type.bridge': 'Bridge', 'type.facade': 'Facade', 'type.plant': 'Plant', 'type.spraying': 'Spraying', 'type.crop_survey': 'Crop survey', 'type.seeding': 'Seeding', 'type.traffic': 'Traffic', 'type.environment': 'Environment', 'type.construction': 'Construction', 'type.mapping': 'Mapping', 'type.search': 'Search', 'type.fire': 'Fire', 'type.police': 'Police', 'type.disaster': 'Disaster',
  'pattern.WAYPOINTS': 'Waypoints', 'pattern.GRID': 'Grid', 'pattern.CORRIDOR': 'Corridor', 'pattern.AREA': 'Area',
  'reference.AGL': 'ground (AGL)', 'reference.AMSL': 'sea level (AMSL)', 'reference.W84': 'WGS84 ellipsoid',
  'lostLink.RTH': 'Return home', 'lostLink.HOVER': 'Hover', 'lostLink.LAND': 'Land', 'lostLink.CONTINUE': 'Continue the route', 'document.PERMIT': 'Permit', 'document.WAIVER': 'Waiver',
  'span.h': '{0} h', 'span.min': '{0} min', 'span.s': '{0} s',
  'where.id': 'plan', 'where.operator_id': 'operator', 'where.drone_id': 'drone', 'where.pilot_id': 'pilot', 'where.battery_id': 'battery', 'where.payload_ids': 'payloads', 'where.objective': 'objective', 'where.mission_id': 'mission', 'where.profile': 'kind of operation', 'where.missionType': 'mission', 'where.operation': 'pattern', 'where.start': 'start', 'where.end': 'end', 'where.priority': 'priority', 'where.parcels_kg': 'parcels', 'where.volumes': 'volumes', 'where.documents': 'documents', 'where.contingency.lostLink': 'lost link', 'where.contingency.landingSites': 'landing sites', 'where.parameters.cruise_mps': 'cruise', 'where.parameters.climb_mps': 'climb', 'where.parameters.descent_mps': 'descent', 'where.intents': 'approved plans', 'where.zones': 'zones', 'where.capacity': 'capacity', 'where.assignment': 'assignment', 'where.operation.points': 'waypoints', 'where.operation.line': 'line', 'where.operation.area': 'area', 'where.AIRFRAME': 'drone', 'where.BATTERY': 'battery', 'where.MAINTENANCE': 'maintenance', 'where.PILOT': 'pilot', 'where.FIRMWARE': 'firmware', 'where.OPERATOR': 'operator',
};

// Codes of findings, of notes about files and of refusals: Korean, English.
const codes = {
  // refusals
  LOG_IN_REFUSED: ['사용자 또는 비밀번호가 맞지 않습니다.', 'User or password is wrong.'],
  LOCKED_OUT: ['로그인에 여러 번 실패하여 잠겼습니다. {1} 뒤에 다시 시도하십시오.', 'Locked after too many wrong passwords. Try again in {1}.'],
  NOT_LOGGED_IN: ['세션이 끝났습니다. 다시 로그인하십시오. 입력한 내용은 그대로 있습니다.', 'Your session has ended. Log in again; what you typed is still there.'],
  SESSION_ENDED: ['세션이 끝났습니다. 다시 로그인하십시오.', 'Your session has ended. Log in again.'],
  ACCOUNT_UNDER_REVIEW: ['계정이 잠겨 있습니다. 관리자에게 문의하십시오.', 'The account is locked. Ask an administrator.'],
  FORBIDDEN: ['이 작업을 할 권한이 없습니다.', 'You may not do this.'],
  NOT_YOURS: ['작성자, 조종자, 운영 기관 소속만 할 수 있습니다.', 'Only its authors, its pilot and its operator’s people may do this.'],
  OTHER_OPERATOR: ['다른 운영 기관의 계획은 작성할 수 없습니다.', 'You cannot write plans for another operator.'],
  STALE_REVISION: ['그사이 다른 사람이 계획을 수정했습니다. 다시 열어 확인하십시오.', 'Somebody changed the plan meanwhile. Open it again and look.'],
  ILLEGAL_STATE: ['현재 상태에서는 할 수 없습니다.', 'Not possible in its present state.'],
  CHECKS_FAILED: ['지금 다시 검사한 결과 통과하지 못했습니다: {0}', 'The checks, made again now, do not pass: {0}'],
  TOO_EARLY: ['아직 시작할 수 없습니다. 예정 시작 15분 전부터 가능합니다.', 'Too early: possible from 15 minutes before the start.'],
  TOO_LATE: ['계획한 시간이 지났습니다.', 'The plan’s time is over.'],
  NO_SUCH_PLAN: ['그런 계획이 없습니다.', 'There is no such plan.'],
  NO_SUCH_NOTICE: ['그런 알림이 없습니다.', 'There is no such notice.'],
  NO_SUCH_MISSION: ['그런 임무가 없습니다.', 'There is no such mission.'],
  MISSION_OVER: ['이미 끝난 임무입니다.', 'The mission is over.'],
  SAME_ID: ['같은 번호의 계획이 이미 있습니다.', 'There is a plan with this id already.'],
  BAD_ID: ['계획 번호가 올바르지 않습니다.', 'The id of the plan is not valid.'],
  NOT_NEEDED: ['이 계획은 이미 통과하므로 대안이 필요 없습니다.', 'This plan passes as it is; nothing else is needed.'],
  NO_REASON: ['사유를 입력하십시오.', 'Give a reason.'],
  TOO_LARGE: ['너무 큽니다.', 'Too large.'],
  CONTENT_TOO_LARGE: ['너무 큽니다.', 'Too large.'],
  TOO_MANY_REQUESTS: ['요청이 너무 많습니다. 잠시 뒤 다시 시도하십시오.', 'Too many requests. Try again in a moment.'],
  BUSY: ['서버가 바쁩니다. 잠시 뒤 다시 시도하십시오.', 'The server is busy. Try again in a moment.'],
  LOG_BUSY: ['서버가 바쁩니다. 잠시 뒤 다시 시도하십시오.', 'The server is busy. Try again in a moment.'],
  STOPPING: ['서버가 종료되는 중입니다.', 'The server is stopping.'],
  BAD_FIELD: ['값이 올바르지 않습니다: {0}', 'A value is not valid: {0}'],
  MISSING_FIELD: ['값이 빠졌습니다: {0}', 'A value is missing: {0}'],
  ORIGIN_NOT_ALLOWED: ['이 주소의 페이지는 이 서버를 쓸 수 없게 설정되어 있습니다.', 'The server is set not to serve pages from this address.'],

  // files
  UNKNOWN_FORMAT: ['읽을 수 있는 형식이 아닙니다. .plan, KML, KMZ, GeoJSON 파일을 고르십시오.', 'Not a format that is read. Choose a .plan, KML, KMZ or GeoJSON file.'],
  NOTHING_TO_FLY: ['파일에 선도 구역도 없습니다.', 'There is neither a line nor an area in the file.'],
  NO_SUCH_SHAPE: ['파일에 그런 항목이 없습니다.', 'There is no such item in the file.'],
  TOO_MANY_SHAPES: ['파일에 선과 구역이 너무 많습니다.', 'Too many lines and areas in the file.'],
  TOO_MANY_POINTS: ['지점이 너무 많습니다.', 'Too many points.'],
  BAD_JSON: ['파일이 올바른 JSON이 아닙니다.', 'The file is not valid JSON.'],
  NOT_GEOJSON: ['GeoJSON 파일이 아닙니다.', 'Not a GeoJSON file.'],
  NOT_A_PLAN: ['QGroundControl 계획 파일이 아닙니다.', 'Not a QGroundControl plan.'],
  NOT_A_MISSION: ['임무가 아니라 울타리나 집결 지점 파일입니다.', 'A fence or rally points, not a mission.'],
  BAD_VERSION: ['읽을 수 없는 버전입니다.', 'A version that is not read.'],
  NOT_KML: ['KML 파일이 아닙니다.', 'Not a KML file.'],
  NOT_WELL_FORMED: ['XML 형식이 잘못되었습니다.', 'The XML is not well formed.'],
  HAS_DOCTYPE: ['DOCTYPE이 있는 파일은 읽지 않습니다.', 'Files with a DOCTYPE are not read.'],
  TOO_DEEP: ['구조가 너무 깊습니다.', 'Nested too deeply.'],
  BAD_ENCODING: ['UTF-8 파일이 아닙니다.', 'Not UTF-8.'],
  BAD_COORDINATES: ['좌표를 읽을 수 없습니다.', 'Coordinates that cannot be read.'],
  BAD_PLACE: ['지구상의 위치가 아닙니다.', 'Not a place on Earth.'],
  BAD_NUMBER: ['숫자가 범위를 벗어났습니다.', 'A number is out of range.'],
  UNKNOWN_DATUM: ['WGS84 좌표만 읽습니다.', 'Only WGS84 coordinates are read.'],
  UNKNOWN_FRAME: ['위치의 좌표계를 알 수 없습니다.', 'The frame of a place is not known.'],
  HEIGHT_NOT_SAID: ['파일에 고도가 없습니다. 위에 고도를 입력하고 다시 읽으십시오.', 'The file does not say how high. Enter a height above and read it again.'],
  HEIGHT_NOT_JUDGED: ['고도의 기준을 알 수 없습니다 (지형 위 고도 등).', 'What the height is measured from is not known (above terrain, for example).'],
  RETURN_HEIGHT_NOT_JUDGED: ['복귀 고도는 드론에 설정되어 있어 파일에 없습니다.', 'The height of the return is set in the drone, not in the file.'],
  SPEED_NOT_JUDGED: ['속도를 알 수 없습니다.', 'The speed is not known.'],
  TIME_NOT_JUDGED: ['시각을 알 수 없습니다.', 'A time is not known.'],
  HOME_UNKNOWN: ['출발지(홈)가 정해져 있지 않습니다.', 'Home is not set.'],
  HOME_LINE: ['첫 줄을 출발지로 읽었습니다.', 'The first line was read as home.'],
  PLACE_UNKNOWN: ['위치가 정해져 있지 않은 항목이 있습니다.', 'An item does not say where.'],
  PATH_INCOMPLETE: ['경로의 일부를 읽을 수 없어 계획을 만들지 않았습니다.', 'A part of the way cannot be read, so no plan is made.'],
  MISSION_EMPTY: ['파일에 비행 경로가 없습니다.', 'The file holds no way to fly.'],
  GROUND_NOT_SAID: ['이륙 지점의 지면 높이가 파일에 없습니다.', 'The file does not say how high the ground at the take-off is.'],
  DROP_NOT_KEPT: ['투하 동작은 비행계획에 남지 않습니다.', 'What is dropped is not kept in a flight plan.'],
  TOO_SHORT: ['지점이 하나뿐입니다.', 'Only one place.'],
  BAD_LINE: ['선을 읽을 수 없습니다.', 'A line that cannot be read.'],
  BAD_AREA: ['구역을 읽을 수 없습니다.', 'An area that cannot be read.'],
  IGNORED: ['비행과 관계없는 명령은 읽지 않았습니다.', 'Commands that do not move the drone were not read.'],
  NOT_READ: ['읽지 않은 부분이 있습니다.', 'A part was not read.'],
  CURVE: ['곡선을 직선으로 읽었습니다.', 'A curve was read as a straight line.'],
  FENCE: ['파일의 울타리는 읽지 않았습니다.', 'Fences in the file were not read.'],
  RALLY: ['파일의 집결 지점은 읽지 않았습니다.', 'Rally points in the file were not read.'],
  MORE_NOTES: ['이런 사항이 더 있습니다.', 'There is more of this.'],

  // findings of the checks
  NO_ID: ['계획 번호가 없습니다.', 'The plan has no id.'],
  NO_OPERATOR: ['운영 기관이 없습니다.', 'No operator is named.'],
  NO_DRONE: ['드론이 없습니다.', 'No drone is named.'],
  NO_PILOT: ['조종자가 없습니다.', 'No pilot is named.'],
  UNKNOWN_PROFILE: ['알 수 없는 업무 유형입니다.', 'There is no such kind of operation.'],
  BAD_MISSION_TYPE: ['이 업무 유형에 없는 임무 종류입니다.', 'No mission of this kind of operation.'],
  BAD_PATTERN_FOR_PROFILE: ['이 업무 유형에 쓸 수 없는 비행 형태입니다.', 'Not a pattern of this kind of operation.'],
  FIELD_REQUIRED: ['이 업무 유형에 필요한 항목이 비어 있습니다.', 'This kind of operation needs it.'],
  BAD_TIMES: ['종료가 시작보다 늦어야 합니다.', 'The end must be after the start.'],
  IN_THE_PAST: ['시작 시각이 지났습니다.', 'The start has passed.'],
  TOO_FAR_AHEAD: ['30일보다 먼 미래입니다.', 'More than 30 days ahead.'],
  BAD_PRIORITY: ['우선순위는 0부터 100까지입니다.', 'The priority goes from 0 to 100.'],
  BAD_PARCELS: ['화물 무게가 올바르지 않습니다.', 'The mass of the parcels is not valid.'],
  BAD_SPEED: ['속도는 0보다 커야 합니다.', 'A speed must be above 0.'],
  LOST_LINK_REQUIRED: ['비가시권 비행은 통신 두절 시 동작을 정해야 합니다.', 'Beyond sight it must say what happens when the link is lost.'],
  LANDING_SITE_REQUIRED: ['비가시권 비행은 비상 착륙지가 필요합니다.', 'Beyond sight it needs an emergency landing site.'],
  BAD_LANDING_SITE: ['비상 착륙지의 위치가 올바르지 않습니다.', 'A landing site is no place on Earth.'],
  BAD_DOCUMENT: ['서류의 번호나 유효 기간이 올바르지 않습니다.', 'A document has no number or ends before it begins.'],
  NO_VOLUMES: ['비행 공간을 만들 수 없습니다.', 'There are no volumes.'],
  VOLUMES_DO_NOT_CONTAIN: ['비행 공간이 비행 전체를 담지 못합니다.', 'The volumes do not hold the whole flight.'],
  VOLUMES_UNSOUND: ['비행 공간이 올바르지 않아 판단하지 못했습니다.', 'The volumes are not sound, so this was not judged.'],
  TOO_MANY_VERTICES: ['비행 공간의 꼭짓점이 너무 많습니다.', 'The volumes have too many corners.'],
  END_BEFORE_LANDING: ['계획한 시간 안에 비행을 마칠 수 없습니다.', 'The flight takes longer than the plan’s time.'],
  BAD_ROUTE: ['경로가 올바르지 않습니다.', 'The route is not sound.'],
  BAD_PATTERN: ['비행 형태의 값이 올바르지 않습니다.', 'The pattern is not sound.'],
  BAD_CONTAINMENT: ['여유 거리 설정이 올바르지 않습니다.', 'The margins are not sound.'],
  BAD_LIMITS: ['고도 한도가 올바르지 않습니다.', 'The height limits are not sound.'],
  NO_ROUTE: ['경로가 없습니다.', 'There is no route.'],
  SPEED_ABOVE_MODEL: ['순항 속도와 기체 한도', 'Cruise speed against the model'],
  CLIMB_ABOVE_MODEL: ['상승 속도와 기체 한도', 'Climb against the model'],
  DESCENT_ABOVE_MODEL: ['하강 속도와 기체 한도', 'Descent against the model'],
  TIME_ABOVE_ENDURANCE: ['비행 시간과 체공 시간 한도', 'Flight time against the endurance'],
  MODEL_UNKNOWN: ['기체의 한도를 알 수 없습니다.', 'The limit of the model is not known.'],
  ZONE_PROHIBITED: ['비행 금지 구역을 지납니다.', 'Goes through a prohibited zone.'],
  ZONE_CONDITIONS: ['조건부 공역을 지납니다.', 'Goes through a zone with conditions.'],
  ZONE_AUTHORIZATION: ['허가가 필요한 공역을 지납니다.', 'Goes through a zone that needs an authorisation.'],
  ZONE_NOTED: ['공역을 지납니다.', 'Goes through a zone.'],
  ZONE_UNKNOWN: ['공역을 지나는지 판단하지 못했습니다.', 'Whether it goes through the zone was not judged.'],
  ZONES_UNKNOWN: ['공역 정보가 없습니다.', 'The zones are not known.'],
  AUTHORIZATION_REQUIRED: ['이 공역과 시간에 맞는 허가 서류가 없습니다.', 'No document is for this zone and time.'],
  AUTHORIZATION_GIVEN: ['허가 서류가 있습니다.', 'A document is for this zone and time.'],
  CONFLICT: ['이미 승인된 계획과 겹칩니다.', 'Conflicts with an approved plan.'],
  CONFLICT_GIVES_WAY: ['우선순위가 낮은 계획과 겹칩니다. 그 계획이 양보합니다.', 'Conflicts with a plan of lower priority, which gives way.'],
  CONFLICT_UNKNOWN: ['다른 계획과 겹치는지 판단하지 못했습니다.', 'Whether it conflicts with the plan was not judged.'],
  INTENTS_UNKNOWN: ['다른 계획을 알 수 없습니다.', 'The other plans are not known.'],
  CAPACITY_EXCEEDED: ['수용량을 넘습니다.', 'Capacity is exceeded.'],
  CAPACITY_KEPT: ['수용량 안입니다.', 'Within capacity.'],
  CAPACITY_UNKNOWN: ['수용량을 판단하지 못했습니다.', 'Capacity was not judged.'],
  GROUND_RISK_KEPT: ['지상 위험이 한도 안입니다.', 'Risk on the ground is within its limit.'],
  GROUND_RISK_EXCEEDED: ['지상 위험이 한도를 넘습니다.', 'Risk on the ground is above its limit.'],
  GROUND_RISK_NO_LIMIT: ['지상 위험을 계산했지만 정해진 한도가 없습니다.', 'Risk on the ground was computed; no limit is laid down.'],
  GROUND_RISK_UNKNOWN: ['자료가 없어 지상 위험을 판단하지 못했습니다.', 'Risk on the ground was not judged: data is missing.'],
  DATA_SYNTHETIC: ['실제가 아닌 합성 자료로 계산했습니다.', 'Computed from synthetic data, not from the real place.'],
  PARALLEL_OPPOSITE_KEPT: ['반대 방향으로 나란히 나는 계획이 있으나 한도 안입니다.', 'A plan flies beside it in the opposite direction, within the limit.'],
  PARALLEL_OPPOSITE_EXCEEDED: ['반대 방향으로 나란히 나는 계획과의 충돌 위험이 한도를 넘습니다.', 'A plan flies beside it in the opposite direction, above the limit.'],
  PARALLEL_OPPOSITE_NO_LIMIT: ['반대 방향으로 나란히 나는 계획이 있으나 정해진 한도가 없습니다.', 'A plan flies beside it in the opposite direction; no limit is laid down.'],
  COLLISION_RISK_UNKNOWN: ['다른 계획과의 충돌 위험을 판단하지 못했습니다.', 'Collision risk beside another plan was not judged.'],
  NO_ROUTE_TO_COMPARE: ['구역 비행은 방향이 없어 충돌 위험을 판단하지 못했습니다.', 'An area has no direction: collision risk was not judged.'],
  ASSIGNMENT_UNKNOWN: ['등록된 드론, 배터리, 조종자를 찾지 못해 판단하지 못했습니다.', 'Drone, battery and pilot are not on record, so this was not judged.'],
  SOURCE_MISSING: ['판단할 자료가 없습니다.', 'There is no data to judge by.'],
  BAD_NEED: ['준비 상태를 물을 수 없는 계획입니다.', 'Readiness cannot be asked for this plan.'],
  BAD_RULES: ['준비 상태 규칙이 올바르지 않습니다.', 'The rules of readiness are not sound.'],
  AIRFRAME_STATUS: ['기체의 운용 상태', 'Status of the drone'],
  AIRFRAME_MODEL: ['기체 모델', 'Model of the drone'],
  AIRFRAME_SPEED: ['기체의 최대 속도', 'Greatest speed of the drone'],
  AIRFRAME_CLIMB: ['기체의 최대 상승 속도', 'Greatest climb of the drone'],
  AIRFRAME_DESCENT: ['기체의 최대 하강 속도', 'Greatest descent of the drone'],
  AIRFRAME_ENDURANCE: ['기체의 체공 시간', 'Endurance of the drone'],
  BATTERY_CHARGE: ['배터리 잔량', 'Charge of the battery'],
  BATTERY_CYCLES: ['배터리 충전 횟수', 'Cycles of the battery'],
  BATTERY_PLACE: ['배터리가 있는 곳', 'Where the battery is'],
  FIRMWARE_VERSION: ['펌웨어 버전', 'Version of the firmware'],
  INSPECTION_DAYS: ['점검 기한 (일)', 'Days since the inspection'],
  INSPECTION_DAYS_SOON: ['점검 기한이 다가옵니다 (일).', 'An inspection is due soon (days).'],
  INSPECTION_HOURS: ['점검 기한 (비행 시간)', 'Flight hours since the inspection'],
  INSPECTION_HOURS_SOON: ['점검 기한이 다가옵니다 (비행 시간).', 'An inspection is due soon (flight hours).'],
  OPEN_DEFECTS: ['해결되지 않은 결함', 'Open defects'],
  OPERATOR_INSURANCE: ['운영 기관의 보험', 'Insurance of the operator'],
  OPERATOR_LICENCE: ['운영 기관의 면허', 'Licence of the operator'],
  PAYLOAD_CAPABILITY: ['탑재 장비의 기능', 'Capabilities of the payload'],
  PAYLOAD_FIT: ['탑재 장비의 장착 가능 여부', 'Whether the payload fits'],
  PAYLOAD_MASS: ['탑재 중량', 'Mass of the payload'],
  BATTERY_RETIRED: ['퇴역한 배터리', 'The battery is retired'],
  PAYLOAD_RETIRED: ['퇴역한 탑재 장비', 'The payload is retired'],
  PILOT_RETIRED: ['퇴역한 조종자', 'The pilot is retired'],
  PILOT_STATUS: ['조종자의 자격 상태', 'Status of the pilot'],
  PILOT_CERTIFICATE: ['조종자 자격증', 'Certificate of the pilot'],
  PILOT_RATING: ['조종자의 기종 자격', 'Rating of the pilot'],
  PILOT_BVLOS: ['조종자의 비가시권 자격', 'Rating of the pilot beyond sight'],
  PILOT_RECENCY: ['조종자의 최근 비행', 'Recency of the pilot'],
  PILOT_EXPERIENCE: ['조종자의 비행 경력', 'Experience of the pilot'],
};

export const texts = {
  ko: { ...korean, ...Object.fromEntries(Object.entries(codes).map(([code, [words]]) => [`code.${code}`, words])) },
  en: { ...english, ...Object.fromEntries(Object.entries(codes).map(([code, [, words]]) => [`code.${code}`, words])) },
};

const languageKey = 'haneul.field.language';

// As the browser asks for it (Accept-Language), until somebody chooses.
function firstLanguage() {
  const chosen = localStorage.getItem(languageKey);
  if (chosen in texts) return chosen;
  const asked = navigator.languages.map((name) => name.slice(0, 2)).find((name) => name in texts);
  return asked || 'en';
}

let present = firstLanguage();

export const language = () => present;

export function setLanguage(name) {
  present = name;
  localStorage.setItem(languageKey, name);
}

const filled = (sentence, values) => sentence.replace(/\{(\d)\}/g, (whole, number) => (values[number] === undefined ? whole : String(values[number])));

export function t(key, ...values) {
  const sentence = texts[present][key];
  if (sentence !== undefined) return filled(sentence, values);
  console.error(`no text for ${key} in ${present}`);
  return key;
}

// A name that comes from the server: in words where there are some.
export function known(group, name) {
  if (!name) return '';
  return texts[present][`${group}.${name}`] ?? name;
}

export const codeText = (code, ...values) => filled(texts[present][`code.${code}`] ?? code, values);

// What went wrong, for whoever pressed a button. `unsent`: the key that says so when nothing got through.
export function explain(problem, unsent = 'notReached') {
  if (!(problem instanceof Error) || problem.code === undefined) {
    if (problem.constructor.name !== 'NotConnected') console.error(problem);
    return t(unsent);
  }
  if (problem.code === 'LOCKED_OUT' && problem.retryAfter_s === 0) return codeText('ACCOUNT_UNDER_REVIEW');
  const wait = problem.retryAfter_s > 0 ? span(problem.retryAfter_s * 1000) : span(60000);
  const sentence = texts[present][`code.${problem.code}`];
  if (sentence !== undefined) return filled(sentence, [known('where', problem.where), wait]);
  return present === 'en' && problem.words ? `${problem.words} (${problem.code}${problem.where ? `, ${problem.where}` : ''})` : `${problem.code}${problem.where ? ` (${problem.where})` : ''}`;
}

// ---------------------------------------------------------------- numbers and times

const two = (number) => String(number).padStart(2, '0');

export const clockOf = (date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}Z`;

const utcDay = (date) => date.toISOString().slice(0, 10);

export function utcOf(text) {
  const date = text ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? `${utcDay(date)} ${clockOf(date)}` : '—';
}

// UTC, and the time of this device beside it; the day is left out where it is that of `before`.
export function timeOf(text, before) {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const day = before && utcDay(new Date(before)) === utcDay(date) ? '' : `${utcDay(date)} `;
  const local = date.getTimezoneOffset() === 0 ? '' : ` (${two(date.getHours())}:${two(date.getMinutes())})`;
  return `${day}${clockOf(date)}${local}`;
}

export function span(milliseconds) {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const parts = [[Math.floor(seconds / 3600), 'span.h'], [Math.floor((seconds % 3600) / 60), 'span.min'], [seconds % 60, 'span.s']];
  return parts.filter(([value]) => value > 0).map(([value, key]) => t(key, value)).join(' ');
}

const rounded = (value) => String(Math.abs(value) < 10 ? Number(Number(value).toPrecision(3)) : Math.round(value * 10) / 10);

export function amount(value, unit) {
  if (value === null || value === undefined) return '';
  return unit && unit !== '1' ? `${rounded(value)} ${unit}` : rounded(value);
}

const shortReference = { AGL: 'AGL', AMSL: 'AMSL', W84: 'WGS84' };

export const heightOf = (limit) => `${rounded(limit.metres)} m ${shortReference[limit.reference] || limit.reference}`;
