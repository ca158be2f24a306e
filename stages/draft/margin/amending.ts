import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { textRulesOf } from '../../mandate/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { draftState } from '../state.ts'
import { headingUnlessHidden } from '../text/hidden-section.ts'
import { wordsAsSaved } from '../text/saved.ts'
import type { StandingClause } from '../text/store.ts'
import * as rules from './amendment-rules.ts'
import { amendmentByNumber, putAmendment, settleAmendment, type Amendment } from './amendment-store.ts'
import { inClause, type AtClause, type ClauseMissing } from './in-clause.ts'

export type ProposeInput = AtClause & {
  readonly kind: rules.AmendmentKind
  readonly base: string
  readonly words: string
  readonly reason: string
  readonly language: string
}

/** Proposes other words for a clause, to take it out, or a new clause after it. */
export function proposeAmendment(
  database: Database,
  actor: Actor,
  { kind, base, reason, language, ...input }: ProposeInput,
): Promise<Result<{ readonly number: number }, rules.ProposeRefusal | ClauseMissing>> {
  return inClause<{ readonly number: number }, rules.ProposeRefusal>(
    database,
    actor,
    input,
    async (tx, { problem, clause, state }) => {
      const words = kind === 'drop' ? '' : wordsAsSaved(input.words)
      const proposal = { kind, words, base: wordsAsSaved(base), current: clause.text }
      const allowed = rules.proposeAmendment(state, await textRulesOf(tx, problem.id), proposal, actor)
      if (!allowed.ok) return allowed
      const { who, as } = allowed.value
      const { id, number } = await putAmendment(tx, {
        problem: problem.id,
        clause: clause.id,
        kind,
        base: clause.text,
        words,
        reason,
        language,
        proposedBy: who.account,
        as,
      })
      const thing = { kind: 'amendment', id } as const
      await link(tx, thing, 'on', { kind: 'clause', id: clause.id })
      await follow(tx, { account: who.account, about: thing, asAuthor: true })
      await record(tx, {
        kind: 'draft.amendment-proposed',
        problem: problem.id,
        public: { number, clause: clause.id, kind, as },
        secret: { author: who.account, words, reason },
        time: 'coarse',
      })
      await tellDeciders(tx, { problem, amendment: { id, number, clause: clause.id }, clause, actor })
      return accept({ number })
    },
  )
}

type Telling = {
  readonly problem: Problem
  readonly amendment: Pick<Amendment, 'id' | 'number' | 'clause'>
  readonly clause: Pick<StandingClause, 'section' | 'heading'>
  readonly actor: Actor
}

/** Those who sit at the table hear that a change is proposed. */
async function tellDeciders(tx: Tx, { problem, amendment, clause, actor }: Telling): Promise<void> {
  const seats = await seatsOf(tx, problem.id)
  await tellThese(
    tx,
    seats.map(({ account }) => account),
    {
      about: { kind: 'amendment', id: amendment.id },
      stage: 'draft',
      message: 'told.amendment-proposed',
      values: { title: await headingUnlessHidden(tx, clause.section, clause.heading) },
      address: 'draft.clause',
      params: { problem: problem.slug, clause: amendment.clause },
      except: actor.account,
    },
  )
}

export type AtAmendment = { readonly slug: string; readonly number: number }

export function withdrawAmendment(
  database: Database,
  actor: Actor,
  { slug, number }: AtAmendment,
): Promise<Result<null, rules.WithdrawRefusal | 'no-such-problem' | 'no-such-amendment'>> {
  return inCase<null, rules.WithdrawRefusal | 'no-such-amendment'>(database, actor, slug, async (tx, problem) => {
    const amendment = await amendmentByNumber(tx, problem.id, number)
    if (!amendment) return refuse('no-such-amendment')
    const allowed = rules.withdrawAmendment(await draftState(tx, problem.id), amendment, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await settleAmendment(tx, amendment.id, {
      state: 'withdrawn',
      by,
      reason: '',
      result: '',
      mayProposerDecide: false,
    })
    await record(tx, {
      kind: 'draft.amendment-withdrawn',
      problem: problem.id,
      public: { number },
      secret: { author: by },
      time: 'coarse',
    })
    return accept(null)
  })
}
