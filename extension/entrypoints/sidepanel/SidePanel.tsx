import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { NO_STEP } from '../../judging/labels.ts';
import type { Report, ReportedPupil } from '../../messages.ts';
import { Shape } from '../../overlay/shape.tsx';
import { longDay } from '../../reading/days.ts';
import { localDay } from '../../today.ts';
import { Brand } from '../../ui/Brand.tsx';
import { currentTab, isBeingRead, listenToTab, type ReportLine } from '../../ui/reports.ts';
import { byStep, inOrder, isWanted, type Order, type StepGroup } from './groups.ts';
import { LogPart } from './LogPart.tsx';
import { Stated } from './Stated.tsx';
import { tableText } from './table-text.ts';
import { WhatWasRead } from './WhatWasRead.tsx';

const ORDERS: readonly [Order, string][] = [
  ['step', 'by step'],
  ['name', 'by surname'],
  ['attendance', 'by attendance'],
];

/** Every pupil read on the page in front, by step, most severe first; nothing is kept when the panel closes. */
export function SidePanel() {
  const [heard, setReports] = useState<Report[] | null>(null);
  const reports = heard ?? [];
  const [words, setWords] = useState('');
  const [step, setStep] = useState('');
  const [due, setDue] = useState(false);
  const [order, setOrder] = useState<Order>('step');
  const [said, setSaid] = useState('');
  const line = useRef<ReportLine | null>(null);

  useEffect(() => {
    const connect = async (): Promise<void> => {
      line.current?.close();
      setReports(null);
      const tab = await currentTab();
      line.current = tab ? listenToTab(tab.id, setReports) : null;
      if (!tab) setReports([]);
    };
    const onUpdated = (_id: number, change: { status?: string }): void => {
      if (change.status === 'complete') void connect();
    };
    const onActivated = (): void => void connect();
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    void connect();
    return () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      line.current?.close();
    };
  }, []);

  const pupils = reports.flatMap((report) =>
    report.pupils.map((pupil) => ({ ...pupil, frame: report.frame, site: report.site })),
  );
  const warnings = reports.flatMap((report) => report.warnings);
  const wanted = pupils.filter(
    (pupil) => (step === '' || pupil.label === step) && (!due || pupil.due.length > 0) && isWanted(pupil, words),
  );
  const shown = inOrder(wanted, order);
  const listed = shown.flatMap((group) => group.pupils);
  const copy = async (): Promise<void> => {
    const { plain, html } = tableText(listed);
    const parts = { 'text/plain': plain, 'text/html': html };
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    setSaid(
      `${listed.length} ${listed.length === 1 ? 'pupil' : 'pupils'} copied, with ${listed.length === 1 ? 'the name' : 'their names'}.`,
    );
  };

  return (
    <main class="stack">
      <h1>
        <Brand />
      </h1>
      <WhatWasRead reports={reports} isReading={isBeingRead(heard)} />
      <p class="printed">Printed on {longDay(localDay())}. It names pupils: keep it as you keep the register.</p>
      {pupils.length > 0 && (
        <>
          <div class="search">
            <input
              type="search"
              aria-label="Search by name"
              placeholder="Search by name or class"
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
            <select aria-label="Step" value={step} onChange={(event) => setStep(event.currentTarget.value)}>
              <option value="">All steps</option>
              {byStep(pupils).map(({ label, pupils: inGroup }) => (
                <option key={label} value={label}>
                  {label} ({inGroup.length})
                </option>
              ))}
            </select>
            <label class="quiet">
              <input type="checkbox" checked={due} onChange={(event) => setDue(event.currentTarget.checked)} /> with
              something due
            </label>
            <select aria-label="Order" value={order} onChange={(event) => setOrder(asOrder(event.currentTarget.value))}>
              {ORDERS.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="row tools">
            <p class="quiet" role="status">
              {said !== '' ? said : `${listed.length} of ${pupils.length} pupils shown`}
            </p>
            <button type="button" onClick={() => void copy()}>
              Copy as a table
            </button>
            <button type="button" onClick={() => print()}>
              Print
            </button>
          </div>
          {shown.map((group) => (
            <Group
              key={group.label}
              group={group}
              byStep={order === 'step'}
              onShow={(pupil) => line.current?.show(pupil.frame, pupil.key)}
            />
          ))}
          {warnings.length > 0 && (
            <section aria-labelledby="codes" class="card stack">
              <h2 id="codes">Codes to look at ({warnings.length})</h2>
              <ul class="codes">
                {warnings.map(({ frame, key, name, sentence }) => (
                  <li key={key + sentence}>
                    <button type="button" class="link" onClick={() => line.current?.show(frame, key)}>
                      {name}
                    </button>{' '}
                    {sentence}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {reports.some(({ policy }) => policy?.log) && <LogPart pupils={pupils.filter(({ seen }) => seen === null)} />}
        </>
      )}
      <Stated pupils={reports.flatMap(({ stated }) => stated)} />
    </main>
  );
}

function asOrder(value: string): Order {
  return ORDERS.find(([order]) => order === value)?.[0] ?? 'step';
}

type Listed = ReportedPupil & { frame: string };

interface GroupProps {
  group: StepGroup<Listed>;
  /** The heading is a step; else each pupil says theirs. */
  byStep: boolean;
  onShow(pupil: Listed): void;
}

function Group({ group, byStep: headed, onShow }: GroupProps) {
  return (
    <section aria-label={group.label}>
      <h2 class="group">
        {headed ? <Pill pupil={group} /> : <span>{group.label}</span>}
        <span class="quiet">{group.pupils.length}</span>
      </h2>
      <ul class="pupils">
        {group.pupils.map((pupil) => (
          <li key={pupil.frame + (pupil.key || pupil.pupilId + pupil.seen)}>
            <button type="button" disabled={pupil.seen !== null} onClick={() => onShow(pupil)}>
              <span>{pupil.name}</span>
              <span class="number">{pupil.percent === null ? '' : `${pupil.percent.toFixed(1)}%`}</span>
              <span class="quiet">{said(pupil, headed)}</span>
              <span class="quiet">{headed ? pupil.year : <Pill pupil={pupil} />}</span>
              {pupil.seen !== null && <span class="quiet seen">Not on the page now: {pupil.seen}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is due, else what the step is; under a heading that says so already, nothing. */
function said({ due, title, label }: ReportedPupil, headed: boolean): string {
  if (due.length > 0) return `Due: ${due.join('; ')}`;
  return headed && label === NO_STEP ? '' : title;
}

function Pill({ pupil: { level, label } }: { pupil: Pick<ReportedPupil, 'level' | 'label'> }) {
  return (
    <span class={`pill level-${level ?? 'unknown'}`}>
      <Shape level={level} />
      {label}
    </span>
  );
}
