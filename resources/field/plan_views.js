// Flight plans as they stand: the list, one plan with its evidence and history, its sketch.
import { get, path, post } from './api.js';
import { button, drawn, facts, field, make } from './dom.js';
import { may } from './session.js';
import { amount, codeText, heightOf, known, language, span, t, timeOf } from './texts.js';

export const plans = { list: null, total: 0, open: null, opened: null, steps: null };

const marks = {
  DRAFT: 'draft', SUBMITTED: 'wait', PENDING_APPROVAL: 'wait', APPROVED: 'good', ACTIVATED: 'fly', ENDED: 'over', REJECTED: 'stop', RETURNED: 'back',
  WITHDRAWN: 'over', REVOKED: 'stop', NONCONFORMING: 'stop', CONTINGENT: 'stop', PROVISIONAL: 'wait', CONFLICT: 'stop',
};

export async function loadPlans() {
  const answer = await get('/api/v1/plans?mine=true&limit=1000');
  const changed = JSON.stringify(answer) !== plans.seen;
  plans.seen = JSON.stringify(answer);
  plans.list = answer.plans;
  plans.total = answer.total;
  return changed;
}

export async function loadPlan(id) {
  const [one, history] = await Promise.all([get(path('plans', id)), get(path('plans', id, 'history'))]);
  const seen = JSON.stringify([one, history]);
  const changed = plans.open !== id || plans.openedSeen !== seen;
  Object.assign(plans, { open: id, opened: one, steps: history.steps, openedSeen: seen });
  return changed;
}

export const stateLabel = (state) => make('span', { className: 'state', data: { mark: marks[state] || 'unknown', state }, text: t(`state.${state}`) });

// ---------------------------------------------------------------- the list

export function planList({ openPlan }) {
  if (plans.list === null) return make('p', { className: 'empty', text: t('loading') });
  if (plans.list.length === 0) return make('p', { className: 'empty', text: t('noPlans') });
  const later = (plan) => !['ENDED', 'REJECTED', 'WITHDRAWN', 'REVOKED'].includes(plan.state);
  const shown = [...plans.list.filter(later), ...plans.list.filter((plan) => !later(plan)).reverse()];
  return make('ul', { className: 'plans' }, shown.map((plan) => make('li', {},
    make('button', { type: 'button', className: 'plan', data: { plan: plan.id }, on: { click: () => openPlan(plan.id) } },
      make('span', { className: 'headline' }, make('b', { text: plan.id }), stateLabel(plan.state)),
      make('span', { text: `${timeOf(plan.start)} – ${timeOf(plan.end, plan.start)}` }),
      make('span', { className: 'quiet small', text: [plan.drone_id, known('profile', plan.profile), plan.approvals_needed > 1 && plan.state === 'PENDING_APPROVAL' ? t('approvalsOf', plan.approvals, plan.approvals_needed) : ''].filter(Boolean).join(' · ') })))));
}

// ---------------------------------------------------------------- one plan

export function planView({ act, edit, back }) {
  const record = plans.opened;
  if (!record) return make('p', { className: 'empty', text: t('loading') });
  const { plan } = record;
  const can = (action) => record.allowed.includes(action);
  const submits = may('plan.submit');
  const ends = can('END') && ['ACTIVATED', 'NONCONFORMING', 'CONTINGENT'].includes(record.state);
  const reason = make('input', { autocomplete: 'off' });
  const doing = (text, call, className = '') => button(text, (event) => act(event.currentTarget, call, t('done')), className);
  const buttons = [
    submits && can('SUBMIT') ? doing(t('submit'), () => post(path('plans', plan.id, 'submit'), { revision: record.revision }), 'main submit-plan') : null,
    submits && can('EDIT') ? button(t('edit'), () => edit(record), 'edit-plan') : null,
    may('plan.operate') && can('ACTIVATE') ? doing(t('activate'), () => post(path('plans', plan.id, 'activate')), 'main activate-plan') : null,
    may('plan.operate') && ends ? doing(t('endFlight'), () => post(path('plans', plan.id, 'end'), { note: reason.value.trim() }), 'main end-plan') : null,
    submits && can('WITHDRAW') ? button(t('withdraw'), (event) => {
      if (window.confirm(t('withdrawAsk', plan.id))) act(event.currentTarget, () => post(path('plans', plan.id, 'withdraw'), { reason: reason.value.trim() }), t('done'));
    }, 'plain withdraw-plan') : null,
  ].filter(Boolean);
  const remarks = ends || (submits && can('WITHDRAW'));
  return make('div', { className: 'one-plan' },
    make('div', { className: 'card' },
      make('div', { className: 'headline' }, make('h2', { text: plan.id }), stateLabel(record.state)),
      make('p', { className: 'quiet', text: t(`stateHint.${record.state}`) }),
      record.reason ? make('p', { className: `note ${record.state === 'RETURNED' ? 'warn' : 'bad'} reason` }, make('b', { text: `${t('reason')}: ` }), record.reason) : null,
      record.conditions ? make('p', { className: 'note warn conditions' }, make('b', { text: `${t('conditions')}: ` }), record.conditions) : null,
      buttons.length > 0 && remarks ? field(t(ends ? 'noteWhenEnding' : 'reasonWhenWithdrawing'), reason) : null,
      make('div', { className: 'actions' }, buttons, button(t('back'), back, 'plain')),
      make('div', { className: 'result', 'aria-live': 'polite' })),
    make('div', { className: 'card' }, make('h3', { text: t('contents') }), contents(plan, record), sketch(plan.operation)),
    record.evidence ? make('div', { className: 'card' }, evidenceView(record.evidence),
      !record.evidence.acceptable && submits && can('EDIT') ? button(t('propose'), () => edit(record, true), 'propose') : null) : null,
    make('div', { className: 'card' }, make('details', { open: record.state !== 'DRAFT' }, make('summary', { text: t('history') }), historyView())));
}

function contents(plan, record) {
  const operation = plan.operation;
  const places = operation.points || operation.line;
  return facts([
    [t('start'), timeOf(plan.start)], [t('end'), timeOf(plan.end)],
    [t('drone'), plan.drone_id], [t('pilot'), plan.pilot_id], [t('operator'), plan.operator_id], [t('battery'), plan.battery_id],
    [t('payloads'), (plan.payload_ids || []).join(', ')],
    [t('profile'), [known('profile', plan.profile), known('type', plan.mission_type)].filter(Boolean).join(', ')],
    [t('objective'), plan.objective], [t('mission'), plan.mission_id],
    [t('pattern'), t(`pattern.${operation.pattern}`) + (places ? ` · ${t('points', places.length)}` : '')],
    [t('height'), heightsOf(operation)],
    [t('mode'), t(`mode.${plan.parameters.mode}`)],
    [t('speed'), amount(plan.parameters.cruise_mps, 'm/s')],
    [t('lostLink'), plan.contingency.lost_link ? t(`lostLink.${plan.contingency.lost_link}`) : t('notSaid')],
    [t('sites'), plan.contingency.landing_sites.map((site) => `${site.name} ${site.lat.toFixed(5)}, ${site.lon.toFixed(5)}`.trim()).join('; ')],
    [t('form.documents'), plan.documents.map((one) => `${t(`document.${one.kind}`)} ${one.number}`).join('; ')],
    [t('priority'), plan.priority > 0 ? String(plan.priority) : ''],
    [t('writtenBy'), `${record.created_by}, ${timeOf(record.created)}`],
  ]);
}

function heightsOf(operation) {
  if (operation.height) return heightOf(operation.height);
  if (operation.area) return `${operation.area.lower ? heightOf(operation.area.lower) : t('ground')} – ${heightOf(operation.area.upper)}`;
  const heights = operation.points.map((point) => point.height.metres);
  const reference = operation.points[0]?.height.reference;
  if (heights.length === 0) return '';
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  return least === most ? heightOf({ metres: most, reference }) : `${heightOf({ metres: least, reference })} – ${heightOf({ metres: most, reference })}`;
}

function historyView() {
  return make('ul', { className: 'steps' }, plans.steps.map((step) => make('li', {},
    make('p', { text: known('step', step.step) }),
    make('p', { className: 'quiet small', text: [timeOf(step.at), step.user, t(`state.${step.after}`)].filter(Boolean).join(' · ') }),
    noteOf(step))));
}

// Notes of the checks are written for the log; people's are shown as they are.
function noteOf(step) {
  const byPeople = ['FIRST_APPROVED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'REVOKED', 'ENDED'].includes(step.step);
  return byPeople && step.note ? make('p', { text: step.note }) : null;
}

// ---------------------------------------------------------------- what the checks say

const worst = { FAIL: 0, NOT_JUDGED: 1, PASS: 2 };
const verdictMarks = { FAIL: 'stop', NOT_JUDGED: 'unknown', PASS: 'good' };

export function evidenceView(evidence) {
  const reports = [...evidence.reports].sort((a, b) => worst[a.verdict] - worst[b.verdict]);
  return make('div', { className: 'evidence' },
    make('div', { className: 'headline' }, make('h3', { text: t('checks') }), make('span', { className: 'quiet small', text: timeOf(evidence.at) })),
    make('p', { className: `note ${evidence.acceptable ? 'good' : 'bad'}`, data: { acceptable: String(evidence.acceptable) }, text: evidence.acceptable ? t('acceptable', evidence.approvals_needed) : t('notAcceptable') }),
    reports.map(reportView));
}

function reportView(report) {
  const findings = report.findings;
  const body = findings.length > 0 ? make('ul', {}, findings.map(findingView)) : null;
  const head = [make('span', { className: 'state', data: { mark: verdictMarks[report.verdict], verdict: report.verdict }, text: t(`verdict.${report.verdict}`) }), t(`check.${report.kind}`)];
  if (!body) return make('div', { className: 'check', data: { kind: report.kind } }, make('div', { className: 'headline' }, make('h3', { text: head[1] }), head[0]));
  return make('details', { className: 'check', open: report.verdict !== 'PASS', data: { kind: report.kind } },
    make('summary', {}, make('span', { text: head[1] }), head[0]), body);
}

function findingView(finding) {
  const numbers = finding.value !== null && finding.limit !== null ? t('valueAndLimit', amount(finding.value, finding.unit), amount(finding.limit, finding.unit))
    : finding.value !== null ? amount(finding.value, finding.unit) : '';
  const heights = finding.lower || finding.upper ? `${finding.lower ? heightOf(finding.lower) : t('ground')} – ${finding.upper ? heightOf(finding.upper) : t('unlimited')}` : '';
  const times = finding.from || finding.to ? `${finding.from ? timeOf(finding.from) : ''} – ${finding.to ? timeOf(finding.to, finding.from) : ''}` : '';
  const shifts = [finding.later_by_ms !== null ? t('laterBy', span(finding.later_by_ms)) : '', finding.earlier_by_ms !== null ? t('earlierBy', span(finding.earlier_by_ms)) : ''].filter(Boolean).join(', ');
  return make('li', { className: 'finding', data: { code: finding.code, verdict: finding.verdict } },
    make('p', {}, make('b', { text: `${t(`verdict.${finding.verdict}`)} ` }), codeText(finding.code) + (finding.where ? ` (${known('where', finding.where)})` : '')),
    numbers ? make('p', { className: 'number', text: numbers }) : null,
    finding.place ? make('p', { className: 'quiet small', text: `${t('at')} ${finding.place.lat.toFixed(5)}, ${finding.place.lon.toFixed(5)}` }) : null,
    heights ? make('p', { className: 'quiet small', text: `${t('height')}: ${heights}` }) : null,
    times ? make('p', { className: 'quiet small', text: times }) : null,
    shifts ? make('p', { className: 'quiet small', text: shifts }) : null,
    language() === 'en' && finding.words ? make('p', { className: 'quiet small', text: finding.words }) : null);
}

// ---------------------------------------------------------------- what would pass

export function proposalsView(search, adopt) {
  const none = search.proposals.length === 0;
  return make('div', { className: 'proposals' },
    make('h3', { text: t('proposals') }),
    none ? make('p', { className: 'note bad', text: search.blocked_by.length > 0 ? t('blockedBy', search.blocked_by.map((kind) => t(`check.${kind}`)).join(', ')) : search.none_exists ? t('noneExists') : t('noProposal') }) : null,
    search.proposals.map((proposal) => make('div', { className: 'check' },
      make('p', { text: changeOf(proposal) }),
      make('p', { className: 'quiet small', text: `${timeOf(proposal.plan.start)} – ${timeOf(proposal.plan.end, proposal.plan.start)} · ${heightsOf(proposal.plan.operation)}` }),
      make('div', { className: 'actions' }, button(t('takeProposal'), () => adopt(proposal), 'main take-proposal')))),
    search.attempts.map((attempt) => make('p', { className: 'quiet small', text: t('tried', t(`proposal.${attempt.kind}`), attempt.tried, t(`nothing.${attempt.reason}`, attempt.always.join(', ') || t('somethingElse'))) })));
}

function changeOf(proposal) {
  const name = t(`proposal.${proposal.kind}`);
  if (proposal.kind === 'LATER' || proposal.kind === 'EARLIER') return `${name}: ${span(Math.abs(proposal.change) * 1000)}`;
  if (proposal.kind === 'HEIGHT') return `${name}: ${proposal.change > 0 ? t('higherBy', amount(proposal.change, 'm')) : t('lowerBy', amount(-proposal.change, 'm'))}`;
  return proposal.plan.operation.pattern === 'AREA' ? `${name}: ${t('smallerBy', amount(proposal.change, 'm²'))}` : `${name}: ${t('longerBy', amount(proposal.change, 'm'))}`;
}

// ---------------------------------------------------------------- where, as a drawing

const width = 600;
const height = 360;
const edge = 40;

// As large as a drawing, so that nothing moves under a finger when there is one.
export const noSketch = () => drawn('svg', { class: 'sketch', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('noSketch') },
  drawn('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, document.createTextNode(t('noSketch'))));

// North up, to scale, no map under it.
export function sketch(operation) {
  const area = operation.area;
  const circle = area && area.centre;
  const ring = area && area.polygon ? area.polygon[0] : null;
  const places = circle ? [area.centre] : ring || (operation.points || operation.line || []).map((place) => [place.lon, place.lat]);
  if (places.length === 0) return noSketch();
  const radius_m = circle ? area.radius_m : 0;
  const middle = [0, 1].map((i) => (Math.min(...places.map((p) => p[i])) + Math.max(...places.map((p) => p[i]))) / 2);
  const perDegree = 111320;
  const metres = places.map(([lon, lat]) => [(lon - middle[0]) * perDegree * Math.cos((middle[1] * Math.PI) / 180), (lat - middle[1]) * perDegree]);
  const reach = (i) => Math.max(10, radius_m, ...metres.map((p) => Math.abs(p[i])));
  const scale = Math.min((width / 2 - edge) / reach(0), (height / 2 - edge) / reach(1));
  const points = metres.map(([x, y]) => [width / 2 + x * scale, height / 2 - y * scale]);
  const line = points.map((p) => p.map((v) => v.toFixed(1)).join(',')).join(' ');
  const shapes = circle ? [drawn('circle', { class: 'area', cx: points[0][0], cy: points[0][1], r: Math.max(radius_m * scale, 2) })]
    : [drawn(ring ? 'polygon' : 'polyline', { points: line })];
  const dots = points.length > 60 ? [] : points.map(([x, y]) => drawn('circle', { class: 'dot', cx: x.toFixed(1), cy: y.toFixed(1), r: 5 }));
  const numbers = new Map(); // of places: those that lie on each other share a label
  points.forEach(([x, y], i) => {
    const key = `${Math.round(x)},${Math.round(y)}`;
    numbers.set(key, [...(numbers.get(key) || []), i + 1]);
  });
  const labels = points.length > 20 ? [] : [...numbers].map(([key, shown]) => {
    const [x, y] = key.split(',').map(Number);
    return drawn('text', { x: Math.min(x + 9, width - 12 - 12 * shown.length), y: y - 9 }, document.createTextNode(shown.join('·')));
  });
  const round = niceLength(120 / scale);
  const picture = drawn('svg', { class: 'sketch', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('sketch') },
    ...shapes, ...dots, ...labels,
    drawn('line', { class: 'scale', x1: 16, y1: height - 16, x2: 16 + round * scale, y2: height - 16 }),
    drawn('text', { x: 16, y: height - 24 }, document.createTextNode(round >= 1000 ? `${round / 1000} km` : `${round} m`)),
    drawn('text', { x: width - 12, y: 26, 'text-anchor': 'end' }, document.createTextNode(`${t('north')} ↑`)));
  return picture;
}

function niceLength(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) || power;
}
