import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Report, ReportedPupil } from '../../messages.ts';
import { Shape } from '../../overlay/shape.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { currentTab, listenToTab, type ReportLine } from '../../ui/reports.ts';
import { byStep, type StepGroup } from './groups.ts';

/** Every pupil read on the page in front, by step, most severe first; nothing is kept when the panel closes. */
export function SidePanel() {
  const [reports, setReports] = useState<Report[]>([]);
  const [words, setWords] = useState('');
  const [step, setStep] = useState('');
  const line = useRef<ReportLine | null>(null);

  useEffect(() => {
    const connect = async (): Promise<void> => {
      line.current?.close();
      setReports([]);
      const tab = await currentTab();
      line.current = tab ? listenToTab(tab.id, setReports) : null;
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

  const pupils = reports.flatMap((report) => report.pupils.map((pupil) => ({ ...pupil, frame: report.frame })));
  const tables = reports.flatMap((report) => report.tables);
  const reasons = [...new Set(reports.flatMap((report) => report.reasons))];
  const groups = byStep(pupils);
  const wanted = words.trim().toLowerCase();
  const shown = groups
    .filter(({ label }) => step === '' || label === step)
    .map((group) => ({ ...group, pupils: group.pupils.filter((pupil) => matches(pupil, wanted)) }))
    .filter((group) => group.pupils.length > 0);
  const count = shown.reduce((sum, group) => sum + group.pupils.length, 0);

  return (
    <main class="stack">
      <h1>
        <Brand />
      </h1>
      {tables.map((table) => (
        <p key={table.kind + table.period}>
          {table.read} of {table.declared ?? table.read} pupils read, as at {table.asOf}
          <br />
          <span class="quiet">
            {table.kind}, {table.period}
          </span>
        </p>
      ))}
      {pupils.length === 0 && (
        <p class="card">
          {reasons[0] ??
            'Nothing is read on the page in front. Turn Rollmark on for your MIS and open an attendance page.'}
        </p>
      )}
      {pupils.length > 0 && (
        <>
          <div class="search">
            <input
              type="search"
              aria-label="Search by name"
              placeholder="Search by name"
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
            <select aria-label="Step" value={step} onChange={(event) => setStep(event.currentTarget.value)}>
              <option value="">All steps</option>
              {groups.map(({ label, pupils: inGroup }) => (
                <option key={label} value={label}>
                  {label} ({inGroup.length})
                </option>
              ))}
            </select>
          </div>
          <p class="quiet" role="status">
            {count} of {pupils.length} pupils shown
          </p>
          {shown.map((group) => (
            <Group key={group.label} group={group} onShow={(pupil) => line.current?.show(pupil.frame, pupil.key)} />
          ))}
        </>
      )}
    </main>
  );
}

type Listed = ReportedPupil & { frame: string };

function Group({ group, onShow }: { group: StepGroup<Listed>; onShow(pupil: Listed): void }) {
  return (
    <section aria-label={group.label}>
      <h2 class="group">
        <span class={`pill level-${group.level ?? 'unknown'}`}>
          <Shape level={group.level} />
          {group.label}
        </span>
        <span class="quiet">{group.pupils.length}</span>
      </h2>
      <ul class="pupils">
        {group.pupils.map((pupil) => (
          <li key={pupil.frame + pupil.key}>
            <button type="button" onClick={() => onShow(pupil)}>
              <span>{pupil.name}</span>
              <span class="number">{pupil.percent === null ? '' : `${pupil.percent.toFixed(1)}%`}</span>
              <span class="quiet">{pupil.due.length > 0 ? `Due: ${pupil.due.join('; ')}` : pupil.title}</span>
              <span class="quiet">{pupil.year}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function matches({ name, year }: ReportedPupil, words: string): boolean {
  return words === '' || `${name} ${year ?? ''}`.toLowerCase().includes(words);
}
