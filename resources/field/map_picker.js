// Places picked on the map of this instance: by a touch, or at the cross in the middle. The whole screen, so that a
// finger that moves the map never moves the page.
import { button, drawn, make } from './dom.js';
import { language, t } from './texts.js';

const tile_px = 256;
const [lowest, highest] = [4, 19];
const seoul = { lat: 37.5665, lon: 126.978 };
const tapReach_px = 8;

let last = null; // where the map was

const toWorld = ({ lat, lon }, zoom) => {
  const size = tile_px * 2 ** zoom;
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [((lon + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
};

const toPlace = ([x, y], zoom) => {
  const size = tile_px * 2 ** zoom;
  return { lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI, lon: (x / size) * 360 - 180 };
};

const rounded = ({ lat, lon }) => ({ lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) });

// A zoom at which all places are seen.
function beginAt(places, width, height) {
  if (places.length === 0) return last || { centre: seoul, zoom: 11 };
  const middle = (key) => (Math.min(...places.map((p) => p[key])) + Math.max(...places.map((p) => p[key]))) / 2;
  const centre = { lat: middle('lat'), lon: middle('lon') };
  let zoom = 16;
  const fits = () => places.every((place) => {
    const [a, b] = [toWorld(place, zoom), toWorld(centre, zoom)];
    return Math.abs(a[0] - b[0]) < width * 0.4 && Math.abs(a[1] - b[1]) < height * 0.35;
  });
  while (zoom > lowest && !fits()) zoom -= 1;
  return { centre, zoom };
}

// `places`: {lat, lon}. `kind`: 'line', 'area' or 'point' (then there is one at most). `done` gets what was picked.
export function pickOnMap({ places, kind, done }) {
  const picked = places.map(({ lat, lon }) => ({ lat, lon }));
  const tiles = make('div', { className: 'tiles' });
  const overlay = drawn('svg', { class: 'overlay', 'aria-hidden': 'true' });
  const map = make('div', { className: 'map', tabIndex: 0, role: 'application', 'aria-label': t('mapHint') }, tiles, overlay, make('div', { className: 'cross', 'aria-hidden': 'true' }));
  const count = make('p', { className: 'small', role: 'status' });
  const dialog = make('dialog', { className: 'picker', 'aria-label': t('pickOnMap') });
  let at = null;

  const size = () => [map.clientWidth, map.clientHeight];
  const corner = () => {
    const [x, y] = toWorld(at.centre, at.zoom);
    return [x - map.clientWidth / 2, y - map.clientHeight / 2];
  };

  function drawTiles() {
    const [left, top] = corner();
    const [width, height] = size();
    const style = `${document.documentElement.dataset.theme === 'light' ? 'light' : 'dark'}${language() === 'en' ? '-en' : ''}`;
    const most = 2 ** at.zoom;
    const known = new Map([...tiles.children].map((image) => [image.dataset.name, image]));
    const wanted = [];
    for (let y = Math.max(0, Math.floor(top / tile_px)); y <= Math.min(most - 1, Math.floor((top + height) / tile_px)); ++y)
      for (let x = Math.floor(left / tile_px); x <= Math.floor((left + width) / tile_px); ++x) {
        const name = `/tiles/${style}/${at.zoom}/${((x % most) + most) % most}/${y}`;
        const image = known.get(name) || make('img', { alt: '', src: name, draggable: 'false', data: { name } });
        image.style.transform = `translate(${x * tile_px - left}px, ${y * tile_px - top}px)`;
        wanted.push(image);
      }
    tiles.replaceChildren(...wanted);
  }

  function drawOverlay() {
    const [left, top] = corner();
    const points = picked.map((place) => {
      const [x, y] = toWorld(place, at.zoom);
      return [x - left, y - top];
    });
    const line = points.map((p) => p.map((v) => v.toFixed(1)).join(',')).join(' ');
    overlay.replaceChildren(
      ...(kind === 'point' ? [] : [drawn(kind === 'area' ? 'polygon' : 'polyline', { points: line })]),
      ...points.map(([x, y]) => drawn('circle', { class: 'dot', cx: x.toFixed(1), cy: y.toFixed(1), r: 6 })),
      ...(points.length > 30 ? [] : points.map(([x, y], i) => drawn('text', { x: (x + 10).toFixed(1), y: (y - 8).toFixed(1) }, document.createTextNode(String(i + 1))))));
    count.textContent = t('points', picked.length);
    undo.disabled = picked.length === 0;
  }

  function draw() {
    drawTiles();
    drawOverlay();
  }

  const add = (place) => {
    if (kind === 'point') picked.length = 0;
    picked.push(rounded(place));
    draw();
  };
  const move = (x_px, y_px) => {
    const [x, y] = toWorld(at.centre, at.zoom);
    at.centre = toPlace([x + x_px, y + y_px], at.zoom);
    draw();
  };
  const zoomBy = (step) => {
    at.zoom = Math.max(lowest, Math.min(highest, at.zoom + step));
    draw();
  };

  const fingers = new Map();
  let moved = 0;
  map.addEventListener('pointerdown', (event) => {
    map.setPointerCapture(event.pointerId);
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
  });
  map.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const [x, y] = [event.clientX - before[0], event.clientY - before[1]];
    if (moved + Math.hypot(x, y) < tapReach_px) return; // a finger is never quite still
    moved = tapReach_px;
    if (fingers.size === 1) move(-x, -y);
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
  });
  map.addEventListener('pointerup', (event) => {
    const alone = fingers.size === 1;
    fingers.delete(event.pointerId);
    if (!alone || moved >= tapReach_px) return;
    const box = map.getBoundingClientRect();
    const [left, top] = corner();
    add(toPlace([left + event.clientX - box.left, top + event.clientY - box.top], at.zoom));
  });
  map.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId));
  map.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1);
  }, { passive: false });
  map.addEventListener('keydown', (event) => {
    const step = 48;
    const act = { ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0), ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
      '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), Enter: () => add(at.centre) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const close = (result) => {
    last = at;
    window.removeEventListener('resize', draw);
    dialog.close();
    dialog.remove();
    if (result) done(result);
  };
  const undo = button(t('removeLast'), () => {
    picked.pop();
    draw();
  }, 'undo-place');
  const named = (name, text, act, className) => {
    const made = button(text, act, className);
    made.setAttribute('aria-label', name);
    return made;
  };
  dialog.append(
    make('div', { className: 'headline' }, make('h2', { text: t('pickOnMap') }), count),
    make('div', { className: 'frame' }, map, make('div', { className: 'zoom' }, named(t('zoomIn'), '+', () => zoomBy(1), 'zoom-in'), named(t('zoomOut'), '−', () => zoomBy(-1), 'zoom-out'))),
    make('div', { className: 'actions' }, button(t('addCentre'), () => add(at.centre), 'add-centre'), undo),
    make('div', { className: 'actions' }, button(t('take'), () => close(picked), 'main take-places'), button(t('cancel'), () => close(null), 'plain')));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(null);
  });
  document.body.append(dialog);
  dialog.showModal();
  at = beginAt(picked, ...size());
  at = { centre: { ...at.centre }, zoom: at.zoom };
  window.addEventListener('resize', draw);
  draw();
  map.focus();
}
