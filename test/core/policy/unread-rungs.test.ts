import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

const asked = (text: string): string[] =>
  parsePolicy(`# Attendance policy\n\n## What we do\n\n${text}\n`)
    .questions.filter(({ id }) => id.startsWith('ladder.unread'))
    .map(({ asks }) => asks.replace(/^Does a step begin at "(.*?)"\?.*$/, '$1'));

describe('figures among the steps of a ladder that no step was read from', () => {
  it.each([
    [
      'a stage that is named in the middle of another',
      'Wave 1: absence above 4%. The tutor rings.\n\nWave 2: absence of 8% or more. The head of year visits. By Wave 3, when absence has reached 15%, the council is told.',
      ['15%'],
    ],
  ])('%s is asked about', (_, text, expected) => expect(asked(text)).toEqual(expected));

  it.each([
    [
      'a ladder that is read whole',
      '- Below 95%: a letter home.\n- Below 92%: a meeting.\n- Below 90%: the council is told.',
    ],
    [
      'how persistent absence is defined',
      '- Below 95%: a letter home.\n- Below 92%: a meeting.\n\nPersistent absence is attendance of 85% or below.',
    ],
    [
      'the level of the best',
      '| Attendance | What we do |\n|---|---|\n| 97–100% | |\n| Below 95% | Letter home |\n| Below 90% | Meeting |',
    ],
    [
      'a target and the way out',
      '- Below 95%: a letter home, until attendance is above 96%.\n- Below 92%: a meeting. The target is 97%.',
    ],
    [
      'how many notices there may be',
      '- Below 95%: a letter home.\n- Below 92%: a meeting.\n- No more than two penalty notices are sent in three years.',
    ],
    [
      'a count beside the figure of its step',
      '- Below 95%: a letter home.\n- Below 85% and there are 10 or more unauthorised sessions: the council is told.',
    ],
    [
      'a table of something else',
      '| Colour | Attendance |\n|---|---|\n| Green | 95% to 100% |\n| Red | below 91% |\n\nBelow 95% we write home. Below 90% we meet.',
    ],
  ])('%s is not', (_, text) => expect(asked(text)).toEqual([]));
});
