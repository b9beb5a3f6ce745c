import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, whyNotSaved } from '../../editor/drafts/autosave.ts';
import type { SaveState } from '../../editor/state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosave that notes what it writes and says. */
function watched(save: (text: string) => Promise<void> = async () => undefined) {
  const written: string[] = [];
  const states: SaveState['is'][] = [];
  const autosave = new Autosave(
    async (text) => {
      await save(text);
      written.push(text);
    },
    ({ is }) => states.push(is),
  );
  return { autosave, written, states };
}

describe('autosave', () => {
  it('writes once for a burst of keystrokes', async () => {
    const { autosave, written } = watched();
    for (const text of ['a', 'ab', 'abc']) autosave.change(text);
    await vi.advanceTimersByTimeAsync(250);
    expect(written).toEqual(['abc']);
  });

  it('writes within a second, however long someone goes on typing', async () => {
    const { autosave, written } = watched();
    for (let typed = 0; typed < 1000; typed += 100) {
      autosave.change('x'.repeat(typed / 100 + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThan(0);
    expect(written[0]?.length).toBeLessThanOrEqual(9);
  });

  it('says waiting, then saved', async () => {
    const { autosave, states } = watched();
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(300);
    expect(states).toEqual(['waiting', 'saved']);
    expect(autosave.unsaved).toBeNull();
  });

  it('keeps what was typed during a slow write, and writes it after', async () => {
    let finish = (): void => undefined;
    const { autosave, written } = watched(() => new Promise((done) => (finish = done)));
    autosave.change('first');
    await vi.advanceTimersByTimeAsync(300);
    autosave.change('second');
    finish();
    await vi.advanceTimersByTimeAsync(300);
    expect(written).toEqual(['first']);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(['first', 'second']);
  });

  it('never runs two writes at once', async () => {
    let running = 0;
    let most = 0;
    const { autosave } = watched(async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 500));
      running--;
    });
    autosave.change('a');
    void autosave.flush();
    autosave.change('b');
    void autosave.flush();
    autosave.change('c');
    await vi.advanceTimersByTimeAsync(3000);
    expect(most).toBe(1);
    expect(autosave.unsaved).toBeNull();
  });

  it('says why it failed, keeps the text, and tries again at the next keystroke', async () => {
    let full = true;
    const { autosave, written, states } = watched(async () => {
      if (full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    });
    autosave.change('kept');
    await vi.advanceTimersByTimeAsync(300);
    expect(states.at(-1)).toBe('failed');
    expect(autosave.unsaved).toBe('kept');
    full = false;
    autosave.change('kept on');
    await vi.advanceTimersByTimeAsync(300);
    expect(written).toEqual(['kept on']);
    expect(states.at(-1)).toBe('saved');
  });

  it('has nothing to flush when nothing changed', async () => {
    const { autosave, written } = watched();
    await autosave.flush();
    expect(written).toEqual([]);
  });

  it('tells a full browser from one that will not', () => {
    expect(whyNotSaved(Object.assign(new Error(), { name: 'QuotaExceededError' }))).toMatch(/no room left/);
    expect(whyNotSaved(new Error('x'))).toMatch(/could not keep/);
    expect(whyNotSaved('x')).toMatch(/Download the policy now/);
  });
});
