import type { Element } from 'hast';
import { h } from 'hastscript';
import { sentenceOf } from '../../diff/sentence-of.ts';
import type { PolicyReading } from '../../policy/parse.ts';
import type { PageInput } from '../page-input.ts';
import { plain, shortened } from '../say.ts';

type Anchor = (line: number) => string;
type Duty = PageInput['report']['crosswalk'][number];

const STATUS = { met: 'Met', partly: 'Partly met', missing: 'Missing', contradicted: 'Contradicted' } as const;
/** What needs a decision first. */
const IN_PRINT = ['contradicted', 'missing', 'partly', 'met'] as const;

/** Each duty of the guidance and the sentences that meet it. */
export function duties({ report, reading }: PageInput, anchorOf: Anchor): Element | null {
  const { crosswalk } = report;
  if (crosswalk.length === 0) return null;
  const ordered = IN_PRINT.flatMap((status) => crosswalk.filter((duty) => duty.status === status));
  return h('section', { id: 'duties' }, [
    h('h2', 'What the guidance asks, and where this policy answers'),
    h('p', sumOf(crosswalk)),
    h('table', { className: ['rows'] }, [
      h(
        'thead',
        h('tr', [
          h('th', { scope: 'col' }, 'A policy is expected to set out'),
          h('th', { scope: 'col' }, 'This policy'),
        ]),
      ),
      h(
        'tbody',
        ordered.map((duty) =>
          h('tr', [
            h('th', { scope: 'row' }, duty.what),
            h('td', [
              h('span', { className: ['status', `is-${duty.status}`] }, STATUS[duty.status]),
              ...evidenceOf(duty, reading).map(({ line, said }) =>
                h('a', { href: anchorOf(line), className: ['evidence'] }, said),
              ),
            ]),
          ]),
        ),
      ),
    ]),
  ]);
}

/** "Of 18 duties this policy meets 12, meets 2 in part, leaves out 3 and contradicts 1." */
function sumOf(crosswalk: readonly Duty[]): string {
  const of = (status: Duty['status']): number => crosswalk.filter((duty) => duty.status === status).length;
  const parts = [`meets ${of('met')}`];
  if (of('partly')) parts.push(`meets ${of('partly')} in part`);
  if (of('missing')) parts.push(`says nothing of ${of('missing')}`);
  if (of('contradicted')) parts.push(`goes against ${of('contradicted')}`);
  const last = parts.pop();
  return `Of ${crosswalk.length} expectations of the guidance this policy ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

/** Up to three sentences that answer the duty, each once. */
function evidenceOf({ evidence }: Duty, reading: PolicyReading): { line: number; said: string }[] {
  const said = new Map<string, number>();
  for (const { line, quote } of evidence) {
    const words = shortened(plain(sentenceWith(line, quote, reading) || quote), 150);
    if (!said.has(words)) said.set(words, line);
  }
  return [...said].slice(0, 3).map(([words, line]) => ({ line, said: words }));
}

/** The sentence of that line which holds the quoted words; "" when they are not there. */
function sentenceWith(line: number, quote: string, { document }: PolicyReading): string {
  for (let at = document.text.indexOf(quote); at >= 0; at = document.text.indexOf(quote, at + 1)) {
    const found = document.source.lineAt(at);
    if (found === line) return sentenceOf(document, at);
    if (found > line) break;
  }
  return '';
}
