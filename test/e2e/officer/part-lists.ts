import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';

const FIRST = ['Amara', 'Bilal', 'Carys', 'Dewi', 'Erin', 'Farid', 'Grace', 'Harri'];
const LAST = ['Bello', 'Castle', 'Dunmore', 'Ellison', 'Farah'];
/** Forty pupils of different names; the steps go up with the missed sessions. */
const PUPILS = Array.from({ length: 40 }, (_, at) => ({
  id: 700 + at,
  name: `${FIRST[at % 8]} ${LAST[Math.floor(at / 8)]}`,
  missed: at % 12,
}));

/** A list of pupils in pages: its rows, and the words about them, are replaced in place. */
const PAGED = `<h1>Attendance</h1><label>Class <select><option>All</option><option>4K</option></select></label>
<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody></tbody></table><p id="range"></p>`;

/** A grid that draws the rows in sight alone and writes other pupils into them when it is scrolled. */
const VIRTUAL = `<p>Statutory sessions, 2 September 2026 to 20 November 2026</p>
<div role="grid" aria-rowcount="41" style="width:900px"><div role="row" aria-rowindex="1" style="height:30px">${[
  'Pupil',
  'Possible',
  'Attended',
  'Authorised',
  'Unauthorised',
]
  .map(
    (text, at) =>
      `<span role="columnheader" aria-colindex="${at + 1}" style="display:inline-block;width:${at ? 120 : 300}px">${text}</span>`,
  )
  .join('')}</div>
<div id="view" style="height:300px;overflow:auto"><div id="rows" style="height:1200px;position:relative"></div></div></div>`;

/** Lists of which a page shows a part: what was seen is gathered, and what is on the screen is marked. */
export function partLists(desk: Desk): void {
  const rows = (pupils: readonly { id?: number; name: string; missed: number }[]): string =>
    pupils
      .map(
        ({ id, name, missed }) =>
          `<tr><td>${id ? `<a href="/pupil/${id}">${name}</a>` : name}</td><td>106</td><td>${106 - missed}</td><td>${missed}</td><td>0</td></tr>`,
      )
      .join('');
  const turnTo = (from: number, pupils: readonly { id?: number; name: string; missed: number }[], of = 40) =>
    desk.page.evaluate(
      ([html, words]) => {
        const [body, range] = [document.querySelector('tbody'), document.querySelector('#range')];
        if (body && range) [body.innerHTML, range.textContent] = [html, words];
      },
      [rows(pupils), `Showing ${from} to ${from + pupils.length - 1} of ${of} pupils`] as const,
    );
  let panel: Page;
  const read = (words: string): Promise<void> =>
    panel
      .getByText(new RegExp(`^${words}`))
      .first()
      .waitFor({ timeout: 8000 });
  const namesMarked = async (): Promise<string[]> =>
    (await desk.overlay.marks()).map(({ label }) => label.split(':')[0] ?? '');

  describe('a list that is shown in pages', () => {
    beforeAll(async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await desk.put(PAGED);
      await turnTo(1, PUPILS.slice(0, 10));
      panel = await desk.panel();
    });

    it('is read as far as it was shown, and says of how many', async () => {
      await read('10 of 40 pupils read');
      await turnTo(11, PUPILS.slice(10, 20));
      await read('20 of 40 pupils read');
      expect(await panel.getByText('10 of them on the page now').count()).toBe(1);
      expect(await namesMarked()).toEqual(PUPILS.slice(10, 20).map(({ name }) => name));
    });

    it('says of a pupil of another page where and when that was, and offers no way to a row that is not there', async () => {
      const first = panel.locator('.pupils li', { hasText: 'Amara Bello' });
      expect(await first.innerText()).toMatch(/Not on the page now: row 1, read at \d\d:\d\d/);
      expect(await first.locator('button').isDisabled()).toBe(true);
      const here = panel.locator('.pupils li', { hasText: PUPILS[12]?.name ?? '' });
      expect(await here.locator('button').isDisabled()).toBe(false);
    });

    it('counts a pupil once who comes back with other figures', async () => {
      const [first, ...others] = PUPILS.slice(0, 10);
      await turnTo(1, [{ id: first?.id ?? 0, name: 'Amara Bello', missed: 11 }, ...others]);
      await desk.overlay.openMark('Amara Bello', 'Step 4');
      await desk.page.keyboard.press('Escape');
      await read('20 of 40 pupils read');
      expect(await panel.locator('.pupils li', { hasText: 'Amara Bello' }).count()).toBe(1);
    });

    it('takes nobody for another of the same name: by identifier, else it is silent', async () => {
      await turnTo(21, [{ id: 990, name: 'Amara Bello', missed: 0 }]);
      await read('21 of 40 pupils read');
      expect(await panel.locator('.pupils li', { hasText: 'Amara Bello' }).count()).toBe(2);
      await turnTo(22, [{ name: 'Zofia Kowalska', missed: 0 }]);
      await read('22 of 40 pupils read');
      await turnTo(30, [{ name: 'Zofia Kowalska', missed: 11 }]);
      await read('23 of 40 pupils read');
      const texts = await panel.locator('.pupils li', { hasText: 'Zofia Kowalska' }).allInnerTexts();
      expect(texts.map((text) => /cannot be told apart/.test(text)).sort()).toEqual([false, true]);
    });

    it('is begun anew when a control of the page is changed, and when the policy’s grounds are', async () => {
      await desk.page.locator('select').selectOption('4K');
      await turnTo(1, PUPILS.slice(0, 3));
      await read('3 of 40 pupils read');
      await turnTo(4, PUPILS.slice(3, 6));
      await read('6 of 40 pupils read');
      // Any change of the grounds will do, such as one more day on which the school is closed.
      const close = (day: string): Promise<unknown> =>
        panel.evaluate(async (closed) => {
          const { settings } = await chrome.runtime
            .sendMessage({ type: 'settings' })
            .then((all) => ({ settings: all }));
          const { from: _, ...terms } = settings.terms;
          return chrome.runtime.sendMessage({ type: 'set-terms', terms: { ...terms, closed: [closed] } });
        }, day);
      await close('2026-09-09');
      await read('3 of 40 pupils read');
      expect(await desk.stored()).not.toMatch(/amara|kowalska/i);
    });
    afterAll(() => panel?.close());
  });

  describe('a grid that draws its rows in sight alone', () => {
    beforeAll(async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await desk.put(VIRTUAL);
      await desk.page.evaluate((pupils) => {
        const [view, holder] = [document.getElementById('view'), document.getElementById('rows')];
        const draw = (): void => {
          if (!view || !holder) return;
          const from = Math.floor(view.scrollTop / 30);
          for (let at = 0; at < 11; at++) {
            // The same row elements again and again: only their places and words change.
            const row = holder.children[at] ?? holder.appendChild(document.createElement('div'));
            const pupil = pupils[from + at];
            row.setAttribute('role', 'row');
            row.setAttribute('aria-rowindex', String(from + at + 2));
            row.setAttribute('style', `position:absolute;top:${(from + at) * 30}px;height:30px;left:0;right:0`);
            const texts = pupil ? [pupil.name, '106', String(106 - pupil.missed), String(pupil.missed), '0'] : [];
            while (row.children.length < 5) row.append(document.createElement('span'));
            for (const [column, cell] of [...row.children].entries()) {
              cell.setAttribute('role', 'gridcell');
              cell.setAttribute('aria-colindex', String(column + 1));
              cell.setAttribute('style', `display:inline-block;width:${column ? 120 : 300}px`);
              if (cell.textContent !== (texts[column] ?? '')) cell.textContent = texts[column] ?? '';
            }
          }
        };
        if (view) view.onscroll = draw;
        draw();
      }, PUPILS);
      await desk.overlay.someMarks();
      panel = await desk.panel();
    });
    afterAll(() => panel?.close());

    it('shows no pupil’s step beside another’s name, from the first moment of a scroll', async () => {
      await desk.page.bringToFront();
      for (const top of [90, 330, 360, 700]) {
        await desk.page.evaluate(
          (to) =>
            new Promise((done) => {
              const view = document.getElementById('view');
              if (view) view.scrollTop = to;
              requestAnimationFrame(() => requestAnimationFrame(done));
            }),
          top,
        );
        const seen = (await desk.overlay.marks()).filter(({ visible }) => visible);
        const under = await desk.page.evaluate(
          (places) =>
            places.map((y) => {
              const found = [...document.querySelectorAll('#rows > div')].find((row) => {
                const box = row.getBoundingClientRect();
                return box.top <= y && y < box.bottom;
              });
              return found?.firstElementChild?.textContent ?? '';
            }),
          seen.map(({ y, height }) => y + height / 2),
        );
        expect(seen.map(({ label }) => label.split(':')[0])).toEqual(under);
      }
    });

    it('is gathered while someone scrolls through it, and never scrolled by Rollmark', async () => {
      const topNow = (): Promise<number> => desk.page.evaluate(() => document.getElementById('view')?.scrollTop ?? -1);
      for (const top of [0, 300, 600, 900]) {
        await desk.page.evaluate((to) => {
          const view = document.getElementById('view');
          if (view) view.scrollTop = to;
        }, top);
        const last = PUPILS[top / 30 + 9]?.name ?? '';
        await expect.poll(namesMarked, { timeout: 5000 }).toContain(last);
        expect(await topNow()).toBe(top);
      }
      await read('40 of 40 pupils read');
      expect(await panel.locator('.pupils li').count()).toBe(40);
      expect(await panel.locator('.pupils li', { hasText: 'Not on the page now' }).count()).toBeGreaterThan(25);
    });
  });
}
