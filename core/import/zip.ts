import { Unzip, UnzipInflate } from 'fflate';
import { ImportError } from './imported.ts';

/** Unpacked bytes that a Word file may hold in all, in one part, and in one that is kept to be read. */
const LARGEST_UNPACKED = 200_000_000;
const LARGEST_PART = 60_000_000;
const LARGEST_KEPT = 24_000_000;

/**
 * The named parts of a zip archive, unpacked while counting, so that a zip bomb stops at a limit and not at the
 * end of memory. What the archive says of its own sizes is not believed.
 * @throws ImportError when it is damaged, encrypted or unpacks to too much
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  let failure: ImportError | null = null;
  const unzip = new Unzip((file) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, data, final) => {
      if (error)
        failure ??= new ImportError(
          'The file is damaged: part of it cannot be unpacked. Open it in Word, save it again, and try once more.',
        );
      size += data?.length ?? 0;
      total += data?.length ?? 0;
      if (total > LARGEST_UNPACKED || size > (wanted(file.name) ? LARGEST_KEPT : LARGEST_PART)) {
        failure ??= new ImportError(
          'The file unpacks to far more than a policy can hold, as a harmful file would. It was not read.',
        );
        file.terminate();
        return;
      }
      if (wanted(file.name) && data) pieces.push(data);
      if (final && wanted(file.name)) parts.set(file.name, join(pieces, size));
    };
    if (!failure) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch (error) {
    throw (
      failure ??
      new ImportError(
        `The file is damaged: it cannot be unpacked (${error instanceof Error ? error.message : 'unknown reason'}).`,
      )
    );
  }
  if (failure) throw failure;
  return parts;
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
