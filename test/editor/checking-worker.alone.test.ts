import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Workers that are only counted. */
const started: EventTarget[] = [];

/** The module as a page has it that was just opened. */
async function newPage(): Promise<typeof import('../../editor/checking-worker.ts')> {
  vi.resetModules();
  return await import('../../editor/checking-worker.ts');
}

beforeEach(() => {
  started.length = 0;
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      constructor() {
        super();
        started.push(this);
      }
    },
  );
});

describe('the worker that checks', () => {
  it('is started once, however often it is prepared, and goes to whoever asks first', async () => {
    const { prepareCheckingWorker, takeCheckingWorker } = await newPage();
    prepareCheckingWorker();
    prepareCheckingWorker();
    expect(started).toHaveLength(1);
    expect(takeCheckingWorker().worker).toBe(started[0]);
    expect(takeCheckingWorker().worker).toBe(started[1]);
  });

  it('is not prepared beside one that is in use', async () => {
    const { prepareCheckingWorker, takeCheckingWorker } = await newPage();
    takeCheckingWorker();
    prepareCheckingWorker();
    expect(started).toHaveLength(1);
  });

  it('says that it cannot start even when that was known before it was asked for', async () => {
    const { prepareCheckingWorker, takeCheckingWorker } = await newPage();
    prepareCheckingWorker();
    started[0]?.dispatchEvent(new Event('error'));
    await expect(takeCheckingWorker().broken).rejects.toThrow('could not start');
  });
});
