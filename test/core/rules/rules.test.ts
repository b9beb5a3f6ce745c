import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/attendance/day.ts';
import { RuleContext } from '#core/lint/context.ts';
import { FindingSchema } from '#core/lint/finding.ts';
import { applyFixes } from '#core/lint/fix.ts';
import type { BadExample, GoodExample, Rule } from '#core/lint/rule.ts';
import { runRules } from '#core/lint/run.ts';
import { TOPICS } from '#core/lint/topics.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { renderHandbook } from '#core/rules/handbook.ts';
import { RULES } from '#core/rules/index.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import { unmark, variantsOf } from './examples.ts';

const FOLDER = fileURLToPath(new URL('../../../core/rules/', import.meta.url));
const NOT_RULES = ['index.ts', 'handbook.ts', 'rulebook.ts', 'duties.ts'];

function lint(rule: Rule, text: string, { as, asOf, settings }: Pick<GoodExample, 'as' | 'asOf' | 'settings'>) {
  const context = new RuleContext(readPolicy(text), {
    asOf: asOf ?? RULEBOOK.checkedOn,
    ...(as ? { as } : {}),
    ...(settings ? { settings } : {}),
  });
  return runRules([rule], context, 'example.md');
}

function expectReported(rule: Rule, example: BadExample, markdown: string): void {
  const { text, places } = unmark(markdown);
  const findings = lint(rule, text, example);
  const said = typeof example.says === 'string' ? places.map(() => example.says) : example.says;
  expect(
    findings.map(({ span, message }) => ({ words: text.slice(span.start.offset, span.end.offset), message })),
  ).toEqual(places.map(({ start, end }, index) => ({ words: text.slice(start, end), message: said[index] })));
  expect(findings.map(({ span }) => span.start.offset)).toEqual(places.map(({ start }) => start));
  for (const finding of findings) FindingSchema.parse(finding);
}

function ruleFiles(folder: string): string[] {
  return readdirSync(join(FOLDER, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(FOLDER, path)).isDirectory()) return ruleFiles(path);
    return name.endsWith('.ts') && !NOT_RULES.includes(path) ? [path.replace(/\.ts$/, '')] : [];
  });
}

describe.each(RULES)('$id', (rule) => {
  const { good, bad } = rule.examples;

  it('has examples of both kinds, each with a title and a text of its own', () => {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.length).toBeGreaterThan(0);
    const all = [...good, ...bad];
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(new Set(all.map(({ markdown, asOf = '', as = '' }) => markdown + asOf + as)).size).toBe(all.length);
    expect(good.filter(({ markdown }) => markdown.includes('«'))).toEqual([]);
    expect(bad.filter(({ markdown }) => !markdown.includes('«'))).toEqual([]);
  });

  it('has a topic that others know, and cites what it asks for', () => {
    expect(TOPICS).toContain(rule.topic);
    if (rule.duty !== 'internal' && rule.duty !== 'good') expect(rule.citations).not.toEqual([]);
    expect(rule.title).toMatch(/^[A-Z#].*[^.]$/s);
    expect(rule.why).toMatch(/[.]$/);
  });

  it.each(good)('is silent on $title', (example) => {
    expect(lint(rule, example.markdown, example).map(({ message }) => message)).toEqual([]);
  });

  it.each(bad)('reports $title', (example) => expectReported(rule, example, example.markdown));

  const variants = bad.flatMap((example) =>
    example.asIs ? [] : variantsOf(example.markdown).map((variant) => ({ ...variant, example })),
  );
  if (variants.length > 0)
    it.each(variants)('reports $example.title $name', ({ example, markdown }) =>
      expectReported(rule, example, markdown),
    );

  const fixable = bad.filter(({ fixed }) => fixed !== undefined);
  if (fixable.length > 0)
    it.each(fixable)('mends $title', (example) => {
      const { text } = unmark(example.markdown);
      const fixed = applyFixes(text, lint(rule, text, example)).text;
      expect(fixed).toBe(example.fixed);
      expect(fixed).not.toBe(text);
      expect(lint(rule, fixed, example)).toEqual([]);
    });

  it('offers a fix only where an example shows it', () => {
    for (const example of bad)
      if (example.fixed === undefined) {
        const { text } = unmark(example.markdown);
        expect(lint(rule, text, example).flatMap(({ fixes }) => fixes)).toEqual([]);
      }
  });

  if (rule.inForce)
    it('is silent outside the days on which it is in force', () => {
      const days = [
        rule.inForce?.from && addDays(rule.inForce.from, -1),
        rule.inForce?.until && addDays(rule.inForce.until, 1),
      ];
      for (const asOf of days.filter((day) => day !== undefined))
        for (const example of bad) expect(lint(rule, unmark(example.markdown).text, { ...example, asOf })).toEqual([]);
    });

  it('is never an error, and hedges as a warning, while a citation is not traced', () => {
    if (rule.citations.every(({ verified }) => verified)) return;
    for (const example of bad)
      for (const { severity, message } of lint(rule, unmark(example.markdown).text, example)) {
        expect(severity).not.toBe('error');
        if (severity === 'warning') expect(message).toContain('as far as we know');
      }
  });
});

describe('the rule book', () => {
  it('lists every file of the folder, under its path, in the order of the alphabet', () => {
    expect(RULES.map(({ id }) => id)).toEqual(ruleFiles('').sort());
  });

  it('is printed in the handbook (run “npm run docs” when this fails)', () => {
    expect(readFileSync(join(FOLDER, 'README.md'), 'utf8')).toBe(renderHandbook());
  });
});
