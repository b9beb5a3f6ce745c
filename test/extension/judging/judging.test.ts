import { describe, expect, it } from 'vitest';
import { addDays } from '#core/attendance/day.ts';
import type { PupilRecord, Totals } from '#core/attendance/pupil.ts';
import type { StepRef } from '#core/escalation/decision.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { sentenceAround } from '../../../extension/background/sentences.ts';
import { byStep } from '../../../extension/entrypoints/sidepanel/groups.ts';
import { whyNotSchoolYear, whyNotWhole } from '../../../extension/judging/coverage.ts';
import { codesOf, judgeTable, prepareJudge } from '../../../extension/judging/judge.ts';
import { registersToLookAt, tablesToJudge } from '../../../extension/judging/judged-page.ts';
import { stepLabel } from '../../../extension/judging/labels.ts';
import { asJudgeAnswer, asPanelMessage, asReport } from '../../../extension/messages.ts';
import { markupSight } from '../../../extension/reading/sight.ts';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { patternOf, siteName } from '../../../extension/ui/site.ts';
import { documentOf, table } from '../page.ts';

const period = (from: string, to: string) => ({ from, to, words: `${from} to ${to}` });
const POLICY = `# Attendance policy

## Steps

### Stage 1: a call

When attendance falls below 96%, the class teacher telephones home, e.g. after school. We write it down.

### Stage 2: a letter

When attendance falls below 94%, the office **sends** letter 1.
`;

describe('which figures are those of the school year', () => {
  it.each<[string, string, string]>([
    ['from the first of August', '2026-08-01', '2026-11-20'],
    ['from the first day of term', '2026-09-02', '2026-11-20'],
    ['from the second Tuesday of September', '2026-09-08', '2026-11-20'],
    ['in the summer term', '2026-09-01', '2027-06-30'],
  ])('%s: these', (_, from, to) => expect(whyNotSchoolYear(period(from, to), [], to)).toBeNull());

  it.each<[string, string, string, RegExp]>([
    ['from half term', '2026-11-02', '2026-11-20', /only/],
    ['from the middle of September', '2026-09-14', '2026-11-20', /only/],
    ['from the year before', '2025-09-02', '2026-11-20', /more than one school year/],
    ['of a week of last year', '2025-11-10', '2025-11-14', /school year that is over/],
    ['of the whole of last year', '2025-09-01', '2026-07-21', /school year that is over/],
    ['from July', '2026-07-20', '2026-11-20', /more than one school year/],
  ])('%s: not these', (_, from, to, why) => expect(whyNotSchoolYear(period(from, to), [], '2026-11-21')).toMatch(why));

  it('is measured by the calendar where the policy has one', () => {
    const calendar = [{ date: '2026-09-14', session: 'AM' as const, open: true }];
    expect(whyNotSchoolYear(period('2026-09-14', '2026-11-20'), calendar, '2026-11-21')).toBeNull();
    expect(whyNotSchoolYear(period('2026-09-15', '2026-11-20'), calendar, '2026-11-21')).toMatch(/only/);
  });
});

describe('a register that leaves days out', () => {
  const days = Array.from({ length: 20 }, (_, at) => addDays('2026-09-07', at + 2 * Math.floor(at / 5)));
  const calendar = days.flatMap((date) => (['AM', 'PM'] as const).map((session) => ({ date, session, open: true })));
  const pupil = (shown: readonly string[]): PupilRecord[] => [
    { pupilId: '1', marks: shown.map((date) => ({ date, session: 'AM', code: '/' })) },
  ];
  const span = period('2026-09-07', '2026-10-02');
  it.each<[string, readonly string[], RegExp | null]>([
    ['every day', days, null],
    ['all but two training days', days.filter((_, at) => at !== 3 && at !== 4), null],
    ['every other week', days.filter((_, at) => Math.floor(at / 5) % 2 === 0), /leaves out 10 days/],
  ])('%s', (_, shown, why) => {
    const said = whyNotWhole(pupil(shown), span, calendar, '2026-11-21');
    if (why) expect(said).toMatch(why);
    else expect(said).toBeNull();
  });
  it('is not asked of totals, nor without term dates', () => {
    expect(whyNotWhole([{ pupilId: '1' }], span, calendar, '2026-11-21')).toBeNull();
    expect(whyNotWhole(pupil(['2026-09-07']), span, [], '2026-11-21')).toBeNull();
  });
});

describe('a judged table', () => {
  const { parsed } = readPolicy(POLICY);
  const judge = prepareJudge(parsed.escalation, []);
  const totals = (attended: number): Totals => ({
    possible: 106,
    attended,
    authorised: 106 - attended,
    unauthorised: 0,
    late: null,
    percent: null,
    from: '2026-09-02',
    to: '2026-11-20',
  });
  const labels = (records: PupilRecord[], from = '2026-09-02', problem: string | null = null): string[] => {
    const table = {
      period: period(from, '2026-11-20'),
      asAt: null,
      pupils: records.map((record) => ({ record, problem })),
    };
    const judged = judgeTable(judge, table, '2026-11-21');
    return 'refusal' in judged ? [judged.refusal] : judged.pupils.map(({ label, level }) => `${label} ${level}`);
  };

  it('has each pupil’s step in the policy’s own word', () => {
    const records = [104, 101, 98].map((attended) => ({ pupilId: String(attended), totals: totals(attended) }));
    expect(labels(records)).toEqual(['No step 0', 'Stage 1 1', 'Stage 2 2']);
  });
  it('is refused as a whole when its figures are not the year’s', () => {
    expect(labels([{ pupilId: '1', totals: totals(90) }], '2026-11-02')).toEqual([expect.stringContaining('only')]);
  });
  it('shows no step for a pupil whose figures have a problem, nor where the engine fails', () => {
    expect(labels([{ pupilId: '1', totals: totals(90) }], '2026-09-02', 'they do not add up')).toEqual([
      'Can’t tell null',
    ]);
    const faulty = {
      pupilId: '1',
      get totals(): Totals {
        throw new TypeError('made to fail');
      },
    };
    expect(labels([faulty, { pupilId: '2', totals: totals(104) }])).toEqual(['Can’t tell null', 'No step 0']);
  });

  it('quotes the policy’s whole sentence, without Markdown', () => {
    expect(parsed.escalation.map(({ span }) => sentenceAround(POLICY, span))).toEqual([
      'When attendance falls below 96%, the class teacher telephones home, e.g. after school.',
      'When attendance falls below 94%, the office sends letter 1.',
    ]);
  });
  it('quotes the row of a table and the item of a list', () => {
    const text =
      '| Band | Attendance |\n| --- | --- |\n| Amber | 92% to 94% |\n\n- One\n- below 90%: a\n  letter\n- Three\n';
    const spanOf = (quote: string) => {
      const at = { line: 1, column: 1 };
      return {
        start: { ...at, offset: text.indexOf(quote) },
        end: { ...at, offset: text.indexOf(quote) + quote.length },
      };
    };
    expect(sentenceAround(text, spanOf('92% to 94%'))).toBe('Amber · 92% to 94%');
    expect(sentenceAround(text, spanOf('below 90%'))).toBe('below 90%: a letter');
  });
});

describe('a register that gives no step', () => {
  it('has its codes looked at all the same', () => {
    const [first] = readPage(
      documentOf(
        `<h1>AM register, Friday 20 November 2026</h1>${table(
          ['Pupil', 'Mark'],
          [
            ['Ada Finch', '/'],
            ['Bo Quinn', 'H'],
            ['Cy Reeve', 'L'],
          ],
        )}`,
      ),
      '2026-11-21',
      markupSight,
    ).grids;
    if (!first) throw new Error('The register was not read');
    expect(first.refusal).toMatch(/register of 20 November 2026/);
    const reading = { grids: [first], teachable: 0, wantsRare: false };
    expect(tablesToJudge(reading)).toEqual([]);
    expect(
      registersToLookAt(reading)
        .flatMap(codesOf)
        .map(({ name, sentence }) => `${name}: ${sentence.slice(0, 15)}`),
    ).toEqual(['Bo Quinn: H was withdrawn']);
  });
});

describe('words and messages', () => {
  const step = (title: string, order: number, sub?: string): StepRef => ({
    order,
    ...(sub ? { sub } : {}),
    title,
    sequence: 'main',
    line: 1,
    quote: '',
  });
  it.each<[StepRef, string]>([
    [step('Step 2: a letter', 2), 'Step 2'],
    [step('STAGE 3', 3), 'Stage 3'],
    [step('Amber', 2), 'Amber'],
    [step('A letter home', 2), 'Step 2'],
    [step('Formal meeting with governors', 9, 'a'), 'Step 9a'],
  ])('%o is shown as %s', (reference, label) => expect(stepLabel(reference)).toBe(label));

  it.each<[string | undefined, string | null]>([
    ['https://hartsmere.mis.example/pupils?id=1#x', 'https://hartsmere.mis.example/*'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1/*'],
    ['chrome://extensions/', null],
    ['file:///home/register.html', null],
    [undefined, null],
  ])('the site of %s is %s', (address, pattern) => {
    expect(patternOf(address)).toBe(pattern);
    if (pattern) expect(siteName(pattern)).not.toMatch(/[/*]/);
  });

  it('are refused when they have not the outline that they should', () => {
    expect([{}, null, [], 'x', { tables: 1 }].map(asJudgeAnswer)).toEqual([null, null, null, null, null]);
    expect([{}, { frame: 'a', state: 'judged' }].map(asReport)).toEqual([null, null]);
    expect([{ type: 'show' }, { type: 'show', frame: 'a', key: 1 }].map(asPanelMessage)).toEqual([null, null]);
  });

  it('group pupils with the most severe step first and those who cannot be judged before those without one', () => {
    const pupil = (name: string, label: string, level: 0 | 1 | 3 | null) => ({
      key: name,
      pupilId: name,
      name,
      year: null,
      label,
      level,
      title: '',
      percent: null,
      due: [],
      seen: null,
    });
    const groups = byStep([
      pupil('A', 'No step', 0),
      pupil('B', 'Step 3', 3),
      pupil('C', 'Can’t tell', null),
      pupil('D', 'Step 1', 1),
      pupil('E', 'Step 3', 3),
    ]);
    expect(groups.map(({ label, pupils }) => `${label} ${pupils.length}`)).toEqual([
      'Step 3 2',
      'Step 1 1',
      'Can’t tell 1',
      'No step 1',
    ]);
  });
});
