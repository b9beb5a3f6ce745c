import '../../../editor/monaco/setup.ts';
import { editor, MarkerSeverity } from 'monaco-editor/editor';
import { OPTIONS } from '../../../editor/monaco/options.ts';
import words from '../../../samples/policies/hartsmere-primary.md?raw';

/** Monaco with the features and the options that the policy editor has, one problem marked, and nothing else. */
const element = document.getElementById('editor');
if (element) {
  const model = editor.createModel(words, 'markdown');
  editor.create(element, { ...OPTIONS, model });
  editor.setModelMarkers(model, 'bare', [
    {
      severity: MarkerSeverity.Error,
      message: 'a problem',
      startLineNumber: 3,
      startColumn: 1,
      endLineNumber: 3,
      endColumn: 8,
    },
  ]);
}
