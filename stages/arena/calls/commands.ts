import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/notices/index.ts'
import { charterFact } from '../../mandate/index.ts'
import { profileName } from '../arena.ts'
import type { CallInput } from '../commands.ts'
import { record } from '../facts.ts'
import { inLottery } from '../lottery/standing.ts'
import { applicationsOf } from '../store.ts'
import * as rules from './rules.ts'
import { seekingIn } from './seeking.ts'
import { putCallAgain } from './store.ts'

/** The call once more, for the seats nobody is left for. */
export function openCallAgain(
  database: Database,
  actor: Actor,
  { slug, until, timeZone }: CallInput,
): Promise<Result<null, rules.CallAgainRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { arena, of: problem } = standing
    const seeking = await seekingIn(tx, standing, await applicationsOf(tx, problem.id))
    const closesAt = endOfDay(until, timeZone)
    const allowed = rules.callAgain(arena, { ...seeking, closesAt, until }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const profiles = seeking.sought.map(({ profile }) => profile)
    const number = await putCallAgain(tx, problem.id, { profiles, by: allowed.value.account, closesAt })
    await record(tx, {
      kind: 'arena.call-opened-again',
      problem: problem.id,
      public: {
        number,
        seats: seeking.sought.map(({ profile, free }) => ({ profile: profileName(arena, profile), free })),
        closesAt: closesAt.toString(),
        by: actor.name,
        mandate: await charterFact(tx, arena.mandate),
      },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.call-opened-again',
      values: { question: problem.question },
      address: 'arena.people',
      params: { problem: slug },
      except: actor.account,
    })
    return accept(null)
  })
}
