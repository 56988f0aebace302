// The way to the server. Nothing is queued: a request that does not get through is over, and the caller is told.

export class Refused extends Error {
  constructor(status, code, message, where, retryAfter_s) {
    super(`${code} ${message}`);
    Object.assign(this, { status, code, words: message, where, retryAfter_s });
  }
}

export class NotConnected extends Error {}

const tokenKey = 'haneul.field.token';
const timeout_ms = 20000;

export const connection = { brokenSince: null, listeners: new Set() };
export const session = { token: sessionStorage.getItem(tokenKey), onLost: () => {} };

export function keepToken(token) {
  session.token = token;
  if (token) sessionStorage.setItem(tokenKey, token);
  else sessionStorage.removeItem(tokenKey);
}

function tellConnection(works) {
  const before = connection.brokenSince;
  connection.brokenSince = works ? null : before || new Date();
  if ((before === null) !== works) for (const listener of connection.listeners) listener();
}

// `body`: an object (JSON) or a Blob (a file). Throws Refused or NotConnected.
export async function ask(method, path, body) {
  const token = session.token;
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body instanceof Blob) headers['Content-Type'] = 'application/octet-stream';
  else if (body !== undefined) headers['Content-Type'] = 'application/json';
  const ender = new AbortController();
  const timer = setTimeout(() => ender.abort(), timeout_ms);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : body instanceof Blob ? body : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: ender.signal,
    });
    const answer = await response.json();
    tellConnection(true);
    if (response.ok) return answer;
    const { code = 'UNKNOWN', message = '', where = '' } = answer.error || {};
    const refused = new Refused(response.status, code, message, where, Number(response.headers.get('Retry-After')) || 0);
    if (response.status === 401 && token && token === session.token && path !== '/api/v1/sessions') {
      keepToken(null);
      session.onLost();
    }
    throw refused;
  } catch (problem) {
    if (problem instanceof Refused) throw problem;
    tellConnection(false);
    throw new NotConnected(String(problem));
  } finally {
    clearTimeout(timer);
  }
}

export const get = (path) => ask('GET', path);
export const post = (path, body) => ask('POST', path, body);
export const put = (path, body) => ask('PUT', path, body);

// `${path('plans', id, 'submit')}`: every part is escaped.
export const path = (...parts) => `/api/v1/${parts.map(encodeURIComponent).join('/')}`;
