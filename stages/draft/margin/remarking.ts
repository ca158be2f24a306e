import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { headingUnlessHidden } from '../text/hidden-section.ts'
import { clausesById } from '../text/store.ts'
import { inClause, type AtClause, type ClauseMissing } from './in-clause.ts'
import * as rules from './remark-rules.ts'
import { putRemark, remarkByNumber, setResolved } from './remark-store.ts'

export type RemarkInput = AtClause & {
  readonly text: string
  readonly language: string
  readonly replyTo: number | null
}

/** Says something in the margin of a clause. Who wrote the clause and whom it replies to hear of it. */
export function addRemark(
  database: Database,
  actor: Actor,
  { text, language, replyTo, ...at }: RemarkInput,
): Promise<Result<{ readonly id: Id<'remark'>; readonly number: number }, rules.RemarkRefusal | ClauseMissing>> {
  return inClause<{ readonly id: Id<'remark'>; readonly number: number }, rules.RemarkRefusal>(
    database,
    actor,
    at,
    async (tx, { problem, clause, state }) => {
      const replied = replyTo === null ? null : await remarkByNumber(tx, clause.id, replyTo)
      const allowed = rules.remark(state, replied === undefined ? 'missing' : replied, actor)
      if (!allowed.ok) return allowed
      const { who, as } = allowed.value
      const { id, number } = await putRemark(tx, {
        problem: problem.id,
        clause: clause.id,
        text,
        language,
        as,
        replyTo,
        writtenBy: who.account,
      })
      const thing = { kind: 'remark', id } as const
      // No link of the trace: a comment is not what became of a clause.
      await follow(tx, { account: who.account, about: thing, asAuthor: true })
      await record(tx, {
        kind: 'draft.remarked',
        problem: problem.id,
        public: { clause: clause.id, number, as },
        secret: { author: who.account, text },
        time: 'coarse',
      })
      const [named] = await clausesById(tx, [clause.id])
      await tellThese(tx, [named?.writtenBy ?? [], replied?.writtenBy ?? []].flat(), {
        about: thing,
        stage: 'draft',
        message: 'told.remarked',
        values: { title: await headingUnlessHidden(tx, clause.section, clause.heading) },
        address: 'draft.clause',
        params: { problem: problem.slug, clause: clause.id },
        except: who.account,
      })
      return accept({ id, number })
    },
  )
}

export function resolveRemark(
  database: Database,
  actor: Actor,
  { number, ...at }: AtClause & { readonly number: number },
): Promise<Result<{ readonly id: Id<'remark'> }, rules.ResolveRefusal | ClauseMissing>> {
  return inClause<{ readonly id: Id<'remark'> }, rules.ResolveRefusal>(
    database,
    actor,
    at,
    async (tx, { problem, clause, state }) => {
      const found = await remarkByNumber(tx, clause.id, number)
      const allowed = rules.resolveRemark(state, found, actor)
      if (!allowed.ok) return allowed
      if (!found) return refuse('no-such-remark')
      await setResolved(tx, found.id, allowed.value.account)
      await record(tx, {
        kind: 'draft.remark-resolved',
        problem: problem.id,
        public: { clause: clause.id, number },
        secret: { by: allowed.value.account },
        time: 'coarse',
      })
      return accept({ id: found.id })
    },
  )
}
