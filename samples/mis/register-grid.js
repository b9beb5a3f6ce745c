import { days, element, register, shortDay } from './register.js';

const table = document.querySelector('#register');
const kinds = {
  '/': 'here',
  '\\': 'here',
  L: 'late',
  I: 'away',
  M: 'away',
  C: 'away',
  V: 'here',
  G: 'bad',
  N: 'bad',
  O: 'bad',
  U: 'bad',
  Z: 'none',
};
const tops = days.map((day) => `<th colspan="2" scope="colgroup">${shortDay(day)}</th>`).join('');
const subs = days.map(() => '<th scope="col">AM</th><th scope="col">PM</th>').join('');
table.append(
  element(
    `<table><thead><tr><th class="name" rowspan="2" scope="col">Pupil</th><th rowspan="2" scope="col">Class</th>${tops}</tr><tr>${subs}</tr></thead></table>`,
  ).tHead,
);
const body = document.createElement('tbody');
for (const pupil of register) {
  const cells = pupil.codes.map((code) => `<td class="code ${kinds[code]}">${code}</td>`).join('');
  body.append(
    element(
      `<table><tbody><tr><td class="name"><a href="#/pupil-id/${pupil.id}">${pupil.name}</a></td><td>4K</td>${cells}</tr></tbody></table>`,
    ).rows[0],
  );
}
table.append(body);
