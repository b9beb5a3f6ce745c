import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { HINT } from './last-time.ts';
import { filesOfWindow, withImports } from './preload-window.ts';

const TEXT_EDITOR = '/editor/monaco/create.ts';
const OWN_SCRIPTS = "script-src 'self'";
/** Behind the rule for scripts, and before the styles: a script waits for styles above it. */
const PLACE = '<meta name="viewport"';

/**
 * Has the page ask for the text editor before anything else when the last visit ended with a policy open: it is the
 * largest part by far, and the browser reads it while the rest comes. No other visit fetches it sooner.
 */
export const preloadText = (): Plugin => ({
  name: 'rollmark:preload-text',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      if (!html.includes(OWN_SCRIPTS) || !html.includes(PLACE))
        throw new Error(`The page lacks ${OWN_SCRIPTS} or ${PLACE}: mend editor/preload-text.ts.`);
      const script = preloadScript(filesOfTextEditor(bundle));
      const hash = createHash('sha256').update(script).digest('base64');
      return html
        .replace(OWN_SCRIPTS, `${OWN_SCRIPTS} 'sha256-${hash}'`)
        .replace(PLACE, () => `<script>${script}</script>\n    ${PLACE}`);
    },
  },
});

interface Files {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The one script in the page itself, known to the browser by its hash: all it does is to ask for files. */
export function preloadScript({ scripts, styles }: Files): string {
  const wanted = [
    ...scripts.map((file) => ({ rel: 'modulepreload', href: `./${file}` })),
    ...styles.map((file) => ({ rel: 'preload', as: 'style', href: `./${file}` })),
  ];
  return (
    `try{if(localStorage.getItem(${JSON.stringify(HINT)})!==null)for(const file of ${JSON.stringify(wanted)})` +
    `document.head.append(Object.assign(document.createElement("link"),file,{crossOrigin:""}))}catch{}`
  );
}

/** What the text editor needs beyond the window, which the page asks for anyway. */
function filesOfTextEditor(bundle: Rolldown.OutputBundle): Files {
  const own = Object.values(bundle).find((part) => part.type === 'chunk' && part.moduleIds.some(isTextEditor));
  if (!own) throw new Error(`The page no longer imports ${TEXT_EDITOR}: mend editor/preload-text.ts.`);
  const window = filesOfWindow(bundle);
  const scripts = [...withImports(bundle, own.fileName)].filter((file) => !window.has(file));
  const styles = scripts.flatMap((file) => {
    const chunk = bundle[file];
    return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
  });
  return { scripts, styles };
}

function isTextEditor(id: string): boolean {
  return id.endsWith(TEXT_EDITOR);
}
