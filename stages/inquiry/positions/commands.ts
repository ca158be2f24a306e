import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type TakeInput = {
  readonly slug: string
  readonly subject: string
  readonly stance: rules.Stance
  readonly reason: string
  readonly language: string
}

/** A politician says where she stands on something in a case, and why. */
export async function takePosition(
  database: Database,
  actor: Actor,
  { slug, subject, stance, reason, language }: TakeInput,
): Promise<Result<{ readonly number: number }, rules.TakeRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.take({ isTold: problem.source !== null }, reason, actor)
    if (!allowed.ok) return allowed
    const { account, person } = allowed.value
    const { id, number } = await store.putPosition(tx, { problem: problem.id, person, subject, language })
    await store.putStanding(tx, id, { number: 1, stance, reason, language, account })
    await record(tx, {
      kind: 'inquiry.position-taken',
      problem: problem.id,
      public: { number, person, stance },
      secret: { subject, reason },
      time: 'exact',
    })
    await link(tx, { kind: 'position', id }, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account, about: { kind: 'position', id }, asAuthor: true })
    await tellOf(tx, problem, { id, subject, politician: actor.name, message: 'told.position-taken', except: account })
    return accept({ number })
  })
}

export type ChangeInput = Omit<TakeInput, 'subject'> & { readonly number: number }

export async function changePosition(
  database: Database,
  actor: Actor,
  { slug, number, stance, reason, language }: ChangeInput,
): Promise<Result<null, rules.ChangeRefusal | 'no-such-problem' | 'no-such-position'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const position = (await store.positionsOf(tx, problem.id)).find((one) => one.number === number)
    const last = position?.standings.at(-1)
    if (!position || !last) return refuse('no-such-position')
    const state = { person: position.person, stance: last.stance, isTold: problem.source !== null }
    const allowed = rules.change(state, { stance, reason }, actor)
    if (!allowed.ok) return allowed
    const { account, person } = allowed.value
    await store.putStanding(tx, position.id, { number: last.number + 1, stance, reason, language, account })
    await record(tx, {
      kind: 'inquiry.position-changed',
      problem: problem.id,
      public: { number, person, from: last.stance, to: stance },
      secret: { reason },
      time: 'exact',
    })
    const telling = { ...position, politician: actor.name, message: 'told.position-changed', except: account } as const
    await tellOf(tx, problem, telling)
    return accept(null)
  })
}

type Telling = Pick<store.Position, 'id' | 'subject'> & {
  readonly politician: string
  readonly message: 'told.position-taken' | 'told.position-changed'
  readonly except: store.Position['account']
}

async function tellOf(tx: Tx, problem: Problem, { id, subject, politician, message, except }: Telling): Promise<void> {
  await tell(tx, {
    about: { kind: 'position', id },
    stage: 'inquiry',
    message,
    values: { politician, subject: await unlessHidden(tx, id, subject) },
    address: 'inquiry.positions',
    params: { problem: problem.slug },
    except,
  })
}
