import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import type { Trigger } from '#core/policy/schema.ts';

/**
 * Ladders as schools tell them, in files beside this one. Each block is a text and, behind "=> ", its steps in the order of
 * the text, parted by " | ": "attendance < 95", "85 to 89.9", "after" (an earlier step did not help), "words" (no figure),
 * joined by " + "; "none" where the text holds no step.
 */
const FOLDER = new URL('./told/', import.meta.url);

/** A trigger in the words of those files. */
function inShort({ anyOf, band, metric, op, value, afterStep }: Trigger): string {
  const parts = (anyOf ?? []).map(inShort);
  if (band) parts.push(band.join(' to '));
  if (metric) parts.push(`${metric} ${op} ${value}`);
  if (afterStep !== undefined) parts.push('after');
  return parts.join(' + ') || 'words';
}

interface Told {
  readonly heading: string;
  readonly text: string;
  readonly steps: string;
}

function toldIn(file: string): Told[] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split(/^=====\n/m)
    .map((block): Told => {
      const [text = '', steps = ''] = block.split(/^=> /m);
      return { heading: /^#+ (.*)/m.exec(text)?.[1] ?? text.trim().slice(0, 60), text, steps: steps.trim() };
    });
}

describe.each(readdirSync(FOLDER).sort())('ladders told in %s', (file) => {
  it.each(toldIn(file))('$heading', ({ text, steps }) => {
    const read = readPolicy(`# Attendance policy: Fernhill School\n\n${text}`).parsed.escalation;
    expect(read.map(({ trigger }) => inShort(trigger)).join(' | ') || 'none').toBe(steps);
  });
});
