import { matchesIn } from '../document.ts';
import type { Reader } from './reader.ts';

/** What schools keep their registers in, by the product's own name. Apps for parents and behaviour are not among them. */
const SYSTEMS: readonly [string, string][] = [
  ['SIMS', '(?:Capita |ESS )?(?:SIMS|SIMs|Sims|sims)(?:\\.net)?'],
  ['Arbor', '(?:Arbor|ARBOR)'],
  ['Bromcom', '(?:Bromcom|BromCom|BROMCOM|bromcom)'],
  ['ScholarPack', '(?:Scholar(?:-\\s{1,4}| ?)[Pp]ack|scholarpack|SCHOLARPACK)'],
  ['iSAMS', '(?:iSAMS|iSams|ISAMS|isams|Isams)'],
  ['Integris', '(?:RM )?(?:Integris|INTEGRIS|integris|RMI)(?: G2)?'],
  ['Pupil Asset', '(?:Pupil Asset|PupilAsset|pupil asset)'],
  ['Horizons', '(?:Juniper Horizons|Horizons)'],
  ['Compass', '(?:Compass(?: Education)?)'],
  ['CMIS', '(?:Facility CMIS|CMIS)'],
  ['Progresso', 'Progresso'],
  ['Schoolbase', '(?:Schoolbase|SchoolBase)'],
  ['Engage', 'Engage MIS'],
  ['PASS', 'WCBS(?: PASS)?'],
  ['Ed:gen', '(?:Ed:gen|ed:gen|EdGen)'],
  ['Go4Schools', '(?:Go ?4 ?Schools|GO ?4 ?SCHOOLS|GO4Schools)'],
  ['VSware', '(?:VSware|VSWare)'],
  ['Eportal', '(?:Serco Facility|e1 Facility|Advanced MIS)'],
  ['Veracross', 'Veracross'],
];
const SYSTEM = new RegExp(
  `(?<![\\w@./-])(?:${SYSTEMS.map(([, names]) => `(${names})`).join('|')})(?![\\w@]|\\.[a-z])`,
  'g',
);
/** Names that are also plain words count only where the talk is of a system. */
const ALSO_WORDS = new Set(['Horizons', 'Compass', 'PASS']);
const PUT_TO_USE =
  /\b(?:on|in|into|onto|using|uses?|via|through|our|from|by|called|MIS|system|software)[\s('":,-]{1,4}$/i;
const IS_SYSTEM = /^[\s'")(,]{0,4}(?:is our\s+)?(?:MIS|system|software|database|platform|portal|app|registers?)\b/i;
const NO_SYSTEM =
  /\b(?:Arbor Day|Ann Arbor|The Sims|Compass (?:Points|House|Centre|Group|Rose)|(?:Broad|New|Wider) Horizons)\b/g;

/** "our previous system was SIMS", "which has replaced SIMS": the register is kept there no longer. */
const OF_OLD =
  /\b(?:previous|former|formerly|old|used\sto\suse|replac(?:es|ed|ing)|instead\sof|no\slonger|(?:moved|moving|switched|changed|migrated|transferred)\s(?:\w+\s){0,2}from)\b[^.;]{0,30}$/i;

/** The management information system that the registers are kept in. */
export const mis: Reader = {
  kinds: ['mis'],
  mayRead: new RegExp(SYSTEMS.map(([, names]) => names).join('|')),
  read({ block }) {
    const blocked = [...matchesIn(block, NO_SYSTEM)];
    return matchesIn(block, SYSTEM).flatMap((match) => {
      const name = SYSTEMS[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
      const start = match.index;
      const end = start + match[0].length;
      if (!name || blocked.some((one) => start < one.index + one[0].length && one.index < end)) return [];
      const named =
        match[0].includes(' ') ||
        PUT_TO_USE.test(block.plain.slice(Math.max(0, start - 30), start)) ||
        IS_SYSTEM.test(block.plain.slice(end, end + 30));
      if ((ALSO_WORDS.has(name) || (/^sims$/i.test(match[0]) && match[0] !== 'SIMS')) && !named) return [];
      const confidence = OF_OLD.test(block.plain.slice(Math.max(0, start - 50), start)) ? 'unsure' : 'certain';
      return [{ kind: 'mis' as const, name, confidence, start, end }];
    });
  },
};
