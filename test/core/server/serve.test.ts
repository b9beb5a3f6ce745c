import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  type ProtocolConnection,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Client, connect, serverHere, URI } from './client.ts';

const POLICY = [
  '# Attendance policy of Elm Park Primary School', // 0
  '',
  '## The school day', // 2
  '',
  'The morning register closes at 9.20am.', // 4
  '',
  '## Registers', // 6
  '',
  'A pupil who arrives after the register closes at 9.20am is marked U.', // 8
  'Register entries are kept for three years.', // 9
  '',
  'Write to [name of the attendance lead].', // 11
  '',
  '## Steps', // 13
  '',
  '| Stage | When | What happens |', // 15
  '| --- | --- | --- |',
  '| Stage 1 | Attendance below 95% | Phone call home |',
  '| Stage 2 | Attendance below 92% | Letter and meeting |',
  '',
].join('\n');

const position = (line: number, words: string) => ({
  line,
  character: (POLICY.split('\n')[line] ?? '').indexOf(words) + 1,
});
const textDocument = { uri: URI };

/** The text after the edits of a workspace edit for the one document. */
function edited(text: string, edit: WorkspaceEdit | null): string {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) return text;
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...change.edits]
    .map((each) => ({
      start: offset(each.range.start),
      end: offset(each.range.end),
      words: 'newText' in each ? each.newText : '',
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, words }) => all.slice(0, start) + words + all.slice(end), text);
}

describe('the language server, over the protocol', () => {
  let connection: ProtocolConnection;
  let client: Client;
  beforeAll(async () => {
    connection = serverHere();
    client = await connect(connection);
    await client.open(POLICY);
  });
  afterAll(() => connection.dispose());

  it('sends the findings of a policy that is opened, with the rule, its source and its place', async () => {
    const { diagnostics } = await client.diagnostics(1);
    expect(diagnostics.find(({ code }) => code === 'registers/kept-six-years')).toMatchObject({
      severity: 1,
      source: 'Rollmark',
      codeDescription: { href: expect.stringMatching(/^https:/) },
      range: { start: { line: 9 }, end: { line: 9 } },
    });
  });

  it('shows what was read under the pointer', async () => {
    const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: position(4, '9.20') });
    expect(JSON.stringify(hover)).toContain('Morning register closes');
    expect(JSON.stringify(hover)).toContain('9:20am');
  });

  it('offers a fix that removes its finding', async () => {
    const { diagnostics } = await client.diagnostics(1);
    const [fixable] = diagnostics.filter(({ code }) => code === 'registers/kept-six-years');
    const range = fixable?.range ?? { start: position(9, 'kept'), end: position(9, 'kept') };
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const edits = (actions ?? []).flatMap((action) => ('edit' in action && action.edit ? [action.edit] : []));
    expect(edits.map((edit) => edited(POLICY, edit)).join()).toContain('kept for 6 years');
  });

  it('names the headings, one inside the other, and what folds', async () => {
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols).toMatchObject([
      {
        name: 'Attendance policy of Elm Park Primary School',
        children: [{ name: 'The school day' }, { name: 'Registers' }, { name: 'Steps' }],
      },
    ]);
    const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toContainEqual({ startLine: 6, endLine: 11 });
  });

  it('leads from one mention of a time to the other, and lists both', async () => {
    const at = { textDocument, position: position(4, '9.20') };
    expect(await connection.sendRequest(DefinitionRequest.type, at)).toMatchObject({ range: { start: { line: 8 } } });
    const places = await connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(places?.map(({ range }) => range.start.line)).toEqual([4, 8]);
    expect(await connection.sendRequest(DocumentHighlightRequest.type, at)).toHaveLength(2);
  });

  it('changes a time in every place that says it', async () => {
    const at = { textDocument, position: position(8, '9.20') };
    expect(await connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({ placeholder: '9.20am' });
    const edit = await connection.sendRequest(RenameRequest.type, { ...at, newName: '9.15am' });
    expect(edited(POLICY, edit)).toBe(POLICY.replaceAll('9.20am', '9.15am'));
  });

  it('refuses to put words in the place of a time, and says what to write', async () => {
    const request = connection.sendRequest(RenameRequest.type, {
      textDocument,
      position: position(8, '9.20'),
      newName: 'soon',
    });
    await expect(request).rejects.toThrow('Write a time of day, such as 9:20am or 15:15.');
  });

  it('says nothing can be renamed where nothing was read', async () => {
    expect(
      await connection.sendRequest(PrepareRenameRequest.type, { textDocument, position: { line: 2, character: 5 } }),
    ).toBeNull();
  });

  it('offers the codes of the register where a code is meant', async () => {
    const text = `${POLICY}\nIllness is marked `;
    await client.change(2, [{ text }]);
    const line = text.split('\n').length - 1;
    const found = await connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line, character: 'Illness is marked '.length },
    });
    const labels = (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label);
    expect(labels).toContain('I');
    expect(labels).toContain('U');
    await client.change(3, [{ text: POLICY }]);
  });

  it('writes over a heading how many problems stand under it, and over a ladder how many steps were read', async () => {
    const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
    const at = (line: number) =>
      (lenses ?? []).filter(({ range }) => range.start.line === line).map(({ command }) => command?.title);
    expect(at(6)).toContainEqual(expect.stringMatching(/^1 error/));
    expect(at(13)).toContain('Attendance: 2 steps read');
  });

  it('colours times and what is to be filled in', async () => {
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const data = tokens?.data ?? [];
    let line = 0;
    const seen: { line: number; type: number }[] = [];
    for (let at = 0; at < data.length; at += 5) {
      line += data[at] ?? 0;
      seen.push({ line, type: data[at + 3] ?? -1 });
    }
    expect(seen).toContainEqual({ line: 4, type: 0 });
    expect(seen).toContainEqual({ line: 11, type: 4 });
  });

  it('follows an edit of a few letters, and checks again', async () => {
    const from = position(9, 'three').character - 1;
    await client.change(4, [
      { range: { start: { line: 9, character: from }, end: { line: 9, character: from + 5 } }, text: 'six' },
    ]);
    const { diagnostics } = await client.diagnostics(4);
    expect(diagnostics.some(({ code }) => code === 'registers/kept-six-years')).toBe(false);
    await client.change(5, [{ text: POLICY }]);
  });

  it('says in a sentence which setting it does not understand', async () => {
    const shown = new Promise<string>((done) => {
      connection.onNotification(ShowMessageNotification.type, ({ message }) => done(message));
    });
    await connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { rollmark: { asOf: 'yesterday' } },
    });
    expect(await shown).toMatch(/setting "asOf" is not understood \(write a day such as 2026-09-01\)/);
  });
});

describe('a client that asks for the rules of another day', () => {
  it('gets the findings of that day', async () => {
    const connection = serverHere();
    const client = await connect(connection, { asOf: '2024-01-10' });
    await client.open(POLICY);
    const { diagnostics } = await client.diagnostics(1);
    expect(diagnostics.some(({ code }) => code === 'registers/kept-six-years')).toBe(false);
    connection.dispose();
  });
});
