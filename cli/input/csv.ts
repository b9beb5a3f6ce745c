import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputProblem } from '../problem.ts';
import type { Row } from './row.ts';

/** Longer than any real row: then a quotation mark was opened and never closed. */
const LONGEST_ROW = 1 << 20;
/** Rows handed on together: a million single awaits take seconds. */
const BATCH = 2_000;

/** The rows of CSV text that comes in pieces, in batches. @throws InputProblem for bad quoting, with its line. */
export async function* csvRows(pieces: AsyncIterable<string>, name: string): AsyncGenerator<readonly Row[]> {
  const { head, all } = await peek(pieces);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head),
    info: true,
    max_record_size: LONGEST_ROW,
    // A lone carriage return ends lines in very old exports.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    rtrim: true,
  });
  const source = Readable.from(all);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let batch: Row[] = [];
  let line = 1;
  try {
    for await (const parsed of parser) {
      // With `info` set, each row comes with where it ends; csv-parse types its rows as unknown.
      const { record, info } = parsed as { record: string[]; info: { lines: number } };
      batch.push({ line, cells: record });
      line = info.lines + 1;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? explain(error, name, line) : error;
  }
  if (batch.length > 0) yield batch;
}

function explain({ code, message }: CsvError, name: string, lastLine: number): InputProblem {
  // csv-parse names the line only in its own sentence.
  const line = /at line (\d+)/.exec(message)?.[1] ?? lastLine;
  const what =
    code === 'CSV_MAX_RECORD_SIZE'
      ? 'the row does not end; a quotation mark (") is probably opened and never closed'
      : code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark (") is opened, here or above, and never closed'
        : 'a quotation mark (") stands inside a value, or words follow the one that closes it';
  return new InputProblem(`${name}, line ${line}: ${what}; mend that line, or export the table again.`);
}

/** The first piece with words in it, and all pieces again. */
async function peek(pieces: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const taken: string[] = [];
  let head = '';
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    taken.push(next.value);
    head += next.value;
    if (head.trim() !== '') break;
  }
  return {
    head,
    all: (async function* () {
      yield* taken;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    })(),
  };
}

/** What parts the cells of the first line with words, outside quotation marks. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  let sawWords = false;
  for (const letter of text.slice(0, 65_536)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '\n' || letter === '\r') {
      if (sawWords) break;
    } else if (letter === ',' || letter === ';' || letter === '\t') counts[letter]++;
    else if (letter.trim() !== '') sawWords = true;
  }
  if (counts['\t'] > counts[','] && counts['\t'] > counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}
