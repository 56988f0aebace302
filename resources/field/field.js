// The page of pilots in the field: what is shown, and what keeps it up to date.
import { NotConnected, Refused, connection, session } from './api.js';
import { button, make } from './dom.js';
import { loadNotices, notices, noticesView } from './notices.js';
import { beginView, drop, form, formFrom, formView, keep, loadFleet, restore } from './plan_form.js';
import { loadPlan, loadPlans, planList, planView, plans } from './plan_views.js';
import { askAgain, logInForm, logOut, may, person, resume } from './session.js';
import { clockOf, explain, language, setLanguage, t } from './texts.js';

const page = document.getElementById('page');
const said_ms = 8000;
const shortest_s = 5;
const longest_s = 60;
const unusedFor_ms = 20 * 60 * 1000; // then it stops asking, so that a forgotten tablet's session ends by itself

let tab = 'plans'; // plans, notices, form
let wait_s = shortest_s;
let timer = 0;
let lastUse = Date.now();
let resting = false;
let message = null;

// ---------------------------------------------------------------- what is shown

const root = (name) => document.documentElement.setAttribute('lang', name);

function showDoor(why) {
  clearTimeout(timer);
  root(language());
  document.title = t('title');
  page.replaceChildren(make('main', { className: 'door' },
    make('div', { className: 'headline' }, make('h1', { text: t('title') }), languageButton(() => showDoor(why)), themeButton()),
    logInForm({ why, done: enter })));
}

function languageButton(again) {
  const other = language() === 'ko' ? 'en' : 'ko';
  const change = button(t('otherLanguage'), () => {
    setLanguage(other);
    again();
  }, 'plain language');
  change.lang = other;
  return change;
}

function themeButton() {
  const light = document.documentElement.dataset.theme === 'light';
  return button(light ? t('dark') : t('light'), (event) => {
    document.documentElement.dataset.theme = light ? 'dark' : 'light';
    event.currentTarget.replaceWith(themeButton());
  }, 'plain theme');
}

const context = {
  show,
  openPlan,
  leaveForm: () => go('plans'),
  say,
  // A button that does something at the server; what came of it is said, and all is asked for again.
  async act(pressed, call, done) {
    pressed.disabled = true;
    try {
      await call();
      say(done);
      await refresh(true);
      show();
    } catch (problem) {
      say(explain(problem, 'notSent'), true);
      pressed.disabled = false;
      if (problem instanceof Refused) await refresh(true).then(show, () => {});
    }
  },
  edit(record, propose = false) {
    form.now = formFrom(record.plan, record.revision);
    form.proposeAtOnce = propose;
    keep();
    go('form');
  },
  back: () => {
    plans.open = null;
    plans.opened = null;
    show();
  },
};

function bar() {
  const tabs = [['plans', t('myPlans'), 0], ['form', t('newPlan'), 0], ['notices', t('notices'), notices.unread]].filter(([name]) => name !== 'form' || may('plan.submit'));
  const leave = button(t('logOut'), leaveHouse, 'plain log-out');
  return make('header', { className: 'bar' },
    make('div', { className: 'row' }, make('h1', {}, t('title'), make('small', { text: person.name })), languageButton(show), leave),
    make('div', { className: 'tabs', role: 'tablist', 'aria-label': t('title'), on: { keydown: moveTabs } }, tabs.map(([name, text, count]) => make('button', {
      type: 'button', role: 'tab', id: `tab-${name}`, 'aria-selected': String(tab === name), 'aria-controls': 'view', tabIndex: tab === name ? 0 : -1, on: { click: () => go(name) },
    }, text, count > 0 ? make('span', { className: 'count', text: String(count) }) : null))),
    linkBar());
}

function moveTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...event.currentTarget.children];
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  next.click();
  document.getElementById(next.id).focus();
}

function linkBar() {
  const broken = connection.brokenSince;
  const text = broken ? t('notConnectedSince', clockOf(broken)) : resting ? t('resting') : '';
  return make('p', { className: `link${broken ? ' broken' : ''}`, role: 'status', hidden: text === '', text });
}

function view() {
  if (tab === 'notices') return noticesView(context);
  if (tab === 'form') return form.now ? formView(context) : beginView(context);
  if (plans.open) return planView(context);
  return make('div', { className: 'own' }, may('plan.submit') ? make('div', { className: 'actions' }, button(t('newPlan'), () => go('form'), 'main new-plan')) : null, planList(context));
}

function show() {
  if (!session.token) return;
  root(language());
  document.title = t('title');
  const [scroll, focused] = [window.scrollY, document.activeElement?.id];
  const inner = make('main', { id: 'view', role: 'tabpanel', 'aria-labelledby': `tab-${tab}` }, view());
  page.replaceChildren(bar(), inner, spoken());
  window.scrollTo(0, scroll);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function go(name) {
  if (name === 'plans') context.back();
  tab = name;
  message = null;
  show();
  window.scrollTo(0, 0);
  poke();
}

async function openPlan(id) {
  tab = 'plans';
  Object.assign(plans, { open: id, opened: null });
  show();
  window.scrollTo(0, 0);
  try {
    await loadPlan(id);
    show();
  } catch (problem) {
    say(explain(problem), true);
  }
}

function spoken() {
  const place = make('div', { className: 'spoken', role: message?.bad ? 'alert' : 'status' });
  if (message) place.append(make('div', { className: `note ${message.bad ? 'bad' : 'good'}` }, make('span', { text: message.text }), button(t('close'), () => say(null), 'plain')));
  return place;
}

// What went well goes away by itself; what went wrong stays until it was read.
function say(text, bad = false) {
  message = text ? { text, bad } : null;
  const said = message;
  if (said && !bad) setTimeout(() => { if (message === said) say(null); }, said_ms);
  const old = page.querySelector('.spoken');
  if (old) old.replaceWith(spoken());
}

// ---------------------------------------------------------------- what keeps it up to date

async function refresh(all = false) {
  const changed = await Promise.all([loadNotices(), loadPlans(), plans.open ? loadPlan(plans.open) : false]);
  return all || changed.some(Boolean);
}

// The form is left alone while somebody types in it; what changed elsewhere is on the other tabs.
const quietly = () => tab !== 'form';

async function tick() {
  clearTimeout(timer);
  if (!session.token) return;
  if (document.hidden || resting) return;
  if (Date.now() - lastUse > unusedFor_ms) {
    resting = true;
    return updateBar();
  }
  try {
    const changed = await refresh();
    wait_s = shortest_s;
    if (changed && quietly()) show();
    else if (changed) updateBar();
  } catch (problem) {
    if (!(problem instanceof NotConnected || problem instanceof Refused)) throw problem;
    wait_s = problem.retryAfter_s || Math.min(wait_s * 2, longest_s);
  }
  if (session.token) timer = setTimeout(tick, wait_s * 1000);
}

function updateBar() {
  const focused = document.activeElement?.id;
  page.querySelector('.bar')?.replaceWith(bar());
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function poke() {
  wait_s = shortest_s;
  clearTimeout(timer);
  timer = setTimeout(tick, 0);
}

connection.listeners.add(() => {
  updateBar();
  const since = connection.brokenSince;
  if (!since) say(t('connectedAgain'));
});

for (const event of ['pointerdown', 'keydown'])
  document.addEventListener(event, () => {
    lastUse = Date.now();
    if (!resting) return;
    resting = false;
    updateBar();
    poke();
  }, true);
document.addEventListener('visibilitychange', () => { if (!document.hidden) poke(); });
window.addEventListener('online', poke);

// ---------------------------------------------------------------- in and out

async function enter() {
  restore();
  Object.assign(plans, { list: null, open: null, opened: null });
  Object.assign(notices, { list: null, unread: 0 });
  tab = form.now ? 'form' : 'plans';
  message = null;
  show();
  await loadFleet().catch(() => {});
  if (tab === 'form') show();
  poke();
}

async function leaveHouse() {
  const typed = form.now !== null;
  if (typed && !window.confirm(t('logOutAsk'))) return;
  drop();
  await logOut().catch(() => {});
  showDoor('');
}

session.onLost = () => {
  clearTimeout(timer);
  askAgain((same) => (same ? poke() : enter()));
};

async function begin() {
  try {
    if (await resume()) return await enter();
    showDoor('');
  } catch {
    showDoor(t('noServer'));
    timer = setTimeout(begin, shortest_s * 1000);
  }
}

begin();
