import { expect, it } from 'vitest';
import { preparePhrases } from '#core/lint/lint.ts';
import { preparedPhrases } from '../../cli/prepared-phrases.ts';

it('the built command finds every phrase of the rules prepared as it would prepare it itself', async () => {
  const { load } = preparedPhrases();
  const { handler } = load as unknown as { handler: () => Promise<string> };
  const written = `data:text/javascript,${encodeURIComponent(await handler())}`;
  const { PREPARED } = await import(/* @vite-ignore */ written);
  const phrases = preparePhrases();
  expect(phrases.length).toBeGreaterThan(200);
  expect([...PREPARED]).toEqual([...new Map(phrases)]);
});
