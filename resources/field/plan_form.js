// Writing a flight plan. All that is typed lies in one object, kept in sessionStorage: neither a lost session nor
// another language nor a reload loses a letter of it.
import { Refused, ask, get, path, post, put } from './api.js';
import { button, choice, field, make } from './dom.js';
import { pickOnMap } from './map_picker.js';
import { evidenceView, noSketch, proposalsView, sketch } from './plan_views.js';
import { person } from './session.js';
import { codeText, explain, t, utcOf } from './texts.js';

// What core/plan/profile.cpp says; a test compares the two.
export const profiles = {
  logistics: { types: ['delivery', 'medical_delivery', 'depot_transfer'], patterns: ['WAYPOINTS'], mode: 'BVLOS', priority: 0, required: ['battery_id', 'contingency.lostLink', 'contingency.landingSites'] },
  inspection: { types: ['power_line', 'bridge', 'facade', 'plant'], patterns: ['CORRIDOR', 'WAYPOINTS', 'GRID'], mode: 'VLOS', priority: 0, required: ['objective', 'payload_ids', 'contingency.lostLink'] },
  agriculture: { types: ['spraying', 'crop_survey', 'seeding'], patterns: ['GRID', 'AREA'], mode: 'VLOS', priority: 0, required: ['objective', 'payload_ids'] },
  monitoring: { types: ['traffic', 'environment', 'construction', 'mapping'], patterns: ['AREA', 'GRID', 'CORRIDOR', 'WAYPOINTS'], mode: 'VLOS', priority: 0, required: ['objective', 'payload_ids', 'contingency.lostLink'] },
  public_safety: { types: ['search', 'fire', 'police', 'disaster'], patterns: ['AREA', 'WAYPOINTS', 'GRID', 'CORRIDOR'], mode: 'BVLOS', priority: 50, required: ['objective', 'contingency.lostLink', 'contingency.landingSites'] },
};

const references = ['AGL', 'AMSL', 'W84'];
const lostLinks = ['RTH', 'HOVER', 'LAND', 'CONTINUE'];
const keptKey = 'haneul.field.form';
const minute_ms = 60000;

export const fleet = { drones: [], pilots: [], batteries: [], payloads: [] };
export const form = { now: null, proposeAtOnce: false };

// ---------------------------------------------------------------- keeping what is typed

export function keep() {
  if (form.now) sessionStorage.setItem(keptKey, JSON.stringify({ user: person.user, form: form.now }));
  else sessionStorage.removeItem(keptKey);
}

// What somebody else typed is nobody's business.
export function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptKey) || 'null');
    form.now = kept && kept.user === person.user ? kept.form : null;
  } catch {
    form.now = null;
  }
  if (!form.now) sessionStorage.removeItem(keptKey);
}

export function drop() {
  form.now = null;
  keep();
}

export async function loadFleet() {
  const names = ['drones', 'pilots', 'batteries', 'payloads'];
  const lists = await Promise.all(names.map((name) => get(`/api/v1/fleet/${name}`).catch((problem) => {
    if (problem instanceof Refused) return { [name]: [] };
    throw problem;
  })));
  names.forEach((name, i) => {
    fleet[name] = lists[i][name].filter((one) => !one.retired).map((one) => one.record);
  });
}

// ---------------------------------------------------------------- times

const two = (number) => String(number).padStart(2, '0');

// For an input of type datetime-local: the time of this device.
function localText(date) {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const seconds = date.getSeconds();
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}${seconds ? `:${two(seconds)}` : ''}`;
}

const timeFrom = (exact) => ({ exact, shown: exact ? localText(new Date(exact)) : '', typed: exact ? localText(new Date(exact)) : '' });

function exactOf(time) {
  if (time.exact && time.typed === time.shown) return time.exact;
  const date = time.typed ? new Date(time.typed) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

// ---------------------------------------------------------------- between a plan and what is typed

const written = (value) => (value === null || value === undefined ? '' : String(value));
const pointFrom = (place) => ({ lat: written(place.lat), lon: written(place.lon), height: written(place.height?.metres), hold: place.hold_ms ? String(place.hold_ms / 1000) : '' });
const emptyPlace = () => ({ lat: '', lon: '', height: '', hold: '' });

export function newForm() {
  const start = new Date(Math.ceil((Date.now() + 60 * minute_ms) / (10 * minute_ms)) * 10 * minute_ms);
  const own = fleet.pilots.find((pilot) => pilot.user_id === person.user);
  const made = {
    id: '', revision: 0, profile: 'logistics', mission_type: '', objective: '', mission_id: '',
    operator_id: '', drone_id: '', pilot_id: own ? own.id : person.user, battery_id: '', payloads: '', parcels_kg: '',
    pattern: 'WAYPOINTS', places: [emptyPlace(), emptyPlace()], reference: 'AGL', height: '', spacing: '', heading: '',
    halfWidth: '', passes: '1', shape: 'polygon', radius: '', lower: '', lowerReference: 'AGL', upper: '', upperReference: 'AGL', holes: [],
    start: timeFrom(start.toISOString()), end: timeFrom(new Date(start.getTime() + 20 * minute_ms).toISOString()),
    cruise: '8', climb: '3', descent: '2', mode: 'VLOS', lostLink: '', sites: [], documents: [], priority: '0', base: null,
  };
  preset(made, 'logistics');
  return made;
}

function preset(state, name) {
  const profile = profiles[name];
  Object.assign(state, { profile: name, mission_type: profile.types[0], mode: profile.mode, priority: String(profile.priority) });
  if (!profile.patterns.includes(state.pattern)) state.pattern = profile.patterns[0];
}

export function formFrom(plan, revision) {
  const state = newForm();
  const parameters = plan.parameters || {};
  Object.assign(state, {
    id: plan.id || '', revision, objective: plan.objective || '', mission_id: plan.mission_id || '', operator_id: plan.operator_id || '',
    drone_id: plan.drone_id || '', pilot_id: plan.pilot_id || '', battery_id: plan.battery_id || '',
    payloads: (plan.payload_ids || []).join(', '), parcels_kg: plan.parcels_kg ? written(plan.parcels_kg) : '',
    profile: plan.profile || '', mission_type: plan.mission_type || '', priority: written(plan.priority ?? 0),
    cruise: written(parameters.cruise_mps), climb: written(parameters.climb_mps), descent: written(parameters.descent_mps), mode: parameters.mode || 'VLOS',
    start: timeFrom(plan.start), end: timeFrom(plan.end),
    lostLink: plan.contingency?.lost_link || '',
    sites: (plan.contingency?.landing_sites || []).map((site) => ({ name: site.name || '', lat: written(site.lat), lon: written(site.lon) })),
    documents: (plan.documents || []).map((one) => ({ kind: one.kind, number: one.number, authority: one.authority || '', zones: (one.zone_ids || []).join(', '), from: timeFrom(one.valid_from), until: timeFrom(one.valid_until) })),
    base: { operation: plan.operation, start: plan.start, end: plan.end, parameters: plan.parameters, volumes: plan.volumes || [] },
  });
  setOperation(state, plan.operation);
  return state;
}

export function setOperation(state, operation) {
  const { pattern, area } = operation;
  Object.assign(state, { pattern, holes: [] });
  if (pattern === 'WAYPOINTS') {
    state.places = operation.points.map(pointFrom);
    state.reference = operation.points[0]?.height.reference || state.reference;
  } else if (pattern === 'CORRIDOR') {
    state.places = operation.line.map(pointFrom);
    Object.assign(state, { halfWidth: written(operation.half_width_m), passes: written(operation.passes) });
  } else {
    state.shape = area.polygon ? 'polygon' : 'circle';
    const corners = area.polygon ? openRing(area.polygon[0]) : [area.centre];
    state.places = corners.map(([lon, lat]) => pointFrom({ lat, lon }));
    state.holes = area.polygon ? area.polygon.slice(1) : [];
    state.radius = written(area.radius_m);
  }
  if (pattern === 'AREA') {
    Object.assign(state, { lower: written(area.lower?.metres), upper: written(area.upper?.metres),
      lowerReference: area.lower?.reference || area.upper?.reference || 'AGL', upperReference: area.upper?.reference || 'AGL' });
  }
  if (pattern === 'GRID') Object.assign(state, { spacing: written(operation.spacing_m), heading: written(operation.heading_deg) });
  if (operation.height) Object.assign(state, { height: written(operation.height.metres), reference: operation.height.reference });
}

function openRing(ring) {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

const words = (text) => text.split(/[,\s]+/).filter(Boolean);

// The plan that is typed, and what cannot be read as a number or a time: [key of the field, sentence].
export function planFrom(state) {
  const problems = [];
  const number = (key, text, { wanted = true, least = -Infinity, most = Infinity } = {}) => {
    const trimmed = text.trim().replace(',', '.');
    if (trimmed === '' && !wanted) return undefined;
    const value = trimmed === '' ? NaN : Number(trimmed);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    problems.push([key, trimmed === '' ? t('problem.empty') : least > -Infinity && most < Infinity ? t('problem.range', least, most) : t('problem.number')]);
    return 0;
  };
  const time = (key, value, wanted = true) => {
    const exact = exactOf(value);
    if (!exact && (wanted || value.typed)) problems.push([key, t('problem.time')]);
    return exact;
  };
  const lat = (key, text) => number(key, text, { least: -90, most: 90 });
  const lon = (key, text) => number(key, text, { least: -180, most: 180 });
  const plan = {
    id: state.id, operator_id: state.operator_id.trim(), drone_id: state.drone_id.trim(), pilot_id: state.pilot_id.trim(), battery_id: state.battery_id.trim(),
    payload_ids: words(state.payloads), parcels_kg: number('parcels_kg', state.parcels_kg, { wanted: false }) || 0,
    profile: state.profile, mission_type: state.mission_type, objective: state.objective.trim(), mission_id: state.mission_id,
    operation: operationFrom(state, { number, lat, lon }),
    start: time('start', state.start), end: time('end', state.end),
    parameters: { cruise_mps: number('cruise', state.cruise), climb_mps: number('climb', state.climb), descent_mps: number('descent', state.descent), mode: state.mode },
    contingency: {
      lost_link: state.lostLink || null,
      landing_sites: state.sites.map((site, i) => ({ name: site.name.trim(), lat: lat(`site${i}.lat`, site.lat), lon: lon(`site${i}.lon`, site.lon) })),
    },
    documents: state.documents.map((one, i) => ({ kind: one.kind, number: one.number.trim(), authority: one.authority.trim(), zone_ids: words(one.zones),
      valid_from: time(`document${i}.from`, one.from, false), valid_until: time(`document${i}.until`, one.until, false) })),
    priority: Math.trunc(number('priority', state.priority, { least: 0, most: 100 })),
  };
  const base = state.base;
  const same = base && ['operation', 'start', 'end', 'parameters'].every((key) => equal(plan[key], base[key]));
  if (same && base.volumes.length > 0) plan.volumes = base.volumes;
  return { plan, problems };
}

function operationFrom(state, { number, lat, lon }) {
  const { pattern } = state;
  const places = state.places.map((place, i) => ({ lat: lat(`place${i}.lat`, place.lat), lon: lon(`place${i}.lon`, place.lon) }));
  const height = () => ({ metres: number('height', state.height), reference: state.reference });
  if (pattern === 'WAYPOINTS') {
    return { pattern, points: places.map((place, i) => ({ ...place,
      height: { metres: number(`place${i}.height`, state.places[i].height), reference: state.reference },
      hold_ms: Math.round((number(`place${i}.hold`, state.places[i].hold, { wanted: false }) || 0) * 1000) })) };
  }
  if (pattern === 'CORRIDOR') return { pattern, line: places, half_width_m: number('halfWidth', state.halfWidth), passes: Math.trunc(number('passes', state.passes, { least: 1, most: 100 })), height: height() };
  const area = {};
  if (pattern === 'GRID' || state.shape === 'polygon') {
    const ring = places.map((place) => [place.lon, place.lat]);
    area.polygon = [[...ring, ...ring.slice(0, 1)], ...state.holes];
  } else {
    Object.assign(area, { centre: [places[0].lon, places[0].lat], radius_m: number('radius', state.radius) });
  }
  if (pattern === 'GRID') return { pattern, area: { ...area, lower: null, upper: null }, spacing_m: number('spacing', state.spacing), heading_deg: number('heading', state.heading || '0'), height: height() };
  const lower = number('lower', state.lower, { wanted: false });
  return { pattern, area: { ...area, lower: lower === undefined ? null : { metres: lower, reference: state.lowerReference },
    upper: { metres: number('upper', state.upper), reference: state.upperReference } } };
}

// Whatever the order of the members.
function equal(a, b) {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return !Number.isNaN(Date.parse(a)) && Date.parse(a) === Date.parse(b);
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => equal(a[key], b[key]));
}

// ---------------------------------------------------------------- on the screen

export function formView(context) {
  const state = form.now;
  const root = make('form', { className: 'plan-form', noValidate: true });
  root.addEventListener('submit', (event) => event.preventDefault());
  const result = make('div', { className: 'result', 'aria-live': 'polite' });
  const controls = new Map(); // key of a field: its control

  const typed = (key, control, read, write) => {
    controls.set(key, control);
    control.name = key;
    control.value = read();
    const taken = () => {
      write(control.value);
      control.removeAttribute('aria-invalid');
      keep();
    };
    for (const event of ['input', 'change']) control.addEventListener(event, taken);
    return control;
  };
  const input = (key, options = {}, owner = state, member = key) => typed(key, make('input', { autocomplete: 'off', ...options }), () => owner[member], (value) => { owner[member] = value; });
  const numeric = (key, owner, member) => input(key, { inputmode: 'decimal' }, owner, member);
  const select = (key, values, owner = state, member = key, after) => {
    const control = typed(key, choice(values, owner[member]), () => owner[member], (value) => { owner[member] = value; });
    if (after) control.addEventListener('change', after);
    return control;
  };
  const suggested = (key, values) => {
    const list = make('datalist', { id: `list-${key}` }, values.map(([value, label]) => make('option', { value, label })));
    const control = input(key, { spellcheck: 'false', autocapitalize: 'none' });
    control.setAttribute('list', list.id);
    return [control, list];
  };
  const timeInput = (key, owner, member) => {
    const time = owner[member];
    const utc = make('span', { text: utcOf(exactOf(time)) });
    const control = typed(key, make('input', { type: 'datetime-local', step: time.shown.length > 16 ? '1' : '60' }), () => time.typed, (value) => {
      time.typed = value;
      utc.textContent = utcOf(exactOf(time));
    });
    return [control, utc];
  };
  const again = () => context.show(); // the form looks another way now
  const wanted = (member) => (profiles[state.profile]?.required.includes(member) ? ` (${t('needed')})` : '');
  const change = (act) => () => {
    act();
    keep();
    again();
  };

  // -- places that are picked on the map: heights stay with the number of the place
  const lastHeight = () => state.places[state.places.length - 1]?.height || '';
  const readablePlaces = () => state.places.map((place) => ({ lat: Number(place.lat.replace(',', '.')), lon: Number(place.lon.replace(',', '.')), empty: !place.lat.trim() || !place.lon.trim() }))
    .filter((place) => !place.empty && Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180);
  const takePlaces = (picked) => {
    const before = state.places;
    const height = lastHeight();
    state.places = picked.map((place, i) => ({ ...(before[i] || { ...emptyPlace(), height }), lat: String(place.lat), lon: String(place.lon) }));
    const least = state.pattern === 'AREA' && state.shape === 'circle' ? 1 : 2;
    while (state.places.length < least) state.places.push(emptyPlace());
    keep();
    again();
  };

  // -- who and what
  const listed = (key, label, values) => {
    const [control, list] = suggested(key, values);
    return [field(label, control), list];
  };
  const who = make('fieldset', {}, make('legend', { text: t('form.who') }),
    make('div', { className: 'grid' },
      field(t('profile'), select('profile', Object.keys(profiles).map((name) => [name, t(`profile.${name}`)]), state, 'profile', () => { preset(state, state.profile); keep(); again(); })),
      field(t('missionType'), select('mission_type', (profiles[state.profile]?.types || [state.mission_type]).map((name) => [name, t(`type.${name}`)]))),
      listed('drone_id', t('drone'), fleet.drones.map((one) => [one.id, one.registration_id || one.model_id])),
      listed('pilot_id', t('pilot'), fleet.pilots.map((one) => [one.id, one.user_id])),
      field(t('operator'), input('operator_id')),
      listed('battery_id', t('battery') + wanted('battery_id'), fleet.batteries.map((one) => [one.id, one.charge_pct === null ? '' : `${one.charge_pct} %`])),
      listed('payloads', t('payloads') + wanted('payload_ids'), fleet.payloads.map((one) => [one.id, one.name])),
      state.profile === 'logistics' ? field(t('parcels'), numeric('parcels_kg')) : null),
    field(t('objective') + wanted('objective'), input('objective')));
  controls.get('drone_id').addEventListener('change', () => {
    const drone = fleet.drones.find((one) => one.id === state.drone_id.trim());
    if (!drone || state.operator_id || !drone.organisation_id) return;
    state.operator_id = drone.organisation_id;
    controls.get('operator_id').value = state.operator_id;
    keep();
  });

  // -- when
  const [startControl, startUtc] = timeInput('start', state, 'start');
  const [endControl, endUtc] = timeInput('end', state, 'end');
  const when = make('fieldset', {}, make('legend', { text: t('form.when') }),
    make('p', { className: 'quiet small', text: t('localTimes', Intl.DateTimeFormat().resolvedOptions().timeZone) }),
    make('div', { className: 'grid' }, field(t('start'), startControl, startUtc), field(t('end'), endControl, endUtc)));

  // -- where
  const pictured = make('div', { className: 'pictured' });
  const picture = () => {
    const { plan, problems } = planFrom(state);
    const readable = !problems.some(([key]) => key.startsWith('place') || key === 'radius');
    pictured.replaceChildren(readable ? sketch(plan.operation) : noSketch());
  };
  const where = make('fieldset', { className: 'where' }, make('legend', { text: t('form.where') }), whereFields());
  where.addEventListener('change', picture);

  function whereFields() {
    const patterns = profiles[state.profile]?.patterns || [state.pattern];
    const known = patterns.includes(state.pattern) ? patterns : [state.pattern, ...patterns];
    const { pattern } = state;
    const circle = pattern === 'AREA' && state.shape === 'circle';
    if (circle) state.places = [state.places[0] || emptyPlace()];
    const reference = (key) => field(t('reference'), select(key, references.map((name) => [name, t(`reference.${name}`)])));
    const extras = [];
    if (pattern === 'WAYPOINTS') extras.push(reference('reference'));
    else if (pattern === 'AREA') {
      extras.push(field(t('shape'), select('shape', [['polygon', t('polygon')], ['circle', t('circle')]], state, 'shape', change(() => {}))));
      if (circle) extras.push(field(t('radius'), numeric('radius')));
      extras.push(field(t('lower'), numeric('lower'), t('lowerHint')), reference('lowerReference'), field(t('upper'), numeric('upper')), reference('upperReference'));
    } else {
      extras.push(field(t('height'), numeric('height')), reference('reference'));
      if (pattern === 'GRID') extras.push(field(t('spacing'), numeric('spacing')), field(t('heading'), numeric('heading')));
      else extras.push(field(t('halfWidth'), numeric('halfWidth')), field(t('passes'), numeric('passes')));
    }
    return [
      make('div', { className: 'grid' }, field(t('pattern'), select('pattern', known.map((name) => [name, t(`pattern.${name}`)]), state, 'pattern', change(() => {}))), extras),
      state.holes.length > 0 ? make('p', { className: 'quiet small', text: t('holesKept', state.holes.length) }) : null,
      make('div', { className: 'places' }, state.places.map((place, i) => make('div', { className: 'place' },
        make('div', { className: 'name' }, make('span', { text: circle ? t('centre') : String(i + 1) }),
          circle ? null : Object.assign(button(t('remove'), change(() => state.places.splice(i, 1)), 'plain'), { disabled: state.places.length <= 2, ariaLabel: t('removePlace', i + 1) })),
        field(t('latitude'), numeric(`place${i}.lat`, place, 'lat')),
        field(t('longitude'), numeric(`place${i}.lon`, place, 'lon')),
        pattern === 'WAYPOINTS' ? [field(t('heightM'), numeric(`place${i}.height`, place, 'height')), field(t('hold'), numeric(`place${i}.hold`, place, 'hold'))] : null))),
      make('div', { className: 'actions' },
        circle ? null : button(t('addPlace'), change(() => state.places.push({ ...emptyPlace(), height: lastHeight() }))),
        button(t('pickOnMap'), () => pickOnMap({ places: readablePlaces(), kind: circle ? 'point' : pattern === 'AREA' || pattern === 'GRID' ? 'area' : 'line', done: takePlaces }), 'pick-map')),
      pictured,
    ];
  }

  // -- how, and what if
  const how = make('fieldset', {}, make('legend', { text: t('form.how') }),
    make('div', { className: 'grid' },
      field(t('mode'), select('mode', [['VLOS', t('mode.VLOS')], ['BVLOS', t('mode.BVLOS')]])),
      field(t('cruise'), numeric('cruise')), field(t('climb'), numeric('climb')), field(t('descent'), numeric('descent')),
      field(t('priority'), numeric('priority'), t('priorityHint'))));
  const whatIf = make('fieldset', {}, make('legend', { text: t('form.whatIf') }),
    field(t('lostLink') + wanted('contingency.lostLink'), select('lostLink', [['', t('notSaid')], ...lostLinks.map((name) => [name, t(`lostLink.${name}`)])])),
    make('p', { className: 'quiet small', text: t('sites') + wanted('contingency.landingSites') }),
    state.sites.map((site, i) => make('div', { className: 'place site' },
      make('div', { className: 'name' }, make('span', { text: String(i + 1) }), Object.assign(button(t('remove'), change(() => state.sites.splice(i, 1)), 'plain'), { ariaLabel: t('removeSite', i + 1) })),
      field(t('name'), input(`site${i}.name`, {}, site, 'name')), field(t('latitude'), numeric(`site${i}.lat`, site, 'lat')), field(t('longitude'), numeric(`site${i}.lon`, site, 'lon')))),
    make('div', { className: 'actions' }, button(t('addSite'), change(() => state.sites.push({ name: '', lat: '', lon: '' })), 'add-site')));
  const papers = make('fieldset', {}, make('legend', { text: t('form.documents') }),
    state.documents.map((one, i) => {
      const [from, fromUtc] = timeInput(`document${i}.from`, one, 'from');
      const [until, untilUtc] = timeInput(`document${i}.until`, one, 'until');
      return make('div', { className: 'card document' }, make('div', { className: 'headline' }, make('h3', { text: t('documentN', i + 1) }),
        Object.assign(button(t('remove'), change(() => state.documents.splice(i, 1)), 'plain'), { ariaLabel: t('removeDocument', i + 1) })),
      make('div', { className: 'grid' }, field(t('kind'), select(`document${i}.kind`, [['PERMIT', t('document.PERMIT')], ['WAIVER', t('document.WAIVER')]], one, 'kind')),
        field(t('number'), input(`document${i}.number`, {}, one, 'number')), field(t('authority'), input(`document${i}.authority`, {}, one, 'authority')),
        field(t('zones'), input(`document${i}.zones`, {}, one, 'zones'), t('zonesHint')), field(t('validFrom'), from, fromUtc), field(t('validUntil'), until, untilUtc)));
    }),
    make('div', { className: 'actions' }, button(t('addDocument'), change(() => state.documents.push({ kind: 'PERMIT', number: '', authority: '', zones: '', from: timeFrom(null), until: timeFrom(null) })))));

  // -- what is done with it
  const readable = () => {
    const { plan, problems } = planFrom(state);
    for (const control of controls.values()) control.removeAttribute('aria-invalid');
    if (problems.length === 0) return plan;
    for (const [key] of problems) controls.get(key)?.setAttribute('aria-invalid', 'true');
    const named = (key) => controls.get(key)?.labels?.[0]?.textContent || key;
    result.replaceChildren(make('div', { className: 'note bad', role: 'alert' }, make('p', { text: t('problems', problems.length) }),
      make('ul', {}, problems.slice(0, 6).map(([key, why]) => make('li', { text: `${named(key)}: ${why}` })))));
    controls.get(problems[0][0])?.focus();
    return null;
  };
  const running = async (pressed, act) => {
    pressed.disabled = true;
    result.replaceChildren(make('p', { className: 'quiet', text: t('working') }));
    try {
      await act();
    } catch (problem) {
      result.replaceChildren(make('p', { className: 'note bad', role: 'alert', text: explain(problem, 'notSent') }));
    } finally {
      pressed.disabled = false;
    }
  };
  const save = async (plan) => {
    const saved = state.id ? await put(path('plans', state.id), { based_on: state.revision, plan }) : await post('/api/v1/plans', plan);
    Object.assign(state, { id: saved.id, revision: saved.revision });
    keep();
    return saved;
  };
  const adopt = (proposal) => {
    form.now = formFrom({ ...proposal.plan, id: state.id }, state.revision);
    keep();
    context.say(t('proposalTaken'));
    again();
  };
  const propose = (pressed) => {
    const plan = readable();
    if (plan) running(pressed, async () => {
      result.replaceChildren(proposalsView(await post('/api/v1/plan-proposals', plan), adopt));
      result.scrollIntoView({ block: 'nearest' });
    });
  };
  const check = (pressed) => {
    const plan = readable();
    if (!plan) return;
    running(pressed, async () => {
      const evidence = await post('/api/v1/plan-checks', plan);
      result.replaceChildren(evidenceView(evidence), ...(evidence.acceptable ? [] : [button(t('propose'), (event) => propose(event.currentTarget), 'propose')]));
      result.scrollIntoView({ block: 'nearest' });
    });
  };
  const submit = (pressed) => {
    const plan = readable();
    if (!plan) return;
    running(pressed, async () => {
      const saved = await save(plan);
      const submission = await post(path('plans', saved.id, 'submit'), { revision: saved.revision });
      drop();
      context.say(t(submission.state === 'RETURNED' ? 'submittedReturned' : 'submittedWaits', saved.id));
      context.openPlan(saved.id);
    });
  };
  const keepDraft = (pressed) => {
    const plan = readable();
    if (!plan) return;
    running(pressed, async () => {
      const saved = await save(plan);
      drop();
      context.say(t('savedDraft', saved.id));
      context.openPlan(saved.id);
    });
  };

  root.append(
    make('div', { className: 'card' },
      make('div', { className: 'headline' }, make('h2', { text: state.id ? t('changePlan', state.id) : t('newPlan') }),
        button(t('discard'), () => { if (window.confirm(t('discardAsk'))) { drop(); context.leaveForm(); } }, 'plain')),
      who, when, where, how, whatIf, papers),
    make('div', { className: 'card ends' },
      make('div', { className: 'actions' },
        button(t('check'), (event) => check(event.currentTarget), 'check-plan'),
        button(t('submit'), (event) => submit(event.currentTarget), 'main submit-plan'),
        button(t('saveDraft'), (event) => keepDraft(event.currentTarget), 'plain save-plan')),
      result));
  picture();
  if (form.proposeAtOnce) queueMicrotask(() => {
    propose(root.querySelector('.check-plan'));
    result.scrollIntoView({ block: 'center' });
  });
  form.proposeAtOnce = false;
  return root;
}

// ---------------------------------------------------------------- how a form begins

// A file, or a booked mission, or nothing.
export function beginView(context) {
  const result = make('div', { className: 'result', 'aria-live': 'polite' });
  const say = (element) => result.replaceChildren(element);
  const begin = (state) => {
    form.now = state;
    keep();
    context.show();
  };

  // The browser's own words on a file input are in the browser's language: ours lie over it.
  const file = make('input', { type: 'file', id: 'plan-file', accept: '.plan,.kml,.kmz,.geojson,.json,.waypoints,.txt', 'aria-label': t('file') });
  const chosenName = make('span', { text: t('noneChosen'), className: 'quiet' });
  file.addEventListener('change', () => { chosenName.textContent = file.files[0]?.name || t('noneChosen'); });
  const fileField = make('div', { className: 'file' }, make('span', { className: 'choose', text: t('chooseFile') }), chosenName, file);
  const height = make('input', { inputmode: 'decimal' });
  const reference = choice(references.map((name) => [name, t(`reference.${name}`)]), 'AGL');
  const read = async (shape) => {
    const chosen = file.files[0];
    if (!chosen) return say(make('p', { className: 'note bad', role: 'alert', text: t('noFile') }));
    const query = new URLSearchParams();
    if (shape !== undefined) query.set('shape', String(shape));
    const metres = height.value.trim().replace(',', '.');
    if (metres !== '') {
      query.set('height_m', metres);
      query.set('height_reference', reference.value);
    }
    say(make('p', { className: 'quiet', text: t('working') }));
    try {
      const answer = await ask('POST', `/api/v1/plan-imports${query.size > 0 ? `?${query}` : ''}`, chosen);
      const clear = answer.shapes.length === 1 && answer.notes.length === 0 && answer.shapes[0].findings.length === 0;
      if (answer.plan && (shape !== undefined || clear)) return take(answer);
      say(importView(answer, take, read));
    } catch (problem) {
      say(make('p', { className: 'note bad', role: 'alert', text: explain(problem, 'notSent') }));
    }
  };
  const take = (answer) => {
    const state = newForm();
    const { pattern } = answer.plan.operation;
    const fits = (name) => profiles[name].patterns.includes(pattern);
    if (!fits(state.profile)) preset(state, Object.keys(profiles).find(fits) || state.profile);
    setOperation(state, answer.plan.operation);
    if (answer.plan.parameters.cruise_mps > 0) state.cruise = written(answer.plan.parameters.cruise_mps);
    context.say(t('fileTaken'));
    begin(state);
  };

  const missions = make('select', { name: 'mission' });
  const missionParts = make('div', { className: 'card' }, make('h2', { text: t('fromMission') }), make('p', { className: 'quiet', text: t('loading') }));
  get('/api/v1/missions?limit=200').then((answer) => {
    const open = answer.missions.filter((one) => one.step === 'booked' || one.step === 'prepared');
    if (open.length === 0) return missionParts.lastChild.replaceWith(make('p', { className: 'quiet', text: t('noMissions') }));
    for (const one of open) missions.append(make('option', { value: one.id, text: `${one.id} · ${utcOf(one.start)}` }));
    const operator = make('input', { autocomplete: 'off', name: 'mission_operator' });
    const pilot = make('input', { autocomplete: 'off', name: 'mission_pilot' });
    const battery = make('input', { autocomplete: 'off', name: 'mission_battery' });
    pilot.value = newForm().pilot_id;
    const write = button(t('makeOfMission'), async () => {
      if (!operator.value.trim()) {
        operator.setAttribute('aria-invalid', 'true');
        operator.focus();
        return;
      }
      try {
        const saved = await post(path('missions', missions.value, 'plan'), { operator_id: operator.value.trim(), pilot_id: pilot.value.trim(), battery_id: battery.value.trim() || null });
        context.say(t('savedDraft', saved.id));
        const kept = await get(path('plans', saved.id));
        begin(formFrom(kept.plan, kept.revision));
      } catch (problem) {
        said.replaceChildren(make('p', { className: 'note bad', role: 'alert', text: explain(problem, 'notSent') }));
      }
    }, 'of-mission');
    const said = make('div', { className: 'result', 'aria-live': 'polite' });
    missionParts.lastChild.replaceWith(make('div', { className: 'grid' }, field(t('mission'), missions), field(t('operator'), operator), field(t('pilot'), pilot), field(t('battery'), battery)));
    missionParts.append(make('div', { className: 'actions' }, write), said);
  }).catch((problem) => missionParts.lastChild.replaceWith(make('p', { className: 'quiet', text: explain(problem) })));

  return make('div', { className: 'begin' },
    make('div', { className: 'card' }, make('h2', { text: t('fromForm') }), make('p', { className: 'quiet', text: t('fromFormHint') }),
      make('div', { className: 'actions' }, button(t('emptyForm'), () => begin(newForm()), 'main empty-form'))),
    make('div', { className: 'card' }, make('h2', { text: t('fromFile') }), make('p', { className: 'quiet', text: t('fromFileHint') }),
      fileField,
      make('div', { className: 'pair' }, field(t('heightIfNone'), height), field(t('reference'), reference)),
      make('div', { className: 'actions' }, button(t('readFile'), () => read(), 'read-file')), result),
    missionParts);
}

function importView(answer, take, read) {
  const finding = (one) => make('li', { className: 'finding' }, make('p', { text: codeText(one.code) }), make('p', { className: 'quiet small', text: one.where }));
  return make('div', { className: 'import' },
    make('p', { className: `note ${answer.plan ? 'good' : 'bad'}`, text: answer.plan ? t('fileRead', answer.shapes.length) : t('fileNotFlyable') }),
    answer.notes.length > 0 ? make('ul', {}, answer.notes.map(finding)) : null,
    make('ul', {}, answer.shapes.map((shape, i) => make('li', { className: 'check' },
      make('div', { className: 'headline' }, make('h3', { text: shape.name || shape.where }), make('span', { className: 'quiet small', text: t('points', shape.points) })),
      shape.findings.length > 0 ? make('ul', {}, shape.findings.map(finding)) : null,
      shape.pattern ? button(t('useShape'), () => (answer.taken === i ? take(answer) : read(i)), 'use-shape') : null))));
}
