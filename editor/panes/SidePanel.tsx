import type { ComponentType } from 'preact';
import { countProblems } from '#core/language/diagnostics.ts';
import { PANE_NAMES } from '../commands.ts';
import { later } from '../parts/later.tsx';
import { Splitter } from '../parts/Splitter.tsx';
import { findings, PANES, type PaneId, pane, snapshot } from '../state.ts';
import { ProblemsPane } from './ProblemsPane.tsx';

const CONTENT: Record<PaneId, ComponentType> = {
  problems: ProblemsPane,
  read: later(async () => (await import('./ReadPane.tsx')).ReadPane),
  ladder: later(async () => (await import('./LadderPane.tsx')).LadderPane),
  duties: later(async () => (await import('./DutiesPane.tsx')).DutiesPane),
  try: later(async () => (await import('./TryPane.tsx')).TryPane),
  fill: later(async () => (await import('./FillPane.tsx')).FillPane),
  preview: later(async () => (await import('./PreviewPane.tsx')).PreviewPane),
  compare: later(async () => (await import('./ComparePane.tsx')).ComparePane),
};
const SHORT: Record<PaneId, string> = {
  problems: 'Problems',
  read: 'Read',
  ladder: 'Ladder',
  duties: 'Duties',
  try: 'Try',
  fill: 'Fill in',
  preview: 'Preview',
  compare: 'Compare',
};

/** What Rollmark has to say about the text, one pane at a time. */
export function SidePanel() {
  const chosen = pane.value;
  const Content = CONTENT[chosen];
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: PANES[0], End: PANES.at(-1) }[event.key];
    const to = edge ?? (step && PANES[(PANES.indexOf(chosen) + step + PANES.length) % PANES.length]);
    if (!to) return;
    event.preventDefault();
    choose(to);
    document.getElementById(`tab-${to}`)?.focus();
  };
  return (
    <aside class="side" id="side" aria-label="What Rollmark says">
      <Splitter />
      <div class="tabs" role="tablist" aria-label="Panes" onKeyDown={move}>
        {PANES.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={id === chosen}
            aria-controls="side-content"
            tabIndex={id === chosen ? 0 : -1}
            title={PANE_NAMES[id]}
            onClick={() => choose(id)}
          >
            {SHORT[id]}
            <TabBadge id={id} />
          </button>
        ))}
      </div>
      <div id="side-content" class="side-content" data-pane={chosen} role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        <Content />
      </div>
    </aside>
  );
}

/** Shows a pane. Where the panel stands below the text, in a narrow or an enlarged window, it is brought up. */
function choose(id: PaneId): void {
  pane.value = id;
  const panel = document.getElementById('side');
  if (panel && panel.getBoundingClientRect().top > innerHeight / 2) panel.scrollIntoView({ block: 'start' });
}

function TabBadge({ id }: { id: PaneId }) {
  if (id === 'problems') {
    const { error, warning, advice } = countProblems(findings.value);
    const total = error + warning + advice;
    const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'advice';
    return total > 0 ? (
      <span class="badge" data-severity={severity}>
        {total}
      </span>
    ) : null;
  }
  const open = id === 'fill' ? (snapshot.value?.parsed.placeholders.length ?? 0) : 0;
  return open > 0 ? <span class="badge">{open}</span> : null;
}
