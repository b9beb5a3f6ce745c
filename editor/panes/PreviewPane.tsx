import { useEffect, useRef, useState } from 'preact/hooks';
import { Coming, Failed } from '../parts/Empty.tsx';
import { PAGE_SANDBOX, printPage, withoutScript } from '../printing.ts';
import { publishText } from '../publishing.ts';
import { asOf, text } from '../state.ts';

/** Long enough that the page does not flicker while somebody writes. */
const QUIET_MS = 700;

/** The published page beside the text, the same as `rollmark publish` makes. */
export function PreviewPane() {
  const [page, setPage] = useState<string | null>(null);
  const [state, setState] = useState<'draft' | 'approved'>('draft');
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const words = text.value;
  const day = asOf.value;
  useEffect(() => {
    let gone = false;
    const make = async (): Promise<void> => {
      try {
        const made = await publishText();
        if (gone) return;
        setPage(made.page);
        setState(made.state);
        setFailed(null);
      } catch (error) {
        if (!gone) setFailed(error instanceof Error ? error.message : String(error));
      }
    };
    const timer = setTimeout(() => void make(), page === null ? 0 : QUIET_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words, day, tries]);
  return (
    <div class="preview">
      <div class="pane-head preview-head">
        <div>
          <h2 class="pane-title">Preview</h2>
          <p class="soft">
            {page === null && failed !== null
              ? 'The last text has no page'
              : page === null
                ? 'Making the page…'
                : state === 'draft'
                  ? 'As governors and parents would see it: still a draft'
                  : 'As governors and parents will see it'}
          </p>
        </div>
        <button type="button" class="button" data-look="small" disabled={!page} onClick={() => page && printPage(page)}>
          Print
        </button>
      </div>
      {failed && (
        <Failed title="The page could not be made." why={failed} again={() => setTries((count) => count + 1)} />
      )}
      {page === null && !failed && <Coming words="" />}
      {page !== null && !failed && <PageFrame page={page} />}
    </div>
  );
}

/** The page in a frame that runs no script. It stays where the reader was when the text changes. */
function PageFrame({ page }: { page: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const loaded = (): void => {
    const inside = frame.current?.contentDocument;
    const view = frame.current?.contentWindow;
    if (!inside || !view) return;
    view.scrollTo(0, scrolled.current);
    view.addEventListener('scroll', () => (scrolled.current = view.scrollY));
    inside.addEventListener('click', followLink);
  };
  return (
    <iframe
      ref={frame}
      class="preview-frame"
      title="The published page"
      sandbox={PAGE_SANDBOX}
      srcdoc={withoutScript(page)}
      onLoad={loaded}
    />
  );
}

/** A link within the page leads to its place; any other opens in a tab of its own, never in the frame. */
function followLink(event: MouseEvent): void {
  const clicked = event.target;
  // The frame has its own Element, so that instanceof cannot tell.
  if (!clicked || !('closest' in clicked) || typeof clicked.closest !== 'function') return;
  const link = (clicked as Element).closest('a[href]');
  const address = link?.getAttribute('href');
  if (!link || !address) return;
  event.preventDefault();
  if (address.startsWith('#')) {
    const place = link.ownerDocument.getElementById(decodeURIComponent(address.slice(1)));
    place?.closest('details')?.setAttribute('open', '');
    place?.scrollIntoView();
  } else if (/^(?:https?|mailto|tel):/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
