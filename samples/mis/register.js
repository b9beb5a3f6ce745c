// Turns the short form of pupils.js into marks and figures, as a school's system would keep them.
import { pupils, term } from './pupils.js';

const MONTHS = { Sep: '09', Oct: '10', Nov: '11' };
const AUTHORISED = 'C E I M R S T'.split(' ');
const UNAUTHORISED = 'G N O U'.split(' ');

export const days = [];
for (let at = Date.parse(term.from); at <= Date.parse(term.to); at += 86_400_000) {
  const day = new Date(at).toISOString().slice(0, 10);
  const weekday = new Date(at).getUTCDay();
  if (weekday > 0 && weekday < 6 && !term.closed.some(([from, to]) => from <= day && day <= to)) days.push(day);
}

export const register = pupils.map(({ id, name, marks }) => {
  const exceptions = new Map();
  for (const part of marks.split(';')) {
    const [code, range, month, session] = part.trim().split(' ');
    if (!range) continue;
    const [first, last = first] = range.split('-').map(Number);
    for (let date = first; date <= last; date++) {
      const day = `2026-${MONTHS[month]}-${String(date).padStart(2, '0')}`;
      for (const half of session ? [session] : ['AM', 'PM']) exceptions.set(`${day} ${half}`, code);
    }
  }
  const codes = days.flatMap((day) => [exceptions.get(`${day} AM`) ?? '/', exceptions.get(`${day} PM`) ?? '\\']);
  const count = (wanted) => codes.filter((code) => wanted.includes(code)).length;
  const possible = codes.length - count(['Z']);
  const authorised = count(AUTHORISED);
  const unauthorised = count(UNAUTHORISED);
  const attended = possible - authorised - unauthorised;
  return {
    id,
    name,
    codes,
    possible,
    attended,
    authorised,
    unauthorised,
    lates: count(['L']),
    percent: (100 * attended) / possible,
  };
});

export const longDay = (day) =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
export const shortDay = (day) =>
  new Date(day)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .replace(',', '');
export const element = (html) =>
  Object.assign(document.createElement('template'), { innerHTML: html.trim() }).content.firstElementChild;
