import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { todayInLondon } from '#core/attendance/today.ts';
import { servePolicies } from '#core/server/serve.ts';

/** The language server in a worker, for code editors that run in a browser. */
// The compiler takes every file for one of a page; this one is started as a worker.
const here = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(here), new BrowserMessageWriter(here));
servePolicies(connection, { today: () => todayInLondon(new Date()), later: (run) => void setTimeout(run, 50) });
