import type { Day } from '#core/attendance/day.ts';
import type { PageReading } from './page-reading.ts';
import { atOnce } from './parts.ts';
import { rareShapes } from './rare-shapes.ts';
import { readPageInParts } from './read-page.ts';
import type { Sight } from './sight.ts';
import type { Lesson } from './taught.ts';

/** Every table of pupils on the page in whatever shape, read in one go. `lessons`: what was taught of this page. */
export function readPage(page: ParentNode, today: Day, sight: Sight, lessons: readonly Lesson[] = []): PageReading {
  return atOnce(readPageInParts(page, today, sight, lessons, rareShapes));
}
