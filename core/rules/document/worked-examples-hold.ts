import { type ExampleOutcome, tryExample } from '../../escalation/example.ts';
import { prepareLadder } from '../../escalation/ladder.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { type WorkedExample, workedExamplesOf } from '../../policy/examples.ts';

const NAMED = phrase(/\bexamples?\b|\bexpected\b/gi, 'example', 'expected');

/** Worked examples of the policy for which its own ladder has another step. */
export const workedExamplesHold = defineRule({
  id: 'document/worked-examples-hold',
  topic: 'worked-example',
  title: 'The worked examples agree with the steps',
  duty: 'internal',
  citations: [],
  why: 'An example shows what the authors meant; where the steps say otherwise, one of the two is wrong, and staff follow either.',
  *check(context) {
    if (!context.has(NAMED)) return;
    const examples = workedExamplesOf(context.document);
    if (examples.length === 0) return;
    const ladder = prepareLadder(context.parsed.escalation);
    for (const example of examples) {
      const outcome = outcomeOf(example, () => tryExample(ladder, example.figures, example.expected, context.asOf));
      if (outcome.answer === 'right') continue;
      const { start, end } = example.span;
      const at = { start: start.offset, end: end.offset };
      if (outcome.answer === 'wrong')
        yield {
          message: `The example expects ${outcome.expected}; by the policy's own steps it is ${outcome.actual}.`,
          at,
        };
      else yield { message: `The example cannot be computed: ${outcome.why}.`, at, doubtful: true };
    }
  },
  examples: {
    good: [
      {
        title: 'rows that agree, and one below the first step',
        markdown:
          '# Steps\n\n- Step 1: attendance below 96% – a call home\n- Step 2: attendance below 92% – a meeting\n\n## Worked examples\n\n| Attendance | Step |\n|---|---|\n| 97% | none |\n| 95.9% | Step 1 |\n| 349 of 380 | Step 2 |',
      },
    ],
    bad: [
      {
        title: 'at exactly the figure',
        markdown:
          '# Steps\n\n- Step 1: attendance below 96% – a call home\n- Step 2: attendance below 92% – a meeting\n\n## Worked examples\n\n| Attendance | Step |\n|---|---|\n| 95% | Step 1 |\n«| 92% | Step 2 |»',
        says: 'The example expects step 2 ("attendance below 92% - a meeting"); by the policy\'s own steps it is step 1 ("attendance below 96% - a call home").',
      },
      {
        title: 'a step that is not there',
        markdown:
          '# Steps\n\n- Step 1: attendance below 96% – a call home\n- Step 2: attendance below 92% – a meeting\n\n## Worked examples\n\n| Attendance | Step |\n|---|---|\n«| 85% | Step 5 |»',
        says: 'The example cannot be computed: "Step 5" names no step of this policy, or more than one.',
      },
    ],
  },
});

function outcomeOf({ unread, expected }: WorkedExample, compute: () => ExampleOutcome): ExampleOutcome {
  const [first] = unread;
  if (first !== undefined)
    return { answer: 'cannot-tell', why: `${JSON.stringify(first)} is no figure that can be counted` };
  return expected === '' ? { answer: 'cannot-tell', why: 'it does not say which step it expects' } : compute();
}
