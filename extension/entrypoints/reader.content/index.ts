import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReader } from '../../reader.ts';

/** Runs only on sites that someone has turned on: the background registers it for those. */
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main(context) {
    // Injected twice, or after an update of the extension, WXT tells the older script to stop.
    context.onInvalidated(startReader());
  },
});
