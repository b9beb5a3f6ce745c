/** What the editor, the extension and the command may use of core. */

export { type PolicyBundle, PolicyBundleSchema } from './bundle/schema.ts';
export * from './lint/finding.ts';
export { createPolicyLinter, type FileReport, type LintOptions, type LintSettings, lintPolicy } from './lint/lint.ts';
export { PolicyDocument } from './policy/document.ts';
export { createPolicyReader, type PolicyReading, parsePolicy, readPolicy } from './policy/parse.ts';
export * from './policy/schema.ts';
