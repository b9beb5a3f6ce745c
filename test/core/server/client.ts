import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { servePolicies } from '#core/server/serve.ts';

export const URI = 'file:///policies/elm%20park.md';

/** A client of the language server, with the diagnostics that came. */
export interface Client {
  readonly connection: ProtocolConnection;
  /** The diagnostics of that version, when they come. */
  diagnostics(version: number): Promise<PublishDiagnosticsParams>;
  open(text: string): Promise<void>;
  change(version: number, changes: { range?: object; text: string }[]): Promise<void>;
}

/** A server in this process, spoken to over two streams. */
export function serverHere(today = '2026-11-20'): ProtocolConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  servePolicies(server, { today: () => today, later: (run) => void setImmediate(run) });
  return createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
}

/** Says hello and listens. */
export async function connect(connection: ProtocolConnection, initializationOptions: unknown = {}): Promise<Client> {
  const came: PublishDiagnosticsParams[] = [];
  const wanted: { version: number; done: (params: PublishDiagnosticsParams) => void }[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    came.push(params);
    for (const each of wanted) if (each.version === params.version) each.done(params);
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    diagnostics: (version) =>
      new Promise((done) => {
        const known = came.find((params) => params.version === version);
        if (known) done(known);
        else wanted.push({ version, done });
      }),
    open: (text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: URI, languageId: 'markdown', version: 1, text },
      }),
    change: (version, contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: URI, version },
        contentChanges: contentChanges as { text: string }[],
      }),
  };
}
