import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReader } from '../../reader.ts';

/** Runs only on sites that someone has turned on: the background registers it for those. */
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main(context) {
    const stop = startReader();
    context.onInvalidated(stop);
  },
});
