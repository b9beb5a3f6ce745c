import { defineRule } from '../../lint/rule.ts';

/** Instructions and drafting notes of a template that stand in the text. */
export const noNotesLeft = defineRule({
  id: 'document/no-notes-left',
  topic: 'leftover-note',
  title: 'No note to the writer is left',
  duty: 'internal',
  citations: [],
  why: 'A note meant for the writer reads like a rule to everyone else.',
  *check(context) {
    const isTemplate = context.kind === 'template';
    for (const { kind, span } of context.placeholders) {
      if (kind !== 'note') continue;
      const at = { start: span.start.offset, end: span.end.offset };
      const words = context.quote(at);
      yield {
        message: `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}” is a note to the writer, to be deleted before the policy is published.`,
        at,
        doubtful: isTemplate,
      };
    }
  },
  examples: {
    good: [{ title: 'no note', markdown: 'Attendance is reviewed each week.' }],
    bad: [
      {
        title: 'an instruction',
        markdown: '«[Delete this note before publishing.]»\n\nAttendance is reviewed each week.',
        says: '“[Delete this note before publishing.]” is a note to the writer, to be deleted before the policy is published.',
      },
    ],
  },
});
