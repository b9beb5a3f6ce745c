import { inTurns } from '../../extension/reading/in-turns.ts';
import type { PageReading } from '../../extension/reading/page-reading.ts';
import { rareShapes } from '../../extension/reading/rare-shapes.ts';
import { readPageInParts } from '../../extension/reading/read-page.ts';
import { browserSight } from '../../extension/reading/sight.ts';
import { readPage } from '../../extension/reading/whole-page.ts';

/** What a page in a real browser reads as, without its elements, so that it can leave the page. */
export function read(today: string): unknown {
  const { grids, teachable }: PageReading = readPage(document, today, browserSight);
  return {
    teachable,
    grids: grids.map(({ root: _, pupils, ...grid }) => ({
      ...grid,
      root: null,
      pupils: pupils.map(({ record, problem }) => ({ record, problem, anchor: null })),
    })),
  };
}

/** The same and how long it took, with where every pupil's mark would go: reading and marking once. */
export function readAndPlace(today: string): { took: number; pupils: number; rows: number } {
  const started = performance.now();
  const { grids } = readPage(document, today, browserSight);
  const anchors = grids.flatMap(({ pupils }) => pupils.map(({ anchor }) => anchor));
  const places = anchors.map((anchor) => anchor.getBoundingClientRect().top);
  return { took: performance.now() - started, pupils: anchors.length, rows: places.length };
}

/** The longest task of reading in turn with the page, as the extension reads, in milliseconds. */
export async function longestTurn(today: string): Promise<number> {
  let longest = 0;
  const work = readPageInParts(document, today, browserSight, [], rareShapes);
  await inTurns(
    work,
    () => true,
    (ms) => {
      longest = Math.max(longest, ms);
    },
  );
  return longest;
}

/** The floor: the text of every cell of a table's rows, and one rectangle for each row. */
export function plainWalk(): { took: number; cells: number } {
  const started = performance.now();
  let cells = 0;
  let letters = 0;
  for (const row of document.querySelectorAll('tr')) {
    row.getBoundingClientRect();
    for (const cell of row.querySelectorAll<HTMLElement>('td,th')) {
      letters += cell.innerText.length;
      cells++;
    }
  }
  return { took: performance.now() - started, cells: letters > 0 ? cells : 0 };
}
