// Pages on which an honest reader stays silent. The parts are replaced in place, as a single-page system does.
import { days, element, longDay, register, shortDay } from './register.js';

const view = document.querySelector('#view');
const period = `${longDay(days[0])} to ${longDay(days.at(-1))}`;
const table = (head, rows) =>
  `<table class="grid"><thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((text, at) => `<td class="${at ? 'n' : 'name'}">${text}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const cases = {
  days: {
    title: 'Attendance in days',
    note: `${period} · whole days`,
    html: () =>
      table(
        ['Pupil', 'Days possible', 'Days present', 'Days absent', 'Attendance %'],
        register.map((p) => [
          p.name,
          p.possible / 2,
          p.attended / 2,
          (p.possible - p.attended) / 2,
          p.percent.toFixed(1),
        ]),
      ),
  },
  period: {
    title: 'Attendance figures',
    note: 'Statutory sessions',
    html: () =>
      table(
        ['Pupil', 'Possible', 'Present', 'Authorised absence', 'Unauthorised absence'],
        register.map((p) => [p.name, p.possible, p.attended, p.authorised, p.unauthorised]),
      ),
  },
  lessons: {
    title: 'Lesson attendance',
    note: `${period} · lesson registers`,
    html: () =>
      table(
        ['Pupil', 'Lessons possible', 'Lessons attended', '% attendance'],
        register.map((p) => [p.name, p.possible * 3, p.attended * 3, `${p.percent.toFixed(1)}%`]),
      ),
  },
  halfTerm: {
    title: 'This half term',
    note: '2 November 2026 to 20 November 2026 · statutory sessions',
    html: () =>
      table(
        ['Pupil', 'Sessions possible', 'Sessions attended', 'Attendance %'],
        register.map((p) => {
          const codes = p.codes.slice(-30);
          const away = codes.filter((code) => 'CIMGNOU'.includes(code)).length;
          return [p.name, 30, 30 - away, ((100 * (30 - away)) / 30).toFixed(1)];
        }),
      ),
  },
  oneMark: {
    title: 'Daily marks',
    note: period,
    html: () =>
      `<div class="scroll">${table(
        ['Pupil', ...days.map(shortDay)],
        register.map((p) => [p.name, ...days.map((_, at) => p.codes[at * 2])]),
      )}</div>`,
  },
};

const show = (key) => {
  const { title, note, html } = cases[key];
  const section = element(`<section><h2>${title}</h2><p class="period">${note}</p></section>`);
  section.append(element(`<div>${html()}</div>`));
  view.replaceChildren(section);
  for (const tab of document.querySelectorAll('[role="tab"]'))
    tab.setAttribute('aria-selected', String(tab.id === key));
};

for (const [key, { title }] of Object.entries(cases)) {
  const tab = element(`<button role="tab" id="${key}">${title}</button>`);
  tab.addEventListener('click', () => show(key));
  document.querySelector('[role="tablist"]').append(tab);
}
show(new URLSearchParams(location.search).get('case') ?? 'days');
