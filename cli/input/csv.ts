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

/** As much of a table as shows what parts its cells. */
const HEAD = 4096;

/** The first pieces, and all pieces again. */
async function peek(pieces: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const taken: string[] = [];
  let head = '';
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    taken.push(next.value);
    head += next.value;
    if (head.trim() !== '' && head.length >= HEAD) break;
  }
  return {
    head,
    all: (async function* () {
      yield* taken;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    })(),
  };
}

type Delimiter = ',' | ';' | '\t' | '|';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Lines that titles may take up before the header. */
const LINES_LOOKED_AT = 30;

/**
 * What parts the cells, outside quotation marks: what the first line that has it twice shares with the line after it, since a
 * title may hold a comma where the table has semicolons; else what the first line has most of.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = delimitersByLine(text);
  for (const least of [2, 1]) {
    for (const [at, line] of lines.entries()) {
      const most = mostOf(line);
      const after = lines[at + 1];
      if (line[most] >= least && after && after[most] * 2 >= line[most]) return most;
    }
  }
  return lines[0] ? mostOf(lines[0]) : ',';
}

type Counts = Record<Delimiter, number>;

function mostOf(counts: Counts): Delimiter {
  return DELIMITERS.reduce((most, delimiter) => (counts[delimiter] > counts[most] ? delimiter : most), ',');
}

/** How many of each stand in each of the first lines with words. */
function delimitersByLine(text: string): Counts[] {
  const lines: Counts[] = [];
  let counts: Counts = { ',': 0, ';': 0, '\t': 0, '|': 0 };
  let isQuoted = false;
  let sawWords = false;
  for (const letter of text.slice(0, 65_536)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) sawWords = true;
    else if (letter === '\n' || letter === '\r') {
      if (!sawWords) continue;
      lines.push(counts);
      if (lines.length === LINES_LOOKED_AT) return lines;
      counts = { ',': 0, ';': 0, '\t': 0, '|': 0 };
      sawWords = false;
    } else if (isDelimiter(letter)) counts[letter]++;
    else if (letter.trim() !== '') sawWords = true;
  }
  // A line that the text cut off is compared with nothing, but may be all there is.
  if (sawWords && (lines.length === 0 || text.length < HEAD)) lines.push(counts);
  return lines;
}

function isDelimiter(letter: string): letter is Delimiter {
  return letter === ',' || letter === ';' || letter === '\t' || letter === '|';
}
