import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Action, actionsAt, fixAll } from '../language/actions.ts';
import { cardMarkdown } from '../language/card.ts';
import { completionsAt, isInCodeTable } from '../language/completions.ts';
import { factsAt } from '../language/facts.ts';
import { hoverAt } from '../language/hover.ts';
import { lensesOf } from '../language/lenses.ts';
import { mentionsOf, nextMention } from '../language/mentions.ts';
import { foldsOf } from '../language/outline.ts';
import { renamingAt } from '../language/rename.ts';
import type { PolicySnapshot } from '../language/snapshot.ts';
import { tokensOf } from '../language/tokens.ts';
import {
  codeLens,
  completionKind,
  diagnosticOf,
  packTokens,
  rangeOf,
  symbolTree,
  TOKEN_LEGEND,
  textEdit,
} from './convert.ts';
import { OpenPolicies } from './policies.ts';
import { readSettings } from './settings.ts';

/** What the server cannot know by itself: core reads no clock and sets no timer. */
export interface ServerHost {
  /** Today as 'YYYY-MM-DD'. */
  today(): string;
  /** Runs something when the messages that are waiting have been read. */
  later(run: () => void): void;
}

const FIX_ALL = `${CodeActionKind.SourceFixAll}.rollmark`;

const CAPABILITIES: InitializeResult = {
  serverInfo: { name: 'Rollmark' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    codeLensProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: { legend: { tokenTypes: TOKEN_LEGEND, tokenModifiers: [] }, full: true },
  },
};

/** Answers a client of the language server protocol for as long as the connection lives. */
export function servePolicies(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const policies = new OpenPolicies(() => host.today());
  const waiting = new Set<string>();

  const check = (uri: string): void => {
    // A fast typist's keys arrive in a heap: only the last of them is checked.
    if (waiting.has(uri)) return;
    waiting.add(uri);
    host.later(() => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (!document) return;
      let read: PolicySnapshot;
      try {
        read = policies.snapshot(document);
      } catch (error) {
        // A fault of ours in one policy must not end the server for the others.
        connection.console.error(
          `Rollmark failed on ${uri}: ${error instanceof Error ? error.message : String(error)}`,
        );
        return;
      }
      const { findings, text } = read;
      void connection.sendDiagnostics({
        uri,
        version: document.version,
        diagnostics: findings.map((finding) => diagnosticOf(finding, text, uri)),
      });
    });
  };
  const configure = (given: unknown): void => {
    const settings = readSettings(given);
    if ('problem' in settings)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: settings.problem,
      });
    else policies.settings = settings;
    for (const { uri } of documents.all()) check(uri);
  };
  /** What was read of a document, and an offset in it; null for one that is not open. */
  const at = (uri: string, position: { line: number; character: number }) => {
    const document = documents.get(uri);
    return document ? { document, snapshot: policies.snapshot(document), offset: document.offsetAt(position) } : null;
  };
  const of = (uri: string): PolicySnapshot | null => {
    const document = documents.get(uri);
    return document ? policies.snapshot(document) : null;
  };

  let given: unknown;
  connection.onInitialize(({ initializationOptions }) => {
    given = initializationOptions;
    return CAPABILITIES;
  });
  connection.onInitialized(() => configure(given));
  connection.onDidChangeConfiguration(({ settings }) => configure(settings?.rollmark));
  documents.onDidOpen(({ document }) => check(document.uri));
  documents.onDidChangeContent(({ document }) => check(document.uri));
  documents.onDidClose(({ document }) => {
    policies.close(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }) => {
    const place = at(textDocument.uri, position);
    const hover = place && hoverAt(place.snapshot, place.offset, policies.asOf);
    if (!hover) return null;
    return {
      range: rangeOf(hover.span),
      contents: { kind: 'markdown', value: hover.cards.map(cardMarkdown).join('\n\n---\n\n') },
    };
  });
  connection.onCompletion(({ textDocument, position }) => {
    const place = at(textDocument.uri, position);
    if (!place) return [];
    const lines = place.snapshot.text.split(/\r\n|\r|\n/);
    const lineAt = (line: number): string => lines[line - 1] ?? '';
    const before = lineAt(position.line + 1).slice(0, position.character);
    const inCodeTable = isInCodeTable(lineAt, position.line + 1);
    return completionsAt(before, place.snapshot.parsed.facts, policies.asOf, inCodeTable).map((found, index) => ({
      label: found.label,
      labelDetails: { description: found.detail },
      kind: completionKind(found.kind),
      // The order of the register, not of the alphabet.
      sortText: String(index).padStart(4, '0'),
      filterText: found.label,
      textEdit: {
        range: { start: { line: position.line, character: position.character - found.replaces }, end: position },
        newText: found.insert,
      },
    }));
  });
  connection.onCodeAction(({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return [];
    const snapshot = policies.snapshot(document);
    const toAction = (action: Action, kind: string): CodeAction => ({
      title: action.title,
      kind,
      isPreferred: action.preferred,
      diagnostics: action.settles.map((finding) => diagnosticOf(finding, snapshot.text, textDocument.uri)),
      edit: {
        documentChanges: [
          { textDocument: { uri: textDocument.uri, version: document.version }, edits: action.edits.map(textEdit) },
        ],
      },
    });
    const wants = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const here = actionsAt(snapshot, start, end).map((action) => toAction(action, CodeActionKind.QuickFix));
    const all = fixAll(snapshot);
    return [
      ...(wants(CodeActionKind.QuickFix) ? here : []),
      ...(all && wants(FIX_ALL) && (here.length > 0 || context.only !== undefined) ? [toAction(all, FIX_ALL)] : []),
    ];
  });
  connection.onCodeLens(({ textDocument: { uri } }) => {
    const snapshot = of(uri);
    return snapshot ? lensesOf(snapshot).map((lens) => codeLens(lens, uri)) : [];
  });
  connection.onDocumentSymbol(({ textDocument: { uri } }) => symbolTree(of(uri)?.outline ?? []));
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    foldsOf(of(uri)?.outline ?? []).map(({ firstLine, lastLine }) => ({
      startLine: firstLine - 1,
      endLine: lastLine - 1,
    })),
  );

  const factsOf = (uri: string, position: { line: number; character: number }) => {
    const place = at(uri, position);
    const [fact] = place ? factsAt(place.snapshot.parsed.facts, place.offset) : [];
    return place && fact ? { all: place.snapshot.parsed.facts, fact } : null;
  };
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const found = factsOf(uri, position);
    const other = found && nextMention(found.all, found.fact);
    return other ? { uri, range: rangeOf(other.span) } : null;
  });
  connection.onReferences(({ textDocument: { uri }, position }) => {
    const found = factsOf(uri, position);
    return found ? mentionsOf(found.all, found.fact).map(({ span }) => ({ uri, range: rangeOf(span) })) : [];
  });
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
    const found = factsOf(uri, position);
    return found ? mentionsOf(found.all, found.fact).map(({ span }) => ({ range: rangeOf(span) })) : [];
  });
  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    const place = at(uri, position);
    const renaming = place && renamingAt(place.snapshot, place.offset);
    return renaming ? { range: rangeOf(renaming.span), placeholder: renaming.words } : null;
  });
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const place = at(uri, position);
    const renaming = place && renamingAt(place.snapshot, place.offset);
    if (!renaming) return null;
    const change = renaming.change(newName);
    if ('refused' in change) return new ResponseError(ErrorCodes.InvalidParams, change.refused);
    return {
      documentChanges: [{ textDocument: { uri, version: place.document.version }, edits: change.map(textEdit) }],
    };
  });
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
    const snapshot = of(uri);
    return { data: snapshot ? packTokens(tokensOf(snapshot)) : [] };
  });

  documents.listen(connection);
  connection.listen();
}
