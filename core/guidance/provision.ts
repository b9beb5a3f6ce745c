/** One requirement of the law or the guidance, in our own words. */
export interface Provision {
  /** The id of a document in documents.ts. */
  readonly document: string;
  /** Regulation, section, paragraph or page, with the edition where its numbers differ. */
  readonly at: string;
  /** What it requires, in one sentence of ours. */
  readonly says: string;
  /** First day; absent: that of the document. */
  readonly from?: string;
  /** False while nobody has traced the statement to a public copy of its source. */
  readonly verified: boolean;
}
