/** A stretch of the document: offsets in UTF-16 units, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}
