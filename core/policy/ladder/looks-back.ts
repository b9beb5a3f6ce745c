import { lexicon } from './lexicon.ts';
import { spelledOut } from './wording.ts';

const IMPROVING = /\s+(?:[\w'/]+\s+){0,5}improv\w{0,6}\b/iy;

/** What the step before has not brought. */
const NO_IMPROVEMENT = lexicon(
  'unchanged still continue continues continued continuing remain remains persist persists persisting deteriorat* worsen worsens',
  {
    not: [
      /\s+(?:\w+\s+){0,2}(?:(?:gone|going|come|picked|pick|go)\s+up|risen|rise|recover(?:ed)?|increased?|worked|helped|changed|ma(?:de|ke)\s+(?:any|enough|a)\s+(?:difference|progress)|(?:been\s+)?resolved|(?:got(?:ten)?|get)\s+(?:any\s+)?better)\b/iy,
      /\s+(?:come|attend|turn\s+up|keep)\s+(?:to\s+|at\s+)?(?:the|this|that)\s+(?:\w+\s+)?(?:meeting|panel|clinic|surgery|appointment)\b/iy,
      /\s+(?:led\s+to|brought|resulted\s+in|produced|given|seen|shown)\s+(?:(?:any|a|an|the|enough|much|us|real|lasting)\s+){0,3}(?:better|improved|improvements?|change|difference|progress|results?|rise|gain|attendance)\b/iy,
      /\s+(?:keep(?:ing)?\s+to|kept\s+(?:to|up)?|st(?:ick|uck)\s+to|follow(?:ed|ing)?)\s+(?:the|this|that|their|an?|what)\s+(?:\w+\s+)?(?:plan|contract|agreement|targets?|was)\b/iy,
      /\s+(?:had|having)\s+(?:(?:any|the|an?|enough|much|its)\s+){0,3}(?:effect|impact|result)\b/iy,
      /\s+(?:yet\s+)?(?:reached|met|(?:returned|risen|recovered|climbed|improved|(?:got|gone|come|been)(?:\s+back)?(?:\s+up)?)\s+(?:to|above)|back\s+(?:at|to|above|up\s+to)|(?:above|over|up\s+to)(?=\s+\d{2,3}(?:\.\d)?\s?(?:%|per)))\s+(?:at\s+least\s+)?\d/iy,
      /\s+(?:br(?:ing|ought)|rais(?:e|ed)|lift(?:ed)?|turn(?:ed)?|push(?:ed)?)\s+(?:(?:the|their|his|her|your|that|this|it|any|much|attendance|figure|percentage|things)\s+){1,3}(?:back\s+)?(?:up|above|to|over|a?round)\b/iy,
      /\s+(?:been\s+)?(?:kept|stuck|held|adhered)\s+to\b/iy,
      /\s+(?:been\s+)?(?:a\s+success|complied\s+with|taken\s+up)\b/iy,
      /\s+enough\s+(?:real\s+|further\s+|significant\s+)?(?:progress|change|difference|better|impact|effect)\b/iy,
      IMPROVING,
    ],
    'no little insufficient': [
      /\s+(?:real\s+|further\s+|significant\s+)?(?:progress|change|difference|better|impact|effect|rise|increase|recovery|success)\b/iy,
      IMPROVING,
    ],
    'without never unless limited': [IMPROVING],
    without: [/\s+(?:any\s+|further\s+)?(?:success|effect|result|progress|change)\b/iy],
    'nobody noone no': [
      /\s+(?:one\s+|parent\s+)?(?:has\s+|have\s+)?(?:responded|replied|answered|response|reply|answer)\s+to\s+(?:the\s+|this\s+|that\s+)?(?:letter|invitation|offer|call|warning|notice|\w+\s+letter)\b/iy,
    ],
    'fail fails failed failing not': [
      /\s+(?:to\s+)?(?:attend|engage|respond|co-?operate|turn\s+up)\b(?!\s+(?:school|lessons?|regularly|registration|sessions?|every|for|until|by|on\s+time))/iy,
    ],
    failure: [/\s+to\s+(?:meet|reach|keep|attend|improve|engage|comply|co-?operate)\b/iy],
    lack: [/\s+of\s+(?:[\w'/]+\s+){0,5}improv\w{0,6}\b/iy],
    'fails failed failing': [/\s+to\s+(?:[\w'/]+\s+){0,5}improv\w{0,6}\b/iy],
    'improvement improvements': [/\s+(?:is|are|has|have|was|were|does|do)\s+not\b/iy],
    'this that it these they': [
      /\s+(?:fails?|(?:does|do|has|have|is|are)\s+not\s+(?:work|worked|help|helped|succeed|succeeded|enough|successful))\b/iy,
    ],
    the: [
      /\s+\w+\s+(?:fails?|(?:does|do|has|have|is|are)\s+not\s+(?:work|worked|help|helped|succeed|succeeded|enough|successful))\b/iy,
    ],
    nothing: [/\s+(?:has\s+(?:changed|improved|worked|helped)|changes|improves)\b/iy],
    'no not': [/\s+(?:any\s+)?(?:better|higher|different)\b/iy],
    'get gets got become becomes': [/\s+(?:any\s+)?worse\b/iy, /\s+(?:us\s+|them\s+)?nowhere\b/iy],
    'break breaks broke broken breach breaches breached': [
      /\s+(?:the|this|that|their|his|her|an?)\s+(?:\w+\s+)?(?:contract|plan|agreement|targets?)\b/iy,
    ],
    'decline declines declined refuse refuses refused turn turns turned': [
      /\s+(?:down\s+)?(?:the|our|any|this|all|further)\s+(?:\w+\s+)?(?:help|support|offers?|plan|contract|meetings?)\b/iy,
    ],
    'goes go carries carry': [/\s+on\b(?!\s+(?:to|down|falling|dropping)\b)/iy],
    'stay stays stayed': [
      /\s+(?:in|on)\s+(?:the\s+)?(?:red|amber|orange|yellow|black|purple|blue|stage|band|level|tier|group)\b/iy,
    ],
    'stay stays stayed staying': [/\s+(?:at|below|under|beneath|low|poor|too\s+low|the\s+same|where\s+it)\b/iy],
    'target targets measure measures step steps strategies interventions intervention support contract plan agreement':
      [/\s+(?:[\w'.%]+\s+){0,6}(?:not|unsuccessful|fail\w{0,3}|broken|refused|declined|ignored|missed|breached)\b/iy],
    'stage tier level phase wave step': [
      /\s+\w{1,5}\s+(?:(?:is|was|has\s+been|proves?)\s+)?(?:unsuccessful|ineffective|failed|(?:has\s+|have\s+)?(?:not\s+(?:been\s+)?(?:successful|effective|worked|helped)|failed))\b/iy,
    ],
    'target targets': [/\s+(?:are\s+|have\s+been\s+)?(?:met|unmet)\b/iy],
    'help offer offers support': [
      /\s+(?:[\w']+\s+){0,4}(?:turned\s+down|rejected|refused|declined|not\s+(?:taken|accepted))\b/iy,
    ],
    further: [
      /\s+(?:\w+\s+){0,2}(?:truancy|absences?|lateness|unauthori[sz]ed|decline|late|incidents?|occurrences?)\b/iy,
    ],
  },
);

/** A step before, named: "after the meeting", "has already received Letter 1". */
const NAMED_BEFORE = lexicon('', {
  'letter stage step level tier phase': [
    /\s+(?:\d{1,2}|[A-F]|one|two|three|four|five)\s+(?:has|have)\s+(?:already\s+)?(?:taken\s+place|happened|been\s+(?:held|posted|tried|completed|given|sent|issued|had|offered|used|done|reached|put\s+in\s+place))\b/iy,
  ],
  'meeting panel letter plan contract call visit report warning': [
    /\s+(?:has|have)\s+(?:already\s+)?(?:taken\s+place|happened|been\s+(?:held|tried|completed|sent|issued|had|made|signed|agreed))\b/iy,
  ],
  despite: [
    /\s+(?:(?:the|this|that|our|their|these|those|all|any|first|early|earlier|previous|our|such)\s+){0,3}(?:support|help|plan|plans|meeting|meetings|letter|letters|calls?|contracts?|targets?|interventions?|warnings?|measures|steps|stage|actions?|efforts|work)\b/iy,
  ],
  who: [
    /\s+(?:has|have)\s+(?:already\s+)?(?:been\s+(?:spoken|written|rung|phoned|met|seen|sent|given|invited)|had\s+(?:the|a|an|this|that)\s+(?:\w+\s+)?(?:letter|call|meeting|conversation|chat|visit|warning)|received\s+(?:the|a|an|this|that))\b/iy,
  ],
  'had received': [
    /\s+(?:the\s+|our\s+|an?\s+)?(?:\w+\s+)?(?:letter|meeting|warning|text)\b(?:\s+(?:\d|[A-F]|one|two|three))?\s+already\b/iy,
  ],
  'already previously': [/\s+(?:\w+\s+){0,2}(?:had|received|been\s+(?:sent|given|issued))\b/iy],
  'after following': [
    /\s+(?:(?:the|this|a|that|these|an?|first|second|initial)\s+){0,3}(?:stage|letter|meeting|warning|visit|notice|penalty|monitoring|panel|contract|plan|clinic|above|step|call|review)\b/iy,
    /\s+(?:the\s+)?sending\s+of\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:letter|warning|notice|penalty)\b/iy,
  ],
  'within in during': [
    /\s+(?:that|this)\s+(?:period|time|timeframe)\b/iy,
    /\s+the\s+(?:\w+\s+)?(?:monitoring|warning|improvement|review)\s+period\b/iy,
  ],
  'at by': [/\s+the\s+end\s+of\s+(?:the|this|that)\b/iy],
});

/** Whether words look back to a step before: no improvement, a second time, after the meeting. */
export function looksBack(words: string): boolean {
  const said = spelledOut(words);
  return NO_IMPROVEMENT.isIn(said) || NAMED_BEFORE.isIn(said);
}
