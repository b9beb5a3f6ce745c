import type { Plugin, Rolldown } from 'vite';

const WINDOW = '/editor/main.tsx';

/** Names in the page what its first script imports: the browser fetches it beside that script, and not after. */
export const preloadWindow = (): Plugin => ({
  name: 'rollmark:preload-window',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      [...withImports(bundle, fileOfWindow(bundle))]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })),
  },
});

function fileOfWindow(bundle: Rolldown.OutputBundle): string {
  const chunk = Object.values(bundle).find((part) => part.type === 'chunk' && part.facadeModuleId?.endsWith(WINDOW));
  if (!chunk) throw new Error(`The page's first script no longer imports ${WINDOW}: mend editor/preload-window.ts.`);
  return chunk.fileName;
}

/** The file and all that it imports, and they in turn. */
function withImports(bundle: Rolldown.OutputBundle, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const chunk = bundle[file];
  if (chunk?.type === 'chunk') for (const next of chunk.imports) withImports(bundle, next, found);
  return found;
}
