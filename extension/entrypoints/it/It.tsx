import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { abilitiesOf, absencesOf, type BuiltManifest, DATA } from '../../it/abilities.ts';
import type { Settings } from '../../messages.ts';
import { askSettings } from '../../ui/ask.ts';
import { Brand } from '../../ui/Brand.tsx';
import { siteName } from '../../ui/site.ts';

/** What this very copy can do, read from its own manifest, and what IT has set for it. */
export function It() {
  // The browser gives the manifest as built; of its many shapes these parts are used.
  const manifest = browser.runtime.getManifest() as BuiltManifest;
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void askSettings().then((answer) => setSettings('why' in answer ? null : answer)), []);
  return (
    <main class="stack">
      <Brand />
      <h1>What Rollmark can do in this browser</h1>
      <p class="quiet">
        Version {manifest.version}. Read from the extension’s own manifest, in this browser, at this moment.
      </p>
      <section class="card" aria-labelledby="can">
        <h2 id="can">Permissions</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Permission</th>
              <th scope="col">What it lets an extension do</th>
              <th scope="col">What Rollmark does with it</th>
            </tr>
          </thead>
          <tbody>
            {abilitiesOf(manifest).map(({ word, lets, use }) => (
              <tr key={word}>
                <th scope="row">
                  <code>{word}</code>
                </th>
                <td>{lets}</td>
                <td>{use}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="card" aria-labelledby="cannot">
        <h2 id="cannot">What it has not</h2>
        <ul>
          {absencesOf(manifest).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="data">
        <h2 id="data">Data</h2>
        <table>
          <tbody>
            {DATA.map(([what, where]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{where}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {settings && <InForce settings={settings} />}
    </main>
  );
}

function InForce({
  settings: { sites, locked, allowedOrigins, policies, disabledAdapters, problems },
}: {
  settings: Settings;
}) {
  const byIt = policies.filter((policy) => policy.byIt);
  const lines: [string, string][] = [
    ['Sites that are on', sites.map(siteName).join(', ') || 'none'],
    [
      'Origins allowed',
      allowedOrigins === null ? 'any, by the person’s own grant' : allowedOrigins.join(', ') || 'none',
    ],
    ['Policies set by IT', byIt.map(({ school, from }) => `${school} (${from})`).join(', ') || 'none'],
    ['Locked', locked.join(', ') || 'nothing'],
    ['Adapters turned off', disabledAdapters.join(', ') || 'none'],
    ['Managed settings that cannot be used', problems.join(' ') || 'none'],
  ];
  return (
    <section class="card" aria-labelledby="now">
      <h2 id="now">In force here</h2>
      <table>
        <tbody>
          {lines.map(([what, value]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
