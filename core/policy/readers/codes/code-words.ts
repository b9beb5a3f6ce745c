/**
 * The words by which policies explain each attendance code, old and new: enough to tell a row of a code list
 * ("I Illness", "LLate") from a sentence that begins with a capital letter. Not law, only how people write.
 */
const HOLIDAY = 'holiday|leave|vacation';
const UNABLE =
  'unable|exceptional|unavoidable|forced|enforced|clos|shut|detention|detained|prison|transport|disrupt|custody|justice|public health|travel';

const CODE_WORDS: Readonly<Record<string, string>> = {
  '/': 'present|attend|morning|a\\.?m\\b|in school',
  '\\': 'present|attend|afternoon|p\\.?m\\b|in school',
  B: 'off.?site|educat|offsite|another|other|elsewhere|somewhere else|dual|approved',
  C: 'leave|authori[sz]ed|exceptional|other|circumstances|granted|approved|absen',
  C1: 'leave|performance|employment|abroad|licen[cs]ed|regulated',
  C2: 'leave|part.?time|timetable|reduced',
  D: 'dual|another|other school|educat',
  E: 'exclu|suspen',
  F: 'extended|holiday|leave',
  G: `${HOLIDAY}|unauthori[sz]ed`,
  H: HOLIDAY,
  I: 'ill|sick|unwell|poorly|under the weather|medical|present',
  J: 'interview',
  J1: 'interview|leave|employ',
  K: 'off.?site|alternative|local authority|educat|provision|tuition',
  L: 'late|arriv|before',
  M: 'medical|dental|doctor|dentist|hospital|optician|orthodont|appointment',
  N: 'no\\b|not|reason|unknown|unexplained|yet',
  O: "unauthori[sz]ed|other|absen|not|(?:no|any|without|have) (?:an? )?(?:good|proper|acceptable|agreed|accepted) reason|don't|didn't",
  P: 'sport|approved|tournament|match(?:es)?\\b|competi',
  Q: 'access|unable|local authority|transport',
  R: 'relig|faith|observance|festival|holy day|eid\\b|diwali',
  S: 'study|leave|exam',
  T: 'travel|gypsy|roma\\b|mobile|occupation|circus|fairground|showm[ae]n',
  U: 'unauthori[sz]ed|late|after|arriv|absen',
  V: 'visit|trip|educat|residential|outing',
  W: 'work|placement',
  X: 'too young|not yet five|not of compulsory|not due|nursery|not required|non.?compulsory|not expected|covid|not attend|untimetabled|non.?statutory|self.?isolat',
  Y: UNABLE,
  Z: 'new (?:starter|pupil|child)|not (?:yet )?(?:on|in|registered|admitted|started|joined)|prospective|register|admission|roll',
  '#': 'clos|holiday|inset|bank|planned|staff training|not due|all schools',
  '@': 'late(?!ness)|not (?:be )?used|do not use|arriv',
  '!': 'no attendance|not required|(?:not|never) (?:be )?used|do not use',
  I01: 'ill|sick',
  I02: 'medical|appointment|ill|sick|present|authori[sz]ed',
};

const PATTERNS = new Map<string, RegExp>(
  Object.entries(CODE_WORDS).map(([code, words]) => [code, new RegExp(`(?<![a-z])(?:${words})`, 'i')]),
);
const UNAVOIDABLE = new RegExp(`(?<![a-z])(?:${UNABLE})`, 'i');

/** Whether the token is a code that registers use or used: `/ \ L … Z # @ !`, C1, J1, Y1–Y7, I01. */
export function isCode(token: string): boolean {
  return PATTERNS.has(token) || /^Y[1-7]$/.test(token);
}

/** Whether the first words of the meaning speak of what the code stands for. */
export function explains(code: string, meaning: string): boolean {
  const pattern = PATTERNS.get(code) ?? (/^Y[1-7]$/.test(code) ? UNAVOIDABLE : undefined);
  return pattern?.test(meaning.slice(0, 110)) ?? false;
}
