import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied, isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OFFERED = phrase(
  /\b(?:part[- ]time|reduced|bespoke|modified) time[- ]?tables?\b|\breduced (?:school )?hours\b/gi,
  'timetable',
  'time-table',
  'time table',
  'hours',
);
const OF_PART_TIME = /\b(?:part[- ]time|reduced|bespoke|modified)(?: ?\/ ?part-time)? time[- ]?tables?\b/i;
const CONDITIONS = phrase(
  /\b(?:time[- ]limited|temporary|temporarily|short[- ]term|fixed (?:period|time)|(?:regularly |kept under )?review(?:ed)?|very exceptional|exceptional circumstances|shortest|(?<!no )end[- ]date|(?:one|two|three|four|five|six|\d{1,2}) weeks)\b/gi,
  'time',
  'tempor',
  'short',
  'fixed',
  'review',
  'exceptional',
  'end',
  'weeks',
);
// The sessions away have had a code of their own since 2024.
const CODED_C = phrase(
  /(?<![A-Za-z0-9])['"“‘]?C['"”’]? codes?\b|\b[Cc]ode[d]? (?:as |with )?['"“‘]?C['"”’]?(?![A-Za-z0-9'’])/g,
  'code',
);
const BLOCKS_BEFORE = 2;
const TO_MANAGE =
  /\b(?:pupils?|students?|child(?:ren)?|those) (?:with|whose) (?:\w+ ){0,2}behaviou?r\b|\b(?:alternative to|instead of|avoid(?:ing)?|prevent(?:ing)?) (?:an? )?(?:suspensions?|exclusions?)\b|\b(?:sanction|punishment|following (?:\w+ ){0,2}behaviou?r|behaviour (?:strategy|policy|is (?:poor|a concern|challenging))|(?:because of|due to|manage) their behaviour)\b|\bto (?:manage|control) (?:\w+ ){0,2}behaviou?r\b|\bto (?:manage|support|improve|address) (?:\w+ ){0,2}behaviour\b|\bfor behaviou?r\w* reasons\b/i;

// The same without its name: "will come in for mornings only".
const HALF_DAYS = phrase(
  /\b(?:mornings?|afternoons?|half[- ]days?|(?:an|one|two) hours? (?:a|each) day) only\b|\bonly (?:come|attend|be in|stay) (?:in |school )?(?:for |in )?(?:the )?(?:mornings?|afternoons?)\b|\b(?:short(?:er|ened)|reduced) (?:school )?days?\b|\bsent home (?:at|before|after) (?:lunch|dinner|noon|midday)\b/gi,
  'only',
  'short',
  'reduced',
  'sent home',
);
const OF_TEMPER =
  /\b(?:temper|outbursts?|disrupt\w*|misbehav\w*|aggress\w*|violen\w*|defian\w*|exclusions?|suspensions?)\b|\bbehaviou?r\b[^.;]{0,40}\b(?:hard|difficult|poor|problem|concern|improv\w*|settle|makes?|is)\b/i;

/** Part-time timetables without what makes them lawful. */
export const partTimeTimetables = defineRule({
  id: 'leave/part-time-timetables',
  topic: 'part-time-timetable',
  title: 'A part-time timetable is exceptional, agreed, short and reviewed',
  duty: 'should',
  citations: [citeProvision('part-time-timetables')],
  inForce: { from: '2024-08-19' },
  why: 'Every pupil has a right to full-time education; the sessions away are absence, coded C2.',
  *check(context) {
    for (const hit of context.find(CODED_C)) {
      const near = context
        .blocksAround(hit.placed, BLOCKS_BEFORE, 0)
        .map(({ block }) => block.plain)
        .join(' ');
      const isOfSessions =
        /\b(?:not|un)\b[^.;]{0,30}\b(?:attend|expected|timetabled|in school)|\bsessions?\b|\babsen\w+/i.test(
          hit.sentence.text,
        );
      if (!OF_PART_TIME.test(near) || !isOfSessions || isHistory(hit) || isElsewhere(hit)) continue;
      if (isDenied(hit) || /\bC2\b|\bexceptional circumstances\b|\bholiday/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” is given to a part-time timetable; its sessions away are C2.`, at };
      break;
    }
    const hits = [...context.find(OFFERED)].filter(
      ({ placed, sentence }) => !/^\W*C2\b/.test(placed.block.plain) && !/\bC2\b/.test(sentence.text),
    );
    const managing = hits.find(
      ({ sentence }) => TO_MANAGE.test(sentence.text) && !/\bnot\b|\bnever\b/i.test(sentence.text),
    );
    if (managing) {
      const at = { start: managing.start, end: managing.end };
      yield { message: `“${context.quote(at)}” is used to manage behaviour; it must not be.`, at };
      return;
    }
    const unnamed = [...context.find(HALF_DAYS)].find(
      ({ sentence: { text } }) =>
        (OF_TEMPER.test(text) || TO_MANAGE.test(text)) &&
        !/\b(?:not|never|cannot be (?:used|put)|no longer|detention|trip)\b/i.test(text),
    );
    if (unnamed) {
      const at = { start: unnamed.start, end: unnamed.end };
      yield {
        message: `“${context.quote(at)}” is a part-time timetable that is used to manage behaviour; it must not be.`,
        at,
      };
      return;
    }
    const [first] = hits;
    if (!first || /\bnot\b/i.test(first.sentence.text)) return;
    // Under a heading of that name the conditions stand in the paragraphs that follow.
    const conditioned = [...context.find(CONDITIONS)].some(({ placed }) =>
      hits.some(
        (hit) => hit.placed === placed || placed.headings.some((heading) => hit.placed.block.plain.includes(heading)),
      ),
    );
    if (conditioned) return;
    const at = { start: first.start, end: first.end };
    yield {
      message: `“${context.quote(at)}” is offered without its conditions: exceptional, agreed with parents, time-limited, reviewed, not for behaviour, coded C2.`,
      at,
      doubtful: !context.isWholePolicy || context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      {
        title: 'the code of 2024',
        markdown:
          'A part-time timetable is temporary, agreed and reviewed. Its sessions away are coded C2, not coded C.',
      },
      {
        title: 'with its conditions',
        markdown: 'In very exceptional circumstances a time-limited part-time timetable may be agreed and reviewed.',
      },
      { title: 'refused', markdown: 'We do not use reduced timetables.' },
    ],
    bad: [
      {
        title: 'half days without the name',
        markdown: 'A child whose outbursts upset the class comes in for «mornings only».',
        says: '“mornings only” is a part-time timetable that is used to manage behaviour; it must not be.',
      },
      {
        title: 'the code before 2024',
        markdown:
          'A part-time timetable is temporary, agreed with parents and reviewed. Sessions away from school are «coded C».',
        says: '“coded C” is given to a part-time timetable; its sessions away are C2.',
      },
      {
        title: 'for pupils with a certain behaviour',
        markdown: 'Pupils with challenging behaviour may be placed on a «reduced timetable» for six weeks.',
        says: '“reduced timetable” is used to manage behaviour; it must not be.',
      },
      {
        title: 'instead of a suspension',
        markdown: 'Our «part-time timetables» are an alternative to suspension and are reviewed.',
        says: '“part-time timetables” is used to manage behaviour; it must not be.',
      },
      {
        title: 'a bare offer',
        as: 'whole policy',
        markdown: 'For pupils in distress the school will consider a «reduced timetable».',
        says: '“reduced timetable” is offered without its conditions: exceptional, agreed with parents, time-limited, reviewed, not for behaviour, coded C2.',
      },
      {
        title: 'for behaviour',
        markdown: 'A «part-time timetable» may be used to manage poor behaviour.',
        says: '“part-time timetable” is used to manage behaviour; it must not be.',
      },
    ],
  },
});
