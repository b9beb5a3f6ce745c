import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Accuracy, f1, measure, precision, recall, type Tally } from '../test/corpus/accuracy.ts';
import { ROOT } from './run.ts';

const OWN = 'test/corpus/pages';
const SHARED = ['../shared/policies/real', '../shared/policies/cases'];

/**
 * The README's accuracy section: what was found, of what a careful reader found. The shared documents are other
 * people's; where they are not beside the project their table stays as it was (`before`).
 */
export function accuracySection(before: string): string {
  const own = measure(join(ROOT, OWN));
  const shared = SHARED.filter((folder) => existsSync(join(ROOT, folder)));
  const kept = /<!-- shared -->[\s\S]*<!-- \/shared -->/.exec(before)?.[0] ?? '<!-- shared -->\n<!-- /shared -->';
  return [
    `**On ${own.documents} pages** of our own writing, in the styles of real school websites, annotated by hand (\`${OWN}\`). All have since taught the readers, the last ones least. **At first sight** eleven of the last twelve, made by somebody who had not seen the readers, gave facts F1 0.881, with 61 right of 63 marked certain, and steps 0.828 (now 0.916 and 0.867 on all twelve); twelve before them gave facts 0.900, with 92 right of 93 marked certain, and steps 0.727 (now 0.923 and 0.894); twelve on the same day 0.856, 42 of 45 and 0.796 (now 0.978 and 0.875); fourteen a day before 0.882, 119 of 122 and 0.744; fourteen before them 0.911, 109 of 112 and 0.839; and fourteen more 0.895, 98 of 100 and 0.797; the twenty-six before them, whole policies written by two people who had not seen the readers, gave facts F1 0.921, with 602 right of 608 marked certain, and steps 0.871; thirteen of them, kept unread while the others taught, then gave 0.926 and 0.891. Before them fourteen gave facts F1 0.933 and steps 0.734; six more, mostly prose, 0.930 and 0.457; and twenty-four more, longer and more damaged ones, 0.878 and 0.755, with 236 right of 240 facts marked certain. Twelve of those twenty-four stayed unread while the other twelve taught the readers, and then still gave 0.826 and 0.774. Hardest are ladders told in a few lines in a voice of its own: of sixty, written to be unlike each other, the reader gave half of the steps at first sight (recall 0.51 for thirty, 0.48 for thirty more that these had not taught; four in five of the steps that it showed were right), and of forty more 0.57 (with 0.85 right); now 0.81 and 0.79, with 0.94 of those shown right.`,
    '',
    '**On excerpts of real school pages**, some 270 of them (the first two thousand letters of each), annotated and read outside the project in November 2026. Held back until the end, 54 gave facts of days, people, codes and dates F1 0.927, with 136 of 138 certain ones right; 25 gave steps 0.835 and thresholds 0.824. Fresh ones along the way lay between 0.82 and 0.88 (facts) and at 0.737 (steps). After that a further 48, marked before they were read, gave facts 0.902 (34 of them, 73 of 74 certain ones right) and then 0.972 (14), and 22 gave steps 0.862; they have since taught the readers. Sixty more, odder ones, gave facts 0.889 (30), 0.915 (20) and 0.889 (10) with 126 of 130 certain ones right; 44 with ladders, mostly of words and counts, gave steps 0.659 (20), 0.453 (15) and, when those had taught the reader, 0.848 (9). In the last round 79 more gave facts between 0.871 and 0.929, with 143 of 148 certain ones right, and 38 ladders gave steps 0.918 (13), 0.843 (16) and 0.872 (9). Thirty-three whole pages, drawn afterwards by somebody who had not seen the readers, in the manner of such pages, gave facts 0.932 and steps 0.847 at first sight, and all of their 161 certain facts were right. Of a page never seen, expect most of the facts, and check the steps; one certain fact in fifty has been wrong there.',
    '',
    table(own),
    '',
    shared.length === SHARED.length ? sharedPart(shared.map((folder) => measure(join(ROOT, folder)))) : kept,
    '',
    '*Certain* is what Rollmark marks as certain: it is meant to be right at least 99 times in 100.',
  ].join('\n');
}

function sharedPart(parts: readonly Accuracy[]): string {
  const all = parts.reduce(joined);
  return [
    '<!-- shared -->',
    `**On ${all.documents} documents of others** (five real policies and sixteen pages), which the readers were written against: this shows that nothing known is lost, not what to expect of a new document.`,
    '',
    table(all),
    '<!-- /shared -->',
  ].join('\n');
}

function joined(a: Accuracy, b: Accuracy): Accuracy {
  const sum = (x: Tally, y: Tally): Tally => ({
    expected: x.expected + y.expected,
    found: x.found + y.found,
    right: x.right + y.right,
    certain: x.certain + y.certain,
    certainRight: x.certainRight + y.certainRight,
  });
  const byKind = new Map(a.byKind);
  for (const [kind, tally] of b.byKind) {
    const known = byKind.get(kind);
    byKind.set(kind, known ? sum(known, tally) : tally);
  }
  return {
    documents: a.documents + b.documents,
    byKind,
    facts: sum(a.facts, b.facts),
    steps: sum(a.steps, b.steps),
    misses: [...a.misses, ...b.misses],
  };
}

function table({ byKind, facts, steps }: Accuracy): string {
  const share = (value: number): string => value.toFixed(3);
  const row = (name: string, tally: Tally): string =>
    `| ${name} | ${tally.expected} | ${tally.right} | ${tally.found - tally.right} | ${share(precision(tally))} | ${share(recall(tally))} | ${share(f1(tally))} | ${tally.certain === 0 ? '–' : `${tally.certainRight} of ${tally.certain}`} |`;
  return [
    '| kind | expected | found | wrong finds | precision | recall | F1 | certain |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[...byKind].toSorted(([a], [b]) => a.localeCompare(b)).map(([kind, tally]) => row(kind, tally)),
    row('**all facts**', facts),
    row('**escalation steps**', steps),
  ].join('\n');
}
