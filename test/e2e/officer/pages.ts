import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';

const PERIOD = '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p>';
const row = (name: string, missed: number): string =>
  `<tr><td class="name">${name}</td><td>106</td><td>${106 - missed}</td><td>${missed}</td><td>0</td></tr>`;
const table = (rows: string, more = ''): string =>
  `<table ${more}><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody>${rows}</tbody></table>`;
const TWO = row('Amara Bello', 0) + row('Jacob Hart', 9);

/** Pages as other systems build them, put together here: the overlay has to live with what they do. */
export function pagesOfOthers(desk: Desk): void {
  describe('pages of other makes', () => {
    beforeEach(async () => {
      await desk.page.goto(`${desk.extension.site.url}/index.html`);
    });

    describe('a page that changes', () => {
      it('is marked when its table comes later than the page', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
      });

      it('is marked, scrolled and marked anew where a component draws its table in an open shadow root', async () => {
        await desk.put(`${PERIOD}<pupil-table></pupil-table>`);
        await desk.page.evaluate(
          (html) => {
            const shadow = document.querySelector('pupil-table')?.attachShadow({ mode: 'open' });
            if (shadow) shadow.innerHTML = `<div style="height: 60px; overflow: auto">${html}</div>`;
            document.querySelector('p')?.append(' ');
          },
          table(TWO + row('Theo Dunmore', 5)),
        );
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3', 'Theo Dunmore: Step 1']);
        const seen = async (): Promise<boolean[]> => (await desk.overlay.marks()).map(({ visible }) => visible);
        await expect.poll(seen, { timeout: 5000 }).toEqual([true, false, false]);
        await desk.page.evaluate(() =>
          document.querySelector('pupil-table')?.shadowRoot?.querySelector('div')?.scrollTo(0, 200),
        );
        await expect.poll(seen, { timeout: 5000 }).toEqual([false, true, true]);
        await desk.page.evaluate(
          (html) => {
            const box = document.querySelector('pupil-table')?.shadowRoot?.querySelector('div');
            if (box) box.innerHTML = html;
          },
          table(row('Layla Iqbal', 11)),
        );
        await desk.marksAre(['Layla Iqbal: Step 4']);
      });

      it('is marked anew when its table node is replaced', async () => {
        await desk.put(`${PERIOD}<div id="swap">${table(TWO)}</div>`);
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await desk.page.evaluate(
          (html) =>
            document.querySelector('#swap')?.replaceChildren(document.createRange().createContextualFragment(html)),
          table(row('Layla Iqbal', 11)),
        );
        await desk.marksAre(['Layla Iqbal: Step 4']);
      });

      it('is marked anew when a grid writes other pupils into the same rows', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await desk.page.evaluate(() => {
          for (const [at, text] of ['Theo Dunmore', '106', '101', '5', '0'].entries()) {
            const cell = document.querySelectorAll('tbody tr')[1]?.children[at]?.firstChild;
            if (cell) cell.textContent = text;
          }
        });
        await desk.marksAre(['Amara Bello: No step', 'Theo Dunmore: Step 1']);
      });

      it('loses its marks when its period does', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await desk.page.evaluate(() => document.querySelector('p')?.remove());
        await desk.overlay.noteWith(/which dates/);
        expect(await desk.overlay.marks()).toEqual([]);
      });

      it('loses its marks when its body is replaced by another page', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await desk.page.evaluate(() => {
          const body = document.createElement('body');
          body.innerHTML = '<h1>Messages</h1>';
          document.body.replaceWith(body);
        });
        await desk.marksAre([]);
      });
    });

    describe('a page that is in the way', () => {
      it('keeps its dialogue above the marks', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        expect((await desk.overlay.marks()).map(({ visible }) => visible)).toEqual([true, true]);
        await desk.page.evaluate(() => {
          const dialogue = document.createElement('div');
          dialogue.style.cssText = 'position:fixed;inset:0;background:white';
          dialogue.textContent = 'Save changes?';
          document.body.append(dialogue);
        });
        await expect
          .poll(async () => (await desk.overlay.marks()).map(({ visible }) => visible))
          .toEqual([false, false]);
      });

      it('moves nothing of the page', async () => {
        await desk.put(PERIOD + table(TWO));
        const places = (): Promise<string> =>
          desk.page.evaluate(() =>
            JSON.stringify(
              [...document.querySelectorAll('body *')].map((element) => element.getBoundingClientRect().toJSON()),
            ),
          );
        const before = await places();
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await desk.overlay.openMark('Jacob Hart');
        expect(await places()).toBe(before);
      });

      it('has its marks beside the table where the names leave no room', async () => {
        await desk.put(`${PERIOD}${table(TWO, 'style="border-collapse:collapse"')}`);
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        const box = await desk.page.locator('table').boundingBox();
        for (const mark of await desk.overlay.marks()) {
          expect(mark.word).not.toBe('');
          expect(mark.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0));
        }
      });

      it('has the shape alone, in the name’s cell, where there is no room anywhere', async () => {
        const menu = '<nav style="position:fixed;left:0;top:0;bottom:0;width:90px;background:#eee">Menu</nav>';
        await desk.put(
          `${menu}<main style="margin:0 0 0 90px">${PERIOD}${table(TWO, 'style="border-collapse:collapse;width:100%"').replaceAll('<th>Pupil', '<th style="width:1px">Pupil').replaceAll('class="name"', 'class="name" style="white-space:nowrap"')}</main>`,
        );
        await desk.page.addStyleTag({ content: 'body{margin:0}' });
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        await expect
          .poll(async () => (await desk.overlay.marks()).map(({ width }) => Math.round(width)))
          .toEqual([26, 26]);
      });

      it('is drawn over in its own colours, light or dark, whatever the browser prefers', async () => {
        await desk.put(`<div style="background:#10151a;color:#eee">${PERIOD}${table(TWO)}</div>`);
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        expect(await desk.overlay.theme()).toBe('dark');
      });

      it('hears no key that is meant for the popover', async () => {
        await desk.put(PERIOD + table(TWO));
        await desk.page.evaluate(() =>
          addEventListener('keydown', () => document.body.setAttribute('data-heard', 'yes')),
        );
        await desk.overlay.openMark('Jacob Hart');
        await desk.page.keyboard.press('a');
        await desk.page.keyboard.press('Escape');
        expect(await desk.overlay.popover()).toBeNull();
        expect(await desk.page.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
      });
    });

    describe('a page of another make', () => {
      it('is marked inside a frame whose address never changes', async () => {
        await desk.put('<h1>Portal</h1><iframe style="width:900px;height:400px"></iframe>');
        await desk.page.evaluate((html) => {
          const frame = document.querySelector('iframe');
          if (frame) frame.srcdoc = html;
        }, PERIOD + table(TWO));
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
      });

      it('is marked under a policy that lets no style in', async () => {
        await desk.page.route('**/strict.html', (route) =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': "default-src 'none'" },
            body: `<!doctype html><title>Strict</title><body>${PERIOD}${table(TWO)}`,
          }),
        );
        await desk.page.goto(`${desk.extension.site.url}/strict.html`);
        await desk.marksAre(['Amara Bello: No step', 'Jacob Hart: Step 3']);
        const [mark] = await desk.overlay.marks();
        expect(mark?.height).toBe(22);
      });
    });
  });
}
