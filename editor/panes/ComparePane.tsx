import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { MeaningChange } from '#core/diff/change.ts';
import type { PolicyComparison, TextChange } from '#core/diff/compare.ts';
import { fillSections } from '#core/language/placeholders.ts';
import type { Version } from '../drafts/draft.ts';
import { decode } from '../files.ts';
import { importFile, kindOf } from '../importing.ts';
import { Coming, Empty, Failed } from '../parts/Empty.tsx';
import { WHEN_KEPT, WHY_KEPT } from '../parts/Versions.tsx';
import { compareTexts } from '../publishing.ts';
import { revealLine } from '../reveal-line.ts';
import { snapshot, text } from '../state.ts';
import { shippedTemplate, tell, versionsOfDraft } from '../workspace.ts';

const QUIET_MS = 700;

/** What the chooser calls what is no version. */
const TEMPLATE = 'template';
const FILE = 'file';

/** What the text is compared with. */
interface Earlier {
  name: string;
  text: string;
}

/** The text against an earlier version or another file: what changed in meaning, and in words. */
export function ComparePane() {
  const [versions, setVersions] = useState<Version[]>([]);
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [result, setResult] = useState<PolicyComparison | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const words = text.value;
  useEffect(() => {
    void versionsOfDraft().then((kept) => {
      setVersions(kept);
      // The oldest is what the draft was when it came.
      const first = kept.at(-1);
      if (first) setEarlier((now) => now ?? { name: nameOf(first), text: first.text });
    });
  }, []);
  useEffect(() => {
    if (!earlier) return;
    let gone = false;
    const timer = setTimeout(
      () =>
        void compareTexts(earlier.text, words).then(
          (made) => {
            if (gone) return;
            setResult(made);
            setFailed(null);
          },
          (error: unknown) => gone || setFailed(error instanceof Error ? error.message : String(error)),
        ),
      result === null ? 0 : QUIET_MS,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [earlier, words, tries]);
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Compare</h2>
        <p class="soft">{earlier ? `This text against ${earlier.name}` : 'This text against an earlier one'}</p>
      </div>
      <Chooser versions={versions} onChoose={setEarlier} />
      {failed && (
        <Failed title="The two could not be compared." why={failed} again={() => setTries((count) => count + 1)} />
      )}
      {earlier && !result && !failed && <Coming words="Comparing…" />}
      {result && <LeftToFill />}
      {result && <Comparison result={result} />}
    </>
  );
}

function Chooser({ versions, onChoose }: { versions: readonly Version[]; onChoose: (earlier: Earlier) => void }) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const openFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const words = await textOfFile(file);
    if (words === null) return;
    setChosen(FILE);
    onChoose({ name: `“${file.name}”`, text: words });
  };
  return (
    <div class="compare-with">
      <label for={id}>An earlier version of this draft, or the template</label>
      <select
        id={id}
        class="field"
        value={chosen ?? String(versions.length - 1)}
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.value);
          if (currentTarget.value === TEMPLATE)
            void shippedTemplate().then((words) => onChoose({ name: 'the template', text: words }));
          const version = versions[Number(currentTarget.value)];
          if (version) onChoose({ name: nameOf(version), text: version.text });
        }}
      >
        {versions.map((version, index) => (
          <option key={version.at} value={String(index)}>
            {nameOf(version)}
          </option>
        ))}
        <option value={TEMPLATE}>The template that Rollmark ships</option>
        {chosen === FILE && <option value={FILE}>A file</option>}
      </select>
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        Compare with a file, such as your trust’s template
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File to compare with"
        accept=".md,.markdown,.txt,.docx,.pdf,.html,.htm"
        onChange={({ currentTarget }) => {
          void openFile(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

function Comparison({ result: { meaning, text: changes, tooMuch } }: { result: PolicyComparison }) {
  return (
    <>
      <section class="group" aria-labelledby="compare-meaning">
        <h3 id="compare-meaning" class="group-title">
          In meaning <span class="badge">{meaning.length}</span>
        </h3>
        {meaning.length === 0 && <Empty icon="tick" title="Nothing changed in what Rollmark reads." />}
        <ul class="changes">
          {meaning.map((change) => (
            <MeaningCard key={`${change.text} ${change.after?.line} ${change.before?.line}`} change={change} />
          ))}
        </ul>
      </section>
      <section class="group" aria-labelledby="compare-words">
        <h3 id="compare-words" class="group-title">
          In words <span class="badge">{tooMuch ? '…' : changes.length}</span>
        </h3>
        {tooMuch ? (
          <Empty icon="advice" title="The two have too little in common to be compared word by word." />
        ) : (
          changes.length === 0 && <Empty icon="tick" title="The words are the same." />
        )}
        <ul class="changes">
          {changes.map((change) => (
            <WordsCard key={`${change.line} ${change.parts[0]?.text}`} change={change} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** What a template asked for and the text still does not say. */
function LeftToFill() {
  const read = snapshot.value;
  const open = read
    ? fillSections(read.text, read.parsed.placeholders, read.outline).flatMap(({ fields }) => fields)
    : [];
  if (open.length === 0) return null;
  return (
    <section class="group" aria-labelledby="compare-open">
      <h3 id="compare-open" class="group-title">
        Left to fill in <span class="badge">{open.length}</span>
      </h3>
      <ul class="changes">
        {open.map((field) => (
          <li key={field.key} class="change">
            <button type="button" class="change-jump" onClick={() => revealLine(field.places[0]?.line ?? 1)}>
              {field.label} <span class="soft in-one">line {field.places[0]?.line}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DIRECTIONS = { stricter: 'stricter', looser: 'looser', neutral: '' } as const;

function MeaningCard({ change: { text: words, direction, before, after } }: { change: MeaningChange }) {
  return (
    <li class="change">
      {after ? (
        <button type="button" class="change-jump" onClick={() => revealLine(after.line)}>
          {words}
        </button>
      ) : (
        <p class="change-jump">{words}</p>
      )}
      {DIRECTIONS[direction] !== '' && <p class="change-side">For pupils and parents: {DIRECTIONS[direction]}</p>}
      {before && <p class="change-side">Before: “{before.sentence}”</p>}
      {after && <p class="change-side">Now: “{after.sentence}”</p>}
    </li>
  );
}

function WordsCard({ change: { line, parts } }: { change: TextChange }) {
  return (
    <li class="change">
      <button type="button" class="change-jump" onClick={() => revealLine(line)}>
        Line {line}
      </button>
      <p class="change-words">
        {parts.map(({ is, text: words }, index) => {
          const key = `${index} ${is}`;
          if (is === 'same') return <span key={key}>{words}</span>;
          return is === 'added' ? <ins key={key}>{words.trimEnd()}</ins> : <del key={key}>{words.trimEnd()}</del>;
        })}
      </p>
    </li>
  );
}

function nameOf({ at, why }: Version): string {
  return `${WHEN_KEPT.format(at)}, ${WHY_KEPT[why]}`;
}

/** The text of a file of any kind that Rollmark opens; null, and told why, when there is none. */
async function textOfFile(file: File): Promise<string | null> {
  const kind = kindOf(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kind === 'text') {
    const words = decode(bytes);
    if (words === null) tell(`“${file.name}” is not a text file, whatever its name says.`, 'problem');
    return words;
  }
  if (kind === null) {
    tell(`“${file.name}” cannot be read. Choose a Markdown, text, Word (.docx), PDF or HTML file.`, 'problem');
    return null;
  }
  const outcome = await importFile(kind, bytes, decode);
  if (outcome.is === 'done') return outcome.imported.markdown;
  tell(`“${file.name}” could not be read. ${outcome.why}`, 'problem');
  return null;
}
