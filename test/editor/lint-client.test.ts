import { describe, expect, it } from 'vitest';
import { snapshotOf } from '#test/core/language/sample.ts';
import { type Checker, type CheckRequest, LintClient } from '../../editor/lint-client.ts';

const request = (text: string): CheckRequest => ({ text, file: 'policy.md', asOf: '2026-11-21', settings: {} });

/** A client over a checker that answers when it is told to. */
function watched(patienceMs?: number) {
  const asked: string[] = [];
  const found: string[] = [];
  const failures: string[] = [];
  const busy: boolean[] = [];
  const answers: { yes: () => void; no: (error: Error) => void }[] = [];
  const marked: string[] = [];
  let last = '';
  let made = 0;
  let disposed = 0;
  const create = (): Checker => {
    made++;
    return {
      check: ({ text }) =>
        new Promise((done, fail) => {
          asked.push(text);
          last = text;
          answers.push({ yes: () => done({ findings: snapshotOf(text).findings, stand: false }), no: fail });
        }),
      snapshot: () => Promise.resolve(snapshotOf(last)),
      dispose: () => void disposed++,
    };
  };
  const events = {
    onFindings: (text: string) => void marked.push(text),
    onSnapshot: ({ text }: { text: string }) => void found.push(text),
    onFailure: (why: string) => void failures.push(why),
    onBusy: (is: boolean) => void busy.push(is),
  };
  const client = new LintClient(create, events, patienceMs);
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
  return { client, asked, marked, found, failures, busy, answers, settle, count: () => ({ made, disposed }) };
}

describe('the lint client', () => {
  it('checks the newest text only, however fast they come', async () => {
    const { client, asked, marked, found, answers, busy, settle } = watched();
    for (const text of ['a', 'ab', 'abc', 'abcd']) client.request(request(text));
    answers[0]?.yes();
    await settle();
    answers[1]?.yes();
    await settle();
    expect(asked).toEqual(['a', 'abcd']);
    expect(marked).toEqual(['a', 'abcd']);
    expect(found).toEqual(['abcd']);
    expect(busy).toEqual([true, false]);
  });

  it('gives the problems at once, and the rest when no other text has come for a while', async () => {
    const { client, marked, found, answers, busy, settle } = watched();
    client.request(request('a'), 40);
    answers[0]?.yes();
    await settle();
    expect([marked, found]).toEqual([['a'], []]);
    client.request(request('ab'), 40);
    await settle();
    answers[1]?.yes();
    await settle();
    expect([marked, found]).toEqual([['a', 'ab'], []]);
    await new Promise((done) => setTimeout(done, 80));
    expect([marked, found]).toEqual([['a', 'ab'], ['ab']]);
    expect(busy).toEqual([true, false]);
  });

  it('asks before the request returns, in the pause behind the problems too, and is busy all the while', async () => {
    const { client, asked, answers, busy, settle } = watched();
    client.request(request('a'), 40);
    expect(asked).toEqual(['a']);
    answers[0]?.yes();
    await settle();
    client.request(request('ab'), 40);
    expect(asked).toEqual(['a', 'ab']);
    expect(busy).toEqual([true]);
  });

  it('tells nothing more once it is thrown away in its pause', async () => {
    const { client, found, answers, settle } = watched();
    client.request(request('a'), 20);
    answers[0]?.yes();
    await settle();
    client.dispose();
    await new Promise((done) => setTimeout(done, 40));
    expect(found).toEqual([]);
  });

  it('tells a failure, and checks the next text with a new worker', async () => {
    const { client, found, failures, answers, settle, count } = watched();
    client.request(request('bad'));
    answers[0]?.no(new Error('lost'));
    await settle();
    client.request(request('good'));
    answers[1]?.yes();
    await settle();
    expect(failures).toEqual(['lost']);
    expect(found).toEqual(['good']);
    expect(count()).toEqual({ made: 2, disposed: 1 });
  });

  it('gives up on a worker that hangs', async () => {
    const { client, failures, busy, count } = watched(20);
    client.request(request('for ever'));
    await new Promise((done) => setTimeout(done, 60));
    expect(failures).toEqual(['The check took too long and was stopped.']);
    expect(count().disposed).toBe(1);
    expect(busy).toEqual([true, false]);
  });

  it('keeps one worker as long as it works', async () => {
    const { client, answers, settle, count } = watched();
    for (const [index, text] of ['a', 'b', 'c'].entries()) {
      client.request(request(text));
      answers[index]?.yes();
      await settle();
    }
    expect(count()).toEqual({ made: 1, disposed: 0 });
  });
});
