// Logging in and out. A session that ends in the middle opens the same form over the page: what was typed stays.
import { Refused, ask, get, keepToken, session } from './api.js';
import { button, field, make } from './dom.js';
import { explain, t } from './texts.js';

export const person = { user: null, name: '', role: '', scopes: [] };

function remember(answer) {
  Object.assign(person, { user: answer.user, name: answer.display_name || answer.user, role: answer.role || '', scopes: answer.scopes });
}

export const may = (scope) => person.scopes.includes(scope);

// What is asked at the begin and the end of a session does not open the log-in in the middle.
async function unasked(call) {
  const told = session.onLost;
  session.onLost = () => {};
  try {
    return await call();
  } finally {
    session.onLost = told;
  }
}

// True: the kept token still works.
export async function resume() {
  if (!session.token) return false;
  try {
    remember(await unasked(() => get('/api/v1/me')));
    return true;
  } catch (problem) {
    if (problem instanceof Refused) {
      keepToken(null);
      return false;
    }
    throw problem;
  }
}

export async function logOut() {
  try {
    await unasked(() => ask('DELETE', '/api/v1/sessions/current'));
  } finally {
    keepToken(null);
    Object.assign(person, { user: null, name: '', role: '', scopes: [] });
  }
}

// `why`: said above the fields. `done` is called after the log-in.
export function logInForm({ why, user = '', done }) {
  const name = make('input', { name: 'user', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true });
  name.value = user;
  const password = make('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const result = make('div', { role: 'alert', className: 'result' });
  const enter = make('button', { type: 'submit', className: 'main', text: t('logIn') });
  const show = button(t('showPassword'), () => {
    const hidden = password.type === 'password';
    password.type = hidden ? 'text' : 'password';
    show.textContent = t(hidden ? 'hidePassword' : 'showPassword');
    show.setAttribute('aria-pressed', String(hidden));
  }, 'plain');
  const form = make('form', { className: 'card log-in', noValidate: true },
    make('h2', { text: t('logInTitle') }),
    why ? make('p', { className: 'note warn', text: why }) : null,
    field(t('user'), name), field(t('password'), password), result,
    make('div', { className: 'actions' }, enter, show));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    result.replaceChildren();
    if (!name.value.trim() || !password.value) {
      result.append(make('p', { className: 'note bad', text: t('logInEmpty') }));
      (name.value.trim() ? password : name).focus();
      return;
    }
    enter.disabled = true;
    try {
      const answer = await ask('POST', '/api/v1/sessions', { user: name.value.trim(), password: password.value });
      keepToken(answer.token);
      remember(answer);
      password.value = '';
      done();
    } catch (problem) {
      result.append(make('p', { className: 'note bad', text: explain(problem) }));
      password.select();
      password.focus();
    } finally {
      enter.disabled = false;
    }
  });
  queueMicrotask(() => (user ? password : name).focus());
  return form;
}

let lost = null;

// One at a time, over whatever is shown.
export function askAgain(done) {
  if (lost) return;
  const before = person.user;
  lost = make('dialog', { 'aria-label': t('logInTitle') });
  lost.append(logInForm({ why: t('sessionLost'), user: before || '', done: () => {
    lost.close();
    lost.remove();
    lost = null;
    done(before === person.user);
  } }));
  lost.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(lost);
  lost.showModal();
}
