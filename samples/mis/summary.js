import { element, register } from './register.js';

const body = document.querySelector('#pupils tbody');
for (const pupil of register) {
  body.append(
    element(`<tr>
      <td class="name"><a href="#/pupil-id/${pupil.id}">${pupil.name}</a></td>
      <td>4K</td><td class="n">${pupil.possible}</td><td class="n">${pupil.attended}</td>
      <td class="n">${pupil.authorised}</td><td class="n">${pupil.unauthorised}</td><td class="n">${pupil.lates}</td>
      <td class="n strong">${pupil.percent.toFixed(1)}%</td></tr>`),
  );
}
const sum = (key) => register.reduce((total, pupil) => total + pupil[key], 0);
document.querySelector('#pupils tfoot').append(
  element(`<tr><td class="name">Class total</td><td></td><td class="n">${sum('possible')}</td><td class="n">${sum('attended')}</td>
    <td class="n">${sum('authorised')}</td><td class="n">${sum('unauthorised')}</td><td class="n">${sum('lates')}</td>
    <td class="n strong">${((100 * sum('attended')) / sum('possible')).toFixed(1)}%</td></tr>`),
);
