import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { connect } from '../core/server/client.ts';

const COMMAND = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

describe('rollmark language-server', () => {
  it('speaks the protocol over standard input and output, and ends when it is told to', async () => {
    const server = spawn(process.execPath, ['--import', 'tsx', COMMAND, 'language-server', '--stdio']);
    let complaints = '';
    server.stderr.on('data', (piece) => {
      complaints += String(piece);
    });
    const ended = new Promise((done) => server.on('exit', done));
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = await connect(connection, { asOf: '2026-09-01' });
    await client.open('# Attendance policy\n\nRegister entries are kept for three years.\n');
    const { diagnostics, uri } = await client.diagnostics(1);
    expect(uri).toBe('file:///policies/elm%20park.md');
    expect(diagnostics.map(({ code }) => code)).toContain('registers/kept-six-years');
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
    expect(complaints).toBe('');
  });
});
