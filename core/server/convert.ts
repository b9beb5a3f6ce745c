import {
  type CodeLens,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Range,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Completion } from '../language/completions.ts';
import { visibleSpan } from '../language/diagnostics.ts';
import type { Lens } from '../language/lenses.ts';
import type { OutlineEntry } from '../language/outline.ts';
import type { Token, TokenKind } from '../language/tokens.ts';
import type { Edit, Finding, Severity } from '../lint/finding.ts';
import type { Span } from '../text/span.ts';

/** Core counts lines and columns from 1, the protocol from 0; both in UTF-16 units. */
export function rangeOf({ start, end }: Span): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function textEdit({ span, text }: Edit): TextEdit {
  return { range: rangeOf(span), newText: text };
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  advice: DiagnosticSeverity.Information,
};

export function diagnosticOf(finding: Finding, text: string, uri: string): Diagnostic {
  const url = finding.citations[0]?.url;
  return {
    range: rangeOf(visibleSpan(text, finding.span)),
    severity: SEVERITIES[finding.severity],
    source: 'Rollmark',
    code: finding.ruleId,
    message: finding.message,
    ...(url ? { codeDescription: { href: url } } : {}),
    relatedInformation: finding.related.map(({ line, message }) => ({
      message,
      location: { uri, range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 0 } } },
    })),
  };
}

const COMPLETIONS: Record<Completion['kind'], CompletionItemKind> = {
  code: CompletionItemKind.EnumMember,
  role: CompletionItemKind.Class,
  person: CompletionItemKind.Reference,
  contact: CompletionItemKind.Reference,
};

export function completionKind(kind: Completion['kind']): CompletionItemKind {
  return COMPLETIONS[kind];
}

/** The headings as a tree. */
export function symbolTree(outline: readonly OutlineEntry[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { level: number; children: DocumentSymbol[] }[] = [{ level: 0, children: roots }];
  for (const entry of outline) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const children: DocumentSymbol[] = [];
    open.at(-1)?.children.push({
      name: entry.title,
      kind: SymbolKind.String,
      range: rangeOf(entry.section),
      selectionRange: rangeOf(entry.heading),
      children,
    });
    open.push({ level: entry.level, children });
  }
  return roots;
}

/** A lens without a place to go still says what it says; what a click does is the client's to offer. */
export function codeLens({ span, title, leadsTo }: Lens, uri: string): CodeLens {
  const range = rangeOf(span);
  const target =
    leadsTo.what === 'mentions'
      ? leadsTo.mentions.map((mention) => ({ uri, range: rangeOf(mention.span) }))
      : leadsTo.what === 'problem'
        ? [{ uri, range: rangeOf(leadsTo.finding.span) }]
        : [];
  return {
    range,
    command: {
      title,
      command: target.length > 0 ? 'editor.action.showReferences' : '',
      arguments: [uri, range.start, target],
    },
  };
}

/** The protocol's own token types that ours are shown as: every colour theme knows them. */
export const TOKEN_LEGEND = ['number', 'enumMember', 'class', 'string', 'parameter'];
const SHOWN_AS: Record<TokenKind, number> = { time: 0, figure: 0, code: 1, person: 2, source: 3, placeholder: 4 };

/** Tokens as the protocol packs them: each relative to the one before. */
export function packTokens(tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 1, column: 1 };
  for (const token of tokens) {
    const down = token.line - before.line;
    data.push(
      down,
      down === 0 ? token.column - before.column : token.column - 1,
      token.length,
      SHOWN_AS[token.kind],
      0,
    );
    before = token;
  }
  return data;
}
