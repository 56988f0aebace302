// What the pilot must be told, newest first.
import { get, path, post } from './api.js';
import { button, make } from './dom.js';
import { language, t, timeOf } from './texts.js';

export const notices = { list: null, unread: 0 };

export async function loadNotices() {
  const answer = await get('/api/v1/me/notices?limit=50');
  const changed = JSON.stringify(answer.notices) !== JSON.stringify(notices.list);
  notices.list = answer.notices;
  notices.unread = answer.unread;
  return changed;
}

export function noticesView({ act, openPlan }) {
  if (notices.list === null) return make('p', { className: 'empty', text: t('loading') });
  if (notices.list.length === 0) return make('p', { className: 'empty', text: t('noNotices') });
  return make('ul', { className: 'notices' }, notices.list.map((notice) => {
    const words = notice[language()];
    const open = notice.acknowledged === null;
    return make('li', { className: 'card', data: { notice: notice.id, open: String(open) } },
      make('div', { className: 'headline' },
        make('h3', { text: words.subject }),
        make('span', { className: 'state', data: { mark: markOf(notice, open) }, text: stateOf(notice, open) })),
      make('p', { text: words.text }),
      make('p', { className: 'quiet small' }, timeOf(notice.created), ' · ', notice.by === 'system' ? t('bySystem') : notice.by),
      make('div', { className: 'actions' },
        open ? button(t('acknowledge'), (event) => act(event.currentTarget, () => post(path('me', 'notices', notice.id, 'acknowledge')), t('acknowledged')), 'main') : null,
        notice.about.plan ? button(t('openPlan', notice.about.plan), () => openPlan(notice.about.plan)) : null));
  }));
}

function markOf(notice, open) {
  if (!open) return 'over';
  return { info: 'note', warning: 'warn' }[notice.severity] || 'stop';
}

function stateOf(notice, open) {
  const severity = t(`severity.${notice.severity}`);
  return open ? `${severity} · ${t('notAcknowledged')}` : t('acknowledged');
}
