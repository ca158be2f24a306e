import type { Visit } from '../../../platform/http/index.ts'
import { bodyById, resolutionsAbout } from '../../../platform/directory/index.ts'
import type { Problem } from '../../problem/index.ts'
import { mandateWords } from '../messages/words.ts'
import { promiseLevels, type PromiseLevel } from '../rules.ts'
import { adoptedMandate, mandatesOf, type Mandate } from '../store.ts'
import { loweringOf } from './store.ts'

type Step = Pick<Mandate, 'version' | 'promise'>

/** The lowering that still holds: what was promised before it has not been promised again since. The earliest version first. */
export function loweringInForce<Version extends Step>(
  versions: readonly Version[],
): { readonly before: Version; readonly after: Version } | undefined {
  const steps = versions.slice(1).map((after, at) => ({ before: versions[at] as Version, after })) // one before each
  return steps.findLast(
    ({ before, after }) =>
      height(after.promise) < height(before.promise) &&
      versions.every(({ version, promise }) => version < after.version || height(promise) < height(before.promise)),
  )
}

function height(promise: PromiseLevel | null): number {
  return promise === null ? Number.NaN : promiseLevels.indexOf(promise)
}

/** "On 3 March 2027 Town council lowered the promise from “Collaborate” to “Consult”: why"; undefined where it was not. */
export async function loweredWords(visit: Visit, problem: Problem): Promise<string | undefined> {
  const adopted = await adoptedMandate(visit.read, problem.id)
  if (!adopted || adopted.version === 1) return undefined
  const all = await mandatesOf(visit.read, problem.id)
  const lowered = loweringInForce(all.filter(({ state }) => state !== 'draft').toReversed())
  if (!lowered) return undefined
  const { before, after } = lowered
  const vote = (await resolutionsAbout(visit.read, [after.id])).find(({ id }) => id === after.resolution)
  const body = vote && (await bodyById(visit.read, vote.body))
  const say = mandateWords.say(visit.lang)
  return say('lowered.banner', {
    day: vote?.decidedOn ? visit.time.day(vote.decidedOn) : visit.common('unknown'),
    body: body?.name ?? visit.common('unknown'),
    from: say(`level.${before.promise ?? 'unknown'}`),
    to: say(`level.${after.promise ?? 'unknown'}`),
    reason: (await loweringOf(visit.read, after.resolution)) ?? visit.common('unknown'),
  })
}
