/**
 * What a sentence says of word from home: by the words that deny and the words of contact that stand near each other,
 * whatever stands between them. Sets of words, since families and offices have many ways to say it.
 */

const WORD = /[a-z]+(?:['’][a-z]+)?|=/g;

/** The words of a text in small letters, "don't" as one; an equals sign is one too. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

const DENIES = new Set(
  'no not without nobody nothing never neither nor unless fail fails failed failing failure cannot lack absent'.split(
    ' ',
  ),
);
const CONTACT = new Set(
  'ring rings rang rung ringing phone phones phoned phoning call calls called calling telephone telephoned contact contacts contacted contacting contactable hear hears heard tell tells told telling inform informs informed informing notify notifies notified notifying notification report reports reported reporting message messages word answer answers answered answering reply replies replied replying respond responds responded response explain explains explained explanation explanations reason reasons email emails emailed text texts texted touch communication accounted accounts'.split(
    ' ',
  ),
);
const NOTHING = new Set(['nothing', 'nobody']);
const ALONE = new Set(['unreported', 'unexplained', 'uncontactable', 'unnotified']);
const OTHERWISE = new Set(['otherwise', 'else']);
// "No reason to doubt", "not a good reason": no word about contact.
const JUDGED = new Set(
  'accept acceptable accepted satisfactory good valid genuine legitimate adequate sufficient reasonable approved'.split(
    ' ',
  ),
);
const REACH = 8;

/** Whether nothing was heard from home, or would not be: "if we have not had a call", "failure to ring in", "no reply". */
export function isUnheard(text: string): boolean {
  const words = wordsIn(text);
  if (words.some((word) => ALONE.has(word))) return true;
  let lastContact = false;
  for (const [index, word] of words.entries()) {
    if (CONTACT.has(word)) {
      lastContact = true;
      // "Heard nothing from home", "received no word".
      if (NOTHING.has(words[index + 1] ?? '')) return true;
    }
    if (OTHERWISE.has(word) && lastContact) return true;
    if (!DENIES.has(word) && !word.endsWith("n't") && !word.endsWith('n’t')) continue;
    const near = words.slice(index + 1, index + 1 + REACH);
    const contact = near.findIndex((next) => CONTACT.has(next));
    if (contact >= 0 && !near.slice(0, contact).some((next) => JUDGED.has(next))) return true;
  }
  return false;
}

/** Whether the sentence asks for word from home: "please call us before 9am". */
export function speaksOfContact(text: string): boolean {
  return wordsIn(text).some((word) => CONTACT.has(word));
}
