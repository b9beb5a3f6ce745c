import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/messages.ts';

type Hear = (message: unknown) => void;
interface Line {
  hear: Hear;
  end: () => void;
}

const lines: Line[] = [];
const here: ((message: unknown, sender: unknown) => void)[] = [];
let status = 'complete';
Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: 'test',
      onMessage: { addListener: (one: (typeof here)[number]) => here.push(one), removeListener: () => here.pop() },
    },
    tabs: {
      get: async () => ({ id: 7, status }),
      connect: () => {
        const line: Line = { hear: () => undefined, end: () => undefined };
        lines.push(line);
        return {
          onMessage: { addListener: (hear: Hear) => Object.assign(line, { hear }) },
          onDisconnect: { addListener: (end: () => void) => Object.assign(line, { end }) },
          disconnect: () => undefined,
        };
      },
    },
  },
});
const { isBeingRead, listenToTab } = await import('../../../extension/ui/reports.ts');

const report = (frame: string, reasons: string[] = []): Report => ({
  frame,
  site: 'https://mis.example/*',
  isReading: false,
  policy: null,
  system: null,
  reasons,
  tables: [],
  pupils: [],
  stated: [],
  warnings: [],
  teachable: 0,
});
/** What a panel shows: "reading", "no reader", or the frames that it has heard. */
const shown = (reports: Report[] | null): string => {
  if (isBeingRead(reports)) return 'reading';
  return reports?.map(({ frame }) => frame).join(' ') || 'no reader';
};

describe('what a panel hears of the page in front', () => {
  let said: string[] = [];
  let close = (): void => undefined;
  beforeEach(() => {
    vi.useFakeTimers();
    [lines.length, here.length, said, status] = [0, 0, [], 'complete'];
    ({ close } = listenToTab(7, (reports) => said.push(shown(reports))));
  });
  afterEach(() => {
    close();
    vi.useRealTimers();
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('is told of all frames together, so that an empty frame does not stand for the page', async () => {
    lines[0]?.hear(report('empty'));
    expect(said).toEqual([]);
    lines[0]?.hear(report('main'));
    await pass(100);
    expect(said).toEqual(['empty main']);
  });
  it('is reading where there is no reader yet, and says so when none has come', async () => {
    lines[0]?.end();
    expect(said).toEqual(['reading']);
    await pass(2900);
    expect(said).toEqual(['reading']);
    await pass(200);
    expect(said).toEqual(['reading', 'no reader']);
  });
  it('waits for a page that is still loading', async () => {
    status = 'loading';
    lines[0]?.end();
    await pass(10_000);
    expect(said).toEqual(['reading']);
    status = 'complete';
    await pass(3000);
    expect(said.at(-1)).toBe('no reader');
  });
  it('hears a reader that comes after all, and forgets the page before', async () => {
    lines[0]?.hear(report('before'));
    await pass(100);
    lines[0]?.end();
    for (const one of here) one({ type: 'here' }, { tab: { id: 7 } });
    await pass(300);
    lines[1]?.hear(report('after'));
    await pass(10_000);
    expect(said).toEqual(['before', 'reading', 'after']);
  });
  it('says nothing more once it is closed', async () => {
    lines[0]?.end();
    close();
    await pass(10_000);
    expect(said).toEqual(['reading']);
  });
});
