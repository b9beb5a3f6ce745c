import type { Element } from 'hast';
import { h } from 'hastscript';
import { sentenceOf } from '../../diff/sentence-of.ts';
import type { Step } from '../../policy/schema.ts';
import type { PageInput } from '../page-input.ts';
import { drawLadder } from '../pictures.ts';
import { capitalised, isNumbered, nameOfStep, sayStep, sayTrigger, shortened } from '../say.ts';
import { FULL_YEAR_SESSIONS, type WhatIfPiece, whatIfPieces } from '../what-if.ts';
import { WHAT_IF_START } from '../what-if-script.ts';

type Anchor = (line: number) => string;

const SEQUENCE_TITLES: Record<Step['sequence'], string> = {
  main: 'When attendance falls',
  firstDay: 'On the first days of an absence',
  lateness: 'When a pupil is often late',
  penalty: 'Penalty notices',
  truancy: 'When a pupil leaves without permission',
  missingPupil: 'When a pupil cannot be found',
  legal: 'Legal measures',
  other: 'Other steps',
};

/** The ladder as a picture, as a table of what would happen, and as its steps in words. */
export function ladder({ reading, asOf }: PageInput, anchorOf: Anchor): Element | null {
  const steps = reading.parsed.escalation.map((step) => ({
    ...step,
    title: nameOfStep(step.title, sentenceOf(reading.document, step.span.start.offset), step.actions[0]),
  }));
  if (steps.length === 0)
    return h('section', { id: 'steps' }, [
      h('h2', 'What the school does'),
      h('p', 'The policy has no steps that Rollmark could read.'),
    ]);
  const pieces = whatIfPieces(steps, asOf);
  const hasPercentages = pieces.some((piece) => piece.steps.length > 0) && pieces.length > 1;
  // The ladder of falling attendance is what most people look for.
  const sequences = [...new Set(['main' as const, ...steps.map(({ sequence }) => sequence)])].filter((sequence) =>
    steps.some((step) => step.sequence === sequence),
  );
  return h('section', { id: 'steps' }, [
    h('h2', 'What the school does'),
    hasPercentages ? h('figure', [drawLadder(pieces)]) : null,
    hasPercentages ? whatIf(pieces, anchorOf) : null,
    ...sequences.map((sequence) =>
      h('section', [
        h('h3', SEQUENCE_TITLES[sequence]),
        h(
          'ol',
          { className: ['steps'] },
          steps.filter((step) => step.sequence === sequence).map((step) => stepItem(step, anchorOf)),
        ),
      ]),
    ),
  ]);
}

function stepItem(step: Step, anchorOf: Anchor): Element {
  const name = capitalised(step.title);
  return h('li', [
    h('p', { className: ['step-title'] }, [
      isNumbered(name) ? null : h('span', { className: ['order'] }, `${step.order}${step.sub ?? ''}`),
      isNumbered(name) ? null : ' ',
      h('a', { href: anchorOf(step.line) }, name),
    ]),
    h('p', { className: ['trigger'] }, `When: ${sayTrigger(step.trigger)}`),
    actionsOf(step, name),
    step.actor ? h('p', { className: ['quiet'] }, `By: ${step.actor}`) : null,
  ]);
}

/** What is done, without what the step's name says already; a formal measure is always shown. */
function actionsOf(step: Step, name: string): Element | null {
  const said = lettersOf(name);
  const shown = step.actions
    .map((text, index) => ({ text, isFormal: step.enforcement.includes(index) }))
    .filter(({ text, isFormal }, _, all) => {
      const isRepeated = said === lettersOf(text) || said.endsWith(` ${lettersOf(text)}`);
      return !isRepeated || (isFormal && all.filter((other) => other.isFormal).length === 1);
    });
  if (shown.length === 0) return null;
  return h(
    'ul',
    shown.map(({ text, isFormal }) =>
      h('li', [capitalised(text), isFormal ? h('span', { className: ['tag'] }, 'formal measure') : null]),
    ),
  );
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9£%]+/g, ' ')
    .trim();
}

function whatIf(pieces: readonly WhatIfPiece[], anchorOf: Anchor): Element {
  return h('section', { id: 'what-if' }, [
    h('h3', 'What would happen if…'),
    h(
      'div',
      {
        className: ['calculator'],
        hidden: true,
        dataPieces: JSON.stringify(pieces.map((piece) => ({ ...piece, steps: piece.steps.map(nameInTable) }))),
      },
      [
        h('label', [
          h('span', 'Days missed so far'),
          h('input', {
            type: 'number',
            name: 'missed',
            min: 0,
            max: 200,
            step: 0.5,
            value: String(WHAT_IF_START.missed),
            inputMode: 'decimal',
          }),
        ]),
        h('label', [
          h('span', 'School days so far'),
          h('input', {
            type: 'number',
            name: 'days',
            min: 0.5,
            max: 200,
            step: 0.5,
            value: String(WHAT_IF_START.days),
            inputMode: 'decimal',
          }),
        ]),
        h('output', { ariaLive: 'polite' }),
      ],
    ),
    h('table', [
      h(
        'caption',
        'The step by attendance alone, and what it comes to in a full school year of 190 days (380 sessions). Other rules of the policy can add to it.',
      ),
      h(
        'thead',
        h(
          'tr',
          ['Attendance', 'Days missed in a full year', 'Step'].map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        pieces
          .filter(({ highTenths, lowTenths, steps }) => highTenths !== lowTenths || steps.length > 0)
          .map((piece) =>
            h('tr', [
              h('td', sayRange(piece)),
              h('td', sayDays(piece)),
              h(
                'td',
                piece.steps.length > 0
                  ? piece.steps.map((step) =>
                      h('a', { href: anchorOf(step.line), className: ['evidence'] }, nameInTable(step)),
                    )
                  : 'No step',
              ),
            ]),
          ),
      ),
    ]),
  ]);
}

/** The same words in the table and in the calculator; short, for a narrow column. */
function nameInTable(step: Parameters<typeof sayStep>[0]): string {
  return shortened(sayStep(step), 70);
}

/** A range of percentages in words, with its ends told apart. */
export function sayRange({ lowTenths, isLowIn, highTenths, isHighIn }: WhatIfPiece): string {
  const percent = (tenths: number): string => `${tenths / 10}%`;
  if (lowTenths === highTenths) return `exactly ${percent(lowTenths)}`;
  if (lowTenths === 0)
    return `${isHighIn ? `${percent(highTenths)} or` : ''} below${isHighIn ? '' : ` ${percent(highTenths)}`}`.trim();
  if (highTenths === 1000) return isLowIn ? `${percent(lowTenths)} or above` : `above ${percent(lowTenths)}`;
  return `${isLowIn ? 'from' : 'above'} ${percent(lowTenths)} ${isHighIn ? 'up to and including' : 'to below'} ${percent(highTenths)}`;
}

/** The fewest to the most half days missed of a full year for which the piece holds, in days. */
export function sayDays(piece: WhatIfPiece): string {
  // Missed sessions m hold when attended × 1000 = (380 − m) × 1000 lies between the ends × 380.
  const missedAt = (tenths: number): number => (FULL_YEAR_SESSIONS * (1000 - tenths)) / 1000;
  const least = missedAt(piece.highTenths);
  const most = missedAt(piece.lowTenths);
  const from = piece.isHighIn ? Math.ceil(least) : Math.floor(least) + 1;
  const to = piece.isLowIn ? Math.floor(most) : Math.ceil(most) - 1;
  if (to < from) return 'no whole half day';
  const days = (sessions: number): string => `${sessions / 2}`;
  if (from === to) return `${days(from)} days`;
  return piece.lowTenths === 0 ? `${days(from)} days or more` : `${days(from)} to ${days(to)} days`;
}
