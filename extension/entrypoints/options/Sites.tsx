import { siteName } from '../../ui/site.ts';
import { Heading } from './Heading.tsx';
import type { PartProps } from './part.ts';

/** The sites that Rollmark reads, and those that IT allows. */
export function Sites({ settings: { sites, allowedOrigins }, isLocked, ask }: PartProps) {
  const locked = isLocked('sites');
  return (
    <section class="card" aria-labelledby="sites">
      <Heading id="sites" locked={locked}>
        Sites that are on
      </Heading>
      {sites.length === 0 && <p class="quiet">None. Open your MIS, press the Rollmark button and turn it on there.</p>}
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
      {allowedOrigins !== null && (
        <p class="quiet">
          Your IT team allows {allowedOrigins.length === 0 ? 'no site' : allowedOrigins.map(siteName).join(', ')}.
        </p>
      )}
    </section>
  );
}
