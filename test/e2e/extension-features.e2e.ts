import { afterAll, beforeAll } from 'vitest';
import { Desk } from './officer/desk.ts';
import { hostilePages } from './officer/hostile.ts';
import { theLog } from './officer/log.ts';
import { onePupil } from './officer/one-pupil.ts';
import { pagesOfOthers } from './officer/pages.ts';
import { sidePanel } from './officer/panel.ts';
import { partLists } from './officer/part-lists.ts';
import { whichPolicy } from './officer/policy-and-day.ts';
import { stopped } from './officer/stopped.ts';
import { teaching } from './officer/teach.ts';

/*
 * What an officer does with the extension besides reading marks, and what pages do to it. One browser for all: to start
 * one takes longer than most of these tests.
 */
// Filled before the first test runs.
const desk = {} as Desk;
beforeAll(async () => {
  Object.setPrototypeOf(desk, Desk.prototype);
  Object.assign(desk, await Desk.start());
});
afterAll(() => desk.extension?.close());

whichPolicy(desk);
theLog(desk);
teaching(desk);
sidePanel(desk);
pagesOfOthers(desk);
onePupil(desk);
partLists(desk);
hostilePages(desk);
stopped(desk);
