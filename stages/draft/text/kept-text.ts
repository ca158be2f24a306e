import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { openKept, publicVersion } from '../../../platform/ledger/index.ts'
import { textOf, type Text } from './text.ts'

const kept = openKept<Text>(50)

/** The text, counted once for everybody until something public is recorded in the place: a version, a citation, a stand. */
export async function keptTextOf(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<Text> {
  return kept({ key: problem, version: await publicVersion(read, now) }, () => textOf(read, problem))
}
