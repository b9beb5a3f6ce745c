import { type ILevelsOptions, LevelFormat } from 'docx';
import type { List, ListItem } from 'mdast';

export const DEEPEST_LIST = 8;
const BULLETS = 'bullets';
const INDENT = 360;

/** Where a list item stands in Word's numbering. */
export interface WordListPlace {
  readonly reference: string;
  readonly instance: number;
}

/** The lists of a document as Word counts them: each for itself, from the number that the text prints. */
export class WordLists {
  /** How a numbered list prints its numbers, by the name of its kind: "numbers 13)". */
  readonly #kinds = new Map<string, { start: number; mark: string }>();
  #instances = 0;

  constructor(readonly text: string) {}

  /** The place of each item. Word counts on by itself; a number that does not follow begins a count of its own. */
  placesOf({ ordered, children }: List): WordListPlace[] {
    if (!ordered) return children.map(() => ({ reference: BULLETS, instance: 0 }));
    let expected: number | null = null;
    let place: WordListPlace = { reference: '', instance: 0 };
    return children.map((item) => {
      const { number, mark } = this.#printed(item) ?? { number: expected ?? 1, mark: '.' };
      if (number !== expected) {
        const reference = `numbers ${number}${mark}`;
        this.#kinds.set(reference, { start: number, mark });
        place = { reference, instance: ++this.#instances };
      }
      expected = number + 1;
      return place;
    });
  }

  #printed({ position }: ListItem): { number: number; mark: string } | null {
    const [, digits, mark = '.'] = /^(\d{1,9})([.)])/.exec(this.text.slice(position?.start.offset).slice(0, 10)) ?? [];
    return digits === undefined ? null : { number: Number(digits), mark };
  }

  /** The kinds of list that were asked for, as the file's head declares them. */
  get config(): { reference: string; levels: ILevelsOptions[] }[] {
    return [
      { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
      ...[...this.#kinds].map(([reference, { start, mark }]) => ({
        reference,
        levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}${mark}`, start })),
      })),
    ];
  }
}

function levels(of: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>): ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    ...of(level),
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}
