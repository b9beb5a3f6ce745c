import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { ReportedPupil } from '../messages.ts';
import { nameKey } from '../reading/names.ts';
import type { ListPlace } from './list-place.ts';

/** What is kept of a pupil who was on the screen, in the memory of this one page and for as long as it shows this list. */
interface Kept {
  pupil: ReportedPupil;
  /** The page shows an identifier of the pupil, so that nobody else is taken for them. */
  isKnown: boolean;
  place: string | null;
  /** When the pupil was last on the screen, "10:32". */
  at: string;
}

/** One list of pupils, as far as it has been on the screen. */
export interface GatheredTable {
  pupils: ReportedPupil[];
  /** The page shows its list in parts. */
  isPart: boolean;
}

/**
 * The pupils of lists that a page shows in parts, gathered while someone pages or scrolls through them. Nothing of it is
 * stored; a list is forgotten as soon as the page shows another, and everything when the policy changes.
 */
export class Gathered {
  #lists = new Map<string, Map<string, Kept>>();
  #route = '';

  forget(): void {
    this.#lists = new Map();
  }

  /** Takes what is on the screen now; gives for each table all that has been seen of its list. */
  take(
    tables: readonly { table: MarkedTable; place: ListPlace }[],
    { route, now }: { route: string; now: string },
  ): GatheredTable[] {
    if (route !== this.#route) this.forget();
    this.#route = route;
    // Between two pages of a list a page shows none for a moment.
    if (tables.length === 0) return [];
    const before = this.#lists;
    this.#lists = new Map();
    return tables.map(({ table, place }, at) => {
      const shown = table.pupils.map((pupil, index) => keptOf(pupil, place.of(pupil.anchor, index), now));
      if (!place.isPart) return { pupils: shown.map(({ pupil }) => pupil), isPart: false };
      const list = `${at} ${place.list}`;
      const kept = merged(before.get(list) ?? new Map(), shown);
      const declared = table.reading.declaredPupils;
      // More than there are: what was taken for one list were two.
      const all = declared !== null && kept.size > declared ? merged(new Map(), shown) : kept;
      this.#lists.set(list, all);
      return { pupils: inOrder(all, shown), isPart: true };
    });
  }
}

function keptOf(pupil: MarkedPupil, place: string | null, at: string): Kept {
  const { key, pupilId, name, year, label, level, title, percent, due } = pupil;
  return {
    pupil: { key, pupilId, name, year, label, level, title, percent, due, seen: null },
    isKnown: pupilId !== nameKey(name),
    place,
    at,
  };
}

/** A pupil without an identifier is the one of that name at that place of the list, and nobody else. */
function keyOf({ pupil, isKnown, place }: Kept): string {
  return isKnown ? `id ${pupil.pupilId}` : `name ${pupil.pupilId} ${place}`;
}

function merged(before: ReadonlyMap<string, Kept>, shown: readonly Kept[]): Map<string, Kept> {
  const taken = new Set(shown.map(({ place }) => place));
  const kept = new Map<string, Kept>();
  for (const [key, one] of before) {
    // Without an identifier and a place of one's own nobody can be found again.
    const isLost = !one.isKnown && (one.place === null || taken.has(one.place));
    if (!isLost) kept.set(key, { ...one, pupil: { ...one.pupil, key: '', seen: seenAt(one) } });
  }
  const nth = new Map<string, number>();
  for (const one of shown) {
    const key = keyOf(one);
    const count = (nth.get(key) ?? 0) + 1;
    nth.set(key, count);
    kept.set(count === 1 ? key : `${key} (${count})`, one);
  }
  return kept;
}

function seenAt({ place, at }: Kept): string {
  return place === null ? `read at ${at}` : `${place}, read at ${at}`;
}

const TWO_OF_A_NAME =
  'Two rows of the list have this name, and the page shows no identifier, so they cannot be told apart';

/** Those on the screen first, in their order; of the others, who could be somebody else of the same name says nothing. */
function inOrder(kept: ReadonlyMap<string, Kept>, shown: readonly Kept[]): ReportedPupil[] {
  const names = new Map<string, number>();
  for (const { pupil, isKnown } of kept.values())
    if (!isKnown) names.set(pupil.pupilId, (names.get(pupil.pupilId) ?? 0) + 1);
  const others = [...kept.values()].filter((one) => !shown.includes(one));
  return [
    ...shown.map(({ pupil }) => pupil),
    ...others.map(
      ({ pupil, isKnown }): ReportedPupil =>
        !isKnown && (names.get(pupil.pupilId) ?? 0) > 1
          ? { ...pupil, label: 'Can’t tell', level: null, title: TWO_OF_A_NAME, percent: null, due: [] }
          : pupil,
    ),
  ];
}
