import { longDay } from '../../reading/days.ts';
import { lessonFile } from '../../teaching/lesson-file.ts';
import { download } from '../../ui/download.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { Heading } from './Heading.tsx';
import type { PartProps } from './part.ts';

/** The pages that this officer taught: for looking at, taking along and taking out. */
export function TaughtPages({ settings: { lessons }, isLocked, ask }: PartProps) {
  const locked = isLocked('pages');
  return (
    <section class="card stack" aria-labelledby="taught">
      <Heading id="taught" locked={locked}>
        Pages that you taught
      </Heading>
      {lessons.length === 0 && (
        <p class="quiet">
          None. On a page that is not read, press the Rollmark button and then “Teach this page”. What is kept are the
          headings that you pointed at, never a row.
        </p>
      )}
      <ul>
        {lessons.map((lesson) => (
          <li class="row" key={lesson.origin + lesson.route + lesson.headers}>
            <span>
              {lesson.origin.replace(/^https?:\/\//, '')}
              {lesson.route}
              <br />
              <span class="quiet">
                {lesson.columns.map(({ heading, field }) => `${heading}: ${field}`).join(', ')}; {lesson.unit}; taught{' '}
                {longDay(lesson.taughtOn)}
              </span>
            </span>
            {!locked && (
              <button
                type="button"
                aria-label={`Forget ${lesson.origin}${lesson.route}`}
                onClick={() => {
                  const { origin, route, headers } = lesson;
                  void ask({ type: 'forget-lesson', origin, route, headers }, 'The page is forgotten.');
                }}
              >
                Forget
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="row wrap">
        {lessons.length > 0 && (
          <button
            type="button"
            onClick={() => download('rollmark-taught-pages.json', lessonFile(lessons), 'application/json')}
          >
            Save as a file
          </button>
        )}
        {!locked && (
          <FileButton
            label="File of taught pages"
            accept=".json,application/json"
            onFile={(text) => ask({ type: 'import-lessons', text }, 'Taken in.')}
          >
            Take in a file
          </FileButton>
        )}
      </div>
    </section>
  );
}
