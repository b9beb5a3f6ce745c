import type { Element } from 'hast';
import { h } from 'hastscript';
import { isOverAYearOld } from '../../guidance/age.ts';
import type { PageInput } from '../page-input.ts';
import { sayDate } from '../say.ts';

/** The version as eight figures of the text's SHA-256: the same text has the same version everywhere. */
export function versionOf({ reading }: PageInput): string {
  return reading.parsed.document.sha256.slice(0, 8);
}

/** Title, school, state and dates: all from the data, so that the page never contradicts itself. */
export function opening(input: PageInput): Element {
  const { reading, asOf, state, approvedBy, approvedOn, rulebook } = input;
  const { document, policy } = reading.parsed;
  const next = latest(policy.review.next);
  const isOverdue = next !== undefined && next < asOf.slice(0, next.length);
  const approved = approvedOn ?? latest(policy.review.approved);
  const facts: [string, string][] = [];
  if (state === 'approved')
    facts.push([
      'Approved',
      [approved && sayDate(approved), approvedBy && `by ${approvedBy}`].filter(Boolean).join(' ') || 'yes',
    ]);
  if (next) facts.push(['Next review', `${sayDate(next)}${isOverdue ? ' — overdue' : ''}`]);
  facts.push(
    ['Shown as at', sayDate(asOf)],
    ['Version', versionOf(input)],
    ['Checked against', `rule book ${rulebook.version}, ${sayDate(rulebook.checkedOn)}`],
  );
  return h('header', { className: ['opening'] }, [
    state === 'draft'
      ? h('p', { className: ['state', 'is-draft'] }, [
          h('strong', 'DRAFT'),
          ' — not yet approved. Nobody should rely on it.',
        ])
      : h('p', { className: ['state', 'is-approved'] }, [
          h('strong', 'Approved'),
          approved ? ` ${sayDate(approved)}` : '',
          approvedBy ? ` by ${approvedBy}` : '',
        ]),
    h('h1', document.title ?? 'Attendance policy'),
    document.school
      ? h('p', { className: ['school'] }, [document.school, document.trust ? `, ${document.trust}` : ''])
      : null,
    isOverdue && next
      ? h('p', { className: ['notice'] }, [
          h('strong', 'Review overdue. '),
          `This policy says that it would be reviewed by ${sayDate(next)}.`,
        ])
      : null,
    isOverAYearOld(rulebook.checkedOn, asOf)
      ? h('p', { className: ['notice'] }, [
          h('strong', 'Checked by old rules. '),
          `The rule book was last compared with the law and guidance on ${sayDate(rulebook.checkedOn)}, more than twelve months before ${sayDate(asOf)}.`,
        ])
      : null,
    h(
      'dl',
      { className: ['meta'] },
      facts.map(([term, value]) => h('div', [h('dt', term), h('dd', value)])),
    ),
  ]);
}

function latest(dates: readonly { value: string }[]): string | undefined {
  return dates
    .map(({ value }) => value)
    .toSorted()
    .at(-1);
}
