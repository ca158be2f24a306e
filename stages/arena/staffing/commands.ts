import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { staff } from '../../../platform/identity/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { takeOnFacilitator } from '../workload/load.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Named = { readonly slug: string; readonly account: Id<'account'>; readonly role: rules.StaffRole }

/** Says who serves the group of a case as what; she is told, and everybody reads it. */
export function nameStaff(
  database: Database,
  actor: Actor,
  { slug, account, role, note }: Named & { readonly note: string },
): Promise<Result<null, rules.NameRefusal | 'over-limit' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const [employed, serving] = [await staff(tx), await store.staffingOf(tx, problem.id)]
    const candidate = {
      employedAs: employed.filter((one) => one.account === account).map((one) => one.role),
      servesAs: serving.filter((one) => one.account === account).map((one) => one.role),
    }
    const allowed = rules.nameStaff(problem.id, { role, candidate, note }, actor)
    if (!allowed.ok) return allowed
    const taking = { facilitator: account, reason: note }
    const more = role === 'facilitator' ? await takeOnFacilitator(tx, problem.id, taking) : allowed
    if (!more.ok) return more
    // What she once served as and is employed as anew begins again.
    await store.endStaffing(tx, problem.id, { account, role, by: allowed.value.account })
    await store.putStaffing(tx, problem.id, { account, role, note, by: allowed.value.account })
    await record(tx, {
      kind: 'arena.staff-named',
      problem: problem.id,
      public: { role, note },
      secret: { account, by: allowed.value.account },
      time: 'exact',
    })
    await tellThese(tx, [account], {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: `told.staff-${role}`,
      values: { question: problem.question },
      address: 'arena.roles',
      params: { problem: slug },
      except: allowed.value.account,
    })
    return accept(null)
  })
}

export function endStaffing(
  database: Database,
  actor: Actor,
  { slug, account, role }: Named,
): Promise<Result<null, 'not-yours-to-name' | 'not-named' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const serving = await store.staffingOf(tx, problem.id)
    const isNamed = serving.some((one) => one.account === account && one.role === role)
    const allowed = rules.endStaffing(problem.id, { isNamed }, actor)
    if (!allowed.ok) return allowed
    await store.endStaffing(tx, problem.id, { account, role, by: allowed.value.account })
    await record(tx, {
      kind: 'arena.staff-ended',
      problem: problem.id,
      public: { role },
      secret: { account, by: allowed.value.account },
      time: 'exact',
    })
    return accept(null)
  })
}
