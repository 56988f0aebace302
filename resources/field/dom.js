// Elements made by hand: what came from elsewhere only ever becomes text, never markup.

export function make(name, options = {}, ...children) {
  const element = document.createElement(name);
  apply(element, options);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const svgNames = 'http://www.w3.org/2000/svg';

export function drawn(name, attributes = {}, ...children) {
  const element = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function apply(element, options) {
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'on') for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (key === 'text') element.textContent = value;
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key in element && key !== 'list' && typeof value !== 'string') element[key] = value;
    else element.setAttribute(key === 'className' ? 'class' : key, value === true ? '' : String(value));
  }
}

let numbers = 0;
export const freshId = (stem) => `${stem}-${++numbers}`;

// A labelled control.
export function field(label, control, hint) {
  const id = control.id || freshId('f');
  control.id = id;
  const parts = [make('label', { for: id, text: label }), control];
  if (hint) {
    const hintId = `${id}-hint`;
    control.setAttribute('aria-describedby', hintId);
    parts.push(typeof hint === 'string' ? make('span', { className: 'hint', id: hintId, text: hint }) : Object.assign(hint, { id: hintId, className: 'hint' }));
  }
  return make('div', { className: 'field' }, parts);
}

export function button(text, handler, className = '') {
  return make('button', { type: 'button', className, text, on: { click: handler } });
}

export function choice(values, chosen, on) {
  const select = make('select', { on });
  for (const [value, text] of values) select.append(make('option', { value, text }));
  select.value = chosen;
  return select;
}

export function facts(rows) {
  return make('dl', {}, rows.filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([name, value]) => [make('dt', { text: name }), make('dd', {}, value)]));
}
