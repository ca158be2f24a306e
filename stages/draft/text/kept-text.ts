import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { lastPublicAct } from '../../../platform/ledger/index.ts'
import { textOf, type Text } from './text.ts'

type Kept = { readonly since: string; readonly text: Promise<Text> }

const kept = new Map<Id<'problem'>, Kept>()
const mostTexts = 50
const millisecondsInMinute = 60_000

/**
 * The text, counted once for everybody until something public is recorded in the place: a version, a citation, a stand. What was
 * recorded is asked first, so that a text read meanwhile can only be newer than it is taken for; a minute at most, since of two acts at
 * once the earlier can be recorded last.
 */
export async function keptTextOf(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<Text> {
  const minute = Math.floor(now.epochMilliseconds / millisecondsInMinute)
  const since = `${await lastPublicAct(read)} ${minute}`
  const found = kept.get(problem)
  if (found?.since === since) return found.text
  const text = textOf(read, problem)
  kept.delete(problem)
  kept.set(problem, { since, text })
  const oldest = kept.keys().next().value
  if (kept.size > mostTexts && oldest !== undefined) kept.delete(oldest)
  // A failure is nobody's text.
  text.catch(() => kept.delete(problem))
  return text
}
