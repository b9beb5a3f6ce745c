import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { triggersIn } from './words.ts';

/**
 * Ladders as schools tell them, in files beside this one. Each block is a text and, behind "=> ", its steps in the order of
 * the text, parted by " | ": "attendance < 95", "85 to 89.9", "after" (an earlier step did not help), "words" (no figure),
 * joined by " + "; "none" where the text holds no step.
 */
const FOLDER = new URL('./told/', import.meta.url);

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
  it.each(toldIn(file))('$heading', ({ text, steps }) =>
    expect(triggersIn(`# Attendance policy: Fernhill School\n\n${text}`).join(' | ') || 'none').toBe(steps),
  );
});
