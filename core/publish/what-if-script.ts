/** What the calculator shows before anything is typed: days missed, of days so far. */
export const WHAT_IF_START = { missed: 8, days: 100 };

/**
 * The calculator's script, as it stands in the page. It only looks up in the pieces that the engine made:
 * sessions are whole numbers, compared by cross-multiplication.
 */
export const WHAT_IF_SCRIPT = `
for (const box of document.querySelectorAll('.calculator')) {
  const pieces = JSON.parse(box.dataset.pieces);
  const [missed, days] = box.querySelectorAll('input');
  const out = box.querySelector('output');
  const show = () => {
    const possible = Math.round(days.valueAsNumber * 2);
    const absent = Math.round(missed.valueAsNumber * 2);
    if (!(possible > 0) || !(absent >= 0) || absent > possible) {
      out.textContent = 'Give the days missed and the school days so far; missed cannot be more than the days so far.';
      return;
    }
    const share = (possible - absent) * 1000;
    const fits = (p) => (p.isLowIn ? share >= p.lowTenths * possible : share > p.lowTenths * possible)
      && (p.isHighIn ? share <= p.highTenths * possible : share < p.highTenths * possible);
    const piece = pieces.find(fits);
    const percent = Math.floor((possible - absent) * 1000 / possible) / 10;
    const at = absent + ' of ' + possible + ' sessions missed, ' + percent.toFixed(1) + '% attended. ';
    const said = piece && piece.steps.length > 0 ? piece.steps.join('; ') : 'no step';
    out.textContent = at + 'By attendance alone: ' + said + (said.endsWith('…') ? '' : '.');
  };
  box.hidden = false;
  box.addEventListener('input', show);
  show();
}
`;
