import { useState } from 'preact/hooks';
import { logFile } from '../../log/log-file-out.ts';
import { askChange, askLog } from '../../ui/ask.ts';
import { download } from '../../ui/download.ts';
import { FileButton } from '../../ui/FileButton.tsx';

interface LoggedPupil {
  site: string;
  pupilId: string;
}

/** The officer's log as a file: what it holds of the pupils on the page, and lines from another file taken in. */
export function LogPart({ pupils }: { pupils: readonly LoggedPupil[] }) {
  const [said, setSaid] = useState('');
  const [site] = pupils.map((pupil) => pupil.site);
  const save = async (): Promise<void> => {
    const answer = await askLog(pupils.map(({ site: from, pupilId }) => ({ site: from, pupilId })));
    if ('why' in answer) return setSaid(answer.why);
    const { rows, others } = answer;
    const rest =
      others === 0
        ? ''
        : ` ${others} more ${others === 1 ? 'line is' : 'lines are'} of pupils who are not on this page.`;
    setSaid(`${rows.length} ${rows.length === 1 ? 'line' : 'lines'} saved.${rest}`);
    if (rows.length > 0) download('rollmark-log.csv', logFile(rows), 'text/csv');
  };
  const takeIn = async (text: string): Promise<void> => {
    const outcome = await askChange({ type: 'import-log', site: site ?? '', text });
    setSaid(outcome.ok ? (outcome.said ?? 'Taken in.') : outcome.why);
  };
  return (
    <section aria-labelledby="log" class="card stack log">
      <h2 id="log">Your log</h2>
      <div class="row wrap">
        <button type="button" onClick={() => void save()}>
          Save what it holds of these pupils
        </button>
        <FileButton label="File of steps taken" accept=".csv,text/csv" onFile={takeIn}>
          Take in a file
        </FileButton>
      </div>
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
}
