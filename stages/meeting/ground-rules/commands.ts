import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { latestBegun } from '../latest-begun.ts'
import { meetingsOf } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Refusal<Code extends string> = Code | 'no-such-problem'

/** Puts rules to the group: the first, or others instead of those it has. */
export function proposeRules(
  database: Database,
  actor: Actor,
  { slug, words }: { readonly slug: string; readonly words: string },
): Promise<Result<{ readonly version: number }, Refusal<'not-a-member' | 'nothing-changed'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const current = (await store.groundRulesOf(tx, problem.id))[0]?.words ?? ''
    const allowed = rules.propose(problem.id, { words, current }, actor)
    if (!allowed.ok) return allowed
    const { by, isStaff } = allowed.value
    const { id, version } = await store.putGroundRules(tx, problem.id, { words, by: by.account, isStaff })
    await follow(tx, { account: by.account, about: { kind: 'ground-rules', id }, asAuthor: true })
    await record(tx, {
      kind: 'meeting.rules-proposed',
      problem: problem.id,
      public: { version, isStaffText: isStaff },
      secret: { words, by: by.account },
      time: 'coarse',
    })
    return accept({ version })
  })
}

export type AgreeInput = { readonly slug: string; readonly version: number; readonly agreed: number }

/** Writes down that the group agreed, in the meeting that runs or was held last. */
export function agreeRules(
  database: Database,
  actor: Actor,
  { slug, version, agreed }: AgreeInput,
): Promise<Result<null, Refusal<rules.AgreeRefusal | 'no-such-rules'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const versions = await store.groundRulesOf(tx, problem.id)
    const proposed = versions.find((one) => one.version === version)
    if (!proposed) return refuse('no-such-rules')
    const seats = (await seatsOf(tx, problem.id)).length
    const meeting = latestBegun(await meetingsOf(tx, problem.id), await clock(tx))
    const state = {
      isAgreed: proposed.agreed !== null,
      isNewest: proposed === versions[0],
      hasMet: meeting !== undefined,
      agreed,
      seats,
    }
    const allowed = rules.agree(problem.id, state, actor)
    if (!allowed.ok) return allowed
    if (!meeting) return refuse('no-meeting-yet')
    const by = allowed.value.account
    await store.agreeGroundRules(tx, proposed.id, { meeting: meeting.id, agreed, seats, by })
    await record(tx, {
      kind: 'meeting.rules-agreed',
      problem: problem.id,
      public: { version, words: proposed.words, meeting: meeting.number, agreed, seats },
      secret: { by },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'meeting',
      message: 'told.rules',
      values: { question: problem.question },
      address: 'meeting.rules',
      params: { problem: slug },
      except: by,
    })
    return accept(null)
  })
}
