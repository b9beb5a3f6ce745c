import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Finding } from '../../lint/finding.ts';
import { STAYS } from '../impact.ts';
import type { PageInput } from '../page-input.ts';
import { sayDate } from '../say.ts';

type Anchor = (line: number) => string;

/** One thing to ask, and the places in the policy that it is about. */
interface Question {
  asks: string;
  about: { text: string; line: number | null }[];
}

/** The questions worth asking, each from something that was found; no more than a meeting can take of each kind. */
const MOST_OF_A_KIND = 12;

/** The questions worth asking, each from something that was found. */
export function governorQuestions(input: PageInput, anchorOf: Anchor): Element | null {
  const asked = questionsOf(input).filter(({ asks }) => asks !== '');
  if (asked.length === 0) return null;
  const place = (text: string, line: number | null): Element =>
    h('li', line === null ? text : h('a', { href: anchorOf(line) }, text));
  return h('section', { id: 'questions' }, [
    h('h2', 'Questions worth asking'),
    h('p', { className: ['quiet'] }, 'For governors. Each comes from something that was found in this policy.'),
    h(
      'ol',
      { className: ['questions'] },
      asked.map(({ asks, about }) =>
        h('li', [
          h('p', { className: ['asks'] }, asks),
          about.length > 0
            ? h('ul', [
                ...about.slice(0, MOST_OF_A_KIND).map(({ text, line }) => place(text, line)),
                about.length > MOST_OF_A_KIND ? h('li', `and ${about.length - MOST_OF_A_KIND} more`) : null,
              ])
            : null,
        ]),
      ),
    ),
  ]);
}

function questionsOf({ reading, report, exceptions = [], asOf, state }: PageInput): Question[] {
  const { review } = reading.parsed.policy;
  const duties = (status: string): Question['about'] =>
    report.crosswalk
      .filter((duty) => duty.status === status)
      .map(({ what, evidence }) => ({ text: what, line: evidence[0]?.line ?? null }));
  const ask = (asks: string, about: Question['about']): Question[] => (about.length > 0 ? [{ asks, about }] : []);
  const due = review.next
    .map(({ value }) => value)
    .toSorted()
    .at(-1);
  const open = reading.parsed.placeholders;
  return [
    ...ask('Current law does not support these statements. When will they be put right?', errorsOf(report.findings)),
    ...ask('What the policy says here goes against the guidance. Is that meant?', duties('contradicted')),
    ...ask('The guidance expects these, and the policy says nothing of them. Where will it?', duties('missing')),
    ...ask('These are met only in part. What is still to be said?', duties('partly')),
    ...ask(
      'The policy leaves these open, or says them in two ways. Which is right?',
      reading.parsed.questions.map(({ asks, line }) => ({ text: asks, line })),
    ),
    ...ask(
      'These exceptions have ended. Are they still needed?',
      exceptions.flatMap(({ rule, until }) =>
        until && until < asOf ? [{ text: `${rule}, until ${sayDate(until)}`, line: null }] : [],
      ),
    ),
    ...(open.length > 0
      ? [
          {
            asks: `${open.length === 1 ? 'One place is' : `${open.length} places are`} still to be filled in. Who will, and by when?`,
            about: [],
          },
        ]
      : []),
    ...(due !== undefined && due < asOf.slice(0, due.length)
      ? [{ asks: `The review was due by ${sayDate(due)}. When will it be held?`, about: [] }]
      : []),
    ...(due === undefined
      ? [{ asks: 'The policy names no date for its next review. When will it be?', about: [] }]
      : []),
    ...(state === 'draft' ? [{ asks: 'This is a draft. Who approves it, and when?', about: [] }] : []),
  ];
}

function errorsOf(findings: readonly Finding[]): Question['about'] {
  return findings.filter(({ severity }) => severity === 'error').map(({ message, line }) => ({ text: message, line }));
}

/** What the policy, or its change, means for the pupils of a register: counts alone, and no small group. */
export function impact({ impact: given }: PageInput): Element | null {
  if (!given) return null;
  const { groups, isCompared, asOf } = given;
  const isHidden = groups.some(({ pupils }) => pupils === null);
  const moved = groups.filter(({ after }) => after !== STAYS);
  const say = (text: string): Element => h('p', text);
  const title = isCompared ? 'What the changes mean for our pupils' : 'What the steps mean for our pupils';
  const judged = `The pupils of the school’s register, judged on ${sayDate(asOf)}${isCompared ? ' by the version before and by this one' : ''}.`;
  const body = (): Element[] => {
    if (groups.length === 0) return [say('The register has no pupils.')];
    if (groups.every(({ pupils }) => pupils === null))
      return [say('The groups are too small to be counted without pointing at a pupil.')];
    if (moved.length === 0) return [say('No pupil would stand at another step.')];
    return [
      h('table', [
        h(
          'thead',
          h(
            'tr',
            [...(isCompared ? ['Step before'] : []), isCompared ? 'Step now' : 'Step', 'Pupils'].map((head) =>
              h('th', { scope: 'col' }, head),
            ),
          ),
        ),
        h(
          'tbody',
          groups.map(({ before, after, pupils }) =>
            h('tr', [
              isCompared ? h('td', after === STAYS ? 'any' : (before ?? '')) : null,
              h('td', after),
              h('td', pupils === null ? 'not shown' : String(pupils)),
            ]),
          ),
        ),
      ]),
      ...(isHidden
        ? [
            h(
              'p',
              { className: ['quiet'] },
              'Groups of fewer than five pupils are not shown, and neither is one larger group, so that they cannot be worked out.',
            ),
          ]
        : []),
    ];
  };
  return h('section', { id: 'impact' }, [h('h2', title), h('p', judged), ...body()]);
}
