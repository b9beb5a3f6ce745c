import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Citation } from '../../lint/finding.ts';
import type { PageInput } from '../page-input.ts';
import { plain, sayDate } from '../say.ts';

type Anchor = (line: number) => string;

/** What governors decided to leave as it is, with reason, owner and end. */
export function exceptions({ exceptions: listed = [], report, asOf }: PageInput): Element | null {
  if (listed.length === 0) return null;
  const messages = new Map(report.suppressed.map(({ ruleId, message }) => [ruleId, message]));
  return h('section', { id: 'exceptions' }, [
    h('h2', 'Exceptions'),
    h('p', 'Where the policy departs from the rule book on purpose, and why.'),
    h('table', [
      h(
        'thead',
        h(
          'tr',
          ['What is left as it is', 'Reason', 'Owner', 'Until'].map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        listed.map(({ rule, reason, owner, until }) =>
          h('tr', [
            h('td', [messages.get(rule) ?? '', messages.has(rule) ? ' ' : '', h('code', rule)]),
            h('td', reason),
            h('td', owner ?? 'nobody named'),
            h('td', until ? [sayDate(until), until < asOf ? h('strong', ' — expired') : ''] : 'no end'),
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
          changes.map(({ text, direction, duty, before, after }) =>
            h('li', [
              h('p', [
                h('span', { className: ['tag', `is-${direction}`] }, direction),
                duty ? h('span', { className: ['tag'] }, duty === 'must' ? 'law: must' : 'guidance: should') : null,
                ' ',
                after ? h('a', { href: anchorOf(after.line) }, text) : text,
              ]),
              before ? h('p', { className: ['quiet'] }, ['Before: ', h('q', plain(before.sentence))]) : null,
              after ? h('p', { className: ['quiet'] }, ['Now: ', h('q', plain(after.sentence))]) : null,
            ]),
          ),
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
  const sorted = [...known.values()].toSorted((a, b) => a.document.localeCompare(b.document, 'en-GB'));
  return h('section', { id: 'sources' }, [
    h('h2', 'Sources'),
    h(
      'p',
      `Checked with Rollmark’s rule book ${rulebook.version}, last compared with its sources on ${sayDate(rulebook.checkedOn)}. This page is a reading aid; the law and the guidance themselves decide.`,
    ),
    sorted.length > 0
      ? h(
          'ul',
          sorted.map(({ document, edition, inForceFrom, checkedOn, url, verified }) =>
            h('li', [
              url ? h('a', { href: url, rel: 'noreferrer' }, document) : document,
              edition ? `, ${edition}` : '',
              inForceFrom ? `, in force from ${sayDate(inForceFrom)}` : '',
              verified ? `; looked at ${sayDate(checkedOn)}` : ' (not checked against the primary source)',
            ]),
          ),
        )
      : null,
  ]);
}
