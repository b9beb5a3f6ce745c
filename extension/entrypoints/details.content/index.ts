import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawWindow } from '../../overlay/window.tsx';
import { offerWindow } from '../../overlay/window-slot.ts';

/**
 * Runs only when someone opens a mark: the reader, which every page of the site loads, stays small without it. The folder's
 * name becomes a variable of the script's world, so it must be none that the browser has, such as "window".
 */
export default defineContentScript({
  registration: 'runtime',
  main() {
    offerWindow(drawWindow);
  },
});
