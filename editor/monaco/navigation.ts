import { type editor, type IPosition, languages } from 'monaco-editor/editor';
import { factsAt } from '#core/language/facts.ts';
import { mentionsOf, nextMention } from '#core/language/mentions.ts';
import { foldsOf, type OutlineEntry } from '#core/language/outline.ts';
import type { Fact } from '#core/policy/schema.ts';
import { freshSnapshot } from '../checking.ts';
import { rangeOf } from './convert.ts';

/** Headings to jump to and fold, and the way from one mention of a thing to the others. */
export function registerNavigation(): void {
  languages.registerDocumentSymbolProvider('markdown', {
    displayName: 'Headings',
    async provideDocumentSymbols() {
      const snapshot = await freshSnapshot();
      return snapshot ? symbolTree(snapshot.outline) : [];
    },
  });
  languages.registerFoldingRangeProvider('markdown', {
    async provideFoldingRanges() {
      const snapshot = await freshSnapshot();
      return foldsOf(snapshot?.outline ?? []).map(({ firstLine, lastLine }) => ({ start: firstLine, end: lastLine }));
    },
  });
  languages.registerDefinitionProvider('markdown', {
    async provideDefinition(model, position) {
      const { facts, fact } = await factOf(model, position);
      const other = fact ? nextMention(facts, fact) : null;
      return other ? { uri: model.uri, range: rangeOf(other.span) } : null;
    },
  });
  languages.registerReferenceProvider('markdown', {
    async provideReferences(model, position) {
      const { facts, fact } = await factOf(model, position);
      return fact ? mentionsOf(facts, fact).map(({ span }) => ({ uri: model.uri, range: rangeOf(span) })) : [];
    },
  });
  languages.registerDocumentHighlightProvider('markdown', {
    async provideDocumentHighlights(model, position) {
      const { facts, fact } = await factOf(model, position);
      return fact ? mentionsOf(facts, fact).map(({ span }) => ({ range: rangeOf(span) })) : [];
    },
  });
}

/** What was read of the text as it is now, and what of it stands at the position; nothing once the text is closed. */
async function factOf(
  model: editor.ITextModel,
  position: IPosition,
): Promise<{ facts: readonly Fact[]; fact: Fact | undefined }> {
  const facts = (await freshSnapshot())?.parsed.facts ?? [];
  return { facts, fact: model.isDisposed() ? undefined : factsAt(facts, model.getOffsetAt(position))[0] };
}

function symbolTree(outline: readonly OutlineEntry[]): languages.DocumentSymbol[] {
  const roots: languages.DocumentSymbol[] = [];
  const open: { level: number; children: languages.DocumentSymbol[] }[] = [{ level: 0, children: roots }];
  for (const entry of outline) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const children: languages.DocumentSymbol[] = [];
    open.at(-1)?.children.push({
      name: entry.title,
      detail: '',
      kind: languages.SymbolKind.String,
      tags: [],
      range: rangeOf(entry.section),
      selectionRange: rangeOf(entry.heading),
      children,
    });
    open.push({ level: entry.level, children });
  }
  return roots;
}
