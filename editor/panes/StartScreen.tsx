import { todayInLondon } from '#core/attendance/today.ts';
import { ask } from '../asking.ts';
import type { StoredDraft } from '../drafts/draft.ts';
import { download, openFile } from '../files.ts';
import { AppearanceMenu } from '../parts/AppearanceMenu.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { NoticeBar } from '../parts/NoticeBar.tsx';
import { prepareEditor } from '../prepare.ts';
import { recentDrafts } from '../state.ts';
import { allDrafts, openSample, openStored, openTemplate, recover, removeDraft, tell } from '../workspace.ts';

const WHEN = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;

/** Where every visit begins that does not go on with a draft. */
export function StartScreen() {
  const drafts = recentDrafts.value;
  return (
    <div class="start">
      <header class="start-head">
        <p class="wordmark">
          <span class="wordmark-sign">
            <Icon name="mark" />
          </span>
          Rollmark
        </p>
        <AppearanceMenu />
      </header>
      <NoticeBar />
      <main class="start-main">
        <div class="start-words">
          <h1>Your attendance policy, checked as you write.</h1>
          <p>
            Rollmark reads a school’s attendance policy as the set of rules that it is, shows what it understood, and
            says where the text and the Department for Education’s rules part ways.
          </p>
          <p class="start-private">
            Everything stays in this browser. There is no account, and nothing is sent anywhere.
          </p>
        </div>
        <ul class="start-ways">
          <Way
            icon="open"
            title="Open a policy"
            words="Word, PDF, Markdown, HTML or plain text. Or drop a file anywhere."
            onClick={openFile}
            main
          />
          <Way
            icon="page"
            title="Start from the template"
            words="The sections that guidance expects, with what to fill in."
            onClick={openTemplate}
          />
          <Way
            icon="play"
            title="Try the sample"
            words="Hartsmere Primary, an invented school with honest mistakes."
            onClick={openSample}
          />
        </ul>
        {drafts.length > 0 && (
          <section class="start-recent" aria-labelledby="recent-title">
            <div class="start-recent-head">
              <h2 id="recent-title">Recent drafts</h2>
              <button type="button" class="button" data-look="small" onClick={() => void downloadAll()}>
                <Icon name="export" /> Download all as one .zip
              </button>
            </div>
            <ul class="rows">
              {drafts.slice(0, 12).map((stored) => (
                <Recent key={stored.is === 'draft' ? stored.draft.id : stored.id} stored={stored} />
              ))}
            </ul>
          </section>
        )}
      </main>
    </div>
  );
}

async function downloadAll(): Promise<void> {
  const fileName = `rollmark-drafts-${todayInLondon(new Date())}.zip`;
  download(fileName, await allDrafts(), 'application/zip');
  tell(`Downloaded as “${fileName}”.`);
}

function Way(props: { icon: IconName; title: string; words: string; main?: boolean; onClick: () => Promise<void> }) {
  return (
    <li>
      <button
        type="button"
        class="way"
        data-main={props.main ?? false}
        onPointerEnter={prepareEditor}
        onFocus={prepareEditor}
        onClick={() => void props.onClick()}
      >
        <span class="way-sign">
          <Icon name={props.icon} />
        </span>
        <span class="way-title">{props.title}</span>
        <span class="way-words">{props.words}</span>
      </button>
    </li>
  );
}

function Recent({ stored }: { stored: StoredDraft }) {
  if (stored.is === 'damaged')
    return (
      <li class="row">
        <span>
          <strong>A damaged draft</strong>{' '}
          <span class="soft">{stored.text === null ? 'nothing of it can be read' : 'its text can be recovered'}</span>
        </span>
        <span class="row-actions">
          {stored.text !== null && (
            <button type="button" class="button" data-look="small" onClick={() => void recover(stored)}>
              Recover the text
            </button>
          )}
          <DeleteButton id={stored.id} name="the damaged draft" />
        </span>
      </li>
    );
  const { id, name, updatedAt, text } = stored.draft;
  return (
    <li class="row">
      <button
        type="button"
        class="recent"
        onPointerEnter={prepareEditor}
        onFocus={prepareEditor}
        onClick={() => void openStored(id)}
      >
        <span class="recent-name">{name}</span>
        <span class="soft">
          {new Date(updatedAt).toLocaleString('en-GB', WHEN)} · {wordCount(text)} words
        </span>
      </button>
      <DeleteButton id={id} name={`“${name}”`} />
    </li>
  );
}

function DeleteButton({ id, name }: { id: string; name: string }) {
  const remove = async (): Promise<void> => {
    const answer = await ask({
      title: `Delete ${name}?`,
      words: 'The draft and its earlier versions go for good. A file that it was saved to stays where it is.',
      answers: [{ id: 'delete', name: 'Delete' }],
    });
    if (answer === 'delete') await removeDraft(id);
  };
  return (
    <button type="button" class="button" data-look="quiet" aria-label={`Delete ${name}`} onClick={() => void remove()}>
      <Icon name="bin" />
    </button>
  );
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
