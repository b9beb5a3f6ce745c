import { signal } from '@preact/signals';
import { actionsAt, fixAll } from '#core/language/actions.ts';
import { citationText } from '#core/language/citation.ts';
import {
  countProblems,
  countsText,
  groupProblems,
  problemsBySection,
  problemsWith,
} from '#core/language/diagnostics.ts';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { Citation, Edit, Finding } from '#core/lint/finding.ts';
import { makeAllFixes } from '../commands.ts';
import { edit } from '../editing.ts';
import { Empty } from '../parts/Empty.tsx';
import { useIsHere } from '../parts/here.ts';
import { Icon } from '../parts/Icon.tsx';
import { NotRead } from '../parts/NotRead.tsx';
import { editor, snapshot } from '../state.ts';

/** How the problems are put in order, and the words that they must hold; kept while the window is open. */
const order = signal<'duty' | 'section'>('duty');
const wanted = signal('');

/** Every problem by the duty it goes against, or by its section; each leads to its place in the text. */
export function ProblemsPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const shown = problemsWith(read.findings, wanted.value);
  const groups =
    order.value === 'duty'
      ? groupProblems(shown)
      : problemsBySection(shown, read.outline).map((section) => ({ ...section, means: '' }));
  const all = fixAll(read);
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Problems</h2>
        <p class="soft">{countsText(countProblems(read.findings))}</p>
      </div>
      {read.findings.length === 0 && <NoProblems words={read.text} />}
      {read.findings.length > 0 && <Tools />}
      {all && (
        <button type="button" class="button fix-all" onClick={() => void makeAllFixes()}>
          <Icon name="fix" /> {all.title}
        </button>
      )}
      {shown.length === 0 && read.findings.length > 0 && (
        <Empty icon="advice" title="No problem holds these words.">
          There are {read.findings.length} without them.
        </Empty>
      )}
      {groups.map((group, index) => (
        <section key={`${index} ${group.name}`} class="group" aria-labelledby={`problems-${index}`}>
          <h3 id={`problems-${index}`} class="group-title">
            {group.name} <span class="badge">{group.findings.length}</span>
          </h3>
          {group.means !== '' && <p class="soft group-means">{group.means}</p>}
          <ul class="problems">
            {group.findings.map((finding) => (
              <Problem key={`${finding.ruleId} ${finding.span.start.offset} ${finding.message}`} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Fewer letters than this are no policy yet. */
const SHORTEST = 200;

function NoProblems({ words }: { words: string }) {
  return words.trim().length < SHORTEST ? (
    <Empty icon="page" title="Nothing to check yet.">
      Write or paste the policy, or go to the start and open a file or the template.
    </Empty>
  ) : (
    <Empty icon="tick" title="Nothing to put right that Rollmark knows of.">
      It checks what a machine can check. Whether the policy is a good one is for people to say.
    </Empty>
  );
}

function Tools() {
  return (
    <div class="problem-tools">
      <label>
        <span class="visually-hidden">Only problems with these words</span>
        <input
          class="field"
          type="search"
          placeholder="Filter"
          value={wanted.value}
          onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
        />
      </label>
      <fieldset class="choices">
        <legend class="visually-hidden">Order of the problems</legend>
        {(['duty', 'section'] as const).map((by) => (
          <label key={by} class="choice">
            <input type="radio" name="problem-order" checked={order.value === by} onChange={() => (order.value = by)} />
            By {by}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

const SEVERITY_NAMES = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;

function Problem({ finding }: { finding: Finding }) {
  const here = useIsHere(finding.span);
  return (
    <li class="problem" data-severity={finding.severity} data-here={here}>
      <button type="button" class="problem-jump" onClick={() => editor.value?.reveal(finding.span)}>
        <span class="problem-sign">
          <Icon name={finding.severity} />
          <span class="visually-hidden">{SEVERITY_NAMES[finding.severity]}: </span>
        </span>
        <span class="problem-words">{finding.message}</span>
        <span class="problem-line">
          <span class="visually-hidden">line </span>
          {finding.line}
        </span>
      </button>
      <div class="problem-more">
        {finding.citations.slice(0, 2).map((citation) => (
          <CitationLine key={`${citation.document} ${citation.provision}`} citation={citation} />
        ))}
        <Fixes finding={finding} />
      </div>
    </li>
  );
}

function Fixes({ finding }: { finding: Finding }) {
  const read = snapshot.value;
  if (!read) return null;
  const fixes = actionsAt(read, finding.span.start.offset, finding.span.end.offset).filter(({ settles }) =>
    settles.includes(finding),
  );
  return (
    <>
      {fixes.map((fix) => (
        <button
          key={fix.title}
          type="button"
          class="button"
          data-look="small"
          onClick={() => void edit((now) => sameFix(now, finding, fix.title))}
        >
          <Icon name="fix" /> {fix.title}
        </button>
      ))}
    </>
  );
}

/** The fix of the same finding in a newer reading of the text. */
function sameFix(now: PolicySnapshot, finding: Finding, title: string): readonly Edit[] | null {
  const same = now.findings.filter(({ ruleId, message }) => ruleId === finding.ruleId && message === finding.message);
  const distance = (other: Finding): number => Math.abs(other.span.start.offset - finding.span.start.offset);
  const [nearest] = same.sort((a, b) => distance(a) - distance(b));
  return nearest?.fixes.find((fix) => fix.title === title)?.edits ?? null;
}

function CitationLine({ citation }: { citation: Citation }) {
  const words = citationText(citation);
  return (
    <p class="citation">
      {citation.url === '' ? (
        words
      ) : (
        <a href={citation.url} target="_blank" rel="noreferrer">
          {words}
        </a>
      )}
      {!citation.verified && <span class="soft"> (not checked against its source)</span>}
    </p>
  );
}
