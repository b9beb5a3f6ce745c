import { describe, expect, it } from 'vitest';
import { readRegister } from '#core/attendance/register.ts';
import { readBundle } from '#core/bundle/read.ts';
import { importDocx } from '#core/import/docx.ts';
import { importPdf } from '#core/import/pdf.ts';
import { readSettings } from '#core/server/settings.ts';
import { loadPdfReader } from '../../cli/input/pdf-reader.ts';
import { readStoredDraft, VersionSchema } from '../../editor/drafts/draft.ts';
import { asManaged } from '../../extension/background/managed.ts';
import { readLessonFile } from '../../extension/teaching/lesson-schema.ts';
import { fuzz, inputsOf } from './fuzz.ts';
import { Random } from './random.ts';
import { BUNDLE, DRAFT, LESSONS, MANAGED, pdfFile, SETTINGS, VERSION, wordFile } from './shapes.ts';
import { wholeRegister } from './tables.ts';
import { TARGETS } from './targets/index.ts';

/** A twentieth of the million that `npm run fuzz` tries, always the same. */
const INPUTS = 50_000;

describe('whatever comes in from outside', () => {
  it.each(TARGETS)('$name: is read or refused in words, and soon', { timeout: 300_000 }, async (target) => {
    const { faults, tried } = await fuzz({ target: target.name, seed: 7, from: 0, to: inputsOf(target, INPUTS) });
    expect(faults).toEqual([]);
    expect(tried).toBe(inputsOf(target, INPUTS));
  });

  it('is fifty thousand inputs in all', () => {
    expect(TARGETS.reduce((sum, target) => sum + inputsOf(target, INPUTS), 0)).toBe(INPUTS);
  });
});

describe('what the inputs are made of is accepted before it is changed', () => {
  it('a bundle', () => {
    expect(readBundle(JSON.stringify(BUNDLE)).ladder.length).toBeGreaterThan(5);
  });

  it('the settings of IT and of a code editor', () => {
    expect(asManaged({ ...MANAGED })).toMatchObject({ problems: [], policies: [{}, {}], disabledAdapters: ['arbor'] });
    expect(readSettings(SETTINGS)).toEqual(SETTINGS);
  });

  it('lessons, drafts and versions', () => {
    expect(readLessonFile(JSON.stringify(LESSONS))).toMatchObject({ lessons: [{}] });
    expect(readStoredDraft('a', DRAFT).is).toBe('draft');
    expect(VersionSchema.safeParse(VERSION).success).toBe(true);
  });

  it('a Word file, with its printed numbers', async () => {
    const { markdown } = await importDocx(wordFile());
    expect(markdown).toContain('# Attendance');
    expect(markdown).toContain('==9.20am==');
    expect(markdown).toContain('Stage 2: We write.');
  });

  it('a PDF, with its table', async () => {
    const { markdown } = await importPdf(pdfFile(), await loadPdfReader());
    expect(markdown).toContain('# Attendance policy');
    expect(markdown).toMatch(/Registers close at 9.20am.*before 9am/s);
  });

  it('registers of five shapes', () => {
    const shapes = Array.from({ length: 40 }, (_, seed) => readRegister(wholeRegister(new Random(seed))).shape);
    expect([...new Set(shapes)].toSorted()).toEqual(['grid', 'markString', 'marks', 'summary', 'weeks']);
  });
});
