import { launchBrowser } from '../e2e/chromium.ts';
import { bundleReader } from '../e2e/reader-bundle.ts';
import type { Row } from './measure.ts';

const ROUNDS = 9;

/** A summary of many pupils, as a report of a whole trust would print it. */
function pageOf(rows: number): string {
  const body = Array.from({ length: rows }, (_, at) => {
    const attended = 80 + (at % 27);
    return `<tr><td><a href="/pupil/${at}">${letters(at)}, ${letters(at * 7 + 3)}</a></td><td>${7 + (at % 5)}${'ABC'[at % 3]}</td><td>106</td><td>${attended}</td><td>${106 - attended}</td><td>0</td><td>${((100 * attended) / 106).toFixed(1)}%</td></tr>`;
  });
  return `<!doctype html><body><p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Class</th><th>Possible sessions</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th><th>Attendance %</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function letters(number: number): string {
  return `Q${number.toString(26).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}son`;
}

/** Reading a page and finding the place of each mark, in Chromium, against a plain walk over the same cells. */
export async function benchOverlay(): Promise<Row[]> {
  const [browser, reader] = await Promise.all([launchBrowser(), bundleReader()]);
  const rows: Row[] = [];
  try {
    for (const [count, goal] of [
      [1000, 5],
      [5000, null],
    ] as const) {
      const page = await browser.newPage();
      await page.setContent(pageOf(count));
      await page.evaluate(reader);
      const times = { walk: [] as number[], read: [] as number[], turn: [] as number[], pupils: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const walked = (await page.evaluate('rollmarkReader.plainWalk()')) as { took: number };
        const read = (await page.evaluate('rollmarkReader.readAndPlace("2026-11-21")')) as {
          took: number;
          pupils: number;
        };
        times.walk.push(walked.took);
        times.read.push(read.took);
        times.pupils = read.pupils;
        times.turn.push((await page.evaluate('rollmarkReader.longestTurn("2026-11-21")')) as number);
      }
      if (times.pupils !== count) throw new Error(`The overlay's bench read ${times.pupils} of ${count} pupils.`);
      const [walk, read, turn] = [Math.min(...times.walk), Math.min(...times.read), Math.min(...times.turn)];
      const value = read / walk;
      rows.push({
        what: `read and place, ${count} rows`,
        value,
        unit: '× plain walk',
        ...(goal ? { goal: `≤ ${goal}`, met: value <= goal } : {}),
      });
      rows.push({
        what: `longest task, ${count} rows`,
        value: turn,
        unit: 'ms',
        goal: '≤ 50',
        met: turn <= 50,
      });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return rows;
}
