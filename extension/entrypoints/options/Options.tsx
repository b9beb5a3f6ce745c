import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Lockable, Outcome, Request, Settings } from '../../messages.ts';
import { askChange, askSettings } from '../../ui/ask.ts';
import { Brand } from '../../ui/Brand.tsx';
import { LogSettings } from './LogSettings.tsx';
import { Policies } from './Policies.tsx';
import type { PartProps } from './part.ts';
import { Sites } from './Sites.tsx';
import { TaughtPages } from './TaughtPages.tsx';
import { Terms } from './Terms.tsx';

/** Policies, sites, term dates, taught pages and the log. */
export function Options() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  useEffect(() => {
    const load = (): void =>
      void askSettings().then((answer) => {
        if ('why' in answer) setSaid({ text: answer.why, bad: true });
        else setSettings(answer);
      });
    load();
    // A policy that is fetched arrives later than the page.
    browser.storage.onChanged.addListener(load);
    return () => browser.storage.onChanged.removeListener(load);
  }, []);

  const ask = async (request: Request, done: string): Promise<void> => {
    const outcome: Outcome = await askChange(request);
    if (outcome.ok) setSettings(outcome.settings);
    setSaid(outcome.ok ? { text: outcome.said ?? done, bad: false } : { text: outcome.why, bad: true });
  };
  if (!settings)
    return (
      <main class="stack" aria-busy={said === null}>
        <Brand />
        <p role="status" class="said problem">
          {said?.text}
        </p>
      </main>
    );
  const isLocked = (what: Lockable): boolean => settings.locked.includes(what);
  const part: PartProps = { settings, isLocked, ask };
  return (
    <main class="stack">
      <Brand />
      <h1>Policy and sites</h1>
      {settings.locked.length > 0 && (
        <p class="card">Your IT team looks after what is marked “locked” here, so it cannot be changed on this page.</p>
      )}
      {settings.problems.map((problem) => (
        <p class="card problem" key={problem}>
          {problem}
        </p>
      ))}
      <Policies {...part} />
      <p role="status" class={said?.bad ? 'said problem' : 'said quiet'}>
        {said?.text}
      </p>
      <Sites {...part} />
      <Terms {...part} key={JSON.stringify(settings.terms)} />
      <TaughtPages {...part} />
      <LogSettings {...part} />
      <section class="card stack" aria-labelledby="promise">
        <h2 id="promise">What Rollmark does not do</h2>
        <p class="quiet">
          It reads the page in front of you and changes nothing on it. It keeps, sends and logs nothing about pupils,
          save your own log where you turn it on. The only request it can make is for a policy whose address you or your
          IT team named.
        </p>
        <p class="quiet">
          <a href="/it.html">What Rollmark can do in this browser</a>, for your IT team.
        </p>
      </section>
    </main>
  );
}
