import { sentencesOf } from '../document.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import type { Trigger } from '../schema.ts';
import { actionsOf, isReward, mainClause, saysAction } from './actions.ts';
import { actorIn } from './actors.ts';
import { clausesOf, looksBack, waitIn } from './conditions.ts';
import { monitoringIn, targetIn } from './details.ts';
import type { Line } from './lines.ts';
import type { Rung } from './rung.ts';
import { triggerOf } from './triggers.ts';

interface Setting {
  /** The sentence stands among rungs, so that less is needed to make it one. */
  readonly inLadder: boolean;
  /** Words of the items under a line that ends with a colon. */
  readonly below?: readonly string[];
}

const PARENTS_DO =
  /\b(?:parents?|carers?|parents?\s?\/\s?carers?|you|families|pupils?|staff)\b[^.;]{0,30}\b(?:must|should|need\s+to|are\s+(?:asked|expected|required|requested|reminded)\s+to|will\s+(?:be\s+)?(?:need|required|expected|asked)\s+to|have\s+to|to)\s+(?:\w+\s+){0,3}(?:contact|phone|ring|call|inform|notify|tell|let|report|telephone|e-?mail|advise|provide|submit|complete|send)\b/i;
const SCHOOL_DOES =
  /\b(?:school|we|office|staff|officer|lead|team|headteacher|authority|la|ewo|council|tutor|teacher)\b[^.;]{0,60}\b(?:will|may|can|could|shall|should|must|contacts?|phones?|rings?|calls?|texts?|telephones?|visits?|sends?|refers?|meets?|invites?|informs?|issues?|makes?|writes?)\b|\b(?:contact|phone\s+call|call|text|visit|referral|letter|notice|meeting|warning|fine|prosecution|home\s+visit)\w{0,2}\s+(?:\w+\s+){0,4}(?:is|are|be|will|may|has|made|sent|issued|held|arranged)\b|^\W*(?:telephone|phone|ring|call|text|contact|visit|refer|send|invite|inform|issue|arrange|write)\b|\b(?:lead|result)s?\s+(?:to|in)\b/i;
const DEFINITION =
  /\b(?:is|are|becomes?|as)\s+(?:\w+\s+){0,3}(?:defined|classed|classified|regarded|considered|deemed|known|identified|described|categorised)\b|\b(?:a|an)\s+'?(?:persistent|severe)(?:ly)?\s+absen\w+'?|\bmeans\b|\bdefin(?:es|ition)\b/i;
const STRONG =
  /\b(?:penalty|fines?|fined|prosecut\w*|court|legal|summons\w*|police|supervision\s+order|parenting\s+contract|notice\s+to\s+improve|home\s+visit|visit\s+the\s+home|emergency\s+contacts?|formal\s+meeting|panel|referr?\w*|letter\s+of\s+warning|warning|meeting|asked\s+to\s+meet|invited)\b/i;
const TROUBLE =
  /\b(?:truan\w*|persist\w*|no\s+(?:contact|response|reply|reason|improv\w*)|not\s+(?:been\s+)?(?:found|heard|contacted|responded|in\s+touch|effective|successful|engag\w*|attend\w*|improv\w*|co-?operat\w*|compl\w*|met|had)|unable\s+to\s+(?:contact|make)|unwilling|fail\w*|further|second|third|repeat\w*|cannot\s+be|exhausted|PA|goes\s+on|unsuccessful|unauthori[sz]ed|continu\w*|poor|concerns?)\b/i;
const HARMLESS =
  /\b(?:wish|would\s+like|feel|prefer|questions?|vomit\w*|appointment|moving|leaves?\s+the\s+school|new\s+school|disagree|complain\w*|request\w*|apply|application|medical\s+evidence|genuine|snow|closed|bereave\w*)\b/i;

/** The steps that the sentences of a line set out, each with its trigger and what is done. */
export function proseRungs(line: Line, setting: Setting): Rung[] {
  const rungs: Rung[] = [];
  const { block } = line.placed;
  if (!MAY_BE.test(line.text)) return rungs;
  const sentences = sentencesOf(block).filter(({ start, end }) => start < line.end && end > line.start);
  sentences.forEach((sentence, index) => {
    const from = Math.max(sentence.start, line.start) - line.start;
    const text = line.text.slice(from, Math.min(sentence.end, line.end) - line.start);
    const following = sentences.slice(index + 1).map((one) => one.text);
    const rung = sentenceRung(text, following, from, line, setting);
    if (rung) rungs.push(rung);
  });
  return rungs;
}

const MAY_BE =
  /%|per\s?cent|session|\bdays?\b|\blate|half[- ]day|\bif\b|\bwhere\b|\bwhen\b|\bshould\b|\bonce\b|\bfail|\bthird\b|\bsecond\b|\bin\s+the\s+(?:event|case)|\bfirst\s+instance/i;

function sentenceRung(
  text: string,
  following: readonly string[],
  from: number,
  line: Line,
  setting: Setting,
): Rung | null {
  const clauses = clausesOf(text);
  const main = mainClause(text);
  const figures = figuresIn(text, line.text);
  const read = triggerOf(
    figures.filter(({ sense }) => sense === 'trigger'),
    text,
  );
  const below = setting.below ?? [];
  const does = [main, ...following.slice(0, 1), ...below].join(' ');
  const back = clauses.find(({ words }) => looksBack(words));
  let trigger: Trigger | null = null;
  let start = 0;
  let end = text.trimEnd().length;
  let sure = false;
  if (read) {
    if (!isStep(text, main, does, read.start)) return null;
    ({ trigger, start, end } = read);
    if (back && !trigger.condition) trigger = { ...trigger, condition: back.words };
    sure = clauses.length > 0;
  } else {
    const clause = back ?? clauses.find(({ words }) => TROUBLE.test(words) && !HARMLESS.test(words));
    const enough = setting.inLadder ? saysAction(main) : STRONG.test(main) && clause !== undefined;
    if (!clause || !enough || HARMLESS.test(clause.words) || PARENTS_DO.test(main) || !SCHOOL_DOES.test(main))
      return null;
    trigger = { condition: clause.words };
    start = clause.start;
    end = clause.end;
  }
  if (isReward(text)) return null;
  const actions = actionsOf([main, ...(read && !saysAction(main) ? following.slice(0, 1) : [])].join(' ')).concat(
    below.flatMap(actionsOf),
  );
  if (actions.length === 0) return null;
  const monitoring = monitoringIn(text);
  const target = targetIn(text);
  const actor = actorIn(main);
  return {
    title: titleOf(text),
    printed: null,
    trigger,
    ...(back ? { after: { wait: waitIn(text) } } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: sure ? 'likely' : 'unsure',
    place: { line, start: from + start, end: from + end },
  };
}

function isStep(text: string, main: string, does: string, figureAt: number): boolean {
  if (
    /\b(?:leave|licen[cs]e|holiday)\b[^.]{0,60}\b(?:not|never|only|unlikely)\b[^.]{0,30}\bauthori[sz]ed?\b/i.test(text)
  )
    return false;
  if (PARENTS_DO.test(main) && !SCHOOL_DOES.test(main.replace(PARENTS_DO, ' '))) return false;
  if (DEFINITION.test(text) && !STRONG.test(main)) return false;
  return saysAction(does) && SCHOOL_DOES.test(does) && figureAt >= 0;
}

function titleOf(text: string): string {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s\-*•]+/, '')
    .split(' ');
  return words
    .slice(0, 8)
    .join(' ')
    .replace(/[,;:.]+$/, '');
}
