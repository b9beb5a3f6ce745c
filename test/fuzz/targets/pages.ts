import { markupSight } from '../../../extension/reading/sight.ts';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { everyPage } from '../../extension/fixtures/pages/index.ts';
import { documentOf, TODAY } from '../../extension/page.ts';
import { mutatedMarkup } from '../mutate.ts';
import { CELLS, HEADINGS, page } from '../tables.ts';
import type { Target } from './target.ts';

const TAGS = [...CELLS, ...HEADINGS, '<table>', '</table>', '<tr>', '<td colspan="3">', '<th>', '<div role="row">'];

/** Pages of information systems, drawn by chance, and the fixtures' own with tags and words lost, doubled or moved. */
export const PAGE_TARGETS: readonly Target[] = [
  {
    name: 'pages drawn by chance',
    share: 3,
    attempt(random) {
      const input = page(random);
      return { input, run: () => readPage(documentOf(input), TODAY, markupSight) };
    },
  },
  {
    name: 'changed pages of systems',
    share: 0.8,
    attempt(random) {
      const input = mutatedMarkup(random, random.of(everyPage).html, TAGS);
      return { input, run: () => readPage(documentOf(input), TODAY, markupSight) };
    },
  },
];
