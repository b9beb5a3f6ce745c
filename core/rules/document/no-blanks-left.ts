import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Placeholder } from '../../policy/schema.ts';
import { groupedBy } from '../../text/grouped.ts';

const TO_COME = phrase(
  /(?:^|[:|–-]) ?((?:yet )?to be confirmed|yet to be (?:approved|agreed|ratified)|TBC|TBA)\b(?=[.\s|]{0,3}(?:\||\(|$))|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|20) ?(X{2,4})\b/gi,
  'tbc',
  'tba',
  'to be ',
  'xx',
);

const WANTS: Record<Placeholder['expects'], string> = {
  name: 'a name is to be filled in',
  time: 'a time is to be filled in',
  contact: 'contact details are to be filled in',
  choice: 'one of the alternatives is to be chosen',
  text: 'words are to be filled in',
  instruction: 'an instruction to the writer is to be deleted',
};

/** Slots of a template that were never filled in. */
export const noBlanksLeft = defineRule({
  id: 'document/no-blanks-left',
  topic: 'placeholder',
  title: 'Nothing is left to fill in or to choose',
  duty: 'internal',
  citations: [],
  why: 'A published policy with a blank gives no answer where it matters, and shows that nobody read it.',
  *check(context) {
    const isTemplate = context.kind === 'template';
    const byField = groupedBy(
      context.placeholders.filter(({ kind }) => kind !== 'note'),
      // A template is all blanks: there each kind is told once. In a policy each blank is.
      ({ kind, expects, field }) => (kind === 'optional' ? 'optional' : isTemplate ? expects : field),
    );
    for (const [first, ...others] of byField.values()) {
      if (!first) continue;
      const wants =
        first.kind === 'optional'
          ? 'these words are to be kept or deleted'
          : first.kind === 'choice'
            ? WANTS.choice
            : WANTS[first.expects];
      const more =
        others.length > 0 ? `, here and in ${others.length} more ${others.length > 1 ? 'places' : 'place'}` : '';
      const at = { start: first.span.start.offset, end: first.span.end.offset };
      yield {
        message: `“${context.quote(at)}”: ${wants}${more}.`,
        at,
        doubtful: isTemplate,
        related: others.map(({ span, text }) => ({
          at: { start: span.start.offset, end: span.end.offset },
          message: `“${text}” here`,
        })),
      };
    }
    const known = context.placeholders.map(({ span }) => span.start.offset);
    for (const hit of context.find(TO_COME)) {
      const start = hit.end - (hit.match.slice(1).find((part) => part !== undefined) ?? '').length;
      if (known.some((offset) => offset >= hit.start && offset <= hit.end)) continue;
      const at = { start, end: hit.end };
      yield { message: `“${context.quote(at)}”: ${WANTS.text}.`, at, doubtful: isTemplate };
    }
  },
  examples: {
    good: [
      { title: 'a form to sign', markdown: 'Signed: ______________ Date: __________' },
      { title: 'filled in', markdown: 'The attendance lead is Mrs A Patel.' },
    ],
    bad: [
      {
        title: 'a year to come',
        markdown: 'Date of next review: September «XXX»',
        says: '“XXX”: words are to be filled in.',
        asIs: true,
      },
      {
        title: 'yet to be approved',
        markdown: 'Date adopted: «yet to be approved»',
        says: '“yet to be approved”: words are to be filled in.',
        asIs: true,
      },
      {
        title: 'to be confirmed',
        markdown: 'Contact for support: «TBC»',
        says: '“TBC”: words are to be filled in.',
      },
      {
        title: 'a name to insert',
        markdown: 'The attendance lead is «[insert name]» at our school.',
        says: '“[insert name]”: a name is to be filled in.',
      },
    ],
  },
});
