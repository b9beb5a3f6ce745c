import { toString as wordsOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { diffPolicies } from '#core/diff/diff.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { publish } from './published.ts';

const POLICY = `# Attendance policy

Fernhollow Primary School

Approved on: 14 September 2026

Next review: September 2027

## The day

Gates open at 8.30am. The school day starts at 8.45am and ends at 3.15pm. The morning register opens at 8.45am and closes at 9.15am.

Please report an absence by 9am on 01632 960 417.

Persistent absence means attendance below 90%.

## Steps

| Stage | When | What happens |
|---|---|---|
| Stage 1 | Attendance falls below 95% | The tutor rings home |
| Stage 2 | Attendance falls below 90% | A meeting with the head of year |

## Lateness

We telephone home after three late marks in a half term.
`;

describe('the sections of a page', () => {
  const page = publish(POLICY, {
    changes: [],
    exceptions: [{ rule: 'a/rule', reason: 'minuted', owner: 'Head', until: '2026-09-01' }],
  });

  it.each([
    'key-facts',
    'day',
    'steps',
    'what-if',
    'changes',
    'questions',
    'policy',
    'duties',
    'exceptions',
    'sources',
  ])('has the section %s, with words in it', (id) => expect(page.section(id).length).toBeGreaterThan(20));

  it('has one first-level heading, and no level is left out below it', () => {
    const levels = page.elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
  });

  it('leads every link of its own to a place that is there, each with its own id', () => {
    const ids = page.elements.flatMap(({ properties }) => properties['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = page.elements
      .flatMap(({ properties }) => String(properties['href'] ?? ''))
      .filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('keeps the links of notes and to headings, and makes plain words of a link that would lead nowhere', () => {
    const { elements } = publish(
      '# Policy\n\n## The school day\n\nText[^1] [day](#the-school-day) [gone](#nowhere) [other](other.html).\n\n[^1]: A note.\n',
    );
    const ids = elements.flatMap(({ properties }) => properties['id'] ?? []);
    const inside = elements
      .filter(({ tagName }) => tagName === 'a')
      .flatMap(({ properties }) => properties['href'] ?? [])
      .map(String)
      .filter((href) => href.startsWith('#policy-'));
    expect(inside).toEqual(expect.arrayContaining(['#policy-fn-1', '#policy-fnref-1', '#policy-l3']));
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    expect(JSON.stringify(elements)).not.toMatch(/nowhere"|other\.html/);
  });

  it.each([
    ['[x](https://example.org)', true],
    ['[x](https://example.org:8080/a?b#c)', true],
    ['[x](https://bücher.example/a)', true],
    ['[x](https://name:secret@example.org/)', false],
    ['[x](<https://example.org"onclick=x>)', false],
    ['[x](https:/example.org)', false],
  ])('%s is a link: %s', (markdown, isLink) => {
    const { elements } = publish(`# Policy\n\n${markdown}\n`);
    const link = elements.find((element) => element.tagName === 'a' && wordsOf(element) === 'x');
    expect(link?.properties['href'] !== undefined).toBe(isLink);
  });

  it('gives every table its own name and its head cells, a table of names and values by row', () => {
    const { elements } = publish(
      `# Policy\n\n| | |\n|---|---|\n| Approved by | Governors |\n\n| Code | |\n|---|---|\n| L | Late |\n\n| Code | Meaning |\n|---|---|\n| L | Late |\n`,
    );
    const names = elements.flatMap(({ properties }) =>
      properties['role'] === 'region' ? String(properties['ariaLabel']) : [],
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Table 3: Code, Meaning');
    const heads = elements.filter(({ tagName }) => tagName === 'th');
    expect(heads.filter((head) => wordsOf(head).trim() === '')).toEqual([]);
    expect(heads.map(({ properties }) => properties['scope']).filter((scope) => scope === undefined)).toEqual([]);
    expect(heads.filter(({ properties }) => properties['scope'] === 'row').map((head) => wordsOf(head))).toContain(
      'Approved by',
    );
  });

  it('tells times, whom to call and what persistent absence is in days', () => {
    const facts = page.section('key-facts');
    for (const said of ['8.45 am', '3.15 pm', '9.15 am', '9.00 am', '01632 960 417', '19.5 days or more'])
      expect(facts).toContain(said);
  });

  it('names a step of prose by its whole clause and not by its first words', () => {
    const names = page.elements
      .filter(({ properties }) => String(properties['className']) === 'step-title')
      .map((title) => wordsOf(title));
    expect(names).toContain('1 We telephone home');
  });

  it('says a step of a heading once, not again as an action', () => {
    const steps = publish(
      '# Attendance policy\n\n## Steps\n\n### Step 1: a call home\n\nWhen attendance falls below 95%, the tutor telephones parents.\n',
    ).section('steps');
    // In the picture, in the table and in the list of steps.
    expect(steps.toLowerCase().split('a call home')).toHaveLength(3 + 1);
    expect(steps).toContain('The tutor telephones parents');
  });

  it('asks about an exception that has ended', () => {
    expect(page.section('questions')).toMatch(/exceptions have ended.*a\/rule, until 1 September 2026/);
  });

  it('has no section for changes when no earlier version is known', () => {
    expect(publish(POLICY).section('changes')).toBe('');
  });

  it('tells what changed in meaning', () => {
    const changes = diffPolicies(readPolicy(POLICY.replace('9.15am', '9.10am')), readPolicy(POLICY));
    expect(publish(POLICY, { changes }).section('changes')).toContain('09:10 becomes 09:15');
  });

  it('stays a page for an empty document', () => {
    const empty = publish('');
    expect(empty.words).toContain('DRAFT');
    expect(empty.section('policy')).toContain('The policy');
  });
});

describe('the state of a page', () => {
  const overdue = POLICY.replace('September 2027', 'September 2025');
  it.each([
    ['a draft', POLICY, { state: 'draft' as const }, { draft: true, overdue: false }],
    ['a draft whose review is overdue', overdue, { state: 'draft' as const }, { draft: true, overdue: true }],
    ['an approved policy', POLICY, { state: 'approved' as const }, { draft: false, overdue: false }],
    [
      'an approved policy whose review is overdue',
      overdue,
      { state: 'approved' as const },
      { draft: false, overdue: true },
    ],
    [
      'approval by a named person',
      POLICY,
      { state: 'approved' as const, approvedBy: 'J. Okafor', approvedOn: '2026-10-01' },
      { draft: false, overdue: false },
    ],
    [
      'a month of review that is not over',
      POLICY.replace('September 2027', 'October 2026'),
      { state: 'approved' as const },
      { draft: false, overdue: false },
    ],
    [
      'a month of review that ended',
      POLICY.replace('September 2027', 'September 2026'),
      { state: 'approved' as const },
      { draft: false, overdue: true },
    ],
  ])('%s', (_, markdown, changes, expected) => {
    const { elements, words, html } = publish(markdown, changes);
    const state = elements.filter(({ properties }) => String(properties['className']).includes('state,is-'));
    expect(state).toHaveLength(1);
    expect(String(state[0]?.properties['className'])).toBe(expected.draft ? 'state,is-draft' : 'state,is-approved');
    expect(words.includes('DRAFT')).toBe(expected.draft);
    expect(/<title>DRAFT/.test(html)).toBe(expected.draft);
    // What is printed on every sheet.
    expect(html.includes('content:"DRAFT"')).toBe(expected.draft);
    expect(html.includes('content:"Approved"')).toBe(!expected.draft);
    expect(words.includes('Review overdue')).toBe(expected.overdue);
    expect(words.includes('— overdue')).toBe(expected.overdue);
  });

  it('names the day and the person of an approval, and no other day', () => {
    const { elements } = publish(POLICY, { state: 'approved', approvedBy: 'J. Okafor', approvedOn: '2026-10-01' });
    const header = elements.find(({ tagName }) => tagName === 'header');
    const words = JSON.stringify(header);
    expect(words).toContain('1 October 2026');
    expect(words).toContain('J. Okafor');
    expect(words).not.toContain('14 September 2026');
  });
});

describe('the age of the rule book', () => {
  it.each([
    ['2027-11-01', false],
    ['2027-11-02', true],
  ])('is said on a page shown as at %s: %s', (asOf, isSaid) => {
    const { words } = publish(POLICY, { asOf });
    expect(words.includes('more than twelve months before')).toBe(isSaid);
  });
});
