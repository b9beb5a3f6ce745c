import { diffPolicies } from '#core/diff/diff.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import { policy, sentence } from '../grammar.ts';
import { mutated } from '../mutate.ts';
import type { Random } from '../random.ts';
import { POLICIES } from '../shapes.ts';
import type { Target } from './target.ts';

const AS_OF = '2026-11-20';
const words = (random: Random): string =>
  random.chance(0.6) ? policy(random, 6) : mutated(random, random.of(POLICIES), 800);

/** Policies: read, checked, compared and published. */
export const POLICY_TARGETS: readonly Target[] = [
  {
    name: 'reader',
    share: 60,
    attempt(random) {
      const input = random.chance(0.75) ? sentence(random) : words(random);
      return {
        input,
        run() {
          const { parsed } = readPolicy(input);
          for (const { span, quote } of [...parsed.facts, ...parsed.escalation])
            if (input.slice(span.start.offset, span.end.offset) !== quote)
              throw new Error(`The quote "${quote}" is not what stands at its place`);
        },
      };
    },
  },
  {
    name: 'rules',
    share: 12,
    attempt(random) {
      const input = random.chance(0.5) ? policy(random, 3) : words(random);
      return {
        input,
        run() {
          const { findings } = lintPolicy(readPolicy(input), { asOf: AS_OF, file: 'policy.md' });
          for (const { span, ruleId, message } of findings) {
            if (span.start.offset > span.end.offset || span.end.offset > input.length)
              throw new Error(`${ruleId} points outside the text`);
            // A rule that throws says so in a finding, so that the others still run.
            if (message.includes('stopped with')) throw new Error(message);
          }
        },
      };
    },
  },
  {
    name: 'page and comparison',
    share: 1,
    attempt(random) {
      const [before, input] = [words(random), words(random)];
      return {
        input,
        run() {
          const [old, now] = [readPolicy(before), readPolicy(input)];
          diffPolicies(old, now);
          const { page } = publishPolicy(now, { asOf: AS_OF, file: 'policy.md', rulebook: RULEBOOK, previous: old });
          // Its own one script, or none; and no address that is a script.
          if (page.split('<script').length > 2 || /(?:href|src)="?\s{0,9}javascript:/i.test(page))
            throw new Error('The page has a script that is not its own');
        },
      };
    },
  },
];
