import type { Hit } from '../policy/document.ts';
import type { RuleContext } from './context.ts';
import { wordsBefore } from './guards.ts';
import { phrase } from './phrase.ts';

// Councils of Wales, and words of Welsh that no English policy has need of.
const WELSH_COUNCILS =
  '(?:Powys|Gwynedd|Ceredigion|Pembrokeshire|Carmarthenshire|Monmouthshire|Merthyr Tydfil|Rhondda Cynon Taff?|Blaenau Gwent|Torfaen|Caerphilly|Swansea|Neath Port Talbot|Bridgend|Vale of Glamorgan|Cardiff|Newport|Wrexham|Flintshire|Denbighshire|Conwy|Isle of Anglesey|Anglesey)';
const WELSH = phrase(
  new RegExp(
    `\\b(?:[Pp]resenoldeb|[Aa]bsenoldeb|[Dd]isgybl(?:ion)?|Llywodraeth Cymru|[Aa]wdurdod [Ll]leol)(?![A-Za-z])|\\b${WELSH_COUNCILS} (?:City |County |County Borough )?(?:Council|LA|Local Authority|Education (?:Authority|Welfare))(?![A-Za-z])`,
    'g',
  ),
  'presenoldeb',
  'absenoldeb',
  'disgybl',
  'llywodraeth',
  'awdurdod',
  'council',
  'local authority',
  ' la',
  'education',
);
// A school's own Welsh name stands at the top; further down it may be that of a neighbour.
const WELSH_NAME = phrase(/\bYsgol (?:[A-ZÂÊÎÔÛŴŶ][\w’'-]+|y|yr)/g, 'ysgol');
const TOP_BLOCKS = 6;
const ELSEWHERE = phrase(
  /\b(?:Welsh Government|Estyn|Education Scotland|Scottish Government|Department of Education,? \(?Northern Ireland|Education Authority Northern Ireland|Education \(Pupil Registration\) \(Wales\)|School Attendance \(Wales\))(?![A-Za-z])/gi,
  'welsh',
  'estyn',
  'scotland',
  'scottish',
  'northern ireland',
  'wales',
);
const ENGLAND = phrase(
  /\b(?:DfE|Department for Education|Ofsted|KCSIE)(?![A-Za-z])|\(England\)/g,
  'dfe',
  'department for education',
  'ofsted',
  'kcsie',
  'england',
);

/** What shows that a document is from another country of the United Kingdom, and nothing that it is from England; else null. */
export function signOfAnotherCountry(context: RuleContext): Hit | null {
  const name = context.first(WELSH_NAME);
  const sign = context.first(ELSEWHERE, WELSH) ?? (name && name.placed.index < TOP_BLOCKS ? name : null);
  return sign && !context.has(ENGLAND) ? sign : null;
}

const KIND =
  "(?:(?:day|boarding|co-?educational|selective|prep(?:aratory)?|pre-prep(?:aratory)?|senior|junior|primary|secondary|special|faith|girls[’']?|boys[’']?|mixed|christian|muslim|jewish|catholic|and),? )";
const INDEPENDENT = phrase(
  new RegExp(
    `\\b(?:is|as|being|our) (?:an? )?${KIND}{0,3}independent ${KIND}{0,4}school\\b(?! (?:place|standards?|inspectorate))|^[^.;\\n]{0,80}, an? independent ${KIND}{0,3}school\\b|\\binspected by (?:the )?(?:ISI|Independent Schools Inspectorate)\\b|\\b(?:approved|adopted|agreed|reviewed) by the proprietors?\\b`,
    'gi',
  ),
  'independent',
  'isi',
  'proprietor',
);
const STATE_FUNDED = phrase(
  /\b(?:academy|academies|multi-academy|maintained school|voluntary (?:aided|controlled)|community school|free school)\b/gi,
  'academ',
  'maintained',
  'voluntary',
  'community school',
  'free school',
);
// Chapter 6 of the guidance and the daily sharing of data are for state-funded schools.
const STATE_FUNDED_ONLY = ['penalty-notices/', 'registers/data-shared-daily'];

/** What shows that the school is an independent one, or null: its own words, where nothing names it state-funded. */
export function signOfIndependence(context: RuleContext): Hit | null {
  const sign = context.first(INDEPENDENT);
  if (!sign || /\bnot\b/i.test(wordsBefore(sign).slice(-20))) return null;
  return context.has(STATE_FUNDED) ? null : sign;
}

/** Whether a rule holds for an independent school too. */
export function holdsForIndependent(ruleId: string): boolean {
  return !STATE_FUNDED_ONLY.some((start) => ruleId.startsWith(start));
}
