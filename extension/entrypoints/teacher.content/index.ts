import { defineContentScript } from 'wxt/utils/define-content-script';
import { openTeacher } from '../../teaching/open-teacher.tsx';

/** Runs only when someone asks for it on a page of a site that is on. */
export default defineContentScript({
  registration: 'runtime',
  main(context) {
    context.onInvalidated(openTeacher());
  },
});
