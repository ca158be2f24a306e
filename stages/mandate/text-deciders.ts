import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { noGroupRules, type GroupRules, type TextDeciders } from './group-rules.ts'
import { adoptedMandate } from './store.ts'

/** What the mandate in force says of changes to the common text. */
export type TextRules = Pick<GroupRules, 'proposerDecides' | 'residentsAmend'> & { readonly deciders: TextDeciders }

export async function textRulesOf(read: Read, problem: Id<'problem'>): Promise<TextRules> {
  const { textDeciders, proposerDecides, residentsAmend } = (await adoptedMandate(read, problem))?.group ?? noGroupRules
  return { deciders: textDeciders ?? 'another-member', proposerDecides, residentsAmend }
}
