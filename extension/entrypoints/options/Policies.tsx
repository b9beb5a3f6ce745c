import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { FileButton } from '../../ui/FileButton.tsx';
import { PolicyCard } from '../../ui/PolicyCard.tsx';
import { siteName } from '../../ui/site.ts';
import { Heading } from './Heading.tsx';
import type { PartProps } from './part.ts';

/** The policies in this browser, each with the pages that it is for. */
export function Policies({ settings, isLocked, ask }: PartProps) {
  const { policies, missing, sites } = settings;
  const locked = isLocked('policies') || policies.some(({ byIt }) => byIt) || missing.some(({ byIt }) => byIt);
  const [address, setAddress] = useState('');
  const fetchFrom = async (wanted: string): Promise<void> => {
    if (!URL.canParse(wanted) || !wanted.startsWith('https://'))
      return ask({ type: 'policy-from', address: wanted }, '');
    // Asked in direct answer to the click; without the permission the request may still be let through by its host.
    await browser.permissions.request({ origins: [`https://${new URL(wanted).hostname}/*`] });
    await ask({ type: 'policy-from', address: wanted }, 'The policy is fetched, and again every day.');
  };
  const allow = async (pattern: string): Promise<void> => {
    await browser.permissions.request({ origins: [pattern] });
    await ask({ type: 'refresh-policies' }, 'The policy was asked for again.');
  };
  return (
    <section class="card stack" aria-labelledby="policy">
      <Heading id="policy" locked={locked}>
        Your school’s policy
      </Heading>
      {policies.length === 0 && missing.length === 0 && (
        <p class="quiet">
          Choose the bundle that the Rollmark editor or command published: a file such as <code>policy.json</code>. For
          a trust, choose one bundle for each school.
        </p>
      )}
      {policies.map((policy) => (
        <div class="policy stack" key={policy.id}>
          <PolicyCard policy={policy} />
          {!locked && (
            <div class="row wrap">
              <label>
                For{' '}
                <select
                  value={policy.site ?? ''}
                  onChange={(event) =>
                    void ask(
                      {
                        type: 'assign-policy',
                        id: policy.id,
                        site: event.currentTarget.value || null,
                        anySchool: policy.anySchool,
                      },
                      'Changed.',
                    )
                  }
                >
                  <option value="">every site that is on</option>
                  {[...new Set([...sites, ...(policy.site === null ? [] : [policy.site])])].map((site) => (
                    <option key={site} value={site}>
                      {siteName(site)} only
                    </option>
                  ))}
                </select>
              </label>
              <label class="quiet">
                <input
                  type="checkbox"
                  checked={policy.anySchool}
                  onChange={(event) =>
                    void ask(
                      {
                        type: 'assign-policy',
                        id: policy.id,
                        site: policy.site,
                        anySchool: event.currentTarget.checked,
                      },
                      'Changed.',
                    )
                  }
                />{' '}
                whatever school a page names
              </label>
              <button
                type="button"
                aria-label={`Remove the policy of ${policy.school}`}
                onClick={() =>
                  void ask({ type: 'remove-policy', id: policy.id }, 'The policy was removed from this browser.')
                }
              >
                Remove
              </button>
            </div>
          )}
        </div>
      ))}
      {missing.map(({ from, address: at, problem, needs }) => (
        <div class="policy stack" key={from}>
          <p>
            <strong>{from}</strong>
          </p>
          <p class="problem">{problem}</p>
          <div class="row wrap">
            {needs !== null && (
              <button type="button" onClick={() => void allow(needs)}>
                Let Rollmark read {siteName(needs)}
              </button>
            )}
            {!locked && at !== null && (
              <button
                type="button"
                aria-label={`Remove ${at}`}
                onClick={() => void ask({ type: 'remove-policy', id: at }, 'The address was removed.')}
              >
                Remove
              </button>
            )}
          </div>
        </div>
      ))}
      {!locked && (
        <div class="row wrap">
          <FileButton
            main={policies.length === 0}
            label="Policy bundle file"
            accept=".json,application/json"
            onFile={(text, name) =>
              ask({ type: 'store-policy', text, name }, 'The policy is in use on every site that is on.')
            }
          >
            {policies.length > 0 ? 'Choose another bundle' : 'Choose a bundle'}
          </FileButton>
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              void fetchFrom(address.trim());
            }}
          >
            <input
              type="url"
              aria-label="Address of a policy bundle"
              placeholder="https://…/policy.json"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <button type="submit" disabled={address.trim() === ''}>
              Fetch
            </button>
          </form>
        </div>
      )}
      {policies.some(({ address: at }) => at !== null) && (
        <div>
          <button type="button" onClick={() => void ask({ type: 'refresh-policies' }, 'Asked for again.')}>
            Fetch again now
          </button>
        </div>
      )}
    </section>
  );
}
