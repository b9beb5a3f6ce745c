/** Texts of which at least one stands in whatever the pattern matches. */
type AnyOf = readonly string[];

/** What one way to match a pattern needs: something of each list. */
export type Needs = readonly AnyOf[];

// Shorter texts stand in nearly every block; longer lists say next to nothing.
const LEAST_LETTERS = 3;
const MOST_EXACT = 24;
const MOST_CHOICES = 48;
const MOST_IN_A_CLASS = 4;
const REPEATS = '*+?{';
const PLAIN = /[A-Za-z0-9,;:'"/%-]+/y;

/** One of the alternatives at the top of a pattern. */
export interface Alternative {
  readonly source: string;
  /** How many groups of the pattern stand before it. */
  readonly groupsBefore: number;
  /** What stands, in small letters, in every text that it matches. */
  readonly needs: Needs;
}

/**
 * The alternatives at the top of a pattern, each with what it needs. A pattern is asked about thousands of blocks; to
 * know that a word of it is missing is much quicker.
 */
export function alternativesOf({ source, flags }: RegExp): readonly Alternative[] {
  // With these flags a letter may match one of another alphabet: "s" the old "ſ".
  if (flags.includes('u') || flags.includes('v')) return [{ source, groupsBefore: 0, needs: [] }];
  const read = new Source(source);
  const alternatives: Alternative[] = [];
  do {
    const { at, groups } = read;
    const needs = allOf(read.sequence());
    alternatives.push({ source: source.slice(at, read.at), groupsBefore: groups, needs });
  } while (read.isAfterBar());
  return alternatives;
}

/** What a part of a pattern may match: nothing but a few texts, or more than can be told with what they have in common. */
interface Part {
  readonly exact: AnyOf | null;
  readonly needs: Needs;
}

const EMPTY: Part = { exact: [''], needs: [] };
const ANYTHING: Part = { exact: null, needs: [] };

/** Reads the source of a valid regular expression without the flags u and v. */
class Source {
  readonly #source: string;
  #at = 0;
  #groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get at(): number {
    return this.#at;
  }

  /** How many groups were read so far that give what they matched. */
  get groups(): number {
    return this.#groups;
  }

  /** Steps over a bar, if one is next. */
  isAfterBar(): boolean {
    if (this.#source[this.#at] !== '|') return false;
    this.#at++;
    return true;
  }

  /** What stands between bars, up to the end or the bracket that closes. */
  sequence(): Part {
    const needs: AnyOf[] = [];
    let isExact = true;
    let run: AnyOf = [''];
    const endRun = (next: AnyOf) => {
      isExact = false;
      needs.push(...needed(run));
      run = next;
    };
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      const letters = this.#letters();
      const part = letters === '' ? this.#repeated(this.#atom()) : { exact: [letters.toLowerCase()], needs: [] };
      needs.push(...part.needs);
      if (!part.exact) endRun(['']);
      else if (run.length * part.exact.length > MOST_EXACT) endRun(part.exact);
      else run = crossed(run, part.exact);
    }
    if (isExact) return { exact: run, needs };
    return { exact: null, needs: [...needs, ...needed(run)] };
  }

  /** The plain letters that are next, without one that is repeated: most of a pattern, read at once. */
  #letters(): string {
    PLAIN.lastIndex = this.#at;
    const letters = PLAIN.exec(this.#source)?.[0] ?? '';
    const next = this.#source[this.#at + letters.length] ?? '';
    const own = next !== '' && REPEATS.includes(next) ? letters.slice(0, -1) : letters;
    this.#at += own.length;
    return own;
  }

  #atom(): Part {
    const unit = this.#source[this.#at++] ?? '';
    if (unit === '(') return this.#group();
    if (unit === '[') return this.#class();
    if (unit === '^' || unit === '$') return EMPTY;
    if (unit === '\\') return this.#escape();
    return unit === '.' ? ANYTHING : letter(unit);
  }

  #group(): Part {
    const opening = this.#opening();
    this.#at += opening.length;
    if (opening === '' || (opening !== '?:' && /\w/.test(opening))) this.#groups++;
    const parts: Part[] = [];
    do parts.push(this.sequence());
    while (this.isAfterBar());
    this.#at++;
    const inside = eitherOf(parts);
    if (opening.endsWith('!')) return EMPTY;
    // What is looked for ahead or behind stands in the text too, but not in its turn.
    return opening.endsWith('=') ? { exact: [''], needs: allOf(inside) } : inside;
  }

  /** What stands behind the bracket that opens a group to say of what kind it is. */
  #opening(): string {
    if (this.#source[this.#at] !== '?') return '';
    if (this.#source[this.#at + 1] === ':') return '?:';
    return /^\?(?:[=!]|<[=!]|<[^>]*>)/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0] ?? '';
  }

  #class(): Part {
    const from = this.#at;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    const inside = this.#source.slice(from, this.#at++);
    if (!/^[A-Za-z0-9.,:;/'"*+-]+$/.test(inside) || inside.length > MOST_IN_A_CLASS) return ANYTHING;
    return /.-./.test(inside) ? ANYTHING : { exact: [...new Set(inside.toLowerCase())], needs: [] };
  }

  #escape(): Part {
    const unit = this.#source[this.#at++] ?? '';
    if (unit === 'b' || unit === 'B') return EMPTY;
    if (unit === 'k') this.#at = this.#source.indexOf('>', this.#at) + 1;
    if (unit === 'u') this.#at += 4;
    if (unit === 'x') this.#at += 2;
    if (unit === 'c') this.#at++;
    return /\w/.test(unit) ? ANYTHING : letter(unit);
  }

  #repeated(part: Part): Part {
    if (!REPEATS.includes(this.#source[this.#at] ?? ' ')) return part;
    const sign = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!sign) return part;
    this.#at += sign[0].length;
    if (this.#source[this.#at] === '?') this.#at++;
    const least = sign[0] === '+' ? 1 : Number(sign[1] ?? 0);
    if (least > 0) return sign[0] === '{1}' ? part : { exact: null, needs: allOf(part) };
    return sign[0] === '?' && part.exact ? { exact: [...new Set([...part.exact, ''])], needs: [] } : ANYTHING;
  }
}

function letter(unit: string): Part {
  // A blank of the pattern may be any blank of the text; of letters beyond the plain ones the small form is not always one.
  return /^[!-~]$/.test(unit) ? { exact: [unit.toLowerCase()], needs: [] } : ANYTHING;
}

function crossed(befores: AnyOf, afters: AnyOf): AnyOf {
  if (befores.length === 1 && befores[0] === '') return afters;
  return befores.flatMap((before) => afters.map((after) => before + after));
}

/** A list of texts as a need, or none where one of them is too short to tell anything. */
function needed(texts: AnyOf): Needs {
  if (texts.length > MOST_CHOICES || texts.some(({ length }) => length < LEAST_LETTERS)) return [];
  if (texts.length === 1) return [texts];
  return [[...new Set(texts)].filter((text) => !texts.some((other) => other !== text && text.includes(other)))];
}

function allOf({ exact, needs }: Part): Needs {
  return exact ? [...needs, ...needed(exact)] : needs;
}

/** What any of several parts gives: all their texts, or of each the need that tells most. */
function eitherOf(parts: readonly Part[]): Part {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const exact = parts.flatMap((part) => part.exact ?? []);
  if (parts.every((part) => part.exact) && exact.length <= MOST_EXACT) return { exact: [...new Set(exact)], needs: [] };
  const best = parts.map((part) => allOf(part).reduce<AnyOf | null>(tellsMore, null));
  return { exact: null, needs: best.includes(null) ? [] : needed(best.flatMap((texts) => texts ?? [])) };
}

function tellsMore(one: AnyOf | null, other: AnyOf): AnyOf {
  return one && one.length <= other.length ? one : other;
}
