import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Citation } from '../../lint/finding.ts';
import type { PageInput } from '../page-input.ts';
import { sayDate } from '../say.ts';

type Anchor = (line: number) => string;

const STATUS = { met: 'Met', partly: 'Partly met', missing: 'Missing', contradicted: 'Contradicted' } as const;

/** Each duty of the guidance and the sentence that meets it. */
export function duties({ report }: PageInput, anchorOf: Anchor): Element | null {
  if (report.crosswalk.length === 0) return null;
  return h('section', { id: 'duties' }, [
    h('h2', 'What the guidance asks, and where this policy answers'),
    h('table', [
      h(
        'thead',
        h(
          'tr',
          ['What a policy is expected to set out', 'Here', 'Where'].map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        report.crosswalk.map((duty) =>
          h('tr', [
            h('th', { scope: 'row' }, duty.what),
            h('td', [h('span', { className: ['status', `is-${duty.status}`] }, STATUS[duty.status])]),
            h(
              'td',
              duty.evidence.length > 0
                ? duty.evidence
                    .slice(0, 3)
                    .map(({ line, quote }) => h('a', { href: anchorOf(line), className: ['evidence'] }, shorten(quote)))
                : '—',
            ),
          ]),
        ),
      ),
    ]),
  ]);
}

/** What governors decided to leave as it is, with reason, owner and end. */
export function exceptions({ exceptions: listed = [], asOf }: PageInput): Element | null {
  if (listed.length === 0) return null;
  return h('section', { id: 'exceptions' }, [
    h('h2', 'Exceptions'),
    h('table', [
      h(
        'thead',
        h(
          'tr',
          ['Rule', 'Reason', 'Owner', 'Until'].map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        listed.map(({ rule, reason, owner, until }) =>
          h('tr', [
            h('td', h('code', rule)),
            h('td', reason),
            h('td', owner ?? '—'),
            h('td', until ? `${sayDate(until)}${until < asOf ? ' — expired' : ''}` : '—'),
          ]),
        ),
      ),
    ]),
  ]);
}

/** What changed in meaning since the last version. */
export function whatChanged({ changes }: PageInput, anchorOf: Anchor): Element | null {
  if (!changes) return null;
  return h('section', { id: 'changes' }, [
    h('h2', 'What changed since the last version'),
    changes.length === 0
      ? h('p', 'No change in meaning.')
      : h(
          'ul',
          { className: ['changes'] },
          changes.map(({ text, direction, before, after }) =>
            h('li', [
              h('p', [
                h('span', { className: ['tag'] }, direction),
                ' ',
                after ? h('a', { href: anchorOf(after.line) }, text) : text,
              ]),
              before ? h('p', { className: ['quiet'] }, ['Before: ', h('q', before.sentence)]) : null,
              after ? h('p', { className: ['quiet'] }, ['Now: ', h('q', after.sentence)]) : null,
            ]),
          ),
        ),
  ]);
}

/** The questions worth asking, each from something that was found. */
export function governorQuestions(
  { reading, report, exceptions: listed = [], asOf }: PageInput,
  anchorOf: Anchor,
): Element | null {
  const asked: { text: string; line: number | null }[] = [];
  for (const duty of report.crosswalk) {
    if (duty.status === 'missing')
      asked.push({
        text: `The guidance expects a policy to set this out, and we found nothing: ${duty.what} Where will it be said?`,
        line: null,
      });
    if (duty.status === 'contradicted')
      asked.push({
        text: `What the policy says goes against the guidance on this: ${duty.what} Is that meant?`,
        line: duty.evidence[0]?.line ?? null,
      });
  }
  for (const question of reading.parsed.questions) asked.push({ text: question.asks, line: question.line });
  for (const { rule, until } of listed)
    if (until && until < asOf)
      asked.push({ text: `The exception to ${rule} ended on ${sayDate(until)}. Is it still needed?`, line: null });
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    asked.unshift({
      text: `The check found ${errors} ${errors === 1 ? 'statement' : 'statements'} that current law does not support. When will ${errors === 1 ? 'it' : 'they'} be put right?`,
      line: null,
    });
  if (asked.length === 0) return null;
  return h('section', { id: 'questions' }, [
    h('h2', 'Questions worth asking'),
    h(
      'ol',
      asked
        .slice(0, 20)
        .map(({ text, line }) => h('li', line === null ? text : h('a', { href: anchorOf(line) }, text))),
    ),
  ]);
}

/** The law and guidance that the checks used, with their dates and whether they were verified. */
export function sources({ report, rulebook }: PageInput): Element {
  const known = new Map<string, Citation>();
  for (const citation of [
    ...report.crosswalk.map((duty) => duty.citation),
    ...report.findings.flatMap(({ citations }) => citations),
  ])
    known.set(`${citation.document} ${citation.edition}`, citation);
  return h('section', { id: 'sources' }, [
    h('h2', 'Sources'),
    h(
      'p',
      `Checked with Rollmark’s rule book ${rulebook.version}, last compared with its sources on ${sayDate(rulebook.checkedOn)}. This page is a reading aid; the law and the guidance themselves decide.`,
    ),
    known.size > 0
      ? h(
          'ul',
          [...known.values()].map(({ document, edition, inForceFrom, url, verified }) =>
            h('li', [
              url ? h('a', { href: url, rel: 'noreferrer' }, document) : document,
              edition ? `, ${edition}` : '',
              inForceFrom ? `, in force from ${sayDate(inForceFrom)}` : '',
              verified ? '' : ' (not checked against the primary source)',
            ]),
          ),
        )
      : null,
  ]);
}

function shorten(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 160 ? words : `${words.slice(0, 157).trimEnd()}…`;
}
