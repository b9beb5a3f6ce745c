/** Ways in which schools, trusts and councils word one thing, by the rule that should hear it: what is wrong, and what is fine. */
export type Wordings = Readonly<
  Record<string, { readonly wrong: readonly string[]; readonly fine: readonly string[] }>
>;
