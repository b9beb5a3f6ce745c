import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, requireDayNumber, weekday } from '#core/attendance/day.ts';
import { longDay } from '../../../extension/reading/days.ts';
import type { Desk } from './desk.ts';

const PERIOD = '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p>';
const row = (name: string, missed: number): string =>
  `<tr><td>${name}</td><td>106</td><td>${106 - missed}</td><td>${missed}</td><td>0</td></tr>`;
const table = (rows: string): string =>
  `<table style="width:900px"><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody>${rows}</tbody></table>`;
const TWO = row('Amara Bello', 0) + row('Jacob Hart', 9);
const STEPS = ['Amara Bello: No step', 'Jacob Hart: Step 3'];

/** Pages that stand in the way, on purpose or not. */
export function hostilePages(desk: Desk): void {
  describe('a hostile page', () => {
    beforeEach(async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
    });

    it('that breaks the language in its own world breaks nothing of Rollmark’s', async () => {
      const breakAll = (html: string): void => {
        const broken = (): never => {
          throw new Error('broken by the page');
        };
        for (const name of ['map', 'filter', 'flatMap', 'find', 'push', 'join'])
          Object.defineProperty(Array.prototype, name, { value: broken, configurable: true });
        for (const name of ['getBoundingClientRect', 'querySelectorAll', 'closest', 'checkVisibility', 'attachShadow'])
          Object.defineProperty(Element.prototype, name, { value: broken, configurable: true });
        Object.defineProperty(Node.prototype, 'textContent', { get: () => 'Step 6', set: broken, configurable: true });
        Object.assign(globalThis, { MutationObserver: broken, setTimeout: broken, requestAnimationFrame: broken });
        JSON.stringify = broken;
        document.createElement = broken;
        document.body.innerHTML = html;
      };
      // The page can no longer give an answer.
      await desk.page.evaluate(breakAll, PERIOD + table(TWO)).catch(() => undefined);
      await desk.marksAre(STEPS);
    });

    it('that takes the marks away again and again is left alone after a few times, which is said', async () => {
      await desk.page.evaluate(() => {
        const counter = Object.assign(globalThis, { taken: 0 });
        new MutationObserver(() => {
          const found = document.querySelector('rollmark-overlay');
          if (!found) return;
          found.remove();
          counter.taken++;
        }).observe(document, { childList: true, subtree: true });
      });
      await desk.put(PERIOD + table(TWO));
      const taken = (): Promise<number> => desk.page.evaluate(() => Number(Reflect.get(globalThis, 'taken')));
      await expect.poll(taken, { timeout: 5000 }).toBeGreaterThan(3);
      const panel = await desk.panel();
      await panel.getByText(/takes Rollmark’s marks away/).waitFor();
      expect(await panel.locator('.pupils li').count()).toBe(2);
      await panel.close();
      await desk.page.bringToFront();
      await desk.put(PERIOD + table(TWO.replace('Hart', 'Hunt')));
      await desk.page.waitForTimeout(500);
      expect(await taken()).toBeLessThan(8);
    });

    it('that answers every change of Rollmark’s with one of its own is no endless loop', async () => {
      await desk.page.evaluate(() => {
        const counter = Object.assign(globalThis, { answered: 0 });
        new MutationObserver((records) => {
          const own = records.some(({ addedNodes }) =>
            [...addedNodes].some(({ nodeName }) => /^rollmark/i.test(nodeName)),
          );
          if (!own) return;
          counter.answered++;
          document.body.setAttribute('class', `seen${counter.answered}`);
        }).observe(document, { childList: true, subtree: true });
      });
      await desk.put(PERIOD + table(TWO));
      await desk.marksAre(STEPS);
      expect(await desk.page.evaluate(() => Number(Reflect.get(globalThis, 'answered')))).toBeLessThan(5);
    });

    it('that would hide the marks by its style sheet does not, and one that covers them does', async () => {
      await desk.page.addStyleTag({
        content: 'body ~ *, rollmark-overlay { display: none !important; left: -999px !important }',
      });
      await desk.put(PERIOD + table(TWO));
      await desk.marksAre(STEPS);
      expect((await desk.overlay.marks()).map(({ visible, x }) => visible && x > 0)).toEqual([true, true]);
      await desk.page.evaluate(() => {
        const cover = document.createElement('div');
        cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white';
        document.body.append(cover);
      });
      await expect.poll(async () => (await desk.overlay.marks()).map(({ visible }) => visible)).toEqual([false, false]);
    });

    it('that forges messages and events gets nothing and changes nothing', async () => {
      await desk.put(PERIOD + table(TWO));
      await desk.marksAre(STEPS);
      const heard = await desk.page.evaluate(async () => {
        let answers = 0;
        addEventListener('message', ({ data }) => {
          if (!data?.forged) answers++;
        });
        const host = document.querySelector('rollmark-overlay');
        for (let at = 0; at < 300; at++) {
          for (const type of ['judge', 'settings', 'load-teacher', 'export-log', 'site-off', 'remove-policy'])
            postMessage({ forged: true, type, id: 'all', pattern: '*://*/*', frame: 'x', key: 'Jacob Hart 1' }, '*');
          for (const name of [
            'change',
            'popstate',
            'rollmark',
            'rollmark-panel',
            'transitionend',
            'pointerdown',
            'visibilitychange',
          ])
            for (const target of [globalThis, document, host])
              target?.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: { type: 'show' } }));
          host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        }
        await new Promise((done) => setTimeout(done, 300));
        return answers;
      });
      expect(heard).toBe(0);
      await desk.marksAre(STEPS);
      expect(await desk.overlay.popover()).toBeNull();
    });

    it('with a megabyte in an attribute and another in a cell is read all the same', async () => {
      const long = 'A very long word '.repeat(60_000);
      await desk.put(
        PERIOD +
          table(
            `${TWO}<tr><td title="${long}">Layla Iqbal</td><td title="${long}">106</td><td>95</td><td>11</td><td>0</td></tr><tr><td>${long}</td><td>106</td><td>95</td><td>11</td><td>0</td></tr>`,
          ),
      );
      await expect
        .poll(async () => (await desk.overlay.marks()).map(({ label }) => label.split(' DRAFT')[0]?.slice(0, 60)), {
          timeout: 8000,
        })
        .toEqual(expect.arrayContaining([...STEPS, 'Layla Iqbal: Step 4']));
    });

    it('of fifty frames is read in each', async () => {
      const frame = (at: number): string =>
        `<iframe style="width:920px;height:120px" srcdoc="${(PERIOD + table(row(`Pupil Number${'abcdefghij'[at % 10]}${'abcdefghij'[Math.floor(at / 10)]}`, 9))).replaceAll('"', '&quot;')}"></iframe>`;
      await desk.put(Array.from({ length: 50 }, (_, at) => frame(at)).join(''));
      const panel = await desk.panel();
      await expect.poll(() => panel.locator('.pupils li').count(), { timeout: 15_000 }).toBe(50);
      await panel.close();
    });

    it('that writes itself anew after it was loaded is read, and its marks follow it still', async () => {
      await desk.put(PERIOD + table(TWO));
      await desk.marksAre(STEPS);
      await desk.page.evaluate(
        (html) => {
          document.open();
          document.write(`<!doctype html><body>${html}`);
          document.close();
        },
        `<div style="height:300px">${PERIOD}</div>${table(row('Layla Iqbal', 11))}<div style="height:3000px"></div>`,
      );
      await desk.marksAre(['Layla Iqbal: Step 4']);
      await desk.page.evaluate(() => scrollTo(0, 200));
      await expect
        .poll(async () => {
          const [mark] = await desk.overlay.marks();
          const box = await desk.page.locator('tbody td').first().boundingBox();
          return mark && box ? Math.abs(mark.y + mark.height / 2 - (box.y + box.height / 2)) < 3 : false;
        })
        .toBe(true);
      await desk.overlay.openMark('Layla Iqbal', 'Step 4');
      await desk.page.mouse.click(60, 650);
      await expect.poll(() => desk.overlay.popover()).toBeNull();
    });

    it('that changes in the middle of a reading shows the figures of no moment that never was', async () => {
      const many = Array.from({ length: 600 }, (_, at) =>
        row(
          `Pupil Of${'abcdefghij'[at % 10]}${'abcdefghij'[Math.floor(at / 10) % 10]}${'abcdefghijklmno'[Math.floor(at / 100)]}`,
          0,
        ),
      );
      await desk.put(PERIOD + table(many.join('')));
      const panel = await desk.panel();
      await panel.getByText('600 of 600 pupils read').waitFor();
      await panel.evaluate(() => {
        const seen = Object.assign(globalThis, { counts: new Set<number>() });
        const count = (): unknown =>
          seen.counts.add(
            [...document.querySelectorAll('.pupils li')].filter((one) => one.closest('section')?.ariaLabel === 'Step 3')
              .length,
          );
        new MutationObserver(count).observe(document, { childList: true, subtree: true, characterData: true });
      });
      // First and last row change together, before anything else that waits for its turn: a torn reading would have one of each.
      await desk.page.evaluate(async () => {
        const rows = document.querySelectorAll('tbody tr');
        const ends = [rows[0], rows[rows.length - 1]];
        const began = performance.now();
        // It ends with both at nine missed.
        for (let turn = 0; performance.now() - began < 4000 || turn % 2 === 1; turn++)
          await scheduler.postTask(
            () => {
              for (const end of ends) {
                const [, , attended, authorised] = end?.children ?? [];
                if (attended) attended.textContent = turn % 2 ? '97' : '106';
                if (authorised) authorised.textContent = turn % 2 ? '9' : '0';
              }
            },
            { priority: 'user-blocking', delay: 12 },
          );
      });
      const counts = (): Promise<number[]> =>
        panel.evaluate(() => [...(Reflect.get(globalThis, 'counts') as Set<number>)]);
      await expect.poll(counts, { timeout: 15_000 }).toContain(2);
      expect(await counts()).not.toContain(1);
      await panel.close();
    });
  });

  describe('the clock', () => {
    const EAST = 'Pacific/Kiritimati';
    const WEST = 'Pacific/Pago_Pago';
    const dayIn = (timeZone: string): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());

    it('may pass midnight, or be set back, while a page is open', async () => {
      const stands = addDays(dayIn(EAST), 1);
      let weekdays = 0;
      for (let day = '2026-09-02'; requireDayNumber(day) <= requireDayNumber(dayIn(WEST)); day = addDays(day, 1))
        if (weekday(day) < 5) weekdays++;
      const possible = weekdays * 2 - 2;
      const session = await desk.page.context().newCDPSession(desk.page);
      const goTo = async (timezoneId: string): Promise<void> => {
        await session.send('Emulation.setTimezoneOverride', { timezoneId });
        await desk.page.mouse.move(300 + Math.random() * 50, 300);
        await desk.page.mouse.move(20, 20 + Math.random() * 50);
      };
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await goTo(WEST);
      await desk.put(
        `<p>Statutory sessions, 2 September 2026 to ${longDay(stands)}. Figures as at ${longDay(stands)}.</p>${table(`<tr><td>Jacob Hart</td><td>${possible}</td><td>${possible}</td><td>0</td><td>0</td></tr>`)}`,
      );
      await desk.overlay.noteWith(/this computer’s clock/);
      expect(await desk.overlay.marks()).toEqual([]);
      await goTo(EAST);
      await desk.marksAre(['Jacob Hart: No step']);
      await goTo(WEST);
      await desk.overlay.noteWith(/this computer’s clock/);
      await session.send('Emulation.setTimezoneOverride', { timezoneId: '' });
      await session.detach();
    });
  });

  describe('a page on which nothing happens', () => {
    it('costs nothing: no script of anybody runs', async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
      await desk.put(PERIOD + table(TWO));
      await desk.marksAre(STEPS);
      await desk.page.waitForTimeout(700);
      const session = await desk.page.context().newCDPSession(desk.page);
      await session.send('Performance.enable');
      const ran = async (): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
      };
      const before = await ran();
      await desk.page.waitForTimeout(2500);
      const quiet = (await ran()) - before;
      await desk.page.evaluate(() => document.querySelector('td')?.replaceChildren('Amara Bell'));
      await desk.marksAre(['Amara Bell: No step', 'Jacob Hart: Step 3']);
      const busy = (await ran()) - before - quiet;
      expect(quiet).toBeLessThan(1);
      // It measures what it is meant to: a change costs something.
      expect(busy).toBeGreaterThan(quiet);
      await session.detach();
    });
  });
}
