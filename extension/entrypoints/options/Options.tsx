import { useEffect, useState } from 'preact/hooks';
import type { Outcome, Request, Settings } from '../../messages.ts';
import { askChange, askSettings, siteName } from '../../ui/ask.ts';
import { Brand } from '../../ui/Brand.tsx';
import { PolicyCard } from '../../ui/PolicyCard.tsx';

/** The policy bundle and the sites that are on. */
export function Options() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  useEffect(() => void askSettings().then(setSettings), []);

  const ask = async (request: Request, done: string): Promise<void> => {
    const outcome: Outcome = await askChange(request);
    if (outcome.ok) setSettings(outcome.settings);
    setSaid(outcome.ok ? { text: done, bad: false } : { text: outcome.why, bad: true });
  };
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    await ask(
      { type: 'store-policy', text: await file.text(), name: file.name },
      'The policy is in use on every site that is on.',
    );
    // The same file, mended, can be chosen again.
    input.value = '';
  };

  if (!settings) return <main aria-busy="true" />;
  const { policy, sites, locked } = settings;
  return (
    <main class="stack">
      <Brand />
      <h1>Policy and sites</h1>
      {locked && <p class="card">Your IT team looks after these settings, so they cannot be changed here.</p>}
      <section class="card stack" aria-labelledby="policy">
        <h2 id="policy">Your school’s policy</h2>
        {policy ? (
          <PolicyCard policy={policy} />
        ) : (
          <p class="quiet">
            Choose the bundle that the Rollmark editor or command published: a file such as <code>policy.json</code>.
          </p>
        )}
        {!locked && (
          <div class="row">
            <span class="drop">
              <span class="button main">{policy ? 'Choose another bundle' : 'Choose a bundle'}</span>
              <input
                type="file"
                accept=".json,application/json"
                aria-label="Policy bundle file"
                onChange={(event) => void choose(event.currentTarget)}
              />
            </span>
            {policy && (
              <button
                type="button"
                onClick={() => void ask({ type: 'remove-policy' }, 'The policy was removed from this browser.')}
              >
                Remove
              </button>
            )}
          </div>
        )}
        <p role="status" class={said?.bad ? 'problem' : 'quiet'}>
          {said?.text}
        </p>
      </section>
      <section class="card" aria-labelledby="sites">
        <h2 id="sites">Sites that are on</h2>
        {sites.length === 0 && (
          <p class="quiet">None. Open your MIS, press the Rollmark button and turn it on there.</p>
        )}
        <ul>
          {sites.map((pattern) => (
            <li class="row" key={pattern}>
              <span>{siteName(pattern)}</span>
              {!locked && (
                <button
                  type="button"
                  aria-label={`Turn off ${siteName(pattern)}`}
                  onClick={() => void ask({ type: 'site-off', pattern }, `Rollmark is off for ${siteName(pattern)}.`)}
                >
                  Turn off
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section class="card stack" aria-labelledby="promise">
        <h2 id="promise">What Rollmark does not do</h2>
        <p class="quiet">
          It reads the page in front of you and changes nothing on it. It keeps, sends and logs nothing about pupils. It
          makes no request to any other computer.
        </p>
      </section>
    </main>
  );
}
