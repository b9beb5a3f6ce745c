import { editor, MarkerSeverity, Uri } from 'monaco-editor/editor';
import { visibleSpan } from '#core/language/diagnostics.ts';
import type { Severity } from '#core/lint/finding.ts';
import type { Marked } from '../state.ts';
import { rangeOf } from './convert.ts';

const OWNER = 'rollmark';
const SEVERITIES: Record<Severity, MarkerSeverity> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  advice: MarkerSeverity.Info,
};

/** Draws the findings of the text as squiggles. */
export function showMarkers(model: editor.ITextModel, text: string, findings: readonly Marked[]): void {
  editor.setModelMarkers(
    model,
    OWNER,
    findings.map((finding) => ({
      ...rangeOf(visibleSpan(text, finding.span)),
      severity: SEVERITIES[finding.severity],
      message: finding.message,
      source: 'Rollmark',
      ...codeOf(finding),
      relatedInformation: finding.related.map(({ line, message }) => ({
        resource: model.uri,
        message,
        startLineNumber: line,
        startColumn: 1,
        endLineNumber: line,
        endColumn: 1,
      })),
    })),
  );
}

/** The rule's name, leading to the paragraph that it rests on. */
function codeOf(finding: Marked): Pick<editor.IMarkerData, 'code'> {
  const url = finding.citations[0]?.url;
  return { code: url ? { value: finding.ruleId, target: Uri.parse(url) } : finding.ruleId };
}
