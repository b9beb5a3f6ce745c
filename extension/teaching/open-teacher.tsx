import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { PageRequest } from '../messages.ts';
import { addStyles } from '../overlay/styles.ts';
import { themeAround } from '../overlay/theme.ts';
import { browserSight } from '../reading/sight.ts';
import { localDay } from '../today.ts';
import { findCandidates } from './candidates.ts';
import { Teacher } from './Teacher.tsx';
import css from './teacher.css?inline';

const HOST = 'rollmark-teacher';

/** Opens the window to teach in, over the page and never inside its body. Returns what closes it. */
export function openTeacher(): () => void {
  // Asked for again while it is open: the new window takes the place of the old.
  document.querySelector(HOST)?.remove();
  const host = document.createElement(HOST);
  host.style.cssText = 'all:initial;position:absolute;top:0;left:0;width:0;height:0;z-index:2147483001;';
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root, css);
  const close = (): void => {
    render(null, root);
    host.remove();
  };
  // Keys that are typed here are none of the page's.
  for (const name of ['keydown', 'keyup', 'keypress']) host.addEventListener(name, (event) => event.stopPropagation());
  document.documentElement.append(host);
  const candidates = findCandidates(document, browserSight);
  const first = candidates[0]?.matrix.root;
  const place = { origin: globalThis.origin, address: location.href, today: localDay() };
  render(
    <div class="root" data-theme={first ? themeAround(first) : 'light'}>
      <Teacher
        candidates={candidates}
        place={place}
        onClose={close}
        onKeep={async (lesson) => {
          const answer: unknown = await browser.runtime.sendMessage({
            type: 'save-lesson',
            lesson,
          } satisfies PageRequest);
          if (answer === null) return null;
          return typeof answer === 'string'
            ? answer
            : 'This page cannot be taught: its address or headings are too unusual.';
        }}
      />
    </div>,
    root,
  );
  return close;
}
