import { citationText } from '#core/language/citation.ts';
import type { DutyStatus } from '#core/lint/finding.ts';
import { Empty } from '../parts/Empty.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { NotRead } from '../parts/NotRead.tsx';
import { revealLine } from '../reveal-line.ts';
import { snapshot } from '../state.ts';

type Status = DutyStatus['status'];

const GROUPS: readonly { status: Status; name: string; means: string; sign: IconName }[] = [
  { status: 'contradicted', name: 'Contradicted', means: 'The policy says the opposite', sign: 'error' },
  { status: 'missing', name: 'Missing', means: 'Rollmark found no sentence on it', sign: 'warning' },
  { status: 'partly', name: 'Partly met', means: 'Something is said, and something is not', sign: 'advice' },
  { status: 'met', name: 'Met', means: 'The policy says it', sign: 'tick' },
];

/** What the guidance expects of a policy, and the sentence that meets each duty, or that none does. */
export function DutiesPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const { crosswalk } = read;
  const met = crosswalk.filter(({ status }) => status === 'met').length;
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Duties</h2>
        <p class="soft">
          {crosswalk.length === 0
            ? 'What the guidance expects of a policy'
            : `${met} of ${crosswalk.length} things that the guidance expects of a policy are met`}
        </p>
      </div>
      {crosswalk.length === 0 && (
        <Empty icon="advice" title="These duties hold for schools in England.">
          This document speaks of another country, or is empty.
        </Empty>
      )}
      {GROUPS.map(({ status, name, means, sign }) => {
        const duties = crosswalk.filter((duty) => duty.status === status);
        if (duties.length === 0) return null;
        return (
          <section key={status} class="group" aria-labelledby={`duties-${status}`}>
            <h3 id={`duties-${status}`} class="group-title">
              {name} <span class="badge">{duties.length}</span>
            </h3>
            <p class="soft group-means">{means}</p>
            <ul class="duties">
              {duties.map((duty) => (
                <DutyCard key={duty.id} duty={duty} sign={sign} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function DutyCard({ duty: { what, status, evidence, citation }, sign }: { duty: DutyStatus; sign: IconName }) {
  return (
    <li class="duty" data-status={status}>
      <p class="duty-what">
        <Icon name={sign} />
        <span>{what}</span>
      </p>
      {evidence.map(({ line, quote }) => (
        <button key={line} type="button" class="quote" onClick={() => revealLine(line)}>
          “{shortened(quote)}” <span class="soft in-one">line {line}</span>
        </button>
      ))}
      <p class="citation">
        {citation.url === '' ? (
          citationText(citation)
        ) : (
          <a href={citation.url} target="_blank" rel="noreferrer">
            {citationText(citation)}
          </a>
        )}
        {!citation.verified && <span> (not checked against its source)</span>}
      </p>
    </li>
  );
}

const LONGEST_QUOTE = 160;

function shortened(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length <= LONGEST_QUOTE ? flat : `${flat.slice(0, LONGEST_QUOTE).trimEnd()} …`;
}
