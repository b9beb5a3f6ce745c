import type { Decision } from '#core/escalation/decision.ts';
import { createDocumentReader } from '#core/policy/document.ts';
import { keepExample } from '#core/policy/examples/write.ts';
import { SourceText } from '#core/text/span.ts';
import { edit } from './editing.ts';
import { longToday } from './today.ts';
import type { Figures } from './trying.ts';
import { tell } from './workspace.ts';

/** Writes the figures and the step that they were given into the policy, where every later check computes them again. */
export async function keepAsExample(
  { possible, attended, unauthorised }: Figures,
  { current }: Decision,
): Promise<void> {
  const expected = current.step ? String(current.step.title) : 'none';
  const example = {
    label: `Tried on ${longToday()}`,
    figures: { possible, attended, missed: possible - attended, unauthorised },
    expected,
  };
  await edit((now) => {
    const { offset, text } = keepExample(createDocumentReader()(now.text), example);
    return [{ span: new SourceText(now.text).span(offset, offset), text }];
  });
  tell('Kept under “Worked examples”. If the steps change, the check says when the example no longer holds.');
}
