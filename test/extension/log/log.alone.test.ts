import { beforeEach, describe, expect, it } from 'vitest';
import { readLogFile } from '../../../extension/log/log-file.ts';
import { logFile } from '../../../extension/log/log-file-out.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const { stored } = installFakeBrowser();
const { exportLog, importLog, logState, logStep, openLog, setLog, unlogStep } = await import(
  '../../../extension/log/log.ts'
);

const SITE = 'https://hartsmere.mis.example/*';
const TODAY = '2026-11-22';
const LETTER = { step: 'Step 2: a letter', date: '2026-11-03' };
const everything = (): string => JSON.stringify([...stored]);

beforeEach(() => stored.clear());

describe('the log, while it is off', () => {
  it('is off to begin with and holds nothing', async () => {
    expect(await logState(TODAY)).toEqual({ on: false, keepMonths: 13, entries: 0 });
    expect(await openLog(TODAY)).toBeNull();
  });
  it('writes nothing, takes nothing in and gives nothing out', async () => {
    expect(await logStep(SITE, 'A1042', LETTER, TODAY)).toMatch(/The log is off/);
    expect(await importLog(SITE, [{ pupilId: 'A1042', ...LETTER }], TODAY)).toBe(0);
    expect(await exportLog([{ site: SITE, pupilId: 'A1042' }], TODAY)).toEqual({ rows: [], others: 0 });
    expect(stored.size).toBe(0);
  });
});

describe('the log, while it is on', () => {
  beforeEach(() => setLog(true, 13));

  it('finds what was written for a pupil, and nothing for another pupil or site', async () => {
    expect(await logStep(SITE, 'A1042', LETTER, TODAY)).toBeNull();
    const look = await openLog(TODAY);
    expect(look?.(SITE, 'A1042')).toEqual([LETTER]);
    expect(look?.(SITE, 'A1043')).toEqual([]);
    expect(look?.('https://other.mis.example/*', 'A1042')).toEqual([]);
  });
  it('holds no identifier and no name, in any letter case', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    await importLog(SITE, [{ pupilId: 'H820200126001', ...LETTER }], TODAY);
    expect(everything()).not.toMatch(/1042|H8202|hartsmere/i);
  });
  it('has another key for the same pupil in another browser', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    const first = JSON.stringify(stored.get('log'));
    await setLog(false, 13);
    await setLog(true, 13);
    await logStep(SITE, 'A1042', LETTER, TODAY);
    expect(JSON.stringify(stored.get('log'))).not.toBe(first);
  });
  it('keeps the same step of the same day once', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    await logStep(SITE, 'A1042', LETTER, TODAY);
    expect((await logState(TODAY)).entries).toBe(1);
  });
  it('keeps every one of many that are written at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => logStep(SITE, `p${at}`, LETTER, TODAY)));
    expect((await logState(TODAY)).entries).toBe(20);
  });
  it('takes an entry out again', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    await unlogStep(SITE, 'A1042', LETTER);
    expect((await openLog(TODAY))?.(SITE, 'A1042')).toEqual([]);
  });
  it.each([
    ['a day to come', { ...LETTER, date: '2026-11-23' }, /still to come/],
    ['no day', { ...LETTER, date: '2026-02-30' }, /no day/],
    ['a step of a thousand letters', { ...LETTER, step: 'x'.repeat(1000) }, /too long/],
  ])('does not write down %s', async (_, entry, why) => {
    expect(await logStep(SITE, 'A1042', entry, TODAY)).toMatch(why);
    expect(stored.get('log') ?? []).toEqual([]);
  });
  it('forgets an entry when its time is over, in storage too', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    expect((await logState('2027-12-02')).entries).toBe(1);
    expect((await logState('2027-12-04')).entries).toBe(0);
    expect(stored.get('log')).toEqual([]);
  });
  it('is deleted when it is turned off, with its key', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    await setLog(false, 13);
    expect(stored.size).toBe(0);
  });
  it('names only the pupils who are on the page, and counts the others', async () => {
    await logStep(SITE, 'A1042', LETTER, TODAY);
    await logStep(SITE, 'B7', { ...LETTER, outcome: 'no answer' }, TODAY);
    await logStep(SITE, 'C9', LETTER, TODAY);
    const shown = [
      { site: SITE, pupilId: 'B7' },
      { site: SITE, pupilId: 'B7' },
      { site: SITE, pupilId: 'Z0' },
    ];
    expect(await exportLog(shown, TODAY)).toEqual({
      rows: [{ pupilId: 'B7', ...LETTER, outcome: 'no answer' }],
      others: 2,
    });
  });
  it('goes out as a file and comes in again as it was', async () => {
    await logStep(SITE, '00042', { step: 'Letter, "first"', date: '2026-11-03', outcome: 'none' }, TODAY);
    const { rows } = await exportLog([{ site: SITE, pupilId: '00042' }], TODAY);
    await setLog(false, 13);
    await setLog(true, 13);
    const read = readLogFile(logFile(rows));
    expect('rows' in read && (await importLog(SITE, read.rows, TODAY))).toBe(1);
    expect((await openLog(TODAY))?.(SITE, '00042')).toEqual([
      { step: 'Letter, "first"', date: '2026-11-03', outcome: 'none' },
    ]);
  });
});

describe('the file of a log', () => {
  it('is refused with a sentence when it is another file', () => {
    expect(readLogFile('name,age\nA,4\n')).toEqual({ problem: expect.stringMatching(/no column for/) });
    expect(readLogFile('')).toEqual({ problem: expect.stringMatching(/empty/) });
  });
  it('says how many rows were left out', () => {
    expect(readLogFile('pupil_id,step,date\n1,2,2026-11-03\n2,2,soon\n')).toEqual({
      rows: [{ pupilId: '1', step: '2', date: '2026-11-03' }],
      left: 1,
    });
  });
  it('has no cell that a spreadsheet would run', () => {
    expect(logFile([{ pupilId: '=1+1', step: '@x', date: '2026-11-03' }])).toContain("'=1+1,'@x,");
  });
});
