import { oneLine } from '../../text/one-line.ts';
import type { Hit, PolicyDocument } from '../document.ts';
import type { AttendancePolicy, Conflict, Fact, Question, Step } from '../schema.ts';
import { aboutUnparsed } from './unparsed.ts';

/** What the document says two ways, and what it leaves open, each at its place with the answers it offers. */
export function questionsOf(
  document: PolicyDocument,
  policy: AttendancePolicy,
  facts: readonly Fact[],
  steps: readonly Step[],
): Question[] {
  const asked = [
    ...policy.conflicts.flatMap((conflict) => aboutConflict(conflict, facts)),
    ...aboutRegisters(document, policy),
    ...aboutNearness(document),
    ...aboutSteps(steps, facts),
    ...aboutStepsElsewhere(steps),
    ...steps.flatMap(aboutUnread),
    ...aboutUnparsed(document),
  ].sort((a, b) => a.span.start.offset - b.span.start.offset);
  return withIds(asked);
}

/** Two questions of one sort get numbers, so that an id names one question. */
function withIds(asked: readonly Question[]): Question[] {
  const seen = new Map<string, number>();
  return asked.map((question) => {
    const count = (seen.get(question.id) ?? 0) + 1;
    seen.set(question.id, count);
    return count === 1 ? question : { ...question, id: `${question.id}.${count}` };
  });
}

const SUBJECTS: Record<string, { what: string; affects: string }> = {
  'day.start': { what: 'When does the school day start?', affects: 'the school day as published' },
  'day.end': { what: 'When does the school day end?', affects: 'the school day as published' },
  'day.gatesOpen': { what: 'When do the gates open?', affects: 'the school day as published' },
  'day.gatesClose': { what: 'When do the gates close?', affects: 'the school day as published' },
  'registers.am.opens': { what: 'When does the morning register open?', affects: 'how long the register is open' },
  'registers.am.markedBy': { what: 'From when is a pupil late in the morning?', affects: 'who is marked late (L)' },
  'registers.am.closes': {
    what: 'When does the morning register close?',
    affects: 'who is marked late (L) and who absent (U)',
  },
  'registers.pm.opens': { what: 'When does the afternoon register open?', affects: 'how long the register is open' },
  'registers.pm.markedBy': { what: 'From when is a pupil late in the afternoon?', affects: 'who is marked late (L)' },
  'registers.pm.closes': {
    what: 'When does the afternoon register close?',
    affects: 'who is marked late (L) and who absent (U)',
  },
  'reporting.absenceBy': { what: 'By when must parents report an absence?', affects: 'what parents are told' },
  'reporting.firstDayContactFrom': {
    what: 'From when does the school contact parents on the first day?',
    affects: 'the first-day steps',
  },
  'leave.requestNotice': { what: 'How far ahead must leave be requested?', affects: 'what parents are told' },
  'review.next': { what: 'When is the next review?', affects: 'when the policy is overdue' },
  'review.cycleMonths': { what: 'How often is the policy reviewed?', affects: 'when the policy is overdue' },
  retentionYears: { what: 'For how many years are register entries kept?', affects: 'the check of record keeping' },
  mis: { what: 'Which system are registers kept in?', affects: 'how the browser extension reads the register' },
  targets: { what: "What is the school's attendance target?", affects: 'the target as published' },
  'people.headteacher': { what: 'Who is the headteacher?', affects: 'the people as published' },
  'people.attendanceChampion': { what: 'Who is the senior attendance champion?', affects: 'whom parents contact' },
  'people.linkGovernor': { what: 'Who is the link governor for attendance?', affects: 'the people as published' },
  'thresholds.persistentAbsence': {
    what: 'At which attendance is absence persistent?',
    affects: 'which pupils are counted as persistently absent',
  },
  'thresholds.severeAbsence': {
    what: 'At which attendance is absence severe?',
    affects: 'which pupils are counted as severely absent',
  },
};

function aboutConflict({ path, values }: Conflict, facts: readonly Fact[]): Question[] {
  const candidates = values.flatMap(({ value, facts: from }) =>
    from.flatMap((index) => {
      const fact = facts[index];
      return fact ? [{ answer: value, line: fact.line, span: fact.span, quote: fact.quote }] : [];
    }),
  );
  const first = candidates.reduce<(typeof candidates)[number] | null>(
    (best, one) => (best && best.span.start.offset <= one.span.start.offset ? best : one),
    null,
  );
  if (!first) return [];
  const scope = values[0]?.scope;
  const penalty = /^penalties\.(\w+)\.(\d+)$/.exec(path);
  const subject = penalty
    ? { what: `What is the penalty when paid within ${penalty[2]} days?`, affects: 'the penalties as published' }
    : (SUBJECTS[path] ?? { what: `Which value of ${path} holds?`, affects: 'the policy as published' });
  const answers = values.map(({ value }) => value).join(' or ');
  return [
    {
      id: scope ? `${path}.${scope}` : path,
      asks: `${subject.what}${scope ? ` (${scope})` : ''} The document says ${answers}.`,
      candidates,
      affects: subject.affects,
      line: first.line,
      span: first.span,
    },
  ];
}

/** A register that closes, with no hour said anywhere. */
const CLOSES =
  /\bregist(?:er|ers|ration)\b[^.;]{0,50}\b(?:clos(?:e|es|ed|ing))\b|\bclos(?:e|es|ed|ing)\b[^.;]{0,20}\b(?:of )?(?:the )?regist(?:er|ers|ration)\b/gi;
const REGISTER = /regist/i;
const AFTERNOON = /\bafternoon\b|\bp\.?m\b|\blunch/i;

function aboutRegisters(document: PolicyDocument, { registers }: AttendancePolicy): Question[] {
  if (registers.am.closes.length > 0) return [];
  for (const hit of document.search(CLOSES, REGISTER)) {
    if (AFTERNOON.test(hit.sentence.text)) continue;
    return [openPoint(document, hit, 'registers.am.closes')];
  }
  return [];
}

function openPoint(document: PolicyDocument, hit: Hit, path: string): Question {
  const subject = SUBJECTS[path];
  const span = document.span(hit.start, hit.end);
  return {
    id: path,
    asks: `${subject?.what ?? ''} The document says that it closes, but not when.`,
    candidates: [],
    affects: subject?.affects ?? '',
    line: span.start.line,
    span,
  };
}

const NEAR =
  /\b(close to|approach(?:es|ing)|near(?:s|ing)?|moving towards?|heading (?:towards?|for)|at risk of (?:falling|dropping|going) (?:below|under)|in danger of (?:falling|dropping) (?:below|under))\s+(?:the\s+)?(?:\w+\s+){0,2}(\d{2}(?:\.\d)?)\s?(?:%|per\s?cent)/gi;
const PERCENT = /%|cent/i;

/** "Close to 90%" is a trigger only when somebody says how close. */
function aboutNearness(document: PolicyDocument): Question[] {
  return [...document.search(NEAR, PERCENT)].map((hit) => {
    const span = document.span(hit.start, hit.end);
    return {
      id: `near.${hit.match[2] ?? ''}`,
      asks: `From which attendance on is a pupil "${hit.match[0].replace(/\s+/g, ' ')}"? The document gives no figure.`,
      candidates: [],
      affects: 'which pupils this step is for',
      line: span.start.line,
      span,
    };
  });
}

// A question with more answers helps nobody, and each of very many steps may ask it.
const MOST_ANSWERS = 20;
const STATUS = /\b(persistent|severe)(?:ly)?\b[^.;]{0,20}\babsen/i;
const VAGUE_TIME =
  /\b(?:a short (?:period|time|while)|(?:a )?reasonable (?:time|period)|some time|a (?:set|agreed|given) period|in due course|sufficient time)\b/i;

function aboutSteps(steps: readonly Step[], facts: readonly Fact[]): Question[] {
  const thresholds = facts.filter((fact) => fact.kind === 'threshold');
  return steps.flatMap((step) => {
    const { trigger, line, span, title, quote } = step;
    const asked: Question[] = [];
    const status = STATUS.exec(`${title}; ${trigger.condition?.slice(0, 60) ?? ''}`)?.[1]?.toLowerCase();
    const figured = trigger.band !== undefined || trigger.value !== undefined || trigger.anyOf !== undefined;
    const label = status === 'severe' ? 'severeAbsence' : 'persistentAbsence';
    if (status && !figured) {
      const defined = thresholds.filter((fact) => fact.label === label).slice(0, MOST_ANSWERS);
      asked.push({
        id: `step.${step.sequence}.${step.order}${step.sub ?? ''}`,
        asks: `At which attendance does "${title}" begin? The step names ${status} absence but prints no figure.`,
        candidates: defined.map((fact) => ({
          answer: fact.quote,
          line: fact.line,
          span: fact.span,
          quote: fact.quote,
        })),
        affects: 'which pupils this step is for',
        line,
        span,
      });
    }
    const vague = VAGUE_TIME.exec(quote)?.[0];
    if (vague && trigger.window === undefined)
      asked.push({
        id: `window.${step.sequence}.${step.order}${step.sub ?? ''}`,
        asks: `How long is "${vague}" before "${title}"?`,
        candidates: [],
        affects: 'when this step is due',
        line,
        span,
      });
    return asked;
  });
}

/** The attendance under which the step begins, in percent; null for one that is not measured by it. */
function beginsAt({ trigger }: Step): number | null {
  if (trigger.band) return Math.max(...trigger.band);
  if (trigger.unit !== 'percent' || trigger.value === undefined) return null;
  if (trigger.metric === 'attendance') return trigger.op === '<' || trigger.op === '<=' ? trigger.value : null;
  return trigger.metric === 'absence' && (trigger.op === '>' || trigger.op === '>=') ? 100 - trigger.value : null;
}

/** A step by attendance that stands apart from the ladder of attendance: a pupil may be on both, and only authors know. */
function aboutStepsElsewhere(steps: readonly Step[]): Question[] {
  const bySequence = new Map<string, { of: Step[]; measured: number[] }>();
  for (const step of steps) {
    const begins = beginsAt(step);
    const ladder = bySequence.get(step.sequence) ?? { of: [], measured: [] };
    ladder.of.push(step);
    if (begins !== null) ladder.measured.push(begins);
    bySequence.set(step.sequence, ladder);
  }
  const [main, ...others] = [...bySequence.values()].sort(
    (a, b) => b.measured.length - a.measured.length || b.of.length - a.of.length,
  );
  const mildest = (main?.measured ?? []).reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  return others.flatMap(({ of }) =>
    of.flatMap((step) => {
      const begins = beginsAt(step);
      if (begins === null || begins >= mildest) return [];
      return [
        {
          id: `elsewhere.${step.sequence}.${step.order}${step.sub ?? ''}`,
          asks: `Is "${step.title}" a step of the attendance ladder? It begins at ${begins}% attendance, and stands apart from that ladder.`,
          candidates: [],
          affects: 'which step a pupil with so low an attendance is on',
          line: step.line,
          span: step.span,
        },
      ];
    }),
  );
}

/** A figure among the steps that none was read from: perhaps a step. */
function aboutUnread({ unread = [] }: Step): Question[] {
  return unread.map(({ quote, line, span }) => ({
    id: 'ladder.unread',
    asks: `Does a step begin at "${oneLine(quote)}"? It stands among the steps of a ladder, and none of them was read from it.`,
    candidates: [],
    affects: 'which step a pupil past this figure is on; until then none is shown',
    line,
    span,
  }));
}
