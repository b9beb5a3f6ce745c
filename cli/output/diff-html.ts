import { hideSmallGroups } from '#core/publish/small-groups.ts';
import { type Move, moveWords, type PolicyDiff } from './policy-diff.ts';
import { count } from './terminal-text.ts';

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 Arial,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}li{margin:0 0 1.2rem}p{margin:.2rem 0}
.tag{border:1px solid;border-radius:.2rem;padding:0 .35rem;font-size:.85rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border:1px solid}@media print{body{margin:0}}`;

/** The comparison as one page without script, for a governors' meeting: no pupil is named, and no small group counted. */
export function diffHtml({
  before,
  after,
  changes,
  asOf,
  asOfFrom,
  pupils,
  moves = [],
  stayed = 0,
}: PolicyDiff): string {
  const title = 'What changed in the attendance policy';
  const items = changes.map(
    (change) => `<li><p><span class="tag">${toHtml(change.direction)}</span> ${toHtml(change.text)}</p>
${change.before ? `<p>Before: <q>${toHtml(change.before.sentence)}</q></p>` : ''}
${change.after ? `<p>Now: <q>${toHtml(change.after.sentence)}</q></p>` : ''}</li>`,
  );
  const rows = shownMoves(moves, stayed).map(
    ({ words, pupils }) => `<tr><th scope="row">${toHtml(words)}</th><td>${pupils ?? 'not shown'}</td></tr>`,
  );
  const isHidden = rows.length < moves.length || rows.some((row) => row.includes('not shown'));
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<h1>${title}</h1>
<p>${toHtml(before)} compared with ${toHtml(after)}: ${count(changes.length, 'change')} in meaning.</p>
${items.length > 0 ? `<h2>Changes</h2><ol>${items.join('\n')}</ol>` : ''}
${pupils ? `<h2>Pupils at another step</h2><p>As of ${toHtml(asOf ?? '')} (${toHtml(asOfFrom ?? '')}): ${sumOf(moves, isHidden)}.</p>` : ''}
${rows.length > 0 ? `<table><thead><tr><th scope="col">Step before → now</th><th scope="col">Pupils</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>` : ''}
</main></body></html>
`;
}

/** The moves with the sizes that may be told, the largest first; none where no size may be told. */
function shownMoves(moves: readonly Move[], stayed: number): { words: string; pupils: number | null }[] {
  const sizes = hideSmallGroups([...moves.map(({ pupils }) => pupils), stayed]);
  if (sizes.every((size) => size === null || size === 0)) return [];
  const shown = moves.map((move, at) => ({ words: moveWords(move), pupils: sizes[at] ?? null }));
  // Those without a size by their words: their order would tell of it.
  return shown.toSorted((a, b) => (b.pupils ?? 0) - (a.pupils ?? 0) || a.words.localeCompare(b.words, 'en-GB'));
}

/** With one group left out, the sum of all would give it away. */
function sumOf(moves: readonly Move[], isHidden: boolean): string {
  if (isHidden)
    return 'some pupils; groups of fewer than five are not counted, nor one larger group, so that they cannot be worked out';
  return count(
    moves.reduce((all, move) => all + move.pupils, 0),
    'pupil',
  );
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
