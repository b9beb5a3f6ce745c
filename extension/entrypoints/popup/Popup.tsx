import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Report, Settings } from '../../messages.ts';
import { rememberPendingSite } from '../../pending-site.ts';
import { askChange, askSettings } from '../../ui/ask.ts';
import { Brand } from '../../ui/Brand.tsx';
import { PolicyCard } from '../../ui/PolicyCard.tsx';
import { currentTab, listenToTab, type ReportLine } from '../../ui/reports.ts';
import { patternOf, siteName } from '../../ui/site.ts';
import { ReadHere } from './ReadHere.tsx';

interface Here {
  tabId: number;
  pattern: string | null;
}

/** Which policy, this site on or off, and what was read here. */
export function Popup() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [here, setHere] = useState<Here | null>(null);
  const [reports, setReports] = useState<Report[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const line = useRef<ReportLine | null>(null);
  const pattern = here?.pattern ?? null;
  const isOn = settings !== null && pattern !== null && settings.sites.includes(pattern);
  const allowed = settings?.allowedOrigins ?? null;
  const barred = pattern !== null && allowed !== null && !allowed.some((origin) => patternOf(origin) === pattern);
  const locked = settings?.locked.includes('sites') ?? true;
  const [first] = settings?.policies ?? [];
  const several = (settings?.policies.length ?? 0) > 1;

  useEffect(() => {
    void askSettings().then((answer) => ('why' in answer ? setProblem(answer.why) : setSettings(answer)));
    void currentTab().then((tab) => setHere(tab ? { tabId: tab.id, pattern: patternOf(tab.url) } : null));
  }, []);
  useEffect(() => {
    if (!here || !isOn) return;
    line.current = listenToTab(here.tabId, setReports);
    return line.current.close;
  }, [here, isOn]);

  const turn = async (on: boolean): Promise<void> => {
    if (!here || pattern === null) return;
    setProblem(null);
    if (on) {
      // Not awaited: the browser asks its question only in direct answer to the click.
      void rememberPendingSite({ pattern, tabId: here.tabId });
      const granted = await browser.permissions.request({ origins: [pattern] });
      if (!granted) {
        setProblem(`Rollmark stays off: the browser was not allowed to let it read ${siteName(pattern)}.`);
        return;
      }
    }
    const outcome = await askChange(
      on ? { type: 'site-on', pattern, tabId: here.tabId } : { type: 'site-off', pattern },
    );
    if (outcome.ok) setSettings(outcome.settings);
    else setProblem(outcome.why);
  };
  const teach = (frame: string): void => {
    line.current?.teach(frame);
    // The window to teach in is on the page; in a tab of its own this stays.
    if (new URLSearchParams(location.search).get('tab') === null) window.close();
  };

  return (
    <main class="stack">
      <h1>
        <Brand />
      </h1>
      <section class="card stack" aria-label="Policy">
        {!settings && problem === null && <p>One moment…</p>}
        {settings && !first && <p>{settings.missing[0]?.problem ?? 'No policy is chosen yet.'}</p>}
        {first && !several && <PolicyCard policy={first} />}
        {several && (
          <p>
            {settings?.policies.length} policies: {settings?.policies.map(({ school }) => school).join(', ')}
          </p>
        )}
        <button
          type="button"
          class={settings && !first ? 'main' : ''}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          {settings && !first ? 'Choose a policy' : 'Policy and sites'}
        </button>
      </section>
      <section class="card stack" aria-label="This site">
        {pattern === null && <p>Open your school’s MIS in a tab, then press the Rollmark button there.</p>}
        {pattern !== null && (
          <>
            <div>
              <p>
                <strong>{siteName(pattern)}</strong>
              </p>
              <p class="quiet">
                {isOn
                  ? 'On. Rollmark reads attendance pages here; nothing leaves this browser.'
                  : 'Off. Rollmark can read nothing here until you turn it on.'}
              </p>
            </div>
            {barred && <p class="problem">Your IT team has not allowed Rollmark on this site.</p>}
            {settings && locked && !barred && <p class="quiet">Your IT team looks after the list of sites.</p>}
            {!barred && (
              <button
                type="button"
                class={isOn ? 'wide' : 'wide main'}
                disabled={locked}
                onClick={() => void turn(!isOn)}
              >
                {isOn ? 'Turn off for this site' : 'Turn on for this site'}
              </button>
            )}
          </>
        )}
        {problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </section>
      {isOn && here && (
        <ReadHere
          reports={reports}
          tabId={here.tabId}
          onTeach={settings.locked.includes('pages') ? null : teach}
          several={several}
        />
      )}
    </main>
  );
}
