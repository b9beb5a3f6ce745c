import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerRareShapes } from '../../rare-slot.ts';
import { rareShapes } from '../../reading/rare-shapes.ts';

/** Runs only where the reader asks for it: a page without a class's table that may speak of pupils all the same. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    offerRareShapes(rareShapes);
  },
});
